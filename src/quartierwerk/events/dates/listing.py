"""The list of dates: its pages, its days, and the sentence for an empty one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quartierwerk.core import clock
from quartierwerk.core.context import Link, breadcrumbs

from .. import presentation
from ..event_page.calendar_links import Subscription, subscriptions
from ..feeds import channels
from ..words import when
from . import periods
from .filtering import CalendarFilter
from .periods import Period
from .queries import for_list

PER_PAGE = 20


def listing(request: HttpRequest) -> dict[str, Any]:
    """Context of `events/event_list.html` for this request's filter, period and page (`?seite=2`)."""
    chosen = CalendarFilter(request.GET)
    asked = request.GET.get("zeit", "")
    period = periods.find(asked)
    shown = period or periods.choices()[0]
    page = Paginator(for_list(shown.of(chosen.occurrences())), PER_PAGE).get_page(request.GET.get("seite"))
    count = page.paginator.count
    return {
        "filter": chosen,
        "period": shown,
        "period_unknown": period is None,
        "periods": _ways(chosen, shown),
        "list_page": page,
        "days": presentation.by_day(page, clock.now(), since=None if shown.past else shown.first),
        "count_text": ngettext("%(n)s Termin", "%(n)s Termine", count) % {"n": count},
        "is_narrowed": bool(chosen.chosen or shown.key),
        "empty": _empty(chosen, shown) if not count else None,
        "list_title": title(_what(shown), chosen, shown),
        "heading": heading(_what(shown), chosen, shown),
        "month_url": chosen.address(reverse("events:month", args=[f"{shown.first:%Y-%m}"])),
        "all_url": reverse("events:list"),
        "subscriptions": _subscriptions(chosen),
        "breadcrumbs": _way(chosen, shown),
    }


def _subscriptions(chosen: CalendarFilter) -> list[Subscription]:
    """The calendars of the chosen Quartier and topic, and that of all dates."""
    own = [channels.about_quarter(chosen.quarter)] if chosen.quarter else []
    return subscriptions(*own, *([channels.about_topic(chosen.topic)] if chosen.topic else []))


def _what(period: Period) -> str:
    return _("Vergangene Termine") if period.past else _("Termine")


def title(what: str, chosen: CalendarFilter, period: Period | None = None) -> str:
    """`Termine`, `Vergangene Termine`, `Termine: Diese Woche, Welper`."""
    narrowed = [_period_text(period) if period else "", *chosen.labels]
    return ": ".join(filter(None, [what, ", ".join(filter(None, narrowed))]))


def heading(what: str, chosen: CalendarFilter, period: Period | None = None) -> SafeString:
    """The title with its parts marked with their language."""
    return format_html_join(": ", "{}", ((part,) for part in (what, _narrowed(chosen, period)) if part))


def _narrowed(chosen: CalendarFilter, period: Period | None) -> SafeString:
    labels = [_period_text(period) if period else "", *chosen.marked_labels]
    return format_html_join(", ", "{}", ((label,) for label in labels if label))


def _period_text(period: Period) -> str:
    if period.whole_days:
        return when.day(period.first)
    return "" if period.past or not period.key else period.label


def _way(chosen: CalendarFilter, period: Period) -> list[Link]:
    narrowed = _narrowed(chosen, period)
    if not narrowed and not period.past:
        return breadcrumbs(_("Termine"))
    last = heading(_what(period), chosen, period) if period.past else narrowed
    return breadcrumbs((_("Termine"), reverse("events:list")), last)


def _ways(chosen: CalendarFilter, period: Period) -> list[Link]:
    """A link for each period, everything else that is chosen kept."""
    here = reverse("events:list")
    return [
        Link(each.label, chosen.address(here, zeit=each.key), each.key == period.key)
        for each in periods.choices()
    ]


def _empty(chosen: CalendarFilter, period: Period) -> dict[str, str]:
    """Why the list is empty, and the best way out: another spelling, another time, all of it."""
    here = reverse("events:list")
    if respelled := chosen.respelled(here, zeit=period.key):
        return respelled
    if chosen.chosen and period.key:
        return {
            "title": _("In dieser Zeit ist nichts eingetragen"),
            "text": _("Sehen Sie alle kommenden Termine zu Ihrer Auswahl."),
            "url": chosen.address(here),
            "action": _("Alle kommenden zeigen"),
        }
    if chosen.chosen:
        return {
            "title": _("Dazu ist zurzeit kein Termin eingetragen"),
            "text": _("Vielleicht finden Sie etwas unter allen Terminen. Oder rufen Sie uns an."),
            "url": here,
            "action": _("Alle Termine zeigen"),
        }
    if period.key:
        return {
            "title": _("In dieser Zeit ist nichts eingetragen"),
            "text": _("Sehen Sie, was später kommt."),
            "url": here,
            "action": _("Alle kommenden zeigen"),
        }
    return {
        "title": _("Zurzeit ist kein Termin eingetragen"),
        "text": _("Sobald etwas geplant ist, steht es hier. Bis dahin können Sie nachlesen, was war."),
        "url": f"{here}?zeit={periods.PAST}",
        "action": _("Vergangene Termine"),
    }
