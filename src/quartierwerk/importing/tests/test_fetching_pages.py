"""A page address that staff give becomes an announcement, or a sentence; off unless the operator allows it."""

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.importing import source_words
from quartierwerk.importing.enums import CameBy
from quartierwerk.importing.fetching import fetch, give_page, pages
from quartierwerk.importing.models import Announcement
from quartierwerk.importing.tests.made_files import pdf

pytestmark = pytest.mark.django_db
PAGE = """<!doctype html><html lang="de"><head><title>Nähcafé im Bürgerhaus</title></head><body><nav><a href="/">Start</a></nav>
<main><article><h1>Nähcafé im Bürgerhaus</h1><p>Das nächste Nähcafé ist am Dienstag, 6. Oktober 2026, von 15 bis 17 Uhr im
Bürgerhaus, Am Markt 4. Alle sind willkommen, auch ohne eigene Maschine.</p></article></main></body></html>"""


@pytest.fixture(autouse=True)
def allowed(settings):
    settings.IMPORT_PAGES = True


@pytest.fixture
def give(web, edda):
    return lambda url: give_page(url, edda, network=web.network())


def test_a_page_becomes_an_announcement(web, give, edda):
    url = web.says("/naehcafe.html", PAGE, content_type="text/html; charset=utf-8")
    announcement, is_new = give(url)
    assert (is_new, announcement.came_by, announcement.url, announcement.given_by) == (
        True,
        CameBy.PAGE,
        url,
        edda,
    )
    assert "Das nächste Nähcafé ist am Dienstag, 6. Oktober 2026" in " ".join(announcement.text.split())
    assert give(url) == (announcement, False)


def test_the_address_kept_is_the_one_it_was_found_at(web, give):
    web.says("/neu", PAGE)
    assert give(web.leads("/alt", "/neu"))[0].url == web.url("/neu")


def test_it_is_off_unless_the_operator_allows_it(web, give, settings):
    settings.IMPORT_PAGES = False
    with pytest.raises(ValidationError, match="abgeschaltet"):
        give(web.says("/", PAGE))
    assert web.asked == []


@pytest.mark.parametrize(
    ("path", "body", "said", "sentence"),
    [
        ("/", b"", {"status": 404}, "nichts \\(mehr\\) zu finden"),
        ("/", b"x", {"content_type": "image/png"}, "keine Seite mit Text"),
        ("/", b"", {"content_type": "text/plain"}, "Die Datei ist leer"),
        ("/", b"%PDF-1.4 kaputt", {"content_type": "application/pdf"}, "beschädigt"),
        ("/intern", b"x", {}, "robots.txt"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(web, give, path, body, said, sentence):
    web.says("/robots.txt", "User-agent: *\nDisallow: /intern\n")
    with pytest.raises(ValidationError, match=sentence):
        give(web.says(path, body, **said))
    assert not Announcement.objects.exists()


def test_an_inner_address_is_a_sentence_too(edda):
    with pytest.raises(ValidationError, match="nicht im öffentlichen Internet"):
        give_page("http://127.0.0.1/", edda)


def test_nobody_reads_the_internet_through_us(web, give, monkeypatch):
    monkeypatch.setattr(pages, "PAGES_PER_HOUR", pages.RateLimit("import-pages", per_hour=0))
    with pytest.raises(ValidationError, match="sehr viele Seiten"):
        give(web.says("/", PAGE))
    assert web.asked == []


def test_the_guard_of_a_page_is_that_of_every_address(web):
    assert fetch("http://localhost/").reason == "not_public"


def test_what_reading_a_page_has_to_say_is_shown(web, give):
    """A PDF of many pages is read as far as its thirtieth."""
    url = web.says(
        "/viel.pdf",
        pdf("#pagebreak()\n".join(["Nähcafé am 6. Oktober 2026 um 15 Uhr im Bürgerhaus.\n"] * 31)),
        content_type="application/pdf",
    )
    [said] = source_words.shown(give(url)[0].hints)
    assert "30" in said
