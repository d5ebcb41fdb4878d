"""Where what was made of a text and is public can be taken back, and what cannot."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.core import clock
from quartierwerk.events.enums import Stage
from quartierwerk.events.models import Event
from quartierwerk.events.queries import numbers_to_tell
from quartierwerk.events.rules import stages as stage_rules

from ..enums import Decision
from ..models import Result
from ..permissions import may_publish
from .afterwards import still_says, what_happened
from .rows import link_of


def links_with_ways_back(results: Iterable[Result], user: Any) -> list[dict[str, Any]]:
    """As `rows.links_of`, with `back_url` and its word `back` (both "" where there is nothing to take back, or not by this
    account), `final` (what cannot be taken back, "" for the rest), `happened` and `stale`: what was cancelled or moved, and
    what still names the old day."""
    rows = list(results)
    may = may_publish(user)
    told = numbers_to_tell([row.event_id for row in rows if row.event_id]) if may else {}
    shown = [(row, link) for row in rows if (link := link_of(row, user))]
    return [
        {**link, **_way_back(row, told, may=may), "happened": what_happened(row), "stale": still_says(row)}
        for row, link in shown
    ]


def _way_back(result: Result, told: dict[int, int], *, may: bool) -> dict[str, str]:
    found = {"back_url": "", "back": "", "final": ""}
    if not may:
        return found
    if result.event and result.decision in (Decision.CANCEL, Decision.MOVE):
        return found | _after_a_change(result, result.event)
    if result.decision != Decision.PUBLISH:
        return found
    if result.event and result.event.stage == Stage.PUBLISHED and told.get(result.event.pk):
        # Who is registered has to learn of it: then it is called off.
        return found | {
            "back_url": reverse("events:desk_cancel", args=[result.event.pk]),
            "back": _("Absagen"),
        }
    if (result.news and result.news.live) or (result.event and result.event.stage == Stage.PUBLISHED):
        url = reverse("importing:take_back", args=[result.announcement_id, result.pk])
        return found | {"back_url": url, "back": _("Zurückziehen")}
    return found


def _after_a_change(result: Result, event: Event) -> dict[str, str]:
    """Called off is called off; what was moved can be moved again."""
    if result.decision == Decision.CANCEL:
        return {
            "final": _(
                "Eine Absage lässt sich nicht zurücknehmen. Findet es doch statt, legen Sie es bitte neu an."
            )
        }
    url = _move_again(result, event)
    if not url:
        return {"final": _("Das lässt sich nicht mehr rückgängig machen.")}
    return {
        "final": _("Rückgängig machen lässt sich das nur, indem Sie noch einmal verlegen."),
        "back_url": url,
        "back": _("Noch einmal verlegen"),
    }


def _move_again(result: Result, event: Event) -> str:
    """Where the event, or the one date of a series, is moved; "" where its rules refuse that."""
    now = clock.now()
    if result.now_at is None:
        return ""
    if not event.is_series:
        may_move = stage_rules.why_not_movable(event, now) is None
        return reverse("events:desk_move", args=[event.pk]) if may_move else ""
    date = event.occurrences.filter(starts_at=result.now_at).select_related("event").first()
    may_move = date is not None and stage_rules.why_not_date_changed(date, now) is None
    return reverse("events:desk_move_date", args=[date.pk]) if may_move and date else ""
