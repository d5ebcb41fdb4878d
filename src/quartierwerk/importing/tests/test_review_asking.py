"""Before something is published of a text with private words in it, the page asks once. All samples."""

from datetime import date

import pytest

from quartierwerk.events.factories import local
from quartierwerk.events.models import Event
from quartierwerk.importing import factories
from quartierwerk.importing.models import Announcement
from quartierwerk.importing.tests.reviewing import decide
from quartierwerk.news.models import NewsPage
from quartierwerk.testing.browser import Keys, appears, axe

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
QUESTION = "Im Text steht Privates oder Vertrauliches. So veröffentlichen?"
FEAST = "Sommerfest im Park\n\nAm Samstag, 17. Oktober 2026, um 15 Uhr feiern wir im Bürgerhaus."
SECRET = "Bitte NICHT veröffentlichen, dass Uwe Geheim auszieht."


@pytest.fixture(autouse=True)
def in_september(request, time_machine):
    if "desk_page" not in request.fixturenames:
        time_machine.move_to(local(2026, 9, 1, 12), tick=False)


@pytest.fixture
def text():
    return factories.announcement(f"{FEAST}\n\n{SECRET}", read_on=date(2026, 9, 1))


def made():
    return NewsPage.objects.count(), Event.objects.count()


def test_it_asks_before_it_publishes_and_quotes_the_words(browser, text):
    answer = decide(browser, text, said=[])
    page = answer.content.decode()
    assert (answer.status_code, made()) == (422, (0, 0))
    question = page[page.index(QUESTION) : page.index("</section>", page.index(QUESTION))]
    assert SECRET in question
    assert 'form="pruefung" name="do" value="yes-publish"' in question
    assert "Bitte prüfen Sie Ihre Angaben" not in page


def test_only_yes_publishes_what_was_typed(browser, text):
    page = decide(browser, text, e0_title="Herbstfest", said=[]).content.decode()
    assert 'value="Herbstfest"' in page
    assert 'value="private"' not in page
    assert QUESTION in decide(browser, text, e0_title="Herbstfest", said=[]).content.decode()
    assert made() == (0, 0)
    assert decide(browser, text, "yes-publish", e0_title="Herbstfest", said=[]).status_code == 302
    assert Event.objects.get().title == "Herbstfest"


def test_yes_is_for_the_button_that_was_pressed(browser, text):
    assert decide(browser, text, "yes-events", said=[]).status_code == 302
    assert made() == (0, 1)


@pytest.mark.parametrize(
    ("button", "value"), [("events", "events"), ("news", "news"), ("drafts", None), ("look", None)]
)
def test_other_buttons_ask_if_they_publish(browser, text, button, value):
    answer = decide(browser, text, button, said=[])
    page = answer.content.decode()
    assert (QUESTION in page) is bool(value)
    if value:
        assert f'name="do" value="yes-{value}"' in page[page.index(QUESTION) :][:3000]


def test_where_nothing_is_published_it_does_not_ask(browser, text):
    answer = decide(browser, text, said=[], e0_decision="draft", n0_decision="leave_out")
    assert answer.status_code == 302


def test_what_is_wrong_is_said_first(browser, text):
    page = decide(browser, text, said=[], e0_title="").content.decode()
    assert QUESTION not in page
    assert 'value="private"' not in page


WAIT = "Die Sperrfrist läuft noch. Jetzt schon veröffentlichen?"
UNTIL = "Bis 5. September 2026 gilt eine Sperrfrist: „Sperrfrist: 5. September 2026, 10 Uhr“"


def test_before_an_embargo_is_over_it_asks_once_and_names_the_day(browser):
    text = factories.announcement(
        f"Sperrfrist: 5. September 2026, 10 Uhr\n\n{FEAST}", read_on=date(2026, 9, 1)
    )
    both = {"e0_decision": "publish", "n0_decision": "publish"}
    answer = decide(browser, text, said=[], **both)
    page = answer.content.decode()
    assert (answer.status_code, made()) == (422, (0, 0))
    assert (WAIT in page, UNTIL in page, QUESTION in page) == (True, True, False)
    assert "ob davon etwas" not in page
    assert decide(browser, text, "yes-publish", said=[], **both).status_code == 302


