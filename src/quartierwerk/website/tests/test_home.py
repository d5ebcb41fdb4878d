"""The start page: the invitation, what is new, whom to call."""

import re

import pytest
from django.utils.translation import override

from quartierwerk.core import home as home_sections
from quartierwerk.news.factories import news
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.models import FieldOfAction

QUERIES = 11  # one of them reads the town, which outside a test's transaction is remembered


def fill(home, number):
    for n in range(number):
        QuarterFactory()
        FieldOfAction.objects.create(name=f"Feld {n}", slug=f"feld-{n}")
        news(f"Nachricht {n}")
    home.questions = "Soll sich etwas ändern?\n\nMöchten Sie mitmachen?\n"
    home.motto = "Packen wir es an!"
    home.save_revision().publish()


@pytest.mark.parametrize("number", [1, 3])
def test_however_much_there_is_the_home_page_asks_as_many_questions_of_the_database(
    client, home, number, django_assert_num_queries
):
    ContactFactory(is_main=True)
    fill(home, number)
    client.get("/")  # Wagtail remembers the roots of its sites
    with django_assert_num_queries(QUERIES):
        answer = client.get("/")
    assert answer.status_code == 200


def test_the_home_page_sets_no_cookie_and_varies_by_none(client, home):
    answer = client.get("/")
    assert (dict(answer.cookies), answer.headers.get("Vary", "").lower().count("cookie")) == ({}, 0)


def test_each_question_of_the_editor_stands_on_the_home_page(client, home):
    fill(home, 1)
    answer = client.get("/")
    assert answer.context["questions"] == ["Soll sich etwas ändern?", "Möchten Sie mitmachen?"]
    assert "Packen wir es an!" in answer.text


def test_whoever_is_moved_by_one_of_them_is_led_to_the_form(client, home):
    fill(home, 1)
    assert re.search(
        r'href="/handlungsbedarfe/melden/"[^>]*>\s*<span[^>]*>Sagen Sie es uns', client.get("/").text
    )


def test_the_three_newest_news_are_shown(client, home):
    fill(home, 4)
    assert [item["title"] for item in client.get("/").context["news"]] == [
        "Nachricht 3",
        "Nachricht 2",
        "Nachricht 1",
    ]


def test_the_first_contact_is_shown_with_phone_and_form(client, home):
    ContactFactory(name="Andere", order=1)
    ContactFactory(name="Erste", slug="erste", is_main=True, phone="02324 204-5552")
    answer = client.get("/")
    assert answer.context["contact"].name == "Erste"
    assert 'href="tel:+4923242045552"' in answer.text
    assert 'href="/kontakt/erste/schreiben/"' in answer.text


def test_the_first_button_and_the_invitation_lead_to_where_one_says_it(client, home):
    fill(home, 1)
    page = client.get("/").text
    first = re.search(r'<a class="kern-btn[^>]*href="([^"]+)"', page.split("<h1", 1)[1])
    assert (first[1], page.count('href="/handlungsbedarfe/melden/"')) == ("/handlungsbedarfe/melden/", 2)


def test_a_contact_who_is_not_public_is_not_shown(client, home):
    ContactFactory(name="Geheim", is_main=True, is_public=False)
    answer = client.get("/")
    assert answer.context["contact"] is None
    assert "Geheim" not in answer.text


def test_the_home_page_leads_to_its_explanations(client, home):
    assert [way.url for way in client.get("/").context["easy_ways"]] == [
        "/leichte-sprache/",
        "/gebaerdensprache/",
        "/barrierefreiheit/",
    ]


def test_in_english_every_link_of_the_frame_stays_english(client, home):
    context = client.get("/en/").context
    with override("en"):
        assert [way.label for way in context["easy_ways"]] == [
            "Easy language",
            "Sign language",
            "Accessibility",
        ]
    assert {link.url.split("/")[1] for link in context["main_navigation"]} == {"en"}


def test_a_lower_app_may_put_a_section_on_the_home_page(client, home):
    section = home_sections.HomeSection("test", 1, "core/illustrations/bench.html", lambda _: {"dates": 1})
    home_sections.register(section)
    try:
        assert client.get("/").context["sections"] == [("core/illustrations/bench.html", {"dates": 1})]
    finally:
        home_sections.unregister("test")


def test_a_section_with_nothing_to_say_is_left_out(client, home):
    home_sections.register(home_sections.HomeSection("test", 1, "nirgends.html", lambda _: None))
    try:
        assert client.get("/").context["sections"] == []
    finally:
        home_sections.unregister("test")
