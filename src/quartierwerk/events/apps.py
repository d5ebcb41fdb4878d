from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "quartierwerk.events"
    verbose_name = "Veranstaltungen"

    def ready(self) -> None:
        from . import desk_drafts, jobs, privacy  # noqa: F401 - each registers itself
