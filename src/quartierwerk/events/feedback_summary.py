"""What came back after an event: how often each rating was given, the texts, and both as a table to take along."""

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .feedback_forms import question
from .feedback_rules import RATINGS
from .models import Event, Feedback

BAR = 160  # width of the longest bar in pixels
FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@|]")  # a spreadsheet would run it (OWASP: CSV injection)


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
    """As a German Excel opens it: UTF-8 with its mark, semicolons; texts are never formulas."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    names = [question(name) for name in ("rating", "liked", "wished")]
    writer.writerow([_("Tag"), _("Gekommen als"), _("Note (5 ist die beste)"), *names])
    for row in event.feedback.order_by("created_at", "pk"):
        day = date_format(timezone.localtime(row.created_at), "d.m.Y")
        word = str(RATINGS.get(row.rating or 0, ""))
        writer.writerow(
            [
                day,
                str(row.get_came_by_display()),
                row.rating or "",
                word,
                defused(row.liked),
                defused(row.wished),
            ]
        )
    return out.getvalue().encode("utf-8-sig")


def defused(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe in front."""
    return f"'{text}" if FORMULA.match(text) else text
