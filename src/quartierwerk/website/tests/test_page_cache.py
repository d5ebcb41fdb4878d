"""The page cache before the whole site: what it must never keep, and what ends it."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.wsgi import get_wsgi_application
from django.urls import reverse

from quartierwerk.core import clock, page_cache, periodic
from quartierwerk.core.models import Town
from quartierwerk.core.tests.test_page_cache import Answer, cached
from quartierwerk.news.factories import news
from quartierwerk.people.factories import ContactFactory
from quartierwerk.website import cookies

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def front(tmp_path, monkeypatch, settings, home):
    settings.PAGE_CACHE_MEGABYTES = 1
    own = page_cache.GenerationInFile(tmp_path / "generation")
    monkeypatch.setattr(page_cache, "generation", lambda: own)
    Town.load()
    return cached(get_wsgi_application())


@pytest.mark.parametrize("name", [cookies.MY_QUARTER, "csrftoken", "sessionid", "irgendeiner"])
def test_who_sends_any_cookie_is_answered_by_django(front, name):
    assert Answer(front).status == 200
    held = dict(front.shelf.pages)
    assert held
    asked = []
    django, front.application = front.application, lambda *call: asked.append(1) or django(*call)
    assert Answer(front, HTTP_COOKIE=f"{name}=welper").status == 200
    assert asked == [1]
    assert dict(front.shelf.pages) == held


def test_pages_with_a_form_that_carries_a_key_are_never_kept(front):
    contact = ContactFactory()
    for path in (reverse("website:feedback"), reverse("people:write", args=[contact.slug])):
        assert Answer(front, path).status == 200
    assert not front.shelf.pages


def test_what_the_background_process_publishes_is_seen_at_the_next_request(front, news_index):
    planned = news("Neues Bürgerhaus", live=False)
    planned.go_live_at = clock.now() + timedelta(minutes=5)
    planned.save_revision().publish()
    path = reverse("news:list")
    assert "Neues Bürgerhaus" not in Answer(front, path).body.decode()
    planned.refresh_from_db()
    revision = planned.scheduled_revision
    revision.approved_go_live_at = clock.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = None
    revision.save()
    cache.clear()
    periodic._last_run.clear()
    assert "publish scheduled pages" in periodic.run_due()
    assert "Neues Bürgerhaus" in Answer(front, path).body.decode()
