from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "quartierwerk.news"
    verbose_name = "Aktuelles"
