from django.apps import AppConfig


class TopicsConfig(AppConfig):
    name = "quartierwerk.topics"
    verbose_name = "Themen"

    def ready(self) -> None:
        from . import fields  # noqa: F401 - listens to changes
