"""Pages in the reader's language: translated ones win, others answer in German inside the English frame."""

import re
from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from quartierwerk.core.pages import EASY_LANGUAGE
from quartierwerk.topics.factories import language, standard_page, topic, translated

pytestmark = pytest.mark.django_db


def links(page: str, rel: str) -> list[tuple[str, str]]:
    found = re.findall(rf'<link rel="{rel}"(?: hreflang="([^"]+)")? href="([^"]+)">', page)
    return [(code, url) for code, url in found]


def test_an_untranslated_topic_answers_in_german_inside_the_english_frame(client, site):
    topic("Altersarmut", teaser="Wenn das Geld nicht reicht.")
    response = client.get("/en/themen/altersarmut/")
    page = response.content.decode()
    assert response.status_code == 200
    assert '<html lang="en"' in page
    assert "Wenn das Geld nicht reicht." in page


def test_an_untranslated_standard_page_answers_through_the_page_tree_too(client, home):
    standard_page(home, "Über uns", slug="ueber-uns")
    assert '<article class="qw-stack" lang="de">' in client.get("/en/ueber-uns/").content.decode()
    assert '<article class="qw-stack">' in client.get("/ueber-uns/").content.decode()


def test_a_translated_page_is_shown_in_its_own_words_at_its_own_address(client, site):
    german = topic("Altersarmut")
    translated(german, title="Poverty in old age", slug="poverty")
    response = client.get("/en/themen/poverty/")
    page = response.content.decode()
    assert "<h1>Poverty in old age</h1>" in page
    assert '<article class="qw-stack">' in page


def test_the_german_address_under_english_leads_to_the_translation(client, site):
    translated(topic("Altersarmut"), title="Poverty in old age", slug="poverty")
    response = client.get("/en/themen/altersarmut/")
    assert (response.status_code, response["Location"]) == (302, "/en/themen/poverty/")


def test_a_translation_still_in_draft_stays_private_and_german_answers(client, site):
    translated(topic("Altersarmut"), title="Geheime Fassung", live=False)
    page = client.get("/en/themen/altersarmut/").content.decode()
    assert "Geheime Fassung" not in page
    assert "<h1>Altersarmut</h1>" in page


def test_a_draft_standard_page_is_not_found_in_any_language(client, home):
    standard_page(home, "Noch geheim", slug="geheim", live=False)
    assert client.get("/geheim/").status_code == 404
    assert client.get("/en/geheim/").status_code == 404


def test_an_unknown_address_is_not_found_below_translated_parents_either(client, home):
    translated(standard_page(home, "Über uns", slug="ueber-uns"), title="About us", slug="about")
    assert client.get("/en/about/").status_code == 200
    assert client.get("/en/nie-gewesen/").status_code == 404
    assert client.get("/en/about/nie-gewesen/").status_code == 404


def test_the_canonical_address_is_that_of_the_original(client, site):
    topic("Altersarmut")
    for url in ("/themen/altersarmut/", "/en/themen/altersarmut/"):
        assert links(client.get(url).content.decode(), "canonical") == [
            ("", "http://testserver/themen/altersarmut/")
        ]


def test_search_engines_hear_of_real_translations_only(client, site):
    german = topic("Altersarmut")
    assert links(client.get(german.url).content.decode(), "alternate") == []
    translated(german, title="Poverty", slug="poverty")
    expected = [
        ("de", "http://testserver/themen/altersarmut/"),
        ("en", "http://testserver/en/themen/poverty/"),
        ("x-default", "http://testserver/themen/altersarmut/"),
    ]
    assert links(client.get("/themen/altersarmut/").content.decode(), "alternate") == expected
    assert links(client.get("/en/themen/poverty/").content.decode(), "alternate") == expected


def switch(client, url):
    return {link.code: link.url for link in client.get(url).context["language_links"]}


def test_the_language_switch_knows_the_address_in_the_other_language(client, site):
    german = topic("Altersarmut")
    assert switch(client, german.url) == {"de": "/themen/altersarmut/", "en": "/en/themen/altersarmut/"}
    translated(german, title="Poverty", slug="poverty")
    expected = {"de": "/themen/altersarmut/", "en": "/en/themen/poverty/"}
    assert switch(client, "/themen/altersarmut/") == expected
    assert switch(client, "/en/themen/poverty/") == expected


