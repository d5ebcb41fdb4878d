"""What everybody sees of needs."""

import json
from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from quartierwerk.core import share_cards
from quartierwerk.core.models import Town
from quartierwerk.core.private_files import private_answer
from quartierwerk.places import outlines
from quartierwerk.places.queries import public_quarters

from .. import queries
from ..enums import PhotoState
from ..models import Need, Photo
from ..together import parts as together
from . import clusters, listing, need_page, open_data
from .filtering import NeedFilter

GEOJSON = "application/geo+json"
WORLD, CLOSEST = 0, 19


@require_safe
def need_list(request: HttpRequest) -> HttpResponse:
    return render(request, "needs/pages/list.html", listing.listing(request))


@require_safe
def need_map(request: HttpRequest) -> HttpResponse:
    return render(request, "needs/pages/map.html", listing.map_page(request))


@require_safe
def need_table(request: HttpRequest) -> HttpResponse:
    return render(request, "needs/pages/table.html", listing.table(request))


@require_safe
def map_data(request: HttpRequest) -> HttpResponse:
    """Clusters of an area (`?ausschnitt=west,south,east,north&stufe=14`, with the filters of the list) as GeoJSON."""
    found = clusters.features(NeedFilter(request.GET), _zoom(request.GET.get("stufe", "")))
    return _geojson(found)


def _zoom(text: str) -> int:
    return min(max(int(text), WORLD), CLOSEST) if text.isdecimal() and len(text) < 4 else WORLD


@require_safe
def csv_file(request: HttpRequest) -> HttpResponseBase:
    """What the filter finds, all of it."""
    lines = open_data.csv_lines(NeedFilter(request.GET).needs())
    return _download(lines, "text/csv; charset=utf-8", "handlungsbedarfe.csv")


@require_safe
def geojson_file(request: HttpRequest) -> HttpResponseBase:
    parts = open_data.geojson_parts(NeedFilter(request.GET).needs())
    return _download(parts, GEOJSON, "handlungsbedarfe.geojson")


def _download(parts: Any, content_type: str, name: str) -> StreamingHttpResponse:
    """Sent while it is read; its name keeps it out of the page cache."""
    answer = StreamingHttpResponse(parts, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_safe
def data_package(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    return JsonResponse(open_data.data_package(), json_dumps_params={"ensure_ascii": False, "indent": 1})


@require_safe
def need(request: HttpRequest, reference: str) -> HttpResponse:
    """One need, by its number however it is written; 410 with who took it away where it is gone."""
    try:
        shown = need_page.find(reference)
    except need_page.NeedGoneError as error:
        return render(request, "needs/pages/gone.html", need_page.gone(error), status=410)
    except Need.DoesNotExist:
        return _by_other_spelling(reference)
    found = need_page.context(shown) | together.context(request, shown)
    return render(request, "needs/pages/need.html", found)


def _by_other_spelling(reference: str) -> HttpResponse:
    """Numbers are typed from paper, in small letters and with blanks."""
    usual = "-".join(reference.upper().split())
    if usual != reference and need_page.shown_once().filter(reference=usual).exists():
        return redirect("needs:need", usual, permanent=True)
    raise Http404


@require_safe
def place(request: HttpRequest, reference: str) -> HttpResponse:  # noqa: ARG001
    """Where it is, with the outline of its Quartier."""
    shown = get_object_or_404(Need.objects.public(), reference=reference, latitude__isnull=False)
    around = outlines.quarter_features(public_quarters().filter(needs=shown))
    point = {"type": "Point", "coordinates": [shown.longitude, shown.latitude]}
    properties = {"name": shown.title, "url": "", "text": shown.place_name}
    pin = {"type": "Feature", "geometry": point, "properties": properties}
    return _geojson(outlines.joined(around, {"features": [pin]}))


@require_safe
def photo(request: HttpRequest, reference: str, pk: int) -> HttpResponseBase:
    """A photo that is shown of a need that is public; with `?klein=1` its preview."""
    photos = Photo.objects.filter(state=PhotoState.SHOWN, need__in=queries.public_needs().order_by())
    shown = get_object_or_404(photos, pk=pk, need__reference=reference)
    file = shown.thumbnail if "klein" in request.GET and shown.thumbnail else shown.file
    return private_answer(file, shown_as=f"{reference}-{pk}")


@require_safe
def share_card(request: HttpRequest, reference: str) -> HttpResponse:  # noqa: ARG001
    """The picture for messengers; its own address changes with the title."""
    shown = get_object_or_404(Need.objects.public(), reference=reference)
    return redirect(share_cards.card(shown.title, Town.load()).url)


def _geojson(collection: dict[str, Any]) -> HttpResponse:
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(text, content_type=GEOJSON)
