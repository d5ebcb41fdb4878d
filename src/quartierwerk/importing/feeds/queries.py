"""Reads of partners' feeds for the desk."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from ..enums import ChangeState, State
from ..models import Announcement, Change, Feed
from ..permissions import may_publish
from ..queries import feeds_for


def changes_for(user: Any) -> QuerySet[Change]:
    """Those that wait, oldest first, with all that is told of them."""
    if not may_publish(user):
        return Change.objects.none()
    rows = Change.objects.filter(state=ChangeState.WAITING).order_by("seen_at", "pk")
    return rows.select_related("announcement__feed", "event__venue")


def feeds_with_numbers(user: Any) -> QuerySet[Feed]:
    """With `waiting`, the texts that wait, and `doubles`, those that are probably there already."""
    return feeds_for(user).annotate(
        waiting=Count("announcements", filter=Q(announcements__state=State.WAITING)),
        doubles=Count("announcements", filter=_double("announcements__")),
    )


def waiting_of(feed: Feed) -> QuerySet[Announcement]:
    return feed.announcements.filter(state=State.WAITING).order_by("over_on", "pk")


def doubles_of(feed: Feed) -> QuerySet[Announcement]:
    rows = feed.announcements.filter(_double("")).order_by("over_on", "pk")
    return rows.select_related("same_as__feed", "same_event")


def _double(prefix: str) -> Q:
    """Put away because it is there already, by nobody."""
    same = Q(**{f"{prefix}same_as__isnull": False}) | Q(**{f"{prefix}same_event__isnull": False})
    return (
        same
        & Q(**{f"{prefix}state": State.SET_ASIDE, f"{prefix}decided_by": None})
        & ~Q(**{f"{prefix}text": ""})
    )
