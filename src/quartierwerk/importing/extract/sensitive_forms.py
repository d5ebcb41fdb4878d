"""What texts speak about that were never meant for everybody, though nothing marks them: notes of a case, complaints about a
neighbour, matters of staff. Tables of kinds. Each counts only with somebody named beside it, and not where it is talked about,
offered or advised on (a lecture on debts, a group for relatives)."""

import re
from dataclasses import dataclass

from .private_forms import RELATIVES
from .withheld_forms import NAME, ignoring_case

_INITIAL_OR_NAME = r"(?:[A-ZÄÖÜ]\.(?:\s?[A-ZÄÖÜ]\.)?|[A-ZÄÖÜ][\w'-]+)"
_OF_NO_OFFICE = (  # “Frau Muster vom Jugendamt”, “Herr Muster, Streetworker,” speak for others
    r"(?!\s(?:vom|von\s(?:der|den|dem)|beim|bei\sder|unter)\b|,\s[A-ZÄÖÜ][\w-]+(?:\s(?:der|des|von|vom|im|in)\s[^,\n]{2,40})?,)"
)
_TITLED = rf"(?-i:\b(?:Frau|Fr\.|Herrn?|Hr\.|Familie|Fam\.|Eheleute|Ehepaar)\s(?:(?:von|van|de|der)\s)?{_INITIAL_OR_NAME}(?!\w){_OF_NO_OFFICE})"
_IN_A_ROLE = (
    r"\b(?:mieter|nachbar|bewohner|schüler|kollege|kollegin|mitarbeiter|klient|patient|bewerber|kandidat|kläger|beschuldigte|geschädigte|zeuge|zeugin|kind|junge|mädchen|azubi|praktikant|betreute)"
    rf"(?:in|r|n|s)?,?\s(?-i:{_INITIAL_OR_NAME})"
)
_BORN = rf"(?-i:{NAME})(?:,?\s\(?(?:geb\.|geboren|\*)|,?\s\(?\d{{1,2}}\)?\s?(?:J\.|Jahre)|\s\(\d{{1,2}}\))"
_OF_A_CASE = r"\b(?:km|kv|kindsmutter|kindsvater|kindesmutter|kindesvater|klientin|klient)\b"
SOMEBODY = ignoring_case(
    rf"{_TITLED}|{_IN_A_ROLE}|{_BORN}|{_OF_A_CASE}|\b(?:ihr|sein|deren|dessen)e?[rmn]?\s{RELATIVES}\b"
)
TAKES_UP = re.compile(
    r"(?:Sie|Er|Ihr|Ihre|Ihm|Ihn|Sein|Seine|Die (?:Mutter|Familie|Tochter|Kinder)|Der (?:Vater|Sohn)|Das Kind|Beide)\b"
)
NAMED = re.compile(NAME)  # two words only: somebody where the matter leaves no doubt


@dataclass(frozen=True)
class Matter:
    """`is_sure`: words that hardly anybody uses in an announcement; then a name without “Frau” or “Herr” will do."""

    name: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    is_sure: bool = False


def _matter(name: str, words: str, pattern: str, *, is_sure: bool = False) -> Matter:
    return Matter(name, tuple(words.split()), ignoring_case(pattern), is_sure)


