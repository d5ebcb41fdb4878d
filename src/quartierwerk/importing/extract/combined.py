"""Kind and name of an event together, where each of them alone says too little: “Lesung „Kalter Kaffee“”, “Eröffnung: Neuer
Spielplatz am Anger”, “Frauenhilfe: „Rosen im Herbst“”.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .draft import Value
from .frames import QUOTED
from .headlines import Kind, is_bare, is_collective, kind, says_who
from .heads import is_event, is_venue
from .names import event_words
from .no_titles import is_no_title
from .phrases import LONGEST, is_generic, titled
from .quoted import MARKS
from .reading import Reading
from .rows import Candidate
from .segments import Group
from .spoken import in_sentences

_A_WORK = re.compile(r"[\"„“»«][^\"„“”»«]{2,110}[\"“”»«]")


@dataclass(frozen=True)
class KindOfWork:
    """`said`: words of the sentence that show that a work in quotation marks is one of these."""

    name: str
    said: str


KINDS_OF_WORKS = (
    KindOfWork(
        "Lesung", r"liest|lesen|vorliest|(?:\w+)?lesung|(?:\w+)?roman|(?:\w+)?krimi|thriller|gedichtband"
    ),
    KindOfWork(
        "Film",
        r"(?:spiel|kino|dokumentar|zeichentrick|kinder)?film|(?:\w+)?kino|doku|dokumentation|filmabend",
    ),
    KindOfWork("Komödie", r"(?:\w+)?komödie"),
    KindOfWork("Lustspiel", r"lustspiel|schwank"),
    KindOfWork("Musical", r"(?:\w+)?musical"),
    KindOfWork("Oper", r"(?:\w+)?oper"),
    KindOfWork(
        "Theater", r"(?:theater)?stücke?s?|drama|theater\w*|laienspiel\w*|inszenierung|ensemble|schauspiel\w*"
    ),
    KindOfWork("Ausstellung", r"(?:\w+)?ausstellung|vernissage"),
    KindOfWork("Vortrag", r"vortrag|referiert|spricht"),
    KindOfWork("Konzert", r"(?:\w+)?konzert|musiziert"),
)
_KINDS = tuple((each.name, re.compile(rf"\b(?:{each.said})\b", re.IGNORECASE)) for each in KINDS_OF_WORKS)
_HAS_A_THEME = frozenset(  # of these a headline beside them may say what about
    "vortrag vortragsabend bildervortrag diavortrag lesung autorenlesung führung eröffnung einweihung einsegnung vernissage "
    "ausstellung konzert diskussion podiumsdiskussion diskussionsabend infoabend informationsabend infoveranstaltung "
    "informationsveranstaltung seminar workshop film filmabend filmvorführung gesprächsabend themenabend ausstellungseröffnung".split()
)
_SAYS_LITTLE = _HAS_A_THEME | frozenset(
    "treffen gruppentreffen gruppenabend sitzung probe termin abend nachmittag stunde kurs".split()
)
_THEME_OF_A_LINE = re.compile(r"(?:thema|titel|motto|film|buch)\s?:\s*(?=\S)", re.IGNORECASE)
_LONGEST_KIND = 35  # characters
_LEAST_OF_A_KIND = 10.0  # worth
_OF_WHAT = re.compile(r"\s(?:mit|für|aus|zum|zur|von|über|im|am|in|auf|rund um)\s")
_MOTTO = re.compile(rf"\b(?:Motto|Titel|Leitwort|Überschrift)\b[\s:,]{{1,3}}(?P<motto>{QUOTED})")
_BEFORE_A_COLON = re.compile(r"\W*(?P<name>[A-ZÄÖÜ](?:[^:.!?\n]){3,60}):\s")
_LONGEST_TOGETHER = 90  # characters


def completed(reading: Reading, group: Group, named: Value[str], above: list[Candidate]) -> Value[str]:
    """`above`: headlines that are about this event."""
    if _A_WORK.fullmatch(named.value):
        return named if _says_its_kind(named.value) else _with_its_kind(reading, group, named, above)
    if named.value.lower() in _SAYS_LITTLE:
        named = _before_the_colon(reading, group, named) or _with_its_theme(named, above)
    return _with_the_work_beside(reading, named, above) or _with_its_motto(reading, group, named)


def _says_its_kind(work: str) -> bool:
    """„Erzählcafé“, „Nachmittag der Begegnung“."""
    first, *rest = work.strip('"„“”»«').split()
    return is_event(first) and (not rest or rest[0] in ("der", "des", "für", "im", "mit"))


def _with_the_work_beside(
    reading: Reading, named: Value[str], above: Iterable[Candidate]
) -> Value[str] | None:
    """“Vortrag mit Bildern / „Heilpflanzen“”: in lines one below the other."""
    if len(named.value) > _LONGEST_KIND or MARKS.search(named.value) or not named.spans:
        return None
    line = reading.layout.line_at(reading.text.plain_place(named.spans[0].start)).number
    for each in above:
        if _A_WORK.fullmatch(each.title.value) and each.title.spans:
            other = reading.layout.line_at(reading.text.plain_place(each.title.spans[0].start)).number
            if abs(other - line) == 1 and kind(named.value) is Kind.NAME:
                joint = ": " if " " in named.value else " "
                return replace(
                    named,
                    value=f"{named.value}{joint}{each.title.value}",
                    spans=(*named.spans, *each.title.spans),
                )
    return None


def _with_its_motto(reading: Reading, group: Group, named: Value[str]) -> Value[str]:
    """“Wir feiern am 11. Juli unter dem Motto „Ans Meer““ makes it “Sommerfest „Ans Meer“”."""
    if len(named.value) > _LONGEST_KIND or MARKS.search(named.value) or kind(named.value) is not Kind.NAME:
        return named
    said = _MOTTO.search(reading.plain, *reading.layout.sentence_at(group.at))
    if said is None:
        return named
    motto = reading.text.said(*said.span("motto"))
    return replace(
        named, value=f"{named.value} {motto}", spans=(*named.spans, reading.text.span(*said.span("motto")))
    )


def theme_of_a_line(words: str) -> str:
    """„Rosen“ of “Thema: „Rosen“”; "" where the line says no theme."""
    label = _THEME_OF_A_LINE.match(words)
    return words[label.end() :] if label else ""


def _with_its_kind(
    reading: Reading, group: Group, named: Value[str], above: Iterable[Candidate]
) -> Value[str]:
    places = [reading.text.plain_place(span.start) for span in named.spans[:1]]
    for place in dict.fromkeys([*places, group.at]):
        start, end = reading.layout.sentence_at(place)
        for name, said in _KINDS:
            if match := said.search(reading.plain, start, end):
                span = reading.text.span(*match.span())
                return replace(named, value=f"{name} {named.value}", spans=(span, *named.spans))
    beside = next((each.title for each in (*above, *in_sentences(reading, group)) if _is_a_kind(each)), None)
    if beside is None:
        return named
    name = beside.value if len(beside.value) <= _LONGEST_KIND else _OF_WHAT.split(beside.value)[0]
    joint = ": " if " " in name else " "
    return replace(named, value=f"{name}{joint}{named.value}", spans=(*beside.spans, *named.spans))


def _is_a_kind(beside: Candidate) -> bool:
    """“Sommerkonzert mit Schlagern” below „Über den Wolken“."""
    words = beside.title.value
    is_named = any(not is_venue(word) for word in event_words(words))
    is_name = kind(words) is Kind.NAME and is_named and beside.worth > _LEAST_OF_A_KIND
    return is_name and not (is_collective(words) or is_no_title(words) or MARKS.search(words))


def _before_the_colon(reading: Reading, group: Group, named: Value[str]) -> Value[str] | None:
    """“Selbsthilfegruppe Tinnitus: Das nächste Treffen ist am …”"""
    start, end = reading.layout.sentence_at(group.at)
    before = _BEFORE_A_COLON.match(reading.plain, start, min(end, group.at))
    words = before["name"] if before else ""
    if before is None or is_generic(words) or is_no_title(words) or kind(words) is Kind.NEWS:
        return None
    said = titled(reading, *before.span("name"), named.confidence, guessed=True)
    if said is None or named.value.lower() not in _HAS_A_THEME:
        return said
    return replace(said, value=f"{named.value}: {said.value}", spans=(*named.spans, *said.spans))


def _with_its_theme(named: Value[str], above: Iterable[Candidate]) -> Value[str]:
    if named.value.lower() not in _HAS_A_THEME:
        return named
    for each in above:
        words = each.title.value
        together = words if words.startswith(named.value) else f"{named.value}: {words}"
        if len(together) <= _LONGEST_TOGETHER and _is_a_theme(words):
            return replace(named, value=together[:LONGEST], spans=(*named.spans, *each.title.spans))
    return named


def _is_a_theme(words: str) -> bool:
    is_phrase = kind(words) is Kind.PHRASE or (kind(words) is Kind.NEWS and words.endswith("?"))
    return (
        " " in words
        and is_phrase
        and not words.startswith("Für ")
        and not (is_bare(words) or says_who(words) or is_no_title(words) or is_generic(words))
    )
