"""The page of an event as readers would see it, before anything is kept."""

from datetime import timedelta
from uuid import uuid4

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import resolve

from quartierwerk.core import clock

from .. import actions
from ..enums import Stage
from ..models import Event


def serve(event: Event, request: HttpRequest) -> HttpResponse:
    """Write the event with its dates, answer its real page, and take everything back."""
    with transaction.atomic():
        page = _page(_completed(event), request)
        transaction.set_rollback(True)
    return page


def _page(event: Event, request: HttpRequest) -> HttpResponse:
    event.save()
    actions.keep_dates(event=event)
    view, args, kwargs = resolve(event.get_absolute_url())
    response = view(request, *args, **kwargs)
    if hasattr(response, "render"):
        response.render()
    return response


def _completed(event: Event) -> Event:
    """A draft is shown as if it were published now; what nobody typed yet gets something to stand for it."""
    if event.stage == Stage.DRAFT:
        event.stage, event.published_at = Stage.PUBLISHED, clock.now()
    event.slug = event.slug or f"vorschau-{uuid4().hex}"
    event.starts_at = event.starts_at or clock.now() + timedelta(days=7)
    return event
