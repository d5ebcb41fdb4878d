"""Where the newest needs appear: on the start page, on the pages of quarters, fields of action and their topics."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import FieldOfAction, TopicPage

from .. import queries
from ..enums import State
from ..models import Need, StateWording
from .items import as_item
from .orders import NEWEST
from .words import say_url

SHOWN = 4


def needs_of_town(request: HttpRequest) -> dict[str, Any] | None:  # noqa: ARG001 - the registry's shape
    """The newest anywhere, or None."""
    return _section()


def needs_of_quarter(request: HttpRequest, quarter: Quarter) -> dict[str, Any]:  # noqa: ARG001
    """The newest of the quarter; invites to be the first where there are none."""
    found = _section(f"quartier={quarter.slug}", quarter=[quarter.pk]) or {
        "items": [],
        "none_text": _("Hier hat noch niemand etwas gesagt."),
    }
    return found | {"title": _("Was sich hier ändern soll"), "say_url": say_url(quarter)}


def needs_of_field(request: HttpRequest, field: FieldOfAction) -> dict[str, Any] | None:  # noqa: ARG001
    return _section(f"feld={field.slug}", field=[field.pk])


def needs_of_topics(request: HttpRequest, topics: list[TopicPage]) -> dict[str, Any] | None:  # noqa: ARG001
    """The newest in the fields of action to which the topics belong, or None."""
    fields = {field.pk: field.slug for topic in topics for field in topic.field_list}
    if not fields:
        return None
    return _section(f"feld={next(iter(fields.values()))}" if len(fields) == 1 else "", field=list(fields))


def _section(narrowed: str = "", **having: list[int]) -> dict[str, Any] | None:
    needs = queries.public_needs().exclude(state=State.DUPLICATE)
    for name, keys in having.items():
        needs = needs.filter(**{f"{name}__in": keys})
    found = list(_told(NEWEST.of(needs))[:SHOWN])
    if not found:
        return None
    all_url = reverse("needs:list")
    return {
        "title": _("Was sich ändern soll"),
        "items": [as_item(need, _label(need)) for need in found],
        "all_url": f"{all_url}?{narrowed}" if narrowed else all_url,
        "say_url": say_url(),
    }


def _told(needs: QuerySet[Need]) -> QuerySet[Need]:
    """With quarter and the town's word for the state, in one query: pages that show this have many parts."""
    worded = StateWording.objects.filter(state=OuterRef("state"), language=get_language() or "de").order_by()
    told = needs.annotate(own_label=Subquery(worded.values("label")[:1])).select_related("quarter")
    return told.defer("quarter__boundary", "quarter__description")


def _label(need: Any) -> dict[State, str]:
    state = State(need.state)
    return {state: need.own_label or str(state.label)}
