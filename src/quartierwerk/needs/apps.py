from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "quartierwerk.needs"
    verbose_name = "Handlungsbedarfe"

    def ready(self) -> None:
        from . import audit_verbs, privacy  # noqa: F401 - register themselves
        from .intake import event_section, sections  # noqa: F401
        from .intake import jobs as intake_jobs  # noqa: F401
        from .say import jobs as say_jobs  # noqa: F401
        from .say import privacy as say_privacy  # noqa: F401
