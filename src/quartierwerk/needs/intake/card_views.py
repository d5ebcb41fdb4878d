"""Paper cards: print them, and enter those that came back."""

from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quartierwerk.core import pdf
from quartierwerk.core.private_files import private_answer
from quartierwerk.events import codes

from .. import actions
from ..desk.views import for_moderation, steps, the_list
from ..models import Card
from ..rules.intake import why_not_entered
from . import queries
from .card_forms import CardForm, CardsForm, CodeForm, ScanForm
from .cards_pdf import cards_pdf

BATCHES_A_PAGE = 20


@for_moderation
@require_http_methods(["GET", "HEAD", "POST"])
def cards(request: HttpRequest) -> HttpResponse:
    """GET with `code` goes to the card; POST makes new cards."""
    asked = CodeForm(request.GET if "code" in request.GET else None)
    if asked.is_bound and asked.is_valid():
        found = queries.cards_for(request.user).filter(code=codes.tidy(asked.cleaned_data["code"])).first()
        if found:
            return redirect(found)
        asked.add_error("code", _("Diesen Code gibt es nicht. Bitte vergleichen Sie ihn mit der Karte."))
    form = CardsForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        batch = actions.print_cards(
            number=said["number"], quarter=said["quarter"], event=said["event"], by=request.user
        )
        notices.success(request, _("Die Karten sind angelegt. Sie können sie jetzt drucken."))
        return redirect(f"{reverse('needs:cards')}?{urlencode({'neu': batch})}")
    return _list(request, asked, form)


def _list(request: HttpRequest, asked: CodeForm, form: CardsForm) -> HttpResponse:
    page = Paginator(queries.batches_for(request.user), BATCHES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "asked": asked,
        "form": form,
        "page": page,
        "new": request.GET.get("neu", ""),
        **steps(the_list(), _("Karten")),
    }
    status = 422 if form.errors or asked.errors else 200
    return render(request, "needs/intake/cards.html", context, status=status)


@for_moderation
@require_safe
def batch_pdf(request: HttpRequest, batch: str) -> HttpResponse:
    """All cards of one batch, two on a sheet."""
    printed = list(queries.cards_for(request.user).filter(batch=batch).order_by("code"))
    if not printed:
        raise Http404
    return pdf.answer(cards_pdf(printed), f"karten-{batch}.pdf")


@for_moderation
@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest, code: str) -> HttpResponse:
    """The short form of one card; what is entered already is shown with its number."""
    found = get_object_or_404(queries.cards_for(request.user), code=code)
    is_sent = request.method == "POST"
    form = CardForm(
        request.POST if is_sent else None,
        files=request.FILES if is_sent else None,
        initial={"quarter": found.quarter},
    )
    if form.is_bound and form.is_valid():
        try:
            need = actions.enter_card(card=found, by=request.user, **form.taken)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            notices.success(request, _("Eingegeben: %s. Legen Sie die nächste Karte hin.") % need.reference)
            return redirect("needs:cards")
    return _card_page(request, found, form)


def _card_page(request: HttpRequest, found: Card, form: CardForm) -> HttpResponse:
    context: dict[str, Any] = {
        "card": found,
        "event_title": found.event.title if found.event else "",
        "quarter_name": found.quarter.name if found.quarter else "",
        "need_title": found.need.title if found.need else "",
        "code": codes.in_groups(found.code),
        "why_not": why_not_entered(found),
        "need_url": reverse("needs:desk_need", args=[found.need.reference]) if found.need else "",
        "form": form,
        "scan_form": ScanForm(),
        **steps(the_list(), (_("Karten"), reverse("needs:cards")), codes.in_groups(found.code)),
    }
    return render(request, "needs/intake/card.html", context, status=422 if form.errors else 200)


@for_moderation
@require_safe
def scan(request: HttpRequest, code: str) -> HttpResponse:
    """The scan of a card, for the team only."""
    found = get_object_or_404(queries.cards_for(request.user), code=code)
    return private_answer(found.scan, shown_as=f"karte-{found.code}")


@for_moderation
@require_POST
def attach_scan(request: HttpRequest, code: str) -> HttpResponse:
    found = get_object_or_404(queries.cards_for(request.user), code=code)
    form = ScanForm(request.POST, request.FILES)
    if form.is_valid():
        actions.replace_scan(card=found, scan=form.cleaned_data["scan"], by=request.user)
        notices.success(request, _("Der Scan liegt bei der Karte."))
    else:
        notices.error(request, " ".join(str(reason) for reason in form.errors["scan"]))
    return redirect(found)
