"""What to look at first, above the review: a line for each doubt and for what is missing."""

from collections.abc import Iterable, Sequence
from typing import Any

from ..extract.draft import Doubt
from .doubts import with_its_words
from .parts import Part
from .spans import Piece


def checklist(
    of_the_text: Iterable[Doubt], parts: Iterable[Part], pieces: Sequence[Piece], text: str
) -> list[dict[str, Any]]:
    """`{"url", "where", "sentence", "more", "settles", "is_missing"}`; the same at several parts is one line, which leads to
    the first, with `settles` for each. What is about the whole text comes first and is settled by nothing, then what is missing."""
    lines: dict[tuple[str, str], dict[str, Any]] = {}
    for doubt in of_the_text:
        sentence = with_its_words(doubt, text)
        lines["", sentence] = _line(_place_of(doubt, pieces), sentence)
    of_parts = [each for part in parts for each in part.doubts]
    for each in sorted(of_parts, key=lambda each: not each["is_missing"]):
        key = each["field"], each["sentence"]
        if key in lines:
            lines[key]["more"] += 1
        else:
            where = ", ".join(filter(None, (each["part"], each["field"])))
            lines[key] = _line(each["url"], each["sentence"], where) | {"is_missing": each["is_missing"]}
        lines[key]["settles"].append(each["settles"])
    return list(lines.values())


def _line(url: str, sentence: str, where: str = "") -> dict[str, Any]:
    return {
        "url": url,
        "where": where,
        "sentence": sentence,
        "more": 0,
        "settles": [],
        "is_missing": False,
    }


def _place_of(doubt: Doubt, pieces: Sequence[Piece]) -> str:
    """Where its words stand in the text."""
    place = 0
    for piece in pieces if doubt.span else ():
        place += len(piece.text)
        if place > doubt.span.start:  # type: ignore[union-attr]
            return f"#{piece.anchor}"
    return "#text"
