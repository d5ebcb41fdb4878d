"""Registering as people do it: with a browser, a mailbox, the keyboard, and sometimes without JavaScript."""

import re
from itertools import product

import pytest

from quartierwerk.core.models import Town
from quartierwerk.events import actions, factories
from quartierwerk.events.enums import State
from quartierwerk.events.models import Registration
from quartierwerk.people.rules import Reachable
from quartierwerk.testing.browser import appears, axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FORM = "/termine/konferenz/anmelden/"


@pytest.fixture
def conference(site, settings, live_server):
    settings.BASE_URL = live_server.url
    town = Town.load()
    town.phone, town.area_code = "02324 204-0", "02324"
    town.save()
    return factories.event("Armutskonferenz für ältere Menschen", slug="konferenz", capacity=80)


def link_in(mail):
    return re.search(r"http://\S+/anmeldung/\S+", mail.body)[0]


def fills_in(page, *, name="Ayla Muster", email="ayla@example.org"):
    page.goto(FORM)
    page.get_by_label("Ihr Name").fill(name)
    page.get_by_label("E-Mail").fill(email)
    page.get_by_role("button", name="Anmelden").click()


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


@pytest.mark.parametrize("javascript", [True, False])
def test_ayla_registers_confirms_by_the_mail_and_has_her_code(conference, open_page, mailoutbox, javascript):
    page = open_page(width=360, javascript=javascript)
    fills_in(page)
    page.wait_for_url("**/eingegangen/**")
    assert heading(page) == "Bitte bestätigen Sie Ihre Anmeldung"
    assert page.context.cookies() == []

    page.goto(link_in(mailoutbox[-1]))
    assert Registration.objects.get().state == State.UNCONFIRMED
    page.get_by_role("button", name="Anmeldung bestätigen").click()
    page.get_by_role("heading", name=re.compile("Ihre Anmeldenummer")).wait_for()

    place = Registration.objects.get()
    assert (place.state, heading(page)) == (State.CONFIRMED, "Sie sind angemeldet")
    assert appears(page.get_by_role("img", name=f"QR-Code mit der Anmeldenummer {place.shown_code}"))
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("Anmeldebestätigung")).click()
    assert download.value.suggested_filename == f"anmeldung-{place.code}.pdf"
    assert page.context.cookies() == []


@pytest.mark.parametrize("javascript", [True, False])
def test_going_back_and_sending_again_registers_nobody_twice(conference, page, live_server, javascript):
    browser = (
        page.context.browser
    )  # a context that nobody listens to, for listening switches the browser's cache off
    with browser.new_context(base_url=live_server.url, java_script_enabled=javascript) as context:
        page = context.new_page()
        fills_in(page)
        page.wait_for_url("**/eingegangen/**")

        page.go_back()
        assert page.get_by_label("Ihr Name").input_value() == "Ayla Muster"
        page.get_by_role("button", name="Anmelden").click()
        page.wait_for_url("**/eingegangen/**")

        assert Registration.objects.count() == 1


@pytest.mark.parametrize("javascript", [True, False])
def test_a_registration_is_changed_and_then_cancelled_by_its_link(conference, open_page, javascript):
    place = factories.registration(conference)
    page = open_page(width=360, javascript=javascript)
    page.goto(place.own_path)
    page.get_by_role("link", name="Angaben ändern").click()
    page.get_by_label("Wie viele Personen kommen?").fill("2")
    page.get_by_label("Fahrdienst: Ich möchte abgeholt werden").check()
    page.get_by_role("button", name="Änderung speichern").click()
    page.get_by_text("Ihre Änderung ist gespeichert.").wait_for()
    place.refresh_from_db()
    assert (place.party_size, place.needs) == (2, ["lift"])

    page.get_by_role("link", name="Absagen").click()
    page.get_by_label("Warum sagen Sie ab?").fill("krank")
    page.get_by_role("button", name="Ja, absagen").click()
    page.get_by_role("heading", name="Ihre Anmeldung ist abgesagt").wait_for()
    place.refresh_from_db()
    assert (place.state, place.ended_because) == (State.CANCELLED, "krank")


