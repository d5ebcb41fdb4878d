"""What people write around a text they send in: words to those who publish it, marks of mail programs, notes for the press. Tables only."""

import re
from dataclasses import dataclass


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True)
class Saying:
    """A sentence to those who publish: `words`, one of which stands in it; `unless`: then it is said to readers."""

    name: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None


WHEN = re.compile(  # a day or an hour, but no “bis 5.11.”
    r"\d{1,2}(?:[:.]\d\d)?\s?Uhr\b|(?<!bis\s)(?<!bis\szum\s)(?<!vor\sdem\s)(?<![\d.])\d{1,2}\.\s?"
    r"(?:\d{1,2}\.|(?:Jan|Feb|M[äa]r|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
)

# ------------------------------------------------------------------------------------------- what such sentences are made of
_MEDIUM = _any(
    r"home-?page", r"web-?site", r"web-?seite", r"internet-?seite", "internetauftritt", "internet", "netz", "seite", "webpage",
    r"\w*kalender", "newsletter", r"rund(?:brief|mail|schreiben)", r"\w*blatt", r"\w*blättchen", r"\w*anzeiger", r"\w*zeitung",
    r"(?:gemeinde|pfarr)brief", "schaukasten", "aushang", r"schwarze[sn]?\sbrett", "facebook", r"insta(?:gram)?", "verteiler", "rubrik",
    r"(?:nächste\w*\s)?ausgabe", "portal", r"quartiers-?app", "app",
)  # fmt: skip
_WHOSE = r"(?:die|den|das|der|dem|eure\w*|ihre[nmr]?|deine\w*|unsere\w*|euren|ihr|dein|euer|unser)"
_INTO = (
    rf"\b(?:(?:auf|in|an|über|für)\s{_WHOSE}\s(?:\w+\s){{0,2}}{_MEDIUM}\b|(?:ins|aufs|auf's|fürs|für's)\s(?:\w+\s)?{_MEDIUM}\b|"
    rf"bei\s(?:euch|dir|ihnen)\b)"
)
# “Stellt ihr das online?” can only mean a text; “setzen”, “nehmen” may mean anything.
_PUBLISH = _any(
    r"\bveröffentlich\w*", r"\bzu\sveröffentlichen", r"\bpublizier\w*", r"\b(?:ab)?(?:zu)?druck(?:en|t)\b", r"\babgedruckt\b",
    r"\bonline\s(?:zu\s)?(?:stell|setz|nehm|geh)\w*",
    r"\bein(?:zu)?pfleg\w*", r"\beingepflegt\b", r"\bein(?:zu)?stell(?:en|t)\b", r"\beingestellt\b",
    r"\brein(?:zu)?(?:nehm|setz|stell|pack|bring|tu)\w*", r"\breingenommen\b",
    r"\bmit\s?(?:rein|auf)(?:zu)?nehm\w*", r"\b(?:noch|mit)\sauf(?:zu)?nehm\w*", r"\bunter(?:zu)?bring\w*",
    r"\bhoch(?:zu)?lad\w*", r"\bweiter\s?(?:zu)?leit\w*", r"\bweitergeleitet\b", r"\bauf(?:zu)?nehmen\b",
    r"\bmit\s?rein\b", r"\b(?:stell|mach)\w*\b.*\bonline\b",
    r"\b(?:das|es)\s(?:(?:bitte|noch|mal)\s)*(?:teilen|posten|weitergeben)\b", r"\bnehm\w*\b.*\bauf$", r"\brein\?$",
)  # fmt: skip
_PLACE_IT = _any(
    r"\bsetz\w*", r"\bstell\w*", r"\bpack\w*", r"\bbring\w*", r"\bn[ei][hm]m?\w*", r"\bnehm\w*", r"\btu(?:n|t|st)\b",
    r"\bpost(?:en|et|est)\b", r"\bteil(?:en|t|st)\b",
    r"\bein(?:zu)?trag\w*", r"\beingetragen\b", r"\baufgenommen\b", r"\bankündig\w*", r"\bhäng\w*", r"\bgeb(?:en|t)\b",
    r"\bmach\w*", r"\bhinweisen\b", r"\bübernehm\w*", r"\bschreib\w*",
    r"\bbewerben\b", r"\bschalt\w*", r"\bkomm(?:t|en)\b", r"\bein(?:zu)?bau\w*", r"\bverlink\w*", r"\bzu(?:zu)?schneid\w*",
    r"\bkürz\w*", r"\bverwend\w*", r"\bdazu\b",
)  # fmt: skip
_PAPER = _any(
    "text", r"(?:kurz|presse|such|eil|vor)?meldung", "nachricht", "ankündigung", "beitrag", "artikel", r"\w*mitteilung",
    r"presse\w+", "einladungstext", "anzeige", "aufruf", r"termin(?!e\b)", "bild", "foto", "fotos", "logo",
    "plakat", "flyer", "terminhinweis", r"veranstaltungshinweis", "hinweis", "notiz", "bericht", r"(?:\w+\s)?infos?",
    r"informationen", "zeilen", "datei",
)  # fmt: skip
_THE_PAPER = (
    rf"\b(?:d(?:en|as|ie|er|iese[nrs]?)|unser\w*|mein\w*|ein(?:en|e)?|folgende\w*|untenstehende\w*|"
    rf"anliegende\w*)\s(?:\w+\s){{0,3}}{_PAPER}\b"
)
_IT = rf"(?:\b(?:das|dies|es|folgendes|folgende\w*|untenstehende\w*|ihn|sie)\b|{_THE_PAPER})"
_YOU = _any(
    r"\b\w{3,12}st\sdu\sd(?:as|en|ie)\b",
    r"\b(?:kannst|könntest|magst|möchtest|würdest|willst|darfst|stellst|nimmst|setzt|machst|packst|bringst|leitest|postest|schickst|veröffentlichst|kümmerst)\sdu\b",
    r"\b(?:könnt|könntet|mögt|möchtet|würdet|wollt|stellt|nehmt|setzt|macht|packt|bringt|leitet|postet|veröffentlicht|druckt)\sihr\b",
    r"\b(?:können|könnten|würden|mögen|möchten|wären)\s(?-i:Sie)\b",
    r"\b(?:ob|wenn|dass|daß)\s(?:du|ihr|(?-i:Sie))\b",
    r"\bdarf\sich\s(?:dich|euch|(?-i:Sie))\b", r"\bdürfen\swir\s(?:dich|euch|(?-i:Sie))\b", r"\bwäre\ses\smöglich\b",
    r"\bist\ses\smöglich\b", r"\bginge\b",
)  # fmt: skip
_GLAD = r"\b(?:freu\w*|würde\w*|wäre\w*|dankbar|schön|super|toll|nett|klasse|prima|spitze|lieb|bitte[nt]?|gebeten|hoffe\w*)\b"
# What readers do themselves: “Tragt euch auf der Homepage ein”, “Postet eure Bilder”.
_READERS = _form(
    r"\b(?:tragt|meldet|registriert|informiert)\s+euch\b|\b(?:tragen|melden|registrieren|informieren)\s+sie\s+sich\b|\bsich\b"
    r"|\b(?:eure|ihre|deine)[rnms]?\s+(?:\w+\s+)?(?:bilder|fotos|geschichten|texte|ideen|wünsche|rezepte|fragen|erinnerungen|beiträge)\b"
)

