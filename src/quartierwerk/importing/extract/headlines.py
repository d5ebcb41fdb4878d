"""What a headline is: the name of an event, a phrase that may be one, or news about it (“Kinder reden bei Planung mit”)."""

import re
from enum import IntEnum

from .heads import is_event
from .lettering import in_normal_case
from .lexicon import EVENT_HEADS, MONTHS, WEEKDAYS
from .names import SERIES
from .no_names import PLAIN_WORDS, is_no_event


class Kind(IntEnum):
    """The higher, the likelier it is what the event is called."""

    NEWS = 1
    PHRASE = 2
    NAME = 3


_WORD = re.compile(r"\"[^\"]*\"|[\wäöüß'*-]+|[:?!…]")
_NO_VERBS = frozenset(
    "mit spät heut jetzt nicht dort seit fort erst oft fast echt laut bunt alt gut satt statt recht weit samt nebst selbst längst zuletzt "
    "künftig zunächst insgesamt und rund bald bereit bekannt gesamt dritt acht nacht herbst text kunst fest leicht "
    "nächst sonst demnächst vielleicht".split()
)
_NO_INFINITIVES = frozenset(
    "in an von den dem zwischen unten oben neben gegen wegen hinten vorn vorne außen innen draußen drinnen unter hinter über beim einen "
    "meinen deinen seinen ihren unseren euren diesen jeden allen vielen beiden drei sieben neun zehn nach auch noch mehr hier daneben "
    "zusammen gern morgen "
    "kommenden nächsten neuen alten gegenüber sofort ältere für immer ihr euer unser der aber oder einer keiner weiter wieder".split()
)
_PREDICATES = frozenset(
    "möglich erhältlich nötig geplant abgesagt verschoben verlegt eröffnet entfällt beginnt frei offen gesichert ausgebucht".split()
)
_QUOTES = str.maketrans(dict.fromkeys("„“”‟«»″", '"'))
_SAYS_OF_WHAT = re.compile(r"^[^:]*\b(?:der|des|für|zum|zur|zu|von|über|mit|gegen|ohne|rund um)\s|\"")
_AT_A_PLACE = re.compile(r"(?<=\w)\s(?:im|in|am|an|auf|beim|bei|vor|vom|als)\s")
_REPORTS = re.compile(  # what has been: “Gelungener Auftakt”
    r"\b(?:gelungen\w*|erfolgreich\w*|rückblick|rückschau|impressionen|nachlese|bilanz|voller erfolg|volle[srn]? (?:haus|saal|kirche|erfolg|hütte)|"
    r"(?:gut|bestens) besucht\w*|begeister\w*|großes publikum|startschuss|neustart|der renner|dank an)\b",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:er|es|e|en)")
_INFINITIVE = re.compile(r"(?!(?:\w{0,4}ge|ver|ent|be)\w+(?:en|t)$)[a-zäöüß]+en")  # bauen; not verschoben
_HOSTS = (
    "verein verband vereinigung verbund initiative gemeinschaft kirchengemeinde pfarrei pfarrgemeinde gemeinde löschzug feuerwehr "
    "grundschule hauptschule realschule gesamtschule förderschule oberschule gymnasium bücherei bibliothek volkshochschule musikschule "
    "landfrauen kolpingsfamilie ortsgruppe beirat verwaltung partei fraktion chor orchester club"
).split()
_WHO = re.compile(
    rf"""
      \b(?:e\.\s?V\.|g?GmbH)
    | ^(?:[\w.-]+\s){{0,2}}[\w-]*(?:{"|".join(_HOSTS)}|\w+dienst)
      (?:,?\s(?:[A-ZÄÖÜ(][\w()/-]+|am|an|der|im|in|St\.)){{0,4}}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OF_ONE = re.compile(r"\b(?:des|eines)\s")
_SINGULAR = tuple(EVENT_HEADS)
_SHORT = 3  # words: “Nähen lernen”
_DAYS = (*WEEKDAYS, *MONTHS)


def kind(words: str) -> Kind:
    words = words.translate(_QUOTES)
    words = in_normal_case(words, "") if words.replace("ß", "").isupper() else words
    if _REPORTS.search(words) or _has_a_verb(list(_WORD.findall(words))):
        return Kind.NEWS
    found = _WORD.findall(_AT_A_PLACE.split(words)[0])
    is_named = any(map(_names_an_event, found)) or words.startswith('"')
    return Kind.NAME if is_named else Kind.PHRASE


def _names_an_event(word: str) -> bool:
    return word[:1].isupper() and is_event(word) and not (word.lower().startswith(_DAYS) or is_no_event(word))


def is_bare(words: str) -> bool:
    """Says less than any other name: “Fest”, “Großes Fest auf dem Marktplatz”."""
    if _SAYS_OF_WHAT.search(words):
        return False
    before_the_place = _AT_A_PLACE.split(words)[0]
    nouns = [word for word in _WORD.findall(before_the_place) if word[:1].isupper()]
    return bool(nouns) and nouns[-1].lower() in PLAIN_WORDS and all(map(_says_little, nouns[:-1]))


def _says_little(word: str) -> bool:
    """“Großes Fest”, “Musikalische Lesung”: an adjective, or another plain word."""
    return word.lower() in PLAIN_WORDS or bool(_ADJECTIVE.fullmatch(word))


def says_who(words: str) -> bool:
    """“VdK-Ortsverband”, “Stadtbücherei Musterstadt”, “Kulturkreis Altstadt e. V.”: who invites, not to what."""
    return kind(words) is Kind.PHRASE and bool(_WHO.search(words))


def is_collective(words: str) -> bool:
    """Speaks of many: “Vortragsreihe Gesundheit”, “Ausstellungen”, “Vereine & Treffs”."""
    said = _AT_A_PLACE.split(words)[0]
    nouns = [word for word in _WORD.findall(said) if _names_an_event(word)]
    is_of_one = '"' in words or _OF_ONE.search(said)
    return bool(nouns) and not is_of_one and all(map(_is_of_many, nouns))


def _is_of_many(noun: str) -> bool:
    small = noun.lower()
    stem = next((small.removesuffix(end) for end in ("en", "n", "e", "s") if small.endswith(end)), small)
    is_plural = stem != small and not small.endswith(_SINGULAR) and is_event(stem.capitalize())
    return small in SERIES or is_plural


def _has_a_verb(words: list[str]) -> bool:
    """Small words that end like a verb and stand where no adjective can: not before a noun, or behind one.

    “Nistkästen bauen” has none: what people are going to do there.
    """
    if 1 < len(words) <= _SHORT and _INFINITIVE.fullmatch(words[-1]) and words[0][:1].isupper():
        words = words[:-1]
    for number, word in enumerate(words):
        if not word[:1].islower() or word in _NO_VERBS or word in _NO_INFINITIVES:
            continue
        before = words[number - 1] if number else ""
        after = words[number + 1] if number + 1 < len(words) else ""
        if word in _PREDICATES or (word.endswith("t") and len(word) > 3):
            return True
        is_plural = word.endswith(("en", "ern", "eln")) and len(word) > 3
        if (
            is_plural
            and (not after[:1].isupper() or before[:1].isupper())
            and not _is_attribute(before, after)
        ):
            return True
    return False


def _is_attribute(before: str, after: str) -> bool:
    """“der neuen und alten Schule”: an adjective before another."""
    return after in ("und", "oder") or before.lower() in ("der", "die", "das", "den", "dem", "des")
