"""What the headings above an event, and fields like “Was: …”, offer as its name, and what each is worth (titles.py)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from .draft import Value
from .frames import QUOTED
from .groups import is_date_alone
from .headlines import Kind, is_bare, is_collective, kind, says_who
from .heads import is_event
from .layout import Line, is_chrome, is_field
from .names import event_name
from .no_titles import is_no_title
from .phrases import LONGEST, TRIM, invites, is_generic, tells_when, titled
from .reading import Reading
from .rows import Candidate
from .segments import Group, Section
from .spoken import of_name

_HEADLINES = {Kind.NAME: 90.0, Kind.PHRASE: 36.0, Kind.NEWS: 24.0}
_BARE_HEADLINE = 37.0  # “Großes Fest”
_OF_MANY = 39.0  # “Ausstellungen”, “Vortragsreihe Gesundheit”
_ORGANISER = 12.0  # “Heimatverein Musterstadt”
_MOTTO = 15.0  # “Laterne, Laterne …”, “Reparieren statt wegwerfen!”
_LONGEST_MOTTO = 60  # characters
_OWN_HEADING = 60.0  # right above one of several
_ONE_WORD = 29.0  # “Musterstadt”: rather the town than the event
_IN_HEADLINE = 40.0  # a name in “Karten für die Weihnachtsfeier erhältlich”
_A_WORK = 41.0  # “Die Bühne 8 spielt „Der Sturm“”
_LEAST_IN_HEADLINE = 10.0
_HEADINGS_ABOVE = 8
_FEW = 20  # dates of a section in which fields are looked for
_FIELDS_LOOKED_AT = 100  # lines
_LONGEST_NAME = 80  # characters of a field; more describes what will be done
_QUESTION = re.compile(r"(?:wann|wo|wie|was|wer|warum|ist|muss|gibt)\b.*\?$", re.IGNORECASE)
_AND_MORE = re.compile(r"\s(?:und|&|sowie) (?:weitere|andere|vieles|viele|mehr)\b")
_DASH = re.compile(r"\s-\s")
_DANGLES = re.compile(r"\s(?:für|der|die|das|den|dem|des|und|von)\s*$")
_THE = re.compile(r"(?:Das|Der|Die|Unser|Unsere)\s(?P<noun>[A-ZÄÖÜ][\w-]+)")
_TO_A_DAY = re.compile(r"\s(?:am|vom|ab|zum|für den|auf den)\s*$")
_GOES_ON = re.compile(r"(?:der|des|von|für|über|mit|zum|zur)\s(?:[a-zäöüß]+\s){0,2}[A-ZÄÖÜ\"]")
_IS_A_MOTTO = re.compile(r"(?:[!…]|\.{3})\s*$|^(?:Wenn|Weil|Damit)\s[^:]*$")
_PLAYS = re.compile(
    rf"\b(?:spiel(?:t|en)|zeig(?:t|en)|präsentier(?:t|en)|bring(?:t|en)|liest|lesen|führ(?:t|en))\b[^\n]{{0,40}}?(?P<work>{QUOTED})"
)
_LABEL = re.compile(r"[^:\n]{3,60}(?=:\s)")
_LEAD = re.compile(
    r"(?:(?:herzliche\s)?einladung\s(?:zum|zur|zu)|absage(?:\s(?:des|der|von))?|abgesagt|verschoben|neu|neuer termin(?: für (?:den|die|das))?|"
    r"öffnungszeiten (?:der|des|von|für)|"
    r"save the date|terminhinweis|termine?(?: (?:für|zu) (?:die|den|das))?|veranstaltungstipp|jetzt anmelden|(?:weitere\s)?informationen? zu[mr]?|"
    r"(?:eintritts)?karten(?:vor)?(?:verkauf)? für (?:den|die|das)|vorverkauf für (?:den|die|das)|ausschreibung(?: (?:für|zum|zur))?|"
    r"(?:vor)?ankündigung|(?:was|veranstaltung|titel|thema|anlass|event|aktion)(?=\s?[:?]))\b[\s:!?-]+(?=[A-ZÄÖÜ\d\"])",
    re.IGNORECASE,
)
_FIELD = re.compile(  # “Was: Flohmarkt”
    r"[\W_]*(?:was|veranstaltung|titel|thema|anlass|event|name(?: der veranstaltung)?|bezeichnung)\b[\s*]*[:?|][\s*:]*(?=[A-ZÄÖÜ\d\"])",
    re.IGNORECASE,
)


def is_section_heading(group: Group) -> bool:
    return bool(group.section and group.section.heading and len(group.section.groups) == 1)


def headlines(reading: Reading, group: Group, *, is_alone: bool) -> Iterator[Candidate]:
    """The headings above, the nearest first; of the only event of a text, the first lines as well, a little behind."""
    section = group.section or Section(0, 0, None)
    near = _near(reading, section)
    own = list(_candidates(reading, near[:1], 0.0)) if not is_alone and is_section_heading(group) else []
    if own:
        is_news = kind(own[0].title.value) is Kind.NEWS
        yield from own if is_news else [replace(own[0], worth=max(own[0].worth, _OWN_HEADING))]
        return
    opening = _opening(reading, section)
    first = [line for line in opening if line in near] if is_alone else []  # before what stands below it
    found = list(_candidates(reading, [*first, *[line for line in near if line not in first]], 1.0))
    if is_alone or not near:
        found += _candidates(reading, [line for line in opening if line not in near], 2.0)
    if is_alone and not found:
        below = (line for line in reading.layout.headings if line.start > group.at)
        found += _candidates(reading, list(islice(below, 1)), 3.0)
    yield from found


def _near(reading: Reading, section: Section) -> list[Line]:
    lines = [section.heading] if section.heading else []
    above = reading.layout.heading_before(section.start)
    while above is not None and len(lines) < _HEADINGS_ABOVE:
        lines.append(above)
        above = reading.layout.heading_before(above.start - 1) if above.start else None
    return lines


def _opening(reading: Reading, section: Section) -> list[Line]:
    """The first lines of the text that are short and no sentence."""
    found = []
    for line in reading.layout.lines[:5]:
        words = reading.layout.said(line)
        if line.end > section.end or is_chrome(words):
            continue
        is_sentence = words.endswith((".", ",", ";")) or reading.layout.sentence_at(line.start)[1] > line.end
        if len(words) > LONGEST or is_sentence:
            break
        found.append(line)
    return found


def _candidates(reading: Reading, lines: list[Line], start: float) -> Iterator[Candidate]:
    for behind, line in enumerate(lines):
        found = reading.headlines.get(line.number)
        if found is None:
            found = reading.headlines[line.number] = list(_said_by(reading, line))
        yield from (replace(each, worth=each.worth - start - behind) for each in found)


def _said_by(reading: Reading, line: Line) -> Iterator[Candidate]:
    """The line as a whole, and the name in it."""
    is_label = bool(_FIELD.match(reading.plain, line.start, line.end))
    if is_date_alone(reading, line) or (is_field(reading.layout.said(line)) and not is_label):
        return
    if said := _without_date(reading, line.text_start, _end_of_it(reading, line)):
        yield Candidate(said, _HEADLINES[Kind.NAME] if is_label else _worth(said.value))
    if (
        said
        and kind(said.value) is Kind.NEWS
        and (work := _PLAYS.search(reading.plain, line.start, line.end))
    ):
        title = titled(reading, *work.span("work"), 0.6, guessed=True)
        yield from [Candidate(title, _A_WORK)] if title else []
    name = event_name(reading.plain, line.text_start, line.end, line.text_start)
    if name and not is_bare(reading.plain[name.start : name.end]) and name.worth >= _LEAST_IN_HEADLINE:
        yield Candidate(of_name(reading, name), _IN_HEADLINE)


def _worth(words: str) -> float:
    if is_bare(words):
        return _BARE_HEADLINE
    said = kind(words)
    if said is Kind.NAME and is_collective(words):
        return _OF_MANY
    if says_who(words):
        return _ORGANISER
    if said is not Kind.NAME and len(words) <= _LONGEST_MOTTO and _IS_A_MOTTO.search(words):
        return _MOTTO
    return _ONE_WORD if said is Kind.PHRASE and len(words.split()) == 1 else _HEADLINES[said]


def _end_of_it(reading: Reading, line: Line) -> int:
    """“Eröffnung / der Ausstellung „Heimat“ am Sonntag”: the line below goes on with it."""
    lines = reading.layout.lines
    below = lines[line.number + 1] if line.number + 1 < len(lines) else None
    words = reading.plain[line.text_start : line.end]
    if below is None or " " in words.strip() or kind(words) is not Kind.NAME:
        return line.end
    days = reading.dates.within(below.start, below.end, 1)
    end = (
        below.start + len(_TO_A_DAY.sub("", reading.plain[below.start : days[0].start]))
        if days
        else below.end
    )
    goes_on = _GOES_ON.match(reading.plain, below.start, end)
    return end if goes_on and end - line.start <= LONGEST else line.end


def _without_date(reading: Reading, start: int, end: int) -> Value[str] | None:
    """The words of a heading that name something: without date, “Einladung zum” and what follows a name and a colon."""
    if lead := _LEAD.match(reading.plain, start, end):
        start = lead.end()
    article = _THE.match(reading.plain, start, end)
    if article and is_event(article["noun"]) and kind(reading.plain[start:end]) is Kind.NAME:
        start = article.start("noun")
    words = reading.plain[start:end]
    if _QUESTION.match(words) or is_chrome(words) or is_generic(words):
        return None
    if not any(map(str.isalpha, words)) or (reading.dates.within(start, end) and invites(words)):
        return None
    for each in reading.dates.within(start, end):
        before = _TO_A_DAY.sub("", reading.plain[start : each.start])
        if _DANGLES.search(before):  # “Verschiebung der für den 3. Mai geplanten Lesung”
            return None
        if any(map(str.isalpha, before)) and len(before.strip(TRIM)) > 3:
            end = start + len(before)
        else:
            start = each.end
        break
    for series in reading.recurrences.within(start, end, 1):
        start, end = (series.end, end) if series.start - start < 3 else (start, series.start)
    start, end = _named_part(reading.plain, start, end)
    label = _LABEL.match(reading.plain, start, end)
    told = reading.plain[label.end() : end].strip() if label else ""
    if label and kind(label[0]) is Kind.NAME and kind(told) is Kind.NEWS and not told.endswith("?"):
        end = label.end()
    words = reading.plain[start:end]
    return None if tells_when(words) or is_generic(words.strip(TRIM)) else titled(reading, start, end, 0.8)


def _named_part(plain: str, start: int, end: int) -> tuple[int, int]:
    """“KIRCHDORF - Ausflug zum See - Anmeldungen”: the one part that is a name, beside single words and news."""
    more = _AND_MORE.search(plain, start, end)  # “Stadtspaziergang und weitere Angebote”
    end = more.start() if more else end
    parts: list[tuple[int, int]] = []
    place = start
    for dash in _DASH.finditer(plain, start, end):
        parts.append((place, dash.start()))
        place = dash.end()
    parts.append((place, end))
    named = [
        each
        for each in parts
        if kind(plain[slice(*each)]) is Kind.NAME and " " in plain[slice(*each)].strip()
    ]
    others = [plain[slice(*each)] for each in parts if each not in named]
    is_clear = len(named) == 1 and len(parts) > 1
    return named[0] if is_clear and all(map(_is_beside_a_name, others)) else (start, end)


def _is_beside_a_name(words: str) -> bool:
    """“KIRCHDORF”, “Anmeldung läuft”; not “Packparty”."""
    return kind(words) is Kind.NEWS or (" " not in words.strip() and kind(words) is not Kind.NAME)


def _has_its_heading(reading: Reading, group: Group) -> bool:
    """The heading above one date names it, unless it names nothing (“Info Box”)."""
    heading = group.section.heading if group.section and is_section_heading(group) else None
    return heading is not None and not is_generic(reading.plain[heading.text_start : heading.end])


def in_a_field(reading: Reading, group: Group) -> Value[str] | None:
    """“Was: Flohmarkt” in the same section; of several such fields the one that is as far down as the date."""
    section = group.section
    if section is None or not 0 < len(section.groups) <= _FEW or _has_its_heading(reading, group):
        return None
    first = reading.layout.line_at(section.start).number
    fields = [
        (label.end(), line.end)
        for line in reading.layout.lines[first : first + _FIELDS_LOOKED_AT]
        if line.start < section.end
        and (label := _FIELD.match(reading.plain, line.start, line.end))
        and not reading.dates.within(label.end(), line.end, 1)
    ]
    if len(fields) not in (1, len(section.groups)):
        return None
    number = min(section.groups.index(group), len(fields) - 1) if group in section.groups else 0
    start, end = fields[number]
    words = reading.plain[start:end]
    is_name = end - start <= _LONGEST_NAME and kind(words) is not Kind.NEWS and not is_no_title(words)
    return titled(reading, start, end, 0.9) if is_name else None
