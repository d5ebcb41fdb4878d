"""The entrance in the browser: by code, by camera, without a network, without JavaScript, by keyboard."""

import re
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import segno
from django.conf import settings as django_settings
from django.test import Client

from quartierwerk.core import clock
from quartierwerk.events import actions, factories
from quartierwerk.events.models import Attendance
from quartierwerk.people.factories import PersonFactory
from quartierwerk.testing.browser import FLAGS, PATIENCE, appears, axe, becomes, chromium

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def conference():
    return factories.event("Konferenz", starts_at=clock.now(), capacity=50)


@pytest.fixture
def today(conference):
    return conference.occurrences.get()


@pytest.fixture
def place(conference):
    return factories.registration(conference, person=PersonFactory(name="Erna Beispiel"), size=2)


@pytest.fixture
def signed_in(live_server, site, carla, settings):
    """The session cookie of a manager who is past the second factor."""
    settings.STAFF_SECOND_FACTOR = False
    client = Client()
    client.force_login(carla, backend="django.contrib.auth.backends.ModelBackend")
    name = django_settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": live_server.url}


@pytest.fixture
def at_the_door(open_page, signed_in):
    """Opens devices on which Carla is signed in."""

    def opened(**options):
        page = open_page(**{"width": 360, "height": 800, **options})
        page.context.add_cookies([signed_in])
        return page

    return opened


def door(event, name=""):
    return f"/schreibtisch/termine/{event.pk}/einlass/{name}"


def status(page):
    return page.locator("[data-status]")


def waits_for(page, words, part="status"):
    page.locator(f"[data-{part}]", has_text=words).wait_for()


KEPT = """async () => {
  const names = (await (await caches.open('qw-einlass')).keys()).map(({ url }) => url);
  return Boolean(navigator.serviceWorker.controller)
    && ['/kamera/', 'events/door', 'core/app'].every((part) => names.some((name) => name.includes(part)));
}"""


def opens_camera_page(page, event):
    """With the list loaded and the worker at work, so that it can be opened again without a network."""
    page.goto(door(event, "kamera/"))
    waits_for(page, "Verbunden. Alles ist übertragen.")
    assert becomes(page, f"({KEPT})()")


def finds(page, words, name):
    page.get_by_label("Name oder Anmeldenummer").fill(words)
    page.get_by_role("button", name=name).click()


def came():
    return sorted(Attendance.objects.values_list("registration__code", "people"))


# ---------------------------------------------------------------------------------------------------------------- by code
def test_a_code_is_checked_in_and_told_the_second_time(at_the_door, conference, place):
    page = at_the_door()
    page.goto(f"/einlass/{place.code}/")
    assert urlsplit(page.url).path == door(conference, f"{place.code}/")
    page.get_by_role("button", name="Alle 2 einlassen").click()
    page.get_by_text("Eingelassen um").wait_for()

    page.goto(f"/einlass/{place.code}/")

    assert re.search(r"Schon eingelassen um \d\d:\d\d von Carla\.", page.locator("main").inner_text())
    assert came() == [(place.code, 2)]


def test_without_javascript_the_entrance_works_all_the_same(at_the_door, conference, place):
    page = at_the_door(javascript=False)
    page.goto(door(conference))
    page.get_by_label("Name oder Anmeldenummer").fill("beisp")
    page.get_by_role("button", name="Suchen").last.click()
    page.get_by_role("button", name="Einlassen Beispiel, Erna").click()
    page.get_by_text("Eingelassen um").wait_for()
    for step in (
        page.get_by_role("link", name="Beispiel, Erna").first,
        page.get_by_role("button", name="Einlass zurücknehmen"),
        page.get_by_role("button", name="Nur 1"),
        page.get_by_role("link", name="Ohne Anmeldung"),
        page.get_by_role("button", name="Aufnehmen und einlassen"),
    ):
        with page.expect_navigation():  # a second click would cancel the form that is on its way
            step.click()
    page.get_by_text("Aufgenommen und eingelassen.").wait_for()
    assert Attendance.objects.count() == 2
    page.goto(door(conference, "kamera/"))
    assert appears(page.get_by_role("link", name="Zur Liste mit Suche"))


def test_the_keyboard_alone_lets_in(at_the_door, conference, place):
    page = at_the_door(width=1280)
    page.goto(door(conference))
    assert page.evaluate("document.activeElement.id") == "wer"
    page.keyboard.type("erna")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=erna**")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "code":
            break
    page.keyboard.press("Enter")
    page.get_by_text("Eingelassen um").wait_for()
    assert came() == [(place.code, 2)]


