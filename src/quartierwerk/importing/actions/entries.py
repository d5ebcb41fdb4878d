"""What a feed says now, against what it said before: new entries wait at the desk, changed ones are renewed or suggested."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from quartierwerk.core import clock
from quartierwerk.core.refusals import refuse
from quartierwerk.events.models import Event

from .. import rules
from ..enums import CameBy, ChangeState, FeedKind, Part, State
from ..feeds.differences import differences
from ..feeds.doubles import Doubles
from ..feeds.entries import Entry, day_of, is_event, next_day, over_on
from ..feeds.rendering import rendered
from ..fingerprints import fingerprint
from ..models import Announcement, Change, Feed
from .giving import Given, give, note_reading
from .locking import lock

MOST_NEW = 100  # at a time; whoever offers more waits for the next hour with the rest
logger = logging.getLogger(__name__)


@dataclass
class TakenIn:
    """How many are new, probably there already, renewed, suggested as a change, left for the next time, or were refused."""

    new: int = 0
    doubles: int = 0
    renewed: int = 0
    changed: int = 0
    left: int = 0
    refused: int = 0


@dataclass
class _Run:
    """What is needed to take in one feed. `with_change`: announcements of which a change waits."""

    feed: Feed
    doubles: Doubles
    with_change: frozenset[int]
    done: TakenIn = field(default_factory=TakenIn)


def take_in(*, feed: Feed, kind: str, entries: Sequence[Entry], is_whole: bool = True) -> TakenIn:
    """`entries`: those to come, as `feeds.reading` gives them; `is_whole`: none was left out, so a missing one is gone.

    Each entry in a transaction of its own: one that cannot be kept spoils no other.
    """
    waiting = Change.objects.filter(announcement__feed=feed, state=ChangeState.WAITING)
    run = _Run(feed, Doubles(feed), frozenset(waiting.values_list("announcement", flat=True)))
    known = {each.key: each for each in Announcement.objects.filter(feed=feed)}
    offered = {key_of(feed, entry): entry for entry in entries}
    gone = [each for key, each in known.items() if key not in offered]
    for each, key in _with_new_keys(gone, [key for key in offered if key not in known], offered):
        known.pop(each.key)
        gone.remove(each)
        Announcement.objects.filter(pk=each.pk).update(key=key)
        known[key] = each
    for key, entry in offered.items():
        if _says_the_same(run, entry, known.get(key)):
            continue
        try:
            with transaction.atomic():
                _keep(run, key, entry, known.get(key))
        except (ValidationError, DatabaseError, ValueError):
            logger.warning("An entry of feed %s could not be kept.", feed.pk, exc_info=True)
            run.done.refused += 1
    if kind == FeedKind.CALENDAR and entries and is_whole:
        for each in gone:
            _note_gone(each, run.done)
    return run.done


def key_of(feed: Feed, entry: Entry) -> str:
    return f"{feed.pk}:{entry['uid']}"


def _with_new_keys(
    gone: list[Announcement], new: list[str], offered: dict[str, Entry]
) -> list[tuple[Announcement, str]]:
    """Some calendars give an event another UID each time somebody saves it: same title, same moment, same entry."""
    by_what = {_what(offered[key]): key for key in new if is_event(offered[key])}
    return [
        (each, by_what.pop(_what(each.entry)))
        for each in list(gone)
        if each.entry is not None and is_event(each.entry) and _what(each.entry) in by_what
    ]


def _what(entry: Entry) -> tuple[str, str]:
    return entry["title"], entry["starts"]


def _says_the_same(run: _Run, entry: Entry, known: Announcement | None) -> bool:
    """A waiting change may have been taken back, so it is looked at."""
    return known is not None and known.entry == entry and known.pk not in run.with_change


def _keep(run: _Run, key: str, entry: Entry, known: Announcement | None) -> None:
    if known is not None:
        _follow(lock(known), entry, run.done)
    elif is_event(entry) and entry["is_off"]:
        return  # nobody here ever heard of it
    elif run.done.new >= MOST_NEW:
        run.done.left += 1
    else:
        _offer(run, key, entry)


def _offer(run: _Run, key: str, entry: Entry) -> None:
    announcement, _is_new = give(
        given=Given(
            text=rendered(entry).text,
            title=entry["title"],
            came_by=CameBy.FEED,
            url=entry["url"] or "",
            published_on=day_of(entry["published"]) if entry.get("published") else None,
            feed=run.feed,
            key=key,
            entry=entry,
        )
    )
    announcement.over_on = over_on(entry) or (None if is_event(entry) else clock.today())
    if is_event(entry) and (double := run.doubles.of(entry)):
        announcement.same_event, announcement.same_as = double.event, double.announcement
        _put_away(announcement)
        run.done.doubles += 1
    else:
        run.done.new += 1
    announcement.save()


def _follow(announcement: Announcement, entry: Entry, done: TakenIn) -> None:
    if announcement.entry is None:  # its words were deleted: it is long over
        return
    event = event_of(announcement)
    if event is not None and is_event(entry):
        done.changed += _suggest(announcement, entry, event)
        return
    if is_event(entry) and entry["starts"] != announcement.entry["starts"]:
        announcement.same_as = None  # it was the same as another one at that moment
    write_entry(announcement, entry)
    is_off = is_event(entry) and entry["is_off"]
    if announcement.state == State.WAITING and is_off:
        _put_away(announcement)
    elif _was_put_away(announcement) and not is_off:
        announcement.state, announcement.decided_at = State.WAITING, None
    done.renewed += announcement.state == State.WAITING
    announcement.save()


def _note_gone(announcement: Announcement, done: TakenIn) -> None:
    """An entry to come that the calendar has no more."""
    entry = announcement.entry
    if entry is None or not is_event(entry) or entry["is_off"] or next_day(entry, clock.today()) is None:
        return
    with transaction.atomic():
        _follow(lock(announcement), {**entry, "is_off": True, "is_gone": True}, done)


def event_of(announcement: Announcement) -> Event | None:
    """The event that was made of it, or that is the same; not that of a double of another announcement."""
    result = announcement.results.filter(part=Part.EVENT).exclude(event=None).select_related("event").first()
    return result.event if result else announcement.same_event


def _suggest(announcement: Announcement, entry: Entry, event: Event) -> bool:
    """One waiting change an announcement, always against what was last decided. Answers whether there is a new one."""
    before = announcement.entry or {}
    waiting = announcement.changes.filter(state=ChangeState.WAITING).first()
    if not differences(before, entry, event):
        if waiting:
            waiting.delete()
        write_entry(announcement, entry)
        announcement.save()
        return False
    if waiting and waiting.entry == entry:
        return False
    if waiting:
        waiting.entry, waiting.seen_at = entry, clock.now()
        waiting.save()
        return False
    Change.objects.create(announcement=announcement, event=event, entry=entry)
    return True


def write_entry(announcement: Announcement, entry: Entry) -> None:
    """Text and entry always belong together: the spans of the draft lie in the text."""
    text = rendered(entry).text
    refuse(rules.why_not_given(text))
    announcement.text, announcement.fingerprint = text, fingerprint(text)
    announcement.title, announcement.url = entry["title"], entry["url"] or ""
    announcement.entry = entry
    announcement.over_on = over_on(entry) or (None if is_event(entry) else announcement.over_on)
    note_reading(announcement)


def _put_away(announcement: Announcement) -> None:
    """Nobody did: it is here already, or off."""
    announcement.state, announcement.decided_by, announcement.decided_at = State.SET_ASIDE, None, clock.now()


def _was_put_away(announcement: Announcement) -> bool:
    is_double = announcement.same_as_id or announcement.same_event_id
    return announcement.state == State.SET_ASIDE and announcement.decided_by_id is None and not is_double
