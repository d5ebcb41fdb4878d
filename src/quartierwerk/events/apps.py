from datetime import timedelta

from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "quartierwerk.events"
    verbose_name = "Veranstaltungen"

    def ready(self) -> None:
        from quartierwerk.core import periodic

        from . import feedback_purposes  # noqa: F401 - registers itself
        from .actions import ask_for_feedback_due

        periodic.register("ask for feedback", every=timedelta(hours=1), run=ask_for_feedback_due)
