"""For whoever phones, writes a letter or comes by: staff write down the message or enter the person."""

from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from quartierwerk.core.context import breadcrumbs

from . import actions, queries
from .desk_forms import PersonForm, TakenMessageForm, candidates_for
from .desk_views import for_residents


@for_residents
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """“Anruf aufnehmen”: no trap and no limit, but recorded with who wrote it down."""
    form = TakenMessageForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        message = actions.receive_message(by=request.user, **form.words())
        notices.success(request, _("Aufgenommen. Das Anliegen liegt auf dem Schreibtisch."))
        return redirect(message)
    return _page(request, "people/desk/take.html", _("Anruf aufnehmen"), form)


@for_residents
@require_http_methods(["GET", "HEAD", "POST"])
def add_person(request: HttpRequest) -> HttpResponse:
    """Enter somebody by hand, with channel and trusted person."""
    words = request.GET.get("vertraut", "")
    others = queries.search_persons(queries.persons_for(request.user), words)
    form = PersonForm(
        request.POST if request.method == "POST" else None, candidates=candidates_for(None, others, words)
    )
    if form.is_valid():
        try:
            person = actions.create_person(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            notices.success(request, _("Gespeichert."))
            return redirect(person)
    return _page(request, "people/desk/add_person.html", _("Person eintragen"), form, words=words)


def _page(request: HttpRequest, template: str, title: str, form: Any, **context: Any) -> HttpResponse:
    steps = breadcrumbs((_("Schreibtisch"), reverse("people:desk")), title)
    status = 422 if form.errors else 200
    return render(request, template, {"form": form, "breadcrumbs": steps, **context}, status=status)
