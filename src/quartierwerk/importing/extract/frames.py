"""Words around a name: what “findet … statt”, to what somebody “lädt … ein”; and the forms of a name itself."""

import re
from dataclasses import dataclass

from .lexicon import EVENT_HEADS, MONTHS, WEEKDAYS

CAP = r"[A-ZÄÖÜ][\w'&*/-]*"
_PROPER_NOUN = rf"(?:(?:St|Hl|Dr|Prof|Pfr)\.\s){{0,2}}{CAP}"
_HEADS = "|".join(sorted(EVENT_HEADS, key=len, reverse=True))
_NOT = rf"(?!(?i:{'|'.join(WEEKDAYS)})|Abfahrt|Anfahrt|Rückfahrt|Uhr)"
EVENT_WORD = rf"{_NOT}(?=[A-ZÄÖÜ\d])(?:[A-ZÄÖÜ\d][\w-]*-?)?(?:(?i:{_HEADS}))(?:s|es|n|en|e)?"
QUOTED = r"\"(?=[\w(#'])[^\"]{2,110}(?<=\S)\""
_ADJECTIVE = r"(?:[a-zäöüß-]{2,24}e[nrms]?|\d{1,3}\.|[A-ZÄÖÜ][a-zäöüß-]{2,20}(?:er|en|es|e))\s"
_PAIR = rf"(?:{CAP}-,?\s(?:und|oder|&|sowie)\s)?"  # Kinder- und Jugendflohmarkt
THE = r"(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|[Ss]ein(?:e[nmr]?)?|[Ii]hr(?:e[nmr]?)?|[Uu]nser(?:e[nmr]?|n)?|diese[nmr]?)\s"
_SUBJECT = r"(?:der|die|das|ein|eine|[Ss]eine?|[Ii]hre?|[Uu]nsere?|diese[rs]?)\s"
OF_WHAT = "für|der|des|zum|zur|zu|von|mit|über|nach|gegen|rund um|durch|anlässlich|zugunsten|zu Gunsten|ohne|aus|unter"
_ABOUT = (
    rf"(?:{OF_WHAT})\s(?!Verfügung|Jahres\b|Saison\b|Woche\b|Monats\b|(?:der )?(?:Öffentlichkeit|Presse)\b|\w+gründen\b)"
    rf"(?:(?:die|der|das|den|dem|eine|einen|einem|einer|allen?)\s)?(?:[a-zäöüß-]{{2,24}}(?:e[nrms]?|lich|ig)\s){{0,2}}{_PAIR}"
    rf"(?:{_PROPER_NOUN}|{QUOTED})(?:\s(?:{_PROPER_NOUN}|{QUOTED})){{0,2}}(?:\s(?:und|&)\s{CAP}){{0,2}}(?:\sab\s\w+\sJahren)?"
)
_MONTH = "|".join(month.capitalize() for month in MONTHS)
NAMED = re.compile(
    rf"(?<![\w-])(?<!\d[.:])(?!Uhr\b|\d{{1,2}}\.\s(?:{_MONTH})\b)(?P<name>(?:\d{{1,3}}\.\s)?(?:[A-ZÄÖÜ]?[a-zäöüß-]{{2,}}e[nrms]?\s){{0,3}}(?:{CAP}\s){{0,2}}?{_PAIR}"
    rf"(?:{QUOTED}-)?{EVENT_WORD}(?![\w])(?:\s(?:{QUOTED}|(?!(?:Aller?|Am|Im|In|Um|Von|Der|Die|Das|Wir|Sie|Bitte)\b){CAP}))?(?:\s{_ABOUT}){{0,2}}(?:\s{QUOTED})?)"
)
_NAME = rf"(?P<name>(?:{_ADJECTIVE}){{0,3}}{_PAIR}(?:{QUOTED}|{CAP})(?:\s(?:{CAP}|{QUOTED})){{0,3}}(?:\s{_ABOUT}){{0,2}}(?:\s{QUOTED})?)"
FREE = "".join(
    rf"(?<!\b{word}\s)"
    for word in "in auf an bei mit nach von vor unter um durch aus für im am zum zur und".split()
)
_BEGINS = r"(?:^[^\w\"]*|(?<=[.!?:;,]\s)|(?<=\bund\s))"
_GO = r"(?:[^.;!?]|\.(?=\s?\d)|(?<=\d)\.|(?<=\b\w\w)\.){0,160}?"  # the words between, up to the end of the sentence


