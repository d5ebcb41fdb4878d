"""Registering in public: the form, and the page that says what happens next. One's own page is in
`own_views.py`."""

from collections.abc import Sequence
from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quartierwerk.core import clock, privacy
from quartierwerk.core.context import Link, breadcrumbs
from quartierwerk.core.rate_limits import RateLimit
from quartierwerk.core.templatetags.ui import content_lang
from quartierwerk.people.models import Channel
from quartierwerk.people.rules import channel_for

from .. import actions, queries, rules
from ..enums import Availability, State
from ..models import Event, Occurrence, Registration
from ..presentation import registration_url
from ..words import when
from ..words.whom_to_call import phone_for
from . import facts
from .forms import RegistrationForm, date_on

REGISTRATIONS_PER_HOUR = RateLimit("registrations", per_hour=60)
MOST_DATES = 20
_receipts = "events.receipt"


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """The form for everybody; 303 to what happens next, 422 with the reason on top, 429 after too many."""
    event = get_object_or_404(queries.public_events().select_related("venue", "contact"), slug=slug)
    dates = open_dates(event)
    if request.method != "POST":
        if reason := why_no_form(event, dates):
            return _page(request, event, dates, None, reason=reason)
        chosen = date_on(dates, request.GET.get("datum", ""))
        return _page(request, event, dates, RegistrationForm(event=event, dates=dates, chosen=chosen))
    form = RegistrationForm(request.POST, event=event, dates=dates)
    if not form.is_valid():
        return _page(request, event, dates, form, status=422)
    if REGISTRATIONS_PER_HOUR.is_exceeded(request):
        form.add_error(None, too_many())
        return _page(request, event, dates, form, status=429)
    try:
        registration = _register(event, form)
    except ValidationError as refused:
        form.add_error(None, refused)
        return _page(request, event, dates, form, status=422)
    return HttpResponseRedirect(_receipt_path(registration, form), status=303)


def too_many() -> str:
    return _(
        "Von Ihrem Anschluss kamen in der letzten Stunde sehr viele Anmeldungen. "
        "Bitte versuchen Sie es später noch einmal, oder rufen Sie uns an."
    )


def open_dates(event: Event) -> list[Occurrence]:
    """The next dates one can register for, where each has places of its own."""
    if not event.registers_by_date:
        return []
    now = clock.now()
    coming = queries.coming_dates(event, now)[: 3 * MOST_DATES]
    return [date for date in coming if not rules.why_not_open(event, now, date)][:MOST_DATES]


def why_no_form(event: Event, dates: Sequence[Occurrence]) -> str | None:
    """Why there is nothing to fill in; the action asks the same rules again."""
    now = clock.now()
    if event.registers_by_date:
        coming = queries.coming_dates(event, now).first() or event.occurrences.last()
        return None if dates else rules.why_not_open(event, now, coming)
    if reason := rules.why_not_open(event, now):
        return reason
    is_full = event.availability == Availability.NONE
    return rules.why_no_place(event, rules.Room(0, 0), 1) if is_full else None


def _register(event: Event, form: RegistrationForm) -> Registration:
    return actions.register(
        event=event,
        occurrence=form.occurrence,
        wish=form.wish,
        given=form.given,
        submission_key=form.submission_key,
        language=get_language() or "de",
    )


def _other(event: Event, date: Occurrence) -> dict[str, str]:
    return {"when": when.of(event, date), "url": registration_url(event, date)}


def _page(
    request: HttpRequest,
    event: Event,
    dates: Sequence[Occurrence],
    form: RegistrationForm | None,
    *,
    reason: str = "",
    status: int = 200,
) -> HttpResponse:
    refused = bool(form and form.non_field_errors())
    is_full = not event.registers_by_date and event.availability == Availability.NONE
    context = {
        "event": event,
        "form": form,
        "reason": reason,
        "other_dates": [_other(event, date) for date in dates] if refused or reason else [],
        "shows_way_on": refused or bool(reason),
        "goes_to_waiting_list": is_full and event.has_waiting_list and not refused,
        "only_german": content_lang(event.language) == "de" and bool(form and form.asks_in_own_words),
        "facts": facts.facts(event),
        "phone": phone_for(event),
        "privacy_text": privacy.hint("registrations"),
        "privacy_url": reverse("website:privacy"),
        "breadcrumbs": way_to(event, pgettext("Veranstaltung", "Anmelden")),
    }
    return _not_shared(request, render(request, "events/register.html", context, status=status))


def _not_shared(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What was typed is kept by nobody. The empty form may be kept by the visitor's browser alone, which shows it again
    after “Back” with the same key: whoever then sends it once more is not registered twice."""
    if request.method == "POST":
        add_never_cache_headers(response)
    else:
        patch_cache_control(response, private=True, no_cache=True)
    return response


def way_to(event: Event, here: str) -> list[Link]:
    return breadcrumbs(
        (_("Termine"), reverse("events:list")),
        Link(event.title, event.get_absolute_url(), lang=content_lang(event.language)),
        here,
    )


# ----------------------------------------------------------------------------------------------------- what happens next
def _receipt_path(registration: Registration, form: RegistrationForm) -> str:
    """The page after sending. It follows from what was typed alone, so it never tells who is known.

    It is not the person's own page: who typed an e-mail address proves by the link in the mail that it is theirs.
    """
    told: dict[str, Any] = {"code": registration.code, "way": channel_for(form.given).value}
    if registration.state == State.WAITING and not form.saw_it_full:
        told["sooner"] = True
    return reverse("events:registration_received", args=[signing.dumps(told, salt=_receipts)])


@never_cache
@require_safe
def received(request: HttpRequest, receipt: str) -> HttpResponse:
    """What happens next, by how the registration stands and the way somebody gave."""
    try:
        told = signing.loads(receipt, salt=_receipts)
    except signing.BadSignature as error:
        raise Http404 from error
    rows = Registration.objects.select_related("event__venue", "event__contact", "occurrence")
    registration = get_object_or_404(rows, code=told["code"])
    event, by_mail = registration.event, told["way"] == Channel.EMAIL
    context = {
        "registration": registration,
        "event": event,
        "until": when.moment(registration.expires_at),
        "to_confirm": registration.state == State.UNCONFIRMED,
        "is_registered": registration.state == State.CONFIRMED,
        "is_offered": registration.state == State.OFFERED,
        "is_waiting": registration.state == State.WAITING,
        "was_taken_meanwhile": told.get("sooner", False),
        "by_mail": by_mail,
        "by_phone": told["way"] == Channel.PHONE,
        "by_letter": told["way"] == Channel.LETTER,
        "nobody_can_tell": told["way"] == Channel.NONE,
        "own_path": "" if by_mail else registration.own_path,
        "facts": facts.facts(event, registration.occurrence),
        "phone": phone_for(event),
        "breadcrumbs": way_to(event, pgettext("Veranstaltung", "Anmelden")),
    }
    return private(render(request, "events/registration_received.html", context))


def private(response: HttpResponse) -> HttpResponse:
    """A page of one person: not found by searches, and its address is told to no other site.

    Not `no-referrer`: with it browsers send `Origin: null` with the forms of the page, which no check of origin takes.
    """
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    return response
