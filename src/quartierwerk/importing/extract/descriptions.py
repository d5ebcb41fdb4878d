"""What a text says of an event or a news item: paragraphs, and one or two sentences of 300 characters at most."""

import re
from collections.abc import Iterable

from .articles import Article
from .draft import Value
from .layout import Line, is_chrome, is_field
from .reading import Reading
from .roles import is_report
from .scope import Scope
from .stretches import Stretch

LONGEST_LEAD = 300
_SHORT_LEAD = 100  # characters: below that a third sentence may follow
_MOST_PARAGRAPHS = 40
_MOST_LINES = 400
_MOST_SENTENCES = 60
_MOST_SHARED = 6_000  # characters of words for several events
_PROSE = re.compile(r"[.!?…][\"')\]]*$")
_SMALL_WORDS = re.compile(r"(?<![\w-])[a-zäöüß]{2,}")
_GREETING = re.compile(
    r"(?:liebe[rs]?|sehr geehrte[rs]?|hallo|guten tag|moin|mit (?:freundlichen|herzlichen|besten) grüßen|herzliche grüße)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:telefon|tel\.|e-?mail|https?:|www\.|weitere (?:infos|informationen)|nähere (?:infos|informationen)|"
    r"eintritt|kosten(?:los|frei|beitrag)?|kostet|euro|barrierefrei|parkplätze|foto)\b|[\w.]+@",
    re.IGNORECASE,
)
_POINT = re.compile(r"[A-ZÄÖÜ\"][^.!?:\n]{2,50}:\s")
_CLAUSE_ENDS = re.compile(r"[,;:]\s|\s-\s")


def paragraphs(reading: Reading, lines: Iterable[Line], within: Stretch | None = None) -> list[Stretch]:
    """Lines of one block are one paragraph; a point of a list and a field (“Ort: …”) begin their own."""
    found: list[Stretch] = []
    block = -1
    for line in lines:
        start, end = _cut(line.text_start, line.end, within)
        if start >= end:
            continue
        if line.block != block or line.bullet or begins_a_point(reading, line):
            found.append((start, end))
        else:
            found[-1] = (found[-1][0], end)
        block = line.block
    return found


def begins_a_point(reading: Reading, line: Line) -> bool:
    """“Ort: …”, “Mi, 2.12. Spieleabend”, “Taizé-Gebet: Freitag, 4.12.”; a date in wrapped prose begins nothing."""
    words = reading.layout.said(line)
    if is_field(words):
        return True
    if reading.layout.sentence_at(line.text_start)[0] < line.start:
        return False
    start = line.text_start
    if label := _POINT.match(reading.plain, start, line.end):
        return bool(
            reading.dates.within(start, line.end, 1) or reading.recurrences.within(start, line.end, 1)
        ) and bool(label)
    return bool(reading.dates.within(start, start + 4, 1)) or bool(reading.times.within(start, start + 4, 1))


def _cut(start: int, end: int, within: Stretch | None) -> Stretch:
    return (max(start, within[0]), min(end, within[1])) if within else (start, end)


def paragraphs_about(scope: Scope, article: Article) -> list[Stretch]:
    """Of the only event, the whole article; else its own words, and the shared ones where it has no sentence of its own."""
    own = [(article.body, article.end)] if scope.is_alone else [scope.own, *scope.group.also]
    found = _within(scope, article, own)
    found = [each for each in found if not _is_a_neighbour(scope, each)]
    if (
        not scope.is_alone
        and not (scope.group.is_row and found)
        and not any(is_prose(scope.reading, each) for each in sentences(scope.reading, found))
    ):
        found += _within(
            scope, article, [(start, min(end, start + _MOST_SHARED)) for start, end in scope.shared]
        )
    return sorted(dict.fromkeys(found))[:_MOST_PARAGRAPHS]


def _is_a_neighbour(scope: Scope, told: Stretch) -> bool:
    """“Seniorennachmittag: jeden ersten Mittwoch” below the line of another event."""
    reading, group = scope.reading, scope.group
    is_own = told[0] <= group.at < told[1]
    is_one_of_several = not scope.is_alone or _POINT.match(reading.plain, group.line.text_start, group.at)
    if is_own or group.recurrence is not None or not is_one_of_several:
        return False
    return bool(_POINT.match(reading.plain, *told)) and bool(reading.recurrences.within(*told, 1))