def test_a_page_that_exists_in_english_only_leads_germans_home(client, home):
    english = translated(standard_page(home, "Nur kurz"), title="English only", slug="only")
    english.get_translation(home.locale).unpublish()
    assert switch(client, "/en/only/")["de"] == "/"


def test_a_mirrored_parent_stays_marked_as_german(client, site, topic_index):
    translated(topic("Altersarmut"), title="Poverty")
    mirror = topic_index.get_translations().get()
    assert mirror.alias_of_id == topic_index.pk
    assert mirror.specific.content_language == "de"


def test_links_to_german_pages_keep_an_english_reader_in_english(client, site):
    topic("Altersarmut")
    assert 'href="/en/themen/altersarmut/"' in client.get("/en/themen/").content.decode()


def test_lists_show_each_topic_once_in_the_readers_language(client, site):
    translated(topic("Altersarmut"), title="Poverty in old age")
    topic("Nachbarschaft")
    english = client.get("/en/themen/").content.decode()
    assert ("Poverty in old age" in english, "Altersarmut" in english, "Nachbarschaft" in english) == (
        True,
        False,
        True,
    )
    german = client.get("/themen/").content.decode()
    assert ("Poverty in old age" in german, "Altersarmut" in german) == (False, True)


def easy(page, **checked):
    return translated(page, EASY_LANGUAGE, title="Wenig Geld im Alter", slug="wenig-geld", **checked)


def test_a_checked_text_says_who_checked_it_and_the_original_links_to_it(client, site):
    easy(topic("Altersarmut"), checked_by="Prüfgruppe Ruhr", checked_on=date(2026, 5, 4))
    page = client.get("/de-simple/themen/wenig-geld/").content.decode()
    assert "Leichte Sprache, geprüft von Prüfgruppe Ruhr am 4. Mai 2026." in page
    original = client.get("/themen/altersarmut/").content.decode()
    assert "Diesen Text gibt es auch in Leichter Sprache." in original
    assert 'href="/de-simple/themen/wenig-geld/"' in original


@pytest.mark.parametrize("checked", [{}, {"checked_by": "Prüfgruppe", "checked_on": date(2026, 5, 4)}])
def test_easy_language_checked_or_not_is_german_to_whatever_reads_it_aloud(client, site, checked):
    easy(topic("Altersarmut"), **checked)
    page = client.get("/de-simple/themen/wenig-geld/").content.decode()
    assert '<html lang="de" ' in page
    assert ' lang="de-simple"' not in page


@pytest.mark.parametrize("half", [{}, {"checked_by": "Prüfgruppe"}, {"checked_on": date(2026, 5, 4)}])
def test_an_unchecked_text_is_never_called_leichte_sprache(client, site, half):
    easy(topic("Altersarmut"), **half)
    page = client.get("/de-simple/themen/wenig-geld/").content.decode()
    assert "geprüft von" not in page
    assert "Eine Prüfgruppe hat ihn noch nicht gelesen." in page
    original = client.get("/themen/altersarmut/").content.decode()
    assert "Leichter Sprache" not in original
    assert "wenig-geld" not in original


def test_the_fields_of_the_check_are_offered_for_leichte_sprache_only(site, alex, rf):
    german = topic("Altersarmut")
    simple = easy(german)

    def shown(page):
        handler = page.get_edit_handler()
        request = rf.get("/")
        request.user = alex
        form = handler.get_form_class()(instance=page, for_user=alex)
        panel = handler.get_bound_panel(instance=page, request=request, form=form)
        promote = panel.children[1].children
        return [child.heading for child in promote if child.is_shown()]

    assert "Prüfung der Leichten Sprache" not in shown(german)
    assert "Prüfung der Leichten Sprache" in shown(simple)


def test_nobody_can_lock_a_page_behind_a_password(site):
    assert topic("Altersarmut").private_page_options == []


def test_a_mirror_and_what_stands_below_it_are_as_private_as_the_source(site, topic_index):
    page = topic("Altersarmut")
    mirror = topic_index.copy_for_translation(language("en"), alias=True, copy_parents=True)
    below = page.copy_for_translation(language("en"), copy_parents=True)
    restriction = PageViewRestriction.objects.create(page=topic_index, restriction_type="login")

    assert [list(each.get_view_restrictions()) for each in (page, mirror, below)] == [[restriction]] * 3
    assert not site.root_page.specific.get_view_restrictions().exists()
