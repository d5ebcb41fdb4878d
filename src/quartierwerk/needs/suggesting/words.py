"""The words of a contribution that say what it is about, and the lists that an editor of this project can read.

The treatment of German is that of the search (`core.german`); the lists stand in `words/`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quartierwerk.core import german

FOLDER = Path(__file__).with_name("words")
LONGEST_TEXT = 1_500  # characters; what it is about is said by then
LONGEST_TITLE = 300


@dataclass(frozen=True)
class Word:
    """One telling word as it was written, with the forms by which it is found."""

    text: str
    forms: german.Forms
    in_title: bool


def telling(title: str, text: str) -> list[Word]:
    """The words of title and text in order, each spelling once, without those that stand in every contribution."""
    found: dict[str, Word] = {}
    for part, in_title in ((title[:LONGEST_TITLE], True), (text[:LONGEST_TEXT], False)):
        for token in german.tokens(part.replace("\x00", " ")):
            forms = german.forms(token)
            if _tells(token, forms):
                found.setdefault(forms.exact, Word(token.text, forms, in_title))
    return list(found.values())


def same_as(word: Word) -> frozenset[str]:
    """Terms of other words that mean nearly the same."""
    groups = _same()
    return (
        frozenset().union(*(groups[term] for term in word.forms.whole if term in groups)) - word.forms.whole
    )


def whole_of(word: str) -> frozenset[str]:
    """The forms of a word of a list; a phrase has none."""
    tokens = german.tokens(word)
    return german.forms(tokens[0]).whole if len(tokens) == 1 else frozenset()


def _tells(token: german.Token, forms: german.Forms) -> bool:
    return len(forms.exact) > 1 and not german.is_stop_word(token) and forms.whole.isdisjoint(_talk())


def _lines(name: str) -> Iterator[list[str]]:
    for line in (FOLDER / name).read_text().splitlines():
        if line and not line.startswith("#"):
            yield line.split()


@cache
def _talk() -> frozenset[str]:
    words = (word for line in _lines("talk.txt") for word in line)
    return frozenset().union(*(whole_of(word) for word in words))


@cache
def _same() -> dict[str, frozenset[str]]:
    """Term → all terms of its groups."""
    groups: dict[str, frozenset[str]] = {}
    for line in _lines("same.txt"):
        terms = frozenset().union(*(whole_of(word) for word in line))
        for term in terms:
            groups[term] = groups.get(term, frozenset()) | terms
    return groups
