"""Needs that may be about the same, as `suggesting` finds them."""

from typing import Any

from ..models import Need

MOST = 5


def similar_to(need: Need) -> list[Any]:
    """Public needs that look alike, the likeliest first, without itself: each with `need` and `because` (sentences)."""
    try:
        from ..suggesting import similar_to as found
    except ImportError:  # until that part is merged
        return []
    alike = found(
        need.title,
        need.text,
        latitude=need.latitude,
        longitude=need.longitude,
        quarter=need.quarter,
        limit=MOST + 1,
    )
    return [one for one in alike if one.need.pk != need.pk][:MOST]
