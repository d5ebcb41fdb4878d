"""How a calendar writes the name of an event: itself, in normal case; no call, no number of a course, no “!”, no day behind it."""

import re
from dataclasses import replace

from .draft import Value
from .lettering import in_normal_case
from .lexicon import MONTHS, SHORT_WEEKDAYS, WEEKDAYS

_CALLS = (  # what stands before a name and a colon
    "geänderter termin", "termin(?:änderung|verlegung|verschiebung|hinweis|ankündigung|erinnerung)", "neuer termin", "neues datum",
    "ersatztermin", "nachholtermin", "achtung", "wichtig", "hinweis", "erinnerung", "save the date", "bitte vormerken", "vormerken",
    "vor(?:an)?kündigung", "ankündigung", "veranstaltungs(?:tipp|hinweis|ankündigung)", "herzliche einladung", "einladung", "termin",
    "veranstaltung", "(?:noch\\s?(?:ein)?mal )?zur erinnerung", "nicht vergessen", "tipp", "neu", "jetzt anmelden", "plätze frei", "letzte plätze",
    "noch plätze frei", "noch freie plätze", "freie plätze",
)  # fmt: skip
_CALL = re.compile(rf"(?:(?:{'|'.join(_CALLS)})(?:\s?[:!]+|\s[–-])\s*)+(?=[A-ZÄÖÜ\d\"„“»])", re.IGNORECASE)
_HOURS = re.compile(  # 15 Uhr: Kaffee
    r"(?:(?:ab|um|von)\s)?\d{1,2}(?:[.:]\d\d)?(?:\s?[–-]\s?\d{1,2}(?:[.:]\d\d)?)?\s?(?:Uhr|h)\b[\s:,|–-]*(?=[A-ZÄÖÜ\"„“»])"
)
_TO_IT = re.compile(
    r"(?:[Ff]ür\sunsere[nrm]?|zu[mr]?|die|der|das|de[nm]|eine?[nmr]?|unser(?:e[nmr]?)?):?\s(?=[A-ZÄÖÜ\"„“»])"
)  # zur Versammlung
_COURSE = r"(?i:kurs(?:nummer|-?\s?nr\.?)?|nr\.?|veranstaltungs-?nr\.?)\s?:?\s?[A-Z]{0,3}[\d./-]*\d[A-Z]?\b"  # Kurs-Nr. 4512
_NUMBER = (  # 26-1204, 12.04.2, F4512, 261204
    r"(?:(?:[A-Z]{1,3} ?)?\d{2,4}[./-]\d{2,5}(?:[./-]\d+)?|[A-Z]{1,2}[ -]?\d{4,6}|\d{5,7}|\d{3,4}[A-Z]{1,2})[A-Z]?\b"
)
_COURSE_NUMBER = re.compile(rf"(?:{_COURSE}|{_NUMBER})\s?[:,|–-]?\s+(?=[A-ZÄÖÜ\"„“»])")
_NUMBER_BEHIND = re.compile(
    r"\s\((?i:vhs|kurs|veranstaltungs)?-?\s?(?i:nr|nummer|kurs)\b[^()]*\)$"
)  # (VHS-Nr. 262-503)
_DAY = "|".join(sorted((*WEEKDAYS, *SHORT_WEEKDAYS), key=len, reverse=True))
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WHEN = (
    rf"(?:(?:{_DAY})s?\b\.?|\d{{1,2}}\.\s?(?:(?:{_MONTH})\b|\d{{1,2}}\.)?(?:\s?\d{{2,4}}\b)?"
    r"|jeden\b|bis\b|und\b|am\b|ab\b|um\b|[&–-]|\d{1,2}(?:[:.]\d\d)?\sUhr)"
)
_DAY_BEHIND = re.compile(rf"(?:\s?[:,(]\s?|\s[–-]\s)(?>(?:{_WHEN}[\s,]*)+)\)?$", re.IGNORECASE)
_DANGLES = re.compile(r"[\s,:–-]+(?:am|im|in|an|ab|um|vom|von|und|der|die|das|den|dem|für|mit|zum|zur)$")
_OPEN_BRACKET = re.compile(r"\s\([^()]*$")  # „Demenz“ (jeweils gleiche Zeit, …)
_CRIES = re.compile(r"(?:\s?!+|\s?…|\s?\.{3})+$")
_ASKS_TWICE = re.compile(r"\?{2,}$")
_ONE_OF_MANY = {
    "gänge": "gang", "vorträge": "vortrag", "märkte": "markt", "umzüge": "umzug", "läufe": "lauf", "ausflüge": "ausflug",
    "führungen": "führung", "lesungen": "lesung", "wanderungen": "wanderung", "sitzungen": "sitzung", "fahrten": "fahrt",
    "abende": "abend", "nachmittage": "nachmittag", "konzerte": "konzert", "gottesdienste": "gottesdienst", "turniere": "turnier",
    "andachten": "andacht", "spaziergänge": "spaziergang", "sprechstunden": "sprechstunde", "vorstellungen": "vorstellung",
    "aufführungen": "aufführung", "proben": "probe", "touren": "tour", "börsen": "börse",
}  # fmt: skip
_INFLECTED = re.compile(r"(?P<stem>(?:\d{1,3}\.\s)?[a-zäöüß-]{3,}?)e[nmrs]?\s(?P<noun>[A-ZÄÖÜ][\w-]+)")
_ENDING_BEFORE = {  # “besinnliche Stunde”, “bunter Abend”, “großes Fest”
    "e": tuple(
        "stunde nacht runde fahrt tour reise feier ung probe andacht messe woche konferenz börse demo aktion party".split()
    ),
    "er": tuple(
        "abend nachmittag vormittag morgen tag kurs treff ausflug vortrag markt basar gang gottesdienst brunch kreis lauf umzug zug "
        "stammtisch workshop empfang".split()
    ),
    "es": tuple(
        "fest treffen frühstück konzert turnier beisammensein singen café kochen essen picknick seminar festival kino".split()
    ),
}
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{3}")


