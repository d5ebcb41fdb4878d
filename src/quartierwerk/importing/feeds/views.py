"""The desk's pages of partners' feeds: the list with reported changes, one feed, adding and changing one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quartierwerk.core.context import breadcrumbs
from quartierwerk.core.rate_limits import RateLimit
from quartierwerk.people.desk_views import only

from .. import actions
from ..actions.entries import TakenIn
from ..enums import FeedKind
from ..fetching import fetch
from ..models import Change, Feed
from ..permissions import may_publish
from ..queries import feeds_for
from . import polling, queries, rules
from .forms import ChangeForm, FeedForm
from .problems import sentence
from .rows import change_rows, double_row, entry_row, feed_row

CHANGES_A_PAGE, SHOWN = 20, 50
TRIES_PER_HOUR = RateLimit("import-feeds", per_hour=30)
for_editors = only(may_publish)


@for_editors
@require_safe
def feeds(request: HttpRequest) -> HttpResponse:
    return _list(request)


def _list(request: HttpRequest, sent: dict[int, ChangeForm] | None = None) -> HttpResponse:
    """`sent`: forms of changes that came back."""
    page = Paginator(queries.changes_for(request.user), CHANGES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "changes": change_rows(list(page), request.user, sent or {}),
        "rows": [feed_row(feed) for feed in queries.feeds_with_numbers(request.user)],
        **_steps(_("Partnerquellen")),
    }
    return render(request, "importing/feeds/list.html", context, status=422 if sent else 200)


@for_editors
@require_safe
def feed(request: HttpRequest, pk: int) -> HttpResponse:
    found = _feed(request, pk)
    waiting, doubles = queries.waiting_of(found), queries.doubles_of(found)
    context = {
        **feed_row(found),
        "waiting": [entry_row(each) for each in waiting[:SHOWN]],
        "waiting_count": waiting.count(),
        "doubles": [double_row(each) for each in doubles[:SHOWN]],
        "quarters": [quarter.name for quarter in found.quarters.defer("boundary")],
        **_steps(_the_list(), found.name),
    }
    return render(request, "importing/feeds/feed.html", context)


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """The address is asked at once, so that nobody enters one that leads nowhere."""
    form = FeedForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and (tried := _tried(request, form)):
        answer, found = tried
        said = form.cleaned_data
        name = said["name"] or found.title[:120] or said["url"][:120]
        made = actions.add_feed(
            name=name, url=said["url"], quarters=said.get("quarters", []), by=request.user
        )
        notices.success(
            request, _found(found.kind or "", len(found.entries), polling.keep(made, answer, found))
        )
        return redirect(made)
    return _form_page(request, form, _("Partnerquelle eintragen"))


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    found = _feed(request, pk)
    form = FeedForm(request.POST if request.method == "POST" else None, feed=found)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        is_same = said["url"] == found.url
        if is_same or _tried(request, form):
            name = said["name"] or found.name
            actions.change_feed(
                feed=found, name=name, url=said["url"], quarters=said.get("quarters", []), by=request.user
            )
            notices.success(request, _("Gespeichert."))
            return redirect(found)
    return _form_page(request, form, _("Partnerquelle ändern"), found)


@for_editors
@require_POST
def do(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Ask now, pause, go on, or remove."""
    found = _feed(request, pk)
    if verb not in VERBS:
        raise Http404(verb)
    return VERBS[verb](request, found)


def _ask(request: HttpRequest, found: Feed) -> HttpResponse:
    if TRIES_PER_HOUR.is_exceeded_by(str(request.user.pk)):
        notices.error(request, _too_often())
        return redirect(found)
    done = polling.ask(found, fetch)
    found.refresh_from_db()
    if found.problem:
        notices.error(request, sentence(found.problem))
    elif done is None:
        notices.success(request, _("Abgefragt: nichts Neues."))
    else:
        notices.success(request, _found(found.kind, found.to_come, done))
    return redirect(found)


def _pause(request: HttpRequest, found: Feed) -> HttpResponse:
    actions.pause_feed(feed=found, is_active=False, by=request.user)
    notices.success(request, _("Angehalten. Was schon da ist, bleibt."))
    return redirect(found)


def _resume(request: HttpRequest, found: Feed) -> HttpResponse:
    actions.pause_feed(feed=found, is_active=True, by=request.user)
    notices.success(request, _("Wird wieder abgefragt, zuerst innerhalb der nächsten Stunde."))
    return redirect(found)


def _remove(request: HttpRequest, found: Feed) -> HttpResponse:
    name = found.name
    actions.remove_feed(feed=found, by=request.user)
    notices.success(request, _("„%s“ ist entfernt.") % name)
    return redirect("importing:feeds")


VERBS: dict[str, Callable[[HttpRequest, Feed], HttpResponse]] = {
    "abfragen": _ask,
    "anhalten": _pause,
    "fortsetzen": _resume,
    "entfernen": _remove,
}


