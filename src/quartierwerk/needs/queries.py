"""Shared reads of needs. Fetching is authorising: what comes back may be seen by the user, anything else is 404."""

from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import get_language

from quartierwerk.places.locate import locate
from quartierwerk.places.models import District, Quarter

from .enums import CameBy, NoteKind, PhotoState, State
from .models import InternalNote, Need, Photo, StateWording
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
    districts, quarters = (
        model.objects.order_by().exclude(boundary__isnull=True).values("pk") for model in (District, Quarter)
    )
    return districts.union(quarters).exists()


def has_ground() -> bool:
    """Whether a map without a base map shows enough to find one's way: boundaries, or the points of several quarters."""
    points = Quarter.objects.public().exclude(latitude=None)
    return points.values("pk")[:LEAST_POINTS].count() == LEAST_POINTS or has_boundaries()


def open_question(need: Need) -> InternalNote | None:
    """What the team asked whoever said it, as long as nothing was added since."""
    last = need.notes.filter(kind__in=[NoteKind.QUESTION, NoteKind.ADDED]).last()
    return last if last is not None and last.kind == NoteKind.QUESTION else None
