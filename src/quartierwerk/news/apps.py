from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "quartierwerk.news"
    verbose_name = "Aktuelles"

    def ready(self) -> None:
        from quartierwerk.places.sections import QuarterSection
        from quartierwerk.places.sections import register as show_on_quarter
        from quartierwerk.topics.sections import TopicSection
        from quartierwerk.topics.sections import register as show_on_topic

        from . import audit_verbs  # noqa: F401 - the words register themselves
        from .sections import news_of_quarter, news_of_topics

        show_on_quarter(QuarterSection("news", 20, "news/quarter_section.html", news_of_quarter))
        show_on_topic(TopicSection("news", 20, "news/topic_section.html", news_of_topics))
