"""Four weeks after “done”: the mail asks, its link leads to the question, and a no opens it again."""

import re
from datetime import timedelta

import pytest

from quartierwerk.core import clock
from quartierwerk.needs import actions, factories
from quartierwerk.needs.enums import State
from quartierwerk.people.factories import PersonFactory
from quartierwerk.testing.browser import appears, axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("site")]


@pytest.fixture
def asked(carla, mailoutbox, live_server, settings, time_machine):
    """A need that was done four weeks ago, and the link of the mail that asks about it."""
    settings.BASE_URL = live_server.url
    now = clock.now()
    time_machine.move_to(now - timedelta(days=28, minutes=1))
    need = factories.public_need("Mehr Bänke", person=PersonFactory(name="Ayla Muster", mailed=True))
    actions.move_on(need=need, state=State.DONE, reason="Neue Bank steht.", by=carla)
    time_machine.move_to(now)
    mailoutbox.clear()
    assert actions.ask_due() == 1
    (mail,) = mailoutbox
    assert "Ist es wirklich gut?" in mail.body
    return need, re.search(rf"{live_server.url}/mein-beitrag/\S+", mail.body)[0]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_no_on_the_phone_opens_it_again(asked, open_page, javascript):
    need, link = asked
    page = open_page(width=360, height=740, javascript=javascript)
    page.goto(link)
    assert axe(page) == [] if javascript else True
    page.get_by_label("Nein, bitte kümmern Sie sich noch einmal darum").check()
    page.get_by_label("Möchten Sie etwas dazu sagen?").fill("Sie wackelt.")
    page.get_by_role("button", name="Antwort abschicken").click()

    assert appears(page.get_by_text("Danke für Ihre Rückmeldung."))
    need.refresh_from_db()
    assert (need.state, need.found_solved) == (State.IN_REVIEW, False)
    page.goto(need.get_absolute_url())
    assert appears(page.get_by_text("Rückmeldung: Noch nicht gelöst."))


def test_a_yes_by_keyboard_alone_stays_solved(asked, page):
    need, link = asked
    page.goto(link)
    page.get_by_label("Ja, es ist gelöst").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Danke für Ihre Rückmeldung.").wait_for()
    need.refresh_from_db()
    assert (need.state, need.found_solved) == (State.DONE, True)
