from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "quartierwerk.events"
    verbose_name = "Veranstaltungen"