SAYINGS = (
    Saying(
        "Kannst du das bitte veröffentlichen?",
        (" du ", " ihr ", " sie ", "darf ich", "dürfen wir", "möglich", "ginge"),
        _form(rf"{_YOU}.*(?:{_PUBLISH}|\bonline\b\W*$|{_PLACE_IT}.*{_INTO}|{_INTO}.*{_PLACE_IT}|{_THE_PAPER}.*{_PLACE_IT})"),
        _READERS,
    ),
    Saying(
        "Bitte auf die Seite setzen",
        ("bitte",),
        _form(
            rf"\bbitte\b.*(?:{_PUBLISH}|{_PLACE_IT}.*{_INTO}|{_INTO}.*{_PLACE_IT}|{_THE_PAPER}.*\b(?:übernehm|einbau|verwend|zuschneid|kürz)\w*)"
            rf"|^\W*bitte\s(?:noch\s)?{_INTO}[^.?:]{{0,25}}$|\bbitte\b.*\b(?:bild|foto|logo|text)\b.*{_PUBLISH}"
        ),
        _READERS,
    ),
    Saying(
        "Wir bitten um Veröffentlichung",
        ("veröffentlichung", "aufnahme", "abdruck", "beachtung", "weiterleitung", "verbreitung", "bekanntgabe", "verwendung", "berücksichtigung"),
        _form(
            r"^\W*(?:mit\s)?(?:der\s)?bitte\sum\s(?:freundliche\s)?(?:beachtung|berücksichtigung)\b|\b(?:bitte[nt]?|gebeten|freu\w*|dankbar|dank\w*|würde\w*|wünsch\w*|hoffe\w*|erwünscht|zur|ermöglich\w*)\b.*"
            rf"\b(?:veröffentlichung|abdruck|weiterleitung|verbreitung|bekanntgabe|(?:freien|weiteren)\sverwendung|aufnahme\s(?:in|auf)\b.*{_MEDIUM})\b"
            rf"|\b(?:veröffentlichung|abdruck|weiterleitung|verbreitung|bekanntgabe)\b.*\b(?:bitte[nt]?|gebeten|freu\w*|dankbar|dank|erwünscht|erbeten|gestattet|honorarfrei)\b"
        ),
        _form(r"\beine\sveröffentlichung\sder\b|\beinwilligung|\bzustimmung|\bzur\sveröffentlichung\s(?:im|in|eines|ihres)\b|\bspende|\bverein\b.*\baufnahme\sin\sden\sverein|\bdatenschutz"),
    ),
    Saying(
        "Es wäre schön, wenn das noch reinkommt",
        ("wenn", "dass", "daß", "hoffe", "passt"),
        _form(
            rf"{_GLAD}.*\b(?:wenn|dass|daß)\b.*(?:{_PUBLISH}|\brein(?:kommt|kommen|käme|passt)\b|\bonline\s(?:ginge|geht|käme|ist|wäre)\b|\bunterkommt\b|\b(?:text|meldung|beitrag|artikel)\b.*\b(?:erschein\w*|stehen|kommt|käme)\b|{_INTO})"
            r"|^\W*(?:passt|geht|klappt)\s(?:das|es)\s(?:noch|so|mit)\b[^.!?]{0,30}\?"
        ),
        _READERS,
    ),
    Saying(
        "Anbei unser Text",
        ("anbei", "anhang", "anlage", "beiliegend", "beigefügt", "hier ", "nachfolgend",
         "nachstehend", "untenstehend", "angehängt", "unten", "wie ", "dabei"),
        _form(
            rf"^\W*hier\s(?:(?:nun|noch|auch|schon|mal|also|ist|kommt|sind|kommen|findest\sdu|findet\sihr|wie\s\w+)\s){{0,3}}(?:der|die|das|unsere?|meine?|eine?)\s[^.!?]{{0,40}}?\b{_PAPER}\b|^\W*(?:und\s|noch\s)?(?:anbei|im\sanhang|in\sder\sanlage|als\sanhang|beiliegend|beigefügt|nachfolgend|nachstehend|unten|angehängt|wie\s(?:\w+\s)?(?:be|ge|ver|an)\w+(?:\s(?:be|ge|ver)\w+)?)\b[^.!?]{{0,70}}?\b{_PAPER}\b"
            rf"|^\W*hier\s(?:noch\s)?(?:etwas|was|ein\stermin|eine\sveranstaltung|ein\sevent)\b.*{_INTO}|^\W*(?:text\s)?(?:siehe|s\.)\s?(?:unten|anhang)\W*$"
        ),
        _form(r"\bzum\sherunterladen|\bdownload|\blink\b|\bhier\s(?:geht|klicken)|\bauf\seinen\sblick|\bim\süberblick|\btermine\b"),
    ),
    Saying(
        "Ich schicke dir unseren Text",
        ("schick", "send", "maile", "leite", "hätte", "habe", "wollte", "möchte", "kam ", "kommt"),
        _form(
            rf"^\W*(?:\w+\s){{0,4}}(?:ich|wir)\b.*\b(?:schick\w*|send\w*|übersend\w*|mail\w*|leite\w*|reich\w*)\b.*(?:\b(?:dir|euch|ihnen|weiter|nach)\b|{_THE_PAPER})"
            rf"|^\W*(?:\w+\s){{0,3}}(?:schick\w*|send\w*|übersend\w*|leite)\s(?:ich|wir)\s(?:dir|euch|ihnen)\b"
            rf"|\b(?:ich|wir)\s(?:hätte\w*|habe\w*)\b.*\b(?:was|etwas|einen\stermin|eine\sbitte|eine\sankündigung|eine\smeldung)\b.*(?:{_INTO}|\bfür\s(?:dich|euch|(?-i:Sie))\b)"
            rf"|\b(?:ich|wir)\s(?:wollte|wollten|möchte|möchten)\s(?:\w+\s)?(?:(?:mal\s|nur\s|kurz\s)?(?:an)?fragen|dich|euch|(?-i:Sie))\b.*(?:{_PUBLISH}|{_INTO}|\bbitten\b)"
            rf"|^\W*(?:das|dies|folgendes)\s(?:kam|kommt|erreichte\suns)\b[^.!?]{{0,40}}\bvo[nm]\b[^.!?]{{0,30}}:?$|^\W*hier\skommt\b[^.!?]{{0,30}}{_PAPER}\b"
        ),
        _READERS,
    ),
    Saying(
        "Sag Bescheid, ob das klappt",
        ("bescheid", "rückmeld", "eingang", "erhalt", "melde dich", "meldet euch", "meld dich", "melden sie sich", "gefällt", "kümmer"),
        _form(
            r"\b(?:sagt?|gebt?|gib|geben\ssie|sagen\ssie)\b.*\bbescheid\b.*\b(?:(?:wenn|falls)\s.*\b(?:fehlt|braucht|brauchst|brauchen|unklar|nötig|geändert)\b|ob\s(?:das|es|alles|der)\b.*\b(?:klappt|passt|geht|ging|angekommen|okay|ok)\b)"
            r"|\bmelde?t?\s(?:dich|euch)\b.*\b(?:wenn|falls)\b.*\b(?:was|etwas|noch)\b.*\b(?:fehlt|braucht|brauchst|unklar)\b|\b(?:fragen)\b[^.!?]{0,20}\bmelde?\sdich\b|^\W*melde?\sdich\b[^.!?]{0,30}$"
            r"|\b(?:rückmeldung|bestätigung|info)\b.*\bob\b.*\b(?:mail|angekommen|klappt|passt|geht|veröffentlicht)\b|\bbestätig\w*\b.*\b(?:eingang|erhalt)\b"
            r"|\bkannst\sdu\sdich\s(?:bitte\s)?darum\skümmern\b|\bdu\sdas\?$"
        ),
    ),
    Saying(
        "Das Plakat hängt an",
        ("hängt", "angehängt", "anhäng", "anhang", "folgt", "schicke", "kommt noch", "liegt bei", "nachreich", "reiche ich"),
        _form(
            r"^\W*(?:ein|eine|einen|das|die|der|den|mein|unser)?\s?(?:\w+\s){0,2}(?:bild|bilder|foto|fotos|plakat|plakate|flyer|logo|text|pdf|datei|programm)\b.*"
            r"(?:\bangehängt\b|\bhäng(?:t|en)\s(?:auch\s)?(?:an|dran|mit\san)\W*$|\bim\sanhang\b|\bin\sder\sanlage\b|\bfolg(?:t|en)(?:\snoch|\sspäter|\smorgen)?\W*$"
            r"|\bkomm(?:t|en)\s(?:noch|später|morgen)\W*$|\bliegt\sbei\W*$|\bschick\w*\s(?:ich|wir)\b.*|\breich\w*\s(?:ich|wir)\b.*\bnach\b.*|\bhänge\sich\b.*)"
        ),
    ),
    Saying(
        "Kürzen dürft ihr gern",
        ("kürz", "änder", "redigier"),
        _form(
            r"^\W*(?:(?:kürzen|ändern|redigieren)\s(?:dürft|könnt|darfst|kannst|dürfen|können)\s(?:ihr|du|sie)\b|(?:ihr|du|sie)\s(?:dürft|könnt|darfst|kannst|dürfen|können)\b.*\b(?:text|ihn|das|es|gern\w*)\b.*\b(?:kürzen|ändern|redigieren|anpassen))"
            r"|^\W*kürzungen\s(?:sind\s)?(?:erlaubt|möglich|gestattet)"
        ),
    ),
)  # fmt: skip

