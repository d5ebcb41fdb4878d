"""What an event is called: its line of a list, the headline above it, or a name in its sentences.

Each candidate has a worth, and the best is taken. Names in sentences bring theirs along (names.py: 30 for the noun of an
event, up to 50 more for the words around it); `_HEADLINES` says what a headline is worth.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from . import headings
from .calendar_titles import as_in_a_calendar
from .combined import completed, theme_of_a_line
from .coordinated import coordinated
from .deeds import what_is_done
from .draft import Doubt, DoubtKind, Value
from .headings import in_a_field, is_section_heading
from .headlines import Kind, is_bare, kind
from .heads import is_event
from .names import event_words, plain_name, same_event, subject
from .no_names import is_plain_word
from .no_titles import is_no_title, is_only_a_house
from .phrases import LONGEST, TRIM, begins_small, is_generic, titled
from .programmes import says_where
from .quoted import MARKS
from .reading import Reading
from .rows import (
    Candidate,
    before_the_date,
    behind_a_colon,
    behind_hours,
    below_a_place,
    is_a_part,
    is_a_place,
    is_only_a_word,
    line_below,
    names_events,
    of_row,
    opens_its_line,
    right_above,
)
from .segments import Group
from .spoken import floor, has_own_name, in_sentences, in_the_lead, names_before, names_behind

_OF_SEVERAL = 65.0  # off where several events stand below the headline
_LONGER = 12  # characters: Vortrag, Vortragsveranstaltung
_LEAST = 10.0
_LONGEST_OF_A_LIST = 60  # characters of the name of a list before those of its lines
_ROW = 20.0  # least of a name above a list
_SUBJECT = 20.0  # the subject of the mail comes before what is worth less
_LITTLE = 25.0  # a headline that is news
_CLEARLY = 80.0  # a headline that is a name as a whole
_HOUSE = 3.0  # “Küsterhaus Neustadt”: where it is
_DONE = 26.0  # “Die Autorin liest am 3. Mai …”, below a headline that is news
_WHERE = 12.0  # the place in a line
_IN_A_HEADLINE = 0.8  # confidence
_SHORT_FOR = 1_500  # characters before in which the name stands that a noun is short for
_UNNAMED = Value("Veranstaltung", (), 0.1, (Doubt(DoubtKind.TITLE_GUESSED),))
_MEANT = 39.0  # of a longer name for “der Markt”
_IS = re.compile(r"\b(?:ist|sind|wird|werden)\b")
_THE_SAME = re.compile(
    r"\b(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Zz]um|[Zz]ur)\s(?P<noun>[A-ZÄÖÜ][a-zäöüß]+)\b"
)


def title(reading: Reading, group: Group, *, is_alone: bool, is_series: bool) -> Value[str]:
    """`is_alone`: the only group of the article; `is_series`: the same event on other days."""
    above = list(headings.headlines(reading, group, is_alone=is_alone))
    named = _sure(_named(reading, group, above, is_alone=is_alone, is_series=is_series), above)
    named = as_in_a_calendar(named, reading.plain)
    if is_no_title(named.value):
        above_it = [each.title for each in sorted(_that_name(above), key=lambda each: -each.worth)]
        named = next(iter(above_it), _UNNAMED)
    if is_alone or is_section_heading(group):
        named = completed(reading, group, named, above)
    return as_in_a_calendar(named, reading.plain)


def _sure(named: Value[str], above: list[Candidate]) -> Value[str]:
    """A name of a sentence with which a headline begins (“Nähcafé im Gemeindehaus”) is formed of no sentence."""
    words = named.value.lower()
    if not named.doubts or not any(each.title.value.lower().startswith(words) for each in above):
        return named
    doubts = tuple(each for each in named.doubts if each.kind is not DoubtKind.TITLE_GUESSED)
    return replace(named, doubts=doubts, confidence=max(named.confidence, _IN_A_HEADLINE))


def _named(
    reading: Reading, group: Group, above: list[Candidate], *, is_alone: bool, is_series: bool
) -> Value[str]:
    if group.point and above and not has_own_name(reading, group):
        heading = max(above, key=lambda each: each.worth).title
        whole = heading.value.rstrip(" .…")
        is_said = group.point.lower() in whole.lower()  # “Posaunenchor” below “Der Posaunenchor …”
        return replace(heading, value=group.point if is_said else f"{whole}: {group.point}")
    if group.named and (named := titled(reading, *group.named, 0.85)):
        return named
    label = of_row(reading, group) if group.is_row else below_a_place(reading, group)
    label = label or behind_a_colon(reading, group) or (None if is_alone else opens_its_line(reading, group))
    label = label if label and not is_no_title(label.title.value) else None
    return (
        in_a_field(reading, group)
        or _below(reading, group)
        or (
            _of_a_line(reading, group, label, above)
            if label and not (is_alone and _is_less(label, above))
            else None
        )
        or _weighed(reading, group, label, above, is_alone=is_alone, is_series=is_series)
        or _first_words(reading, group)
    )


def _below(reading: Reading, group: Group) -> Value[str] | None:
    line = line_below(reading, group)
    if line and (
        is_only_a_house(reading.layout.said(line)) or reading.addresses.within(line.start, line.end, 1)
    ):
        return None
    return titled(reading, line.text_start, line.end, 0.85) if line else None


def _of_a_line(reading: Reading, group: Group, label: Candidate, above: list[Candidate]) -> Value[str] | None:
    """What the line of a list says; with the name of the whole where it is a part of it, or only a place."""
    where = (
        is_a_place(reading, label)
        and not _is_said_where(reading, group, label)
        and not says_where(reading, group)
    )
    if is_a_part(label.title.value) and above:
        return _joined(max(above, key=lambda each: each.worth).title, label)
    if theme := theme_of_a_line(label.title.value):
        whole = _of_the_list(reading, group, above) or max(above, key=lambda each: each.worth, default=None)
        label = replace(label, title=replace(label.title, value=theme))
        return _joined(whole.title, label) if whole else label.title
    if is_only_a_word(label) and not names_events(reading, group):
        whole = _of_the_list(reading, group, above)
        if whole:
            return whole.title if where else _joined(whole.title, label)
    return None if where else label.title


def _is_said_where(reading: Reading, group: Group, label: Candidate) -> bool:
    """“10. April: Streuobstwiese / Start: Hofladen Linde”: a label behind it says the place."""
    behind = reading.places.within(label.end, max(group.end, label.end), 20)
    return any(each.is_labelled for each in behind)


def _weighed(
    reading: Reading,
    group: Group,
    label: Candidate | None,
    headlines: list[Candidate],
    *,
    is_alone: bool,
    is_series: bool,
) -> Value[str] | None:
    """The best of headlines, the word before the date and names in sentences; None if none is worth it."""
    is_one = is_alone or is_series or is_section_heading(group)
    label = label or coordinated(reading, group) or before_the_date(reading, group)
    if label and is_a_place(reading, label):
        label = replace(label, worth=_WHERE)
    said = list(in_sentences(reading, group))
    above = [
        _backed(each, said) if is_one else replace(each, worth=each.worth - _OF_SEVERAL) for each in headlines
    ]
    others = (label, _meant(reading, group, headlines), None if is_alone else right_above(reading, group))
    found = [*above, *said, *(each for each in others if each)]
    found = _that_name(found)
    best = max(found, key=lambda each: each.worth, default=None)
    if is_one and best and said and _says_more(said[0], best):
        return said[0].title
    if is_one and best and " " not in best.title.value:
        best = _longer(best.title.value.lower(), above) or best
    if is_alone and reading.subject and (best is None or best.worth < _SUBJECT):
        return replace(reading.subject, value=reading.subject.value[:LONGEST])
    if best is None or best.worth < _LITTLE:
        led = in_the_lead(reading, group) if is_alone else ()
        done = _done(reading, group, headlines)
        found = [
            *_that_name(names_behind(reading, group)),
            *_that_name(led),
            *([done] if done else []),
            *([best] if best else []),
        ]
        best = max(found, key=lambda each: each.worth, default=None)
    return best.title if best is not None and (best.worth > _LEAST or headlines) else None


def _done(reading: Reading, group: Group, headlines: list[Candidate]) -> Candidate | None:
    """What the date's own sentence or a headline says that is done: “spenden Sie Blut!”."""
    places = [reading.text.plain_place(span.start) for each in headlines[:3] for span in each.title.spans[:1]]
    for place in [group.at, *places]:
        if done := what_is_done(reading, *reading.layout.sentence_at(place), is_clear=True):
            return Candidate(done, _DONE)
    return None


