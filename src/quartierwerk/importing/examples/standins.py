"""What stands in for the names, numbers and addresses of persons: the same original always by the same stand-in."""

from itertools import count

from .words import SAMPLE_FAMILY, SAMPLE_FIRST

_DIGITS = "0123456789"


class StandIns:
    """For one text; never a stand-in that occurs in the text itself, so that nothing of the original stays by chance."""

    def __init__(self, text: str) -> None:
        self._said = text.casefold()
        self._words: dict[str, str] = {}
        self._emails: dict[str, str] = {}
        self._digits: dict[str, dict[str, str]] = {}

    def word(self, word: str, *, is_family: bool) -> str:
        """For one word of a name, in its capitals; of “Muster-Beispiel” each part has its own."""
        if "-" in word:
            return "-".join(self.word(part, is_family=is_family) for part in word.split("-"))
        key = word.casefold()
        if len(key) == 2 and key[1] == ".":  # the initial in “Hans-J.”
            return "M."
        if key not in self._words:
            self._words[key] = self._free_word(SAMPLE_FAMILY if is_family else SAMPLE_FIRST)
        return self._words[key].upper() if word.isupper() and len(word) > 1 else self._words[key]

    def _free_word(self, samples: tuple[str, ...]) -> str:
        taken = set(self._words.values())
        every = (f"{word}{'e' * more}" for more in count() for word in samples)
        return next(word for word in every if word not in taken and word.casefold() not in self._said)

    def email(self, address: str) -> str:
        """“name@example.org”, then “name2@example.org” …"""
        key = address.casefold()
        if key not in self._emails:
            taken = set(self._emails.values())
            every = (f"name{number if number > 1 else ''}@example.org" for number in count(1))
            self._emails[key] = next(new for new in every if new not in taken and new not in self._said)
        return self._emails[key]

    def digits(self, subscriber: str) -> str:
        """As many other digits; numbers that begin alike still do, so that “204-5501/-02” stays two numbers.

        Each place renames its digits in the order in which they come, so nothing of the original is left in them.
        """
        return "".join(self._digit(subscriber[:place], digit) for place, digit in enumerate(subscriber))

    def _digit(self, before: str, digit: str) -> str:
        known = self._digits.setdefault(before, {})
        if digit not in known:
            first = (5 + 3 * len(before)) % 10
            order = _DIGITS[first:] + _DIGITS[:first]
            free = [new for new in order if new not in known.values()]
            good = [new for new in free if before or new not in (digit, "0")]
            known[digit] = (good or free)[0]
        return known[digit]
