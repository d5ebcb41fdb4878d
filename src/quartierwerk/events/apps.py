from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "quartierwerk.events"
    verbose_name = "Veranstaltungen"

    def ready(self) -> None:
        from . import jobs  # noqa: F401 - registers itself
