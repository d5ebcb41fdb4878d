"""Drafts of associations wait on the desk, and a preview keeps nothing."""

import pytest
from django.http import HttpResponse

from quartierwerk.events import factories
from quartierwerk.events.editing import preview
from quartierwerk.events.models import Event, Occurrence, Organiser

from .test_editing import LIST, as_, typed  # noqa: F401 - a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september", "no_second_factor")]


@pytest.fixture
def draft(bernd):
    event = factories.event("Vereinsfest", stage="draft")
    Organiser.objects.create(event=event, name="Verein", account=bernd)
    return event


def test_a_draft_of_an_association_waits_on_the_desk_until_it_is_published(as_, carla, draft):  # noqa: F811
    factories.event("Eigener Entwurf", stage="draft")
    client = as_(carla)
    [section] = [
        s for s in client.get("/schreibtisch/").context["sections"] if s["url"].endswith("/freigabe/")
    ]
    assert section["count"] == 1
    assert "Vereinsfest" in client.get(section["url"], follow=True).content.decode()
    client.post(
        f"{LIST}edit/{draft.pk}/", typed(slug=draft.slug, place_name="Platz", **{"action-publish-event": "1"})
    )
    [section] = [
        s for s in client.get("/schreibtisch/").context["sections"] if s["url"].endswith("/freigabe/")
    ]
    assert section["count"] == 0


@pytest.fixture
def page(monkeypatch):
    """A page of an event that tells what it would show."""

    def view(request, slug):  # noqa: ARG001
        event = Event.objects.get(slug=slug)
        return HttpResponse(f"{event.title} {event.stage} {event.occurrences.count()}")

    monkeypatch.setattr(preview, "resolve", lambda path: (view, (), {"slug": path.split("/")[2]}))


def test_the_preview_shows_the_page_with_its_dates_and_keeps_nothing(as_, edda, page):  # noqa: F811
    client = as_(edda)
    given = typed(repeats="weekly", count="3")
    assert client.post(f"{LIST}preview/", given).json() == {"is_valid": True, "is_available": True}
    assert client.get(f"{LIST}preview/").content.decode() == "Kaffeetafel published 3"
    assert not Event.objects.exists()
    assert not Occurrence.objects.exists()


def test_the_preview_of_a_change_leaves_the_event_as_it_is(as_, edda, page):  # noqa: F811
    event = factories.event("Fest", slug="fest")
    client = as_(edda)
    client.post(f"{LIST}preview/{event.pk}/", typed(title="Großes Fest", slug="fest"))
    assert client.get(f"{LIST}preview/{event.pk}/").content.decode() == "Großes Fest published 1"
    event.refresh_from_db()
    assert event.title == "Fest"


def test_bernd_previews_his_own_draft_only(as_, bernd, draft, page):  # noqa: F811
    client = as_(bernd)
    other = factories.event("Fremdes", stage="draft")
    assert client.post(f"{LIST}preview/{draft.pk}/", typed(slug=draft.slug)).status_code == 200
    assert client.post(f"{LIST}preview/{other.pk}/", typed(slug=other.slug)).status_code == 302


def test_the_preview_is_the_real_page_with_the_rule_in_words(as_, edda):  # noqa: F811
    client = as_(edda)
    client.post(f"{LIST}preview/", typed(repeats="weekly", every="2", count="3", place_name="Am Fluss"))
    answer = client.get(f"{LIST}preview/")
    assert answer.status_code == 200
    shown = " ".join(answer.content.decode().split())
    assert "Kaffeetafel" in shown
    assert "jeden zweiten Donnerstag, 3 Termine" in shown
    assert not Event.objects.exists()
