from datetime import timedelta

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "quartierwerk.people"
    verbose_name = "Menschen"

    def ready(self) -> None:
        from quartierwerk.core import periodic

        from . import desk_sections, notifications, privacy  # noqa: F401 - they register themselves

        periodic.register("deliver waiting mail", every=timedelta(minutes=10), run=notifications.deliver_waiting_mail)
