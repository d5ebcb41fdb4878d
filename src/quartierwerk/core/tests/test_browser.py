"""The look in a real browser: nothing for axe to find, usable at 320 px, without a script and by keyboard."""

import pytest
from django.urls import reverse

from quartierwerk.testing.browser import appears, axe

PAGES = ["core:muster", "core:muster_home"]
SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > window.innerWidth"


@pytest.fixture(autouse=True)
def _developer(settings, site):
    settings.DEBUG = True


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, name, width, colour_scheme):
    page = open_page(width=width, colour_scheme=colour_scheme, bypass_csp=True)
    page.goto(reverse(name))
    assert axe(page) == []
    assert page.evaluate(SCROLLS_SIDEWAYS) is False


def test_the_menu_opens_without_a_script(open_page):
    page = open_page(width=360, javascript=False)
    page.goto(reverse("core:muster_home"))
    entry = page.get_by_role("link", name="Aktuelles")
    assert not entry.is_visible()
    page.get_by_text("Menü").click()
    assert appears(entry)


def test_the_first_tab_offers_to_skip_to_the_content(page):
    page.goto(reverse("core:muster_home"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#inhalt"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhalt"


def test_an_email_can_be_read_without_and_tapped_with_a_script(open_page):
    without = open_page(javascript=False)
    without.goto(reverse("core:muster_home"))
    assert without.locator(".qw-contact .qw-email").inner_text() == "muster (ät) example.org"
    with_script = open_page()
    with_script.goto(reverse("core:muster_home"))
    link = with_script.locator(".qw-contact .qw-email a")
    assert link.get_attribute("href") == "mailto:muster@example.org"


def test_every_control_is_large_enough_to_tap(open_page):
    page = open_page(width=360)
    page.goto(reverse("core:muster_home"))
    controls = page.locator("button, summary, .kern-btn, .qw-nav a, .qw-footer li a, a.qw-tag, a.qw-way")
    boxes = {
        control.inner_text(): control.bounding_box() for control in controls.all() if control.is_visible()
    }
    assert len(boxes) > 10
    small = {text: box["height"] for text, box in boxes.items() if box["height"] < 44}
    assert small == {}


def test_areas_and_places_on_the_map_are_reached_by_keyboard(page):
    page.goto(reverse("core:muster"))
    area = page.get_by_role("button", name="Nordviertel")
    area.focus()
    page.keyboard.press("Enter")
    told = page.get_by_text("Ein Muster-Quartier")
    told.wait_for()
    assert appears(told)
    assert page.get_by_text("Nordviertel", exact=True).filter(visible=True).count() > 1


@pytest.mark.parametrize("reduced_motion", ["reduce", "no-preference"])
def test_a_map_without_a_base_map_says_the_names_of_its_places(open_page, reduced_motion):
    page = open_page(reduced_motion=reduced_motion)
    page.goto(reverse("core:muster"))
    names = page.locator(".qw-map-label:not(.is-crowded)")
    names.nth(2).wait_for()
    assert sorted(names.all_inner_texts()) == ["Bürgertreff", "Nordviertel", "Südviertel"]


def test_a_name_that_finds_no_room_shows_when_its_place_has_the_focus(open_page):
    page = open_page(width=320)
    page.goto(reverse("core:muster"))
    page.locator(".qw-map-label").nth(2).wait_for(state="attached")
    page.evaluate(
        "document.querySelectorAll('.qw-map-label').forEach(name => name.classList.add('is-crowded'))"
    )
    name = page.locator(".qw-map-label", has_text="Nordviertel")
    assert not name.is_visible()
    page.get_by_role("button", name="Nordviertel").focus()
    assert appears(name)


def test_the_list_beside_the_map_stands_without_a_script(open_page):
    page = open_page(javascript=False)
    page.goto(reverse("core:muster"))
    assert appears(page.get_by_role("link", name="Bürgertreff"))
    assert not page.locator("[data-map]").is_visible()
