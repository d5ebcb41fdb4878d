"""What may become of an event: three ways in the open, those about one that is there folded behind a line. All samples."""

from datetime import timedelta

import pytest
from lxml import html

from quartierwerk.events import factories as event_factories
from quartierwerk.events.factories import local
from quartierwerk.importing import factories
from quartierwerk.importing.review.words import main_button
from quartierwerk.importing.tests.reviewing import decide
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.testing.browser import Keys, appears, axe

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
COMING = factories.TEXT.replace("2026", "2036")
OFF = "Das Nähcafé am 6. Oktober 2036 um 15 Uhr fällt wegen Sturm aus."


def page_of(browser, text=COMING, **changed):
    given = factories.announcement(text)
    answer = decide(browser, given, "look", **changed) if changed else browser.get(given.get_absolute_url())
    return html.fromstring(answer.content.decode())


def fold_of(tree):
    [fold] = tree.xpath('//*[@id="termin-1"]//details[contains(@class, "qw-decision__more")]')
    return fold


def ways(tree):
    return [each.get("value") for each in tree.xpath('.//input[@name="e0-decision"]')]


def test_three_are_open_and_three_are_folded(browser):
    tree = page_of(browser)
    fold = fold_of(tree)
    assert ways(fold) == ["there", "cancel", "move"]
    assert [way for way in ways(tree) if way not in ways(fold)] == ["publish", "draft", "leave_out"]
    assert "open" not in fold.attrib
    assert fold.xpath("string(./summary)") == "Gibt es schon …"


def test_what_may_be_there_already_unfolds_it(browser):
    event_factories.event("Nähcafé im Bürgerhaus", starts_at=local(2036, 10, 6, 15))
    assert "open" in fold_of(page_of(browser)).attrib


def test_what_is_off_unfolds_it_even_if_it_is_not_found(browser):
    assert "open" in fold_of(page_of(browser, OFF)).attrib


@pytest.mark.parametrize(
    "changed", [{"e0_decision": "there"}, {"e0_decision": "cancel"}, {"e0_find": "Nähcafé"}]
)
def test_what_somebody_chose_or_looks_for_stays_open(browser, changed):
    assert "open" in fold_of(page_of(browser, **changed)).attrib


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("javascript", [True, False])
def test_by_keyboard_it_is_opened_and_one_is_chosen(edda, desk_page, javascript):
    page = desk_page(edda, width=360, height=740, javascript=javascript)
    page.goto(factories.announcement(COMING).get_absolute_url())
    keys = Keys(page)
    page.locator('#termin-1 [name="e0-decision"]:checked').focus()
    keys.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Gibt es schon …"
    keys.press("Enter")
    page.locator('#termin-1 [value="there"]').first.wait_for(state="attached")
    assert appears(page.locator("#termin-1-frage"))
    page.locator('#termin-1 [name="e0-decision"]:checked').focus()
    for _each in range(3):
        keys.press("ArrowDown")
    assert page.locator('#termin-1 [name="e0-decision"]:checked').get_attribute("value") == "there"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_whole_series_is_offered_to_be_cancelled_and_never_to_be_moved(edda, desk_page):
    start = event_factories.in_a_week().replace(minute=0, second=0, microsecond=0)
    series = event_factories.event("Gedächtnistraining", starts_at=start, rule="FREQ=WEEKLY;COUNT=4")
    off = f"Das Gedächtnistraining am {start + timedelta(days=7):%d.%m.%Y} fällt wegen Sturm aus."
    page = desk_page(edda)
    page.goto(factories.announcement(off).get_absolute_url())
    whole = page.locator(f'[value="{series.pk}-ganz"]')
    whole.check()
    page.locator('#termin-1 [name="e0-decision"][value="move"]').check()
    assert not whole.is_visible()
    assert not whole.is_checked()
    assert "Reihe" not in page.locator("#termin-1-gemeint").inner_text()


