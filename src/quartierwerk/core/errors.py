"""Error pages that help; the templates stand in core/templates/<status>.html."""

import re

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

# Names (in German and English) of fields whose content must never come back in a page.
_SECRET = re.compile(r"passw|kennwort|secret|geheim|token|code|credential|otp|pin$", re.IGNORECASE)


def _comes_from_this_site(request: HttpRequest) -> bool:
    """Whether the browser itself says that the form stood on a page of this site."""
    here = f"{request.scheme}://{request.get_host()}"
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    if origin or site:
        return origin in (None, here, *settings.CSRF_TRUSTED_ORIGINS) and site in (None, "same-origin")
    return request.headers.get("Referer", "").startswith(f"{here}/")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The session ended while somebody was writing: give the typed text back, to be sent once more.

    A form of another site gets nothing back: our page would lend it a valid token. Passwords and codes never
    come back either.
    """
    if not _comes_from_this_site(request):
        return render(request, "403.html", status=403)
    typed = [
        (name, value) for name, values in request.POST.lists() for value in values if not _SECRET.search(name)
    ]
    return render(
        request, "core/errors/csrf.html", {"typed": typed, "action": request.get_full_path()}, status=403
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was sent cannot be read; 413 where it is only too much of it."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return render(request, "404.html", status=404)
