"""The concerns of an event: the list on the desk, on a screen and on paper, and those that are said aloud."""

from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from quartierwerk.core import pdf
from quartierwerk.events.models import Event
from quartierwerk.events.queries import events_for
from quartierwerk.events.words import when

from .. import actions
from ..desk.views import for_moderation, steps
from . import queries
from .concerns_pdf import concerns_pdf
from .forms import ConcernForm
from .phone_views import shown_needs


@for_moderation
@require_http_methods(["GET", "HEAD", "POST"])
def concerns(request: HttpRequest, slug: str) -> HttpResponse:
    """All concerns of an event; POST takes down one that was said aloud."""
    event = _event(request, slug)
    form = ConcernForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            need = actions.voice_concern(
                event=event,
                said=form.said(),
                given=form.given,
                by=request.user,
                submission_key=form.cleaned_data["submission_key"],
            )
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            notices.success(request, _("Aufgenommen: %s") % need.reference)
            return redirect("needs:concerns", slug=slug)
    context = {
        "event": event,
        "when": when.of(event),
        "rows": shown_needs(queries.concerns_of(event).select_related("person")),
        "form": form,
        **steps(
            (_("Termine"), reverse("events:desk_events")),
            (event.title, reverse("events:desk_event", args=[event.pk])),
            _("Anliegen"),
        ),
    }
    return render(request, "needs/intake/concerns.html", context, status=422 if form.errors else 200)


@for_moderation
@require_safe
def screen(request: HttpRequest, slug: str) -> HttpResponse:
    """For the projector: what everybody may read, in large print, without names; it asks for new ones by itself."""
    event = _event(request, slug)
    context = {"event": event, "when": when.of(event), "concerns": _shown(event)}
    return render(request, "needs/intake/screen.html", context)


@for_moderation
@require_safe
def paper(request: HttpRequest, slug: str) -> HttpResponse:
    """For the folder of whoever visits: also what is not public yet, marked so; without names."""
    event = _event(request, slug)
    return pdf.answer(concerns_pdf(event), f"anliegen-{event.slug}.pdf")


def _event(request: HttpRequest, slug: str) -> Event:
    found: Event = get_object_or_404(events_for(request.user), slug=slug)
    return found


def _shown(event: Event) -> list[dict[str, Any]]:
    return [
        {"need": need, "state": queries.word_for_state(need) if need.answered_at else ""}
        for need in queries.public_concerns_of(event)
    ]
