"""Other ways in, as staff use them: by keyboard alone, with and without JavaScript, on a phone and a large screen."""

import os
import re

import pytest
from django.conf import settings as django_settings

from quartierwerk.events import factories as event_factories
from quartierwerk.events.enums import Kind as EventKind
from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Said
from quartierwerk.needs.enums import CameBy, Kind
from quartierwerk.needs.intake.mail_reading import read
from quartierwerk.needs.models import Card, Need
from quartierwerk.people.factories import PersonFactory
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.testing.browser import Keys, axe

from .mails import mail
from .pictures import jpeg

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("site"),
]
DESK = "/schreibtisch/handlungsbedarfe/aufnehmen/"
SHOTS = os.environ.get("SHOTS")  # a folder for pictures to look at; none are kept otherwise


@pytest.fixture
def signed_in(desk, carla, live_server):
    """Gives a browser Carla's session."""
    name = django_settings.SESSION_COOKIE_NAME
    session = desk(carla).cookies[name].value

    def sign_in(page):
        page.context.add_cookies([{"name": name, "value": session, "url": live_server.url}])
        return page

    return sign_in


@pytest.fixture
def erna_calls():
    QuarterFactory(name="Welper")
    PersonFactory(name="Udo Maier", called=True)
    return PersonFactory(name="Erna Meyr", called=True, phone="+4923241234")


def test_a_caller_says_a_need_and_it_is_taken_down_by_keyboard_alone(erna_calls, signed_in, page):
    signed_in(page).goto(DESK)
    keys = Keys(page)
    keys.type("erna meier")
    keys.press("Enter")
    page.wait_for_selector("[name=title]:focus")
    assert "Erna Meyr" in page.locator("#wer").inner_text()
    keys.type("Ampel zu kurz")
    keys.press("Alt+3")
    keys.type("Welper")
    keys.press("Alt+4")
    page.wait_for_selector("#ergebnis")

    need = Need.objects.get()
    assert (need.person, need.title, need.quarter.name) == (erna_calls, "Ampel zu kurz", "Welper")
    assert need.came_by == CameBy.PHONE
    assert need.reference in page.locator("#ergebnis").inner_text()
    assert keys.pressed == 32


