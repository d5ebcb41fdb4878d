"""How an action says no: with the reason that a rule gives and the page shows."""

from django.core.exceptions import ValidationError


def refuse(reason: str | None) -> None:
    """Raises ValidationError with the reason; None is none."""
    if reason:
        raise ValidationError(reason)