def _within(scope: Scope, article: Article, stretches: list[Stretch]) -> list[Stretch]:
    """Their paragraphs, in whole sentences, without the heading, the day of the text and what pages say around their text."""
    layout = scope.reading.layout
    dateline = article.dateline.start if article.dateline else -1
    found: list[Stretch] = []
    for start, end in stretches:
        if not scope.reading.plain[start:end].strip():
            continue
        first, last = layout.sentence_at(start)[0], layout.sentence_at(max(start, end - 1))[1]
        number = layout.line_at(first).number
        lines = layout.lines[
            number : min(layout.line_at(max(first, last - 1)).number + 1, number + _MOST_LINES)
        ]
        told = [
            line
            for line in lines
            if not is_chrome(layout.said(line))
            and (line.start, line.end) != scope.title
            and not line.start <= dateline < line.end
        ]
        found += paragraphs(scope.reading, told, (first, last))
    return found


def description(reading: Reading, about: list[Stretch]) -> tuple[Value[str], ...]:
    told = (_value(reading, each, 0.8) for each in about)
    return tuple(each for each in told if each.value)


def summary(scope: Scope, about: list[Stretch]) -> Value[str] | None:
    """The sentences that say most about the event; where there is none, its line of the list."""
    told = sentences(scope.reading, about)
    worths = [_worth(scope, each) for each in told]
    if not worths or max(worths) <= 0:
        start, end = scope.reading.layout.sentence_at(scope.group.at)
        line = scope.group.line
        return lead(scope.reading, [(line.text_start if start == line.start else start, end)], 0.4)
    best = worths.index(max(worths))
    following = [each for each, worth in zip(told[best + 1 :], worths[best + 1 :], strict=True) if worth > 0]
    return lead(scope.reading, [told[best], *following[:2]], 0.7)


def _worth(scope: Scope, sentence: Stretch) -> float:
    """Positive: worth telling. The date's own sentence and those that name the event say most."""
    reading, (start, end) = scope.reading, sentence
    if not is_prose(reading, sentence):
        return 0.0
    is_own = start <= scope.group.at < end
    worth = 1.0 + 2.0 * is_own + 0.5 * (end - start > 80)
    if is_own:
        return worth
    words = reading.plain[start:end]
    is_aside = reading.signing_up.are_said_at(start) or _ASIDE.search(words) or is_report(words)
    return 0.0 if is_aside or reading.dates.within(start, end, 1) else worth


def is_prose(reading: Reading, sentence: Stretch) -> bool:
    """A sentence, not a field, a greeting or a scrap."""
    words = reading.plain[sentence[0] : sentence[1]].strip()
    return (
        len(words) >= 30
        and bool(_PROSE.search(words))
        and len(_SMALL_WORDS.findall(words)) >= 3
        and not is_field(words)
        and not _GREETING.match(words)
    )


def sentences(reading: Reading, about: list[Stretch]) -> list[Stretch]:
    """The sentences of these paragraphs, the first sixty."""
    layout = reading.layout
    found: list[Stretch] = []
    for start, end in about:
        number = layout.sentence_number(start)
        while len(found) < _MOST_SENTENCES:
            first, last = layout.sentence(number)
            if first >= end or last <= first:
                break
            found.append((max(first, start), min(last, end)))
            number += 1
    return found


def lead(reading: Reading, said: list[Stretch], confidence: float) -> Value[str] | None:
    """The first sentence and as many of the next as fit: two, or three short ones. One that is too long ends at a comma."""
    value, spans = "", []
    for number, (start, end) in enumerate(said[:3]):
        words = reading.text.said(start, end)
        if number and (
            len(value) + 1 + len(words) > LONGEST_LEAD or (number > 1 and len(value) > _SHORT_LEAD)
        ):
            break
        value = f"{value} {words}".strip()
        spans.append(reading.text.span(start, end))
    if not value:
        return None
    return Value(value if len(value) <= LONGEST_LEAD else _shortened(value), tuple(spans), confidence)


def _shortened(words: str) -> str:
    cuts = [each.start() for each in _CLAUSE_ENDS.finditer(words, LONGEST_LEAD // 3, LONGEST_LEAD - 1)]
    cut = cuts[-1] if cuts else words.rfind(" ", 0, LONGEST_LEAD - 1)
    return words[: cut if cut > 0 else LONGEST_LEAD - 2].rstrip(" ,;:-–") + " …"


def _value(reading: Reading, stretch: Stretch, confidence: float) -> Value[str]:
    return Value(reading.text.said(*stretch), (reading.text.span(*stretch),), confidence)
