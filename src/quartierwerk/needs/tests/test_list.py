"""The list and the table: what stands there, in which order, on how many pages, and at what cost."""

import re
from datetime import timedelta

import pytest

from quartierwerk.core import clock
from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import Kind, State
from quartierwerk.needs.models import Need, Support
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import FieldOfActionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
HERE = "/handlungsbedarfe/"
TABLE = f"{HERE}tabelle/"
EVERYWHERE = (
    HERE, f"{HERE}karte/", f"{HERE}karte.json", TABLE, f"{HERE}handlungsbedarfe.csv", f"{HERE}handlungsbedarfe.geojson",
    f"{HERE}atom.xml", f"{HERE}quartier/welper/atom.xml", f"{HERE}handlungsfeld/wohnen/atom.xml", "/", "/quartiere/welper/",
    "/handlungsfelder/wohnen/", "/sitemap.xml", "/suche/?q=Geheimnis",
)  # fmt: skip
QUERIES = 8  # one of them reads the town, which outside a test's transaction is remembered


@pytest.fixture
def welper():
    return QuarterFactory(name="Welper", slug="welper", latitude=51.4, longitude=7.2)


@pytest.fixture
def wohnen():
    return FieldOfActionFactory(name="Wohnen", slug="wohnen")


def titles(response):
    return [item["title"] for item in response.context["items"]]


def body(response):
    return (response.getvalue() if response.streaming else response.content).decode()


def dated(title, days_ago=0, **values):
    need = factories.public_need(title)
    Need.objects.filter(pk=need.pk).update(published_at=clock.now() - timedelta(days=days_ago), **values)
    return need


def test_the_newest_stand_first_and_readers_choose_another_order(client, mona):
    old, middle, new = dated("Alt", 9), dated("Mittel", 5), dated("Neu", 1)
    Support.objects.bulk_create(Support(need=middle, voter=f"test:{n}") for n in range(3))
    actions.count_again(middle)
    for need in (new, old):
        actions.move_on(need=need, state=State.IN_REVIEW, reason="", by=mona)
    assert [titles(client.get(f"{HERE}?sortierung={key}")) for key in ("", "betroffene", "antwort", "aelteste")] == [
        ["Neu", "Mittel", "Alt"],
        ["Mittel", "Neu", "Alt"],
        ["Alt", "Neu"],
        ["Alt", "Mittel", "Neu"],
    ]  # fmt: skip


def test_what_waits_or_was_removed_stands_nowhere(client, mona, welper, wohnen):
    place = Place(51.4, 7.2, "Am Geheimnis", welper)
    for end in ("waits", "removed", "blocked", "taken back"):
        need = factories.need("Ein Geheimnis", text="Geheimnis", place=place, field=wohnen)
        if end != "waits":
            actions.publish(need=need, by=mona)
        if end in ("removed", "blocked"):
            actions.remove(need=need, reason="Geheimnis", by=mona, blocked=end == "blocked")
        if end == "taken back":
            actions.take_back(need=need)
    shown = factories.public_need("Die Bank", place=place, field=wohnen)
    for path in EVERYWHERE:
        text = body(client.get(path)).replace("Am Geheimnis", "").replace("q=Geheimnis", "")
        text = text.replace('value="Geheimnis"', "").replace("„Geheimnis“", "")
        assert (path, [need.reference for need in Need.objects.exclude(pk=shown.pk) if need.reference in text]) == (
            path,
            [],
        )  # fmt: skip
        assert (path, "Ein Geheimnis" in text) == (path, False)
    assert client.get(f"{HERE}karte.json").json()["total"] == 1


def test_what_is_said_twice_stands_once_unless_it_is_asked_for(client, mona, welper):
    first = factories.public_need("Bank", place=Place(51.4, 7.2, "", welper))
    again = factories.public_need("Bank, noch einmal", place=Place(51.4, 7.2, "", welper))
    actions.mark_duplicate(need=again, of=first, by=mona)
    for path in (HERE, TABLE, f"{HERE}karte/"):
        assert titles(client.get(path)) == ["Bank"]
    assert titles(client.get(f"{HERE}?stand=schon-gemeldet")) == ["Bank, noch einmal"]
    for path in ("/", "/quartiere/welper/", f"{HERE}atom.xml"):
        assert "noch einmal" not in body(client.get(path))


def test_a_need_shows_kind_state_place_day_and_how_many_it_concerns_and_nobody(client, welper, erna):
    said = {"text": "Sie wackelt.  \n\n" + "Sehr lang. " * 40, "kind": Kind.IDEA, "shown_name": ""}
    need = factories.public_need("Bank", person=erna, place=Place(name="Am Ufer", quarter=welper), **said)
    Support.objects.create(need=need, voter="test:1")
    actions.count_again(need)
    response = client.get(HERE)
    item = response.context["items"][0]
    assert item["teaser"].startswith("Sie wackelt. Sehr lang. Sehr lang.")
    assert len(item["teaser"]) == 180
    assert {key: item[key] for key in ("title", "url", "kind", "place", "counts", "number", "supports")} == {
        "title": "Bank",
        "url": f"{HERE}{need.reference}/",
        "kind": "Idee",
        "place": "Am Ufer, Welper",
        "counts": ["betrifft auch 1 Person"],
        "number": need.reference,
        "supports": 1,
    }
    assert item["state"] == {"text": "veröffentlicht", "kind": ""}
    assert "Erna" not in response.text


