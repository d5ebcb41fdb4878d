"""Lines, sentences and headings of a text: the stretches within which words belong together."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

from .lexicon import ABBREVIATIONS, MONTHS, SENTENCE_STARTS, SHORT_WEEKDAYS, WEEKDAYS
from .text import Text

LONGEST_HEADING = 110
LONGEST_SENTENCE = 1_500
_LEAST_SHOUTED = 10  # characters
_LONGEST_LIST = 30  # lines

_RULE = re.compile(r"[=_*~-]{3,}")  # below a heading, or between parts
_BULLET = re.compile(r"(?:[-*+|]|\d{1,2}\)|[a-z]\))\s")
_HASH = re.compile(r"#{1,6}\s*(?=\S)")
_RUNS_ON = re.compile(
    r"(?:,|\b(?:am|an|auf|aus|bei|beim|bis|das|dem|den|der|des|die|durch|ein|eine|einem|einen|einer|für|im|in|mit|nach|oder"
    r"|ohne|sowie|über|um|und|unter|vom|von|vor|zu|zum|zur|zwischen|findet|ab|gegen|unserem|unserer|ihr|sein))$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…]+[\"')\]]*\s+(?=[\"'(*\[]*[A-ZÄÖÜ\d-])")
_WORD_BEFORE = re.compile(r"([\w-]+)\.$")
_WORD_AFTER = re.compile(r"[\"'(*\[]*([^\W\d_]+)")
_NUMBER_BEFORE = re.compile(r"\d(?:[ /-]{0,3}\d){5,}\.$")  # “… Tel. 55 50 19. Zuschauer …”
_OF_THIS_YEAR = re.compile(r"\b(?:ds|d|lfd|l)\.\s?(?:Js|J|Mts|M)\.$")  # “12. Dezember ds. Js.”
_LABEL = re.compile(
    rf"[^.!?\n]{{0,70}}:\s|\d|[^.!?,\n]{{1,40}}\s-\s(?:{'|'.join(map(str.capitalize, WEEKDAYS))})\b"
)
_DATED = re.compile(  # “Sa, 21.3., 7 Uhr: …”, “Samstag, 21. März …”: a line of a list
    rf"(?:(?:{'|'.join(map(str.capitalize, (*WEEKDAYS, 'mo', 'di', 'mi', 'do', 'fr', 'sa', 'so')))})[.,]*\s(?:den\s)?)?\d{{1,2}}\.\s?(?:\d|[A-ZÄÖÜ])"
)
_STARTS_SMALL = re.compile(r"[a-zäöüß]{2}")
_STARTS_WITH_WHEN = re.compile(r"(?:ab|am|vom|von|um|jeden|jeweils|immer)\s(?:[A-ZÄÖÜ]|\d)")
_WHOLE_MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember".split()
)
_TIME = re.compile(r"\d\s?(?:Uhr|h)\b")
_ENDS_PROSE = re.compile(r"[.!?:;…]['\")]*$")
_CHROME = re.compile(
    r"(?:lade veranstaltungen|veröffentlicht(?: am.*)?|von ?redaktion|schließen|menü|startseite|home|impressum.*|datenschutz.*"
    r"|zum inhalt.*|suche|teilen|drucken|aktuelles|news|mehr (?:lesen|erfahren)|weiterlesen|kontakt|zurück|foto:.*|bild:.*"
    r"|kategorie:.*|tags?:.*|autor:.*|quelle:.*|navigation.*|newsletter|anmelden|einloggen|login|registrieren"
    r"|schon dabei\?.*|pressemitteilung(?: nr.*)?|presseinformation|anzeige)[\s…→»>.]*$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_WARNS = re.compile(
    r"(?:Achtung|Hinweis|Wichtig|Bitte beachten)\b.*\d"
)  # “Achtung: Am 20. Mai ist kein Café!”
_ASKS = re.compile(
    r"(?:[Bb]itte\s)?(?:[Vv]or)?[Aa]n(?:meld|zumeld)\w*(?:\s[\w-]+){0,3}?\s(?:bei|beim|bis|unter|an|über|per)\s(?=.*(?:\d{3}|@|\(at\)))"
)


_FIELD = re.compile(
    r"(?:ort|wo|wann|zeit|uhrzeit|was|wer|beginn|ende|treffpunkt|datum|kosten|eintritt|anmeldung|kontakt|infos?|veranstalter(?:in)?|tel|telefon|"
    r"e-?mail|adresse|leitung|referent(?:in)?|inhalt|termine?|preis|dauer|hinweis|ablauf|einlass|mitbringen|gebühr|kursnummer|raum)\s?:",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Line:
    """`block` counts paragraphs; `bullet`: characters of “- ” and the like at its start."""

    number: int
    start: int
    end: int
    block: int
    bullet: int = 0
    hashes: int = 0

    @property
    def text_start(self) -> int:
        return self.start + self.bullet + self.hashes


class Layout:
    def __init__(self, text: Text) -> None:
        self.text = text
        self.lines = _lines(text)
        self._line_starts = [line.start for line in self.lines]
        self.sentence_starts, self._sentence_ends = _sentences(text.plain, self.lines)
        self.headings = [line for line in self.lines if self._is_heading(line)]
        self._heading_starts = [line.start for line in self.headings]

    def of(self, text: Text) -> "Layout":
        """Of the same words, with others hidden: these very lines, if none is."""
        if text.plain != self.text.plain:
            return Layout(text)
        found = copy(self)
        found.text = text
        return found

    def line_at(self, place: int) -> Line:
        return self.lines[max(0, bisect_right(self._line_starts, place) - 1)]

    def sentence_number(self, place: int) -> int:
        return max(0, bisect_right(self.sentence_starts, place) - 1)

    def sentence_at(self, place: int) -> tuple[int, int]:
        return self.sentence(self.sentence_number(place))

    def sentences_saying(self, words: Iterable[str]) -> list[int]:
        """The numbers of those in which one of the words stands, given in small letters: cheaper to find than a pattern."""
        small, found = self.text.small, set()
        for word in filter(self.text.may_say, words):
            place = small.find(word)
            while place >= 0:
                number = self.sentence_number(place)
                found.add(number)
                place = small.find(word, max(place + len(word), self.sentence(number)[1]))
        return sorted(found)

    def sentence(self, number: int) -> tuple[int, int]:
        if not 0 <= number < len(self.sentence_starts):
            return 0, 0
        return self.sentence_starts[number], self._sentence_ends[number]

    def heading_before(self, place: int) -> Line | None:
        found = bisect_right(self._heading_starts, place) - 1
        return self.headings[found] if found >= 0 else None

    def above_list(self, line: Line) -> Line | None:
        """The line that ends with a colon above the list this line belongs to."""
        number = line.number
        while number and line.number - number < _LONGEST_LIST:
            number -= 1
            above = self.lines[number]
            if self.text.plain[above.end - 1] == ":":
                return above
            if above.block != line.block and self.lines[number + 1].block != above.block:
                return None
        return None

    def said(self, line: Line) -> str:
        return self.text.plain[line.text_start : line.end]

    def _is_heading(self, line: Line) -> bool:
        """Short, on its own, no end of a sentence, something below it; the first line of a paragraph, or behind a full stop."""
        words = self.said(line)
        if line.hashes:
            return bool(words)
        if line.bullet or len(words) > LONGEST_HEADING or not _LETTER.search(words) or is_chrome(words):
            return False
        if (
            self._near(line, 1) is None
            or is_field(words)
            or _asks(words)
            or _WARNS.match(words)
            or _ends_like_prose(words, line.number == 0)
        ):
            return False
        ends = self.sentence_at(line.start)[1] == line.end or _is_shouted(words)
        return ends and self._stands_out(line, words)

    def _stands_out(self, line: Line, words: str) -> bool:
        previous, following = self._near(line, -1), self._near(line, 1)
        if previous is None or previous.block != line.block:
            return True
        is_after_prose = self.text.plain[previous.end - 1] in ".!?" and previous.end - previous.start > len(
            words
        )
        is_above_prose = (
            following is not None and following.block == line.block and following.end - following.start > 50
        )
        return (
            is_after_prose
            and is_above_prose
            and len(words) <= 60
            and words[:1].isupper()
            and (words[-1].isalpha() or words[-1] == '"')
        )

    def _near(self, line: Line, step: int) -> Line | None:
        number = line.number + step
        return self.lines[number] if 0 <= number < len(self.lines) else None


def _is_shouted(words: str) -> bool:
    """“TRÖDEL RUND UMS KIND” above “in der Kita am Park”: in capitals it stands for itself."""
    return words.isupper() and len(words) > _LEAST_SHOUTED and " " in words


def _ends_like_prose(words: str, is_first: bool) -> bool:
    if words[-1] in ".,;" and not words.endswith("..."):
        return True
    if not is_first and _TIME.search(words):
        return True
    return not is_first and words[-1] in ":!?" and len(words.split()) > (4 if words[-1] == ":" else 7)


def is_chrome(words: str) -> bool:
    """What pages say around their text: “Startseite”, “Veröffentlicht am”."""
    return bool(_CHROME.match(words.strip()))


def is_field(words: str) -> bool:
    """“Ort: …”, “Beginn: …”."""
    return bool(_FIELD.match(words.strip()))


def _asks(words: str) -> bool:
    """“Anmelden bei Uta, 02324 …”: how to register heads nothing."""
    return bool(_ASKS.match(words))


def _lines(text: Text) -> list[Line]:
    """The lines with something in them."""
    found: list[Line] = []
    block = 0
    for start, end in text.lines:
        if start == end or _RULE.fullmatch(text.plain, start, end):
            block += 1
            continue
        words = text.plain[start : min(end, start + 12)]
        hashes = match.end() if (match := _HASH.match(words)) else 0
        bullet = 0 if hashes else (match.end() if (match := _BULLET.match(words)) else 0)
        found.append(Line(len(found), start, end, block, bullet, hashes))
    return found or [Line(0, 0, 0, 0)]


def _sentences(plain: str, lines: list[Line]) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _units(plain, lines):
        begin = start
        stops = [
            stop.end()
            for stop in _STOP.finditer(plain, start, end)
            if _is_end(plain, stop.start(), stop.end())
        ]
        for stop in (*stops, end):
            for first, last in _bearable(plain, begin, stop):
                starts.append(first)
                ends.append(last)
            begin = stop
    return starts, ends


def _bearable(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence in pieces that nothing takes long to search: what goes on for pages is no sentence."""
    found = []
    while end - start > LONGEST_SENTENCE:
        cut = plain.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        found.append((start, cut))
        start = cut
    return [*found, (start, end)]


