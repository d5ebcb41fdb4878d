"""At the desk: somebody who calls or comes by lends a hand or says something about a need."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from quartierwerk.people.callers import chosen_caller, find_callers, newcomer_of, ways_of
from quartierwerk.people.desk_forms import CallerFields
from quartierwerk.people.forms import line
from quartierwerk.people.models import Person

from .. import actions, rules
from ..models import Need
from ..models.together import COMMENT_LENGTH, HELP_LENGTH
from .views import for_moderation, need_of, steps_from

HELPS, SAYS = "helps", "says"


class ForSomebodyForm(CallerFields):
    """Who it is, what they want, and their words."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    what = forms.ChoiceField(
        label=gettext_lazy("Was möchte die Person?"),
        choices=[
            (HELPS, gettext_lazy("mitmachen")),
            (SAYS, gettext_lazy("etwas dazu sagen, für alle zu lesen")),
        ],
        widget=forms.RadioSelect,
        initial=HELPS,
    )
    text = forms.CharField(
        label=gettext_lazy("In ihren Worten"),
        required=False,
        max_length=COMMENT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Wer mitmacht: Was kann die Person tun? Das liest nur das Team."),
    )
    shown_name = line(
        gettext_lazy("Öffentlich genannt werden als"),
        length=80,
        autocomplete="off",
        help_text=gettext_lazy("Nur bei einem Kommentar, und nur wenn die Person es möchte."),
    )
    field_order = ["what", "text", "shown_name"]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("what") == SAYS and not values.get("text", "").strip():
            self.add_error("text", _("Bitte schreiben Sie auf, was die Person sagt."))
        if values.get("what") == HELPS and len(values.get("text", "")) > HELP_LENGTH:
            self.add_error("text", _("Bitte schreiben Sie kürzer, was die Person tun kann."))
        if values.get("what") == HELPS and not self.person and not values.get("name"):
            self.add_error("name", _("Bitte fragen Sie nach dem Namen: So finden wir die Person wieder."))
        return values

    def own_fields(self) -> list[forms.BoundField]:
        return self.these("what", "text", "shown_name")


@for_moderation
@require_http_methods(["GET", "HEAD", "POST"])
def for_somebody(request: HttpRequest, reference: str) -> HttpResponse:
    """GET finds the person (`person`, `q`); POST writes it down, 422 keeps what was typed."""
    need = need_of(request, reference)
    given = request.POST if request.method == "POST" else request.GET
    person = chosen_caller(request.user, given.get("person", ""))
    form = ForSomebodyForm(request.POST if request.method == "POST" else None, person=person)
    if form.is_bound and form.is_valid():
        try:
            notices.success(request, _write_down(need, form, request.user))
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        else:
            return redirect("needs:desk_need", need.reference)
    return _page(request, need, person, form)


def _write_down(need: Need, form: ForSomebodyForm, by: Any) -> str:
    """Of a valid form; answers what to say afterwards."""
    said = form.cleaned_data
    who = {**form.who, "by": by, "submission_key": said["submission_key"]}
    if said["what"] == SAYS:
        actions.comment_for(need=need, text=said["text"], shown_name=said["shown_name"], **who)
        return _("Der Kommentar ist öffentlich.")
    helper = actions.join_in_for(need=need, says=said["text"], **who)
    return _("%s macht mit.") % helper.person.name


def _page(request: HttpRequest, need: Need, person: Person | None, form: ForSomebodyForm) -> HttpResponse:
    words = request.GET.get("q", "")[:80]
    found = find_callers(request.user, words) if words and not person else []
    context = {
        "need": need,
        "reason": rules.why_not_joined(need),
        "words": words,
        "found": [{"person": each, "ways": ways_of(each)} for each in found],
        "nobody_found": bool(words) and not person and not found,
        "caller": person,
        "caller_ways": ways_of(person) if person else "",
        "newcomer": "" if person else newcomer_of(form),
        "chosen": person.pk if person else "",
        "form": form,
        **steps_from(need, _("Für jemanden eintragen")),
    }
    return render(request, "needs/desk/for_somebody.html", context, status=422 if form.errors else 200)
