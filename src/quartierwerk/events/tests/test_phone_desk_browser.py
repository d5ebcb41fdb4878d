"""The phone desk as staff use it: by keyboard alone, with and without JavaScript."""

import pytest

from quartierwerk.events import codes, factories
from quartierwerk.events.enums import CameBy, State
from quartierwerk.events.models import Registration
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Channel, Notification
from quartierwerk.testing.browser import Keys, appears, axe

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("site", "no_second_factor"),
]
DESK = "/schreibtisch/termine/anmelden/"


@pytest.fixture
def signed_in(client, carla, live_server):
    """Gives a browser Carla's session."""
    client.force_login(carla)
    session = client.cookies["sessionid"].value

    def sign_in(page):
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        return page

    return sign_in


@pytest.fixture
def town():
    """Some who sound alike, and two events."""
    conference = factories.event("Armutskonferenz für Seniorinnen und Senioren", capacity=80)
    factories.event("Tanztee", capacity=30)
    erna = PersonFactory(name="Erna Meyr", written_to=True, phone="+4923241234")
    PersonFactory(name="Udo Maier", called=True)
    PersonFactory(name="Karl Schulz", called=True)
    return conference, erna


def focused(page):
    return page.evaluate("document.activeElement.name || document.activeElement.id")


def test_a_caller_is_registered_with_a_letter_by_keyboard_alone(town, signed_in, page):
    conference, erna = town
    signed_in(page).goto(DESK)
    keys = Keys(page)
    assert focused(page) == "q"

    keys.type("erna meier")
    keys.press("Enter")  # the search may still run: the desk waits for it
    page.wait_for_selector("#suche-termin:focus")
    assert "Erna Meyr" in page.locator("#wer").inner_text()
    keys.type("armut")
    keys.press("Enter")
    page.wait_for_selector("[name=party_size]:focus")
    keys.type("2")
    keys.press("Alt+5")  # by letter
    keys.press("Alt+4")
    page.wait_for_selector("#ergebnis")

    place = Registration.objects.get()
    assert (place.person, place.event, place.party_size, place.state) == (
        erna,
        conference,
        2,
        State.CONFIRMED,
    )
    assert (place.came_by, Notification.objects.get().channel) == (CameBy.PHONE, Channel.LETTER)
    assert codes.in_groups(place.code) in page.locator("#ergebnis").inner_text()
    assert focused(page) == "q"
    assert keys.pressed == 20


def test_an_unknown_caller_is_entered_on_the_same_screen(town, signed_in, page):
    signed_in(page).goto(DESK)
    keys = Keys(page)
    keys.type("Uta Neu")
    keys.press("Enter")
    page.wait_for_selector("#suche-termin:focus")
    keys.press("Enter")
    page.wait_for_selector("[name=phone]:focus")
    keys.type("02324 5511")
    keys.press("Enter")
    page.wait_for_selector("#ergebnis")
    assert Registration.objects.get().person.name == "Uta Neu"


def test_arrows_choose_and_what_was_typed_stays_when_the_person_changes(town, signed_in, page):
    signed_in(page).goto(DESK)
    keys = Keys(page)
    keys.type("maier")
    page.wait_for_selector("[role=option] >> text=Erna Meyr")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    keys.press("Enter")
    page.wait_for_selector("#suche-termin:focus")
    assert "Erna Meyr" in page.locator("#wer").inner_text()
    keys.press("Enter")
    page.wait_for_selector("[name=party_size]:focus")
    keys.type("4")
    keys.press("Alt+1")
    page.wait_for_selector("#suche-person:focus")
    keys.type("schulz")
    keys.press("Enter")
    page.wait_for_selector("#wer >> text=Karl Schulz")
    page.wait_for_selector("[name=party_size]:focus")
    assert page.locator("[name=party_size]").input_value() == "4"


def test_the_first_arrow_stands_on_the_only_person_found_and_not_on_a_new_one(town, signed_in, page):
    signed_in(page).goto(DESK)
    keys = Keys(page)
    keys.type("schulz")
    page.wait_for_selector("[role=option] >> text=Karl Schulz")
    keys.press("ArrowDown")
    keys.press("Enter")
    assert appears(page.locator("#wer").get_by_text("Karl Schulz"))


