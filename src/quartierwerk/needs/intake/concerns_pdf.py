"""The concerns of an event on paper, with room for notes: PDF/UA-1, in large type."""

from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from quartierwerk.core import clock, pdf
from quartierwerk.core.models import Town
from quartierwerk.events.models import Event
from quartierwerk.events.words import when, where

from ..models import Need
from ..queries import labels
from . import queries

TEMPLATE = "concerns"


def concerns_pdf(event: Event) -> bytes:
    """Everything that was said for the event, numbered, without names; in German, for the town hall."""
    with translation.override("de"):
        return pdf.render(TEMPLATE, _sheet(event))


def _sheet(event: Event) -> dict[str, Any]:
    town, words = Town.load(), labels()
    place = where.short(event)
    return {
        "title": _("Anliegen: %s") % event.title,
        "language": "de",
        "town": {"name": town.official_name, "colour": town.primary_colour},
        "about": " · ".join(part for part in (when.of(event, with_year=True), place) if part),
        "note": _("Stand: %s. Ohne Namen; die Antworten stehen später öffentlich beim Termin.")
        % date_format(clock.today(), "DATE_FORMAT"),
        "notes_label": _("Notizen"),
        "empty": _("Bisher hat niemand ein Anliegen genannt."),
        "page_of": _("Seite {page} von {pages}"),
        "concerns": [_concern(need, words) for need in queries.concerns_of(event).select_related("quarter")],
    }


def _concern(need: Need, words: dict[Any, str]) -> dict[str, Any]:
    state = words[need.state] if need.answered_at else ""
    small = [
        need.reference,
        need.place_name or (need.quarter.name if need.quarter else ""),
        "" if need.is_public else _("noch nicht öffentlich"),
        state,
    ]
    return {
        "title": need.title,
        "paragraphs": [block.strip() for block in need.text.split("\n\n") if block.strip()],
        "small": " · ".join(part for part in small if part),
    }
