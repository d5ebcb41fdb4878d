"""Seeing needs as people do: on a phone, on the map, by keyboard, without scripts, read aloud."""

import re

import pytest

from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import Kind, State, Visibility
from quartierwerk.needs.models import Comment
from quartierwerk.needs.tests.pictures import photo
from quartierwerk.places.factories import QuarterFactory, square
from quartierwerk.testing.browser import appears, axe
from quartierwerk.topics.factories import FieldOfActionFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("site")]
LONG = "Straßenbahnendhaltestellenbeleuchtungserneuerungsmaßnahme"
HERE, MAP = "/handlungsbedarfe/", "/handlungsbedarfe/karte/"
NUMBER, PIN, NAME = ".qw-cluster", ".qw-marker", ".qw-map-label:not(.is-crowded)"


@pytest.fixture(autouse=True)
def town(mona):
    """Two quarters; in Welper three needs at two places, one of them with everything; one gone and one said twice."""
    welper = QuarterFactory(
        name="Welper", slug="welper", latitude=51.41, longitude=7.21, boundary=square(7.20, 51.40, 0.02)
    )
    mitte = QuarterFactory(
        name="Mitte", slug="mitte", latitude=51.39, longitude=7.18, boundary=square(7.17, 51.38, 0.02)
    )
    field = FieldOfActionFactory(name="Wohnen", slug="wohnen")
    bank = factories.need(
        "Die Bank am Ufer ist kaputt", text="Die Lehne fehlt.", field=field, photos=[(photo(), "Eine Bank"), (photo(), "")],
        place=Place(51.4100, 7.2100, "Am Ufer", welper),
    )  # fmt: skip
    actions.publish(need=bank, by=mona)
    actions.move_on(need=bank, state=State.PLANNED, reason="Im März kommt eine neue.", by=mona)
    Comment.objects.create(need=bank, text="Bei uns auch.", visibility=Visibility.PUBLIC)
    actions.count_again(bank)
    factories.public_need(LONG, kind=Kind.IDEA, place=Place(51.4103, 7.2104, quarter=welper))
    factories.public_need("Der Bus fehlt", place=Place(51.4160, 7.2170, quarter=welper))
    factories.public_need("Ein Café", kind=Kind.IDEA, place=Place(51.39, 7.18, quarter=mitte))
    again = factories.public_need("Noch eine Bank", place=Place(51.41, 7.21, quarter=welper))
    actions.mark_duplicate(need=again, of=bank, by=mona)
    gone = factories.public_need("Werbung")
    actions.remove(need=gone, reason="Werbung", by=mona)
    return {
        "need": bank.get_absolute_url(),
        "again": again.get_absolute_url(),
        "gone": gone.get_absolute_url(),
    }


def wait_for_numbers(page):
    page.wait_for_selector("[data-needs-count]:not([hidden])")
    return page.locator("[data-needs-count]").inner_text()


def to_my_quarter(page):
    page.goto("/")
    page.get_by_label("Oder wählen Sie aus der Liste").select_option("Welper")
    page.get_by_role("button", name="Quartier anzeigen").click()
    page.wait_for_url("**/mein-quartier/**")
    page.get_by_role("link", name="Alle Handlungsbedarfe").click()
    page.wait_for_url("**/handlungsbedarfe/?quartier=welper")


def narrow_to_problems(page):
    page.get_by_text("Nach Handlungsfeld, Art oder Zeit").click()
    page.get_by_label("Art", exact=True).select_option("Problem")
    page.get_by_role("button", name="Anzeigen").click()
    page.wait_for_url("**art=problem**")
    assert "2 Beiträge" in page.get_by_role("status").first.inner_text()


def test_from_home_to_ones_quarter_the_map_and_a_need(open_page, town):
    page = open_page(width=360, height=800, has_touch=True)
    to_my_quarter(page)
    page.get_by_role("navigation", name="Ansicht").get_by_role("link", name="Karte").click()
    page.wait_for_url("**/karte/?quartier=welper")
    assert "3." in wait_for_numbers(page)
    while page.locator(NUMBER).count():
        with page.expect_response("**/karte.json**"):
            page.locator(NUMBER).first.tap()
        page.wait_for_timeout(200)
    page.locator(f'{PIN}[title="Die Bank am Ufer ist kaputt"]').tap()
    page.get_by_role("link", name="Die Bank am Ufer ist kaputt").and_(page.locator(".leaflet-popup a")).tap()
    page.wait_for_url(f"**{town['need']}")
    assert "Im März kommt eine neue." in page.get_by_role("main").inner_text()
    assert page.context.cookies() == []


def test_the_same_way_without_javascript(open_page, town):
    page = open_page(width=360, height=800, javascript=False)
    to_my_quarter(page)
    narrow_to_problems(page)
    page.get_by_role("navigation", name="Ansicht").get_by_role("link", name="Karte").click()
    page.wait_for_url("**/karte/?quartier=welper&art=problem")
    assert "Die Karte braucht JavaScript. Dieselben Beiträge stehen in der Liste." in page.inner_text("main")
    page.get_by_role("link", name="Die Bank am Ufer ist kaputt").click()
    page.wait_for_url(f"**{town['need']}")
    assert page.context.cookies() == []


