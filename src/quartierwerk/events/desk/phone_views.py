"""The phone desk: one screen on which staff register whoever calls, writes or comes by."""

from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from quartierwerk.core.context import breadcrumbs
from quartierwerk.people import queries as people_queries
from quartierwerk.people.callers import chosen_caller, find_callers, newcomer_of, open_matters, ways_of
from quartierwerk.people.desk_views import for_residents, only
from quartierwerk.people.models import Channel, Notification, Person
from quartierwerk.people.permissions import may_answer_residents

from .. import actions, codes, queries
from ..enums import CameBy, RegistrationMode, State, Told
from ..models import Registration
from ..permissions import may_register_others
from . import queries as desk_queries
from .forms import CallerForm
from .queries import Offer
from .views import way_to_desk

for_registering = only(may_register_others)


@for_registering
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """GET chooses caller and event in steps (`person`, `termin`); POST registers, 422 keeps what was typed."""
    person, offer = chosen_caller(request.user, _given(request, "person")), _chosen_offer(request)
    form = _form(request, person, offer) if offer and _takes(request, offer) else None
    if form is not None and form.is_bound and form.is_valid():
        assert offer is not None  # noqa: S101 - a form belongs to an event
        try:
            done = actions.register_caller(
                event=offer.event,
                occurrence=queries.pool_of(offer.event, offer.date),
                by=request.user,
                **form.said,
            )
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            return redirect(f"{reverse('events:desk_register')}?{urlencode({'fertig': done.pk})}")
    return _page(request, person, offer, form)


@for_residents
@require_safe
def find_person(request: HttpRequest) -> JsonResponse:
    """For search while typing: {"results": [{"id", "title", "detail"}]}, the likeliest first."""
    found = find_callers(request.user, request.GET.get("q", "")[:80])
    return JsonResponse(
        {"results": [{"id": str(p.pk), "title": p.name, "detail": ways_of(p)} for p in found]}
    )


@for_registering
@require_safe
def find_event(request: HttpRequest) -> JsonResponse:
    """For search while typing: {"results": [{"id", "title", "detail"}], "more": sentence}, the next date first."""
    found, more = _offers(request.user, request.GET.get("q", "")[:80])
    results = [{"id": o.key, "title": o.event.title, "detail": f"{o.when} · {_free(o)}"} for o in found]
    return JsonResponse({"results": results, "more": more})


def _offers(user: Any, words: str) -> tuple[list[Offer], str]:
    """What is shown, and the sentence where there is more than that."""
    found = desk_queries.offers(user, words, at_most=desk_queries.AT_MOST + 1)
    is_more = len(found) > desk_queries.AT_MOST
    more = _("Es gibt noch mehr. Schreiben Sie Titel, Ort oder Tag dazu.") if is_more else ""
    return found[: desk_queries.AT_MOST], more


def _page(
    request: HttpRequest, person: Person | None, offer: Offer | None, form: CallerForm | None
) -> HttpResponse:
    words, about = request.GET.get("q", "")[:80], request.GET.get("wofuer", "")[:80]
    searches = may_answer_residents(request.user)
    found = find_callers(request.user, words) if words and searches and not person else []
    beside, done = {"termin": offer.key if offer else "", "weg": _came_by(request)}, _done(request)
    offers, more = ([], "") if offer else _offers(request.user, about)
    context = {
        "may_search": searches,
        "words": words,
        "about": about,
        "found": [{"person": p, "ways": ways_of(p)} for p in found],
        "nobody_found": bool(words) and searches and not person and not found,
        "offers": [_shown(o) for o in offers],
        "more_offers": more,
        "caller": person,
        "newcomer": "" if person else newcomer_of(form),
        "caller_ways": ways_of(person) if person else "",
        "offer": _shown(offer) if offer else None,
        "form": form,
        "done": done,
        "after": "ergebnis" if done else "",
        "takes_focus": not offer,
        "kept_beside": beside,
        "rest": urlencode(beside),
        "by_letter": _came_by(request) == CameBy.LETTER,
        "kept": {"person": person.pk if person else "", **beside},
        **_beside(request, person, offer),
        "breadcrumbs": breadcrumbs(
            *way_to_desk(request),
            (_("Termine"), reverse("events:desk_events")),
            _("Anmeldung aufnehmen"),
        ),
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "events/desk/register.html", context, status=status)


