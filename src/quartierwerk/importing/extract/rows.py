"""What a line of a list calls its event: the words before the date, else those behind date and time."""

import re
from dataclasses import dataclass, replace

from .draft import Value
from .groups import is_date_alone
from .headlines import Kind, kind
from .heads import has_venue_head
from .layout import Line, is_chrome, is_field
from .lexicon import SHORT_WEEKDAYS, WEEKDAYS
from .phrases import DAYS, LONGEST, TRIM, begins_a_name, is_generic, titled
from .reading import Reading
from .segments import Group
from .stretches import Stretch

_BEFORE = 30.0  # of words before the date in running text
_MOST_WORDS = 6
_FEW_WORDS = 3
_ROWS_LOOKED_AT = 30
_COLON = re.compile(r"\s?(?:\([^()\n]{1,30}\))?\s?:\s(?P<name>(?:[^;.\n(]|\.(?=\S)){3,100})")
_UP_TO_A_COMMA = re.compile(r"\s(?P<name>[A-ZÄÖÜ\"](?:[^,;.:\n]|\.(?=\S)){3,60})(?:[,;.]|$)")
_PART = re.compile(
    r"(?:Teil|Termin|Gruppe|Modul|Kurs|Block|Runde|Tag)\s(?:\d{1,2}|[IVX]{1,4})|\d{1,2}\.\s(?:Teil|Termin|Tag|Woche|Türchen|Abend|Einheit|Treffen)",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"^(?:Ev\.|Kath\.|Evangelische|Katholische|Städtische|Gemeinde)?\s?(?:Kita|Krippe|Hort|Kinder(?:garten|haus|krippe|tagesstätte)|Grund-?\s?schule|Schule|"
    r"Gymnasium|Rathaus|Gemeindeverwaltung|Stadtverwaltung|Bürgerbüro|Bürgerhaus|Gemeindehaus|Pfarrheim|Seniorenheim|Klinik|Krankenhaus)\b|"
    r"\bg?GmbH\b|\be\. ?V\.|(?:schule|gymnasium|krankenhaus|klinikum|kindergarten|seniorenheim|pflegeheim|verwaltung)(?:\s|$)"
)
_THE = re.compile(r"(?:[Dd]er|[Dd]ie|[Dd]as)\s")
_ADVERBS = frozenset(
    "gegen ab um von freitagabend samstagabend sonntagabend "
    "ebenfalls weiter dann danach außerdem zudem zuletzt anschließend bereits nun heute morgen erstmals jeweils immer nur noch auch los start beginn "
    "einlass ende weiterhin zunächst schließlich zusätzlich tags premiere samstags sonntags freitags".split()
)
_DOING = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{2,7}\s(?:im|am|auf dem|in der|unterm|unter der)\s[A-ZÄÖÜ][\wäöüß-]+"
)  # “Singen im Hof”
_RIGHT_ABOVE = 61.0  # before a heading of several
_ONLY_WHEN = re.compile(
    rf"\b(?:(?i:{'|'.join(WEEKDAYS)})s?|(?i:{'|'.join(SHORT_WEEKDAYS)})|Uhr|h|bis|ab|von|jeweils|jeden|immer|Start|Beginn|Termine?)\b"
)
_ROW = 20.0  # of a row that names a place
_BEHIND_THE_DATE = re.compile(
    r"[\s,;:.|*)-]*(?:Uhr\b|h\b)?[\s,;:.|*)-]*(?:\([^()\n]{1,40}\)[\s,;:.|*-]*)?\(?"
)
_ENDS_A_PART = re.compile(
    r",\s|\s\(|;|\s\||\s-\s(?![^,;|(]{3,60}\?)|(?<!\b[DS][rt])(?<!\bHl)(?<!\bProf)\.\s"
    r"|\s(?:im|in der|am|auf dem|in den|beim|an der)\s(?=[A-ZÄÖÜa-zäöü])"
)
_PLACE_AND_COLON = re.compile(r"(?P<where>[^:;\n]{3,40}):\s(?=[A-ZÄÖÜ\d\"])")
_WAY = re.compile(
    r"(?:von\s.{2,40}\s(?:nach|bis|über|zum|zur|in|auf|an)\s|rund um\s|durch\s|quer durch\s|entlang\s|auf den spuren\s)",
    re.IGNORECASE,
)
_FEAST = re.compile(  # before a date it says when
    r"(?:\d\.\s)?(?:pfingst|oster)(?:sonn|mon|sams)tag|karfreitag|gründonnerstag|heiligabend|heilig abend|silvester|neujahr|fronleichnam|"
    r"christi himmelfahrt|himmelfahrt|allerheiligen|totensonntag|ewigkeitssonntag|muttertag|nikolaus|dreikönige?|(?:der )?[1-4]\.\sadvent|"
    r"(?:1\.|2\.|erster|zweiter)\sweihnachts(?:feier)?tag|tag der arbeit|buß- und bettag|reformationstag|rosenmontag|aschermittwoch",
    re.IGNORECASE,
)
_MOST_ABOVE = 60  # dates above that are looked at
_OF_THE_OLD_DAY = re.compile(  # “Lesung, geplant für den 3. Mai, Ersatztermin am 8. Juni”
    r"[\s,(]+(?:ursprünglich |bisher |eigentlich |verlegt |verschoben )?(?:geplant|angesetzt|vorgesehen|statt|vom)\s"
    r"(?:für\s|am\s)?(?:de[nmr]\s)?(?:\w+,\s)?(?:de[nm]\s)?\d.*$",
    re.DOTALL,
)
_LEADS_TO_A_DATE = re.compile(r"(?:^|\s)(?:am|ab|jeden|jeweils|immer|den|der|vom|von|bis)$", re.IGNORECASE)


