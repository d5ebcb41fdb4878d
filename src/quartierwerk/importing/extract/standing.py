"""Whether an event is off or moved: of all that is said around its day, what is said of it."""

import re
from collections.abc import Collection

from .dates import DateMention
from .draft import Span, Status, Value
from .scope import Scope, own_sentence
from .slots import Slot
from .status import CONTINUES, INSTEAD, TAKES_PLACE, is_new_day, status, status_words
from .stretches import Stretch

_OF_SEVERAL = re.compile(r"\b(?:fallen|entfallen|müssen|werden|wurden|sind)\b")
_HOLDS = re.compile(r"\b(?:findet|finden|beginnt|beginnen|ist|wird|statt|stattdessen|auf den|nun am)\b")
_NOTE = re.compile(r"\s?\((?P<words>[^()]{4,60})\)")
# Between the days of one sentence, whose verb is said once for all: “das Café am 6. und das Konzert am 13. Mai fallen aus”.
_ARE_JOINED = re.compile(
    r"(?:(?!\b(?:ist|sind|wird|werden|gibt|hat|haben|kann|muss|fällt|fallen|entfällt|entfallen|findet|finden|lädt|laden|trifft|treffen|"
    r"verschoben|verlegt|abgesagt|statt|sondern|auf)\b)[^.!?;(]|(?<=\d)\.)*\b(?:und|sowie|noch|als auch|wie auch)\b(?:[^.!?;]|(?<=\d)\.)*"
)
_MOST = 6  # days of a sentence


def standing(scope: Scope, slot: Slot | None, exceptions: Collection[Stretch] = ()) -> Value[Status]:
    """Off or moved: said in the date's sentence, in the next, in the heading, or of the only event of the text.

    `exceptions`: sentences that say it of one day of a series.
    """
    if (noted := _noted(scope, slot)) is not None:
        return noted
    for start, end in _where_standing_is_said(scope):
        sentence = scope.reading.plain[start:end]
        is_own = start <= scope.group.at < end
        if (start, end) in exceptions and not (is_own and slot):
            continue
        said = status(sentence, is_own=is_own)
        if said is Status.CANCELLED and is_own and _is_held_instead(scope, start, end):
            continue
        if said is Status.POSTPONED and is_own and TAKES_PLACE.search(sentence):
            said = Status.MOVED  # “wird vorgezogen: Sie findet schon am Montag statt”
        if said is Status.POSTPONED and not is_own and _names_the_new_day(scope, start, end):
            said = Status.MOVED
        if said is not Status.SCHEDULED and _takes_place(scope):
            said = _beside_an_invitation(scope, said, start)
        if said is not Status.SCHEDULED:
            words = status_words(sentence)
            span = (
                scope.reading.text.span(start + words.start(), start + words.end()) if words else Span(0, 0)
            )
            return Value(said, (span,), 0.85)
    return Value(Status.SCHEDULED, (), 0.9)


def _is_held_instead(scope: Scope, start: int, end: int) -> bool:
    """“Der Gottesdienst fällt aus, dafür laden wir um 18 Uhr zur Andacht ein”: the time is that of what is held."""
    instead = INSTEAD.search(scope.reading.plain, start, end)
    if instead is None or scope.begins is None:
        return False
    is_off = status(scope.reading.plain[start : instead.start()]) is Status.CANCELLED
    hours = scope.reading.times.within(instead.end(), end, 1)
    return is_off and bool(hours) and scope.begins in hours[0].starts


def _noted(scope: Scope, slot: Slot | None) -> Value[Status] | None:
    """“2. März, 6. April (entfällt), 4. Mai”: of several days a note in brackets is about the one before it."""
    if slot is None or len(scope.group.slots) < 2:
        return None
    notes = [
        (note, said)
        for note in _NOTE.finditer(scope.reading.plain, *own_sentence(scope))
        if (said := status(note["words"])) is not Status.SCHEDULED
    ]
    ends = {(last or first).end for first, last in slot.mention.pieces if first.day == slot.day.day}
    own: list[Value[Status]] = [
        Value(said, (scope.reading.text.span(*note.span("words")),), 0.85)
        for note, said in notes
        if note.start() in ends
    ]
    return next(iter(own), Value(Status.SCHEDULED, (), 0.9)) if notes else None


