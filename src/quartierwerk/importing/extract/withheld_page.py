"""A text as it is searched for what is not for the public, and what is found in it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .draft import DoubtKind
from .layout import Layout, Line
from .stretches import Stretch

MOST_AT_A_LABEL = 40  # lines
_LONGEST_PARAGRAPH = 4_000  # characters
_CLAUSE = re.compile(r"[,;(]\s?|\s-\s")
_TELLS_MORE = re.compile(
    r"\d\s?uhr\b|\d\.\s?\d|\bfällt\b.{0,30}\baus\b|\babgesagt|\babsagen|\bentf[aä]ll|\bverschob|\bverleg|\blädt|\bladen\b|\bfindet\b|\bstattfinden\b|\bausfallen\b|\babgesetzt\b|\bpausiert\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """`kind` is None where nobody needs to be told; `day`: of an embargo."""

    start: int
    end: int
    kind: DoubtKind | None
    day: date | None = None


class Page:
    """A text with its lines and sentences; asked for those in which a word stands."""

    def __init__(self, layout: Layout) -> None:
        self.text, self.plain, self.layout = layout.text, layout.text.plain, layout

    def sentences_with(
        self, words: Iterable[str], pattern: re.Pattern[str]
    ) -> Iterator[tuple[Stretch, re.Match[str]]]:
        """Each with what the pattern finds in it, on one line."""
        for number in self.layout.sentences_saying(words):
            start, end = self.layout.sentence(number)
            end = start + len(self.plain[start:end].rstrip())
            if match := pattern.search(self.plain[start:end].replace("\n", " ")):
                yield (start, end), match

    def places(self, words: Iterable[str]) -> Iterator[int]:
        for word in words:
            place = self.text.small.find(word)
            while place >= 0:
                yield place
                place = self.text.small.find(word, place + len(word))

    def line_at(self, place: int) -> Line:
        return self.layout.line_at(place)

    def block(self, place: int) -> list[Line]:
        """The lines of the paragraph, as many as a label may reach."""
        lines, here = self.layout.lines, self.layout.line_at(place)
        first = last = here.number
        while first and here.number - first < MOST_AT_A_LABEL and lines[first - 1].block == here.block:
            first -= 1
        while (
            last + 1 < len(lines)
            and last - here.number < MOST_AT_A_LABEL
            and lines[last + 1].block == here.block
        ):
            last += 1
        return lines[first : last + 1]

    def paragraph(self, place: int) -> Stretch:
        lines = self.block(place)
        return lines[0].start, min(lines[-1].end, lines[0].start + _LONGEST_PARAGRAPH)

    def behind(self, line: Line) -> list[Line]:
        """The lines of the paragraph below this one, else the next paragraph."""
        lines = [each for each in self.block(line.start) if each.number > line.number]
        following = line.number + 1
        if not lines and following < len(self.layout.lines):
            return self.block(self.layout.lines[following].start)
        return lines


def clause(page: Page, sentence: Stretch, mark: Stretch) -> Iterator[Stretch]:
    """The clause, if the rest of the sentence says something of its own; else the sentence."""
    (start, end), plain = sentence, page.plain
    cuts = [each.start() for each in _CLAUSE.finditer(plain, start, mark[0])]
    after = [each.start() for each in _CLAUSE.finditer(plain, mark[1], end)]
    first = cuts[-1] if cuts else start
    last = after[0] if after else end
    if not _TELLS_MORE.search(plain[start:first] + " " + plain[last:end]):
        yield (start, end) if not _TELLS_MORE.search(plain, first, last) else mark
    elif after and not cuts:
        yield start, last + 1
    else:
        closes = plain[last - 1] if not after else ""
        yield first, last - 1 if closes in (".", "!", "?") else last
