"""What the words around the name of a place say against it: nobody meets where the speaker works or where one hands in a form."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from .place_forms import OF_THE_HOST, TITLE

_BEFORE = 70  # characters before a name that are looked at
_BEHIND = 60

_ROAD = r"(?:Start|Abfahrt|Abmarsch|\w*[Uu]mzug|\w*zug|\w*[Ll]auf|Weg|Route|Strecke|\w*[Ff]ahrt|\w*tour|\w*wanderung|Uhr|Bus|Blick|Treff\w*)"
_ORIGIN = re.compile(
    rf"(?<![\w-])(?!{_ROAD}\s)(?:[A-ZÄÖÜ][\w-]+|[A-ZÄÖÜ]\.),?\s(?:vom|von der|von den|von dem|aus dem|aus der)\s$"
)
_AT_WORK = re.compile(
    r"\b(?:\w*(?:[Ll]eiter|[Dd]irektor|[Mm]itarbeiter|[Rr]edakteur|[Ll]ehrer|[Pp]rofessor|[Dd]ozent|[Pp]fleger|[Bb]erater|[Kk]urator|[Ss]precher)(?:in(?:nen)?|s)?|"
    r"\w*[Ää]rzt(?:in)?|\w*arzt|\w*[Ll]eitung|[Ff]achbereich|Sachgebiet|Abteilung|tätig|arbeitet\w*|beschäftigt|angestellt|studier\w+|unterrichtet)\s"
    r"(?:der|des|an der|an dem|am|im|in der|bei der|beim|vom|von der)\s$"
)
_VERB = "wird|werden|wurde|ist|sind|findet|finden|muss|müssen|kann|können|fällt|fallen|zieht|ziehen|trifft|treffen|beginnt|gibt|geht|lädt|laden"
_INSTEAD = re.compile(
    r"\b(?:[Ww]egen|[Aa]ufgrund|[Ii]nfolge|[Aa]n?statt|[Ss]tatt|[Aa]nstelle)\s"
    rf"(?:(?!\b(?:{_VERB})\b)[^,.;!?\n]){{0,55}}$"
)
_TAKEN_IN = re.compile(r"\b(?:nimmt|nehmen)\s[^,.;!?\n]{0,55}$")  # “Spenden nimmt das Team im Pfarrbüro an”
_BESIDES = re.compile(r"\b[Pp]arallel (?:zum|zur)\s[^.!?;\n]{0,50}$")  # parallel zum Flohmarkt auf dem Platz
_AS_GUEST = re.compile(r"\bzu Gast (?:beim|bei der|bei den|bei)\s$")
_DESCRIBED = re.compile(
    r"\((?:nahe|neben|gegenüber|hinter|bei)(?:\s(?:der|dem|des|den|vom))?\s$"
)  # am Bauwagen (bei der Kirche)
_FOR_INSTANCE = re.compile(r"\bwie (?:beispielsweise|etwa|zum Beispiel|z\. ?B\.)\s[^.!?;\n]{0,50}$")
_AT_ANOTHER_TIME = re.compile(
    r"\b(?:bald|demnächst|künftig|zukünftig|ehemals|damals|einst|ursprünglich|bisher|bislang|normalerweise|nächstes Jahr)"
    r"\s[^,.;!?\n]{0,30}$"
)
_HELD_BY = re.compile(
    r"\b(?:Veranstalter(?:in)?|Ausrichter(?:in)?|Träger(?:in)?|Herausgeber(?:in)?)(?::|\s(?:ist|sind))\s[^.,;!?\n]{0,50}$"
    r"|\b(?:wird|wurde|werden|wurden|worden)\s(?:[^.,;!?\n]{0,40}\s)?(?:vom|von der|von dem)\s$"
)
_ITS_OWN = re.compile(
    r"\s(?:der|dieser|unserer)\s(?:Einrichtung|Stätte)\b|\s(?:des|dieses|unseres)\s(?:Hauses|Gebäudes)\b"
)  # Saal des Hauses
_TOPIC = re.compile(
    r"\b(?:Tricks|Tipps|Neues|Neuigkeiten|Einblicke?|Geschichten?|Erlebnisse|Alltag|Arbeit(?:en)?|Leben|Berufe|Ausbildung|Ferien|Geheimnisse|"
    r"Umbau|Bauarbeiten|Anbau|Neubau|Sanierung|Renovierung)\s(?:in der|in dem|in den|im|am|an der|auf dem|auf der|aus dem|aus der|rund um \w+)\s$"
)
_DONE_THERE = re.compile(
    r"\s(?:erlebt(?:en)?\b|aufgewachsen|geboren|tätig|arbeitet\w*|wohn(?:t|en|te|haft)\b|leb(?:t|te|en)\b|beschäftigt|angestellt|entstand(?:en)?\b)"
)
_HANDED_IN = re.compile(
    r"(?:\s[^\s,.;:!?()]+){0,4}?\s(?:ab(?:zu)?geben|abgegeben|ein(?:zu)?reichen|eingereicht|ein(?:zu)?werfen|erhältlich|zu haben|"
    r"ab(?:zu|ge)?hol(?:en|t|bar)|ausgelegt|aus(?:zu)?liegen|liegen aus|liegt aus|ein(?:zu|ge)?seh(?:en|bar)|zu bekommen|"
    r"entgegengenommen|zu beantragen|anrufen|nachfragen|melden|(?:zu )?erfragen|bestell(?:en|t)|beantrag\w+|gekauft|gebucht|zu kaufen)\b"
)
_SOLD = re.compile(  # “Karten gibt es in der Buchhandlung”
    r"\b(?:Karten|Eintrittskarten|Tickets|Lose|Vorverkauf|VVK)\b(?:[^.!?\n]|(?<=\d)\.){0,80}?"
    r"\b(?:gibt es|gibt's|erhältlich|bekommt|bekommen|kauft|verkauft|Vorverkauf|VVK)\b(?:[^.!?\n]|(?<=\d)\.){0,90}$"
)
_TURNED_INTO = re.compile(r"\bverwandel(?:t|n)\b(?:[^.!?\n]|(?<=\d)\.){0,60}?\bin\s(?:eine?\s)?$")
_BECOMES = re.compile(  # “wird am Samstag zur Bühne”; less, for “werden zum Rathaus gebracht”
    r"\b(?:wird|werden|wurde|wurden)\b(?:[^.!?\n]|(?<=\d)\.){0,55}?\b(?:zum|zur|zu einem|zu einer)\s$"
)

_A_WORK = re.compile(
    r"(?:[Bb]uch|[Rr]oman|[Ff]ilm|[Kk]rimi|[Kk]omödie|[Ll]ustspiel|[Ss]tück|[Ss]chwank|[Kk]ino|[Mm]ärchen|aus|liest|zeigt)\s$"
)

_LITTLE, _WHICHEVER, _MUCH = 2.0, 2.8, 5.0
_BEFORE_IT = (  # what it loses, in how many characters before it the words may stand, and what stands there then
    (OF_THE_HOST, _LITTLE, 40, ""),
    (_AT_ANOTHER_TIME, _LITTLE, 46, ""),
    (_ORIGIN, _MUCH, 36, ""),
    (_AT_WORK, _MUCH, 36, ""),
    (_TOPIC, _MUCH, 30, ""),
    (_TAKEN_IN, _MUCH, 63, ""),
    (_INSTEAD, _MUCH, 66, ""),
    (_HELD_BY, _MUCH, 66, ""),
    *((_SOLD, _MUCH, 190, word) for word in ("gibt", "erkauf", "VVK", "bekomm")),
    (_TURNED_INTO, _MUCH, 68, "verwandel"),
    (_BECOMES, _LITTLE, 68, " zu"),
    (_FOR_INSTANCE, _MUCH, 68, "wie "),
    (_BESIDES, _MUCH, 68, "arallel"),
    (_AS_GUEST, _MUCH, 20, "Gast"),
    (_DESCRIBED, _MUCH, 20, "("),
)
_BEHIND_IT = ((_DONE_THERE, _MUCH), (_HANDED_IN, _MUCH))


@dataclass(frozen=True)
class Context:
    """Asked of each name in turn; titles are looked for once."""

    plain: str
    titles: list[tuple[int, int]]

    @classmethod
    def of(cls, plain: str) -> "Context":
        return cls(plain, [match.span() for match in TITLE.finditer(plain)])

    def speaks_against(self, start: int, end: int) -> float:
        """How much worth the name at start … end loses."""
        return max(self._losses(start, end), default=0.0) + self._loss_in_a_title(start, end)

    def _losses(self, start: int, end: int) -> Iterator[float]:
        first = self.plain.rfind("\n", max(0, start - _BEFORE), start) + 1
        for form, loss, reach, hint in _BEFORE_IT:
            floor = max(first, start - reach)
            if self.plain.find(hint, floor, start) >= 0 and form.search(self.plain, floor, start):
                yield loss
        if _ITS_OWN.search(self.plain, start, end):
            yield _WHICHEVER
        yield from (loss for form, loss in _BEHIND_IT if form.match(self.plain, end, end + _BEHIND))

    def _loss_in_a_title(self, start: int, end: int) -> float:
        """“im Zoo” of „Karneval im Zoo“ may be where that is; of a book or a film it is not."""
        number = bisect_right(self.titles, (start - 1, len(self.plain))) - 1
        if number < 0 or end >= self.titles[number][1]:
            return 0.0
        title = self.titles[number][0]
        return _MUCH if _A_WORK.search(self.plain, max(0, title - _BEFORE), title) else _WHICHEVER
