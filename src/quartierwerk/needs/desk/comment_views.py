"""Comments and reports at the desk: shown, taken away, or kept although somebody reported them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from .. import actions
from ..models import Comment, Need
from .sections import need_url
from .views import for_moderation, need_of, told


@for_moderation
@require_POST
def show(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    comment = _comment(request, reference, pk)
    return told(
        request,
        lambda: actions.show_comment(comment=comment, by=request.user),
        _("Der Kommentar ist öffentlich."),
        _part(comment.need, "kommentare"),
    )


@for_moderation
@require_POST
def hide(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """With the reason; `blocked` where the law forbids showing it."""
    comment = _comment(request, reference, pk)
    reason, blocked = request.POST.get("reason", "")[:300], "blocked" in request.POST
    return told(
        request,
        lambda: actions.hide_comment(comment=comment, reason=reason, blocked=blocked, by=request.user),
        _("Der Kommentar ist nicht mehr öffentlich."),
        _part(comment.need, "kommentare"),
    )


@for_moderation
@require_POST
def keep(request: HttpRequest, reference: str) -> HttpResponse:
    """What was reported stays: a comment, or without `comment` the need itself."""
    need = need_of(request, reference)
    chosen = request.POST.get("comment", "")
    comment = get_object_or_404(need.comments, pk=chosen) if chosen.isdecimal() else None
    return told(
        request,
        lambda: actions.dismiss(need=need, comment=comment, by=request.user),
        _("Die Meldungen sind erledigt, der Beitrag bleibt stehen."),
        _part(need, "meldungen"),
    )


def _comment(request: HttpRequest, reference: str, pk: int) -> Comment:
    need = need_of(request, reference)
    comment = get_object_or_404(need.comments, pk=pk)
    comment.need = need
    return comment


def _part(need: Need, name: str) -> str:
    return f"{need_url(need)}#{name}"
