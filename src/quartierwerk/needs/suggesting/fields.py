"""Which field of action a contribution belongs to, by words that speak for one; it says by which.

A word of the lists (`words/fields.toml`) is worth more in the title than in the text, less as a part of a compound, and
less where it speaks for several fields. Of a compound that stands in a list itself the parts do not count.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from quartierwerk.core import german
from quartierwerk.topics.fields import fields_of_action
from quartierwerk.topics.models import FieldOfAction

from .words import FOLDER, LONGEST_TEXT, LONGEST_TITLE, Word, telling, whole_of

STRONG, WEAK = 3.0, 1.0
IN_TITLE, AS_PART = 2.0, 0.6
EACH_MORE = 0.85  # the second best word of a field counts so much, the third so much of that, and so on
ENOUGH = 1.75  # below it nothing speaks: a strong word as part of another is just enough
NEAR_THE_BEST = 0.35
MOST_WORDS_TOLD = 4


@dataclass(frozen=True)
class Suggestion:
    """A field of action, and the words that speak for it as they were written, the best first."""

    field: FieldOfAction
    because: list[str]


@dataclass(frozen=True)
class Speaks:
    """What a word of a list is worth for one field."""

    key: str
    worth: float


@dataclass
class Lists:
    """The word lists, ready to be looked up; `key` is the icon of a field, or the field's own slug."""

    by_term: dict[str, list[Speaks]] = field(default_factory=lambda: defaultdict(list))
    stems: list[tuple[re.Pattern[str], Speaks]] = field(default_factory=list)
    phrases: list[tuple[str, Speaks]] = field(default_factory=list)

    def add(self, key: str, word: str, worth: float) -> None:
        speaks = Speaks(key, worth)
        if "*" in word:
            self.stems.append((re.compile(".*".join(german.fold(part) for part in word.split("*"))), speaks))
        elif " " in word:
            self.phrases.append((_folded(word), speaks))
        else:
            for term in whole_of(word):
                self.by_term[term].append(speaks)

    def of_terms(self, terms: Iterable[str]) -> dict[str, float]:
        """Key → worth of these forms of one word, shared where they speak for several fields."""
        found: dict[str, float] = {}
        for term in terms:
            stems = (speaks for pattern, speaks in self.stems if pattern.fullmatch(term))
            for speaks in [*self.by_term.get(term, ()), *stems]:
                found[speaks.key] = max(found.get(speaks.key, 0.0), speaks.worth)
        return {key: worth / len(found) for key, worth in found.items()}


def fields_for(title: str, text: str) -> list[Suggestion]:
    """Fields of action for which something speaks, best first; one query."""
    fields = fields_of_action()
    lists = _with_own_words(fields)
    heard: dict[str, dict[str, float]] = defaultdict(dict)  # key → word as written → worth
    for key, word, worth in _heard(lists, title, text):
        heard[key][word] = max(worth, heard[key].get(word, 0.0))
    scores = {key: _sum(words.values()) for key, words in heard.items()}
    best = max(scores.values(), default=0.0)
    ranked = sorted(fields, key=lambda f: (-scores.get(_key(f), 0.0), f.order, f.pk))
    return [
        Suggestion(found, _best_words(heard[_key(found)]))
        for found in ranked
        if scores.get(_key(found), 0.0) >= max(ENOUGH, NEAR_THE_BEST * best)
    ]


def _key(found: FieldOfAction) -> str:
    return found.slug if found.icon == FieldOfAction.Icon.OTHER else found.icon


def _heard(lists: Lists, title: str, text: str) -> Iterator[tuple[str, str, float]]:
    """(key, word as written, worth)"""
    for word in telling(title, text):
        for key, worth in _of_word(lists, word).items():
            yield key, word.text, worth * (IN_TITLE if word.in_title else 1.0)
    for written, factor in ((title[:LONGEST_TITLE], IN_TITLE), (text[:LONGEST_TEXT], 1.0)):
        folded = _folded(written)
        for phrase, speaks in lists.phrases:
            if phrase in folded:
                yield speaks.key, phrase.strip(), speaks.worth * factor


def _of_word(lists: Lists, word: Word) -> dict[str, float]:
    if whole := lists.of_terms(word.forms.whole):
        return whole
    parts: dict[str, float] = {}
    for part in word.forms.parts:
        for key, worth in lists.of_terms(part).items():
            parts[key] = max(parts.get(key, 0.0), worth * AS_PART)
    return parts


def _sum(worths: Iterable[float]) -> float:
    return sum(worth * EACH_MORE**place for place, worth in enumerate(sorted(worths, reverse=True)))


def _best_words(words: dict[str, float]) -> list[str]:
    return sorted(words, key=lambda word: -words[word])[:MOST_WORDS_TOLD]


def _folded(text: str) -> str:
    """Words between single blanks, so that a phrase is found as whole words."""
    return f" {' '.join(german.fold(token.text) for token in german.tokens(text))} "


# ----------------------------------------------------------------------------------------------------------- the lists
def _with_own_words(fields: Iterable[FieldOfAction]) -> Lists:
    """The lists, and for a field that a town added itself the words of its name and its sentence."""
    own = tuple((f.slug, f.name, f.summary) for f in fields if f.icon == FieldOfAction.Icon.OTHER)
    return _lists(own)


@cache
def _lists(own: tuple[tuple[str, str, str], ...]) -> Lists:
    lists = Lists()
    for key, words in tomllib.loads((FOLDER / "fields.toml").read_text()).items():
        for worth, listed in ((STRONG, words["strong"]), (WEAK, words["weak"])):
            for word in filter(None, (entry.strip() for entry in listed.replace("\n", ",").split(","))):
                lists.add(key, word, worth)
    for slug, name, summary in own:
        for word in telling(name, summary):
            lists.add(slug, word.text, STRONG if word.in_title else WEAK)
    return lists
