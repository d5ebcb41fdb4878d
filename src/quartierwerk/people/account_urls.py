"""Addresses of the own account: allauth's views under German words, with allauth's names."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path

from . import account_views as views

_signing_in = [
    path("anmelden/", views.sign_in, name="account_login"),
    path("anmelden/code-anfordern/", views.request_code, name="account_request_login_code"),
    path("anmelden/code/", views.confirm_code, name="account_confirm_login_code"),
    path("anmelden/passkey/", views.sign_in_by_passkey, name="mfa_login_webauthn"),
    path("anmelden/zweiter-faktor/", mfa.authenticate, name="mfa_authenticate"),
    path("abmelden/", account.logout, name="account_logout"),
    path("registrieren/", views.sign_up, name="account_signup"),
    path("gesperrt/", account.account_inactive, name="account_inactive"),
]
_password = [
    path("passwort/", account.password_change, name="account_change_password"),
    path("passwort/vergeben/", account.password_set, name="account_set_password"),
    path("passwort/vergessen/", account.password_reset, name="account_reset_password"),
    path(
        "passwort/vergessen/code/",
        views.confirm_password_code,
        name="account_confirm_password_reset_code",
    ),
    path("passwort/vergessen/neu/", account.complete_password_reset, name="account_complete_password_reset"),
    path(
        "passwort/vergessen/fertig/",
        account.password_reset_from_key_done,
        name="account_password_reset_completed",
    ),
]
_email = [
    path("e-mail/", account.email, name="account_email"),
    path("e-mail/code/", views.confirm_email, name="account_email_verification_sent"),
]
_confirming = [
    path("bestaetigen/", account.reauthenticate, name="account_reauthenticate"),
    path("bestaetigen/app/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("bestaetigen/schluessel/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
]
_second_factor = [
    path("zweiter-faktor/", mfa.index, name="mfa_index"),
    path("zweiter-faktor/app/", views.activate_app, name="mfa_activate_totp"),
    path("zweiter-faktor/app/ausschalten/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("zweiter-faktor/ersatzcodes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "zweiter-faktor/ersatzcodes/neu/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"
    ),
    path(
        "zweiter-faktor/ersatzcodes/datei/", codes.download_recovery_codes, name="mfa_download_recovery_codes"
    ),
    path("schluessel/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("schluessel/neu/", views.add_passkey, name="mfa_add_webauthn"),
    path("schluessel/<int:pk>/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("schluessel/<int:pk>/entfernen/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
]

urlpatterns = [
    path("", views.account, name="account"),
    path("loeschen/", views.delete_account, name="account_delete"),
    *_signing_in,
    *_password,
    *_email,
    *_confirming,
    *_second_factor,
]
