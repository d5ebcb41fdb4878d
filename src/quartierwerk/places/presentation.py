"""What the pages of places show, as the parameters of the components in `core/templates/core/components`."""

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import conditional_escape, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from quartierwerk.core.templatetags.ui import content_lang

from .models import Quarter, Venue

_TONES = 4
_JSON_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def crumbs(*steps: tuple[str, str], name: str = "") -> list[dict[str, str]]:
    """Breadcrumbs from the home page: pairs of label and URL; `name` of a thing as the last one, this page."""
    home = (_("Startseite"), reverse("wagtail_serve", args=[""]))
    way = [{"label": label, "url": url} for label, url in (home, *steps)]
    return [*way, {"label": name, "url": "", "lang": content_lang()}] if name else way


def base_map() -> dict[str, str]:
    return {"url": settings.MAP_TILES_URL, "attribution": settings.MAP_ATTRIBUTION}


def quarter_needs_a_map(quarter: Quarter, venues: Iterable[Venue]) -> bool:
    """A single point on an empty ground says nothing: a map needs a base, an outline or several points."""
    places: list[Quarter | Venue] = [quarter, *venues]
    points = [place for place in places if place.latitude is not None]
    return bool(settings.MAP_TILES_URL) or quarter.has_outline or len(points) > 1


def venue_needs_a_map(venue: Venue) -> bool:
    is_located = venue.latitude is not None or bool(venue.quarter and venue.quarter.is_public)
    # queries.public_venue annotates it
    return (bool(settings.MAP_TILES_URL) and is_located) or venue.is_in_outline  # type: ignore[attr-defined]


def tiles(quarters: Iterable[Quarter]) -> list[dict[str, Any]]:
    return [
        {
            "name": quarter.name,
            "url": quarter.get_absolute_url(),
            "text": quarter.summary or other_names(quarter),
            "tone": index % _TONES + 1,
        }
        for index, quarter in enumerate(quarters)
    ]


def other_names(quarter: Quarter) -> str:
    return ", ".join(alias.name for alias in quarter.aliases.all())


def quarter_facts(quarter: Quarter) -> list[dict[str, str]]:
    districts = list(quarter.districts.all())
    facts = [
        {"term": _("Auch genannt"), "value": other_names(quarter)},
        {
            "term": pgettext("Tatsache", "Stadtteil") if len(districts) == 1 else _("Stadtteile"),
            "value": ", ".join(district.name for district in districts),
        },
    ]
    return [{**fact, "lang": content_lang()} for fact in facts if fact["value"]]


def paragraphs(text: str) -> SafeString:
    """Plain text with empty lines → paragraphs; everything else is escaped."""
    return mark_safe(linebreaks(conditional_escape(text)))


def venue_items(venues: Iterable[Venue]) -> list[dict[str, str]]:
    return [
        {"label": venue.name, "url": venue.get_absolute_url(), "text": address_line(venue)}
        for venue in venues
    ]


def venue_cards(venues: Iterable[Venue]) -> list[dict[str, str]]:
    return [
        {
            "title": venue.name,
            "url": venue.get_absolute_url(),
            "label": venue.quarter.name if venue.quarter and venue.quarter.is_public else "",
            "teaser": address_line(venue),
            "meta": _("stufenlos erreichbar") if venue.step_free == Venue.Access.YES else "",
        }
        for venue in venues
    ]


def address_line(venue: Venue) -> str:
    town = " ".join(filter(None, [venue.postal_code, venue.city]))
    return ", ".join(filter(None, [venue.street, town]))


def access_facts(venue: Venue) -> list[dict[str, Any]]:
    """What people with disabilities can count on; what nobody checked says so."""
    asked = [
        (_("Stufenlos erreichbar"), venue.get_step_free_display()),
        (_("Rollstuhl-WC"), venue.get_accessible_toilet_display()),
        (_("Induktive Höranlage"), venue.get_induction_loop_display()),
        (_("Behindertenparkplatz"), venue.get_parking_display()),
        (_("Haltestelle"), venue.stop or Venue.Access.UNKNOWN.label),
    ]
    return [{"term": term, "value": value} for term, value in asked]


def nobody_checked(venue: Venue) -> bool:
    checked = (venue.step_free, venue.accessible_toilet, venue.induction_loop, venue.parking)
    return (
        not venue.stop and not venue.access_note and all(value == Venue.Access.UNKNOWN for value in checked)
    )


def place_json_ld(request: HttpRequest, place: Quarter | Venue) -> SafeString:
    """schema.org `Place` for search engines; only what is known is said."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Place",
        "name": place.name,
        "url": request.build_absolute_uri(place.get_absolute_url()),
    }
    if place.latitude is not None and not getattr(place, "centre_is_approximate", False):
        data["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    if isinstance(place, Venue):
        data |= _venue_json_ld(place)
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_JSON_ESCAPES))


def _venue_json_ld(venue: Venue) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if venue.street:
        data["address"] = {
            "@type": "PostalAddress",
            "streetAddress": venue.street,
            "postalCode": venue.postal_code,
            "addressLocality": venue.city,
        }
    if venue.phone:
        data["telephone"] = venue.phone
    if venue.step_free in (Venue.Access.YES, Venue.Access.NO):
        data["amenityFeature"] = {
            "@type": "LocationFeatureSpecification",
            "name": "stepFreeAccess",
            "value": venue.step_free == Venue.Access.YES,
        }
    return data
