"""What came back after an event: how often each rating was given, the texts, and both as a table to take along."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..models import Event, Feedback
from ..rules.feedback import RATINGS
from ..spreadsheets import Value, csv_file
from ..words import when
from .forms import question

BAR = 160  # width of the longest bar in pixels


@dataclass(frozen=True)
class Bar:
    """One line of the distribution; `width` in pixels, `share` in whole per cent of those who rated."""

    word: str
    number: int
    share: int
    width: int


def summary_of(event: Event) -> dict[str, Any]:
    """Numbers over all feedback: `total`, `on_paper`, `rated`, `average` (5 is best, None without ratings), `bars`."""
    counts = list(event.feedback.order_by().values("rating", "came_by").annotate(n=Count("pk")))
    counted: Counter[int | None] = Counter()
    for row in counts:
        counted[row["rating"]] += row["n"]
    rated = {value: counted[value] for value in RATINGS}
    number, most = sum(rated.values()), max(rated.values())
    return {
        "total": sum(counted.values()),
        "on_paper": sum(row["n"] for row in counts if row["came_by"] == Feedback.CameBy.PAPER),
        "rated": number,
        "average": sum(value * n for value, n in rated.items()) / number if number else None,
        "bars": [
            Bar(str(word), rated[value], round(100 * rated[value] / number), round(BAR * rated[value] / most))
            for value, word in RATINGS.items()
        ]
        if number
        else [],
    }


def with_words(event: Event) -> QuerySet[Feedback]:
    """Feedback that has a text, the newest first."""
    return event.feedback.exclude(liked="", wished="").order_by("-created_at", "-pk")


def csv_of(event: Event) -> bytes:
    """Every sheet and form, the oldest first."""
    names = [question(name) for name in ("rating", "liked", "wished")]
    day = pgettext("Spalte", "Tag")  # without context it is the English of another catalogue: “Schlagwort”
    head = [day, _("Gekommen als"), _("Note (5 ist die beste)"), *names]
    return csv_file([head, *(_row(each) for each in event.feedback.order_by("created_at", "pk"))])


def _row(given: Feedback) -> list[Value]:
    word = str(RATINGS.get(given.rating or 0, ""))
    way = str(given.get_came_by_display())
    return [when.day_of(given.created_at), way, given.rating, word, given.liked, given.wished]