# ---------------------------------------------------------------------------------------------------------------- offline
def test_offline_admissions_wait_survive_a_reload_and_are_sent(at_the_door, conference, today, place, mona):
    other = factories.registration(conference, person=PersonFactory(name="Uwe Nachbar"))
    page = at_the_door()
    opens_camera_page(page, conference)

    page.context.set_offline(True)
    finds(page, "erna", "Beispiel, Erna")
    page.get_by_role("button", name="Nur 1").click()
    waits_for(page, "Offline, 1 wartet auf Übertragung.")
    page.reload()
    waits_for(page, "Offline, 1 wartet auf Übertragung.")
    finds(page, "uwe", "Nachbar, Uwe")
    page.get_by_role("button", name="Einlassen").click()
    waits_for(page, "Offline, 2 warten auf Übertragung.")
    finds(page, "erna", "Beispiel, Erna")
    assert "Schon eingelassen um" in page.locator("[data-panel]").inner_text()
    assert came() == []
    actions.admit(registration=other, occurrence=today, by=mona)  # meanwhile, at the other door
    page.context.set_offline(False)
    waits_for(page, "Verbunden. Alles ist übertragen.")

    assert came() == sorted([(place.code, 1), (other.code, 1)])
    told = page.locator("[data-conflicts]").inner_text()
    assert re.fullmatch(r"Nachbar, Uwe: Schon eingelassen um \d\d:\d\d von Mona\.", told)


def test_a_session_that_ended_keeps_the_queue_and_says_so(at_the_door, signed_in, conference, place):
    page = at_the_door()
    opens_camera_page(page, conference)
    page.context.clear_cookies()

    finds(page, "erna", "Beispiel, Erna")
    page.get_by_role("button", name="Alle 2 einlassen").click()
    waits_for(page, "Sie sind nicht mehr angemeldet.")
    assert appears(page.get_by_role("link", name="Neu anmelden"))
    assert came() == []
    page.context.add_cookies([signed_in])
    page.reload()
    waits_for(page, "Verbunden. Alles ist übertragen.")

    assert came() == [(place.code, 2)]


def test_the_names_leave_the_device_by_button_and_at_signing_out(at_the_door, conference, place):
    page = at_the_door()
    opens_camera_page(page, conference)
    kept = "Object.values(localStorage).filter((value) => value.includes('Beispiel')).length"
    assert becomes(page, f"{kept} === 1")
    page.get_by_role("button", name="Liste von diesem Gerät löschen").click()
    assert appears(page.locator("[data-kept]").get_by_text("Die Liste ist von diesem Gerät gelöscht."))
    assert page.evaluate(kept) == 0

    opens_camera_page(page, conference)
    page.goto("/konto/abmelden/")
    assert becomes(page, f"{kept} === 1")
    page.get_by_role("button", name="Jetzt abmelden").click()
    page.wait_for_url(lambda url: "abmelden" not in url)
    assert becomes(page, f"{kept} === 0")


def test_the_names_leave_the_device_after_the_event(at_the_door, conference, place):
    page = at_the_door()
    opens_camera_page(page, conference)
    page.goto("/konto/")  # the door's own page may keep its list anew at any time
    assert page.evaluate("Object.keys(localStorage)") != []
    page.evaluate(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('qw-einlass-liste:'))"
        " localStorage[key] = JSON.stringify({...JSON.parse(localStorage[key]), until: Date.now() - 1})"
    )
    page.reload()
    assert becomes(page, "Object.keys(localStorage).length === 0")


def test_a_large_party_is_counted_in_a_field_on_the_device(at_the_door, conference):
    school = factories.registration(conference, person=PersonFactory(name="Klasse Vier"), size=24)
    page = at_the_door()
    page.goto(door(conference, "kamera/"))
    waits_for(page, "Verbunden. Alles ist übertragen.")
    finds(page, "vier", "Vier, Klasse")
    page.get_by_label("24 Personen").fill("22")
    page.get_by_role("button", name="Einlassen").click()
    waits_for(page, "Eingelassen", "panel")
    waits_for(page, "Verbunden. Alles ist übertragen.")
    assert came() == [(school.code, 22)]


