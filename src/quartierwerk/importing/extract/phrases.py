"""Words of a text as a title: trimmed, with the way back to where they stand; and words that are none (“Termine”)."""

import re

from .draft import Doubt, DoubtKind, Value
from .lexicon import MONTHS, WEEKDAYS
from .reading import Reading

LONGEST = 120  # characters of a title
TRIM = " \t,;:.-|*/#>("
DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS)
_SHORTEST = 6  # characters before a time that say what
_LEADS_TO_HOURS = re.compile(
    r"[\s,;:(-]+(?:(?:[Uu]m|[Aa]b|von|gegen|jeweils|ca\.?|Beginn|Uhrzeit|Treffpunkt|Einlass|Start|Abfahrt)[\s:]*){0,2}$"
)
_ENDS_WITH_A_TIME = re.compile(
    r"\s?[:,;-]\s(?:[Uu]m|[Aa]b|[Aa]m|[Gg]egen|[Vv]on|Beginn|Einlass)\s*$"
)  # “Lesung: Um”
_LEADING_SIGNS = re.compile(r"[^\w\"'„“»«]+")
_LINK = re.compile(r"\s?\((?=/|https?:)")
_ONLY_HOURS = re.compile(r"(?:[\d\s:.,()*-]|\b(?:Uhr|h|bis|ab|von|um|und|ca)\b)*", re.IGNORECASE)
_SHORT = re.compile(r"\b(?:[A-ZÄÖÜ]|Dr|Prof)$|\be\. ?V$")  # its full stop belongs to it
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{3}|[A-ZÄÖÜ]{2}")
_INVITES = re.compile(r"\b(?:lädt|laden|findet|finden|bittet|startet)\b")
_WHEN = re.compile(
    r"\bjede[nrms]?\s|\btäglich\b|\d[:.]\d\d|\b(?:mon|diens|donners|frei|sams|sonn)tags\b", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"(?:zu[rm]?|am|im|in|für|ab|vom|von|bei|beim|auf|an|nach|mit|seit|bis|unter|statt|es|wir|sie|da|so)\s",
    re.IGNORECASE,
)
_LISTS = (
    r"\w*termine?|(?:spiel|turnier)tage|\w*veranstaltung(?:en)?|[\w-]*programm|"
    r"[\w-]*kalender|\w*übersicht|nachrichten|aktivitäten|angebote|gottesdienste|\w*tipps?"
)
_WHICH = (
    r"(?:hier|unsere?|eine?|der|die|das|den|aktuelle[nrs]?|weitere[nrs]?|nächste[nrs]?|kommende[nrs]?|alle|"
    r"neue[nrs]?|wichtige[nrs]?|wichtigste[rn]?|erste[nrs]?|folgende[nrs]?|geplante[nrs]?|sonstige[nrs]?|"
    r"(?:erst|zweit|dritt|viert|fünft|sechst|letzt)e[nrs]?|ein neuer)"
)
_GENERIC = re.compile(
    rf"(?:(?:{_WHICH}\s){{0,3}}"
    rf"(?:{_LISTS})(?:\ssind|\slauten)?(?:\s(?:im|in|für|vom|von|des|der|auf|zum|zur|\d).{{0,60}})?|"
    r"einladung|aktuelles|info ?box|wichtige information(?:en)?\b.{0,40}|(?:information )?aus aktuellem anlass|"
    r"ankündigung(?:en)?|hinweise?|überblick|informationen?|infos?|herzliche einladung|pressemitteilung|"
    r"presseinformation|news|neuigkeiten|liebe .{0,60}|hallo.{0,60}|guten tag.{0,40}|sehr geehrte.{0,60}|"
    r"vorschau|wann und wo|wann|wo|anmeldung|kontakt|ort|datum|ablauf|tagesordnung|programmpunkte|terminhinweis|"
    r"(?:zuletzt|letzte|stand) ?aktualisier.{0,40}|"
    r"anmeldeschluss.{0,30}|inhalt|uhrzeit|zeit|beginn|treffpunkt|details|das nächste mal|archivartikel|symbolbild.{0,60}|"
    r".*(?:©|\bfotos?:|\bbild:|\bquelle:).*|"
    r"(?:die )?(?:änderungen|einzelheiten|fakten|eckdaten|informationen)\b.{0,30}|und .{0,60}|(?:nur )?auf anfrage|"
    r"(?:heute|jetzt|bald|endlich|gleich|morgen|hier) (?:geht|gehts|geht's|ist|wird|beginnt|startet) .{0,30}|hier (?:die|unsere|alle) .{0,30}|"
    r"ab hier.{0,40}|zum (?:mitmachen|kalender)|bitte beachten|(?:(?:schon|jetzt|bitte|zum) ){0,3}vormerken|save the date|ausblick|"
    r"das (?:erwartet|bieten wir|ist geplant).{0,30}|"
    r"auch|(?:aktueller|wichtiger) hinweis|achtung|sprungmarken|von|bis|öffnungszeiten|rückblick|veranstaltungsrückblick|"
    r"mitteilungen\b.{0,40}|gemeindeleben|lokales|vereinsleben|kurz (?:notiert|gemeldet)|.{2,60} > .*|"
    r"(?:aktuelle )?informationen für .{0,60}|[^|]{2,60} \| [^|]{2,60})[\s!:.?]*(?:\d{4})?$",
    re.IGNORECASE,
)


def is_generic(words: str) -> bool:
    """“Termine im Mai”, “Herzliche Einladung!”: stands above events and names none."""
    return bool(_GENERIC.match(words.strip()))


def tells_when(words: str) -> bool:
    return bool(_WHEN.search(words))


def invites(words: str) -> bool:
    return bool(_INVITES.search(words))


def begins_small(words: str) -> bool:
    """With a preposition or a pronoun, as sentences do."""
    return bool(_PREPOSITION.match(words))


def begins_a_name(words: str) -> bool:
    is_phrase = begins_small(words) or tells_when(words) or invites(words)
    return (words[:1].isupper() or words[:1].isdigit() or words[:1] == '"') and not is_phrase


def _before_hours(reading: Reading, start: int, end: int) -> int:
    """“Kaffeeklatsch ab 15 Uhr in Neudorf”, “Lesung (/termine/lesung)”: up to the time, up to the address of a link."""
    link = _LINK.search(reading.plain, start, end)
    end = link.start() if link else end
    hours = reading.times.within(start + _SHORTEST, end, 1)
    if not hours or '"' in reading.plain[start : hours[0].start]:
        return end
    return start + len(_LEADS_TO_HOURS.sub("", reading.plain[start : hours[0].start]))


def titled(
    reading: Reading, start: int, end: int, confidence: float, *, guessed: bool = False
) -> Value[str] | None:
    end = _before_hours(reading, start, end)
    end = tail.start() if (tail := _ENDS_WITH_A_TIME.search(reading.plain, start, end)) else end
    words = reading.plain[start:end]
    start += match.end() if (match := _LEADING_SIGNS.match(words)) else 0
    end -= len(words) - len(words.rstrip(TRIM if "(" in words else TRIM + ")"))
    end += bool(reading.plain.startswith(".", end) and _SHORT.search(reading.plain, start, end))
    if not _SAYS_SOMETHING.search(reading.plain, start, end) or _ONLY_HOURS.fullmatch(
        reading.plain, start, end
    ):
        return None
    span = reading.text.span(start, end)
    doubts = (Doubt(DoubtKind.TITLE_GUESSED, span),) if guessed else ()
    return Value(reading.text.said(start, end)[:LONGEST], (span,), confidence, doubts)
