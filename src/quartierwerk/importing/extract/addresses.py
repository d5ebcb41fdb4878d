"""Street and house number, as written in announcements.

Three kinds: names that end like a street (“Friedberger Straße 6a”, “Burgstr. 3”), names that begin like one
(“Am Brunnen 27”, “An der Hunsebeck 18”), and any name with a number where an address stands: in brackets, or after
a comma before a postal code, a closing bracket or the end of the line (“Haus Muster (Krämerdorf 3)”).
"""

import re
from dataclasses import dataclass

from .lexicon import MONTHS, ROOMS, WEEKDAYS
from .stretches import Stretches
from .text import Text

_ENDING = (
    "straße|strasse|str\\.|str|weg|wege|allee|platz|pl\\.|gasse|gässchen|gäßchen|ring|damm|ufer|chaussee|steig|stieg|pfad|wall|graben|promenade|"
    "brücke|kamp|hof|markt|berg|feld|garten|gärten|park|höhe|wiese|wiesen|busch|bruch|tor|tal|aue|acker|hang|rain|eck|ecke|"
    "winkel|twiete|zeile|siedlung|heide|holz|horst|bogen|blick|hain|anger|plan|siepen|loh|bach|born|grund|stiege|treppe|leite|"
    "kai|dorf|mühle|hain|hütte|kuhle|kotten|reihe|rampe|schlag|schleuse|terrasse|steg|deich|redder|koppel|brook"
)
_CAP = r"[A-ZÄÖÜ][\wäöüß'.-]{0,40}"
_WHICH = (
    r"Alte[rs]?|Neue[rs]?|Große[rs]?|Kleine[rs]?|Obere[rs]?|Untere[rs]?|Lange[rs]?|Hohe[rs]?|"
    r"Breite[rs]?|Hintere[rs]?|Vordere[rs]?|Mittlere[rs]?|Innere[rs]?|Äußere[rs]?|Sankt|"
    r"St\.|Dr\.|Erste|Zweite|Dritte"
)
_NUMBER = (
    r"(?P<number>[1-9]\d{0,2}(?:[a-h](?!\w)(?:/[a-h](?!\w))?|\s?[a-zA-Z](?:/[A-Z])?(?![\w.]|\s?Uhr))?(?:\s?[-/+]\s?\d{1,3}(?:\s?[a-z](?!\w))?)?)(?![\d.,:]?\d)(?!\s?(?:Uhr|"
    r"h\b|€|Euro|EUR|%|Prozent|Jahre|Personen|Kinder|Minuten|Plätze|m²|qm|km|Meter|Teilnehm))"
)
_POSTAL = (
    r"(?:\s?[,;|*-]?\s?\(?(?:D-)?(?P<postal>\d{5})\s(?P<city>[A-ZÄÖÜ][\wäöüß-]{1,30}(?:[ "
    r"/](?:am|an der|im|a\.\s?d\.|ob der|in|bei|[A-ZÄÖÜ])[\wäöüß.-]{0,20}){0,2})\)?)?"
)
_ENDS_LIKE_A_STREET = re.compile(
    rf"(?<![\wäöüß-])(?P<street>(?:(?:{_WHICH})[ ])?"
    rf"(?:(?:von-|vom-|an-|am-|[A-ZÄÖÜ][a-zäöüß]+-(?:von|van|zu)[ -])?[A-ZÄÖÜ][\wäöüß'.-]{{0,40}}?(?i:{_ENDING})|(?:{_CAP}[ "
    rf"]){{1,3}}?(?:Straße|Strasse|Str\.|Weg|Allee|Platz|Gasse|Ring|Damm|Ufer|Chaussee|"
    rf"Markt|Berg|Hof|Garten|Wall|Graben|Feld|Tor|Park|Kirchweg)))(?<!\s)\s{{0,2}}{_NUMBER}{_POSTAL}"
)
_BEGINS_LIKE_A_STREET = re.compile(
    r"(?<![\wäöüß-])(?P<street>(?:Am|An der|An den|An dem|Auf der|Auf dem|Auf den|Im|"
    r"In der|In den|In dem|Zum|Zur|Zu den|Unter den|Unter der|Unterm|Hinter der|Hinter "
    r"dem|Hinterm|Vor dem|Vor der|Beim|"
    r"Bei der|Ober der|Alte[rs]?|Neue[rs]?|Große[rs]?|Kleine[rs]?|Obere[rs]?|Untere[rs]?|Lange[rs]?|Hohe[rs]?|Breite[rs]?|Sankt|St\.)"
    rf"\s(?:(?:alten|neuen|großen|kleinen|hohen|langen|oberen|unteren|Alten|Neuen|Großen|"
    rf"Kleinen|Hohen)\s)?{_CAP}(?:\s{_CAP}){{0,1}})\s{_NUMBER}{_POSTAL}"
)
_STANDS_LIKE_AN_ADDRESS = re.compile(
    rf"(?P<before>[(,;|]\s?|\s-\s|^\s*)(?P<street>(?:{_CAP}\s){{0,2}}?{_CAP})\s{_NUMBER}(?P<after>(?=\s?\))|"
    rf"(?=\sein\b)|(?=\s?[,;|-]\s?\(?(?:D-)?\d{{5}}\s[A-Z])|(?=\s*$)|(?=\s?[.,;](?:\s|$))){_POSTAL}",
    re.MULTILINE,
)
_NO_STREET = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | ROOMS
    | frozenset(
        "am an ab auf aus bei bis ca das der die den dem im in mit nach seit über um und "
        "vom von vor zum zur circa etwa rund insgesamt mehr weitere alle".split()
    )
)
_TIMES_OF_YEAR = ("ferien", "saison", "semester", "halbjahr", "spielzeit", "quartal")
_ENDS_LIKE_A_ROOM = ("raum", "zimmer", "saal", "geschoss", "gebäude")
_SQUARE = re.compile(
    r"(?<=[(, ])(?P<street>[A-U]\s?[1-7]),\s?(?P<number>\d{1,2}[a-z]?)\b(?=\s?[),])(?P<postal>)(?P<city>)"
)  # Mannheim
_ALONE = re.compile(
    r"\b(?:an der|in der|auf der|am|im|an dem|(?:Ende|Anfang|Mitte) (?:der|des)|entlang der|Ecke)\s"
    r"(?P<street>(?:[A-ZÄÖÜ][\wäöüß-]{2,30}\s)?[A-ZÄÖÜ][\wäöüß-]{1,30}(?:[Ss]traße|"
    r"[Ss]tr\.|[Ss]trasse|[Ww]eg|[Aa]llee|[Gg]asse|[Cc]haussee|damm|[Rr]ing|[Uu]fer)|(?:[A-ZÄÖÜ][\wäöüß-]{2,30}\s)(?:Straße|"
    r"Allee|Weg|Ring|Damm|Chaussee))(?![\w-])"
)
_RIGHT_BEHIND = re.compile(
    r"(?:,\s|\s\()(?P<street>(?:[A-ZÄÖÜ][\wäöüß-]{2,30}\s)?(?:[A-ZÄÖÜ][\wäöüß-]{1,30}(?:[Ss]traße|[Ss]tr\.|[Ss]trasse|[Ww]eg|[Aa]llee|[Gg]asse|"
    r"[Cc]haussee)|(?<=\s)(?:Straße|Str\.|Strasse|Allee|Weg|Chaussee)))(?=[\s.,;:)]|$)(?!\s\d)"
)
_DIGIT = re.compile(r"\d")
_FIRST_WORD = re.compile(r"[\wäöüß-]+")


