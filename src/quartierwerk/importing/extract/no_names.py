"""Words that end like an event and name none (“Muttertag”, “Ausweichtermin”), and those that name one only with more words.

All of them are language; the tables are read by names.py, headlines.py and no_titles.py.
"""

import re

from .lexicon import WEEKDAYS

# “Muttertag”, “nach den Ostertagen”: says when.
_DAYS_OF = (
    "vater mutter feier fest todes wahl volkstrauer dreikönigs nikolaus martins geburts namens öffnungs wochen werk "
    "welt gedenk martins- oster pfingst weihnachts advents karnevals faschings"
).split()
# “Ausweichtermin”, “nächster Termin”.
_DATES_OF = "ausweich ersatz folge anmelde wunsch veranstaltungs abgabe nachhol zusatz einzel haupt ferien kurs nächste dann stich".split()
_TIMES_OF_DAY = "abend nachmittag vormittag mittag morgen".split()
_WAYS = "vorabend heiligabend abfahrt rückfahrt anfahrt".split()
_CONFERENCES_OF_OTHERS = r"\w*bischofs \w*minister presse".split()
# A club of these meets to do it; every other club is who invites.
_CLUBS_THAT_DO = "spiele lese buch film kino mathe koch back näh strick garten forscher kinder".split()
_STREETS = "straße gasse allee".split()


def _one_of(words: list[str]) -> str:
    return f"(?:{'|'.join(words)})"


_ENDS_IN_NOTHING = re.compile(
    rf"""
      ^{_one_of(_DAYS_OF)}tag(?:e?s|en?)?$            # Muttertag, Feiertage, Ostertagen
    | ^welttag\w*tag(?:e?s|e)?$
    | ^[\w-]*wochenendes?$ | ^ferien(?:woche|tag)\w*$ # Adventswochenende, Ferienwoche
    | ^\w*(?:tag|woche){_one_of(_TIMES_OF_DAY)}s?$    # Sonntagnachmittag
    | (?:^|\s|-|{"|".join(_DATES_OF)})termine?s?$     # Ausweichtermin, neue Termine
    | ^{_one_of(_WAYS)}s?$
    | ^laufe(?:\s.*)?$                                # im Laufe des Tages
    | ^{_one_of(_CONFERENCES_OF_OTHERS)}konferenz$
    | ^(?!\w*{_one_of(_CLUBS_THAT_DO)}-?club)[\w-]{{3,}}clubs?$
    | ^(?:im|am|in)\s
    | \w{_one_of(_STREETS)}$
    """,
    re.IGNORECASE | re.VERBOSE,
)
BROUGHT_ALONG = frozenset("schuhwerk schuhe kleidung wetterkleidung verpflegung".split())
# Never a name, with whatever words beside them.
NEVER = (
    frozenset(
        "veranstaltung veranstaltungen termin termine programm planung thema besuch angebot angebote projekt projekte "
        "ausweichtermin ersatztermin uhr besucher gäste gespräch gespräche party wochenende tagen terminen sitzung film "
        "information informationen info infos".split()
    )
    | BROUGHT_ALONG
)
# Say something only with more words: “Tag der offenen Tür”.
PLAIN_WORDS = NEVER | frozenset(
    "märkte märkten aktion aktionen treffen tag tage woche reihe serie abend nachmittag runde stunde fest tour touren fahrt "
    "feier reise ausflug kurs kurse vortrag vorträge konzert konzerte lesung führung führungen versammlung ausstellung "
    "markt veranstaltungsreihe vortragsreihe konzertreihe gesprächsreihe lesereihe filmreihe auftakt öffnungstag "
    "spieltage spieltag aktionswoche ferienwoche gruppentreffen programmpunkt themenabend aktionstag wahl kreis forum "
    "lager einsatz begegnung hauptveranstaltung auftaktveranstaltung abschlussveranstaltung dialog austausch sammlung "
    "sammlungen turnier turniere aufführung aufführungen vorstellung vorstellungen sonntagsvorstellung premiere "
    "turniertage probe proben".split()
)
# A sentence may speak of them first; they are who comes, when, or what for.
NOBODY = frozenset(
    "es er dies diese dieser dieses das was wer man wir beides sie ihnen euch interessierte interessierten bürger "
    "bürgerinnen kinder eltern gäste besucher mitglieder mitgliedern alle jeder teilnehmer teilnehmerinnen teilnahme "
    "anmeldung anmeldungen plätze platz eintritt karten uhr ort woche jahr ende anfang beginn verfügung gast mal zeit "
    "möglichkeit gelegenheit einlass treffpunkt start kaffee kuchen vorbereitung besuch mitmachen verkauf verein stadt "
    "gemeinde kulissen verweilen stöbern schlemmen staunen plaudern mitmachen zuhören glas gläschen bürgermeister "
    "bürgermeisterin wichtigste motto thema leitung veranstalter sommerferien ferien pfarrer pfarrerin gruppe gruppen".split()
) | frozenset(WEEKDAYS)
# “Bunter Nachmittag”: what stands before them is part of the name …
NEEDS_ITS_ADJECTIVE = frozenset(
    "stunde abend nachmittag vormittag morgen tag nacht runde beisammensein".split()
)
# … but for these beginnings of adjectives: “der nächste Abend”, “ein schöner Tag”.
SAYS_NOTHING_OF_IT = tuple(
    "nächst kommend dies jed jen ganz halb letzt erst zweit dritt viert fünft weiter ander folgend selb gleich schön toll "
    "wunder interessant spannend gelungen unvergess groß klein lang kurz neu alt gut best jährlich alljährlich monatlich wöchentlich "
    "regelmäßig traditionell beliebt üblich gestrig heutig morgig zusätzlich ein mein dein sein ihr unser euer kein all viel einig mehrer "
    "früh spät heiß kalt warm sonnig vergangen vorig gesamt einzeln verschieden".split()
)
_ONE_SHOWING = re.compile(  # which of several, not of what
    r"(?:(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|abend|nachmittags|vormittags|kinder|senioren|zusatz)"
    r"-?(?:vorstellung|aufführung)(?:en)?"
)


def is_no_event(noun: str) -> bool:
    """“Volkstrauertag”, “Ausweichtermin”: says when. “Schuhwerk”: what one brings."""
    return _ENDS_IN_NOTHING.search(noun) is not None or noun.lower().endswith("schuhwerk")


def is_plain_word(noun: str) -> bool:
    """In small letters: “lesung”, “lesungen”; says what kind it is and nothing more."""
    if _ONE_SHOWING.fullmatch(noun):
        return True
    return any(noun.removesuffix(end) in PLAIN_WORDS for end in ("", "n", "en", "s", "es", "e"))
