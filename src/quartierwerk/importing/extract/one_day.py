"""Several events of one day that is named once: paragraphs, sentences or points of a list, each with a time and a place.

“Der Tag der Nachbarn ist am 26. Mai. Von 14 bis 17 Uhr gibt es im Familienzentrum Waffeln. Das Café Lotte deckt ab 15 Uhr …”

What happens in the course of one feast (“10 Uhr Gottesdienst, 11 Uhr Frühschoppen”) is no event of its own: it has no other
place, or lies within the hours that were said for all of it.
"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from .articles import Article
from .heads import is_event_name
from .lexicon import NO_PLACE
from .reading import Reading
from .roles import is_report
from .segments import Group
from .times import TimeMention, Use

_STARTS = (Use.START, Use.OPEN)
_MOST = 60  # times that are looked at
_FEW = 3  # times the same day may be named
_FAR = 60  # lines from the day to its last point
_LONGEST = 30  # lines of a paragraph
_LEAST = 1.2  # worth of a place
_NAMED_WELL = 2.5  # worth of one with the head of a venue
_BELOW = 60  # characters from the day to a time below it
_SHORT = 3  # letters of “St.”
_AROUND = 500  # characters that say what is helped with
_LISTED = 12  # characters before a time that opens its line
BESIDE_IT = re.compile(
    r"\b(?:auf|ab)bau|\beinlass|\b\w*kasse\b|\babfahrt|\bzustieg|haltestelle|\brückfahrt|\brückkehr|\bsperrung|\bgesperrt|\bshuttle|"
    r"\bpendelbus|\bparkplätze|\bgeöffnet\b|öffnungszeit|sprechzeit|\btelefon|\btel\.|\berreichbar|\bbesichtigt\b|"
    r"\babgegeben|\bangeliefert|\bannahme\b|\bsiegerehrung|\bausklang|\bausklingen|\bklingt\b|\bnochmals\b|\bmittagessen\b|\bimbiss\b",
    re.IGNORECASE,
)
_ON_OTHER_DAYS = re.compile(
    r"\bjeweils\b|\b(?:folgende[nr]?|weitere[nr]?|nächste[nr]?) (?:tage|termine|daten)n?\b", re.IGNORECASE
)
_HELPERS = re.compile(r"\bhelfer\b|\bhelfende", re.IGNORECASE)
# where they are the guests
_HELPING = re.compile(
    r"sammel|sammlung|putz|müll|aufräum|reinigung|pflanz|arbeitseinsatz|subbotnik", re.IGNORECASE
)
_MEET = re.compile(
    r"\b(?:treffen|trifft|kommen|versammeln|starten|startet|beginnt|beginnen|geht|ist treffpunkt|findet|finden)\b"
)
_ALSO = re.compile(
    r"\b(?:beginnt|startet|findet|ist|gibt es|lädt|steigt) (?:auch|ebenfalls|zeitgleich|gleichzeitig|parallel)\b",
    re.IGNORECASE,
)
_ONLY_BEGINS = re.compile(
    r"\W*(?:(?:der\s)?(?:treffpunkt|start|beginn|abmarsch|abfahrt|ende)|los geht|los geht's|(?:die|diese) veranstaltung|das fest|der eintritt|"
    r"um [\d.:]+ uhr geht es (?:\w+ )?los|es beginnt|wir (?:starten|treffen uns|beginnen))\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\b(?:spiel(?:t|en)|sing(?:t|en)|lies(?:t|en)|tritt|treten|lädt|laden|öffne(?:t|n)|zeig(?:t|en)|feier(?:t|n)|trifft|treffen|kommt|kommen|start(?:et|en)|"
    r"beginn(?:t|en)|steigt|zieh(?:t|en)|spricht|ruft|stellt|wird|werden|legt|führt|bietet|bieten|veranstalte[nt]|deckt|findet|finden|"
    r"lockt|folgt|läuft|steht|macht|können|willkommen|gibt|geben|such(?:t|en)|stürmen|konzertier(?:t|en)|präsentier(?:t|en))\b",
    re.IGNORECASE,
)
_FEAST = re.compile(
    r"\b\w*(?:fest|festes|festival|kirmes|kerb|kerwe|kirchweih|jubiläum|markt|marktes|basar|ausflug|fahrt|wallfahrt|tour|party|radeln|frühstück)\b|"
    r"\btag der offenen|\bfeier(?:t|n)\b|\b\d+ jahre\b|\b\w*(?<!mai)feier\b|"
    r"\b\w*(?:putz|lauf|turnier|rallye|wanderung|exkursion|tagung|konferenz|camp)\b",
    re.IGNORECASE,
)
_THEME = re.compile(
    r"\b(?:tag|fest|nacht|woche)\s(?:der|des)\s(?!offenen|einweihung|eröffnung)\w+", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"\b(?:\w*sammlungen|\w*aktionen|\w*stationen|\w*treffpunkte|\w*gottesdiensten?|\w*messen|andachten|\w*veranstaltungen|\w*termine|\w*feiern|\w*führungen|vorträge|konzerte|"
    r"lesungen|\w*umzüge|\w*martinszüge|\w*angebote|volles programm)\b",
    re.IGNORECASE,
)
# Each of them is one by itself; what else happens at a feast is its course.
_SERVICE = re.compile(
    r"(?:gottesdienste?s?|andacht|messe|vesper|mette|christnacht|osternacht|krippenspiel|krippenfeier|hochamt|festamt)\b",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r"\b(?:an diesem|am (?:selben|gleichen)) (?:tag|abend|nachmittag)\b|\bzum abschluss\b|\babends\b|\bam abend\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r",\s(?:(?:und|sowie|während)\s)?|;\s|\s(?:und|sowie)\s(?=[a-zäöü])")
_NO_WORDS = re.compile(r"\b(?:um|ab|von|beginn|uhrzeit|zeit|wann|uhr)\b", re.IGNORECASE)
_PERFORMS = re.compile(
    r"\b(?:spielt|spielen|singt|singen|liest|lesen|lädt|laden|legt|treten|tritt|suchen|stürmen)\b"
)
_AND = re.compile(r",?\s(?:und|sowie)\s(?=[a-zäöü])")
TOWN = re.compile(
    r"(?:(?:^|(?<=[.!?]\s)|(?<=\n)|\bwährend\s|\bund\s)[Ii]n\s(?P<name>[A-ZÄÖÜ][\wäöüß-]{3,}) (?=[a-z(])"
    r"|\b(?:in|im (?:[\w-]+\s)?(?:Stadtteil|Ortsteil|Stadtbezirk))\s(?P<also>[A-ZÄÖÜ][\wäöüß-]{3,}) (?=\(|eine?n?\b|der\b|die\b|das\b|um\b|statt\b))"
)
_IN_TOWN = re.compile(r"\b[Ii]n\s([A-ZÄÖÜ][a-zäöüß-]{3,})\b(?!\s(?:und|der|des)\b)")
_THROUGH = re.compile(r"\bdurch (?:den|die|das) $")
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Point:
    """`start` … `end`: its words; `place`: what says where; `worth` of it; `town` of its sentence; `is_listed`: it opens a line."""

    hour: TimeMention
    start: int
    end: int
    place: str
    worth: float
    is_listed: bool
    town: str = ""


def by_points(reading: Reading, article: Article, groups: list[Group]) -> list[Group]:
    """Each day that is followed by points with places of their own: an event each."""
    runs = [list(run) for _days, run in groupby(groups, key=_days)]
    found: list[Group] = []
    for number, run in enumerate(runs):
        stop = runs[number + 1][0].start if number + 1 < len(runs) else article.end
        is_one_day = len(run[0].slots) == 1 and run[0].slots[0].last is None and len(run) <= _FEW
        has_points = is_one_day and not any(group.time for group in run)
        found += _with_points(reading, run, stop) if has_points else run
    return found


def _days(group: Group) -> list[tuple[date, date | None]]:
    return [(slot.day, slot.last) for slot in group.slots]


def _with_points(reading: Reading, run: list[Group], stop: int) -> list[Group]:
    """The groups of a day and its points; the day itself only where a time is said with it."""
    sentences = [reading.layout.sentence_at(group.at) for group in run]
    again = {each.starts for sentence in sentences[1:] for each in reading.times.within(*sentence, 3)}
    points = [each for each in _points(reading, run, sentences, stop) if each.hour.starts not in again]
    if not points:
        return run
    said = " ".join(reading.plain[slice(*each)] for each in sentences)
    here = [_place(reading, *each) for each in sentences]
    is_of_several = bool(_THEME.search(said) or _SEVERAL.search(said))
    is_feast = not is_of_several and bool(_FEAST.search(said))
    own = _own_time(reading, run, sentences)
    if own is None and any(place for place, _worth in here) and not points[0].place:
        own = points[0].hour  # “Am Samstag ist auf dem Markt ein Stand. Ab 11 Uhr …”
    if own is not None:
        names = {place.lower() for place, _worth in here}
        is_feast = is_feast and not _SERVICE.search(said)
        others = [
            each
            for each in points
            if _is_another(reading, each, own, names, is_feast=is_feast)
            or _is_a_service(reading, each, own, said)
        ]
        found = [*run, *(_group(reading, run, each) for each in others)]
        return sorted(found, key=lambda each: each.at)
    if is_feast or (not is_of_several and _is_an_event_at_a_place(said, here)):
        return run
    places = {each.place.lower() for each in points if each.place}
    are_apart = len(places) > 1 or (
        is_of_several and len(points) > 1 and all(each.is_listed for each in points)
    )
    return [_group(reading, run, each) for each in points if _says_what(reading, each)] if are_apart else run


def _says_what(reading: Reading, point: Point) -> bool:
    words = reading.plain[point.start : point.end]
    return bool(point.place) or point.is_listed or is_event_name(_WORD.findall(words))


def _is_an_event_at_a_place(said: str, here: list[tuple[str, float]]) -> bool:
    return is_event_name(_WORD.findall(said)) and any(worth >= _NAMED_WELL for _place, worth in here)


def _group(reading: Reading, run: list[Group], point: Point) -> Group:
    line = reading.layout.line_at(point.hour.start)
    return Group(
        point.hour.start,
        point.hour.end,
        run[0].slots,
        line,
        point.start,
        time=point.hour,
        point=f"{point.place} {point.town}".strip(),
    )


def _own_time(reading: Reading, run: list[Group], sentences: list[tuple[int, int]]) -> TimeMention | None:
    """In a sentence of the day, or on a line that says nothing else, below it."""
    found = [each for sentence in sentences for each in reading.times.within(*sentence, 3)]
    for group in run:
        below = reading.times.within(group.at_end, group.at_end + _BELOW, 1)
        found += [each for each in below if _is_alone(reading, each, group)]
    return next((each for each in found if each.use in _STARTS), None)


def _is_alone(reading: Reading, hour: TimeMention, group: Group) -> bool:
    line = reading.layout.line_at(hour.start)
    rest = reading.plain[line.text_start : hour.start] + reading.plain[hour.end : line.end]
    return line.number <= group.line.number + 1 and not any(map(str.isalpha, _NO_WORDS.sub("", rest)))


def _is_another(reading: Reading, point: Point, own: TimeMention, here: set[str], *, is_feast: bool) -> bool:
    """Beside an event whose time is known: elsewhere, and not within its hours."""
    hour = point.hour.starts[0]
    is_within = own.until is not None and own.starts[0] <= hour <= own.until
    if (
        point.is_listed
        or is_within
        or hour in own.starts
        or point.place.lower() in here
        or point.worth < _NAMED_WELL
    ):
        return False
    words = reading.plain[point.start : point.end]
    is_named = is_event_name(_WORD.findall(words))
    if (TOWN.match(words) and _MEET.search(words)) or (is_named and _ALSO.search(words)):
        return True
    if is_feast:
        return is_named and (own.until is not None or bool(_BESIDES.search(words)))
    return is_named or bool(_PERFORMS.search(words))


def _is_a_service(reading: Reading, point: Point, own: TimeMention, said: str) -> bool:
    """“Heiligabend ist um 15 Uhr Krippenspiel. Die Christvesper um 16.30 Uhr …”: services of one day, each by itself."""
    words = reading.plain[slice(*reading.layout.sentence_at(point.hour.start))]
    is_own = point.hour.starts[0] not in own.starts and not (own.until and point.hour.starts[0] < own.until)
    return is_own and bool(_SERVICE.search(said) and _SERVICE.search(words))


def _points(reading: Reading, run: list[Group], own: list[tuple[int, int]], stop: int) -> list[Point]:
    far = reading.layout.lines[min(run[0].line.number + _FAR, len(reading.layout.lines) - 1)].end
    hours = [
        each
        for each in reading.times.within(run[0].at_end, min(stop, far), _MOST)
        if each.use in _STARTS and not any(start <= each.start < end for start, end in own)
    ]
    floors = [max((end for _start, end in own if end <= hour.start), default=run[0].at_end) for hour in hours]
    starts = [
        _start(reading, hour, before, floor)
        for hour, before, floor in zip(hours, [None, *hours], floors, strict=False)
    ]
    found: list[Point] = []
    for hour, start, following in zip(hours, starts, [*starts[1:], stop], strict=False):
        end = min(max(following, hour.end), _end_of_paragraph(reading, hour))
        point = _point(reading, hour, start, end)
        if _is_of_an_event(reading, point) and not any(_is_same(point, each) for each in found):
            found.append(point)
    return found


def _is_same(one: Point, other: Point) -> bool:
    """At the same time in the “Ratssaal” and in the “Ratssaal des Rathauses”; not in the church of two towns."""
    if one.town and other.town and one.town != other.town:
        return False
    return one.hour.starts == other.hour.starts and _head(one.place) == _head(other.place) != ""


def _head(place: str) -> str:
    return next((word for word in place.split() if len(word) > _SHORT), "")


def _point(reading: Reading, hour: TimeMention, start: int, end: int) -> Point:
    sentence = reading.layout.sentence_at(hour.start)
    place, worth = _place(reading, max(start, sentence[0]), min(end, sentence[1]))
    if not place:
        place, worth = _place(reading, start, end)
    line = reading.layout.line_at(hour.start)
    is_first = hour.start - line.text_start < _LISTED and reading.plain[line.end - 1] not in ".!"
    named = _IN_TOWN.search(reading.plain, max(start, sentence[0]), min(end, sentence[1]))
    return Point(hour, start, end, place, worth, bool(line.bullet) or is_first, named[1] if named else "")


def _start(reading: Reading, hour: TimeMention, before: TimeMention | None, floor: int) -> int:
    """The sentence, cut behind the time before it; for the first time of a paragraph all of it."""
    lines, line = reading.layout.lines, reading.layout.line_at(hour.start)
    start = reading.layout.sentence_at(hour.start)[0]
    if before is not None and before.start >= start:
        link = _AND.search(reading.plain, before.end, hour.start)
        breaks = [link] if link else list(_BREAK.finditer(reading.plain, before.end, hour.start))
        return breaks[-1].end() if breaks else hour.start
    first = max(0, line.number - _LONGEST)
    while not line.bullet and line.number > first and lines[line.number - 1].block == line.block:
        line = lines[line.number - 1]
    is_first = line.start >= floor and (before is None or before.start < line.start)
    return line.start if is_first else start


def _end_of_paragraph(reading: Reading, hour: TimeMention) -> int:
    line = reading.layout.line_at(hour.start)
    for following in reading.layout.lines[line.number + 1 : line.number + _LONGEST]:
        if following.block != line.block or following.bullet:
            break
        line = following
    return line.end


def _is_of_an_event(reading: Reading, point: Point) -> bool:
    hour = point.hour
    sentence = reading.layout.sentence_at(hour.start)
    own = max(point.start, sentence[0]), min(max(point.end, hour.end), sentence[1])
    words, every = reading.plain[slice(*own)], _WORD.findall(reading.plain[point.start : point.end])
    is_beginning = _ONLY_BEGINS.match(reading.plain[point.start : point.end]) and not is_event_name(every)
    if (
        is_beginning
        or BESIDE_IT.search(words)
        or _ON_OTHER_DAYS.search(words)
        or (
            _HELPERS.search(words)
            and not _HELPING.search(reading.plain, max(0, sentence[0] - _AROUND), sentence[1])
        )
        or is_report(words)
        or reading.signing_up.are_said_at(hour.start)
    ):
        return False
    if any(each.form != "holiday" for each in reading.dates.within(*own, 3)) or reading.recurrences.within(
        *own, 1
    ):
        return False
    return point.is_listed or is_event_name(every) or bool(_DOES.search(words))


def _place(reading: Reading, start: int, end: int) -> tuple[str, float]:
    """What says where, and its worth; a street or a town where no name is."""
    found = [
        each
        for each in reading.places.within(start, end, 20)
        if each.worth >= _LEAST
        and not _THROUGH.search(reading.plain, max(start, each.start - 12), each.start)
    ]
    if best := max(found, key=lambda each: each.worth, default=None):
        return reading.text.said(best.start, best.end), best.worth
    streets = reading.addresses.within(start, end, 1)
    if streets:
        return streets[0].said, _NAMED_WELL
    towns = (each["name"] or each["also"] for each in TOWN.finditer(reading.plain, start, end))
    town = next((each for each in towns if each.lower() not in NO_PLACE), "")
    return town, _NAMED_WELL if town else 0.0
