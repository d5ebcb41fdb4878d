"""Where an event is: of all places and addresses that were read, the ones that stand nearest to its date and say most.

Own words are asked first, then the shared ones, the date's sentence, the headlines, and last whatever stands anywhere.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import time

from .groups import is_date_alone
from .headlines import Kind, kind
from .heads import has_venue_head, is_event
from .layout import is_field
from .places import Place, only_named
from .programmes import is_of_all, opens_its_line, says_where, sets_out_from
from .routes import speaks_of_walks
from .rows import line_below, lists_places, of_row
from .scope import Scope, own_sentence, scope_of
from .stretches import Stretch
from .towns_in_turn import town_in_turn

_PART_OF = re.compile(r"(?: \([^()]{2,40}\))? (?:im|in der|am|an der|auf dem|beim|des|der) ")
_LONGEST_HEADLINE = 110
_NAMED = 2.0
_NAMED_WELL = 3.0  # worth of a place with the head of a venue
_BARELY = (
    0.15  # worth of what stands behind “in der” somewhere in the event's words, if nothing better is there
)
_IN_A_HEADLINE = 0.5  # more than “in Musterstadt”
_INSIDE = 1.5
_BARE_PLACE = re.compile(
    r"(?!(?:Wo|Wer|Was|Wie|Wann|Warum)\b)"
    r"(?:(?:[Aa]m|[Ii]m|[Ii]n der|[Vv]or(?: dem| der)?|[Aa]uf dem)\s)?(?P<name>[A-ZÄÖÜ][\wäöüß-]*(?:\s[\wäöüß.-]+){0,3})"
)
_MEETS = re.compile(
    r"\b(?:Treffpunkt|Treff|Startpunkt|Start|Abfahrt|[Bb]eginnt|starte[nt]|[Ll]os geht|geht (?:es|'s)[^.]{0,30}\blos|trifft|treffen|versammel\w+|"
    r"(?:[Gg]efeiert|[Gg]espielt|[Gg]etanzt|[Gg]elesen|[Gg]esungen|[Gg]elaufen|[Gg]ekocht|[Gg]ebastelt) wird)\b"
)
_BESIDE = re.compile(r"\b(?:neben|gegenüber|hinter)\s(?:dem|der|des|vom)\s$")
_INVITED = re.compile(
    r",?\s(?:ein|statt)\b(?!\s(?:\w+e[rnsm]?\s)?[A-ZÄÖÜ])"
)  # “… lädt auf den Schlossberg ein”, “findet im Saal statt”
_INVITES = re.compile(r"\b(?:lädt|laden)\b")
_LATER = re.compile(r"\b(?:[Dd]anach|[Aa]nschließend|[Ii]m Anschluss|[Hh]interher|[Zz]um Abschluss|endet)\b")
_OF_OFFICES = re.compile(
    r"\b(?:Stellungnahmen?|Einwendungen|Bewerbung(?:en|sunterlagen)?|Spendenkonto)\b|\b(?:Geschäftsstelle|Vereinsanschrift|Postanschrift|Kontaktadresse|Redaktion)\s?:|\b(?:nimmt|nehmen)\b[^.!?]{0,120}\bentgegen\b"
)
_PARKING = re.compile(  # where one leaves the car
    r"\b(?:[Pp]arken|[Gg]eparkt|[Pp]arkt|[Pp]arkmöglichkeit\w*|[Pp]arkplätze\w*)\b"
    r"|\b(?:Parkplatz|Autos?|PKW|Pkw|Fahrräder)\b[^.!?]{0,80}\b(?:benutz|nutz|stehen|abstell|abgestellt|Verfügung|ausweich)"
)
_OF_ALL = re.compile(r"(?:Ort|Wo|Veranstaltungsort|Location|Adresse|Spielort)\s?:")
_OF_WHAT_FOLLOWS = 2.5
_UNSURE = 1.5  # worth of the place of what only follows, where nothing else is said
_AT_ITS_TIME = 1.0  # gained by a place in the sentence of the event's own time
_AT_ANOTHER = 1.0  # lost beside another time
_ONE_LIST = re.compile(r"[^.!?;\n]{0,60}")  # “Kulturhaus, Saal, Talweg 3”
_WORD = re.compile(r"[A-ZÄÖÜ][\wäöüß]+")
_A_CELL = 1.8
_A_PART = 1.5  # least worth of the room of a house
_SAME_PLACE = re.compile(
    r"\b(?:am (?:gleichen|selben) (?:Ort|Treffpunkt|Platz)|an (?:gleicher|selber|derselben|der gleichen) Stelle|gleicher? Ort|[Ee]benda)\b"
)
_FEW = 8  # events before it
_FIRST_SENTENCES = 4
_NEAR = 80  # characters between such words and the place
_FAR = 400  # characters: a place so far from its date loses what a label is worth


def place(scope: Scope) -> Place | None:
    """“am gleichen Ort”: that of the event before."""
    groups = scope.group.section.groups if scope.group.section else []
    if _SAME_PLACE.search(scope.reading.plain, *own_sentence(scope)) and scope.group in groups:
        number = groups.index(scope.group)
        for before in reversed(groups[max(0, number - _FEW) : number]):
            known = scope_of(scope.reading, before, is_alone=False, begins=None)
            if not _SAME_PLACE.search(scope.reading.plain, *own_sentence(known)):
                return _place(known)
    return _place(scope)


def _place(scope: Scope) -> Place | None:
    """What is only mentioned in a postscript has no place but its own."""
    own = [scope.own, *scope.group.also]
    if scope.is_in_a_postscript():
        return _best(scope, *own)
    return (
        _where_all_meet(scope, own)
        or _in_its_words(scope, own)
        or _in_turn(scope)
        or _said_of_all(scope)
        or _in_words_for_all(scope)
        or (None if scope.group.is_row else _best(scope, own_sentence(scope), least=_NAMED_WELL))
        or _unsure_if_it_follows(scope, _somewhere(scope))
        or only_named(scope.reading.plain, *own_sentence(scope))
        or (_spoken_of_first(scope) if scope.begins else None)
        or (scope.reading.host if scope.begins and scope.group.recurrence is None else None)
    )


def _in_its_words(scope: Scope, own: list[Stretch]) -> Place | None:
    found = _best(scope, *own)
    if found is not None and _is_all_of_its_row(scope, found):
        found = next(filter(None, (_best(scope, each) for each in scope.shared)), found)
    if found is None or not _is_surely_its_own(scope, found):
        found = _first_for_all(scope, lambda each: is_of_all(scope.reading, each)) or found
    if found is not None and found.worth >= _NAMED_WELL:
        return found
    return _below_the_date(scope) or _as_its_line(scope, found) or found


def _is_all_of_its_row(scope: Scope, found: Place) -> bool:
    """“Do, 3.9. Spieletreff”: what happens, even if a house might be called so."""
    row = of_row(scope.reading, scope.group)
    is_all = row is not None and found.start <= row.start and row.end <= found.end
    return is_all and is_event(scope.reading.plain[found.start : found.end].split(" ")[-1])


def _is_surely_its_own(scope: Scope, found: Place) -> bool:
    """With the head of a venue, a label or an address in the date's sentence; not “Erste Hilfe am Kind”."""
    first, last = own_sentence(scope)
    is_a_house = has_venue_head(_WORD.findall(scope.reading.plain[found.start : found.end]))
    return first <= found.start < last and bool(is_a_house or found.is_labelled or found.address)


