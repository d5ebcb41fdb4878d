"""Feedback at the desk: what came back, typing in sheets of paper, and the sheet to print."""

from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from quartierwerk.core import clock, pdf
from quartierwerk.core.context import breadcrumbs

from .. import actions
from ..desk.guards import for_who_sees_registrations
from ..models import Event, Feedback
from ..rules import feedback as feedback_rules
from . import queries
from .forms import SheetForm
from .pdf import feedback_sheet_pdf
from .summary import csv_of, summary_of, with_words

PAGE_LENGTH = 50


@for_who_sees_registrations
@require_http_methods(["GET", "HEAD", "POST"])
def desk_feedback(request: HttpRequest, event: Event) -> HttpResponse:
    """What came back; POST keeps one sheet of paper and offers the next."""
    form = SheetForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _entered(form, event, request.user):
        notices.success(request, _("Eingetragen."))
        return redirect(f"{request.path}?weiter=ja")
    return _page(request, event, form)


@for_who_sees_registrations
@require_safe
def desk_feedback_csv(request: HttpRequest, event: Event) -> HttpResponse:  # noqa: ARG001 - a view
    return HttpResponse(
        csv_of(event),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="rueckmeldungen-{event.slug}.csv"'},
    )


@for_who_sees_registrations
@require_safe
def feedback_sheet(request: HttpRequest, event: Event, *, large: bool = False) -> HttpResponse:  # noqa: ARG001
    name = f"rueckmeldebogen-{event.slug}{'-gross' if large else ''}.pdf"
    return pdf.answer(feedback_sheet_pdf(event, large=large), name)


@for_who_sees_registrations
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, event: Event, *, sheet: int) -> HttpResponse:
    """Asks once more before a mistyped sheet is deleted."""
    found = get_object_or_404(event.feedback, pk=sheet, came_by=Feedback.CameBy.PAPER)
    back = reverse("events:desk_feedback", args=[event.pk])
    if request.method == "POST":
        actions.take_back_sheet(sheet=found, by=request.user)
        notices.success(request, _("Der Bogen ist gelöscht."))
        return redirect(back)
    steps = breadcrumbs(*_way(event), (_("Rückmeldungen"), back), _("Bogen löschen"))
    context = {
        "event": event,
        "sheet": found,
        "rating": feedback_rules.RATINGS.get(found.rating or 0, ""),
        "breadcrumbs": steps,
    }
    return render(request, "events/desk/feedback_take_back.html", context)


def _way(event: Event) -> list[tuple[str, str]]:
    return [
        (_("Schreibtisch"), reverse("people:desk")),
        (event.title, reverse("events:desk_event", args=[event.pk])),
    ]


def _entered(form: SheetForm, event: Event, user: Any) -> bool:
    """Keep a sheet; what the action refuses stands in the form."""
    key = form.cleaned_data["submission_key"]
    try:
        actions.give_feedback(event=event, submission_key=key, by=user, **form.words())
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True


def _page(request: HttpRequest, event: Event, form: SheetForm) -> HttpResponse:
    if "weiter" in request.GET or form.errors:
        form.fields["rating"].widget.attrs["autofocus"] = True
    summary = summary_of(event)
    steps = breadcrumbs(*_way(event), _("Rückmeldungen"))
    context = {
        "event": event,
        "form": form,
        "summary": summary,
        "page": Paginator(with_words(event), PAGE_LENGTH).get_page(request.GET.get("page")),
        "last_sheets": queries.last_sheets(event),
        "reason": feedback_rules.why_not_entered(queries.first_held_date(event), clock.now()),
        "sheets": _sheets(event),
        "breadcrumbs": steps,
    }
    return render(request, "events/desk/feedback.html", context, status=422 if form.errors else 200)


def _sheets(event: Event) -> list[dict[str, Any]]:
    """The sheet to print, as `core/components/document_link.html` shows it."""
    kinds = [
        ("events:feedback_sheet", _("Fragebogen zum Ausdrucken"), False),
        ("events:feedback_sheet_large", _("Fragebogen in großer Schrift"), True),
    ]
    return [
        {
            "title": title,
            "url": reverse(name, args=[event.pk]),
            "size": len(feedback_sheet_pdf(event, large=large)),
        }
        for name, title, large in kinds
    ]
