"""Where the next dates appear: on the start page, on the pages of quarters, topics and fields of action."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.core import clock
from quartierwerk.people.models import Person
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import TopicPage

from .. import queries
from ..models import Occurrence
from ..permissions import may_register_others
from ..presentation import as_item
from ..queries import public_occurrences
from .filtering import about_topics
from .queries import coming, coming_in

SHOWN = 4
REGISTRATIONS_SHOWN = 20


def dates_of_town(request: HttpRequest) -> dict[str, Any] | None:  # noqa: ARG001 - the registry's shape
    """The next dates anywhere, or None."""
    return _section(coming(SHOWN, public_occurrences())) or None


def dates_of_quarter(request: HttpRequest, quarter: Quarter) -> dict[str, Any]:  # noqa: ARG001
    """The next dates of the quarter and of the whole town; says so kindly when there are none."""
    section = _section(coming_in(quarter, SHOWN), f"?quartier={quarter.slug}")
    return section or {
        "title": _("Nächste Termine"),
        "items": [],
        "none_text": _("Zurzeit ist hier kein Termin eingetragen."),
        "all_url": reverse("events:list"),
        "all_text": _("Alle Termine der Stadt"),
    }


def dates_of_topics(request: HttpRequest, topics: list[TopicPage]) -> dict[str, Any] | None:  # noqa: ARG001
    """The next dates about any of the topics, or None."""
    only = f"?thema={topics[0].slug}" if len(topics) == 1 else ""
    return _section(coming(SHOWN, about_topics(public_occurrences(), topics)), only) or None


def _section(dates: list[Occurrence], narrowed: str = "") -> dict[str, Any]:
    now = clock.now()
    items = [
        as_item(each, now, quarters=_("Ganze Stadt") if getattr(each, "is_for_all", False) else "")
        for each in dates
    ]
    if not items:
        return {}
    return {
        "title": _("Nächste Termine"),
        "items": [item | {"sheet": item["date"]} for item in items],
        "all_url": reverse("events:list") + narrowed,
        "all_text": _("Alle Termine"),
    }


def registrations_of_person(request: HttpRequest, person: Person) -> dict[str, Any]:
    """On the person's page of the desk: what they are or were registered for, the latest event first."""
    rows = queries.registrations_for(request.user).filter(person=person)
    may_register = may_register_others(request.user)
    return {
        "registrations": rows.order_by("-event__starts_at", "-pk")[:REGISTRATIONS_SHOWN],
        "register_url": f"{reverse('events:desk_register')}?person={person.pk}" if may_register else "",
    }
