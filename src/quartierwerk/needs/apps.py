from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "quartierwerk.needs"
    verbose_name = "Handlungsbedarfe"

    def ready(self) -> None:
        from . import audit_verbs, jobs  # noqa: F401 - register themselves
        from .together import privacy as together_privacy  # noqa: F401

        self._end_mails_by_one_click()

    def _end_mails_by_one_click(self) -> None:
        from quartierwerk.people.notifications import register_unsubscribe

        from .models import Follow
        from .together.notifications import unsubscribe_url

        register_unsubscribe(Follow, unsubscribe_url)
