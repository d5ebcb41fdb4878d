"""An editor's day with one item, in the browser: write, preview, schedule, publish, correct, take back."""

from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from quartierwerk.core import clock
from quartierwerk.news.models import NewsPage
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import topic

ADDRESS = "/aktuelles/kaffeetafel-in-welper/"


@pytest.fixture
def signed_in(live_server, site, edda, settings):
    """The session cookie of an editor who is past the second factor."""
    settings.STAFF_SECOND_FACTOR = False
    client = Client()
    client.force_login(edda, backend="django.contrib.auth.backends.ModelBackend")
    name = django_settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": live_server.url}


@pytest.fixture
def desk(open_page, signed_in):
    """The editor's browser."""
    page = open_page()
    page.context.add_cookies([signed_in])
    return page


@pytest.fixture
def reader(open_page):
    """A reader's browser, signed in nowhere."""
    return open_page(width=360)


def write(desk, index) -> None:
    desk.goto(f"/verwaltung/pages/add/news/newspage/{index.pk}/")
    desk.locator("#id_title").fill("Kaffeetafel in Welper")
    desk.locator("#id_teaser").fill("Am Samstag decken wir eine lange Tafel.")
    desk.get_by_label("Welper", exact=True).check()
    desk.get_by_label("Nachbarschaft", exact=True).check()
    save(desk)


def save(desk) -> None:
    desk.locator("button.action-save").first.click()
    desk.locator(".messages .success").first.wait_for()


def publish(desk) -> None:
    desk.locator("footer .w-dropdown__toggle").click()
    desk.locator("button[name='action-publish']").click()
    desk.wait_for_url("**/verwaltung/pages/*/")


def edit(desk, item) -> None:
    desk.goto(f"/verwaltung/pages/{item.pk}/edit/")


def previewed(desk) -> str:
    desk.locator("[data-side-panel-toggle='preview']").first.click()
    shown = desk.frame_locator("#w-preview-iframe").locator("main")
    shown.get_by_role("heading", level=1).wait_for()
    return shown.inner_text()


def schedule(desk, moment) -> None:
    desk.locator("[data-side-panel-toggle='status']").first.click()
    desk.locator("[data-a11y-dialog-show='schedule-publishing-dialog']").first.click()
    desk.locator("#id_go_live_at").fill(timezone.localtime(moment).strftime("%Y-%m-%d %H:%M"))
    desk.keyboard.press("Tab")
    desk.locator("#schedule-publishing-dialog").get_by_role("button", name="Zeitplan speichern").press(
        "Enter"  # the calendar that the field opened may still lie above the button
    )
    desk.wait_for_load_state()


def take_back(desk, item) -> None:
    desk.goto(f"/verwaltung/pages/{item.pk}/unpublish/")
    desk.locator("form input[type='submit'], form button[type='submit']").last.click()
    desk.wait_for_url(f"**/verwaltung/pages/{item.get_parent().pk}/")


def read(reader, address: str = ADDRESS) -> str:
    assert reader.goto(address).status == 200
    return reader.locator("main").inner_text()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_write_preview_schedule_publish_correct_and_take_back(desk, reader, news_index, time_machine):
    QuarterFactory(name="Welper", slug="welper")
    topic("Nachbarschaft")

    write(desk, news_index)
    item = NewsPage.objects.get()
    assert reader.goto(ADDRESS).status == 404

    seen = previewed(desk)
    assert "Kaffeetafel in Welper" in seen
    assert "Am Samstag decken wir eine lange Tafel." in seen

    schedule(desk, clock.now() + timedelta(hours=2))
    publish(desk)
    assert reader.goto(ADDRESS).status == 404
    item.refresh_from_db()
    assert item.approved_schedule
    time_machine.move_to(clock.now() + timedelta(hours=3))
    call_command("publish_scheduled")
    assert "Am Samstag decken wir eine lange Tafel." in read(reader)
    assert "Kaffeetafel in Welper" in read(reader, "/aktuelles/?quartier=welper&thema=nachbarschaft")

    edit(desk, item)
    desk.locator("#id_teaser").fill("Am Sonntag decken wir eine lange Tafel.")
    publish(desk)
    assert "Am Sonntag decken wir eine lange Tafel." in read(reader)

    take_back(desk, item)
    assert reader.goto(ADDRESS).status == 410
    assert "Kaffeetafel" not in read(reader, "/aktuelles/")
    assert "Kaffeetafel" not in read(reader, "/suche/?q=Kaffeetafel").replace("„Kaffeetafel“", "")
    assert "Kaffeetafel in Welper" not in reader.request.get("/aktuelles/feed.atom").text()