def _as_its_line(scope: Scope, found: Place | None) -> Place | None:
    """“Donnerstag, 12. März: Gasthof Adler” in a list of which each line says where; as much of it as was found, at least."""
    reading, group = scope.reading, scope.group
    if not opens_its_line(reading, group) or says_where(reading, group) or not lists_places(reading, group):
        return None
    row = of_row(reading, group)
    is_more = row and not (found and found.start <= row.start and row.end <= found.end)
    return Place(row.start, row.end, _NAMED_WELL) if row and is_more else None


def _in_turn(scope: Scope) -> Place | None:
    towns = town_in_turn(scope.reading, scope.group)
    return Place(*towns, _NAMED) if towns else None


def _in_words_for_all(scope: Scope) -> Place | None:
    """“Ort: Kulturkeller, Am Markt 3” below a list says more than a heading above it."""
    labelled = _first_for_all(scope, lambda each: each.is_labelled) if scope.group.is_row else None
    return labelled or next(filter(None, (_best(scope, each) for each in scope.shared)), None)


def _somewhere(scope: Scope) -> Place | None:
    """In the headlines, or in whatever is said."""
    for stretch in [*([scope.title] if scope.title else []), *_headlines(scope)]:
        found = _best(scope, stretch, least=0.2)
        if found and found.worth >= _IN_A_HEADLINE:
            return found
    for stretch in scope.all_stretches():
        found = _best(scope, stretch, least=_BARELY)
        if found and found.worth >= _INSIDE:
            return found
    return None


