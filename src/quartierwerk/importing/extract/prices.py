"""What it costs, as written: “Eintritt frei”, “15 Euro, ermäßigt 7 Euro”, “zehn Euro”."""

import re
from dataclasses import dataclass

from .layout import Layout
from .lexicon import NUMBERS

_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_AMOUNT = (
    rf"(?:(?:(?<!\d )(?<![\d.])\d{{1,3}}(?:\.\d{{3}})?(?:[,.](?:\d\d|-+))?|\b(?:{_WORDS}))\s?(?:€|Euro\b|EUR\b)|€\s?\d{{1,4}}(?:,\d\d)?"
    rf"|\b(?:Euro|EUR)\s(?:-\s)?\d{{1,3}},(?:\d\d|-))"
)
_OF_WHAT = (  # “kostenlose Hotline” is no price
    r"(?!\s(?:\w+e[nrs]?\s)?(?:hotline|rufnummer|nummer|parkplätze|parken|verteilung|broschüre|zeitung|"
    r"app|software|verlängert|als|beratungshotline|wlan))"
)
_THIS = (
    r"\s(?:[\w-]+e[nrs]?\s)?[\w-]*(?:teilnahme|angebot|veranstaltung|eintritt|führung|kurs|workshop|vortrag|konzert|beratung|fest|training|treffen|"
    r"café|frühstück|aktion|abend|nachmittag|tour|schlemmen|spaziergang|rundgang)"
)
_FREE = (
    r"(?:(?:der )?eintritt (?:ist |zu[rm]? [^.;]{3,40} ist )?(?:wie immer |jeweils |selbstverständlich "
    r"|natürlich )?(?:frei|kostenlos|kostenfrei)|freier eintritt"
    rf"|kosten(?:los|frei)\b{_OF_WHAT}|kosten(?:lose|freie)[nrs]?\b(?={_THIS})|gebührenfrei(?! (?:unter|anruf))\b{_OF_WHAT}"
    r"|unentgeltlich|gratis|eintritt frei|(?:auf )?spendenbasis|um (?:eine )?spenden? (?:wird )?(?:gebeten)?|teilnahme (?:ist )?frei|umsonst"
    r"|kostet (?:nichts|nix)|(?:der )?hut geht (?:rum|herum|um)\b|hutkasse)"
)
_FOR_WHOM = r"(?:Erwachsene|Kinder|Jugendliche|(?:Nicht-?)?[Mm]itglieder|Gäste|Familien|Ermäßigte?|Senior\w*|Schüler\w*)"
_EACH = rf"{_FOR_WHOM}:?\s(?:frei|kostenlos|kostenfrei|{_AMOUNT})"
_BEHIND = rf"(?:\sfür\s{_FOR_WHOM}|\s(?:ermäßigt|erm\.))?"
_FORMS = (
    re.compile(
        rf"(?:eintritt|zahl(?:en|t)|kosten(?:beitrag)?|preis|gebühr|beitrag|unkostenbeitrag|teilnahmegebühr|"
        rf"teilnahmebeitrag|teilnahme|ticket|karten?|kostet|kursgebühr|startgeld|vorverkauf|abendkasse|vvk|ak|pro person|"
        rf"für)\b[^.;!?\n]{{0,50}}?(?P<price>{_AMOUNT}(?:[^.;!?\n]{{0,30}}?(?:ermäßigt|erm\.|"
        rf"kinder|mitglieder|gäste|erwachsene|abendkasse|ak)[^.;!?\n\d]{{0,20}}{_AMOUNT}{_BEHIND}"
        rf"|\s?(?:/|,|und|bzw\.)\s?[^.;!?\n\d]{{0,25}}{_AMOUNT}{_BEHIND})?)", re.IGNORECASE),
    re.compile(rf"(?P<price>{_EACH}(?:[,;/]?\s(?:und\s|/\s)?{_EACH})+)"),
    re.compile(rf"(?P<price>{_AMOUNT}\s(?:für|pro)\s(?:(?:\d{{1,2}}|{_WORDS})\s)?(?:Terminen?|Abende?|Treffen|Kurs\w*|Nachmittage?|"
        rf"Einheiten|Person|Familie|Mal)\b)", re.IGNORECASE),
    re.compile(rf"(?P<price>{_FREE})", re.IGNORECASE),
    re.compile(rf"(?P<price>\d{{1,3}}(?:,\d\d)?,?\s(?:ermäßigt|erm\.)\s{_AMOUNT})", re.IGNORECASE),
    re.compile(rf"(?P<price>{_AMOUNT})\s(?:kostet|beträgt|pro person|eintritt|p\.\s?p\.|/ person)", re.IGNORECASE),
    re.compile(rf"(?:^|[,;:(|]\s?)(?P<price>{_AMOUNT}(?:\s?/\s?{_AMOUNT}|,?\s(?:ermäßigt|erm\.)\s{_AMOUNT})?)"
        r"(?=\s?[,;.)|\n]|\s?$|\s(?:inkl|zzgl|pro|je|p\.))", re.IGNORECASE),
)  # fmt: skip
_SAID_OF_PRICES = (
    "€",
    "eur",
    "frei",
    "kosten",
    "gratis",
    "spende",
    "umsonst",
    "nentgeltlich",
    "kostet",
    "hut ",
    "hutkasse",
)
_NO_PRICE = re.compile(
    r"förder|zuschuss|spende[nt]? (?:von|in höhe)|investier|kosten(?:lose)?n? (?:hotline|rufnummer)|haushalt|million|mio|"
    r"\bstehen\b.{0,40}(?:bereit|zur verfügung)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Price:
    start: int
    end: int


def prices(layout: Layout) -> list[Price]:
    """Every price, in order; sums of a budget or a grant are none."""
    plain = layout.text.plain
    kept: list[Price] = []
    for number in layout.sentences_saying(_SAID_OF_PRICES):
        start, end = layout.sentence(number)
        if _NO_PRICE.search(plain, start, end):
            continue
        found = [match.span("price") for form in _FORMS for match in form.finditer(plain, start, end)]
        for first, last in sorted(found, key=lambda span: (span[0], -span[1])):
            if not kept or first >= kept[-1].end:
                kept.append(Price(first, last))
    return kept
