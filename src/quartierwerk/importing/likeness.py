"""Whether two titles name the same event. Pure."""

import re

from rapidfuzz import fuzz

NEARLY_SAME = 75  # of 100, all words: “Rundgang” is not “Rundgang mit Stock und Rollator”
SAME_WORD = 80  # of 100: “Nachbarinnen”, “Nachbarn”
SAID = 90  # of 100: the name stands in a sentence, inflected or misspelt
SHORTEST_NAME = 6  # letters of a name that is looked for in a sentence
_WORDS = re.compile(r"\w+")
# What is told of an event is no part of its name: “Absage: …”, “…: neuer Termin”, “… verlegt”.
_TOLD = re.compile(
    r"\b(?:termin(?:verlegung|verschiebung|änderung|absage)|(?:neue[rs]?|anderer?|geänderte[rs]?) "
    r"(?:termin|uhrzeit|zeit|ort|raum|datum|anfangszeit)|raumwechsel|ortswechsel|ersatztermin|nachholtermin|"
    r"absage[n]?|(?:wird |ist |wurde )?(?:leider )?(?:abgesagt|verlegt|verschoben|vorverlegt|vorgezogen)|verlegung|verschiebung|"
    r"(?:fällt|fallen) (?:leider )?aus|entfällt|entfallen|achtung|wichtig|hinweis|beispiel|muster)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:(?:vor|nach)?mittage?[ns]?|abende?[ns]?|morgens?|orte?|raum|saal|treffpunkte?|ziele?|start|beginn|ende|"
    r"veranstaltung(?:en|sort)?|termine?n?|daten|datum|uhrzeit(?:en)?|zeit(?:en)?|einladung|ankündigung|programm|ablauf|"
    r"information(?:en)?|infos?|kontakt|anmeldung|wann|was|wo|wer|anschließend|weitere|nächste[rs]?|"
    r"(?:mon|diens|donners|frei|sams|sonn)tage?|mittwoche?)"
)
_LITTLE = re.compile(
    r"(?:\w*gottesdienst|andacht|messe|kurs|treff(?:en)?|vortrag|workshop|sprechstunde|beratung|training|gymnastik|führung|"
    r"ausstellung|konzert|lesung|versammlung|mitgliederversammlung|jahreshauptversammlung|sitzung|café|frühstück|"
    r"flohmarkt|trödelmarkt|basar|weihnachtsmarkt|adventsfeier|weihnachtsfeier|sommerfest|tag der offenen tür)"
)
_HOUSE = re.compile(
    r"(?:(?:ev|kath|evangelische|katholische)\w*\.?\s(?:\w+\.\s)?)?(?:volkshochschule|vhs|\w*gemeinde|\w*verein|\w*verband|stadt|\w*schule|"
    r"\w*zentrum|\w*kirche|diakonie|caritas|awo|drk|\w*treff|\w*museum|\w*bibliothek|\w*bücherei)\b",
    re.IGNORECASE,
)
LONGEST_HOUSE = 4  # words
_SMALL = frozenset(
    "für und oder mit ohne der die das den dem des ein eine einer im in am an auf zum zur vom von bei".split()
)


def ways(title: str) -> list[str]:
    """A title as it may be compared: small letters, no signs; what stands before a colon may be left out."""
    after = title.split(": ", 1)[-1]
    return list(dict.fromkeys(filter(None, (_bare(title), _bare(after)))))


def names_nothing(title: str) -> bool:
    """“Ort”, “Veranstaltung”, “Neuer Termin!”: two that are called so need not be the same."""
    words = [word for way in ways(title)[:1] for word in way.split() if word not in _SMALL]
    return all(_NOTHING.fullmatch(word) for word in words)


def names_little(title: str) -> bool:
    """“Gottesdienst”, “Kurs”: there is more than one in a town."""
    return names_nothing(title) or any(_LITTLE.fullmatch(way) for way in ways(title))


def names_a_house(title: str) -> bool:
    """“Volkshochschule Musterstadt”: many news of one sender may be called so."""
    return bool(_HOUSE.match(title)) and len(title.split()) <= LONGEST_HOUSE


def likeness(one: str, other: str) -> float:
    """0 … 100, words in any order; the title may be a part of the other."""
    return max((fuzz.token_set_ratio(a, b) for a in ways(one) for b in ways(other)), default=0.0)


def is_nearly_same(one: str, other: str) -> bool:
    """All words count; where each says something that the other does not, they are two: Smartphone- and Tablet-Kurs."""
    if names_nothing(one) or names_nothing(other):
        return False
    return any(
        fuzz.token_sort_ratio(a, b) >= NEARLY_SAME and not (_alone(a, b) and _alone(b, a))
        for a in ways(one)
        for b in ways(other)
    )


def is_said_in(title: str, words: str) -> bool:
    """Whether a sentence speaks of the event of this title."""
    plain = " ".join(_WORDS.findall(words.casefold()))
    names = [way for way in ways(title) if len(way) >= SHORTEST_NAME and not names_nothing(way)]
    return any(len(way) <= len(plain) and fuzz.partial_ratio(way, plain) >= SAID for way in names)


def _bare(title: str) -> str:
    return " ".join(_WORDS.findall(_TOLD.sub(" ", title.casefold())))


def _alone(one: str, other: str) -> bool:
    """Whether a word of the one has no like in the other; numbers count."""
    others = other.split()
    return any(
        all(fuzz.ratio(word, each) < (100 if word.isdigit() else SAME_WORD) for each in others)
        for word in one.split()
        if word not in _SMALL and (len(word) > 3 or word.isdigit())
    )
