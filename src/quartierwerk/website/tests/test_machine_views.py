"""What programs read: sitemap, robots, security.txt, icons, previews of links."""

import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from PIL import Image
from wagtail.models import Locale

from quartierwerk.core import share_cards
from quartierwerk.core.models import Town
from quartierwerk.news.factories import news
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import QuarterFactory, VenueFactory

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def sitemap(client, path="/sitemap.xml"):
    response = client.get(path)
    assert response.status_code == 200
    return {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in ElementTree.fromstring(response.content).findall("s:url", NAMES)  # noqa: S314 - our own
    }


# ------------------------------------------------------------------------------------------------------------- sitemap
def test_the_sitemap_lists_what_is_public_and_nothing_else(client, site):
    news("Sommerfest")
    news("Entwurf", live=False)
    QuarterFactory(slug="welper")
    QuarterFactory(slug="geheim", is_public=False)
    VenueFactory(slug="rathaus")
    ContactFactory(slug="frau-muster")
    ContactFactory(slug="herr-intern", is_public=False)
    found = {url.removeprefix(settings.BASE_URL) for url in sitemap(client)}
    assert {
        "/",
        "/aktuelles/sommerfest/",
        "/quartiere/welper/",
        "/en/quartiere/welper/",
        "/orte/rathaus/",
        "/kontakt/frau-muster/",
        "/impressum/",
    } <= found
    assert not [url for url in found if re.search("entwurf|geheim|intern|suche|verwaltung|konto", url)]


def test_things_stand_in_each_language_and_name_the_others(client, site):
    QuarterFactory(slug="welper")
    alternates = sitemap(client)[f"{settings.BASE_URL}/quartiere/welper/"]
    assert alternates == {
        "de": f"{settings.BASE_URL}/quartiere/welper/",
        "en": f"{settings.BASE_URL}/en/quartiere/welper/",
        "x-default": f"{settings.BASE_URL}/quartiere/welper/",
    }


def test_a_page_stands_in_the_languages_somebody_wrote_it_in(client, site):
    page = news("Sommerfest")
    assert f"{settings.BASE_URL}/en/aktuelles/sommerfest/" not in sitemap(client)
    english, _ = Locale.objects.get_or_create(language_code="en")
    page.copy_for_translation(english, copy_parents=True).get_latest_revision().publish()
    found = sitemap(client)[f"{settings.BASE_URL}/aktuelles/sommerfest/"]
    assert set(found) == {"de", "en", "x-default"}
    assert found["en"].startswith(f"{settings.BASE_URL}/en/")


def test_a_large_sitemap_comes_in_parts(client, site, monkeypatch):
    monkeypatch.setattr("quartierwerk.website.sitemaps._SiteMap.limit", 3)
    assert b"<sitemapindex" in client.get("/sitemap.xml").content
    assert len(sitemap(client, "/sitemap-orte.xml")) == 3


@pytest.mark.parametrize("count", [1, 3])
def test_the_sitemap_costs_the_same_however_long(client, site, count, django_assert_num_queries):
    for number in range(count):
        news(f"Meldung {number}")
        QuarterFactory()
    client.get("/sitemap.xml")
    with django_assert_num_queries(9):
        client.get("/sitemap.xml")


# ---------------------------------------------------------------------------------------------------------- text files
def test_robots_may_read_all_but_what_is_for_people_who_sign_in(client):
    text = client.get("/robots.txt").content.decode()
    for path in ("/verwaltung/", "/schreibtisch/", "/konto/", "/suche/", "/en/suche/", "/*.vcf$"):
        assert f"Disallow: {path}\n" in text
    assert text.endswith(f"\nSitemap: {settings.BASE_URL}/sitemap.xml\n")


@pytest.mark.parametrize(
    ("setting", "email", "contact"),
    [
        ("", "stadt@stadt.example", "mailto:stadt@stadt.example"),
        ("https://stadt.example/sicherheit", "stadt@stadt.example", "https://stadt.example/sicherheit"),
        ("cert@stadt.example", "", "mailto:cert@stadt.example"),
        ("", "", "http://testserver/kontakt/"),
    ],
)
def test_security_txt_names_a_contact_and_a_date_within_a_year(
    client, settings, time_machine_at, setting, email, contact
):
    settings.SECURITY_CONTACT = setting
    town = Town.load()
    town.email = email
    town.save()
    assert client.get("/.well-known/security.txt").content.decode() == (
        f"Contact: {contact}\nExpires: 2027-05-30T00:00:00Z\nPreferred-Languages: de, en\n"
        "Canonical: http://testserver/.well-known/security.txt\n"
    )


