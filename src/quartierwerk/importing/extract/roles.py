"""What a date is for. Only `EVENT` makes an event; `RULES` is the list, the first that fits decides.

A rule looks at the words just before the date, just after it, at its whole sentence, or at what stands around it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from . import notices
from .lexicon import EVENT_HEADS


class Role(StrEnum):
    EVENT = "event"
    DEADLINE = "deadline"  # of a registration
    RUNNING = "running"  # “noch bis 31. Oktober zu sehen”
    SALE = "sale"  # registration or tickets begin
    PUBLISHED = "published"
    ENDS = "ends"  # the last day of the date before: “… und endet am Sonntag, 29. Oktober”
    OLD = "old"  # the date from which something was moved
    OTHER = "other"


class Where(StrEnum):
    BEFORE = "before"
    AFTER = "after"
    SENTENCE = "sentence"
    AROUND = "around"


@dataclass(frozen=True)
class Rule:
    """`only` and `unless` are looked for in the whole sentence, `then` in the words after the date."""

    role: Role
    where: Where
    pattern: re.Pattern[str]
    only: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    then: re.Pattern[str] | None = None

    @cached_property
    def _find(self) -> Callable[[str], re.Match[str] | None]:
        """Behind a date only what follows it at once counts."""
        return self.pattern.match if self.where is Where.AFTER else self.pattern.search

    def fits(self, said: dict[Where, str]) -> bool:
        sentence = said[Where.SENTENCE]
        return (
            (self.only is None or bool(self.only.search(sentence)))
            and bool(self._find(said[self.where]))
            and not (self.unless and self.unless.search(sentence))
            and (self.then is None or bool(self.then.search(said[Where.AFTER])))
        )


def _rule(role: Role, where: Where, pattern: str, **conditions: str) -> Rule:
    pattern = rf"(?:{pattern})$" if where is Where.BEFORE else pattern
    return Rule(
        role,
        where,
        re.compile(pattern, re.IGNORECASE),
        **{name: re.compile(each, re.IGNORECASE) for name, each in conditions.items()},
    )


SIGNING_UP = (
    r"\b(?:vor)?anmeld|\banm\.|\bangemeldet|\banzumelden|\bkarten\b|\btickets?\b|eintrittskarten|vorverkauf|reservierung|\breservier|einschreib|\bzusage|"
    r"rückmeld|\bmelden (?:sie|dich|euch|kann)|\bmelde[nt]?\b[^.]{0,80}\ban\b"
)
_ANSWERING = (
    r"\btr[aä]g(?:t|en|e)?\b.{0,110}\bein\b|\beintragen|\beinzutragen|\bbescheid\b|\bantwort\b|\bmelde[nt]? (?:sie )?(?:sich|euch|dich)\b|"
    r"\bregistrier|\bbuchen\b|\bteilnahme\b.{0,60}\bmitteilen|\bu\.\s?a\.\s?w\.\s?g|"
    r"\b(?:soll\w*|muss|müssen) (?:sich|euch)\b.{0,60}\bmelden\b|\bsich bitte\b.{0,60}\bmelden\b|"
    r"\b(?:eine|kurze) (?:kurze )?(?:e-?mail|mail|nachricht|info)\b|\b(?:gebe?n?|sagt?) bitte\b"
)
_SELLING = rf"{SIGNING_UP}|(?:nummern|tisch|stand|platz)vergabe|vergabe der|erhältlich|\bvvk\b|buchbar|gebucht werden"
_UNTIL = (
    r"\bbis\s(?:(?:zum|spätestens|einschließlich|einschl\.|inkl\.|mindestens|voraussichtlich|längstens|am|ende|zum)\s)*"
    r"(?:\w+(?:tag|abend|jahr|ostern|pfingsten),\s(?:dem\s|den\s)?)?"  # bis Neujahr, 1. Januar
)
_FROM = r"\b(?:ab|von|vom)(?:\s(?:dem|sofort bis))?\s*"
_CLOSED = (
    r"geschlossen\b|schließ(?:ungs)?zeit|schließtag|betriebsferien|bleib(?:t|en)\b.{0,60}\bzu\b|keine (?:offene )?sprechstunde|"
    r"\bwieder\b.{0,80}\b(?:geöffnet|erreichbar|berät|beraten|besetzt|ausleihe|sprechstunden|aufmacht|aufmachen)\b|"
    r"zu den (?:üblichen|gewohnten) (?:\w*zeiten)|(?:im|in|macht|machen) urlaub|betriebsausflug|"
    r"unbesetzt|\bhaben\b.{0,40}\bzu\b[,.!]|"
    r"nicht geöffnet|nicht erreichbar|nicht besetzt|macht (?:\w+ ){0,3}pause|"
    r"\bzusätzlich\w*\b.{0,60}(?:geöffnet|öffnung)|länger geöffnet|eingeschränkt (?:erreichbar|"
    r"geöffnet|besetzt)|ausnahmsweise\b.{0,60}geöffnet|"
    r"\bwieder\b.{0,80}(?:zur verfügung|entliehen|ausgeliehen)|letztmals\b|letztmöglich|"
    r"letzte möglichkeit zu[mr]? (?:übermitt|abgabe|anmeld|antrag|abgeben)|\b(?:macht|machen)\b.{0,80}ferien\b|"
    r"\b(?:bekannten|üblichen|gewohnten) \w*zeiten|\bwieder wie gewohnt|\bwieder\b.{0,60}begrü(?:ß|ss)en"
)
_ELSE = (
    r"\bgesperrt|straße dicht|sperrung|umleitung|umgeleitet|baustelle|bauarbeiten|bauzeit|"
    r"tr(?:itt|eten)\b.{0,60}in kraft|inkrafttreten|"
    r"stellenausschreibung|neue öffnungszeiten|gelten\b.{0,120}öffnungszeiten|fahrplanwechsel|\blinien? \d+\b.{0,40}\bf[aä]hr|"
    r"\bf[aä]hr(?:t|en)\b.{0,40}\blinien? \w?\d+|"
    r"\bkein(?:en)? (?:wasser|strom)\b|abgeschaltet|stromabschaltung|stromausfall|nicht möglich sein|"
    r"\bbuslinien?\b.{0,60}\b(?:halten|hält|fahren|fährt)|\b(?:halten|hält|fahren|fährt)\b.{0,30}\b(?:buslinien?|"
    r"busse)\b|haltestellen?\b.{0,80}\b(?:verlegt|entfällt|eingerichtet)"
)
_APPLYING = r"bewerbungs(?:zeitraum|frist|verfahren|schluss)"
_PRINTED = r"\w*(?:ausgabe|heft|buch|zeitung|magazin|blatt|broschüre|kalender|brief|bote|newsletter)\w*"
_OFFICIAL = (
    r"\b(?:verschickt|versendet|versandt|zugestellt|(?<!euro )fällig|ausgezahlt|abgebucht)\b|\bwerden\b.{0,60}\b(?:veröffentlicht|bekannt gegeben)\b|"
    rf"\b{_PRINTED}\b.{{0,60}}\berschein(?:t|en)\b|\berschein(?:t|en)\b.{{0,60}}\b{_PRINTED}\b|"
    r"\blieg(?:t|en)\b.{0,120}\baus\b|\bausgelegt\b|\bauslegung\b|zur einsicht|\bausbildung beginnt\b"
)
_UPKEEP = (
    r"\b(?:wird|werden)\b.{0,100}\b(?:gewartet|geprüft|gespritzt|gekehrt|gemäht|abgelesen|ausgetauscht|saniert|repariert|gereinigt)\b|"
    r"außer betrieb|straßenreinigung|\bprüft\b|\blesen\b.{0,80}\bab\b|\bbus(?:se)?\b.{0,80}\bnicht mehr\b|\bnur (?:bis|von)\b.{0,30}\bbesetzt\b"
)
_VACANCY = r"stellenausschreibung|stellenanzeige|stellenangebot|\bminijob"
_MAINTENANCE = r"wartungsarbeiten|stromabschaltung|abschaltung|sperrung\b|bauabschnitt|halteverbot|geänderte öffnungszeiten"
_WASTE = (
    r"abfuhr|leerung|container\b.{0,60}(?:geleert|abgeholt|geliefert|bereit)|tonnen?\b.{0,40}(?:geleert|abgeholt|bereit)|\bgelbe\w* s[aä]ck|"
    r"sperrmüll|wertstoffh[oö]f|\bgelbe\w* tonne|müll\b.{0,40}(?:abgeholt|abgefahren)|\b\w+tour\b.{0,20}verschieb"
)
_NO_ROOM = (
    r"\bnicht\b.{0,50}\b(?:parkflächen?|(?:zum )?parken|geparkt|befahren)\b|\bpark(?:en|flächen?)\b.{0,60}\bnicht\b|halteverbot|parkverbot|"
    r"\b\w*(?:auf|ab)bau(?: de[rs] [\w-]+)?,? (?:ist |beginnt |startet |erfolgt |findet )?(?:(?:bereits|schon) )?(?:am|ab|um|von|statt)\b|"
    r"\bzum (?:auf|ab)bau\b(?! (?:eine[rs]|de[rs]|von)\b)"
)
HANDED_IN = (
    r"\b(?:\w*holz|grünschnitt|strauchwerk|kuchen\w*|salat\w*|\w*spenden?|sachen|ware|waren|bäume|flaschen|altpapier|altkleider|altgeräte|elektroschrott|batterien|altglas)\b.{0,140}"
    r"\b(?:abgeben|abgegeben|abgeholt|angenommen|annehmen|entgegengenommen|anliefern|angeliefert|beitragen)\b|"
    r"\b(?:rückgabe|erstattung|annahme) de[rs]\b|\b(?:holz|waren?|artikel|spenden)-?(?:annahme|abgabe|anlieferung)\b"
)
_RUN = (
    r"(?:warn|be)streik|notbetrieb|lockdown|\bfreigegeben\b|\bausgesetzt\b|spielbetrieb|\bgelten bis\b|"
    r"\bbetrieb\w*\b.{0,60}\b(?:aufgenommen|aufzunehmen|aufnehmen|eingestellt|beendet)\b|"
    r"(?:sammelstelle|umkleiden|duschen|büro|\bbad|hallenbad|freibad|bücherei|bibliothek|deponie|recyclinghof|bauhof|"
    r"tennisplätze|sportplätze|saison)\b"
    r".{0,120}\b(?:geöffnet|öffne[nt]|schließ(?:t|en)|auf[.!])(?!\w)(?! .{0,40}\bmit\b)|beginn der \w*saison|türcode|"
    r"\böffne(?:t|n)\b.{0,60}(?:büro|\bbad|hallenbad|freibad|bücherei|bibliothek|rathaus|verwaltung|recyclinghof|wertstoffhof|museum)\b.{0,20}\bwieder\b"
)
_APPLY = (
    r"\bbewerb(?:en|t|ung|ungen)\b|\beinreichen|eingereicht|einzureichen|\banträge?\b.{0,60}(?:gestellt|stellen|möglich)|"
    r"\bbeantrag(?:en|t)\b|\babgestimmt werden|\babstimmen\b|umfrage|\bumtausch"
)
_GATHERS = (
    r"\blädt\b|\bladen\b.{0,80}\bein\b|\b(?:trifft|treffen) (?:sich|wir uns)|\bwir treffen uns|\bfindet\b.{0,140}\bstatt\b|\bzeigt\b|"
    r"führung|infoabend|versammlung|"
    r"\binformiert\b(?!,? dass).{0,80}\büber\b"
)
_GATHERING = r"\blädt\b|\bladen\b.{0,80}\bein\b|führung|versammlung|\binformationsveranstaltung"
_OPEN_FOR_ALL = r"tag der offenen|offene tür|einweihung|eröffn|\bfest\b|\bnacht\b|\b(?:lange|sonder)\w* \w*(?:nacht|abend)"
_MEETS = r"\btreff|findet\b(?! (?:\w+ ){0,2}keine)|\blädt\b|laden\b.{0,80}\bein\b|\bberatung|sprechstunde|vorstellung|\buhr\b"
# Heads that days and hours of notices have as well: “Dienstag”, “Freitagnachmittag”, “in der Woche”.
_NO_SIGN = frozenset(
    "tag tage woche wochenende termin stunde information feuer kreis bühne lager beratung mittag abend nachmittag nacht reihe wahl "
    "reise".split()  # preise
)
_TAKES_PLACE = (
    rf"{_GATHERS}|\b(?:findet|(?<!zu )finden|"
    r"laden|einlad\w*|eingeladen|willkommen|eröffn\w*|eingeweiht|feier(?!tag)\w*|gefeiert|spatenstich|auftritt)\b|"
    r"\btag der\b|(?<!p)reisen?\b|(?:aktions|familien|projekt|themen|spiel)tag|(?<!tag)(?:abend|nachmittag)s?\b|"
    r"(?<!super)(?<!bau)(?<!arbeits)(?<!getränke)(?!laufe\s(?:de[sr]|von)\b)"
    rf"(?:{'|'.join(each for each in EVENT_HEADS if each not in _NO_SIGN)})(?:s|es|n|en|e)?\b"
)
# “Wegen der Bauarbeiten startet der Lauf am Bahnhof”: the works are only the reason.
_OF_WORKS = r"\b(?:wegen|aufgrund|auf grund|trotz)\b.{0,40}(?:bauarbeiten|baustelle|sperrung)\b"
_HEAD = rf"(?:{'|'.join(each for each in EVENT_HEADS if each not in _NO_SIGN)})(?:s|es|n|en|e)?\b"
_DESPITE_WORKS = rf"{_OF_WORKS}.{{0,120}}{_HEAD}|{_HEAD}.{{0,120}}{_OF_WORKS}"
_TAKES_PLACE_THERE = r"\bfeier|\bfest\b|tag der offenen|\blädt\b|\bladen\b|einlad|programm"
_HOUR = r"\buhr\b|\d:\d\d"
_PAUSE_OVER = (
    r"\b(?:trifft|treffen)\b.{0,60}\berst\b.{0,60}\bwieder\b|pause (?:ist )?(?:vorbei|zu ende|beendet)"
    r"|(?:nach|aus) de[rnm] (?:\w+ )?\w*(?:pause|ferien|urlaub)|\bweiter geht\b|\bgeht(?:'s| es) (?:\w+ )?weiter\b"
)
_PAUSE = r"(?:sommer|winter|weihnachts)pause"
_BEFORE_IT = rf"{_PAUSE_OVER}|\bvor de[rnm] (?:\w+ )?\w*(?:pause|ferien|urlaub)"
_PUBLISHED = (
    r"\b(?:stand|veröffentlicht|erstellt|aktualisiert|geändert|eingestellt|geschrieben|update|änderung|zuletzt|erschienen|"
    r"last modified|last updated|artikel|meldung|pressemitteilung|presseinformation|mitteilung|publiziert|gepostet|"
    r"datum des artikels)\b[\s:,|-]*(?:am|vom|von|nr\.?[\s\d/]*)?[\s:]*"
)
_PAPER = (
    r"(?:beschlu(?:ss|ß)|fassung|gesetz|verordnung|bekanntmachung|schreiben|brief|bericht|"
    r"urteil|bescheid|ausgabe|protokoll|satzung|antrag|erlass|rechnung|zeitung|anzeiger)\w*\s(?:vom|"
    r"v\.)\s*"
)

_EXCEPT = r"\b(?:außer|ausgenommen|mit ausnahme|bis auf|nicht)\s(?:(?:am|an|vom|von|des|der|den|dem|in der zeit)\s)*"
EXCEPT = re.compile(rf"(?:{_EXCEPT})$", re.IGNORECASE)

RULES = (
    _rule(Role.DEADLINE, Where.BEFORE,
        r"\b(?:anmelde\w+|(?:vor)?anmeldung(?:en)?|meldefrist)\b[^.;\d]{0,30}\b(?:endet|enden|läuft|laufen|schließt)\b[^.;\d]{0,30}"),
    _rule(Role.ENDS, Where.BEFORE, r"(?:rückfahrt|rückkehr|rückreise|heimreise)\b[^.;\d]{0,20}"),
    _rule(Role.ENDS, Where.BEFORE, r"\b(?:endet|enden|schließt)\b[^.;\d]{0,40}|\b(?:geht|gehen|dauert|läuft)\b[^.;\d]{0,40}\bbis\b[^.;\d]{0,12}"),
    _rule(Role.OTHER, Where.BEFORE, r"\bnacht (?:vom|zum|von)\s|\bnacht vom \d\d?\. auf (?:den|dem)\s"),
    _rule(Role.OTHER, Where.AFTER, r"[^.;,\d]{0,50}\b\w*pause\b", only=r"\bist\b"),
    _rule(Role.OTHER, Where.BEFORE, r"\bseit(?:\s(?:dem|der))?\s*"),
    _rule(Role.OTHER, Where.BEFORE, r"(?:geboren|geb\.|gestorben|verstorben|gegründet|jahrgang|†|\(\*)\s*(?:am|im|:)?\s*"),
    _rule(Role.OLD, Where.BEFORE, r"\b(?:statt|anstatt|anstelle)\s(?:wie\s[^.,;\d]{0,25}\s)?(?:am|vom|des|der|dem)?\s*", unless=r"\bfind(?:et|en)\b"),
    _rule(Role.OLD, Where.BEFORE, r"\bnicht\s(?:schon |mehr |erst )?wie [^.,;\d]{2,40}\s(?:am|vom|an|für)\s(?:den\s)?",
        only=r"\b(?:sondern|bereits|schon|erst|nun|stattdessen)\b"),
    _rule(Role.OLD, Where.BEFORE, r"\b(?:ursprünglich|eigentlich)\b[^.;\d]{0,60}"),
    _rule(Role.OLD, Where.BEFORE, r"\b(?:geplant|angesetzt|vorgesehen)\s(?:für|am)\s(?:den\s)?",
        then=r"^[\s,;)-]{0,3}(?:neuer\s|der\s)?(?:ersatz|nachhol|ausweich)?termin\b"),
    _rule(Role.OTHER, Where.BEFORE, rf"(?:{_EXCEPT})"),
    _rule(Role.OLD, Where.AFTER, r"[^;]{0,110}\b(?:auf\s(?:\w+\s)?|(?:verschoben|verlegt):?\s)$", only=r"verschob|verleg|vorgezogen|verschieb",
        unless=r"\bbei (?:\w+ )?(?:regen|dauerregen|sturm|wetter|unwetter)\b|\bfalls\b|\bsollte\b"),
    _rule(Role.OLD, Where.BEFORE, r"\bvom\s", only=r"verschob|verleg"),
    _rule(Role.PUBLISHED, Where.BEFORE, _PUBLISHED),
    _rule(Role.PUBLISHED, Where.BEFORE, r"(?:\bvon (?!\d)[\w. ]{2,40}\s?[-|]|(?:^|\n)\W*von (?!\d)[\w. ]{2,40},)\s?(?:datum:?|am)\s*"),
    _rule(Role.PUBLISHED, Where.BEFORE, r"(?:(?:\bfotos?|\bbild|\bquelle|\bautor(?:in)?(?=\s?:))\b|©|\(c\))[^.\n]{0,40}"),
    _rule(Role.PUBLISHED, Where.AFTER,
        r"[\s,|-]{1,4}(?:(?:artikel|seite|beitrag) )?(?:ausdrucken|drucken|teilen|versenden|verschicken|merken|kommentieren|vorlesen)\b"),
    _rule(Role.DEADLINE, Where.BEFORE, r"(?:anmelde|melde|nenn)(?:schluss|schluß|frist|termin)\b[^.;\d]{0,80}"),
    _rule(Role.SALE, Where.BEFORE, r"(?:\beine\s(?:\w+\s)?anmeld(?:ung|emöglichkeit)|anmeldetage?n?|karten(?:vor)?verkauf|"
        r"\bvorverkauf|ticketverkauf)\b"
        r"(?!.*\b(?:für|zu[rm]?|erforderlich|nötig|notwendig|erbeten|gebeten)\b)(?:(?!\bbis\b)[^.;]){0,120}"),
    _rule(Role.DEADLINE, Where.BEFORE, rf"(?:{_UNTIL}|\bspätestens\s(?:am\s|zum\s)?)", only=rf"{SIGNING_UP}|{_ANSWERING}"),
    _rule(Role.RUNNING, Where.BEFORE, _UNTIL, only=r"ausstellung|zu sehen|schau\b|gezeigt|ausgestellt|:\s?\"[^\"]+\"\s(?:im|in)\b"),
    _rule(Role.OTHER, Where.BEFORE, _UNTIL),
    _rule(Role.OTHER, Where.BEFORE,
        r"(?:(?:einsende|abgabe|redaktions|bewerbungs|annahme|antrags|melde)(?:schluss|schluß)|"
        r"\w*frist|stichtag|abgabetermin)\b[^.;\d]{0,40}|\bspätestens\s(?:am\s|zum\s)?"),
    _rule(Role.OTHER, Where.BEFORE, r"\bbis\s[^.;\d]{0,45}\b(?:also|d\.\s?h\.|nämlich|sprich)\s(?:am\s|dem\s|den\s|zum\s)?"),
    _rule(Role.OTHER, Where.BEFORE, r"\b(?:suchen|sucht|gesucht|stellt|einstellen|ausbildung|stelle)\b[^.;\d]{0,60}\bzum\s*"),
    _rule(Role.SALE, Where.BEFORE, r"\b(?:nummern|tisch|stand|platz)vergabe\b[^.;\d]{0,20}"),
    _rule(Role.SALE, Where.BEFORE, r"(?:möglich|erhältlich|buchbar|freigeschaltet|abhol\w*|abzuholen)\b[^.;\d]{0,40}\bab\b[^.;\d]{0,12}"),
    _rule(Role.OTHER, Where.BEFORE, r"\bzum\s", unless=r"\blädt\b|\bladen\b|einlad|verschob|verleg|\bfindet\b|\btermin"),
    _rule(Role.OTHER, Where.BEFORE, r"\w*plan\svom\s|\b(?:abhol|erscheinungs|zahl)(?:termin|tag)\w*\b[^.;\d]{0,30}|\babholen\b[^.;\d]{0,20}"),
    _rule(Role.SALE, Where.BEFORE, rf"(?:{_SELLING})[^.;]{{0,120}}{_FROM}"),
    _rule(Role.OTHER, Where.BEFORE, _FROM, then=r"^[^.;\d]{0,20}\b(?:finden sie uns|sind wir|erreichen sie|ist das \w*büro)\b"),
    _rule(Role.OTHER, Where.BEFORE, rf"{_FROM}|\bmit dem\s",
        then=r"^\s*(?:gelten|gilt|greift|steigt|steigen|kostet|kosten|ändert|ändern|erhöht|entfällt)\b"),
    _rule(Role.SALE, Where.BEFORE, _FROM, then=rf"^[^.;]{{0,50}}(?:{_SELLING})"),
    _rule(Role.SALE, Where.BEFORE,
        r"(?:vorverkauf|anmelde\w*|anmeldung(?:en)?)\b(?!.*\b(?:für|zu[rm]?)\s)[^.;\d]{0,40}\b(?:startet|"
        r"beginnt|öffnet|ist|sind)\b[^.;\d]{0,20}(?:am|ab)\s*"),
    _rule(Role.SALE, Where.AFTER, r"[^.;]{0,20}\b(?:beginnt|startet)\b[^.;]{0,60}\b(?:\w*vorverkauf|anmeldung)\b"),
    _rule(Role.OTHER, Where.SENTENCE, r"\bwären?\b.{0,120}\bmöglich\b"),
    _rule(Role.OTHER, Where.BEFORE, _PAPER),
    _rule(Role.OTHER, Where.BEFORE, r"(?:ferien|pause|urlaub|öffnungszeit(?:en)?|schließung\w*|schließ\w*zeit\w*)\b"
        r"(?:(?!\b(?:findet|finden|lädt|laden|gibt|weiter|bevor|geht)\b)[^.:;\d]){0,30}", unless=_BEFORE_IT),
    _rule(Role.OTHER, Where.SENTENCE, notices.BY_APPOINTMENT),
    _rule(Role.OTHER, Where.SENTENCE, rf"{notices.OPENING_DAY}|{notices.OFFICE_IS_OPEN}", only=r"geöffnet|öffnungstag",
        unless=rf"{_GATHERS}|{_OPEN_FOR_ALL}"),
    _rule(Role.OTHER, Where.SENTENCE, notices.OFFICE_REOPENS, unless=_TAKES_PLACE_THERE),
    _rule(Role.OTHER, Where.BEFORE, r"\bab\s", only=notices.HELD_AGAIN, unless=_HOUR),
    _rule(Role.OTHER, Where.SENTENCE, notices.OFFICE_OPENS, only=r"\böffne[nt]\b", unless=_TAKES_PLACE),
    _rule(Role.OTHER, Where.BEFORE, notices.FOR_A_HOLIDAY, only="feiertag"),
    _rule(Role.OTHER, Where.SENTENCE, notices.REFUSE_MOVED, only=r"abholung|abfuhr|leerung|entsorgung|tour\b|bezirk", unless=_GATHERING),
    _rule(Role.OTHER, Where.SENTENCE, notices.RESUMES, only=r"\bwieder\b", unless=_HOUR),
    _rule(Role.OTHER, Where.SENTENCE, notices.ABSENT, unless=_GATHERS),
    _rule(Role.OTHER, Where.SENTENCE, notices.SWITCHED_OFF, unless=_GATHERS),
    _rule(Role.OTHER, Where.SENTENCE, notices.RENEWED, unless=_GATHERS),
    _rule(Role.OTHER, Where.AFTER, notices.ASKED_THEN),
    _rule(Role.OTHER, Where.SENTENCE, notices.LEARNT_THEN),
    _rule(Role.OTHER, Where.AFTER, notices.IN_FORCE),
    _rule(Role.OTHER, Where.BEFORE, notices.EVERY_YEAR, only=r"jahr|jähr|rund um|\bimmer\b"),
    _rule(Role.OTHER, Where.SENTENCE, notices.IS_A_HOLIDAY, only="feiertag", unless=rf"{_TAKES_PLACE}|{_HOUR}"),
    _rule(Role.OTHER, Where.SENTENCE, notices.TRAFFIC_AGAIN, only=r"frei|verkehr|befahr", unless=_TAKES_PLACE),
    _rule(Role.SALE, Where.BEFORE, notices.TICKETS_FETCHED, only=r"karte|ticket"),
    _rule(Role.SALE, Where.SENTENCE, notices.TICKETS_CHANGED, only="tauscht"),
    _rule(Role.OTHER, Where.SENTENCE, notices.GREETINGS, unless=_HOUR),
    _rule(Role.OTHER, Where.BEFORE, r"\bzwischen\s(?:dem\s)?", only=notices.BORN),
    _rule(Role.OTHER, Where.SENTENCE, notices.PERSONS, unless=r"trauerfeier|beisetzung|gedenk|andacht|gottesdienst|\bempfang"),
    _rule(Role.OTHER, Where.SENTENCE, notices.CONTESTS),
    _rule(Role.OTHER, Where.SENTENCE, notices.CHOSEN, unless=r"versammlung|sitzung|\bfindet\b|\blädt\b|\btreffen"),
    _rule(Role.OTHER, Where.BEFORE, r"\b(?:vom|bis)\s", only=notices.CONTEST, unless=_GATHERS),
    _rule(Role.OTHER, Where.AFTER, r"[^;]{0,60}\bwieder (?:für (?:sie|euch|dich) )?da\b"),
    _rule(Role.OTHER, Where.SENTENCE, _CLOSED, unless=_PAUSE_OVER),
    _rule(Role.OTHER, Where.SENTENCE, _PAUSE, unless=_BEFORE_IT),
    _rule(Role.OTHER, Where.SENTENCE, _ELSE, unless=rf"{_GATHERS}|{_DESPITE_WORKS}"),
    _rule(Role.OTHER, Where.SENTENCE, _WASTE, unless=_MEETS),
    _rule(Role.OTHER, Where.AROUND, _VACANCY),
    _rule(Role.OTHER, Where.AROUND, _APPLYING, only=r"\bzeitraum|\bab dem|bewerb"),
    _rule(Role.OTHER, Where.BEFORE, r"\bob (?:denn |auch )?(?:am|an|im|es am)\s|\bob (?:denn |auch )?"),
    _rule(Role.OTHER, Where.AROUND, _MAINTENANCE, unless=_MEETS),
    _rule(Role.OTHER, Where.AROUND, _WASTE, unless=rf"{_TAKES_PLACE}|{_MEETS}|{_HOUR}"),
    _rule(Role.OTHER, Where.AROUND, r"wartungsarbeiten|stromabschaltung|\bwasser\b.{0,80}\b(?:an|ab)gestellt\b", unless=_TAKES_PLACE),
    _rule(Role.OTHER, Where.AROUND, _WASTE, only=r"verschieb|verschob|verleg|vorgezogen|nachgeholt|tour\b|feiertag|wie gewohnt"),
    _rule(Role.OTHER, Where.SENTENCE, _NO_ROOM),
    _rule(Role.OTHER, Where.SENTENCE, HANDED_IN),
    *(_rule(Role.OTHER, Where.SENTENCE, each) for each in (notices.SEASON, notices.FOUND_THERE, notices.HAD_BEEN)),
    _rule(Role.OTHER, Where.SENTENCE, _OFFICIAL, unless=_GATHERS),
    _rule(Role.OTHER, Where.SENTENCE, _UPKEEP, unless=_GATHERS),
    _rule(Role.OTHER, Where.SENTENCE, r"problemmüll|schadstoff(?:mobil|sammlung)|sondermüll|grüngut"),
    _rule(Role.OTHER, Where.BEFORE, r"\bbis zu[mr] [^.;\d]{0,40}\s-\s(?:am\s)?"),
    _rule(Role.OTHER, Where.SENTENCE, _RUN, unless=rf"{_PAUSE_OVER}|tag der offenen|einweihung|eröffn|\bfest\b|{_GATHERS}"),
    _rule(Role.OTHER, Where.SENTENCE, _APPLY, unless=_MEETS),
    _rule(Role.SALE, Where.BEFORE, rf"{notices.SALE_BEGINS}|{notices.TICKETS_ARE}|(?:{notices.SALES})\b[^.;\d]{{0,40}}"),
    _rule(Role.SALE, Where.SENTENCE, notices.SOLD),
    _rule(Role.OTHER, Where.BEFORE, rf"{notices.APPEARS}|{notices.PERIODS}|{notices.PLANS}|{notices.WHICH_BEGINS}", unless=_HOUR),
    _rule(Role.OTHER, Where.BEFORE, notices.VALID, unless=_TAKES_PLACE),
    _rule(Role.OTHER, Where.BEFORE, r"\b(?:ab|in der zeit vom)(?:\s(?:dem|sofort))?\s*", unless=rf"{_TAKES_PLACE}|{_HOUR}|geplant"),
    _rule(Role.OTHER, Where.BEFORE, r"\bzeitraum\s(?:vom?\s|ab\s)?", unless=_TAKES_PLACE),
    _rule(Role.OTHER, Where.BEFORE, r"\b(?:start|beginn|ende) (?:des|der) (?:\w*wettbewerbs?|\w*befragung|\w*phase|\w*frist)\b[^.;\d]{0,20}"),
    _rule(Role.OTHER, Where.BEFORE, r"\bin der zeit (?:vom|ab)\s*", unless=_TAKES_PLACE),
    _rule(Role.OTHER, Where.SENTENCE, notices.LENDING, unless=rf"{_GATHERS}|{_HOUR}"),
    _rule(Role.OTHER, Where.SENTENCE, notices.WORKING, unless=rf"{_TAKES_PLACE}|{_HOUR}"),
    *(_rule(Role.OTHER, Where.SENTENCE, each, unless=_TAKES_PLACE) for each in (
        notices.NOT_REACHED, notices.SUPPLY, notices.FORBIDDEN, notices.WORKS, notices.BUILDING, notices.POLICE,
        notices.TO_BE_DECIDED, notices.STEPS, notices.YEARS)),
)  # fmt: skip

_PRETERITE = (
    r"fand(?:en)?|war(?:en)?|hatten?|kam(?:en)?|ging(?:en)?|gab(?:en)?|lud(?:en)?|traf(?:en)?|besuchten?|feierten?|"
    r"eröffneten?|starteten?|begann(?:en)?|endeten?|"
    r"informierten?|nahm(?:en)?|zeigten?|sprach(?:en)?|stellten?|stand(?:en)?|machten?|erhielt(?:en)?|berichteten?|diskutierten?|"
    r"versammelten|präsentierten?|freuten?|lockten?|folgten?|brachten?|wählten?|verabschiedeten?|beschloss(?:en)?|übergab(?:en)?|unterzeichneten?|"
    r"rief(?:en)?|schrieb(?:en)?|bat(?:en)?|las(?:en)?|lag(?:en)?|sah(?:en)?|bot(?:en)?|wies(?:en)?|schloss(?:en)?|griff(?:en)?|warf(?:en)?|brach(?:en)?|"
    r"hob(?:en)?|trieb(?:en)?|riss(?:en)?|verschwand(?:en)?|erschien(?:en)?|verließ(?:en)?|ergab(?:en)?|empfing(?:en)?|aßen|tranken|wuchs(?:en)?|"
    r"lautete|hieß(?:en)?|lernten?|arbeiteten?|erlebten?|tagten?|konnten?|durften?|stieg(?:en)?|lief(?:en)?|"
    r"fuhr(?:en)?|saß(?:en)?|ließ(?:en)?|gewann(?:en)?|halfen?|organisierten?|begrüßten?|"
    r"pflanzten?|sammelten?|erzählten?|nutzten?|veranstalteten?|spielten?|sangen?|tanzten?|"
    r"gründeten?|verstarb|starb(?:en)?|geriet(?:en)?|ereigneten?|kontrollierten?|brannten?|"
    r"sollten?|wollten?|mussten?|blieb(?:en)?|siegten?|verlor(?:en)?|trennten|zog(?:en)?|dankten?|würdigten?|"
    r"erfolgten?|befuhr(?:en)?|bemerkten?|flüchteten?|jährten?|entwendeten?|beschädigten?|prallten?|stieß(?:en)?|schlug(?:en)?|fiel(?:en)?|"
    r"verlief(?:en)?|erlitt(?:en)?|entstand(?:en)?|gelang(?:en)?|bestand(?:en)?|überzeugten?|begeisterten?|betonten?|erklärten?|erläuterten?|"
    r"lobten?|blickten?|nutzte|hielt(?:en)?|trat(?:en)?|kehrten?|geschehen|übernahm(?:en)?|überreichten?|stürzten?|rückten?|wechselten?|ehrten?|bildeten?|trug(?:en)?|"
    r"erbrachten?|staunten?|klangen|klang|endeten?|\w+(?:nahm|fand|kam|ging|hielt)(?:en)?"
)
_PERFECT = (
    r"\b(?:habe[nt]?|hat|hatten?|wurden?|worden)\b(?:(?:[^.!?;]|(?<=\d)\.){1,160}?)\b(?:\w*ge\w{2,}(?:t|"
    r"en)|\w+iert|\w*(?:be|er|ver|ent|zer)\w{2,}(?:t|en)|teilgenommen|stattgefunden|\w+en (?:können|dürfen|müssen))\b|"
    r"\b(?:wurden?|sind|ist|war(?:en)?)\b(?:[^.!?;]|(?<=\d)\.){1,160}?\b(?:gekommen|gegangen|gestartet|"
    r"zusammengekommen|gewesen|gefahren|entstanden|worden|erschienen|verstorben|zu ende "
    r"gegangen)\b"
)
_PRESENT = (
    r"\w*(?:biet|bitt|start|halt|stalt|arbeit|wart|leit|rat|tret|richt|gelt|reit|leist|test|rüst|fast|kost|läut|schalt|acht|leucht|"
    r"breit|deut|miet|bet|zelt|rast|heirat|dicht|schlacht|pacht|zicht|falt|schreit|red|spend)en|heute|bitte|"
    r"\w*(?:möcht|sollt|könnt|müsst|dürft|wollt|würd)en?"
)
# “Am 6. April wechselten …”: what stands behind the first phrase of a German sentence is its verb.
_VERB_BEHIND = re.compile(
    rf"[\s,)]*(?:(?:um|gegen|ab|von|kurz (?:vor|nach))\s[\d.:\s-]+(?:Uhr|h)?[\s,]*)?(?!(?:{_PRESENT})\b)[a-zäöüß]{{3,}}(?:te|ten)\b"
)
# “Acht Kinder ergründeten am 1. Mai den Bach”; “geplante” and “zweite” are no verbs.
_VERB_BEFORE = re.compile(
    r"\b(?P<verb>[a-zäöüß]{4,}t(?:e|en))\s(?:sich\s)?(?:bereits\s|schon\s)?(?:am|vom)\s$"
)
_NO_VERB = re.compile(
    rf"{_PRESENT}|\w*ge[a-zäöü]+te|"
    r"\w*(?:st|zweit|dritt|viert|fünft|sechst|acht|neunt|zehnt|letzt|best|erst|bekannt|beliebt|alt|neut|gesamt)e?n?",
    re.IGNORECASE,
)
_PHRASE = 50  # characters before a date in which its verb stands
_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,80}[)\]]")
_MINUTES = re.compile(
    r"^\W*(?:niederschrift|\w*protokoll|(?:\w+-?)?rückblick|nachlese|bericht|dokumentation)\b(?:[:\s]|$)|"
    r"\b(?:wurden|sind) folgende (?:themen|punkte|beschlüsse)\b|\bfolgende (?:themen|punkte) (?:wurden|standen)\b|"
    r"\b(?:übersicht|liste) (?:vergangener|der vergangenen|bisheriger)\b",
    re.IGNORECASE | re.MULTILINE,
)
_OPENS_A_SENTENCE = re.compile(
    r"(?:(?:bereits|schon|erst)\s)?(?:am|an|vom|der|den|in der nacht zum)?\s*", re.IGNORECASE
)
PAST_TENSE = re.compile(rf"\b(?-i:{_PRETERITE})\b|{_PERFECT}", re.IGNORECASE)  # “am Stand” tells nothing


INVITING = re.compile(
    r"\b(?:findet|finden|lädt|laden|trifft|treffen|beginnt|startet|eröffnet|tagt|kommt|veranstaltet|bietet|feiert|spielt|steht|"
    r"eingeladen|willkommen|auf dem programm)\b|"
    r"(?:konzert|vortrag|lesung|führung|fest|markt|treff|sitzung|versammlung|gottesdienst|andacht|kurs|workshop|matinee|"
    r"abend|umzug|tour|lauf|wanderung|turnier|feier|ausstellung)\b",
    re.IGNORECASE,
)


def role(before: str, after: str, sentence: str, around: str = "", *, is_range: bool = False) -> Role:
    """`before`: the sentence up to the date, back to the date before it; `after`: the words behind it;
    `around`: some lines before the sentence."""
    said = {Where.BEFORE: before, Where.AFTER: after, Where.SENTENCE: sentence, Where.AROUND: around}
    for rule in RULES:
        if rule.fits(said):
            return rule.role
    if not is_range and re.search(r"\bvom\s$", before, re.IGNORECASE):
        return Role.OTHER
    return Role.EVENT


def is_report(sentence: str) -> bool:
    """Whether a sentence tells what was; words in brackets aside."""
    return bool(PAST_TENSE.search(_BRACKETS.sub("", sentence)))


def is_minutes(opening: str) -> bool:
    """Whether a text begins as minutes or a look back do: what it dates is past."""
    return bool(_MINUTES.search(opening))


def is_told_of(before: str, after: str) -> bool:
    """Whether a past verb follows a date that opens its sentence, or stands right before a date."""
    verb = _VERB_BEFORE.search(before[-_PHRASE:])
    is_before = verb is not None and not _NO_VERB.fullmatch(verb["verb"])
    return bool(is_before or (_OPENS_A_SENTENCE.fullmatch(before) and _VERB_BEHIND.match(after)))
