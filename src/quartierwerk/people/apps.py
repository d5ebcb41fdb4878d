from datetime import timedelta

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _keep_groups(**kwargs: object) -> None:  # noqa: ARG001 - Django's signature
    from .roles import ensure_groups

    ensure_groups()


class PeopleConfig(AppConfig):
    name = "quartierwerk.people"
    verbose_name = "Menschen"

    def ready(self) -> None:
        from quartierwerk.core import periodic

        from . import account_purposes, audit_verbs, desk_sections, notifications, privacy  # noqa: F401 - register themselves

        periodic.register(
            "deliver waiting mail", every=timedelta(minutes=10), run=notifications.deliver_waiting_mail
        )
        post_migrate.connect(_keep_groups, sender=self)
