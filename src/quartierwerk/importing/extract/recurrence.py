"""What repeats: “jeden 2. Donnerstag im Monat”, “dienstags und freitags”, “alle zwei Wochen mittwochs”.

Codes, as in the labels: daily:, weekly:TU,FR, biweekly:WE, monthly:2TH, monthly:1WE,3WE, monthly:-1TH.
`FORMS` is the table. An explicit date beside a recurrence wins; the code is then only kept with it.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .enumerated import enumerated
from .layout import Layout
from .lexicon import NUMBERS, ORDINALS, RRULE_DAYS, SHORT_WEEKDAYS, WEEKDAYS
from .stretches import Stretch, Stretches
from .timetables import timetable
from .weeks import is_of_one_week, weeks


@dataclass(frozen=True)
class Recurrence:
    """`code` is “monthly:” where no weekday is said, “closed:” of a row of a week on which nothing is.

    `row`: all words of that row (weeks.py); `is_sure`: it is said, or clear, that it is so every week; `name`: what happens,
    where it stands before the days (enumerated.py).
    """

    start: int
    end: int
    code: str
    row: Stretch | None = None
    is_sure: bool = True
    name: Stretch | None = None


_LONG = "|".join(WEEKDAYS)
_SHORT = r"(?:Mo|Di|Mi|Do|Fr|Sa|So)(?=[\s.,:/+&-])\.?"
_PART = r"(?:s?(?:abend|vormittag|nachmittag|morgen|mittag|nacht))?"
_DAY = rf"(?:(?:{_LONG}){_PART}s?\b|{_SHORT})"
_AND = r"(?:\s?,\s?|\s?(?:und|u\.|&|/|\+|oder|sowie)\s?(?:jeden\s|am\s)?|,\s?und\s)"
_TO = r"\s?(?:-|bis)\s?"
_DAYS = rf"(?P<days>{_DAY}(?:(?:{_AND}|{_TO}){_DAY}){{0,6}})"
_ORDINAL_WORD = "|".join(sorted(ORDINALS, key=len, reverse=True))
_ORDINAL = rf"(?:[1-5]\.|(?:{_ORDINAL_WORD}|letzt|vorletzt)e[nrms]?)"
_ORDINALS = rf"(?P<ordinals>{_ORDINAL}(?:{_AND}{_ORDINAL}){{0,3}})"
_EACH = r"(?:jede[nmrs]?|jeweils(?:\s(?:am|an jedem|jeden))?|immer(?:\s(?:am|jeden))?|an\s(?:jedem|den)|am)"
_IN_MONTH = r"(?P<month>\s(?:im|eines|des|in jedem|jeden)\s(?:jeden\s)?Monats?\b|\seines Monats)"
_OFF = (
    r"(?:alle\s(?:2|zwei)\sWochen|alle\s(?:14|vierzehn)\sTage|14-?\s?täg(?:lich|ig)\w*|vierzehntägig|"
    r"zweiwöchentlich|zweiwöchig|in (?:den |allen |jeder )?(?:un)?gerade[nr] (?:Kalender)?woche[n]?|"
    r"in (?:den )?(?:un)?geraden KW|jede(?:r)?\s(?:zweite[nr]?|2\.|(?:un)?gerade[nr]?)\s(?:Kalender)?woche)"
)
_ADVERB = rf"(?:(?:{'|'.join(name for name in WEEKDAYS)}){_PART}s)\b(?!-)"
# “jeden Freitag, 18.30 Uhr” is no date, “jeden Freitag, 18.12.” is
_NO_DATE = r"(?!\.?,?\s?(?:den\s|der\s)?\d{1,2}\.(?!\d\d(?!\.)))"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


FORMS = (
    ("monthly", _pattern(rf"(?:{_EACH}\s)?{_ORDINALS}\s{_DAYS}{_IN_MONTH}")),
    ("monthly", _pattern(rf"(?:monatlich|einmal im Monat|ein Mal im Monat)[^.;\d]{{0,20}}?\sam\s{_ORDINALS}\s{_DAYS}")),
    ("monthly", _pattern(
        rf"(?:jede[nr]?|jeweils(?:\sam)?|immer am)\s(?P<ordinals>(?:1\.|3\.|4\.|5\.|(?:erst|"
        rf"dritt|viert|fünft|letzt|vorletzt)e[nrms]?)(?:{_AND}{_ORDINAL}){{0,3}})\s{_DAYS}")),
    ("monthly", _pattern(rf"(?:jeweils|immer)\sam\s{_ORDINALS}\s{_DAYS}")),
    ("monthly", _pattern(rf"jede[nmr]?\s(?P<ordinals>{_ORDINAL}(?:{_AND}{_ORDINAL}){{1,3}})\s{_DAYS}")),
    ("biweekly", _pattern(rf"jede[nmr]?\s(?:zweite[nmr]?|2\.)\s{_DAYS}")),
    ("biweekly", _pattern(rf"{_OFF}[^.;\d]{{0,24}}?\b{_DAYS}")),
    ("biweekly", _pattern(rf"{_OFF}[^.;\n]{{0,90}}?\((?:am\s|immer\s)?{_DAYS}")),
    ("biweekly", _pattern(rf"{_OFF}[^;\n]{{0,40}}?\bam\s{_DAYS}")),
    ("biweekly", _pattern(rf"\b(?P<days>{_ADVERB})\sim\s(?:14-?täg\w+|zweiwöchigen)\s(?:rhythmus|turnus|takt)")),
    ("biweekly", _pattern(rf"\b(?P<days>(?:{_LONG})s?)[^.;\n]{{0,24}}?\b{_OFF}")),
    ("weekly", _pattern(
        rf"(?:jede[nrms]?|immer(?:\sam)?|jeweils(?:\sam)?|an\sjedem|wöchentlich(?:\sam)?)\s{_DAYS}{_NO_DATE}")),
    ("weekly", _pattern(
        rf"\b(?:nach wie vor|wie (?:immer|gewohnt)|weiterhin|künftig|regelmäßig)\sam\s{_DAYS}(?!,?\s?(?:den\s|der\s|\()?\d{{1,2}}\.)")),
    ("weekly", _pattern(rf"(?<![\w-])(?P<days>{_ADVERB}(?:(?:{_AND}|{_TO}){_DAY}){{0,6}}){_NO_DATE}")),
    ("weekly", _pattern(rf"(?<![\w-])(?P<days>{_DAY}(?:{_TO}){_DAY}(?:{_AND}{_DAY})?){_NO_DATE}")),
    ("weekly", _pattern(
        rf"(?<![\w-])(?P<days>{_DAY}(?:\s?,\s?{_DAY}){{0,4}}(?:\s?(?:und|u\.|/|\+|&)\s?){_DAY})(?=:?,?\s(?:von\s|"
        rf"ab\s|jeweils\s)*\d{{1,2}}(?:[.:]\d\d)?\s?(?:-|bis|Uhr|h\b))")),
    ("daily", _pattern(r"(?<![\w-])(?:täglich|jeden Tag)\b")),
    ("monthly", _pattern(r"\b(?:einmal|ein Mal|1x) (?:im|pro) Monat|\bmonatlich\b|\bjeden Monat\b")),
)  # fmt: skip
_WORDS = re.compile(
    r"tags?\b|tag(?:abend|nach|vor|mor)|ittwoch|onnabend|äglich|jeden Tag|onat|tägig|\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?\s?(?:-|bis|und|u\.|,|&|\+|/)"
)
# Below such a heading “Montag 15 Uhr Spielen” is said of every Monday.
_REGULARLY = re.compile(
    r"\bregelmäßig|wochen(?:programm|plan|übersicht)|\bwöchentlich|\bjede woche\b|(?:trainings|übungs|proben|gruppen)(?:zeiten|plan|stunden)",
    re.IGNORECASE,
)
_DAY_OF_A_LINE = _pattern(rf"(?P<days>{_DAY}(?:{_AND}{_DAY}){{0,4}}){_NO_DATE}(?=[:,]?\s)")
# In a row of a week the day is said before it.
_ORDINALS_ALONE = _pattern(rf"\b(?:jede[nrms]?\s)?{_ORDINALS}\s(?:im|des|jeden)\s?Monats?\b")
_OFF_ALONE = _pattern(rf"{_OFF}|\b(?:un)?gerade\s(?:Kalender)?woche|\b(?:un)?gerade KW|\bjede zweite Woche")
_WEEK = 7
_MOST_LINES = 40  # below one heading
_EACH_ORDINAL = re.compile(_ORDINAL, re.IGNORECASE)
_EACH_DAY = re.compile(
    rf"(?P<joint>{_TO})?(?P<name>(?:{_LONG})(?={_PART}s?\b)|(?:Mo|Di|Mi|Do|Fr|Sa|So)\b)", re.IGNORECASE
)


def recurrences(layout: Layout) -> list[Recurrence]:
    """In order; of two that overlap the one that begins first, then the one higher in the table."""
    plain = layout.text.plain
    numbers = sorted({layout.sentence_number(match.start()) for match in _WORDS.finditer(plain)})
    every = [
        (match.start(), rank, kind, match)
        for number in numbers
        for rank, (kind, form) in enumerate(FORMS)
        for match in form.finditer(plain, *layout.sentence(number))
    ]
    every += [
        (match.start(), len(FORMS), "weekly", match)
        for match in (*timetable(layout), *_of_a_programme(layout))
    ]
    named = list(enumerated(layout))
    inside = Stretches([row.stretch for row in named])
    every = [each for each in every if not inside.meet(each[0], each[0] + 1)]
    rows = {row.days.start("days"): row for row in (*named, *weeks(layout))}
    every += [(start, -1, "weekly", row.days) for start, row in rows.items()]
    found: list[Recurrence] = []
    for start, rank, kind, match in sorted(every, key=lambda each: each[:2]):
        if found and start < found[-1].end:
            continue
        row = rows[start] if rank < 0 else None
        code = "closed:" if row and row.is_closed else _code(kind, match)
        found.append(
            Recurrence(start, match.end("days"), code, row.stretch, row.is_sure, _name(match))
            if row
            else Recurrence(start, match.end(), code)
        )
    return found


def _name(match: re.Match[str]) -> Stretch | None:
    return match.span("name") if "name" in match.groupdict() else None


def on_these_days(words: str, code: str) -> str:
    """“Mittwoch, jeden letzten im Monat”, “Dienstag (ungerade Wochen)”: the code of a row's days with what its words say."""
    days = [day[-2:] for day in code.partition(":")[2].split(",")]
    if (monthly := _ORDINALS_ALONE.search(words)) is not None:
        numbers = [_ordinal(each) for each in _EACH_ORDINAL.findall(monthly["ordinals"])]
        return "monthly:" + ",".join(f"{number}{day}" for number in numbers for day in days)
    return f"biweekly:{','.join(days)}" if _OFF_ALONE.search(words) else code


