"""Which words of a text say what: marks that may overlap become pieces that do not. Pure; text only, no HTML."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Mark:
    """Characters start … end say what stands in `field` (the id of a form field), `label` names it.

    `is_wide`: a whole paragraph, which is shown only while its field is in use.
    """

    field: str
    label: str
    start: int
    end: int
    is_doubtful: bool = False
    is_wide: bool = False


@dataclass(frozen=True)
class Piece:
    """A stretch of the text with the marks that cover all of it, the narrowest first."""

    number: int
    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def anchor(self) -> str:
        return f"wort-{self.number}"

    @property
    def fields(self) -> list[str]:
        return list(dict.fromkeys(mark.field for mark in self.marks))

    @property
    def wide_fields(self) -> list[str]:
        """Those of which it is only a word among many."""
        exact = {mark.field for mark in self.marks if not mark.is_wide}
        return [field for field in self.fields if field not in exact]

    @property
    def narrow(self) -> Mark | None:
        """The mark to show and to follow; None where there are wide ones only."""
        return next((mark for mark in self.marks if not mark.is_wide), None)

    @property
    def is_doubtful(self) -> bool:
        return any(mark.is_doubtful and not mark.is_wide for mark in self.marks)


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """The whole text in order; joined, the pieces are the text again. Marks beyond the text are cut or left out."""
    within = [mark for mark in marks if max(mark.start, 0) < min(mark.end, len(text))]
    edges = {0, len(text)}
    for mark in within:
        edges |= {max(mark.start, 0), min(mark.end, len(text))}
    places = sorted(edges)
    open_marks = _Sweep(within)
    return [
        Piece(number, text[start:end], open_marks.over(start))
        for number, (start, end) in enumerate(pairwise(places))
    ]


def first_anchors(found: Sequence[Piece]) -> dict[str, str]:
    """Field → where its words begin in the text."""
    anchors: dict[str, str] = {}
    for piece in found:
        for field in piece.fields:
            anchors.setdefault(field, piece.anchor)
    return anchors


class _Sweep:
    """Goes through the text once; asked for places in rising order."""

    def __init__(self, marks: list[Mark]) -> None:
        self._coming = sorted(marks, key=lambda mark: mark.start)[::-1]
        self._open: list[Mark] = []

    def over(self, place: int) -> tuple[Mark, ...]:
        while self._coming and self._coming[-1].start <= place:
            self._open.append(self._coming.pop())
        self._open = [mark for mark in self._open if mark.end > place]
        return tuple(sorted(self._open, key=lambda mark: (mark.is_wide, mark.end - mark.start)))
