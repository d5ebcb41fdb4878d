"""Public needs as Open311 service requests. Who said something, and how to reach them, is nowhere in here."""

from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from .. import queries
from ..enums import OPEN_STATES, EntryKind, Kind, State
from ..models import Entry, Need
from ..models.needs import TEXT_LENGTH
from . import moments
from .asking import Asked
from .errors import Refused
from .kinds import KEYWORD_OF
from .services import OTHER, service_of

# Lines of the timeline that the town wrote; what a reader answered to “Ist es gelöst?” is not repeated here.
_ANSWERS = Q(kind__in=[EntryKind.STATE, EntryKind.MERGED]) | Q(kind=EntryKind.REOPENED, by__isnull=False)


def _needs() -> QuerySet[Need]:
    """With all that a row tells; two queries, however many rows."""
    reason = Entry.objects.filter(_ANSWERS, need=OuterRef("pk"), state=OuterRef("state"))
    return (
        queries.public_needs()
        .select_related("field", "quarter", "venue", "handed_to_contact")
        .prefetch_related(queries.public_photos())
        .annotate(reason=Subquery(reason.order_by("-at", "-pk").values("text")[:1]))
        .order_by("-received_at", "-pk")
    )


def find(asked: Asked) -> QuerySet[Need]:
    found = _needs()
    if asked.ids:
        found = found.filter(reference__in=asked.ids)
    else:
        found = found.filter(received_at__gte=asked.since, received_at__lte=asked.until)
        found = _of_services(_of_statuses(found, asked.statuses), asked.codes)
    first = (asked.page - 1) * asked.page_size
    return found[first : first + asked.page_size]


def _of_services(needs: QuerySet[Need], codes: tuple[str, ...]) -> QuerySet[Need]:
    if not codes:
        return needs
    wanted = Q(field__slug__in=codes)
    return needs.filter(wanted | Q(field=None) if OTHER in codes else wanted)


def _of_statuses(needs: QuerySet[Need], statuses: tuple[str, ...]) -> QuerySet[Need]:
    if len(set(statuses)) != 1:
        return needs
    is_open = Q(state__in=OPEN_STATES)
    return needs.filter(is_open if "open" in statuses else ~is_open)


def one(reference: str) -> Need:
    """Raises Refused where no public need has this number."""
    need = _needs().filter(reference=reference).first() if "\x00" not in reference else None
    if need is None:
        raise Refused(404, _("service_request_id: Diese Nummer gibt es nicht."))
    return need


def told(needs: list[Need], *, is_extended: bool = False) -> list[dict[str, Any]]:
    labels = queries.labels()
    return [_row(need, labels) | (_extension(need, labels) if is_extended else {}) for need in needs]


def _row(need: Need, labels: dict[State, str]) -> dict[str, Any]:
    code, name = service_of(need)
    return {
        "service_request_id": need.reference,
        "status": "closed" if need.is_ended else "open",
        "status_notes": _status_notes(need, labels),
        "service_name": name,
        "service_code": code,
        "description": description_of(need),
        "agency_responsible": _agency(need),
        "service_notice": None,
        "requested_datetime": moments.write(need.received_at),
        "updated_datetime": moments.write(need.ended_at if need.ended_at else need.changed_at),
        "expected_datetime": None,
        "address": _address(need),
        "address_id": None,
        "zipcode": None,
        "lat": need.latitude,
        "long": need.longitude,
        "media_url": next(iter(_photo_urls(need)), None),
    }


def _extension(need: Need, labels: dict[State, str]) -> dict[str, Any]:
    return {
        "extended_attributes": {
            "title": need.title,
            "keywords": KEYWORD_OF[Kind(need.kind)],
            "detailed_status": need.state,
            "detailed_status_name": labels[State(need.state)],
            "quarter": need.quarter.name if need.quarter and need.quarter.is_public else None,
            "votes": need.support_count,
            "comments": need.comment_count,
            "media_urls": _photo_urls(need),
            "url": settings.BASE_URL + need.get_absolute_url(),
        }
    }


def _status_notes(need: Need, labels: dict[State, str]) -> str:
    """`geplant: Der Bauhof kommt im Mai.`"""
    reason = getattr(need, "reason", "") or ""
    label = labels[State(need.state)]
    return f"{label}: {reason}" if reason else label


def description_of(need: Need) -> str:
    """What was said; the title only where the text does not begin with it. At most 4,000 characters."""
    if not need.text:
        return need.title
    begins = " ".join(need.text.split()).startswith(need.title.removesuffix("…").strip())
    return (need.text if begins else f"{need.title}\n\n{need.text}")[:TEXT_LENGTH]


def _agency(need: Need) -> str | None:
    """A department or organisation, never a person."""
    contact = need.handed_to_contact
    return need.handed_to if need.handed_to and not (contact and need.handed_to == contact.name) else None


def _address(need: Need) -> str | None:
    if need.place_name or need.venue:
        return need.place_name or str(need.venue)
    return need.quarter.name if need.quarter and need.quarter.is_public else None


def _photo_urls(need: Need) -> list[str]:
    shown = need.shown_photos  # type: ignore[attr-defined]
    return [settings.BASE_URL + reverse("needs:photo", args=[need.reference, photo.pk]) for photo in shown]
