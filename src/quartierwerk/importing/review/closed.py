"""Whether an event is for those who belong to it only, or a news item is about nothing else."""

from ..extract import is_not_public
from ..extract.draft import Draft, EventDraft

_SHORT = 500  # letters; a longer one reports more than that something is not public


def is_closed(event: EventDraft, text: str) -> bool:
    """Its own words say that it is not public."""
    return is_not_public(text[event.span.start : event.span.end])


def is_closed_news(number: int, draft: Draft, text: str) -> bool:
    """Every event it speaks of is; of a short one without any, its own words say so."""
    events = [event for event in draft.events if event.news == number]
    if events:
        return all(is_closed(event, text) for event in events)
    span = draft.news[number].span
    return span.end - span.start < _SHORT and is_not_public(text[span.start : span.end])
