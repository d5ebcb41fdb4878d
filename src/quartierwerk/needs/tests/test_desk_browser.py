"""Journeys at the desk of needs: moderated, answered by mail and by letter, reopened, asked whether it is solved."""

import io
import os
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from pypdf import PdfReader

from quartierwerk.core import clock
from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import CameBy, Complaint, State
from quartierwerk.needs.models import InboundMail, Need, NeedSettings
from quartierwerk.people.factories import ContactFactory, PersonFactory
from quartierwerk.people.models import Notification
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.testing.browser import appears, axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("site")]
DESK = "/schreibtisch/handlungsbedarfe/"
SHOTS = os.environ.get("SCREENSHOTS")


def shot(page, name):
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)


def of(need):
    return f"{DESK}{need.reference}/"


def ready(page):
    """The keys are listened to."""
    page.locator("[data-keys-list]").wait_for()


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.fixture
def busy(mona, carla, picture, time_machine):
    """A need with everything, one that is overdue, and some that wait."""
    NeedSettings.objects.create(prefix="HAT")
    now = clock.now()
    quarter = QuarterFactory(name="Winz-Baak und Niederwenigern-Oberstüter")
    ContactFactory(name="Frau Muster", department="Fachbereich Stadtentwicklung", email=mona.email)
    time_machine.move_to(now - timedelta(days=20))
    factories.need(
        "Straßenbeleuchtungsinstandhaltungsmaßnahme am Krämersdorfer Feld", place=Place(quarter=quarter)
    )
    time_machine.move_to(now - timedelta(days=2))
    factories.public_need("Die Bank am Ruhrufer ist morsch", person=PersonFactory())
    factories.need("Mehr Schatten auf dem Spielplatz", came_by=CameBy.CARD, kind="idea")
    need = factories.need(
        "Herr Müller parkt EN-AB 123 immer auf dem Gehweg",
        text="Rufen Sie mich an: 02324 1234567.\n\nOder schreiben Sie an nachbarin@example.org, bitte nicht am Wochenende.",
        person=PersonFactory(name="Ayla Muster", mailed=True),
        place=Place(51.4, 7.18, "Bahnhofstraße 12", quarter),
        photos=[(picture(800, 600), "Der Gehweg vor dem Haus"), (picture(300, 400), "")],
    )
    actions.assign(need=need, to=carla, by=carla)
    actions.note(need=need, text="Das Ordnungsamt kennt den Fall.", by=carla)
    public = actions.publish(need=need, by=carla)
    actions.shorten(need=public, title="Auf dem Gehweg wird geparkt", text=public.text, by=carla)
    actions.comment(need=public, text="Bei uns auch. 0171 1234567", person=PersonFactory(name="Bernd Muster"))
    actions.complain(need=public, reason=Complaint.PRIVATE, text="Da steht ein Kennzeichen.")
    actions.join_in(need=public, person=PersonFactory(name="Carl Beispiel"), says="Ich rede mit ihm.")
    time_machine.move_to(now)
    return public


@pytest.mark.parametrize("javascript", [True, False])
def test_it_is_moderated(desk_page, mona, javascript):
    need = factories.need("Mehr Bänke")
    page = desk_page(mona, width=360, javascript=javascript)
    page.goto(DESK)
    page.get_by_role("link", name="Mehr Bänke").click()
    page.locator("#tun-freigeben").get_by_role("button", name="Freigeben").click()
    assert appears(page.get_by_text("Der Beitrag ist öffentlich."))
    assert Need.objects.get(pk=need.pk).is_public


def test_it_is_moderated_by_keyboard_alone(desk_page, mona):
    first, second = factories.need("Mehr Bänke"), factories.need("Mehr Bäume")
    page = desk_page(mona)
    page.goto(DESK)
    ready(page)
    for key in "jj":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.textContent") == "Mehr Bäume"
    page.keyboard.press("k")
    page.keyboard.press("f")
    page.keyboard.press("Enter")
    page.get_by_text("Der Beitrag ist öffentlich.").wait_for()
    ready(page)
    assert Need.objects.get(pk=first.pk).is_public
    assert page.url.endswith(DESK)
    page.keyboard.press("/")
    page.keyboard.type("bäume")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=b*")
    ready(page)
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(f"**{of(second)}")
    ready(page)
    page.keyboard.press("n")
    page.keyboard.type("Gesehen, j und k.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Die Notiz ist gespeichert.").wait_for()
    ready(page)
    assert second.notes.get().text == "Gesehen, j und k."
    page.keyboard.press("l")
    page.wait_for_url(f"**{DESK}")


