"""Needs that somebody else has said already: by the words they share, weighed by rarity, and by how near they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from quartierwerk.core import clock
from quartierwerk.core.models import SearchEntry
from quartierwerk.places.models import Quarter

from ..enums import OPEN_STATES, State
from ..models import Need
from ..queries import public_needs
from . import nearness, semantic
from .nearness import Point
from .resemblance import Resemblance, candidates, compare, groups_of

NEAR = 400.0  # metres; within them also what shares few words is looked at
MOST_NEAR = 80
LATELY = timedelta(days=180)  # as long somebody may not know that it was answered
ENDED_AND_SHOWN = (State.DONE, State.NOT_POSSIBLE, State.NOT_OUR_REMIT)
ENOUGH = 0.14  # of the text's weight, nearness included; below it the resemblance is chance
SAME_QUARTER = 1.1
MOST_RANKED = 8  # what the optional `semantic` may put into another order
MOST_WORDS_TOLD = 4


@dataclass(frozen=True)
class Similar:
    """A public need, and why it is shown: sentences for the reader, in the reader's language."""

    need: Need
    because: list[str]


@dataclass(frozen=True)
class _Found:
    pk: int
    score: float
    words: tuple[str, ...]
    distance: float | None
    same_quarter: bool


def similar_to(
    title: str,
    text: str,
    *,
    latitude: float | None = None,
    longitude: float | None = None,
    quarter: Quarter | None = None,
    limit: int = 3,
) -> list[Similar]:
    """Public needs, open or ended lately, that may mean the same, most alike first; at most eight queries."""
    point = None if latitude is None or longitude is None else (latitude, longitude)
    groups = groups_of(title, text)
    if not groups:
        return []
    around = set(_around(point, quarter))
    entries = _entries(candidates(groups), around)
    if not entries:
        return []
    near = [entry for entry, need in entries.items() if need in around]
    resembling = compare(groups, entries, near)
    found = _ranked({entries[entry]: seen for entry, seen in resembling.items()}, point, quarter)
    if not found:
        return []
    chosen = [one for one in found if one.score >= ENOUGH][: max(limit, MOST_RANKED)]
    needs = _shown().select_related("quarter", "field").in_bulk([one.pk for one in chosen])
    chosen = semantic.in_order(f"{title}\n{text}", chosen, lambda one: _said(needs[one.pk]))
    return [Similar(needs[one.pk], _because(one)) for one in chosen[:limit]]


def _shown() -> QuerySet[Need]:
    """What may be shown: public, and open or ended lately."""
    ended_lately = Q(state__in=ENDED_AND_SHOWN, ended_at__gte=clock.now() - LATELY)
    return public_needs().filter(Q(state__in=OPEN_STATES) | ended_lately)


def _around(point: Point | None, quarter: Quarter | None) -> list[int]:
    """Keys of the needs next to a point, nearest first; without a point the newest of the quarter."""
    if point:
        latitude, longitude = point
        away = (F("latitude") - latitude) ** 2 + (F("longitude") - longitude) ** 2 * 0.4  # 0.63² at 51° north
        near = _shown().filter(nearness.around(point, NEAR)).order_by(away, "-pk")
    elif quarter:
        near = _shown().filter(quarter=quarter)
    else:
        return []
    return list(near.values_list("pk", flat=True)[:MOST_NEAR])


def _entries(by_words: list[int], around: set[int]) -> dict[int, int]:
    """Key of the entry in the search → key of the need."""
    kind = ContentType.objects.get_for_model(Need)
    entries = SearchEntry.objects.filter(content_type=kind).order_by()
    wanted = entries.filter(Q(pk__in=by_words) | Q(object_id__in=around))
    return dict(wanted.values_list("pk", "object_id"))


def _ranked(resembling: dict[int, Resemblance], point: Point | None, quarter: Quarter | None) -> list[_Found]:
    rows = _shown().filter(pk__in=resembling).order_by()
    found = []
    for pk, latitude, longitude, of_quarter in rows.values_list("pk", "latitude", "longitude", "quarter"):
        there = None if latitude is None or longitude is None else (latitude, longitude)
        distance = nearness.metres(point, there)
        same = quarter is not None and quarter.pk == of_quarter
        near = nearness.worth(distance) * (SAME_QUARTER if same and distance is None else 1.0)
        found.append(_Found(pk, resembling[pk].share * near, resembling[pk].words, distance, same))
    return sorted(found, key=lambda one: (-one.score, -one.pk))


def _said(need: Need) -> str:
    return f"{need.title}\n{need.text}"


def _because(found: _Found) -> list[str]:
    return list(_reasons(found))


def _reasons(found: _Found) -> Iterable[str]:
    words = ", ".join(f"„{word}“" for word in found.words[:MOST_WORDS_TOLD])
    yield _("Auch hier geht es um: %s") % words
    if found.distance is not None:
        yield nearness.in_words(found.distance)
    elif found.same_quarter:
        yield _("im selben Quartier")