def told(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What is refused, also because somebody was faster by a moment, is said above the list."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        try:
            return view(request, *args, **named)
        except ValidationError as error:
            notices.error(request, " ".join(error.messages))
        except Change.DoesNotExist:
            notices.error(request, _("Diese Änderung gibt es nicht mehr."))
        return redirect("importing:feeds")

    return shown


@for_editors
@require_POST
@told
def take_change(request: HttpRequest, pk: int) -> HttpResponse:
    """A reason that is missing is asked for beside the change."""
    change = get_object_or_404(queries.changes_for(request.user), pk=pk)
    form = ChangeForm(request.POST, prefix=f"c{pk}")
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        told = actions.take_change(
            change=change, reason=reason, seen=request.POST.get("seen"), by=request.user
        )
    except ValidationError as error:
        is_as_seen = not rules.why_not_as_seen(change, request.POST.get("seen"))
        if form.errors and is_as_seen and rules.tells_people(change.event):
            return _list(request, {pk: form})
        raise ValidationError(error.messages) from error
    notices.success(request, f"{_('Übernommen.')} {_told(told)}".strip())
    return redirect("importing:feeds")


@for_editors
@require_POST
@told
def refuse_change(request: HttpRequest, pk: int) -> HttpResponse:
    change = get_object_or_404(queries.changes_for(request.user), pk=pk)
    actions.refuse_change(change=change, seen=request.POST.get("seen"), by=request.user)
    notices.success(request, _("Nicht übernommen. Diese Änderung kommt nicht wieder."))
    return redirect("importing:feeds")


@for_editors
@require_POST
@told
def offer(request: HttpRequest, pk: int, announcement: int) -> HttpResponse:
    """Something that is probably there already is offered all the same."""
    found = get_object_or_404(queries.doubles_of(_feed(request, pk)), pk=announcement)
    actions.bring_back(announcement=found, by=request.user)
    return redirect(found)


def _feed(request: HttpRequest, pk: int) -> Feed:
    return get_object_or_404(feeds_for(request.user), pk=pk)


def _tried(request: HttpRequest, form: FeedForm) -> Any:
    """Answer and what was read; None where the form now says why not."""
    if TRIES_PER_HOUR.is_exceeded_by(str(request.user.pk)):
        form.add_error(None, _too_often())
        return None
    try:
        return polling.try_address(form.cleaned_data["url"], fetch)
    except ValidationError as error:
        form.add_error("url", error.messages)
        return None


def _too_often() -> str:
    return _("Sie haben in der letzten Stunde sehr oft abgefragt. Bitte warten Sie etwas.")


def _found(kind: str, to_come: int, done: TakenIn) -> str:
    """What was found, and what became of it."""
    if kind == FeedKind.CALENDAR:
        first = ngettext(
            "Gefunden: ein Kalender mit %(n)d kommenden Eintrag.",
            "Gefunden: ein Kalender mit %(n)d kommenden Einträgen.",
            to_come,
        )
    else:
        first = ngettext(
            "Gefunden: Nachrichten, eine aus den letzten 30 Tagen.",
            "Gefunden: Nachrichten, %(n)d aus den letzten 30 Tagen.",
            to_come,
        )
    words = [first % {"n": to_come}]
    if done.new:
        words.append(
            ngettext("%(n)d wartet neu auf Sie.", "%(n)d warten neu auf Sie.", done.new) % {"n": done.new}
        )
    if done.doubles:
        words.append(
            ngettext("%(n)d ist vermutlich schon da.", "%(n)d sind vermutlich schon da.", done.doubles)
            % {"n": done.doubles}
        )
    if done.changed:
        words.append(
            ngettext("%(n)d Änderung ist gemeldet.", "%(n)d Änderungen sind gemeldet.", done.changed)
            % {"n": done.changed}
        )
    return " ".join(words)


def _told(number: int) -> str:
    if not number:
        return ""
    return ngettext("%(n)d Anmeldung bekommt Bescheid.", "%(n)d Anmeldungen bekommen Bescheid.", number) % {
        "n": number
    }


def _form_page(request: HttpRequest, form: FeedForm, title: str, found: Feed | None = None) -> HttpResponse:
    way = [(found.name, found.get_absolute_url())] if found else []
    context = {
        "form": form,
        "title": title,
        "back": found.get_absolute_url() if found else reverse("importing:feeds"),
        **_steps(_the_list(), *way, title),
    }
    return render(request, "importing/feeds/edit.html", context, status=422 if form.errors else 200)


def _the_list() -> tuple[str, str]:
    return _("Partnerquellen"), reverse("importing:feeds")


def _steps(*way: Any) -> dict[str, Any]:
    return {"breadcrumbs": breadcrumbs((_("Schreibtisch"), reverse("people:desk")), *way)}
