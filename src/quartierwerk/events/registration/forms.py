"""The public registration form and the form that changes a registration; the event's own questions are in
`questions.py`."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quartierwerk.core import clock
from quartierwerk.people.forms import ContactFields, one_line
from quartierwerk.people.submission import GuardedForm

from .. import queries, rules
from ..actions import Wish
from ..enums import Availability, Need
from ..models import Event, Occurrence, Registration
from ..words import when
from . import questions
from .workshops import Offered, RadiosWithFull, fields_of_slots, slots_of

NAME_LENGTH = 120
_REGISTRATIONS = uuid.UUID("6f2c1d53-8a57-4f0c-9d43-0b1f4c6f0a77")


class PartyFields(forms.Form):
    """How many come and who, what they need, their workshops and the answers to the event's own questions."""

    party_size = forms.IntegerField(
        label=gettext_lazy("Wie viele Personen kommen?"),
        help_text=gettext_lazy("Zählen Sie sich selbst mit."),
        initial=1,
        widget=forms.NumberInput(attrs={"min": 1, "inputmode": "numeric"}),
        error_messages={
            "required": gettext_lazy("Bitte sagen Sie, wie viele Personen kommen."),
            "invalid": gettext_lazy("Bitte schreiben Sie eine ganze Zahl, zum Beispiel 2."),
        },
    )
    party_names = forms.CharField(
        label=gettext_lazy("Namen der Begleitung"),
        help_text=gettext_lazy("Eine Zeile je Person."),
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )
    needs = forms.MultipleChoiceField(
        label=gettext_lazy("Was brauchen Sie, um gut dabei sein zu können?"),
        choices=Need.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    needs_note = forms.CharField(
        label=gettext_lazy("Was sollen wir noch wissen?"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        validators=[one_line],
    )

    def __init__(
        self,
        data: Any = None,
        *,
        event: Event,
        occurrence: Occurrence | None = None,
        registration: Registration | None = None,
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.event, self.registration = event, registration
        if event.largest_party == 1 and registration is None:
            del self.fields["party_size"], self.fields["party_names"]
        if not event.asks_needs:
            del self.fields["needs"], self.fields["needs_note"]
        self._offer_workshops(occurrence)
        self.questions = list(event.questions.all())
        self.fields.update(questions.fields_for(self.questions))

    def _offer_workshops(self, occurrence: Occurrence | None) -> None:
        self.workshops = [item for item in self.event.agenda.all() if item.needs_choice]
        had: set[int] = set()
        if self.registration and self.workshops:
            had = set(self.registration.workshops.values_list("pk", flat=True))
        taken = queries.workshop_people(self.event, occurrence) if self.workshops else {}
        self.slots = slots_of(
            [Offered(item, taken.get(item.pk, 0), item.pk in had) for item in self.workshops]
        )
        self.fields.update(fields_of_slots(self.slots, self.event))

    def clean_party_size(self) -> int:
        size = self.cleaned_data["party_size"]
        known = self.registration.party_size if self.registration else 0
        if reason := rules.why_not_party(self.event, size, by_staff=0 < size <= known):
            raise ValidationError(reason)
        return size

    def clean_party_names(self) -> list[str]:
        """The names, one for each line."""
        names = [" ".join(line.split()) for line in self.cleaned_data["party_names"].splitlines()]
        names = [name for name in names if name]
        if any(len(name) > NAME_LENGTH for name in names):
            raise ValidationError(_("Bitte schreiben Sie jeden Namen in eine eigene Zeile."))
        size = self.cleaned_data.get("party_size")
        if size and len(names) >= size:
            raise ValidationError(
                _("Sie nennen mehr Namen, als Personen kommen. Zählen Sie oben alle mit, auch sich selbst.")
            )
        return names

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if reason := rules.why_not_workshops(self._chosen(values)):
            self.add_error(None, reason)
        return values

    def _chosen(self, values: dict[str, Any]) -> list[Any]:
        wanted = {int(pk) for slot in self.slots for pk in slot.picked(values)}
        return [item for item in self.workshops if item.pk in wanted]

    @property
    def wish(self) -> Wish:
        """What a valid form says."""
        said = self.cleaned_data
        return Wish(
            party_size=said.get("party_size", 1),
            party_names=said.get("party_names", []),
            needs=said.get("needs", []),
            needs_note=said.get("needs_note", ""),
            workshops=self._chosen(said),
            answers=questions.answers(self.questions, said),
        )

    def workshop_fields(self) -> list[forms.BoundField]:
        return [self[slot.field_name] for slot in self.slots]

    def question_fields(self) -> list[forms.BoundField]:
        return [self[questions.field_name(question)] for question in self.questions]

    @property
    def asks_in_own_words(self) -> bool:
        """Whether something stands in it that is written for this event, in its language alone."""
        return bool(self.slots or self.questions)


class ChangeForm(PartyFields):
    """What somebody who is registered may change without asking."""

    def __init__(self, data: Any = None, *, registration: Registration, **options: Any) -> None:
        super().__init__(
            data,
            event=registration.event,
            occurrence=registration.occurrence,
            registration=registration,
            **options,
        )
        kept = {answer.question_id: answer.value for answer in registration.answers.all()}
        had = registration.workshops.values_list("pk", flat=True)
        self.initial = {
            "party_size": registration.party_size,
            "party_names": "\n".join(registration.party_names),
            "needs": registration.needs,
            "needs_note": registration.needs_note,
            **{slot.field_name: slot.initial(set(had)) for slot in self.slots},
            **questions.initial(kept),
        }


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Warum sagen Sie ab?"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        validators=[one_line],
        help_text=gettext_lazy("Das hilft uns beim Planen. Sie müssen nichts schreiben."),
    )


class RegistrationForm(GuardedForm, PartyFields, ContactFields):
    """For everybody, without an account: a name, any way to reach them or none, and who comes along.

    `dates` are those that can be chosen where each date of a series has places of its own, `chosen` is preselected.
    Two hidden fields keep what the visitor saw, so that a change meanwhile is told: the beginning, and what was full.
    """

    shown_start = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    seen_full = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        event: Event,
        dates: Sequence[Occurrence] = (),
        chosen: Occurrence | None = None,
        **options: Any,
    ) -> None:
        if data is not None and event.registers_by_date:
            chosen = next((date for date in dates if value_of(date) == data.get("date")), None)
        super().__init__(data, event=event, occurrence=chosen, **options)
        self.dates = {value_of(date): date for date in dates}
        self.fields["name"].required = True
        self.fields["name"].error_messages["required"] = _("Bitte nennen Sie Ihren Namen.")
        self.fields["shown_start"].initial = stamp(event.starts_at)
        self.fields["seen_full"].initial = " ".join(full_pools(event, dates))
        if event.registers_by_date:
            self.fields["date"] = _date_field(event, dates)
            self.initial["date"] = value_of(chosen) if chosen else None
            del self.fields["shown_start"]

    @property
    def occurrence(self) -> Occurrence | None:
        """The date a form was sent for; None where the event has only one pool of places."""
        return self.dates.get(self.cleaned_data.get("date", ""))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        on = self.occurrence
        if reason := rules.why_not_open(self.event, clock.now(), on) if on or not self.dates else None:
            self.add_error(None, reason)
        elif self._was_moved(values):
            self._tell_of_the_move()
        return values

    def _was_moved(self, values: dict[str, Any]) -> bool:
        shown = values.get("shown_start")
        return bool(shown) and shown != stamp(self.event.starts_at)

    def _tell_of_the_move(self) -> None:
        self.add_error(
            None,
            _(
                "Die Veranstaltung wurde inzwischen verlegt, sie beginnt jetzt am %s. "
                "Passt Ihnen das auch? Dann schicken Sie das Formular bitte noch einmal ab."
            )
            % when.moment(self.event.starts_at),
        )
        typed: Any = self.data
        self.data = typed = typed.copy()
        typed[self.add_prefix("shown_start")] = stamp(self.event.starts_at)

    @property
    def saw_it_full(self) -> bool:
        """Whether the visitor was told before sending that this is the waiting list."""
        return pool_key(self.occurrence) in self.cleaned_data["seen_full"].split()

    @property
    def submission_key(self) -> uuid.UUID:
        """The same form with the same words, for this event.

        The random key of the form is always in it: who types what a neighbour typed gets a registration of their own,
        and never the neighbour's.
        """
        words = sorted((k, str(v)) for k, v in self.cleaned_data.items() if k != "form_token")
        return uuid.uuid5(_REGISTRATIONS, repr([self._key, self.event.pk, words]))


def value_of(date: Occurrence) -> str:
    """How a date stands in the form: its beginning, so that one that was moved meanwhile is not silently taken."""
    return stamp(date.starts_at)


def stamp(at: datetime) -> str:
    """Seconds since 1970: the same moment is the same word in every zone."""
    return str(int(at.timestamp()))


def pool_key(date: Occurrence | None) -> str:
    return value_of(date) if date else "all"


def full_pools(event: Event, dates: Sequence[Occurrence]) -> list[str]:
    """What the visitor is told to be full."""
    if not event.registers_by_date:
        return [pool_key(None)] if event.availability == Availability.NONE else []
    return [value_of(date) for date in dates if date.availability == Availability.NONE]


def date_on(dates: Sequence[Occurrence], day: str) -> Occurrence | None:
    """The date on this day of the town (`2026-10-15`), as addresses name it."""
    return next((date for date in dates if when.day_of(date.starts_at).isoformat() == day), None)


def _date_field(event: Event, dates: Sequence[Occurrence]) -> forms.ChoiceField:
    closed = set() if event.has_waiting_list else set(full_pools(event, dates))
    return forms.ChoiceField(
        label=gettext_lazy("Zu welchem Termin kommen Sie?"),
        choices=[(value_of(date), _label(event, date)) for date in dates],
        widget=RadiosWithFull(full=closed),
        error_messages={
            "required": gettext_lazy("Bitte wählen Sie einen Termin."),
            "invalid_choice": gettext_lazy(
                "Dieser Termin wurde inzwischen verlegt, fällt aus oder ist vorbei. Bitte wählen Sie einen anderen."
            ),
        },
    )


def _label(event: Event, date: Occurrence) -> str:
    words = {Availability.FEW: _("nur noch wenige Plätze"), Availability.NONE: _("ausgebucht")}
    if event.has_waiting_list:
        words[Availability.NONE] = _("ausgebucht, Sie kommen auf die Warteliste")
    state = words.get(Availability(date.availability))
    at = when.moment(date.starts_at)
    return f"{at} ({state})" if state else at
