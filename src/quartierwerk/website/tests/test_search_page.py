"""The search page, and what the site lets the public find."""

import pytest
from django.test import Client
from django.utils.html import escape
from wagtail.models import Locale, PageViewRestriction

from quartierwerk.core.models import SearchEntry, SearchTerm, SearchWord
from quartierwerk.news.factories import news
from quartierwerk.people.factories import ContactFactory, PersonFactory
from quartierwerk.places.factories import DistrictFactory, QuarterFactory, VenueFactory
from quartierwerk.places.models import QuarterAlias
from quartierwerk.topics.models import FieldOfAction, TopicPage

pytestmark = pytest.mark.django_db


def found(text, **query):
    response = Client().get("/suche/", {"q": text, **query})
    assert response.status_code == 200
    return [hit["title"].replace("<mark>", "").replace("</mark>", "") for hit in response.context["hits"]]


# ---------------------------------------------------------------------------------------------------- what can be found
def test_every_kind_of_thing_is_found(site, topic_index):
    news("Hochbeete am Rathaus")
    topic_index.add_child(instance=TopicPage(title="Hochbeete und Gärten", locale=site.root_page.locale))
    FieldOfAction.objects.create(name="Hochbeete", slug="hochbeete")
    quarter = QuarterFactory(name="Hochbeetquartier")
    VenueFactory(name="Haus der Hochbeete", quarter=quarter)
    ContactFactory(name="Frau Muster", role="Zuständig für Hochbeete")
    home = site.root_page.specific
    home.questions = "Wo fehlen Hochbeete?"
    home.save()
    response = Client().get("/suche/", {"q": "hochbeet"})
    assert {hit["kind"] for hit in response.context["hits"]} == {
        "Nachricht",
        "Thema",
        "Handlungsfeld",
        "Quartier",
        "Ort",
        "Ansprechperson",
        "Startseite",
    }


def test_a_quarter_is_found_by_its_other_names_and_its_districts():
    quarter = QuarterFactory(name="Welper", districts=[DistrictFactory(name="Holthausen")])
    alias = QuarterAlias.objects.create(quarter=quarter, name="Gartenstadt Hüttenau")
    assert found("Hüttenau") == found("holthausen") == ["Welper"]
    alias.delete()
    assert found("Hüttenau") == []


def test_a_change_is_found_at_once_and_what_is_deleted_is_gone():
    venue = VenueFactory(name="Altes Rathaus")
    venue.name = "Neue Bücherei"
    venue.save()
    assert (found("Rathaus"), found("Bücherei")) == ([], ["Neue Bücherei"])
    venue.delete()
    assert found("Bücherei") == []


def test_what_is_not_public_is_not_found(site):
    ContactFactory(name="Herr Intern", is_public=False)
    QuarterFactory(name="Geheimquartier", is_public=False)
    news("Entwurfsmeldung", live=False)
    assert found("Intern") == found("Geheimquartier") == found("Entwurfsmeldung") == []


def test_a_draft_of_a_public_page_tells_nothing_before_it_is_published(site):
    page = news("Sommerfest", teaser="Wir feiern.")
    page.title = "Überraschungsgast"
    revision = page.save_revision()
    assert (found("Sommerfest"), found("Überraschungsgast")) == (["Sommerfest"], [])
    revision.publish()
    assert (found("Sommerfest"), found("Überraschungsgast")) == ([], ["Überraschungsgast"])


def test_a_page_taken_back_or_expired_is_gone(site):
    page = news("Sommerfest")
    page.unpublish(set_expired=True)
    assert found("Sommerfest") == []


def test_a_page_behind_a_restriction_is_gone_and_comes_back(site):
    page = news("Sommerfest")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert found("Sommerfest") == []
    restriction.delete()
    assert found("Sommerfest") == ["Sommerfest"]


def test_a_new_address_of_a_page_stands_in_the_results(site):
    page = news("Sommerfest")
    page.slug = "fest-im-sommer"
    page.save_revision().publish()
    assert SearchEntry.objects.get(kind="news").url == "/aktuelles/fest-im-sommer/"


def test_a_page_is_found_under_the_quarters_it_was_published_for(site):
    quarter = QuarterFactory(name="Welper", slug="welper")
    news("Sommerfest", quarters=[quarter])
    news("Herbstfest")
    assert sorted(found("fest")) == ["Herbstfest", "Sommerfest"]
    assert found("fest", quartier="welper") == ["Sommerfest"]


# -------------------------------------------------------------------------------------------------------------- privacy
def test_the_index_holds_nothing_that_is_private(site, erna, ayla):
    PersonFactory(name="Kanarienvogel Geheim", email="kanarie@geheim.example", phone="+4923249999")
    ContactFactory(name="Frau Muster", email="kanarie@stadt.example", phone="02324 9998", mobile="0170 9997")
    news("Fest", teaser="Schreiben Sie an kanarie@verein.example oder rufen Sie an")
    QuarterFactory(description="Mail: kanarie@quartier.example")
    kept = " ".join(f"{e.title} {e.text} {e.url}" for e in SearchEntry.objects.all())
    words = " ".join(SearchWord.objects.values_list("term", flat=True))
    assert "kanarie" not in kept.lower() + words
    assert "999" not in kept + words
    assert "Erna" not in kept
    assert "@" not in kept


