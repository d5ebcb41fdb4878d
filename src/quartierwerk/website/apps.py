from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "quartierwerk.website"
    verbose_name = "Website"
