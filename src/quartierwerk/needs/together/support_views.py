"""“Betrifft mich auch”: one button that works everywhere, and a page of one's own that says how it stands.

A browser without a key gets one and is sent here again with its form (307). Only one that kept the key is counted: else
every click of a browser without cookies would be one more.
"""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from quartierwerk.core.rate_limits import RateLimit
from quartierwerk.events.registration.views import private

from .. import actions, rules
from ..models import Need
from . import answers, queries, voters
from .voters import Voter

SUPPORTS_PER_HOUR = RateLimit("need-supports", per_hour=60)
PER_NEED = 10  # an hour from one address: a family or a whole house, no programs
PLACE = "betrifft-mich"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def support(request: HttpRequest, reference: str) -> HttpResponse:
    """GET says how it stands; POST adds or (`zuruecknehmen`) takes back, and returns to the place on the page."""
    need = answers.public_need(reference)
    voter = voters.voter_of(request)
    if request.method != "POST":
        return _page(request, need, voter)
    if voter is None:
        if "mit-cookie" in request.GET:
            return _page(request, need, None, refused=_without_cookie(), status=422)
        path = reverse("needs:support", args=[need.reference])
        return voters.give_key(HttpResponseRedirect(f"{path}?mit-cookie", status=307))
    if "zuruecknehmen" in request.POST:
        actions.cease_to_support(need=need, voter=voter.name, known_as=voter.known_as)
        return answers.back_to(need, PLACE, "zurueck")
    return _add(request, need, voter)


def _add(request: HttpRequest, need: Need, voter: Voter) -> HttpResponse:
    of_need = RateLimit(f"need-support-{need.pk}", per_hour=PER_NEED)
    if not request.user.is_authenticated and (
        SUPPORTS_PER_HOUR.is_exceeded(request) or of_need.is_exceeded(request)
    ):
        return _page(request, need, voter, refused=answers.too_many(), status=429)
    try:
        actions.support(need=need, voter=voter.name, person=voter.person, known_as=voter.known_as)
    except ValidationError as refused:
        return _page(request, need, voter, refused=refused.messages[0], status=422)
    return answers.back_to(need, PLACE, "dabei")


def _without_cookie() -> str:
    return _(
        "Ihr Browser nimmt keine Cookies an. Damit die Zahl ehrlich bleibt, können wir Sie so nicht mitzählen. "
        "Rufen Sie uns an, dann zählen wir Sie mit."
    )


def _page(
    request: HttpRequest, need: Need, voter: Voter | None, *, refused: str = "", status: int = 200
) -> HttpResponse:
    need.refresh_from_db(fields=["support_count"])
    is_in = voter is not None and queries.has_supported(need, [voter.name, voter.known_as])
    context = {
        "need": need,
        "refused": refused,
        "reason": rules.why_not_supported(need, voter.person if voter else None),
        "is_in": is_in,
        "is_signed_in": request.user.is_authenticated,
        "back_url": f"{need.get_absolute_url()}#{PLACE}",
        "breadcrumbs": answers.way_to(need, _("Betrifft mich auch")),
    }
    return private(render(request, "needs/together/support.html", context, status=status))
