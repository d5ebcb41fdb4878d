"""Words that show that something is private by its nature: tables only. What they reach is read in withheld.py."""

from .draft import DoubtKind
from .withheld_forms import NAME, Form, Reach, ignoring_case

_SUBJECT = (
    rf"(?:(?-i:(?:Frau|Fr\.|Herrn?|Hr\.|Dr\.|Prof\.|Familie|Fam\.|Pfarrer(?:in)?|Pfr\.|Pastor(?:in)?|Schwester|Kantor(?:in)?)\s[A-ZÄÖÜ][\w'-]+|{NAME})"
    r"|\b(?:meine?|unsere?)\s(?-i:[A-ZÄÖÜ])[\w-]+|\bich\b)"
)
RELATIVES = (
    r"(?:mutter|vater|mann|frau|tochter|sohn|schwester|bruder|oma|opa|großmutter|großvater|"
    r"kind|enkel(?:in)?|partner(?:in)?|schwiegermutter|schwiegervater|lebensgefährt\w+)"
)
_IS = r"(?:ist|war|sei|wurde|wird|liegt|lag|kam|musste|muss|hat|hatte|erlitt|leidet|bin|habe|hatten|haben|fällt|bleibt)"
_SERIOUS = (
    r"(?:(?:im|ins)\s\w*krankenhaus(?!\w|\s(?-i:[A-ZÄÖÜ]))|bandscheibenvorfall|schlaganfall|herzinfarkt|herz-?op\w*|operiert|operation|chemo\w*|krebs(?!\w)|krebsdiagnose|(?:der|in)\sreha|"
    r"gebrochen|verunglückt|einen\sunfall|lungenentzündung|der\sklinik|in\sklinik|intensivstation|im\skoma|im\shospiz|burn-?out|depression\w*|dement|pflegefall|schwer\sverletzt|gestürzt)"
)
_ILL = (
    r"(?:krank|erkrankt|krankgeschrieben|an\s(?:corona|covid\w*|grippe)|"
    r"(?:hat|hatte|haben)\s(?:\w+\s)?(?:corona|covid\w*|grippe)(?!-)|im\skrankenstand)"
)
_SAID_OF = r"[^.!?;\n]{0,60}?\b"
ILLNESS_WORDS = (
    "krank", "bandscheib", "schlaganfall", "herz", "operier", "operation", "chemo", "krebs", "reha", "gebrochen", "unglück", "unfall", "lungenent",
    "klinik", "intensivst", "koma", "hospiz", "burnout", "burn-out", "depress", "dement", "pflegefall",
    "verletzt", "gestürzt", "corona", "covid", "grippe",
)  # fmt: skip
NO_ILLNESS = ignoring_case(
    r"\b(?:vortrag|referiert|berichtet|selbsthilfe\w*|angehörige[nr]?|seelsorge\w*|informiert|spricht|liest|erzählt|besuchsdienst|themen?|chef[aä]rzt\w*|ober[aä]rzt\w*|arzt|ärztin|arbeitet|tätig"
    r"|betroffene[nr]?|patient\w*|menschen\s(?:mit|nach|in)|für\s(?:menschen|personen|alle|frauen|männer))\b"
)
BY_NATURE = (
    Form(
        "jemand ist krank",
        ILLNESS_WORDS,
        ignoring_case(
            rf"(?:{_SUBJECT}\s(?:[^.!?;,\n]{{0,25}}\s)?{_IS}\b{_SAID_OF}{_SERIOUS}\b"
            rf"|(?-i:(?:Frau|Fr\.|Herrn?|Hr\.|Dr\.|Pfarrer(?:in)?|Pfr\.|Pastor(?:in)?|Familie)\s[A-ZÄÖÜ][\w'-]+|{NAME})\s(?:[^.!?;,\n]{{0,25}}\s)?{_IS}\b{_SAID_OF}{_ILL}\b"
            rf"|\b(?:meine?|unsere?)\s{RELATIVES}\b[^.!?;,\n]{{0,25}}\b{_IS}\b{_SAID_OF}{_ILL}\b|\bich\s(?:bin|war|liege)\b{_SAID_OF}(?:{_ILL}|{_SERIOUS})\b"
            rf"|\b(?:bin|war|liege|habe|hatte)\sich\b{_SAID_OF}(?:{_ILL}|{_SERIOUS})\b)"
        ),
        Reach.CLAUSE,
        DoubtKind.PRIVATE,
        NO_ILLNESS,
    ),
    Form(
        "wegen der Krankheit von Frau …",
        ILLNESS_WORDS,
        ignoring_case(
            rf"(?:erkrankung|krankheit|krankenhausaufenthalt\w*|unfall\w*|{_SERIOUS})(?P<what>\s(?:von|bei)\s(?-i:(?:Frau|Herrn?|Dr\.|Pfarrer(?:in)?|Familie)\s[A-ZÄÖÜ][\w'-]+(?:\s[A-ZÄÖÜ][\w'-]+)?|{NAME}))"
        ),
        Reach.WORDS,
        DoubtKind.PRIVATE,
        NO_ILLNESS,
    ),
    Form(
        "(krank)",
        ("krank",),
        ignoring_case(r"\s?\((?:ist\s|leider\s|noch\s)?(?:krank|erkrankt|krankgeschrieben|im\skrankenhaus|krankheit)\)"),
        Reach.WORDS,
        DoubtKind.PRIVATE,
    ),
    Form(
        "Trauung, Taufe, Tod",
        ("sakrament", "ja-wort", "jawort", "getraut", "bund der ehe"),
        ignoring_case(
            rf"(?:\bsakrament\sder\s(?:ehe|taufe)\s(?:spenden|empf[aä]ng|empfing|spendet)|\bja-?wort\b|\bgetraut\s(?:werden|wurden)|\bbund\sder\sehe\b)[^!?\n]{{0,80}}(?-i:{NAME})"
        ),
        Reach.SENTENCE,
        DoubtKind.PRIVATE,
    ),
    Form(
        "Getauft wurden: …",
        ("getauft", "getraut", "trauungen", "eheschließung", "taufen", "beerdigt", "bestattet", "beerdigung", "bestattung", "verst", "gestorben",
         "heimgegangen", "geburtstag", "hochzeit", "gratulieren", "gedenken", "trauern"),
        ignoring_case(
            r"^\W*(?:(?:kirchlich\s)?getraut|trauungen|eheschließungen|getauft|taufen|beerdigt|bestattet|beerdigungen|bestattungen|(?:unsere\s)?verstorben(?:en?)?|verstarben|heimgerufen|gestorben|heimgegangen"
            r"|geburtstage|(?:goldene|silberne|diamantene|eiserne)\shochzeit|(?:wir|der\svorstand|die\sgemeinde)\s(?:gratulier\w+|trauer\w*|bet\w+|gedenk\w+))\b[^:\n]{0,70}:"
            rf"(?=[^!?\n]{{0,40}}(?-i:{NAME})|\s*$)"
        ),
        Reach.LIST,
        DoubtKind.PRIVATE,
        ignoring_case(r"\d\s?uhr\b"),
    ),
)  # fmt: skip
PRESENT = Form(
    "Anwesend: …",
    ("anwesen", "entschuldigt", "es fehl", "teilnehm", "protokoll", "verteiler", "leitung", "gäste"),
    ignoring_case(
        r"^\W*(?:anwesend(?:e)?|(?:un)?entschuldigt(?:\s(?:fehlt|fehlen|ist|sind))?|abwesend(?:e)?|nicht\sanwesend|es\sfehl(?:t|en)|anwesenheitsliste)\b[^:\n]{0,40}:(?!\s?\d)"
    ),
    Reach.LIST,
    DoubtKind.PRIVATE,
)
PRESENT_IN_MINUTES = Form(
    "Teilnehmende eines Protokolls",
    PRESENT.words,
    ignoring_case(
        r"^\W*(?:teilnehm(?:er|ende|erinnen)(?:[\s/*:]\w+){0,3}|(?:protokoll|schrift|sitzungs)(?:führ\w+|leitung)|protokoll|verteiler|gäste|leitung)\s?:(?!\s?\d)(?=\s?\S)"
    ),
    Reach.LIST,
    DoubtKind.PRIVATE,
)
