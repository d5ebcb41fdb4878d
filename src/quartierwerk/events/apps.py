from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "quartierwerk.events"
    verbose_name = "Veranstaltungen"

    def ready(self) -> None:
        from quartierwerk.people import letters

        from . import desk_sections, enclosures, privacy  # noqa: F401 - they register themselves
        from .models import Registration

        letters.register_enclosure(Registration, enclosures.enclosure)
