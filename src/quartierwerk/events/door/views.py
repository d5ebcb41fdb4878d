"""The entrance on the day: find somebody, let them in, take whoever comes unannounced, download the list.

For managers and the event's organisers. Every task works without a script; the camera is in `device_views`.
"""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.forms.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quartierwerk.core import audit, clock
from quartierwerk.core.context import Link, breadcrumbs

from .. import actions, queries
from ..codes import ALPHABET, LENGTH, in_groups, tidy
from ..desk.guards import View, for_who_sees_registrations
from ..models import Attendance, Event, Occurrence, Registration
from ..rules import door as door_rules
from ..words import when
from . import lists
from .attendance import attendance_of, current_date, found, guests_at, latest
from .forms import ReleaseForm, WalkInForm

PAGE_LENGTH = 50
BUTTONS = 8  # one each for so many people; larger parties get a field
CODES_LISTED = 200  # no-shows to pick from
DATES_LISTED = 60
KINDS: dict[str, tuple[Callable[[Occurrence], bytes], str]] = {
    "pdf": (lists.pdf_of, "application/pdf"),
    "csv": (lists.csv_of, "text/csv; charset=utf-8"),
    "xlsx": (lists.xlsx_of, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def for_the_door(view: View) -> View:
    """As `for_who_sees_registrations`; the view gets the date of the event that `?datum=` names, or the one that is on."""

    @wraps(view)
    @for_who_sees_registrations
    def guarded(request: HttpRequest, event: Event, **kwargs: Any) -> HttpResponse:
        return view(request, occurrence=chosen_date(event, request.GET.get("datum", "")), **kwargs)

    return guarded


def chosen_date(event: Event, day: str) -> Occurrence:
    """The date of a series in `?datum=2026-10-08`, else the one that is on now or next; 404 where there is none."""
    occurrence = _on(event, day) if day else current_date(event)
    if occurrence is None:
        raise Http404
    occurrence.event = event
    return occurrence


def _on(event: Event, day: str) -> Occurrence | None:
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        return None
    same_day = event.occurrences.filter(starts_at__date=wanted)
    return same_day.filter(state=Occurrence.State.PLANNED).first() or same_day.first()


def url_of(name: str, occurrence: Occurrence, **values: str) -> str:
    """An address of this entrance; a series names its date."""
    url = reverse(f"events:{name}", kwargs={"pk": occurrence.event_id, **values})
    return url + when.query(occurrence)


# ---------------------------------------------------------------------------------------------------------------- the list
@for_the_door
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, occurrence: Occurrence) -> HttpResponse:
    """Search and list; POST lets a whole party in, or takes that back."""
    if request.method == "POST":
        return _let_in_or_out(request, occurrence)
    words = request.GET.get("q", "").strip()
    if _looks_like_code(words):
        return redirect(url_of("door_ticket", occurrence, code=tidy(words)))
    guests = guests_at(occurrence)
    page = Paginator(found(guests, words) if words else guests, PAGE_LENGTH).get_page(
        request.GET.get("seite")
    )
    context = {"page": page, "words": words, "latest": latest(guests), "is_empty": not guests}
    return _page(request, "events/door/door.html", occurrence, context)


def _let_in_or_out(request: HttpRequest, occurrence: Occurrence) -> HttpResponse:
    code = tidy(request.POST.get("code", ""))
    back = url_of("door", occurrence)
    registration = Registration.objects.filter(code=code, event=occurrence.event_id).first()
    if registration is None:
        return redirect(url_of("door_ticket", occurrence, code=code or "-"))
    if "undo" in request.POST:
        return _undo(request, registration, occurrence, back)
    if _admit(request, registration, occurrence, None):
        return redirect(back)
    return redirect(url_of("door_ticket", occurrence, code=code))


# -------------------------------------------------------------------------------------------------------- one registration
@for_the_door
@require_http_methods(["GET", "HEAD", "POST"])
def ticket(request: HttpRequest, occurrence: Occurrence, code: str) -> HttpResponse:
    """What this code means here; POST lets as many people in as were chosen, or takes it back."""
    code = tidy(code)
    registration = _by_code(code)
    is_ours = registration is not None and registration.event_id == occurrence.event_id
    if request.method == "POST" and registration and is_ours:
        if "undo" in request.POST:
            return _undo(request, registration, occurrence, request.get_full_path())
        if _admit(request, registration, occurrence, request.POST.get("people", "")):
            return redirect(url_of("door", occurrence))
        return redirect(request.get_full_path())
    context = _meaning(registration, occurrence) | {
        "code": in_groups(code) if is_ours else "",
        "registration": registration if is_ours else None,
    }
    status = 200 if registration else 404
    return _page(request, "events/door/ticket.html", occurrence, context, status=status)


@never_cache
@require_safe
def shown_code(request: HttpRequest, code: str) -> HttpResponse:
    """What the QR code says. Staff come to the entrance; everybody else reads what the code is for, and no more."""
    if request.user.is_authenticated:
        mine = queries.registrations_for(request.user).filter(code=tidy(code)).first()
        if mine:
            occurrence = mine.occurrence or current_date(mine.event)
            if occurrence:
                occurrence.event = mine.event
                return redirect(url_of("door_ticket", occurrence, code=mine.code))
    context = {"path": request.path, "is_signed_in": request.user.is_authenticated}
    return render(request, "events/door/code.html", context)


def _by_code(code: str) -> Registration | None:
    rows = Registration.objects.select_related("event", "occurrence", "person")
    return rows.prefetch_related("workshop_places__item").filter(code=code).first()


def _meaning(registration: Registration | None, occurrence: Occurrence) -> dict[str, Any]:
    """Whether this party may come in, and where not, why."""
    if registration is None:
        return {"refused": door_rules.unknown_code(), "attendance": None, "sizes": [], "needs": ""}
    rows = Attendance.objects.select_related("by").filter(occurrence=occurrence)
    attendance = rows.filter(registration=registration).first()
    refused = None if attendance else door_rules.why_not_admitted(registration, occurrence)
    is_ours = registration.event_id == occurrence.event_id
    return {
        "refused": refused,
        "attendance": attendance,
        "already": door_rules.already_in(attendance) if attendance else "",
        "name": registration.name or _("Ohne Namen"),
        "companions": lists.companions(registration),
        "needs": lists.needs(registration),
        "workshops": lists.workshops(registration),
        "sizes": range(1, registration.party_size + 1),
        "is_large_party": registration.party_size > BUTTONS,
        "desk_url": registration.get_absolute_url() if is_ours else "",
    }


def _admit(
    request: HttpRequest, registration: Registration, occurrence: Occurrence, people: str | None
) -> bool:
    try:
        attendance = actions.admit(
            registration=registration, occurrence=occurrence, people=_number(people), by=request.user
        )
    except ValidationError as error:
        notices.error(request, " ".join(error.messages))
        return False
    notices.success(request, _admitted(attendance))
    return True


def _undo(
    request: HttpRequest, registration: Registration, occurrence: Occurrence, back: str
) -> HttpResponse:
    attendance = registration.attendances.filter(occurrence=occurrence).first()
    if attendance:
        actions.undo_admission(attendance=attendance, by=request.user)
        notices.info(request, _("Der Einlass ist zurückgenommen."))
    return redirect(back)


def _admitted(attendance: Attendance) -> str:
    return ngettext(
        "Eingelassen um %(time)s: %(n)d Person.",
        "Eingelassen um %(time)s: %(n)d Personen.",
        attendance.people,
    ) % {"n": attendance.people, "time": when.minute(attendance.admitted_at)}


def _number(text: str | None) -> int | None:
    """What was chosen; None means all of the party, 0 what is no number."""
    if text is None or text == "":
        return None
    return int(text) if text.isdecimal() and len(text) < 5 else 0


def _looks_like_code(words: str) -> bool:
    """A code holds a figure or comes as an address: “Anna Bach” has eight letters, too."""
    code = tidy(words)
    return (
        len(code) == LENGTH
        and set(code) <= set(ALPHABET)
        and (
            "/" in words or any(c.isdigit() for c in code) or Registration.objects.filter(code=code).exists()
        )
    )


# ------------------------------------------------------------------------------------------------------------- unannounced
@for_the_door
@require_http_methods(["GET", "HEAD", "POST"])
def walk_in(request: HttpRequest, occurrence: Occurrence) -> HttpResponse:
    """Somebody comes without having registered."""
    waiting = queries.people_waiting(occurrence.event, queries.pool_of(occurrence.event, occurrence))
    form = WalkInForm(request.POST if request.method == "POST" else None, has_waiting=bool(waiting))
    if form.is_valid() and _done(
        form,
        lambda: actions.walk_in(
            event=occurrence.event, occurrence=occurrence, by=request.user, **form.cleaned_data
        ),
    ):
        notices.success(request, _("Aufgenommen und eingelassen."))
        return redirect(url_of("door", occurrence))
    context = {"form": form, "waiting": waiting, "missing": len(_missing(occurrence)) if form.errors else 0}
    return _page(request, "events/door/walk_in.html", occurrence, context, status=422 if form.errors else 200)


@for_the_door
@require_http_methods(["GET", "HEAD", "POST"])
def no_shows(request: HttpRequest, occurrence: Occurrence) -> HttpResponse:
    """Pick those who have not come; their places become free, and they are told."""
    missing = _missing(occurrence)
    form = ReleaseForm(request.POST if request.method == "POST" else None, missing=missing[:CODES_LISTED])
    if form.is_valid() and _done(form, lambda: _release(occurrence, form, request.user)):
        notices.success(request, _("Die Plätze sind frei. Die Angemeldeten hören davon."))
        return redirect(url_of("door_walk_in", occurrence))
    context = {
        "form": form,
        "has_missing": bool(missing),
        "is_too_early": clock.now() < occurrence.starts_at,
        "begins": when.minute(occurrence.starts_at),
    }
    return _page(
        request, "events/door/no_shows.html", occurrence, context, status=422 if form.errors else 200
    )


def _missing(occurrence: Occurrence) -> list[Any]:
    return [g for g in guests_at(occurrence) if not g.is_in and not g.is_waiting]


@transaction.atomic
def _release(occurrence: Occurrence, form: ReleaseForm, by: Any) -> None:
    chosen = Registration.objects.filter(event=occurrence.event_id, code__in=form.cleaned_data["codes"])
    for registration in chosen.order_by("pk"):
        actions.release_no_show(
            registration=registration, occurrence=occurrence, reason=form.cleaned_data["reason"], by=by
        )


def _done(form: BaseForm, run: Callable[[], object]) -> bool:
    """Run an action; what it refuses stands in the form."""
    try:
        run()
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True


# --------------------------------------------------------------------------------------------------------------- downloads
@for_the_door
@require_safe
def registration_list(request: HttpRequest, occurrence: Occurrence, kind: str) -> HttpResponse:
    """The list as PDF (`?gross` in large print), CSV or XLSX; the audit log keeps who took it."""
    if kind not in KINDS:
        raise Http404
    make, content_type = KINDS[kind]
    is_large = kind == "pdf" and "gross" in request.GET
    content = lists.pdf_of(occurrence, large=True) if is_large else make(occurrence)
    audit.record("registration list downloaded", occurrence.event, by=request.user, format=kind)
    day = when.day_of(occurrence.starts_at).isoformat()
    name = f"anmeldungen-{occurrence.event.slug}-{day}{'-gross' if is_large else ''}.{kind}"
    way = "inline" if kind == "pdf" else "attachment"
    return HttpResponse(
        content, content_type=content_type, headers={"Content-Disposition": f'{way}; filename="{name}"'}
    )


# ------------------------------------------------------------------------------------------------------------ around a page
def _page(
    request: HttpRequest, template: str, occurrence: Occurrence, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    return render(request, template, frame(request, occurrence) | context, status=status)


def frame(request: HttpRequest, occurrence: Occurrence) -> dict[str, Any]:
    """What every page of the entrance shows: which date it is, how many came, where else to go."""
    event = occurrence.event
    urls = {name: (label, url_of(name, occurrence)) for name, label in _parts()}
    return {
        "event": event,
        "occurrence": occurrence,
        "when": when.moment(occurrence.starts_at),
        "is_today": when.day_of(occurrence.starts_at) == clock.today(),
        "count": attendance_of(event, occurrence),
        "shut": door_rules.why_door_shut(event, occurrence),
        "other_dates": _other_dates(occurrence),
        "parts": [Link(label, url, request.get_full_path() == url) for label, url in urls.values()],
        "door_url": urls["door"][1],
        "camera_url": urls["door_camera"][1],
        "walk_in_url": urls["door_walk_in"][1],
        "no_shows_url": urls["door_no_shows"][1],
        "files": _files(occurrence),
        "breadcrumbs": breadcrumbs(
            (_("Schreibtisch"), reverse("people:desk")), (event.title, _desk_url(event)), _("Einlass")
        ),
    }


def _parts() -> list[tuple[str, str]]:
    return [
        ("door", _("Liste")),
        ("door_camera", _("Kamera und offline")),
        ("door_walk_in", _("Ohne Anmeldung")),
        ("door_no_shows", _("Nicht gekommen")),
    ]


def _desk_url(event: Event) -> str:
    return reverse("events:desk_event", args=[event.pk])


def _other_dates(occurrence: Occurrence) -> list[Occurrence]:
    if not occurrence.event.is_series:
        return []
    rows = occurrence.event.occurrences.filter(state=Occurrence.State.PLANNED)
    since = occurrence.starts_at - door_rules.KEEPS_LIST
    return list(rows.filter(starts_at__gte=since)[:DATES_LISTED])


def _files(occurrence: Occurrence) -> list[dict[str, str]]:
    paper = url_of("door_list", occurrence, kind="pdf")
    joint = "&" if "?" in paper else "?"
    return [
        {"label": _("Liste zum Ausdrucken (PDF)"), "url": paper},
        {"label": _("Liste in großer Schrift (PDF)"), "url": f"{paper}{joint}gross"},
        {"label": _("Tabelle für Excel (XLSX)"), "url": url_of("door_list", occurrence, kind="xlsx")},
        {"label": _("Tabelle (CSV)"), "url": url_of("door_list", occurrence, kind="csv")},
    ]
