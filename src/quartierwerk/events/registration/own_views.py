"""The page of one registration, reached by its signed link: see, confirm, change, cancel, take it along as PDF.

Showing changes nothing: programs that open links in mails confirm nothing. Every verb is a POST.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quartierwerk.core import clock, privacy
from quartierwerk.core.models import Town
from quartierwerk.core.templatetags.ui import in_language

from .. import actions, queries, rules
from ..enums import State
from ..event_page import calendar_links
from ..models import Event, Occurrence, Registration
from ..words import when
from ..words.whom_to_call import phone_for
from . import facts, tickets
from .forms import CancelForm, ChangeForm
from .views import open_dates, private, way_to, why_no_form

View = Callable[..., HttpResponse]


def by_own_link(view: View) -> View:
    """Fetching is authorising: the signed link names the registration; another one gets a page that helps on."""

    @never_cache
    @wraps(view)
    def found(request: HttpRequest, token: str) -> HttpResponse:
        registration = queries.own_registration(token)
        if registration is None:
            town = Town.load()
            return private(render(request, "events/registration_unknown.html", {"town": town}, status=404))
        return private(view(request, registration))

    return found


@require_safe
@by_own_link
def registration(request: HttpRequest, registration: Registration) -> HttpResponse:
    return _page(request, registration)


@require_POST
@by_own_link
def confirm(request: HttpRequest, registration: Registration) -> HttpResponse:
    """The e-mail address is theirs, or they take the place that was offered."""
    try:
        actions.confirm_registration(registration=registration)
    except ValidationError as refused:
        if not _is_now(registration, State.CONFIRMED):
            return _page(request, registration, refused=refused.messages, status=422)
    return HttpResponseRedirect(registration.own_path, status=303)


@require_http_methods(["GET", "HEAD", "POST"])
@by_own_link
def change(request: HttpRequest, registration: Registration) -> HttpResponse:
    if reason := rules.why_not_changeable(registration, clock.now()):
        return _page(request, registration, refused=[reason], status=422)
    form = ChangeForm(request.POST if request.method == "POST" else None, registration=registration)
    if request.method != "POST":
        return _change_page(request, registration, form)
    if form.is_valid():
        try:
            actions.change_registration(registration=registration, wish=form.wish)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            return HttpResponseRedirect(f"{registration.own_path}?geaendert", status=303)
    return _change_page(request, registration, form, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@by_own_link
def cancel(request: HttpRequest, registration: Registration) -> HttpResponse:
    if reason := rules.why_not_cancellable(registration, clock.now()):
        if request.method == "POST" and registration.state == State.CANCELLED:
            return HttpResponseRedirect(registration.own_path, status=303)
        return _page(request, registration, refused=[reason], status=422)
    form = CancelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.cancel_registration(registration=registration, reason=form.cleaned_data["reason"])
        except ValidationError as refused:
            if not _is_now(registration, State.CANCELLED):
                return _page(request, registration, refused=refused.messages, status=422)
        return HttpResponseRedirect(registration.own_path, status=303)
    event = registration.event
    context = {
        "registration": registration,
        "event": event,
        "form": form,
        "facts": facts.facts(event, registration.occurrence),
        "breadcrumbs": way_to(event, _("Absagen")),
    }
    return render(request, "events/registration_cancel.html", context, status=422 if form.errors else 200)


@require_safe
@by_own_link
def confirmation(request: HttpRequest, registration: Registration) -> HttpResponse:
    """The confirmation as PDF; there is none before the place is firm, nor once the event is cancelled."""
    if registration.state != State.CONFIRMED or rules.is_off(registration):
        return _page(request, registration, status=404)
    name = _("anmeldung-%s.pdf") % registration.code
    return HttpResponse(
        tickets.confirmation_pdf(registration),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _is_now(registration: Registration, state: State) -> bool:
    """Whether a button pressed twice has already done what was wanted."""
    registration.refresh_from_db(fields=["state"])
    return registration.state == state


def _change_page(
    request: HttpRequest, registration: Registration, form: ChangeForm, status: int = 200
) -> HttpResponse:
    event = registration.event
    context = {
        "registration": registration,
        "event": event,
        "form": form,
        "phone": phone_for(event),
        "privacy_text": privacy.hint("registrations"),
        "breadcrumbs": way_to(event, _("Anmeldung ändern")),
    }
    return render(request, "events/registration_change.html", context, status=status)


def _page(
    request: HttpRequest, registration: Registration, *, refused: list[str] | None = None, status: int = 200
) -> HttpResponse:
    if refused:  # by how it stands now, which may differ from what was read before
        registration.refresh_from_db(fields=["state", "expires_at"])
    event, occurrence = registration.event, registration.occurrence
    context = {
        "registration": registration,
        "event": event,
        "refused": refused or [],
        "was_changed": "geaendert" in request.GET,
        "facts": facts.facts(event, occurrence, online=registration.state == State.CONFIRMED),
        "choices": facts.own_choices(registration),
        "history": facts.done_by_team(registration),
        "phone": phone_for(event),
        "calendar_url": calendar_links.file_url(event, occurrence),
        "breadcrumbs": way_to(event, _("Ihre Anmeldung")),
        **_standing(registration),
    }
    return render(request, "events/registration.html", context, status=status)


def _standing(registration: Registration) -> dict[str, Any]:
    """How it stands and what can be done, as named booleans."""
    now, event, state = clock.now(), registration.event, registration.state
    occurrence = registration.occurrence
    is_off = rules.is_off(registration)
    is_firm = state == State.CONFIRMED
    return {
        "to_confirm": state == State.UNCONFIRMED,
        "is_firm": is_firm,
        "is_waiting": state == State.WAITING,
        "is_offered": state == State.OFFERED,
        "is_cancelled": state == State.CANCELLED,
        "has_lapsed": state == State.LAPSED,
        "until": when.moment(registration.expires_at),
        "can_confirm": not rules.why_not_confirmable(registration, now),
        "can_change": not is_off and not rules.why_not_changeable(registration, now),
        "can_cancel": not is_off and not rules.why_not_cancellable(registration, now),
        "can_begin_anew": registration.is_ended and not why_no_form(event, open_dates(event)),
        "ahead": queries.waiting_before(registration).count() if state == State.WAITING else 0,
        "event_is_off": is_off,
        "off_reason": in_language(_off_reason(event, occurrence), event.language),
        "event_was_moved": rules.is_moved(event, occurrence) and not is_off,
        "moved_reason": in_language(event.stage_reason, event.language),
        "qr": tickets.qr_svg(registration) if is_firm and not is_off else "",
    }


def _off_reason(event: Event, occurrence: Occurrence | None) -> str:
    return (occurrence.reason if occurrence and occurrence.is_cancelled else "") or event.stage_reason