# ----------------------------------------------------------------------------------------------------------------- camera
@pytest.fixture
def filmed(running_chromium, live_server, signed_in, tmp_path):
    """Opens a device whose camera sees the QR code of `text`; without `allowed` nobody permits the camera."""
    browsers = []

    def opened(text, *, allowed=True):
        film = tmp_path / "film.y4m"
        film.write_bytes(y4m(text))
        flags = ["--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={film}"]
        own = running_chromium.browser_type.launch(executable_path=chromium(), args=[*FLAGS, *flags])
        browsers.append(own)
        context = own.new_context(
            base_url=live_server.url,
            locale="de-DE",
            permissions=["camera"] if allowed else [],
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        context.add_cookies([signed_in])
        return context.new_page()

    yield opened
    for each in browsers:
        each.close()


def y4m(text, width=640, height=480) -> bytes:
    """Two frames of film that show a QR code in the middle, black on white."""
    rows = list(segno.make(text, error="m").matrix_iter(scale=8, border=4))
    left, top = (width - len(rows[0])) // 2, (height - len(rows)) // 2
    light = bytearray(b"\xeb" * (width * height))
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                light[(top + y) * width + left + x] = 16
    frame = b"FRAME\n" + bytes(light) + b"\x80" * (width * height // 2)
    return f"YUV4MPEG2 W{width} H{height} F10:1 Ip A1:1 C420jpeg\n".encode() + frame * 2


def test_the_camera_reads_the_code_of_a_confirmation(filmed, live_server, conference, place):
    page = filmed(f"{live_server.url}/einlass/{place.code}/")
    page.goto(door(conference, "kamera/"))
    waits_for(page, "Verbunden. Alles ist übertragen.")
    page.get_by_role("button", name="Kamera einschalten").click()
    page.get_by_role("heading", name="Beispiel, Erna").wait_for()
    page.get_by_role("button", name="Alle 2 einlassen").click()
    waits_for(page, "Eingelassen", "panel")
    waits_for(page, "Verbunden. Alles ist übertragen.")

    assert came() == [(place.code, 2)]


def test_a_camera_nobody_permits_says_so_and_offers_the_search(filmed, conference, place):
    page = filmed("egal", allowed=False)
    page.goto(door(conference, "kamera/"))
    page.get_by_role("button", name="Kamera einschalten").click()
    page.get_by_text("Die Kamera ist nicht freigegeben.").wait_for()
    assert page.evaluate("document.activeElement.id") == "wer"


def test_a_device_without_a_camera_says_so(at_the_door, conference, place):
    page = at_the_door()
    page.goto(door(conference, "kamera/"))
    page.get_by_role("button", name="Kamera einschalten").click()
    page.get_by_text("Hier ist keine Kamera.").wait_for()
    assert page.evaluate("document.activeElement.id") == "wer"
    assert appears(page.get_by_role("button", name="Kamera einschalten"))
    assert not page.get_by_label("Bild der Kamera").is_visible()


# ------------------------------------------------------------------------------------------------------------ for everybody
@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), list(product((320, 1280), ("light", "dark"))))
def test_axe_finds_nothing_at_the_entrance(at_the_door, open_page, conference, today, place, width, scheme):
    longest = "Prof. Dr. Maximilian Freiherr zu Schwarzenberg-Donaudampfschifffahrtsgesellschaft"
    actions.admit(
        registration=factories.registration(conference, person=PersonFactory(name=longest)), occurrence=today
    )
    factories.registration(conference, size=50)
    page = at_the_door(width=width, colour_scheme=scheme)
    found = []
    for name in (
        "",
        "?q=erna",
        "?q=xyz",
        f"{place.code}/",
        "99999999/",
        "ohne-anmeldung/",
        "nicht-gekommen/",
        "kamera/",
    ):
        page.goto(door(conference, name))
        if name == "kamera/":
            finds(page, "erna", "Beispiel, Erna")
        found += [f"{name} {line}" for line in axe(page)]
        assert (name, page.evaluate("document.documentElement.scrollWidth") <= width) == (name, True)
    visitor = open_page(width=width, colour_scheme=scheme)
    visitor.goto(f"/einlass/{place.code}/")
    assert found + axe(visitor) == []


def test_the_scripts_keep_their_budget():
    import brotli

    folder = Path(__file__).parents[1] / "static" / "events"
    sizes = {
        name: len(brotli.compress((folder / name).read_bytes())) for name in ("door.js", "door-worker.js")
    }
    assert sizes["door.js"] < 33_000
    assert sizes["door-worker.js"] < 1_000
