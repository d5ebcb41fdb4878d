from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "quartierwerk.needs"
    verbose_name = "Handlungsbedarfe"

    def ready(self) -> None:
        from . import audit_verbs, jobs, privacy  # noqa: F401 - register themselves
        from .desk import sections as desk_sections  # noqa: F401
        from .intake import event_section, sections  # noqa: F401
        from .intake import jobs as intake_jobs  # noqa: F401
        from .say import jobs as say_jobs  # noqa: F401
        from .say import privacy as say_privacy  # noqa: F401

        self._end_mails_by_one_click()
        self._show_needs()
        self._show_on_person()
        self._enclose_facts()

    def _enclose_facts(self) -> None:
        """Letters about a need carry its facts."""
        from quartierwerk.people.letters import register_enclosure

        from .desk.enclosures import enclosure
        from .models import Need

        register_enclosure(Need, enclosure)

    def _show_on_person(self) -> None:
        """What somebody said, on their page at the desk."""
        from quartierwerk.people.person_sections import PersonSection, register

        from .desk.sections import said_by_person

        register(PersonSection("needs", 20, "needs/desk/of_person.html", said_by_person))

    def _end_mails_by_one_click(self) -> None:
        from quartierwerk.people.notifications import register_unsubscribe

        from .models import Follow
        from .together.notifications import unsubscribe_url

        register_unsubscribe(Follow, unsubscribe_url)

    def _show_needs(self) -> None:
        """The newest needs on the pages of the apps below."""
        from quartierwerk.core.home import HomeSection
        from quartierwerk.core.home import register as show_at_home
        from quartierwerk.places.sections import QuarterButton, QuarterSection
        from quartierwerk.places.sections import register as show_on_quarter
        from quartierwerk.places.sections import register_button as offer_on_quarter
        from quartierwerk.topics.sections import TopicSection
        from quartierwerk.topics.sections import register as show_on_topic

        from .pages.sections import needs_of_field, needs_of_quarter, needs_of_topics, needs_of_town
        from .pages.words import SAY_IT, say_url

        template = "needs/pages/section.html"
        show_at_home(HomeSection("needs", 20, template, needs_of_town))
        offer_on_quarter(QuarterButton("needs", SAY_IT, say_url))
        show_on_quarter(QuarterSection("needs", 20, template, needs_of_quarter))
        show_on_topic(TopicSection("needs", 20, template, needs_of_topics, of_field=needs_of_field))