# ---------------------------------------------------------------------------------------------------- lines by themselves
_RELEASE = r"(?:presse|medien)-?\s?(?:mitteilung|information|info|meldung|notiz|erklärung|dienst|text)(?:en)?"
_SENT_WITH = (
    r"(?:iphone|ipad|android|samsung|galaxy|handy|smartphone|mobil|outlook|web\.de|gmx|yahoo|t-online|telekom|thunderbird|gmail|proton|huawei|xiaomi|"
    r"mail\b|unterwegs|blackberry|tablet|windows)"
)
_COUNTED = r"(?:zeichen|anschläge|wörter|zeilen)"
_CAPTION = (
    r"(?:bild|bilder|foto|fotos|bildunterschrift|bildnachweis|bildtext|bildquelle|bildrechte|fotohinweis|fotonachweis|fotocredit|bu|fotograf(?:in)?|"
    r"grafik|abbildung|zum\sbild|unser\s(?:foto|bild)(?:\szeigt)?|©\s?(?:foto|bild)?)"
)

LINES = {
    "Weitergeleitete Nachricht": _form(
        r"[\s>*=_-]*(?:(?:anfang|beginn|ende)\sder\s)?(?:weitergeleiteten?\s(?:nachricht|mail|e-mail)|forwarded\smessage|begin\sforwarded\smessage|(?:end\sof\s)?forwarded\smessage"
        r"|weitergeleitet\s(?:von|an)\b.{0,80}|forwarded\sby\b.{0,80})[\s:*=_-]*"
    ),
    "Presseinfo.": _form(
        rf"[\s+*#=_-]*(?:{_RELEASE}|bitte\s(?:um\s)?(?:veröffentlich\w*|beacht\w*)|achtung,?\spresse|sperr(?:frist|vermerk))[\s+*#=_.!:-]*"),
    "Ende der Mitteilung": _form(
        rf"[\s+*#=_(-]*(?:ende(?:\sder\s(?:{_RELEASE}|mitteilung|meldung|nachricht|mail|durchsage))?|30|ende\sdes\stextes)[\s+*#=_).!-]*"),
    "Von meinem iPhone gesendet": _form(
        rf"(?:(?:von|gesendet|verschickt|geschrieben|sent)\b.{{0,40}}{_SENT_WITH}.{{0,60}}|(?:von|aus)\s.{{0,40}}(?:gesendet|verschickt|geschrieben)"
        rf"|diese\s(?:e-?mail|mail|nachricht)\swurde\b.{{0,120}}(?:gesendet|verschickt|geprüft|virenfrei|viren)\b.{{0,60}}|(?:holen\ssie\ssich|get)\soutlook\b.{{0,40}}|virenfrei\b.{{0,40}})[.!]?"
    ),
    "Zeichen: 1.234": _form(
        rf"\W*(?:(?:{_COUNTED}|länge|umfang|textlänge)\b[^\d:]{{0,40}}:?\s?\d[\d.]*(?:\s{_COUNTED})?|(?:ca\.\s)?\d[\d.]*\s{_COUNTED})(?:,?\s?\(?(?:mit|ohne|inkl\.?|inklusive|incl\.?)\s?leerzeichen\)?)?\W*"
    ),
    "Foto: Kim Muster": _form(rf"\W*{_CAPTION}\s?[:|©].{{1,240}}"),
    "Anhang: Plakat.pdf": _form(
        r"(?:anhang|anhänge|anlagen?|attachments?|dateianhang)\s?:?\s(?=.{0,80}(?:\.\w{3,4}\b|\d|plakat|flyer|foto|bild|text|programm|logo)).{1,120}|\[cid:.{0,80}\]|<image\w*\.\w+>|\[(?:image|bild|inline).{0,60}\]"
    ),
    "z. K.": _form(
        r"\W*(?:z\.?\s?k\.?|z\.?\s?kts\.?|zur\s(?:kenntnis\w*|info\w*|weiterleitung|veröffentlichung|freien\sverwendung|verwendung)(?:\s(?:und|an|für)\b.{0,50})?|fyi|s\.\s?[ua]\.|siehe\s(?:unten|anhang)|text\s(?:siehe\s|s\.\s?)(?:unten|anhang)"
        r"|(?:bitte\s)?(?:an\salle\s)?weiterleiten|(?:mein|unser|der|ein)?\s?text\s(?:für|zur)\s.{3,40}|(?:ich\s)?(?:bitte|hier)[,:]?)[\s.!:]*"
    ),
    "[EXTERN]": _form(
        r"\W*(?:extern(?:al)?|achtung|vorsicht|caution)\b.{0,40}\b(?:absender|sender|organi[sz]ation|e-?mail|email)\b.{0,160}|diese\s(?:e-?mail|mail|nachricht)\s(?:kam|kommt|stammt)\svon\b.{0,40}\bexternen?\b.{0,140}"
        r"|diese\s(?:e-?mail|mail|nachricht)\s(?:kam|kommt|stammt)\svon\saußerhalb\b.{0,160}"
    ),
    "Danke!": _form(
        r"(?:schon\smal\s|vorab\s|und\s)?(?:(?:vielen|herzlichen|besten|lieben|ganz\slieben|1000|tausend)\s)?(?:dank|danke|dankeschön|merci|thx)(?:\s(?:schön|sehr|schon(?:\smal)?|vorab|im\svoraus|dir|euch|ihnen|vielmals|dafür|für\s(?:die|deine|eure|ihre|alles)"
        r"(?:\s(?:veröffentlichung|mühe|mühen|hilfe|unterstützung|arbeit|bemühungen|geduld))?)){0,4}[\s.!:)(;-]*"
    ),
    "Schönes Wochenende!": _form(
        r"(?:(?:ich|wir)\swünschen?\s(?:dir|euch|ihnen)\s(?:noch\s)?|und\s|noch\s)?(?:ein(?:en|e)?\s)?(?:schöne[ns]?|gute[ns]?|angenehme[ns]?|sonnige[ns]?)\s(?:wochenende|tag|abend|woche|feierabend|sonntag|start\sin\sdie\swoche|restwoche|urlaub)(?:\s(?:noch|weiterhin|euch|dir|ihnen))?[\s.!:)(;-]*"
    ),
    "Reicht das so?": _form(
        r"\W*(?:(?:ist|wäre|reicht|passt|geht|klappt)\s(?:das|es)\s(?:so|dann|noch|für\s(?:dich|euch|sie))(?:\s(?:okay|ok|in\sordnung|möglich|gut|rein|mit\srein))?\?|ich\shoffe,?\s(?:das|es)\s(?:passt|reicht|geht|genügt)\s(?:so|dir|euch|ihnen)?[\s.!:)]*)"
    ),
    "Hoffe, dir geht's gut": _form(
        r"\W*(?:ich\s|wir\s)?hoffen?,?\s(?:es\sgeht|dir\sgeht|euch\sgeht|ihnen\sgeht|bei\s(?:dir|euch|ihnen)\sist)\b.{0,40}|(?:na,?\s)?wie\sgeht(?:'s|\ses)(?:\s(?:dir|euch|ihnen))?\?|(?:mir|uns)\sgeht(?:'s|\ses)\sgut[.!]?"
    ),
}  # fmt: skip

