from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse


def admin_login(request: HttpRequest) -> HttpResponse:
    """The editors' tools use the one sign-in of the site; whoever is signed in already has no access here."""
    if request.user.is_authenticated:
        raise PermissionDenied
    return redirect_to_login(request.GET.get("next", "/verwaltung/"), settings.LOGIN_URL)
