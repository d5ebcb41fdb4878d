"""Words that say that something is to wait, and until when: tables only."""

from .lexicon import MONTHS, WEEKDAYS
from .withheld_forms import ignoring_case

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(WEEKDAYS)
_DAY = (
    rf"(?:(?:de[nmr]|zum|am|einschließlich)\s)?(?:(?:{_WEEKDAY})\b,?\s?)?(?:(?:de[nm]\s)?\d{{1,2}}\.\s?(?:\d{{1,2}}\.?|"
    rf"(?:{_MONTH})\b\.?)(?:\s?\d{{2,4}}\b)?|(?<=\w\s)(?:{_WEEKDAY})\b)"
)
_WHEN = rf"{_DAY}(?:,?\s(?:um\s|ab\s)?\d{{1,2}}(?:[.:]\d\d)?\s?Uhr)?"
_OUT = (
    r"(?:veröffentlich\w*|online\b|post(?:en|et)\b|raus\b|raus(?:geben|schicken|gehen)\b|rausgehen|erscheinen\b|publizier\w*|drucken\b|freigeben\b|freigegeben\b|verbreiten\b|"
    r"bekannt\s?(?:geben|machen|werden)\b|(?:auf|in)\s(?:die|den|das|eure|ihre|unsere)\s(?:home-?page|web-?site|web-?seite|seite|\w*kalender|zeitung|\w*blatt|newsletter)\b|ins\s(?:netz|internet)\b)"
)
_ASKED = r"(?:bitte|darf|dürfen|soll|sollen|sollte|muss|müssen|wir\sbitten)"

