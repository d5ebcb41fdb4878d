"""What a name says of itself: whether it is the name of a place at all, where it ends, and which of its nouns counts."""

import re

from .circumstances import is_a_circumstance
from .heads import has_venue_head, is_event, is_event_name, is_meeting_cafe, is_venue
from .lexicon import MONTHS, NO_PLACE, WEEKDAYS
from .place_forms import LINKED, MADE_THERE, NO_HOST, VAGUE

_WORD = re.compile(r"[\w'*-]+")
_TAIL = re.compile(
    r"[\s,]+(?:an der|auf der|in der|und|&|-|für|von|vom|zu|zum|zur|am|im|in|der|des|dem|den)$"
)
_INN = re.compile(
    r"(?:Haus|Gast\w+|Wirtshaus|Hotel|Café|Cafe|Restaurant|Apotheke|Kirche|Kloster|Zentrum|Büro|Brauerei|Schule|Gemeinde|Kapelle)$"
)
# “im Altenheim St. Georg Weihnachtslieder”, “Seniorenbüro - Programm im Mai”: what is on there
WHAT_IS_ON = re.compile(
    r" [A-ZÄÖÜ][\w-]*(?:lieder|musik|stücke|werke|gedichte|geschichten|märchen|melodien)n?$|"
    r" - (?:Programm|Termine|Veranstaltungen|Angebote|Kalender|Rundbrief|Newsletter|Aktuelles)\b.*$"
)
_FOR_A_TITLE = re.compile(r"\s(?:zum|zur|für|mit)\s\"")
_NO_TAIL = frozenset("mal gast mitmachen beginn anmelden besuch verkauf wohle gunsten".split())
_CAPITAL_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:isch|lich|ig|haft)?e[nrms]$")
ABSTRACT = re.compile(r"(?:ung|heit|keit|ität|tion|schaft|nis|tum|ismus)(?:en|s)?$")
_ALSO_A_BODY = re.compile(
    r"(?:[Kk]irche|[Ss]chule|[Gg]ymnasium|[Aa]kademie|[Bb]ühne|[Bb]ank|[Kk]asse|[Mm]arkt)n?\b"
)
_OWN_NAME = re.compile(
    r"-\w|(?:zentrum|treff|haus|treffs|zentrums|hauses|heim|heims|stätte|club|café|cafés|"
    r"\w{3}(?:wache|bücherei|bibliothek|museum|halle|hütte|scheune|mühle|theater|kino))$"
)
_INTO = re.compile(
    r"\s(?:in eine?n?|zu eine[mr]|von (?:ihre[nmr]|seine[nmr]))\s"
)  # verwandelt sich das Zelt in einen Saal
_DOING = re.compile(  # beim Essen im Pfarrheim
    r"\w*(?:essen|trinken|feiern|kochen|singen|basteln|backen|spielen|beisammensein|grillen)", re.IGNORECASE
)
_OF = frozenset(("des", "der", "von", "für", "und", "&"))
_FUNCTION = frozenset(
    "zur zum am im der die das den dem um ab von vom bei beim in ins auf an mit für es wir sie nach".split()
)
_WEEKDAYS = tuple(WEEKDAYS)
TIMELY = frozenset(MONTHS) | frozenset(WEEKDAYS)

_LIKE_A_TOWN = re.compile(r"[a-zäöüß](?:heim|burg|bad|hof|see|hausen|stein|haus)$")
_TIME_OR_AGE = (
    "alter",
    "ende",
    "anfang",
    "beginn",
    "auftakt",
    "jubiläum",
    "geburtstag",
    "ferien",
    "saison",
    "semester",
    "halbjahr",
    "pause",
    "zeit",
    "zeiten",
    "jahr",
    "jahres",
    "quartal",
    "wochenende",
    "stunden",
)
_INDOORS = r"(?:Keller|Speicher|Dachboden|Garage|Haus|Hof)"
_ANY_OF_THEM = re.compile(
    rf"[A-ZÄÖÜ][a-zäöüß]+(?:en|ern)(?: und [A-ZÄÖÜ][a-zäöüß]+)?|{_INDOORS} und (?:{_INDOORS}|Garten)"
)  # in Höfen und Gärten
_NOWHERE = frozenset(("außer", "ohne", "statt"))  # außer Haus


def is_a_town(words: list[str]) -> bool:
    """One word, or “Bad Neustadt”."""
    return len(words) == 1 or (words[0] == "Bad" and len(words) == 2 and words[1][:1].isupper())  # noqa: PLR2004


def are_any_of_them(name: str) -> bool:
    """“in Höfen und Gärten”, “Keller und Dachboden”: no house, but many."""
    return _ANY_OF_THEM.fullmatch(name) is not None


def is_vague(name: str) -> bool:
    """“auf der Bühne”, “in der Altstadt” say less than “im Gemeindehaus”."""
    found = noun(name)
    return bool(found) and VAGUE.search(found[0].lower()) is not None and len(words_of(name)) < 3


def words_of(name: str) -> list[str]:
    return _WORD.findall(name)


def is_of_something_else(name: str) -> bool:
    """“Ferienprogramm des Jugendzentrums”, “Öffnungszeit der Bücherei”: the noun names no place, whatever it is of."""
    if is_meeting_cafe(name):
        return True
    found, link = noun(name), LINKED.search(name)
    if not found or has_venue_head(_WORD.findall(name[: link.start()] if link else name)):  # Haus Begegnung
        return False
    is_of_a_venue = found[0].lower() in NO_PLACE or ABSTRACT.search(found[0]) or MADE_THERE.search(found[0])
    return is_event_name(found) or bool(is_of_a_venue)


