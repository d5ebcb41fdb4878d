"""The forms of sign-in and of the own account: allauth's rules with the town's words.

Placeholders are left out (they vanish while typing and are read badly); label and hint say what belongs
into a field.
"""

from typing import Any

from allauth.account import forms as allauth
from allauth.account.internal.flows.manage_email import sync_user_email_address
from django import forms
from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from .models import User

_code_hint = lazy(
    lambda: (
        gettext("Sechs Ziffern aus unserer E-Mail. Der Code gilt %(minutes)d Minuten.")
        % {"minutes": settings.CODE_MINUTES}
    ),
    str,
)()


class PlainFields:
    """Replaces labels and hints, takes placeholders out. `words` maps field names to (label, hint)."""

    words: dict[str, tuple[Any, Any]] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in self.words:
                field.label, field.help_text = self.words[name]
            if isinstance(field, forms.EmailField):
                field.error_messages["invalid"] = _(
                    "Bitte schreiben Sie die E-Mail-Adresse vollständig, zum Beispiel name@beispiel.de."
                )


_EMAIL = _("E-Mail-Adresse")


class SignInForm(PlainFields, allauth.LoginForm):
    """An e-mail address is enough; whoever has a password may give it as well."""

    words = {
        "login": (_EMAIL, ""),
        "password": (_("Passwort"), ""),
    }

    def _setup_password_field(self) -> None:
        self.fields["password"].required = False

    def _clean_without_password(self, email: str | None, phone: str | None) -> dict:
        cleaned = super()._clean_without_password(email, phone)
        if self.user:
            sync_user_email_address(self.user)
        return cleaned


class SignUpForm(PlainFields, allauth.SignupForm):
    words = {"email": (_EMAIL, _("Wir schicken Ihnen einen Code, mit dem Sie die Adresse bestätigen."))}


class _CodeField(PlainFields):
    words = {"code": (_("Code"), _code_hint)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.error_messages["required"] = _("Bitte tippen Sie den Code aus der E-Mail ein.")
        field.widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code", "size": 10}


class SignInCodeForm(_CodeField, allauth.ConfirmLoginCodeForm):
    """The code from the mail."""


class EmailCodeForm(_CodeField, allauth.ConfirmEmailVerificationCodeForm):
    """The code that proves an address."""


class PasswordCodeForm(_CodeField, allauth.ConfirmPasswordResetCodeForm):
    """The code that allows a new password."""


class NewEmailForm(PlainFields, allauth.AddEmailForm):
    words = {
        "email": (
            _("Neue E-Mail-Adresse"),
            _("Wir schicken einen Code dorthin. Bis Sie ihn eingeben, gilt die jetzige Adresse weiter."),
        )
    }


_NEW_PASSWORD = (
    _("Neues Passwort"),
    _("Mindestens 10 Zeichen. Ein Satz, den nur Sie kennen, ist am besten."),
)
_AGAIN = (_("Neues Passwort noch einmal"), "")


class SetPasswordForm(PlainFields, allauth.SetPasswordForm):
    words = {"password1": _NEW_PASSWORD, "password2": _AGAIN}


class ChangePasswordForm(PlainFields, allauth.ChangePasswordForm):
    words = {"oldpassword": (_("Jetziges Passwort"), ""), "password1": _NEW_PASSWORD, "password2": _AGAIN}


class ForgottenPasswordForm(PlainFields, allauth.ResetPasswordForm):
    words = {"email": (_EMAIL, _("Wir schicken Ihnen einen Code. Damit vergeben Sie ein neues Passwort."))}


class NewPasswordForm(PlainFields, allauth.ResetPasswordKeyForm):
    words = SetPasswordForm.words


class ConfirmPasswordForm(PlainFields, allauth.ReauthenticateForm):
    words = {"password": (_("Passwort"), "")}


def _languages() -> list[tuple[str, str]]:
    return [
        (code, get_language_info(code)["name_local"].capitalize()) for code in settings.INTERFACE_LANGUAGES
    ]


class ProfileForm(forms.ModelForm):
    """What the holder of an account says about themselves."""

    language = forms.ChoiceField(
        label=_("Sprache"), choices=_languages, help_text=_("In dieser Sprache schreiben wir Ihnen.")
    )

    class Meta:
        model = User
        fields = ["name"]
        help_texts = {"name": _("So sprechen wir Sie an. Öffentlich ist der Name nicht.")}


class DeleteAccountForm(forms.Form):
    """A deliberate yes."""

    sure = forms.BooleanField(
        label=_("Ja, ich möchte mein Konto löschen"),
        error_messages={
            "required": _("Bitte setzen Sie den Haken, wenn Sie das Konto wirklich löschen möchten.")
        },
    )
