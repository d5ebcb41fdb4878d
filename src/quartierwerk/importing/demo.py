"""Texts that wait at the desk of a demo town: `towns/<town>/importing.toml`. All are invented and say so in title and text.

Days stand in them as `{12}` (twelve days from today, written out), `{12 kurz}` and `{12 falsch}`, which names a weekday that
the day is not, so that there is something to doubt.
"""

import re
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import override

from quartierwerk.core import clock
from quartierwerk.core.demo import TownFolder

from . import actions
from .enums import CameBy
from .models import Announcement

_DAY = re.compile(r"\{(?P<days>\d+)(?: (?P<form>kurz|falsch))?\}")
_KEY = "sample:"


@transaction.atomic
def load(folder: TownFolder) -> None:
    """See `core.demo`."""
    given = folder.read("importing").get("announcements", [])
    if not given or Announcement.objects.filter(key__startswith=_KEY).exists():
        return
    for row in reversed(given):
        _give(row)


def _give(row: dict[str, Any]) -> None:
    today = clock.today()
    with override("de"):
        text = _DAY.sub(lambda match: _written(today, int(match["days"]), match["form"] or ""), row["text"])
    actions.give(
        given=actions.Given(
            text.strip(),
            title=row["title"],
            came_by=CameBy(row.get("came_by", CameBy.PASTED)),
            url=row.get("url", ""),
            published_on=today - timedelta(days=row.get("days_ago", 0)),
            key=f"{_KEY}{row['key']}",
        )
    )


def _written(today: date, days: int, form: str) -> str:
    day = today + timedelta(days=days)
    if form == "kurz":
        return date_format(day, "D., j.n.")
    weekday = day + timedelta(days=1) if form == "falsch" else day
    return f"{date_format(weekday, 'l')}, {date_format(day, 'j. F Y')}"
