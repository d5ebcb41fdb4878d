"""The words with which announcements say whether and how to register, and what such words are about otherwise.

`FORMS`: the first row that fits decides; `COME_ANYWAY` counts only where nothing else is said; `WAYS`: by which way.
A row is a line of one of the tables below; “…” in a comment stands for a few words.
"""

import re

from .draft import Registration

_SIGN_UP = r"(?:vor)?anmeldung(?:en)?"
_SHORT = r"[^!?;]{0,40}"
_SOME = r"[^!?;]{0,60}"
_MANY = r"[^!?;]{0,90}"
_IS_NEEDED = r"(?:erforderlich|notwendig|nötig|vonnöten|vorgesehen)"
_IS_NICE = r"(?:erwünscht|wünschenswert|sinnvoll|ratsam|erbeten|gewünscht|empfohlen|hilfreich)"
_WOULD_BE_NICE = r"(?:dankbar|hilfreich|hilft|reicht|genügt|wäre(?:n wir)? (?:\w+ )?(?:nett|schön|lieb|toll|super|prima|gut))"
_ANSWER = r"(?:rückmeldung|zusage|rückantwort|antwort|platzreservierung|tischreservierung|reservierung|eintragung|registrierung)(?:en)?"
_NOTE = r"(?:rückmeldung|rückruf|nachricht|zusage|anruf|e-?mail|mail|meldung|whatsapp|sms|antwort)"
_YOURSELF = r"(?:sie )?(?:sich|euch|dich)"
_SHOULD_CALL = r"(?:(?:soll\w*|möge\w*|muss|müssen) (?:sich|euch)|sich bitte)\b[^!?;]{0,60}\bmelden\b"
_ON_SITE = r"(?:vor ort|am start|am (?:veranstaltungs|wettkampf|lauf|renn|selben)\s?tag)"
_MEANS_TO_COME = r"(?:mitmachen|sein|teilnehmen|mitkommen|mitfahren|mitlaufen|mitspielen|mitwandern|kommen) (?:möchte|will|mag)"

