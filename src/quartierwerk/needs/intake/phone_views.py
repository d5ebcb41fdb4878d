"""The phone desk: one screen on which staff take down what somebody says by telephone, face to face or in a letter."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from quartierwerk.events import codes
from quartierwerk.events.desk import queries as event_queries
from quartierwerk.people import queries as people_queries
from quartierwerk.people.callers import chosen_caller, find_callers, newcomer_of, open_matters, ways_of
from quartierwerk.people.models import Person

from .. import actions
from ..desk.views import for_moderation, steps, the_list
from ..enums import CameBy
from ..models import Need
from ..queries import labels, needs_for, public_needs
from ..say.looking_over import LookedOver, look_over, told_before
from ..say.views import typed_similar
from . import queries
from .forms import TAKEN_BY_STAFF, TakenNeedForm


@for_moderation
@require_http_methods(["GET", "HEAD", "POST"])
def desk_say(request: HttpRequest) -> HttpResponse:
    """GET finds the person (`person`, `q`); POST takes it down, 422 keeps what was typed and points out what to look at."""
    person = chosen_caller(request.user, _given(request, "person"))
    form = _form(request, person)
    if form.is_bound and form.is_valid():
        told = told_before(request.POST)
        over = look_over(form, told)
        if over.is_new_to(told):
            return _page(request, person, form, over)
        try:
            need = actions.take_need(by=request.user, **form.taken)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            return _done_with(fertig=need.reference)
    return _page(request, person, form)


@for_moderation
@require_POST
def desk_similar(request: HttpRequest) -> HttpResponse:
    """A part of the page: needs that may say the same, while staff type."""
    return render(request, "needs/intake/hints.html", {"similar": typed_similar(request)})


@for_moderation
@require_POST
def desk_support(request: HttpRequest, reference: str) -> HttpResponse:
    """It concerns the caller, too: counted there, instead of said a second time. 422 keeps what was typed."""
    need = get_object_or_404(public_needs(), reference=reference)
    person = chosen_caller(request.user, _given(request, "person"))
    form = _form(request, person)
    if form.is_valid():
        key = form.cleaned_data["submission_key"]
        try:
            counted = actions.support_for(need=need, by=request.user, submission_key=key, **form.who)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            return _done_with(fertig=need.reference, dabei=counted.person_id or "")
    return _page(request, person, form)


def _done_with(**what: Any) -> HttpResponse:
    return redirect(f"{reverse('needs:desk_say')}?{urlencode(what)}")


def _form(request: HttpRequest, person: Person | None) -> TakenNeedForm:
    words, slug = request.GET.get("q", "")[:80], request.GET.get("termin", "")
    event = queries.events_to_speak_at().filter(slug=slug).first() if slug else None
    initial = {
        "came_by": CameBy.EVENT if event else _came_by(request),
        "event": event,
        "phone" if any(c.isdigit() for c in words) else "name": words,
    }
    is_sent = request.method == "POST"
    return TakenNeedForm(
        request.POST if is_sent else None,
        files=request.FILES if is_sent else None,
        person=person,
        initial=initial,
    )


def _page(
    request: HttpRequest, person: Person | None, form: TakenNeedForm, over: LookedOver | None = None
) -> HttpResponse:
    words = request.GET.get("q", "")[:80]
    found = find_callers(request.user, words) if words and not person else []
    beside = {"weg": _came_by(request), "termin": request.GET.get("termin", "")}
    done = _done(request)
    context = {
        "may_search": True,
        "words": words,
        "found": [{"person": each, "ways": ways_of(each)} for each in found],
        "nobody_found": bool(words) and not person and not found,
        "caller": person,
        "newcomer": "" if person else newcomer_of(form),
        "caller_ways": ways_of(person) if person else "",
        "form": form,
        "over": over,
        "done": done,
        "after": "ergebnis" if done else "",
        "takes_focus": not person and not form.is_bound,
        "chosen": person.pk if person else "",
        "kept": beside,
        "rest": urlencode(beside),
        **_beside(request, person),
        **steps(the_list(), _("Handlungsbedarf aufnehmen")),
    }
    return render(request, "needs/intake/phone.html", context, status=422 if form.errors or over else 200)


def _given(request: HttpRequest, name: str) -> str:
    return (request.POST if request.method == "POST" else request.GET).get(name, "")


def _came_by(request: HttpRequest) -> str:
    way = request.GET.get("weg", "")
    return way if way in TAKEN_BY_STAFF else CameBy.PHONE.value


def _beside(request: HttpRequest, person: Person | None) -> dict[str, Any]:
    """What the desk knows of the caller: other needs, registrations, waiting messages, open calls and letters."""
    if person is None:
        return {"needs": [], "registrations": [], **open_matters(request.user, None)}
    return {
        "needs": shown_needs(queries.needs_of(request.user, person)[:10]),
        "registrations": list(event_queries.registrations_of(request.user, person)[:10]),
        **open_matters(request.user, person),
    }


def shown_needs(needs: Any) -> list[dict[str, Any]]:
    """{need, state, url} for lists of the desk, with the town's words for the state."""
    words = labels()
    return [
        {"need": need, "state": words[need.state], "url": reverse("needs:desk_need", args=[need.reference])}
        for need in needs
    ]


def _done(request: HttpRequest) -> dict[str, Any] | None:
    """The need that was just taken down, with its number to read aloud."""
    wanted = request.GET.get("fertig", "")
    found: Need | None = (
        needs_for(request.user).select_related("person", "quarter").filter(reference=wanted).first()
        if wanted
        else None
    )
    if found is None:
        return None
    signs = [sign for sign in found.reference if sign.isalnum()]
    return {
        "need": found,
        "url": reverse("needs:desk_need", args=[found.reference]),
        "is_counted": "dabei" in request.GET,
        "caller": _caller_of(request, found),
        "spelled": codes.spelled("".join(signs)),
        "maybe_same": people_queries.maybe_same(found.person)[:3] if found.person else [],
    }


def _caller_of(request: HttpRequest, need: Need) -> Person | None:
    """Who said it, or whom it concerns, too."""
    return chosen_caller(request.user, request.GET["dabei"]) if "dabei" in request.GET else need.person
