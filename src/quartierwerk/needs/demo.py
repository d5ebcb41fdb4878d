"""Needs of a demo town: `towns/<town>/needs.toml`. All are invented, marked as samples, and near today; nothing is mailed."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import override

from quartierwerk.core import clock
from quartierwerk.core.demo import TownFolder
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import FieldOfAction

from . import actions
from .actions import Place, Said
from .enums import CameBy, State, Visibility
from .models import Comment, Need, NeedSettings, Support


@transaction.atomic
def load(folder: TownFolder) -> None:
    """See `core.demo`."""
    given = folder.read("needs")
    if not given or Need.objects.exists():
        return
    settings = NeedSettings.load()
    settings.prefix = given["prefix"]
    settings.save()
    with override("de"):
        for row in sorted(given["needs"], key=lambda row: -row["days_ago"]):
            _load(row)


def _load(row: dict[str, Any]) -> None:
    said = Said(
        title=row["title"],
        text=row["text"],
        kind=row["kind"],
        field=FieldOfAction.objects.filter(slug=row.get("field", "")).first(),
        place=Place(
            row.get("latitude"),
            row.get("longitude"),
            row.get("place_name", ""),
            Quarter.objects.filter(slug=row.get("quarter", "")).first(),
        ),
    )
    need = actions.say(said=said, came_by=row.get("came_by", CameBy.FORM))
    at = _ago(row["days_ago"])
    if not row.get("waits"):
        need = actions.publish(need=need, by=None)
    need.entries.update(at=at)
    for step in row.get("steps", []):
        _step(need, step)
    need.refresh_from_db()
    _date(need, at, row.get("steps", []))
    Support.objects.bulk_create(
        Support(need=need, voter=f"sample:{number}", at=at) for number in range(row.get("supports", 0))
    )
    for comment in row.get("comments", []):
        Comment.objects.create(
            need=need,
            text=comment["text"],
            at=_ago(comment["days_ago"]),
            is_official=comment.get("official", False),
            visibility=Visibility.PUBLIC,
            moderated_at=_ago(comment["days_ago"]),
        )
    actions.count_again(need)


def _step(need: Need, step: dict[str, Any]) -> None:
    actions.move_on(need=need, state=State(step["state"]), reason=step["reason"], by=None)
    latest = need.entries.last()
    assert latest is not None  # noqa: S101 - `move_on` has just written it
    need.entries.filter(pk=latest.pk).update(at=_ago(step["days_ago"]))


def _date(need: Need, at: datetime, steps: list[dict[str, Any]]) -> None:
    """Everything happened on the days that the file names."""
    answered = _ago(steps[0]["days_ago"]) if steps else None
    last = _ago(steps[-1]["days_ago"]) if steps else at
    Need.objects.filter(pk=need.pk).update(
        is_sample=True,
        received_at=at,
        published_at=at if need.is_public else None,
        moderated_at=at if need.is_public else None,
        answered_at=answered,
        last_answered_at=last if steps else None,
        ended_at=last if need.is_ended else None,
        changed_at=last,
    )


def _ago(days: int) -> datetime:
    return clock.now().replace(minute=0, second=0, microsecond=0) - timedelta(days=days)
