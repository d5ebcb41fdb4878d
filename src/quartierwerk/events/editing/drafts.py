"""From the desk to the editors' tools."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from ..enums import Stage
from ..models import Event


def drafts(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - whoever may not edit events is told there
    """The drafts among the events, for who may publish them."""
    return redirect(f"{reverse(Event.snippet_viewset.get_url_name('list'))}?stage={Stage.DRAFT}")
