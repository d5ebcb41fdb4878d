"""Topics and fields of action as a reader finds them."""

import pytest

from quartierwerk.core.demo import TownFolder
from quartierwerk.topics.factories import FieldOfActionFactory, topic
from quartierwerk.topics.models import FieldOfAction

pytestmark = pytest.mark.django_db


@pytest.fixture
def wohnen():
    return FieldOfActionFactory(name="Wohnen", slug="wohnen", summary="Gut leben.", order=1)


@pytest.fixture
def versorgen():
    return FieldOfActionFactory(name="Sich versorgen", slug="sich-versorgen", order=2)


def test_topics_stand_under_their_fields_and_others_at_the_end(client, site, wohnen, versorgen):
    umbau, quer = topic("Umbau", fields=[wohnen]), topic("Beides", fields=[wohnen, versorgen])
    lose = topic("Ohne Feld")
    topic("Entwurf", live=False, fields=[wohnen])
    groups = client.get("/themen/").context["groups"]
    assert groups == [(wohnen, [quer, umbau]), (versorgen, [quer]), (None, [lose])]


def test_without_topics_the_fields_still_stand_there(client, site, wohnen):
    page = client.get("/themen/").content.decode()
    assert "Wohnen" in page
    assert "Zu diesem Handlungsfeld gibt es noch kein Thema." in page


def test_a_field_shows_its_description_and_topics(client, site, wohnen):
    topic("Umbau", fields=[wohnen])
    topic("Anderes")
    wohnen.description = "Erster Absatz.\n\nZweiter Absatz."
    wohnen.save()
    response = client.get("/handlungsfelder/wohnen/")
    page = response.content.decode()
    assert [t.title for t in response.context["topics"]] == ["Umbau"]
    assert "<p>Erster Absatz.</p>" in page
    assert "<h1>Wohnen</h1>" in page


def test_a_field_that_does_not_exist_is_not_found(client, site):
    assert client.get("/handlungsfelder/gibtsnicht/").status_code == 404


def test_a_field_without_topics_says_so(client, site, wohnen):
    assert "Noch kein Thema" in client.get("/handlungsfelder/wohnen/").content.decode()


def test_a_topic_taken_back_is_gone(client, site):
    page = topic("Altersarmut")
    page.unpublish()
    assert client.get("/themen/altersarmut/").status_code == 410
    assert "Altersarmut" not in client.get("/themen/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_topics_costs_the_same_queries_however_long(
    client, site, wohnen, django_assert_num_queries, count
):
    for n in range(count):
        topic(f"T{n}", fields=[wohnen])
    client.get("/themen/")
    with django_assert_num_queries(4):
        client.get("/themen/")


@pytest.mark.parametrize("count", [1, 3])
def test_a_field_costs_the_same_queries_however_many_topics(
    client, site, wohnen, django_assert_num_queries, count
):
    for n in range(count):
        topic(f"T{n}", fields=[wohnen])
    client.get("/handlungsfelder/wohnen/")
    with django_assert_num_queries(6):
        client.get("/handlungsfelder/wohnen/")


def test_editors_change_fields_of_action_in_the_admin(admin, site, wohnen):
    url = f"/verwaltung/fieldofaction/edit/{wohnen.pk}/"
    form = {
        "name": "Gut wohnen",
        "slug": "wohnen",
        "summary": "",
        "description": "",
        "icon": "housing",
        "order": 3,
    }
    assert admin.post(url, form).status_code == 302
    assert FieldOfAction.objects.get().name == "Gut wohnen"


def test_a_slug_that_exists_is_refused_at_the_field(admin, site, wohnen):
    form = {"name": "Neu", "slug": "wohnen", "icon": "housing", "order": 3}
    response = admin.post("/verwaltung/fieldofaction/new/", form)
    assert "slug" in response.context["form"].errors
    assert FieldOfAction.objects.count() == 1


@pytest.mark.parametrize("town", ["hattingen", "flensburg"])
def test_the_demo_town_can_be_loaded_twice(site, town, client):
    from quartierwerk.topics import demo

    for _ in range(2):
        demo.load(TownFolder.named(town))
    assert [f.name for f in FieldOfAction.objects.all()] == [
        "Wohnen",
        "Sich versorgen",
        "Sich einbringen",
        "Gemeinschaft erleben",
    ]
