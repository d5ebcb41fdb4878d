"""The review of one text, and what is done with it."""

import logging
from collections.abc import Iterable
from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from quartierwerk.core.context import breadcrumbs

from .. import actions, rules, source_words
from ..enums import State
from ..models import Announcement, Result
from ..naming import name_of
from ..permissions import may_publish
from ..queries import announcements_for
from . import words
from .asking import Question, question
from .board import Board
from .corrected import example
from .deciding import as_pressed, ask_about_sleepers, said_of
from .desk_views import for_editors, for_importing
from .taking_back import links_with_ways_back
from .verdict import verdict

logger = logging.getLogger(__name__)
# Buttons that change nothing but the page, and how many empty events they add. A line ended with Enter only looks.
LOOKS = {"look": 0, "add": 1}


@for_importing
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    announcement = _announcement(request, pk)
    if request.method == "POST":
        return _decide(request, announcement)
    if announcement.state != State.WAITING:
        return _decided(request, announcement)
    return _page(request, Board(announcement, request.user))


@for_importing
@require_POST
def put_aside(request: HttpRequest, pk: int) -> HttpResponse:
    announcement = _announcement(request, pk)
    try:
        actions.set_aside(announcement=announcement, by=request.user)
    except ValidationError as error:
        notices.error(request, " ".join(error.messages))
        return redirect(announcement)
    notices.success(request, _("Der Text liegt zur Seite."))
    return redirect("importing:desk")


@for_importing
@require_POST
def fetch_back(request: HttpRequest, pk: int) -> HttpResponse:
    announcement = _announcement(request, pk)
    try:
        actions.bring_back(announcement=announcement, by=request.user)
    except ValidationError as error:
        notices.error(request, " ".join(error.messages))
    return redirect(announcement)


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once more first."""
    announcement = _announcement(request, pk)
    if request.method != "POST":
        results = announcement.results.select_related("event", "news")
        context = {"announcement": announcement, **_named(announcement, results)}
        return render(request, "importing/review/remove.html", context)
    try:
        actions.remove_announcement(announcement=announcement, by=request.user)
    except ValidationError as error:
        notices.error(request, " ".join(error.messages))
        return redirect(announcement)
    notices.success(request, _("Der Text ist gelöscht."))
    return redirect("importing:desk")


def _announcement(request: HttpRequest, pk: int) -> Announcement:
    rows = announcements_for(request.user).select_related("feed", "decided_by")
    return get_object_or_404(rows, pk=pk)


def _decide(request: HttpRequest, announcement: Announcement) -> HttpResponse:
    """Everything or nothing; what is refused stands above the form, which keeps what was typed."""
    data = as_pressed(request.POST)
    seen, shown = request.POST.get("seen"), rules.seen_as(announcement)
    why_not = rules.why_not_decided(announcement) or rules.why_not_as_seen(announcement, seen)
    if why_not and announcement.state == State.WAITING:
        return _page(request, Board(announcement, request.user, data), status=422, refused=[why_not])
    if request.POST.get("do") in LOOKS:
        return _page(request, Board(announcement, request.user, data, more=LOOKS[request.POST["do"]]))
    board = Board(announcement, request.user, data)
    if announcement.state != State.WAITING:
        return _page(request, board, status=422)
    if not board.is_valid() or ask_about_sleepers(board) or board.unsaid:
        return _page(request, board, status=422)
    if asked := question(board):
        return _page(request, board, status=422, asked=asked)
    try:
        results = actions.take(
            announcement=announcement, said=said_of(board, _example(board)), seen=seen, by=request.user
        )
    except ValidationError as error:
        announcement.refresh_from_db()  # somebody may have been faster by a moment
        return _page(request, board, status=422, refused=error.messages, seen=shown)
    made = words.made(results)
    notices.success(request, made or _("Der Text ist abgelegt. Neues ist daraus nicht entstanden."))
    return redirect(announcement)


def _example(board: Board) -> dict[str, Any] | None:
    """Nobody waits for the example: what breaks in it stops no publishing."""
    try:
        return example(board)
    except Exception:
        logger.exception("No example could be made of announcement %s.", board.announcement.pk)
        return None


def _page(
    request: HttpRequest,
    board: Board,
    *,
    status: int = 200,
    refused: list[str] | None = None,
    asked: Question | None = None,
    seen: str = "",
) -> HttpResponse:
    news, events = board.publishes()
    actions.keep_reading(announcement=board.announcement, draft=board.draft)
    context = {
        "board": board,
        "announcement": board.announcement,
        "refused": refused or [],
        "seen": seen or rules.seen_as(board.announcement),
        "shows_errors": status == 422 and asked is None,
        "question": asked,
        "already": words.already(board.announcement),
        "publish": words.main_button((news, events), board.keeps(), board.changes()),
        "only_events": words.only_events(events) if news and events else "",
        "only_news": words.only_news(news) if news and events else "",
        "to_check": words.to_check(len(board.doubts)),
        "verdict": verdict(board),
        "left_out": words.left_out(board.left_out),
        "labels": words.for_script(),
        "hints": source_words.shown(board.announcement.hints),
        **_named(board.announcement),
    }
    return render(request, "importing/review/review.html", context, status=status)


def _decided(request: HttpRequest, announcement: Announcement) -> HttpResponse:
    results = announcement.results.select_related("event", "news__locale", "contact")
    context: dict[str, Any] = {
        "announcement": announcement,
        "is_taken": announcement.state == State.TAKEN,
        "may_fetch_back": rules.why_not_brought_back(announcement) is None,
        "links": links_with_ways_back(results, request.user),
        "may_remove": may_publish(request.user),
        **_named(announcement, results),
    }
    return render(request, "importing/review/decided.html", context)


def _named(announcement: Announcement, made: Iterable[Result] = ()) -> dict[str, Any]:
    """`title` and `breadcrumbs`."""
    way = (
        (_("Schreibtisch"), reverse("people:desk")),
        (_("Texte übernehmen"), reverse("importing:desk")),
    )
    title = name_of(announcement, made)
    return {"title": title, "breadcrumbs": breadcrumbs(*way, title)}
