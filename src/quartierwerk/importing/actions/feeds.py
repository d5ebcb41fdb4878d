"""Partners' calendars and news: who is asked, and how it went."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.places.models import Quarter

from ..enums import FeedKind, State
from ..models import Announcement, Change, Feed


@transaction.atomic
def add_feed(*, name: str, url: str, quarters: Iterable[Quarter] = (), by: Any) -> Feed:
    """Its address was tried before; its entries come with `take_in`."""
    feed = Feed(name=name, url=url, added_by=by)
    feed.full_clean()
    feed.save()
    feed.quarters.set(quarters)
    audit.record("feed added", feed, by=by)
    return feed


@transaction.atomic
def change_feed(*, feed: Feed, name: str, url: str, quarters: Iterable[Quarter], by: Any) -> Feed:
    """Another address is asked from the beginning."""
    feed = _lock(feed)
    fields = [field for field, value in (("name", name), ("url", url)) if getattr(feed, field) != value]
    if "url" in fields:
        feed.etag = feed.last_modified = ""
    feed.name, feed.url = name, url
    feed.full_clean()
    feed.save()
    feed.quarters.set(quarters)
    audit.record("feed changed", feed, by=by, fields=fields)
    return feed


@transaction.atomic
def pause_feed(*, feed: Feed, is_active: bool, by: Any) -> Feed:
    """A paused one is not asked and keeps what it brought; one that goes on is due at once."""
    feed = _lock(feed)
    feed.is_active = is_active
    if is_active:
        feed.failures, feed.problem, feed.asked_at = 0, "", None
    feed.save()
    if is_active:
        audit.record("feed resumed", feed, by=by)
    else:
        audit.record("feed paused", feed, by=by)
    return feed


@transaction.atomic
def remove_feed(*, feed: Feed, by: Any) -> int:
    """What waits from it goes along, what was decided stays. Answers how many texts went."""
    feed = _lock(feed)
    Change.objects.filter(announcement__feed=feed, state="waiting").delete()
    waiting = Announcement.objects.filter(feed=feed, state=State.WAITING)
    gone = waiting.count()
    waiting.delete()
    audit.record("feed removed", feed, by=by, name=feed.name, count=gone)
    feed.delete()
    return gone


@transaction.atomic
def note_answer(
    *, feed: Feed, kind: str, to_come: int, bad: int = 0, etag: str = "", last_modified: str = ""
) -> None:
    """It answered with something to read; the marks save sending it again while it stays the same."""
    feed = _answered(feed)
    feed.kind, feed.to_come, feed.bad = FeedKind(kind), to_come, bad
    feed.etag, feed.last_modified = etag, last_modified
    feed.save()


@transaction.atomic
def note_unchanged(*, feed: Feed) -> None:
    """It answered that nothing is new."""
    _answered(feed).save()


def _answered(feed: Feed) -> Feed:
    feed = _lock(feed)
    feed.asked_at = feed.answered_at = clock.now()
    feed.failures, feed.problem = 0, ""
    return feed


@transaction.atomic
def note_failure(*, feed: Feed, problem: str) -> None:
    """It did not answer, or not with what can be read; asked less often from now on (`feeds.polling.due_at`)."""
    feed = _lock(feed)
    feed.asked_at = clock.now()
    feed.failures += 1
    feed.problem = problem
    feed.save()


def _lock(feed: Feed) -> Feed:
    return Feed.objects.select_for_update(of=("self",)).get(pk=feed.pk)
