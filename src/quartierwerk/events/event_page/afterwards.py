"""On the page of an event, once it is over: report, photos, minutes, how many came, and feedback."""

from typing import Any

from django.db.models import Sum, prefetch_related_objects
from django.urls import reverse

from quartierwerk.core import clock
from quartierwerk.core.templatetags.ui import content_lang

from ..enums import DocumentKind
from ..feedback import queries as feedback_queries
from ..models import Attendance, Event, Occurrence
from ..rules import feedback as feedback_rules
from .programme import DOCUMENTS, document_item, documents

AFTER_IT = (DocumentKind.MINUTES, DocumentKind.SLIDES)
PICTURE = "max-960x720|format-webp"


def context(event: Event, occurrence: Occurrence | None) -> dict[str, Any]:
    """What `events/parts/afterwards.html` shows; nothing before the date is over."""
    date = occurrence or (None if event.is_series else event.occurrences.first())
    if date is None or not date.is_over(clock.now()):
        return {"is_over": False}
    prefetch_related_objects([event], DOCUMENTS)
    asks = event.asks_feedback and not feedback_rules.why_no_feedback(event, _held(event, date), clock.now())
    found = {
        "report": event.report,
        "photos": _photos(event),
        "documents_after": [document_item(each) for each in documents(event, AFTER_IT)],
        "attendance": attendance(event, date),
        "feedback_url": reverse("events:feedback", args=[event.slug]) if asks else "",
    }
    shown = any(found[name] for name in ("report", "photos", "documents_after", "attendance"))
    return {**found, "is_over": True, "has_review": shown, "content_lang": content_lang(event.language)}


def attendance(event: Event, date: Occurrence) -> int | None:
    """How many were there: as the town told it, else as counted at the door; None where nobody knows."""
    if event.attendance_told is not None and not event.is_series:
        return event.attendance_told
    if hasattr(date, "people_there"):  # counted together with the dates, see `dates.queries.dates_of`
        return date.people_there
    return Attendance.objects.filter(occurrence=date).order_by().aggregate(n=Sum("people"))["n"]


def _held(event: Event, date: Occurrence) -> Occurrence | None:
    """A date that took place: this one, or of a series where this one was cancelled another."""
    return feedback_queries.first_held_date(event) if date.is_cancelled else date


def _photos(event: Event) -> list[dict[str, Any]]:
    """Pictures in the size of the page. How consent was given is for the desk and is not read here."""
    rows = event.photos.defer("consent_note").select_related("image").prefetch_related("image__renditions")
    return [
        {"image": photo.image.get_rendition(PICTURE), "alt": photo.alt, "caption": photo.caption}
        for photo in rows
    ]
