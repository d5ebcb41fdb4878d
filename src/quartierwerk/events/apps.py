from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "quartierwerk.events"
    verbose_name = "Veranstaltungen"

    def ready(self) -> None:
        from . import jobs, privacy  # noqa: F401 - register themselves
        from .desk import sections as desk_sections  # noqa: F401
        from .editing import sections as editing_sections  # noqa: F401

        self._show_dates()
        self._enclose_tickets()

    def _enclose_tickets(self) -> None:
        """Letters about a registration carry its code."""
        from quartierwerk.people.letters import register_enclosure

        from .models import Registration
        from .registration.enclosures import enclosure

        register_enclosure(Registration, enclosure)

    def _show_dates(self) -> None:
        """The next dates on the pages of the apps below."""
        from quartierwerk.core.home import HomeSection
        from quartierwerk.core.home import register as show_at_home
        from quartierwerk.people.person_sections import PersonSection
        from quartierwerk.people.person_sections import register as show_on_person
        from quartierwerk.places.sections import QuarterSection
        from quartierwerk.places.sections import register as show_on_quarter
        from quartierwerk.topics.sections import TopicSection
        from quartierwerk.topics.sections import register as show_on_topic

        from .dates.sections import dates_of_quarter, dates_of_topics, dates_of_town, registrations_of_person

        show_at_home(HomeSection("events", 10, "events/section.html", dates_of_town))
        show_on_quarter(QuarterSection("events", 10, "events/section.html", dates_of_quarter))
        show_on_person(
            PersonSection("registrations", 10, "events/desk/of_person.html", registrations_of_person)
        )
        show_on_topic(TopicSection("events", 10, "events/section.html", dates_of_topics))
