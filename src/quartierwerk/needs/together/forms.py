"""Forms of everybody about a need: words, a hand, the wish to hear more, a complaint."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from quartierwerk.people.forms import TOO_LONG, ContactFields, line
from quartierwerk.people.rules import Reachable, tidy_name
from quartierwerk.people.submission import GuardedForm

from .. import rules
from ..enums import Complaint, Frequency
from ..models.together import COMMENT_LENGTH, HELP_LENGTH
from ..rules.saying import PrivateDetail

OFTEN = [(value, label) for value, label in Frequency.choices if value != Frequency.LETTER]


def _email(label: Any, **options: Any) -> forms.EmailField:
    return forms.EmailField(
        label=label,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": gettext_lazy("Bitte geben Sie Ihre E-Mail-Adresse an."),
            "invalid": gettext_lazy("Diese E-Mail-Adresse stimmt nicht. Sie sieht so aus: name@beispiel.de"),
        },
        **options,
    )


class CommentForm(GuardedForm):
    """Words that everybody may read; what tells about a person is pointed out before it is kept."""

    text = forms.CharField(
        label=gettext_lazy("Ihr Kommentar"),
        max_length=COMMENT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": gettext_lazy("Bitte schreiben Sie etwas."),
            "max_length": TOO_LONG,
        },
    )
    shown_name = line(
        gettext_lazy("Ihr Name, für alle zu lesen"),
        length=80,
        autocomplete="name",
        help_text=gettext_lazy("Nur wenn Sie mögen. Ohne Angabe steht dort „Ohne Namen“."),
    )
    email = _email(
        gettext_lazy("E-Mail"),
        required=False,
        help_text=gettext_lazy(
            "Nur wenn Sie mögen. Wir zeigen sie niemandem. Sie bekommen dann einen Link, mit dem Sie den Kommentar zurückziehen können."
        ),
    )
    is_meant = forms.BooleanField(label=gettext_lazy("Das soll so öffentlich stehen."), required=False)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.private_details: list[PrivateDetail] = []

    def clean_shown_name(self) -> str:
        name = tidy_name(self.cleaned_data["shown_name"])
        if rules.private_details(name):
            raise ValidationError(
                _("Der Name ist für alle zu lesen. Bitte schreiben Sie keine Nummer oder Adresse hinein.")
            )
        return name

    def clean_email(self) -> str:
        return self.cleaned_data["email"].strip().lower()

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        self.private_details = rules.private_details(values.get("text", ""))
        if self.private_details and not values.get("is_meant"):
            self.fields["is_meant"].required = True  # so it is shown without “optional”
            self.add_error(
                "text",
                _(
                    "Darin steht etwas Persönliches: %s. Bitte nehmen Sie es heraus, oder bestätigen Sie es unten."
                )
                % ", ".join(f"{detail.kind} „{detail.text}“" for detail in self.private_details),
            )
        return values

    @property
    def given(self) -> Reachable | None:
        """Who a valid form says wrote it, where they can be reached."""
        email = self.cleaned_data["email"]
        return Reachable(self.cleaned_data["shown_name"] or _("Ohne Namen"), email) if email else None


class JoinForm(GuardedForm, ContactFields):
    """“Ich mache mit”: a name, a way to reach, and what somebody can do."""

    says = forms.CharField(
        label=gettext_lazy("Was können Sie tun?"),
        required=False,
        max_length=HELP_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Zum Beispiel: „Ich kann samstags mit anpacken.“ Das liest nur das Team."),
    )
    field_order = ["name", "email", "phone", "street", "postal_code", "city", "says"]

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["name"].required = True
        self.fields["name"].error_messages["required"] = _("Bitte sagen Sie uns Ihren Namen.")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        ways = ("email", "phone", "street")
        if not any(values.get(way) or way in self.errors for way in ways):
            self.add_error(
                "phone", _("Bitte sagen Sie uns, wie wir Sie erreichen: E-Mail, Telefon oder Anschrift.")
            )
        return values


class FollowForm(GuardedForm):
    """By mail, as often as somebody likes."""

    email = _email(gettext_lazy("E-Mail"))
    frequency = forms.ChoiceField(
        label=gettext_lazy("Wie oft möchten Sie hören?"),
        choices=OFTEN,
        initial=Frequency.WEEKLY,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Wenn nichts geschehen ist, schreiben wir nicht."),
    )

    def clean_email(self) -> str:
        return self.cleaned_data["email"].strip().lower()


class ComplaintForm(GuardedForm):
    """Why something should not stand there; nobody has to say who they are."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Was stimmt nicht?"),
        choices=Complaint.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Bitte wählen Sie einen Grund.")},
    )
    text = forms.CharField(
        label=pgettext_lazy("Meldung", "Möchten Sie das erklären?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


__all__ = ["CommentForm", "ComplaintForm", "FollowForm", "JoinForm"]
