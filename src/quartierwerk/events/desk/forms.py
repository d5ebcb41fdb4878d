"""The forms of the desk's pages of events."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from quartierwerk.people.desk_forms import CallerFields
from quartierwerk.people.forms import one_line
from quartierwerk.people.models import Person

from .. import rules
from ..enums import CameBy, QuestionKind, State, Told
from ..models import Event, Registration
from ..registration.forms import ChangeForm, PartyFields
from ..registration.workshops import NONE

TAKEN_BY_STAFF = (CameBy.PHONE, CameBy.LETTER, CameBy.VISIT, CameBy.EMAIL)


class EventFilter(forms.Form):
    when = forms.ChoiceField(
        label=gettext_lazy("Wann"),
        required=False,
        choices=[
            ("", gettext_lazy("kommende")),
            ("past", gettext_lazy("vergangene")),
            ("draft", gettext_lazy("Entwürfe")),
            ("all", pgettext_lazy("Auswahl", "alle")),
        ],
    )
    q = forms.CharField(label=gettext_lazy("Titel oder Ort"), required=False, max_length=80)


class RegistrationFilter(forms.Form):
    state = forms.ChoiceField(
        label=gettext_lazy("Stand"),
        required=False,
        choices=[
            ("", gettext_lazy("angemeldet und wartend")),
            *State.choices,
            ("all", pgettext_lazy("Auswahl", "alle")),
        ],
    )
    date = forms.ChoiceField(label=gettext_lazy("Termin"), required=False)
    q = forms.CharField(label=gettext_lazy("Name, Telefon oder Anmeldenummer"), required=False, max_length=80)

    def __init__(self, data: Any = None, *, dates: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        if dates:
            self.fields["date"].choices = [("", pgettext_lazy("Auswahl", "alle")), *dates]  # type: ignore[attr-defined]
        else:
            del self.fields["date"]


class TakenParty(PartyFields):
    """What staff write down may be a larger party; nothing has to be chosen that was not said."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for field in self.fields.values():
            field.widget.attrs.pop("autocomplete", None)  # it is not the writer's own data
        labels = {
            "party_size": gettext_lazy("Wie viele Personen?"),
            "needs": gettext_lazy("Bedarf"),
            "needs_note": gettext_lazy("Dazu genauer"),
        }
        for name in labels.keys() & self.fields.keys():
            self.fields[name].label, self.fields[name].help_text = labels[name], ""
        for slot in self.slots:
            if slot.starts_at:
                self.fields[slot.field_name].initial = NONE

    def clean_party_size(self) -> int:
        size = self.cleaned_data["party_size"]
        if reason := rules.why_not_party(self.event, size, by_staff=True):
            raise ValidationError(reason)
        return size


class CallerForm(TakenParty, CallerFields):
    """One screen for whoever calls: who (unless a known person was chosen), the party, and how it is confirmed."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    came_by = forms.ChoiceField(
        label=gettext_lazy("Wie kam die Anmeldung?"),
        choices=[(way.value, way.label) for way in TAKEN_BY_STAFF],
        widget=forms.RadioSelect,
        initial=CameBy.PHONE,
    )
    told = forms.ChoiceField(
        label=gettext_lazy("Bestätigung"),
        choices=[(way.value, way.label) for way in Told if way != Told.USUAL],
        widget=forms.RadioSelect,
        initial=Told.NOW,
    )
    note = forms.CharField(
        label=gettext_lazy("Notiz für das Team"), max_length=300, required=False, validators=[one_line]
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        if not self.person:
            self.fields["name"].required = True
            self.fields["name"].error_messages["required"] = _("Bitte schreiben Sie, wer anruft.")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        missing = {
            Told.BY_LETTER: ("street", _("Für einen Brief fehlt die Anschrift.")),
            Told.BY_EMAIL: ("email", _("Für eine E-Mail fehlt die Adresse.")),
            Told.BY_PHONE: ("phone", _("Für einen Anruf fehlt die Nummer.")),
        }.get(values.get("told", ""))
        if (
            missing
            and missing[0] in self.fields
            and not values.get(missing[0])
            and missing[0] not in self.errors
        ):
            self.add_error(*missing)
        if values.get("came_by") == CameBy.LETTER and values.get("told") == Told.NOW:
            self.add_error(
                "told", _("Wer schreibt, weiß es noch nicht. Bitte wählen Sie Brief, E-Mail oder Anruf.")
            )
        return values

    @property
    def said(self) -> dict[str, Any]:
        """What a valid form says, as `actions.register_caller` takes it."""
        own = ("submission_key", "came_by", "told", "note")
        return {"wish": self.wish, **self.who, **{name: self.cleaned_data[name] for name in own}}

    def first_fields(self) -> list[forms.BoundField]:
        return self.these("party_size", "told", "needs", "needs_note")

    def last_fields(self) -> list[forms.BoundField]:
        return self.these("party_names", "note", "came_by")

    def event_fields(self) -> list[forms.BoundField]:
        return [*self.workshop_fields(), *self.question_fields()]


class DeskChangeForm(TakenParty, ChangeForm):
    """Staff change a registration as the person says."""


class ToldForm(forms.Form):
    """How the person hears of it; ways that would not arrive are left out."""

    told = forms.ChoiceField(
        label=gettext_lazy("Wie erfährt die Person davon?"), widget=forms.RadioSelect, initial=Told.NOW
    )

    def __init__(self, data: Any = None, *, registration: Registration, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["told"].choices = ways_to(registration.person)  # type: ignore[attr-defined]


class AgainForm(ToldForm):
    """Without “said just now”: then nothing has to be sent again."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        told: Any = self.fields["told"]
        told.choices = [choice for choice in told.choices if choice[0] != Told.NOW]
        told.initial = told.choices[0][0] if told.choices else None


class CancelForForm(ToldForm):
    reason = forms.CharField(
        label=gettext_lazy("Grund"), required=False, max_length=300, validators=[one_line]
    )
    field_order = ["reason", "told"]


class NoteForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("Notiz für das Team"), required=False, max_length=300, validators=[one_line]
    )


def ways_to(person: Person | None) -> list[tuple[str, Any]]:
    """The ways on which this person can be told."""
    reaches = {
        Told.NOW: True,
        Told.BY_LETTER: bool(person and person.has_address),
        Told.BY_EMAIL: bool(person and person.email),
        Told.BY_PHONE: bool(person and person.phone),
    }
    return [(way.value, way.label) for way, reached in reaches.items() if reached]


def totals_of(kind: str) -> bool:
    """Whether answers of this kind can be added up."""
    return kind in (QuestionKind.CHOICE, QuestionKind.SEVERAL, QuestionKind.YES_NO, QuestionKind.NUMBER)


def choice_of(event: Event, occurrence: Any) -> str:
    """How an event, or one date of it, stands in addresses of the desk: `12` or `12-345`."""
    return f"{event.pk}-{occurrence.pk}" if occurrence else str(event.pk)
