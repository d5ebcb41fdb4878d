"""From a pasted text to the event page with its registration, in the browser: counted, by keyboard, without scripts."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from quartierwerk.events import factories as event_factories
from quartierwerk.events.factories import local
from quartierwerk.events.models import Event
from quartierwerk.importing import factories
from quartierwerk.importing.models import Announcement
from quartierwerk.news.models import NewsPage
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import QuarterFactory, VenueFactory
from quartierwerk.testing.browser import Keys, appears, axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("site")]
DESK = "/schreibtisch/uebernehmen/"
SHOTS = os.environ.get("SCREENSHOTS")
LONG = "Veranstaltungsreihenauftaktinformationsabend der Bürgervereinsvorstandsmitglieder"


@pytest.fixture(autouse=True)
def town():
    quarter = QuarterFactory(name="Südstadt")
    return VenueFactory(name="Bürgerhaus", street="Am Markt 4", quarter=quarter)


class Actions:
    """Counts what somebody does: clicks, fields filled in, keys of shortcuts."""

    def __init__(self, page):
        self.page, self.number = page, 0

    def click(self, role, name, **options):
        self.page.get_by_role(role, name=name, **options).first.click()
        self.number += 1

    def fill(self, selector, value):
        self.page.locator(selector).fill(value)
        self.number += 1

    def press(self, keys):
        self.page.keyboard.press(keys)
        self.number += 1


def shot(page, name):
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)


def faults(page):
    """What axe finds once the page is whole, its styles too."""
    page.wait_for_load_state()
    return axe(page, also=["target-size"])


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def text_of_a_year_to_come():
    year = local(2026, 1, 1, 0).year + 5
    text = factories.TEXT.replace("Dienstag, 6. Oktober 2026", f"6. Oktober {year}")
    return text.replace("1. Oktober", f"1. Oktober {year}")


def is_here(page, selector):
    return page.locator(selector).evaluate("element => element.classList.contains('qw-is-here')")


def test_from_text_to_registration_in_fewer_than_ten_actions(carla, desk_page, live_server):
    ContactFactory(name="Uta Muster", phone="02324 204-5552")
    page = desk_page(carla)
    does = Actions(page)
    page.goto("/schreibtisch/")
    does.click("link", "Text übernehmen")
    page.locator("#id_text:focus").wait_for()
    assert faults(page) == []
    does.fill("#id_text", text_of_a_year_to_come())
    does.click("button", "Lesen und prüfen")
    page.locator("[data-review]").wait_for()
    assert faults(page) == []
    does.fill("#id_e0-start_time", "16:00")
    does.click("button", "Nachricht und Termin veröffentlichen")
    page.get_by_text("Veröffentlicht: Nachricht und Termin.").wait_for()
    assert faults(page) == []
    event = Event.objects.get()
    page.locator(f'a[href="{event.get_absolute_url()}"]').click()
    does.number += 1
    assert page.get_by_role("heading", level=1).inner_text() == "Nähcafé im Bürgerhaus"
    assert appears(page.get_by_text("16 bis 17 Uhr").first)
    assert appears(page.get_by_role("link", name="Jetzt anmelden"))
    assert does.number == 6
    assert does.number < 10


def test_words_and_fields_show_each_other(edda, desk_page):
    text = factories.announcement(text_of_a_year_to_come())
    page = desk_page(edda)
    page.goto(text.get_absolute_url())
    page.locator('a[href="#id_e0-start_day"]').first.click()
    assert page.evaluate("document.activeElement.id") == "id_e0-start_day"
    assert is_here(page, 'a[href="#id_e0-start_day"] >> nth=0')
    page.locator("#id_e0-street").focus()
    assert not is_here(page, 'a[href="#id_e0-start_day"] >> nth=0')
    page.locator("#id_e0-description").evaluate("element => element.closest('details').open = true")
    page.locator("#id_e0-description").focus()
    assert page.locator(".qw-is-near[data-fields~='id_e0-description']").count()


def test_the_button_says_what_is_chosen(edda, desk_page):
    text = factories.announcement(text_of_a_year_to_come())
    page = desk_page(edda)
    page.goto(text.get_absolute_url())
    page.get_by_label("keine Veranstaltung").first.check()
    assert appears(page.get_by_role("button", name="Nachricht veröffentlichen", exact=True))


def test_by_keyboard_only(edda, desk_page):
    page = desk_page(edda)
    page.goto(DESK)
    keys = Keys(page)
    page.keyboard.insert_text(text_of_a_year_to_come())
    while page.evaluate("document.activeElement.type") != "submit":
        keys.press("Tab")
    keys.press("Enter")
    page.locator("[data-review]").wait_for()
    page.wait_for_load_state()
    page.locator(".qw-word").first.focus()
    keys.press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_e0-title"
    keys.press("Control+a")
    page.keyboard.insert_text("Nähtreff")
    keys.press("Enter")  # a line ended with Enter sends nothing
    keys.press("Control+Enter")
    page.get_by_text("Veröffentlicht:").wait_for()
    assert Event.objects.get().title == "Nähtreff"


def test_the_shortcut_works_from_anywhere_but_another_form(edda, desk_page):
    text = factories.announcement(text_of_a_year_to_come())
    page = desk_page(edda)
    page.goto(text.get_absolute_url())
    page.locator("header input[type=search], header input[name=q]").first.focus()
    page.keyboard.press("Control+Enter")
    assert Announcement.objects.get().state == "waiting"
    page.goto(text.get_absolute_url())
    page.keyboard.press("Control+Enter")  # nothing has the focus
    page.get_by_text("Veröffentlicht:").wait_for()


def test_the_first_key_leads_to_the_form(edda, desk_page):
    page = desk_page(edda)
    page.goto(factories.announcement(text_of_a_year_to_come()).get_absolute_url())
    keys = Keys(page)
    keys.press("Tab")
    keys.press("Enter")
    keys.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#formular')")


TOUCH = """([first, second]) => { const [a, b] = [first, second].map((each) => document.querySelector(each).getBoundingClientRect());
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom; }"""


@pytest.mark.parametrize("height", [700, 768, 900])
def test_the_bar_with_the_button_covers_neither_words_nor_fields(edda, desk_page, height):
    page = desk_page(edda, width=1280, height=height)
    long = text_of_a_year_to_come() + "\n\nBringen Sie gern Stoffe und Garn mit." * 40
    page.goto(factories.announcement(long).get_absolute_url())
    for scrolled in (0, 60, 200, 600, 1200):
        page.evaluate(f"window.scrollTo(0, {scrolled})")
        page.evaluate("new Promise(requestAnimationFrame)")
        for other in (".qw-source__text", ".qw-parts"):
            assert not page.evaluate(TOUCH, [".qw-verdict", other])
        assert faults(page) == []
    bar = page.locator(".qw-verdict").bounding_box()
    assert bar["y"] + bar["height"] <= height  # there it stays in view


@pytest.mark.parametrize(
    "text", ["Nähcafé\n6.10.2030 9 Uhr Bürgerhaus", "Nähcafé\n6.10.2030\n9 Uhr\nBürgerhaus\n5 Euro"]
)
def test_words_that_stand_side_by_side_can_be_hit(edda, desk_page, text):
    page = desk_page(edda, width=360, height=740)
    page.goto(factories.announcement(text).get_absolute_url())
    page.locator("#text").scroll_into_view_if_needed()
    assert page.locator(".qw-word").count() > 2
    assert faults(page) == []


def test_in_a_row_fields_stand_on_one_line_whatever_is_said_above_them(edda, desk_page):
    page = desk_page(edda)
    page.goto(factories.announcement("Treffen im Bürgerhaus am 6. Oktober um drei").get_absolute_url())
    row = ["#id_e0-start_day", "#id_e0-start_time", "#id_e0-end_time"]
    assert page.locator("#id_e0-start_day_helptext .qw-doubt").count()
    assert len({page.locator(field).bounding_box()["y"] for field in row}) == 1
    place = [page.locator(f"#id_e0-{field}").bounding_box() for field in ("place_name", "street")]
    assert (place[0]["y"], place[0]["width"]) == (place[1]["y"], place[1]["width"])


def test_on_a_phone_one_event_is_open(edda, desk_page):
    dates = "\n".join(
        f"{day}.10.{local(2026, 1, 1, 0).year + 5}, 15 Uhr: Treffen {day}" for day in range(6, 9)
    )
    page = desk_page(edda, width=360, height=740)
    page.goto(factories.announcement(f"Treffen im Bürgerhaus\n{dates}").get_absolute_url())
    events = page.locator("[data-part=events]:not([data-blank])")
    assert events.count() > 1
    assert page.locator("[data-part][open]").count() == 1


def test_without_javascript_too_and_with_room_and_a_script_every_one(edda, desk_page):
    year = local(2026, 1, 1, 0).year + 5
    text = factories.announcement(f"6.10.{year}, 15 Uhr: Nähcafé\n7.10.{year}, 15 Uhr: Spieletreff")
    plain = desk_page(edda, javascript=False, width=360, height=740)
    plain.goto(text.get_absolute_url())
    assert plain.locator("[data-part][open]").count() == 1
    page = desk_page(edda)
    page.goto(text.get_absolute_url())
    assert (
        page.locator("[data-part]:not([data-blank])").count() == page.locator("[data-part][open]").count() > 1
    )


def test_without_javascript_on_a_phone(edda, desk_page):
    page = desk_page(edda, javascript=False, width=360, height=740)
    page.goto(DESK)
    page.locator("#id_text").fill(text_of_a_year_to_come().replace("Nähcafé im Bürgerhaus", LONG))
    page.get_by_role("button", name="Lesen und prüfen").click()
    page.locator(".qw-verdict").wait_for()
    page.wait_for_load_state()
    assert fits(page)
    page.locator("#inhalt").get_by_role("link", name="Zum Formular").click()
    page.locator("#id_e0-start_day_helptext a").click()
    assert "#wort-" in page.url
    page.locator("#id_e0-title").fill("Nähtreff")
    page.get_by_role("button", name="Nachricht und Termin veröffentlichen").click()
    assert appears(page.get_by_text("Veröffentlicht: Nachricht und Termin."))
    assert (Event.objects.get().title, NewsPage.objects.count()) == ("Nähtreff", 1)


def test_what_is_wrong_gets_the_focus(edda, desk_page):
    text = factories.announcement(text_of_a_year_to_come())
    page = desk_page(edda)
    page.goto(text.get_absolute_url())
    page.locator("#id_e0-title").fill("")
    page.keyboard.press("Control+Enter")
    page.locator(".qw-error-summary:focus").wait_for()
    assert faults(page) == []
    page.locator(".qw-error-summary").get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.id") == "id_e0-title"
    assert Announcement.objects.get().state == "waiting"


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_many_dates_long_words_and_doubts_fit(edda, desk_page, width, scheme):
    dates = "\n".join(f"{day}.10., 15 Uhr" for day in range(6, 18))
    text = factories.announcement(
        f"{LONG}\n\nDie Termine sind am\n{dates}\n\nTelefon 204-5552, E-Mail: muster(at)example.org"
    )
    page = desk_page(edda, width=width, colour_scheme=scheme)
    page.goto(text.get_absolute_url())
    page.locator("[data-part=events] > summary").nth(1).click()
    shot(page, f"review-{width}-{scheme}")
    assert fits(page)
    assert faults(page) == []


def test_of_a_series_the_button_follows_the_choice(edda, desk_page):
    start = event_factories.in_a_week().replace(minute=0, second=0, microsecond=0)
    training = event_factories.event(
        "Gedächtnistraining", starts_at=start, rule="FREQ=WEEKLY;COUNT=4", place_name="Haus"
    )
    day = f"{start + timedelta(days=7):%d.%m.%Y}"
    words = f"Das Gedächtnistraining am {day} fällt aus. Grund: Erkrankung der Leiterin."
    page = desk_page(edda)
    page.goto(factories.announcement(words).get_absolute_url())
    button = page.locator("[data-publish-button]")
    assert button.inner_text() == "Nachricht veröffentlichen und Termin absagen"
    assert page.locator("#id_e0-reason").input_value() == "Erkrankung der Leiterin"
    shot(page, "review-series-cancel")
    page.locator(f'[value="{training.pk}-ganz"]').check()
    assert button.inner_text() == "Nachricht veröffentlichen und ganze Reihe absagen"


def test_a_move_shows_the_old_and_the_new_and_leaves_the_place(edda, desk_page):
    year = local(2026, 1, 1, 0).year + 5
    event_factories.event(
        "Adventsfeier", starts_at=local(year, 12, 12, 15), place_name="Gaststätte „Zum Eck“"
    )
    words = f"Die Adventsfeier wird vom 12. auf den 13. Dezember {year}, 16 Uhr, wegen Sturm verlegt."
    page = desk_page(edda)
    page.goto(factories.announcement(words).get_absolute_url())
    assert (
        page.locator("[data-publish-button]").inner_text() == "Nachricht veröffentlichen und Termin verlegen"
    )
    assert not page.get_by_label("Auch der Ort ändert sich").first.is_checked()
    page.set_viewport_size({"width": 360, "height": 800})
    assert fits(page)
    shot(page, "review-move-360")
    page.set_viewport_size({"width": 1280, "height": 900})
    shot(page, "review-move")
