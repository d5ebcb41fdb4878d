from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "quartierwerk.people"
    verbose_name = "Menschen"

    def ready(self) -> None:
        from . import desk_sections, privacy  # noqa: F401 - both register themselves
