"""The readable number of a need, such as `HAT-2026-0042`: without gaps, and never given twice."""

from django.db.models import F

from quartierwerk.core import clock

from ..models import YearNumber

DIGITS = 4


def next_reference(prefix: str) -> str:
    """The next number of this year after these letters; call it inside the transaction that stores the need.

    Counting up locks the row of the year until then in PostgreSQL; SQLite's transactions begin as writers, one at a time.
    """
    year = clock.today().year
    numbers = YearNumber.objects.filter(pk=year)
    if not numbers.update(last=F("last") + 1):
        YearNumber.objects.get_or_create(year=year)  # somebody else may just have begun the year as well
        numbers.update(last=F("last") + 1)
    return f"{prefix}-{year}-{numbers.get().last:0{DIGITS}}"
