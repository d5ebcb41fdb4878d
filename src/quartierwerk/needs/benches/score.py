"""How often the suggestions are right, measured on texts that people have labelled.

The files and their labels are those of the idea collections: one idea a line with `field`, `second_field`, `ambiguous`;
pairs of ideas with `label` duplicate, related or different. Nothing is learnt from them. More ideas, as a CSV file with `ID`,
`title` and `text`, may stand among those in which the duplicates have to be found.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.db import transaction

from quartierwerk.core import clock
from quartierwerk.core.search import index, kind_of
from quartierwerk.topics.models import FieldOfAction

from ..enums import State, Visibility
from ..models import Need
from ..suggesting import resemblance
from ..suggesting.fields import fields_for
from ..suggesting.similar import similar_to

FIELDS, PAIRS = "ideas_fields_dev.jsonl", "idea_pairs_dev.jsonl"
SHOWN = 3
_NAMES = {
    "Wohnen": FieldOfAction.Icon.HOUSING,
    "Sich versorgen": FieldOfAction.Icon.SUPPLY,
    "Sich einbringen": FieldOfAction.Icon.PARTICIPATION,
    "Gemeinschaft erleben": FieldOfAction.Icon.COMMUNITY,
}


@dataclass(frozen=True)
class Score:
    """So many of so many."""

    name: str
    right: int
    of: int

    def __str__(self) -> str:
        return f"{self.name:66} {self.right:3} of {self.of:3}  {100 * self.right / max(self.of, 1):5.1f} %"


def score(folder: Path, among: Path | None = None) -> list[Score]:
    """Both files; what is made up for it in the database is taken back."""
    with transaction.atomic():
        _clear()
        try:
            return [*_score_fields(folder), *_score_pairs(folder, among)]
        finally:
            transaction.set_rollback(True)
            cache.delete(resemblance.SIZE)


def _clear() -> None:
    """Only the texts of the files are compared, and only the four fields of the files can be suggested."""
    index.remove(Need, Need.objects.values_list("pk", flat=True))
    cache.delete(resemblance.SIZE)
    there = set(FieldOfAction.objects.values_list("icon", flat=True))
    FieldOfAction.objects.exclude(icon__in=_NAMES.values()).delete()
    for name, icon in _NAMES.items():
        if icon not in there:
            FieldOfAction.objects.create(name=f"{name} ", slug=f"score-{icon}", icon=icon)


def _read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text().splitlines() if line]


# --------------------------------------------------------------------------------------------------------------- fields
def _score_fields(folder: Path) -> Iterator[Score]:
    rows = _read(folder / FIELDS)
    asked = [(row, [s.field.icon for s in fields_for(row["title"], row["text"])]) for row in rows]
    clear = [(row, got) for row, got in asked if not row["ambiguous"]]
    open_ = [(row, got) for row, got in asked if row["ambiguous"]]
    yield Score("field: first suggestion is the label", *_hits(asked, 1))
    yield Score("field: one of the first two is the label", *_hits(asked, 2))
    yield Score("field, clear ones: first suggestion", *_hits(clear, 1))
    yield Score("field, ambiguous ones: first suggestion", *_hits(open_, 1))
    either = [bool(got) and got[0] in _labels(row) for row, got in open_]
    yield Score("field, ambiguous ones: first suggestion is one of both labels", sum(either), len(either))


def _hits(asked: list[tuple[dict[str, Any], list[str]]], places: int) -> tuple[int, int]:
    right = [_NAMES.get(row["field"]) in got[:places] if row["field"] else not got for row, got in asked]
    return sum(right), len(right)


def _labels(row: dict[str, Any]) -> set[str]:
    return {_NAMES[name] for name in (row["field"], row["second_field"]) if name}


# ---------------------------------------------------------------------------------------------------------------- pairs
def _score_pairs(folder: Path, among: Path | None) -> Iterator[Score]:
    pairs = _read(folder / PAIRS)
    ideas = {one["id"]: one for pair in pairs for one in (pair["a"], pair["b"])}
    ideas |= {row["id"]: row for row in _read(folder / FIELDS)}
    ideas |= _more(among, ideas) if among else {}
    needs = _make(ideas)
    ranks = {
        label: [
            _rank(needs, one, other)
            for pair in pairs
            if pair["label"] == label
            for one, other in _both_ways(pair)
        ]
        for label in ("duplicate", "related", "different")
    }
    pool = f"among {len(ideas)}"
    for places in (1, SHOWN):
        found = [rank is not None and rank < places for rank in ranks["duplicate"]]
        yield Score(f"duplicate {pool}, both ways: in the first {places}", sum(found), len(found))
    for label in ("related", "different"):
        seen = [rank is not None and rank < SHOWN for rank in ranks[label]]
        yield Score(f"{label} {pool}, both ways: in the first {SHOWN}", sum(seen), len(seen))


def _more(file: Path, known: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The rows of a CSV file whose words are not among the known ones under another number."""
    said = {(idea["title"], idea["text"]) for idea in known.values()}
    with file.open(newline="") as opened:
        rows = [row for row in csv.DictReader(opened) if row["title"]]
    return {f"csv-{row['ID']}": row for row in rows if (row["title"], row["text"]) not in said}


def _both_ways(pair: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(pair["a"], pair["b"]), (pair["b"], pair["a"])]


def _rank(needs: dict[str, Need], one: dict[str, Any], other: dict[str, Any]) -> int | None:
    """The place of the other among what is shown to whoever types the one; itself does not count."""
    found = [similar.need.pk for similar in similar_to(one["title"], one["text"], limit=10)]
    found = [pk for pk in found if pk != needs[one["id"]].pk]
    return found.index(needs[other["id"]].pk) if needs[other["id"]].pk in found else None


def _make(ideas: dict[str, dict[str, Any]]) -> dict[str, Need]:
    now = clock.now()
    made = Need.objects.bulk_create(
        Need(
            reference=f"SCORE-{number}",
            title=idea["title"][:120],
            text=idea["text"][:4000],
            state=State.PUBLISHED,
            visibility=Visibility.PUBLIC,
            published_at=now,
        )
        for number, idea in enumerate(ideas.values())
    )
    kind = kind_of(Need)
    if kind:
        index.write(kind, made)
    return dict(zip(ideas, made, strict=True))
