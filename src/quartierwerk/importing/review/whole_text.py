"""Doubts that are about the text as a whole and what of it is not for the public, and their marks."""

from collections.abc import Iterable

from quartierwerk.core import clock

from ..extract.draft import Doubt, DoubtKind, Draft, NewsDraft
from .doubts import ABOUT_ALL_OF_IT, ABOUT_THE_PUBLIC, LEFT_OUT
from .doubts import doubt as sentence_of
from .parts import Part
from .spans import Mark

_TYPED_IN = ("description", "body")  # where one can take in after all what is left out


def doubts_of(draft: Draft) -> list[Doubt]:
    """Without an embargo that is over by now."""
    today = clock.today()
    return [doubt for doubt in draft.doubts if doubt.day is None or doubt.day >= today]


def public_text(text: str, draft: Draft) -> str:
    """Blank where it is not for the public: why something is off is looked for in it."""
    for doubt in draft.doubts:
        if (span := doubt.span) and doubt.kind in LEFT_OUT:
            text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def is_silent(news: NewsDraft | None) -> bool:
    """No sentence of it is left beside its headline."""
    return news is not None and {each.value for each in news.body} <= {news.title.value}


def news_to_show(draft: Draft) -> tuple[NewsDraft, ...]:
    """None where the text is withheld as a whole: no item without a word, not even a headline of the text."""
    is_withheld = any(doubt.kind in LEFT_OUT for doubt in draft.doubts)
    if is_withheld and all(is_silent(each) and not each.title.spans for each in draft.news):
        return ()
    return draft.news


def is_withheld(draft: Draft, kinds: set[DoubtKind]) -> bool:
    """Nothing of it is for the public: no part is offered but the empty event, folded, to take something in after all."""
    is_nothing_left = not draft.events and not news_to_show(draft)
    return bool(kinds & ABOUT_ALL_OF_IT) or (bool(kinds & ABOUT_THE_PUBLIC) and is_nothing_left)


def marks_of(doubts: Iterable[Doubt], first: Part | None) -> list[Mark]:
    """The words that are left out, leading to the field of the first part in which one can type them in."""
    fields = first.form.fields if first and first.form else {}
    field = next((first.form[name].auto_id for name in _TYPED_IN if name in fields), "") if first else ""
    return [
        Mark(field or "formular", sentence_of(each), each.span.start, each.span.end, is_doubtful=True)
        for each in doubts
        if each.span and each.kind in ABOUT_THE_PUBLIC
    ]
