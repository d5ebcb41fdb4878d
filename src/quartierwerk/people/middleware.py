"""Staff reach their tools with a second factor only."""

import re
from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

_STAFF_AREA = re.compile(r"^/(?:[a-z-]{2,12}/)?(?:verwaltung|schreibtisch)/")
_STRONG = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def used_second_factor(request: HttpRequest) -> bool:
    """Whether a second factor or a passkey was used since this session's sign-in."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


class StaffSecondFactor:
    """Sends staff without a second factor to its set-up, and asks for it where the sign-in did not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        guarded = settings.STAFF_SECOND_FACTOR and _STAFF_AREA.match(request.path)
        return (guarded and self._stop(request)) or self.get_response(request)

    def _stop(self, request: HttpRequest) -> HttpResponse | None:
        if not request.user.is_authenticated or not request.user.is_staff:
            return None
        if not is_mfa_enabled(request.user, _STRONG):
            messages.warning(
                request,
                _("Für Ihre Aufgaben brauchen Sie einen zweiten Faktor. Bitte richten Sie ihn jetzt ein."),
            )
            return redirect("mfa_index")
        if used_second_factor(request):
            return None
        return redirect(f"{reverse(self._proof(request))}?{urlencode({'next': request.get_full_path()})}")

    def _proof(self, request: HttpRequest) -> str:
        has_app = is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
        return "mfa_reauthenticate" if has_app else "mfa_reauthenticate_webauthn"