# ------------------------------------------------------------------------------------------------------ the main button
def test_the_button_leaves_nothing_unsaid():
    assert main_button((1, 2)) == "Nachricht und 2 Termine veröffentlichen"
    assert main_button((1, 0), (0, 1)) == "Nachricht veröffentlichen und Termin als Entwurf sichern"
    assert main_button((0, 0), (1, 1)) == "Nachricht und Termin als Entwurf sichern"
    assert main_button((0, 1), changes={"contact": 1}) == "Termin veröffentlichen und Ansprechperson anlegen"


def test_where_nothing_is_made_it_puts_the_text_away(browser):
    text = factories.announcement(COMING)
    nothing = {"e0_decision": "leave_out", "n0_decision": "leave_out"}
    assert decide(browser, text, "look", **nothing).context["publish"] == "Text ablegen"
    answer = decide(browser, text, **nothing)
    assert answer.status_code == 302
    page = browser.get(answer.url).content.decode()
    assert "Der Text ist abgelegt." in page
    assert "Übernommen" not in page


def put_away(browser):
    text = factories.announcement(COMING)
    decide(browser, text, e0_decision="leave_out", n0_decision="leave_out")
    text.refresh_from_db()
    return text


def test_what_was_put_away_is_fetched_back(browser):
    text = put_away(browser)
    assert "Zurückholen" in browser.get(text.get_absolute_url()).content.decode()
    [row] = browser.get("/schreibtisch/uebernehmen/", {"stand": "alle"}).context["rows"]
    assert row["state"] == "abgelegt"
    browser.post(f"{text.get_absolute_url()}zurueckholen/")
    assert decide(browser, text).status_code == 302
    page = browser.get(text.get_absolute_url()).content.decode()
    assert "Zurückholen" not in page
    browser.post(f"{text.get_absolute_url()}zurueckholen/")
    text.refresh_from_db()
    assert text.state == "taken"


def test_and_comes_back_by_itself_when_it_is_pasted_again(browser):
    text = put_away(browser)
    answer = browser.post("/schreibtisch/uebernehmen/", {"text": COMING}, follow=True)
    assert "Jetzt ist er wieder da." in answer.content.decode()
    text.refresh_from_db()
    assert text.state == "waiting"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_it_follows_the_choices_drafts_too(edda, desk_page):
    page = desk_page(edda)
    page.goto(factories.announcement(COMING).get_absolute_url())
    button = page.locator("[data-publish-button]")
    page.locator('[name="e0-decision"][value="draft"]').check()
    assert button.inner_text() == "Nachricht veröffentlichen und Termin als Entwurf sichern"
    page.locator('[name="n0-decision"][value="leave_out"]').check()
    assert button.inner_text() == "Termin als Entwurf sichern"
    page.locator('[name="e0-decision"][value="leave_out"]').check()
    assert button.inner_text() == "Text ablegen"


# ----------------------------------------------------------------------------------------------------- folded choices
def line_of(tree, part):
    [fold] = tree.xpath(
        f'//*[@id="{part}"]//details[contains(@class, "qw-ticks")][.//*[contains(@name, "-quarters")]]'
    )
    return " ".join(fold.xpath("string(./summary)").split()), "open" in fold.attrib


def test_a_folded_choice_says_what_is_chosen(browser):
    QuarterFactory(name="Welper")
    quarter = QuarterFactory(name="Südstadt")
    assert line_of(page_of(browser), "termin-1") == ("Quartiere: keine Auswahl", False)
    tree = page_of(browser, e0_quarters=[str(quarter.pk)])
    assert line_of(tree, "termin-1") == ("Quartiere: Südstadt", False)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_and_follows_it(edda, desk_page):
    for name in ("Südstadt", "Welper"):
        QuarterFactory(name=name)
    page = desk_page(edda, width=360, height=740)
    page.goto(factories.announcement(COMING).get_absolute_url())
    fold = page.locator("#termin-1 .qw-ticks").first
    fold.locator("summary").click()
    for name in ("Südstadt", "Welper"):
        fold.get_by_label(name).check()
    assert fold.locator("summary").inner_text() == "Quartiere: Südstadt, Welper"
    assert axe(page) == []
