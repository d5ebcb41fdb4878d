"""Stretches of time that readers ask for: today, this week, one day, what is past."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from quartierwerk.core import clock

from ..models import Occurrence
from ..series.recurrence import zone

PAST = "vergangen"
_WEEK = timedelta(days=7)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Period:
    """Days from `first` up to, but without, `after`; None is without end. `past` counts backwards from now."""

    key: str
    label: str
    first: date
    after: date | None = None
    past: bool = False
    whole_days: bool = False  # also what is over since this morning

    def of(self, occurrences: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
        """Those of the dates that lie in it, in its order."""
        now = clock.now()
        if self.past:
            return occurrences.filter(over_at__lte=now).order_by("-starts_at", "-pk")
        begins = midnight(self.first)
        occurrences = occurrences.filter(over_at__gt=begins if self.whole_days else max(begins, now))
        if self.after:
            occurrences = occurrences.filter(starts_at__lt=midnight(self.after))
        return occurrences.order_by("starts_at", "pk")


def midnight(day: date) -> datetime:
    """When this day begins in the town."""
    return datetime.combine(day, time.min, tzinfo=zone())


def choices() -> list[Period]:
    """What is on offer, the usual first: everything to come."""
    today = clock.today()
    monday = today - timedelta(days=today.weekday())
    month_after = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    saturday, next_monday = monday + timedelta(days=5), monday + _WEEK
    return [
        Period("", _("Alle kommenden"), today),
        Period("heute", _("Heute"), today, today + timedelta(days=1)),
        Period("diese-woche", _("Diese Woche"), today, next_monday),
        Period("dieses-wochenende", _("Dieses Wochenende"), max(today, saturday), next_monday),
        Period("naechste-woche", _("Nächste Woche"), next_monday, next_monday + _WEEK),
        Period("dieser-monat", _("Dieser Monat"), today, month_after),
        Period(PAST, _("Vergangene"), today, past=True),
    ]


def find(key: str) -> Period | None:
    """The period of this key: one on offer, or a day such as `2026-11-26`."""
    return next((period for period in choices() if period.key == key), None) or _one_day(key)


def _one_day(key: str) -> Period | None:
    if not _DAY.fullmatch(key):
        return None
    try:
        day = date.fromisoformat(key)
        return Period(key, "", day, day + timedelta(days=1), whole_days=True)
    except (ValueError, OverflowError):
        return None
