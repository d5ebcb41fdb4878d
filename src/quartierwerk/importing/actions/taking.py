"""What somebody decided about each part of an announcement is done, all of it or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.core.refusals import refuse
from quartierwerk.events import actions as event_actions
from quartierwerk.events.models import Event, Occurrence
from quartierwerk.news.actions import create_news
from quartierwerk.news.models import NewsPage
from quartierwerk.people.actions import create_contact
from quartierwerk.people.models import Contact

from .. import rules
from ..enums import MAKES_NEW, Decision, Part, State
from ..models import Announcement, Example, Figure, Result
from .locking import lock


@dataclass(frozen=True)
class NewsSaid:
    """A news item as it was put right; `values` as `news.actions.create_news` takes them, `known` where it is there."""

    decision: Decision
    values: dict[str, Any] = field(default_factory=dict)
    known: NewsPage | None = None


@dataclass(frozen=True)
class EventSaid:
    """An event as it was put right.

    `write` is the `save` of a valid form of a new event. `known` is the event that is meant where it is there already;
    then `reason` tells why it is cancelled or moved, and `move` holds `starts_at`, `ends_at` and, where it changes,
    `place`. `date`: the one date of a series that is meant; None means all of it.
    `news` and `contact`: numbers of the parts of this announcement that belong to it.
    """

    decision: Decision
    write: Callable[[], Event] | None = None
    known: Event | None = None
    date: Occurrence | None = None
    reason: str = ""
    move: dict[str, Any] = field(default_factory=dict)
    news: int | None = None
    contact: int | None = None


@dataclass(frozen=True)
class ContactSaid:
    """Somebody to ask: `known`, or `values` as `people.actions.create_contact` takes them."""

    decision: Decision
    values: dict[str, Any] = field(default_factory=dict)
    known: Contact | None = None


@dataclass(frozen=True)
class FigureSaid:
    decision: Decision
    value: float = 0.0
    unit: str = ""
    sentence: str = ""


@dataclass(frozen=True)
class Done:
    """What became of an event; of one that was cancelled or moved when it was to begin, when it does, and how many
    registrations are told. `was_at` is None for a whole series."""

    event: Event | None = None
    was_at: datetime | None = None
    now_at: datetime | None = None
    told: int | None = None


@dataclass(frozen=True)
class Said:
    """Everything that was decided; each part in the order of the draft. `example`: fields of `Example`, or None."""

    news: Sequence[NewsSaid] = ()
    events: Sequence[EventSaid] = ()
    contacts: Sequence[ContactSaid] = ()
    figures: Sequence[FigureSaid] = ()
    example: dict[str, Any] | None = None


@transaction.atomic
def take(*, announcement: Announcement, said: Said, seen: str | None = None, by: Any) -> list[Result]:
    """Raises ValidationError with what is refused; then nothing at all has happened. `seen`: the version on the page."""
    announcement = lock(announcement)
    refuse(rules.why_not_decided(announcement) or rules.why_not_as_seen(announcement, seen))
    contacts = [_contact(each, by) for each in said.contacts]
    news = [_news(each, announcement, by) for each in said.news]
    events = [_event(each, news, contacts, by) for each in said.events]
    for figure in said.figures:
        _figure(figure, announcement)
    if said.example is not None:
        Example.objects.create(**said.example)
    announcement.state, announcement.decided_by, announcement.decided_at = State.TAKEN, by, clock.now()
    announcement.save()
    results = [
        *_results(announcement, Part.NEWS, said.news, news),
        *_results(announcement, Part.EVENT, said.events, events),
        *_results(announcement, Part.CONTACT, said.contacts, contacts),
        *_results(announcement, Part.FIGURE, said.figures, []),
    ]
    audit.record("announcement taken", announcement, by=by, news=_made(said.news), events=_made(said.events))
    return results


def _contact(said: ContactSaid, by: Any) -> Contact | None:
    if said.decision not in MAKES_NEW:
        return said.known
    return create_contact(by=by, is_public=said.decision == Decision.PUBLISH, **said.values)


def _news(said: NewsSaid, announcement: Announcement, by: Any) -> NewsPage | None:
    if said.decision not in MAKES_NEW:
        return said.known if said.decision == Decision.THERE else None
    values: dict[str, Any] = {"day": _day_of(announcement), **said.values}
    return create_news(by=by, publish=said.decision == Decision.PUBLISH, **values)


def _day_of(announcement: Announcement) -> date:
    return announcement.published_on or announcement.read_on


def _event(said: EventSaid, news: list[NewsPage | None], contacts: list[Contact | None], by: Any) -> Done:
    refuse(rules.why_no_known_event(said.decision, said.known is not None))
    if said.known is not None:
        return _known_event(said, said.known, by)
    if said.write is None or said.decision not in MAKES_NEW:
        return Done()
    event = event_actions.create_event(write=said.write, by=by)
    _belonging(event, news, contacts, said)
    if said.decision == Decision.PUBLISH:
        event = event_actions.publish_event(event=event, by=by)
    return Done(event)


def _known_event(said: EventSaid, event: Event, by: Any) -> Done:
    if said.decision not in (Decision.CANCEL, Decision.MOVE):
        return Done(event)
    date = said.date
    was_at = date.starts_at if date else None if event.is_series else event.starts_at
    if said.decision == Decision.CANCEL:
        return Done(event, was_at, told=_cancel(said, event, by))
    told = _move(said, event, by)
    return Done(event, was_at, said.move.get("starts_at"), told)


def _cancel(said: EventSaid, event: Event, by: Any) -> int:
    if said.date:
        return event_actions.cancel_date(occurrence=said.date, reason=said.reason, by=by)
    return event_actions.cancel_event(event=event, reason=said.reason, by=by)


def _move(said: EventSaid, event: Event, by: Any) -> int:
    if said.date:
        return event_actions.move_date(occurrence=said.date, reason=said.reason, by=by, **said.move)
    return event_actions.move_event(event=event, reason=said.reason, by=by, **said.move)


def _belonging(
    event: Event, news: list[NewsPage | None], contacts: list[Contact | None], said: EventSaid
) -> None:
    """The news item that speaks of it, and the person to ask, both of the same text."""
    item = news[said.news] if said.news is not None and said.news < len(news) else None
    if item is not None:
        event.news.add(item)
    person = contacts[said.contact] if said.contact is not None and said.contact < len(contacts) else None
    if person is not None:
        event.contact = person
    event.save()


def _figure(said: FigureSaid, announcement: Announcement) -> None:
    if said.decision in MAKES_NEW:
        Figure.objects.create(
            value=said.value,
            unit=said.unit,
            sentence=said.sentence,
            announcement=announcement,
            published_on=_day_of(announcement),
            url=announcement.url,
        )


def _results(
    announcement: Announcement, part: Part, said: Sequence[Any], made: Sequence[Any]
) -> list[Result]:
    """One row a part, so that the desk can tell what became of it."""
    names = {Part.NEWS: "news", Part.CONTACT: "contact"}
    rows = []
    for number, each in enumerate(said):
        row = Result(announcement=announcement, part=part, number=number, decision=each.decision)
        if part == Part.EVENT:
            done = made[number]
            row.event, row.was_at, row.now_at, row.told = done.event, done.was_at, done.now_at, done.told
        elif part in names and number < len(made):
            setattr(row, names[part], made[number])
        rows.append(row)
    return Result.objects.bulk_create(rows)


def _made(said: Sequence[Any]) -> int:
    return sum(each.decision in MAKES_NEW for each in said)