_INVITES = "lädt|laden|lade|lud|eingeladen|[Ee]inladung|willkommen|heißt|heißen|bittet|bitten|aufgerufen"
_CALLS = "lädt|laden|bittet|bitten|heißt|heißen|ruft|rufen|treffen|trifft|sind|bricht|brechen|startet|starten|fährt|fahren|kommt|kommen|versammel[nt]"
_SHOWN = (
    "gezeigt|gefeiert|angeboten|veranstaltet|aufgeführt|organisiert|ausgerichtet|geboten|gehalten|abgehalten"
)
_HOLDS = (
    "veranstalte[nt]|organisier(?:t|en)|biete[nt]|plan(?:t|en)|feier[nt]|präsentier(?:t|en)|gibt|halten|hält|beginn(?:t|en)|starte[nt]|steigt|läuft|"
    "folgt|eröffne[nt]|geplante[nr]?|zeig(?:t|en)|spiel(?:t|en)|führ(?:t|en)|unternimmt|unternehmen|richte[nt]"
)
_HOSTS = "veranstalte[nt]|organisier(?:t|en)|biete[nt]|präsentier(?:t|en)|feier[nt]|plan(?:t|en)"
_FEASTS = (
    "Erntedank|Kirchweih|Kirmes|Karneval|Fasching|Fastnacht|Ostern|Pfingsten|Advent|Nikolaus|Weihnachten|Silvester|Halloween|Richtfest|"
    "Einweihung|Einzug"
)
_BEGINS_OR_IS = "beginn(?:t|en)|starte[nt]|steigt|läuft|folgt|steht|wird|werden|ist|sind|kommt|geht|dauert|trifft|treffen|tagt"


_SOMEWHERE = r"\s(?:im|in|in der|am|an der|auf dem|auf der|vor dem|beim|rund um das)\s(?:[a-zäöüß]+e[nr]\s)?[A-ZÄÖÜ][\w.-]*(?:\s[A-ZÄÖÜ][\w.-]*){0,2}"
_WITH_WHAT = r"\smit\s[^.;:!?\n]{3,60}?"
_AGAIN = r"(?:wieder\s|auch\s|heuer\s|diesmal\s)?"
_OUT_OF = rf"(?:aus|von)\s(?:(?:{THE})?(?:[a-zäöüß]+e[nrms]\s)?[A-ZÄÖÜ][\w-]+\s)?"
_ON_A_DAY = rf"(?:(?:am|vom|ab|zum)\s)?(?:(?:kommenden|nächsten|diesem|diesen)\s)?(?:{'|'.join(day.capitalize() for day in WEEKDAYS)}|\d{{1,2}}\.)"


@dataclass(frozen=True)
class Frame:
    """Words around a name; `worth` is added to that of the name."""

    worth: float
    pattern: re.Pattern[str]


def _frame(worth: float, pattern: str) -> Frame:
    return Frame(worth, re.compile(pattern))


