"""The desk's page of examples: each text is looked over, deleted, or given away with the others."""

from typing import Any

from django.contrib import messages as notices
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from quartierwerk.core import audit
from quartierwerk.core.context import breadcrumbs
from quartierwerk.people.desk_views import only

from .. import actions
from ..permissions import may_publish
from ..queries import examples_for
from .differences import differences
from .exporting import example_lines

PAGE_LENGTH = 20
for_editors = only(may_publish)


@for_editors
@require_safe
def examples(request: HttpRequest) -> HttpResponse:
    rows = examples_for(request.user)
    page = Paginator(rows, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "shown": [
            {"example": each, "differences": differences(each.read, each.labels)} for each in page.object_list
        ],
        "counts": rows.aggregate(every=Count("pk"), corrected=Count("pk", filter=Q(is_corrected=True))),
        **steps(_("Lernbeispiele")),
    }
    return render(request, "importing/examples/list.html", context)


@for_editors
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    example = get_object_or_404(examples_for(request.user), pk=pk)
    actions.remove_example(example=example, by=request.user)
    notices.success(request, _("Das Lernbeispiel ist gelöscht."))
    return redirect("importing:examples")


@for_editors
@require_safe
def download(request: HttpRequest) -> Any:
    """All of them as JSON lines, sent while they are read."""
    rows = examples_for(request.user)
    audit.record("examples exported", by=request.user, count=rows.count())
    answer = StreamingHttpResponse(example_lines(rows), content_type="application/jsonl; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="lernbeispiele.jsonl"'
    return answer


def steps(here: str) -> dict[str, Any]:
    """The way from the desk to a page of what was kept from texts."""
    desk = (_("Schreibtisch"), reverse("people:desk"))
    return {"breadcrumbs": breadcrumbs(desk, (_("Texte übernehmen"), reverse("importing:desk")), here)}
