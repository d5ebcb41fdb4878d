"""What people tell the town about this site."""

import uuid

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quartierwerk.core.models import Town
from quartierwerk.people.rules import standard_phone

LONGEST_TEXT = 5000


class FeedbackForm(forms.Form):
    """Only the text is asked for; name and a way back are free, so that nobody is kept from saying it."""

    text = forms.CharField(
        label=gettext_lazy("Ihre Rückmeldung"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Bitte schreiben Sie uns, worum es geht.")},
    )
    name = forms.CharField(
        label=gettext_lazy("Ihr Name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-Mail"),
        required=False,
        help_text=gettext_lazy("Wenn Sie eine Antwort möchten: E-Mail oder Telefon genügt."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Telefon"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    page = forms.CharField(max_length=300, required=False, widget=forms.HiddenInput)
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean_phone(self) -> str:
        number = self.cleaned_data["phone"]
        if not number:
            return ""
        try:
            return standard_phone(number, area_code=Town.load().area_code)
        except ValueError as error:
            raise forms.ValidationError(
                _("Unter dieser Nummer können wir nicht anrufen. Bitte prüfen Sie sie.")
            ) from error

    def clean_page(self) -> str:
        """Only a path of this site."""
        page = self.cleaned_data["page"]
        return page if page.startswith("/") and not page.startswith("//") else ""

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if (given.get("email") or given.get("phone")) and not given.get("name"):
            self.add_error("name", _("Bitte nennen Sie Ihren Namen, damit wir Sie richtig ansprechen."))
        return given


class BarrierForm(FeedbackForm):
    """Somebody met a barrier on the site (BITV 2.0, § 7)."""

    text = forms.CharField(
        label=gettext_lazy("Welche Barriere haben Sie bemerkt?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Bitte beschreiben Sie die Barriere mit ein paar Worten.")},
    )
    field_order = ["text", "page", "name", "email", "phone"]
    page = forms.CharField(
        label=gettext_lazy("Auf welcher Seite?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Name oder Adresse der Seite."),
    )

    def clean_page(self) -> str:
        return str(self.cleaned_data["page"])
