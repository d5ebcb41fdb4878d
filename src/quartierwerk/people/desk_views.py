"""The staff desk: what needs an answer, who is to be called or written to, who is who."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages as notices
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.forms.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quartierwerk.core import audit, desk, pdf
from quartierwerk.core.context import breadcrumbs

from . import actions, letters, person_sections, privacy, queries, rules
from .desk_forms import (
    AnswerForm,
    CloseForm,
    ContactListFilter,
    EraseForm,
    MessageFilter,
    PersonForm,
    PersonSearch,
    TickOffForm,
    candidates_for,
)
from .models import Channel, Message, Notification, Person
from .permissions import Permission, may_answer_residents, may_use_desk

PAGE_LENGTH = 50


View = Callable[..., HttpResponse]


def only(allowed: Permission) -> Callable[[View], View]:
    """Visitors are sent to sign in, accounts without a role for this get 403; nothing is cached."""

    def guard(view: View) -> View:
        @wraps(view)
        @never_cache
        def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not allowed(request.user):
                raise PermissionDenied
            return view(request, **kwargs)

        return guarded

    return guard


for_the_desk = only(may_use_desk)
for_residents = only(may_answer_residents)


@for_the_desk
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    sections = [
        {
            "title": section.title,
            "url": reverse(section.url_name),
            "count": section.count(request),
            "overdue": section.overdue(request),
        }
        for section in desk.sections_for(request.user)
    ]
    oldest = queries.messages_for(request.user).filter(state=Message.State.WAITING)[:5]
    context = {
        "sections": sections,
        "oldest": oldest,
        "starts": [{"title": s.title, "url": reverse(s.url_name)} for s in desk.starts_for(request.user)],
        "breadcrumbs": breadcrumbs(_("Schreibtisch")),
    }
    return render(request, "people/desk/overview.html", context)


@for_the_desk
@require_safe
def messages(request: HttpRequest) -> HttpResponse:
    """Oldest first, those that wait unless chosen otherwise."""
    chosen = MessageFilter(request.GET or None)
    found = queries.messages_for(request.user)
    values = chosen.cleaned_data if chosen.is_valid() else {}
    state = values.get("state") or Message.State.WAITING
    if state != "all":
        found = found.filter(state=state)
    if values.get("kind"):
        found = found.filter(kind=values["kind"])
    page = _page(request, queries.search_messages(found, values.get("q", "")))
    return render(
        request, "people/desk/messages.html", {"page": page, "filter": chosen, **_steps(_("Nachrichten"))}
    )


@for_the_desk
@require_http_methods(["GET", "HEAD", "POST"])
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """One message; POST answers it."""
    found = get_object_or_404(queries.messages_for(request.user), pk=pk)
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"answer": found.answer})
    if form.is_valid():
        told = form.cleaned_data["already_told"]
        answer = {"text": form.cleaned_data["answer"], "already_told": told}
        if _done(form, lambda: actions.answer_message(message=found, by=request.user, **answer)):
            notices.success(request, _("Die Antwort ist festgehalten.") if told else _answered(found.person))
            return redirect("people:desk_messages")
    return _message_page(request, found, answer_form=form, status=422 if form.errors else 200)


@for_the_desk
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.messages_for(request.user), pk=pk)
    form = CloseForm(request.POST)
    if form.is_valid() and _done(
        form,
        lambda: actions.close_message(message=found, reason=form.cleaned_data["reason"], by=request.user),
    ):
        notices.success(request, _("Die Nachricht ist geschlossen."))
        return redirect("people:desk_messages")
    return _message_page(request, found, close_form=form, status=422)


@for_the_desk
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.messages_for(request.user), pk=pk)
    try:
        actions.reopen_message(message=found, by=request.user)
    except ValidationError as error:
        notices.error(request, " ".join(error.messages))
    else:
        notices.success(request, _("Die Nachricht wartet wieder auf Antwort."))
    return redirect(found)


@for_residents
@require_safe
def to_contact(request: HttpRequest) -> HttpResponse:
    chosen, found = _to_contact(request)
    page = _page(request, found)
    context = {
        "page": page,
        "filter": chosen,
        "query": request.GET.urlencode(),
        "has_letters": any(n.channel == Channel.LETTER and not n.done_on for n in page),
        **_steps(_("Anrufen und schreiben")),
    }
    return render(request, "people/desk/to_contact.html", context)


@for_residents
@require_http_methods(["GET", "HEAD", "POST"])
def notification(request: HttpRequest, pk: int) -> HttpResponse:
    """One call or letter; POST ticks it off or notes that nobody was reached."""
    found = get_object_or_404(queries.notifications_for(request.user), pk=pk)
    by_letter = found.channel == Channel.LETTER
    form = TickOffForm(request.POST if request.method == "POST" else None, by_letter=by_letter)
    if form.is_valid() and _done(form, lambda: _tick(found, form, request.user)):
        notices.success(request, _("Eingetragen."))
        return redirect("people:desk_contacts")
    context = {
        "notification": found,
        "recipient": found.recipient,
        "is_open": rules.why_not_tickable(found) is None,
        "has_letter": rules.why_no_letter(found) is None,
        "form": form,
        **_steps(_("Anrufen und schreiben"), "people:desk_contacts", found.subject),
    }
    return render(request, "people/desk/notification.html", context, status=422 if form.errors else 200)


@for_residents
@require_safe
def letter_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.notifications_for(request.user), pk=pk)
    if rules.why_no_letter(found):
        raise Http404
    return pdf.answer(letters.letters_pdf([found], by=request.user), f"brief-{found.pk}.pdf")


@for_residents
@require_safe
def letters_pdf(request: HttpRequest) -> HttpResponse:
    """All open letters in one file."""
    waiting = queries.notifications_for(request.user).filter(channel=Channel.LETTER, done_on=None)
    writable = [found for found in waiting if rules.why_no_letter(found) is None]
    if not writable:
        notices.info(request, _("Zurzeit ist kein Brief zu schreiben."))
        return redirect("people:desk_contacts")
    return pdf.answer(letters.letters_pdf(writable, by=request.user), "briefe.pdf")


@for_residents
@require_safe
def list_pdf(request: HttpRequest) -> HttpResponse:
    found = _to_contact(request)[1]
    return pdf.answer(letters.list_pdf(found), "anrufen-und-schreiben.pdf")


@for_residents
@require_safe
def persons(request: HttpRequest) -> HttpResponse:
    chosen = PersonSearch(request.GET or None)
    words = chosen.cleaned_data["q"] if chosen.is_valid() else ""
    page = _page(request, queries.search_persons(queries.persons_for(request.user), words))
    return render(
        request, "people/desk/persons.html", {"page": page, "filter": chosen, **_steps(_("Personen"))}
    )


@for_residents
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person; POST changes contact data and channel."""
    found = get_object_or_404(queries.persons_for(request.user), pk=pk)
    words = request.GET.get("vertraut", "")
    others = queries.search_persons(queries.persons_for(request.user), words)
    form = PersonForm(
        request.POST if request.method == "POST" else None,
        instance=found,
        candidates=candidates_for(found, others, words),
    )
    if form.is_valid():
        stored = get_object_or_404(queries.persons_for(request.user), pk=pk)
        if _done(form, lambda: actions.change_person(person=stored, by=request.user, **form.cleaned_data)):
            notices.success(request, _("Gespeichert."))
            return redirect(stored)
    return _person_page(request, pk, form=form, words=words, status=422 if form.errors else 200)


