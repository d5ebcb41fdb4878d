"""The dates to come, as one sentence for editors."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from quartierwerk.core import clock

from .models import Event
from .recurrence import zone

SHOWN = 4


def next_dates_sentence(event: Event) -> str:
    """`Die nächsten Termine: Do, 8. Oktober 2026, 16:00 Uhr; …`; "" for a single date or where none is left."""
    if not event.is_series:
        return ""
    coming = list(event.occurrences.filter(over_at__gt=clock.now()).order_by("starts_at")[: SHOWN + 1])
    if not coming:
        return _("Diese Reihe hat keinen Termin mehr.")
    shown = "; ".join(_day(each.starts_at.astimezone(zone()), event.all_day) for each in coming[:SHOWN])
    more = " …" if len(coming) > SHOWN else "."
    return _("Die nächsten Termine: %s") % shown + more


def _day(at: datetime, all_day: bool) -> str:
    day = date_format(at, "D, j. F Y")
    return (
        day if all_day else _("%(day)s, %(time)s Uhr") % {"day": day, "time": date_format(at, "TIME_FORMAT")}
    )
