"""Desk pages that publish, move, cancel and promote; each says whom it will tell before it does it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from quartierwerk.core import clock
from quartierwerk.core.context import breadcrumbs
from quartierwerk.people.desk_views import for_the_desk
from quartierwerk.people.models import Channel

from .. import actions, notifications, queries, rules
from ..models import Event, Occurrence, Registration
from ..rules import stages as stage_rules
from ..words import when, where
from .forms import MoveEventForm, MoveForm, PromoteForm, ReasonForm, SureForm

write = require_http_methods(["GET", "HEAD", "POST"])


@dataclass
class Step:
    """One thing that can be done on such a page: `do` runs with a valid form and answers what to say afterwards."""

    title: str
    button: str
    back: str
    event: Event
    form: forms.Form
    do: Callable[[], str]
    lead: str = ""
    refused: str | None = None
    told: str = ""
    facts: list[dict[str, Any]] = field(default_factory=list)


@for_the_desk
@write
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    event = get_object_or_404(queries.events_for(request.user), pk=pk)
    step = _event_step(request, event, _("Veröffentlichen"), SureForm)
    step.lead = _("Von da an lesen alle, wann und wo sie stattfindet.")
    step.refused = stage_rules.why_not_publishable(event, clock.now())
    step.do = lambda: (
        actions.publish_event(event=event, by=request.user) and _("Die Veranstaltung ist öffentlich.")
    )
    return _answer(request, step)


@for_the_desk
@write
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    event = get_object_or_404(queries.events_for(request.user), pk=pk)
    step = _event_step(request, event, _("Zurückziehen"), SureForm)
    step.lead = _("Dann liest sie niemand mehr, bis Sie sie wieder veröffentlichen.")
    step.refused = stage_rules.why_not_withdrawable(event, queries.may_be_told(event).count())
    step.do = lambda: (
        actions.withdraw_event(event=event, by=request.user) and _("Die Veranstaltung ist ein Entwurf.")
    )
    return _answer(request, step)


@for_the_desk
@write
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    event = get_object_or_404(queries.events_for(request.user), pk=pk)
    step = _event_step(request, event, _("Ganz absagen") if event.is_series else _("Absagen"), ReasonForm)
    step.lead = _("Eine Absage lässt sich nicht zurücknehmen.")
    step.refused = stage_rules.why_not_cancellable(event, clock.now())
    step.told = whom_it_tells(queries.may_be_told(event))
    step.do = lambda: _told(
        actions.cancel_event(event=event, reason=step.form.cleaned_data["reason"], by=request.user)
    )
    return _answer(request, step)


@for_the_desk
@write
def move(request: HttpRequest, pk: int) -> HttpResponse:
    event = get_object_or_404(queries.events_for(request.user), pk=pk)
    form = MoveEventForm(_typed(request), thing=event)
    step = _event_step(request, event, _("Verlegen"), form)
    step.lead = _(
        "Auf einen anderen Tag, eine andere Zeit oder an einen anderen Ort. Alle Anmeldungen gelten weiter."
    )
    step.refused = stage_rules.why_not_movable(event, clock.now())
    step.told = whom_it_tells(queries.may_be_told(event))

    def do() -> str:
        rooms = _rooms(event) if _is_elsewhere(event, form.place) else ""
        told = actions.move_event(
            event=event,
            starts_at=form.starts_at,
            ends_at=form.ends_at,
            place=form.place,
            reason=form.cleaned_data["reason"],
            by=request.user,
        )
        if rooms:
            notices.warning(
                request, _("Im Programm stehen noch diese Räume: %s. Bitte prüfen Sie es.") % rooms
            )
        return _told(told)

    step.do = do
    return _answer(request, step)


def _is_elsewhere(event: Event, place: dict[str, Any]) -> bool:
    return any(getattr(event, name) != value for name, value in place.items())


def _rooms(event: Event) -> str:
    """The rooms that the programme names; they do not move along with the house."""
    named = event.agenda.exclude(room="").values_list("room", flat=True)
    return ", ".join(dict.fromkeys(named))


@for_the_desk
@write
def cancel_date(request: HttpRequest, pk: int) -> HttpResponse:
    date = _date(request, pk)
    step = _event_step(request, date.event, _("Diesen Termin absagen"), ReasonForm, date)
    step.refused = stage_rules.why_not_date_changed(date, clock.now())
    step.told = whom_it_tells(queries.may_be_told(date.event, date))
    step.do = lambda: _told(
        actions.cancel_date(occurrence=date, reason=step.form.cleaned_data["reason"], by=request.user)
    )
    return _answer(request, step)


@for_the_desk
@write
def move_date(request: HttpRequest, pk: int) -> HttpResponse:
    date = _date(request, pk)
    form = MoveForm(_typed(request), thing=date)
    step = _event_step(request, date.event, _("Diesen Termin verlegen"), form, date)
    step.refused = stage_rules.why_not_date_changed(date, clock.now())
    step.told = whom_it_tells(queries.may_be_told(date.event, date))
    step.do = lambda: _told(
        actions.move_date(
            occurrence=date,
            starts_at=form.starts_at,
            ends_at=form.ends_at,
            reason=form.cleaned_data["reason"],
            by=request.user,
        )
    )
    return _answer(request, step)


@for_the_desk
@write
def promote(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer a place to somebody on the waiting list."""
    party = get_object_or_404(queries.registrations_for(request.user), pk=pk)
    before = queries.waiting_before(party).count()
    left = queries.places_left(party.event, party.occurrence)
    step = Step(
        title=_("Platz anbieten"),
        button=_("Platz anbieten"),
        back=reverse("events:desk_event", args=[party.event_id]),
        event=party.event,
        form=PromoteForm(
            _typed(request), overtaking=rules.why_not_promotable(party, left, before, "", clock.now())
        ),
        do=lambda: _promoted(party, step, request.user),
        refused=rules.why_not_promotable(party, left, before, "-", clock.now()),
        told=whom_it_tells([party]),
        facts=[
            *_facts(party.event, party.occurrence),
            {"term": _("Wer"), "value": party.name or party.shown_code},
            {"term": _("Personen"), "value": party.party_size},
            {"term": _("Wartet seit"), "value": when.moment(party.queued_at)},
            {"term": _("Warten schon länger"), "value": before},
        ],
    )
    return _answer(request, step)


