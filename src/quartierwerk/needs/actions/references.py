"""The readable number of a need, such as `HAT-2026-0042`: without gaps, and never given twice."""

from quartierwerk.core import clock

from ..models import NeedSettings, YearNumber

DIGITS = 4


def next_reference() -> str:
    """The next number of this year; call it inside the transaction that stores the need.

    PostgreSQL locks the row of the year until then; SQLite's transactions begin as writers, one at a time.
    """
    year = clock.today().year
    YearNumber.objects.get_or_create(year=year)
    row = YearNumber.objects.select_for_update().get(pk=year)
    row.last += 1
    row.save(update_fields=["last"])
    return f"{NeedSettings.load().shown_prefix}-{year}-{row.last:0{DIGITS}}"