MATTERS = (
    _matter(
        "Fallnotiz",
        "fallnotiz fallakte fallverlauf fallnummer hilfeplan klient hausbesuch gesprächsvermerk betreuungsakte sozialbericht anamnese betreuung",
        r"\bfall(?:notiz|akte|verlauf|nummer|besprechung)\b|\bhilfeplan\w*|\bklient(?:in)?\b|\bhausbesuch\b|\bgesprächsvermerk\b|\bbetreuungsakte\b|\bsozialbericht\b|\banamnese\b|\b(?:gesetzliche[rn]?|rechtliche[rn]?)\sbetreu(?:er|erin|ung)\b",
        is_sure=True,
    ),
    _matter(
        "Kinderschutz",
        "kindeswohl inobhut jugendamt 8a verwahrlos misshand sorgerecht umgangsrecht vernachlässig flecken hämatom missbrauch",
        r"\bkindeswohl\w*|\binobhut\w*|\b(?:meldung|gemeldet|meldet|eingeschaltet|informiert|verständigt|termin)\b.{0,40}\bjugendamt\b|\bjugendamt\b.{0,40}\b(?:informiert|eingeschaltet|gemeldet|nimmt|nahm|verständigt|prüft)\b|§\s?8\s?a\b|\bverwahrlos\w*|\bmisshand\w*|\b(?:sorge|umgangs)recht\b|\bvernachlässigt\b|\bblauen?\sflecken\b|\bhämatome?\b|\bmissbrauch\w*",
    ),
    _matter(
        "Schulden",
        "schulden insolven pfänd inkasso rückst räumung gläubiger stromsperre abgestellt gezahlt bezahlt mahnbescheid vollstreck schufa schuldet "
        "zahlungsunfähig raten zahlungsaufforderung",
        r"\b(?:miet|strom|bank)?schulden\b|\b(?:privat)?insolven[zt]\w*|\b(?:ge)?pfänd(?:et|ung\w*)\b|\binkasso\w*|\b(?:miet|zahlungs|beitrags)rückst\w+|\b\w*räumung(?:sklage|stermin)?\b|\bgläubiger\w*|\bstromsperre\b|\bmahnbescheid\b"
        r"|\bvollstreck\w*|\bschufa\b|\bschuldet\b|\bzahlungsunfähig\b|\bratenzahlung\b|\b(?:ihm|ihr|ihnen|der\sfamilie)\b.{0,30}\b(?:strom|gas|wasser)\b.{0,20}\babgestellt\b|\b(?:hat|haben|zahlt|zahlen)\b.{0,50}\bnicht\s(?:mehr\s)?(?:ge|be)?zahlt\b|\bim\srückstand\b",
    ),
    _matter(
        "Sozialleistung und Aufenthalt",
        "bürgergeld jobcenter sozialhilfe grundsicherung bedarfsgemeinschaft leistungsbescheid sanktion duldung abschieb abgeschob "
        "asylantrag aufenthalt ablehnungsbescheid",
        r"\b(?:bezieht|bekommt|beantragt\w*|erhält|lebt\svon)\b.{0,40}\b(?:bürgergeld|sozialhilfe|grundsicherung)\b|\bjobcenter\b.{0,60}\b(?:hat|schickt|fordert|kürzt|streicht|gestrichen|gekürzt)\b|\bbedarfsgemeinschaft\b|\b(?:leistungs|ablehnungs)bescheid\b"
        r"|\bsanktion(?:iert)?\b.{0,30}\b(?:bekommen|erhalten|geschickt|verhängt|worden)\b|\bduldung\b(?!\s(?:von|der|des))|\babschieb\w*|\babgeschoben\b|\basylantrag\b|\baufenthalts(?:titel|status|erlaubnis|gestattung)\b",
    ),
    _matter(
        "Krankheit und Sucht",
        "diagnose befund medikament psychiatr depress suizid selbstmord alkohol entzug entgiftung rückfall drogen sucht "
        "pflegegrad dement demenz inkontinen hiv essstörung schizophren borderline selbstverletz therapie",
        r"\b(?:verdachts)?diagnose\b|\bbefunde?\b|\bmedikament\w*|\bpsychiatri\w*|\bdepressi\w+|\bsuizid\w*|\bselbstmord\w*|\balkohol(?:iker\w*|krank|isiert|problem\w*|abhängig\w*)|\b(?:riecht|roch|gerochen)\b.{0,20}\balkohol\b|\bentzug\b|\bentgiftung\b|\brückfällig\b|\bdrogen(?:sucht|abhängig\w*|konsum|besitz|test)?\b"
        r"|\b(?:spiel|drogen|alkohol)?süchtig\b|\bpflegegrad\b|\bdement\b|\binkontinen\w+|\bhiv\b|\bessstörung\b|\bschizophren\w*|\bborderline\b|\bselbstverletz\w*|\bin\stherapie\b",
    ),
    _matter(
        "Was jemand hat",
        "krankgeschrieben krebs endstadium chemo tabletten ritzt magersücht bulimi herzinfarkt schlaganfall abtreib schwanger",
        r"\bkrankgeschrieben\b|\bhat\s(?:\w+\s)?krebs\b|\ban\s(?:\w*krebs)\b|\bendstadium\b|\bchemo\w*|\bnimmt\s(?:\w+\s)?tabletten\b|\britzt\b|\bmagersüchtig\b|\bbulimi\w+|\bherzinfarkt\b|\bschlaganfall\b|\babtreib\w*|\bschwanger\b",
    ),
    _matter(
        "Ehe und Familie",
        "betrügt scheidung trennung getrennt affäre unterhalt ausgeweint verlassen",
        r"\bbetrügt\b|\bscheidung\b|\b(?:lebt|leben|sich)\b.{0,30}\bgetrennt\b|\btrennung\svon\b|\baffäre\b|\bunterhalts?(?:zahlung\w*|\s(?:zahlt|zahlen))|\bausgeweint\b|\bhat\s(?:sie|ihn)\sverlassen\b",
    ),
    _matter(
        "Gewalt",
        "gewalt schlägt geschlagen frauenhaus bedroht stalk kontaktverbot näherungsverbot polizeieinsatz belästig",
        r"\bhäusliche[rn]?\sgewalt\b|\bgewalttätig\b|\b(?:schlägt|geschlagen|verprügelt)\b|\bfrauenhaus\b|\b(?:hat|wurde|habe)\b.{0,60}\bbedroht\b|\bstalk\w*|\b(?:kontakt|näherungs|annäherungs)verbot\b|\bpolizeieinsatz\b|\b(?:sexuell\s)?belästigt\b",
    ),
    _matter(
        "Streit mit Nachbarn",
        "beschwer ruhestör lärmbel beleidig belästig pöbel hausordnung schreit streit gestank mülltrenn",
        r"\bbeschwer(?:t|te|de|den|en)\b|\bruhestörung\w*|\blärmbelästigung\b|\bbeleidig(?:t|te|ungen|ung)\b|\bbelästig\w*|\b(?:ange)?pöbel\w*|\bhausordnung\b|\b(?:herum)?schrei(?:t|en)\b|\bgestank\b|\bverstöß(?:e|t)\s(?:\w+\s){0,2}gegen\b",
    ),
    _matter(
        "Personal",
        "abmahn kündig krankgemeldet krankmeldung krankenstand krankenschein fehlzeiten probezeit personalgespräch personalakte "
        "mitarbeitergespräch zeugnis aufhebungsvertrag eingruppier entgeltgruppe gehalt mobb freigestellt freistell überstunden "
        "unpünktlich leistung",
        r"\babmahnung\w*|\babgemahnt\b|\bkündigung\b|\bgekündigt\b|\b(?:krankgemeldet|krankmeldung\w*|krankenstand|krankenschein)\b|\bfehlzeiten\b|\bin\sder\sprobezeit\b|\bprobezeit\s(?:wird|wurde|nicht|verlänger)|\bpersonal(?:gespräch|akte)\b|\bmitarbeitergespräch\b|\barbeitszeugnis\b|\baufhebungsvertrag\b"
        r"|\beingruppier\w*|\bentgeltgruppe\b|\b(?:jahres|monats)?gehalt\b|\bmobb(?:ing|t)\b|\bfrei(?:gestellt|stellung)\b|\bunpünktlich\w*|\bleistung(?:en)?\b.{0,40}\b(?:mangelhaft|unzureichend|lassen\snach|schlecht)",
    ),
    _matter(
        "Polizei und Gericht",
        "beschuldigt tatverdächt strafanzeige vernehm ermittl staatsanwalt vorbestraft bewährung haftbefehl geschädigt "
        "tathergang personalien festgenommen festnahme aktenzeichen diebstahl",
        r"\bbeschuldigt\w*|\btatverdächtig\w*|\bstrafanzeige\b|\banzeige\s(?:erstattet|gegen)\b|\b(?:zeugen)?vernehm\w*|\bermittlungs(?:akte|verfahren)\b|\bstaatsanwalt\w*|\bvorbestraft\b|\b(?:auf|zur)\sbewährung\b|\bhaftbefehl\b|\bgeschädigte[rn]?\b|\btathergang\b|\bpersonalien\b"
        r"|\bfestgenommen\b|\bladendiebstahl\b",
    ),
    _matter(
        "Bewerbungen",
        "bewerbung gehaltsvorstellung gehaltswunsch geeignet absage",
        r"\bgehalts(?:vorstellung|wunsch)\b|\bfachlich\s(?:un)?geeignet\b|\bnicht\s(?:fachlich\s|gut\s)?geeignet\b|\b(?:bekommt|erhält|schicken|schickt)\s(?:\w+\s){0,2}absage\b|\bbewerbung(?:en)?\s(?:von|des|der)\s(?=frau|herrn)",
    ),
    _matter(
        "Schule",
        "schulverweis fehlstunden unentschuldigt förderbedarf auffällig schwänz versetzung klassenkonferenz ordnungsmaßnahme",
        r"\bschulverweis\b|\bfehlstunden\b|\bunentschuldigt\b|\bförderbedarf\b|\b(?:verhaltens)?auffällig\w*|\bschwänzt\b|\bversetzung\s(?:ist\s)?gefährdet\b|\bklassenkonferenz\b|\bordnungsmaßnahme\b",
    ),
)  # fmt: skip

