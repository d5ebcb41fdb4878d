"""Whether a sentence tells what was, by the look of its verb.

`roles.is_report` knows its verbs one by one, for it decides about a date by a single sentence. Where several sentences
are asked together, the ending of the weak preterite will do: “tummelten”, “faszinierte”.
"""

import re

from .roles import is_report

_ENDS_LIKE_IT = re.compile(r"(?<![\w-])(?P<word>[a-zäöüß]{3,}ten?)(?![\w-])")
_NUMBERS = (
    "zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft st"  # st: beste, nächste, zwanzigste
)
_ADJECTIVES = (
    "alt kalt bunt rot recht leicht schlecht echt spät laut weit breit hart nett fett satt glatt matt dicht sanft gut wert bereit letzt größt "
    "privat direkt perfekt kompakt defekt abstrakt konkret diskret komplett kaputt absolut gesamt berühmt bekannt beliebt gekonnt bestimmt "
    "unbemannt verwandt ant ent bedingt"
)  # ant, ent: interessante, permanente
_PRESENT = (
    "biet bitt start halt stalt arbeit wart leit rat tret richt gelt reit leist test rüst fast kost läut schalt leucht deut miet bet zelt rast "
    "heirat schlacht pacht falt schreit stift kitt möcht könnt müsst dürft wollt sollt würd hätt"
)
_OTHER_WORDS = "unt mit hint selbst statt seit sel heut bitt leut zumut"
_NO_PRETERITE = re.compile(
    rf"(?:\w*(?:{'|'.join(f'{_NUMBERS} {_ADJECTIVES} {_PRESENT}'.split())})|{'|'.join(_OTHER_WORDS.split())})en?"
    r"|(?:be|ge|ver|er|ent|zer)\w+ten?|\w+ge[a-zäöü]+ten?|\w+ierten?"  # “besuchte”, “geplante” may stand before a noun
)
_ANNOUNCES = re.compile(
    r"\b(?:wird|werden|findet|finden|lädt|laden|lade|beginnt|beginnen|können|kann|bittet|bitten|soll|sollen|möchte|möchten|freuen|freut)\b"
)


def tells(sentence: str) -> bool:
    """“Zahlreiche Kinder tummelten sich auf der Wiese.”"""
    if is_report(sentence):
        return True
    if _ANNOUNCES.search(sentence):
        return False
    return any(not _NO_PRETERITE.fullmatch(found["word"]) for found in _ENDS_LIKE_IT.finditer(sentence))
