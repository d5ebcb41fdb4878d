"""Answers for programs: search engines, browsers, security researchers, messengers that show a preview of a link."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.contrib.sitemaps import views as sitemap_views
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control

from quartierwerk.core import clock, share_cards
from quartierwerk.core.models import Town

from .sitemaps import SECTIONS

# Contacts are for people: vCards stand in no search engine.
PRIVATE = ("/*.vcf$", "/verwaltung/", "/schreibtisch/", "/konto/", "/suche/", "/muster/")
SECURITY_VALID_FOR = timedelta(days=180)  # RFC 9116 advises less than a year
A_DAY, A_YEAR = 24 * 3600, 365 * 24 * 3600


@cache_control(public=True, max_age=3600)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page; an index of parts where one file would hold too many."""
    sections = {key: section() for key, section in SECTIONS.items()}
    if any(section.paginator.num_pages > 1 for section in sections.values()):
        return sitemap_views.index(request, {**sections}, sitemap_url_name="machine:sitemap_section")
    return sitemap_views.sitemap(request, {**sections})


@cache_control(public=True, max_age=3600)
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    return sitemap_views.sitemap(request, {**SECTIONS}, section)


@cache_control(public=True, max_age=A_DAY)
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    prefixes = ["", *(f"/{code}" for code in settings.INTERFACE_LANGUAGES if code != settings.LANGUAGE_CODE)]
    lines = [
        "User-agent: *",
        *(f"Disallow: {prefix}{path}" for path in PRIVATE for prefix in prefixes),
        "",
        f"Sitemap: {settings.BASE_URL}{reverse('machine:sitemap')}",
    ]
    return _text(lines)


@cache_control(public=True, max_age=A_DAY)
def security(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """RFC 9116: whom to tell about a weakness. The contact comes from the settings, else from the town."""
    expires = datetime.combine(clock.today() + SECURITY_VALID_FOR, time(), UTC)
    lines = [
        f"Contact: {_security_contact()}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: de, en",
        f"Canonical: {settings.BASE_URL}{reverse('machine:security')}",
    ]
    return _text(lines)


def _security_contact() -> str:
    contact = settings.SECURITY_CONTACT or Town.load().email
    if not contact:
        return settings.BASE_URL + reverse("people:contacts")
    return contact if contact.startswith(("https://", "mailto:", "tel:")) else f"mailto:{contact}"


@cache_control(public=True, max_age=A_DAY)
def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Browsers ask for this address whatever a page says."""
    return HttpResponseRedirect(static("core/favicon-32.png"))


@cache_control(public=True, max_age=A_DAY)
def manifest(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    town = Town.load()
    facts = {
        "name": f"{town.platform_name} {town.name}",
        "short_name": town.name,
        "lang": settings.LANGUAGE_CODE,
        "start_url": "/",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": town.primary_colour,
        "icons": [
            {"src": static("core/favicon.svg"), "sizes": "any", "type": "image/svg+xml"},
            {"src": static("core/apple-touch-icon.png"), "sizes": "180x180", "type": "image/png"},
        ],
    }
    return JsonResponse(facts, content_type="application/manifest+json")


@cache_control(public=True, max_age=A_DAY)
def opensearch(request: HttpRequest) -> HttpResponse:
    """Lets browsers add the site's search to their own (OpenSearch 1.1)."""
    return render(
        request,
        "website/search_description.xml",
        {"search_page": settings.BASE_URL + reverse("website:search"), "root_url": settings.BASE_URL},
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )


@cache_control(public=True, max_age=A_YEAR, immutable=True)
def share_card(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001
    """Drawn from what is signed into the address; the address changes when the picture would."""
    try:
        motif = share_cards.read(token)
    except share_cards.UnknownCardError as error:
        raise Http404 from error
    return HttpResponse(share_cards.draw(motif), content_type="image/png")


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
