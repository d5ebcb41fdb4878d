"""What a reader sees under /aktuelles/."""

from datetime import date

import pytest

from quartierwerk.news.factories import news
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def welper():
    return QuarterFactory(name="Welper", slug="welper")


def titles(response) -> list[str]:
    return [item["title"] for item in response.context["items"]]


def test_the_list_shows_the_newest_first_and_no_draft(client, site):
    news("Alt", date=date(2019, 9, 20))
    news("Neu", date=date(2026, 6, 1))
    news("Noch geheim", live=False)
    response = client.get("/aktuelles/")
    assert titles(response) == ["Neu", "Alt"]
    assert "Noch geheim" not in response.content.decode()


def test_an_empty_list_says_so_kindly(client, site):
    assert "Noch keine Nachrichten" in client.get("/aktuelles/").content.decode()


def test_a_reader_narrows_by_quarter_topic_and_year(client, site, welper):
    alter = topic("Altersarmut")
    news("Passt", quarters=[welper], topics=[alter], date=date(2019, 9, 23))
    news("Anderes Jahr", quarters=[welper], topics=[alter], date=date(2020, 1, 1))
    news("Anderes Quartier", topics=[alter], date=date(2019, 1, 1))
    news("Anderes Thema", quarters=[welper], date=date(2019, 1, 1))
    response = client.get("/aktuelles/?quartier=welper&thema=altersarmut&jahr=2019")
    assert titles(response) == ["Passt"]
    assert response.context["count_text"] == "1 Nachricht"
    assert "Aktuelles: Welper, Altersarmut, 2019" in response.content.decode()


def test_the_years_on_offer_are_those_in_which_something_was_written(client, site, welper):
    news("A", date=date(2019, 5, 1), quarters=[welper])
    news("B", date=date(2026, 5, 1))
    years = client.get("/aktuelles/").context["filter"].fields["jahr"].choices
    assert years == [("", "Alle Jahre"), ("2026", "2026"), ("2019", "2019")]


@pytest.mark.parametrize("query", ["quartier=atlantis", "thema=gibtsnicht", "jahr=1848", "jahr=%27--"])
def test_an_unknown_choice_is_answered_at_the_field_with_everything_below(client, site, query):
    news("Bleibt stehen")
    response = client.get(f"/aktuelles/?{query}")
    assert response.status_code == 200
    assert "Das gibt es hier nicht. Bitte wählen Sie aus der Liste." in response.content.decode()
    assert titles(response) == ["Bleibt stehen"]


def test_a_quarter_without_news_leads_back_to_all_news(client, site, welper):
    news("Anderswo")
    page = client.get("/aktuelles/?quartier=welper").content.decode()
    assert "Dazu gibt es keine Nachricht" in page
    assert "Alle Nachrichten" in page


def test_the_twenty_first_item_stands_on_the_second_page_and_the_filter_stays(client, site, welper):
    for n in range(21):
        news(f"Nachricht {n}", date=date(2026, 1, 1 + n), quarters=[welper])
    first = client.get("/aktuelles/?quartier=welper")
    assert len(titles(first)) == 20
    assert "?quartier=welper&amp;seite=2" in first.content.decode()
    assert titles(client.get("/aktuelles/?quartier=welper&seite=2")) == ["Nachricht 0"]


@pytest.mark.parametrize("page", ["0", "99", "abc"])
def test_a_page_number_that_does_not_exist_shows_a_page_that_does(client, site, page):
    news("Da")
    assert titles(client.get(f"/aktuelles/?seite={page}")) == ["Da"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_few_queries_however_long_it_is(
    client, site, welper, django_assert_num_queries, count, photo
):
    for n in range(count):
        news(f"N{n}", quarters=[welper], topics=[topic(f"T{n}")], image=photo(n), image_alt="Ein Haus")
    client.get("/aktuelles/")
    with django_assert_num_queries(8):
        client.get("/aktuelles/")


def test_the_list_sets_no_cookie_and_does_not_vary_by_one(client, site):
    news("Da")
    response = client.get("/aktuelles/")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_older_years_are_one_link_away(client, site):
    news("Armutskonferenz", date=date(2019, 9, 23))
    news("Sommerfest")
    assert (
        '<a class="qw-tap" href="/aktuelles/?jahr=2019">2019</a>'
        in client.get("/aktuelles/").content.decode()
    )