def as_in_a_calendar(title: Value[str], text: str) -> Value[str]:
    """`text`: in which the same words may stand otherwise."""
    words = in_normal_case(title.value, text)
    for before in (_CALL, _HOURS, _TO_IT, _COURSE_NUMBER):
        words = _without(before, words)
    for form in (_OPEN_BRACKET, _NUMBER_BEHIND, _DAY_BEHIND, _DANGLES, _CRIES):
        words = _cut(form, words)
    words = _ASKS_TWICE.sub("?", words)
    words = _in_nominative(words)
    words = words[:1].upper() + words[1:] if words[:1].islower() else words
    words = _one_of_many(words)
    return title if words == title.value else replace(title, value=words)


def _one_of_many(words: str) -> str:
    """“Rundgänge” of which this is one."""
    if " " in words:
        return words
    many = next((each for each in _ONE_OF_MANY if words.lower().endswith(each)), "")
    return (
        words[: len(words) - len(many)] + _as_in(words[len(words) - len(many) :], _ONE_OF_MANY[many])
        if many
        else words
    )


def _in_nominative(words: str) -> str:
    """“(zu einer) besinnlichen Stunde im Advent” → besinnliche Stunde im Advent."""
    match = _INFLECTED.match(words)
    ends = (end for end, nouns in _ENDING_BEFORE.items() if match and match["noun"].lower().endswith(nouns))
    end = next(ends, "")
    return f"{match['stem']}{end}{words[match.start('noun') - 1 :]}" if match and end else words


def _as_in(many: str, one: str) -> str:
    return one.capitalize() if many[:1].isupper() else one


def _without(form: re.Pattern[str], words: str) -> str:
    """Without what stands before the name, where a name is left."""
    before = form.match(words)
    rest = words[before.end() :] if before else words
    return rest if _SAYS_SOMETHING.search(rest) else words


def _cut(form: re.Pattern[str], words: str) -> str:
    behind = form.search(words)
    rest = words[: behind.start()] if behind else words
    return rest.rstrip() if _SAYS_SOMETHING.search(rest) else words
