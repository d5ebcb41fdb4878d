"""The sheet of a month: weeks of days with their dates, in the town's time."""

import calendar
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from quartierwerk.core import clock
from quartierwerk.core.context import Link, breadcrumbs

from .. import presentation
from ..models import Occurrence
from ..words import when
from . import listing
from .filtering import CalendarFilter
from .periods import midnight
from .queries import for_list

SHOWN = 4  # dates of one day; the others are a link away
LASTING_DAYS = 7  # what goes on for longer stands above the sheet instead of on each day
MOST_LASTING = 12
YEARS_BACK, YEARS_AHEAD = 15, 2
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Month:
    """One month; `first` is its first day."""

    first: date

    @property
    def after(self) -> date:
        """The first day of the next one."""
        return (self.first + timedelta(days=31)).replace(day=1)

    @property
    def before(self) -> date:
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def name(self) -> str:
        return date_format(self.first, pgettext("Datumsformat eines Monats", "F Y"))

    @property
    def weeks(self) -> list[list[date]]:
        return calendar.Calendar().monthdatescalendar(self.first.year, self.first.month)


def find(text: str | None) -> Month:
    """The month of `2026-11`, without it the present one; 404 for what is none, or too far away to hold anything."""
    today = clock.today()
    if text is None:
        return Month(today.replace(day=1))
    found = _MONTH.fullmatch(text)
    if not found or not is_kept(date(max(int(found[1]), 1), int(found[2]), 1)):
        raise Http404(text)
    return Month(date(int(found[1]), int(found[2]), 1))


def is_kept(first: date) -> bool:
    """Whether this month is on offer: machines that follow every link come to an end."""
    return -YEARS_BACK <= first.year - clock.today().year <= YEARS_AHEAD


def sheet(request: HttpRequest, month: Month) -> dict[str, Any]:
    """Context of `events/month.html`."""
    chosen = CalendarFilter(request.GET)
    keys = _keys(chosen, month)
    dates = {each.pk: each for each in for_list(Occurrence.objects.filter(pk__in=keys.shown))}
    days, count = _groups(chosen, keys, dates), keys.count
    listed = [days[day] for week in month.weeks for day in week if day in days]
    name = _("Termine im %s") % month.name
    return {
        "filter": chosen,
        "month": month,
        "weeks": [[_cell(day, month, days) for day in week] for week in month.weeks],
        "days": listed,
        "lasting": [presentation.as_item(dates[pk], clock.now()) for pk in keys.lasting[:MOST_LASTING]],
        "count_text": ngettext("%(n)s Termin", "%(n)s Termine", count) % {"n": count},
        "list_title": listing.title(name, chosen),
        "heading": listing.heading(name, chosen),
        "previous": _link(chosen, month, month.before),
        "next": _link(chosen, month, month.after),
        "this": Link(_("Dieser Monat"), chosen.address(reverse("events:this_month")), month == find(None)),
        "here": reverse("events:month", args=[f"{month.first:%Y-%m}"]),
        "is_narrowed": bool(chosen.chosen),
        "list_url": chosen.address(reverse("events:list")),
        "breadcrumbs": breadcrumbs((_("Termine"), reverse("events:list")), month.name),
    }


def _link(chosen: CalendarFilter, here: Month, first: date) -> Link | None:
    """To the sheet of another month; named with its year where that is another."""
    if not is_kept(first):
        return None
    other, url = Month(first), reverse("events:month", args=[f"{first:%Y-%m}"])
    name = date_format(first, "F") if first.year == here.first.year else other.name
    return Link(name, chosen.address(url))


@dataclass
class _Keys:
    """Keys of the dates of a month: by day, and of what goes on for longer than a week."""

    by_day: dict[date, list[int]]
    lasting: list[int]
    count: int

    @property
    def shown(self) -> set[int]:
        return {*self.lasting[:MOST_LASTING], *(pk for keys in self.by_day.values() for pk in keys[:SHOWN])}


def _groups(chosen: CalendarFilter, keys: _Keys, dates: dict[int, Occurrence]) -> dict[date, dict[str, Any]]:
    """Day → what `events/day.html` shows, with at most `SHOWN` dates and a link to the others."""
    now, groups = clock.now(), {}
    for day, found in keys.by_day.items():
        items = [presentation.as_item(dates[pk], now, on=day) for pk in found[:SHOWN]]
        more = len(found) - len(items)
        groups[day] = presentation.day_group(day, items) | {
            "more": more,
            "more_text": ngettext("%(n)s weiterer", "%(n)s weitere", more) % {"n": more},
            "more_url": chosen.address(reverse("events:list"), zeit=day.isoformat()),
        }
    return groups


def _keys(chosen: CalendarFilter, month: Month) -> _Keys:
    """What begins on a day stands before what began earlier; what lasts long stands on its first day only."""
    rows = (
        chosen.occurrences()
        .filter(starts_at__lt=midnight(month.after), over_at__gt=midnight(month.first))
        .order_by("starts_at", "pk")
        .values_list("pk", "starts_at", "ends_at")
    )
    begun: dict[date, list[int]] = defaultdict(list)
    running: dict[date, list[int]] = defaultdict(list)
    lasting, count = [], 0
    for pk, starts_at, ends_at in rows:
        first, last = when.first_and_last_day(starts_at, ends_at)
        count += last >= month.first
        if first >= month.first:
            begun[first].append(pk)
        if (last - first).days >= LASTING_DAYS:
            lasting.append(pk)
            continue
        for day in _later_days(first, last, month):
            running[day].append(pk)
    by_day = {day: begun[day] + running[day] for day in sorted({*begun, *running})}
    return _Keys(by_day, lasting, count)


def _later_days(first: date, last: date, month: Month) -> list[date]:
    """The days of the month after the first one, up to the last."""
    begins, ends = max(first + timedelta(days=1), month.first), min(last, month.after - timedelta(days=1))
    return [begins + timedelta(days=n) for n in range((ends - begins).days + 1)]


def _cell(day: date, month: Month, days: dict[date, dict[str, Any]]) -> dict[str, Any]:
    """One cell: empty outside of the month."""
    return {
        "day": day,
        "is_in_month": day.month == month.first.month,
        "is_today": day == clock.today(),
        "group": days.get(day),
        "name": when.day(day),
    }
