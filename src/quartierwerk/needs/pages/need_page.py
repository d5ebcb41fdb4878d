"""What the page of one need shows."""

from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from quartierwerk.core.context import Link, breadcrumbs
from quartierwerk.core.models import Town
from quartierwerk.core.templatetags.ui import content_lang
from quartierwerk.places import presentation as places
from quartierwerk.places.queries import has_outline

from .. import queries
from ..enums import Kind, Visibility
from ..models import Entry, Need, Photo, StateWording
from . import feeds, items, json_ld, timeline


class NeedGoneError(Exception):
    """It was public once, or was never to be shown: `visibility` says who took it away."""

    def __init__(self, visibility: Visibility) -> None:
        super().__init__(visibility)
        self.visibility = visibility


def shown_once() -> QuerySet[Need]:
    """What is public, or was taken away."""
    return Need.objects.exclude(visibility=Visibility.WAITING)


def find(reference: str) -> Need:
    """The public need; raises `NeedGoneError` for what was removed, `Need.DoesNotExist` for what waits."""
    needs = shown_once().select_related("quarter", "field", "duplicate_of", "handed_to_contact", "event")
    needs = needs.defer("quarter__boundary", "quarter__description").prefetch_related(
        queries.public_photos(), Prefetch("entries", Entry.objects.order_by("at", "pk"))
    )
    needs = needs.annotate(quarter_has_outline=has_outline("quarter"), explanation=_explanation())
    need = needs.get(reference=reference)
    if not need.is_public:
        raise NeedGoneError(Visibility(need.visibility))
    return need


def _explanation() -> Subquery:
    """What the state means, where the town has said so in the reader's language."""
    worded = StateWording.objects.filter(state=OuterRef("state"), language=get_language() or "de")
    return Subquery(worded.values("explanation")[:1])


def context(need: Need) -> dict[str, Any]:
    """Context of `needs/pages/need.html`."""
    labels, town = queries.labels(), Town.load()
    lang = content_lang(need.language)
    return {
        "need": need,
        "kind": str(Kind(need.kind).label),
        "state": items.badge(need, labels),
        "state_explanation": need.explanation or "",  # type: ignore[attr-defined]  # see find
        "description": places.paragraphs(need.text) if need.text else "",
        "place": items.place(need),
        "has_map": _has_map(need),
        "base_map": places.base_map(),
        "photos": [_photo(photo) for photo in need.shown_photos],  # type: ignore[attr-defined]  # queries.public_photos
        "timeline": timeline.lines(need, labels, town),
        "facts": _facts(need),
        "first": need.said_first_as,
        "others": _others(need),
        "counts": items.counts(need),
        "channels": [feeds.about_quarter(need.quarter)] if need.quarter and need.quarter.is_public else [],
        "content_lang": lang,
        "share_url": settings.BASE_URL + need.get_absolute_url(),
        "json_ld": json_ld.script(need),
        "breadcrumbs": breadcrumbs(
            (_("Handlungsbedarfe"), reverse("needs:list")), Link(need.title, "", lang=lang)
        ),
    }


def gone(error: NeedGoneError) -> dict[str, str]:
    """What everybody may know of what is gone: who took it away, and never why."""
    if error.visibility == Visibility.REMOVED_BY_AUTHOR:
        return {
            "title": _("Dieser Beitrag wurde zurückgezogen"),
            "text": _("Die Person, die ihn geschrieben hat, möchte ihn nicht mehr zeigen."),
        }
    if error.visibility == Visibility.BLOCKED:
        return {
            "title": _("Dieser Beitrag ist gesperrt"),
            "text": _("Wir dürfen ihn nicht zeigen. Die Person, die ihn geschrieben hat, kennt den Grund."),
        }
    return {
        "title": _("Dieser Beitrag wurde von der Moderation entfernt"),
        "text": _("Er passte nicht zu unseren Regeln. Die Person, die ihn geschrieben hat, kennt den Grund."),
    }


def _has_map(need: Need) -> bool:
    """A single point on an empty ground says nothing."""
    has_ground = bool(settings.MAP_TILES_URL) or need.quarter_has_outline  # type: ignore[attr-defined]  # see find
    return need.has_point and has_ground


def _photo(photo: Photo) -> dict[str, Any]:
    url = reverse("needs:photo", args=[photo.need.reference, photo.pk])
    return {
        "url": url,
        "preview": f"{url}?klein=1",
        "alt": photo.alt,
        "width": photo.width,
        "height": photo.height,
    }


def _facts(need: Need) -> list[dict[str, str]]:
    here = reverse("needs:list")
    quarter = need.quarter if need.quarter and need.quarter.is_public else None
    found = [
        {"term": _("Handlungsfeld"), "value": need.field.name, "url": f"{here}?feld={need.field.slug}"}
        if need.field
        else {},
        {"term": _("Quartier"), "value": quarter.name, "url": quarter.get_absolute_url()} if quarter else {},
        {
            "term": _("Zur Sprache gebracht bei"),
            "value": need.event.title,
            "url": need.event.get_absolute_url(),
        }
        if need.event and need.event.is_public
        else {},
        {"term": _("Weitergegeben an"), "value": need.handed_to, "url": _contact_url(need)}
        if need.handed_to
        else {},
        {"term": _("Von"), "value": need.shown_name or _("ohne Namen")},
        {"term": _("Nummer"), "value": need.reference},
    ]
    return [{**fact, "lang": content_lang() if "url" in fact else ""} for fact in found if fact]


def _contact_url(need: Need) -> str:
    contact = need.handed_to_contact
    return contact.get_absolute_url() if contact and contact.is_public else ""


def _others(need: Need) -> list[Need]:
    """What was said again, and is answered here."""
    return list(need.duplicates.public().order_by("published_at", "pk")[:20])
