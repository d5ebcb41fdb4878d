"""Asks once whether what was published from a text is to be a draft again: news and events in the same words."""

from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from quartierwerk.core.context import breadcrumbs

from .. import actions
from ..enums import Decision
from ..models import Announcement, Result
from ..naming import name_of
from ..queries import announcements_for
from .desk_views import for_editors


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """`number`: the primary key of the `Result`."""
    announcement = get_object_or_404(announcements_for(request.user), pk=pk)
    rows = announcement.results.select_related("event", "news").filter(decision=Decision.PUBLISH)
    result = get_object_or_404(rows, pk=number)
    if request.method != "POST":
        return render(request, "importing/review/take_back.html", _asked(announcement, result))
    try:
        actions.take_back(result=result, by=request.user)
    except ValidationError as error:
        notices.error(request, " ".join(error.messages))
    else:
        notices.success(request, _is_done(result))
    return redirect(announcement)


def _asked(announcement: Announcement, result: Result) -> dict[str, Any]:
    is_news = result.news is not None
    question = (
        _("Soll diese Nachricht zurückgezogen werden?")
        if is_news
        else _("Soll dieser Termin zurückgezogen werden?")
    )
    title = _("Zurückziehen")
    way = (
        (_("Schreibtisch"), reverse("people:desk")),
        (_("Texte übernehmen"), reverse("importing:desk")),
        (name_of(announcement, announcement.results.all()), announcement.get_absolute_url()),
    )
    return {
        "announcement": announcement,
        "result": result,
        "what": result.news or result.event,
        "title": title,
        "question": question,
        "breadcrumbs": breadcrumbs(*way, title),
    }


def _is_done(result: Result) -> str:
    if result.news is not None:
        return _("Die Nachricht ist zurückgezogen. Sie ist jetzt ein Entwurf.")
    return _("Der Termin ist zurückgezogen. Er ist jetzt ein Entwurf.")