def test_somebody_waits_moves_up_and_takes_the_place(conference, page, mailoutbox):
    conference.capacity = 1
    conference.save()
    first = factories.registration(conference)
    page.goto(FORM)
    assert appears(page.get_by_text("Zurzeit ausgebucht: Sie kommen auf die Warteliste."))
    page.get_by_label("Ihr Name").fill("Ayla Muster")
    page.get_by_label("E-Mail").fill("ayla@example.org")
    page.get_by_role("button", name="Auf die Warteliste").click()
    page.get_by_role("heading", name="Sie stehen auf der Warteliste").wait_for()

    actions.cancel_registration(registration=first)
    waiting = Registration.objects.get(person__name="Ayla Muster")
    assert (waiting.state, mailoutbox[-1].to) == (State.OFFERED, ["ayla@example.org"])

    page.goto(link_in(mailoutbox[-1]))
    page.get_by_role("button", name="Ja, ich nehme den Platz").click()
    page.get_by_role("heading", name="Sie sind angemeldet").wait_for()
    waiting.refresh_from_db()
    assert waiting.state == State.CONFIRMED


def test_with_the_keyboard_alone(conference, page, mailoutbox):
    page.goto(FORM)
    page.get_by_label("Ihr Name").focus()
    page.keyboard.type("Ayla Muster")
    page.keyboard.press("Tab")
    page.keyboard.type("ayla@example.org")
    page.keyboard.press("Enter")
    page.wait_for_url("**/eingegangen/**")
    page.goto(link_in(mailoutbox[-1]))
    page.get_by_role("button", name="Anmeldung bestätigen").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Sie sind angemeldet").wait_for()
    place = Registration.objects.get()
    assert (place.state, place.person.name) == (State.CONFIRMED, "Ayla Muster")
    assert appears(page.get_by_text(place.shown_code).first)


def test_after_a_mistake_the_keyboard_begins_at_what_is_wrong(conference, page):
    fills_in(page, name="")
    page.locator(".qw-error-summary:focus").wait_for()
    assert page.get_by_label("E-Mail").input_value() == "ayla@example.org"


def test_who_is_signed_in_registers_and_confirms_too(conference, client, ayla, open_page, live_server):
    """Their forms carry a token, and the referrer policy of the page must let it count."""
    from django.conf import settings

    place = actions.register(
        event=conference, wish=actions.Wish(), given=Reachable("Ayla Muster", email="ayla@example.org")
    )
    client.force_login(ayla)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page = open_page()
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    page.goto(place.own_path)
    page.get_by_role("button", name="Anmeldung bestätigen").click()
    page.get_by_role("heading", name="Sie sind angemeldet").wait_for()
    place.refresh_from_db()
    assert place.state == State.CONFIRMED
    assert appears(page.get_by_text(place.shown_code).first)


def _places_in_every_state(conference):
    unconfirmed = actions.register(
        event=conference, wish=actions.Wish(), given=Reachable("Ayla", email="ayla@example.org")
    )
    firm, gone = factories.registration(conference), factories.registration(conference)
    actions.cancel_registration(registration=gone)
    conference.capacity = 2
    conference.save()
    waiting = factories.registration(conference)
    return [unconfirmed, firm, gone, waiting]


@pytest.mark.slow
def test_axe_finds_nothing_and_nothing_runs_out_of_a_narrow_screen(conference, open_page):
    factories.QuestionFactory(
        event=conference, kind="choice", choices="Donaudampfschifffahrtsgesellschaft\nB"
    )
    factories.QuestionFactory(event=conference, kind="date")
    start = conference.starts_at
    for title in ("Kochen", "Nachbarschaftshilfeorganisationsgespräch"):
        factories.AgendaItemFactory(event=conference, title=title, starts_at=start, needs_choice=True)
    own = [place.own_path for place in _places_in_every_state(conference)]
    paths = [FORM, *own, own[1] + "aendern/", own[1] + "absagen/", "/anmeldung/falsch/"]
    found = []
    for width, scheme in product((320, 1280), ("light", "dark")):
        page = open_page(width=width, colour_scheme=scheme)
        for path in paths:
            page.goto(path)
            found += [f"{width} {scheme} {path} {line}" for line in axe(page)]
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
        page.goto(FORM)
        page.get_by_role("button", name="Auf die Warteliste").click()
        page.get_by_role("alert").wait_for()
        found += [f"{width} {scheme} errors {line}" for line in axe(page)]
    assert found == []
