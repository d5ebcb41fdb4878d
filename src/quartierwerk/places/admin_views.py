"""Upload of boundaries and streets in the editors' tools: preview first, then confirm."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from . import actions, reading
from .files import FileError
from .forms import UploadForm
from .models import PendingImport
from .plans import BoundaryPlan
from .reading import StreetPlan

_NEEDED = {
    PendingImport.Kind.DISTRICTS: "places.change_district",
    PendingImport.Kind.QUARTERS: "places.change_quarter",
    PendingImport.Kind.STREETS: "places.change_streetrange",
}
_UNPROCESSABLE = 422


def may_import(user: Any) -> bool:
    """Whether the user may change anything that a file can bring."""
    return any(user.has_perm(permission) for permission in _NEEDED.values())


def upload(request: HttpRequest) -> HttpResponse:
    """The form; a file that can be used leads to its preview."""
    if not may_import(request.user):
        raise PermissionDenied
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        pending = _hold(request, form)
        if pending:
            return redirect("places_import:confirm", pk=pending.pk)
    status = _UNPROCESSABLE if form.errors else 200
    return render(request, "places/admin/upload.html", {"form": form}, status=status)


def _hold(request: HttpRequest, form: UploadForm) -> PendingImport | None:
    """Keeps a readable file for its preview; puts the reasons at the field of one that is not."""
    kind, content, options = form.as_import()
    _require(request, kind)
    try:
        reading.plan(kind, content, options)
    except FileError as error:
        form.add_error("file", error.reasons)
        return None
    return actions.keep_for_confirmation(kind=kind, content=content, options=options, by=request.user)


def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """What would change, and the button that does it. The file is read again: the town may have moved on."""
    pending = PendingImport.objects.filter(pk=pk, by_id=request.user.pk).first()
    if pending is None:
        messages.warning(request, _("Diese Datei wurde schon übernommen, oder die Vorschau ist abgelaufen."))
        return redirect("places_import:index")
    _require(request, pending.kind)
    try:
        plan = reading.plan(pending.kind, bytes(pending.content), pending.options)
    except FileError as error:
        messages.error(request, str(error))
        return redirect("places_import:index")
    if request.method == "POST":
        _import(pending, plan, request.user)
        messages.success(request, _("Die Datei ist übernommen."))
        return redirect("places_import:index")
    return render(request, "places/admin/confirm.html", {"pending": pending, **_shown(plan)})


def _require(request: HttpRequest, kind: str) -> None:
    if not request.user.has_perm(_NEEDED[PendingImport.Kind(kind)]):
        raise PermissionDenied


def _import(pending: PendingImport, plan: BoundaryPlan | StreetPlan, user: Any) -> None:
    if isinstance(plan, StreetPlan):
        actions.import_streets(rows=plan.rows, by=user)
    else:
        actions.import_boundaries(plan=plan, model=reading.model_of(pending.kind), by=user)
    actions.forget_upload(pending=pending)


def _shown(plan: BoundaryPlan | StreetPlan) -> dict[str, Any]:
    if isinstance(plan, StreetPlan):
        return {
            "street_count": len(plan.rows),
            "replaced_count": plan.replaced,
            "groups": [],
            "changes": True,
        }
    groups = [
        (_("Achtung: liegt mehr als 50 km von der Stadt entfernt"), plan.far),
        (_("Neu"), plan.new),
        (_("Geändert"), plan.changed),
        (_("Unverändert"), plan.same),
        (_("Nicht in der Datei, bleibt wie es ist"), plan.untouched),
        (_("Ausgebessert: Die Grenze überschnitt sich um weniger als einen Quadratmeter"), plan.mended),
        (_("Größe und Mitte"), plan.outlines),
    ]
    return {
        "groups": [(title, names) for title, names in groups if names],
        "street_count": None,
        "replaced_count": 0,
        "changes": bool(plan.new or plan.changed),
    }
