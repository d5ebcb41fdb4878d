"""What a text says of meetings: whether it is a protocol, and what of it is no event and no place."""

import re
from collections.abc import Iterator

from .draft import DoubtKind
from .stretches import Stretch
from .withheld_forms import ignoring_case
from .withheld_page import MOST_AT_A_LABEL, Found, Page

_OPENING = 700  # characters in which a text says what it is
_ITEM = re.compile(r"(?:TOP\s?)?\d{1,2}[.)]\s|TOP\s?\d", re.IGNORECASE)
_AGENDA = re.compile(r"\W{0,4}tagesordnung(?:spunkte)?\s?:?", re.IGNORECASE)
_TIME = re.compile(r"\d\s?(?:uhr|h)\b|\d:\d\d", re.IGNORECASE)
# Whoever takes applications for a meeting, at home: no place of an event.
_AT_HOME = ignoring_case(
    r"\b(?:anträge|wahlvorschläge|wortmeldungen|kandidatur\w*)\b[^!?\n]{0,160}\b(?:ein(?:zu)?reichen|eingereicht|zu\srichten|richten|zu\sstellen|schriftlich|einzusenden)\b"
)
_AT_HOME_WORDS = ("anträge", "wahlvorschl", "wortmeldungen", "kandidatur")

_MINUTES = re.compile(
    r"^\W*(?:[\w-]*protokoll|niederschrift|aktennotiz|aktenvermerk|gesprächsnotiz|sitzungsvermerk)\b(?![^\n]{0,40}\b(?:lesung|theater|film|ausstellung)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_OF_A_MEETING = re.compile(
    r"^\W*(?:TOP\s?\d|anwesend|entschuldigt|teilnehm\w+\s?:|beginn\s?:|protokoll\w*\s?:)|\b(?:sitzung|besprechung|versammlung|vorstand\w*|beirat\w*|tagesordnung\w*)\b",
    re.IGNORECASE | re.MULTILINE,
)
_BODY = (
    r"(?:gesamt|vereins|erweiterten\s)?(?:vorstand(?:e?s)?|beirat(?:e?s)?|\w*ausschuss(?:es)?|präsidiums?|presbyteriums?|kirchenvorstand(?:e?s)?|"
    r"aufsichtsrat(?:e?s)?|lenkungskreis(?:es)?|steuerungsgruppe|kollegiums?|festkomitees?|elternbeirat(?:e?s)?)"
)
_NOT_PUBLIC = ignoring_case(
    r"\bnicht\s?-?öffentliche[nrs]?\s(?:\w+\s)?\w*(?:sitzung|besprechung|versammlung|treffen|termin|veranstaltung|beratung|tagung|gespräch|probe|runde)"
    r"|\bnicht\s?-?öffentlich\b\s?(?:$|[.,;!)\n]|statt\b|tag)|\b(?:unter|mit)\sausschluss\sder\söffentlichkeit\b"
    r"|\böffentlichkeit\s(?:ist|bleibt)\s(?:nicht\szugelassen|ausgeschlossen)\b|\bhinter\sverschlossenen\stüren\b"
    rf"|(?<!nicht\s)\bnur\sfür\s(?:die\s|den\s|geladene\s|gewählte\s)?(?:mitglieder\s(?:des|der)\s(?:{_BODY}|(?:orga-?)?teams)|{_BODY}s?mitglieder|(?:den\s)?vorstand|{_BODY})\b(?!\s(?:und|sowie)\sgäste)"
    rf"|\binterne[nrs]?\s(?:sitzung|besprechung|{_BODY}s?sitzung|teamsitzung|teambesprechung|dienstbesprechung|klausur\w*|arbeitssitzung)\b"
)
_PUBLIC_PART = ignoring_case(
    r"\b(?:nicht\s?-?öffentlicher?[nr]?|öffentlicher?[nr]?)\s(?:sitzungs)?teil\b|(?<!nicht\s)(?<!nicht-)\böffentlich(?:e[nrs]?)?\s(?:\w+\s)?\w*(?:sitzung|versammlung|beratung)\b|\bsonst\s+nicht\b"
)


def minutes(page: Page) -> list[Found]:
    opening = page.plain[:_OPENING]
    if (match := _MINUTES.search(opening)) and len(_OF_A_MEETING.findall(page.plain[: 4 * _OPENING])) > 1:
        line = page.line_at(match.end() - 1)
        return [Found(line.start, line.end, DoubtKind.MINUTES)]
    return []


def points(page: Page) -> Iterator[Stretch]:
    """Points of an agenda without a time of their own: “5. Sommerfest am 12. Juni” is talked about, and no more."""
    plain, lines = page.plain, page.layout.lines
    for number in sorted({page.line_at(place).number for place in page.places(("tagesordnung",))}):
        line = lines[number]
        if not _AGENDA.match(plain, line.text_start, line.end):
            continue
        found = [
            each
            for each in lines[number + 1 : number + MOST_AT_A_LABEL]
            if _ITEM.match(plain, each.start, each.end)
        ]
        found += (
            [line] if len(_ITEM.findall(plain, line.start, min(line.end, line.start + 2_000))) > 1 else []
        )
        for each in found:
            end = min(each.end, each.start + 2_000)
            if not _TIME.search(plain, each.start, end):
                yield each.start, end


def homes(page: Page) -> Iterator[Stretch]:
    return (stretch for stretch, _match in page.sentences_with(_AT_HOME_WORDS, _AT_HOME))


def is_not_public(words: str) -> bool:
    """“Die Sitzung ist nicht öffentlich”: a meeting for those who belong to it. One that has a public part is public."""
    return bool(_NOT_PUBLIC.search(words)) and not _PUBLIC_PART.search(words)