def _names_the_new_day(scope: Scope, start: int, end: int) -> bool:
    """“wird auf Montag, 20. März, verschoben” in another sentence about the same day."""
    plain, again = scope.reading.plain, scope.group.also
    days = (
        scope.reading.dates.within(start, end, 3)
        if any(first <= start < last for first, last in again)
        else []
    )
    return any(is_new_day(plain[start : each.start], plain[start:end]) for each in days)


def _takes_place(scope: Scope) -> bool:
    sentence = scope.reading.plain[slice(*own_sentence(scope))]
    return status(sentence) is Status.SCHEDULED and bool(TAKES_PLACE.search(sentence))


def _beside_an_invitation(scope: Scope, said: Status, start: int) -> Status:
    """“Das Fest fällt aus. … Am 8. Mai treffen wir uns”: what is moved is held now, and what is off was something else;
    only a headline, or what is said behind it, takes the invitation back."""
    if said is Status.POSTPONED:
        return Status.MOVED
    is_above = scope.group.line.number and not scope.reading.layout.line_at(start).number
    is_headline = is_above or (scope.title and start == scope.title[0])
    return said if is_headline or start > scope.group.at else Status.SCHEDULED


def _where_standing_is_said(scope: Scope) -> list[Stretch]:
    sentences = scope.sentences(scope.own)
    later: list[Stretch] = []
    if not scope.group.slots:
        sentences = [own_sentence(scope)]
    elif scope.is_alone:
        later = [each for stretch in scope.shared for each in scope.sentences(stretch)]
    elif not scope.group.is_row:
        sentences = [each for each in sentences if each[1] > scope.group.at][:2]
    again = [each for stretch in scope.group.also for each in scope.sentences(stretch)[:2]]
    is_of_another = scope.group.section and scope.group.section.tells_standing
    has_title = scope.title and not scope.group.is_row and not is_of_another
    titles = [scope.title] if has_title and scope.title else []
    return sentences + again + _said_of_several(scope) + titles + later


def _said_of_several(scope: Scope) -> list[Stretch]:
    """“Abgesagt sind der Vortrag (3. Mai) und das Fest (5. Mai)”, “… abgesagt. Das betrifft das Fest am 5. Mai”, “Abgesagt sind:”."""
    reading, plain = scope.reading, scope.reading.plain
    start, end = own_sentence(scope)
    found: list[Stretch] = []
    days = sorted(
        [*reading.dates.within(start, end, _MOST), *reading.weekdays.within(start, end, _MOST)],
        key=lambda each: each.start,
    )
    if len(days) > 1 and not INSTEAD.search(plain, start, days[0].start):
        found.append((start, days[0].start))
    if _are_joined(plain, (start, end), days) or _is_said_around(scope, start, end):
        found.append((start, end))
    number = reading.layout.sentence_number(start)
    if number and CONTINUES.match(plain[start : start + 40]):
        found.append(reading.layout.sentence(number - 1))
    if scope.group.is_row and (above := reading.layout.above_list(scope.group.line)) is not None:
        found.append((above.start, above.end))
    return found


def _are_joined(plain: str, sentence: Stretch, days: list[DateMention]) -> bool:
    """“Der Spieleabend am Freitag und das Café am 6. Dezember müssen ausfallen”."""
    return (
        len(days) > 1
        and _ARE_JOINED.fullmatch(plain, days[0].end, days[-1].start) is not None
        and not INSTEAD.search(plain, *sentence)
    )


def _is_said_around(scope: Scope, start: int, end: int) -> bool:
    """“Damit fallen die Lesungen von Muster (29.10.) und von Beispiel (12.11.) aus”: of all the days in between."""
    plain, days = scope.reading.plain, scope.reading.dates.within(start, end, 20)
    if len(days) < 2 or _HOLDS.search(plain, days[0].start, days[-1].end):
        return False
    around = plain[start : days[0].start] + plain[days[-1].end : end]
    return bool(_OF_SEVERAL.search(around)) and status(around) is not Status.SCHEDULED
