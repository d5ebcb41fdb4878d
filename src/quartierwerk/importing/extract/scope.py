"""What belongs to one event: phones, registration, price … taken from its own words first; its place is in where.py.

Own words are the group's segment. What is not found there is looked for in the words shared by the section, then in
the title, then with the group before it.
"""

import re
from dataclasses import dataclass
from datetime import date, time

from .capacity import Number
from .draft import Doubt, DoubtKind, Phone, Registration, Value
from .other_calls import is_of_something_else
from .reading import Finds, Reading
from .segments import Group, Section
from .slots import Slot
from .stretches import Stretch

_MOST_NAMES = 4
_LONGEST_WAY = 400  # characters that say how to register
_POSTSCRIPT = re.compile(
    r"(?:P\.?\s?S\.?|NB|Übrigens|Vorankündigung|Vorschau|Ausblick|(?:(?:Bitte|Zum|Schon)\s)?[Vv]ormerken|Save the [Dd]ate|"
    r"(?:Bitte )?[Ss]chon (?:jetzt|heute|(?:ein)?mal)\s(?:\w+\s){0,2}?(?:vor)?(?:notieren|merken)|[Mm]erken Sie sich)\b[.:!,]?\s"
)


@dataclass(frozen=True)
class Deadline:
    start: int
    slot: Slot


@dataclass
class Scope:
    """`own` and `shared`: stretches of the text, nearest first; `title`: the heading's stretch; `begins`: at what time."""

    reading: Reading
    group: Group
    own: Stretch
    shared: list[Stretch]
    title: Stretch | None
    is_alone: bool
    begins: time | None = None

    def sentences(self, stretch: Stretch) -> list[Stretch]:
        layout = self.reading.layout
        number = layout.sentence_number(stretch[0])
        found: list[Stretch] = []
        while len(found) < 60:
            start, end = layout.sentence(number)
            if start >= stretch[1] or end == 0 or (found and start <= found[-1][0]):
                break
            if min(end, stretch[1]) > max(start, stretch[0]):
                found.append((max(start, stretch[0]), min(end, stretch[1])))
            number += 1
        return found

    def all_stretches(self) -> list[Stretch]:
        return [self.own, *self.group.also, *self.shared]

    def asking_stretches(self) -> list[Stretch]:
        """Where it says whom to ask, at what price …: what is only mentioned in a postscript has nothing of the rest."""
        return [self.own, *self.group.also] if self.is_in_a_postscript() else self.all_stretches()

    def is_in_a_postscript(self) -> bool:
        lines, line = self.reading.layout.lines, self.group.line
        while line.number and lines[line.number - 1].block == line.block:
            line = lines[line.number - 1]
        return bool(_POSTSCRIPT.match(self.reading.plain, line.text_start))


def scope_of(reading: Reading, group: Group, *, is_alone: bool, begins: time | None = None) -> Scope:
    section = group.section or Section(0, 0, None)
    heading = section.heading
    is_of_another = heading and any(each.line is heading and each is not group for each in section.groups)
    title = (heading.start, heading.end) if heading and not is_of_another else None
    return Scope(
        reading, group, (group.start, group.end), [*group.led, *section.shared], title, is_alone, begins
    )


def own_sentence(scope: Scope) -> Stretch:
    return scope.reading.layout.sentence_at(scope.group.at)


# ------------------------------------------------------------------------------------------------- whom to ask


def phones(scope: Scope) -> tuple[Value[Phone], ...]:
    for stretch in scope.asking_stretches():
        found = [
            mention.phone
            for mention in scope.reading.phones.within(*stretch, 12)
            if not _is_of_something_else(scope, mention.start)
        ]
        if found:
            return _once(found)
    return _once([mention.phone for mention in scope.reading.signed_phones]) if scope.is_alone else ()


def _is_of_something_else(scope: Scope, place: int) -> bool:
    is_own = scope.own[0] <= place < scope.own[1]
    if not is_own and _needs_none(scope) and scope.reading.signing_up.are_said_at(place):
        return True
    return is_of_something_else(scope.reading, scope.group, place, is_alone=scope.is_alone)


