"""What the desk's pages of partners' feeds show, ready for templates."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.core import clock
from quartierwerk.events.enums import Stage
from quartierwerk.events.models import Event
from quartierwerk.events.queries import numbers_to_tell
from quartierwerk.events.words import when

from ..models import Announcement, Change, Feed
from ..versions import version_of
from . import rules
from .differences import differences
from .entries import is_event
from .forms import ChangeForm
from .problems import sentence
from .rendering import when_words


def change_rows(changes: Sequence[Change], user: Any, sent: dict[int, ChangeForm]) -> list[dict[str, Any]]:
    """`sent`: forms that came back, by the primary key of their change."""
    told = numbers_to_tell([change.event_id for change in changes])
    return [
        _change_row(change, user, told.get(change.event_id, 0), sent.get(change.pk)) for change in changes
    ]


def _change_row(change: Change, user: Any, registered: int, form: ChangeForm | None) -> dict[str, Any]:
    event, feed = change.event, change.announcement.feed
    found = differences(change.announcement.entry or {}, change.entry, event)
    names = {name for each in found if not each.is_kept for name in each.names}
    needs_reason = rules.needs_reason(event, names)
    partner = feed.name if feed else _("Partner")
    reason = (
        _("%s hat den Termin geändert.") % partner
        if "is_off" not in names
        else _("%s hat abgesagt.") % partner
    )
    return {
        "change": change,
        "partner": partner,
        "title": event.title,
        "when": when.moment(event.starts_at),
        "is_draft": event.stage == Stage.DRAFT,
        "url": reverse("events:desk_event", args=[event.pk]),
        "differences": found,
        "told": registered if needs_reason else 0,
        "form": (form or ChangeForm(initial={"reason": reason}, prefix=f"c{change.pk}"))
        if needs_reason
        else None,
        "why_not": rules.why_not_taken_by(event, user) or rules.why_not_cancelled(event, names),
        "seen": version_of(change.entry),
        "does_something": bool(names),
    }


def feed_row(feed: Feed) -> dict[str, Any]:
    """`state`: a word and the kind of its badge."""
    worries = rules.worries(feed, clock.now())
    if not feed.is_active:
        state, kind = _("angehalten"), ""
    elif worries:
        state, kind = _("antwortet nicht"), "danger"
    elif feed.failures:
        state, kind = _("zuletzt gestört"), "warning"
    else:
        state, kind = _("in Ordnung"), "success"
    return {
        "feed": feed,
        "state": state,
        "kind": kind,
        "problem": sentence(feed.problem),
        "worries": worries,
    }


def entry_row(announcement: Announcement) -> dict[str, Any]:
    entry = announcement.entry
    return {
        "announcement": announcement,
        "title": announcement.title,
        "when": when_words(entry) if entry is not None and is_event(entry) else "",
        "url": announcement.get_absolute_url(),
    }


def double_row(announcement: Announcement) -> dict[str, Any]:
    """With what is probably the same: an event, another partner's entry, a pasted text."""
    event, other = announcement.same_event, announcement.same_as
    return {
        **entry_row(announcement),
        "same": _words_of_event(event) if event else str(other or ""),
        "same_url": (
            reverse("events:desk_event", args=[event.pk])
            if event
            else other.get_absolute_url()
            if other
            else ""
        ),
        "same_from": other.feed.name if other and other.feed else "",
    }


def _words_of_event(event: Event) -> str:
    return f"{event.title}, {when.moment(event.starts_at)}"
