"""How places are written: a name, and the words before or behind it that say it is one."""

import re

from .lexicon import MONTHS

_ROOM = (  # “Raum 2.04”, “Konferenzraum 2”, “Saal B”
    r"(?:(?<=[mrle])(?:(?<=[Rr]aum)|(?<=[Ss]aal)|(?<=Zimmer)|(?<=Halle)|(?<=Gebäude))"
    r"\s(?:[A-Z]?\d{1,3}(?:[./-]\d{1,3})?[a-z]?|[A-Z]|[IVX]{1,4})\b(?!\s?Uhr|[.:]\d|\s?(?:Plätze|Personen|Teilnehm)))?"
)
_CAP = (
    r"(?:(?:St|Ev|Kath|Hl|Dr|Nr)\.(?:-[A-ZÄÖÜ][\w'&*]*)*|"
    r"[A-ZÄÖÜ][\w'&.*]*(?:[-/][\w'&.*]+)*[\w*]|[A-ZÄÖÜ]|gGmbH|e\.\s?V\.|\d+(?=\s(?!Uhr\b)[A-ZÄÖÜ]))" + _ROOM
)
_SMALL = r"[a-zäöüß][a-zäöüß-]{1,24}e[nrms]?"
_QUOTED = r"\"[^\"\n]{2,60}\""
_LINK = r"(?:des|der|dem|den|von|vom|zu|zum|zur|am|an der|im|in der|in|für|und|&|-|auf der|bei der)"
NAME = (
    rf"(?:(?:{_SMALL}[ ]){{0,3}}(?:[A-ZÄÖÜ]\w+-,?[ ](?:(?:und|&|oder)[ ])?){{0,3}}(?:{_CAP}|{_QUOTED})"
    rf"(?:[ ](?:{_LINK}[ ](?:{_SMALL}[ ])?)?(?:{_CAP}|{_QUOTED})){{0,6}})"
)
_PREPOSITION = (
    r"(?:(?:[Ii]n|[Aa]uf|[Aa]n)(?:\sder|\sdem)?\sund\s(?:um|vor)\s(?:die|das|den|dem|der)|[Ii]m|[Ii]n\s(?:der|dem|den|die|das|unserem|unserer|unseren|ihrem|seinen|seinem|"
    r"einem|einer|diesem)|[Aa]n(?=\s(?:St\.|Sankt))|[Ii]ns|[Aa]ns|[Aa]ufs|[Ii]n|[Aa]m|[Aa]n\s(?:der|dem|den|die|das)|[Aa]uf\s(?:dem|"
    r"der|den|das|die)"
    r"|[Bb]eim|[Bb]ei\s(?:der|dem|den|uns\sim|uns\sin\sder)|[Bb]ei|[Vv]or\s(?:dem|der|"
    r"den)|[Vv]orm|[Rr]und\sum\s(?:das|den|die)|[Hh]inter\s(?:dem|der)|[Uu]nter\s(?:dem|"
    r"der)"
    r"|I[MN]|IN\s(?:DER|DEN|DIE)|A[MN]|AN\s(?:DER|DEN)|AUF\s(?:DEM|DER|DEN)|BEIM|VOR\s(?:DEM|DER)|ZU[MR]|INS"  # a poster
    r"|[Dd]urch\s(?:das|die|den)|[Aa]b(?=\s[A-ZÄÖÜ])|[Zz]um|[Zz]ur|[Zz]u\suns\sins|[Gg]egenüber\s(?:dem|der|des|vom)|[Nn]eben\s(?:dem|der)|[Vv]om|[Vv]on\sder)"
)
AFTER_PREPOSITION = re.compile(
    rf"(?<![\wäöüß-])(?P<preposition>{_PREPOSITION})\s(?P<name>{NAME}(?:[ ]\d{{1,3}}[a-z]?(?![\w.:]|[ ]?Uhr))?)"
)
_DAY_OR_MONTH = rf"[A-Z]\w+(?:tag|woch|abend)|{'|'.join(month.title() for month in MONTHS)}"
_LABEL = (
    r"(?:[Ii][mn](?=:)|Veranstaltungsort|Treffpunkt|Treff|Ort|Wo|Adresse|Location|Treffen|Startpunkt|Start|Abfahrt|Raum|Haltestelle|"
    r"(?:Stand|Spiel|Austragungs|Tagungs|Kurs|Lern|Sitzungs|Ausstellungs|Probe|Proben|Treff|Abfahrts?|Aufführungs|Seminar|Schulungs|Trainings|Start|"
    r"Versammlungs|Auftritts)ort|Spielstätte|Veranstaltungsstätte|Anschrift|Sammelpunkt|Sammelplatz|Start (?:und|&|/) Ziel|📍)"
)
_BEHIND_A_LABEL = (
    r"(?:(?<=Treffpunkt)\s[A-ZÄÖÜ][^\n:,;]{1,30}:"  # Treffpunkt Nordstadt: …
    r"|(?<!Wo)(?:\s(?:der|des|für (?:die|das|den|alle))\s[A-ZÄÖÜ][\w-]{3,30})?\s?(?:ist|:)\s*:?|(?<=Wo)\s?:\s*"
    r"|(?<=\nWo)\s?\n{1,2}|(?<=\nOrt)\s?\n{1,2}|(?<=\nTreffpunkt)\s?\n{1,2}|(?<=\nVeranstaltungsort)\s?\n{1,2}"
    r"|(?<=Treffpunkt)(?=\s(?:um\s|ab\s)?\d{1,2}(?:[.:]\d\d)?\sUhr\s[A-ZÄÖÜ])"
    r"|(?<=📍)\s?|(?<=Standort)(?=\s[A-ZÄÖÜ])"
    r"|(?<=Treffpunkt)(?<![a-zäöüß]e\sTreffpunkt)(?<![a-zäöüß]er\sTreffpunkt)(?<![a-zäöüß]en\sTreffpunkt)(?=\s(?:am|im|an|bei|vor|in|ist)\b)"
    r"|(?<=Treffpunkt)(?<![a-zäöüß]\sTreffpunkt)(?=\s[A-ZÄÖÜ]))"
)
_STILL = r"(?:(?:ab |um )?\d{1,2}(?:[.:]\d\d)? Uhr,?|wie (?:immer|gewohnt)|wieder|weiterhin|vorerst|jeweils|immer|diesmal|dann|auch)"
LABELLED = re.compile(
    rf"(?:^|(?<=[\s*|(])){_LABEL}{_BEHIND_A_LABEL}\s?(?:{_STILL}\s){{0,2}}"
    r"(?P<preposition>(?:[Ii]st\s)?(?:im|in der|am|an der|auf dem|vor dem|vor der|beim|bei der|bei den|bei|der|die|das)\s)?"
    r"(?P<name>(?:[^\n,;.(|]|(?<=-[A-ZÄÖÜ])\.(?=-)|(?<=\bSt)\.|(?<=\bEv)\.|(?<=\bkath)\.|(?<=\bev)\.){3,70})",
    re.MULTILINE,
)
# “Schauplatz der Lesung ist am Samstag um 19 Uhr die Alte Scheune”
SAID_TO_BE = re.compile(
    r"\b(?:Veranstaltungsort|Treffpunkt|Schauplatz|Austragungsort|Spielort|Tagungsort|Sitzungsort|Startpunkt|Ort)\s"
    r"(?:(?:der|des|für|zur|zum)\s(?:[^.!?:\n]|(?<=\d)\.){3,80}?\s)?(?:ist|sind)\s"
    r"(?:(?:am|um|ab|gegen|den|jeweils|wieder|diesmal|immer|wie|gewohnt|auch|erneut|heuer|nun|dann|Uhr|[\d.:]+|"
    rf"{_DAY_OR_MONTH}),?\s){{0,8}}(?:der|die|das)\s(?P<name>{NAME})"
)
ENTERED = re.compile(
    rf"\b(?:Betreten|Zutritt|Zugang|Einlass)\s(?:des|der|zum|zur|ins|in das|in die)\s(?P<name>{NAME})"
)
IN_BRACKETS = re.compile(r"\((?P<name>[^\W\d_][^()\n,;:]{2,50}),\s?$")
BEFORE_ADDRESS = re.compile(
    rf"(?<![\w-])(?P<name>{NAME})\s?(?:,|\(|;|:|-|\||\s|\n|in der|in|an der|am|auf der|,\s(?:in\s)?der)\s?\(?$"
)
BEHIND_ADDRESS = re.compile(
    r"\s?\((?!(?:\w*[Ee]ingang|\w*[Zz]ugang|\w*geschoss|\w*geschoß|Keller|Hinterhof|Innenhof|Hinterhaus|Parkplätze|Nähe)\b)"
    rf"(?:(?:im|in der|am|beim)\s)?(?P<name>{NAME})\)"
)
NAMES_ONLY = re.compile(
    rf"(?:^[ ]{{0,30}}|(?<=[,;|]\s)|(?<=[ ][ ])|(?<=Uhr\s)|(?<=Uhr\s\()|(?<=-\s)|(?<=\w\s\()(?=St\.\s|Sankt\s))"
    rf"(?P<name>{NAME})(?=\s?(?:[,;|.(:)]|$|[ ]{{2}}|\s-\s))",
    re.MULTILINE,
)
_HOLDS = "liest|lädt|bietet|veranstaltet|beteiligt|zeigt|öffnet|organisiert|präsentiert|feiert|setzt|begrüßt|empfängt|bittet"
_AT_ITS_STREET = r"(?:\s(?:in|an|auf)\s(?:der|dem)\s[A-ZÄÖÜ][^.,;!?\n]{2,40}?)?"
HOST = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?:Das|Die|Der)\s(?P<name>{NAME}?(?:\s\d{{1,3}})?){_AT_ITS_STREET}\s(?:{_HOLDS})\b"
    rf"|\b(?:{_HOLDS})\s(?:das|die|der)\s(?:Team (?:des|der)\s)?(?P<other>{NAME})(?=[\s,.])"
)
# “Café Muster lädt ein”
HOST_BY_NAME = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?!(?:D[aeiu]\w{{0,2}}|Eine?|Unsere?|I[mn]|A[mn]|Auch|Hier|Heute|Zu[mr]?|Von|Vom|Bei)\s)(?P<name>{NAME}?){_AT_ITS_STREET}\s(?:{_HOLDS})\b"
)
# “verwandelt den Alten Markt in eine Bühne”, “Der Alte Markt wird am Samstag zur Bühne”
TURNED = re.compile(
    rf"\bverwandel(?:t|n)\s(?:sich\s)?(?:(?:am|vom|von|bis|ab|im|den|[\d.]+|Uhr|{_DAY_OR_MONTH}),?\s){{0,8}}(?:der|die|das|den)\s(?P<name>{NAME})"
    rf"|(?:^|(?<=[.!?]\s)|(?<=\n))(?:Der|Die|Das)\s(?P<other>{NAME})\s(?:wird|verwandelt\ssich)\b"
    r"(?=(?:[^.!?\n]|(?<=\d)\.){0,60}?\b(?:(?:zum|zur|zu einem|zu einer|in einen?)\s|(?:eingeweiht|eingesegnet|eröffnet)\b))"
)
SMALL = re.compile(  # “im kulturbunker”
    r"\b(?:[Ii]m|[Ii]n der|[Aa]m|[Aa]n der|[Aa]uf de[mr]|[Vv]or de[mr]|[Bb]eim)\s"
    r"(?P<name>[a-zäöüß\d][\wäöüß-]{5,30})(?=\s?(?:[,.;:)\n]|$|\(|statt\b|ein\b|und\b|in\b|an\b|am\b))"
)
BRACKETED = re.compile(rf"\((?:(?:im|in der|am|auf dem)\s)?(?P<name>{NAME})\)")
# “Bürgerbüro Nord, 1. OG.”: a sentence that is a name and nothing else
SENTENCE_OF_ITS_OWN = re.compile(rf"(?<=[.!?]\s)(?P<name>{NAME})(?=\s?(?:[.(|]|,\s\d|$))", re.MULTILINE)
_CALL = r"(?:Zoom|Teams|MS Teams|Webex|Jitsi|BigBlueButton|Skype|Videokonferenz|Videochat|Livestream|Video|Internet)"
ONLINE = re.compile(
    rf"(?:(?<=[,;|(:-]\s)|(?<=Uhr\s)|(?<=findet\s)|(?<=\s)(?=(?:per|via)\s{_CALL}))"
    rf"(?:(?P<name>(?:[Oo]nline|[Dd]igital|ONLINE)(?:\s(?:via|per|über|auf|im)\s{_CALL})?)|(?:per|via|im)\s(?P<call>{_CALL}))"
    r"(?=\s?(?:[.,;|)(!]|$|statt\b))",
    re.MULTILINE,
)
BESIDE_WHAT = re.compile(
    rf"[ ](?:vor|hinter|neben|gegenüber)[ ](?:der|dem|den)[ ]{_CAP}(?:[ ]{_CAP})?"
)  # der Platz vor der Kirche
NO_HOST = re.compile(
    r"(?:volkshochschule|vhs|amt|büro|gemeinde|club|akademie|verein|universität|praxis|station|feuerwehr|polizei)e?s?$",
    re.IGNORECASE,
)
NAMED = re.compile(rf"\b(?:[Dd]as|[Dd]ie|[Dd]er|[Dd]em|[Dd]en)\s(?P<name>{NAME})")
VISIT = re.compile(
    rf"(?:[Bb]esichtigung|Besuch|[Ff]ührung|[Rr]undgang|Erkundung)(?:en)?\s(?:der|des|im|in der|durch (?:die|das|den))\s(?P<name>{NAME})"
    rf"|(?:fahrt|ausflug|reise|tour|wanderung|Fahrt|Ausflug|Reise)(?:en)?\s(?:zum|zur|ins|(?:in|an|auf) (?:die|das|den))\s(?P<aim>{NAME})"
)
TRIP = re.compile(
    rf"(?:(?:fahrt|ausflug|reise|tour|wanderung)(?:s|en)?\b[^.\n]{{0,60}}?\b|(?:^|(?<=\n)))[Nn]ach (?P<name>{_CAP}(?: (?:am|an der) {_CAP})?)"
)
LINKED = re.compile(rf"\s(?P<link>{_LINK})\s(?:[a-zäöüß]+\s)?(?P<noun>[A-ZÄÖÜ][\wäöüß-]*)")
VAGUE = re.compile(
    r"^(?:(?:haupt|fest|musik|live|freilicht)?bühne|(?:info|verkaufs|markt)?stand|hüpfburg|bar|zugang|eingang|vorplatz|räumen?|räumlichkeiten|(?:stadt|gemeinde|kreis|orts)?verwaltung|"
    r"gebäude|geländes?|saal|(?:neben|hinter|vereins|club|klub|gast)(?:zimmer|raum)|foyer|\w*(?:altstadt|innenstadt|vorstadt|stadtwald|stadtgarten|ortsmitte|ortskern|stadtmitte|fußgängerzone|kiez|grünanlagen?))$"
)
OF_THE_HOST = re.compile(
    r"\b(?:Teams?|Leiter(?:in|s)?|Leitung|Mitarbeiter\w*|Vorstand|Vorsitzenden?r?|\w*[Vv]erein|Freunde\w*|Kreis|Besucher\w*|Bewohner\w*|"
    r"Schüler\w*|Kinder|Chor|Orchester|Angebot|\w*[Pp]rogramm)\s(?:des|der|vom|von der|aus dem|aus der)\s$"
)
MADE_THERE = re.compile(r"(?:[Pp]rogramme?s?|[Kk]alenders?|[Aa]ngebote?s?|[Zz]eit(?:en)?|[Tt]eams?)$")
SENTENCE = re.compile(
    r"\s(?:ist|sind|war|waren|wird|werden|hat|haben|kann|können|soll|sollen|will|wollen|muss|müssen)\s"
)
TITLE = re.compile(r"\"[^\"\n]{3,120}\"")
