"""`/mein-quartier/`: find one's Quartier, and have it remembered only when asked for (docs/website.md).

What somebody types is sent by POST and answered with a redirect to `?quartier=welper`: the Quartier can be
shared and bookmarked, the address stands in no URL and no log. The cookie that remembers it has the path of this
page, so that no other page ever sees it and every other page can come from the cache.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from quartierwerk.core.context import breadcrumbs, named
from quartierwerk.places import presentation, sections
from quartierwerk.places import queries as places
from quartierwerk.places.models import Quarter

from . import cookies, finding, queries

UNPROCESSABLE = 422


def my_quarter(request: HttpRequest) -> HttpResponse:
    """Shows the choice or the chosen Quartier; takes what somebody typed, located or wants remembered."""
    response = _answer(request) if request.method == "POST" else _show(request)
    if request.method == "POST" or cookies.MY_QUARTER in request.COOKIES:
        add_never_cache_headers(response)
    return response


def _show(request: HttpRequest) -> HttpResponse:
    slug = request.GET.get("quartier", "")
    if slug:
        return _start(request, slug)
    remembered = request.COOKIES.get(cookies.MY_QUARTER, "")
    if (
        remembered
        and "wechseln" not in request.GET
        and places.public_quarters().filter(slug=remembered).exists()
    ):
        return redirect(queries.my_quarter_url(remembered))
    return _choice(request)


def _answer(request: HttpRequest) -> HttpResponse:
    if "merken" in request.POST:
        return _remember(request.POST["merken"])
    if "vergessen" in request.POST:
        return _forget()
    if "breite" in request.POST:
        return _found(request, finding.at(request.POST["breite"], request.POST.get("laenge", "")))
    return _found(request, finding.by_words(request.POST.get("adresse", "")))


def _found(request: HttpRequest, found: finding.Found) -> HttpResponse:
    if found.is_sure:
        return redirect(queries.my_quarter_url(found.quarters[0].slug))
    return _choice(request, found, status=200 if found.quarters else UNPROCESSABLE)


def _choice(request: HttpRequest, found: finding.Found | None = None, status: int = 200) -> HttpResponse:
    quarters = places.public_quarters()
    context = {
        "found": found or finding.Found(),
        "quarters": [_tile(quarter, number) for number, quarter in enumerate(quarters)],
        "contact": queries.main_contact(),
        "map_url": reverse("places:quarters_geojson"),
        "base_map": presentation.base_map(),
        "breadcrumbs": breadcrumbs(_("Mein Quartier")),
    }
    return render(request, "website/my_quarter_choice.html", context, status=status)


def _tile(quarter: Quarter, number: int) -> dict[str, Any]:
    return {
        "name": quarter.name,
        "url": queries.my_quarter_url(quarter.slug),
        "text": ", ".join(alias.name for alias in quarter.aliases.all()),
        "tone": number % 4 + 1,
    }


def _start(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        quarter = places.public_quarter(slug)
    except Http404:
        return _choice(request, finding.unknown(), status=404)
    context = {
        "quarter": quarter,
        "contacts": places.contacts_of(quarter),
        "venues": quarter.venues.all(),
        "buttons": sections.buttons_of(quarter),
        "sections": sections.sections_of(request, quarter),
        "is_remembered": request.COOKIES.get(cookies.MY_QUARTER) == slug,
        "breadcrumbs": breadcrumbs((_("Mein Quartier"), reverse("website:my_quarter")), named(quarter.name)),
    }
    return render(request, "website/my_quarter.html", context)


def _remember(slug: str) -> HttpResponse:
    if not places.public_quarters().filter(slug=slug).exists():
        raise Http404
    response = redirect(queries.my_quarter_url(slug))
    response.set_cookie(
        cookies.MY_QUARTER,
        slug,
        max_age=cookies.A_YEAR,
        path=reverse("website:my_quarter"),
        secure=cookies.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def _forget() -> HttpResponse:
    response = redirect("website:my_quarter")
    response.delete_cookie(cookies.MY_QUARTER, path=reverse("website:my_quarter"), samesite="Lax")
    return response
