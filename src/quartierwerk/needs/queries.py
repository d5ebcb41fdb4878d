"""Shared reads of needs. Fetching is authorising: what comes back may be seen by the user, anything else is 404."""

from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import get_language

from quartierwerk.core.models import Town
from quartierwerk.places.locate import locate
from quartierwerk.places.measures import kilometres
from quartierwerk.places.models import District, Quarter

from .enums import CameBy, NoteKind, PhotoState, State
from .models import InternalNote, Need, Photo, StateWording
from .permissions import may_moderate

LEAST_POINTS = 3
FARTHEST = 15.0  # kilometres from the middle of the town, for a town without boundaries


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
    """The smallest quarter at a point (WGS 84, degrees), and whether the point lies outside of all boundaries.

    Without boundaries it is outside where it is far from the middle of the town.
    """
    found = locate(latitude, longitude)
    is_nowhere = found.district is None and not found.quarters
    is_outside = is_nowhere and (has_boundaries() or _is_far(latitude, longitude))
    return next(iter(found.quarters), None), is_outside


def _is_far(latitude: float, longitude: float) -> bool:
    """From the middle of the town, else from the point of every quarter; where neither is known nothing is far."""
    known = _middles()
    return bool(known) and all(kilometres((latitude, longitude), point) > FARTHEST for point in known)


def _middles() -> list[tuple[float, float]]:
    town = Town.load()
    if town.centre_latitude is not None and town.centre_longitude is not None:
        return [(town.centre_latitude, town.centre_longitude)]
    points = Quarter.objects.public().order_by().values_list("latitude", "longitude")
    return [(north, east) for north, east in points if north is not None and east is not None]


def has_boundaries() -> bool:
    """Whether any boundary tells what is outside."""
    districts, quarters = (
        model.objects.order_by().exclude(boundary__isnull=True).values("pk") for model in (District, Quarter)
    )
    return districts.union(quarters).exists()


def has_ground() -> bool:
    """Whether a map without a base map shows enough to find one's way: boundaries, or the points of several quarters."""
    points = Quarter.objects.public().exclude(latitude=None)
    return points.values("pk")[:LEAST_POINTS].count() == LEAST_POINTS or has_boundaries()


def added_words(need: Need) -> list[InternalNote]:
    """What whoever said it added or answered later, oldest first; for the team and for them alone."""
    return list(need.notes.filter(kind__in=[NoteKind.ADDED, NoteKind.SOLVED]))


def open_question(need: Need) -> InternalNote | None:
    """What the team asked whoever said it, as long as nothing was added since."""
    last = need.notes.filter(kind__in=[NoteKind.QUESTION, NoteKind.ADDED]).last()
    return last if last is not None and last.kind == NoteKind.QUESTION else None
