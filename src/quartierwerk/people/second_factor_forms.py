"""The forms of second factors and passkeys: allauth's rules with the town's words."""

from typing import Any

from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from .account_forms import PlainFields


class _AppCode(PlainFields):
    words = {"code": (_("Code aus der App"), _("Sechs Ziffern, oder einer Ihrer Ersatzcodes."))}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages["required"] = _("Bitte tippen Sie den Code ein.")
        self.fields["code"].widget.attrs |= {
            "inputmode": "numeric",
            "autocomplete": "one-time-code",
            "size": 10,
        }


class SecondFactorForm(_AppCode, mfa.AuthenticateForm):
    """The second step of a sign-in."""


class ConfirmSecondFactorForm(_AppCode, mfa.ReauthenticateForm):
    """Once more, before something delicate."""


class ActivateAppForm(_AppCode, ActivateTOTPForm):
    words = {"code": (_("Code aus der App"), _("Sechs Ziffern, die Ihre App jetzt für diese Seite anzeigt."))}


class AddPasskeyForm(PlainFields, AddWebAuthnForm):
    words = {
        "name": (_("Name des Schlüssels"), _("Damit Sie ihn wiedererkennen, zum Beispiel „Mein Handy“.")),
        "passwordless": (
            _("Auch ohne Code damit anmelden (Passkey)"),
            _("Das Gerät fragt dann nach Fingerabdruck, Gesicht oder PIN."),
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True
        self.fields["credential"].error_messages["required"] = _(
            "Der Schlüssel wurde nicht gelesen. Bitte versuchen Sie es noch einmal."
        )


class RenamePasskeyForm(PlainFields, EditWebAuthnForm):
    name = forms.CharField(max_length=60)
    words = {"name": (_("Name des Schlüssels"), "")}
