"""The desk's inbox of needs and the page of one need; every verb of `verbs` is a form of that page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from quartierwerk.core.context import breadcrumbs
from quartierwerk.people.desk_views import only

from .. import actions, waiting
from ..models import Need
from ..permissions import may_moderate
from ..queries import labels, needs_for
from . import need_page, queries
from .case import Case
from .forms import InboxFilter
from .news import with_exchange
from .rows import row_of
from .sections import need_url, waits
from .verbs import BY_KEY, Verb

PAGE_LENGTH = 30
for_moderation = only(may_moderate)


@for_moderation
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """What waits, the oldest first; with a state chosen, the needs of that state."""
    words = labels()
    chosen = InboxFilter(request.GET or None, user=request.user, words=words)
    values, number = chosen.values, request.GET.get("page")
    page: Page
    if values.get("state"):
        page = Paginator(queries.needs_of_state(request.user, values), PAGE_LENGTH).get_page(number)
        lines = [waiting.Waiting("", need, need) for need in page]
    else:
        page = Paginator(queries.rows(request.user, values), PAGE_LENGTH).get_page(number)
        lines = waiting.in_full(list(page))
    with_exchange(line.about for line in lines if isinstance(line.about, Need))
    context = {
        "page": page,
        "rows": [row_of(line, words) for line in lines],
        "filter": chosen,
        "current": values.get("state") or values.get("what", ""),
        "counts": waits(request),
        "helpers": waiting.helpers_of_open_needs(),
        "channels": queries.by_channel(request.user),
        "here": request.get_full_path(),
        "daily_mail": queries.wants_daily_mail(request.user),
        **steps(_("Handlungsbedarfe")),
    }
    return render(request, "needs/desk/inbox.html", context)


@for_moderation
@require_safe
def need(request: HttpRequest, reference: str) -> HttpResponse:
    return page_of(request, need_of(request, reference))


@for_moderation
@require_POST
def do(request: HttpRequest, reference: str, verb: str) -> HttpResponse:
    """Run one of the verbs with what its form says; what is refused stands in the form, with the typed words."""
    if verb not in BY_KEY:
        raise Http404(verb)
    found, chosen = need_of(request, reference), BY_KEY[verb]
    form = chosen.form(request.POST, case=Case(found, request.user), prefix=chosen.key)
    if form.is_valid():
        try:
            done = _run(chosen, found, request, form)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            notices.success(request, chosen.done(done, form.cleaned_data))
            return redirect(_back(request, found))
    return page_of(request, need_of(request, reference), status=422, filled={chosen.key: form})


@for_moderation
@require_POST
def daily_mail(request: HttpRequest) -> HttpResponse:
    """Switch one's own daily mail on or off."""
    wanted = request.POST.get("wanted") == "yes"
    actions.want_daily_mail(user=request.user, wanted=wanted)
    notices.success(
        request,
        _("Sie bekommen die tägliche E-Mail.") if wanted else _("Sie bekommen keine tägliche E-Mail."),
    )
    return redirect("needs:desk")


def need_of(request: HttpRequest, reference: str) -> Need:
    rows = needs_for(request.user).select_related(
        "person", "quarter", "venue", "field", "event", "assigned_to", "taken_by", "duplicate_of",
        "handed_to_contact",
    )  # fmt: skip
    return get_object_or_404(rows, reference=reference)


def page_of(
    request: HttpRequest, found: Need, *, status: int = 200, filled: dict[str, Form] | None = None
) -> HttpResponse:
    """The whole page of a need; `filled` are forms that came back, by the key of their verb."""
    context = {
        **need_page.context_of(request, found, filled or {}),
        **steps(the_list(), found.reference),
    }
    return render(request, "needs/desk/need.html", context, status=status)


def told(request: HttpRequest, run: Callable[[], Any], done: str, way: str) -> HttpResponse:
    """Run one action, say what was done or why not, and go on at `way`."""
    try:
        run()
    except ValidationError as error:
        notices.error(request, " ".join(error.messages))
    else:
        notices.success(request, done)
    return redirect(way)


def steps(*way: Any) -> dict[str, Any]:
    """The way from the desk to a page of it, and the page itself."""
    return {"breadcrumbs": breadcrumbs((_("Schreibtisch"), reverse("people:desk")), *way)}


def steps_from(need: Need, here: str) -> dict[str, Any]:
    """The way to a page that belongs to the page of a need."""
    return steps(the_list(), (need.reference, need_url(need)), here)


def the_list() -> tuple[str, str]:
    """A step of the way: the inbox."""
    return _("Handlungsbedarfe"), reverse("needs:desk")


def _run(verb: Verb, found: Need, request: HttpRequest, form: Form) -> Need:
    said = form.cleaned_data
    if not verb.needs_fresh:
        verb.run(found, request.user, **said)
    else:
        with actions.as_seen(found, request.POST.get("seen", "")) as fresh:
            verb.run(fresh, request.user, **said)
    return Need.objects.select_related("person").get(pk=found.pk)


def _back(request: HttpRequest, found: Need) -> str:
    """Where the form came from, or the page of the need."""
    way = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(way, allowed_hosts={request.get_host()})
    return way if safe and way.startswith("/") else need_url(found)
