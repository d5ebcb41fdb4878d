"""Giving a text, and the list of those that wait."""

from datetime import date
from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from quartierwerk.core.context import breadcrumbs
from quartierwerk.people.desk_views import only

from .. import actions, rules
from ..enums import State
from ..models import Announcement
from ..permissions import may_import, may_publish
from ..queries import announcements_for
from .filtering import AnnouncementFilter
from .giving import GiveForm
from .rows import rows_of

PAGE_LENGTH = 20
for_importing, for_editors = only(may_import), only(may_publish)


@for_importing
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, GiveForm())
    form = GiveForm(request.POST, request.FILES)
    given = form.give(request.user) if form.is_valid() else None
    if given is None:
        return _page(request, form, status=422)
    announcement, is_new = given
    if not announcements_for(request.user).filter(pk=announcement.pk).exists():
        notices.info(request, _("Dieser Text liegt schon bei der Redaktion. Sie kümmert sich darum."))
        return redirect("importing:desk")
    if not is_new:
        notices.info(request, _said_of_known(announcement, form.cleaned_data["day"], request.user))
    return redirect(announcement)


def _said_of_known(announcement: Announcement, day: date | None, by: Any) -> str:
    """Whoever gives a text that lies aside wants it: it comes back at once. Whoever says another day knows better."""
    said = _("Diesen Text haben Sie schon: Hier ist er.")
    if announcement.state == State.TAKEN:
        said += " " + _("Gilt er noch einmal, dann geben Sie ihn bitte mit seinem Tag ein.")
    try:
        if not rules.why_not_brought_back(announcement):
            announcement = actions.bring_back(announcement=announcement, by=by)
            said = _("Dieser Text lag zur Seite. Jetzt ist er wieder da.")
        if day and day != announcement.published_on and not rules.why_not_decided(announcement):
            actions.date_anew(announcement=announcement, day=day, by=by)
            said += " " + _("Er wird jetzt als Text vom %s gelesen.") % date_format(day, "DATE_FORMAT")
    except ValidationError as error:
        return " ".join(error.messages)
    return said


def _page(request: HttpRequest, form: GiveForm, *, status: int = 200) -> HttpResponse:
    chosen = AnnouncementFilter(request.GET)
    rows = chosen.announcements(announcements_for(request.user))
    page = Paginator(rows, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "filter": chosen,
        "page": page,
        "sees_all": may_publish(request.user),
        "rows": rows_of(list(page), request.user),
        "breadcrumbs": breadcrumbs((_("Schreibtisch"), reverse("people:desk")), _("Texte übernehmen")),
    }
    return render(request, "importing/review/desk.html", context, status=status)