@dataclass(frozen=True)
class Candidate:
    """`worth`: see titles.py; `end`: where its words end."""

    title: Value[str]
    worth: float
    start: int = 0
    end: int = 0
    is_label: bool = False  # before the date


def of_row(reading: Reading, group: Group) -> Candidate | None:
    """The words before the date of a list's line, else those behind date and time; “Musterstadt - 3. Mai, Vortrag”."""
    if cell := reading.tables.cell(group.line, "title"):
        return _candidate(reading, *cell, 0.9)
    before = reading.plain[group.line.text_start : group.at].strip(TRIM)
    before = _OF_THE_OLD_DAY.sub("", before).strip(TRIM)
    before = _LEADS_TO_A_DATE.sub("", before).strip(TRIM)
    is_heading = reading.layout.heading_before(group.at) is group.line
    if _is_label(before, is_heading=is_heading):
        start = reading.plain.index(before, group.line.text_start)
        found = _candidate(reading, start, start + len(before), 0.85)
        label = replace(found, is_label=True) if found else None
        behind = _behind_the_date(reading, group) if label and is_only_a_word(label) else None
        return behind if behind and kind(behind.title.value) is Kind.NAME else label
    return _behind_the_date(reading, group)


def _behind_the_date(reading: Reading, group: Group) -> Candidate | None:
    end = behind_hours(reading, group)
    while end < min(group.end, group.line.end) and reading.plain[end] in " .":  # “22.03. Von Neudorf …”
        end += 1
    stop = min(group.end, reading.layout.sentence_at(end)[1], end + LONGEST) if end < group.end else end
    if stop <= end or not any(map(str.isalpha, reading.plain[end:stop])):
        end, stop = _next_line(reading, group, end)
    first = _first_part(reading, end, stop)
    if first is None or reading.times.within(first[0], first[0] + 3, 1):
        return None
    words = reading.plain[slice(*first)]
    if kind(words) is Kind.NEWS and len(words.split()) > _MOST_WORDS:
        return None
    is_name = begins_a_name(words) or (words[:1].isupper() and bool(_WAY.match(words)))
    return _candidate(reading, *first, 0.8) if is_name else None


def below_a_place(reading: Reading, group: Group) -> Candidate | None:
    """“Seniorenpark Linde / 14 - 17 Uhr Flohmarkt und Spiel”: the heading says where, the line below it what."""
    heading = group.section.heading if group.section and len(group.section.groups) == 1 else None
    if heading is None or group.line is heading:
        return None
    words = reading.layout.said(heading)
    is_where = _says_where(words) or bool(reading.addresses.within(heading.text_start, heading.end, 1))
    opens = not any(map(str.isalpha, reading.plain[group.line.text_start : group.at]))
    found = _behind_the_date(reading, group) if is_where and opens else None
    return found if found and kind(found.title.value) is Kind.NAME else None


def opens_its_line(reading: Reading, group: Group) -> Candidate | None:
    """“Vorstandstreffen Donnerstag, 10. September, 16 Uhr”: a name alone before the date of its line."""
    start = group.line.text_start
    before = reading.plain[start : min(group.at, start + LONGEST)]
    words = before.strip(TRIM)
    is_name = (
        group.at <= start + LONGEST
        and 0 < len(words.split()) <= _FEW_WORDS
        and kind(words) is Kind.NAME
        and _is_label(words)
    )
    return _candidate(reading, start, start + len(before), 0.7) if is_name else None


