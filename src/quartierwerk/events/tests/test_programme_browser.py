"""In a browser: the programme as a list and as a file, feedback by click, by keyboard and without a script."""

from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import expect
from pypdf import PdfReader

from quartierwerk.core import clock
from quartierwerk.events import actions, factories
from quartierwerk.events.enums import DocumentKind
from quartierwerk.events.models import AgendaItem, Feedback
from quartierwerk.testing.browser import appears, axe

from .conference import conference, over
from .test_afterwards import document, photo

pytestmark = pytest.mark.django_db
SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > window.innerWidth"
LOOKS = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]


@pytest.fixture
def kongress(site, settings, live_server):
    """In a week, two days, with everything a programme can have."""
    settings.BASE_URL = live_server.url
    event = conference(
        ends_at=factories.local(2036, 10, 9, 19), starts_at=factories.local(2036, 10, 8, 16), capacity=80
    )
    for item in event.agenda.all():
        AgendaItem.objects.filter(pk=item.pk).update(
            starts_at=item.starts_at.replace(year=2036), ends_at=item.ends_at.replace(year=2036)
        )
    AgendaItem.objects.filter(sort_order=6).update(
        starts_at=factories.local(2036, 10, 9, 10), ends_at=factories.local(2036, 10, 9, 11)
    )
    return event


@pytest.fixture
def past(site, settings, live_server):
    """Over since an hour, with everything that can come afterwards."""
    settings.BASE_URL = live_server.url
    event = over(slug="cafe", report="Es war schön.\n\nWir kommen wieder.", attendance_told=62)
    for number in (1, 2, 3):
        photo(event, number, caption=f"Bild {number}")
    document(event, DocumentKind.MINUTES, "Was beschlossen wurde")
    return event


def signed_in(page, live_server, user, settings):
    settings.STAFF_SECOND_FACTOR = False
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    name = django_settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    return page


def fetched(page, link):
    with page.expect_download() as download:
        link.click()
    return download.value.path(), download.value.suggested_filename


# ------------------------------------------------------------------------------------------------------------ the journey
@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_takes_the_programme_along(open_page, kongress, javascript, tmp_path):
    page = open_page(width=360, javascript=javascript)
    page.goto("/termine/armutskonferenz/")

    for name, title in (
        ("programm-armutskonferenz.pdf", "Programm zum Ausdrucken"),
        ("programm-armutskonferenz-gross.pdf", "In großer Schrift"),
    ):
        link = page.locator(".qw-document", has_text=title)
        told = link.inner_text()
        path, suggested = fetched(page, link)
        size = path.stat().st_size / 1024
        assert f"(PDF, {size:.1f}".replace(".", ",") in told
        assert suggested == name
        assert "Grundsicherung im Alter" in " ".join(each.extract_text() for each in PdfReader(path).pages)


def test_the_keyboard_reaches_every_file(page, kongress):
    page.goto("/termine/armutskonferenz/")
    links = page.locator(".qw-document")
    links.first.focus()
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('href')").endswith("programm-gross.pdf")
    with page.expect_download():
        page.keyboard.press("Enter")


@pytest.mark.parametrize(("width", "colours"), LOOKS)
def test_the_programme_reads_well_everywhere(open_page, kongress, width, colours):
    page = open_page(width=width, colour_scheme=colours, bypass_csp=True)
    page.goto("/termine/armutskonferenz/")

    assert page.evaluate(SCROLLS_SIDEWAYS) is False
    assert axe(page) == []
    assert page.locator(".qw-programme__slot").count() == 5
    assert appears(page.get_by_role("heading", level=4, name="Nachbarn erreichen"))


@pytest.mark.parametrize(("width", "colours"), LOOKS)
def test_the_review_reads_well_everywhere(open_page, past, width, colours):
    page = open_page(width=width, colour_scheme=colours, bypass_csp=True)
    page.goto("/termine/cafe/")

    assert page.evaluate(SCROLLS_SIDEWAYS) is False
    assert axe(page) == []
    assert appears(page.get_by_text("62 Menschen waren dabei."))
    assert page.get_by_role("img", name="Bild 2: eine lange Tafel").count() == 1
    assert appears(page.get_by_role("link", name="Was beschlossen wurde"))