def _that_name(found: Iterable[Candidate]) -> list[Candidate]:
    """Without those that are no title; a house is one only where nothing else is."""
    return [
        replace(each, worth=min(each.worth, _HOUSE)) if is_only_a_house(each.title.value) else each
        for each in found
        if not is_no_title(each.title.value)
    ]


def _is_less(label: Candidate, above: list[Candidate]) -> bool:
    """“Helfer willkommen!” in the line of the only date, below the headline “Putzaktion”."""
    words = label.title.value
    is_name = kind(words) is Kind.NAME and not is_bare(words)
    return not is_name and any(each.worth > _CLEARLY for each in above)


def _joined(whole: Value[str], part: Candidate) -> Value[str]:
    """“Sommerkurs: Teil 2”, “Tag der offenen Tür: Kita Regenbogen”."""
    said = f"{whole.value}: {part.title.value}"[:LONGEST]
    return replace(part.title, value=said, spans=(*whole.spans, *part.title.spans))


def _of_the_list(reading: Reading, group: Group, headlines: list[Candidate]) -> Candidate | None:
    """What stands above a list of which no line names an event: a headline that is a name, or a name in the sentences."""
    if not group.section or len(group.section.groups) < 2:
        return None
    number, groups = reading.layout.sentence_number, group.section.groups
    begin = floor(reading, group.section)
    behind_the_one_before = max([begin, *(each.line.end for each in groups if each.at < group.at)][-2:])
    named = [
        each for each in names_before(reading, number(group.at), behind_the_one_before) if each.worth > _ROW
    ]
    named = named or [each for each in headlines if kind(each.title.value) is Kind.NAME]
    named = named or [
        each for each in names_before(reading, number(groups[0].at), begin) if each.worth > _ROW
    ]
    best = max(named, key=lambda each: each.worth, default=None)
    return best if best and len(best.title.value) <= _LONGEST_OF_A_LIST else None


