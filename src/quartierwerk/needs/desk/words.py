"""The words of a need as the desk shows them: what tells about a person is marked."""

from dataclasses import dataclass

from .. import rules
from ..models import Need


@dataclass(frozen=True)
class Piece:
    """A piece of a text; `kind` says in words what it tells about a person, empty where nothing."""

    text: str
    kind: str = ""


def marked(text: str) -> list[Piece]:
    """The text in pieces, in order; together they are the text."""
    pieces, end = [], 0
    for detail in rules.private_details(text):
        if detail.start < end:
            continue  # two kinds found in the same words
        pieces += [Piece(text[end : detail.start]), Piece(detail.text, detail.kind)]
        end = detail.end
    return [piece for piece in [*pieces, Piece(text[end:])] if piece.text]


def private_kinds(need: Need) -> list[str]:
    """What kinds of private details stand in the public words, each once."""
    found = rules.private_details(" \n".join([need.title, need.text, need.place_name]))
    return sorted({detail.kind for detail in found})
