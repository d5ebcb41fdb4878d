"""How was it? Three questions after an event, for everybody and without a name."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from quartierwerk.core import clock
from quartierwerk.core.context import Link, breadcrumbs
from quartierwerk.core.rate_limits import RateLimit
from quartierwerk.core.templatetags.ui import content_lang

from .. import actions, queries
from ..models import Event, Occurrence
from ..rules import feedback as feedback_rules
from ..words import when
from . import queries as feedback_queries
from .forms import FeedbackForm

FEEDBACK_PER_HOUR = RateLimit("feedback", per_hour=60)  # a whole room may answer through one connection


@cache_control(
    private=True, no_cache=True
)  # going back shows the form that was sent: the same answers are kept once
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; before the event is over, the reason why there is none yet."""
    event = get_object_or_404(queries.public_events(), slug=slug)
    first = feedback_queries.first_held_date(event)
    reason = feedback_rules.why_no_feedback(event, first, clock.now())
    if request.method != "POST":
        return _page(request, event, first, FeedbackForm(), reason=reason)
    form = FeedbackForm(request.POST)
    if reason or not form.is_valid():
        return _page(request, event, first, form, reason=reason, status=422)
    if FEEDBACK_PER_HOUR.is_exceeded(request):
        form.add_error(
            None, _("Von Ihrem Anschluss kamen sehr viele Rückmeldungen. Bitte versuchen Sie es später.")
        )
        return _page(request, event, first, form, status=429)
    try:
        actions.give_feedback(event=event, submission_key=form.submission_key, **form.words())
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _page(request, event, first, form, status=422)
    return HttpResponseRedirect(reverse("events:feedback_thanks", args=[event.slug]), status=303)


@require_safe
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """The same page for everybody."""
    event = get_object_or_404(queries.public_events(), slug=slug)
    return render(request, "events/feedback_thanks.html", _frame(event))


def _page(
    request: HttpRequest,
    event: Event,
    first: Occurrence | None,
    form: FeedbackForm,
    *,
    reason: str | None = None,
    status: int = 200,
) -> HttpResponse:
    told = when.of(event, first) if first and not event.is_series else ""
    context = {**_frame(event), "form": form, "reason": reason, "when": told}
    return render(request, "events/feedback.html", context, status=status)


def _frame(event: Event) -> dict[str, Any]:
    lang = content_lang(event.language)
    way = Link(event.title, event.get_absolute_url(), lang=lang)
    return {
        "event": event,
        "content_lang": lang,
        "breadcrumbs": breadcrumbs((_("Termine"), reverse("events:list")), way, _("Rückmeldung")),
    }
