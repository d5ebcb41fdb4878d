"""Needs on the start page and on the pages of quarters, fields of action and topics, and the way to say one there."""

import re

import pytest
from django.core.wsgi import get_wsgi_application

from quartierwerk.core import page_cache
from quartierwerk.core.models import Town
from quartierwerk.core.tests.test_page_cache import Answer, cached
from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import State
from quartierwerk.needs.models import StateWording
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import FieldOfActionFactory, topic

SAY = "/handlungsbedarfe/melden/"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def welper():
    return QuarterFactory(name="Welper", slug="welper")


@pytest.fixture
def wohnen():
    return FieldOfActionFactory(name="Wohnen", slug="wohnen")


def section(client, path):
    """Titles, where “all” leads, and where one says it; None where nothing is shown."""
    found = re.search(
        r'<section[^>]+aria-labelledby="handlungsbedarfe".*?</section>', client.get(path).text, re.DOTALL
    )
    if not found:
        return None
    titles = re.findall(r'<h3 class="qw-need__title"[^>]*><a [^>]+>([^<]+)</a>', found[0])
    whole = re.search(r'<a class="qw-more" href="([^"]+)"', found[0])
    return titles, whole and whole[1], re.search(rf'href="({SAY}[^"]*)"', found[0])[1]


def test_the_four_newest_stand_on_the_start_page(client):
    for number in range(5):
        factories.public_need(f"Wunsch {number}")
    titles = ["Wunsch 4", "Wunsch 3", "Wunsch 2", "Wunsch 1"]
    assert section(client, "/") == (titles, "/handlungsbedarfe/", SAY)


def test_a_quarter_shows_its_own_and_the_form_knows_it(client, welper):
    factories.public_need("Hier", place=Place(quarter=welper))
    factories.public_need("Woanders")
    assert section(client, "/quartiere/welper/") == (
        ["Hier"],
        "/handlungsbedarfe/?quartier=welper",
        f"{SAY}?quartier=welper",
    )


def test_where_nobody_said_anything_a_quarter_invites_and_the_others_are_silent(client, welper, wohnen):
    assert section(client, "/quartiere/welper/") == ([], None, f"{SAY}?quartier=welper")
    assert [section(client, path) for path in ("/", "/handlungsfelder/wohnen/")] == [None, None]


def test_a_field_of_action_and_its_topics_show_what_belongs_to_it(client, wohnen):
    page = topic("Barrierearm wohnen", fields=[wohnen])
    bare = topic("Anderes")
    factories.public_need("Rampe", field=wohnen)
    factories.public_need("Sonst")
    expected = (["Rampe"], "/handlungsbedarfe/?feld=wohnen", SAY)
    assert section(client, "/handlungsfelder/wohnen/") == expected
    assert section(client, page.url) == expected
    assert section(client, bare.url) is None


def test_the_towns_words_for_states_stand_there_too(client):
    StateWording.objects.create(state=State.PUBLISHED, label="steht im Netz")
    factories.public_need()
    assert "steht im Netz" in client.get("/").text


@pytest.mark.parametrize(("path", "leads_to"), [("/", SAY), ("/quartiere/welper/", f"{SAY}?quartier=welper")])
def test_the_first_button_of_a_page_leads_to_where_one_says_it(client, welper, path, leads_to):
    first = re.search(r'<a class="kern-btn[^"]*" href="([^"]+)"', client.get(path).text.split("<h1", 1)[1])
    assert first[1] == leads_to
    assert client.get(first[1]).status_code == 200


def test_the_form_that_it_leads_to_has_chosen_the_quarter(client, welper):
    assert re.search(rf'<option value="{welper.pk}"[^>]* selected', client.get(f"{SAY}?quartier=welper").text)


@pytest.mark.parametrize("many", [1, 4])
@pytest.mark.parametrize(("path", "queries"), [("/quartiere/welper/", 9), ("/handlungsfelder/wohnen/", 4)])
def test_however_many_there_are_the_database_is_asked_as_often(
    client, welper, wohnen, path, queries, many, django_assert_num_queries
):
    for number in range(many):
        factories.public_need(f"Wunsch {number}", place=Place(quarter=welper), field=wohnen)
    client.get(path)
    with django_assert_num_queries(queries):
        client.get(path)


# ------------------------------------------------------------------------------------------------------------ the page cache
@pytest.fixture
def front(tmp_path, monkeypatch, settings):
    settings.PAGE_CACHE_MEGABYTES = 1
    own = page_cache.GenerationInFile(tmp_path / "generation")
    monkeypatch.setattr(page_cache, "generation", lambda: own)
    Town.load()
    return cached(get_wsgi_application())


@pytest.mark.django_db(transaction=True)
def test_a_change_is_seen_at_the_next_request_and_between_changes_nothing_is_read(
    front, mona, django_assert_num_queries
):
    need = factories.public_need("Die Bank", place=Place(51.4, 7.2))
    paths = [
        "/", "/handlungsbedarfe/", "/handlungsbedarfe/karte/", "/handlungsbedarfe/karte.json", "/handlungsbedarfe/atom.xml",
        need.get_absolute_url(),
    ]  # fmt: skip

    def read():
        return [Answer(front, path).body.decode() for path in paths]

    assert ["Die Bank" in text for text in read()] == [True] * 6
    with django_assert_num_queries(0):
        read()
    actions.shorten(need=need, title="Der Sitzplatz", text="", by=mona)
    assert [("Die Bank" in text, "Der Sitzplatz" in text) for text in read()] == [(False, True)] * 6
    actions.remove(need=need, reason="Werbung", by=mona)
    assert ["Der Sitzplatz" in text for text in read()] == [False] * 6
    assert Answer(front, need.get_absolute_url()).status == 410
