from django.apps import AppConfig


class ImportingConfig(AppConfig):
    name = "quartierwerk.importing"
    verbose_name = "Übernahme"

    def ready(self) -> None:
        from . import audit_verbs, privacy  # noqa: F401 - register themselves
        from .feeds import jobs as feed_jobs  # noqa: F401
        from .feeds import sections as feed_sections  # noqa: F401
        from .review import sections  # noqa: F401
