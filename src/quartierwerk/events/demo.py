"""Events of a demo town: `towns/<town>/events.toml`. Past ones have their own day, samples one near today.

What is there already belongs to the editors and stays as it is. Nothing is mailed.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import override

from quartierwerk.core import clock
from quartierwerk.core.demo import TownFolder
from quartierwerk.news.models import NewsPage
from quartierwerk.people.models import Contact, Role, User
from quartierwerk.places.models import Quarter, Venue
from quartierwerk.topics.models import TopicPage

from . import actions
from .demo_registrations import load_registrations
from .enums import Stage
from .models import AgendaItem, Audience, Event, Feedback, Organiser, Question
from .series.recurrence import spans_of, zone
from .series.repetition import WEEKDAYS

NOON = time(12)
SAMPLE = "Dieser Termin ist ein Beispiel und erfunden."
# What stands in the file under the name of the field.
_PLAIN = (
    "slug", "title", "kind", "summary", "rule", "all_day", "place_name", "street", "postal_code", "city", "room",
    "price", "access_note", "offers_sign_language", "offers_captions", "offers_easy_language", "offers_childcare",
    "offers_lift", "offers_translation", "registration_mode", "registers_for", "capacity", "largest_party",
    "registration_how", "registration_note", "report", "attendance_told", "asks_feedback",
)  # fmt: skip


@transaction.atomic
def load(folder: TownFolder) -> None:
    """See `core.demo`."""
    given = folder.read("events")
    for row in given.get("audiences", []):
        Audience.objects.get_or_create(slug=row["slug"], defaults=row)
    known = set(Event.objects.values_list("slug", flat=True))
    with override("de"):
        for row in given.get("events", []):
            if row["slug"] not in known:
                _load(row, folder.name)


def _load(row: dict[str, Any], town: str) -> None:
    event = Event(**{name: row[name] for name in _PLAIN if name in row})
    event.is_sample = "day" not in row
    event.description = _described(row)
    event.starts_at, event.ends_at = _span(row)
    _fit_the_rule(event)
    event.venue = Venue.objects.filter(slug=row.get("venue", "")).first()
    event.contact = Contact.objects.filter(slug=row.get("contact", "")).first() or (
        Contact.objects.filter(is_main=True).first() if event.is_sample else None
    )
    _stand(event, row)
    event.audiences = Audience.objects.filter(slug__in=row.get("audiences", []))
    event.quarters = Quarter.objects.filter(slug__in=row.get("quarters", []))
    event.topics = TopicPage.objects.filter(slug__in=row.get("topics", []), locale__language_code="de")
    event.news = NewsPage.objects.filter(slug__in=row.get("news", []), locale__language_code="de")
    event.full_clean()
    event.save()
    _load_parts(event, row, town)
    actions.keep_dates(event=event)
    load_registrations(event, row.get("registrations", []))
    actions.refresh_availability(event=event)
    event.refresh_from_db()
    event.save_revision()


def _described(row: dict[str, Any]) -> str:
    text = row["description"].strip()
    return text if "day" in row else f"{SAMPLE}\n\n{text}"


def _day(row: dict[str, Any]) -> date:
    """Its own day, or one near today: `days` from today, or a `weekday` of the week `weeks` from this one."""
    if "day" in row:
        return row["day"]
    today = clock.today()
    if "days" in row:
        return today + timedelta(days=row["days"])
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=row["weeks"], days=WEEKDAYS.index(row["weekday"]))


def _span(row: dict[str, Any]) -> tuple[datetime, datetime | None]:
    day = _day(row)
    if row.get("all_day"):
        return _at(day, time.min), _at(day + timedelta(days=1), time.min)
    return _at(day, row["from"]), _at(day, row["to"]) if "to" in row else None


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, zone())


def _fit_the_rule(event: Event) -> None:
    """A series begins with the first date its rule has."""
    if event.rule:
        first = spans_of(event, today=clock.today())[0]
        event.starts_at, event.ends_at = first.starts_at, first.ends_at


def _stand(event: Event, row: dict[str, Any]) -> None:
    """Its stage, when it was announced, and what happened to it; here nobody is told of a move."""
    event.stage = Stage(row.get("stage", Stage.PUBLISHED))
    if event.stage != Stage.DRAFT:
        event.published_at = (
            _at(row["announced"], NOON) if "announced" in row else clock.now() - timedelta(days=20)
        )
    event.stage_reason = row.get("reason", "")
    if "moved_weeks" in row:
        event.moved_from = event.starts_at + timedelta(weeks=row["moved_weeks"])


def _load_parts(event: Event, row: dict[str, Any], town: str) -> None:
    for number, each in enumerate(row.get("organisers", [])):
        email = f"{Role(each['account'])}@{town}.example" if "account" in each else ""
        account = User.objects.filter(email=email).first() if email else None
        Organiser.objects.create(event=event, sort_order=number, name=each["name"], account=account)
    day = event.starts_at.astimezone(zone()).date()
    for number, each in enumerate(row.get("agenda", [])):
        AgendaItem.objects.create(
            event=event,
            sort_order=number,
            kind=each["kind"],
            title=each["title"],
            starts_at=_at(day, each["from"]),
            ends_at=_at(day, each["to"]),
            room=each.get("room", ""),
            people=each.get("people", ""),
            needs_choice=each.get("choice", False),
            capacity=each.get("capacity"),
        )
    for number, each in enumerate(row.get("questions", [])):
        Question.objects.create(
            event=event,
            sort_order=number,
            text=each["text"],
            kind=each["kind"],
            choices=each.get("choices", ""),
            is_personal=each["personal"],
        )
    for each in row.get("feedback", []):
        Feedback.objects.create(event=event, **each)
