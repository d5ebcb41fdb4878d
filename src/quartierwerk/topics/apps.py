from django.apps import AppConfig


class TopicsConfig(AppConfig):
    name = "quartierwerk.topics"
    verbose_name = "Themen"
