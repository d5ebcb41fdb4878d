"""What was put right and not published yet is not lost with the page, and leaves the device when it is not needed."""

import pytest

from quartierwerk.events.models import Event
from quartierwerk.importing import factories
from quartierwerk.people import actions as people_actions
from quartierwerk.people.models import Role
from quartierwerk.testing.browser import appears, becomes

from .test_review_browser import DESK, faults, text_of_a_year_to_come

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("site")]
BACK = "Wir haben wieder eingetragen, was Sie zuletzt geändert haben."
KEPT = "Object.values(localStorage).join(' ')"
NOTHING = f"{KEPT} === ''"


@pytest.fixture
def text():
    return factories.announcement(text_of_a_year_to_come())


@pytest.fixture
def page(edda, desk_page, text):
    page = desk_page(edda)
    page.goto(text.get_absolute_url())
    return page


def corrected(page):
    page.locator("#id_e0-title").fill("Nähtreff")
    page.locator('#id_n0-decision [value="draft"]').press(" ")


def value(page, field):
    return page.locator(field).input_value()


def test_nothing_is_kept_before_somebody_changes_something(page):
    assert (page.evaluate(KEPT), page.locator("[data-draft]").is_visible()) == ("", False)


def test_what_was_put_right_is_there_again_after_the_list(page, text):
    corrected(page)
    page.goto(DESK)
    page.goto(text.get_absolute_url())
    assert appears(page.get_by_text(BACK))
    assert (value(page, "#id_e0-title"), page.locator("#id_n0-decision :checked").input_value()) == (
        "Nähtreff",
        "draft",
    )
    assert appears(
        page.get_by_role("button", name="Termin veröffentlichen und Nachricht als Entwurf sichern")
    )
    assert faults(page) == []


def test_the_line_of_a_part_names_it_as_it_was_put_right(page, text):
    head = page.locator("#termin-1 > summary")
    page.locator("#id_e0-title").fill("Nähtreff")
    page.locator("#id_e0-start_day").fill("2032-10-05")
    page.locator("#id_e0-start_time").fill("09:30")
    page.locator("#id_e0-venue").select_option("")
    page.locator("#id_e0-place_name").fill("Nachbars Garten")
    now = "Di., 05.10.2032, 9:30 Uhr · Nachbars Garten"
    assert appears(head.get_by_text("Nähtreff", exact=True))
    assert appears(head.get_by_text(now))
    page.goto(DESK)
    page.goto(text.get_absolute_url())
    assert appears(page.get_by_text(BACK))
    assert appears(head.get_by_text("Nähtreff", exact=True))
    assert appears(head.get_by_text(now))


def test_only_what_was_put_right_is_kept(page):
    corrected(page)
    kept = page.evaluate(KEPT)
    assert "Nähtreff" in kept
    assert [words for words in ("Muster", "204-5552", "Bürgerhaus") if words in kept] == []


def test_events_added_by_hand_come_back(page, text):
    page.locator("[data-blank] > summary").click()
    page.locator("#id_e1-title").fill("Chorprobe")
    page.get_by_role("button", name="Noch einen Termin eintragen").click()
    page.locator("#id_e2-title").fill("Kochabend")
    page.goto(DESK)
    page.goto(text.get_absolute_url())
    assert appears(page.get_by_text(BACK))
    assert (value(page, "#id_e1-title"), value(page, "#id_e2-title")) == ("Chorprobe", "Kochabend")


def test_what_was_typed_before_the_script_came_is_kept_too(page, text):
    late = []
    page.route("**/importing-desk*.js", lambda route: late.append(route))
    page.goto(text.get_absolute_url(), wait_until="commit")
    page.locator("#id_e0-title").fill("Nähtreff")
    assert becomes(page, "document.readyState === 'interactive'")
    late.pop().continue_()
    page.wait_for_load_state()
    assert becomes(page, f"({KEPT}).includes('Nähtreff')")


def test_what_is_published_leaves_the_device(page):
    corrected(page)
    page.get_by_role("button", name="Termin veröffentlichen und Nachricht als Entwurf sichern").click()
    page.get_by_text("Veröffentlicht: Termin.").wait_for()
    assert becomes(page, NOTHING)
    assert Event.objects.get().title == "Nähtreff"


def test_so_does_what_is_put_aside(page, text):
    corrected(page)
    page.get_by_role("button", name="Zur Seite legen").click()
    page.get_by_text("Der Text liegt zur Seite.").wait_for()
    assert becomes(page, NOTHING)


def test_and_from_the_list(page):
    corrected(page)
    page.goto(DESK)
    page.get_by_role("button", name="Zur Seite legen").click()
    page.get_by_text("Der Text liegt zur Seite.").wait_for()
    assert becomes(page, NOTHING)


def test_and_when_somebody_signs_out(page):
    corrected(page)
    page.goto("/konto/abmelden/")
    page.get_by_role("button", name="Jetzt abmelden").click()
    page.wait_for_url(lambda url: "abmelden" not in url)
    assert becomes(page, NOTHING)


def test_after_a_day_it_is_gone_on_any_page(page):
    corrected(page)
    page.evaluate(
        "for (const key of Object.keys(localStorage))"
        " localStorage[key] = JSON.stringify({...JSON.parse(localStorage[key]), until: Date.now() - 1})"
    )
    page.goto("/konto/")
    assert becomes(page, NOTHING)


def test_another_account_gets_nothing_of_it(page, text, edda, desk_page, carla):
    corrected(page)
    kept = page.evaluate("JSON.stringify(Object.entries(localStorage))")
    other = desk_page(carla)
    other.goto(DESK)
    other.evaluate(f"for (const [key, value] of {kept}) localStorage[key] = value")
    other.goto(text.get_absolute_url())
    assert value(other, "#id_e0-title") != "Nähtreff"
    assert becomes(other, NOTHING)


def test_one_button_brings_back_what_was_read(page):
    corrected(page)
    page.get_by_role("button", name="Meine Änderungen verwerfen").click()
    assert becomes(page, NOTHING)
    page.wait_for_load_state()
    assert value(page, "#id_e0-title") != "Nähtreff"


def test_what_slept_and_was_changed_stays_awake(edda, desk_page):
    text = factories.announcement("Nähcafé\n\nDas Nähcafé ist am 6. Oktober 2020 um 15 Uhr im Bürgerhaus.")
    page = desk_page(edda)
    page.goto(text.get_absolute_url())
    page.locator("#termin-1 > summary").click()
    page.locator("#id_e0-title").fill("Nähtreff")
    page.goto(text.get_absolute_url())
    assert page.locator('[name="e0-decision"]:checked').input_value() == "publish"


def test_who_may_not_publish_keeps_it_too(bernd, desk_page):
    people_actions.grant_role(user=bernd, role=Role.COORDINATOR)
    text = factories.announcement(text_of_a_year_to_come(), by=bernd)
    page = desk_page(bernd)
    page.goto(text.get_absolute_url())
    page.locator("#id_e0-title").fill("Nähtreff")
    page.goto(text.get_absolute_url())
    assert value(page, "#id_e0-title") == "Nähtreff"


def test_ctrl_and_enter_read_what_was_pasted(edda, desk_page):
    page = desk_page(edda)
    page.goto(DESK)
    page.locator("#id_text").fill(text_of_a_year_to_come())
    page.keyboard.press("Control+Enter")
    assert appears(page.locator("[data-review]"))
