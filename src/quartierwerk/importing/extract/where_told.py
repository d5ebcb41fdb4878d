"""The street of an event, and what is told of its place: name with room, quarter. Which place it is, says where.py."""

import re

from .addresses import Address, street_alone, street_right_behind
from .draft import Doubt, DoubtKind, Span, Value
from .heads import has_venue_head
from .places import Place
from .reading import Reading
from .rooms import is_a_room, room_behind
from .scope import Scope, own_sentence
from .where import is_for_an_office

_FAR = 400  # characters: a place so far from its date loses what a label is worth
_FEW = 8  # events before it
_NAMED_WELL = 3.0  # worth of a place with the head of a venue
_NEAR = 80  # characters between such words and the place
_ONE_LIST = re.compile(r"[^.!?;\n]{0,60}")  # “Kulturhaus, Saal, Talweg 3”
_WORD = re.compile(r"[A-ZÄÖÜ][\wäöüß]+")


def address(scope: Scope, where: Place | None) -> Address | None:
    """The one beside the place; else the first in the event's words; else a street without a number beside the place."""
    if where is not None and where.address is not None:
        return where.address
    has_own = where is not None and scope.own[0] <= where.start < scope.own[1]
    for stretch in [scope.own, *scope.group.also] if has_own else scope.asking_stretches():
        found = [
            each
            for each in scope.reading.addresses.within(*stretch, 20)
            if _is_for_the_event(scope, each) and not _is_of_another_house(scope, each, where)
        ]
        if found:
            return min(found, key=lambda each: _is_of_the_one_before(scope, each))
    if where is not None and (known := _beside_its_name(scope, where)):
        return known
    if where is not None and (near := street_right_behind(scope.reading.text, where.end)):
        return near
    if where is not None and (near := street_alone(scope.reading.text, where.start, where.end + 60)):
        return near
    if where is not None and (known := _street_of_the_house(scope, where)):
        return known
    stretches = [own_sentence(scope)] if has_own else [own_sentence(scope), *scope.asking_stretches()]
    for start, end in stretches:
        if alone := street_alone(scope.reading.text, start, min(end, start + _FAR)):
            return alone if _is_for_the_event(scope, alone) else None
    return None


def _street_of_the_house(scope: Scope, where: Place) -> Address | None:
    """Of “in der Aula”, “bei uns in der Kita”: the street of who signs, or the only one of the text."""
    name, host = scope.reading.plain[where.start : where.end], scope.reading.host
    if host and host.address and set(_WORD.findall(name)) <= set(_WORD.findall(host.said)):
        return host.address
    every = scope.reading.addresses.within(0, len(scope.reading.plain), _FEW)
    is_the_only_one = len({each.said for each in every}) == 1 and every[0].is_sure
    is_one = is_the_only_one and is_a_room(name) and _is_for_the_event(scope, every[0])
    return every[0] if is_one else None


def _beside_its_name(scope: Scope, where: Place) -> Address | None:
    """“Karten gibt es in der Buchhandlung Muster, Talweg 3”: of that house, whatever else is said of it there."""
    name = scope.reading.plain[where.start : where.end]
    names = (name, name.split(" ")[0]) if has_venue_head(name.split(" ")[:1]) else (name,)
    for stretch in scope.shared:
        for each in scope.reading.addresses.within(*stretch, 20):
            before = scope.reading.plain[max(0, each.start - _NEAR) : each.start]
            if before.rstrip(" ,(").endswith(names):
                return each
    return None


def _is_of_the_one_before(scope: Scope, each: Address) -> bool:
    """“16. Mai, Lindenweg 3. 17. Mai, Talweg 5”: what stands before a later date of a sentence."""
    return each.start < scope.group.at and own_sentence(scope)[0] < scope.own[0]


def _is_of_another_house(scope: Scope, each: Address, where: Place | None) -> bool:
    """“… Museum, Talweg 3. Gelesen wird im Café”: an address beside the name of a house is of that house."""
    if where is None or scope.group.is_row or _ONE_LIST.fullmatch(scope.reading.plain, where.end, each.start):
        return False
    name = {word.lower() for word in _WORD.findall(scope.reading.plain, where.start, where.end)}
    beside = [
        place
        for place in scope.reading.places.within(each.start - _NEAR, each.start)
        if place.address is each
    ]
    named = [
        _WORD.findall(scope.reading.plain, place.start, place.end)
        for place in beside
        if place.worth >= _NAMED_WELL
    ]
    return bool(named) and not any(word.lower() in name for words in named for word in words)


def _is_for_the_event(scope: Scope, each: Address) -> bool:
    start, end = scope.reading.layout.sentence_at(each.start)
    return start <= scope.group.at < end or not is_for_an_office(scope, each.start)


def place_value(reading: Reading, where: Place) -> Value[str]:
    """With the room, if one stands right behind the house or its address."""
    span = reading.text.span(where.start, where.end)
    doubts: tuple[Doubt, ...] = () if where.venue else (Doubt(DoubtKind.PLACE_UNKNOWN, span),)
    doubts += (Doubt(DoubtKind.PLACE_OF_HOST, span),) if where.is_of_the_host else ()
    name = _name(reading, where)
    spans: tuple[Span, ...] = (span,)
    ends = [where.end, *([where.address.end_of_street, where.address.end] if where.address else [])]
    if room := room_behind(reading.plain, *ends):
        name, spans = f"{name}, {reading.text.said(*room)}", (span, reading.text.span(*room))
    return Value(name, spans, min(0.95, 0.4 + where.worth / 10), doubts)


def _name(reading: Reading, where: Place) -> str:
    said = where.said or reading.text.said(where.start, where.end)
    return said if reading.plain.count('"', where.start, where.end) % 2 == 0 else said.strip(' ,;„“”"«»')


def quarter(scope: Scope, where: Place | None, street: Address | None) -> Value[str] | None:
    """The quarter of the known venue, of its street, or one that is named in the event's words."""
    reading = scope.reading
    if where is not None and where.quarter:
        return Value(where.quarter, (reading.text.span(where.start, where.end),), 0.95)
    if street is not None and (known := _by_street(reading, street)):
        return Value(known, (reading.text.span(street.start, street.end),), 0.9)
    for start, end in [scope.own, *([scope.title] if scope.title else []), *scope.shared]:
        for first, last, named in reading.gazetteer.quarters_in(
            reading.plain[start : min(end, start + 3000)]
        ):
            return Value(named.quarter, (reading.text.span(start + first, start + last),), 0.8)
    return None


def _by_street(reading: Reading, street: Address) -> str:
    at = reading.gazetteer.venue_at(reading.text.said(street.start, street.end_of_street))
    return at.quarter if at and at.quarter else reading.gazetteer.quarter_of_street(street.street)
