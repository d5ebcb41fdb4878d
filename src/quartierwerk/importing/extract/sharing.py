"""Words behind several dates that count for each of them: dates joined by “und”, a last paragraph that says whom to ask."""

import re
from itertools import pairwise

from .reading import Reading
from .segments import Group, Section
from .stretches import Stretch

_THINGS = r"(?:Angebot|Veranstaltung|Termin|Treffen|Vorträg|Vortrag|Kurs|Abend|Führung|Workshop|Fahrt|Tour|Aktion)(?:e?n?|en)\b"
_OF_ALL_THESE = re.compile(  # “zu beiden Terminen”, “pro Kurs”
    rf"\b(?:[Ff]ür (?:alle|diese|beide|sämtliche)|(?:[Zz]u|[Bb]ei|[Ii]n) (?:allen|beiden|sämtlichen|diesen)|[Pp]ro|[Jj]e) (?:\w+ )?{_THINGS}"
)
OF_EACH = re.compile(
    rf"{_OF_ALL_THESE.pattern}|\b(?:Anmeldungen|Karten für (?:beide|alle)|(?:ein|jed)e[nmrs]? (?:unserer|der) \w+|[Ff]ür die (?:\w+ )?{_THINGS}|"
    r"Informationen|Information:|Auskunft|"
    r"(?:[Zz]u|[Ff]ür|[Bb]ei) (?:den|die|allen) (?:einzelnen )?(?:Wanderungen|Touren|Fahrten|Terminen?|Abenden|Lesungen|Konzerten?))\b"
)
_LINKS_DATES = re.compile(
    r"(?:[\s,]|und|sowie|am|den|dem|um|ab|jeweils|(?:Mon|Diens|Mitt|Donners|Frei|Sams|Sonn)\w+)*"
)
_LONGEST_LINK = 60  # characters between two dates of one sentence
_ASK_HERE = re.compile(
    r"(?:Falls Sie (?:noch )?Fragen|Fragen\b|Bei (?:Fragen|Rückfragen|Interesse)|Rückfragen|Wer (?:noch )?Fragen|"
    r"(?:Weitere |Nähere )?Infos\b|Kontakt\b|Ansprechpartner)"
)
_SEVERAL = 3  # headings with events, where it is not said that it is of all
SENTENCES_OF_ALL = 12  # behind the last date that are looked at


def join_coordinate(reading: Reading, groups: list[Group]) -> None:
    """“am 9. Mai um 19 Uhr und am 16. Mai um 16 Uhr im Saal. Anmeldung bei …”: what follows the last counts for each."""
    for one, other in zip(reversed(groups[:-1]), reversed(groups[1:]), strict=True):
        if one.is_row or other.is_row or other.at - one.at_end > _LONGEST_LINK:
            continue
        between, place = "", one.at_end
        for each in reading.times.within(one.at_end, other.at):
            between += reading.plain[place : each.start]
            place = each.end
        if _LINKS_DATES.fullmatch(between + reading.plain[place : other.at]):
            one.also += [(other.at_end, other.end), *other.also[-1:]]


def said_below_all(reading: Reading, found: list[Section]) -> list[Stretch]:
    """Several headings with an event each, and a last paragraph: “Bei Fragen wenden Sie sich an …”."""
    parts = [section for section in found if section.groups]
    if len(parts) < 2:
        return []
    last, layout = parts[-1].groups[-1], reading.layout
    lines = layout.lines[last.line.number + 1 : last.line.number + 40]
    below = next((line for line in lines if line.block != last.line.block), None)
    if below is None or below.start >= parts[-1].end:
        return []
    number = layout.sentence_number(below.text_start)
    sentences = [layout.sentence(each) for each in range(number, number + SENTENCES_OF_ALL)]
    below_it = [(start, end) for start, end in sentences if below.start <= start < end <= parts[-1].end]
    said = [
        (start, end)
        for start, end in below_it
        if _OF_ALL_THESE.search(reading.plain, start, end)
        or (
            len(parts) >= _SEVERAL
            and (_ASK_HERE.match(reading.plain, start) or OF_EACH.search(reading.plain, start, end))
        )
    ]
    return with_their_numbers(reading, below_it, said)


def with_their_numbers(reading: Reading, sentences: list[Stretch], said: list[Stretch]) -> list[Stretch]:
    """“Eine Anmeldung ist zu allen Kursen nötig. Das geht unter 02324 204550.”: the sentence behind, where it has the number."""
    layout, found = reading.layout, list(said)
    for one, other in pairwise(sentences):
        is_beside = layout.line_at(one[0]).block == layout.line_at(other[0]).block
        if one in found and other not in found and is_beside and _has_number(reading, other):
            found.append(other)
    return sorted(found)


def _has_number(reading: Reading, sentence: Stretch) -> bool:
    return bool(reading.phones.within(*sentence, 1) or reading.emails.within(*sentence, 1))


def asked_at_the_end(reading: Reading, section: Section) -> list[Stretch]:
    """“Fragen? Rufen Sie an: …” as the last paragraph of a section is of all it tells."""
    last = reading.layout.line_at(section.end - 1)
    first = last
    while first.number and reading.layout.lines[first.number - 1].block == last.block:
        first = reading.layout.lines[first.number - 1]
    is_asking = first.start > section.start and _ASK_HERE.match(reading.plain, first.text_start)
    return [(first.start, section.end)] if is_asking else []