_NOT_WITHOUT = (  # “Ohne Anmeldung ist keine Teilnahme möglich”, “bitte nicht ohne Anmeldung”
    rf"\b(?:nicht|niemand|keine\w*(?: \w+)?) ohne (?:\w+ ){{0,2}}{_SIGN_UP}",
    rf"\bohne (?:\w+ ){{0,2}}{_SIGN_UP} (?:ist|sind|kann|können|gibt|wird|werden|geht|läuft|bleibt|funktioniert)\b"
    r"[^.,!?;]{0,60}\b(?:kein\w*|nicht|nichts|niemand)\b",
)
_NOT_NEEDED = (
    rf"\bohne (?:\w+ )?{_SIGN_UP}",
    r"\bohne (?:sich )?(?:vorher )?anzumelden",
    rf"{_SIGN_UP}\b{_SHORT}\b(?:nicht|weder)\b[^!?;]{{0,30}}\b{_IS_NEEDED}",
    rf"{_SIGN_UP} (?:ist|sind|wird)\b[^.!?;]{{0,160}}\bnicht (?:erforderlich|notwendig|nötig|vonnöten|vorgesehen|verlangt)\b",
    rf"\bkeine(?:r)?\s(?:\w+\s){{0,2}}{_SIGN_UP}",
    rf"{_SIGN_UP} (?:braucht|benötigt|bedarf) (?:es|man|ihr) (?:\w+ )?nicht",
    rf"{_SIGN_UP}(?::\s|\?\s)(?:nicht|nein|keine\b|entfällt|brauch\w+ (?:ihr|sie|es|man) nicht)",
    rf"optionale {_SIGN_UP}|anmeldefrei\b",
    r"nicht (?:vorher )?an(?:ge)?(?:zu)?meldet? werden|unangemeldet|nicht angemeldet",
    r"\b(?:muss|müssen|müsst|musst|brauch\w*)\b[^!?;]{0,40}\bnicht (?:\w+ ){0,2}(?:anmelden|anzumelden|angemeldet)",
    r"\banmelden,? (?:muss|müsst|müssen|brauch\w*) [^.!?;]{0,30}nicht|\banmelden ist nicht (?:nötig|erforderlich|notwendig)",
    r"(?<!\w )(?:bitte )?nicht (?:vorher )?anmelden\b",  # “nicht anmelden, einfach kommen”
    r"\b(?:keiner|niemand) (?:muss|braucht)\b[^.!?;]{0,30}\ban(?:- (?:oder|und) ab)?(?:zu)?(?:ge)?melde[nt]\b",
    r"\bangemeldet (?:werden )?muss (?:\w+ ){0,2}(?:nichts|niemand|keiner|nicht)\b",
    r"\b(?:brauch\w*|benötig\w*)\b[^.!?;]{0,20}\bkeinen termin\b|\btermin ist nicht (?:nötig|erforderlich|notwendig)",
    r"\bohne (?:vorherigen? )?termin(?:vergabe|buchung|vereinbarung)?\b",
    r"\bspontan\w*\b[^!?;]{0,40}\bwillkommen",
    rf"{_SIGN_UP}\b[^!?;]{{0,30}}\b(?:nur|ausschließlich|erst|direkt) {_ON_SITE}",
    rf"(?<!oder )(?<!und ){_SIGN_UP} (?:ist |erfolgt )?{_ON_SITE}(?! (?:oder|und|sowie|bzw))",
)
_FOR_A_PART = (  # who only comes need not: “Wer mitessen möchte, meldet sich bitte an”
    r"\bwer [^.!?;,]{0,40}\b(?:mitessen|essen|mitfrühstücken|frühstücken|mitgrillen|übernachten)\s(?:möchte|will|mag),"
    rf"{_MANY}\b(?:an|anmelden)\b",
)
_MUST = (
    rf"\b(?:nur|allein|ausschließlich|erst) (?:nach|mit) (?:\w+ ){{0,2}}(?:{_SIGN_UP}|buchung|reservierung)\b",
    rf"(?<!\bum )\bverbindlich\w* (?:{_SIGN_UP}|anmelden)\b",
    rf"{_SIGN_UP}\b(?:(?!\bnicht\b|\bkein)[^!?;]){{0,40}}\b(?:{_IS_NEEDED}|zwingend|pflicht)\b|\banmeldepflicht",
    r"\b(?:muss|müssen|müsst|musst)\b[^.!?;]{0,60}\b(?:anmelden|angemeldet)\b",
)
_ASKED_FOR = (
    rf"\bum (?:\w+ ){{0,3}}{_SIGN_UP}\b[^!?;]{{0,120}}\b(?:gebeten|bitte)",
    rf"\b(?:bitten|bittet|gebeten|wird|werden)\b{_SHORT}\bum (?:\w+ ){{0,3}}(?:{_SIGN_UP}|rückmeldung)",
    rf"{_SIGN_UP}\b{_SHORT}\b(?:{_IS_NICE}|erleichtert|willkommen|von vorteil|gerne? gesehen|{_WOULD_BE_NICE})",
    rf"\b(?:hilft|erleichtert|freuen)\b{_SHORT}\b(?:eine|über) (?:\w+ ){{0,2}}{_SIGN_UP}\b",
    r"\bum (?:\w+ ){0,2}(?:rückmeldung|zusage)|erbitten(?!\s(?:\w+\s){0,2}spende)",
    rf"(?:kann|können|könnt)\b{_MANY}\b(?:anmelden|angemeldet werden)",
    r"\bgerne? (?:\w+ ){0,2}anmelden\b|\banmelden (?:kann|können|könnt|könnten|darf|dürft|dürfen)\b",
    rf"{_SIGN_UP}\b{_SOME}\bmöglich\b|{_SIGN_UP}\b[^!?;]{{0,10}}\b(?:nimmt|nehmen)\b",
    rf"\b{_ANSWER}\b{_SOME}\b{_IS_NICE}|\bum (?:\w+ ){{0,2}}{_ANSWER}\b",
    r"\breservierung(?:en)?\b[^!?;]{0,10}\b(?:nimmt|nehmen)\b",
    r"\b(?:zusagen?|rückmeldung(?:en)?) (?:bitte )?(?:bis|an|unter|per)\b",
)
_NEEDED = (
    rf"(?<!\d ){_SIGN_UP}\b",
    rf"\banmelden\b|\bangemeldet|\banzumelden|\bsich\b{_MANY}\banmeldet\b|\bmelde(?:n|t)?\b{_MANY}\ban\b",
    r"\banm\.:?\s(?:bis|bei|unter|an|tel)\b|anmelde(?:schluss|frist|formular|link)|teilnahme nur (?:nach|mit)|plätze? reservier",
    r"\b\w*reservierung(?:en)? (?:erforderlich|nötig|notwendig|unter)",
    r"nur mit (?:anmeldung|reservierung)|termin(?:reservierung|buchung|vereinbarung)",
    rf"(?:nur|allein|ausschließlich) (?:nach|mit) {_SIGN_UP}",
)
_BOOKED = (
    rf"\bregistrierung\b|\bregistrier\w+ {_YOURSELF}\b|\b(?:sich|euch) (?:[\w-]+ ){{0,4}}(?:zu )?registrieren\b",
    r"\b(?:reservier|buch)(?:en|t|e)? (?:sie|euch|dir)\b|\btermin\w* (?:\w+ ){0,3}(?:reservieren|buchen|vereinbaren)\b",
    r"\b(?:termine?|plätze)\b[^!?;]{0,50}\b(?:gebucht|vereinbart) werden",
    r"\bein termin\b[^!?;]{0,30}\b(?:reserviert|gebucht|vereinbart) werden",
)
_WITH_TICKETS = (
    r"(?<!spielen )(?<!spielt )\b(?:eintritts)?karten\b(?!\s?spiel)|\btickets?\b|\beintrittskarten|\beinlasskarten",
    r"vorverkauf|\bvvk\b|abendkasse|\bkarten(?:reservierung|bestellung|vorbestellung)",
)
_SAY_SO = (  # somebody wants to know who comes
    rf"\btr[aä]g(?:en|t|e)? {_YOURSELF}(?: bitte)?\b{_MANY}\bein\b|\b(?:sich|euch|liste|formular)\b{_SOME}\b(?:eintragen|einzutragen)\b",
    r"\b(?:sag|gib|sagt|gibt|gebt|geben|sagen)\b[^!?;]{0,110}\bbescheid\b|\bbescheid (?:zu )?(?:sagen|geben)\b",
    rf"\bmelde[nt]? {_YOURSELF}\b|\b{_SHOULD_CALL}|\bu\.\s?a\.\s?w\.\s?g\b",
    rf"\bwer (?:noch |gern\w* |auch |dabei )*{_MEANS_TO_COME}\b{_MANY}\b(?:mail|meld|anruf|ruf|schreib|schick)",
    rf"\bwer (?:\w+ ){{0,2}}(?:mit(?:will|möchte|mag)|lust hat|(?:einen platz|plätze)\b{_SHORT})\b{_MANY}\b(?:mail|meld|ruf|schreib|schick)",
    rf"\b(?:kurze|kleine|vorherige|telefonische|rechtzeitige)[rsnm]? {_NOTE}\b{_SOME}\b{_WOULD_BE_NICE}",
    rf"\b(?:dankbar|freuen|freut|hilft|helfen)\b{_SOME}\b(?:über|für|mit) (?:\w+ ){{0,2}}(?:kurze\w*|ihre|eure) (?:\w+ )?{_NOTE}\b(?! z)",
    rf"\b(?:bitten|bittet|gebeten)\b{_SOME}\bum (?:\w+ ){{0,3}}{_NOTE}\b|\bum (?:\w+ ){{0,3}}{_NOTE}\b{_MANY}\b(?:gebeten|bitten)\b",
    rf"\b(?:gebt|geben|gebe|gib|gibt)\b{_SOME}\b(?:zeichen|nachricht|laut)\b",
    rf"\bsagt? (?:uns )?bitte\b{_MANY}\bzu\b(?=\s?[.,!)])",
    rf"\bkurze (?:info|{_NOTE}) (?:bitte )?(?:an|bei|unter|per)\b|\b(?:anruf|mail|nachricht) (?:genügt|reicht)\b",
    rf"\b(?:schreib|schick|ruf|mail)\w*\b[^!?;]{{0,110}}\b(?:wenn|falls|ob)\b{_SHORT}\b(?:dabei|komm\w*|mitmach\w*|teilnehm\w*|mitkomm\w*)\b",
)
FORMS: tuple[tuple[Registration, re.Pattern[str]], ...] = tuple(
    (kind, re.compile("|".join(ways), re.IGNORECASE))
    for kind, ways in (
        (Registration.REQUIRED, _NOT_WITHOUT),
        (Registration.NOT_NEEDED, _NOT_NEEDED),
        (Registration.REQUESTED, _FOR_A_PART),
        (Registration.REQUIRED, _MUST),
        (Registration.REQUESTED, _ASKED_FOR),
        (Registration.REQUIRED, _NEEDED),
        (Registration.REQUIRED, _BOOKED),
        (Registration.TICKETS, _WITH_TICKETS),
        (Registration.REQUESTED, _SAY_SO),
    )
)