def test_the_map_by_keyboard_alone(page):
    """Enter on a number leads closer and stays on the map; on a pin it opens what leads to the page; Escape closes it."""
    page.goto(MAP)
    wait_for_numbers(page)
    page.locator(NUMBER).first.focus()
    while page.locator(f"{NUMBER}:focus").count():
        with page.expect_response("**/karte.json**"):
            page.keyboard.press("Enter")
        page.wait_for_selector(f"{NUMBER}:focus, {PIN}:focus")
    name = page.locator(f"{PIN}:focus").get_attribute("aria-label")
    page.keyboard.press("Enter")
    assert page.wait_for_selector(".leaflet-popup a:focus").inner_text() == name
    page.keyboard.press("Escape")
    page.wait_for_selector(".leaflet-popup", state="detached")
    assert page.get_by_role("region", name="Karte der Handlungsbedarfe").evaluate(
        "map => map === document.activeElement"
    )
    page.locator(f'{PIN}[aria-label="{name}"]').focus()
    page.keyboard.press(" ")
    page.wait_for_selector(".leaflet-popup a:focus")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/handlungsbedarfe/[A-Z]+-"))
    assert page.get_by_role("heading", level=1).inner_text() == name


def test_a_map_at_rest_asks_for_nothing(page):
    """Making room for what is focused moves the map, which must not draw it, focus it and move the map again."""
    asked = []
    page.on("request", lambda request: "karte.json" in request.url and asked.append(request.url))
    page.goto(MAP)
    wait_for_numbers(page)
    with page.expect_response("**/karte.json**"):
        page.locator(NUMBER).first.press("Enter")
    page.wait_for_timeout(500)
    known = len(asked)
    page.wait_for_timeout(700)
    assert (len(asked), len(set(asked))) == (known, known)


def test_before_the_map_a_link_leads_past_it_to_the_same_as_a_list(page):
    page.goto(MAP)
    wait_for_numbers(page)
    link = page.get_by_role("link", name="Dieselben Beiträge als Liste")
    link.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Ein Café"


def test_one_spot_opens_as_a_list_of_what_lies_there(open_page):
    for number in range(3):
        factories.public_need(f"Hier {number}", place=Place(51.3900, 7.1900))
    page = open_page(width=360)
    page.goto(f"{MAP}?ausschnitt=7.1899,51.3899,7.1901,51.3901")
    wait_for_numbers(page)
    page.locator(NUMBER).click()
    page.get_by_text("3 Beiträge an dieser Stelle").wait_for()
    assert appears(page.get_by_role("button", name="Schließen"))
    page.locator(".leaflet-popup").get_by_role("link", name="als Liste ansehen").click()
    page.wait_for_url("**/handlungsbedarfe/?ausschnitt=**")
    assert page.locator(".qw-need__title").count() == 3


@pytest.mark.parametrize("width", [360, 1280])
def test_no_number_or_pin_covers_the_name_of_a_quarter(open_page, width):
    page = open_page(width=width)
    page.goto(MAP)
    wait_for_numbers(page)
    page.wait_for_selector(NAME)
    assert sorted(page.locator(NAME).all_inner_texts()) == ["Mitte", "Welper"]
    assert page.evaluate("""() => {
      const boxes = (selector) => [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
      const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      const names = boxes('.qw-map-label:not(.is-crowded)');
      return names.filter((name) => boxes('.qw-cluster, .qw-marker').some((box) => overlap(name, box))).length;
    }""") == 0  # fmt: skip


def test_a_map_that_cannot_be_loaded_says_so_and_the_list_is_there(page):
    page.route("**/karte.json**", lambda route: route.fulfill(status=500, body=""))
    page.goto(MAP)
    page.wait_for_selector(
        "text=Die Karte konnte nicht geladen werden. Dieselben Beiträge stehen in der Liste."
    )
    assert appears(page.get_by_role("link", name="Ein Café"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
)
def test_axe_finds_nothing_and_nothing_runs_out_of_the_screen(open_page, town, width, scheme):
    page = open_page(width=width, colour_scheme=scheme)
    found = []
    for path in (
        HERE, f"{HERE}?art=lied&feld=wohnen", f"{HERE}?q=Gibtsnicht&quartier=welper", MAP, f"{HERE}tabelle/", *town.values(),
        "/", "/quartiere/welper/", "/handlungsfelder/wohnen/", f"/en{HERE}", f"/en{town['need']}",
    ):  # fmt: skip
        page.goto(path)
        if path == MAP:
            wait_for_numbers(page)
        found += [f"{path} {line}" for line in axe(page)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{path} runs out of {width} px")
    page.goto(MAP)
    wait_for_numbers(page)
    page.locator(NUMBER).first.click()
    page.wait_for_selector(PIN)
    page.locator(PIN).first.click()
    page.wait_for_selector(".leaflet-popup")
    assert found + axe(page) == []


def test_with_twice_as_large_letters_the_list_still_fits(open_page):
    page = open_page(width=640)
    page.goto(HERE)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert re.search(r"Bank", page.get_by_role("main").inner_text())
