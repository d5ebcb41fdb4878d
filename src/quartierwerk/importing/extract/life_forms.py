"""Words about somebody's health, death, address, debts or standing in an association: tables only, of kinds, not of persons."""

from .draft import DoubtKind
from .private_forms import ILLNESS_WORDS, NO_ILLNESS, RELATIVES
from .withheld_forms import NAME, Form, Reach, ignoring_case

_TITLED = (
    r"(?-i:(?:Frau|Fr\.|Herrn?|Hr\.|Dr\.|Familie|Fam\.|Eheleute|Pfarrer(?:in)?|Pfr\.|Pastor(?:in)?|Schwester|Kolleg(?:e|in|en))"
    r"\s(?:Dr\.\s)?[A-ZÄÖÜ][\w'-]+(?:\s(?!Tel\b|Telefon|Handy|\w+tag\b)[A-ZÄÖÜ][a-zäöüß'-]+)?)"
)
_CALLED = rf"(?:{_TITLED}|(?-i:{NAME}))"
_ROLE = (
    r"(?:\w*(?:leiter|trainer|vorsitzende|kolleg|mitarbeiter|pfarrer|pastor|nachbar|mitglied|freund|kassier|kassenwart|hausmeister)\w*"
    rf"|{RELATIVES})"
)
_OURS = rf"\b(?:mein|dein|unser|euer|eur|ihr|sein)(?:e[rsnm]?)?\s(?:(?:lieb|älter|jünger|langjährig|früher)e[rsnm]?\s)?{_ROLE}\b"
_SOMEBODY = rf"(?:{_CALLED}|{_OURS})"
_HERE = r"[^.!?;\n]"
_AN_ILLNESS = (
    r"(?:\w*krankheit|\w*erkrankung|\w*operation|(?:\w+-)?op|reha|schlaganfall|herzinfarkt|\w*unfall|chemo\w*|"
    r"(?:krankenhaus|klinik)aufenthalt|burn-?out)"
)
_WHOSE = r"(?:lange[rnm]|schwere[rnm]|kurze[rnm]|längere[rnm]|seine[rm]|ihre[rm]|meine[rm]|deine[rm]|eure[rm]|eine[rm]|de[rm]|überstandene[rnm])"
_AFTER_IT = rf"\bnach\s(?:{_WHOSE},?\s){{1,3}}{_AN_ILLNESS}\b(?!-)"
_DIED = r"(?:gestorben|verstorben|entschlafen|heimgegangen|verschieden|tot(?!\w)|von\suns\sgegangen|ums\sleben\sgekommen)"
_LESSON = (
    r"\b(?:vortrag|vorträge|rechtsanw\w+|seminar|kurs|beratung|berät|informiert|lesung|theater|film|krimi)"
)

