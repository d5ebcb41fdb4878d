"""Finds who is calling: by beginnings, by what sounds alike, by digits, and past a typing error; the best first."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, Q, QuerySet, Value, When
from django.forms import BaseForm
from django.http import Http404
from rapidfuzz import fuzz, process

from . import queries
from .folding import folded
from .models import Message, Person
from .rules import readable_phone

AT_MOST = 8  # as many as are read at a glance
CANDIDATES = 300  # ranked in memory; more than share one sound in a town of 50,000
ALIKE = 72  # of 100, as rapidfuzz counts; below it is another name
SHORTEST_PIECE = 3


def find_callers(user: Any, words: str, *, at_most: int = AT_MOST) -> list[Person]:
    """Persons this member of the desk may look up, the likeliest first; nothing for less than two characters."""
    words = " ".join(words.split())
    if len(words) < 2:
        return []
    persons = queries.persons_for(user)
    found = list(_spelled_so_first(queries.search_persons(persons, words), words)[:CANDIDATES])
    if not found:
        found = [
            p for p in persons.filter(_with_a_slip(words)).order_by()[:CANDIDATES] if _is_alike(words, p)
        ]
    return sorted(found, key=lambda person: _distance(words, person))[:at_most]


def chosen_caller(user: Any, wanted: str) -> Person | None:
    """The person chosen by primary key, None where nobody was; 404 for somebody this account may not look up."""
    if not wanted:
        return None
    found = queries.persons_for(user).filter(pk=wanted).first() if wanted.isdecimal() else None
    if found is None:
        raise Http404
    return found


def ways_of(person: Person) -> str:
    """What tells people of one name apart: phone, street, place, e-mail."""
    place = f"{person.postal_code} {person.city}".strip()
    return " · ".join(
        part for part in (readable_phone(person.phone), person.street, place, person.email) if part
    )


def open_matters(user: Any, person: Person | None) -> dict[str, Any]:
    """What waits for the caller, for `events/desk/beside.html`: messages, and calls and letters; nothing for nobody."""
    if person is None:
        return {"waiting_messages": [], "open_notifications": []}
    messages = queries.messages_for(user).filter(person=person, state=Message.State.WAITING)
    notifications = queries.notifications_for(user).filter(person=person, done_on=None)
    return {"waiting_messages": messages[:5], "open_notifications": notifications[:5]}


def newcomer_of(form: BaseForm | None) -> str:
    """The name of a person not yet known, in a form that was sent and came back; empty otherwise."""
    return form.data.get("name", "").strip() if form is not None and form.is_bound else ""


def _spelled_so_first(persons: QuerySet[Person], words: str) -> QuerySet[Person]:
    return persons.order_by(Case(When(folded__contains=folded(words), then=Value(0)), default=Value(1)), "pk")


def _distance(words: str, person: Person) -> tuple[int, float, str, int]:
    """How far the person is from what was typed: names that begin so come first, then the most similar."""
    typed, name = folded(words), folded(person.name)
    begins = all(any(part.startswith(word) for part in name.split()) for word in typed.split())
    return (0 if begins else 1, -fuzz.WRatio(typed, name), name, person.pk)


def _with_a_slip(words: str) -> Q:
    """Names that keep the first or the second half of every word: one wrong letter spoils one half only."""
    wanted = Q()
    for word in words.split():
        middle = len(word) // 2
        halves = [half for half in (word[:middle], word[middle:]) if len(half) >= SHORTEST_PIECE]
        if not halves:
            return Q(pk__in=[])
        either = Q()
        for half in halves:
            either |= Q(folded__contains=folded(half))
        wanted &= either
    return wanted


def _is_alike(words: str, person: Person) -> bool:
    return all(_best(word, folded(person.name).split()) >= ALIKE for word in folded(words).split())


def _best(word: str, parts: Iterable[str]) -> float:
    best = process.extractOne(word, list(parts), scorer=fuzz.ratio)
    return best[1] if best else 0.0