@for_residents
@require_safe
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """DSGVO Art. 15, as a file."""
    found = get_object_or_404(queries.persons_for(request.user), pk=pk)
    if not queries.sees_everything(request.user):
        raise PermissionDenied
    audit.record("person exported", found, by=request.user, on_behalf_of=found)
    return JsonResponse(
        privacy.export(found),
        json_dumps_params={"indent": 2, "ensure_ascii": False},
        headers={"Content-Disposition": f'attachment; filename="auskunft-{found.pk}.json"'},
    )


@for_residents
@require_POST
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """DSGVO Art. 17."""
    found = get_object_or_404(queries.persons_for(request.user), pk=pk)
    if not queries.sees_everything(request.user):
        raise PermissionDenied
    form = EraseForm(request.POST)
    if form.is_valid() and _done(form, lambda: actions.erase_person(person=found, by=request.user)):
        notices.success(request, _("Alle Angaben zu dieser Person sind gelöscht."))
        return redirect("people:desk_persons")
    return _person_page(request, pk, erase_form=form, status=422)


def _message_page(
    request: HttpRequest, found: Message, *, status: int = 200, **forms: BaseForm
) -> HttpResponse:
    others = queries.messages_for(request.user).exclude(pk=found.pk).order_by("-received_at")
    context = {
        "message": found,
        "may_see_person": may_answer_residents(request.user),
        "others": others.filter(person=found.person)[:10] if found.person else [],
        "history": queries.history_of(found),
        "not_answerable": rules.why_not_answerable(found) if found.is_waiting else None,
        "answer_form": AnswerForm(),
        "close_form": CloseForm(),
        **forms,
        **_steps(_("Nachrichten"), "people:desk_messages", str(found)),
    }
    return render(request, "people/desk/message.html", context, status=status)


