"""What readers, registered people and the desk see after an event moved or was cancelled."""

import re

import pytest
from django.urls import reverse

from quartierwerk.events import actions, factories
from quartierwerk.events.enums import CameBy, Promotion
from quartierwerk.events.factories import AgendaItemFactory, local
from quartierwerk.events.models import Event
from quartierwerk.people.factories import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]

PLACE = {"place_name": "Holschentor", "street": "Talstraße 8", "room": "Saal"}


@pytest.fixture
def conference():
    return factories.event(
        "Armutskonferenz",
        slug="armutskonferenz",
        starts_at=local(2026, 10, 8, 16),
        place_name="Altes Rathaus",
        street="Untermarkt 9",
        capacity=1,
        promotion=Promotion.BY_HAND,
    )


@pytest.fixture
def firm(conference):
    return factories.registration(conference, person=PersonFactory(called=True), came_by=CameBy.PHONE)


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def move(event, carla, *, starts_at=None, **place):
    event = Event.objects.get(pk=event.pk)
    return actions.move_event(
        event=event,
        starts_at=starts_at or event.starts_at,
        ends_at=None,
        reason="Wasserschaden",
        by=carla,
        place=place,
    )


def test_who_reads_the_page_sees_that_only_the_place_is_another(client, conference, carla):
    move(conference, carla, **PLACE)
    page = words(client.get(conference.get_absolute_url()))
    assert "verlegt" in page
    assert "war für Altes Rathaus, Untermarkt 9 angekündigt" in page
    assert "Holschentor, Saal, Talstraße 8" in page
    assert "Wasserschaden" in page


def test_it_stands_in_the_list_and_in_the_calendar_file_too(client, conference, carla):
    move(conference, carla, **PLACE)
    assert "statt Altes Rathaus, Untermarkt 9" in words(client.get("/termine/"))
    calendar = (
        client.get(reverse("events:event_ics", args=[conference.slug])).content.decode().replace("\r\n ", "")
    )
    assert "angekündigt war: Altes Rathaus" in calendar


def test_time_and_place_are_told_together(client, conference, carla):
    move(conference, carla, starts_at=local(2026, 11, 5, 17), **PLACE)
    page = words(client.get(conference.get_absolute_url()))
    assert "war für Donnerstag, 8. Oktober, 16 Uhr, Altes Rathaus, Untermarkt 9 angekündigt" in page


def test_a_new_time_alone_says_nothing_of_the_place(client, conference, carla):
    move(conference, carla, starts_at=local(2026, 11, 5, 17))
    page = words(client.get(conference.get_absolute_url()))
    assert "war für Donnerstag, 8. Oktober, 16 Uhr angekündigt" in page


def test_the_desk_is_warned_that_the_programme_names_rooms_of_the_old_house(conference, at_desk, carla):
    AgendaItemFactory(event=conference, room="Raum 1")
    typed = {"day": "2026-10-08", "begin": "16:00", "reason": "Wasserschaden"}
    stays = {"place_name": "Altes Rathaus", "street": "Untermarkt 9"}
    move_url = reverse("events:desk_move", args=[conference.pk])
    at_the_desk = at_desk(carla)
    assert "diese Räume" not in words(
        at_the_desk.post(move_url, typed | stays | {"begin": "17:00"}, follow=True)
    )
    assert "diese Räume: Raum 1" in words(at_the_desk.post(move_url, typed | PLACE, follow=True))


def test_after_a_cancellation_ones_own_page_does_not_begin_with_good_news(client, conference, firm, carla):
    assert "<h1>Sie sind angemeldet" in re.sub(r"<h1[^>]*>\s*", "<h1>", client.get(firm.own_path).text)
    actions.cancel_event(event=conference, reason="Sturm", by=carla)
    page = re.sub(r"<h1[^>]*>\s*", "<h1>", client.get(firm.own_path).text)
    assert "<h1>Die Veranstaltung fällt aus" in page
    assert "Sie sind angemeldet" not in page


def test_there_is_no_confirmation_for_what_does_not_take_place(client, conference, firm, carla):
    pdf = firm.own_path + "bestaetigung.pdf"
    assert client.get(pdf)["Content-Type"] == "application/pdf"
    actions.cancel_event(event=conference, reason="Sturm", by=carla)
    response = client.get(pdf)
    assert response.status_code == 404
    assert "Die Veranstaltung fällt aus" in words(response)


def test_nobody_at_the_desk_is_asked_for_answers_to_places_that_are_gone(conference, firm, at_desk, carla):
    waiting = factories.registration(conference, person=PersonFactory(called=True), came_by=CameBy.PHONE)
    actions.cancel_registration(registration=firm)
    actions.promote(registration=waiting, reason="Nächste in der Reihe", by=carla)
    at_the_desk = at_desk(carla)
    page = reverse("events:desk_event", args=[conference.pk])
    assert "wartet auf jemanden" in words(at_the_desk.get(page))
    actions.cancel_event(event=Event.objects.get(pk=conference.pk), reason="Sturm", by=carla)
    assert "wartet auf jemanden" not in words(at_the_desk.get(page))
    one = words(at_the_desk.get(reverse("events:desk_registration", args=[waiting.pk])))
    assert "Das findet nicht statt." in one


def test_the_door_of_a_cancelled_event_has_no_button_to_let_anybody_in(conference, firm, at_desk, carla):
    door = reverse("events:door", args=[conference.pk])
    at_the_desk = at_desk(carla)
    assert f'value="{firm.code}"' in at_the_desk.get(door).text
    actions.cancel_event(event=conference, reason="Sturm", by=carla)
    assert f'value="{firm.code}"' not in at_the_desk.get(door).text
