"""Signing in and the own account. allauth does the work; here is what the town wants otherwise."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as allauth
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.email_verification_by_code import EmailVerificationProcess
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.internal.flows.password_reset_by_code import PasswordResetVerificationProcess
from allauth.account.internal.stagekit import LOGIN_SESSION_KEY, clear_login, unstash_login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.core.internal.httpkit import authenticated_user
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.internal import auth as webauthn
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView
from wagtail.users.models import UserProfile

from quartierwerk.core import desk
from quartierwerk.core.middleware import has_session

from . import account_rules, actions
from .account_forms import DeleteAccountForm, ProfileForm, SignInForm
from .permissions import may_use_desk

View = Callable[..., HttpResponseBase]


def _without_session(view: View) -> View:
    """allauth looks for a started sign-in; where no session came there is none to vary by."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if not has_session(request) and not request.session.modified:
            request.session.accessed = False
        return response

    return wrapped


sign_in = _without_session(allauth.login)
sign_up = _without_session(allauth.signup)
request_code = RedirectView.as_view(pattern_name="account_login", query_string=True)


class SignInAgainForm(SignInForm):
    """The sign-in form with the sentence that the code is over."""

    def clean(self) -> dict:
        self.add_error(
            "login",
            _(
                "Der Code gilt nicht mehr oder wurde schon benutzt. "
                "Lassen Sie sich bitte einen neuen schicken."
            ),
        )
        return self.cleaned_data


class SignInAgain(allauth.LoginView):
    """Answers a code that is over: the address is still there, one click sends a new code."""

    form_class = SignInAgainForm
    address = ""

    def get_form_class(self) -> type[SignInForm]:
        return self.form_class

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"data": {"login": self.address}}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.post(request, *args, **kwargs)

    def render_to_response(self, context: dict, **kwargs: Any) -> HttpResponse:
        return super().render_to_response(context, status=410, **kwargs)


def _code_is_over(request: HttpRequest, address: str) -> HttpResponseBase:
    if request.user.is_authenticated:
        messages.error(request, _("Der Code gilt nicht mehr. Bitte lassen Sie sich einen neuen schicken."))
        return redirect("account_email")
    clear_login(request)
    return SignInAgain.as_view(address=address)(request)


@_without_session
@never_cache
def confirm_code(request: HttpRequest) -> HttpResponseBase:
    """The code that signs in."""
    address = request.session.get(LOGIN_SESSION_KEY, {}).get("email") or ""
    login = unstash_login(request, peek=True)
    stage = LoginStageController.enter(request, LoginByCodeStage.key)
    if request.user.is_authenticated or (stage and LoginCodeVerificationProcess(stage=stage).is_valid()):
        return allauth.confirm_login_code(request)
    if login and not stage:  # the code was right; another step, such as the second factor, waits
        return redirect("account_login")
    return _code_is_over(request, address)


@_without_session
@never_cache
def confirm_email(request: HttpRequest) -> HttpResponseBase:
    """The code that proves an address: of a new account or a changed one."""
    address = request.session.get("account_email_verification_code", {}).get("email", "")
    if EmailVerificationProcess.resume(request):
        return allauth.email_verification_sent(request)
    return _code_is_over(request, address)


@_without_session
@never_cache
def confirm_password_code(request: HttpRequest) -> HttpResponseBase:
    """The code that allows a new password."""
    address = request.session.get("account_password_reset_verification", {}).get("email", "")
    if PasswordResetVerificationProcess.resume(request):
        return allauth.confirm_password_reset_code(request)
    return _code_is_over(request, address)


class SignInByPasskey(LoginWebAuthnView):
    """Asked by a script for the challenge; with it begins the session, hence the token for the form."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        if "application/json" not in request.headers.get("Accept", ""):
            return redirect("account_login")
        options = webauthn.begin_authentication(user=None)
        return JsonResponse({"request_options": options, "token": get_token(request)})

    def form_invalid(self, form: Any) -> HttpResponse:  # noqa: ARG002
        messages.error(
            self.request,
            _("Mit diesem Passkey hat es nicht geklappt. Melden Sie sich bitte mit einem Code an."),
        )
        return redirect("account_login")


sign_in_by_passkey = never_cache(SignInByPasskey.as_view())


def _set_up_counts_as_used(request: HttpRequest, kind: Authenticator.Type) -> None:
    """Whoever just set a second factor up has proved to hold it; staff may go on without proving it again."""
    record_authentication(request, request.user, "mfa", type=kind, reauthenticated=True)


class ActivateApp(ActivateTOTPView):
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        _set_up_counts_as_used(self.request, Authenticator.Type.TOTP)
        return response


class AddPasskey(AddWebAuthnView):
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        _set_up_counts_as_used(self.request, Authenticator.Type.WEBAUTHN)
        return response


activate_app = ActivateApp.as_view()
add_passkey = AddPasskey.as_view()


def _links(request: HttpRequest) -> list[dict[str, str]]:
    """What the holder can change about the ways to sign in, each with its present state."""
    user = authenticated_user(request)
    on, off = _("eingerichtet"), _("nicht eingerichtet")
    keys = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.WEBAUTHN).count()
    return [
        {"title": _("E-Mail-Adresse"), "state": user.email, "url": "account_email"},
        {
            "title": _("Passkeys und Schlüssel"),
            "state": str(keys) if keys else off,
            "url": "mfa_list_webauthn",
        },
        {
            "title": _("Zweiter Faktor"),
            "state": on if is_mfa_enabled(user) else off,
            "url": "mfa_index",
        },
        {
            "title": _("Passwort (freiwillig)"),
            "state": on if user.has_usable_password() else off,
            "url": "account_change_password" if user.has_usable_password() else "account_set_password",
        },
    ]


@login_required
@never_cache
def account(request: HttpRequest) -> HttpResponse:
    """The own account: name and language, ways to sign in, roles."""
    user = authenticated_user(request)
    profile = UserProfile.objects.filter(user=user).first()
    form = ProfileForm(
        request.POST or None,
        instance=user,
        initial={"language": (profile.preferred_language if profile else "") or request.LANGUAGE_CODE},
    )
    if request.method == "POST" and form.is_valid():
        actions.change_profile(
            user=user, name=form.cleaned_data["name"], language=form.cleaned_data["language"]
        )
        messages.success(request, _("Gespeichert."))
        return redirect("account")
    context = {
        "form": form,
        "links": _links(request),
        "roles": user.roles.all(),
        "may_write_pages": user.has_perm("wagtailadmin.access_admin"),
        "desk_url": _desk_url(user),
    }
    return render(request, "account/account.html", context)


def _desk_url(user: Any) -> str:
    """The desk, or the one section of it that somebody without a role there may open; "" for nobody's."""
    if may_use_desk(user):
        return reverse("people:desk")
    return next((reverse(section.url_name) for section in desk.sections_for(user)), "")


@login_required
@never_cache
@reauthentication_required(app="allauth.account")
def delete_account(request: HttpRequest) -> HttpResponse:
    """Remove the own account, after a deliberate yes."""
    user = authenticated_user(request)
    reason = account_rules.why_not_delete(user)
    form = DeleteAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.delete_account(user=user, by=user)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            logout(request)
            messages.success(request, _("Ihr Konto ist gelöscht. Alles Gute!"))
            return redirect("/")
    return render(request, "account/delete.html", {"form": form, "reason": reason})
