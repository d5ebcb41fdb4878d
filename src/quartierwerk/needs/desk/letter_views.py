"""At the desk: who gets letters about a need, for those without e-mail."""

from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from quartierwerk.people.forms import ContactFields
from quartierwerk.people.models import Person
from quartierwerk.people.queries import persons_for
from quartierwerk.people.rules import Reachable

from .. import actions, rules
from ..enums import Frequency
from ..models import Need
from .views import for_moderation, need_of, steps_from


class FollowByLetterForm(ContactFields):
    """For somebody who gets letters."""

    field_order = ["name", "street", "postal_code", "city"]

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        del self.fields["email"], self.fields["phone"]
        self.fields["name"].label = _("Name")
        for field in self.fields.values():
            field.required = True

    @property
    def given(self) -> Reachable:
        said = self.cleaned_data
        return Reachable(
            said["name"], street=said["street"], postal_code=said["postal_code"], city=said["city"]
        )


@for_moderation
@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: HttpRequest, reference: str) -> HttpResponse:
    """Who follows by letter; `?person=12` offers somebody the desk knows, the form enters anybody else."""
    need = need_of(request, reference)
    person = _person(request)
    form = FollowByLetterForm(request.POST if request.method == "POST" and "name" in request.POST else None)
    if request.method == "POST":
        if "beenden" in request.POST:
            return _end(request, need)
        if person or form.is_valid():
            try:
                actions.follow(need=need, frequency=Frequency.LETTER, by=request.user, **_who(person, form))
            except ValidationError as refused:
                notices.error(request, refused.messages[0])
            else:
                notices.success(request, _("Diese Person bekommt ab jetzt Briefe, wenn sich etwas tut."))
            return redirect(request.path)
    context = {
        "need": need,
        "form": form,
        "person": person,
        "no_address": rules.why_not_written_to(person, Frequency.LETTER) if person else None,
        "reason": rules.why_not_joined(need),
        "followers": need.follows.filter(frequency=Frequency.LETTER).select_related("person").order_by("pk"),
        **steps_from(need, _("Briefe")),
    }
    return render(request, "needs/desk/letters.html", context, status=422 if form.errors else 200)


def _who(person: Person | None, form: FollowByLetterForm) -> dict[str, Any]:
    return {"person": person} if person else {"given": form.given}


def _person(request: HttpRequest) -> Person | None:
    pk = request.GET.get("person", "")
    return get_object_or_404(persons_for(request.user), pk=pk) if pk.isdecimal() and len(pk) < 19 else None


def _end(request: HttpRequest, need: Need) -> HttpResponse:
    pk = request.POST.get("beenden", "")
    rows = need.follows.filter(frequency=Frequency.LETTER)
    if pk.isdecimal() and len(pk) < 19 and (found := rows.filter(pk=pk).first()):
        actions.unfollow(follow=found)
        notices.success(request, _("Beendet: Diese Person bekommt keine Briefe mehr dazu."))
    return redirect(request.path)
