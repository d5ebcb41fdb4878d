"""The fields of action in their order. Nearly every page names them, so each process remembers them."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from quartierwerk.core.remembered import Remembered

from .models import FieldOfAction

_remembered: Remembered[list[FieldOfAction]] = Remembered(
    "fields-of-action", lambda: list(FieldOfAction.objects.all())
)


def fields_of_action() -> list[FieldOfAction]:
    """As committed last, without a query after the first; to read, not to change."""
    return list(_remembered.get())


@receiver([post_save, post_delete], sender=FieldOfAction)
def _forget(**_: Any) -> None:
    _remembered.forget()
