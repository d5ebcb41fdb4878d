"""The text in a plain spelling that the grammars read, and the way back to the characters as they were given.

`Text.plain` has one kind of dash, of quotation mark and of blank, no soft hyphens, no marks of emphasis and no HTML
entities; superscript minutes (19³⁰) are written 19:30. Every position leads back to the text given.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from copy import copy
from functools import cached_property
from html import unescape

from .draft import Span
from .stretches import Stretch, merged

LONGEST = 2_000_000  # characters that are read; a page has some ten thousand

_ONE_TO_ONE = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("„“”‟«»″", '"'),
        **dict.fromkeys("’‘‚‛´`", "'"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\v\f", " "
        ),
        **dict.fromkeys("•·‣▪●■◦○►➢➤✓", "*"),
        "\u2028": "\n",
        "\u2029": "\n",
        "\u0085": "\n",
    }
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UMLAUT = {"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"}
_CHANGES = re.compile(
    r"(?P<newline>\r\n?)"
    r"|(?P<quote>^(?:>[ \t]?){1,9})"
    r"|(?P<raised>(?<=\d)<sup>\s{0,2}(?=\d\d\s{0,2}</sup>))"
    r"|(?P<hidden>[\u00ad\u200b-\u200f\u2060\ufeff]|(?<=\w)¬(?=\w)|\\(?=[.*_#()!+\[\]-])|<br\s*/?>(?=[ \t]*\r?\n))"
    r"|(?P<tag></?(?:b|strong|i|em|u|br|p|div|span|h[1-6]|li|ul|ol|a|td|tr|th|table|tbody|small|sup|font|center|img|hr)\b[^<>]{0,300}>)"
    r"|(?P<umlaut>[aouAOU]\u0308)"
    r"|(?P<minutes>(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]{2})"
    r"|(?P<bracket>\[(?=[^\]\[\n]{1,120}\]\()|(?<=[^\s\[])\](?=\())"
    r"|(?P<entity>&(?:[A-Za-z]{2,8}|\#\d{2,5});)"
    r"|(?P<emphasis>(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])"
    r"|(?<![\w_@/.])_{1,3}(?=\w)|(?<=\w)_{1,3}(?![\w_@/.]))",
    re.MULTILINE,
)
# All that such a change begins with: to look for one set of signs is many times faster than to try each change everywhere.
_SIGNS = re.compile(r"[\r\u00ad\u200b-\u200f\u2060\ufeff¬\\<⁰¹²³⁴⁵⁶⁷⁸⁹\[\]&*_\u0308]")
_SIGNS_OR_QUOTES = re.compile(f"{_SIGNS.pattern}|^>", re.MULTILINE)
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){4,}[^\W\d_](?!\w)")  # V E R N I S S A G E
_BLANK = re.compile(" ")
_DIAERESIS = "\u0308"
_EMPHASIS = re.compile(r"[*_&<]")
_MARKS = re.compile(
    r"[\u00ad\u200b-\u200f\u2060\ufeff]|(?<=\w)¬(?=\w)|(?<![\w*])\*+|\*+(?![\w*])|(?<!\w)_+|_+(?!\w)"
)


_QUOTES = re.compile(r"^>.*\n>", re.MULTILINE)  # one below the other; “>> Termine” alone is a heading
_QUOTE = re.compile(r"^(?:>[ \t]?){1,9}", re.MULTILINE)  # of a mail that is answered
_RAISED = re.compile(r"(?<=\d)<sup>\s{0,2}(\d\d)\s{0,2}</sup>")
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}\b[^<>]{0,300}>")
_UP = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BEFORE_A_MARK = re.compile(r" (?=[.,;)])")
_NO_BREAK = re.compile(r"[^\n]")
_PARTS = re.compile(r"</?(?:br|p|div|h[1-6]|li|tr)\b")


class Text:
    """`raw` as given, `plain` to read; `span` and `said` lead from positions in `plain` back to `raw`."""

    def __init__(self, raw: str, *, is_cut: bool = False) -> None:
        self.is_cut = is_cut or len(raw) > LONGEST
        self.raw = raw[:LONGEST]
        pieces, self._plain_at, self._raw_at = [], [0], [0]
        same = self.raw.translate(_ONE_TO_ONE)
        last = length = 0
        self._has_quotes = _QUOTES.search(same) is not None
        for match in _changes(same, has_quotes=self._has_quotes):
            put = _instead(match)
            pieces += [same[last : match.start()], put]
            length += match.start() - last + len(put)
            last = match.end()
            self._plain_at.append(length)
            self._raw_at.append(last)
        pieces.append(same[last:])
        self.plain = "".join(pieces)
        self._hidden: list[Stretch] = []

    def without(self, hidden: Iterable[Stretch], untold: Iterable[Stretch] = ()) -> "Text":
        """The same text, `hidden` neither read nor told, `untold` only read; every place stays where it is."""
        found = copy(self)
        for name in ("small", "lines"):
            found.__dict__.pop(name, None)
        unread = merged(hidden)
        found._hidden = merged([*unread, *untold])
        pieces, place = [], 0
        for start, end in unread:
            pieces += [self.plain[place:start], _NO_BREAK.sub(" ", self.plain[start:end])]
            place = end
        found.plain = "".join([*pieces, self.plain[place:]])
        return found

    def until(self, place: int) -> "Text":
        """Only what is read up to there; every place stays where it is."""
        found = copy(self)
        for name in ("small", "lines"):
            found.__dict__.pop(name, None)
        found.plain = self.plain[:place]
        return found

    def raw_place(self, place: int) -> int:
        known = bisect_right(self._plain_at, place) - 1
        return min(self._raw_at[known] + place - self._plain_at[known], len(self.raw))

    def plain_place(self, place: int) -> int:
        """Where in `plain` the sign stands that was given at `place`."""
        known = max(0, bisect_right(self._raw_at, place) - 1)
        return min(self._plain_at[known] + place - self._raw_at[known], len(self.plain))

    def span(self, start: int, end: int) -> Span:
        first = self.raw_place(start)
        last = min(len(self.raw), self.raw_place(end - 1) + 1) if end > start else first
        return Span(first, max(first, last))

    def said(self, start: int, end: int) -> str:
        """The words as written, on one line, without marks of emphasis."""
        first = bisect_right(self._hidden, start, key=lambda each: each[1])
        within = self._hidden[first : bisect_left(self._hidden, end, key=lambda each: each[0])]
        if within:
            edges = [start, *[place for each in within for place in each], end]
            told = (self.unhidden(*each) for each in zip(edges[::2], edges[1::2], strict=True))
            return _BEFORE_A_MARK.sub("", " ".join(filter(None, told)))
        return self.unhidden(start, end)

    def unhidden(self, start: int, end: int) -> str:
        """The words as written, also where they are not told."""
        if start >= end:
            return ""
        span = self.span(start, end)
        if self.raw[span.start : span.end] == self.plain[start:end] and not _EMPHASIS.search(
            self.plain, start, end
        ):
            return " ".join(self.plain[start:end].split())
        words = self.raw[span.start : span.end]
        if ">" in words:
            words = _untagged(_QUOTE.sub("", words) if self._has_quotes else words)
        words = " ".join(unescape(_MARKS.sub("", words)).split())
        return _SPACED.sub(lambda word: word[0].replace(" ", ""), words)

    def is_quoted(self, place: int) -> bool:
        """Whether its line begins with “>”, as in the mail that is answered."""
        at = self.raw_place(place)
        return ">" in self.raw[max(0, self.raw.rfind("\n", 0, at) + 1) : at].strip()[:1]

    @cached_property
    def small(self) -> str:
        """`plain` in small letters, character by character."""
        small = self.plain.lower()
        return (
            small if len(small) == len(self.plain) else "".join(letter.lower()[:1] for letter in self.plain)
        )

    @cached_property
    def _vocabulary(self) -> str:
        return "\n".join(set(self.small.split()))

    def may_say(self, words: str) -> bool:
        """Whether all of `words`, in small letters, stand somewhere: what does not is not looked for in a long text."""
        return all(word in self._vocabulary for word in words.split())

    @cached_property
    def lines(self) -> list[tuple[int, int]]:
        """(start, end) of every line, without blanks at its ends."""
        found, start = [], 0
        for line in self.plain.split("\n"):
            stripped = line.strip()
            first = start + (line.find(stripped) if stripped else 0)
            found.append((first, first + len(stripped)))
            start += len(line) + 1
        return found


def _changes(same: str, *, has_quotes: bool) -> Iterator[re.Match[str]]:
    """What is spelt in another way, in order; “>” at the beginning of a line only where a mail is quoted."""
    spaced = [blank for word in _SPACED.finditer(same) for blank in _BLANK.finditer(same, *word.span())]
    if not spaced:
        yield from _signs(same, has_quotes)
        return
    last = 0
    for match in sorted([*spaced, *_signs(same, has_quotes)], key=lambda each: each.start()):
        if match.start() >= last:
            last = match.end()
            yield match


def _signs(same: str, has_quotes: bool) -> Iterator[re.Match[str]]:
    last = 0
    for sign in (_SIGNS_OR_QUOTES if has_quotes else _SIGNS).finditer(same):
        start = sign.start() - (sign[0] == _DIAERESIS)  # its vowel stands before it
        if start >= last and (match := _CHANGES.match(same, start)):
            last = match.end()
            yield match


def _untagged(words: str) -> str:
    """Without tags; what is raised stays so: 18³⁰."""
    words = _RAISED.sub(lambda minutes: minutes[1].translate(_UP), words)
    return _TAG.sub(lambda tag: " " if _PARTS.match(tag[0]) else "", words)


def _instead(match: re.Match[str]) -> str:
    match match.lastgroup:
        case "newline":
            return "\n"
        case "tag":
            return "\n" if _PARTS.match(match[0]) else ""
        case "raised":
            return ":"
        case "umlaut":
            return _UMLAUT[match[0][0]]
        case "minutes":
            return ":" + match[0].translate(_SUPERSCRIPT)
        case "entity":
            return unescape(match[0]).translate(_ONE_TO_ONE)
    return ""
