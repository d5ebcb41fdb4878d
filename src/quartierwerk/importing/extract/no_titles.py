"""What is never the name of an event, whatever stands around it: a time, a room, what one brings or pays, a request, a greeting,
half a sentence. Tables; titles.py and news.py leave such words aside.
"""

import re
from functools import lru_cache

from .heads import is_event, is_venue
from .lexicon import MONTHS, WEEKDAYS
from .no_names import is_no_event

# By themselves they say when, how long or how often.
_TIMES = frozenset(
    "tag tage tagen woche wochen stunde stunden minute minuten monat monate abend abende nachmittag nachmittage vormittag "
    "vormittage mittag nacht morgen wochenende jahr jahre mal male uhrzeit zeit saison ferien herbst sommer winter frühling "
    "jeweils täglich runde frühjahr advent ostern pfingsten weihnachten silvester neujahr karneval fasching".split()
)
# By themselves they say where.
_ROOMS = frozenset(
    "aula küche foyer saal raum zimmer halle turnhalle sporthalle mensa keller hof schulhof garten pfarrgarten wiese zelt "
    "bühne parkplatz eingang terrasse innenhof pfarrkirche pfarrheim gemeindehaus gemeindesaal "
    "rathaus ratssaal bürgerhaus bücherei bibliothek stadtbücherei schule grundschule kindergarten kita vereinsheim".split()
)
# By themselves they say of no event which.
_LABELS = frozenset(
    "veranstaltung veranstaltungen termin termine programm anlass event aktion ort einladung thema titel beginn ende einlass "
    "hinweis hinweise info infos information informationen anmeldung kontakt eintritt kosten preis preise öffnungszeit "
    "öffnungszeiten uhr teilnahme treffpunkt start ziel abfahrt rückfahrt ankunft leitung referent "
    "referentin".split()
) | {
    "bitte vormerken",
    "bitte beachten",
    "bitte weitersagen",
    "bitte notieren",
    "neuer termin",
    "nicht vergessen",
}
_OPENING_LABELS = (
    "öffnungszeit(?:en)?|sprechzeit(?:en)?|eintritt(?:spreis)?e?|kosten|teilnahmegebühr|gebühr|preise?|anmeldung(?:en)?|anmeldeschluss|"
    "veranstalter(?:in)?|ansprechpartner(?:in)?|kontakt|treffpunkt|ort|adresse|uhrzeit|beginn|einlass|leitung|referent(?:in)?|"
    "mitzubringen|mitbringen|infos?|dauer"
)
_NUMBERS = "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|mehrere|einige|alle|insgesamt"
_UNITS = (
    r"(?:(?:fern|doppel|unterrichts|kurs)?(?:abend|nachmittag|vormittag|samstag|tag|termin|treffen|einheit|stunde|minute|woche|mal)"
    r"(?:en?|e?n)?|min\.?|std\.?|ustd\.?|ue|uhr|euro|€|plätze|personen|km)"
)
# A school, a hall: who or where, with its name and nothing else behind it.
_HOUSES = "ggs|kgs|ogs|ogata|grundschule|gesamtschule|realschule|kita|familienzentrum|juz|turnhalle"
_OF_A_HOUSE = re.compile(
    r"(?:ev(?:angelisch|gl)?|kath(?:olisch)?|städtisch|alt|neu|ehemalig)(?:\.|e|er|es)", re.IGNORECASE
)
_GREETINGS = (
    r"(?:hallo|hi|hey|moin|servus|grüß gott|guten (?:tag|morgen|abend)|sehr (?:geehrte|verehrte)[rs]?|werte[rs]?)\b(?:[\s,!].{0,60})?"
    r"|liebe[rs]?\s[^.?]{2,60}[,!:]|liebe[rs]?\s(?:frau|herr|redaktion|team|leute|alle|freunde|kolleg\w+|mitglieder|nachbar\w*|\w+innen)\b.{0,60}"
    r"|(?:mit freundlichen|viele|liebe|herzliche|beste) grüße?n?\b.{0,40}|lg\b.{0,30}"
)
_ASKING = (
    r"(?:kannst du|könntest du|könnte?t? ihr|können sie|könnten sie|würden sie|würdest du|magst du|wärst du|wären sie|dürfen wir|dürfte ich|"
    r"darf ich|ich möchte|ich wollte|ich habe|wir möchten (?:sie|euch|ihnen)|wir bitten (?:um|sie)|ich bitte|hiermit|anbei|beiliegend|im anhang|"
    r"danke (?:für|im|schon|und)|vielen dank|es wäre|wäre es|wie (?:besprochen|versprochen|vereinbart|telefonisch)|"
    r"(?:und )?(?:noch |schon )?wieder (?:mal )?was\b|hier (?:ist|sind|kommt|kommen|noch|mal|unser\w*|der|die|das)\b.{0,40}"
    r"(?:text|termin|meldung|artikel|info|infos|ankündigung|bericht|beitrag)|(?:folgende|nachstehende|beigefügte)[nrs]?\b)\b.*"
    r"|.*\b(?:magst|kannst|könnt|könnte|könntest|könntet|können|könnten|würdest|würden|würdet|mögt) (?:du|ihr|sie)\b.{0,60}"
    r"(?:teilen|posten|verbreiten|veröffentlichen|setzen|stellen|nehmen|aufnehmen|drucken|bringen|weitersagen|weitergeben)\b.*"
    r"|.*\b(?:bitte|bitten|gerne|folgendes|dies|diesen|das)\b.{0,60}\b(?:veröffentlich\w*|aufnehmen|(?:ein|auf)?setzen|(?:ein|auf|online)?stell(?:en|t|e)|"
    r"(?:ab)?drucken|weiter(?:zu)?leiten|bekannt(?:geben|machen|zugeben)|bringen|homepage|internetseite|website|amtsblatt|gemeindeblatt)\b.*"
    r"|zur (?:veröffentlichung|kenntnis)\b.*|(?:wg|fw|fwd|aw|re)\s?:.*"
)
_ENDS_IN_THE_MIDDLE = (
    "der|die|das|den|dem|des|ein|eine|einen|einem|einer|und|oder|sowie|mit|für|von|vom|zum|zur|zu|im|in|am|an|auf|bei|beim|ab|um|"
    "unser|unsere|unseren|unserem|unserer|ihr|ihre|ist|sind|wird|findet|gibt|hat"
)
_DAYS = "|".join(sorted((*WEEKDAYS, *MONTHS), key=len, reverse=True))
_NAMES_NOTHING = re.compile(
    rf"""
      (?:\d+|{_NUMBERS})\s?(?:x\s?\d+\s)?{_UNITS}(?:\s?[,/(à].{{0,40}})?        # 12 Abende, 5 x 90 Min.
    | (?:{_OPENING_LABELS})\s?:.*                                          # Öffnungszeiten: Di-Fr
    | .*\b\d+(?:,\d\d)?\s?(?:euro|eur|€)(?!\w).*                            # Lindenhof, Eintritt 8 Euro
    | (?:(?:neu|achtung|wichtig|aktuell|vorschau|hurra)[\s!]*)+              # NEU NEU NEU
    | .*\bgr(?:öße|\.)\s?\d.*                                              # Kleidung Gr. 50-152
    | .*\b(?:{_ENDS_IN_THE_MIDDLE})                                        # Unsere erste Probe ist am
    | (?:ge|be|ver|er)\w+(?:t|en)\s(?:ist|sind|wird|werden|hat|haben)\b.*  # Geöffnet ist der Markt
    | \w+t\s(?:sich|es)\b.*                                                # Trifft sich im Hof
    | [^,]*(?:,[^,]*){{3,}}                                                  # Bücher, Spiele, Kleider, Räder
    | (?:(?:{_DAYS}|den|dem|der|am|vom|bis|um|uhr)s?\b|[\W\d])+            # Samstag, 22. Oktober 2026
    """,
    re.IGNORECASE | re.VERBOSE,
)
_IS_SAID_TO_SOMEBODY = re.compile(rf"{_GREETINGS}|{_ASKING}", re.IGNORECASE)
_IS_A_HOUSE = re.compile(rf"(?:(?:{_HOUSES})(?:\s[A-ZÄÖÜ][\w-]*){{1,3}})", re.IGNORECASE)
_TRIM = " \t,;:.-–|*/#>()!"
_QUOTES = '"„“”»«'
_NOT_A_HOUSE = re.compile(r"\s(?:der|des|für|zum|zur|von|mit|über|und|&)\s|[:\"„“]")
_ADDRESS_BEHIND = re.compile(r",\s[^,]{3,40}\s\d{1,3}\s?[a-z]?$")  # Gemeindehaus, Am Platz 2
_LONGEST_ASKED = 220  # characters
_ASKED_AGAIN = 1_000  # words: each date of a list looks at the same headlines
_MOST_OF_A_HOUSE = 3  # words


