"""Where the newest needs appear: on the start page, on the pages of quarters, fields of action and their topics."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import FieldOfAction, TopicPage

from .. import queries
from ..enums import State
from .items import as_item
from .orders import NEWEST, records

SHOWN = 4


def needs_of_town(request: HttpRequest) -> dict[str, Any] | None:  # noqa: ARG001 - the registry's shape
    """The newest anywhere, or None."""
    return _section("")


def needs_of_quarter(request: HttpRequest, quarter: Quarter) -> dict[str, Any]:  # noqa: ARG001
    """The newest of the quarter; invites to be the first where there are none."""
    return _section(f"quartier={quarter.slug}", quarter=[quarter.pk]) or {
        "title": _("Was sich hier ändern soll"),
        "items": [],
        "none_text": _("Hier hat noch niemand etwas gesagt."),
        "say_url": reverse("needs:say"),
    }


def needs_of_field(request: HttpRequest, field: FieldOfAction) -> dict[str, Any] | None:  # noqa: ARG001
    return _section(f"feld={field.slug}", field=[field.pk])


def needs_of_topics(request: HttpRequest, topics: list[TopicPage]) -> dict[str, Any] | None:  # noqa: ARG001
    """The newest in the fields of action to which the topics belong, or None."""
    through = TopicPage.fields_of_action.through.objects.filter(topicpage__in=topics)
    fields = dict(through.order_by("fieldofaction").values_list("fieldofaction", "fieldofaction__slug"))
    if not fields:
        return None
    return _section(f"feld={next(iter(fields.values()))}" if len(fields) == 1 else "", field=list(fields))


def _section(narrowed: str, **having: list[int]) -> dict[str, Any] | None:
    needs = queries.public_needs().exclude(state=State.DUPLICATE)
    for name, keys in having.items():
        needs = needs.filter(**{f"{name}__in": keys})
    keys = list(NEWEST.of(needs).values_list("pk", flat=True)[:SHOWN])
    if not keys:
        return None
    all_url = reverse("needs:list")
    labels = queries.labels()
    return {
        "title": _("Was sich ändern soll") if "quarter" not in having else _("Was sich hier ändern soll"),
        "items": [as_item(need, labels) for need in records(keys)],
        "all_url": f"{all_url}?{narrowed}" if narrowed else all_url,
        "say_url": reverse("needs:say"),
    }
