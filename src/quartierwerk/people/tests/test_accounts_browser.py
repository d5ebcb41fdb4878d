"""Signing in as people do it: with a browser, a mailbox, a phone, and sometimes without JavaScript."""

import re
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal import auth as totp

from quartierwerk.people.models import Role, User
from quartierwerk.testing.browser import appears, axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def code_in(mailoutbox):
    return re.search(r"^(\d{6})$", mailoutbox[-1].body, re.MULTILINE)[1]


def signs_in(page, mailoutbox, email):
    page.goto("/konto/anmelden/")
    page.get_by_label("E-Mail-Adresse").fill(email)
    page.get_by_role("button", name="Weiter").click()
    page.get_by_label("Code").fill(code_in(mailoutbox))
    page.get_by_role("button", name="Anmelden").click()


def path_of(page):
    return urlsplit(page.url).path


@pytest.mark.parametrize("javascript", [True, False])
def test_ayla_signs_in_by_code_with_and_without_javascript(site, ayla, open_page, mailoutbox, javascript):
    page = open_page(javascript=javascript)
    page.goto("/konto/anmelden/")
    assert page.context.cookies() == []
    signs_in(page, mailoutbox, ayla.email)
    page.wait_for_url("**/konto/")
    assert page.get_by_role("heading", level=1).inner_text() == "Mein Konto"


def test_ayla_signs_in_by_keyboard_alone(site, ayla, page, mailoutbox):
    page.goto("/konto/anmelden/")
    page.get_by_label("E-Mail-Adresse").focus()
    page.keyboard.type(ayla.email)
    page.keyboard.press("Enter")
    page.wait_for_url("**/konto/anmelden/code/")
    page.get_by_label("Code").focus()
    page.keyboard.type(code_in(mailoutbox))
    page.keyboard.press("Enter")
    page.wait_for_url("**/konto/")
    assert page.get_by_role("heading", level=1).inner_text() == "Mein Konto"
    assert appears(page.get_by_text(ayla.email).first)


def test_somebody_new_signs_up(site, page, mailoutbox):
    page.goto("/konto/anmelden/")
    page.get_by_role("link", name="Konto anlegen").click()
    page.get_by_label("E-Mail-Adresse").fill("neu@example.org")
    page.get_by_role("button", name="Konto anlegen").click()
    page.get_by_label("Code").fill(code_in(mailoutbox))
    page.get_by_role("button", name="Bestätigen").click()
    page.wait_for_url("**/konto/")
    assert User.objects.get(email="neu@example.org").role_names == {Role.RESIDENT}


def test_carla_sets_up_her_app_and_reaches_the_editors_tools(site, carla, page, mailoutbox):
    signs_in(page, mailoutbox, carla.email)
    page.wait_for_url("**/konto/")
    page.goto("/verwaltung/")
    assert path_of(page) == "/konto/zweiter-faktor/"
    page.get_by_role("link", name="App einrichten").click()
    picture = page.get_by_alt_text("QR-Code zum Einrichten der App")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    secret = page.locator("#totp-secret").inner_text()
    counter = next(totp.yield_hotp_counters_from_time())
    page.get_by_label("Code aus der App").fill(totp.format_hotp_value(totp.hotp_value(secret, counter)))
    page.get_by_role("button", name="App einschalten").click()
    page.get_by_role("link", name="Weiter zur Verwaltung").click()
    page.wait_for_url("**/verwaltung/")
    assert page.get_by_role("heading", level=1).count() == 1


def test_a_passkey_is_added_and_signs_in_without_a_code(site, edda, page, mailoutbox, settings):
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # loopback has no https
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    signs_in(page, mailoutbox, edda.email)
    page.wait_for_url("**/konto/")
    page.goto("/konto/schluessel/neu/")
    page.get_by_label("Name des Schlüssels").fill("Mein Handy")
    page.get_by_role("button", name="Weiter zum Gerät").click()
    page.wait_for_url("**/konto/zweiter-faktor/ersatzcodes/")
    page.goto("/konto/")
    page.get_by_role("button", name="Abmelden").click()
    page.wait_for_url("**/")
    page.context.clear_cookies()
    page.goto("/konto/anmelden/?next=/verwaltung/")
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    page.wait_for_url(re.compile(r"\d/verwaltung/$"))
    page.goto("/konto/schluessel/")
    assert page.locator("main strong").all_inner_texts() == ["Mein Handy"]


@pytest.mark.slow
@pytest.mark.parametrize(("width", "colours"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_the_pages_about_accounts(site, carla, open_page, mailoutbox, width, colours):
    page = open_page(width=width, colour_scheme=colours)
    found = {}

    def look(url):
        page.goto(url)
        found[url] = axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), url

    for url in ("anmelden/", "registrieren/", "passwort/vergessen/"):
        look(f"/konto/{url}")
    page.goto("/konto/anmelden/")
    page.get_by_role("button", name="Weiter").click()
    found["an error"] = axe(page)
    page.get_by_label("E-Mail-Adresse").fill(carla.email)
    page.get_by_role("button", name="Weiter").click()
    found["the code"] = axe(page)
    page.get_by_label("Code").fill(code_in(mailoutbox))
    page.get_by_role("button", name="Anmelden").click()
    page.wait_for_url("**/konto/")
    for url in ("", "zweiter-faktor/", "zweiter-faktor/app/", "schluessel/", "schluessel/neu/", "e-mail/"):
        look(f"/konto/{url}")
    for url in ("passwort/vergeben/", "loeschen/", "abmelden/"):
        look(f"/konto/{url}")
    assert {place: faults for place, faults in found.items() if faults} == {}