def test_many_stand_on_several_pages_and_one_beyond_the_last_is_the_last(client):
    for number in range(22):
        factories.public_need(f"Wunsch {number}")
    assert [len(titles(client.get(f"{HERE}?seite={page}"))) for page in ("1", "2", "99", "0", "x")] == [
        20,
        2,
        2,
        2,
        20,
    ]
    page = client.get(HERE)
    assert page.context["count_text"] == "22 Beiträge"
    assert 'href="?seite=2"' in page.text
    assert len(titles(client.get(TABLE))) == 22


def test_beyond_what_anybody_leafs_through_nothing_is_counted(client, monkeypatch):
    from quartierwerk.needs.pages import orders

    monkeypatch.setattr(orders, "MOST_COUNTED", 2)
    for number in range(3):
        factories.public_need(f"Wunsch {number}")
    assert client.get(HERE).context["count_text"] == "mehr als 2 Beiträge"


def test_an_empty_town_invites_to_be_the_first(client):
    page = client.get(HERE)
    assert (page.status_code, page.context["empty"]["url"]) == (200, "/handlungsbedarfe/melden/")
    assert "Noch hat niemand etwas gesagt" in page.text


def test_where_nothing_is_found_the_best_way_out_is_offered(client, welper):
    factories.public_need("Mülleimer fehlt", place=Place(quarter=welper))
    ways = {
        query: client.get(f"{HERE}?{query}").context["empty"]["url"]
        for query in ("q=Mülleimmer", "quartier=welper&art=lob", "art=lob", "sortierung=antwort")
    }
    assert ways == {
        "q=Mülleimmer": f"{HERE}?q=M%C3%BClleimer",
        "quartier=welper&art=lob": f"{HERE}?quartier=welper",
        "art=lob": HERE,
        "sortierung=antwort": HERE,
    }


@pytest.mark.parametrize("path", [HERE, f"{HERE}karte/", TABLE])
def test_the_first_button_leads_to_where_one_says_it_and_knows_the_quarter(client, welper, path):
    for query, leads_to in (("", ""), ("?quartier=welper&art=lob", "?quartier=welper")):
        page = client.get(path + query).text.split("<h1", 1)[1]
        first = re.search(r'<a class="kern-btn kern-btn--primary" href="([^"]+)">', page)
        assert first[1] == f"/handlungsbedarfe/melden/{leads_to}"
        assert "Sagen, was sich ändern soll" in page


def test_the_head_of_the_table_sorts_and_says_how_it_is_sorted(client):
    dated("Alt", 9)
    dated("Neu", 1)

    def sorted_by(query):
        columns = client.get(TABLE + query).context["columns"]
        return {name: (column["sort"], column["url"]) for name, column in columns.items()}

    assert sorted_by("?art=problem")["date"] == ("descending", f"{TABLE}?art=problem&sortierung=aelteste")
    assert sorted_by("?sortierung=aelteste")["date"] == ("ascending", TABLE)
    assert sorted_by("?sortierung=betroffene")["betroffene"][0] == "descending"
    page = client.get(TABLE).text
    assert page.count('aria-sort="') == 1
    assert titles(client.get(f"{TABLE}?sortierung=aelteste")) == ["Alt", "Neu"]


@pytest.mark.parametrize("path", [HERE, f"{HERE}karte/", TABLE])
@pytest.mark.parametrize("many", [1, 3])
def test_however_many_there_are_the_database_is_asked_as_often(
    client, welper, wohnen, path, many, django_assert_num_queries
):
    for number in range(many):
        factories.public_need(f"Wunsch {number}", place=Place(51.4, 7.2, "", welper), field=wohnen)
    client.get(path)
    with django_assert_num_queries(QUERIES + (path == f"{HERE}karte/")):
        client.get(f"{path}?quartier=welper&feld=wohnen&art=problem&stand=offen&zeit=7-tage")


@pytest.mark.parametrize("path", [HERE, f"{HERE}karte/", TABLE, f"{HERE}karte.json", f"{HERE}atom.xml"])
def test_reading_sets_no_cookie_and_varies_by_none(client, path):
    factories.public_need()
    answer = client.get(path)
    assert (dict(answer.cookies), "cookie" in answer.headers.get("Vary", "").lower()) == ({}, False)


@pytest.mark.parametrize(
    "path", [HERE, f"{HERE}karte/", TABLE, f"{HERE}karte.json", f"{HERE}handlungsbedarfe.csv"]
)
def test_nothing_is_written_here(client, path):
    assert client.head(path).status_code == 200
    assert client.post(path).status_code == 405


def test_german_words_on_an_english_page_say_that_they_are_german(client, welper):
    factories.public_need("Die Bank am Ufer", text="Sie wackelt.", place=Place(quarter=welper))
    page = client.get(f"/en{HERE}?quartier=welper").text
    assert re.search(r'<h2 class="qw-need__title" lang="de"><a [^>]+>Die Bank am Ufer</a>', page)
    assert '<p lang="de">Sie wackelt.</p>' in page
    assert '<span lang="de">Welper</span></h1>' in page
    assert ' lang="de"><a' not in client.get(HERE).text
