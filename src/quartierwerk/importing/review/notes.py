"""What stands beside each field: the words it came from, how sure that is, and what to look at. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ..extract.draft import ContactDraft, Doubt, DoubtKind, EventDraft, FigureDraft, NewsDraft, Span, Value

UNSURE_BELOW = 0.6
QUIET = frozenset({DoubtKind.PLACE_UNKNOWN})  # told at the field, no doubt where the words were read clearly

# A doubt stands where it is put right, whichever value brought it.
FIELD_OF = {
    DoubtKind.NOT_FOR_PUBLIC: "description",
    DoubtKind.PRIVATE: "description",
    DoubtKind.PERHAPS_PRIVATE: "registration_note",
    DoubtKind.EMBARGO: "decision",
    DoubtKind.ALL_INTERNAL: "decision",
    DoubtKind.SENSITIVE: "decision",
    DoubtKind.MINUTES: "decision",
    DoubtKind.NOT_GERMAN: "decision",
    DoubtKind.WEEKDAY_CONFLICT: "start_day",
    DoubtKind.RELATIVE_CONFLICT: "start_day",
    DoubtKind.YEAR_GUESSED: "start_day",
    DoubtKind.YEAR_FROM_WEEKDAY: "start_day",
    DoubtKind.MONTH_GUESSED: "start_day",
    DoubtKind.RELATIVE_DATE: "start_day",
    DoubtKind.NO_SUCH_DATE: "start_day",
    DoubtKind.MIDNIGHT: "start_day",
    DoubtKind.NO_DATE: "start_day",
    DoubtKind.IN_THE_PAST: "start_day",
    DoubtKind.NO_TIME: "start_time",
    DoubtKind.TIME_INHERITED: "start_time",
    DoubtKind.TIME_AMBIGUOUS: "start_time",
    DoubtKind.WEEKLY_GUESSED: "repeats",
    DoubtKind.PAUSES: "exceptions",
    DoubtKind.EXTRA_DAY: "exceptions",
    DoubtKind.PLACE_UNKNOWN: "place_name",
    DoubtKind.ADDRESS_CONFLICT: "venue",
    DoubtKind.ADDRESS_TOLD: "description",
    DoubtKind.PLACE_OF_HOST: "place_name",
    DoubtKind.AREA_CODE_ADDED: "registration_note",
    DoubtKind.PHONE_INCOMPLETE: "registration_note",
    DoubtKind.PHONE_ODD: "registration_note",
    DoubtKind.EMAIL_MISSING: "registration_note",
    DoubtKind.EMAIL_DISGUISED: "registration_note",
    DoubtKind.TICKETS: "registration_mode",
    DoubtKind.TITLE_GUESSED: "title",
    DoubtKind.TOO_LONG: "title",
}


@dataclass
class Note:
    """`spans`: the words, `doubtful` those to look at; `wide`: whole sentences or paragraphs, shown only while somebody is at the field.

    `hints`: what is told there without being in doubt.
    """

    spans: list[Span] = field(default_factory=list)
    doubtful: list[Span] = field(default_factory=list)
    wide: list[Span] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    hints: list[Doubt] = field(default_factory=list)
    is_unsure: bool = False

    def add(self, value: Value[Any], *, is_wide: bool = False) -> None:
        spans = self.wide if is_wide else self.spans
        spans += [span for span in value.spans if span not in spans]
        if not QUIET.issuperset(doubt.kind for doubt in value.doubts) or value.confidence < UNSURE_BELOW:
            self.doubtful += value.spans
        self.is_unsure = self.is_unsure or (bool(value.spans) and value.confidence < UNSURE_BELOW)

    def doubt(self, doubt: Doubt) -> None:
        said = self.hints if doubt.kind in QUIET and not self.is_unsure else self.doubts
        if doubt.kind not in [each.kind for each in said]:
            said.append(doubt)


Notes = dict[str, Note]


def of_event(
    event: EventDraft, *, in_directory: bool, has_contact: bool, reason: Value[str] | None = None
) -> Notes:
    """By field of the form. `in_directory`: the place is a venue; `has_contact`: the person is one to choose.

    `reason`: why it is off or moved.
    """
    place, person = (
        "venue" if in_directory else "place_name",
        "contact" if has_contact else "registration_note",
    )
    street = "venue" if in_directory else "street"
    said: list[tuple[str, Value[Any] | None]] = [
        ("title", event.title),
        ("summary", event.summary),
        *(("description", each) for each in event.description),
        ("start_day", event.start),
        ("start_time", event.start_time),
        ("end_time", event.end_time),
        ("description", event.doors),
        (place, event.place),
        ("venue", event.venue if in_directory else None),
        (street, event.street_address),
        ("quarters", event.quarter),
        (person, event.contact),
        *((person, each) for each in event.phones),
        *((person, each) for each in event.emails),
        ("registration_mode", event.registration),
        ("registration_note", event.registration_how),
        ("registration_closes_at", event.registration_deadline),
        ("capacity", event.capacity),
        ("price", event.price),
        ("count", event.dates),
        ("repeats", event.recurrence),
        *(("exceptions", each) for each in event.excluded),
        ("decision", event.status),
        ("decision", event.moved_from),
        ("reason", reason),
    ]
    said += _hours(event)
    wide = {id(event.registration_how), *map(id, event.description), id(event.summary)}
    notes = _collected(said, wide)
    for doubt in event.all_doubts:
        notes.setdefault(FIELD_OF[doubt.kind], Note()).doubt(doubt)
    return notes


def number_of_doubts(event: EventDraft) -> int:
    """As the page counts them, without its forms."""
    is_unsure = event.place is not None and event.place.confidence < UNSURE_BELOW
    return sum(doubt.kind not in QUIET or is_unsure for doubt in event.all_doubts)


def where_is_told(notes: Notes) -> None:
    """Where tickets are sold stands at the registration: nobody has to look it up in the description."""
    if note := notes.get(FIELD_OF[DoubtKind.TICKETS]):
        note.doubts = [each for each in note.doubts if each.kind != DoubtKind.TICKETS]


def _hours(event: EventDraft) -> list[tuple[str, Value[Any] | None]]:
    """Beginning and end are read together; their fields are apart."""
    start, end = event.start, event.end
    found: list[tuple[str, Value[Any] | None]] = []
    if start and isinstance(start.value, datetime):
        found.append(("start_time", start))
    if end and isinstance(end.value, datetime):
        found.append(("end_time", end))
    if end and start and _day(end.value) != _day(start.value):
        found.append(("end_day", end))
    return found


def _day(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def of_news(news: NewsDraft) -> Notes:
    said = [("title", news.title), ("teaser", news.teaser), ("day", news.published)]
    wide = {id(news.teaser), *map(id, news.body), *([id(news.title)] if _is_of_its_text(news) else [])}
    notes = _collected([*said, *(("body", each) for each in news.body)], wide)
    for name, value in said:
        for doubt in value.doubts if value else ():
            notes.setdefault(name, Note()).doubt(doubt)
    return notes


def _is_of_its_text(news: NewsDraft) -> bool:
    """No headline, but a sentence: the words that matter in it, such as old and new day, are marked on their own."""
    body = [span for each in news.body for span in each.spans]
    return any(each.start <= own.start < each.end for own in news.title.spans for each in body)


def of_contact(contact: ContactDraft) -> Notes:
    said: list[tuple[str, Value[Any] | None]] = [
        ("name", contact.name),
        ("role", contact.role),
        ("street", contact.street_address),
        *(("email", each) for each in contact.emails),
        *(("mobile" if is_mobile(each.value.e164) else "phone", each) for each in contact.phones),
    ]
    notes = _collected(said, set())
    for name, value in said:
        for doubt in value.doubts if value else ():
            notes.setdefault(name, Note()).doubt(doubt)
    return notes


def of_figure(figure: FigureDraft) -> Notes:
    return _collected([("keep", figure.value)], set())


def is_mobile(e164: str) -> bool:
    """Germany's mobile numbers begin with 15, 16 or 17."""
    return e164.startswith(("+4915", "+4916", "+4917"))


def _collected(said: Iterable[tuple[str, Value[Any] | None]], wide: set[int]) -> Notes:
    notes: Notes = {}
    for name, value in said:
        if value is not None:
            notes.setdefault(name, Note()).add(value, is_wide=id(value) in wide)
    return notes
