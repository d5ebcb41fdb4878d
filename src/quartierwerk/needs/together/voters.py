"""Who is counted at “Betrifft mich auch”: an account, or a browser by the random key it got with its first click.

The key is a strictly necessary cookie (§ 25 Abs. 2 Nr. 2 TDDDG): without it the number would not be honest. It is sent to the
addresses of the button only, in each language of the interface, so that every other page still comes from the cache. What is
kept of it is a digest.
"""

import re
import secrets
from dataclasses import dataclass
from http.cookies import Morsel
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac

from quartierwerk.people.models import Person

from ..models import Support

COOKIE = "betrifft_mich"
A_YEAR = 365 * 24 * 3600
_KEY = re.compile(r"[\w-]{20,60}")
_DIGEST_LENGTH = 48


@dataclass(frozen=True)
class Voter:
    """`name` is what is counted, `known_as` the other name of the same human being, or ""."""

    name: str
    known_as: str = ""
    person: Person | None = None


def person_of(user: Any) -> Person | None:
    """The human being of an account, where the town knows it."""
    return Person.objects.filter(user=user).first() if user.is_authenticated else None


def voter_of(request: HttpRequest) -> Voter | None:
    """Who asks: the account, else the browser; None where it has no key yet."""
    browser = _browser(request)
    if request.user.is_authenticated:
        person = person_of(request.user)
        return Voter(Support.voter_of(person) if person else f"account:{request.user.pk}", browser, person)
    return Voter(browser) if browser else None


def _browser(request: HttpRequest) -> str:
    key = request.COOKIES.get(COOKIE, "")
    if not _KEY.fullmatch(key):
        return ""
    digest = salted_hmac("needs.voter", key, algorithm="sha256").hexdigest()
    return f"browser:{digest[:_DIGEST_LENGTH]}"


def give_key(response: HttpResponse) -> HttpResponse:
    """One cookie of the same name and key for the address of the button in each language."""
    key = secrets.token_urlsafe(24)
    for language in settings.INTERFACE_LANGUAGES:
        morsel: Morsel[str] = Morsel()
        morsel.set(COOKIE, key, key)
        attributes: dict[str, Any] = {
            "path": _path(language),
            "max-age": A_YEAR,
            "httponly": True,
            "samesite": "Lax",
            "secure": bool(settings.SESSION_COOKIE_SECURE),
        }
        morsel.update(attributes)
        response.cookies[f"{COOKIE}@{language}"] = morsel
    return response


def _path(language: str) -> str:
    with translation.override(language):
        return reverse("needs:support", args=["x"]).removesuffix("x/")
