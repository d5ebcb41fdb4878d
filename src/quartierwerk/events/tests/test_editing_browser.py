"""An editor's event in the browser: write, publish, see the next dates; also on a phone."""

import pytest
from django.conf import settings as django_settings
from django.test import Client

from quartierwerk.events.models import Event
from quartierwerk.people.roles import ensure_groups
from quartierwerk.places.factories import VenueFactory
from quartierwerk.testing.browser import appears

ADD = "/verwaltung/veranstaltungen/add/"


@pytest.fixture
def desk(live_server, open_page, site, edda, settings):
    """Opens the editor's browser, past the second factor."""
    settings.STAFF_SECOND_FACTOR = False
    ensure_groups()
    client = Client()
    client.force_login(edda, backend="django.contrib.auth.backends.ModelBackend")
    name = django_settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}

    def open_desk(**options):
        page = open_page(**options)
        page.context.add_cookies([cookie])
        return page

    return open_desk


def write(page) -> None:
    page.goto(ADD)
    page.locator("#id_title").fill("Café am Fluss")
    page.locator("#id_summary").fill("Kaffee für alle.")
    page.get_by_role("tab", name="Wann und wo").click()
    page.locator("#id_start_day").fill("7.1.2027")
    page.locator("#id_start_time").fill("15:00")
    page.locator("#id_venue").select_option(label="Holschentor")
    page.locator("#id_repeats").select_option("weekly")
    page.locator("#id_every").fill("2")
    page.locator("#id_count").fill("3")
    page.keyboard.press("Escape")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_series_is_written_and_published_with_the_second_button(desk, time_machine):
    time_machine.move_to("2026-11-02 10:00")
    VenueFactory(name="Holschentor")
    page = desk()
    write(page)
    page.locator("footer .w-dropdown__toggle").click()
    page.get_by_role("button", name="Speichern und veröffentlichen").click()
    told = page.locator(".messages .success").first.inner_text()

    assert "„Café am Fluss“ ist gespeichert und veröffentlicht." in told
    assert (
        "Donnerstag, 7. Januar 2027, 15 Uhr; Donnerstag, 21. Januar 2027, 15 Uhr; Donnerstag, 4. Februar 2027, 15 Uhr."
        in told
    )
    event = Event.objects.get()
    assert (event.stage, event.rule, event.slug) == (
        "published",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=3",
        "cafe-am-fluss",
    )


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_on_a_phone_the_form_fits_and_a_mistake_is_shown_in_its_tab(desk, time_machine):
    time_machine.move_to("2026-11-02 10:00")
    VenueFactory(name="Holschentor")
    page = desk(width=360, height=800)
    write(page)
    page.locator("#id_end_time").fill("14:00")
    page.keyboard.press("Escape")
    page.locator("button.action-save, footer button[type=submit]").first.click()
    page.get_by_role("tab", name="Wann und wo").click()
    assert "Das Ende liegt vor dem Beginn." in page.locator("[role=tabpanel]:visible").first.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not Event.objects.exists()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_picker_never_puts_the_present_hour_in_place_of_what_was_typed(desk, time_machine):
    time_machine.move_to("2026-11-02 10:00")
    VenueFactory(name="Holschentor")
    page = desk()
    write(page)
    for field, typed in (("start_day", "7. Januar"), ("start_time", "halb vier"), ("end_time", "17 Uhr")):
        page.locator(f"#id_{field}").fill(typed)
        page.keyboard.press("Tab")
        assert page.locator(f"#id_{field}").input_value() == typed
    page.keyboard.press("Escape")
    page.locator("footer button[type=submit]").first.click()
    page.get_by_role("tab", name="Wann und wo").click()
    assert appears(page.get_by_text("Bitte schreiben Sie den Tag so: 8.10.2026."))
    assert page.get_by_text("Bitte schreiben Sie die Uhrzeit so: 16:00.").count() == 1


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_what_was_not_saved_opens_at_the_tab_with_the_first_error(desk):
    page = desk()
    page.goto(ADD)
    page.locator("#id_title").fill("Café am Fluss")
    page.locator("#id_summary").fill("Kaffee für alle.")
    page.locator("footer [type=submit]").first.click()
    page.locator(".messages li.error:focus").wait_for()

    assert page.get_by_role("tab", selected=True).inner_text().startswith("Wann und wo")
    assert appears(page.locator("#id_start_day"))
