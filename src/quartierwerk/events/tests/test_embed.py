"""Our dates on other people's pages: anybody may frame them, and they carry nothing of who looks."""

import re
from html import unescape

import pytest

from quartierwerk.events import factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.events.feeds import embed
from quartierwerk.events.models import Occurrence
from quartierwerk.places.factories import QuarterFactory, VenueFactory
from quartierwerk.testing.browser import axe
from quartierwerk.topics.factories import topic

pytestmark = pytest.mark.usefixtures("in_september")

FRAME = "/termine/eingebettet/"


def _titles(client, path=FRAME):
    html = client.get(path).content.decode()
    return re.findall(r'<h2 class="qw-event__title"><a href="[^"]*">([^<]*)</a>', html)


def _snippet(client, query=""):
    html = client.get(f"/termine/einbetten/{query}").content.decode()
    return re.search(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)[1]


def test_anybody_may_frame_the_dates_and_nothing_else(client, site):
    frame = client.get(FRAME)
    assert "frame-ancestors *" in frame["Content-Security-Policy"]
    assert "script-src" not in frame["Content-Security-Policy"]
    assert ("X-Frame-Options" in frame, "Set-Cookie" in frame) == (False, False)
    builder = client.get("/termine/einbetten/")
    assert "frame-ancestors 'self'" in builder["Content-Security-Policy"]
    assert builder["X-Frame-Options"] == "SAMEORIGIN"


def test_the_frame_looks_the_same_for_somebody_signed_in(client, site, edda):
    factories.event("Fest")
    for_all = client.get(FRAME).content
    client.force_login(edda, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(FRAME).content == for_all


def test_links_open_in_the_whole_window_and_lead_to_the_date(client, site):
    cafe = factories.event("Café", starts_at=local(2026, 10, 15, 15), rule="FREQ=WEEKLY;COUNT=1")
    html = client.get(FRAME).content.decode()
    assert '<base target="_top">' in html
    assert f'href="/termine/{cafe.slug}/?datum=2026-10-15"' in html
    assert "<script" not in html


def test_it_shows_the_next_dates_of_what_was_chosen(client, site):
    welper, poverty = QuarterFactory(slug="welper", name="Welper"), topic("Altersarmut")
    factories.event("Vorbei", starts_at=local(2026, 8, 1, 15), quarters=[welper])
    factories.event("Zweiter", starts_at=local(2026, 10, 2, 15), quarters=[welper], topics=[poverty])
    factories.event("Erster", starts_at=local(2026, 10, 1, 15), quarters=[welper])
    factories.event("Überall", starts_at=local(2026, 10, 3, 15))
    factories.event("Anderswo", starts_at=local(2026, 10, 1, 15), quarters=[QuarterFactory()])
    factories.event("Geheim", starts_at=local(2026, 10, 1, 15), quarters=[welper], stage=Stage.DRAFT)
    assert _titles(client, f"{FRAME}?quartier=welper") == ["Erster", "Zweiter", "Überall"]
    assert _titles(client, f"{FRAME}?quartier=welper&anzahl=1") == ["Erster"]
    assert _titles(client, f"{FRAME}?quartier=welper&thema=altersarmut") == ["Zweiter"]
    html = client.get(f"{FRAME}?quartier=welper&thema=altersarmut").content.decode()
    assert "Termine: Welper, Altersarmut</h1>" in html
    assert 'href="/termine/?quartier=welper&amp;thema=altersarmut"' in html


@pytest.mark.parametrize(
    "query",
    ["?quartier=atlantis", "?thema=atlantis", "?anzahl=99", "?anzahl=viele", "?anzahl=-1", "?quartier=%00"],
)
def test_a_frame_that_asks_for_what_is_gone_shows_the_usual_dates(client, site, query):
    for number in range(6):
        factories.event(f"Termin {number}")
    assert len(_titles(client, FRAME + query)) == 5


def test_what_does_not_take_place_says_so(client, site):
    factories.event("Fest", stage=Stage.CANCELLED, stage_reason="Sturm")
    cafe = factories.event("Café", rule="FREQ=WEEKLY;COUNT=1")
    Occurrence.objects.filter(event=cafe).update(state=Occurrence.State.CANCELLED)
    factories.event("Rundgang", moved_from=local(2026, 9, 2, 15))
    html = client.get(FRAME).content.decode()
    assert (html.count("fällt aus"), html.count("verlegt")) == (2, 1)


def test_what_lasts_several_days_says_until_when(client, site):
    factories.event("Ausflug", starts_at=local(2026, 10, 3), ends_at=local(2026, 10, 5), all_day=True)
    factories.event("Markt", starts_at=local(2026, 10, 3), ends_at=local(2026, 10, 4), all_day=True)
    html = client.get(FRAME).content.decode()
    assert (html.count("ganztägig"), html.count("ganztägig, bis Sonntag, 4. Oktober")) == (2, 1)


def test_an_empty_frame_says_so_kindly(client, site):
    assert "Zurzeit ist kein Termin eingetragen." in client.get(FRAME).content.decode()


def test_the_snippet_is_for_what_was_chosen_and_safe_to_paste(client, site):
    QuarterFactory(slug="welper", name='Welper "Süd"')
    escaped = _snippet(client, "?quartier=welper&anzahl=3")
    assert "<" not in escaped
    assert unescape(escaped) == (
        '<iframe src="http://testserver/termine/eingebettet/?quartier=welper&amp;anzahl=3" '
        'title="Termine: Welper &quot;Süd&quot;" width="100%" height="560" loading="lazy" style="border: 0"></iframe>'
    )


def test_a_wrong_number_is_told(client, site):
    html = client.get("/termine/einbetten/?anzahl=99").content.decode()
    assert "Bitte geben Sie eine Zahl von 1 bis 20 ein." in html
    assert embed.MOST == 20


# ------------------------------------------------------------------------------------------------------------------ browser
@pytest.fixture
def two_dates(site):
    venue = VenueFactory(name="Quartierstreffpunkt Bredenscheid-Stüter", street="Johannessegener Straße 37")
    factories.event(
        "Nachbarschaftsgesprächskreis für pflegende Angehörige", venue=venue, starts_at=local(2026, 10, 1, 15)
    )
    factories.event(
        "Sommerfest", stage=Stage.CANCELLED, stage_reason="Sturm", starts_at=local(2026, 10, 2, 15)
    )


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [300, 640])
def test_the_frame_is_accessible_and_fits(two_dates, open_page, width, colour_scheme):
    page = open_page(width=width, colour_scheme=colour_scheme)
    page.goto(FRAME)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.context.cookies() == []


@pytest.mark.parametrize("javascript", [True, False])
def test_a_partner_makes_the_snippet_and_sees_what_it_shows(two_dates, open_page, javascript):
    QuarterFactory(slug="welper", name="Welper")
    page = open_page(width=360, javascript=javascript)
    page.goto("/termine/einbetten/")
    page.get_by_label("Quartier").select_option("welper")
    page.get_by_label("Wie viele Termine?").fill("1")
    page.get_by_role("button", name="Zeigen").click()
    assert (
        "eingebettet/?quartier=welper&amp;anzahl=1" in page.get_by_label("HTML für Ihre Seite").input_value()
    )
    page.locator("iframe").scroll_into_view_if_needed()
    inside = page.frame_locator("iframe")
    assert inside.get_by_role("heading", level=2).all_inner_texts() == [
        "Nachbarschaftsgesprächskreis für pflegende Angehörige"
    ]
    if javascript:
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        inside.get_by_role("link", name="Alle Termine").click()
        page.wait_for_url("**/termine/?quartier=welper")