_EMBARGOES = (
    # Sperrfrist: …; nicht vor … veröffentlichen; vorher darf es keiner wissen
    (
        r"^\W*(?:sperrfrist|sperrvermerk|gesperrt\sbis)\b|\bnicht\svor\b[^!?\n]{3,50}\b(?:veröffentlich|erscheinen|online)"
        r"|\b(?:erst|frühestens)\s(?:ab|am|nach)\b[^!?\n]{3,50}\b(?:veröffentlich(?:en|t)|freigegeben|online\sstellen)"
        r"|\bfrei(?:gegeben)?\szur\sveröffentlichung\s(?:erst\s)?ab\b|\bfreigegeben\s(?:erst\s)?ab\b|\bveröffentlichung\s(?:bitte\s)?(?:erst|frühestens|nicht\svor)\b"
        r"|\b(?:vorher|bis\sdahin|davor)\b[^.!?\n]{0,40}\b(?:keine[rmn]?|niemand\w*|nichts?)\b[^.!?\n]{0,30}\b(?:wissen|weiß|erfahren|erfährt|erzählen|sagen|weitersagen|verraten|raus\w*|bekannt|öffentlich)\b"
        r"|\bnoch\s(?:nicht|nichts|niemandem|keinem)\s(?:\w+\s)?(?:weiter(?:sagen|geben|erzählen)|raus(?:geben|schicken)?|offiziell|spruchreif)\b"
        r"|\b(?:erst|frühestens)\s(?:ab|am|nach)\b[^!?\n]{3,40}\b(?:bekannt\s?(?:geben|machen)|rausgeben|rausschicken|öffentlich\smachen)\b"
    ),
    # Erst ab 1.12.!, Frei ab 1. Dezember, Freigabe: 1.12., Embargo bis 1.12., Geheim bis 1.12.
    (
        r"^\W*(?:achtung[,:!]?\s)?(?:bitte\s)?(?:erst\s(?:ab|am|nach)|nicht\svor|frühestens(?:\sab|\sam)?|frei\s(?:erst\s)?ab|frei(?:gabe|gegeben)\s?:?(?:\s(?:erst\s)?ab)?|embargo\s?:?(?:\sbis)?|"
        r"geheim\sbis|gesperrt\sbis|sperr(?:frist|vermerk)\s?:?(?:\sbis)?|zur\sveröffentlichung\s(?:erst\s)?ab|veröffentlichung\s?:?(?:\s(?:erst\s)?ab)?|online\s(?:bitte\s)?(?:erst\s)?ab)"
        rf"\s{_WHEN}(?:\s(?:bitte|danke|freigegeben|veröffentlichen))?\W*$"
    ),
    # Achtung, Sperrfrist beachten
    r"\bsperrfrist\s(?:beachten|bis|endet|läuft|gilt)\b|^\W*embargo\b|\bunter\sembargo\b",
    # Bitte noch nicht online stellen; bis 1.12. bitte nicht online
    (
        rf"\b{_ASKED}\b.{{0,60}}\bnoch\snicht\s(?:\w+\s)?{_OUT}|^\W*noch\snicht\s(?:\w+\s)?{_OUT}|\bbis\s{_WHEN}\s(?:\w+\s){{0,2}}nicht\s(?:\w+\s)?{_OUT}"
    ),
    # Bitte mit der Veröffentlichung bis 1.12. warten
    r"\bwarte[nt]?\b.{0,40}\b(?:veröffentlich|posten)\w*.{0,40}\bbis\b|\b(?:veröffentlichung|posten)\b.{0,40}\b(?:bis|noch)\b.{0,40}\bwarte[nt]?\b",
    # Das darf erst nach der Sitzung raus; kommt bitte erst am 1.12. auf die Seite; erst posten, wenn …
    (
        rf"\b{_ASKED}\b.{{0,60}}\b(?:erst|frühestens|nicht\svor)\b.{{0,60}}\b{_OUT}|^\W*erst\s(?:posten|veröffentlichen|drucken|freigeben),?\s(?:wenn|nach|sobald)\b"
        rf"|\b(?:artikel|text|meldung|beitrag)\b.{{0,30}}\berst\b.{{0,40}}\b(?:bringen|drucken|ausgabe)|\bonline\s(?:bitte\s)?erst\b"
    ),
    # Vor dem 1.12. soll das niemand wissen
    rf"\bvor\s{_WHEN}\s.{{0,30}}\b(?:niemand|keiner|nichts)\b.{{0,30}}\b(?:wissen|erfahren|raus\w*|bekannt|öffentlich|sagen)\b",
    # Bitte ab 1.12. auf die Homepage
    rf"\bbitte\s(?:erst\s)?ab\s{_WHEN}\s(?:\w+\s)?{_OUT}",
    # Bitte nicht vor Montag.
    rf"^\W*bitte\snicht\svor\s(?:de[mr]\s)?(?:{_WEEKDAY}|nächster\swoche|\d{{1,2}}\.\s?\d{{1,2}})\b[^.!?]{{0,20}}$",
)
EMBARGO = ignoring_case("|".join(f"(?:{each})" for each in _EMBARGOES))
EMBARGO_WORDS = (
    "embargo",
    "frei ab",
    "freigabe",
    "geheim bis",
    "erst ",
    "frühestens",
    "nicht vor",
    "noch nicht",
    "nicht online",
    "warte",
    "niemand",
    "keiner",
    "nichts",
    "bitte ab",
    "sperr",
    "vorher",
    "bis dahin",
    "davor",
    "noch nicht",
    "noch niem",
    "noch keinem",
    "bekannt",
    "rausgeben",
    "rausschicken",
    "öffentlich machen",
    "veröffentlich",
    "freigegeben",
    "online",
    "erscheinen",
)
UNTIL = ignoring_case(
    r"\b(?:embargo|freigabe|geheim|warte\w*|sperr\w*|gesperrt|bis|ab|vor|erst|frühestens|veröffentlichung)\b"
)
NO_EMBARGO = ignoring_case(r"\bkeine?\b|\baufgehoben\b|\bsofort|\bveröffentlicht\swird\b|\bergebnis")