def _units(plain: str, lines: list[Line]) -> list[tuple[int, int]]:
    """Lines, joined where a sentence was only wrapped."""
    found: list[tuple[int, int]] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None and _is_wrapped(plain, previous, line):
            found[-1] = (found[-1][0], line.end)
        else:
            found.append((line.start, line.end))
        previous = line
    return found


def _is_wrapped(plain: str, line: Line, following: Line) -> bool:
    if line.block != following.block or following.bullet or following.hashes or line.hashes:
        return False
    said, after = (
        plain[max(line.start, line.end - 40) : line.end],
        plain[following.start : following.start + 12],
    )
    if _ENDS_PROSE.search(said):
        return line.end - line.start >= 60 and not said.endswith(":") and bool(_STARTS_SMALL.match(after))
    if is_chrome(plain[line.start : line.end]) or is_chrome(plain[following.start : following.end]):
        return False
    if _RUNS_ON.search(said):
        return True
    if _STARTS_SMALL.match(after):
        return not _STARTS_WITH_WHEN.match(after) or line.end - line.start >= 55
    width = line.end - line.start
    is_full = 55 <= width <= 130 and following.end - following.start <= width + 25 and said[-1:].isalpha()
    is_listed = _DATED.match(plain, line.text_start) and _DATED.match(plain, following.start)
    return is_full and not is_listed and not _LABEL.match(plain, following.start, following.end)


def _is_end(plain: str, start: int, end: int) -> bool:
    """Whether the marks at `start` end a sentence, or only a number or an abbreviation."""
    if plain[start] != "." or plain.startswith("...", start):
        return True
    match = _WORD_BEFORE.search(plain, max(0, start - 30), start + 1)
    if match is None:
        return True
    word = match[1].rsplit("-", 1)[-1].lower()
    after = _WORD_AFTER.match(plain, end)
    following = after[1].lower() if after else ""
    if _OF_THIS_YEAR.search(plain, max(0, start - 12), start + 1):
        return following in SENTENCE_STARTS
    if word.isdigit():
        if following not in MONTHS and _NUMBER_BEFORE.search(plain, max(0, start - 20), start + 1):
            return True
        return len(word) > 2 or (following in SENTENCE_STARTS and following not in MONTHS)
    if word in SHORT_WEEKDAYS or (word in MONTHS and word not in _WHOLE_MONTHS):
        return following in SENTENCE_STARTS and not (following == "der" or following == "den")
    return word not in ABBREVIATIONS and not word.endswith("str") and len(word) > 1
