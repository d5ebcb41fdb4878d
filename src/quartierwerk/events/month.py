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

from . import listing, presentation
from .filtering import CalendarFilter
from .models import Occurrence
from .periods import midnight
from .calendar_queries import for_list

SHOWN = 4  # dates of one day; the others are a link away
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
    days, count = _days(chosen, month)
    listed = [days[day] for week in month.weeks for day in week if day in days]
    return {
        "filter": chosen,
        "month": month,
        "weeks": [[_cell(day, month, days) for day in week] for week in month.weeks],
        "days": listed,
        "count_text": ngettext("%(n)s Termin", "%(n)s Termine", count) % {"n": count},
        "list_title": listing.title(chosen).replace(_("Termine"), _("Termine im %s") % month.name, 1),
        "previous": _link(chosen, month.before),
        "next": _link(chosen, month.after),
        "this": Link(_("Dieser Monat"), chosen.address(reverse("events:this_month")), month == find(None)),
        "here": reverse("events:month", args=[f"{month.first:%Y-%m}"]),
        "is_narrowed": bool(chosen.chosen),
        "list_url": chosen.address(reverse("events:list")),
        "breadcrumbs": breadcrumbs((_("Termine"), reverse("events:list")), month.name),
    }


def _link(chosen: CalendarFilter, first: date) -> Link | None:
    if not is_kept(first):
        return None
    url = reverse("events:month", args=[f"{first:%Y-%m}"])
    return Link(Month(first).name, chosen.address(url))


def _days(chosen: CalendarFilter, month: Month) -> tuple[dict[date, dict[str, Any]], int]:
    """Day → its group, with at most `SHOWN` dates; and how many dates the month has. Two queries and their quarters."""
    by_day, count = _keys_by_day(chosen, month)
    wanted = {pk for keys in by_day.values() for pk in keys[:SHOWN]}
    dates = {date.pk: date for date in for_list(Occurrence.objects.filter(pk__in=wanted))}
    now, groups = clock.now(), {}
    for day, keys in by_day.items():
        items = [presentation.as_item(dates[pk], now, on=day) for pk in keys[:SHOWN]]
        more = len(keys) - len(items)
        groups[day] = presentation.day_group(day, items) | {
            "more": more,
            "more_text": ngettext("%(n)s weiterer", "%(n)s weitere", more) % {"n": more},
            "more_url": chosen.address(reverse("events:list"), zeit=day.isoformat()),
        }
    return groups, count


def _keys_by_day(chosen: CalendarFilter, month: Month) -> tuple[dict[date, list[int]], int]:
    """Day of the month → keys of its dates: what begins on it by the clock, then what began earlier."""
    rows = (
        chosen.occurrences()
        .filter(starts_at__lt=midnight(month.after), over_at__gt=midnight(month.first))
        .order_by("starts_at", "pk")
        .values_list("pk", "starts_at", "ends_at")
    )
    begun: dict[date, list[int]] = defaultdict(list)
    running: dict[date, list[int]] = defaultdict(list)
    count = 0
    for pk, starts_at, ends_at in rows:
        first = presentation.first_day(starts_at)
        last = presentation.last_day(starts_at, ends_at)
        count += last >= month.first
        if first >= month.first:
            begun[first].append(pk)
        day = max(first + timedelta(days=1), month.first)
        while day <= last and day < month.after:
            running[day].append(pk)
            day += timedelta(days=1)
    return {day: begun[day] + running[day] for day in sorted({*begun, *running})}, count


def _cell(day: date, month: Month, days: dict[date, dict[str, Any]]) -> dict[str, Any]:
    """One cell: empty outside of the month."""
    return {
        "day": day,
        "is_in_month": day.month == month.first.month,
        "is_today": day == clock.today(),
        "group": days.get(day),
        "name": presentation.day_text(day),
    }
