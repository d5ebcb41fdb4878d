"""A programme of the week: “Montag: 9 Uhr Frühstück / Dienstag: 15 Uhr Spielen, 18 Uhr Yoga / Mittwoch: geschlossen”.

A row begins with its weekdays; what happens stands behind them, or in the lines below where they stand alone. The rows are
those of every week if a word above says so, or the rows themselves (closed on a day, “jeden 1. Freitag”, “montags”), or
nearly the whole week is there; never below a date or “diese Woche”. Opening hours are none: they name nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from .layout import Layout, Line
from .lexicon import MONTHS, WEEKDAYS
from .stretches import Stretch

_LONG = "|".join(WEEKDAYS)
_SHORT = r"(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?"
DAY = rf"(?:(?:{_LONG})(?:abend|vormittag|nachmittag)?s?\b|{_SHORT})"
JOINT = r"\s?(?:,|und|u\.|/|\+|&|bis|-)\s?"
HOUR = r"\d{1,2}(?:[.:]\d\d\b|\s?(?:-|bis|Uhr\b|h\b))"
_CLOSED = r"(?:geschlossen|ruhetag|entfällt|fällt aus|frei|zu|pause|kein(?:e|en)?\s[\w-]+|nach\s(?:vereinbarung|absprache))"
_NO_DATE = r"(?!\.?,?\s?(?:den\s|der\s)?\d{1,2}\.(?!\d\d?\s?(?:-|bis|Uhr|h\b)))"
_ROW = re.compile(rf"(?P<days>{DAY}(?:{JOINT}{DAY}){{0,6}}){_NO_DATE}(?=\s?[:,(]|\s|$)", re.IGNORECASE)
# What stands behind a short name of a day, which may be another word: “So schön ist es hier”.
_BEHIND_A_SHORT = re.compile(
    rf"\s?(?:\([^()]{{3,30}}\)\s?)?(?::|\t|(?=$)|(?:(?:von|ab|um|jeden|alle|jede)\s)?(?=\d|[1-5]\.|jede|alle)|{_CLOSED}\b|-)",
    re.IGNORECASE,
)
_IS_CLOSED = re.compile(rf"\W*(?:(?:ist|bleibt)\s)?(?:{_CLOSED}(?!\w)[^\d]*|[^\w]*)", re.IGNORECASE)
_RULE = re.compile(
    r"\bjede[nrms]?\s|\bgerade\w*\s|\bungerade\w*\s|\d-?tägig|täglich\b|\balle\s(?:\d|zwei|drei|vier)|\bim\smonat\b",
    re.IGNORECASE,
)
WEEKLY = re.compile(
    r"\bregelmäßig|\bwöchentlich|\bjede\swoche\b|\bimmer\b|wochen(?:programm|plan|übersicht)|\b\w+zeiten\b|\b(?:unsere|meine)\swoche\b|"
    r"(?:stunden|kurs|trainings|gruppen|übungs|proben)-?plan|\bangebote?\b|\bgruppen\b|\bkurse\b|\bunser\sprogramm\b",
    re.IGNORECASE,
)
_MONTH = "|".join(MONTHS)
_OF_ONE_WEEK = re.compile(
    rf"\d{{1,2}}\.\s?(?:\d{{1,2}}\.|(?:{_MONTH})\b)|\b(?:diese|nächste|kommende|folgende)[rn]?\swoche\b|\b(?:KW|kalenderwoche)\s?\d|"
    r"\bferien(?:programm|woche|spiele)|\b(?:fest|kirmes|lager|zelt)\w*programm|\bprojektwoche|\bam\swochenende\b",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"öffnungszeit|sprechzeit|sprechstunde|bürozeit|telefonzeit|geschäftszeit|besuchszeit|\bgeöffnet\b|erreichbar|\bbesetzt\b",
    re.IGNORECASE,
)
_FILLERS = re.compile(
    rf"{DAY}|\b(?:Uhr|h|von|bis|ab|um|ca|und|u|sowie|jeweils)\b|{_CLOSED}(?!\w)", re.IGNORECASE
)
_WORDS_OF_A_SENTENCE = 4
_SUNDAY = 6
_LEAST = 3  # rows
_NEARLY_ALL = 4  # rows: nobody lists four days of one week without saying which
_MOST_LINES = 12  # of one row
_LONGEST = 200  # characters of a line of a row
_ABOVE = 4  # lines in which is said what it is
_NAMED = 0.5  # of the rows that are not closed


@dataclass(frozen=True)
class Row:
    """`days`: the match of its weekdays; `stretch`: all its words; `is_sure`: it is said that it is so every week."""

    days: re.Match[str]
    stretch: Stretch
    is_closed: bool
    is_sure: bool = True


def weeks(layout: Layout) -> Iterator[Row]:
    """The rows of every such programme, in order."""
    run: list[tuple[Line, re.Match[str]]] = []
    for line in layout.lines:
        days = _opens(layout, line)
        if days is None:
            continue
        if run and (line.number - run[-1][0].number > _MOST_LINES or _begins_anew(run, days)):
            yield from _programme(layout, run)
            run = []
        run.append((line, days))
    yield from _programme(layout, run)


def _begins_anew(run: list[tuple[Line, re.Match[str]]], days: re.Match[str]) -> bool:
    """From Friday back to Monday: another list; only a Sunday may stand first."""
    before = _first_day(run[-1][1])
    return _first_day(days) < before and not (len(run) == 1 and before == _SUNDAY)


def _opens(layout: Layout, line: Line) -> re.Match[str] | None:
    """The weekdays with which a line begins, if something of a programme can follow."""
    plain = layout.text.plain
    found = _ROW.match(plain, line.text_start, line.end)
    if found is None or line.end - line.start > _LONGEST:
        return None
    is_short = len(found["days"].rstrip(".")) <= 2
    return found if not is_short or _BEHIND_A_SHORT.match(plain, found.end(), line.end) else None


def _programme(layout: Layout, run: list[tuple[Line, re.Match[str]]]) -> list[Row]:
    if len({days["days"].lower()[:2] for _line, days in run}) < _LEAST:
        return []
    above = [layout.said(each) for each in layout.lines[max(0, run[0][0].number - _ABOVE) : run[0][0].number]]
    if any(map(is_of_one_week, above[-2:])) or any(map(OFFICE.search, above[-2:])):
        return []
    ends = [
        _end(layout, line, days, until)
        for (line, days), until in zip(run, [*(each for each, _days in run[1:]), None], strict=True)
    ]
    rows = [_row(layout, days, end) for (_line, days), end in zip(run, ends, strict=True)]
    opened = [row for row in rows if not row.is_closed]
    named = [row for row in opened if _names_something(layout.text.plain[row.days.end() : row.stretch[1]])]
    timed = [row for row in opened if re.search(HOUR, layout.text.plain[slice(*row.stretch)], re.IGNORECASE)]
    if not opened or min(len(named), len(timed)) < _NAMED * len(opened):
        return []
    is_said = any(map(WEEKLY.search, above)) or any(_says_weekly(layout, row) for row in rows)
    is_clear = is_said or len(rows) > _NEARLY_ALL
    return (
        [Row(row.days, row.stretch, row.is_closed, is_clear) for row in rows]
        if is_said or len(rows) >= _NEARLY_ALL
        else []
    )


def is_of_one_week(words: str) -> bool:
    """“Wochenprogramm 7. bis 11. Dezember”."""
    return bool(_OF_ONE_WEEK.search(words))


def _row(layout: Layout, days: re.Match[str], end: int) -> Row:
    return Row(days, (days.start(), end), bool(_IS_CLOSED.fullmatch(layout.text.plain, days.end(), end)))


def _says_weekly(layout: Layout, row: Row) -> bool:
    is_adverb = row.days["days"].lower().endswith("tags") or row.days["days"].lower().endswith("mittwochs")
    return row.is_closed or is_adverb or bool(_RULE.search(layout.text.plain, row.days.end(), row.stretch[1]))


def _end(layout: Layout, line: Line, days: re.Match[str], until: Line | None) -> int:
    """A row takes its line and the rest of its paragraph; a day that stands alone what is below, up to the next day or prose."""
    is_alone = not any(map(str.isalnum, layout.text.plain[days.end() : line.end]))
    last = line
    for each in islice(layout.lines, line.number + 1, line.number + _MOST_LINES):
        is_new = each.block != last.block and not (
            is_alone and _begins_with_an_hour(layout, each, last is line)
        )
        if (
            each is until
            or is_new
            or each.end - each.start > _LONGEST
            or (not is_alone and layout.heading_before(each.start) is each)
            or _is_a_sentence(layout.said(each))
        ):
            break
        last = each
    return last.end


def _is_a_sentence(words: str) -> bool:
    """“Während der Ferien ist die Halle geschlossen.” below the last row."""
    return (
        ":" not in words
        and words[-1:] in ".!?"
        and words[:1].isupper()
        and len(words.split()) >= _WORDS_OF_A_SENTENCE
    )


def _begins_with_an_hour(layout: Layout, line: Line, is_first: bool) -> bool:
    return is_first or bool(re.match(rf"(?:(?:von|ab|um)\s)?{HOUR}", layout.said(line), re.IGNORECASE))


def _names_something(words: str) -> bool:
    return any(map(str.isalpha, _FILLERS.sub("", words)))


def _first_day(days: re.Match[str]) -> int:
    said = days["days"].lower()
    return next(number for name, number in WEEKDAYS.items() if name.startswith(said[:2]))
