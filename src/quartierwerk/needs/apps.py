from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "quartierwerk.needs"
    verbose_name = "Handlungsbedarfe"

    def ready(self) -> None:
        from . import audit_verbs, privacy  # noqa: F401 - register themselves
