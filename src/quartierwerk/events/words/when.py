"""When something is, in words: „Donnerstag, 26. November, 15 bis 17 Uhr“, in the town's time and the reader's language.

A year is told where it is not this one; `with_year` tells it always, for what is kept: print, mails, letters, calendars.
"""

import re
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from quartierwerk.core import clock

from ..models import Event, Occurrence
from ..series.recurrence import zone

_HOUR = re.compile(r"(?<=\d) (?=Uhr|[ap]\.m\.)")
NIGHT_ENDS = 6  # a feast until two o'clock belongs to the day on which it began


# ----------------------------------------------------------------------------------------------------------------- days
def local(at: datetime) -> datetime:
    """The same moment on the clocks of the town, whatever zone an editor works in."""
    return timezone.localtime(at, zone())


def day_of(at: datetime) -> date:
    """The day in the town."""
    return local(at).date()


def first_and_last_day(starts_at: datetime, ends_at: datetime | None) -> tuple[date, date]:
    """The days in the town from its beginning to its end; midnight and the small hours belong to the evening before."""
    begins = local(starts_at)
    first = begins.date()
    if ends_at is None:
        return first, first
    ends = local(ends_at)
    last = ends.date()
    if last > first and ends.hour == ends.minute == 0:
        last -= timedelta(days=1)
    is_one_night = last == first + timedelta(days=1) and ends.hour < NIGHT_ENDS <= begins.hour
    return first, first if is_one_night and ends.hour + ends.minute else last


def day(on: date, *, with_year: bool = False) -> str:
    """`Donnerstag, 26. November`."""
    if on.year == clock.today().year and not with_year:
        return date_format(on, pgettext("Datumsformat mit Wochentag", "l, j. F"))
    return date_format(on, pgettext("Datumsformat mit Wochentag und Jahr", "l, j. F Y"))


def near(on: date) -> str:
    """`Heute`, `Morgen`, `Gestern` or ""."""
    words = {-1: _("Gestern"), 0: _("Heute"), 1: _("Morgen")}
    return words.get((on - clock.today()).days, "")


# ---------------------------------------------------------------------------------------------------------------- hours
def minute(at: datetime) -> str:
    """`15:52`: the very minute, of what was noted."""
    return date_format(local(at), "TIME_FORMAT")


def hour(at: datetime) -> str:
    """`15 Uhr`, `15:30 Uhr`."""
    return _("%s Uhr") % _clock(local(at))


def hours(starts_at: datetime, ends_at: datetime | None, *, all_day: bool = False) -> str:
    """`15 bis 17 Uhr`, `15:30 Uhr`, `ganztägig`; of several days, when the first begins."""
    if all_day:
        return _("ganztägig")
    if ends_at is None or _lasts_for_days(starts_at, ends_at):
        return hour(starts_at)
    return _("%(start)s bis %(end)s Uhr") % {"start": _clock(local(starts_at)), "end": _end(local(ends_at))}


def unbroken(words: str) -> str:
    """The same where lines break, on pages and in print: `19 Uhr` stays together. Mails and calendars keep their spaces."""
    return _HOUR.sub("\u00a0", words)


def _clock(at: datetime) -> str:
    if at.minute:
        return date_format(at, pgettext("Uhrzeit", "G:i"))
    return date_format(at, pgettext("volle Stunde", "G"))


def _end(at: datetime) -> str:
    return pgettext("Mitternacht als Ende", "24") if at.hour == at.minute == 0 else _clock(at)


# -------------------------------------------------------------------------------------------------------- days and hours
def moment(at: datetime | None, *, with_year: bool = False) -> str:
    """`Donnerstag, 19. November, 15 Uhr`; "" for none."""
    return f"{day(day_of(at), with_year=with_year)}, {hour(at)}" if at else ""


def span(
    starts_at: datetime, ends_at: datetime | None, *, all_day: bool = False, with_year: bool = False
) -> str:
    """The whole of it: `Freitag, 27. November, 14 Uhr, bis Samstag, 28. November, 12 Uhr`."""
    return ", ".join(filter(None, parts(starts_at, ends_at, all_day=all_day, with_year=with_year)))


def parts(
    starts_at: datetime, ends_at: datetime | None, *, all_day: bool = False, with_year: bool = False
) -> tuple[str, str]:
    """The day and the hours, to stand in lines of their own; of several days all in one, and ""."""
    first, last = (day(on, with_year=with_year) for on in first_and_last_day(starts_at, ends_at))
    if ends_at is None or not _lasts_for_days(starts_at, ends_at):
        return first, hours(starts_at, ends_at, all_day=all_day)
    if all_day:
        return _("%(first)s, bis %(last)s, ganztägig") % {"first": first, "last": last}, ""
    return _("%(first)s, %(start)s Uhr, bis %(last)s, %(end)s Uhr") % {
        "first": first,
        "start": _clock(local(starts_at)),
        "last": last,
        "end": _end(local(ends_at)),
    }, ""


def of(event: Event, date: Occurrence | None = None, *, with_year: bool = False) -> str:
    """`span` of this date of the event, else of the event itself."""
    told = date or event
    return span(told.starts_at, told.ends_at, all_day=event.all_day, with_year=with_year)


def _lasts_for_days(starts_at: datetime, ends_at: datetime) -> bool:
    first, last = first_and_last_day(starts_at, ends_at)
    return last > first


# -------------------------------------------------------------------------------------------------------- in addresses
def query(date: Occurrence) -> str:
    """`?datum=2026-10-08` for a date of a series; "" where there is but one."""
    return f"?datum={day_of(date.starts_at).isoformat()}" if date.event.is_series else ""
