"""Which calendar day is meant: the year where none is said, and whether weekday and date agree.

year said                     → that day; another weekday is a doubt, never mended
no month, but a weekday        → the month said before it or the next, if the weekday agrees; else no day
no year, context says “2018”  → that year
no year                       → the last such day within `_BACK` days before the reference, else the next one
  … in a report (past tense)  → further back
  … and the weekday differs   → the neighbouring year in which it agrees, if that is near, with a doubt; else a doubt
"""

from dataclasses import dataclass
from datetime import date, timedelta

from .dates import Day
from .draft import DoubtKind

_BACK = 120  # days: announcements stay online for months, and are made at most some eight months ahead
_BACK_IN_A_REPORT = 240
_NEAR = (-200, 310)  # days from the reference within which a weekday may choose the year


@dataclass(frozen=True)
class Resolved:
    """`day` is None where there is no such date (30 February)."""

    day: date | None
    confidence: float = 1.0
    doubts: tuple[DoubtKind, ...] = ()


def make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date | None:
    """Days later or earlier, None past the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def resolve(
    day: Day, reference: date, *, in_report: bool = False, context_year: int | None = None
) -> Resolved:
    if day.month is None or day.day is None:
        return Resolved(None, 0.0, (DoubtKind.NO_SUCH_DATE,))
    if day.year is not None:
        return _checked(make_date(day.year, day.month, day.day), day, 1.0, ())
    years = (reference.year - 1, reference.year, reference.year + 1)
    candidates = [found for year in years if (found := make_date(year, day.month, day.day))]
    if not candidates:  # 29 February, or no such day
        leap = make_date(reference.year + 2, day.month, day.day)
        return _checked(leap, day, 0.5, (DoubtKind.YEAR_GUESSED,))
    if context_year is not None and (said := make_date(context_year, day.month, day.day)):
        checked = _checked(said, day, 0.95, ())
        if not checked.doubts:
            return checked
    return _by_weekday(_nearest(candidates, reference, in_report), candidates, day, reference)


def resolve_month(day: Day, month: date) -> Resolved:
    """“Sonntag, den 10.”: in the month of that day or in the next, where the weekday agrees; “am 10.”: the next after it."""
    following = (month.year + month.month // 12, month.month % 12 + 1)
    for year, number in ((month.year, month.month), following):
        found = make_date(min(year, 9999), number, day.day or 0)
        if found and (found > month if day.weekday is None else found.weekday() == day.weekday):
            return Resolved(found, 0.5 if day.weekday is None else 0.8, (DoubtKind.MONTH_GUESSED,))
    return Resolved(None, 0.0, (DoubtKind.NO_SUCH_DATE,))


def _nearest(candidates: list[date], reference: date, in_report: bool) -> date:
    back = _BACK_IN_A_REPORT if in_report else _BACK
    past = [day for day in candidates if 0 <= (reference - day).days <= back]
    coming = [day for day in candidates if day >= reference]
    if past and not (coming and coming[0] == reference):
        return past[-1]
    return coming[0] if coming else candidates[-1]


def _by_weekday(nearest: date, candidates: list[date], day: Day, reference: date) -> Resolved:
    if day.weekday is None:
        return Resolved(nearest, 0.85)
    if nearest.weekday() == day.weekday:
        return Resolved(nearest, 0.97)
    for other in candidates:
        if other.weekday() == day.weekday and _NEAR[0] <= (other - reference).days <= _NEAR[1]:
            return Resolved(other, 0.7, (DoubtKind.YEAR_FROM_WEEKDAY,))
    return Resolved(nearest, 0.4, (DoubtKind.WEEKDAY_CONFLICT,))


def _checked(found: date | None, day: Day, confidence: float, doubts: tuple[DoubtKind, ...]) -> Resolved:
    if found is None:
        return Resolved(None, 0.0, (DoubtKind.NO_SUCH_DATE,))
    if day.weekday is not None and found.weekday() != day.weekday:
        return Resolved(found, 0.4, (*doubts, DoubtKind.WEEKDAY_CONFLICT))
    return Resolved(found, confidence, doubts)


def next_weekday(weekday: int, reference: date, *, weeks: int = 0) -> date | None:
    """The next such day from the reference on; the reference itself counts."""
    return shifted(reference, (weekday - reference.weekday()) % 7 + 7 * weeks)
