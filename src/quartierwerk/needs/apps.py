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

        self._show_on_person()
        self._enclose_facts()
        self._end_mails_by_one_click()

    def _end_mails_by_one_click(self) -> None:
        """Digests carry the address that ends them (RFC 8058)."""
        from quartierwerk.people.notifications import register_unsubscribe

        from .models import Follow
        from .together.notifications import unsubscribe_url

        register_unsubscribe(Follow, unsubscribe_url)

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
