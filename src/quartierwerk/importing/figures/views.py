"""The desk's list of numbers that were kept from texts."""

from django.contrib import messages as notices
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from .. import actions
from ..examples.views import for_editors, steps
from ..queries import figures_for

PAGE_LENGTH = 50


@for_editors
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    rows = figures_for(request.user).select_related("announcement").defer("announcement__text")
    page = Paginator(rows, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {"page": page, **steps(_("Zahlen aus Texten"))}
    return render(request, "importing/figures/list.html", context)


@for_editors
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    figure = get_object_or_404(figures_for(request.user), pk=pk)
    actions.remove_figure(figure=figure, by=request.user)
    notices.success(request, _("Die Zahl ist gelöscht."))
    return redirect("importing:figures")
