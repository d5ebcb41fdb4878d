"""Asking partners' feeds: every hour, politely, each for itself.

robots.txt is not asked here: a partner gave us this very address so that it is read, as one subscribes to a calendar.
"""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from quartierwerk.core import clock

from .. import actions
from ..actions.entries import TakenIn
from ..fetching import FEEDS, Fetched, NotFetched, fetch
from ..models import Feed
from .apart import read_feed
from .problems import Problem, sentence
from .reading import ReadFeed
from .reading.calendars import MOST_ENTRIES

HOUR = timedelta(hours=1)
LONGEST_PAUSE = timedelta(days=1)
LONGEST_RUN = 300.0  # seconds; the rest is asked at the next round, who waited longest first
Fetch = Callable[..., Fetched | NotFetched]
logger = logging.getLogger(__name__)


def due_at(feed: Feed) -> datetime | None:
    """When it is to be asked again: every hour, after a failure after two hours, then four … a day; None: never asked."""
    if feed.asked_at is None:
        return None
    return feed.asked_at + min(HOUR * 2 ** min(feed.failures, 10), LONGEST_PAUSE)


def poll(fetching: Fetch = fetch) -> int:
    """Ask every feed that is due; one that fails, however it does, stops no other. Answers how many were asked."""
    now, began, asked = clock.now(), time.monotonic(), 0
    active = Feed.objects.filter(is_active=True).order_by("asked_at", "pk")
    due = [feed for feed in active if (at := due_at(feed)) is None or at <= now + timedelta(minutes=5)]
    for feed in sorted(due, key=lambda each: (each.asked_at is not None, each.asked_at)):
        if time.monotonic() - began > LONGEST_RUN:
            break
        try:
            ask(feed, fetching)
        except Exception:
            logger.exception("Feed %s could not be asked.", feed.pk)
            with suppress(Feed.DoesNotExist):  # somebody removed it meanwhile
                actions.note_failure(feed=feed, problem=Problem.OURS)
        asked += 1
    return asked


def ask(feed: Feed, fetching: Fetch = fetch) -> TakenIn | None:
    """Ask now and keep what it says; None where there was nothing new or nothing to read (`feed.problem`)."""
    answer = fetching(feed.url, etag=feed.etag, last_modified=feed.last_modified, kinds=FEEDS)
    if isinstance(answer, NotFetched):
        actions.note_failure(feed=feed, problem=answer.reason)
        return None
    if answer.is_unchanged:
        actions.note_unchanged(feed=feed)
        return None
    found = read_answer(answer)
    if found.kind is None:
        actions.note_failure(feed=feed, problem=found.problem)
        return None
    return keep(feed, answer, found)


def try_address(url: str, fetching: Fetch = fetch) -> tuple[Fetched, ReadFeed]:
    """What a new address holds. Raises ValidationError with the sentence, and with what a page names instead."""
    answer = fetching(url, kinds=FEEDS)
    if isinstance(answer, NotFetched):
        raise ValidationError(sentence(answer.reason))
    found = read_answer(answer)
    if found.kind is None:
        named = list(_joined(answer.url, found.named))
        also = [_("Auf ihr genannt: %s") % ", ".join(named)] if named else []
        raise ValidationError([sentence(found.problem), *also])
    return answer, found


def _joined(url: str, named: Iterable[str]) -> Iterator[str]:
    """Without those that are no address at all."""
    for each in named:
        with suppress(ValueError):
            yield urljoin(url, each)


def keep(feed: Feed, answer: Fetched, found: ReadFeed) -> TakenIn:
    """What was fetched and read. As long as entries are left for the next time, it is asked for all of them again."""
    assert found.kind is not None  # noqa: S101 - who calls looked at it
    done = actions.take_in(
        feed=feed,
        kind=found.kind,
        entries=found.entries,
        is_whole=not found.bad and len(found.entries) < MOST_ENTRIES,
    )
    is_done = not (done.left or done.refused)
    actions.note_answer(
        feed=feed,
        kind=found.kind,
        to_come=len(found.entries),
        bad=found.bad + done.refused,
        etag=answer.etag if is_done else "",
        last_modified=answer.last_modified if is_done else "",
    )
    return done


def read_answer(answer: Fetched) -> ReadFeed:
    return read_feed(
        answer.content, zone=settings.TIME_ZONE, today=clock.today(), content_type=answer.content_type
    )
