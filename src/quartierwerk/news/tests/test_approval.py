"""An association writes, the moderator approves, everybody reads."""

import pytest
from django.conf import settings as django_settings
from django.test import Client
from wagtail.admin.panels import get_edit_handler

from quartierwerk.news.models import NewsPage
from quartierwerk.people import roles

ADDRESS = "/aktuelles/sommerfest-am-markt/"


@pytest.fixture
def at_work(open_page, live_server, settings):
    """Opens the browser of somebody who is past the second factor."""
    settings.STAFF_SECOND_FACTOR = False

    def opened(user):
        client, page = Client(), open_page()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        name = django_settings.SESSION_COOKIE_NAME
        page.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
        )
        return page

    return opened


def choose(page, button) -> None:
    """A button of the editor's footer, which may stand in its menu."""
    found = page.locator(f"footer {button}").first
    if not found.is_visible():
        page.locator("footer .w-dropdown__toggle").click()
    found.click()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_what_an_association_wrote_is_public_once_the_moderator_approves(
    live_server, site, news_index, bernd, mona, at_work, open_page
):
    roles.ensure_groups()
    desk, reader = at_work(bernd), open_page(width=360)
    desk.goto(f"/verwaltung/pages/add/news/newspage/{news_index.pk}/")
    desk.locator("#id_title").fill("Sommerfest am Markt")
    desk.locator("#id_teaser").fill("Am Samstag feiern wir auf dem Markt.")
    choose(desk, "button[name='action-submit']")
    desk.locator(".messages .success").first.wait_for()
    assert reader.goto(ADDRESS).status == 404

    item = NewsPage.objects.get()
    desk = at_work(mona)
    desk.goto(f"/verwaltung/pages/{item.pk}/edit/")
    choose(desk, "[data-workflow-action-name='approve']:not([data-launch-modal])")
    desk.locator(".messages .success").first.wait_for()
    assert reader.goto(ADDRESS).status == 200
    assert reader.get_by_role("heading", level=1).inner_text() == "Sommerfest am Markt"
    assert item.revisions.count() == 1


@pytest.mark.django_db
def test_no_field_of_a_page_waits_for_a_hidden_first_value(site):
    form_class = get_edit_handler(NewsPage).get_form_class()
    shown = [
        name for name, field in form_class(instance=NewsPage()).fields.items() if field.show_hidden_initial
    ]
    assert shown == []