def _person_page(
    request: HttpRequest, pk: int, *, words: str = "", status: int = 200, **forms: BaseForm
) -> HttpResponse:
    found = get_object_or_404(queries.persons_for(request.user), pk=pk)
    context = {
        "person": found,
        "messages_of_person": queries.messages_for(request.user)
        .filter(person=found)
        .order_by("-received_at")[:20],
        "notifications_of_person": queries.notifications_for(request.user).filter(person=found)[:20],
        "consents": found.consents.all(),
        "maybe_same": queries.maybe_same(found) if queries.sees_everything(request.user) else [],
        "may_erase": queries.sees_everything(request.user),
        "not_erasable": rules.why_not_erasable(found),
        "form": PersonForm(instance=found, candidates=candidates_for(found, Person.objects.none(), "")),
        "erase_form": EraseForm(),
        "words": words,
        "sections": person_sections.sections_of(request, found),
        **forms,
        **_steps(_("Personen"), "people:desk_persons", found.name),
    }
    return render(request, "people/desk/person.html", context, status=status)


def _to_contact(request: HttpRequest) -> tuple[ContactListFilter, QuerySet[Notification]]:
    chosen = ContactListFilter(request.GET or None)
    values = chosen.cleaned_data if chosen.is_valid() else {}
    found = queries.notifications_for(request.user).filter(done_on__isnull=not values.get("done"))
    return chosen, found.filter(channel=values["channel"]) if values.get("channel") else found


def _tick(found: Notification, form: TickOffForm, user: Any) -> object:
    values = form.cleaned_data
    if values["outcome"] == TickOffForm.REACHED:
        return actions.tick_off(notification=found, by=user, on=values["on"], result=values["note"])
    return actions.note_attempt(notification=found, by=user, on=values["on"], note=values["note"])


def _done(form: BaseForm, run: Callable[[], object]) -> bool:
    """Run an action; what it refuses stands in the form."""
    try:
        run()
    except ValidationError as error:
        known = getattr(error, "error_dict", {}).keys() <= form.fields.keys()
        form.add_error(None, error if known else error.messages)
        return False
    return True


def _answered(person: Person | None) -> str:
    if person and rules.usable_channel(person) == Channel.EMAIL:
        return _("Die Antwort geht per E-Mail hinaus.")
    return _("Die Antwort steht auf der Liste „Anrufen und schreiben“.")


def _page(request: HttpRequest, rows: QuerySet) -> Page:
    return Paginator(rows, PAGE_LENGTH).get_page(request.GET.get("page"))


def _steps(title: str, url_name: str = "", last: str = "") -> dict[str, Any]:
    desk_step = (_("Schreibtisch"), reverse("people:desk"))
    way: list[tuple[str, str] | str] = [desk_step, title]
    if url_name:
        way = [desk_step, (title, reverse(url_name)), last]
    return {"breadcrumbs": breadcrumbs(*way)}
