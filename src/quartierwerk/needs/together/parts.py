"""The readers' section of a need's page: whom it concerns, who helps, who follows, what others say.

The page is the same for everybody without an account, so it comes from the cache; the state of one's own is shown to whoever
is signed in, and for two minutes after a click (`answers.just_now`).
"""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from quartierwerk.core.templatetags.ui import content_lang

from .. import rules
from ..models import Need
from . import answers, queries, voters


def context(request: HttpRequest, need: Need) -> dict[str, Any]:
    """For `needs/together/parts.html`, to be joined to the context of the page; three queries, two more for whoever is signed in."""
    page = _page_number(request)
    threads, has_more = queries.threads_of(need, page)
    said = answers.just_now(request, need)
    voter = voters.voter_of(request) if request.user.is_authenticated else None
    return {
        "together": {
            "reference": need.reference,
            "support_count": need.support_count,
            "helper_count": need.co_doers.count(),
            "comment_count": need.comment_count,
            "why_not_supported": rules.why_not_supported(need, voter.person if voter else None),
            "is_in": _is_in(need, voter, said),
            "was_taken_back": said == "zurueck" and voter is None,
            "is_signed_in": voter is not None,
            "can_join": not rules.why_not_joined(need),
            "threads": threads,
            "lang": content_lang(need.language),
            "next_url": f"?kommentare={page + 1}#kommentare" if has_more else "",
            "previous_url": f"?kommentare={page - 1}#kommentare" if page > 1 else "",
            "privacy_url": reverse("website:privacy") + "#cookies",
        }
    }


def _is_in(need: Need, voter: voters.Voter | None, said: str) -> bool:
    if voter:
        return queries.has_supported(need, [voter.name, voter.known_as])
    return said == "dabei"


def _page_number(request: HttpRequest) -> int:
    typed = request.GET.get("kommentare", "")
    return max(1, int(typed)) if typed.isdecimal() and len(typed) < 5 else 1
