"""The desk's pages of events: the list, one event with its registrations, one registration."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.forms.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quartierwerk.core import clock
from quartierwerk.core.context import breadcrumbs
from quartierwerk.people import queries as people_queries
from quartierwerk.people.desk_views import only
from quartierwerk.people.permissions import may_answer_residents, may_use_desk

from .. import actions, codes, queries, rules
from ..enums import Stage, State
from ..models import Event, Occurrence, Registration
from ..permissions import (
    may_edit_events,
    may_publish_events,
    may_register_others,
    may_see_registrations,
    may_use_event_desk,
)
from ..rules import stages as stage_rules
from ..words import when
from . import queries as desk_queries
from .forms import (
    AgainForm,
    CancelForForm,
    DeskChangeForm,
    EventFilter,
    NoteForm,
    RegistrationFilter,
    ToldForm,
)
from .links import links_of
from .queries import Numbers

PAGE_LENGTH = 50
EVENTS_A_PAGE = 25
for_event_desk = only(may_use_event_desk)


@for_event_desk
@require_safe
def events(request: HttpRequest) -> HttpResponse:
    chosen = EventFilter(request.GET or None)
    values = chosen.cleaned_data if chosen.is_valid() else {}
    found = desk_queries.desk_events(request.user, when=values.get("when", ""), words=values.get("q", ""))
    page = _page(request, found, EVENTS_A_PAGE)
    context = {
        "page": page,
        "rows": _rows(request.user, list(page)),
        "filter": chosen,
        "sees_all": may_publish_events(request.user),
        "may_register": may_register_others(request.user),
        **_steps(request, _("Termine")),
    }
    return render(request, "events/desk/events.html", context)


def _rows(user: Any, shown: list[Event]) -> list[dict[str, Any]]:
    dates = Occurrence.objects.in_bulk([e.next_date for e in shown if e.next_date])
    numbers, waits, now = (
        desk_queries.numbers_of(shown),
        desk_queries.events_waiting(user, shown),
        clock.now(),
    )
    rows = []
    for event in shown:
        date = dates.get(event.next_date)
        rows.append(
            {
                "event": event,
                "when": when.of(event, date),
                "status": rules.status(event, now, date).label if date else _past_status(event),
                "numbers": numbers.get(event.pk, Numbers()),
                "waits": waits[event.pk],
            }
        )
    return rows


def _date_row(
    event: Event, date: Occurrence, numbers: dict[tuple[int, int | None], Numbers]
) -> dict[str, Any]:
    return {
        "date": date,
        "when": when.of(event, date),
        "numbers": numbers.get((event.pk, date.pk), Numbers()),
        "may_change": stage_rules.why_not_date_changed(date, clock.now()) is None,
    }


def _steps_of_life(user: Any, event: Event, *, to_come: bool, numbers: Numbers) -> dict[str, bool]:
    """Which of the steps of `lifecycle.views` are offered: only what would not be refused there."""
    may = may_publish_events(user)
    goes_on = may and event.stage == Stage.PUBLISHED and to_come
    is_free = not numbers.taken and not numbers.waiting
    return {
        "may_publish": may,
        "may_withdraw": may and event.stage == Stage.PUBLISHED and is_free,
        "may_move": goes_on and not event.is_series,
        "may_cancel": goes_on,
    }


def _past_status(event: Event) -> str:
    return str(_("vorbei") if event.stage == Stage.PUBLISHED else event.get_stage_display())


@for_event_desk
@require_safe
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """Facts and numbers; names only for who may see them."""
    found = get_object_or_404(
        queries.events_for(request.user)
        .select_related("venue", "contact")
        .prefetch_related("organisers", "quarters"),
        pk=pk,
    )
    dates = list(queries.dates_to_come(found, clock.now())[:60])
    sees_names = may_see_registrations(request.user, found)
    by_date = desk_queries.numbers_by_date([found])
    numbers = desk_queries.numbers_of([found]).get(found.pk, Numbers())
    context = {
        "event": found,
        "status": _status(found, dates),
        "when": when.of(found, dates[0] if dates else None),
        "numbers": numbers,
        "dates": [_date_row(found, d, by_date) for d in dates] if found.is_series else [],
        "sees_names": sees_names,
        **_steps_of_life(request.user, found, to_come=bool(dates), numbers=numbers),
        "may_edit": may_edit_events(request.user),
        "edit_url": _edit_url(found),
        "links": links_of(request.user, found),
        "may_register": sees_names
        and found.takes_registrations
        and found.stage == Stage.PUBLISHED
        and bool(dates),
        "waits": desk_queries.events_waiting(request.user, [found])[found.pk],
        **(_registrations(request, found) if sees_names else {}),
        **_steps(request, _("Termine"), reverse("events:desk_events"), found.title),
    }
    return render(request, "events/desk/event.html", context)


def _status(found: Event, dates: list[Occurrence]) -> str:
    return str(rules.status(found, clock.now(), dates[0]).label) if dates else _past_status(found)


def _registrations(request: HttpRequest, found: Event) -> dict[str, Any]:
    rows = queries.registrations_for(request.user).filter(event=found)
    dates = (
        [(str(d.pk), when.moment(d.starts_at)) for d in found.occurrences.all()[:200]]
        if found.registers_by_date
        else []
    )
    chosen = RegistrationFilter(request.GET or None, dates=dates)
    values = chosen.cleaned_data if chosen.is_valid() else {}
    listed = desk_queries.search_registrations(
        rows, state=values.get("state", ""), date=values.get("date", ""), words=values.get("q", "")
    )
    page = _page(request, listed.prefetch_related("workshops"))
    return {
        "page": page,
        "filter": chosen,
        "needs": desk_queries.needs_of(rows),
        "answers": desk_queries.answers_of(found, rows),
        "workshops": desk_queries.workshops_of(found, rows),
    }


def _edit_url(found: Event) -> str:
    """The page of the editors' tools; empty where they do not know events."""
    from wagtail.admin.admin_url_finder import AdminURLFinder

    return AdminURLFinder().get_edit_url(found) or ""


