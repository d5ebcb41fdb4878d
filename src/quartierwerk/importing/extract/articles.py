"""The stretches of a text that are about one thing: below each dateline, without footers."""

import re
from dataclasses import dataclass, replace
from datetime import date

from .dates import DateMention
from .layout import Line, is_chrome
from .reading import Reading
from .years import resolve

_FOOTER = re.compile(
    r"\b(?:postfach|impressum|datenschutz|v\. ?i\. ?s\. ?d\. ?p|pressekontakt|pressestelle|alle rechte vorbehalten|©)",
    re.IGNORECASE,
)
_LONGEST_FOOTER = 250  # characters; more is prose that only speaks of such things
_PROSE = re.compile(r"[a-zäöüß]{2,}[^.!?\n]{25,}[a-zäöüß]{2}[.!?]\s")
_NOTHING_OR_A_STAMP = re.compile(
    r"[\s.,:()|*/-]*(?:\d{1,2}[:.]\d\d(?:\s?Uhr)?(?:\s?[|/-].{0,60})?)?[\s.,:()|*-]*"
)
_ONLY_A_DATE = re.compile(
    r"[\s,.:()|*-]*(?:\d{1,2}[:.]\d\d(?:\s?Uhr)?[\s,|/-]+)?"
    r"(?:[A-ZÄÖÜ][\wäöüß-]+(?:[\s/][A-ZÄÖÜ][\wäöüß-]+)?\s?[,(-]?\s?)?(?:den|am|vom|veröffentlicht am)?[\s,.:()|*-]*"
)


@dataclass(frozen=True)
class Article:
    """A stretch about one thing: the whole text, or what stands below one dateline. `body`: behind the dateline."""

    start: int
    end: int
    body: int
    published: date | None = None
    dateline: DateMention | None = None


def articles(reading: Reading, published: date | None) -> list[Article]:
    """The texts below each dateline, if there are several; else the whole text. Footers belong to none."""
    return [_without_footer(reading, article) for article in _by_datelines(reading, published)]


def _by_datelines(reading: Reading, published: date | None) -> list[Article]:
    datelines = _datelines(reading, published)
    heads = [each for each in datelines if _begins_an_article(reading, each[0])]
    end = len(reading.plain)
    if len(heads) < 2:
        said, day = datelines[0] if datelines else _day_of_the_head(reading)
        return [Article(0, end, 0, published or day, said)]
    found = [Article(0, heads[0][0].start, 0)]
    for number, (mention, day) in enumerate(heads):
        stop = heads[number + 1][0].start if number + 1 < len(heads) else end
        found.append(Article(mention.start, stop, mention.end, day, mention))
    return found


def _day_of_the_head(reading: Reading) -> tuple[DateMention | None, date | None]:
    """“Pressemitteilung vom 19. November 2026”, “Datum: …” of a mail."""
    for mention in reading.around.days:
        day = resolve(mention.pieces[0][0], reading.today).day
        if day is not None and day <= reading.today and mention.pieces[0][0].month is not None:
            return mention, day
    return None, None


def _without_footer(reading: Reading, article: Article) -> Article:
    """Ends before the last paragraphs that name a post box, an imprint and the like."""
    layout, end = reading.layout, article.end
    first = layout.line_at(article.body).number
    lines = [
        line
        for line in layout.lines[first : layout.line_at(article.end).number + 1]
        if article.body <= line.start < article.end
    ]
    for line in reversed(lines[-12:]):
        if line.end - line.start < _LONGEST_FOOTER and _is_footer(reading, line):
            block = [each for each in lines if each.block == line.block and each.start <= line.start]
            end = line.start if _announces(reading, block[0], line) else block[0].start
            above = [each for each in lines if each.end <= end]
            if above and _is_sender(reading, above[-1]):
                end = above[-1].start
    return replace(article, end=end) if end > article.body else article


def _is_footer(reading: Reading, line: Line) -> bool:
    """Not behind prose: “Der Eintritt ist frei. Auskunft gibt die Pressestelle.” tells more than where to ask."""
    found = _FOOTER.search(reading.plain, line.start, line.end)
    return found is not None and not _PROSE.search(reading.plain, line.start, found.start())