# ------------------------------------------------------------------------------------------------------------- the page
def test_a_result_shows_kind_date_and_the_passage_with_marks(client, site):
    news("Sommerfest in Welper", teaser="Wir feiern mit allen Häusern der Straße.")
    html = client.get("/suche/", {"q": "haus"}).content.decode()
    assert "Nachricht" in html
    assert '<time datetime="2026-06-01">' in html
    assert "mit allen <mark>Häusern</mark> der" in html
    assert "1 Treffer" in html
    assert 'href="/aktuelles/sommerfest-in-welper/"' in html


def test_filters_show_counts_and_keep_the_words(client, site):
    quarter = QuarterFactory(name="Welper", slug="welper")
    VenueFactory(name="Festhalle", quarter=quarter)
    news("Straßenfest", quarters=[quarter])
    news("Dorffest")
    html = client.get("/suche/", {"q": "fest", "art": "news", "quartier": "welper"}).content.decode()
    assert '<option value="news" selected>Nachricht (1)</option>' in html
    assert '<option value="venue">Ort (1)</option>' in html
    assert '<option value="welper" selected>Welper (1)</option>' in html
    assert 'value="fest"' in html


@pytest.mark.parametrize(
    "query",
    [
        {"art": "unsinn"},
        {"quartier": "nirgends"},
        {"seite": "abc"},
        {"seite": "-3"},
        {"seite": "99999999999999999999"},
    ],
)
def test_what_cannot_be_used_in_the_address_is_left_out(site, query):
    news("Sommerfest")
    assert found("Sommerfest", **query) == ["Sommerfest"]


def test_many_results_come_in_pages(client, site):
    for number in range(12):
        VenueFactory(name=f"Treffpunkt {number}")
    html = client.get("/suche/", {"q": "Treffpunkt", "art": "venue"}).content.decode()
    assert "12 Treffer" in html
    assert escape("q=Treffpunkt&art=venue&seite=2") in html
    assert len(found("Treffpunkt", seite="2")) == 2


def test_an_english_reader_gets_the_english_page_and_keeps_the_interface(client, site):
    page = news("Sommerfest")
    news("Sommerfest auf Deutsch")
    english, _ = Locale.objects.get_or_create(language_code="en")
    translation = page.copy_for_translation(english, copy_parents=True)
    translation.title = "Sommerfest: summer party"
    translation.save_revision().publish()
    response = client.get("/en/suche/", {"q": "Sommerfest"})
    assert {hit["url"].split("/")[1] for hit in response.context["hits"]} == {"en"}
    assert sorted(hit["lang"] for hit in response.context["hits"]) == ["", "de"]
    assert sorted(found("Sommerfest")) == ["Sommerfest", "Sommerfest auf Deutsch"]


def test_nothing_found_offers_a_correction_a_human_and_topics(client, site, topic_index):
    ContactFactory(name="Frau Muster", phone="02324 204-0", is_main=True)
    topic_index.add_child(instance=TopicPage(title="Wohnen im Alter", locale=site.root_page.locale))
    news("Bürgertreff")
    html = client.get("/suche/", {"q": "Bürgertref Burgertreff"}).content.decode()
    assert "haben wir nichts gefunden" in html
    assert "<strong>Bürgertreff Bürgertreff</strong>" in html
    assert "02324 204-0" in html
    assert "Wohnen im Alter" in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' OR 1=1",
        "😀" * 50,
        "x" * 10_000,
        "%",
        "\x00",
    ],
)
def test_what_somebody_types_comes_back_as_text_only(client, site, text):
    response = client.get("/suche/", {"q": text})
    assert response.status_code == 200
    assert b"alert(1)>" not in response.content
    assert b"<script>alert" not in response.content


def test_the_page_sets_no_cookie_and_is_not_indexed(client, site):
    response = client.get("/suche/", {"q": "fest"})
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert b'<meta name="robots" content="noindex, follow">' in response.content


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_of_results_costs_a_constant_number_of_queries(client, site, count, django_assert_num_queries):
    for number in range(count):
        news(f"Sommerfest {number}", quarters=[QuarterFactory()])
    client.get("/suche/")
    with django_assert_num_queries(9):
        assert client.get("/suche/", {"q": "sommerfest"}).context["results"].total == count


def test_a_page_without_results_stays_within_ten_queries(client, site, django_assert_max_num_queries):
    ContactFactory(is_main=True)
    news("Bürgertreff")
    client.get("/suche/")
    with django_assert_max_num_queries(10):
        client.get("/suche/", {"q": "Bürgertref"})


def test_the_index_is_gone_with_its_things():
    VenueFactory(name="Rathaus").delete()
    assert not SearchTerm.objects.exists()
