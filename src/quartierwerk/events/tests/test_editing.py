"""Editors write events: the form, its sentences, drafts and publishing."""

from typing import Any

import pytest
from django.test import Client

from quartierwerk.events import factories
from quartierwerk.events.factories import local
from quartierwerk.events.models import Audience, Event, Organiser
from quartierwerk.people.roles import ensure_groups
from quartierwerk.places.factories import VenueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september", "no_second_factor")]
LIST = "/verwaltung/veranstaltungen/"
FORMSETS = ("organisers", "questions", "agenda", "photos", "documents")


@pytest.fixture
def as_(site):
    """A client signed in as one of the cast."""
    ensure_groups()

    def sign_in(user):
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


def rows(name: str, *given: dict[str, Any], initial: int = 0) -> dict[str, Any]:
    """A formset as the browser sends it."""
    sent: dict[str, Any] = {
        f"{name}-TOTAL_FORMS": len(given),
        f"{name}-INITIAL_FORMS": initial,
        f"{name}-MIN_NUM_FORMS": 0,
        f"{name}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(given):
        sent |= {f"{name}-{number}-ORDER": number + 1, f"{name}-{number}-id": ""}
        sent |= {f"{name}-{number}-{field}": value for field, value in row.items()}
    return sent


def typed(**given: Any) -> dict[str, Any]:
    """What the form sends when only the least is filled in; the rest stands there from the start."""
    sent: dict[str, Any] = {
        "title": "Kaffeetafel",
        "summary": "Kuchen für alle.",
        "kind": "meeting",
        "language": "de",
        "start_day": "8.10.2026",
        "start_time": "15:00",
        "repeats": "never",
        "every": "1",
        "registration_mode": "none",
        "registers_for": "whole",
        "largest_party": "6",
        "has_waiting_list": "on",
        "promotion": "automatic",
        "confirm_within_hours": "24",
        "answer_within_hours": "48",
        "remind_days_before": "2",
    }
    for name in FORMSETS:
        sent |= rows(name)
    return {**sent, **given}


def errors(answer) -> dict[str, list[str]]:
    """The sentences at the fields of an answered form."""
    assert answer.status_code == 200, answer.headers
    return {name: list(said) for name, said in answer.context["form"].errors.items()}


# ------------------------------------------------------------------------------------------------------ write and publish
def test_edda_publishes_a_simple_event_with_title_summary_day_and_place(as_, edda):
    venue = VenueFactory(name="Holschentor")
    answer = as_(edda).post(
        f"{LIST}add/", typed(venue=venue.pk, **{"action-publish-event": "1"}), follow=True
    )
    event = Event.objects.get()
    assert (event.slug, event.stage, event.venue) == ("kaffeetafel", "published", venue)
    assert event.starts_at == local(2026, 10, 8, 15)
    assert [o.starts_at for o in event.occurrences.all()] == [local(2026, 10, 8, 15)]
    assert "„Kaffeetafel“ ist gespeichert und veröffentlicht." in answer.content.decode()


def test_without_the_second_button_it_is_a_draft(as_, edda):
    as_(edda).post(f"{LIST}add/", typed())
    assert Event.objects.get().stage == "draft"


def test_bernd_writes_a_draft_finds_it_again_and_cannot_publish(as_, bernd):
    client = as_(bernd)
    answer = client.post(f"{LIST}add/", typed(**{"action-publish-event": "1"}), follow=True)
    event = Event.objects.get()
    assert event.stage == "draft"
    assert [(o.name, o.account) for o in event.organisers.all()] == [("Bernd", bernd)]
    assert "Die Redaktion sieht den Entwurf und veröffentlicht ihn." in answer.content.decode()
    assert client.get(f"{LIST}edit/{event.pk}/").status_code == 200


def test_bernd_neither_sees_nor_edits_the_events_of_others(as_, bernd):
    other = factories.event("Stadtfest", stage="draft")
    client = as_(bernd)
    assert "Stadtfest" not in client.get(LIST).content.decode()
    for page in ("edit", "history", "usage", "preview"):
        assert client.get(f"{LIST}{page}/{other.pk}/").status_code in (302, 404)
    assert client.post(f"{LIST}edit/{other.pk}/", typed(title="Meins")).status_code == 404
    other.refresh_from_db()
    assert other.title == "Stadtfest"


def test_bernd_no_longer_changes_what_was_published(as_, bernd):
    event = factories.event("Sommerfest")
    Organiser.objects.create(event=event, name="Verein", account=bernd)
    answer = as_(bernd).post(f"{LIST}edit/{event.pk}/", typed(title="Winterfest"), follow=True)
    event.refresh_from_db()
    assert event.title == "Sommerfest"
    assert "ist veröffentlicht. Für Änderungen rufen Sie uns bitte an." in answer.content.decode()


def test_bernd_is_not_shown_the_accounts_of_others(as_, bernd, edda, carla):
    page = as_(bernd).get(f"{LIST}add/").content.decode()
    assert "Carla" not in page
    assert "organisers-__prefix__-account" not in page
    assert "organisers-__prefix__-account" in as_(edda).get(f"{LIST}add/").content.decode()


def test_anton_has_no_events_to_edit(as_, anton):
    assert as_(anton).get(LIST).status_code == 302


def test_carla_keeps_the_list_of_audiences(as_, carla):
    as_(carla).post("/verwaltung/zielgruppen/add/", {"name": "Ältere Menschen", "order": "10"})
    assert [(a.name, a.slug) for a in Audience.objects.all()] == [("Ältere Menschen", "aeltere-menschen")]


def test_every_save_is_a_version_in_the_history(as_, edda):
    client = as_(edda)
    client.post(f"{LIST}add/", typed())
    event = Event.objects.get()
    client.post(f"{LIST}edit/{event.pk}/", typed(slug=event.slug, title="Lange Kaffeetafel"))
    assert event.revisions.count() == 2
    first = event.revisions.earliest("created_at")
    assert client.get(f"{LIST}history/{event.pk}/revisions/{first.pk}/revert/").status_code == 200
    client.post(f"{LIST}history/{event.pk}/revisions/{first.pk}/revert/", typed(slug=event.slug))
    event.refresh_from_db()
    assert event.title == "Kaffeetafel"


def test_a_version_compared_with_the_next_shows_what_changed(as_, edda):
    client = as_(edda)
    client.post(f"{LIST}add/", typed())
    event = Event.objects.get()
    client.post(f"{LIST}edit/{event.pk}/", typed(slug=event.slug, title="Lange Kaffeetafel"))
    page = client.get(f"{LIST}history/{event.pk}/revisions/compare/earliest...latest/")
    assert "Lange Kaffeetafel" in page.content.decode()


def test_only_a_draft_nobody_registered_for_is_deleted(as_, edda):
    client = as_(edda)
    public, draft = factories.event("Fest"), factories.event("Entwurf", stage="draft")
    answer = client.post(f"{LIST}delete/{public.pk}/", follow=True)
    assert "Bitte sagen Sie sie ab, statt sie zu löschen." in answer.content.decode()
    client.post(f"{LIST}delete/{draft.pk}/")
    assert [e.title for e in Event.objects.all()] == ["Fest"]