_TO_COME = r"(?:(?:vorbei|rein|herein|dazu)\s?(?:kommen|schauen|gehen)|dazukommen|kommen)"
_COME_ANYWAY = (
    r"\b(?:komm|kommt|kommen sie|schau|schaut|schauen sie)\b[^.!?;]{0,30}\b(?:einfach|spontan)\b(?: \w+){0,3}? (?:vorbei|dazu|rein|herein)\b",
    rf"(?<!nicht )\b(?:einfach|spontan) (?:mal |so |am \w+ |bei uns |zu uns |gern\w* )*{_TO_COME}\b(?! will| möchte| mag)",
    r"\bspontan (?:vorbei)?(?:schaut|kommt)\b|\bkurzentschlossene\b[^.!?;]{0,40}\b(?:willkommen|eingeladen)\b",
    r"\bkommen sie spontan\b|\bvorbei(?:kommen|schauen) (?:genügt|reicht)\b",
    r"\b(?:offen für (?:alle|jede[nr]?)|(?:für alle|allen|jedem|jeder(?:mann)?) offen)\b",
)
_ONLY_WATCH = r"\b(?:zuschauer\w*|zaungäste|schaulustige|wer nur (?:zuschau|zuhör|guck)\w*)\b"
COME_ANYWAY = re.compile("|".join(_COME_ANYWAY), re.IGNORECASE)
ONLY_WATCH = re.compile(_ONLY_WATCH, re.IGNORECASE)
COME_STEMS = ("einfach", "spontan", "kurzentschlossen", "vorbei", "offen", "zuschau", "zaungäst", "schaulust")

