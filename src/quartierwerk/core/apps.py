from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "quartierwerk.core"
    verbose_name = "Grundlagen"

    def ready(self) -> None:
        from . import page_cache, upkeep

        page_cache.watch_writes()
        upkeep.register_all()