def _form(request: HttpRequest, person: Person | None, offer: Offer) -> CallerForm:
    by_date = offer.event.registers_by_date
    by_letter = _came_by(request) == CameBy.LETTER
    words = request.GET.get("q", "")
    is_number = any(c.isdigit() for c in words)
    initial = {
        "came_by": _came_by(request),
        "told": Told.BY_LETTER if by_letter else Told.NOW,
        "phone" if is_number else "name": words,
    }
    return CallerForm(
        request.POST if request.method == "POST" else None,
        event=offer.event,
        occurrence=offer.date if by_date else None,
        person=person,
        initial=initial,
    )


def _takes(request: HttpRequest, offer: Offer) -> bool:
    """Whether there is something to fill in; what was sent stays, and the action gives the reason."""
    return offer.event.takes_registrations or request.method == "POST"


def _came_by(request: HttpRequest) -> str:
    way = request.GET.get("weg", "")
    return way if way in CameBy.values and way not in (CameBy.FORM, CameBy.WALK_IN) else CameBy.PHONE.value


def _chosen_offer(request: HttpRequest) -> Offer | None:
    """None where nothing was chosen, or what nobody can be registered for; then the page says so.

    A form that was sent keeps its event whatever happened to it meanwhile: the action gives the reason.
    """
    wanted = _given(request, "termin")
    found = desk_queries.offer(request.user, wanted, also_closed=request.method == "POST")
    if wanted and not found:
        notices.warning(request, _("Dafür kann zurzeit niemand angemeldet werden. Bitte wählen Sie neu."))
    return found


def _given(request: HttpRequest, name: str) -> str:
    return (request.POST if request.method == "POST" else request.GET).get(name, "")


def _beside(request: HttpRequest, person: Person | None, offer: Offer | None) -> dict[str, Any]:
    """What else the desk knows of the caller: registrations, waiting messages, open calls and letters."""
    if person is None:
        return {"registrations": [], "already": None, **open_matters(request.user, None)}
    registrations = list(desk_queries.registrations_of(request.user, person)[:10])
    return {
        "registrations": registrations,
        "already": next((r for r in registrations if offer and _is_for(r, offer)), None),
        **open_matters(request.user, person),
    }


def _is_for(registration: Registration, offer: Offer) -> bool:
    same_date = registration.occurrence_id in (None, offer.date.pk)
    return registration.is_active and registration.event_id == offer.event.pk and same_date


def _done(request: HttpRequest) -> dict[str, Any] | None:
    """The registration that was just taken, with its code to read aloud."""
    wanted = request.GET.get("fertig", "")
    found = queries.registrations_for(request.user).filter(pk=wanted).first() if wanted.isdecimal() else None
    if found is None:
        return None
    searches = may_answer_residents(request.user)
    return {
        "registration": found,
        "due": _due(request, found),
        "code": found.shown_code,
        "spelled": codes.spelled(found.code),
        "place": queries.waiting_before(found).count() + 1 if found.state == State.WAITING else None,
        "maybe_same": people_queries.maybe_same(found.person)[:3] if found.person and searches else [],
    }


def _due(request: HttpRequest, registration: Registration) -> Notification | None:
    """The letter or call about it that is still to be done, where this account may see it."""
    open_ones = people_queries.notifications_for(request.user).filter(
        about_type__app_label="events",
        about_type__model="registration",
        about_id=registration.pk,
        done_on=None,
    )
    return open_ones.filter(channel__in=[Channel.LETTER, Channel.PHONE, Channel.TRUSTED]).last()


def _shown(offer: Offer) -> dict[str, Any]:
    return {
        "key": offer.key,
        "title": offer.event.title,
        "when": offer.when,
        "free": _free(offer),
        "is_full": offer.is_full,
        "has_waiting_list": offer.event.has_waiting_list,
        "note": offer.event.registration_note,
        "elsewhere": offer.event.registration_how if offer.event.is_registered_elsewhere else "",
    }


def _free(offer: Offer) -> str:
    if offer.event.is_registered_elsewhere:
        return str(RegistrationMode.ELSEWHERE.label)
    if offer.numbers.waiting:
        return _("ausgebucht, auf der Warteliste: %d") % offer.numbers.waiting
    if offer.left is None:
        return _("Plätze ohne Grenze, angemeldet: %d") % offer.numbers.taken
    if offer.left == 0:
        return _("ausgebucht")
    return _("%(left)d von %(all)d Plätzen frei") % {"left": offer.left, "all": offer.event.capacity}