def test_an_embargo_and_what_is_private_are_one_question(browser):
    text = factories.announcement(
        f"Sperrfrist: 5. September 2026, 10 Uhr\n\n{FEAST}\n\n{SECRET}", read_on=date(2026, 9, 1)
    )
    page = decide(browser, text, said=[], n0_decision="publish").content.decode()
    assert (QUESTION in page, UNTIL in page, WAIT in page) == (True, True, False)


def test_of_drafts_and_of_an_embargo_that_is_over_it_does_not_ask(browser):
    for day, decision in (("5. September", "draft"), ("25. August", "publish")):
        text = factories.announcement(f"Sperrfrist: {day} 2026, 10 Uhr\n\n{FEAST}", read_on=date(2026, 8, 20))
        answer = decide(browser, text, said=[], e0_decision=decision, n0_decision=decision)
        assert answer.status_code == 302


def test_of_no_other_doubt_it_asks(browser):
    text = factories.announcement(
        f"Mittwoch statt Donnerstag.\n\n{FEAST.replace('Samstag', 'Freitag')}", read_on=date(2026, 9, 1)
    )
    answer = decide(browser, text, said=[], e0_decision="publish", n0_decision="publish")
    assert answer.status_code == 302


def test_of_a_text_that_is_internal_as_a_whole_it_asks_if_it_is_published_after_all(browser):
    text = factories.announcement(f"Nur für den internen Gebrauch\n\n{FEAST}", read_on=date(2026, 9, 1))
    assert QUESTION in decide(browser, text, said=[], n0_decision="publish").content.decode()


PRIVATE_NUMBER = (
    "Boule im Park\n\nAm Samstag, 17. Oktober 2026, um 15 Uhr spielen wir Boule im Park. "
    "Anmeldung bei Uwe Geheim, privat 0171 5556677."
)


def test_a_number_that_may_be_private_is_asked_about_while_it_stands_there(browser):
    text = factories.announcement(PRIVATE_NUMBER, read_on=date(2026, 9, 1))
    board = browser.get(text.get_absolute_url()).context["board"]
    assert any("private Nummer" in each["sentence"] for each in board.doubts)
    changed = {"n0_decision": "leave_out", "e0_place_name": "Park"}
    assert QUESTION in decide(browser, text, said=[], **changed).content.decode()
    answer = decide(
        browser,
        text,
        said=[],
        **changed,
        e0_registration_note="Im Rathaus",
        e0_description="Boule.",
        e0_contact="",
    )
    assert answer.status_code == 302


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_by_keyboard_it_is_one_key_more(edda, desk_page):
    year = local(2026, 1, 1, 0).year + 5
    feast = FEAST.replace("Samstag, 17. Oktober 2026", f"17. Oktober {year}")
    page = desk_page(edda)
    page.goto(factories.announcement(f"{feast}\n\n{SECRET}").get_absolute_url())
    keys = Keys(page)
    page.locator("#id_e0-title").fill("Herbstfest")
    keys.press("Control+Enter")
    assert appears(page.get_by_role("heading", name=QUESTION))
    page.locator("#frage:focus").wait_for()
    assert axe(page) == []
    keys.press("Control+Enter")  # once more by slip: that is no answer
    page.locator("#frage:focus").wait_for()
    page.locator("#id_e0-title").focus()
    keys.press("Control+Enter")
    page.locator("#frage:focus").wait_for()
    assert made() == (0, 0)
    keys.press("Tab")
    keys.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Ja, so veröffentlichen"
    keys.press("Enter")
    assert appears(page.get_by_text("Veröffentlicht: Nachricht und Termin."))
    assert Event.objects.get().title == "Herbstfest"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_without_a_script_no_leads_back_to_the_form(edda, desk_page):
    page = desk_page(edda, width=360, javascript=False)
    page.goto(
        factories.announcement(
            f"{FEAST.replace('2026', '2036').replace('Samstag, ', '')}\n\n{SECRET}"
        ).get_absolute_url()
    )
    page.locator("[data-publish-button]").click()
    page.get_by_role("link", name="Nein, noch einmal ansehen").click()
    assert page.url.endswith("#formular")
    assert Announcement.objects.get().state == "waiting"
    page.locator("[data-publish-button]").click()
    assert appears(page.get_by_role("heading", name=QUESTION))
    page.get_by_role("button", name="Ja, so veröffentlichen").click()
    assert appears(page.get_by_text("Veröffentlicht: Nachricht und Termin."))
