from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def not_yet(request: HttpRequest, **parts: Any) -> HttpResponse:  # noqa: ARG001
    """Stands for a page that is being built; none of these is left when the capability is finished."""
    raise Http404
