"""Where the text gives a venue of the directory another address: somebody has to say which one is right."""

from typing import Any

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from ..extract.draft import Doubt, DoubtKind, EventDraft, Value
from ..extract.gazetteer import key
from .directory import Directory
from .notes import Note, Notes

SAME_STREET = 85  # of 100: “Thingstr. 19” is “Thingstraße 19”
TELLS_WHERE = ("summary", "description")


def look_at_address(
    form: Any, notes: Notes, draft: EventDraft, first: dict[str, Any], known: Directory
) -> None:
    """Where a venue of the directory is chosen: its doubts, and both addresses beside it."""
    venue = str(first.get("venue") or "")
    if not venue:
        return
    without_unknown_place(notes)
    if (other := other_address(draft, venue, known)) is not None:
        note_address(notes, other, first)
        form.fields["venue"].help_text = both_addresses(other, venue, known)


def other_address(draft: EventDraft, venue: str, known: Directory) -> Value[str] | None:
    """What the text says, where the directory says another street or number for this venue; None without a venue."""
    own, said = known.venue_streets.get(venue, ""), draft.street_address
    if not own or said is None:
        return None
    written = said.value.split(",")[0].strip()
    return said if written and _contradict(key(written), key(own)) else None


def _contradict(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """“Am Markt” does not contradict “Am Markt 4”; “Am Markt 6” does."""
    numbers = ([word for word in each if word[0].isdigit()] for each in (one, other))
    if all(first := list(numbers)) and first[0] != first[1]:
        return True
    streets = [" ".join(word for word in each if not word[0].isdigit()) for each in (one, other)]
    return fuzz.ratio(*streets) < SAME_STREET


def note_address(notes: Notes, said: Value[str], first: dict[str, Any]) -> None:
    """At the venue, and at each field whose words would tell the other address."""
    notes.setdefault("venue", Note()).doubt(Doubt(DoubtKind.ADDRESS_CONFLICT, next(iter(said.spans), None)))
    street = said.value.split(",")[0].strip()
    for name in TELLS_WHERE:
        if street and street in str(first.get(name) or ""):
            notes.setdefault(name, Note()).doubt(Doubt(DoubtKind.ADDRESS_TOLD))


def both_addresses(said: Value[str], venue: str, known: Directory) -> str:
    return _("Im Text: %(text)s. Im Verzeichnis: %(directory)s.") % {
        "text": said.value,
        "directory": known.venue_streets[venue],
    }


def without_unknown_place(notes: Notes) -> None:
    """The venue is one of the directory: nothing is wrong with the empty field for another place."""
    if note := notes.get("place_name"):
        note.doubts = [each for each in note.doubts if each.kind != DoubtKind.PLACE_UNKNOWN]
        note.hints = []
