"""Whom to ask: a first and a family name behind “bei”, “Kontakt:”, “Anmeldung bei” and the like."""

import re
from dataclasses import dataclass

from .heads import has_venue_head
from .text import Text

_CONTACT = re.compile(
    r"(?:\b(?:bei|an|Ansprechpartner(?:in)?|Kontakt|Auskunft|Auskünfte|Infos?|Leitung|"
    r"Kursleitung|Rückfragen an|Anmeldung)\b:?\s(?:ist\s|erteilt\s|bei\s|gibt\s)?)"
    r"(?:(?:Frau|Herrn?|Familie)\s)?(?P<name>(?:(?:Dr\.|Prof\.|Pfarrer(?:in)?|Pastor(?:in)?)\s){0,2}[A-ZÄÖÜ][a-zäöüß]{1,20}(?:-[A-ZÄÖÜ][a-zäöüß]+)?\s[A-ZÄÖÜ][a-zäöüß]{1,24}(?:-[A-ZÄÖÜ][a-zäöüß]+)?)(?=\s(?:vom|"
    r"von|unter|im|in|\(|-|oder|und|per|an|aus|gerne|entgegen)|[,.;:(\n]|\s?$)"
)
_FIRST_NAME = re.compile(  # of somebody with a number: “Anmelden bei Gerda (0170 …)”
    r"(?:\b[Aa]n(?:meld\w+|zumelden)(?:\sbitte)?:?\s(?:bei\s)?|\b(?:Kontakt|Auskunft|Infos?|Ansprechpartner(?:in)?):?\s(?:bei\s)?|\bmelde\w*\s[^.!?\n]{0,30}\bbei\s)"
    r"(?P<name>[A-ZÄÖÜ][a-zäöüß]{2,12})(?=,?\s\(?(?:Tel\w*\.?:?\s|Mobil:?\s|Handy:?\s)?(?:\(?0\d|\+49))"
)
_NO_FIRST_NAME = re.compile(
    r"(?:ung|heit|keit|büro|amt|stelle|leitung|haus|treff|zentrum|verein|stadt|interesse|bedarf|fragen|regen|bitte|tel\w*|unter|mobil|handy|"
    r"abend|tag|kasse|wunsch|gemeinde|schule|vorstand|information|zentrale|rathaus)(?:e[nrs]?|s)?$",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"\b(?:Stadt|Verein|Haus|Büro|Amt|Zentrum|Kirche|Gemeinde|Straße|Schule|Verlag|Telefon|"
    r"Fachbereich|Volkshochschule|Evangelische|Katholische|Sankt|Deutsche|Neue|Alte|"
    r"Open)\b|^(?:Am|Im|Ab|An|Vom|Um|Für|Beim|Zum|Zur|Jede[nrs]?)\s"  # “bietet Kurse an: Am Dienstag …”
)


@dataclass(frozen=True)
class Name:
    start: int
    end: int


def names(text: Text) -> list[Name]:
    """Every person named as somebody to ask, in order."""
    found = [
        Name(match.start("name"), match.end("name"))
        for match in _CONTACT.finditer(text.plain)
        if not _NO_PERSON.search(match["name"]) and not has_venue_head(match["name"].split())
    ]
    found += [
        Name(*match.span("name"))
        for match in _FIRST_NAME.finditer(text.plain)
        if not _NO_FIRST_NAME.search(match["name"]) and not has_venue_head([match["name"]])
    ]
    return sorted(found, key=lambda name: name.start)