def _announces(reading: Reading, first: Line, last: Line) -> bool:
    """The lines of a paragraph above its last one say when."""
    return bool(
        reading.dates.within(first.start, last.start, 1) or reading.times.within(first.start, last.start, 1)
    )


def _is_sender(reading: Reading, line: Line) -> bool:
    """“Stadt Musterstadt” on a line of its own above the post box."""
    words = reading.layout.said(line)
    return len(words) < 50 and not re.search(r"[.!?:]$|:\s|@", words) and not any(map(str.isdigit, words))


def _datelines(reading: Reading, published: date | None) -> list[tuple[DateMention, date]]:
    """Dates that stand alone in a line, or behind a place, and are no announcement."""
    found = []
    for mention in reading.dates:
        day = mention.pieces[0][0]
        line = reading.layout.line_at(mention.start)
        is_day = day.weekday is not None and not is_odd(reading, mention, line)
        if len(mention.pieces) > 1 or mention.is_range or day.year is None or is_day:
            continue
        said = resolve(day, reading.today).day
        before = reading.plain[line.start : mention.start]
        after = reading.plain[mention.end : line.end]
        if said is None or said > max(reading.today, published or reading.today):
            continue
        is_code = line.number < 4 and mention.form == "iso" and not re.search(r"[a-zäöü]{4}", before)
        is_alone = (is_code or _ONLY_A_DATE.fullmatch(before)) and bool(_NOTHING_OR_A_STAMP.fullmatch(after))
        if (is_alone and _is_alone(reading, mention, line)) or _opens_a_line(
            reading, mention, line, said, published
        ):
            found.append((mention, said))
    return found


def _opens_a_line(
    reading: Reading, mention: DateMention, line: Line, said: date, published: date | None
) -> bool:
    """“12.06.2014 - Fest abgesagt”, “(Musterstadt, 12.06.2014) Am …”: in the first line or the last, of the day itself."""
    is_at_the_edge = line.number < 5 or line.number > len(reading.layout.lines) - 3
    before, after = (
        reading.plain[line.start : mention.start],
        reading.plain[mention.end : min(line.end, mention.end + 40)],
    )
    is_told = (
        said == published
        or is_odd(reading, mention, line)
        or (
            published is None
            and len(reading.dates) > 1
            and bool(re.match(r"\s?[-|)]|,\s[A-ZÄÖÜ]\w+\s[A-ZÄÖÜ]\w+(?:,|$)", after))
        )
    )
    return (
        is_at_the_edge
        and is_told
        and not _is_one_of_a_list(reading, line)
        and bool(_ONLY_A_DATE.fullmatch(before))
        and (is_odd(reading, mention, line) or not reading.times.within(mention.end, mention.end + 8))
    )


def is_odd(reading: Reading, mention: DateMention, line: Line) -> bool:
    """13:22 is when it was written."""
    stamp = reading.times.within(mention.end, min(line.end, mention.end + 20))
    return bool(stamp) and stamp[0].starts[0].minute % 15 != 0


def _is_alone(reading: Reading, mention: DateMention, line: Line) -> bool:
    """Not one of a list, not the only date of a flyer."""
    layout = reading.layout
    for step in (-1, 1):
        number = line.number + step
        if 0 <= number < len(layout.lines):
            near = layout.lines[number]
            if near.block == line.block and (
                reading.dates.within(near.start, near.end) or reading.times.within(near.start, near.end)
            ):
                return False
    stamp = reading.times.within(mention.end, line.end)
    return (
        is_odd(reading, mention, line)
        or len(reading.dates) > 1
        or bool(reading.weekdays)
        or len(reading.times) <= len(stamp)
    )


def _is_one_of_a_list(reading: Reading, line: Line) -> bool:
    """The next line of the paragraph begins with a date too."""
    number = line.number + 1
    if number >= len(reading.layout.lines) or reading.layout.lines[number].block != line.block:
        return False
    start = reading.layout.lines[number].text_start
    return bool(reading.dates.within(start, start + 4, 1))


def _begins_an_article(reading: Reading, mention: DateMention) -> bool:
    layout = reading.layout
    line = layout.line_at(mention.start)
    return (
        line.number + 1 < len(layout.lines)
        and line.start == mention.start
        and not is_chrome(layout.said(layout.lines[line.number + 1]))
    )
