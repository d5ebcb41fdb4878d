"""What guards the public forms against machines and double clicks, without a cookie.

A form carries a signed token with a random key and the time it was shown. What was typed, together with the day, names
the submission: the same words of the same person are one message however often they are sent, also after going back
to a form that the browser fetched anew; changed words are a new one. Words of somebody who left neither name nor address
are told apart by the key, for two strangers may say the same.
"""

import uuid
from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quartierwerk.core import clock

LEAST_SECONDS = 2
LONGEST = timedelta(hours=24)
_signer = TimestampSigner(salt="people.submission")
_SUBMISSIONS = uuid.UUID("0d9a0c5e-6f0f-4e0e-9f39-6a1f2f1d7c11")


def new_token() -> str:
    return _signer.sign(uuid.uuid4().hex)


class GuardedForm(forms.Form):
    """Adds `form_token`, an empty trap field and `submission_key`; what stands in `ASIDE` are no words."""

    ASIDE: ClassVar[frozenset[str]] = frozenset({"form_token"})

    homepage = forms.CharField(
        label=gettext_lazy("Bitte leer lassen"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    form_token = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["form_token"].initial = new_token
        self._key = ""

    def clean_homepage(self) -> str:
        if self.cleaned_data["homepage"]:
            raise ValidationError(
                _("Dieses Feld muss leer bleiben; es hält Programme ab. Bitte löschen Sie den Inhalt.")
            )
        return ""

    def clean_form_token(self) -> str:
        """The key inside; a missing or expired token asks to send once more, with the text still there."""
        token = self.cleaned_data["form_token"]
        try:
            self._key = _signer.unsign(token, max_age=LONGEST)
        except SignatureExpired:
            return self._once_more(_("Das Formular war lange offen. Bitte schicken Sie es noch einmal ab."))
        except BadSignature:
            return self._once_more(_("Bitte schicken Sie das Formular noch einmal ab."))
        if self._shown_just_now(token) and self._advertises():
            self.add_error(
                None,
                _(
                    "Das ging sehr schnell. "
                    "Bitte prüfen Sie Ihre Angaben und schicken Sie sie noch einmal ab."
                ),
            )
        return token

    def _once_more(self, sentence: str) -> str:
        self.add_error(None, sentence)
        typed: Any = self.data
        self.data = typed = typed.copy()
        typed[self.add_prefix("form_token")] = fresh = new_token()
        return fresh

    def _advertises(self) -> bool:
        """Links in the text, seconds after the form was shown: no human writes like that."""
        return "://" in str(self.data.get(self.add_prefix("text"), ""))

    @staticmethod
    def _shown_just_now(token: str) -> bool:
        try:
            _signer.unsign(token, max_age=LEAST_SECONDS)
        except SignatureExpired:
            return False
        return True

    @property
    def submission_key(self) -> uuid.UUID:
        """Of a valid form; see the module."""
        words = sorted((k, str(v)) for k, v in self.cleaned_data.items() if k not in self.ASIDE)
        is_known = any(self.cleaned_data.get(field) for field in ("name", "email", "phone", "street"))
        apart = clock.today().isoformat() if is_known else self._key
        return uuid.uuid5(_SUBMISSIONS, repr([apart, words]))
