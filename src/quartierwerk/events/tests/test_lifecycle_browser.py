"""At the desk in the browser: an event moves, somebody on the waiting list is promoted."""

import pytest

from quartierwerk.events import actions, factories
from quartierwerk.events.enums import State
from quartierwerk.people.factories import ContactFactory, PersonFactory
from quartierwerk.testing.browser import appears, axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def conference(site):
    contact = ContactFactory(name="Frau Muster", phone="02324 204-5552")
    return factories.event(
        "Konferenz gegen Altersarmut", place_name="Altes Rathaus", capacity=80, contact=contact
    )


def test_the_event_moves_and_mails_and_the_call_list_say_so(conference, carla, desk_page, mailoutbox):
    factories.registration(conference, person=PersonFactory(name="Ayla Muster", mailed=True))
    factories.registration(conference, person=PersonFactory(name="Erna Beispiel", called=True))
    mailoutbox.clear()
    page = desk_page(carla)

    page.goto(f"/schreibtisch/termine/{conference.pk}/verlegen/")
    assert appears(page.get_by_text("2 Personen werden benachrichtigt: 1 per E-Mail, 1 per Anruf."))
    assert axe(page) == []
    page.get_by_label("Neuer Tag").fill("2031-03-06")
    page.get_by_label("Grund").fill("Wasserschaden im Saal")
    page.get_by_role("button", name="Verlegen").click()
    page.wait_for_url(f"**/schreibtisch/termine/{conference.pk}/")

    [mail] = mailoutbox
    assert mail.subject == "Verlegt: Konferenz gegen Altersarmut"
    assert "Jetzt: Donnerstag, 6. März 2031" in mail.body
    page.goto("/schreibtisch/anrufen-und-schreiben/")
    page.get_by_role("link", name="Erna Beispiel").first.click()
    assert appears(page.get_by_text("Grund: Wasserschaden im Saal"))


def test_the_first_who_waits_is_promoted_by_keyboard_and_without_javascript(conference, carla, desk_page):
    conference.capacity, conference.promotion = 1, "by_hand"
    conference.save()
    holder, first = (factories.registration(conference, person=PersonFactory(called=True)) for _ in range(2))
    actions.cancel_registration(registration=holder)
    page = desk_page(carla, javascript=False, width=360)

    page.goto(f"/schreibtisch/anmeldungen/{first.pk}/nachruecken/")
    page.get_by_label("Warum wird diese Anmeldung vorgezogen?").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/schreibtisch/termine/{conference.pk}/")

    first.refresh_from_db()
    assert first.state == State.OFFERED
