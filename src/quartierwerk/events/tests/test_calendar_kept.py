"""The calendar before the page cache: what changes is seen at the next request."""

import pytest
from django.core.wsgi import get_wsgi_application

from quartierwerk.core import page_cache
from quartierwerk.core.models import Town
from quartierwerk.core.tests.test_page_cache import Answer, cached
from quartierwerk.events import factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def front(tmp_path, monkeypatch, settings, home):
    settings.PAGE_CACHE_MEGABYTES = 1
    own = page_cache.GenerationInFile(tmp_path / "generation")
    monkeypatch.setattr(page_cache, "generation", lambda: own)
    Town.load()
    return cached(get_wsgi_application())


@pytest.mark.parametrize("path", ["/termine/", "/termine/monat/2026-12/", "/"])
def test_an_event_that_is_published_or_taken_back_is_seen_at_once(front, time_machine, path):
    time_machine.move_to(local(2026, 11, 25, 12))
    event = factories.event("Ganz neu", stage=Stage.DRAFT, starts_at=local(2026, 12, 2, 15))
    assert "Ganz neu" not in Answer(front, path).body.decode()
    assert front.shelf.pages
    event.stage, event.published_at = Stage.PUBLISHED, local(2026, 11, 25, 12)
    event.save()
    assert "Ganz neu" in Answer(front, path).body.decode()
    event.stage = Stage.DRAFT
    event.save()
    assert "Ganz neu" not in Answer(front, path).body.decode()


def test_a_date_that_is_cancelled_says_so_at_once(front, time_machine):
    time_machine.move_to(local(2026, 11, 25, 12))
    event = factories.event("Café", slug="cafe")
    assert "fällt aus" not in Answer(front, "/termine/cafe/").body.decode()
    occurrence = event.occurrences.get()
    occurrence.state = "cancelled"
    occurrence.save()
    assert "fällt aus" in Answer(front, "/termine/cafe/").body.decode()


def test_somebody_who_registers_leaves_kept_pages_valid_until_places_run_short(front, time_machine):
    time_machine.move_to(local(2026, 11, 25, 12))
    event = factories.event("Café", slug="cafe", capacity=20)
    Answer(front, "/termine/cafe/")
    kept = dict(front.shelf.pages)
    factories.registration(event, size=2)
    Answer(front, "/termine/cafe/")
    assert dict(front.shelf.pages) == kept
