"""Shared reads of needs. Fetching is authorising: what comes back may be seen by the user, anything else is 404."""

from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import get_language

from quartierwerk.core import audit
from quartierwerk.places.locate import locate
from quartierwerk.places.models import District, Quarter

from .enums import CameBy, PhotoState, State
from .models import Need, Photo, StateWording
from .permissions import may_moderate

LEAST_POINTS = 3


def public_needs() -> QuerySet[Need]:
    """What everybody may read, newest first."""
    return Need.objects.public().order_by("-published_at", "-pk")


def needs_for(user: Any) -> QuerySet[Need]:
    """Every need, for those who answer residents; for others what is public."""
    return Need.objects.all() if may_moderate(user) else public_needs()


def public_photos() -> Prefetch:
    return Prefetch("photos", queryset=Photo.objects.filter(state=PhotoState.SHOWN), to_attr="shown_photos")


def labels() -> dict[State, str]:
    """The town's words for every state in the reader's language, with one query."""
    said: dict[tuple[str, str], str] = {
        (wording.state, wording.language): wording.label for wording in StateWording.objects.all()
    }
    language = get_language() or "de"
    return {state: said.get((state, language)) or str(state.label) for state in State}


def counted_by_channel(needs: QuerySet[Need] | None = None) -> dict[CameBy, int]:
    """How many came by which way, of all needs or of those given; every channel is there, also with 0."""
    rows = (Need.objects.all() if needs is None else needs).order_by().values_list("came_by")
    counted = dict(rows.annotate(number=Count("pk")))
    return {way: counted.get(way.value, 0) for way in CameBy}


def where_is(latitude: float, longitude: float) -> tuple[Quarter | None, bool]:
    """The smallest quarter at a point (WGS 84, degrees), and whether the point lies outside of all boundaries."""
    found = locate(latitude, longitude)
    is_outside = found.district is None and not found.quarters and has_boundaries()
    return next(iter(found.quarters), None), is_outside


def has_boundaries() -> bool:
    """Without boundaries nobody knows what is outside."""
    return any(model.objects.exclude(boundary__isnull=True).exists() for model in (District, Quarter))


def has_ground() -> bool:
    """Whether a map without a base map shows enough to find one's way: boundaries, or the points of several quarters."""
    points = Quarter.objects.public().exclude(latitude=None)
    return points.values("pk")[:LEAST_POINTS].count() == LEAST_POINTS or has_boundaries()


def has_open_question(need: Need) -> bool:
    """Whether somebody was asked back and has not added anything since."""
    verbs = ("need asked back", "need words added")
    last = audit.entries_about(need).filter(verb__in=verbs).order_by("-at", "-pk").first()
    return last is not None and last.verb == "need asked back"