def test_a_mail_that_waits_is_opened_by_keyboard(desk_page, mona):
    mail = InboundMail.objects.create(message_id="a@example.org", subject="Mehr Bäume", text="Am Ufer.")
    page = desk_page(mona)
    page.goto(DESK)
    ready(page)
    for key in "jmo":
        page.keyboard.press(key)
    page.wait_for_url(f"**{mail.get_absolute_url()}")
    assert page.get_by_label("Worum geht es, in einem Satz?").input_value() == "Mehr Bäume"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_duplicate_is_found_and_joined(desk_page, mona, javascript):
    first, again = factories.public_need("Die Bank am Ruhrufer ist morsch"), factories.need("Bank morsch")
    page = desk_page(mona, width=360, javascript=javascript)
    page.goto(of(again))
    if not javascript:
        page.get_by_role("link", name="Nach ähnlichen suchen").click()
    page.get_by_role("link", name=str(first)).click()
    page.get_by_role("button", name="Zusammenführen").click()
    page.get_by_text(f"Es geht unter {first.reference} weiter.").wait_for()
    assert Need.objects.get(pk=again.pk).duplicate_of == first


def test_the_keys_are_shown_and_can_be_switched_off(desk_page, mona):
    factories.need("Mehr Bänke")
    page = desk_page(mona)
    page.goto(DESK)
    ready(page)
    assert appears(page.get_by_text("nächster"))
    page.get_by_role("button", name="Tasten ausschalten").click()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('[data-row]')") is False
    page.reload()
    page.get_by_role("button", name="Tasten einschalten").wait_for()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('[data-row]')") is False
    page.get_by_role("button", name="Tasten einschalten").click()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('[data-row]')") is True


def test_it_is_answered_and_the_mail_arrives(desk_page, mona, mailoutbox):
    need = factories.public_need("Mehr Bänke", person=PersonFactory(name="Ayla Muster", mailed=True))
    mailoutbox.clear()
    page = desk_page(mona, width=360)
    page.goto(of(need))
    answer = page.locator("#tun-antworten")
    answer.get_by_label("Neuer Stand").select_option("planned")
    answer.get_by_label("Öffentliche Begründung").fill("Der Bauhof stellt im Mai zwei auf.")
    answer.get_by_label("Im Namen von").fill("Bauhof")
    answer.get_by_role("button", name="Öffentlich antworten").click()
    assert appears(page.get_by_text("geht per E-Mail hinaus"))
    (mail,) = mailoutbox
    assert "Der Bauhof stellt im Mai zwei auf." in mail.body
    assert Need.objects.get(pk=need.pk).own_path in mail.body


def test_it_is_answered_and_the_letter_lies_ready(desk_page, mona, erna):
    erna = PersonFactory(name="Erna Beispiel", written_to=True)
    need = factories.public_need("Mehr Bänke", person=erna)
    page = desk_page(mona, javascript=False)
    page.goto(of(need))
    answer = page.locator("#tun-antworten")
    answer.get_by_label("Neuer Stand").select_option("not_possible")
    answer.get_by_label("Öffentliche Begründung").fill("Der Weg ist zu schmal.")
    answer.get_by_role("button", name="Öffentlich antworten").click()
    assert appears(page.get_by_text("steht auf der Liste „Anrufen und schreiben“"))
    letter = page.request.get(page.get_by_role("link", name="Brief (PDF)").get_attribute("href"))
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(letter.body())).pages)
    assert "Der Weg ist zu schmal." in text
    assert need.reference in text
    page.goto("/schreibtisch/anrufen-und-schreiben/")
    assert appears(
        page.get_by_role("link", name=re.compile(need.reference)).or_(page.get_by_text("Erna Beispiel")).first
    )


def test_it_is_reopened(desk_page, mona):
    need = actions.move_on(need=factories.public_need(), state=State.DONE, reason="Neue Bank steht.", by=mona)
    page = desk_page(mona, width=360)
    page.goto(of(need))
    page.locator("#tun-oeffnen").get_by_label("Öffentliche Begründung").fill("Sie wackelt.")
    page.locator("#tun-oeffnen").get_by_role("button", name="Wieder öffnen").click()
    assert appears(page.get_by_text("Der Beitrag ist wieder offen."))
    assert Need.objects.get(pk=need.pk).state == State.IN_REVIEW