def _where_all_meet(scope: Scope, own: list[Stretch]) -> Place | None:
    """“Treffpunkt ist jeweils am Bahnhof”: of each walk of a list, wherever it leads, unless its line says where it begins."""
    if not scope.group.is_row or any(
        each.is_labelled or sets_out_from(scope.reading, each)
        for stretch in own
        for each in scope.reading.places.within(*stretch, 20)
    ):
        return None
    plain = scope.reading.plain
    walks = any(speaks_of_walks(plain, start, min(end, start + _FAR)) for start, end in [*own, *scope.shared])
    here = _best(scope, *own)
    if here and has_venue_head(_WORD.findall(plain[here.start : here.end])) and not walks:
        return None  # “Fahrt in die Eissporthalle, Treffpunkt am Busbahnhof”
    return _first_for_all(scope, lambda each: sets_out_from(scope.reading, each))


def _first_for_all(scope: Scope, fits: Callable[[Place], bool]) -> Place | None:
    for stretch in scope.shared:
        for each in scope.reading.places.within(*stretch, 60):
            if each.worth >= _NAMED and fits(each) and not is_for_an_office(scope, each.start):
                return each
    return None


def _unsure_if_it_follows(scope: Scope, found: Place | None) -> Place | None:
    return replace(found, worth=min(found.worth, _UNSURE)) if found and _follows(scope, found) else found


def _follows(scope: Scope, each: Place) -> bool:
    """“Danach gibt es Tee im Pfarrheim”."""
    start, end = scope.reading.layout.sentence_at(each.start)
    return (
        not start <= scope.group.at < end
        and _LATER.search(scope.reading.plain, start, each.start) is not None
    )


def _said_of_all(scope: Scope) -> Place | None:
    """“Eröffnung: 10. Mai … / Führung: 7. Juni … / Ort: Museum”: the only such line of a list is that of all its dates."""
    section, reading = scope.group.section, scope.reading
    if section is None or len(section.groups) < 2:  # noqa: PLR2004
        return None
    said = [
        each for each in reading.places.within(section.start, section.end, 200) if _is_a_field(scope, each)
    ]
    names = {reading.plain[each.start : each.end] for each in said}
    return max(said, key=lambda each: each.worth) if len(names) == 1 else None


def _is_a_field(scope: Scope, each: Place) -> bool:
    """“Ort: Museum”, on a line of its own."""
    layout = scope.reading.layout
    return each.is_labelled and _OF_ALL.match(layout.said(layout.line_at(each.start))) is not None


def _spoken_of_first(scope: Scope) -> Place | None:
    """“Das Haus am Bach hat sein Programm …”: the house of which the first lines speak, where nothing else says a place."""
    plain, layout = scope.reading.plain, scope.reading.layout
    section = scope.group.section
    start = section.start if section else scope.own[0]
    number = layout.sentence_number(start)
    for first, last in (layout.sentence(number + ahead) for ahead in range(_FIRST_SENTENCES)):
        if first < last and (found := only_named(plain, first, min(last, first + _FAR), is_proper=True)):
            return found
    return None


def _below_the_date(scope: Scope) -> Place | None:
    """“Montag, 10 Uhr / Kunstrasen”: a short line below a date that stands alone says where."""
    reading, line = scope.reading, scope.group.line
    lines = reading.layout.lines
    if line.number + 1 >= len(lines) or not is_date_alone(reading, line) or line_below(reading, scope.group):
        return None
    below = lines[line.number + 1]
    words = reading.layout.said(below)
    match = _BARE_PLACE.fullmatch(words)
    if len(scope.group.section.groups if scope.group.section else []) > 1 and (
        says_where(reading, scope.group) and not has_venue_head(_WORD.findall(words))
    ):
        return None  # who plays there
    if below.block != line.block or match is None or kind(words) is not Kind.PHRASE or is_field(words):
        return None
    start = below.text_start + match.start("name")
    is_other = reading.phones.within(start, below.end) or reading.prices.within(start, below.end)
    return None if is_other else Place(start, below.end, _NAMED_WELL)


def _headlines(scope: Scope) -> list[Stretch]:
    """The first lines of the text, for its only event."""
    lines = [line for line in scope.reading.layout.lines[:2] if line.end - line.start <= _LONGEST_HEADLINE]
    return [(line.start, line.end) for line in lines] if scope.is_alone else []


