"""Lines of a timetable, “Montag 17.00 - 18.30 Uhr E-Jugend”: what is so every week, never the next Monday.

A line counts if a heading above says so (training, season …), or if its neighbours, too, hold nothing but weekdays and hours;
the latter are opening hours, and no event.
"""

import re
from itertools import islice

from .layout import Layout, Line
from .lexicon import WEEKDAYS

_DAY = rf"(?:(?:{'|'.join(WEEKDAYS)})(?:abend|vormittag|nachmittag)?s?\b|(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?)"
LINE = re.compile(
    rf"(?:am\s)?(?P<days>{_DAY}(?:\s?(?:,|und|u\.|/|\+|&|bis|-)\s?{_DAY}){{0,6}})"
    r"(?:\s?\([^()\d]{3,30}\))?:?,?\s{0,3}(?:von\s|ab\s|um\s)?(?=\d{1,2}(?:[.:]\d\d)?\s?(?:-|bis|Uhr|h\b))",
    re.IGNORECASE,
)
_TRAINING = re.compile(
    r"training|\bübungs|\bhallen(?:zeit|plan|belegung)|(?:sommer|winter)(?:fahrplan|zeit|halbjahr|saison|plan)|\bsaison\b|stunden-?plan|wochenplan|"
    r"gruppenstunden|\bkurs(?:plan|zeiten)|\bproben?(?:plan|zeiten)|ausfahrten|\bgruppen\b|regelmäßige",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"zeiten\b|geöffnet|betreuung|\bmarkt|sprechstunde|beratung", re.IGNORECASE)
_HOURS = re.compile(
    rf"{_DAY}|\b(?:Uhr|h|von|bis|ab|um|ca|und|u|sowie|jeweils|geöffnet|geschlossen|Ruhetag|nach Vereinbarung|zu)\b|\([^()]{{0,40}}\)",
    re.IGNORECASE,
)
_ABOVE = 12  # lines in which a heading is looked for
_SHORT = 80  # characters of such a heading
_PROSE = 140


def timetable(layout: Layout) -> list[re.Match[str]]:
    """The beginning of each line of a timetable, in order."""
    found = (LINE.match(layout.text.plain, line.text_start, line.end) for line in layout.lines)
    return [match for match in found if match and _is_of_one(layout, layout.line_at(match.start()))]


def _is_of_one(layout: Layout, line: Line) -> bool:
    return (
        is_opening_hours(layout, line) or _heading(layout, line, _TRAINING) or _heading(layout, line, _OFFICE)
    )


def is_opening_hours(layout: Layout, line: Line) -> bool:
    """Whether this line and one beside it hold weekdays and hours only, and no heading speaks of training."""
    if not _is_only_hours(layout, line) or _heading(layout, line, _TRAINING):
        return False
    beside = (
        layout.lines[max(0, line.number - 1) : line.number] + layout.lines[line.number + 1 : line.number + 2]
    )
    return any(_is_only_hours(layout, each) for each in beside)


def _is_only_hours(layout: Layout, line: Line) -> bool:
    words = layout.said(line)
    return (
        len(words) <= _PROSE and bool(LINE.match(words)) and not any(map(str.isalpha, _HOURS.sub("", words)))
    )


def _heading(layout: Layout, line: Line, words: re.Pattern[str]) -> bool:
    """A short line above that says so; prose between them parts."""
    above = reversed(layout.lines[max(0, line.number - _ABOVE) : line.number])
    for each in islice(above, _ABOVE):
        said = layout.said(each)
        if len(said) > _PROSE:
            return False
        if len(said) <= _SHORT and not LINE.match(said) and words.search(said):
            return True
    return False