FRAMES = (
    # Die nächste Lesezeit für Kinder (im Rathaus) findet am Mittwoch statt
    _frame(50, rf"{_BEGINS}(?i:{THE})?{_NAME}(?:{_SOMEWHERE})?\s(?:findet|finden)\b(?={_GO}\bstatt\b)"),
    # Der Umzug der Pfarrei in Neudorf ist am Sonntag
    _frame(48, rf"{_BEGINS}(?i:{THE}){_NAME}(?:{_SOMEWHERE}|{_WITH_WHAT})?\s(?:ist|sind|beginnt|startet|steigt)\s{_AGAIN}(?={_ON_A_DAY})"),
    # Beim Radlertag am Sonntag, Beim „Nachmittag der Begegnung“ am 3. Mai
    _frame(34, rf"\b(?:[Bb]eim|[Bb]ei (?:der|dem|einem|einer)|[Mm]it (?:einer|einem))\s{_NAME}\s(?={_ON_A_DAY})"),
    # Am 3. Mai findet im Park das Sommerfest statt
    _frame(45, rf"\b(?:findet|finden)\b{_GO}{FREE}\b{_SUBJECT}{_NAME}(?={_GO}\bstatt\b)"),
    # … in der Halle des Vereins ein Fest statt
    _frame(45, rf"\b(?:ein|eine|das|die|der)\s{_NAME}\s(?:statt|an)\b"),
    _frame(40, rf"\b(?:findet|finden)\s(?:(?:wieder|auch|erneut|erstmals)\s)?{_NAME}(?={_GO}\bstatt\b)"),
    # Der Verein lädt zum Sommerfest ein
    _frame(42, rf"\b(?:{_INVITES})\b{_GO}\b(?:zum\s|zur\s|zu\s(?:{THE})?){_NAME}"),
    # Zur Blutspende lädt das Rote Kreuz
    _frame(45, rf"{_BEGINS}(?:Zum\s|Zur\s|Zu\s(?:{THE})?){_NAME}\s(?:{_CALLS})\b"),
    # Auf dem Programm steht ein Ausflug zum See
    _frame(40, rf"\b[Aa]uf dem (?:Programm|Plan)\s(?:steht|stehen)\b{_GO}{FREE}\b(?:{THE})?{_NAME}"),
    # … steht ein Ausflug auf dem Programm, wird das Bilderbuchkino „Der Bär“ gezeigt
    _frame(34, rf"\b(?:steht|stehen|wird|werden)\b{_GO}{FREE}\b{_SUBJECT}{_NAME}(?={_GO}\b(?:auf dem (?:Programm|Plan)|{_SHOWN})\b)"),
    # Der Tauschring trifft sich am Dienstag
    _frame(36, rf"{_BEGINS}(?i:{THE})?{_NAME}\s(?:trifft\ssich|tagt|kommt\b(?={_GO}\bzusammen\b))"),
    # Die nächsten Termine der Energieberatung
    _frame(34, rf"\b[Tt]ermine?n?\s(?:der|des|für\s(?:den|die|das)|zum|zur|einer|eines|unsere[rs])\s{_NAME}"),
    # … an einer Führung durch das Wasserwerk teilnehmen
    _frame(34, rf"\b(?:an|bei)\s{THE}{_NAME}\s(?:teil|mit)(?:nehmen|nimmt|zunehmen|machen|zumachen)\b"),
    # Die Bücherei veranstaltet einen Bastelnachmittag
    _frame(25, rf"\b(?:{_HOLDS})\b{_GO}{FREE}\b{THE}{_NAME}"),
    # Wir feiern Erntedank, am Sonntag feiert die Gemeinde Kirchweih
    _frame(36, rf"\b[Ff]eier[nt]\s(?:(?:die|der|das|unsere?)\s(?:{CAP}\s){{1,3}}|wir\s)?(?P<name>(?:{_FEASTS})\w*)\b"),
    # Am 3. Mai veranstalten der Verein und die Schule ein Turnier
    _frame(30, rf"\b(?:{_HOSTS})\b{_GO}\b(?:eine?n?|seine?n?|ihre?n?)\s{_NAME}"),
    # Los geht es am Montag mit einem Wettlauf
    _frame(35, rf"\b(?:geht|gehen|beginn(?:t|en)|starte[nt]|eröffnet|endet)\b{_GO}\bmit\s(?:einem|einer|dem|der)\s{_NAME}"),
    # Der Martinsumzug startet am Kindergarten
    _frame(28, rf"{_BEGINS}(?i:{THE})?{_NAME}\s(?:{_BEGINS_OR_IS})\b"),
    # … liest am 3. Mai aus ihrem Buch „Das Haus“
    _frame(0, rf"\b(?:liest|lesen|rezitiert|rezitieren|liest vor)\b{_GO}\b{_OUT_OF}(?P<name>{QUOTED})"),
)  # fmt: skip
NEEDS_NO_HEAD = 35  # from this worth on, any noun is an event