@dataclass(frozen=True)
class Address:
    """`street` and `number` as written, joined by one blank in `said`; `end_of_street` leaves out the postal code."""

    start: int
    end: int
    said: str
    street: str
    end_of_street: int
    is_sure: bool


def addresses(text: Text, taken: list[tuple[int, int]]) -> list[Address]:
    forms = (_BEGINS_LIKE_A_STREET, _ENDS_LIKE_A_STREET, _STANDS_LIKE_AN_ADDRESS, _SQUARE)
    found = [
        (match.start("street"), rank, match)
        for start, end in _numbered_lines(text)
        for rank, form in enumerate(forms)
        for match in form.finditer(text.plain, start, end)
    ]
    blocked = Stretches(taken)
    kept: list[Address] = []
    for start, rank, match in sorted(found, key=lambda each: each[:2]):
        if (kept and start < kept[-1].end) or blocked.meet(match.start("number"), match.end("number")):
            continue
        if _is_street(match["street"]):
            kept.append(_address(text, match, is_sure=rank < 2 or bool(match["postal"])))
    return kept


def street_alone(text: Text, start: int, end: int) -> Address | None:
    """A street without a number: “an der Klosterstraße”."""
    return _nameless(text, _ALONE.search(text.plain, start, end))


def street_right_behind(text: Text, place: int) -> Address | None:
    """“Parkplatz am See, Friedberger Str.”, “in der Passage (Talstraße)”."""
    return _nameless(text, _RIGHT_BEHIND.match(text.plain, place))


def _nameless(text: Text, match: re.Match[str] | None) -> Address | None:
    if match is None:
        return None
    first, last = match.span("street")
    return Address(first, last, text.said(first, last), text.said(first, last), last, is_sure=False)


def _numbered_lines(text: Text) -> list[tuple[int, int]]:
    """Lines with a number, each with the one below it, where the postal code may stand."""
    lines = [(start, end) for start, end in text.lines if start < end]
    return [
        (start, lines[number + 1][1] if number + 1 < len(lines) and lines[number + 1][0] - end < 3 else end)
        for number, (start, end) in enumerate(lines)
        if _DIGIT.search(text.plain, start, end)
    ]


def _is_street(street: str) -> bool:
    """“Raum 3”, “Samstag 12”, “Am Mittwoch 3” are none."""
    words = [word.lower() for word in _FIRST_WORD.findall(street)]
    return (
        bool(words)
        and words[-1] not in _NO_STREET
        and not words[-1].endswith((*_TIMES_OF_YEAR, *_ENDS_LIKE_A_ROOM))
        and (len(words) > 1 or len(words[0]) > 2)
    )


def _said(text: Text, match: re.Match[str]) -> str:
    """Street and number, with postal code and town behind a comma."""
    street = text.said(match.start("street"), match.end("number"))
    town = text.said(match.start("postal"), match.end("city")) if match["postal"] else ""
    return f"{street}, {town}" if town else street


def _address(text: Text, match: re.Match[str], *, is_sure: bool) -> Address:
    start, end = match.start("street"), match.end()
    return Address(
        start,
        end,
        _said(text, match),
        text.said(start, match.end("street")),
        match.end("number"),
        is_sure,
    )