# A sentence in which something is offered, told, advised on or found out about, and words of those who do so.
OFFERED = ignoring_case(
    r"\b(?:vortrag|vorträge|referent|referiert|spricht|sprechen|berichtet(?!,\sdass)|erzählt(?!,\sdass)|sagte?\s(?:frau|herr)|bittet\sum|berichten|informier|erklärt|erläutert|zeigt|liest|lesung|film|theater|ausstellung|seminar|kurs\b|kurse\b|workshop|fortbildung|schulung|"
    r"beratung|berät|beraten\b|berater|sprechstunde|sprechzeit|gruppe|treffen\b|treff\b|selbsthilfe|hilft\b|helfen\b|hilfe\s(?:für|bei)|angebot|anlaufstelle|kostenlos|kostenfrei|anmeld|eingeladen|lädt|laden\b|einladung|willkommen|eintritt|"
    r"öffnungszeit|ansprechpartner|ansprechperson|kontakt\s?:|leitung|leitet|unterstütz|bietet|bieten|diskut|diskussion|podium|gesprächsabend|aktionstag|kampagne|spende|projekt|initiative|verein\b|thema|themen|roman|krimi|buch\b|autor|"
    r"ausgezeichnet|geehrt|ehrung|preis|gewählt|wahl\b|kandidat|verabschiedet|begrüßt|nachfolge|ruhestand|rechtsanw|notar|dr\.|prof\.|psycholog|sozialarbeiter|polizei(?:haupt|ober)?(?:kommissar|meister)|pressesprecher|bürgermeister|dezernent|"
    r"stadtrat|landrat|minister|sucht\s(?:zum|ab|für|eine|einen)|wir\ssuchen|gesucht|stelle\b|stellenausschreibung|ehrenamt)\w*"
)
# A text that announces something to everybody.
ANNOUNCES = ignoring_case(
    r"\b(?:f[aä]llt\b[^.!?]{0,120}\baus|abgesagt|entfällt|verschoben|verlegt|geschlossen|lädt|laden\s(?:\w+\s){0,3}ein|einladung|eingeladen|willkommen|eintritt|öffnungszeiten|sprechstunde|veranstaltung|vortrag|konzert|\w*fest\b|workshop|anmeldung|findet\b[^.!?]{0,120}\bstatt|pressemitteilung|gottesdienst|ausstellung|teilnahme|kostenlos)\b"
)
# “Bewerberinnen und Bewerber:”, “Warteliste”, and names below it.
LIST_OF = ignoring_case(
    r"\W*(?:liste\sder\s|übersicht\s(?:der\s)?)?(?:bewerber\w*|bewerbungen|vorstellungsgespräche|warteliste|mieterliste|schuldner\w*|säumige\w*|krankmeldungen|klienten\w*|patienten\w*|teilnehmerliste|mitgliederliste|adressliste|geburtstagsliste|notfallliste|notenliste)\b(?![^\n]*\b(?:wahl|vorstand\w*|\w*beirat|\w*rat|ausschuss|amt)\b)[^.!?\n]{0,70}"
)
