"""What everybody sees: the list of dates, the sheet of a month, the page of an event."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..event_page import page
from . import listing, month, queries


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    """Coming or past dates, narrowed by what the address says."""
    return render(request, "events/event_list.html", listing.listing(request))


@require_safe
def month_sheet(request: HttpRequest, text: str | None = None) -> HttpResponse:
    """The month of `2026-11`, or the present one."""
    return render(request, "events/month.html", month.sheet(request, month.find(text)))


@require_safe
def event(request: HttpRequest, slug: str) -> HttpResponse:
    """One event; `?datum=2026-11-26` picks a date of a series."""
    try:
        shown = queries.public_event(slug)
    except queries.EventGoneError:
        return render(request, "410.html", status=410)
    return render(request, "events/event.html", page.context(shown, _day(request.GET.get("datum", ""))))


def _day(text: str) -> date | None:
    """A day as it stands in an address; anything else is as if it were not there."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