def test_four_weeks_later_it_is_asked_on_the_telephone_whether_it_is_solved(
    desk_page, mona, erna, time_machine
):
    need = factories.public_need(person=erna)
    actions.move_on(need=need, state=State.DONE, reason="Neue Bank steht.", by=mona)
    Need.objects.filter(pk=need.pk).update(ended_at=clock.now() - timedelta(days=29))
    assert actions.ask_due() == 1
    call = Notification.objects.latest("pk")
    page = desk_page(mona, width=360)
    page.goto("/schreibtisch/anrufen-und-schreiben/")
    assert appears(page.get_by_text("Ist es gelöst?").first)
    page.goto(of(need))
    page.get_by_text("Rückmeldung eintragen: Ist es gelöst?").click()
    form = page.locator("#tun-geloest")
    form.get_by_label("nein, bitte noch einmal ansehen").check()
    form.get_by_label("Mit welchen Worten?").fill("Sie wackelt.")
    form.get_by_role("button", name="Eintragen").click()
    assert appears(page.get_by_text("Eingetragen."))
    assert Need.objects.get(pk=need.pk).state == State.IN_REVIEW
    assert appears(page.get_by_role("link", name=call.subject))


def test_the_second_of_two_moderators_is_told(desk_page, mona, carla):
    need = factories.need("Mehr Bänke")
    slow, quick = desk_page(mona), desk_page(carla)
    for page in (slow, quick):
        page.goto(of(need))
    quick.locator("#tun-freigeben").get_by_role("button", name="Freigeben").click()
    slow.locator("#tun-entfernen > summary").click()
    slow.locator("#tun-entfernen").get_by_label("Grund").fill("Werbung")
    slow.locator("#tun-entfernen").get_by_role("button").click()
    assert appears(slow.get_by_text("Carla hat diesen Beitrag gerade geändert.").first)
    assert slow.locator("#tun-entfernen").get_by_label("Grund").input_value() == "Werbung"
    assert Need.objects.get(pk=need.pk).is_public


@pytest.mark.parametrize("javascript", [True, False])
def test_a_photo_is_made_unrecognisable(desk_page, mona, picture, javascript):
    need = factories.need(photos=[(picture(800, 600), "Der Gehweg")])
    page = desk_page(mona, javascript=javascript, width=1280 if javascript else 360)
    page.goto(of(need))
    page.get_by_role("link", name="Unkenntlich machen").click()
    if javascript:
        page.locator("[data-blur-hint]").wait_for()  # the script listens
        box = page.locator("[data-blur-grid]").bounding_box()
        page.mouse.move(box["x"] + box["width"] * 0.1, box["y"] + box["height"] * 0.1)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.5, steps=5)
        page.mouse.up()
        assert page.locator(".qw-blur__mark").count() == 1
        assert page.locator("input[name=chosen]:checked").count() == 0
        page.get_by_role("checkbox", name="H5").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Space")
        assert page.get_by_role("checkbox", name="I5").is_checked()
        assert axe(page) == []
        shot(page, "blur-1280")
    else:
        page.get_by_role("checkbox", name="C3").check()
    assert fits(page)
    page.get_by_role("button", name="Unkenntlich machen").click()
    assert appears(page.get_by_text("das erste Bild ist gelöscht"))
    assert need.photos.get().is_blurred


def test_rectangles_are_offered_when_the_photo_is_there(desk_page, mona, picture):
    need = factories.need(photos=[(picture(800, 600), "Der Gehweg")])
    page, held = desk_page(mona), []
    page.route(
        reverse("needs:desk_photo_file", args=[need.reference, need.photos.get().pk]),
        lambda route: held.append(route),
    )
    page.goto(
        reverse("needs:desk_blur_photo", args=[need.reference, need.photos.get().pk]), wait_until="commit"
    )
    hint = page.locator("[data-blur-hint]")
    hint.wait_for(state="attached")
    page.wait_for_timeout(200)
    assert not hint.is_visible()
    held[0].continue_()
    assert appears(hint)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_break_no_rule_of_accessibility_and_fit(desk_page, mona, busy, width, scheme):
    page = desk_page(mona, width=width, colour_scheme=scheme)
    other = Need.objects.public().exclude(pk=busy.pk).first()
    for name, url in (
        ("inbox", DESK),
        ("need", of(busy)),
        ("duplicate", f"{of(busy)}doppelt/?mit={other.reference}"),
        ("search", f"{of(busy)}doppelt/?q=Bank"),
        ("blur", f"{of(busy)}fotos/{busy.photos.first().pk}/unkenntlich/"),
        ("empty", f"{DESK}?q=gibtesnicht"),
    ):
        page.goto(url)
        shot(page, f"{name}-{width}-{scheme}")
        assert fits(page), name
        assert axe(page) == [], name
