"""A weekly programme whose items begin with their names: “Proben: Jugendchor Di 17–18 Uhr, Kammerchor Mi 19.30 Uhr”.

Each item is a name, its days and its time, in this order, in one line or a line each. They are those of every week as the
rows of `weeks` are.
"""

import re
from collections.abc import Iterator

from .layout import Layout, Line
from .weeks import DAY, HOUR, JOINT, OFFICE, WEEKLY, Row, is_of_one_week

_SMALL = r"(?:für|mit|und|am|im|in|ab|bis|von|der|die|das|den|zur|zum|ohne|&|-|/)"
_WORD = r"[A-ZÄÖÜ\"][\w.\"'-]*"
_NAME = rf"{_WORD}(?: (?:{_SMALL}|{_WORD}|\d)){{0,5}}?"
_EACH = r"(?:(?:jede[nr]|immer|am|jeweils) )*"
_DAYS = rf"(?P<days>(?i:{DAY}(?:{JOINT}{DAY}){{0,3}}))"
_NAME_BEHIND = (
    r" (?:(?:und|sowie) (?:\w{3} )?)?(?!Uhr\b)\"?[A-ZÄÖÜ]"  # the next item, or “um 17 Uhr Englisch”
)
_TIME = rf"(?:(?:von|ab|um) )?(?={HOUR})(?:(?!{_NAME_BEHIND})[^,;:.()\n]|[.:]\d|,\d\d)*"
_ITEM = re.compile(rf"(?P<name>{_NAME})[:,]? \(?{_EACH}{_DAYS},? {_TIME}\)?")
_BETWEEN = re.compile(r" ?[,;]? (?:(?:und|sowie) )?(?:(?:der|die|das) )?")
_IN_FRONT = re.compile(r"(?:^|[:;.] )(?:(?:der|die|das) )?$")
_REGULAR = re.compile(
    rf"{WEEKLY.pattern}|\b\w*(?:proben?|training|übungsstunden|stunden|termine)\b", re.IGNORECASE
)
_ADVERB = re.compile(r"(?:tag|abend|vormittag|nachmittag|mittwoch)s$", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:jede[nr]|immer|jeweils)\b", re.IGNORECASE)
# What is in every item.
_HINT = re.compile(r"(?:(?:tag|abend|mittag|och)s?|\b[MDFS][oiar]\.?),? (?:(?:von|ab|um) )?\d")
_LEAST = 2  # items
_DATE = re.compile(r"\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zä]{2,8}\b)")


def enumerated(layout: Layout) -> Iterator[Row]:
    """The items of every such line and of lines below each other; none of opening hours, none beside a date."""
    below: list[tuple[Line, re.Match[str]]] = []
    for line in layout.lines:
        if not _HINT.search(layout.text.plain, line.text_start, line.end):
            continue
        item = _ITEM.match(layout.text.plain, line.text_start, line.end)
        if item is not None and not re.search(r"\w", layout.text.plain[item.end() : line.end]):
            if below and below[-1][0].number + 1 != line.number:
                yield from _of_lines(layout, below)
                below = []
            below.append((line, item))
        elif re.search(r"[:,;]", layout.said(line)):
            yield from _of_one_line(layout, line)
    yield from _of_lines(layout, below)


def _of_one_line(layout: Layout, line: Line) -> list[Row]:
    plain = layout.text.plain
    found: list[re.Match[str]] = []
    for match in _ITEM.finditer(plain, line.text_start, line.end):
        if found and _BETWEEN.fullmatch(plain, found[-1].end(), match.start()):
            found.append(match)
        elif len(found) < _LEAST:
            found = [match] if _IN_FRONT.search(plain[line.text_start : match.start()]) else []
    return _rows(layout, line, line, found)


def _of_lines(layout: Layout, below: list[tuple[Line, re.Match[str]]]) -> list[Row]:
    return _rows(layout, below[0][0], below[-1][0], [item for _line, item in below]) if below else []


def _rows(layout: Layout, first: Line, last: Line, items: list[re.Match[str]]) -> list[Row]:
    """None unless the words in front or above, or each item, say that it is so every week."""
    plain = layout.text.plain
    above = layout.said(layout.lines[first.number - 1]) if first.number else ""
    words = plain[first.start : last.end]
    is_wrong = _DATE.search(words) or any(
        is_of_one_week(each) or OFFICE.search(each) for each in (words, above)
    )
    if len(items) < _LEAST or is_wrong:
        return []
    is_said = _REGULAR.search(f"{above} {plain[first.start : items[0].start()]}") or all(
        _ADVERB.search(each["days"]) or _EVERY.search(each[0]) for each in items
    )
    return [Row(each, each.span(), is_closed=False) for each in items] if is_said else []
