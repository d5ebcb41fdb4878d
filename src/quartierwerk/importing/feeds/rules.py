"""What may be done with changes that calendars report, and why not; and when a feed worries somebody."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from quartierwerk.events.enums import Stage
from quartierwerk.events.models import Event

from ..enums import ChangeState
from ..models import Change, Feed
from ..permissions import may_publish
from ..versions import version_of

NEED_A_REASON = frozenset("starts ends place is_off rule but_not".split())
WORRIES_AFTER = timedelta(days=3)


def why_not_decided(change: Change) -> str | None:
    if change.state == ChangeState.WAITING:
        return None
    return _("Über diese Änderung hat schon jemand entschieden.")


def why_not_taken_by(event: Event, user: Any) -> str | None:
    """What is public is changed by who may publish."""
    if event.stage == Stage.DRAFT or may_publish(user):
        return None
    return _("Die Veranstaltung ist veröffentlicht. Bitte lassen Sie die Redaktion entscheiden.")


def why_not_cancelled(event: Event, names: Collection[str]) -> str | None:
    """Nobody knows of a draft, so that there is nothing to cancel; it goes by being deleted. `names`: the fields that differ."""
    if "is_off" in names and event.stage == Stage.DRAFT:
        return _("Die Veranstaltung ist noch ein Entwurf. Bitte löschen Sie ihn, wenn sie nicht stattfindet.")
    return None


def why_not_as_seen(change: Change, seen: str | None) -> str | None:
    """Why it is not what somebody looked at. `seen`: `versions.version_of` the entry on the page; None: on no page."""
    if seen is None or seen == version_of(change.entry):
        return None
    return _("Der Partner hat den Eintrag gerade noch einmal geändert. Bitte sehen Sie ihn neu an.")


def tells_people(event: Event) -> bool:
    """Whether another time or place is told to those who are registered, with a reason that everybody reads."""
    return event.stage == Stage.PUBLISHED


def needs_reason(event: Event, names: Collection[str]) -> bool:
    """Whether these fields are told to people, with a reason that everybody reads."""
    return tells_people(event) and bool(NEED_A_REASON & set(names))


def worries(feed: Feed, now: datetime) -> bool:
    """It has been failing for so long that somebody should look, or call the partner."""
    if not feed.is_active or not feed.failures:
        return False
    return feed.answered_at is None or now - feed.answered_at >= WORRIES_AFTER