def test_what_was_typed_and_chosen_stays_when_the_person_is_found_late(erna_calls, signed_in, page):
    signed_in(page).goto(DESK)
    page.locator("[name=title]").fill("Die Bank ist kaputt")
    page.locator("[name=photos]").set_input_files(
        [{"name": "bank.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}]
    )
    page.locator("#suche-person").type("meyr")
    page.keyboard.press("Enter")
    page.wait_for_selector("#wer >> text=Erna Meyr")
    assert page.locator("[name=title]").input_value() == "Die Bank ist kaputt"
    page.get_by_role("button", name="Aufnehmen").click()
    page.wait_for_selector("#ergebnis")
    assert (Need.objects.get().person, Need.objects.get().photos.count()) == (erna_calls, 1)


def test_without_javascript_the_same_screen_works_in_steps(erna_calls, signed_in, open_page):
    page = signed_in(open_page(javascript=False, width=360))
    page.goto(DESK)
    page.locator("#suche-person").fill("erna mayer")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Erna Meyr").click()
    page.locator("[name=title]").fill("Die Bank ist kaputt")
    page.get_by_role("button", name="Aufnehmen").click()
    assert "Erna Meyr" in page.locator("#ergebnis").inner_text()


@pytest.fixture
def light():
    return factories.public_need("Die Ampel an der Bahnhofstraße ist zu kurz grün")


def test_a_known_caller_is_counted_where_it_was_said_before(erna_calls, light, signed_in, page):
    signed_in(page).goto(DESK)
    page.locator("#suche-person").type("meyr")
    page.keyboard.press("Enter")
    page.wait_for_selector("[name=title]:focus")
    page.keyboard.type("Ampel Bahnhofstraße zu kurz")
    button = page.get_by_role("button", name=re.compile("Betrifft die Person auch.*Die Ampel"))
    button.wait_for()
    assert axe(page) == []
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/hint-1280.png", full_page=True)
    button.click()
    page.wait_for_selector("#ergebnis")
    assert "Mitgezählt" in page.locator("#ergebnis").inner_text()
    assert "Erna Meyr" in page.locator("#ergebnis").inner_text()
    light.refresh_from_db()
    assert (Need.objects.count(), light.support_count) == (1, 1)
    assert light.supports.get().person == erna_calls


def test_enter_takes_down_what_is_new_though_something_similar_is_shown(erna_calls, light, signed_in, page):
    signed_in(page).goto(f"{DESK}?person={erna_calls.pk}")
    page.locator("[name=title]").fill("Ampel Bahnhofstraße zu kurz")
    page.get_by_role("button", name="Betrifft die Person auch").wait_for()
    page.locator("[name=title]").press("Enter")
    page.wait_for_selector("#ergebnis")
    light.refresh_from_db()
    assert (Need.objects.count(), light.support_count) == (2, 0)


def test_what_is_shown_stays_shown_when_the_person_is_found_late(erna_calls, light, signed_in, page):
    signed_in(page).goto(DESK)
    page.locator("[name=title]").fill("Ampel Bahnhofstraße zu kurz")
    page.get_by_role("button", name="Betrifft die Person auch").wait_for()
    page.locator("#suche-person").type("meyr")
    page.keyboard.press("Enter")
    page.wait_for_selector("#wer >> text=Erna Meyr")
    page.get_by_role("button", name="Betrifft die Person auch").click()
    page.wait_for_selector("#ergebnis")
    assert light.supports.get().person == erna_calls


def test_without_javascript_what_was_said_before_is_shown_as_a_step(erna_calls, light, signed_in, open_page):
    page = signed_in(open_page(javascript=False, width=360))
    page.goto(f"{DESK}?person={erna_calls.pk}")
    page.locator("[name=title]").fill("Ampel Bahnhofstraße zu kurz")
    page.get_by_role("button", name="Aufnehmen").click()
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/step-360.png", full_page=True)
    page.get_by_role("button", name="Betrifft die Person auch").click()
    assert "Mitgezählt" in page.locator("#ergebnis").inner_text()
    assert (Need.objects.count(), light.supports.get().person) == (1, erna_calls)


def test_a_card_is_entered_by_keyboard(signed_in, page, carla):
    card = Card.objects.get(batch=actions.print_cards(number=1, by=carla))
    signed_in(page).goto("/schreibtisch/handlungsbedarfe/karten/")
    page.wait_for_selector("[name=code]:focus")
    page.keyboard.type(card.code.lower())
    page.keyboard.press("Enter")
    page.wait_for_selector("[name=title]")
    page.locator("[name=title]").focus()
    page.keyboard.type("Mehr Bänke")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Eingegeben:")
    assert Need.objects.get().card == card


def test_what_is_said_in_the_hall_appears_on_the_screen(signed_in, open_page):
    visit = event_factories.event("Besuch", kind=EventKind.VISIT)
    page = signed_in(open_page())
    page.goto(f"/schreibtisch/termine/{visit.slug}/anliegen/")
    page.locator("[name=title]").fill("Wo bleibt die Bank?")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Aufgenommen:")
    page.goto(f"/schreibtisch/termine/{visit.slug}/anliegen/bildschirm/")
    assert "Wo bleibt die Bank?" in page.locator("#anliegen").inner_text()


LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle am Niederwenigerner Bürgersteig fehlt"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_is_accessible(erna_calls, signed_in, open_page, carla, width, scheme):
    visit = event_factories.event("Quartiersbesuch mit der Bürgermeisterin", kind=EventKind.VISIT)
    need = actions.publish(
        need=actions.say(
            said=Said(LONG, text="Seit Mai. " * 20, kind=Kind.CONCERN), person=erna_calls, event=visit
        ),
        by=carla,
    )
    factories.need("Die Ampel ist zu kurz grün", person=erna_calls)
    waiting = actions.keep_mail(
        **vars(read(mail(photos=["bank.jpg"], subject=f"AW: {need.reference} {LONG}")))
    )
    aside = actions.keep_mail(**vars(read(mail(number=2, Auto_Submitted="auto-replied"))))
    batch = actions.print_cards(number=2, by=carla, quarter=QuarterFactory(name="Niederwenigern-Oberstüter"))
    card, other = Card.objects.filter(batch=batch)
    actions.enter_card(card=other, said=Said("Mehr Bänke"), by=carla)
    page = signed_in(open_page(width=width, colour_scheme=scheme))
    pages = {
        "phone": DESK,
        "caller": f"{DESK}?person={erna_calls.pk}",
        "done": f"{DESK}?fertig={need.reference}",
        "cards": f"/schreibtisch/handlungsbedarfe/karten/?neu={batch}",
        "card": card.get_absolute_url(),
        "entered": other.get_absolute_url(),
        "mails": "/schreibtisch/handlungsbedarfe/post/",
        "mail": waiting.get_absolute_url(),
        "aside": aside.get_absolute_url(),
        "concerns": f"/schreibtisch/termine/{visit.slug}/anliegen/",
        "screen": f"/schreibtisch/termine/{visit.slug}/anliegen/bildschirm/",
        "event": visit.get_absolute_url(),
        "empty": "/schreibtisch/handlungsbedarfe/post/?state=taken",
    }
    for name, url in pages.items():
        page.goto(url)
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/{name}-{width}-{scheme}.png", full_page=True)
        assert (url, axe(page)) == (url, [])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), url
