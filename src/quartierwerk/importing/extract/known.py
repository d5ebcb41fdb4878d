"""By what a day that is not said in full is measured: the day of the text, the event day before it, the month said last."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from .articles import Article
from .dates import DateMention, Day
from .draft import DoubtKind
from .lexicon import MONTHS
from .reading import Reading
from .relative import is_from_the_last, later, nearest_weekday, resolve_relative
from .years import Resolved, make_date, next_weekday, resolve, resolve_month, shifted

if TYPE_CHECKING:
    from .slots import Slot

_FAR_MONTH = 1_500  # characters before a day that may say its month
_MONTH_NAME = re.compile(rf"\b(?P<name>{'|'.join(MONTHS)})\b(?:\s(?P<year>20\d\d)\b)?", re.IGNORECASE)
_OUT_OF_ORDER = 300  # days: so far back no list goes
_NEXT_OF_A_LIST = 200  # days from one event of a list to the next
_OLD_PAGES = 25  # years: what the oldest pages of a town's site tell
_CONTEXT_YEAR = re.compile(
    r"\b(?:\w*termine|daten|\w*programm|\w*kalender|veranstaltungen|saison|spielplan|\w*halbjahr|"
    r"quartal)\b(?:\s(?:für|im|des|das|jahr|jahres|in)){0,3}\s?[:(]?\s?(?P<year>20\d\d)\b(?!\s?Uhr|\s?/\s?\d)",
    re.IGNORECASE,
)
_YEAR_IN_HEADING = re.compile(r"(?<![\d.])(?<!\.\s)\b(?P<year>20\d\d)\b(?!\s?Uhr)(?![\w.]|-\d|\s?/\s?\d)")
_LOOKS_BACK = re.compile(r"absage|abgesagt|rückblick|rückschau|bericht", re.IGNORECASE)


@dataclass(frozen=True)
class Known:
    """By what an incomplete day is measured. `reference`: the day of the text; `anchor`: the event day named last; `until`: the
    last day of that one, where it is a stretch;
    `month`: a day of the month named last; `year`: said for all; `is_minutes`: the text tells of a meeting;
    `is_anchored`: an event day was named; `is_published`: the day of the text is known;
    `listed`: the event day named last without a year."""

    reference: date
    anchor: date
    month: date
    year: int | None
    is_minutes: bool = False
    is_anchored: bool = False
    is_published: bool = False
    listed: date | None = None
    until: date | None = None


def month_before(
    reading: Reading, article: Article, mention: DateMention, found: "list[Slot]", known: Known
) -> date:
    """For “Sonntag, den 10.”: a day of the month that was said last."""
    if all(first.day is None or first.month for first, _last in mention.pieces):
        return known.month
    first = max(article.start, mention.start - _FAR_MONTH)
    named = next(reversed(list(_MONTH_NAME.finditer(reading.plain, first, mention.start))), None)
    if found and (named is None or found[-1].mention.end > named.start()):
        return found[-1].day
    if named is None:
        return known.reference
    year = int(named["year"]) if named["year"] else known.year
    middle = Day(0, 0, 15, MONTHS[named["name"].lower()], year)
    return resolve(middle, known.reference).day or known.reference


def reference_of(reading: Reading, article: Article) -> date:
    """The day of the article; for an old page without one, its first full date; else today."""
    if article.published is not None:
        return article.published
    full = [
        said
        for mention in reading.dates.within(article.start, article.end)
        if mention.pieces[0][0].year is not None
        and (said := resolve(mention.pieces[0][0], reading.today).day)
    ]
    full = [
        said for said in full if abs(said.year - reading.today.year) <= _OLD_PAGES
    ]  # not the year of foundation
    is_old = full and all((reading.today - said).days > 366 for said in full)
    if is_old and _fitting(reading, article, reading.today) > _fitting(reading, article, min(full)):
        return reading.today
    return min(full) if is_old else reading.today


def _fitting(reading: Reading, article: Article, reference: date) -> int:
    """How many days without a year have the weekday said, if measured from there."""
    days = (mention.pieces[0][0] for mention in reading.dates.within(article.start, article.end, 60))
    return sum(
        not resolve(day, reference).doubts
        for day in days
        if day.year is None and day.month and day.weekday is not None
    )


def context_year(plain: str, article: Article, reference: date) -> int | None:
    """“Termine für 2018”: the year of dates without one."""
    heading = plain[article.body : article.body + 200].strip().split("\n", 1)[0]
    in_heading = None if _LOOKS_BACK.search(heading) else _YEAR_IN_HEADING.search(heading)
    match = in_heading or _CONTEXT_YEAR.search(plain, article.start, article.end)
    if match is None:
        return None
    year = int(match["year"])
    return year if abs(year - reference.year) <= 1 else None


def resolved(day: Day, known: Known, report: bool) -> Resolved:
    if day.day is None:
        return _resolved_relative(day, known)
    if day.month is None:
        is_proved = day.weekday is not None or known.is_published or known.is_anchored
        return resolve_month(day, known.month) if is_proved else Resolved(None)
    return _after_the_one_before(
        day, resolve(day, known.reference, in_report=report, context_year=known.year), known
    )


def _after_the_one_before(day: Day, found: Resolved, known: Known) -> Resolved:
    """In a list that has come to August, “13. Oktober” is not that of last year."""
    if day.year is not None or found.day is None or known.listed is None:
        return found
    if found.day >= known.reference and (known.listed - found.day).days < _OUT_OF_ORDER:
        return found
    later = make_date(found.day.year + 1, found.day.month, found.day.day)
    is_next = later is not None and 0 <= (later - known.listed).days <= _NEXT_OF_A_LIST
    return Resolved(later, 0.8) if is_next and not (later and _contradicts(day, later)) else found


def _contradicts(day: Day, found: date) -> bool:
    return day.weekday is not None and day.weekday != found.weekday()


def _resolved_relative(day: Day, known: Known) -> Resolved:
    if later(day.near):
        return resolve_relative(day, known.anchor) if known.is_anchored else Resolved(None)
    if is_from_the_last(day.near) and day.weekday is not None:
        return _next_after(day.weekday, known)
    if day.weekday is not None and not day.near and known.is_anchored:
        within = next_weekday(day.weekday, known.anchor)
        if known.until and within and within <= known.until:
            return Resolved(within, 0.8, (DoubtKind.RELATIVE_DATE,))  # “19. bis 23. Oktober … am Freitag”
        near = nearest_weekday(day.weekday, known.anchor, known.reference)
        return Resolved(near, 0.6, (DoubtKind.RELATIVE_DATE,))
    return resolve_relative(day, known.reference)


def _next_after(weekday: int, known: Known) -> Resolved:
    if not known.is_anchored or (start := shifted(known.anchor, 1)) is None:
        return Resolved(None)
    return Resolved(next_weekday(weekday, start), 0.6, (DoubtKind.RELATIVE_DATE,))


def later_end(until: date, start: date) -> date | None:
    """“28.12. bis 3.1.”: the end is in the next year; a plain mistake ends nothing."""
    try:
        moved = until.replace(year=until.year + 1)
    except ValueError:
        return None
    return moved if 0 <= (moved - start).days <= 200 else None
