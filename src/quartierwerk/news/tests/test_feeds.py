"""Atom feeds: valid, stable, and never more than is public."""

from datetime import date
from xml.etree import ElementTree as Xml

import pytest

from quartierwerk.news.factories import news
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import topic, translated

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client, url):
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = Xml.fromstring(response.content)  # noqa: S314 - our own feed
    return feed.findall(f"{ATOM}entry")


def titles(client, url):
    return [entry.find(f"{ATOM}title").text for entry in entries(client, url)]


def test_the_feed_of_all_news_has_full_links_summary_and_dates(client, site):
    item = news("Fest", date=date(2019, 9, 20), teaser="Kommen Sie!")
    (entry,) = entries(client, "/aktuelles/feed.atom")
    assert entry.find(f"{ATOM}link").get("href") == "http://testserver/aktuelles/fest/"
    assert entry.find(f"{ATOM}summary").text == "Kommen Sie!"
    assert entry.find(f"{ATOM}published").text == "2019-09-20T00:00:00+02:00"
    assert entry.find(f"{ATOM}updated").text.startswith(item.last_published_at.date().isoformat())


def test_the_id_of_an_entry_survives_a_new_title_and_address(client, site):
    item = news("Fest")
    (before,) = entries(client, "/aktuelles/feed.atom")
    item.title, item.slug = "Großes Fest", "grosses-fest"
    item.save_revision().publish()
    (after,) = entries(client, "/aktuelles/feed.atom")
    assert after.find(f"{ATOM}id").text == before.find(f"{ATOM}id").text == f"urn:uuid:{item.translation_key}"


def test_each_quarter_and_each_topic_has_its_own_feed(client, site):
    welper, alter = QuarterFactory(name="Welper", slug="welper"), topic("Altersarmut")
    news("Aus Welper", quarters=[welper])
    news("Über Altersarmut", topics=[alter])
    assert titles(client, "/aktuelles/quartier/welper/feed.atom") == ["Aus Welper"]
    assert titles(client, "/aktuelles/thema/altersarmut/feed.atom") == ["Über Altersarmut"]


@pytest.mark.parametrize(
    "url", ["/aktuelles/quartier/atlantis/feed.atom", "/aktuelles/thema/atlantis/feed.atom"]
)
def test_a_feed_of_something_unknown_is_not_found(client, site, url):
    assert client.get(url).status_code == 404


def test_a_quarter_that_is_not_public_has_no_feed(client, site):
    QuarterFactory(slug="geheim", is_public=False)
    assert client.get("/aktuelles/quartier/geheim/feed.atom").status_code == 404


def test_an_empty_feed_is_still_a_feed(client, site):
    assert entries(client, "/aktuelles/feed.atom") == []


def test_drafts_are_in_no_feed(client, site):
    welper = QuarterFactory(slug="welper")
    news("Geheim", quarters=[welper], live=False)
    assert titles(client, "/aktuelles/feed.atom") == []
    assert titles(client, "/aktuelles/quartier/welper/feed.atom") == []


def test_the_english_feed_carries_the_translation_once(client, site):
    item = news("Fest")
    translated(item, title="Party")
    assert titles(client, "/en/aktuelles/feed.atom") == ["Party"]
    assert titles(client, "/aktuelles/feed.atom") == ["Fest"]


def test_the_list_and_the_item_name_the_feed(client, site):
    link = '<link rel="alternate" type="application/atom+xml" title="Aktuelles" href="/aktuelles/feed.atom">'
    assert link in client.get("/aktuelles/").content.decode()
    assert link in client.get(news("Fest").url).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_a_feed_costs_the_same_queries_however_long(client, site, django_assert_num_queries, count):
    for n in range(count):
        news(f"N{n}", quarters=[QuarterFactory()])
    client.get("/aktuelles/feed.atom")
    with django_assert_num_queries(4):
        client.get("/aktuelles/feed.atom")


def test_links_of_a_feed_are_those_of_the_page_whatever_host_was_asked(client, site, settings):
    settings.BASE_URL = "https://quartier.example"
    news("Sommerfest")
    text = client.get("/aktuelles/feed.atom", HTTP_HOST="localhost").content.decode()
    assert 'href="https://quartier.example/aktuelles/sommerfest/"' in text
    assert 'href="https://quartier.example/aktuelles/"' in text
