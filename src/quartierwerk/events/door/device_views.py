"""The entrance on a phone: camera and search over a list that the device keeps, so that it works without a network.

The device asks for the list, notes who was let in, and sends that as soon as it can. What was sent before changes nothing.
"""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from quartierwerk.core import clock

from .. import actions
from ..codes import tidy
from ..models import Attendance, Occurrence, Registration
from ..rules import door as door_rules
from .attendance import Guest, guests_at
from .views import for_the_door, frame, url_of

AT_ONCE = 500  # admissions in one message
WORKER = Path(__file__).parents[1] / "static" / "events" / "door-worker.js"


@for_the_door
@require_safe
def camera(request: HttpRequest, occurrence: Occurrence) -> HttpResponse:
    """Holds no name: the device's worker keeps this page for a reload without a network."""
    context = frame(request, occurrence) | {
        "guests_url": url_of("door_guests", occurrence),
        "sync_url": url_of("door_sync", occurrence),
        "worker_url": url_of("door_worker", occurrence).partition("?")[0],
        "ticket_url": url_of("door_ticket", occurrence, code="CODE"),
        "zone": settings.TIME_ZONE,
        "key": f"{occurrence.event_id}:{occurrence.pk}",
    }
    return render(request, "events/door/camera.html", context)


@for_the_door
@require_safe
def guest_list(request: HttpRequest, occurrence: Occurrence) -> JsonResponse:
    """What the device keeps: no contact data, and of ended registrations the code only."""
    rows = [_row(guest) for guest in guests_at(occurrence, with_ended=True)]
    until = occurrence.over_at + door_rules.KEEPS_ON_DEVICE
    return JsonResponse(
        {"csrf": get_token(request), "until": int(until.timestamp() * 1000), "guests": rows},
        json_dumps_params={"ensure_ascii": False, "separators": (",", ":")},
    )


def _row(guest: Guest) -> list[Any]:
    """[code, name, party, state, came, admitted at (ISO), admitted by]"""
    if not guest.is_active:
        return [guest.code, "", 0, guest.state, 0, "", ""]
    at = guest.admitted_at.isoformat() if guest.admitted_at else ""
    name = str(guest.shown)
    return [guest.code, name, guest.party_size, guest.state, guest.came, at, guest.admitted_by]


@for_the_door
@require_POST
def sync(request: HttpRequest, occurrence: Occurrence) -> JsonResponse:
    """`{"now": ISO, "items": [{"code", "people", "at": ISO}]}` → `{"results": [{"code", "result", "text"}]}`.

    `now` is the device's clock, to set wrong ones right. `result` is admitted, already, refused or unknown.
    """
    try:
        sent = json.loads(request.body)
        items, device_now = list(sent["items"]), _moment(sent.get("now"))
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"error": _("Das war nicht zu lesen.")}, status=400)
    if len(items) > AT_ONCE:
        return JsonResponse({"error": _("Das ist zu viel auf einmal.")}, status=400)
    return JsonResponse({"results": [_sync_one(request, occurrence, item, device_now) for item in items]})


def _sync_one(
    request: HttpRequest, occurrence: Occurrence, item: Any, device_now: datetime | None
) -> dict[str, Any]:
    item = item if isinstance(item, dict) else {}
    code = tidy(str(item.get("code", "")))
    registration = Registration.objects.select_related("event", "occurrence").filter(code=code).first()
    if registration is None:
        return {"code": code, "result": "unknown", "text": door_rules.unknown_code()}
    at = door_rules.admitted_when(_moment(item.get("at")), device_now, clock.now())
    people = item.get("people")
    try:
        attendance = actions.admit(
            registration=registration,
            occurrence=occurrence,
            people=people if isinstance(people, int) else None,
            by=request.user,
            at=at,
        )
    except actions.AlreadyAdmitted as error:
        if not door_rules.is_same_admission(error.attendance, request.user, at):
            return _told(code, "already", error.attendance, error.messages[0])
        attendance = error.attendance
    except ValidationError as error:
        return {"code": code, "result": "refused", "text": " ".join(error.messages)}
    return _told(code, "admitted", attendance, "")


def _told(code: str, result: str, attendance: Attendance, text: str) -> dict[str, Any]:
    return {
        "code": code,
        "result": result,
        "text": text,
        "people": attendance.people,
        "at": attendance.admitted_at.isoformat(),
        "by": str(attendance.by or ""),
    }


def _moment(text: Any) -> datetime | None:
    """An aware moment; None for anything else."""
    try:
        at = parse_datetime(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return at if at and at.tzinfo else None


@require_safe
def worker(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001 - the same for every event
    """The service worker, served from within the pages it may keep; it is the same for everybody and holds no data."""
    return HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")


@cache
def _worker() -> bytes:
    return WORKER.read_bytes()
