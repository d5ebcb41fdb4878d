from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "quartierwerk.needs"
    verbose_name = "Handlungsbedarfe"

    def ready(self) -> None:
        from . import audit_verbs, privacy  # noqa: F401 - register themselves
        from .intake import event_section, jobs, sections  # noqa: F401 - register themselves
