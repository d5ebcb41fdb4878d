from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from quartierwerk.people.addressees import write_url

from . import outlines, presentation, queries
from .forms import VenueFilter
from .models import Quarter
from .resolve import suggest
from .sections import buttons_of, sections_of

_GEOJSON = "application/geo+json"


@require_safe
def quarters(request: HttpRequest) -> HttpResponse:
    """All quarters as tiles and on the map; the form for one's own address is answered by `/mein-quartier/`."""
    listed = list(queries.public_quarters())
    context = {
        "tiles": presentation.tiles(listed),
        "items": [{"label": quarter.name, "url": quarter.get_absolute_url()} for quarter in listed],
        "base_map": presentation.base_map(),
        "is_approximate": any(quarter.centre_is_approximate for quarter in listed),
        "breadcrumbs": presentation.crumbs((_("Quartiere"), "")),
    }
    return render(request, "places/quarters.html", context)


@require_safe
def quarter(request: HttpRequest, slug: str) -> HttpResponse:
    """One quarter: whom to call comes first."""
    shown = queries.public_quarter(slug)
    venues = list(shown.venues.all())
    context = {
        "quarter": shown,
        "contacts": queries.contacts_of(shown),
        "buttons": buttons_of(shown),
        "sections": sections_of(request, shown),
        "write_url": write_url(shown),
        "description": presentation.paragraphs(shown.description),
        "facts": presentation.quarter_facts(shown),
        "venue_items": presentation.venue_items(venues),
        "has_map": presentation.quarter_needs_a_map(shown, venues),
        "base_map": presentation.base_map(),
        "json_ld": presentation.place_json_ld(request, shown),
        "breadcrumbs": presentation.crumbs((_("Quartiere"), reverse("places:quarters")), name=shown.name),
    }
    return render(request, "places/quarter.html", context)


@require_safe
def venues(request: HttpRequest) -> HttpResponse:
    form = VenueFilter(request.GET)
    listed = list(queries.public_venues(**form.chosen))
    context = {
        "form": form,
        "reset_url": reverse("places:venues") if any(form.chosen.values()) else "",
        "cards": presentation.venue_cards(listed),
        "count_text": ngettext("%(count)d Ort", "%(count)d Orte", len(listed)) % {"count": len(listed)},
        "map_url": f"{reverse('places:venues_geojson')}?{request.GET.urlencode()}".rstrip("?"),
        "has_map": any(venue.latitude is not None for venue in listed),
        "base_map": presentation.base_map(),
        "breadcrumbs": presentation.crumbs((_("Orte"), "")),
    }
    return render(request, "places/venues.html", context)


@require_safe
def venue(request: HttpRequest, slug: str) -> HttpResponse:
    shown = queries.public_venue(slug)
    public_quarter = shown.quarter if shown.quarter and shown.quarter.is_public else None
    context = {
        "venue": shown,
        "quarter": public_quarter,
        "description": presentation.paragraphs(shown.description),
        "access_facts": presentation.access_facts(shown),
        "nobody_checked": presentation.nobody_checked(shown),
        "has_point": shown.latitude is not None,
        "has_map": presentation.venue_needs_a_map(shown),
        "base_map": presentation.base_map(),
        "json_ld": presentation.place_json_ld(request, shown),
        "breadcrumbs": presentation.crumbs((_("Orte"), reverse("places:venues")), name=shown.name),
    }
    return render(request, "places/venue.html", context)


@require_safe
def quarters_geojson(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    return _geojson(outlines.quarter_features(queries.public_quarters()))


@require_safe
def quarter_geojson(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """The quarter and the venues in it."""
    shown = queries.public_quarter(slug)
    return _geojson(outlines.joined(_one(shown), outlines.venue_features(shown.venues.all())))


@require_safe
def venues_geojson(request: HttpRequest) -> HttpResponse:
    return _geojson(outlines.venue_features(queries.public_venues(**VenueFilter(request.GET).chosen)))


@require_safe
def venue_geojson(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """The venue's point in its quarter; the quarter alone where the point is unknown."""
    shown = queries.public_venue(slug)
    features = outlines.venue_features([shown])
    if not shown.quarter or not shown.quarter.is_public:
        return _geojson(features)
    around = _one(queries.public_quarter(shown.quarter.slug))
    if shown.latitude is None:
        return _geojson(around)
    in_outline = shown.is_in_outline  # type: ignore[attr-defined]  # queries.public_venue annotates it
    return _geojson(outlines.joined(around, features) if in_outline else features)


@require_POST
@cache_control(no_store=True)
def suggestions(request: HttpRequest) -> JsonResponse:
    """What may be meant while somebody types `adresse`: `{"suggestions": [{"text", "quarters": [name, …]}]}`.

    By POST: an address stands in no URL and no log.
    """
    found = suggest(request.POST.get("adresse", ""))
    answers = [{"text": each.text, "quarters": [quarter.name for quarter in each.quarters]} for each in found]
    return JsonResponse({"suggestions": answers})


def _one(quarter: Quarter) -> dict[str, Any]:
    return outlines.quarter_features([quarter])


def _geojson(collection: dict[str, Any]) -> HttpResponse:
    return JsonResponse(collection, content_type=_GEOJSON, json_dumps_params={"separators": (",", ":")})
