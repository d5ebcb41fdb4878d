from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "quartierwerk.places"
    verbose_name = "Orte"
