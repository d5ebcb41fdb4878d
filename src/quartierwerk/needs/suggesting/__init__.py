"""What a text is about, and which needs say nearly the same."""

from dataclasses import dataclass

from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import FieldOfAction

from ..models import Need


@dataclass(frozen=True)
class Suggestion:
    """A field of action; `because` are the words of the text that led to it."""

    field: FieldOfAction
    because: list[str]


@dataclass(frozen=True)
class Similar:
    """A public need that may be the same; `because` says why in words."""

    need: Need
    because: list[str]


def fields_for(title: str, text: str) -> list[Suggestion]:  # noqa: ARG001 - nothing is suggested yet
    return []


def similar_to(
    title: str,  # noqa: ARG001
    text: str,  # noqa: ARG001
    *,
    latitude: float | None = None,  # noqa: ARG001
    longitude: float | None = None,  # noqa: ARG001
    quarter: Quarter | None = None,  # noqa: ARG001
    limit: int = 3,  # noqa: ARG001
) -> list[Similar]:
    return []
