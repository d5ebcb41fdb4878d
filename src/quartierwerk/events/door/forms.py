"""What is typed at the entrance."""

import uuid
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from .attendance import Guest


class WalkInForm(forms.Form):
    """Somebody who comes unannounced; sent twice it is one party (`submission_key`)."""

    people = forms.IntegerField(
        label=_("Wie viele Personen?"),
        min_value=1,
        max_value=500,
        initial=1,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    name = forms.CharField(
        label=_("Name"), max_length=120, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    reason = forms.CharField(
        label=_("Warum vor der Warteliste?"),
        max_length=300,
        required=False,
        help_text=_("Nur nötig, wenn noch jemand auf der Warteliste steht."),
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, has_waiting: bool, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["submission_key"].initial = uuid.uuid4
        if not has_waiting:
            del self.fields["reason"]


class ReleaseForm(forms.Form):
    """Places of people who have not come, picked by hand."""

    codes = forms.MultipleChoiceField(
        label=_("Wer ist nicht gekommen?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Bitte wählen Sie aus, wessen Platz frei wird.")},
    )
    reason = forms.CharField(label=_("Grund"), max_length=300, initial=_("nicht gekommen"))

    def __init__(self, data: Any = None, *, missing: list[Guest], **options: Any) -> None:
        super().__init__(data, **options)
        codes = cast(forms.MultipleChoiceField, self.fields["codes"])
        codes.choices = [(guest.code, f"{guest.shown} ({guest.party_size})") for guest in missing]
