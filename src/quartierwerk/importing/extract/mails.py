"""What people write around a text they send in, and what mail programs add: neither announced nor told; `mail_forms` holds the tables."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from .layout import Layout
from .mail_forms import AT_THE_EDGE, CHAT, EARLIER, LINES, PASSED_ON, SAYINGS, WHEN, WROTE
from .mail_heads import is_mail_head
from .stretches import Stretch, Stretches
from .text import Text

_LONGEST_SAYING = 300  # characters of a sentence to those who publish
_LONGEST_LINE = 260
_LONGEST_NOTE = 400
_SHORT, _FIRST_WORDS, _LAST_WORDS = 80, 12, 60  # characters
_CLOSES = re.compile(
    r"dank|merci|schöne[ns]?\s|das so|es so|gesendet|foto|bild|bu:|leerzeichen|ende der|passt"
)
_WRAPPED = 160  # characters of “Am … schrieb …:”, which mail programs break
_PIECE = re.compile(r"(?<=[a-zäöüß)][.!?])\s+(?=\S)")  # sentences that begin with a small letter, too
_MARKED = re.compile(
    r"weitergeleitet|forwarded|ursprüngliche|original|presse|medien|sperr|\bende\b|\b30\b|gesendet|verschickt|sent\b|outlook|"
    r"virenfrei|nachricht wurde|mail wurde|geschrieben"
    r"|zeichen|anschläge|wörter|zeilen|länge|umfang|bild|foto|\bbu\b|grafik|©|anhang|anhänge|anlage|attach|cid:|<image|"
    r"\[image|\[inline|z\.|zur |fyi|s\. ?[ua]|siehe|weiterleiten"
    r"|\btext|bitte|hier|extern|außerhalb|dank|merci|thx|schöne|gute|angenehm|sonnig|das so|es so|das noch|hoffe|geht",
)


@dataclass(frozen=True)
class Asides:
    """`hidden`: neither read nor told; `untold`: says when something is, so it is read, but not told; `wrote`: of what is
    hidden, where it says when somebody wrote; `earlier`: what was quoted."""

    hidden: tuple[Stretch, ...] = ()
    untold: tuple[Stretch, ...] = ()
    wrote: tuple[Stretch, ...] = ()
    earlier: tuple[Stretch, ...] = ()


def asides(layout: Layout) -> Asides:
    said, wrote = list(_sayings(layout)), [*_wrote(layout.text), *_sent_by(layout.text)]
    earlier = list(_earlier(layout, wrote))
    hidden = [*_lines(layout), *wrote, *earlier, *_note(layout, wrote)]
    hidden += [each for each in said if not WHEN.search(layout.text.plain, *each)]
    untold = [each for each in said if WHEN.search(layout.text.plain, *each)]
    return Asides(tuple(sorted(hidden)), tuple(untold), tuple(wrote), tuple(earlier))


def _lines(layout: Layout) -> Iterator[Stretch]:
    for line in layout.lines:
        if line.end - line.start <= _LONGEST_LINE and _may_be_one(layout.text.small, line.start, line.end):
            if _is_one(layout.text.plain, line.start, line.end, LINES):
                yield line.start, line.end
            else:
                yield from _at_the_edge(layout.text.plain, line.start, line.end)


def _may_be_one(small: str, start: int, end: int) -> bool:
    """Cheaper than to try each form: a long line is one by its first words or its last ones."""
    if end - start <= _SHORT:
        return _MARKED.search(small, start, end) is not None
    begins = _MARKED.search(small, start, start + _FIRST_WORDS)
    return begins is not None or _CLOSES.search(small, end - _LAST_WORDS, end) is not None


def _is_one(plain: str, start: int, end: int, names: Iterable[str]) -> bool:
    return any(LINES[name].fullmatch(plain, start, end) for name in names)


def _at_the_edge(plain: str, start: int, end: int) -> Iterator[Stretch]:
    """“… mit Musik. Danke!”: the first and the last sentences of a line."""
    chat = CHAT.match(plain, start)
    pieces = list(_pieces(plain, chat.end() if chat else start, end))
    for order in (pieces[:3], pieces[:0:-1][:3]):
        yield from takewhile(lambda piece: _is_one(plain, *piece, AT_THE_EDGE), order)


def _sayings(layout: Layout) -> Iterator[Stretch]:
    for saying in SAYINGS:
        for number in layout.sentences_saying(saying.words):
            for start, end in _pieces(layout.text.plain, *layout.sentence(number)):
                words = layout.text.plain[start:end].replace("\n", " ")
                is_said = end - start <= _LONGEST_SAYING and saying.pattern.search(words)
                if is_said and not (saying.unless and saying.unless.search(words)):
                    yield start, end


def _pieces(plain: str, start: int, end: int) -> Iterator[Stretch]:
    end = start + len(plain[start:end].rstrip())
    cuts = list(_PIECE.finditer(plain, start, end))
    yield from zip(
        [start, *(each.end() for each in cuts)], [*(each.start() for each in cuts), end], strict=True
    )


def _wrote(text: Text) -> Iterator[Stretch]:
    """“Am 3.11.2026 um 12:04 schrieb Uta Muster:”, broken over two lines at most."""
    for word in ("schrieb", "wrote"):
        place = text.small.find(word)
        while place >= 0:
            number = max(0, bisect_left(text.lines, (place, place)) - 1)
            starts = [text.lines[each][0] for each in {number, max(0, number - 1)}]
            found = (WROTE.match(text.plain, start, start + _WRAPPED) for start in starts)
            yield from (each.span() for each in found if each and each.start() <= place < each.end())
            place = text.small.find(word, place + len(word))


def _sent_by(text: Text) -> Iterator[Stretch]:
    """“[03.11.26, 12:04] Uta Muster: ” of a chat."""
    return (match.span() for match in CHAT.finditer(text.plain))


# ------------------------------------------------------------------------------------------------------ what was quoted
def _note(layout: Layout, wrote: list[Stretch]) -> Iterator[Stretch]:
    """What somebody says about a mail that is passed on: short, and no number in it."""
    plain = layout.text.plain
    passed = PASSED_ON.search(plain)
    places = [each[0] for each in wrote[:1]] + ([passed.start()] if passed else [])
    end = min(places, default=0)
    if 0 < end < _LONGEST_NOTE and not any(letter.isdigit() for letter in plain[:end]):
        yield 0, end


def _earlier(layout: Layout, wrote: list[Stretch]) -> Iterator[Stretch]:
    """Below an announcement, the mail it answers: marked with “>”, or below “Ursprüngliche Nachricht”. A mail that says nothing
    above it only hands on what it quotes."""
    text, known = layout.text, Stretches(wrote)
    quoted = [line for line in layout.lines if text.is_quoted(line.start)]
    own = [
        line
        for line in layout.lines
        if not text.is_quoted(line.start) and not known.meet(line.start, line.end)
    ]
    if quoted and wrote and any(WHEN.search(text.plain, line.start, line.end) for line in own):
        yield from ((line.start, line.end) for line in quoted)
    for line in layout.lines:
        if line.end - line.start < 90 and EARLIER.fullmatch(text.plain, line.start, line.end):
            above = [
                each
                for each in layout.lines[: line.number]
                if not is_mail_head(text.plain, each.start, each.end)
            ]
            if any(WHEN.search(text.plain, each.start, each.end) for each in above):
                yield line.start, len(text.plain)
            else:
                yield line.start, line.end
            return
