"""Signing in: by e-mailed code or passkey, optional password; staff with a second factor."""

from .environment import SettingError, env
from .installation import DEBUG, DEMO
from .security import BEHIND_PROXY

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
STAFF_SECOND_FACTOR = env.flag(
    "STAFF_SECOND_FACTOR",
    not DEMO,
    meaning="Staff must have a second factor; may be switched off for the demo only",
)
if not STAFF_SECOND_FACTOR and not DEMO:
    raise SettingError(
        "STAFF_SECOND_FACTOR is off; that is allowed for the demo only (QUARTIERWERK_DEMO=yes)."
    )

ACCOUNT_ADAPTER = "quartierwerk.people.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_CHANGE_EMAIL = True  # one address an account; the new one counts once its code was typed in
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True

# Six figures are easy to read out and to type; a code lasts long enough to find the mail on another device.
CODE_MINUTES = 15
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
ACCOUNT_LOGIN_TIMEOUT = 2 * CODE_MINUTES * 60
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = CODE_MINUTES * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = CODE_MINUTES * 60
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = CODE_MINUTES * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_FORMS = {
    "login": "quartierwerk.people.account_forms.SignInForm",
    "signup": "quartierwerk.people.account_forms.SignUpForm",
    "confirm_login_code": "quartierwerk.people.account_forms.SignInCodeForm",
    "confirm_email_verification_code": "quartierwerk.people.account_forms.EmailCodeForm",
    "confirm_password_reset_code": "quartierwerk.people.account_forms.PasswordCodeForm",
    "add_email": "quartierwerk.people.account_forms.NewEmailForm",
    "change_password": "quartierwerk.people.account_forms.ChangePasswordForm",
    "set_password": "quartierwerk.people.account_forms.SetPasswordForm",
    "reset_password": "quartierwerk.people.account_forms.ForgottenPasswordForm",
    "reset_password_from_key": "quartierwerk.people.account_forms.NewPasswordForm",
    "reauthenticate": "quartierwerk.people.account_forms.ConfirmPasswordForm",
}

MFA_ADAPTER = "quartierwerk.people.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO or DEBUG
MFA_FORMS = {
    "authenticate": "quartierwerk.people.second_factor_forms.SecondFactorForm",
    "reauthenticate": "quartierwerk.people.second_factor_forms.ConfirmSecondFactorForm",
    "activate_totp": "quartierwerk.people.second_factor_forms.ActivateAppForm",
    "add_webauthn": "quartierwerk.people.second_factor_forms.AddPasskeyForm",
    "edit_webauthn": "quartierwerk.people.second_factor_forms.RenamePasskeyForm",
}

MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/konto/"
LOGOUT_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