def _of_a_programme(layout: Layout) -> Iterator[re.Match[str]]:
    """The weekdays at which the lines below “Unser Wochenprogramm”, “Regelmäßige Treffen” begin."""
    headings = {heading.number for heading in layout.headings}
    for heading in layout.headings:
        if not _REGULARLY.search(layout.text.plain, heading.start, heading.end) or is_of_one_week(
            layout.said(heading)
        ):
            continue
        for line in layout.lines[heading.number + 1 : heading.number + 1 + _MOST_LINES]:
            if line.number in headings:
                break
            if match := _DAY_OF_A_LINE.match(layout.text.plain, line.text_start, line.end):
                yield match


def _code(kind: str, match: re.Match[str]) -> str:
    said = match.groupdict()
    days = _days(said.get("days") or "")
    if kind != "monthly" or not days:
        return f"{kind}:" + ",".join(RRULE_DAYS[day] for day in days)
    numbers = [_ordinal(each) for each in _EACH_ORDINAL.findall(said.get("ordinals") or "")]
    return "monthly:" + ",".join(f"{number}{RRULE_DAYS[day]}" for number in numbers for day in days)


def _days(said: str) -> list[int]:
    found: list[int] = []
    for match in _EACH_DAY.finditer(said):
        name = match["name"].lower()
        day = WEEKDAYS[name] if name in WEEKDAYS else SHORT_WEEKDAYS[name]
        if match["joint"] and found:
            found += [(found[-1] + step) % 7 for step in range(1, (day - found[-1]) % 7)]
        if day not in found:
            found.append(day)
    return found


def _ordinal(said: str) -> int:
    if said[0].isdigit():
        return int(said[0])
    word = re.sub(r"e[nrms]?$", "", said.lower())
    return {"letzt": -1, "vorletzt": -2}.get(word) or ORDINALS.get(word) or NUMBERS.get(word, 1)


def falls_on(code: str, day: date) -> bool:
    """Whether a series may be on a day; of “alle zwei Wochen” either week."""
    return any(_is_the_day(said, day) for said in code.partition(":")[2].split(","))


def _is_the_day(said: str, day: date) -> bool:
    """“MO”, “2TH”, “-1WE” as in the codes; a “zweiter Donnerstag” on the 27th is another day."""
    number, weekday = said[:-2], said[-2:]
    if weekday != RRULE_DAYS[day.weekday()]:
        return False
    from_the_end = -1 - (monthrange(day.year, day.month)[1] - day.day) // _WEEK
    return not number or int(number) in (1 + (day.day - 1) // _WEEK, from_the_end)
