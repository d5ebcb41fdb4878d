"""Written dates. `FORMS` is the table of forms a day is written in, `_JOINTS` of what joins several of them.

A day is found by its digits; then the words before it are read: weekday, “den”, earlier days of a list or a range
(“Fr., 3., bis So., 5. Mai”). Which year is meant and what the date is for is decided elsewhere (years.py, roles.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .forms import matches
from .lexicon import MONTHS, ORDINALS, SHORT_WEEKDAYS, WEEKDAYS
from .stretches import Stretches
from .text import Text


@dataclass(frozen=True)
class Day:
    """A day as written; what is not said is None. `near`: “kommenden”, “morgigen” and the like before a weekday."""

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None = None
    weekday: int | None = None
    near: str = ""


@dataclass(frozen=True)
class DateMention:
    """Days that are written together. `pieces`: (first, last) of each; last is None for a single day."""

    start: int
    end: int
    pieces: tuple[tuple[Day, Day | None], ...]
    form: str

    @property
    def is_range(self) -> bool:
        return len(self.pieces) == 1 and self.pieces[0][1] is not None


@dataclass(frozen=True)
class Form:
    name: str
    pattern: re.Pattern[str]
    example: str
    at_number: bool = True
    before: re.Pattern[str] | None = None


def _words(table: dict[str, int]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


def _slips(month: str) -> Iterator[str]:
    """“Okotber”, “Novmber”: two letters exchanged, or one left out."""
    for place in range(1, len(month) - 1):
        yield month[:place] + month[place + 1] + month[place] + month[place + 2 :]
        if len(month) >= _LONG_MONTH:
            yield month[:place] + month[place + 1 :]


_LONG_MONTH = 7  # letters
_SLIPS = {
    slip: number
    for month, number in MONTHS.items()
    if len(month) >= _LONG_MONTH - 1
    for slip in _slips(month)
}
_MONTHS = _SLIPS | MONTHS

_FREE = r"(?<!\d)(?<!\d[.,:/])"  # not inside a longer number
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_NAME = rf"(?P<name>{_words(_MONTHS)})(?![a-zäöüß])\.?"
_LONG_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d])(?!\s?(?:Uhr\b|h\b))"
_YEAR = rf"(?:{_LONG_YEAR}|(?<=\.)'?(?P<short>\d\d)(?!\d)(?!\s?(?:Uhr|h\b)|(?:[-:.]\s?\d(?!\d?\.\s?\d{{1,2}}\.)|bis\b(?!\s\d{{1,2}}\.\d))))"
_SHORT_YEAR = (
    r"'(?=\d\d(?!\d))|(?=[1-3]\d,\s?(?:um\s)?\d{1,2}[:.]\d\d\s?Uhr)"  # “8. Mai '22”, “8. Mai 22, 12:00 Uhr”
)
_MEASURE = r"(?!\s?(?:Uhr|h\b|%|€|Euro|Prozent|EUR|km|m\b|Mio|Mrd|[:/-]?\d\d|,\d))"

FORMS = (
    Form("iso", re.compile(rf"(?<![\d-])(?P<year>(?:19|20)\d\d)-{_MONTH}-{_DAY}(?![\d-])"), "2019-10-08"),
    Form(
        "named",
re.compile(rf"{_FREE}{_DAY}(?:\s?\.|te[rn]?)?\s?-?{_NAME}(?:,?\s?{_LONG_YEAR}|\s?(?:{_SHORT_YEAR})(?P<short>\d\d))?", re.IGNORECASE),
        "8. Oktober 2019",
    ),
    Form("numeric", re.compile(rf"{_FREE}{_DAY}\s?\.\s?{_MONTH}\s?\.(?:\s?{_YEAR})?(?!\d|\s?(?:[€%]|Euro))", re.IGNORECASE), "8.10.2019"),
    Form("numeric-year", re.compile(rf"{_FREE}{_DAY}\s?\.\s?{_MONTH}\s{_LONG_YEAR}"), "8.10 2019"),
    Form("bare", re.compile(rf"{_FREE}{_DAY}\.{_MONTH}(?!\d|\.\d|\.\s?\d){_MEASURE}", re.IGNORECASE), "8.10"),
    Form("slash", re.compile(rf"(?<![\d/]){_DAY}/{_MONTH}/{_LONG_YEAR}"), "8/10/2019"),
    Form(
        "tile",
        re.compile(rf"^(?P<name>{_words(MONTHS)})\.?\n{{1,2}}{_DAY}\.?(?:\n{{1,2}}{_LONG_YEAR})?$", re.IGNORECASE | re.MULTILINE),
        "Okt\n8",
        at_number=False,
    ),
    Form(
        "word",
        re.compile(rf"\b(?P<ordinal>{_words(ORDINALS)})e[nr]?\s(?P<name>{_words(MONTHS)})\b(?:\s{_LONG_YEAR})?", re.IGNORECASE),
        "achten Oktober",
        at_number=False,
    ),
)  # fmt: skip
MONTHLESS = (
    "monthless"  # “Sonntag, den 10.”, below a list or a heading that says the month; years.py finds it
)

NEAR = r"heutig|morgig|übermorgig|kommend|nächst|dies|übernächst|darauffolgend|folgend|letzt|vergangen|vorig"
_WEEKDAY = (
    rf"(?<![a-zäöüß])(?:(?P<near>{NEAR})e[nrms]?\s+)?"
    rf"(?:(?P<weekday>{_words(WEEKDAYS)})(?:s?-?(?:abend|vormittag|nachmittag|morgen|mittag|nacht))?"
    rf"|(?P<short_weekday>{_words(SHORT_WEEKDAYS)})(?=[\s.,:/+&-]))(?:s\b(?!\.)|\b)\.?[,:]?"  # “… dienstags. Am 9. Februar”
)
_ARTICLE = r"(?:,?\s*(?:den|der|dem|d\.|am|dem)(?=\s|\d))?"
_BEFORE_DAY = re.compile(rf"(?:{_WEEKDAY}{_ARTICLE}|(?<![a-zäöüß])(?:den|der|dem))\s*\(?$", re.IGNORECASE)
_AM = re.compile(r"\bam\s\Z")
THIS_MONTH = r"(?:dieses Monats|(?:ds|d|lfd)\.\s?Mt?s?\.)"
_DAY_ALONE = re.compile(
    rf"{_FREE}{_DAY}\.(?=\s?(?:[,:;)|]|-\s|$)|\s(?:(?:um|ab|von|im|in|am|jeweils|gegen|leider|statt|aus|…)\b|…|"
    rf"{THIS_MONTH}|\d{{1,2}}(?:[.:]\d\d)?\s?(?:Uhr|h\b|-|bis)|\d\d:\d\d))",
    re.IGNORECASE | re.MULTILINE,
)
_JOINTS = {
    "list": r"\s*(?:,\s*(?:und|sowie|oder)|,|und|u\.|&|/|\+|sowie|oder|\||;)\s*(?:am\s|den\s|dem\s|ab\s|auch\s)*",
    "range": r"\s*,?\s*(?:-+|bis(?:\s(?:zum|einschließlich|einschl\.|inkl\.|inklusive|incl\.|zu))?)\s*(?:am\s|den\s|dem\s|zum\s)*",
}
_EARLIER_DAY = re.compile(
    rf"(?<![\d.,:/])(?P<day>0?[1-9]|[12]\d|3[01])(?P<dot>\s?\.)?,?(?:(?P<list>{_JOINTS['list']})|(?P<range>{_JOINTS['range']}))$",
    re.IGNORECASE,
)
_WEEKDAY_RANGE = re.compile(
    rf"(?<![a-zäöüß])(?:{_words(WEEKDAYS)}|{_words(SHORT_WEEKDAYS)})\.?\s?(?:[/+&-]|bis|und|,)\s?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"(?:\s?\([^()\d\n]{{1,30}}\))?(?:(?P<list>{_JOINTS['list']})|(?P<range>{_JOINTS['range']}))",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(
    r"(?:\b(?:am|dem|den|der|vom|bis|zum|auf|termin:?|datum:?|und|ab dem)\s*|[-*(]\s*|^)\Z",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT_ITEM = re.compile(r"\n\s*-")  # the dash of a list's next line joins nothing
_NUMBERING = re.compile(r"\d\.\d\s|\d\.\d\d\s|\d\d\.\d\s")  # “1.4 Genehmigung der Niederschrift”
_FROM_BETWEEN = re.compile(r"zwischen\s(?:dem\s|den\s)?$", re.IGNORECASE)
_WINDOW = 60  # characters before a day that may belong to it
_FAR = 40  # days in one list


def dates(text: Text) -> list[DateMention]:
    """Every written date, in order; relative ones (“morgen”) are found by relative.py."""
    found: list[DateMention] = []
    for form, match in matches(text.plain, FORMS):
        floor = found[-1].end if found else 0
        if match.start() < floor:
            continue
        mention = _read(text.plain, form, match, floor)
        if mention is not None and mention.start >= floor:
            found.append(mention)
    return _joined(text.plain, sorted([*found, *_monthless(text.plain, found)], key=lambda each: each.start))


def _monthless(plain: str, found: list[DateMention]) -> list[DateMention]:
    """“Sonntag, den 10.”, “Mi 12.: …”: with a weekday, which proves the month that is found for it; or “am 10.”."""
    blocked = Stretches([(each.start, each.end) for each in found])
    days = (
        _with_weekday(plain, Day(match.start(), match.end(), int(match["day"]), None), 0)
        for match in _DAY_ALONE.finditer(plain)
        if not blocked.meet(match.start(), match.end())
    )
    return [
        DateMention(day.start, day.end, ((day, None),), MONTHLESS)
        for day in days
        if (day.weekday is not None or _AM.search(plain, max(0, day.start - 4), day.start))
        and not blocked.meet(day.start, day.end)
    ]


def _read(plain: str, form: Form, match: re.Match[str], floor: int) -> DateMention | None:
    last = _day(match)
    if last is None:
        return None
    last = _with_weekday(plain, last, floor)
    if form.name == "bare" and last.weekday is None and not _has_evidence(plain, last):
        return None
    pieces, start = _earlier(plain, last, floor)
    return DateMention(start, last.end, pieces, form.name)


def _has_evidence(plain: str, day: Day) -> bool:
    opens_a_line = day.start == 0 or plain[day.start - 1] == "\n"
    if opens_a_line and _NUMBERING.match(plain, day.start):
        return False
    return bool(_EVIDENCE.search(plain, max(0, day.start - 12), day.start))


def _day(match: re.Match[str]) -> Day | None:
    said = match.groupdict()
    number = ORDINALS[said["ordinal"].lower()] if said.get("ordinal") else int(said["day"])
    month = _MONTHS[said["name"].lower()] if said.get("name") else int(said["month"])
    year = int(said["year"]) if said.get("year") else None
    if year is None and said.get("short"):
        year = 2000 + int(said["short"])
        year -= 100 if year > 2059 else 0
    return Day(match.start(), match.end(), number, month, year)


def _with_weekday(plain: str, day: Day, floor: int) -> Day:
    match = _BEFORE_DAY.search(plain, max(floor, day.start - _WINDOW), day.start)
    if match is None:
        return day
    start = match.start()
    # “Sa/So 3./4. Mai”: the weekdays stand together before the days and bind none of them alone
    if pair := _WEEKDAY_RANGE.search(plain, max(floor, start - 14), start):
        return replace(day, start=pair.start())
    return replace(day, start=start, weekday=_weekday(match), near=(match["near"] or "").lower())


def _weekday(match: re.Match[str]) -> int | None:
    if match["weekday"]:
        return WEEKDAYS[match["weekday"].lower()]
    return SHORT_WEEKDAYS[match["short_weekday"].lower()] if match["short_weekday"] else None


def _earlier(plain: str, last: Day, floor: int) -> tuple[tuple[tuple[Day, Day | None], ...], int]:
    """Days before the one with the month: “3., 10. und 17. Mai”, “3. bis 5. Mai”; → pieces, start."""
    pieces: list[tuple[Day, Day | None]] = [(last, None)]
    place = last.start
    for _count in range(_FAR):
        match = _EARLIER_DAY.search(plain, max(floor, place - _WINDOW), place)
        if match is None or _NEXT_ITEM.search(match[0]) or not (match["dot"] or _needs_no_dot(match, last)):
            break
        day = Day(match.start(), match.end("day"), int(match["day"]), last.month, last.year)
        day = _with_weekday(plain, day, floor)
        is_between = pieces[0][1] is None and bool(
            _FROM_BETWEEN.search(plain, max(floor, day.start - 14), day.start)
        )
        if match["range"] or _is_weekend(match, day, pieces[0]) or (is_between and "und" in match[0]):
            pieces[0] = (day, pieces[0][0])
        else:
            pieces.insert(0, (day, None))
        place = day.start
    return tuple(pieces), place


def _needs_no_dot(match: re.Match[str], last: Day) -> bool:
    """“3-5. Mai”, “3 bis 5. Mai”"""
    return bool(match["range"]) and last.day is not None and int(match["day"]) < last.day


def _is_weekend(match: re.Match[str], day: Day, following: tuple[Day, Day | None]) -> bool:
    """“3./4. Mai”: two days one after the other, one event."""
    after = following[0].day
    return "/" in match[0] and following[1] is None and day.day is not None and after == day.day + 1


def _joined(plain: str, mentions: list[DateMention]) -> list[DateMention]:
    """Full dates with nothing but a joint between them: “29.4.-3.5.2019”, “25.11.2024 und 06.01.2025”."""
    found: list[DateMention] = []
    for mention in mentions:
        before = found[-1] if found else None
        joint = before and _BETWEEN.fullmatch(plain, before.end, mention.start)
        if before is None or not joint or _NEXT_ITEM.search(joint[0]):
            found.append(mention)
            continue
        found[-1] = _join(
            before, mention, is_range=bool(joint["range"]) or _is_next_day(joint[0], before, mention)
        )
    return [_with_years(mention) for mention in found]


def _is_next_day(joint: str, before: DateMention, after: DateMention) -> bool:
    first, second = before.pieces[-1][0], after.pieces[0][0]
    return "/" in joint and first.month == second.month and (second.day or 0) - (first.day or 0) == 1


def _join(before: DateMention, after: DateMention, *, is_range: bool) -> DateMention:
    pieces = [*before.pieces]
    if is_range and pieces[-1][1] is None and after.pieces[0][1] is None:
        pieces[-1] = (pieces[-1][0], after.pieces[0][0])
        pieces += after.pieces[1:]
    else:
        pieces += after.pieces
    return DateMention(before.start, after.end, tuple(pieces), after.form)


def _with_years(mention: DateMention) -> DateMention:
    """The year said last counts for the days before it, a year earlier where the months go backwards."""
    year: int | None = None
    month = 0
    pieces: list[tuple[Day, Day | None]] = []
    for first, last in reversed(mention.pieces):
        days = []
        for day in (last, first):
            if day is None:
                continue
            if day.year is not None:
                year = day.year
            elif year is not None:
                year -= (day.month or 0) > month
                day = replace(day, year=year)
            month = day.month or 0
            days.append(day)
        pieces.insert(0, (days[-1], days[0] if last else None))
    return replace(mention, pieces=tuple(pieces))