@for_event_desk
@require_safe
def registration(request: HttpRequest, pk: int) -> HttpResponse:
    return _registration_page(request, _registration(request, pk))


@for_event_desk
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The person says yes: to the registration, or to the offered place."""
    found = _registration(request, pk)
    form = ToldForm(request.POST, registration=found, prefix="confirm")
    return _try(request, found, "confirm_form", form, actions.confirm_for, _("Bestätigt."))


@for_event_desk
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    found = _registration(request, pk)
    form = CancelForForm(request.POST, registration=found, prefix="cancel")
    return _try(request, found, "cancel_form", form, actions.cancel_for, _("Abgemeldet."))


@for_event_desk
@require_POST
def tell_again(request: HttpRequest, pk: int) -> HttpResponse:
    found = _registration(request, pk)
    form = AgainForm(request.POST, registration=found, prefix="again")
    return _try(request, found, "again_form", form, actions.tell_again, _("Wird noch einmal geschickt."))


@for_event_desk
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    found = _registration(request, pk)
    form = NoteForm(request.POST, prefix="note")
    return _try(request, found, "note_form", form, actions.note_registration, _("Gespeichert."))


@for_event_desk
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Party, needs, workshops and answers, as the person says."""
    found = _registration(request, pk)
    reason = rules.why_not_changeable(found, clock.now())
    form = DeskChangeForm(request.POST if request.method == "POST" else None, registration=found)
    if form.is_bound and form.is_valid():
        try:
            actions.change_registration(registration=found, wish=form.wish, by=request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            notices.success(request, _("Gespeichert."))
            return redirect(found)
    context = {
        "registration": found,
        "form": form,
        "not_changeable": reason,
        **_registration_steps(request, found, _("Ändern")),
    }
    return render(request, "events/desk/change.html", context, status=422 if form.errors else 200)


def _try(
    request: HttpRequest,
    found: Registration,
    name: str,
    form: BaseForm,
    run: Callable[..., object],
    done: str,
) -> HttpResponse:
    """Run the action with what the form says; what it refuses stands in the form."""
    if form.is_valid():
        try:
            run(registration=found, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            notices.success(request, done)
            return redirect(found)
    return _registration_page(request, _registration(request, found.pk), status=422, **{name: form})


def _registration_page(
    request: HttpRequest, found: Registration, *, status: int = 200, **forms: BaseForm
) -> HttpResponse:
    now = clock.now()
    by_desk = may_answer_residents(request.user)
    about = people_queries.notifications_for(request.user).filter(
        about_type__app_label="events", about_type__model="registration", about_id=found.pk
    )
    context = {
        "registration": found,
        "code": found.shown_code,
        "spelled": codes.spelled(found.code),
        "when": when.of(found.event, found.occurrence),
        "held_until": when.moment(found.expires_at)
        if found.state in (State.UNCONFIRMED, State.OFFERED) and not rules.is_off(found)
        else "",
        "place": queries.waiting_before(found).count() + 1 if found.state == State.WAITING else None,
        "workshops": found.workshops.all(),
        "answers": found.answers.select_related("question"),
        "taken": found.came_by != "form",
        "may_see_person": by_desk and found.person is not None,
        "calls": about[:20],
        "history": people_queries.history_of(found),
        "not_confirmable": rules.why_not_confirmable(found, now),
        "not_cancellable": rules.why_not_cancellable(found, now),
        "not_changeable": rules.why_not_changeable(found, now),
        "is_off": rules.is_off(found),
        "is_offered": found.state == State.OFFERED,
        "is_waiting": found.state == State.WAITING,
        "confirm_form": ToldForm(registration=found, prefix="confirm"),
        "cancel_form": CancelForForm(registration=found, prefix="cancel"),
        "again_form": AgainForm(registration=found, prefix="again"),
        "note_form": NoteForm(initial={"note": found.note}, prefix="note"),
        **forms,
        **_registration_steps(request, found, found.shown_code),
    }
    return render(request, "events/desk/registration.html", context, status=status)


def _registration(request: HttpRequest, pk: int) -> Registration:
    rows = queries.registrations_for(request.user).select_related(
        "person", "event__venue", "occurrence", "taken_by"
    )
    return get_object_or_404(rows, pk=pk)


def _page(request: HttpRequest, rows: QuerySet, length: int = PAGE_LENGTH) -> Page:
    return Paginator(rows, length).get_page(request.GET.get("page"))


def _steps(request: HttpRequest, title: str, url: str = "", last: str = "") -> dict[str, Any]:
    return {
        "breadcrumbs": breadcrumbs(*way_to_desk(request), (title, url), last)
        if url
        else breadcrumbs(*way_to_desk(request), title)
    }


def way_to_desk(request: HttpRequest) -> list[tuple[str, str]]:
    """The first step of the way here; organisers may not open the desk itself."""
    return [(_("Schreibtisch"), reverse("people:desk"))] if may_use_desk(request.user) else []


def _registration_steps(request: HttpRequest, found: Registration, last: str) -> dict[str, Any]:
    way = [
        *way_to_desk(request),
        (_("Termine"), reverse("events:desk_events")),
        (found.event.title, reverse("events:desk_event", args=[found.event_id])),
    ]
    return {"breadcrumbs": breadcrumbs(*way, last)}
