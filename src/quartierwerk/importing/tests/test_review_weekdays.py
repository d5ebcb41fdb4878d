"""A doubt goes once its field was put right; that of a weekday that does not go with its date says what the date is."""

import pytest

from quartierwerk.importing import factories
from quartierwerk.importing.tests.reviewing import sent
from quartierwerk.testing.browser import appears, axe

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
TEXT = "Adventsbacken\n\nAm Mittwoch, 8. Dezember 2026, um 15 Uhr backen wir im Bürgerhaus Plätzchen."
SAID = "Wochentag und Datum passen nicht zusammen"


def doubts(response):
    return [each["sentence"] for each in response.context["board"].doubts if SAID in each["sentence"]]


@pytest.fixture
def opened(browser, in_november):
    return browser.get(factories.announcement(TEXT).get_absolute_url())


def test_it_says_which_weekday_the_date_is_above_and_at_the_field(opened):
    said = f"{SAID}: Der 8. Dezember 2026 ist ein Dienstag."
    assert doubts(opened) == [said]
    assert said in str(opened.context["board"].events[0].form["start_day"].help_text)


def test_once_the_day_was_changed_it_is_gone(browser, opened):
    url = opened.context["announcement"].get_absolute_url()
    assert doubts(browser.post(url, sent(opened, "look"))) != []
    answer = browser.post(url, sent(opened, "look", e0_start_day="2026-12-09"))
    assert doubts(answer) == []
    assert SAID not in answer.content.decode()


def test_any_doubt_is_gone_once_its_field_was_changed(browser, in_november):
    text = factories.announcement("Lesekreis\n\nDer Lesekreis ist am 8. Dezember um drei im Park.")
    opened = browser.get(text.get_absolute_url())
    url = text.get_absolute_url()

    def fields(answer):
        return {each["url"] for each in answer.context["board"].doubts}

    assert "#id_e0-start_time" in fields(opened)
    changed = sent(opened, "look", e0_start_time="15:30")
    assert fields(browser.post(url, changed)) == fields(opened) - {"#id_e0-start_time"}
    whole_day = sent(opened, "look", e0_all_day="on")
    assert "#id_e0-start_time" not in fields(browser.post(url, whole_day))


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_with_a_script_the_mark_says_checked_and_the_figures_sink_at_once(edda, desk_page):
    page, text = desk_page(edda), factories.announcement(TEXT.replace("8. Dezember 2026", "7. Dezember 2032"))
    page.goto(text.get_absolute_url())
    title, head = page.locator("[data-to-check]"), page.locator("#termin-1 [data-doubts]")
    line = page.locator(".qw-doubts__list li", has_text=SAID)
    number, of_part = _number(title), _number(head)
    page.locator("#id_e0-start_day").fill("2032-12-08")
    assert appears(line.get_by_text("geprüft"))
    assert appears(page.locator("#id_e0-start_day_helptext").get_by_text("geprüft"))
    assert _number(title) == number - 1
    assert _number(head) == of_part - 1
    assert page.locator('.qw-word--doubtful:not(.qw-word--checked)[href="#id_e0-start_day"]').count() == 0
    assert axe(page) == []
    page.locator("#id_e0-start_day").fill("2032-12-07")
    assert (_number(title), _number(head), line.get_by_text("geprüft").count()) == (number, of_part, 0)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_words_of_day_and_hour_are_checked_once_the_hour_that_was_missing_is_there(edda, desk_page):
    page = desk_page(edda)
    page.goto(
        factories.announcement("Lesekreis\n\nDer Lesekreis ist am 8. Dezember 2032.").get_absolute_url()
    )
    day = page.locator('.qw-word--doubtful[href="#id_e0-start_day"]')
    assert day.get_attribute("class") == "qw-word qw-word--doubtful"
    page.locator("#id_e0-start_time").fill("18:00")
    assert appears(page.locator(".qw-doubts__list").get_by_text("ausgefüllt"))
    assert "qw-word--checked" in day.get_attribute("class")
    page.locator("#id_e0-place_name").fill("Park")
    assert page.locator("[data-to-check]").inner_text() == "Alles Zweifelhafte ist geprüft"
    assert page.locator("#termin-1 [data-doubts]").is_hidden()


def _number(shown):
    words = shown.inner_text().split() if shown.is_visible() else ["0"]
    return int(words[0]) if words[0].isdigit() else 0


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_nor_is_it_there_when_somebody_comes_back_to_a_day_put_right(edda, desk_page):
    page, text = desk_page(edda), factories.announcement(TEXT.replace("8. Dezember 2026", "7. Dezember 2032"))
    page.goto(text.get_absolute_url())
    assert appears(page.get_by_text(SAID).first)
    page.locator("#id_e0-start_day").fill("2032-12-08")
    page.goto("/schreibtisch/uebernehmen/")
    page.goto(text.get_absolute_url())
    assert appears(page.get_by_text("Wir haben wieder eingetragen, was Sie zuletzt geändert haben."))
    assert page.locator("#id_e0-start_day").input_value() == "2032-12-08"
    assert page.get_by_text(SAID).count() == 0
