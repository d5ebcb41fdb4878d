"""What a noun names, by its end: a venue (“Gemeindehaus”), an event (“Sommerfest”), or neither."""

import re
from functools import lru_cache

from .lexicon import EVENT_HEADS, VENUE_HEADS

_NO_HEAD = frozenset("nachbar nachbarn nachbarin nachbarinnen kollege kollegen kollegin kolleginnen".split())
_NO_VENUE = re.compile(
    r"(?:(?:floh|trödel|weihnachts|advents|nikolaus|oster|wochen|bauern|töpfer|kunst|handwerker|jahr|frühlings|herbst|martins|bücher|pflanzen|"
    r"spezial|kleider|arbeits|wohnungs)markt(?:e?s|es?)?|(?:planungs|zukunfts|quartiers|ideen|schreib|familien|kreativ)werkstatt|"
    r"(?:at|[ek]t|mot|aut|it)or(?:e?n|s)?|(?:dr|zw|fl|schr|best|verst|geb|h)ecke?[ns]?|treffens?|öffnungszeit|(?:streik|wacht|vor|außen|rest)?posten|\w+hausen|\w+sturm|(?:bilderbuch|kinder|senioren|sommer|winter|freiluft|familien|wander)kino|"
    r"(?:puppen|kasper|kasperle|figuren|marionetten|krippen|mitmach|tisch|papier|erzähl|improvisations|straßen)theater|(?:kinder|familien|krabbel|mini|zwergen|jugend|winter)kirche|(?:krabbel|spiel|strick|bastel|still)stube|zirkusschule|(?:trauer|sprach|erzähl|repair|reparatur|tausch|näh|strick|klön|eltern|mütter|väter|frühstücks?|handy|computer|senioren|demenz|wissens|tanz|musik)caf[eé]s?)$"
)
_MEETING_CAFE = re.compile(
    r"(?:\w+e[nrs]\s)?(?:Repair|Reparatur|Sprach|Erzähl|Trauer|Begegnungs|Eltern|Frauen|Senioren|Demenz|Digital|Sonntags|Strick|Näh)[ -][Cc]af[eé]s?"
)
SAINT = frozenset(("St", "St.", "Sankt"))
_NO_EVENT = re.compile(
    r"(?:preise?n?|(?:bach|fluss|wasser|lebens|kreis|zu)laufe?s?|(?:land|freundes|um|wahl|bekannten|personen|teilnehmer|kirchen)kreise?s?|komitees?|ablauf|verlauf|einlauf|auslauf|auswahl|wohlfahrt|distanz|instanz|(?:super|bau|arbeits|wohnungs)markte?s?|konkurs|"
    r"(?:bundes|land|kreis)tage?s?|alltage?s?|(?:spielplatz|bau|stadt|verkehrs|wohnungs)planung|vertrage?s?|(?:freien?)einsatz|hochtouren|(?:fri|satur|sun|mon|tues|wednes|thurs|holi|birth)day|(?:fuß|hand|volley|basket)balls?|abendkasse|beispiele?|"
    r"^freizeit|^kaffee|^(?:nachts|abends|mittags|nachmittags|vormittags|tags))$"
)
_VENUES, _EVENTS = frozenset(VENUE_HEADS), frozenset(EVENT_HEADS)


def is_meeting_cafe(name: str) -> bool:
    """“Repair Café”, “offenes Sprachcafé”: what happens, not a house."""
    return _MEETING_CAFE.fullmatch(name) is not None


def has_venue_head(words: list[str]) -> bool:
    return any(word in SAINT or is_venue(word) for word in words if word[:1].isupper() or len(words) == 1)


def is_event_name(words: list[str]) -> bool:
    return any(is_event(word) for word in words if word[:1].isupper())


@lru_cache(maxsize=4_000)
def is_venue(word: str) -> bool:
    """Whether it ends like a venue: Gemeindehaus, Gemeindehauses; a Flohmarkt is none."""
    return not _NO_VENUE.search(word[-40:].lower()) and _ends_with(word, _VENUES)


@lru_cache(maxsize=4_000)
def is_event(word: str) -> bool:
    return not _NO_EVENT.search(word[-40:].lower()) and _ends_with(word, _EVENTS)


def _ends_with(word: str, heads: frozenset[str]) -> bool:
    small = word[-40:].lower()
    if small in _NO_HEAD:
        return False
    stems = {small} | {small.removesuffix(ending) for ending in ("s", "es", "n", "en", "e")}
    return any(stem[-length:] in heads for stem in stems for length in range(2, min(len(stem), 22) + 1))