def is_how(name: str) -> bool:
    """“bei Kerzenschein”, “im Freien”, “in eigenem Tempo”: how something happens, not where."""
    words = _WORD.findall(name)
    said = noun(name) or words[:1]
    return bool(said) and is_a_circumstance(said[0]) and not has_venue_head(words)


def is_a_house(name: str) -> bool:
    """“Das Jugendzentrum Nordpol lädt ein”: to its house; a club, an office or “der FC Musterheim” to wherever they say."""
    link = LINKED.search(name)
    words = [word for word in _WORD.findall(name[: link.start()] if link else name) if word[0].isupper()]
    venues = [word for word in words if is_venue(word)]
    if words == ["Treffpunkt"]:  # der beliebte Treffpunkt: whatever was spoken of
        return False
    if not venues or NO_HOST.search(name) or any(NO_HOST.search(word) for word in venues):
        return False
    return len(words) == 1 or venues != words[-1:] or not _LIKE_A_TOWN.search(words[-1])


def has_own_name(name: str) -> bool:
    """“Heimathaus”, “Haus am Bach”, „Alte Post“; not “Rathaus” or “Schule”, of which a text may speak by the way."""
    capitals = [word for word in words_of(name) if word[0].isupper() and not _CAPITAL_ADJECTIVE.match(word)]
    happens = [word for word in words_of(name) if is_event(word) and not is_venue(word)]
    if _ALSO_A_BODY.search(name) or happens or is_meeting_cafe(name):
        return False
    return len(capitals) > 1 or '"' in name or any(_OWN_NAME.search(word) for word in capitals)


def noun(name: str) -> list[str]:
    """The noun of a name, if it has one: “Räumen” of “neuen Räumen der Bücherei”."""
    name = name if name.startswith('"') else name.split(' "')[0]
    link = LINKED.search(name)
    words = _WORD.findall(name[: link.start()] if link else name)
    return [word for word in words if word[0].isupper() and not _is_adjective(word)][-1:]


def _is_adjective(word: str) -> bool:
    """“Neuen”, “Städtischer”; not “Lesungen”."""
    is_a_noun = is_event(word) or is_venue(word) or ABSTRACT.search(word)
    return bool(_CAPITAL_ADJECTIVE.match(word)) and not is_a_noun


def behind_an_event(plain: str, start: int, end: int) -> int:
    """“auf das Fest am Rathaus”: the place begins behind “am”."""
    links = list(LINKED.finditer(plain, start, end))
    if not links:
        return start
    is_title = plain.endswith('"', start, links[0].start())  # zum „Mittagstisch“ im Pfarrheim
    before = plain[start : links[0].start()].split(" ")[-1]
    is_doing = _DOING.fullmatch(before) is not None and plain.endswith(("eim ", "um "), 0, start)
    if not is_title and not is_event(before) and not is_doing:
        return start
    for link in links:  # Herbstkonzert der Kapelle in der Stadthalle
        if link["link"] not in _OF:
            is_there = has_venue_head(_WORD.findall(plain[link.start("noun") : end]))
            return link.start("noun") if is_there else start
    return start


def first_noun(words: list[str]) -> str:
    return next((word for word in words if word[0].isupper() or word[0].isdigit()), words[0]).lower()


def is_no_place(words: list[str]) -> bool:
    """Decided by the first noun, or by the last of a short name."""
    first = first_noun(words)
    return (
        first.startswith(_WEEKDAYS)
        or not _NOWHERE.isdisjoint(words)
        or first in NO_PLACE
        or first in _FUNCTION
        or first in TIMELY
        or first.endswith(_TIME_OR_AGE)
        or first.rstrip("sn") in TIMELY
        or first.isdigit()
    )


def end_of_name(plain: str, start: int, end: int) -> int:
    """Without a dangling link and without what begins another phrase (“im Rathaus und in Berlin” stays)."""
    end -= len(plain[start:end]) - len(plain[start:end].rstrip())
    while match := _TAIL.search(plain, start, end):
        end = match.start()
    for form in (_INTO, WHAT_IS_ON):
        if match := form.search(plain, start, end):
            end = match.start()
    for match in LINKED.finditer(plain, start, end):
        noun = match["noun"].lower().rstrip(".")
        is_another = (
            match["link"] in ("der", "die", "das") and is_event(match["noun"]) and not is_venue(match["noun"])
        )
        is_aim = match["link"] in ("zum", "zur", "für") and not _INN.search(plain, start, match.start())
        if noun in NO_PLACE or noun in TIMELY or noun in _NO_TAIL or is_aim or is_another:
            end = match.start()
            break
    if (
        plain.count('"', start, end) % 2 and plain[start] != '"'
    ):  # “in der Bücherei „Lesen am Abend“”: that is what is on
        end = plain.rfind(' "', start, end) if ' "' in plain[start:end] else end
    while end > start and (
        plain[end - 1] in ".'&" or (plain[end - 1] == ")" and "(" not in plain[start:end])
    ):
        end -= 1
    return end


def behind_a_dash(plain: str, start: int, end: int) -> int:
    """“Kaffee und Kuchen - Klub Linde, Talweg 3”: what names no house is of another thing."""
    dash = plain.rfind(" - ", start, end) + 3
    is_apart = (
        dash > 2
        and has_venue_head(_WORD.findall(plain, dash, end))
        and not has_venue_head(_WORD.findall(plain, start, dash))
    )
    return dash if is_apart else start