def test_an_answer_to_fewer_letters_that_comes_late_chooses_nobody(town, signed_in, page):
    held = []
    page.route(
        "**/wer.json?*",
        lambda route: held.append(route) if route.request.url.endswith("q=erna%20mei") else route.continue_(),
    )
    page.clock.install()
    signed_in(page).goto(DESK)
    page.clock.pause_at(page.evaluate("Date.now() / 1000 + 1"))
    keys = Keys(page)
    keys.type("erna mei")
    with page.expect_request("**/wer.json?q=erna%20mei"):
        page.clock.run_for(150)
    keys.type("er")  # what it asks for is not yet searched when the answer of before arrives
    held[0].fulfill(json={"results": [], "more": ""})
    page.wait_for_timeout(200)
    keys.press("Enter")
    page.clock.run_for(150)

    assert appears(page.locator("#wer").get_by_text("Erna Meyr"))


def test_a_search_that_fails_once_is_tried_again(town, signed_in, page):
    failures = [503]
    page.route(
        "**/wer.json?*",
        lambda route: route.fulfill(status=failures.pop()) if failures else route.continue_(),
    )
    signed_in(page).goto(DESK)
    keys = Keys(page)
    keys.type("schulz")
    keys.press("Enter")
    assert appears(page.locator("#wer").get_by_text("Karl Schulz"))


def test_a_search_that_fails_says_so_and_enters_nobody(town, signed_in, page):
    page.route("**/wer.json?*", lambda route: route.fulfill(status=503))
    signed_in(page).goto(DESK)
    keys = Keys(page)
    keys.type("schulz")
    keys.press("Enter")
    assert appears(page.locator(".qw-finder").get_by_text("Die Suche antwortet gerade nicht."))
    assert page.get_by_role("option").count() == 0
    page.unroute("**/wer.json?*")
    keys.type(" ")
    keys.press("Enter")
    assert appears(page.locator("#wer").get_by_text("Karl Schulz"))


def test_without_javascript_the_same_screen_works_in_steps(town, signed_in, open_page):
    page = signed_in(open_page(javascript=False))
    page.goto(DESK)
    page.locator("#suche-person").fill("erna mayer")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Erna Meyr").click()
    page.locator("#suche-termin").fill("armut")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Armutskonferenz").click()
    page.locator("[name=party_size]").fill("3")
    page.get_by_role("button", name="Anmelden").click()
    assert "Erna Meyr, Armutskonferenz" in page.locator("#ergebnis").inner_text()
    assert Registration.objects.get().party_size == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_state_is_accessible(town, signed_in, open_page, width, scheme):
    conference, erna = town
    place = factories.registration(conference, person=erna, size=2)
    page = signed_in(open_page(width=width, colour_scheme=scheme))
    for url in (
        DESK,
        f"{DESK}?person={erna.pk}&termin={conference.pk}",
        f"{DESK}?fertig={place.pk}",
        "/schreibtisch/termine/",
        f"/schreibtisch/termine/{conference.pk}/",
        place.get_absolute_url(),
        f"{place.get_absolute_url()}aendern/",
    ):
        page.goto(url)
        assert (url, axe(page)) == (url, [])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), url
    page.goto(DESK)
    page.locator("#suche-person").type("mei")
    page.wait_for_selector("[role=option]")
    assert axe(page) == []


def test_who_is_entered_anew_stands_there_and_can_be_changed(town, signed_in, page):
    signed_in(page).goto(DESK)
    page.locator("#suche-person").fill("Berta Neu")
    page.get_by_role("option", name="Neu eintragen: Berta Neu").click()
    page.wait_for_selector("#suche-termin:focus")

    assert "Berta Neu\nwird neu eingetragen" in page.locator("#wer").inner_text()
    assert "Zu einer neuen Person gibt es noch nichts." in page.locator("#daneben").inner_text()
    page.locator("#suche-termin").fill("Tanz")
    page.get_by_role("option", name="Tanztee").click()
    page.wait_for_selector("[name=phone]:focus")
    assert page.locator("[name=name]").input_value() == "Berta Neu"
    assert "Berta Neu" in page.locator("#wer").inner_text()
    assert axe(page) == []

    page.get_by_role("link", name="Andere Person").click()
    page.wait_for_selector("#suche-person:focus")
    assert page.locator("[name=name]").input_value() == ""
    assert "Sobald eine Person gewählt ist" in page.locator("#daneben").inner_text()


def test_the_desk_says_that_there_are_more_events_than_it_shows(signed_in, page):
    for number in range(9):
        factories.event(f"Treff {number}", capacity=9)
    signed_in(page).goto(DESK)
    page.locator("#suche-termin").focus()

    page.get_by_text("Es gibt noch mehr. Schreiben Sie Titel, Ort oder Tag dazu.").last.wait_for()
    assert page.get_by_role("option").count() == 8
    page.locator("#suche-termin").fill("Treff 3")
    page.get_by_role("option", name="Treff 4").wait_for(state="detached")
    assert not page.locator("#wofuer").get_by_text("Es gibt noch mehr.").last.is_visible()
