"""Running a table of forms over a text, each in one pass, so that reading stays linear and quick."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

_WINDOW = 34  # characters before a number that may announce it
_NUMBER = re.compile(r"\d+")


class Form(Protocol):
    """`at_number`: the form begins with a digit, so that only numbers need to be tried; `before`: what must stand there."""

    @property
    def pattern(self) -> re.Pattern[str]: ...
    @property
    def at_number(self) -> bool: ...
    @property
    def before(self) -> re.Pattern[str] | None: ...


F = TypeVar("F", bound=Form)


def matches(plain: str, forms: Sequence[F]) -> Iterator[tuple[F, re.Match[str]]]:
    """The matches of all forms, earliest first; of two that begin together the form higher in the table."""
    ranked = list(enumerate(forms))
    at_numbers = [(rank, form, form.pattern.match) for rank, form in ranked if form.at_number]
    every = [
        (match.start(), rank, form, match)
        for rank, form in ranked
        if not form.at_number
        for match in form.pattern.finditer(plain)
    ]
    for number in _NUMBER.finditer(plain):
        place = number.start()
        for rank, form, match_at in at_numbers:
            if (match := match_at(plain, place)) and (
                form.before is None or form.before.search(plain, max(0, place - _WINDOW), place)
            ):
                every.append((place, rank, form, match))
                break
    for _start, _rank, form, match in sorted(every, key=lambda each: each[:2]):
        yield form, match
