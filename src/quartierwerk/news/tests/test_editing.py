"""The editors' form, without a browser: it opens, keeps what was typed, and says what is missing."""

import pytest
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from quartierwerk.news.factories import news
from quartierwerk.news.models import NewsPage
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import VenueFactory
from quartierwerk.topics.factories import NoticeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(edda, settings):
    settings.STAFF_SECOND_FACTOR = False
    client = Client()
    client.force_login(edda, backend="django.contrib.auth.backends.ModelBackend")
    return client


def typed(*blocks, **values):
    return nested_form_data(
        {
            "title": "Sommerfest",
            "slug": "sommerfest",
            "date": "2026-06-01",
            "teaser": "Am Samstag",
            "image": "",
            "image_alt": "",
            "seo_title": "",
            "search_description": "",
            "share_image": "",
            "body": streamfield(blocks),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""},
            **values,
        }
    )


def add(editor, index, data):
    return editor.post(f"/verwaltung/pages/add/news/newspage/{index.pk}/", data)


def test_an_editor_writes_and_publishes_without_help(client, editor, news_index):
    contact = ContactFactory(name="Carla Muster")
    data = typed(
        ("text", rich_text("<p>Wir feiern.</p>")),
        ("contact", {"contact": str(contact.pk)}),
        **{"action-publish": "yes"},
    )
    assert add(editor, news_index, data).status_code == 302
    page = client.get("/aktuelles/sommerfest/").content.decode()
    assert "Wir feiern." in page
    assert "Carla Muster" in page


def test_the_form_opens_again_with_every_kind_of_choice(editor, site):
    blocks = [
        ("contact", {"contact": ContactFactory()}),
        ("notice", {"notice": NoticeFactory()}),
        (
            "map",
            {
                "title": "Orte",
                "places": [
                    {"venue": VenueFactory(), "name": "", "latitude": None, "longitude": None, "note": ""}
                ],
            },
        ),
    ]
    item = news("Mit allem", body=blocks)
    assert editor.get(f"/verwaltung/pages/{item.pk}/edit/").status_code == 200


def test_a_missing_teaser_is_said_at_the_field_and_nothing_is_lost(editor, news_index):
    data = typed(("text", rich_text("<p>Lange getippt.</p>")), teaser="", **{"action-publish": "yes"})
    response = add(editor, news_index, data)
    assert response.context["form"].errors["teaser"]
    assert "Lange getippt." in response.content.decode()
    assert not NewsPage.objects.exists()


def test_an_address_that_exists_is_refused_at_the_field(editor, news_index):
    news("Sommerfest", slug="sommerfest")
    response = add(editor, news_index, typed(**{"action-publish": "yes"}))
    assert response.context["form"].errors["slug"]
    assert NewsPage.objects.count() == 1


def test_a_picture_without_description_is_refused_at_the_field(editor, news_index, photo):
    response = add(editor, news_index, typed(image=str(photo().pk), **{"action-publish": "yes"}))
    assert response.context["form"].errors["image_alt"] == [
        "Bitte beschreiben Sie das Bild für Menschen, die es nicht sehen."
    ]


def test_a_draft_is_previewed_by_its_editor_and_by_nobody_else(client, editor, site):
    item = news("Entwurf", live=False)
    preview = editor.get(f"/verwaltung/pages/{item.pk}/view_draft/")
    assert "<h1>Entwurf</h1>" in preview.content.decode()
    assert client.get(f"/verwaltung/pages/{item.pk}/view_draft/").status_code == 302


def test_the_list_page_can_be_previewed_too(editor, news_index):
    news("Schon da")
    preview = editor.get(f"/verwaltung/pages/{news_index.pk}/view_draft/")
    assert "Schon da" in preview.content.decode()


def test_only_staff_see_the_editors_bar(client, editor, site):
    item = news("Fest")
    assert "wagtail-userbar" not in client.get(item.url).content.decode()
    assert "wagtail-userbar" in editor.get(item.url).content.decode()