@pytest.fixture
def time_machine_at():
    import time_machine

    with time_machine.travel("2026-12-01T12:00:00+00:00"):
        yield


def test_browsers_find_an_icon_and_a_manifest(client):
    assert client.get("/favicon.ico").url == "/static/core/favicon-32.png"
    manifest = client.get("/site.webmanifest")
    assert manifest["Content-Type"] == "application/manifest+json"
    assert manifest.json()["name"] == "Quartiersentwicklung Musterstadt"


def test_browsers_may_add_the_search(client):
    response = client.get("/opensearch.xml")
    root = ElementTree.fromstring(response.content)  # noqa: S314
    assert root.find("{*}Url").get("template") == "http://testserver/suche/?q={searchTerms}"
    assert root.findtext("{*}ShortName") == "Musterstadt"


@pytest.mark.parametrize("path", ["/", "/en/kontakt/", "/quartiere/", "/gibt-es-nicht/"])
def test_every_page_names_manifest_and_search(client, site, path):
    head = client.get(path).content.decode().partition("</head>")[0]
    assert '<link rel="manifest" href="/site.webmanifest">' in head
    assert head.count('type="application/opensearchdescription+xml" href="/opensearch.xml"') == 1


@pytest.mark.parametrize(
    "path", ["/sitemap.xml", "/robots.txt", "/.well-known/security.txt", "/opensearch.xml"]
)
def test_programs_get_no_cookie_and_may_keep_the_answer(client, site, path):
    response = client.get(path)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "max-age" in response["Cache-Control"]


# --------------------------------------------------------------------------------------------------------- share cards
def card_path(title):
    return share_cards.card(title, Town.load()).url.removeprefix(settings.BASE_URL)


def test_a_card_is_a_picture_that_may_be_kept_for_ever(client, django_assert_num_queries):
    path = card_path("Größe zählt: Straßenfest in Welper")
    with django_assert_num_queries(0):
        response = client.get(path)
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    picture = Image.open(BytesIO(response.content))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(response.content) < 60_000


def test_another_title_or_colour_is_another_address():
    before = card_path("Sommerfest")
    assert card_path("Herbstfest") != before
    town = Town.load()
    town.primary_colour = "#aa2200"
    town.save()
    assert card_path("Sommerfest") != before


@pytest.mark.parametrize("token", ["x", "abc~def", "WyJhIl0~AAAA", "%00", "a" * 5000])
def test_nobody_else_can_have_a_card_drawn(client, token):
    assert client.get(f"/teilen/{token}.png").status_code == 404


@pytest.mark.parametrize(
    "title",
    ["", "Ä", "W" * 300, "Wort " * 80, "😀 العربية", "Donaudampfschifffahrtsgesellschaftskapitän" * 3],
)
def test_any_title_fits_on_a_card(title):
    assert share_cards.draw(share_cards.Motif(title, "Stadt", "#1d4f7c", "#b4420f")).startswith(b"\x89PNG")


def test_umlauts_are_in_the_font():
    font = share_cards._font("600", 60)
    missing = font.getmask("\uffff").getbbox(), font.getlength("\uffff")
    for letter in "ÄÖÜäöüßẞ–„“€":
        assert (font.getmask(letter).getbbox(), font.getlength(letter)) != missing


def test_a_page_without_a_picture_shows_its_card_when_shared(client, site):
    news("Sommerfest")
    html = client.get("/aktuelles/sommerfest/").content.decode()
    (address,) = re.findall(r'<meta property="og:image" content="([^"]+)">', html)
    assert address == share_cards.card("Sommerfest", Town.load()).url
    assert '<meta property="og:image:alt" content="Sommerfest">' in html


def test_every_other_page_shows_the_towns_card(client, site):
    with override("de"):
        html = client.get(reverse("website:search")).content.decode()
    assert share_cards.card("Quartiersentwicklung", Town.load()).url in html
