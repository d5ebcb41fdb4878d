from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "quartierwerk.events"
    verbose_name = "Veranstaltungen"

    def ready(self) -> None:
        from quartierwerk.people import letters

        from . import desk_sections, enclosures, jobs, privacy  # noqa: F401 - they register themselves
        from .models import Registration

        letters.register_enclosure(Registration, enclosures.enclosure)
        self._show_dates()

    def _show_dates(self) -> None:
        """The next dates on the pages of the apps below."""
        from quartierwerk.core.home import HomeSection
        from quartierwerk.core.home import register as show_at_home
        from quartierwerk.places.sections import QuarterSection
        from quartierwerk.places.sections import register as show_on_quarter
        from quartierwerk.topics.sections import TopicSection
        from quartierwerk.topics.sections import register as show_on_topic

        from .sections import dates_of_quarter, dates_of_topics, dates_of_town

        show_at_home(HomeSection("events", 10, "events/section.html", dates_of_town))
        show_on_quarter(QuarterSection("events", 10, "events/section.html", dates_of_quarter))
        show_on_topic(TopicSection("events", 10, "events/section.html", dates_of_topics))