def is_a_part(words: str) -> bool:
    """“Teil 2”, “1. Woche”: says which of a series."""
    return bool(_PART.fullmatch(words))


def behind_a_colon(reading: Reading, group: Group) -> Candidate | None:
    """“…; 14. April: Radtour zum See; 12. Mai: …”, “10. Mai Maifest, 6. Juni Radtour” in running text."""
    if group.section is None or len(group.section.groups) < 2:
        return None
    place = behind_hours(reading, group)
    match = _COLON.match(reading.plain, place, place + LONGEST)
    if match is None:
        stop = min(group.end, reading.layout.sentence_at(group.at)[1], place + LONGEST)
        match = _UP_TO_A_COMMA.match(reading.plain, place, max(place, stop))
        match = match if match and _is_label(match["name"]) else None
    if match is None or reading.dates.within(*match.span("name"), 1):
        return None
    if reading.times.within(match.start("name"), match.start("name") + 3, 1):
        return None
    return _candidate(reading, *match.span("name"), 0.75)


def before_the_date(reading: Reading, group: Group) -> Candidate | None:
    """“Sängerlust am 12. März, Liederkranz am 7. Mai”: each date of one sentence has its word before it."""
    first = reading.layout.sentence_at(group.at)[0]
    if group.section is None or len(group.section.groups) < 2 or not first < group.start < group.at:
        return None
    start = group.start + (len(article[0]) if (article := _THE.match(reading.plain, group.start)) else 0)
    words = _LEADS_TO_A_DATE.sub("", reading.plain[start : group.at].rstrip()).rstrip()
    if len(words.split()) > _MOST_WORDS or not _is_label(words) or is_a_part(words):
        return None
    found = _candidate(reading, start, start + len(words), 0.6)
    return replace(found, worth=_BEFORE, is_label=True) if found else None


def _candidate(reading: Reading, start: int, end: int, confidence: float) -> Candidate | None:
    said = titled(reading, start, end, confidence)
    return Candidate(said, _ROW, start, end) if said else None


def is_a_place(reading: Reading, row: Candidate) -> bool:
    """“St. Anna, Kirchplatz 3” behind the date, “Kita Regenbogen” before it say where, not what."""
    words = reading.plain[row.start : row.end]
    if _way_at(reading, row.start):
        return False
    if not row.is_label and (_DOING.fullmatch(row.title.value) or _WAY.match(words)):
        return False
    if row.is_label:
        return bool(_INSTITUTION.search(words)) and kind(words) is not Kind.NAME
    stop = min(row.end + 6, reading.layout.line_at(row.start).end)  # no house number of the next line
    addresses = reading.addresses.within(row.start, max(row.end, stop), 1)
    is_where = bool(addresses) or (has_venue_head(words.split()) and kind(words) is not Kind.NAME)
    return is_where and kind(words) is not Kind.NAME


def is_only_a_word(row: Candidate) -> bool:
    """“Oberdorf”, “Kita Regenbogen”: too little for a name of its own where a name stands above the list."""
    words = row.title.value
    return len(words.split()) <= _FEW_WORDS and kind(words) is Kind.PHRASE and '"' not in words


def names_events(reading: Reading, group: Group) -> bool:
    """Whether a line of this list says what happens: “Sommerfest: 3. Mai”; not where all are places and the like."""
    section = group.section
    if section is None:
        return False
    if section.names_events is None:
        rows = (of_row(reading, each) for each in section.groups[:_ROWS_LOOKED_AT] if each.is_row)
        section.names_events = any(row is not None and not is_only_a_word(row) for row in rows)
    return section.names_events


def lists_places(reading: Reading, group: Group) -> bool:
    """Whether the lines of this list say where: “3. Mai: Gasthof Adler”, “4. Mai: Schulaula”, and the heading what."""
    section = group.section
    if section is None:
        return False
    if section.lists_places is None:
        rows = [of_row(reading, each) for each in section.groups[:_ROWS_LOOKED_AT] if each.is_row]
        section.lists_places = len(rows) > 1 and all(row and is_a_place(reading, row) for row in rows)
    return section.lists_places


def _says_where(words: str) -> bool:
    """“Schulküche: Pizza backen”, “Bahnhof: Ausflug”."""
    return has_venue_head(words.split()) and kind(words) is not Kind.NAME


