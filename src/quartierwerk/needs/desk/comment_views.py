"""Comments and reports at the desk: shown, taken away, or kept although somebody reported them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from .. import actions
from ..models import Comment, Need
from .views import for_moderation, need_of


@for_moderation
@require_POST
def show(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    comment = _comment(request, reference, pk)
    return _do(
        request,
        comment.need,
        "kommentare",
        lambda: actions.show_comment(comment=comment, by=request.user),
        _("Der Kommentar ist öffentlich."),
    )


@for_moderation
@require_POST
def hide(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """With the reason; `blocked` where the law forbids showing it."""
    comment = _comment(request, reference, pk)
    reason, blocked = request.POST.get("reason", "")[:300], "blocked" in request.POST
    return _do(
        request,
        comment.need,
        "kommentare",
        lambda: actions.hide_comment(comment=comment, reason=reason, blocked=blocked, by=request.user),
        _("Der Kommentar ist nicht mehr öffentlich."),
    )


@for_moderation
@require_POST
def keep(request: HttpRequest, reference: str) -> HttpResponse:
    """What was reported stays: a comment, or without `comment` the need itself."""
    need = need_of(request, reference)
    chosen = request.POST.get("comment", "")
    comment = get_object_or_404(need.comments, pk=chosen) if chosen.isdecimal() else None
    return _do(
        request,
        need,
        "meldungen",
        lambda: actions.dismiss(need=need, comment=comment, by=request.user),
        _("Die Meldungen sind erledigt, der Beitrag bleibt stehen."),
    )


def _comment(request: HttpRequest, reference: str, pk: int) -> Comment:
    need = need_of(request, reference)
    comment = get_object_or_404(need.comments, pk=pk)
    comment.need = need
    return comment


def _do(request: HttpRequest, need: Need, part: str, run: Callable[[], Any], done: str) -> HttpResponse:
    try:
        run()
    except ValidationError as error:
        notices.error(request, " ".join(error.messages))
    else:
        notices.success(request, done)
    return redirect(reverse("needs:desk_need", args=[need.reference]) + f"#{part}")
