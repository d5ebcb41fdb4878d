"""What was announced before an event or a date moved, in words; readers see it wherever they see the event."""

from datetime import datetime

from ..models import Event, Occurrence
from . import when


def earlier_start(event: Event, occurrence: Occurrence | None) -> datetime | None:
    """When it was to begin first; None where the time is as announced."""
    if event.is_series:
        return occurrence.original_start if occurrence and occurrence.is_moved else None
    return event.moved_from


def announced(event: Event, occurrence: Occurrence | None, *, with_year: bool = False) -> str:
    """`Donnerstag, 24. Dezember, 17 Uhr, Küsterhaus, Burgstraße 1`: time, place or both, as far as they are others now; else ""."""
    earlier = earlier_start(event, occurrence)
    time = when.moment(earlier, with_year=with_year) if earlier else ""
    return ", ".join(part for part in (time, "" if event.is_series else event.moved_from_place) if part)
