"""Whether and how to register, from the sentences that speak of it. The words are in registration_forms.py."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from .draft import Registration
from .layout import Layout, is_chrome
from .registration_forms import (
    COME_ANYWAY,
    COME_STEMS,
    FOR_THAT,
    FORMS,
    NOT_FOR_THIS,
    ONLY_ANSWERS,
    ONLY_WATCH,
    SOMETHING_BESIDE,
    SPEAKS,
    STEMS,
    TO_HELP_OR_ASK,
    WAYS,
)
from .stretches import Stretch

_MOST = 12  # sentences of one event that are looked at
_LONGEST_QUESTION = 40  # characters of “Und die Anmeldung?”
_THEN = re.compile(r"(?:dann|so|bitte|gern\w*|einfach|melde\w*)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:[,;:|(]|\s-)\s|\.\s|\b(?:und|aber)\s")


@dataclass(frozen=True)
class Said:
    kind: Registration
    start: int
    end: int


class RegistrationWords:
    """The sentences that speak of registration, looked for once."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        numbers = layout.sentences_saying(STEMS)
        self._numbers = [
            number for number in numbers if self._speaks(number) and self._is_about_events(number)
        ]
        self._known = frozenset(number for number in self._numbers if self._says_how(number))
        self._open = [
            number
            for number in layout.sentences_saying(COME_STEMS)
            if COME_ANYWAY.search(words := self._words(number))
            or (ONLY_WATCH.search(words) and _not_needed(words))
        ]

    def _speaks(self, number: int) -> bool:
        return bool(SPEAKS.search(self._layout.text.small, *self._layout.sentence(number)))

    def _is_about_events(self, number: int) -> bool:
        words = self._words(number)
        line = self._layout.said(self._layout.line_at(self._layout.sentence(number)[0]))
        if (
            _is_for_something_else(self._question_before(number) + words)
            or is_chrome(words)
            or is_chrome(line)
        ):
            return False
        if ONLY_WATCH.search(words) and _not_needed(words):  # those who play register
            return False
        return not self._is_beside(number)

    def _is_beside(self, number: int) -> bool:
        """“Parallel gibt es eine Kinderbetreuung. Anmeldungen dafür …”"""
        words = self._words(number)
        return bool(FOR_THAT.search(words) and SOMETHING_BESIDE.search(self._words(number - 1) + words))

    def _question_before(self, number: int) -> str:
        """“Fragen? Dann meldet euch bei …”"""
        start, end = self._layout.sentence(number - 1)
        goes_on = _THEN.match(self._layout.text.plain, self._layout.sentence(number)[0])
        return self._layout.text.plain[start:end] if goes_on and self._is_short_question(start, end) else ""

    def _says_how(self, number: int) -> bool:
        words = self._words(number)
        return any(pattern.search(words) for _kind, pattern in FORMS)

    def _words(self, number: int) -> str:
        """Of the sentence; of a question with its answer: “Anmeldung? Nicht nötig!”."""
        start, end = self._layout.sentence(number)
        return self._layout.text.plain[start : self._end(number, end)]

    def _end(self, number: int, end: int) -> int:
        is_asked = self._is_short_question(self._layout.sentence(number)[0], end)
        return max(end, self._layout.sentence(number + 1)[1]) if is_asked else end

    def _is_short_question(self, start: int, end: int) -> bool:
        is_short = end - start < _LONGEST_QUESTION
        return is_short and self._layout.text.plain[start:end].rstrip().endswith("?")

    def are_said_at(self, place: int) -> bool:
        """Whether the sentence at this place speaks of registration."""
        return self._layout.sentence_number(place) in self._known

    def are_for_something_else(self, place: int) -> bool:
        """Whether the sentence at this place speaks of the nursery year, the newsletter, a stall …"""
        number = self._layout.sentence_number(place)
        return _is_for_something_else(self._words(number)) or self._is_beside(number)

    def invite_everybody(self, start: int, end: int) -> Said | None:
        """“Kommt einfach vorbei!”, “offen für alle”: what counts where nothing else is said."""
        first = bisect_left(self._open, self._layout.sentence_number(start))
        for number in self._open[first : first + _MOST]:
            here = self._layout.sentence(number)
            if here[0] >= end:
                break
            if here[0] >= start:
                return Said(Registration.NOT_NEEDED, *here)
        return None

    def within(self, start: int, end: int) -> Said | None:
        """The strongest statement: one that says “not needed” or “asked for” before a mere mention."""
        first = bisect_left(self._numbers, self._layout.sentence_number(start))
        found: Said | None = None
        rank = len(FORMS)
        for number in self._numbers[first : first + _MOST]:
            here = self._layout.sentence(number)
            if here[0] >= end:
                break
            for place, (kind, pattern) in enumerate(FORMS[:rank]):
                stop = min(end, self._end(number, here[1]))
                if match := pattern.search(self._layout.text.plain, max(start, here[0]), stop):
                    found, rank = Said(kind, match.start(), match.end()), place
                    break
        return found

    def how(self, start: int, end: int, at: int) -> Stretch | None:
        """The words that say by which way: a sentence, or of the sentence with the date `at` the clause."""
        first = bisect_left(self._numbers, self._layout.sentence_number(start))
        for number in self._numbers[first : first + _MOST]:
            here = self._layout.sentence(number)
            if here[0] >= end:
                break
            begin, stop = self._clause(*here, at) if here[0] <= at < here[1] else here
            begin, stop = max(start, begin), min(end, stop)
            if begin < stop and WAYS.search(self._layout.text.plain, begin, stop):
                return begin, stop
        return None

    def _clause(self, start: int, end: int, at: int) -> Stretch:
        """Behind the date, from the break before the word about registration."""
        plain = self._layout.text.plain
        said = SPEAKS.search(self._layout.text.small, at, end)
        if said is None:
            return start, end
        breaks = [each.end() for each in _CLAUSE.finditer(plain, at, said.start() + 1)]
        return (breaks[-1] if breaks else start), end


def _is_for_something_else(words: str) -> bool:
    is_answer = ONLY_ANSWERS.search(words) or _first_form(words) == len(FORMS) - 1
    return bool((is_answer and TO_HELP_OR_ASK.search(words)) or NOT_FOR_THIS.search(words))


def _not_needed(words: str) -> bool:
    place = _first_form(words)
    return place is not None and FORMS[place][0] is Registration.NOT_NEEDED


def _first_form(words: str) -> int | None:
    return next((place for place, (_kind, form) in enumerate(FORMS) if form.search(words)), None)
