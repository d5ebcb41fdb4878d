"""The forms of the staff desk."""

import uuid
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from quartierwerk.core import clock

from .forms import ContactFields, MessageFields, one_line, phone_number
from .models import Channel, Message, Person

CALLER = ("name", "phone", "street", "postal_code", "city", "email")  # in the order in which they are asked
ADDRESS = ("street", "postal_code", "city")
_ANY = ("", pgettext_lazy("Auswahl", "alle"))


class MessageFilter(forms.Form):
    """State, kind and a name or number; anything unknown falls back to what waits."""

    state = forms.ChoiceField(
        label=_("Stand"),
        choices=[*Message.State.choices, ("all", _ANY[1])],
        required=False,
        initial="waiting",
    )
    kind = forms.ChoiceField(label=_("Art"), choices=[_ANY, *Message.Kind.choices], required=False)
    q = forms.CharField(label=_("Name, Telefon, E-Mail oder Text"), required=False, max_length=80)


class ContactListFilter(forms.Form):
    """The “to call / to write” list."""

    channel = forms.ChoiceField(
        label=_("Weg"),
        choices=[
            _ANY,
            *((c.value, c.label) for c in (Channel.PHONE, Channel.LETTER, Channel.TRUSTED)),
            (Channel.EMAIL.value, _("Mail kam nicht an")),
        ],
        required=False,
    )
    done = forms.ChoiceField(
        label=_("Stand"), choices=[("", _("offen")), ("yes", _("erledigt"))], required=False
    )


class PersonSearch(forms.Form):
    q = forms.CharField(label=_("Name, Telefon oder E-Mail"), required=False, max_length=80)


class TakenMessageForm(MessageFields):
    """What somebody said on the phone, wrote in a letter or came to say; staff write it down."""

    KINDS = [
        (Message.Kind.MESSAGE.value, _("Nachricht oder Frage")),
        (Message.Kind.CALLBACK.value, _("Bitte um Rückruf")),
    ]

    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    came_by = forms.ChoiceField(
        label=_("Wie kam das Anliegen?"),
        choices=[choice for choice in Message.CameBy.choices if choice[0] != Message.CameBy.FORM],
        widget=forms.RadioSelect,
        initial=Message.CameBy.PHONE,
    )
    acknowledged = forms.BooleanField(
        label=_("Eingang per E-Mail bestätigen"),
        required=False,
        help_text=_("Nur wenn eine E-Mail-Adresse dabei ist."),
    )
    field_order = ["came_by", "kind", "text", "name", "phone", "call_when", "email", "street"]

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["kind"].choices = self.KINDS  # type: ignore[attr-defined]
        self.fields["text"].label = _("Das Anliegen")
        self.fields["name"].label = _("Name")
        self.fields["call_when"].label = _("Wann anrufen")
        self.fields["name"].required = False
        for field in self.fields.values():
            field.widget.attrs.pop("autocomplete", None)  # it is not the writer's own data

    def words(self) -> dict[str, Any]:
        own = ("submission_key", "came_by", "acknowledged")
        return {**super().words(), **{name: self.cleaned_data[name] for name in own}}


class CallerFields(ContactFields):
    """Who is on the phone; of a known `person` only the contact data that are missing are asked."""

    def __init__(self, data: Any = None, *, person: Person | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.person = person
        for name in CALLER:
            self.fields[name].widget.attrs.pop("autocomplete", None)  # it is not the writer's own data
        self.fields["name"].label = _("Name")
        if person:
            self._ask_only_what_is_missing(person)

    def _ask_only_what_is_missing(self, person: Person) -> None:
        known = {"name", *(way for way in ("phone", "email") if getattr(person, way))}
        for name in known | (set(ADDRESS) if person.has_address else set()):
            del self.fields[name]

    @property
    def who(self) -> dict[str, Any]:
        """Of a valid form: the known `person` with what was `added`, or what a new one has `given`."""
        added = {name: self.cleaned_data[name] for name in CALLER if self.cleaned_data.get(name)}
        return {"person": self.person, "added": added} if self.person else {"given": self.given}

    def who_fields(self) -> list[forms.BoundField]:
        return self.these(*CALLER)

    def these(self, *names: str) -> list[forms.BoundField]:
        """These fields, as far as they are asked."""
        return [self[name] for name in names if name in self.fields]


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("Antwort"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Bitte schreiben Sie die Antwort.")},
    )
    already_told = forms.BooleanField(
        label=_("Ich habe das schon am Telefon oder persönlich gesagt"),
        required=False,
        help_text=_("Dann geht nichts mehr hinaus."),
    )


class CloseForm(forms.Form):
    reason = forms.CharField(
        label=_("Grund"),
        max_length=300,
        validators=[one_line],
        help_text=_("Zum Beispiel: Werbung, doppelt, nicht erreichbar. Nur intern."),
        error_messages={"required": _("Bitte nennen Sie den Grund.")},
    )


class TickOffForm(forms.Form):
    """Called or written to: reached, or the letter sent, or not; when, and what came of it."""

    REACHED, NOT_REACHED = "reached", "not_reached"

    outcome = forms.ChoiceField(
        label=_("Ergebnis"),
        choices=[(REACHED, _("erreicht, erledigt")), (NOT_REACHED, _("nicht erreicht, bleibt offen"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie ein Ergebnis.")},
    )
    on = forms.DateField(
        label=_("Datum"),
        initial=clock.today,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Bitte geben Sie ein Datum an, zum Beispiel 14.03.2027.")},
    )
    note = forms.CharField(label=_("Notiz"), required=False, max_length=300, validators=[one_line])

    def __init__(self, data: Any = None, *, by_letter: bool = False, **options: Any) -> None:
        super().__init__(data, **options)
        if by_letter:
            self.fields["outcome"].choices = [  # type: ignore[attr-defined]
                (self.REACHED, _("abgeschickt, erledigt")),
                (self.NOT_REACHED, _("nicht zugestellt, bleibt offen")),
            ]


class EraseForm(forms.Form):
    sure = forms.BooleanField(
        label=_("Ja, alle Angaben zu dieser Person löschen"),
        error_messages={"required": _("Bitte bestätigen Sie das Löschen.")},
    )


class PersonForm(forms.ModelForm):
    """Contact data and channel. `candidates` are those who may be chosen as trusted person."""

    class Meta:
        model = Person
        fields = (
            "name",
            "email",
            "phone",
            "street",
            "postal_code",
            "city",
            "preferred_channel",
            "trusted_person",
            "language",
        )
        widgets = {"language": forms.Select(choices=[("de", "Deutsch"), ("en", "English")])}

    def __init__(self, data: Any = None, *, candidates: QuerySet[Person], **options: Any) -> None:
        super().__init__(data, **options)
        trusted = self.fields["trusted_person"]
        assert isinstance(trusted, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        trusted.queryset = candidates.exclude(pk=self.instance.pk) if self.instance.pk else candidates
        trusted.empty_label = _("niemand")
        self.fields["name"].validators.append(one_line)

    def clean_phone(self) -> str:
        return phone_number(self.cleaned_data["phone"])

    def clean_email(self) -> str:
        return self.cleaned_data["email"].strip().lower()


def candidates_for(person: Person | None, found: QuerySet[Person], words: str) -> QuerySet[Person]:
    """Who can be chosen as trusted person: the present one and, once searched for, those found."""
    present = Q(pk=person.trusted_person_id) if person and person.trusted_person_id else Q(pk__in=[])
    if not words.strip():
        return Person.objects.filter(present)
    return Person.objects.filter(present | Q(pk__in=list(found.values_list("pk", flat=True)[:20])))
