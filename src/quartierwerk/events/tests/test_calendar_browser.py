"""The calendar in a browser: on a telephone, by keyboard, without scripts, read aloud."""

from datetime import timedelta
from itertools import pairwise

import pytest

from quartierwerk.core import clock
from quartierwerk.events import factories
from quartierwerk.events.enums import Stage
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import QuarterFactory, VenueFactory
from quartierwerk.testing.browser import appears, axe
from quartierwerk.topics.factories import topic

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "Quartiersentwicklungskonferenzvorbereitungstreffen"


@pytest.fixture(autouse=True)
def town(site):
    """Two dates of today's month at least, one of them cancelled, with the longest words anybody writes."""
    start = clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=2)
    welper = QuarterFactory(name="Welper", slug="welper")
    venue = VenueFactory(
        name="Bürgertreff Welper", slug="treff", street="Am Brunnen 27", step_free="yes", quarter=welper
    )
    factories.event(
        "Seniorentreff", slug="seniorentreff", starts_at=start, rule="FREQ=DAILY;COUNT=4", venue=venue, quarters=[welper],
        contact=ContactFactory(), topics=[topic("Nachbarschaft")], description="Kommen Sie.", offers_lift=True, capacity=20,
        price="kostenlos",
    )  # fmt: skip
    off = factories.event(LONG, slug="konferenz", kind="conference", starts_at=start, topics=[topic("Armut")])
    off.stage, off.stage_reason = Stage.CANCELLED, "Der Saal ist gesperrt."
    off.save()
    factories.event("Ausstellung", starts_at=start - timedelta(days=9), ends_at=start + timedelta(days=20))


@pytest.mark.parametrize(
    "path", ["/termine/", "/termine/monat/", "/termine/seniorentreff/", "/termine/konferenz/"]
)
@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (360, "light"), (320, "dark")]
)
def test_nothing_breaks_accessibility_or_the_width_of_the_screen(open_page, path, width, scheme):
    page = open_page(width=width, colour_scheme=scheme)
    page.goto(path)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_month_is_a_table_on_a_desk_and_a_list_of_days_on_a_telephone(open_page):
    desk, telephone = open_page(), open_page(width=360, height=700)
    desk.goto("/termine/monat/")
    assert appears(desk.get_by_role("table"))
    assert desk.get_by_role("columnheader").count() == 7
    assert not desk.locator(".qw-month-list").is_visible()
    telephone.goto("/termine/monat/")
    assert not telephone.locator("table.qw-month").is_visible()
    days = telephone.locator(".qw-month-list")
    assert appears(days.get_by_role("heading", level=2).first)
    assert appears(days.get_by_role("link", name="Seniorentreff").first)
    assert "abgesagt" in days.inner_text()


def test_what_can_be_tapped_on_a_telephone_is_large_enough(open_page):
    page = open_page(width=360)
    page.goto("/termine/")
    small = page.eval_on_selector_all(
        ".qw-periods a, .qw-filter button, .qw-filter select, .qw-filter input:not([type=hidden]), .qw-filter summary",
        "all => all.filter(e => e.offsetParent && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)",
    )
    assert small == []


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_finds_the_date_of_the_quarter_with_or_without_scripts(open_page, javascript):
    page = open_page(width=360, javascript=javascript)
    page.goto("/termine/")
    page.get_by_label("Was suchen Sie?").fill("Senioren")
    page.get_by_label("Quartier", exact=True).select_option("welper")
    page.get_by_role("button", name="Anzeigen").click()
    assert "q=Senioren&quartier=welper" in page.url
    assert "4 Termine" in page.locator(".qw-filter__count").inner_text()
    page.get_by_role("link", name="Seniorentreff").nth(1).click()
    assert "?datum=" in page.url
    assert page.get_by_role("heading", level=1).inner_text() == "Seniorentreff"
    assert appears(page.get_by_text("Nächste Termine dieser Reihe"))


def test_by_keyboard_alone_one_opens_the_folded_filter_and_leafs_through_months(page):
    page.goto("/termine/")
    page.get_by_label("Quartier", exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "art"
    page.keyboard.press("k")
    page.get_by_role("button", name="Anzeigen").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**art=k*")
    assert LONG in page.locator("main").inner_text()
    page.goto("/termine/monat/")
    page.locator("a[rel=next]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/termine/monat/*-*/")
    assert appears(page.get_by_role("link", name="Dieser Monat"))


def test_the_page_of_an_event_is_read_in_a_sound_order(page):
    page.goto("/termine/seniorentreff/")
    heads = page.locator("main").locator("h1, h2").all_inner_texts()
    assert heads[:2] == ["Seniorentreff", "Wann und wo"]
    levels = page.locator("main").locator("h1, h2, h3, h4").evaluate_all("all => all.map(e => +e.tagName[1])")
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_two_hundred_percent_of_text_need_no_sideways_scroll(open_page):
    page = open_page(width=640)
    for path in ("/termine/", "/termine/monat/", "/termine/konferenz/"):
        page.goto(path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, path
