"""Which parts stand open: on a phone and without the script one, where there is room all that are worth it."""

from collections.abc import Iterable, Sequence

from ..extract.draft import Doubt, Span
from .doubts import LEFT_OUT
from .parts import EventPart, NewsPart, Part


def show_what_is_public(
    events: Sequence[EventPart], news: Sequence[NewsPart], doubts: Iterable[Doubt]
) -> None:
    """Parts in which words are left out stand open wholly, if they become something; no other does for their sake.

    Where the words stand in none of them, those are the first event and the first news item.
    """
    spans = [doubt.span for doubt in doubts if doubt.span and doubt.kind in LEFT_OUT]
    if not spans:
        return
    parts: list[EventPart | NewsPart] = [*events, *news]
    those = [part for part in parts if part.draft and any(_meet(part.draft.span, each) for each in spans)]
    firsts: list[EventPart | NewsPart] = [*events[:1], *news[:1]]
    for part in those or [each for each in firsts if each.draft]:
        part.shows_all = part.makes_new
        part.is_folded = part.is_folded and not part.shows_all


def leave_one_open(parts: Sequence[Part]) -> None:
    """The first, or those in which words are left out; the script unfolds the others where there is room."""
    is_open = [each for each in parts if each.is_open]
    first = [each for each in is_open if each.shows_all] or is_open[:1]
    for part in is_open:
        part.unfolds = not (any(part is each for each in first) or part.form.errors or _is_asked_for(part))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_asked_for(part: Part) -> bool:
    return isinstance(part, EventPart) and (part.is_blank or bool(part.form["find"].value()))
