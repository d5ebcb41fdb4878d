"""On the page of an event: how to register."""

from typing import Any

from ..models import Event, Occurrence


def context(event: Event, occurrence: Occurrence | None) -> dict[str, Any]:  # noqa: ARG001
    """What `events/parts/registration.html` shows."""
    return {}
