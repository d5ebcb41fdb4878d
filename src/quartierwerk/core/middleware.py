"""Middleware that keeps the public promises: no cookie before somebody signs in, nothing from elsewhere."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import REASON_BAD_ORIGIN, CsrfViewMiddleware
from django.utils.cache import patch_vary_headers


def has_session(request: HttpRequest) -> bool:
    """Whether the visitor carries a session; without one there is nothing to forge and nothing to look up."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


class PrivateWithSession:
    """What somebody with a session gets is theirs: no cache keeps it, be it a page, a refusal or a file.

    Stands outside the session, so that the answer that begins one counts, too. The files of the program itself
    are the same for everybody and are answered before, by WhiteNoise.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_theirs = has_session(request) or settings.SESSION_COOKIE_NAME in response.cookies
        if is_theirs and not request.path.startswith(settings.STATIC_URL):
            response.headers["Cache-Control"] = "private, no-store"
        return response


class NoZeroBytes:
    """A zero byte in an address names nothing, and PostgreSQL would refuse to look for it.

    A view that says so in a form of its own carries `refuses_zero_bytes`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> None:  # noqa: ARG002 - Django's
        if "\x00" in request.path_info and not getattr(view, "refuses_zero_bytes", False):
            raise Http404


class ContentSecurityPolicy:
    """Only what this site serves itself; a configured base map is the one exception.

    Wagtail's admin needs inline scripts and styles.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        tiles = urlsplit(settings.MAP_TILES_URL)
        images = (
            f"'self' data: blob: {tiles.scheme}://{tiles.netloc.replace('{s}', '*')}"
            if tiles.netloc
            else "'self' data: blob:"
        )
        common = (
            f"default-src 'self'; img-src {images}; object-src 'none'; base-uri 'self'; form-action 'self'; "
            "frame-ancestors 'self'"
        )
        self.public = f"{common}; script-src 'self'; style-src 'self'"
        self.admin = f"{common}; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'"

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        policy = self.admin if request.path.startswith("/verwaltung/") else self.public
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Permissions-Policy", "geolocation=(self), camera=(self), microphone=()")
        return response


class CsrfWithoutCookie(CsrfViewMiddleware):
    """Django's check for whoever has a session; for others the browser's own word on where a form came from.

    A visitor without a session has no rights a foreign site could abuse, so a token (and its cookie) protects
    nothing; a form posted from another origin is still refused, which also covers the sign-in form.
    """

    def process_view(self, request, callback, callback_args, callback_kwargs):
        if has_session(request):
            return super().process_view(request, callback, callback_args, callback_kwargs)
        if getattr(callback, "csrf_exempt", False) or request.method in ("GET", "HEAD", "OPTIONS", "TRACE"):
            return None
        origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site", "none")
        foreign = origin and not self._origin_verified(request)  # type: ignore[attr-defined]
        if foreign or site not in ("same-origin", "none"):
            return self._reject(request, REASON_BAD_ORIGIN % (origin or site))  # type: ignore[attr-defined]
        return None

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        # A session that begins with this answer counts: its next form needs the token.
        begins = request.session.modified and not request.session.is_empty()
        return super().process_response(request, response) if has_session(request) or begins else response


class AuthenticationWhenSignedIn(AuthenticationMiddleware):
    """Without a session cookie nobody is signed in, and the answer does not vary by cookie."""

    def process_request(self, request: HttpRequest) -> None:
        if has_session(request):
            super().process_request(request)
        else:
            request.user = AnonymousUser()

            async def auser() -> AnonymousUser:
                return AnonymousUser()

            request.auser = auser


class MessagesWhenSignedIn(MessageMiddleware):
    """As Django's, with messages in a cookie of their own (`MESSAGE_STORAGE`): reading them asks no session.

    Only an answer to somebody who carries such a cookie varies by it.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if CookieStorage.cookie_name in request.COOKIES:
            patch_vary_headers(response, ("Cookie",))
        return super().process_response(request, response)
