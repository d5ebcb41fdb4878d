"""There is nothing in it for the site; it can be brought back, and so can what was put away without anything becoming of it."""

from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.core.refusals import refuse

from .. import rules
from ..enums import State
from ..models import Announcement
from .locking import lock


@transaction.atomic
def set_aside(*, announcement: Announcement, by: Any, because: str = "") -> Announcement:
    """`because`: one of `enums.Aside` where nobody looked at it, such as an old page whose events are over."""
    announcement = lock(announcement)
    refuse(rules.why_not_decided(announcement))
    announcement.state, announcement.decided_by, announcement.decided_at = State.SET_ASIDE, by, clock.now()
    announcement.aside_because = because
    announcement.save()
    audit.record("announcement set aside", announcement, by=by, because=because)
    return announcement


@transaction.atomic
def bring_back(*, announcement: Announcement, by: Any) -> Announcement:
    announcement = lock(announcement)
    refuse(rules.why_not_brought_back(announcement))
    announcement.results.all().delete()
    announcement.state, announcement.decided_by, announcement.decided_at = State.WAITING, None, None
    announcement.aside_because = ""
    announcement.save()
    audit.record("announcement brought back", announcement, by=by)
    return announcement
