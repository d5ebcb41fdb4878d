"""An editor's day with one news item, in the browser: write, preview, schedule, publish, correct, take back."""

from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from quartierwerk.core import clock
from quartierwerk.news.models import NewsPage
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.testing.browser import axe
from quartierwerk.topics.factories import topic

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SECTION_OF_STATUS = "[data-side-panel='status']"


@pytest.fixture
def desk(page, live_server, site, edda, settings):
    """The editor's browser, signed in past the second factor."""
    settings.STAFF_SECOND_FACTOR = False
    client = Client()
    client.force_login(edda, backend="django.contrib.auth.backends.ModelBackend")
    session = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": django_settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    return page


@pytest.fixture
def reader(open_page):
    """A reader's browser, signed in nowhere."""
    return open_page(width=360)


def menu(desk, action: str) -> None:
    """Chooses an action from the button at the foot of Wagtail's editor; it may hide in the drop-down."""
    button = desk.locator(f"button[name='{action}']").first
    if not button.is_visible():
        desk.locator("footer button[data-w-dropdown-target='toggle'], footer .w-dropdown__toggle").first.click()
    button.click()
    desk.wait_for_load_state()


def write(desk, index) -> None:
    desk.goto(f"/verwaltung/pages/add/news/newspage/{index.pk}/")
    desk.get_by_label("Titel").first.fill("Kaffeetafel in Welper")
    desk.locator("#id_teaser").fill("Am Samstag decken wir eine lange Tafel.")
    desk.get_by_label("Welper").check()
    desk.get_by_label("Nachbarschaft").check()


def save_draft(desk) -> None:
    desk.locator("footer button", has_text="Entwurf").first.click()
    desk.locator(".messages .success, [data-message-type='success']").first.wait_for()


def test_write_preview_schedule_publish_correct_and_take_back(desk, reader, news_index, live_server):
    QuarterFactory(name="Welper", slug="welper")
    topic("Nachbarschaft")

    write(desk, news_index)
    save_draft(desk)
    item = NewsPage.objects.get()
    assert reader.goto("/aktuelles/kaffeetafel-in-welper/").status == 404

    preview = desk.context.new_page()
    preview.goto(f"/verwaltung/pages/{item.pk}/view_draft/")
    assert preview.get_by_role("heading", level=1).inner_text() == "Kaffeetafel in Welper"
    assert "Am Samstag decken wir eine lange Tafel." in preview.locator("main").inner_text()
    preview.close()

    item = NewsPage.objects.get()
    item.go_live_at = clock.now() + timedelta(minutes=5)
    item.save_revision().publish()
    assert reader.goto("/aktuelles/kaffeetafel-in-welper/").status == 404
