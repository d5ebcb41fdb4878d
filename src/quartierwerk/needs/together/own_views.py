"""Pages behind signed links: what somebody follows, and one's own comment. Showing changes nothing: programs that open
links in mails confirm nothing and end nothing. Every verb is a POST."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from quartierwerk.core.context import breadcrumbs
from quartierwerk.events.registration.views import private

from .. import actions, rules
from ..enums import Frequency
from ..models import Comment, Follow
from . import answers, queries
from .forms import OFTEN


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following(request: HttpRequest, token: str) -> HttpResponse:
    """What the holder of the link follows: confirm, change how often, end."""
    follows = queries.followed(token)
    if follows is None:
        raise Http404
    refused = ""
    if request.method == "POST":
        found = get_object_or_404(follows, pk=_number(request.POST.get("was", "")))
        try:
            said = _change(request, found)
        except ValidationError as problem:
            refused = problem.messages[0]
        else:
            return HttpResponseRedirect(f"{request.path}?{said}", status=303)
    context = {
        "refused": refused,
        "waiting": [row for row in follows if not row.confirmed_at],
        "confirmed": [_row(row) for row in follows if row.confirmed_at],
        "choices": OFTEN,
        "was_confirmed": "bestaetigt" in request.GET,
        "was_changed": "geaendert" in request.GET,
        "was_ended": "beendet" in request.GET,
        "token": token,
        "breadcrumbs": breadcrumbs(_("Beiträge, denen Sie folgen")),
    }
    page = render(request, "needs/together/following.html", context, status=422 if refused else 200)
    return private(page)


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 19 else 0


def _row(follow: Follow) -> dict[str, Any]:
    return {"follow": follow, "by_letter": follow.frequency == Frequency.LETTER, "need": follow.need}


def _change(request: HttpRequest, follow: Follow) -> str:
    """Do what the pressed button says; answers what the page tells then."""
    if "bestaetigen" in request.POST:
        actions.confirm_follow(follow=follow)
        return "bestaetigt"
    if "beenden" in request.POST:
        actions.unfollow(follow=follow)
        return "beendet"
    actions.change_frequency(follow=follow, frequency=request.POST.get("frequency", ""))
    return "geaendert"


@csrf_exempt  # the mail program of the reader posts here by itself (RFC 8058); the link is the proof
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """End all mails with one click: of the mail program, or of the one button on this page."""
    follows = queries.followed(token)
    if follows is None:
        raise Http404
    is_done = request.method == "POST"
    if is_done:
        actions.unfollow_all(follows=follows)
    context = {"is_done": is_done, "breadcrumbs": breadcrumbs(_("Keine Nachrichten mehr"))}
    return private(render(request, "needs/together/unsubscribe.html", context))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_comment(request: HttpRequest, token: str) -> HttpResponse:
    """One's own comment by the link of the mail: read it, take it back."""
    comment = get_object_or_404(Comment.objects.by_token(token).select_related("need"))
    refused = ""
    if request.method == "POST":
        try:
            actions.withdraw_comment(comment=comment)
        except ValidationError as problem:
            refused = problem.messages[0]
        else:
            return HttpResponseRedirect(request.path, status=303)
    context = {
        "comment": comment,
        "need": comment.need,
        "refused": refused,
        "can_withdraw": not rules.why_not_comment_withdrawn(comment),
        "breadcrumbs": answers.way_to(comment.need, _("Ihr Kommentar"))
        if comment.need.is_public
        else breadcrumbs(_("Ihr Kommentar")),
    }
    page = render(request, "needs/together/own_comment.html", context, status=422 if refused else 200)
    return private(page)
