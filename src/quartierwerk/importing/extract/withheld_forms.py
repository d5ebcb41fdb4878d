"""Words that say, or show, that something is not for the public: tables only. What they reach is read in withheld.py."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from .draft import DoubtKind


class Reach(Enum):
    """How far such words go. `SAID`: the sentence; behind a colon the paragraph; where they stand alone what they are beside."""

    SAID = auto()
    SENTENCE = auto()
    WORDS = auto()
    CLAUSE = auto()
    PARAGRAPH = auto()
    LIST = auto()  # a label with those who are named behind or below it


@dataclass(frozen=True)
class Form:
    """`words`: one of them (in small letters) stands in the sentence; `unless`: then it is something else.

    The group `what` of a pattern is what is meant, where that is less than its words.
    """

    name: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    reach: Reach
    kind: DoubtKind | None  # None: nobody needs to be told, such as of the footer of every mail
    unless: re.Pattern[str] | None = None
    beside: re.Pattern[str] | None = None  # stands in its paragraph


def ignoring_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_PAGE = (
    r"(?:homepage|website|webseite|internetseite|internet|netz|presse|zeitung|öffentlichkeit|seite|facebook)"
)
_NO_NAME = (
    "Der|Die|Das|Den|Dem|Des|Ein|Eine|Einer|Am|Im|In|Es|Er|Sie|Wir|Ihr|Ihre|Zum|Zur|Von|Vom|Mit|Für|Unsere?|Alle|Ob|Wer|Wegen|Aufgrund|Nach|Bei|"
    "Vor|Auch|Da|Weil|Leider|Nun|Beim|Und|Um|Ab|Auf|Aus|Diese[rs]?|Jede[rs]?|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|St\\.|Sankt"
)
NAME = (
    rf"(?!(?:{_NO_NAME})\s)(?:[A-ZÄÖÜ]\.|[A-ZÄÖÜ][a-zäöüßéèğışç'-]+)\s"
    r"(?:(?:von|van|de|der)\s){0,2}[A-ZÄÖÜ][a-zäöüßéèğışç'-]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?"
)
_PUT = r"(?:mit\s?)?(?:zu\s)?(?:veröffentlichen|abdrucken|drucken|publizieren|posten|weitergeben|weitersagen|weiterleiten|weitererzählen|erwähnen)"

# What the sender marks.
SAID = (
    Form(
        "nur an die Nachbarn, nicht auf die Homepage",
        ("nicht auf", "nicht in", "nicht für"),
        ignoring_case(
            r"\bnur\s(?:an|im|in|unter|für)\b[^.!?\n]{3,60}\b(?:weiter\w+|verteil\w+|aushäng\w+|bestimmt|gedacht)\b"
            rf"[^.!?\n]{{0,40}}\bnicht\s(?:auf|in|für)\s(?:die|der|das|den|eure|ihre|unsere)\s{_PAGE}\b"
        ),
        Reach.SENTENCE,
        DoubtKind.ALL_INTERNAL,
    ),
    Form(
        "aber nicht meine Handynummer",
        ("nicht meine", "nicht unsere", "nicht die"),
        ignoring_case(
            r"\bnicht\s(?:meine|unsere|die)\s(?:\w+\s)?(?:\w*nummer|(?:\w*)adresse|\w*namen?)\b(?=\s?[(:!.,]|$)"
        ),
        Reach.SAID,
        DoubtKind.NOT_FOR_PUBLIC,
        ignoring_case(r"\bvergess|\bwechs|\bänder|\bmehr\b|\berreich|\bkenn|\bbekannt\b|\bweiß"),
    ),
    Form(
        "bitte nicht veröffentlichen",
        ("nicht", "keine"),
        ignoring_case(
            rf"\bnicht\s(?:{_PUT}\b|(?:zur|für\s(?:die|eine))\s(?:veröffentlichung|weitergabe|{_PAGE})\b|zum\s(?:abdruck|weitersagen)\b"
            rf"|öffentlich\s(?:machen|nennen|erwähnen)\b|(?:auf|in)\s(?:die|der|das|den|eure|ihre|unsere)\s{_PAGE}\b)"
            r"|\bins?\s(?:internet|netz|zeitung)\sdarf\b.{0,40}\bnicht\b"
            r"|\b(?:soll|darf|dürfen|sollen|sollte|möchte)\b[^.!?]{0,60}\bnicht\s(?:(?:veröffentlicht|genannt|abgedruckt|bekannt)\b|öffentlich\swerden)"
            r"|\bkeine\s(?:namen|namensnennung|veröffentlichung)\b(?:\s(?:nennen|veröffentlichen|bitte)|[.!:)])"
        ),
        Reach.SAID,
        DoubtKind.NOT_FOR_PUBLIC,
        ignoring_case(
            r"\bzugänglich|\bgeöffnet|\bohne\s(?:\w+\s){0,3}(?:zustimmung|genehmigung|einwilligung|erlaubnis)|e-?mail-?\s?adresse|\bhandys?\b.{0,20}\bdürfen"
        ),
    ),
    Form(
        "vertraulich",
        ("vertraulich", "im vertrauen"),
        ignoring_case(
            r"\b(?:noch|streng|bitte|absolut|rein)\svertraulich\b(?!e)|\b(?:das|dies|es|alles)\s(?:ist|bleibt)\b[^.!?]{0,30}\bvertraulich\b(?!e)"
            r"|\bbitte\b[^.!?]{0,60}\bvertraulich\b(?!e)|\bvertraulich\s?[:!]|\bvertrauliche?\s(?:info\w*|hinweise?|mitteilung|notiz)\s?:"
            r"|^\W*vertraulich\W*$|\bim\svertrauen\s?(?:[:,]|gesagt)"
        ),
        Reach.SAID,
        DoubtKind.NOT_FOR_PUBLIC,
        ignoring_case(
            r"beratung|gespräche?n?\b|sprechstunde|anonym|kosten(?:los|frei)|teilnehm|teilnahme|gruppe|hotline|telefon\b|seelsorge"
        ),
    ),
    Form(
        "nur für Sie",
        ("nur für", "nur zu", "für ihre unterlagen", "für deine unterlagen"),
        ignoring_case(
            r"\bnur\sfür\s(?-i:Sie|dich|euch|Dich|Euch|Frau\s\w+|Herrn\s\w+)(?:\s(?:persönlich|allein|gedacht|bestimmt|als\sinfo\w*|zur\s(?:info\w*|kenntnis)))?\s?(?:[:)(]|-\s)"
            r"|\bnur\sfür\s(?-i:Sie|dich|euch|Dich|Euch)\s(?:persönlich|allein|gedacht|bestimmt|als\sinfo|zur\s(?:info|kenntnis))"
            r"|\bnur\s(?:zu\s(?:ihrer|deiner|eurer)|zur)\s(?:info\w*|kenntnis\w*)\b|\bnur\sfür\s(?:ihre|deine)\s(?:unterlagen|akten|augen)"
        ),
        Reach.SAID,
        DoubtKind.NOT_FOR_PUBLIC,
    ),
    Form(
        "intern",
        ("intern", "dienstgebrauch", "nur für den vorstand", "nur für mit"),
        ignoring_case(
            r"\b(?:für\sden|zum|zur)\s(?:internen?|dienstlichen?)\s(?:gebrauch|verwendung|nutzung|verteiler)\b|\bfür\sden\sdienstgebrauch\b"
            r"|\b(?:rein|nur|noch)\sintern\b(?![\w])|^\W*intern\s?[:!)]|^\W*interne[rs]?\s(?:notiz|hinweise?|vermerk|info\w*|bemerkung|anmerkung|mitteilung|absprache)\b"
            r"|\bnur\sfür\s(?:interne\szwecke|den\svorstand|mitarbeitende|mitarbeiter(?:innen)?)\s?(?:[:)]|bestimmt)"
        ),
        Reach.SAID,
        DoubtKind.NOT_FOR_PUBLIC,
    ),
    Form(
        "unter uns",
        ("unter uns", "diskret", "vier augen", "für sich", "für dich", "spruchreif", "nicht offiziell", "noch geheim"),
        ignoring_case(
            r"(?:^\W*|\bganz\s|\bmal\s|\bnur\s)unter\suns\b\s?(?:gesagt|[:,)(])|\bbleib\w*\b[^.!?]{0,40}\bunter\suns\b|\bunter\suns\s(?:bleib|behalten)|\bunter\s(?:uns|vier\saugen)\s(?:besprechen|bereden|klären)\b"
            r"|\bbitte\b[^.!?]{0,40}\bdiskret\b|\bdiskret\s(?:behandeln|bleiben)|\bbehalt\w*\b[^.!?]{0,40}\bfür\s(?:sich|dich|euch)\b"
            r"|\bfür\ssich\s(?:zu\s)?behalten\b|\bnoch\snicht\sspruchreif\b|\bnoch\s(?:nicht\soffiziell|geheim)\s?(?:[.,;!)]|$)"
        ),
        Reach.SAID,
        DoubtKind.NOT_FOR_PUBLIC,
    ),
    Form(
        "für die Redaktion",
        ("redaktion", "journalist", "medien", "presse"),
        ignoring_case(
            r"^\W*(?:(?:nur|rückfragen|kontakt|ansprechpartner(?:in)?|ansprechperson|hinweise?|anmerkung(?:en)?|infos?|information(?:en)?|notiz|bemerkung)\s)?"
            r"(?:nur\s)?(?:der|für|an|von)\s(?:die\s|den\s)?(?:redaktion(?:en)?|medien(?:vertreter\w*)?|journalist\w*(?:\sund\s\w+)?|presse(?:vertreter\w*)?)\b[^.!?:\n]{0,60}:"
            r"|^\W*presse-?(?:rückfragen|anfragen|kontakt)\b[^.!?:\n]{0,30}:"
        ),
        Reach.SAID,
        DoubtKind.NOT_FOR_PUBLIC,
    ),
    Form(
        "Fragen an mich",
        ("ich bin", "erreiche", "zu erreichen"),
        ignoring_case(
            r"\b(?:fragen|rückfragen|rücksprache)\b[^.!?\n]{0,40}\bich\sbin\b|\bbin\sich\b[^.!?\n]{0,60}\b(?:schlecht|nicht|besser|am\sbesten)\b[^.!?\n]{0,30}\berreich"
        ),
        Reach.SENTENCE,
        DoubtKind.NOT_FOR_PUBLIC,
    ),
)  # fmt: skip

# “Für die Homepage:”: what is for everybody begins there.
OPENER = ignoring_case(
    rf"(?:^|,\s)\W*(?:(?:hier|nun|und\snun)\s(?:ist\s|kommt\s|folgt\s)?)?(?:(?:der|unser|mein)\s)?(?:text|beitrag|meldung|ankündigung|artikel|eintrag)?\s?"
    rf"(?:für\s(?:die|unsere|eure|ihre|den|das)\s(?:{_PAGE}|veröffentlichung|aushang|schaukasten|quartiersblatt|gemeindebrief|stadtteilzeitung|kalender)"
    r"|hier\s(?:kommt|kommen|ist|sind|folgt|folgen)\s(?:unser|mein|der|die|das)\w*\s(?:text|termine?|meldung|einladung|ankündigung|beitrag|artikel|programm|daten)\b[^:\n]{0,50}"
    r"|zur\sveröffentlichung|zum\sabdruck|öffentlicher\steil|bitte\sveröffentlichen|(?:bitte\s)?folgende[sn]?(?:\s\w+)?\s(?:bitte\s)?veröffentlichen)\s?:"
)
OPENER_WORDS = (
    "für die",
    "für den",
    "für das",
    "für unsere",
    "für eure",
    "für ihre",
    "zur veröff",
    "zum abdruck",
    "öffentlicher teil",
    "folgende",
    "hier ",
    "bitte veröff",
)

FOOTER = (
    Form(
        "Fußzeile einer Mail",
        ("vertraulich", "adressat", "empfänger", "irrtümlich", "confidential", "intended"),
        ignoring_case(
            r"^\W*(?:hinweis:\s)?(?:diese|der\sinhalt\sdieser|die\sin\sdieser)\s(?:e-?mail|mail|nachricht)\b[^\n]{0,160}\b(?:vertraulich|bestimmt|geschützt)"
            r"|\bnicht\sder\s(?:richtige|beabsichtigte|vorgesehene)\s(?:adressat|empfänger)|\b(?:mail|nachricht)\sirrtümlich\serhalten"
            r"|^\W*this\s(?:e-?mail|message)\b[^\n]{0,160}\b(?:confidential|intended)"
        ),
        Reach.PARAGRAPH,
        None,
    ),
)
