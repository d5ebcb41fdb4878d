"""Saying it as people do: on a phone, with a pin and a photo, by keyboard, without JavaScript, without a connection."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from quartierwerk.needs import factories
from quartierwerk.needs.enums import State
from quartierwerk.needs.models import Need, Photo
from quartierwerk.needs.say import looking_over
from quartierwerk.needs.suggesting import Similar, Suggestion
from quartierwerk.people.models import Person
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.testing.browser import appears, axe
from quartierwerk.topics.models import FieldOfAction

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FORM = "/handlungsbedarfe/melden/"
SQUARE = [[7.1, 51.3], [7.2, 51.3], [7.2, 51.4], [7.1, 51.4], [7.1, 51.3]]


@pytest.fixture(autouse=True)
def _files(site, settings, tmp_path, live_server):
    settings.BASE_URL = live_server.url
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        },
    }


@pytest.fixture
def quarter():
    return QuarterFactory(name="Winz-Baak", boundary={"type": "Polygon", "coordinates": [SQUARE]})


@pytest.fixture
def phone(open_page):
    return open_page(width=360, height=740, has_touch=True)


def photo(name="bank.jpg", size=(2600, 1900)):
    buffer = BytesIO()
    Image.effect_noise(size, 40).convert("RGB").save(buffer, "JPEG", quality=95)
    return {"name": name, "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


def onward(page):
    page.get_by_role("button", name="Weiter", exact=True).click()


def heading(page):
    """Of the step that is shown; it has the focus."""
    return page.evaluate("document.activeElement.textContent")


def said(page, title="Am Ruhrufer fehlt eine Bank"):
    page.goto(FORM)
    page.get_by_label("Worum geht es, in einem Satz?").fill(title)


def to_the_end(page):
    for _ in range(4):
        onward(page)


def sends(page):
    page.locator("[data-send]").click()
    page.wait_for_url("**/angekommen/**")


def kept(page):
    """What the device keeps, of both stores."""
    return page.evaluate("[...Object.values(localStorage), ...Object.values(sessionStorage)].join(' ')")


def test_ayla_reports_with_pin_and_photo_on_her_phone(phone, quarter, mailoutbox):
    said(phone)
    assert axe(phone) == []
    onward(phone)
    assert heading(phone) == "Wo ist es?"
    phone.locator(".qw-boundary").wait_for()
    phone.locator("[data-map]").click(position={"x": 160, "y": 170})
    phone.get_by_text("Das liegt im Quartier Winz-Baak.").wait_for()
    assert axe(phone) == []

    onward(phone)
    phone.get_by_label("Fotos auswählen").set_input_files([photo()])
    phone.get_by_label("Was ist zu sehen?").fill("Nur Wiese, keine Bank")
    assert axe(phone) == []

    onward(phone)
    phone.get_by_label("Ihr Name").fill("Ayla Muster")
    phone.get_by_label("E-Mail").fill("ayla@example.org")
    assert axe(phone) == []

    onward(phone)
    phone.get_by_text("Stelle auf der Karte").wait_for()
    assert axe(phone) == []
    sends(phone)

    need, picture = Need.objects.select_related("person", "quarter").get(), Photo.objects.get()
    assert (need.title, need.quarter, need.person.name) == (
        "Am Ruhrufer fehlt eine Bank",
        quarter,
        "Ayla Muster",
    )
    assert (need.is_outside, need.shown_name) == (False, "")
    assert (picture.alt, picture.width, picture.height) == ("Nur Wiese, keine Bank", 2048, 1497)
    assert appears(phone.get_by_text(f"Ihre Nummer: {need.reference}"))
    assert [mail.to for mail in mailoutbox] == [["ayla@example.org"]]
    assert (phone.context.cookies(), kept(phone), axe(phone)) == ([], "", [])


def test_without_javascript_it_is_one_long_page_and_what_is_pointed_out_comes_once(open_page):
    page = open_page(width=360, javascript=False)
    said(page, "Wagen EN-AB 123 parkt im Weg")
    page.get_by_label("Adresse oder Name des Ortes").fill("hinter der alten Linde")
    page.get_by_label("Fotos auswählen").set_input_files([photo(size=(60, 40))])
    page.get_by_label("E-Mail").fill("ayla@example")
    page.get_by_role("button", name="Abschicken").click()
    assert appears(page.get_by_role("heading", name="Bitte prüfen Sie Ihre Angaben"))

    page.get_by_label("E-Mail").fill("ayla@example.org")
    page.get_by_label("Was ist zu sehen?").fill("Der Wagen")
    page.get_by_role("button", name="Abschicken").click()
    assert page.locator("mark").inner_text() == "EN-AB 123"
    assert not Need.objects.exists()

    page.get_by_role("button", name="Trotzdem abschicken").last.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Danke, Ihr Beitrag ist angekommen"
    assert (Need.objects.get().place_name, Photo.objects.get().alt) == ("hinter der alten Linde", "Der Wagen")
    assert page.context.cookies() == []


@pytest.fixture
def bench(monkeypatch):
    need = factories.public_need("Mehr Bänke an der Ruhr")
    monkeypatch.setattr(looking_over, "similar_to", lambda *_words, **_where: [Similar(need, ["„Bank“"])])
    return need


@pytest.mark.parametrize("javascript", [True, False])
def test_a_duplicate_is_avoided(open_page, bench, javascript):
    page = open_page(width=360, javascript=javascript)
    said(page)
    if not javascript:
        page.get_by_role("button", name="Abschicken").click()
    button = page.get_by_role("button", name=re.compile("Betrifft mich auch.*Mehr Bänke"))
    button.wait_for()
    if javascript:
        assert axe(page) == []
    with page.expect_request("**/betrifft-mich/**") as asked:
        button.click()
    assert asked.value.url.endswith(f"/betrifft-mich/{bench.reference}/")
    assert "Ruhrufer" not in (asked.value.post_data or "")
    assert Need.objects.count() == 1


def test_a_field_of_action_is_suggested_and_changed_by_hand_it_stays(page, monkeypatch):
    housing = FieldOfAction.objects.create(name="Wohnraum", slug="wohnraum")
    FieldOfAction.objects.create(name="Anderes", slug="anderes")
    monkeypatch.setattr(looking_over, "fields_for", lambda *_words: [Suggestion(housing, ["Miete"])])
    said(page, "Die Miete ist zu hoch")
    page.get_by_role("status").get_by_text("Unser Vorschlag: Wohnraum, wegen „Miete“.").wait_for()
    field = page.get_by_label("Handlungsfeld")
    assert field.input_value() == str(housing.pk)

    field.select_option(label="Anderes")
    with page.expect_response("**/aehnlich/"):
        page.get_by_label("Möchten Sie mehr dazu schreiben?").fill("Viel zu hoch.")
    to_the_end(page)
    sends(page)
    assert Need.objects.get().field.name == "Anderes"


def test_with_the_keyboard_alone_the_pin_is_set_and_moved(page, quarter):
    said(page)
    page.keyboard.press("Enter")  # in a field: the next step, nothing is sent
    assert heading(page) == "Wo ist es?"
    page.locator(".qw-boundary").wait_for()
    page.get_by_role("button", name="Pin in die Mitte").press("Enter")
    latitude = float(page.locator("[name=latitude]").input_value())
    pin = page.get_by_role("button", name="Pin: hier ist es")
    pin.press("ArrowUp")
    assert float(page.locator("[name=latitude]").input_value()) > latitude
    page.get_by_role("button", name="Pin entfernen").press("Enter")
    assert page.locator("[name=latitude]").input_value() == ""
    assert heading(page) == "Pin in die Mitte"

    page.get_by_role("combobox", name="Quartier").select_option(label="Winz-Baak")
    for _ in range(3):
        page.get_by_role("button", name="Weiter", exact=True).press("Enter")
    page.locator("[data-send]").press("Enter")
    page.wait_for_url("**/angekommen/**")
    assert Need.objects.get().quarter == quarter


def test_back_leads_to_the_step_before_and_keeps_what_was_typed(phone):
    said(phone)
    onward(phone)
    onward(phone)
    assert heading(phone) == "Fotos"
    phone.go_back()
    expect(phone.get_by_role("heading", name="Wo ist es?")).to_be_focused()
    phone.get_by_role("button", name="Zurück").click()
    assert heading(phone) == "Was möchten Sie sagen?"
    assert phone.get_by_label("Worum geht es").input_value() == "Am Ruhrufer fehlt eine Bank"


def test_without_a_sentence_the_first_step_says_so_at_the_field(phone):
    phone.goto(FORM)
    onward(phone)
    title = phone.get_by_label("Worum geht es")
    assert title.evaluate("field => field === document.activeElement")
    assert appears(phone.get_by_text("Bitte sagen Sie in einem Satz, worum es geht."))
    assert axe(phone) == []


def test_what_was_missing_is_no_longer_wrong_as_soon_as_it_is_there(phone):
    phone.goto(FORM)
    onward(phone)
    title = phone.get_by_label("Worum geht es")
    title.fill("Am Ruhrufer fehlt eine Bank")
    expect(phone.get_by_text("Bitte sagen Sie in einem Satz, worum es geht.")).to_have_count(0)
    assert (title.get_attribute("aria-invalid"), axe(phone)) == (None, [])


def test_a_photo_that_is_none_is_told_and_the_next_one_does_not_hide_it(phone):
    said(phone)
    for _ in range(2):
        onward(phone)
    bill = {"name": "rechnung.jpg", "mimeType": "image/jpeg", "buffer": b"%PDF-1.7"}
    phone.get_by_label("Fotos auswählen").set_input_files([bill, photo(size=(60, 40))])
    phone.get_by_label("Was ist zu sehen?").wait_for()
    told = phone.get_by_role("alert")
    assert told.inner_text().startswith("„rechnung.jpg“: Diese Datei ist kein Bild")
    assert axe(phone) == []
    phone.get_by_label("Fotos auswählen").set_input_files([photo("zwei.jpg", size=(60, 40))])
    expect(phone.get_by_label("Was ist zu sehen?")).to_have_count(2)
    expect(told).to_be_hidden()


def test_what_is_not_clear_about_a_place_stands_where_it_was_said(phone, quarter):
    said(phone)
    onward(phone)
    phone.get_by_label("Adresse oder Name des Ortes").fill("Nirgendwo")
    phone.get_by_label("Adresse oder Name des Ortes").press("Tab")
    phone.locator("[data-whereabouts=words]").get_by_text("„Nirgendwo“ kennen wir leider nicht.").wait_for()
    phone.locator(".qw-boundary").wait_for()
    phone.locator("[data-map]").click(position={"x": 160, "y": 170})
    phone.locator("[data-whereabouts=pin]").get_by_text("Das liegt im Quartier Winz-Baak.").wait_for()
    expect(phone.locator("[data-whereabouts=words]")).to_be_empty()


def test_the_last_look_marks_private_details_and_leads_to_what_is_wrong(phone):
    said(phone, "Rufen Sie 0171 1234567 an")
    for _ in range(3):
        onward(phone)
    phone.get_by_label("E-Mail").fill("ayla")
    onward(phone)
    phone.get_by_role("link", name=re.compile("Diese E-Mail-Adresse stimmt nicht")).click()
    email = phone.get_by_label("E-Mail")
    assert email.evaluate("field => field === document.activeElement")
    email.fill("ayla@example.org")
    onward(phone)
    phone.locator("mark").wait_for()
    assert phone.locator("mark").inner_text() == "0171 1234567"
    assert axe(phone) == []
    sends(phone)
    assert Need.objects.count() == 1


def test_nothing_is_kept_before_somebody_typed_and_a_draft_comes_back(phone):
    phone.goto(FORM)
    assert (kept(phone), phone.locator("[data-draft]").is_visible()) == ("", False)
    said(phone)
    phone.get_by_text("bleibt auf diesem Gerät").wait_for()
    for _ in range(3):
        onward(phone)
    phone.get_by_label("Ihr Name").fill("Ayla Muster")
    assert "Ayla" not in phone.evaluate("Object.values(localStorage).join()")

    phone.reload()
    assert appears(phone.get_by_text("Wir haben wieder eingetragen"))
    assert phone.get_by_label("Worum geht es").input_value() == "Am Ruhrufer fehlt eine Bank"
    assert phone.locator("[name=name]").input_value() == "Ayla Muster"

    phone.get_by_role("button", name="Entwurf löschen").click()
    expect(phone.get_by_label("Worum geht es")).to_have_value("")
    assert kept(phone) == ""


def test_what_cannot_be_sent_waits_for_the_connection_and_is_kept_once(phone):
    said(phone)
    for _ in range(2):
        onward(phone)
    phone.context.set_offline(True)
    phone.get_by_label("Fotos auswählen").set_input_files([photo()])
    phone.get_by_text("Das Foto wird hochgeladen, sobald die Verbindung wieder da ist.").wait_for()
    onward(phone)
    phone.get_by_label("Ihr Name").fill("Ayla Muster")
    onward(phone)
    phone.get_by_text("Ohne Verbindung können wir Ihren Beitrag gerade nicht zeigen.").wait_for()
    phone.locator("[data-send]").click()
    phone.get_by_text("Ihr Beitrag ist auf diesem Gerät gesichert.").wait_for()
    assert not Need.objects.exists()

    phone.context.set_offline(False)
    phone.wait_for_url("**/angekommen/**")
    assert (Need.objects.count(), Photo.objects.count(), Person.objects.count()) == (1, 1, 1)
    assert kept(phone) == ""


def test_an_answer_that_got_lost_does_not_make_a_second_need(phone):
    """The server kept it, the phone did not hear so: it sends the same again."""
    said(phone)
    to_the_end(phone)
    lost = []

    def lose(route):
        if not lost:
            lost.append(route.fetch(max_redirects=0).status)
            route.abort()
        else:
            route.continue_()

    phone.route("**/melden/?senden", lose)
    phone.locator("[data-send]").click()
    phone.get_by_text("Ihr Beitrag ist auf diesem Gerät gesichert.").wait_for()
    assert (lost, Need.objects.count()) == ([303], 1)
    phone.locator("[data-send]").click()
    phone.wait_for_url("**/angekommen/**")
    assert Need.objects.count() == 1


def test_their_own_page_takes_it_back_without_javascript(open_page):
    need = factories.public_need()
    page = open_page(width=360, javascript=False)
    page.goto(need.own_path)
    page.get_by_role("link", name="Beitrag zurückziehen").click()
    page.get_by_role("button", name="Ja, zurückziehen").click()
    assert appears(page.get_by_text("Sie haben den Beitrag zurückgezogen."))
    need.refresh_from_db()
    assert need.state == State.WITHDRAWN


def test_their_own_page_is_readable_for_all(page, carla):
    from quartierwerk.needs import actions

    need = actions.move_on(
        need=factories.public_need(text="Seit Wochen."), state=State.DONE, reason="Repariert.", by=carla
    )
    page.goto(need.own_path)
    assert axe(page) == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_whole_page_fits_a_small_screen_in_every_light(open_page, colours):
    page = open_page(width=320, colour_scheme=colours, javascript=False)
    page.goto(FORM)
    other = open_page(width=320, colour_scheme=colours)
    other.goto(FORM)
    assert axe(other) == []
    assert other.evaluate("document.documentElement.scrollWidth") <= 320


def test_similar_needs_stand_below_the_title_and_are_announced_without_taking_the_focus(phone, bench):
    said(phone)
    phone.get_by_role("status").get_by_text("Das hat vielleicht schon jemand gesagt.").wait_for()
    title, text = phone.get_by_label("Worum geht es"), phone.get_by_label("Möchten Sie mehr dazu schreiben?")
    tops = [each.bounding_box()["y"] for each in (title, phone.locator("[data-hints] section"), text)]
    assert tops == sorted(tops)
    expect(title).to_be_focused()


def test_what_is_too_long_is_told_at_once_and_stays(phone):
    said(phone, "a" * 121)
    text = phone.get_by_label("Möchten Sie mehr dazu schreiben?")
    text.fill("b" * 4001)
    onward(phone)
    expect(phone.get_by_text("Der Titel ist zu lang. Bitte kürzen Sie ihn auf 120 Zeichen.")).to_be_visible()
    expect(phone.get_by_text("Der Text ist zu lang. Bitte kürzen Sie ihn auf 4000 Zeichen.")).to_be_visible()
    title = phone.get_by_label("Worum geht es")
    expect(title).to_be_focused()
    assert (len(title.input_value()), len(text.input_value()), axe(phone)) == (121, 4001, [])

    title.fill("Am Ruhrufer fehlt eine Bank")
    text.fill("b" * 4000)
    expect(phone.locator("#schritt-was .kern-error")).to_have_count(0)
    onward(phone)
    assert heading(phone) == "Wo ist es?"


@pytest.mark.usefixtures("quarter")
def test_a_refused_location_is_told_below_its_button(phone):
    said(phone)
    onward(phone)
    phone.locator(".qw-boundary").wait_for()
    button = phone.get_by_role("button", name="Wo ich bin")
    button.click()
    told = phone.locator("[data-whereabouts=pin]").get_by_text("Ihr Standort ist nicht zu bekommen.")
    expect(told).to_be_in_viewport()
    assert 0 < told.bounding_box()["y"] - button.bounding_box()["y"] < 200
    expect(phone.locator("[data-whereabouts=words]")).to_be_empty()


def test_a_field_that_was_only_suggested_is_marked_at_the_last_look(page, monkeypatch):
    housing = FieldOfAction.objects.create(name="Wohnraum", slug="wohnraum")
    monkeypatch.setattr(looking_over, "fields_for", lambda *_words: [Suggestion(housing, ["Miete"])])
    said(page, "Die Miete ist zu hoch")
    page.get_by_role("status").get_by_text("Unser Vorschlag: Wohnraum").wait_for()
    to_the_end(page)
    expect(page.get_by_text("Wohnraum (Vorschlag, änderbar)")).to_be_visible()
