"""Calendar files and calendars to subscribe to. What is not public is 404."""

from datetime import date, datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import conditional_page, require_safe

from . import channels, ical
from .channels import Channel, with_all_a_calendar_tells
from .models import Event, Occurrence
from .queries import public_events
from .recurrence import zone

CALENDAR = "text/calendar; charset=utf-8"


@require_safe
@conditional_page
def event_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """All dates of an event; with `?datum=2026-10-15` one date of a series."""
    event = get_object_or_404(with_all_a_calendar_tells(public_events()), slug=slug)
    asked = request.GET.get("datum", "")
    if asked and event.is_series:
        content = ical.file_of_date(event, _date_on(event, asked))
    else:
        content = ical.file_of(event)
    return HttpResponse(content, content_type=CALENDAR)


def _date_on(event: Event, asked: str) -> Occurrence:
    """The date that begins on this day, or else the one that was moved away from it."""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        raise Http404 from None
    found = [o for o in event.occurrences.all() if day in (_day(o.original_start), _day(o.starts_at))]
    if not found:
        raise Http404
    return min(found, key=lambda occurrence: _day(occurrence.starts_at) != day)


def _day(moment: datetime) -> date:
    return timezone.localtime(moment, zone()).date()


@require_safe
@conditional_page
def calendar(request: HttpRequest) -> HttpResponse:
    """All events."""
    return _subscribed(channels.everything())


@require_safe
@conditional_page
def quarter_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    return _subscribed(channels.of_quarter(slug))


@require_safe
@conditional_page
def topic_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    return _subscribed(channels.of_topic(slug))


def _subscribed(channel: Channel) -> HttpResponse:
    source = settings.BASE_URL + channel.ics_path
    content = ical.feed(channel.for_calendars, name=channel.name, source=source)
    return HttpResponse(content, content_type=CALENDAR)
