"""Calendar files and calendars to subscribe to. What is not public is 404."""

from datetime import date, datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import conditional_page, require_safe

from ..models import Occurrence
from ..queries import public_events
from ..series.recurrence import zone
from . import channels, ical
from .channels import Channel, Told

CALENDAR = "text/calendar; charset=utf-8"


@require_safe
@conditional_page
def event_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """All dates of an event; with `?datum=2026-10-15` one date of a series."""
    told = next(iter(channels.tell(public_events().filter(slug=slug))), None)
    if told is None:
        raise Http404
    asked = request.GET.get("datum", "")
    is_one_date = told.event.is_series and bool(asked)
    content = ical.file_of_date(told, _date_on(told, asked)) if is_one_date else ical.file_of(told)
    return HttpResponse(content, content_type=CALENDAR)


def _date_on(told: Told, asked: str) -> Occurrence:
    """The date that begins on this day, or else the one that was moved away from it."""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        raise Http404 from None
    found = [o for o in told.dates if day in (_day(o.original_start), _day(o.starts_at))]
    if not found:
        raise Http404
    return min(found, key=lambda occurrence: _day(occurrence.starts_at) != day)


def _day(moment: datetime) -> date:
    return timezone.localtime(moment, zone()).date()


@require_safe
@conditional_page
def calendar(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """All events."""
    return _subscribed(channels.everything())


@require_safe
@conditional_page
def quarter_calendar(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    return _subscribed(channels.of_quarter(slug))


@require_safe
@conditional_page
def topic_calendar(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    return _subscribed(channels.of_topic(slug))


def _subscribed(channel: Channel) -> HttpResponse:
    source = settings.BASE_URL + channel.ics_path
    content = ical.feed(channels.tell(channel.recent), name=channel.name, source=source)
    return HttpResponse(content, content_type=CALENDAR)
