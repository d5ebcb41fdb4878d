from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "quartierwerk.website"
    verbose_name = "Website"

    def ready(self) -> None:
        from . import searchables

        searchables.register_all()