@lru_cache(maxsize=_ASKED_AGAIN)
def is_no_title(words: str) -> bool:
    """A time, a room, a label, an amount, goods, a day, a request, a greeting, half a sentence."""
    if is_said_to_somebody(words):
        return True
    words = words.strip(_TRIM)[:_LONGEST_ASKED]
    if not words or words.strip(_QUOTES).lower() in _TIMES | _ROOMS | _LABELS:
        return True
    is_one_word = " " not in words
    return (is_one_word and is_no_event(words)) or _NAMES_NOTHING.fullmatch(words) is not None


@lru_cache(maxsize=_ASKED_AGAIN)
def is_said_to_somebody(words: str) -> bool:
    """“Kannst du bitte …”, “Liebe Frau …”: what those who publish are asked, or a greeting."""
    return (
        len(words) <= _LONGEST_ASKED
        and words[:1] not in _QUOTES
        and _IS_SAID_TO_SOMEBODY.fullmatch(words.strip()) is not None
    )


@lru_cache(maxsize=_ASKED_AGAIN)
def is_only_a_house(words: str) -> bool:
    """“GGS Oberdorf”, “Küsterhaus Neustadt”: where it is."""
    house = _ADDRESS_BEHIND.sub("", words)
    said = house.split()
    if house != words and said and is_venue(said[-1]):
        return True
    if len(said) > _MOST_OF_A_HOUSE or _NOT_A_HOUSE.search(words) or any(map(is_event, said)):
        return False
    is_name = len(said) > 1 and all(word[:1].isupper() for word in said)  # not “Neues im Haus”
    is_described = is_name and is_venue(said[-1]) and _OF_A_HOUSE.fullmatch(said[0]) is not None
    return _IS_A_HOUSE.fullmatch(words) is not None or is_described or (is_name and is_venue(said[0]))
