from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "quartierwerk.needs"
    verbose_name = "Handlungsbedarfe"

    def ready(self) -> None:
        from . import audit_verbs, privacy  # noqa: F401 - register themselves

        self._show_needs()

    def _show_needs(self) -> None:
        """The newest needs on the pages of the apps below."""
        from quartierwerk.core.home import HomeSection
        from quartierwerk.core.home import register as show_at_home
        from quartierwerk.places.sections import QuarterSection
        from quartierwerk.places.sections import register as show_on_quarter
        from quartierwerk.topics.sections import TopicSection
        from quartierwerk.topics.sections import register as show_on_topic

        from .pages.sections import needs_of_field, needs_of_quarter, needs_of_topics, needs_of_town

        template = "needs/pages/section.html"
        show_at_home(HomeSection("needs", 20, template, needs_of_town))
        show_on_quarter(QuarterSection("needs", 20, template, needs_of_quarter))
        show_on_topic(TopicSection("needs", 20, template, needs_of_topics, of_field=needs_of_field))
