"""The only reader of time, so that tests and demos can move it."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return timezone.now()


def today() -> date:
    """Today in the town's time zone."""
    return timezone.localdate()