WAYS = re.compile(
    r"telefon|\btel\b|\bfon\b|\bmobil|\banruf|\brufnummer|hotline|whatsapp|\be-?mail|\bmail|@|\(at\)|\bonline|internet|homepage|"
    r"web-?seite|https?:|www\.|formular|anmeldelink|\blink\b|qr-?code|\bapp\b|schriftlich|persönlich|\bvor ort\b|"
    r"(?:abend|tages|theater|kino)kasse|vorverkauf|\bvvk\b|\bbüro|\w*büro\b|buchhandlung|anmelde(?:liste|zettel|karte)|aushang|"
    r"\banmeldung(?:en)?\b[^.!?]{0,40}\b(?:bei|beim|unter|über|an|im|in|per|via)\b|\banmelden\b[^.!?]{0,30}\b(?:bei|beim|unter|über)\b|"
    r"\b(?:bei|beim|unter|per|via)\b[^.!?]{0,90}\b(?:anmeld|angemeldet|anzumelden|reservier|erhältlich)",
    re.IGNORECASE,
)
SPEAKS = re.compile(
    r"anmeld|angemeldet|anzumelden|an- (?:oder|und) ab|\bkarten\b|eintrittskarten|einlasskarten|\btickets?\b|vorverkauf|registrier|"
    r"\bvvk\b|abendkasse|\bmelde[nt]?\b|termin(?:buchung|vereinbarung)|ohne (?:vorherigen? )?termin\b|reservier|"
    r"buchung\b|\banm\.|\bsagt? (?:uns )?bitte\b|"
    r"rückmeldung|zusage|erbitten|"
    r"\bantwort\b|eintragung|keinen termin\b|\btermin ist nicht|\btermin\w* [^.!?]{0,50}(?:buchen|gebucht|vereinbaren)|bescheid|"
    r"eintragen|einzutragen|"
    r"\btr[aä]g(?:en|t|e)? (?:sie )?(?:sich|euch|dich)|\bwer (?:noch|gern|auch|dabei|mit|teil|komm|lust|einen platz)|u\.\s?a\.\s?w\.\s?g|"
    r"\bnachricht\b|\banruf\b|\bzeichen\b|\b(?:kurze|eine) (?:e-?)?mail\b|\bkurze info\b"
)
STEMS = (  # one of them is in all that `SPEAKS` finds
    "anmeld", "angemeldet", "anzumelden", "an- ", "karten", "ticket", "vorverkauf", "registrier", "vvk", "abendkasse", "melde", "termin",
    "reservier", "rückmeldung", "zusage", "erbitten", "antwort", "eintrag", "einzutragen", "bescheid", "trag", "träg", "wer ",
    "buchung", "kurze info", "anm.", "sagt ", "sag ", "w.g", "w. g",
    "nachricht", "anruf", "zeichen", "mail",
)  # fmt: skip

