"""The page of whoever said something, reached by its signed link: how it stands, add, take back, say if it is solved.

Showing changes nothing; every verb is a POST. Nobody needs an account.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quartierwerk.core.context import breadcrumbs
from quartierwerk.core.private_files import private_answer
from quartierwerk.events.registration.views import private
from quartierwerk.events.words import when

from .. import actions, queries, rules
from ..enums import REMOVED, EntryKind, State, Visibility
from ..models import Entry, InternalNote, Need
from . import limits
from .forms import MoreWordsForm, SolvedForm
from .places import where_in_words

View = Callable[..., HttpResponseBase]
_RELATED = ("quarter", "field", "venue", "duplicate_of", "person")


def by_own_link(view: View) -> View:
    """Fetching is authorising: the signed link names the need; another one gets a page that helps on."""

    @never_cache
    @wraps(view)
    def found(request: HttpRequest, token: str, **parts: Any) -> HttpResponseBase:
        need = Need.objects.by_token(token).select_related(*_RELATED).first()
        if need is None:
            return private(render(request, "needs/say/own_unknown.html", status=404))
        return private(view(request, need, **parts))  # type: ignore[arg-type]  # a file has headers, too

    return found


@require_safe
@by_own_link
def own(request: HttpRequest, need: Need) -> HttpResponse:
    return _page(request, need)


@require_safe
@by_own_link
def own_photo(request: HttpRequest, need: Need, number: int) -> HttpResponseBase:  # noqa: ARG001 - a view
    """A small picture of a photo that they sent, whether it is public or not."""
    photo = need.photos.filter(pk=number).first()
    if photo is None:
        raise Http404
    return private_answer(photo.thumbnail or photo.file, shown_as=f"{need.reference}-{number}")


@require_http_methods(["GET", "HEAD", "POST"])
@by_own_link
def add_words(request: HttpRequest, need: Need) -> HttpResponse:
    """Something to add, or the answer to a question that was asked back."""
    if request.method != "POST":
        return HttpResponseRedirect(f"{need.own_path}#ergaenzen")
    form = MoreWordsForm(request.POST, is_answer=queries.open_question(need) is not None)
    if not form.is_valid():
        return _page(request, need, more=form, status=422)
    if limits.WORDS_PER_HOUR.is_exceeded(request):
        form.add_error(None, limits.too_many())
        return _page(request, need, more=form, status=429)
    try:
        actions.add_words(need=need, words=form.cleaned_data["text"])
    except ValidationError as refused:
        return _page(request, need, refused=refused.messages, status=422)
    return HttpResponseRedirect(f"{need.own_path}?ergaenzt", status=303)


@require_http_methods(["GET", "HEAD", "POST"])
@by_own_link
def take_back(request: HttpRequest, need: Need) -> HttpResponse:
    """Asks once more; a second press of the button is no error."""
    if need.state == State.WITHDRAWN:
        return HttpResponseRedirect(need.own_path, status=303)
    if reason := rules.why_not_withdrawn(need):
        return _page(request, need, refused=[reason], status=422)
    if request.method == "POST":
        actions.take_back(need=need)
        return HttpResponseRedirect(need.own_path, status=303)
    steps = breadcrumbs((_("Ihr Beitrag"), need.own_path), _("Zurückziehen"))
    return render(request, "needs/say/take_back.html", {"need": need, "breadcrumbs": steps})


@require_http_methods(["GET", "HEAD", "POST"])
@by_own_link
def solved(request: HttpRequest, need: Need) -> HttpResponse:
    """The answer to “Ist es gelöst?”, yes or no, with words."""
    if request.method != "POST":
        return HttpResponseRedirect(f"{need.own_path}#geloest")
    if reason := rules.why_not_asked_if_solved(need):
        return _page(request, need, refused=[reason], status=422)
    form = SolvedForm(request.POST)
    if not form.is_valid():
        return _page(request, need, answer=form, status=422)
    if limits.WORDS_PER_HOUR.is_exceeded(request):
        form.add_error(None, limits.too_many())
        return _page(request, need, answer=form, status=429)
    actions.say_if_solved(need=need, solved=form.is_solved, words=form.cleaned_data["text"])
    return HttpResponseRedirect(f"{need.own_path}?geantwortet", status=303)


def _page(
    request: HttpRequest,
    need: Need,
    *,
    more: MoreWordsForm | None = None,
    answer: SolvedForm | None = None,
    refused: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    labels, can_add = queries.labels(), need.visibility not in REMOVED
    question = queries.open_question(need) if can_add else None
    context = {
        "need": need,
        "own_words": _own_words(need),
        "is_shortened": bool(need.original_title) and can_add,
        "added_words": [_added(note) for note in queries.added_words(need)],
        "refused": refused or [],
        "state": labels[State(need.state)],
        "facts": _facts(need),
        "photos": list(need.photos.all()),
        "history": [_line(entry, labels) for entry in need.entries.all()],
        "is_waiting": need.visibility == Visibility.WAITING,
        "is_withdrawn": need.state == State.WITHDRAWN,
        "is_removed": need.visibility in (Visibility.REMOVED_BY_MODERATOR, Visibility.BLOCKED),
        "question": question,
        "asks_if_solved": not rules.why_not_asked_if_solved(need),
        "was_found_solved": bool(need.found_solved) and need.state == State.DONE,
        "answer": answer or SolvedForm(),
        "can_add": can_add,
        "more": more or MoreWordsForm(is_answer=question is not None),
        "was_added": "ergaenzt" in request.GET,
        "was_answered": "geantwortet" in request.GET,
        "can_take_back": not rules.why_not_withdrawn(need),
        "breadcrumbs": breadcrumbs(_("Ihr Beitrag")),
    }
    return render(request, "needs/say/own.html", context, status=status)


def _own_words(need: Need) -> dict[str, str]:
    """As they came, also where the moderation shortened what is public."""
    if need.original_title:
        return {"title": need.original_title, "text": need.original_text}
    return {"title": need.title, "text": need.text}


def _added(note: InternalNote) -> dict[str, str]:
    """One dated line below what they said at first."""
    return {"at": when.moment(note.at), "what": note.get_kind_display(), "text": note.text}


def _facts(need: Need) -> list[dict[str, Any]]:
    """What they said, as pairs for `facts.html`."""
    rows = [
        {"term": _("Nummer"), "value": need.reference},
        {"term": _("Art"), "value": need.get_kind_display()},
        {"term": _("Ort"), "value": where_in_words(need.place_name, has_pin=need.has_point)},
        {
            "term": _("Quartier"),
            "value": need.quarter.name if need.quarter and need.quarter.is_public else "",
        },
        {"term": _("Handlungsfeld"), "value": need.field.name if need.field else ""},
        {"term": _("Öffentlicher Name"), "value": need.shown_name or _("keiner, der Beitrag ist anonym")},
    ]
    return [row for row in rows if row["value"]]


def _line(entry: Entry, labels: dict[State, str]) -> dict[str, Any]:
    """One dated line of the timeline; nobody of the team is named, and whoever took it back is not told who did."""
    says_state = entry.kind == EntryKind.STATE
    took_back = says_state and entry.state == State.WITHDRAWN
    return {
        "at": when.moment(entry.at),
        "what": labels[State(entry.state)] if says_state else entry.get_kind_display(),
        "text": "" if took_back else entry.text,
        "by": entry.by_office,
    }
