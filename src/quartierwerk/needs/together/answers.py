"""What the views of this package have in common: whose page it is, where it leads back to, who may keep it."""

import uuid

from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from quartierwerk.core.context import Link, breadcrumbs
from quartierwerk.core.templatetags.ui import content_lang

from .. import queries
from ..models import Need

_JUST_NOW = TimestampSigner(salt="needs.just-now")
FRESH_SECONDS = 120
_SUBMISSIONS = uuid.UUID("5b7f0c9a-0a0f-4a5e-8d8e-3f6a2f1d9c44")


def public_need(reference: str) -> Need:
    return get_object_or_404(queries.public_needs().select_related("duplicate_of"), reference=reference)


def way_to(need: Need, here: str) -> list[Link]:
    return breadcrumbs(
        (pgettext("Navigation", "Handlungsbedarfe"), reverse("needs:list")),
        Link(need.title, need.get_absolute_url(), lang=content_lang(need.language)),
        here,
    )


def back_to(need: Need, place: str, just_now: str = "") -> HttpResponse:
    """303 to a place on the page of the need; `just_now` says for two minutes what was done, also to nobody else."""
    query = f"?eben={_JUST_NOW.sign(f'{need.pk}-{just_now}')}" if just_now else ""
    return HttpResponseRedirect(f"{need.get_absolute_url()}{query}#{place}", status=303)


def just_now(request: HttpRequest, need: Need) -> str:
    """What `back_to` said, while it is fresh; an address that somebody passes on later says nothing."""
    try:
        said = _JUST_NOW.unsign(request.GET.get("eben", ""), max_age=FRESH_SECONDS)
    except BadSignature:
        return ""
    return said.removeprefix(f"{need.pk}-") if said.startswith(f"{need.pk}-") else ""


def key_for(submission_key: uuid.UUID, need: Need, what: str) -> uuid.UUID:
    """The same words under two needs are two submissions."""
    return uuid.uuid5(_SUBMISSIONS, f"{submission_key} {need.pk} {what}")


def not_shared(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What was typed is kept by nobody; the empty form by the visitor's own browser only, with its key."""
    if request.method == "POST":
        add_never_cache_headers(response)
    else:
        patch_cache_control(response, private=True, no_cache=True)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def too_many() -> str:
    return _(
        "Von Ihrem Anschluss kam in der letzten Stunde sehr viel. "
        "Bitte versuchen Sie es später noch einmal, oder rufen Sie uns an."
    )