HEALTH = (
    Form(
        "gute Besserung, …",
        ("hoff", "wünsch", "besserung", "genesung", "geht es", "geht's"),
        ignoring_case(
            r"\b(?:hoff|wünsch)\w*\b[^.!?\n]{0,50}\b(?:dir|ihnen|euch|du|ihr|sie|er|deine?[rmns]?|ihre?[rmns]?|eure?[rmns]?|frau|herrn?)\b[^.!?\n]{0,80}"
            rf"(?:\bwieder\s(?:\w+\s)?(?:besser|gesund|fit|auf\sde[nm])\b|{_AFTER_IT}|\b(?:besserung|genesung)\b|\bgut\süberstanden)"
            r"|\b(?:gute|rasche|schnelle|baldige)\s(?:besserung|genesung)(?:\s?[,!-]\s?(?:liebe[rs]?\s)?(?-i:[A-ZÄÖÜ][a-zäöüß]+)\s*[!.]*\s*$"
            rf"|\s(?:(?:an|für)\s(?:{_CALLED}|deine\w*|ihre\w*|eure\w*|unsere\w*)|dir|ihnen|euch)\b)|\bwünsch\w*\b[^.!?\n]{{0,60}}\b(?:besserung|genesung)\b"
            r"|\bwie\sgeht(?:\ses|'s)\sdeine[rm]\b|\b(?:dir|ihm|(?:mein|dein|unser)e[rm]\s\w+)\sgeht(?:\ses|'s)\b[^.!?\n]{0,60}\b(?:besser|schlecht\w*|nicht\s(?:so\s)?gut)\b"
            r"|\bgeht(?:\ses|'s)\s(?:dir|ihm|(?:mein|dein|unser)e[rm]\s\w+)\b[^.!?\n]{0,60}\b(?:besser|schlecht\w*|nicht\s(?:so\s)?gut)\b"
        ),
        Reach.SENTENCE,
        DoubtKind.PRIVATE,
    ),
    Form(
        "nach schwerer Krankheit",
        (*ILLNESS_WORDS, "op "),
        ignoring_case(
            rf"(?:{_SOMEBODY}|\bich\b)(?:\s\(\d+\))?\s(?:{_HERE}{{0,40}}\s)?(?:ist|war|bin|kehrt|kommt|kam|meldet|muss|hat|wird|fällt)\b(?:{_HERE}{{0,40}}\s)?{_AFTER_IT}"
            rf"|{_AFTER_IT}\s(?:{_HERE}{{0,30}}\s)?(?:ist|war|kehrt|kommt|kam|hat|meldet|wird)\s(?:\w+\s)?{_SOMEBODY}"
        ),
        Reach.CLAUSE,
        DoubtKind.PRIVATE,
        NO_ILLNESS,
    ),
    Form(
        "ist schwanger",
        ("schwanger",),
        ignoring_case(rf"{_SOMEBODY}\s(?:[^.!?;,\n]{{0,25}}\s)?ist\b{_HERE}{{0,40}}\bschwanger\b"),
        Reach.CLAUSE,
        DoubtKind.PRIVATE,
    ),
)
DEATHS = (
    Form(
        "mein Mann ist gestorben",
        (
            "gestorben",
            "verstorben",
            "starb",
            "uns gegangen",
            "entschlafen",
            "heimgegangen",
            "verschieden",
            "tot",
            "ums leben",
        ),
        ignoring_case(
            rf"{_SOMEBODY}(?:{_HERE}{{0,60}}\b(?:ist|sind|war)\b{_HERE}{{0,60}}\b{_DIED}\b|{_HERE}{{0,60}}\b(?:ver)?starb\b|{_HERE}{{0,60}}\b{_DIED}\s(?:ist|sind|war)\b)"
            rf"|\b(?:ist|sind)\s(?:\w+\s){{0,3}}{_SOMEBODY}{_HERE}{{0,60}}\b{_DIED}\b|\b(?:ver)?starb\s(?:\w+\s){{0,3}}{_SOMEBODY}"
        ),
        Reach.CLAUSE,
        DoubtKind.PRIVATE,
        ignoring_case(  # known to everybody, or long ago
            r"\b(?:ehrenbürger|ehrenvorsitz|ehrenmitglied|gründungsmitglied|nachruf|(?:alt)?bürgermeister|künstler|schriftsteller|autor|maler|musiker|komponist|sänger|schauspieler|dichter|pianist|organist|bildhauer|papst)"
            r"|konzert|ausstellung|lesung|krimi|komödie|theater|\bgedenk|\berinner|\bfilm|\bbuch\b|\broman|\bdrama|jahrhundert|\b1\d{3}\b|\b20[01]\d\b|\bim\sjahre?\b"
        ),
    ),
    Form(
        "Jahresamt für …",
        ("jahresamt", "wochenamt", "seelenamt", "jahrgedächtnis", "jahrgebet", "messintention"),
        ignoring_case(
            r"(?P<what>\s?\((?:\d\.\s)?(?:jahresamt|sechswochenamt|seelenamt|jahrgedächtnis|jahrgebet|messintention)\b[^)\n]{3,120}\)"
            rf"|,?\s?\b(?:jahresamt|sechswochenamt|seelenamt|jahrgedächtnis|jahrgebet|messintention)\s(?:für|f\.)\s{_CALLED}(?:,?\s(?:und\s)?{_CALLED}){{0,6}})"
        ),
        Reach.WORDS,
        DoubtKind.PRIVATE,
    ),
)
HOMES = (
    Form(
        "meine neue Adresse ist …",
        ("adresse", "anschrift", "wohne", "umgezogen"),
        ignoring_case(
            r"\bmeine\s(?:(?:neue|private|aktuelle|jetzige)\s){0,2}(?:post|privat|heim|wohn)?(?:adresse|anschrift)\b|\bprivat(?:adresse|anschrift)\b[^.!?\n]{0,30}\d"
            r"|\b(?:ich\swohne|wohne\sich)\b[^.!?\n]{0,50}(?-i:[A-ZÄÖÜ][\w.-]+)\s\d{1,3}\b|\b(?:ich\sbin|bin\sich)\s(?:\w+\s){0,3}umgezogen\b"
        ),
        Reach.SENTENCE,
        DoubtKind.PRIVATE,
        ignoring_case(r"\banmeld|\babzugeben|\babgeben"),
    ),
    Form(
        "wohnhaft …",
        ("wohnhaft",),
        ignoring_case(r"(?P<what>,?\s?\(?\bwohnhaft\b[^,;.)\n]{3,60}\)?)"),
        Reach.WORDS,
        DoubtKind.PRIVATE,
    ),
)
STANDING = (
    Form(
        "hat seinen Beitrag nicht bezahlt",
        ("bezahlt", "gezahlt", "überwiesen", "beglichen", "rückst", "schuld", "säumig"),
        ignoring_case(
            rf"{_SOMEBODY}{_HERE}{{0,60}}\b(?:\w*beitr[aä]ge?|miete|\w*gebühr(?:en)?|rechnung(?:en)?|raten?|schulden)\b{_HERE}{{0,40}}\b(?:nicht|nie)\s(?:\w+\s)?(?:be|ge)zahlt\b"
            rf"|{_SOMEBODY}{_HERE}{{0,60}}\b(?:\w*beitr[aä]ge?|miete|\w*gebühr(?:en)?|rechnung(?:en)?)\b{_HERE}{{0,40}}\bnicht\s(?:\w+\s)?(?:überwiesen|beglichen)\b"
            rf"|{_SOMEBODY}{_HERE}{{0,80}}\b(?:(?:beitrags|miet|zahlungs)rückst\w+|mietschulden|im\srückstand|schuldet|säumig)\b"
            rf"|\b(?:(?:beitrags|miet|zahlungs)rückst\w+|mietschulden)\b{_HERE}{{0,20}}\b(?:von|bei|des|der)\s(?:mitglieds?\s)?{_CALLED}"
        ),
        Reach.CLAUSE,
        DoubtKind.PRIVATE,
        ignoring_case(rf"{_LESSON}|\b(?:hilft|helfen|hilfe|schuldnerberat\w*)\b"),
    ),
    Form(
        "Ausschluss des Mitglieds …",
        (
            "kündig",
            "abmahn",
            "abgemahnt",
            "ausschlus",
            "ausschlie",
            "ausgeschlossen",
            "hausverbot",
            "entlass",
            "strafanzeige",
            "mahnung",
            "räumung",
            "rauswurf",
            "freigestellt",
            "freistellung",
        ),
        ignoring_case(
            r"\b(?:\w*kündigung|abmahnung|\w*ausschlus\w*|entlassung|hausverbot|strafanzeige|mahnung|räumungsklage|zwangsräumung|rauswurf|freistellung)\s"
            rf"(?:(?:(?:von|des|der|gegen|für|an)\s)?(?:(?:unsere|die|den|das)[srnm]?\s)?(?:(?:vereins)?mitglied\w*\s)?{_TITLED}"
            rf"|(?:(?:von|des|der|gegen|für)\s)?(?:unsere[srnm]?\s)?\b(?:vereins)?mitglied\w*\s{_CALLED}|(?:von|gegen|für)\s(?-i:{NAME})|(?:von|des|der|gegen|für)\s{_OURS})"
            rf"|(?:{_TITLED}|{_OURS})\s(?:{_HERE}{{0,40}}\s)?(?:wurde|wird|ist|hat|haben|soll)\b{_HERE}{{0,60}}\b(?:gekündigt|abgemahnt|ausgeschlossen|freigestellt|entlassen|hausverbot)\b"
            rf"|\b(?:wurde|wird|haben\swir|hat)\s(?:\w+\s){{0,2}}{_TITLED}\s(?:{_HERE}{{0,40}}\s)?(?:gekündigt|abgemahnt|ausgeschlossen|freigestellt|hausverbot)\b"
        ),
        Reach.CLAUSE,
        DoubtKind.PRIVATE,
        ignoring_case(rf"{_LESSON}|\bkrankenhaus\b|\bvertrag\b|\be\.\s?v\."),
    ),
    Form(
        "Beschwerde über Herrn …",
        ("beschwer",),
        ignoring_case(rf"\bbeschwer\w+\b{_HERE}{{0,40}}\b(?:über|gegen)\s(?:\w+\s){{0,3}}{_TITLED}"),
        Reach.SENTENCE,
        DoubtKind.PRIVATE,
    ),
    Form(
        "überweist du mir …",
        ("überweis",),
        ignoring_case(r"\büberweis\w*\s(?:(?:du|sie|ihr|es)\s){0,2}mir\b|\bmir\b[^.!?\n]{0,60}\büberweis"),
        Reach.CLAUSE,
        DoubtKind.PRIVATE,
    ),
)
# Why something is off: who it is is known by what she does, so that she is ill is her business.
_WORKS = (
    r"\w*(?:leiter|trainer|dozent|referent|lehrer|moderator|pfarrer|pastor|kantor|organist|dirigent|künstler|musiker|sänger|solist|pianist|schauspieler|autor|"
    r"organisator|veranstalter|betreuer|übungsleiter|mitarbeiter|kolleg|berater|gutachter|koch|köch|wirt|hausmeister|vorsitzende|erzähler|betreiber|inhaber|gründer|arzt|ärzt)"
    r"(?:in|innen|e|en|n|r|s|es)?"
)
_A_WORKER = rf"\b(?:die|der|dem|den|unsere?[rmn]?|ihre?|seine?|eine?[rs]?|beide|mehrere|zwei)\s(?:[\wäöüß]+e[nrs]?\s)?{_WORKS}\b"
_IS_ILL = (
    r"(?:(?:plötzlich|kurzfristig|leider|schwer|akut|ernsthaft|immer\snoch|noch|derzeit|zurzeit|selbst|länger)\s)*"
    r"(?:(?:er)?krankt?|krankgeschrieben|verletzt|verunglückt|gestürzt|operiert|verstorben|gestorben|schwanger|positiv\sgetestet|(?:mit\s(?:corona|covid|grippe|fieber)\s)?im\s(?:krankenhaus|bett)|mit\s(?:corona|covid|grippe|fieber)|in\sder\sreha|an\s(?:corona|grippe)\serkrankt)"
)
_BROKEN = r"\b(?:gebrochen|verstaucht|verrenkt|gezerrt|gerissen|verletzt)"
_OFF = ignoring_case(
    r"\bf[aä]ll(?:t|en)\b.{0,120}\baus\b|\bausf[aä]ll|\bausgefallen\b|\bentf[aä]ll|\babgesagt|\babsag|\babsetzen|\bverschob|\bverschieb|\bverleg|\bgeschlossen\b|\bvertret|\bvertritt|\bersatz|"
    r"\bkeine?\b.{0,60}\bstatt\b|\bnicht\b.{0,60}\bstatt|\bspringt\b|\bübernimmt\b|\bbis\sauf\sweiteres\b|\bpausiert\b"
)
_AN_ILLNESS_NAMED = r"(?:\w*erkrankung|krankheit|\w*verletzung|\w*operation|\w*infektion|\w*unfall(?:s|es)?|klinikaufenthalt(?:s|es)?)"
_DEATH = r"(?:trauerfall(?:s|e|es)?|todesfall(?:s|e|es)?|sterbefall(?:s|e|es)?|trauerfälle[n]?)"
REASONS = (
    Form(
        "Die Leiterin ist erkrankt",
        (*ILLNESS_WORDS, "schwanger", "storben", "positiv getestet", "im bett", "fieber"),
        ignoring_case(
            rf"(?:{_A_WORKER}|{_SOMEBODY})\s(?:{_HERE}{{0,10}}\s)?(?:hat\ssich\b{_HERE}{{0,40}}{_BROKEN}|sich\b{_HERE}{{0,40}}{_BROKEN}\s(?:hat|haben))\b"
            rf"|(?:{_A_WORKER}|{_SOMEBODY}){_HERE}{{0,50}}\b(?:ist|sind|wurde|war|liegt|bleibt|hat)\s(?:\w+\s){{0,2}}{_IS_ILL}\b"
            rf"|(?:{_A_WORKER}|{_SOMEBODY})\s(?:{_HERE}{{0,30}}\s)?{_IS_ILL}\s(?:geworden\s)?(?:ist|sind|wurde|war|liegt|bleibt)\b"
            rf"|\b(?:ist|sind)\s{_A_WORKER}\s(?:\w+\s){{0,2}}{_IS_ILL}\b|(?-i:\b[A-ZÄÖÜ][a-zäöüß]{{2,}})\s(?:ist|sind)\s(?:leider\s|noch\s|plötzlich\s)*(?:krank|erkrankt|krankgeschrieben)\b"
        ),
        Reach.CLAUSE,
        DoubtKind.PRIVATE,
        NO_ILLNESS,
        beside=_OFF,
    ),
    Form(
        "(Trainerin erkrankt)",
        ("krank", "verletzt"),
        ignoring_case(
            rf"(?P<what>\s?\((?:die\s|der\s|unsere?\s)?{_WORKS}\s(?:ist\s)?(?:leider\s|kurzfristig\s)?(?:krank|erkrankt|verletzt)\))"
        ),
        Reach.WORDS,
        DoubtKind.PRIVATE,
        beside=_OFF,
    ),
    Form(
        "wegen Erkrankung der Leiterin Uta Muster",
        (*ILLNESS_WORDS, "verletzung"),
        ignoring_case(
            rf"\b{_AN_ILLNESS_NAMED}\s(?:de[rs]|unsere[rs]|eine[rs])\s(?:[\wäöüß]+e[nrs]\s)?{_WORKS}(?P<what>,?\s{_CALLED})"
        ),
        Reach.WORDS,
        DoubtKind.PRIVATE,
        NO_ILLNESS,
        beside=_OFF,
    ),
    Form(
        "wegen Erkrankung ihres Kindes",
        (*ILLNESS_WORDS, "verletzung"),
        ignoring_case(
            rf"\b{_AN_ILLNESS_NAMED}(?P<what>\s(?:de[rs]|ihre[rs]|seine[rs])\s{RELATIVES}(?:e?s)?\b(?:\s(?:der|des|von)\s(?:{_WORKS}|{_CALLED}))?)"
        ),
        Reach.WORDS,
        DoubtKind.PRIVATE,
        NO_ILLNESS,
        beside=_OFF,
    ),
    Form(
        "wegen eines Trauerfalls in der Familie",
        ("trauerf", "todesf", "sterbef"),
        ignoring_case(
            rf"\b{_DEATH}(?P<what>\s(?:(?:in|bei|von|innerhalb)\s(?:de[rsm]|einer|unserer|ihrer|seiner)\s(?:\w+\s)?(?:familie|verwandtschaft|angehörigen|umfeld|kreis|team|kollegium|{_WORKS})\b"
            rf"(?:\s(?:von|de[rs]|unsere[rs])\s(?:{_CALLED}|{_WORKS}))?|(?:in|bei|von)\s{_CALLED}|in\s{_CALLED}s\sfamilie))"
        ),
        Reach.WORDS,
        DoubtKind.PRIVATE,
        beside=_OFF,
    ),
    Form(
        "hat einen Trauerfall",
        ("trauerf", "todesf", "sterbef"),
        ignoring_case(
            rf"(?:{_SOMEBODY}|{_A_WORKER}){_HERE}{{0,40}}\b(?:hat|hatte|haben|muss|trauert)\b{_HERE}{{0,60}}\b{_DEATH}\b|\bes\sgab\b{_HERE}{{0,40}}\b{_DEATH}\b|\b{_DEATH}\b{_HERE}{{0,60}}\bgegeben\b"
        ),
        Reach.CLAUSE,
        DoubtKind.PRIVATE,
        beside=_OFF,
    ),
    Form(
        "weil sein Kind krank ist",
        (*ILLNESS_WORDS, "storben"),
        ignoring_case(
            rf"\b(?:deren|dessen|ihre?[nmr]?|seine?[nmr]?)\s(?:\w+e[nrsm]?\s)?(?:{RELATIVES}|kinder|eltern)\b{_HERE}{{0,40}}\b(?:krank|erkrankt|gestorben|verstorben|im\skrankenhaus|operiert|verunglückt)\b"
        ),
        Reach.CLAUSE,
        DoubtKind.PRIVATE,
        NO_ILLNESS,
        beside=_OFF,
    ),
)
LIFE = (*REASONS, *HEALTH, *DEATHS, *HOMES, *STANDING)