def _needs_none(scope: Scope) -> bool:
    """“Dafür bedarf es keiner Anmeldung”: where one registers for another event is nothing to it."""
    said = scope.reading.signing_up.within(*scope.own)
    return said is not None and said.kind is Registration.NOT_NEEDED


def _once(found: list[Value[Phone]]) -> tuple[Value[Phone], ...]:
    known: dict[str, Value[Phone]] = {}
    for value in found:
        known.setdefault(value.value.e164 or value.value.written, value)
    return tuple(known.values())


def emails(scope: Scope) -> tuple[tuple[Value[str], ...], tuple[Doubt, ...]]:
    """Addresses, and doubts about those that cannot be read."""
    for stretch in scope.asking_stretches():
        found = [
            each
            for each in scope.reading.emails.within(*stretch, 12)
            if not _is_of_something_else(scope, each.start)
        ]
        values = {each.email.value: each.email for each in found if each.email}
        doubts = tuple(each.doubt for each in found if each.doubt and not each.email)
        if values or doubts:
            return tuple(values.values()), doubts
    signed = scope.reading.signed_emails if scope.is_alone else []
    return tuple({each.email.value: each.email for each in signed if each.email}.values()), ()


def contact(scope: Scope) -> Value[str] | None:
    for stretch in scope.asking_stretches():
        for name in scope.reading.names.within(*stretch, _MOST_NAMES):
            if _is_of_something_else(scope, name.start):
                continue
            return Value(
                scope.reading.text.said(name.start, name.end),
                (scope.reading.text.span(name.start, name.end),),
                0.8,
            )
    return None


# ------------------------------------------------------------------------------------------ registration and price


def registering(scope: Scope) -> Value[Registration]:
    for stretch in scope.asking_stretches():
        if found := scope.reading.signing_up.within(*stretch):
            span = scope.reading.text.span(found.start, found.end)
            doubts = (Doubt(DoubtKind.TICKETS, span),) if found.kind is Registration.TICKETS else ()
            return Value(found.kind, (span,), 0.85, doubts)
    for stretch in scope.asking_stretches() if scope.is_alone else [scope.own, *scope.group.also]:
        if found := scope.reading.signing_up.invite_everybody(*stretch):
            return Value(found.kind, (scope.reading.text.span(found.start, found.end),), 0.7)
    return Value(Registration.UNSPECIFIED, (), 0.6)


def by_which_way(scope: Scope, said: Registration) -> Value[str] | None:
    if said in (Registration.NOT_NEEDED, Registration.UNSPECIFIED):
        return None
    for stretch in scope.asking_stretches():
        if found := scope.reading.signing_up.how(*stretch, scope.group.at):
            start, end = found[0], min(found[1], found[0] + _LONGEST_WAY)
            return Value(scope.reading.text.said(start, end), (scope.reading.text.span(start, end),), 0.8)
    return None


def deadline(scope: Scope, deadlines: Finds[Deadline], day: date) -> Value[date] | None:
    """The last day to register that lies before the event, in its words or in the shared ones."""
    for stretch in scope.asking_stretches():
        for each in deadlines.within(*stretch, 5):
            if each.slot.day <= day and not scope.reading.signing_up.are_for_something_else(each.start):
                span = scope.reading.text.span(each.start, each.slot.mention.end)
                last = each.slot.last or each.slot.day
                return Value(
                    last, (span,), each.slot.confidence, tuple(Doubt(kind, span) for kind in each.slot.doubts)
                )
    return None


def costs(scope: Scope) -> Value[str] | None:
    for stretch in scope.asking_stretches():
        for found in scope.reading.prices.within(*stretch, 1):
            return Value(
                scope.reading.text.said(found.start, found.end),
                (scope.reading.text.span(found.start, found.end),),
                0.8,
            )
    return None


def capacity(scope: Scope) -> Value[int] | None:
    return _number(scope, scope.reading.capacities)


def number_of_dates(scope: Scope) -> Value[int] | None:
    return _number(scope, scope.reading.numbers_of_dates)


def _number(scope: Scope, numbers: Finds[Number]) -> Value[int] | None:
    for stretch in scope.asking_stretches():
        for found in numbers.within(*stretch, 1):
            return Value(found.value, (scope.reading.text.span(found.start, found.end),), 0.85)
    return None
