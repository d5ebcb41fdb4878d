"""How allauth signs people in for the town: words, mails, client address, secrets."""

from base64 import urlsafe_b64encode
from io import BytesIO
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.httpkit import authenticated_user
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from wagtail.users.models import UserProfile

from quartierwerk.core.models import Town

from . import actions
from .models import User

SAMPLE_DOMAIN = ".example"  # RFC 2606: no such address can exist; the demo's accounts live there


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in as the town wants it."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Dieses Konto ist zurzeit gesperrt. Bitte wenden Sie sich an uns."),
        "duplicate_email": _("Diese E-Mail-Adresse steht schon in Ihrem Konto."),
        "email_password_mismatch": _(
            "E-Mail-Adresse und Passwort passen nicht zusammen. Ohne Passwort geht es auch: "
            "Lassen Sie das Feld leer, dann schicken wir Ihnen einen Code."
        ),
        "email_taken": _("Zu dieser E-Mail-Adresse gibt es schon ein Konto."),
        "enter_current_password": _("Das ist nicht Ihr jetziges Passwort. Bitte prüfen Sie die Eingabe."),
        "incorrect_code": _(
            "Dieser Code stimmt nicht. Bitte vergleichen Sie ihn mit dem Code in unserer neuesten E-Mail."
        ),
        "incorrect_password": _("Das Passwort stimmt nicht."),
        "invalid_login": _("So klappt die Anmeldung nicht. Bitte prüfen Sie Ihre E-Mail-Adresse."),
        "invalid_password_reset": _(
            "Dieser Code gilt nicht mehr. Bitte lassen Sie sich einen neuen schicken."
        ),
        "max_email_addresses": _("Mehr als %d E-Mail-Adressen sind nicht möglich."),
        "rate_limited": _("Das waren viele Anfragen in kurzer Zeit. Bitte warten Sie einen Moment."),
        "same_as_current": _("Das ist schon Ihre jetzige Adresse."),
        "too_many_login_attempts": _(
            "Das waren zu viele Versuche. Bitte warten Sie ein paar Minuten und lassen Sie sich dann einen "
            "neuen Code schicken."
        ),
        "unverified_primary_email": _("Bitte bestätigen Sie zuerst Ihre E-Mail-Adresse."),
    }

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user = super().save_user(request, user, form, commit=commit)
        if commit:
            actions.welcome_resident(user=user)
        return user

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """The samples of a demo town have a printed password: outside the demo it opens nothing."""
        user = super().authenticate(request, **credentials)
        is_sample = user is not None and user.email.endswith(SAMPLE_DOMAIN)
        return None if is_sample and not settings.DEMO else user

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return _in_language_of(authenticated_user(request), "account")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        return reverse("account")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        common = {
            "town": Town.load(),
            "minutes": settings.CODE_MINUTES,
            "login_url": settings.BASE_URL + reverse("account_login"),
        }
        super().send_mail(template_prefix, email, common | context)

    def format_email_subject(self, subject: str) -> str:
        return subject


def _in_language_of(user: User, name: str) -> str:
    """The address of a page in the language somebody chose for their account."""
    profile = UserProfile.objects.filter(user=user).first()
    chosen = profile.preferred_language if profile else ""
    with override(chosen if chosen in settings.INTERFACE_LANGUAGES else get_language()):
        return reverse(name)


def _cipher() -> MultiFernet:
    """Keys derived from the installation's secrets; an old secret in `SECRET_KEY_FALLBACKS` still reads."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (
        salted_hmac("quartierwerk.second-factor", "", secret=secret, algorithm="sha256").digest()
        for secret in secrets
    )
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors with the town's name in the app, readable QR codes, and secrets encrypted at rest."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": _(
            "Solange ein zweiter Faktor aktiv ist, lässt sich die E-Mail-Adresse nicht ändern. "
            "Bitte schalten Sie ihn dafür kurz aus."
        ),
        "cannot_delete_authenticator": _("Diesen zweiten Faktor brauchen Sie für Ihre Aufgaben."),
        "cannot_generate_recovery_codes": _("Bitte richten Sie zuerst einen zweiten Faktor ein."),
        "incorrect_code": _(
            "Dieser Code stimmt nicht. Bitte geben Sie den Code ein, den Ihre App gerade anzeigt."
        ),
        "unverified_email": _("Bitte bestätigen Sie zuerst Ihre E-Mail-Adresse."),
    }

    def _get_site_name(self) -> str:
        town = Town.load()
        return f"{town.platform_name} {town.name}"

    def build_totp_svg(self, url: str) -> str:
        svg = BytesIO()
        segno.make(url, error="m").save(
            svg, kind="svg", scale=5, light="#ffffff", dark="#000000", xmldecl=False
        )
        return svg.getvalue().decode()

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: User, type: Any) -> str:
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return str(_("Passkey")) if number == 1 else f"{_('Passkey')} {number}"