def line_below(reading: Reading, group: Group) -> Line | None:
    """The line below a date that stands alone, in lists that have their titles there; the first date shows it."""
    lines, number = reading.layout.lines, group.line.number
    near = [lines[each] for each in (number - 2, number + 2) if 0 <= each < len(lines)]
    is_listed = any(is_date_alone(reading, each) for each in near)
    if not is_listed or not is_date_alone(reading, group.line) or not _names(reading, number + 1):
        return None
    below = lines[number + 1]
    for _count in range(_MOST_ABOVE):
        if number < 1 or not _names(reading, number - 1):
            return below
        if number < 2 or not is_date_alone(reading, lines[number - 2]):
            return None
        number -= 2
    return None


def right_above(reading: Reading, group: Group) -> Candidate | None:
    """“Rücken fit / montags 18.30 Uhr, Start: 14.09.”: the first line of the date's own paragraph, above its days and hours."""
    lines, number = reading.layout.lines, group.line.number
    if number < 1 or lines[number - 1].block != group.line.block:
        return None
    line = lines[number - 1]
    opens = number < 2 or lines[number - 2].block != line.block
    before = _ONLY_WHEN.sub("", reading.plain[group.line.text_start : group.at])
    if not opens or any(map(str.isalpha, before)) or not _names(reading, number - 1):
        return None
    words = reading.plain[line.text_start : line.end]
    says_when = reading.dates.within(line.start, line.end, 1) or reading.times.within(line.start, line.end, 1)
    if (
        says_when
        or not begins_a_name(words)
        or _says_where(words)
        or reading.addresses.within(line.start, line.end, 1)
    ):
        return None
    found = _candidate(reading, line.text_start, line.end, 0.8)
    return replace(found, worth=_RIGHT_ABOVE) if found else None


def _names(reading: Reading, number: int) -> bool:
    """Whether this line could be a title."""
    if number >= len(reading.layout.lines):
        return False
    line = reading.layout.lines[number]
    words = reading.layout.said(line)
    is_short = len(words) <= LONGEST and not words.endswith((".", ",", ";", ":")) and not line.bullet
    return is_short and not (
        is_date_alone(reading, line) or is_generic(words) or is_chrome(words) or is_field(words)
    )


def _is_label(words: str, *, is_heading: bool = False) -> bool:
    """“Winz-Baak”, “Tag der offenen Tür”; not “Januar”, “Termin”, “Zur Eröffnung gibt es”."""
    if len(words) < 3 or words.lower().rstrip(".:") in DAYS | _ADVERBS or not any(map(str.isalpha, words)):
        return False
    last = words.split()[-1].lstrip("\"'(")
    if (kind(words) is Kind.NEWS and not is_heading) or _FEAST.fullmatch(words.strip(TRIM)):
        return False
    return begins_a_name(words) and (is_heading or not last[:1].islower()) and not is_generic(words)


def behind_hours(reading: Reading, group: Group) -> int:
    """The end of date and times at the beginning of the line."""
    place = group.at_end
    for each in reading.times.within(place, min(group.end, group.line.end)):
        if any(
            map(
                str.isalpha,
                re.sub(
                    rf"\b(?:um|ab|von|jeweils|Uhr|h|ca|bis|Beginn|Einlass|Abfahrt|Abmarsch|Treffpunkt|Start|(?i:{'|'.join(WEEKDAYS)}))\b",
                    "",
                    reading.plain[place : each.start],
                ),
            )
        ):
            break
        place = each.end
    return place


def _way_at(reading: Reading, place: int) -> Stretch | None:
    """“Mühlbach - Schwarzkopf - Mühlbach”: the way that begins here names the walk as a whole."""
    return next((each for each in reading.ways if each[0] == place), None)


def _next_line(reading: Reading, group: Group, place: int) -> tuple[int, int]:
    number = reading.layout.line_at(place).number + 1
    if number >= len(reading.layout.lines):
        return place, place
    line = reading.layout.lines[number]
    is_prose = reading.layout.sentence_at(line.start)[1] > line.end
    return (line.text_start, line.end) if line.start < group.end and not is_prose else (place, place)


def _first_part(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Up to the first comma or bracket that leaves something; without a leading “Uhr”, “im Gemeindehaus:” stays."""
    words = reading.plain[start:end]
    if whole := _DOING.fullmatch(words.strip(TRIM)):
        begin = start + words.index(whole[0])
        return begin, begin + len(whole[0])
    lead = _BEHIND_THE_DATE.match(words)
    begin = lead.end() if lead else 0
    if begin >= len(words):
        return None
    if (where := _PLACE_AND_COLON.match(words, begin)) and _says_where(where["where"]):
        begin = where.end()
    if way := _way_at(reading, start + begin):
        return way
    cuts = (each.start() for each in _ENDS_A_PART.finditer(words, begin + 3))
    stop = next((each for each in cuts if words.count('"', begin, each) % 2 == 0), len(words))
    return start + begin, start + stop
