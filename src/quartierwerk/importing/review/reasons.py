"""Why something is off or moved, in the words of the text; in neutral ones where those are private."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from ..extract import says_how_it_stands
from ..extract.draft import Doubt, DoubtKind, Draft, EventDraft, Span, Value
from .whole_text import public_text

_BESIDE = 200  # letters between that it is off and why
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
LONGEST = 160  # letters; what is longer is no short clause
_SENTENCE = re.compile(
    r"(?:(?!\n[ \t]*\n).)+?(?:(?<!\d\.)(?<!\bSt\.)(?<!\b[A-Z]\.)(?<=[.!?])(?=\s)|(?=\n[ \t]*\n)|\Z)", re.S
)
_VERB = (
    r"f[aä]ll(?:t|en)|entf[aä]ll(?:t|en)|muss|müssen|musste[n]?|wird|werden|wurde[n]?|kann|können|konnte[n]?|ist|sind|"
    r"findet|finden|verschieb(?:t|en)|aus|nicht|leider|abgesagt|verschoben|verlegt|vorverlegt|entfallen|ausfallen|"
    r"(?:auf|vom)\s+(?:den|\w*tag|\d)|am\s+(?:\w*tag|\w*woch|\d)|um\s+\d|bis\s+auf"
)
_STOP = rf"(?=\s+(?:{_VERB})\b|\s+\(|[,.;!?)](?:\s|$)|\s*$)"
_SAID = re.compile(
    r"\bGrund(?:\s+(?:dafür|hierfür|der Absage|der Verlegung))?\s*(?::|\bist\b|\bsind\b)\s*(?P<clause>[^.;!?\n]{1,200})",
    re.I,
)
_BECAUSE = re.compile(
    rf"\b(?P<whole>(?:wegen|aufgrund|auf Grund|infolge)(?:\s+von)?\s+(?P<clause>[^.;!?]{{1,200}}?)){_STOP}",
    re.I | re.S,
)
_BY = re.compile(
    r"\b(?P<stem>krankheit|wetter|witterung|sturm|unwetter|personal|corona|umbau|bau)s?bedingt\b", re.I
)
# Why in a clause of its own, of things only: what somebody has is nobody's business.
_SINCE = re.compile(
    r"(?:\b[Ww]eil|\bDa|(?<=,\s)da)\s+[^.;:!?,]{3,140}?\s[a-zäöü]\w*(?:t|st|en|nd|de|ss|nn)(?=\s*(?:[.;!?,)]|\Z))"
)
_OF_THINGS = re.compile(
    r"heizung|strom|wasser|dach|\braum|räume|saal|halle|gebäude|wetter|schnee|glätte|regen|sturm|anmeldung|angemeldet|"
    r"teilnehm|feiertag|ferien|bauarbeit|renovier|umgebaut|saniert|gesperrt|geschlossen|defekt|belegt",
    re.I,
)
_OF_SOMEBODY = re.compile(
    r"krank|verletz|unfall|operi|klinik|\breha\b|schwanger|storben|\btod|\b(?:ich|er|mein\w*|frau|herrn?)\b|"
    r"leiter|trainer|referent|dozent|lehrer|kolleg|pfarrer",
    re.I,
)
_BY_WORDS = {"personal": "Personalmangel", "bau": "Bauarbeiten", "corona": "Corona"}
_FEMININE = re.compile(r"(?:einer|der)\s+(?=[A-ZÄÖÜ])")
_ARTICLE = re.compile(r"(?:des|eines|der|einer|dem|einem|den)\b")


def reason_of(event: EventDraft, text: str) -> Value[str] | None:
    """A short clause with its words: `Erkrankung der Leiterin`; None where the text gives none."""
    for start, end in _sentences(event, text):
        if (found := _in(text, start, end)) is not None:
            return found
    said = _SAID.search(text, event.span.start, _end_of_paragraph(event, text))
    return _value(said["clause"], said.start("clause"), said.end("clause")) if said else None


def reason_to_show(event: EventDraft, text: str, draft: Draft) -> Value[str] | None:
    """In the words of the text, as far as they are for the public."""
    said = reason_of(event, public_text(text, draft))
    return said or _neutral_reason(event, draft.doubts, text)


def _neutral_reason(event: EventDraft, doubts: Iterable[Doubt], text: str) -> Value[str] | None:
    """`Aus persönlichen Gründen`, where the reason beside it was withheld because it is private."""
    private = [each.span for each in doubts if each.kind == DoubtKind.PRIVATE and each.span]
    said = event.status.spans or (event.span,)
    is_beside = any(
        max(one.start, other.start) - min(one.end, other.end) < _BESIDE
        and not _PARAGRAPH.search(text, min(one.end, other.end), max(one.start, other.start))
        for one in private
        for other in said
    )
    return Value(_("Aus persönlichen Gründen"), (), 0.5) if is_beside else None


def _sentences(event: EventDraft, text: str) -> Iterator[tuple[int, int]]:
    """Those that say that it is off or moved, the one that was read first."""
    all_of_them = [(each.start(), each.end()) for each in _SENTENCE.finditer(text)]
    words = event.status.spans
    yield from ((a, b) for a, b in all_of_them if any(a <= span.start < b for span in words))
    of_event = ((a, b) for a, b in all_of_them if a < event.span.end and event.span.start < b)
    yield from ((a, b) for a, b in of_event if says_how_it_stands(text[a:b]))


def _in(text: str, start: int, end: int) -> Value[str] | None:
    if said := _SAID.search(text, start, end):
        return _value(said["clause"], said.start("clause"), said.end("clause"))
    if because := _BECAUSE.search(text, start, end):
        clause, whole = because["clause"], because["whole"]
        if feminine := _FEMININE.match(clause):
            return _value(clause[feminine.end() :], because.start(), because.end())
        return _value(whole if _ARTICLE.match(clause) else clause, because.start(), because.end())
    if by := _BY.search(text, start, end):
        stem = by["stem"].lower()
        return _value(_BY_WORDS.get(stem, stem.capitalize()), by.start(), by.end())
    if (since := _SINCE.search(text, start, end)) and _OF_THINGS.search(since[0]):
        return None if _OF_SOMEBODY.search(since[0]) else _value(since[0], since.start(), since.end())
    return None


def _value(words: str, start: int, end: int) -> Value[str] | None:
    words = " ".join(words.split()).strip(" ,:–-")
    if not words or len(words) > LONGEST:
        return None
    return Value(words[0].upper() + words[1:], (Span(start, end),), 0.8)


def _end_of_paragraph(event: EventDraft, text: str) -> int:
    """“Grund: …” stands behind it, in the same paragraph."""
    found = _PARAGRAPH.search(text, event.span.end)
    return found.start() if found else len(text)