def _best(scope: Scope, *stretches: Stretch, least: float = 1.2) -> Place | None:
    best: tuple[float, Place, Stretch] | None = None
    for stretch in stretches:
        for each in scope.reading.places.within(*stretch, 200):
            worth = (
                each.worth
                + _as_a_cell(scope, each)
                - _distance(scope, each)
                - _wrong_words(scope, each)
                + _meeting(scope, each)
            )
            if worth >= least and (best is None or worth > best[0]):
                best = (worth, each, stretch)
    return _with_part(scope, *best[1:]) if best else None


def _with_part(scope: Scope, where: Place, stretch: Stretch) -> Place:
    """“in der Aula im Schulzentrum”: both belong to the name."""
    for each in scope.reading.places.within(max(stretch[0], where.start - 90), where.start):
        between = scope.reading.plain[each.end : where.start]
        is_named = (each.worth >= _A_PART or "(" in between) and not scope.reading.plain.startswith(
            '"', each.start
        )
        if not each.venue and not where.venue and is_named and _PART_OF.fullmatch(between):
            return replace(where, start=each.start)
    return where


def _meeting(scope: Scope, each: Place) -> float:
    """“Treffpunkt ist um 9 Uhr am Brunnen”, “Los geht es am Brunnen”; “lädt am 5. Mai auf den Schlossberg ein”."""
    plain, (first, last) = scope.reading.plain, scope.reading.layout.sentence_at(each.start)
    if _MEETS.search(plain, max(first, each.start - _NEAR), each.start):
        return 1.5
    if _BESIDE.search(plain, max(first, each.start - 20), each.start):
        return 0.0
    is_about_it = first <= scope.group.at < last or _INVITES.search(plain, first, each.start)
    is_invited = is_about_it and _INVITED.match(plain, each.address.end if each.address else each.end)
    return 1.5 if is_invited else 0.0


def _as_a_cell(scope: Scope, each: Place) -> float:
    """“Kasper im Zoo | Kulturbahnhof”: the part of a line that is nothing but the name of a house says where."""
    is_one = each.is_bare and scope.group.is_row
    return _A_CELL if is_one and scope.group.at_end <= each.start < own_sentence(scope)[1] else 0.0


def _distance(scope: Scope, each: Place) -> float:
    """A gain in the date's own sentence, and in the one that says the time; up to 2.5 off further away."""
    if _is_a_field(scope, each):
        return -2.0
    first, last = scope.reading.layout.sentence_at(scope.group.at)
    if first <= each.start < last:
        return (
            -1.2
            if each.start < scope.group.at
            else _AT_ANOTHER - 2.0
            if _is_of_a_later_time(scope, each)
            else -2.0
        )
    said = _times_at(scope, each)
    if scope.begins in said and each.worth >= _NAMED:
        return -_AT_ITS_TIME
    is_of_another = scope.begins is not None and bool(said) and scope.begins not in said
    return min(1.8, 0.4 + abs(each.start - scope.group.at) / _FAR) + (_AT_ANOTHER if is_of_another else 0.0)


def _is_of_a_later_time(scope: Scope, each: Place) -> bool:
    """“… um 11 Uhr am Brunnen, Kundgebung um 13 Uhr auf dem Markt”: another time stands between the event's own and the place."""
    said = [set(found.starts) for found in scope.reading.times.within(scope.group.at, each.start, 20)]
    return len(said) > 1 and scope.begins in set().union(*said) and scope.begins not in said[-1]


def _times_at(scope: Scope, each: Place) -> set[time]:
    """The times of the sentence that stand before the place, or else behind it."""
    start, end = scope.reading.layout.sentence_at(each.start)
    before = scope.reading.times.within(start, each.start, 20)
    said = before[-1:] or scope.reading.times.within(each.end, end, 1)
    return {begin for found in said for begin in found.starts}


def _wrong_words(scope: Scope, each: Place) -> float:
    """Places of a registration, of a paper or of a past event are not where it is."""
    start, end = scope.reading.layout.sentence_at(each.start)
    if start <= scope.group.at < end:
        return 0.0
    if is_for_an_office(scope, each.start) and not each.is_labelled:
        return 9.0
    if _PARKING.search(scope.reading.plain, start, end) and not each.is_labelled:
        return 9.0
    return _OF_WHAT_FOLLOWS if _follows(scope, each) else 0.0


def is_for_an_office(scope: Scope, place: int) -> bool:
    """Where one registers, hands in or looks at something, or who holds the event, is not where it is."""
    said = scope.reading.layout.sentence_at(place)
    return (
        scope.reading.signing_up.are_said_at(place)
        or _OF_OFFICES.search(scope.reading.plain, *said) is not None
    )
