"""The public form “write to us”; the desk's forms are in `desk_forms.py`."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from quartierwerk.core.models import Town

from . import actions, rules
from .models import Message
from .models.messages import TEXT_LENGTH
from .submission import GuardedForm

one_line = RegexValidator(
    r"^[^\r\n\t\x00-\x1f\x7f]*$", gettext_lazy("Bitte schreiben Sie alles in eine Zeile.")
)
postal_code = RegexValidator(
    r"^(?=.*\d)[A-Za-z0-9][A-Za-z0-9 -]{1,9}$",
    gettext_lazy("Bitte geben Sie eine Postleitzahl an; in Deutschland sind es fünf Ziffern."),
)

CONTACT = ("name", "email", "phone", "street", "postal_code", "city")


def phone_number(written: str) -> str:
    """E.164, completed with the town's area code; raises ValidationError with a sentence."""
    if not written.strip():
        return ""
    area_code = Town.load().area_code
    try:
        return rules.standard_phone(written, area_code=area_code)
    except ValueError as error:
        sentence = _("Diese Nummer können wir nicht anrufen. Bitte schreiben Sie sie mit Vorwahl.")
        if area_code:
            sentence = (
                _(
                    "Diese Nummer können wir nicht anrufen. Bitte schreiben Sie sie mit Vorwahl, zum Beispiel %s."
                )
                % f"{area_code} 12345"
            )
        raise ValidationError(sentence) from error


TOO_LONG = gettext_lazy(
    "Ihr Text hat %(show_value)d Zeichen; bitte kürzen Sie ihn auf höchstens %(limit_value)d."
)


def line(label: Any, *, length: int, autocomplete: str, missing: Any = "", **options: Any) -> forms.CharField:
    """One line of text without control characters; optional, unless `missing` says what is asked where it is empty."""
    widget = forms.TextInput(attrs={"autocomplete": autocomplete, **options.pop("attrs", {})})
    return forms.CharField(
        label=label,
        max_length=length,
        required=bool(missing),
        error_messages={"required": missing} if missing else None,
        widget=widget,
        validators=[one_line, *options.pop("validators", [])],
        **options,
    )


class ContactFields(forms.Form):
    """Who somebody is and how to reach them: any way, or none; a postal address is whole or left out."""

    name = line(gettext_lazy("Ihr Name"), length=120, autocomplete="name")
    email = forms.EmailField(
        label=gettext_lazy("E-Mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": gettext_lazy("Diese E-Mail-Adresse stimmt nicht. Sie sieht so aus: name@beispiel.de")
        },
    )
    phone = line(
        gettext_lazy("Telefon"),
        length=40,
        autocomplete="tel",
        attrs={"inputmode": "tel"},
        help_text=gettext_lazy("Nummern ohne Vorwahl verstehen wir als Nummern aus der Stadt."),
    )
    street = line(gettext_lazy("Straße und Hausnummer"), length=120, autocomplete="street-address")
    postal_code = line(
        gettext_lazy("Postleitzahl"),
        length=10,
        autocomplete="postal-code",
        validators=[postal_code],
    )
    city = line(gettext_lazy("Ort"), length=80, autocomplete="address-level2")

    def clean_name(self) -> str:
        return rules.tidy_name(self.cleaned_data["name"])

    def clean_email(self) -> str:
        return self.cleaned_data["email"].strip().lower()

    def clean_phone(self) -> str:
        return phone_number(self.cleaned_data["phone"])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        self._whole_address(values)
        return values

    def _whole_address(self, values: dict[str, Any]) -> None:
        """A postal address is whole or left out."""
        parts = {
            "street": _("Bitte geben Sie Straße und Hausnummer an."),
            "postal_code": _("Bitte geben Sie die Postleitzahl an."),
            "city": _("Bitte geben Sie den Ort an."),
        }
        if any(values.get(part) for part in parts):
            for part, sentence in parts.items():
                if not values.get(part) and part not in self.errors:
                    self.add_error(part, sentence)

    @property
    def given(self) -> rules.Reachable:
        """The contact data of a valid form."""
        return rules.Reachable(**{field: self.cleaned_data[field] for field in CONTACT})


class MessageFields(ContactFields):
    """What a message or “please call me back” says, from anybody, with any or no way back.

    No name is asked for: one way back is enough, and without any the message is read and not answered.
    With `kind` given (accessibility, feedback) nobody is asked what kind it is.
    """

    KINDS = [
        (Message.Kind.MESSAGE.value, gettext_lazy("Ich schreibe eine Nachricht")),
        (Message.Kind.CALLBACK.value, gettext_lazy("Bitte rufen Sie mich zurück")),
    ]

    TEXT_LABELS: ClassVar[dict[str, Any]] = {
        Message.Kind.FEEDBACK: gettext_lazy("Ihre Rückmeldung"),
        Message.Kind.ACCESSIBILITY: gettext_lazy("Welche Barriere haben Sie bemerkt, und auf welcher Seite?"),
    }

    kind = forms.ChoiceField(
        label=gettext_lazy("Worum geht es?"), choices=KINDS, widget=forms.RadioSelect, initial="message"
    )
    text = forms.CharField(
        label=gettext_lazy("Ihre Nachricht"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": gettext_lazy("Bitte schreiben Sie uns, worum es geht."),
            "max_length": TOO_LONG,
        },
    )
    call_when = line(
        gettext_lazy("Wann erreichen wir Sie am besten?"),
        length=120,
        autocomplete="off",
        help_text=gettext_lazy("Zum Beispiel: werktags ab 16 Uhr"),
    )
    field_order = ["kind", "text", "call_when"]

    def __init__(
        self, data: Any = None, *, kind: str | None = None, about: models.Model | None = None, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.fixed_kind, self.about = kind, about
        if kind:
            del self.fields["kind"], self.fields["call_when"]
            self.fields["text"].label = self.TEXT_LABELS.get(kind, self.fields["text"].label)
        else:
            self.fields["text"].required = self.data.get(self.add_prefix("kind")) != Message.Kind.CALLBACK

    @property
    def kind_is_open(self) -> bool:
        """Whether the form asks for message or callback."""
        return self.fixed_kind is None

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        wants_call = values.get("kind") == Message.Kind.CALLBACK
        if wants_call and not values.get("phone") and "phone" not in self.errors:
            self.add_error(
                "phone", _("Bitte geben Sie Ihre Telefonnummer an, damit wir Sie zurückrufen können.")
            )
        return values

    @property
    def channel(self) -> str:
        """The way back that follows from this (valid) form alone; says nothing about who is known."""
        return rules.channel_for(self.given, self.fixed_kind or self.cleaned_data["kind"])

    def words(self) -> dict[str, Any]:
        """What a valid form says, as `actions.receive_message` takes it."""
        given = self.cleaned_data
        return {
            "kind": self.fixed_kind or given["kind"],
            "text": given["text"].strip(),
            "call_when": given.get("call_when", ""),
            "about": self.about,
            "language": get_language() or "de",
            **{field: given[field] for field in CONTACT},
        }


class MessageForm(GuardedForm, MessageFields):
    """“Write to us”, for everybody: with a trap for programs, and kept once however often it is sent."""

    page = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def clean_page(self) -> str:
        """The page somebody came from: a path of this site, or nothing."""
        page = self.cleaned_data["page"]
        return page if page.startswith("/") and not page.startswith("//") and "\\" not in page else ""

    def send(self) -> Message:
        """Keep the message of a valid form; sent twice it is the same message."""
        return actions.receive_message(
            submission_key=self.submission_key, about_url=self.cleaned_data["page"], **self.words()
        )