SAYS_NOTHING = _form(  # as the subject of a mail
    rf"\W*(?:(?:noch\s)?(?:ein|eine|unser|unsere|mein|der|die|neue[rs]?|kurze)?\s?(?:{_PAPER}|text|termine?|veranstaltung(?:en|shinweis)?|anfrage|bitte|frage|nachricht|mail|presse)"
    rf"(?:\s(?:zur|mit\sder\sbitte\sum)\s(?:veröffentlichung|info\w*|kenntnis\w*|weiterleitung|beachtung)|\s{_INTO})?|{_INTO}|{_MEDIUM}|veröffentlichung|bitte\s.*|dringend|wichtig)\W*"
)
# Of these, the first or last sentence of a paragraph, too.
AT_THE_EDGE = (
    "Danke!",
    "Schönes Wochenende!",
    "Reicht das so?",
    "Hoffe, dir geht's gut",
    "Ende der Mitteilung",
    "Von meinem iPhone gesendet",
    "Foto: Kim Muster",
)
WROTE = _form(
    r"[\s>]*(?:(?:am|on)\s[^\n]{4,80}(?:\n[^\n]{0,80})?\b(?:schrieb|wrote)\b[^\n]{0,120}:?|"
    r"[^\n:.!?]{2,60}(?:<[^\n>]{3,60}>\s)?(?:schrieb|hat)\sam\s[^\n]{4,60}(?:geschrieben)?:)[ ]*(?=\n|\Z)"
)
EARLIER = _form(
    r"[\s>*=_-]*(?:ursprüngliche\s(?:nachricht|mail|e-mail)|originalnachricht|original(?:\s|-)message)[\s:*=_-]*"
)
PASSED_ON = re.compile(
    r"^[ \t]{0,9}(?:-{2,80}[ \t]*(?:weitergeleitete nachricht|forwarded message)\b|(?:anfang der weitergeleiteten nachricht|"
    r"begin forwarded message)\b)",
    re.IGNORECASE | re.MULTILINE,
)
CHAT = re.compile(
    r"^\[?\d{1,2}\.\d{1,2}\.\d{2,4},?\s\d\d:\d\d(?::\d\d)?\]?\s(?:-\s)?[~+]?\s?[^\W_][^:\n]{1,40}:\s",
    re.MULTILINE,
)