# “Melden Sie sich” and the like, and the last row of `FORMS`, for something else than to come.
ONLY_ANSWERS = re.compile(
    rf"\bmelde[nt]? {_YOURSELF}\b(?![^!?;]{{0,90}}\ban\b[\s.,!])|\b{_SHOULD_CALL}|\bbescheid\b"
    r"|\b(?:eintragen|einzutragen|registrier\w+)\b",
    re.IGNORECASE,
)
TO_HELP_OR_ASK = re.compile(
    r"\bfragen\b|\bzeug|hinweis|\bhelfe|\bhelfer|hilfe\b|mithelfen|unterstütz|spende[nt]?\b|mitarbei|ehrenamt|vermisst|\bstörung|"
    r"\bhalten\b|mitglied werden|\bschäden|bewerb|gesucht|\bsuch(?:t|en)\b|aussteller|händler|\bst[aä]nde?\b|verkäufer|kuchen|"
    r"kontaktdaten|luca|zu wort\b|einstellung|\bgoldene|"
    r"\bmitfahr(?:gelegenheit|en lassen)|\bfahrgemeinschaft|\babgeholt\b|\bfahrdienst|\babhol|"
    r"\b(?:gestalten|ausrichten|auftreten|mitwirken|beitragen|vorführen|anbieten|backen|aufbau\w*) (?:möchte|will|mag|kann|wollen|möchten)\b|"
    r"\b(?:mitbringt|beisteuer[nt]|backt)\b|\bwer [^.!?;]{3,50}(?<!kommen)(?<!teilnehmen)(?<!sein) kann,",
    re.IGNORECASE,
)
_SELLERS = (
    r"(?:händler|verkäufer|aussteller|anbieter|trödler|standbetreiber|beschicker|helfer|kuchenbäcker)\w*"
)
NOT_FOR_THIS = re.compile(
    r"\b(?:newsletter|verteiler|kita-?(?:anmeldung|jahr|platz)|schulanmeldung|postkarten|landkarten|kartenspiel|speisekarten|kindergartenjahr|"
    r"schuljahr|kindergartenplatz)\w*|"
    r"melden sie sich an, um|anmelden, um|neu bei uns anmelden|komment(?:ar|ier)|"
    r"\b(?:haben|hatten|hätten|sind|waren) (?:sich )?[^!?]{0,60}\bangemeldet\b|(?:interesse|bedarf) angemeldet|"
    r"\bmelde[nt]?\b[^!?]{0,120}\binteresse an\b|\binteresse an(?:zu)?melden\b|"
    r"\bausgefüllte\w* anmeld|\banmeldung(?:en)? (?:de[rs]|von|der neuen) [^!?]{0,30}(?:\w+klässler|schul\w+|lernanfänger|vorschul)|"
    r"\bschul(?:neulinge|anfänger)|\bst[aä]nde?\b[^!?]{0,80}\ban(?:zu)?melden\b|"
    r"\bstand(?:platz|plätze)?-?(?:anmeldung|reservierung|vergabe)\w*|"
    rf"\b(?:anmeldung|anmeldeschluss|reservierung|buchung)(?:en)? (?:für|der|von|eines) (?:einen |die |den |alle )?(?:st[aä]nd|tische|{_SELLERS})\w*|"
    r"\b(?:kuchen|sach|salat)spenden?\b[^!?]{0,40}\ban(?:melden|zumelden)\b|"
    r"(?:karten|tickets)\b[^!?]{0,80}\b(?:zurückgegeben|zurückgeben|zurückzugeben|umzutauschen|erstattet|rückerstattet)\b|"
    r"\bangemeldeten\b|anmeldung (?:zum|beim) newsletter|"
    r"^\W*(?:(?:für|die|unsere|alle) )?(?:mitglieder|schulklassen|kitas|gruppen|reisegruppen|aussteller\w*)\b(?! und)"
    r"[^!?]{0,160}\ban(?:melden|zumelden)\b|"
    rf"^\W*(?:(?:für|die|unsere|alle|interessierte|private|gewerbliche) )?{_SELLERS}\b(?! und)[^!?]{{0,160}}(?:meld|reservier)|"
    r"\b(?:mussten|konnten) (?:wir|sie|die \w+)\b[^!?]{0,60}\banmeld\w+ (?:\w+ )?(?:schließen|beenden|stoppen|annehmen)\b",
    re.IGNORECASE,
)

# “Parallel gibt es eine Kinderbetreuung. Anmeldungen dafür …”
FOR_THAT = re.compile(r"\b(?:dafür|hierfür|dazu|hierzu|für diese)\b", re.IGNORECASE)
SOMETHING_BESIDE = re.compile(
    r"\b(?:parallel|zeitgleich|gleichzeitig|währenddessen)\b|\b(?:\w*betreuung|betreuungsangebot|bürgerbus|fahrdienst|abholdienst|standgebühr|standpl[aä]tze?|shuttle\w*)\b",
    re.IGNORECASE,
)
