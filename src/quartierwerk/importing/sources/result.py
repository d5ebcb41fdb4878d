"""What reading gives: plain text with what is known of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .sentences import Hint, Reason, Unreadable

MOST_BYTES = 10 * 2**20  # of a file as it is given
MOST_CHARACTERS = 1_000_000  # of the text read from it


class Kind(StrEnum):
    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    MAIL = "mail"


@dataclass(frozen=True)
class ReadText:
    """`text`: lines, paragraphs apart by an empty one. `title`: as the source itself calls it. `published`: as it says so."""

    text: str
    kind: Kind
    title: str = ""
    published: date | None = None
    hints: tuple[Hint, ...] = ()


def checked(read: ReadText) -> ReadText:
    """The same, if there is something in it and not too much. Raises Unreadable."""
    if not any(letter.isalnum() for letter in read.text):
        raise Unreadable(Reason.NO_TEXT)
    if len(read.text) > MOST_CHARACTERS:
        raise Unreadable(Reason.TEXT_TOO_LONG, most=f"{MOST_CHARACTERS:,}".replace(",", "."))
    return read
