"""Whether a text that nobody marked speaks of somebody's private matters: then it is not for the public as a whole."""

from collections.abc import Iterator

from .draft import DoubtKind
from .sensitive_forms import ANNOUNCES, LIST_OF, MATTERS, NAMED, OFFERED, SOMEBODY, TAKES_UP, Matter
from .stretches import Stretch, Stretches
from .withheld_page import Found, Page

_LEAST = 2  # sentences of a text that announces something beside it; else one will do
_LEAST_NAMED = 3  # lines of a list
_MOST_LINES = 40


def sensitive(page: Page, unread: Stretches) -> Iterator[Found]:
    """The first sentence that shows it. `unread`: head and signature of a letter."""
    found = sorted(set(_sentences(page, unread)))
    lists = sorted(_lists(page))
    announces = ANNOUNCES.search(page.plain[:20_000])
    if lists or len(found) >= (_LEAST if announces else 1):
        yield Found(*(lists or found)[0], DoubtKind.SENSITIVE)


def _sentences(page: Page, unread: Stretches) -> Iterator[Stretch]:
    for matter in MATTERS:
        for (start, end), _match in page.sentences_with(matter.words, matter.pattern):
            words = page.plain[start:end].replace("\n", " ")
            if (
                not unread.meet(end - 2, end - 1)
                and not OFFERED.search(words)
                and _is_of_somebody(page, matter, start, words)
            ):
                yield start, end


def _is_of_somebody(page: Page, matter: Matter, start: int, words: str) -> bool:
    """Who is named beside it, or in the sentence before, which “er” or “sie” takes up."""
    if SOMEBODY.search(words) or (matter.is_sure and NAMED.search(words)):
        return True
    before = page.layout.sentence(page.layout.sentence_number(start) - 1)
    said = page.plain[slice(*before)]
    is_near = page.line_at(before[0]).block == page.line_at(start).block and not OFFERED.search(said)
    return is_near and bool(matter.is_sure or TAKES_UP.match(words)) and bool(SOMEBODY.search(said))


def _lists(page: Page) -> Iterator[Stretch]:
    for line in page.layout.lines:
        if line.end - line.start < 110 and LIST_OF.fullmatch(page.plain, line.start, line.end):
            below = page.layout.lines[line.number + 1 : line.number + 1 + _MOST_LINES]
            named = [
                each for each in below if NAMED.search(page.plain, each.start, min(each.end, each.start + 60))
            ]
            if len(named) >= _LEAST_NAMED and 2 * len(named) >= len(below):
                yield line.start, line.end
