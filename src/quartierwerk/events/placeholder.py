"""Stands in until each part has its own view; gone before the issue ends."""

from django.http import Http404, HttpRequest, HttpResponse


def soon(request: HttpRequest, **kwargs: object) -> HttpResponse:  # noqa: ARG001
    raise Http404
