"""Joining a need to another: search by number or words, see what is merged, then do it."""

from typing import Any

from django import forms
from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from quartierwerk.people.forms import one_line

from .. import actions, rules
from ..enums import State
from ..models import Need
from ..queries import labels, public_needs
from ..suggesting import Similar
from ..suggesting import similar_to as found_alike
from .queries import search
from .views import for_moderation, need_of, steps_from

FOUND_SHOWN = 20
SIMILAR_SHOWN = 5


class DuplicateSearch(forms.Form):
    q = forms.CharField(label=gettext_lazy("Nummer oder Wörter"), required=False, max_length=80)


class MergeForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Öffentliche Begründung"),
        required=False,
        max_length=300,
        validators=[one_line],
        help_text=gettext_lazy("Kann leer bleiben; die Nummer des anderen Beitrags steht immer da."),
    )


@for_moderation
@require_http_methods(["GET", "HEAD", "POST"])
def duplicate(request: HttpRequest, reference: str) -> HttpResponse:
    """`?mit=` names the other; without it one is looked for. POST joins this one to the other."""
    need = need_of(request, reference)
    other = public_needs().filter(reference=request.GET.get("mit", "")).first()
    form = MergeForm(request.POST if request.method == "POST" else None)
    if other and form.is_valid() and _merge(request, need, other, form):
        notices.success(request, _("Zusammengeführt. Es geht unter %s weiter.") % other.reference)
        return redirect("needs:desk_need", reference=other.reference)
    context = {
        "need": need,
        "other": other,
        "seen": rules.seen_as(need),
        "refused": rules.why_not_duplicate(need, other) if other else None,
        "merge": merged_numbers(need, other) if other else None,
        "state": labels()[State(other.state)] if other else "",
        "form": form,
        **_found(request, need),
        **steps_from(need, _("Zusammenführen")),
    }
    status = 422 if form.errors or (request.method == "POST" and not other) else 200
    return render(request, "needs/desk/duplicate.html", context, status=status)


def merged_numbers(need: Need, other: Need) -> dict[str, Any]:
    """Whom it concerns and who follows, before and after; each person once, as `actions.mark_duplicate` counts."""
    voters = set(other.supports.values_list("voter", flat=True))
    joining = set(need.supports.values_list("voter", flat=True))
    if need.person_id and need.person_id != other.person_id:
        joining.add(f"person:{need.person_id}")
    followers = set(other.follows.values_list("person_id", flat=True))
    following = set(need.follows.values_list("person_id", flat=True))
    return {
        "supports": len(voters),
        "supports_then": len(voters | joining),
        "follows": len(followers),
        "follows_then": len(followers | following),
        "later": need.duplicates.count(),
    }


def _merge(request: HttpRequest, need: Need, other: Need, form: forms.Form) -> bool:
    try:
        with actions.as_seen(need, request.POST.get("seen", "")) as fresh:
            actions.mark_duplicate(need=fresh, of=other, reason=form.cleaned_data["reason"], by=request.user)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True


def _found(request: HttpRequest, need: Need) -> dict[str, Any]:
    chosen = DuplicateSearch(request.GET or None)
    words = chosen.cleaned_data["q"].strip() if chosen.is_valid() else ""
    found: Any = (
        search(public_needs().exclude(pk=need.pk).exclude(state=State.DUPLICATE), words) if words else []
    )
    return {
        "search": chosen,
        "words": words,
        "found": found[:FOUND_SHOWN],
        "similar": [] if words else similar_to(need),
    }


def similar_to(need: Need) -> list[Similar]:
    """Public needs that look alike, the likeliest first, without itself."""
    alike = found_alike(
        need.title,
        need.text,
        latitude=need.latitude,
        longitude=need.longitude,
        quarter=need.quarter,
        limit=SIMILAR_SHOWN + 1,
    )
    return [one for one in alike if one.need.pk != need.pk][:SIMILAR_SHOWN]
