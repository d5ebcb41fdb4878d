"""What in a text is not for the public: what its sender says so of, and what is private by its nature.

Such words are neither read nor told, and a doubt leads to them, so that nothing of it is lost silently. The modules
with `_forms` hold the tables. An account is announced where people pay or give to it beside it (“Spenden an …”, “Gebühr”); any other is
somebody's own. A number that is called private but asked to be rung stays, with a doubt.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from . import embargo_forms as embargo
from . import internal_forms as internal
from . import private_forms as private
from . import withheld_forms as forms
from .dates import dates
from .draft import DoubtKind
from .layout import Layout, Line
from .life_forms import LIFE
from .minutes import homes, minutes, points
from .private_numbers import accounts, numbers, of_a_signature, signed
from .sensitive import sensitive
from .stretches import Stretch, Stretches, merged
from .text import Text
from .withheld_forms import Form, Reach
from .withheld_page import Found, Page, clause
from .years import resolve

_HEAD = 40  # lines within which what is for everybody may begin
_PREFACE = 45  # characters: less before “Für die Homepage:” is no more than a greeting
_MOST_NAMED = 60  # lines of a list of those present
_MOST_TOLD = 60  # of which a doubt tells; what is about the whole text is always told
_LABEL = re.compile(r"[^\W\d][^:\n]{1,40}:(?:\s|$)")
_OPENING, _MARK = 8, 90  # lines in which a text is marked as a whole; characters of such a line
_STANDS_ALONE = 12  # letters beside the mark itself
_POINTS_BACK = re.compile(r"^\W*(?:bitte\s)?(?:das|dies\w*|alles|es|behandel\w+)\b", re.IGNORECASE)
_DANGLING = re.compile(r"[\s,;(-]*(?:(?:und|weil|denn|da|aber)\s)?$", re.IGNORECASE)
_TIME = re.compile(r"\d\s?(?:uhr|h)\b|\d:\d\d", re.IGNORECASE)


@dataclass(frozen=True)
class Withheld:
    """`found`: neither read nor told; `doubts`: those to tell of; `numbers`: that may be private; `homes`: where no event
    is; `points`: of an agenda, whose days are no events; `minutes`: where a text says that it is a protocol."""

    hidden: tuple[Stretch, ...] = ()
    doubts: tuple[Found, ...] = ()
    numbers: Stretches = field(default_factory=lambda: Stretches([]))
    homes: Stretches = field(default_factory=lambda: Stretches([]))
    points: Stretches = field(default_factory=lambda: Stretches([]))


def withheld(layout: Layout, today: date, unread: Sequence[Stretch] = ()) -> Withheld:
    """`unread`: the head of a letter and its signature, of which nothing is told anyway."""
    page = Page(layout)
    protocol = minutes(page)
    marked = [*_opened(page, unread), *_marked(page, (*forms.SAID, *forms.FOOTER)), *_embargoes(page, today)]
    lists = (private.PRESENT, private.PRESENT_IN_MINUTES) if protocol else (private.PRESENT,)
    natural = [*_marked(page, (*private.BY_NATURE, *LIFE, *lists)), *accounts(page), *signed(page)]
    called = list(numbers(page))
    natural += [each for each in called if each.kind is DoubtKind.PRIVATE]
    known = Stretches(list(unread))
    natural = [*_beyond(natural, unread), *of_a_signature(page, called, known)]
    whole = [each for each in marked if each.kind is DoubtKind.ALL_INTERNAL] or list(_whole(page, known))
    marked = [*(each for each in marked if not any(_lies_in(each, mark) for mark in whole)), *whole]
    delicate = [] if whole else list(sensitive(page, known))
    found = [*marked, *natural]
    return Withheld(
        tuple(merged((each.start, each.end) for each in found)),
        (*_most(list(_told(page.plain, found))), *whole, *protocol, *delicate),
        Stretches([(each.start, each.end) for each in called if each.kind is DoubtKind.PERHAPS_PRIVATE]),
        Stretches(list(homes(page))),
        Stretches(list(points(page))),
    )


# ------------------------------------------------------------------------------------------------- what is marked
def _opened(page: Page, unread: Sequence[Stretch]) -> Iterator[Found]:
    """“Für die Homepage:” itself, and what stands before it."""
    for (start, end), match in page.sentences_with(forms.OPENER_WORDS, forms.OPENER):
        if page.line_at(start).number < _HEAD:
            before = page.text.without([each for each in unread if each[1] <= start]).plain[:start]
            if before.strip():
                yield Found(0, start, DoubtKind.NOT_FOR_PUBLIC if _is_told(before) else None)
            yield Found(start, min(end, start + match.end()), None)
            return


def _is_told(before: str) -> bool:
    return any(len(line.strip()) >= _PREFACE for line in before.split("\n"))


def _marked(page: Page, table: Iterable[Form]) -> Iterator[Found]:
    for form in table:
        for (start, end), match in page.sentences_with(form.words, form.pattern):
            if form.unless and form.unless.search(page.plain, start, end):
                continue
            if form.beside and not form.beside.search(page.plain, *page.paragraph(start)):
                continue
            at, until = match.span("what" if "what" in match.groupdict() else 0)
            for first, last in _REACHES[form.reach](page, (start, end), (start + at, start + until)):
                if last > first:
                    is_alone = ":" not in match[0] and last - first - len(match[0]) <= _STANDS_ALONE
                    is_all = form.reach is Reach.SAID and is_alone and _is_of_all(page, first, last)
                    yield Found(first, last, DoubtKind.ALL_INTERNAL if is_all else form.kind)


def _is_of_all(page: Page, start: int, end: int) -> bool:
    """The mark in a paragraph of its own: “Nur für den internen Gebrauch”."""
    lines = page.layout.lines
    first = page.line_at(start)
    is_alone = first.start == start and first.end == end and end - start < 60 and page.plain[end - 1] != ":"
    return is_alone and len(lines) > 1 and len(page.block(start)) == 1


def _whole(page: Page, unread: Stretches) -> Iterator[Found]:
    """A line of its own near the head, “-- INTERN --”, also behind that of a mail or in its subject."""
    above: Line | None = None
    for line in page.layout.lines[:_OPENING]:
        words = page.plain[line.start : line.end]
        is_mark = len(words) <= _MARK and internal.ALL_OF_IT.fullmatch(words)
        if internal.INTERNAL_SUBJECT.match(words[:_MARK]) or (is_mark and _begins(page, line, above)):
            yield Found(line.start, line.end, DoubtKind.ALL_INTERNAL)
            return
        if not unread.meet(line.start, line.end) and not internal.HEADER.match(words):
            if len(words) > _MARK or words.endswith((".", "!", "?")):
                return
            above = line


def _begins(page: Page, line: Line, above: Line | None) -> bool:
    """Whether a mark is about what follows, and not about the line above it in its paragraph."""
    if above is None or above.block != line.block:
        return True
    return above.number == 0 and not any(each.isdigit() for each in page.plain[above.start : above.end])


def _beyond(found: Iterable[Found], unread: Sequence[Stretch]) -> Iterator[Found]:
    """Without what is not told anyway; “Liebe Uta, mein Mann …” is one sentence with its salutation."""
    known = Stretches(list(unread))
    for each in found:
        start = each.start
        if known.meet(start, start + 1):
            start = max(end for first, end in unread if first <= start < end)
        if start < each.end and not known.meet(start, each.end):
            yield replace(each, start=start)


def _lies_in(found: Found, mark: Found) -> bool:
    is_until = found.kind is DoubtKind.EMBARGO and found.day is not None
    return mark.start <= found.start and found.end <= mark.end and not is_until


def _said(page: Page, sentence: Stretch, mark: Stretch) -> Iterator[Stretch]:
    start, end = sentence
    line, plain = page.line_at(end - 1), page.plain
    said = plain[start:end].rstrip()
    if said.endswith(":"):
        yield start, end
        yield from ((each.start, each.end) for each in page.behind(line))
    elif _COLON.match(plain, mark[1] - 1, end) and mark[1] < end:
        yield start, max([end, *(each.end for each in page.block(start) if each.start >= start)])
    elif _is_in_brackets(plain, mark, sentence):
        yield page.line_at(start).start, line.end
    elif len(said) - (mark[1] - mark[0]) <= _STANDS_ALONE or (_POINTS_BACK.match(said) and len(said) < 60):
        yield _with_what_it_is_beside(page, sentence)
    else:
        yield sentence


_COLON = re.compile(r".?\)?\s?:\s?\S")


def _is_in_brackets(plain: str, mark: Stretch, sentence: Stretch) -> bool:
    return (
        "(" in plain[max(sentence[0], mark[0] - 20) : mark[0] + 1]
        and ")" in plain[mark[0] : min(sentence[1], mark[1] + 20)]
    )


def _with_what_it_is_beside(page: Page, sentence: Stretch) -> Stretch:
    """“Das ist noch vertraulich.” means the sentence before it; at the head of a paragraph, all of that."""
    start, end = sentence
    block = page.block(start)
    if start > block[0].start:
        before = page.layout.sentence(page.layout.sentence_number(start) - 1)
        return max(before[0], block[0].start), end
    return start, block[-1].end


def _sentence(_page: Page, sentence: Stretch, _mark: Stretch) -> Iterator[Stretch]:
    yield sentence


def _words(_page: Page, _sentence: Stretch, mark: Stretch) -> Iterator[Stretch]:
    yield mark


def _paragraph(page: Page, sentence: Stretch, _mark: Stretch) -> Iterator[Stretch]:
    yield sentence[0], page.block(sentence[0])[-1].end


def _list(page: Page, sentence: Stretch, _mark: Stretch) -> Iterator[Stretch]:
    """The label and those named behind it, on lines that go on or stand below it, until the next label."""
    start, end = sentence
    line = page.line_at(start)
    yield start, max(end, line.end)
    is_open = page.plain[start : max(end, line.end)].rstrip().endswith((":", ",", ";"))
    if not is_open and not any(each.bullet for each in page.behind(line)[:1]):
        return
    for each in page.behind(page.line_at(max(start, end - 1)))[:_MOST_NAMED]:
        words = page.layout.said(each)
        if _LABEL.match(words) or _TIME.search(words) or len(words) > 120:
            return
        yield each.start, each.end


_REACHES = {
    Reach.SAID: _said,
    Reach.SENTENCE: _sentence,
    Reach.WORDS: _words,
    Reach.CLAUSE: clause,
    Reach.PARAGRAPH: _paragraph,
    Reach.LIST: _list,
}


def _embargoes(page: Page, today: date) -> Iterator[Found]:
    """Until when; of one that is over nobody needs to know."""
    for (start, end), _match in page.sentences_with(embargo.EMBARGO_WORDS, embargo.EMBARGO):
        words = page.plain[start:end]
        if len(words) > 220 or embargo.NO_EMBARGO.search(words):
            continue
        until = dates(Text(words)) if embargo.UNTIL.search(words) else []
        days = [resolve(each.pieces[-1][0], today).day for each in until]
        day = max((day for day in days if day), default=None)
        yield Found(start, end, DoubtKind.EMBARGO if day is None or day >= today else None, day)


# -------------------------------------------------------------------------------------------------------- doubts
def _most(told: list[Found]) -> list[Found]:
    return [each for number, each in enumerate(told) if number < _MOST_TOLD or each.kind is DoubtKind.EMBARGO]


def _told(plain: str, found: list[Found]) -> Iterator[Found]:
    """In the order of the text; neighbours of one kind are one, and what lies within another needs no words of its own."""
    last: Found | None = None
    told = [each for each in found if each.kind and each.kind is not DoubtKind.ALL_INTERNAL]
    for each in sorted(told, key=lambda each: (each.start, -each.end)):
        if last and each.end <= last.end:
            if each.kind is DoubtKind.EMBARGO and last.kind is not DoubtKind.EMBARGO:
                yield each
            continue
        if last and each.kind is last.kind and not plain[last.end : each.start].strip():
            last = Found(last.start, each.end, each.kind, each.day or last.day)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last