def _promoted(party: Registration, step: Step, user: Any) -> str:
    actions.promote(registration=party, by=user, reason=step.form.cleaned_data["reason"])
    return _("Der Platz ist angeboten.")


def whom_it_tells(registrations: Iterable[Registration]) -> str:
    """`34 Personen werden benachrichtigt: 20 per E-Mail, 9 per Anruf, 5 per Brief.`"""
    counted = notifications.people_by_channel(list(registrations))
    words = {
        Channel.EMAIL: _("%d per E-Mail"),
        Channel.PHONE: _("%d per Anruf"),
        Channel.LETTER: _("%d per Brief"),
        Channel.TRUSTED: _("%d über eine Vertrauensperson"),
    }
    parts = [text % counted[way] for way, text in words.items() if way in counted]
    reached, unreached = sum(n for way, n in counted.items() if way in words), counted.get(Channel.NONE, 0)
    sentences = [
        ngettext(
            "%(n)d Person wird benachrichtigt: %(how)s.",
            "%(n)d Personen werden benachrichtigt: %(how)s.",
            reached,
        )
        % {"n": reached, "how": ", ".join(parts)}
        if reached
        else _("Niemand ist zu benachrichtigen."),
        ngettext(
            "%(n)d Person hat keinen Weg hinterlassen und erfährt es nicht.",
            "%(n)d Personen haben keinen Weg hinterlassen und erfahren es nicht.",
            unreached,
        )
        % {"n": unreached}
        if unreached
        else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _date(request: HttpRequest, pk: int) -> Occurrence:
    rows = Occurrence.objects.select_related("event__venue")
    return get_object_or_404(
        rows.filter(event__in=queries.events_for(request.user).order_by().values("pk")), pk=pk
    )


def _typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _event_step(
    request: HttpRequest, event: Event, title: str, form: Any, date: Occurrence | None = None
) -> Step:
    return Step(
        title=title,
        button=title,
        back=reverse("events:desk_event", args=[event.pk]),
        event=event,
        form=form(_typed(request)) if isinstance(form, type) else form,
        do=str,
        facts=_facts(event, date),
    )


def _facts(event: Event, date: Occurrence | None) -> list[dict[str, Any]]:
    facts = [
        {"term": _("Veranstaltung"), "value": event.title},
        {"term": _("Termin"), "value": when.of(event, date)},
        {"term": _("Wo"), "value": where.whole(event)},
    ]
    return [fact for fact in facts if fact["value"]]


def _told(count: int) -> str:
    if not count:
        return _("Eingetragen. Niemand war zu benachrichtigen.")
    return _(
        "Eingetragen. Die E-Mails gehen hinaus; wer anzurufen oder anzuschreiben ist, steht auf der Liste."
    )


def _answer(request: HttpRequest, step: Step) -> HttpResponse:
    if step.form.is_valid():
        try:
            done = step.do()
        except ValidationError as error:
            step.form.add_error(None, error.messages)
        else:
            notices.success(request, done)
            return redirect(step.back)
    is_wrong = step.form.is_bound
    context = {
        "step": step,
        "may_do": not step.refused or is_wrong,
        "breadcrumbs": breadcrumbs(
            (_("Schreibtisch"), reverse("people:desk")),
            (_("Termine"), reverse("events:desk_events")),
            (step.event.title, step.back),
            step.title,
        ),
    }
    return render(request, "events/desk/step.html", context, status=422 if is_wrong else 200)
