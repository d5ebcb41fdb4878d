"""Cuts the passage out of a text in which the words stand, and marks them, also in their inflected forms."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from quartierwerk.core import german

LENGTH = 220
BEFORE = 60
STUB = 4
MOST_TEXT = 20_000
MOST_MARKS = 40


class Marker:
    """Knows the words of one query. Of a text only words that share a stub with them are analysed: that is quick."""

    def __init__(self, forms: list[german.Forms], prefix: str) -> None:
        self.terms = frozenset().union(*(f.all for f in forms)) if forms else frozenset()
        self.prefix = prefix
        self.stubs = {_plain(term)[:STUB] for term in self.terms if term}

    def mark(self, text: str) -> SafeString:
        """The whole text, escaped, with <mark> around what was found."""
        return _marked(text, self._places(text))

    def snippet(self, text: str) -> SafeString:
        """About 220 characters around the first place where most words stand together."""
        text = text[:MOST_TEXT]
        places = self._places(text)
        start, end = _window(text, places)
        inside = [(a - start, b - start) for a, b in places if a >= start and b <= end]
        passage = _marked(text[start:end], inside)
        return mark_safe(("… " if start else "") + passage + (" …" if end < len(text) else ""))

    def _places(self, text: str) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for token in german.tokens(text):
            if self._is_meant(token):
                found.append((token.start, token.end))
                if len(found) == MOST_MARKS:
                    break
        return found

    def _is_meant(self, token: german.Token) -> bool:
        folded = german.fold(token.text)
        if self.prefix and folded.startswith(self.prefix):
            return True
        plain = _plain(folded)
        if not token.date and not any(stub in plain for stub in self.stubs):
            return False
        return not german.is_stop_word(token) and not self.terms.isdisjoint(german.forms(token).all)


def _plain(term: str) -> str:
    """Häuser and Haus share a stub."""
    return term.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _window(text: str, places: list[tuple[int, int]]) -> tuple[int, int]:
    """Start and end, at word boundaries, of the passage with the most marks."""
    if len(text) <= LENGTH:
        return 0, len(text)
    if not places:
        return 0, _word_end(text, LENGTH)
    best = max(places, key=lambda p: (sum(p[0] <= a < p[0] + LENGTH - BEFORE for a, _ in places), -p[0]))
    start = _word_start(text, max(0, min(best[0] - BEFORE, len(text) - LENGTH)), best[0])
    return start, max(_word_end(text, start + LENGTH), best[1])


def _word_start(text: str, at: int, latest: int) -> int:
    while 0 < at < latest and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at))
    return space if space > at - LONGEST_TAIL else at


LONGEST_TAIL = 40


def _marked(text: str, places: list[tuple[int, int]]) -> SafeString:
    pieces, at = [], 0
    for start, end in places:
        pieces += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return mark_safe("".join([*pieces, escape(text[at:])]))
