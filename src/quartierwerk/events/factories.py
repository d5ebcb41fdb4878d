"""Test events with their dates, and registrations that came through the action."""

from datetime import datetime, timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from quartierwerk.core import clock
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Person

from . import actions
from .enums import CameBy, RegistrationMode, Stage
from .models import AgendaItem, Audience, Event, Question, Registration


def local(*parts: int) -> datetime:
    """An aware moment in the town's time: `local(2026, 10, 8, 16)`."""
    return timezone.make_aware(datetime(*parts))  # noqa: DTZ001 - made aware at once


def in_a_week() -> datetime:
    """At three in the afternoon, whatever o'clock the tests run."""
    day = clock.today() + timedelta(days=7)
    return local(day.year, day.month, day.day, 15)


class AudienceFactory(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Zielgruppe {n}")
    slug = factory.Sequence(lambda n: f"zielgruppe-{n}")

    class Meta:
        model = Audience


class AgendaItemFactory(DjangoModelFactory):
    title = factory.Sequence(lambda n: f"Programmpunkt {n}")

    class Meta:
        model = AgendaItem


class QuestionFactory(DjangoModelFactory):
    text = factory.Sequence(lambda n: f"Frage {n}?")

    class Meta:
        model = Question


_numbers = iter(range(1, 10**9))


def event(
    title: str = "Nachbarschaftscafé",
    *,
    stage: str = Stage.PUBLISHED,
    quarters: list | None = None,
    topics: list | None = None,
    audiences: list | None = None,
    **values: Any,
) -> Event:
    """A public event in a week, two hours long, with its dates; `capacity` makes it one with registration."""
    start = values.pop("starts_at", None) or in_a_week()
    values = {"slug": f"termin-{next(_numbers)}", "summary": f"Alles über: {title}", **values}
    if "capacity" in values:
        values.setdefault("registration_mode", RegistrationMode.REQUIRED)
    made = Event(
        title=title,
        stage=stage,
        starts_at=start,
        ends_at=values.pop("ends_at", start + timedelta(hours=2)),
        published_at=None if stage == Stage.DRAFT else clock.now(),
        **values,
    )
    made.quarters, made.topics, made.audiences = quarters or [], topics or [], audiences or []
    made.full_clean()
    made.save()
    actions.keep_dates(event=made)
    return made


def registration(of: Event, *, person: Person | None = None, size: int = 1, **values: Any) -> Registration:
    """Somebody who called and was registered; on the waiting list where the event is full."""
    return actions.register(
        event=of,
        person=person or PersonFactory(called=True),
        wish=values.pop("wish", actions.Wish(party_size=size)),
        came_by=values.pop("came_by", CameBy.PHONE),
        **values,
    )
