"""What others do with a need, on its page."""

from typing import Any

from django.http import HttpRequest

from ..models import Need


def context(request: HttpRequest, need: Need) -> dict[str, Any]:  # noqa: ARG001
    """Context of `needs/together/parts.html`."""
    return {}