# -------------------------------------------------------------------------------------------------------------- feedback
@pytest.mark.parametrize("javascript", [True, False])
def test_somebody_who_was_there_says_how_it_was(open_page, past, javascript):
    page = open_page(width=360, javascript=javascript)
    page.goto("/termine/cafe/")
    page.get_by_role("link", name="Rückmeldung geben").first.click()
    page.get_by_role("radio", name="sehr gut").check()
    page.get_by_label("Was war gut?").fill("Der Kuchen")
    page.get_by_role("button", name="Abschicken").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Danke für Ihre Rückmeldung"
    assert Feedback.objects.values_list("rating", "liked").get() == (5, "Der Kuchen")


def test_the_form_is_filled_in_by_keyboard_alone(page, past):
    page.goto("/termine/cafe/rueckmeldung/")
    page.get_by_role("radio", name="sehr gut").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Kuchen")
    page.keyboard.press("Tab")
    page.keyboard.type("Tee")
    while page.evaluate("document.activeElement.type") != "submit":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/danke/")

    assert Feedback.objects.values_list("rating", "liked", "wished").get() == (4, "Kuchen", "Tee")


@pytest.mark.slow
@pytest.mark.parametrize(("width", "colours"), LOOKS)
def test_axe_finds_nothing_on_the_form_its_errors_and_thanks(open_page, past, width, colours):
    page = open_page(width=width, colour_scheme=colours, bypass_csp=True)
    page.goto("/termine/cafe/rueckmeldung/")
    assert (axe(page), page.evaluate(SCROLLS_SIDEWAYS)) == ([], False)
    page.get_by_role("button", name="Abschicken").click()
    page.get_by_text("Bitte beantworten Sie mindestens eine Frage.").first.wait_for()
    assert (axe(page), page.evaluate(SCROLLS_SIDEWAYS)) == ([], False)
    page.goto("/termine/cafe/rueckmeldung/danke/")
    assert (axe(page), page.evaluate(SCROLLS_SIDEWAYS)) == ([], False)
    past.occurrences.update(over_at=clock.now() + timedelta(hours=1))
    page.goto("/termine/cafe/rueckmeldung/")
    assert (axe(page), page.evaluate(SCROLLS_SIDEWAYS)) == ([], False)


# -------------------------------------------------------------------------------------------------------------- the desk
def test_sheets_are_typed_in_by_keyboard_one_after_the_other(page, past, live_server, carla, settings):
    signed_in(page, live_server, carla, settings)
    page.goto(f"/schreibtisch/termine/{past.pk}/rueckmeldungen/")
    page.get_by_label("Wie hat es Ihnen gefallen?").focus()
    for digit, text in (("5", "Kuchen"), ("2", "Kaffee")):
        page.keyboard.type(digit)
        page.keyboard.press("Tab")
        page.keyboard.type(text)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Eingetragen.", exact=True)).to_be_visible()
        expect(page.get_by_label("Wie hat es Ihnen gefallen?")).to_be_focused()

    assert list(Feedback.objects.order_by("pk").values_list("rating", "liked", "came_by")) == [
        (5, "Kuchen", "paper"),
        (2, "Kaffee", "paper"),
    ]


@pytest.mark.parametrize(("width", "colours"), LOOKS)
def test_the_desk_reads_well_everywhere(open_page, past, live_server, carla, settings, width, colours):
    for rating, liked in (
        (5, "Der Kuchen"),
        (4, ""),
        (5, "Grundsicherungsleistungsempfängerberatung " * 8),
        (1, ""),
    ):
        actions.give_feedback(event=past, rating=rating, liked=liked, wished="Mehr Stühle" if liked else "")
    page = signed_in(
        open_page(width=width, colour_scheme=colours, bypass_csp=True), live_server, carla, settings
    )
    page.goto(f"/schreibtisch/termine/{past.pk}/rueckmeldungen/")

    assert (axe(page), page.evaluate(SCROLLS_SIDEWAYS)) == ([], False)
