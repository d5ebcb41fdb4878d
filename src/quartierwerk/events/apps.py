from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "quartierwerk.events"
    verbose_name = "Veranstaltungen"

    def ready(self) -> None:
        from quartierwerk.people import letters

        from . import desk_sections, tickets  # noqa: F401 - desk_sections registers itself
        from .models import Registration

        letters.register_enclosure(Registration, tickets.enclosure)
