"""Before something is published of a text with private words in it, or before its embargo is over, the page asks once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..extract.draft import Doubt, DoubtKind
from .board import Board
from .deciding import PRIVATE, PUBLISH, PUBLISHING
from .directory import AS_WRITTEN
from .doubts import ABOUT_ALL_OF_IT, LEFT_OUT, quoted, with_its_words
from .parts import EventPart, Part

_OF_THE_TEXT = LEFT_OUT | ABOUT_ALL_OF_IT


@dataclass(frozen=True)
class Question:
    """`sentences`: what was found, quoted; `button`: the one that was pressed; `is_private`: not only until when it is to
    wait. Only its own button answers yes, and for this once: no key, no other button does."""

    sentences: list[str]
    button: str
    is_private: bool = True

    @property
    def title(self) -> str:
        if self.is_private:
            return _("Im Text steht Privates oder Vertrauliches. So veröffentlichen?")
        return _("Die Sperrfrist läuft noch. Jetzt schon veröffentlichen?")


def question(board: Board) -> Question | None:
    """Of a board that was sent; None where there is nothing to ask, nothing is published, or somebody just said yes."""
    sent = board.data
    published = [part for part in board.parts if _is_published(part)]
    if sent is None or not published or PRIVATE in sent.getlist("said"):
        return None
    text = board.announcement.text
    private = [with_its_words(each, text, is_whole=True) for each in _doubts(board, published)]
    waits = [_until(each, text) for each in board.of_the_text if each.kind == DoubtKind.EMBARGO]
    pressed = sent.get("do", PUBLISH)
    button = pressed if pressed in PUBLISHING else PUBLISH
    return Question([*waits, *private], button, bool(private)) if waits or private else None


def _until(embargo: Doubt, text: str) -> str:
    """“Bis 30. November 2026 gilt eine Sperrfrist: „Gesperrt bis 30.11., 10 Uhr“”; of one that is over nobody is asked."""
    words = quoted(embargo, text)
    if embargo.day is None:
        return _("Im Text steht eine Sperrfrist: „%s“") % words
    day = date_format(embargo.day, "DATE_FORMAT")
    return _("Bis %(day)s gilt eine Sperrfrist: „%(words)s“") % {"day": day, "words": words}


def _is_published(part: Part) -> bool:
    return (
        part.form is not None and "decision" in part.form.fields and part.is_published and not _is_empty(part)
    )


def _is_empty(part: Part) -> bool:
    return isinstance(part, EventPart) and part.is_blank and part.form.is_untouched()


def _doubts(board: Board, published: Iterable[Part]) -> list[Doubt]:
    """Words that were left out, and numbers that may be private and still stand there."""
    said = _digits(" ".join(word for part in published for word in _words(part)))
    numbers = {
        doubt
        for event in board.draft.events
        for doubt in event.all_doubts
        if doubt.kind == DoubtKind.PERHAPS_PRIVATE and doubt.span
    }
    text = board.announcement.text
    return [
        *(each for each in board.of_the_text if each.kind in _OF_THE_TEXT),
        *(
            each
            for each in sorted(numbers, key=lambda each: each.span.start)  # type: ignore[union-attr]
            if _digits(text[each.span.start : each.span.end]) in said  # type: ignore[union-attr]
        ),
    ]


def _words(part: Part) -> Iterable[str]:
    """What will stand on the page."""
    form: Any = part.form
    yield from (str(bound.value() or "") for bound in form)
    if isinstance(part, EventPart) and form["contact"].value() == AS_WRITTEN:
        yield form.whom


def _digits(words: str) -> str:
    """Blanks and strokes do not matter; other words keep numbers apart."""
    return "".join(each for each in words if each.isdigit() or each.isalpha())
