"""A text comes in, by whatever way."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from quartierwerk.core import audit, clock
from quartierwerk.core.refusals import refuse

from .. import rules
from ..drafts import draft_of
from ..enums import CameBy
from ..extract import Draft
from ..fingerprints import fingerprint
from ..models import Announcement, Feed
from ..models.announcements import TITLE_LENGTH
from ..naming import read_as
from .locking import lock

READ_AT_ONCE = 20_000  # letters; what is longer is read when it is opened


@dataclass(frozen=True)
class Given:
    """A text and where it is from. `read_on`: the day from which “tomorrow” is counted; None: today.

    `key`: what it is known by where it came from; `entry`: what a calendar said in fields.
    """

    text: str
    title: str = ""
    came_by: CameBy = CameBy.PASTED
    url: str = ""
    published_on: date | None = None
    read_on: date | None = None
    hints: tuple[str, ...] = field(default_factory=tuple)
    feed: Feed | None = None
    key: str | None = None
    entry: dict[str, Any] | None = None

    @property
    def by_hand(self) -> bool:
        return self.came_by in (CameBy.PASTED, CameBy.FILE)


def give(*, given: Given, by: Any = None, draft: Draft | None = None) -> tuple[Announcement, bool]:
    """Keep the text; answers it and whether it is new. The same words, or the same key, twice are one announcement.

    What was taken over comes again where a person says another day of it (`rules.may_come_again`).

    `draft`: where it was read already. Raises ValidationError where there is nothing to read.
    """
    text = given.text.replace("\x00", "")
    refuse(rules.why_not_given(text))
    words = fingerprint(text)
    if (known := _known(given, words)) and given.by_hand and rules.may_come_again(known, given.published_on):
        words = fingerprint(f"{text} {given.published_on}")
        known = _known(given, words)
    if known:
        return known, False
    announcement = _new(given, text, words, by)
    note_reading(announcement, draft)  # takes a moment, so before anything is locked
    return _keep(announcement, given, by)


def note_reading(announcement: Announcement, draft: Draft | None = None) -> bool:
    """What lists tell of it, on the object; answers whether that is new. A long text is read when it is opened."""
    if draft is None and len(announcement.text) > READ_AT_ONCE:
        return False
    found = read_as(draft or draft_of(announcement), announcement.text, announcement.title)
    is_new = found != announcement.read_as
    announcement.read_as = found
    return is_new


def keep_reading(*, announcement: Announcement, draft: Draft) -> None:
    """Whoever opens a text reads it anyway: with a newer grammar, or another directory of places."""
    if note_reading(announcement, draft):
        Announcement.objects.filter(pk=announcement.pk).update(read_as=announcement.read_as)


@transaction.atomic
def date_anew(*, announcement: Announcement, day: date, by: Any) -> Announcement:
    """The text is from another day: “tomorrow” and missing years are read anew from there."""
    announcement = lock(announcement)
    refuse(rules.why_not_decided(announcement))
    announcement.published_on = announcement.read_on = day
    note_reading(announcement)
    announcement.save()
    audit.record("announcement dated", announcement, by=by, day=day.isoformat())
    return announcement


@transaction.atomic
def _keep(announcement: Announcement, given: Given, by: Any) -> tuple[Announcement, bool]:
    if known := _known(given, announcement.fingerprint):
        return known, False
    try:
        with transaction.atomic():  # a savepoint: who comes second by a moment asks once more
            announcement.save()
    except IntegrityError:
        if known := _known(given, announcement.fingerprint):
            return known, False
        raise
    audit.record("announcement given", announcement, by=by, came_by=given.came_by)
    return announcement, True


def _new(given: Given, text: str, words: str, by: Any) -> Announcement:
    return Announcement(
        text=text,
        title=" ".join(given.title.replace("\x00", "").split())[:TITLE_LENGTH],
        came_by=given.came_by,
        url=given.url,
        published_on=given.published_on,
        read_on=given.read_on or clock.today(),
        hints=list(given.hints),
        feed=given.feed,
        key=given.key,
        entry=given.entry,
        fingerprint=words,
        given_by=by,
    )


def _known(given: Given, words: str) -> Announcement | None:
    found = Announcement.objects.all()
    if given.came_by == CameBy.FEED:
        return found.filter(key=given.key).first()
    same_words = found.exclude(came_by=CameBy.FEED).filter(fingerprint=words).first()
    return same_words or (found.filter(key=given.key).first() if given.key else None)