def _meant(reading: Reading, group: Group, headlines: list[Candidate]) -> Candidate | None:
    """“Der Markt beginnt am Freitag” below “Das bietet der Weihnachtsmarkt”: the longer name."""
    start, end = reading.layout.sentence_at(group.at)
    stretches = [(max(start, group.start), min(end, max(group.end, group.at_end)))]
    heading = group.section.heading if group.section else None
    if heading and is_no_title(reading.plain[heading.text_start : heading.end]):  # “Geöffnet ist der Markt”
        stretches.append((heading.text_start, heading.end))
    for stretch in stretches:
        for match in _THE_SAME.finditer(reading.plain, *stretch):
            noun = match["noun"].lower()
            is_short = is_plain_word(noun) and not is_no_title(noun)
            if is_short and (longer := _longer(noun, headlines) or _said_before(reading, stretch[0], noun)):
                return replace(longer, worth=_MEANT)
    return None


def _said_before(reading: Reading, at: int, noun: str) -> Candidate | None:
    """“… lädt zum Weihnachtsmarkt ein. … Geöffnet ist der Markt am …”: the name that “markt” is short for."""
    longer = re.compile(rf"(?<![\w-])(?P<name>[A-ZÄÖÜ][\w-]*[a-zäöü]{noun})(?:e?s|e?n|e)?(?!\w)")
    found = (match.span("name") for match in longer.finditer(reading.plain, max(0, at - _SHORT_FOR), at))
    named = (each for each in found if is_event(reading.plain[slice(*each)]))
    said = next((titled(reading, *each, 0.5, guessed=True) for each in named), None)
    return Candidate(said, _MEANT) if said else None


def _longer(noun: str, headlines: list[Candidate]) -> Candidate | None:
    """“Unser Adventsbasar sucht Helfer”, “Adventsbasar” for “basar”: of the headlines with such a noun the shortest."""
    found = [
        each
        for each in headlines
        if any(word.endswith(noun) and word != noun for word in event_words(each.title.value))
    ]
    return min(found, key=lambda each: len(each.title.value), default=None)


def _says_more(said: Candidate, best: Candidate) -> bool:
    """“Vortrag „Mühlen am Bach““ below “Vortrag über Mühlen”: the same, with its own title."""
    own, other = said.title.value, best.title.value
    return bool(MARKS.search(own)) and not MARKS.search(other) and same_event(own, other, longer_by=_LONGER)


def _backed(headline: Candidate, said: list[Candidate]) -> Candidate:
    """“Aktionstag am Ufer” above “… findet ein Aktionstag statt”: the same, with more words; not above “Vortrag „Mühlen““."""
    if not said or MARKS.search(said[0].title.value) or not is_bare(headline.title.value):
        return headline
    is_same = same_event(headline.title.value, said[0].title.value)
    return replace(headline, worth=max(headline.worth, said[0].worth + 1)) if is_same else headline


def _first_words(reading: Reading, group: Group) -> Value[str]:
    """The words before the date, if they are a phrase; else what the sentence speaks of first. Never the sentence."""
    start, end = reading.layout.sentence_at(group.at)
    start = max(start, group.start) if group.point else start
    dates = reading.dates.within(start, end, 1)
    before = reading.plain[start : dates[0].start if dates else end].split(":")[0]
    before = re.sub(r"\s(?:am|vom|ab|zum|den|der|im)\s*$", "", before)
    is_call = is_no_title(before.strip(TRIM))  # “Bitte vormerken: Am 6. Dezember kommt der Nikolaus”
    if is_generic(before.strip(TRIM)) and not is_call:
        return _UNNAMED
    last = before.split()[-1:] or [""]
    is_phrase = not is_call and not begins_small(before) and last[0][:1].isupper() and not _is_told(before)
    if 8 <= len(before.strip(TRIM)) <= 70 and is_phrase:
        return titled(reading, start, start + len(before), 0.2, guessed=True) or _UNNAMED
    if not _is_told(reading.plain[start:end]):
        behind = behind_hours(reading, group) if not any(map(str.isalpha, before)) else start
        return titled(reading, behind, min(end, behind + 80), 0.2, guessed=True) or _UNNAMED
    named = plain_name(reading.plain, start, end)
    if named and is_no_title(reading.plain[slice(*named)]):
        named = None
    if named is None and (done := what_is_done(reading, start, end)):
        return done
    spoken_of = named or subject(reading.plain, start, end)
    return (titled(reading, *spoken_of, 0.2, guessed=True) if spoken_of else None) or _UNNAMED


def _is_told(words: str) -> bool:
    """“Gefeiert wird am 1. Juni”: a sentence or news, no name."""
    return kind(words) is Kind.NEWS or _IS.search(words) is not None
