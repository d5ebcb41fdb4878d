"""The building blocks of texts: what they refuse, and what a reader gets."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from quartierwerk.core import clock
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import VenueFactory
from quartierwerk.topics.blocks import BodyBlock
from quartierwerk.topics.factories import NoticeFactory, standard_page, topic

pytestmark = pytest.mark.django_db


def heading(text, level="2"):
    return ("heading", {"text": text, "level": level})


def place(**values):
    return {"venue": None, "name": "", "latitude": None, "longitude": None, "note": "", **values}


def shown(client, *blocks) -> str:
    return client.get(topic("Text", body=list(blocks)).url).content.decode()


def refused(*blocks) -> str:
    body = BodyBlock()
    with pytest.raises(ValidationError) as error:
        body.clean(body.normalize(list(blocks)))
    return json.dumps(error.value.as_json_data(), ensure_ascii=False)


def test_headings_stand_below_the_title_in_order(client, site):
    page = shown(client, heading("Worum es geht"), heading("Genauer", "3"))
    assert page.index("<h1>Text</h1>") < page.index("<h2>Worum es geht</h2>") < page.index("<h3>Genauer</h3>")


def test_a_search_reads_the_heading_and_not_the_name_of_its_level():
    body = BodyBlock()
    assert body.get_searchable_content(body.normalize([heading("Wann und wo")])) == ["Wann und wo"]


def test_a_text_cannot_begin_with_a_subheading():
    assert "Die erste Überschrift darf keine Unterüberschrift sein." in refused(heading("Zu tief", "3"))


def test_running_text_keeps_only_what_editors_may_use():
    assert BodyBlock().child_blocks["text"].features == [
        "bold",
        "italic",
        "ul",
        "ol",
        "link",
        "document-link",
    ]


def picture(photo, **values):
    return (
        "image",
        {"image": photo(), "alt": "", "decorative": False, "caption": "", "credit": "", **values},
    )


def test_a_picture_needs_words_or_the_remark_that_it_is_decoration(photo):
    assert "Bitte beschreiben Sie das Bild, oder wählen Sie „Nur Schmuck“." in refused(picture(photo))
    assert "bitte nur eines" in refused(picture(photo, alt="Ein Haus", decorative=True))


def test_a_picture_is_shown_with_description_caption_and_credit(client, site, photo):
    page = shown(client, picture(photo, alt="Ein Haus", caption="Das Rathaus", credit="Stadtarchiv"))
    assert 'alt="Ein Haus"' in page
    assert "Das Rathaus" in page
    assert "Bild: Stadtarchiv" in page


def test_decoration_is_silent_for_screen_readers(client, site, photo):
    assert 'alt=""' in shown(client, picture(photo, decorative=True))


def test_a_quote_names_its_source(client, site):
    page = shown(client, ("quote", {"text": "Packen wir es an!", "name": "Erna", "role": "Nachbarin"}))
    assert "<blockquote><p>Packen wir es an!</p></blockquote>" in page
    assert "<strong>Erna</strong>, Nachbarin" in page


def test_a_document_shows_type_and_size(client, site):
    document = Document.objects.create(
        title="Programm", file=ContentFile(b"%PDF-1.7" + b"x" * 2040, "programm.pdf")
    )
    page = shown(client, ("document", {"document": document, "description": "Zwei Seiten"}))
    assert "(PDF, 2,0\xa0KB)" in page
    assert f'href="{document.url}"' in page


def test_a_contact_is_shown_without_an_address_for_harvesters(client, site):
    contact = ContactFactory(name="Carla Muster", email="carla@stadt.example", phone="02324 204-0")
    page = shown(client, ("contact", {"contact": contact}))
    assert "Carla Muster" in page
    assert "tel:+4923242040" in page
    assert "carla@stadt.example" not in page


def test_a_contact_who_left_is_no_longer_shown(client, site):
    contact = ContactFactory(name="Carla Muster", is_public=False)
    assert "Carla Muster" not in shown(client, ("contact", {"contact": contact}))


def test_a_deleted_contact_leaves_the_page_readable(client, site):
    contact = ContactFactory(name="Carla Muster")
    page = topic("Text", body=[("contact", {"contact": contact}), ("text", "<p>Bleibt.</p>")])
    contact.delete()
    assert "Bleibt." in client.get(page.url).content.decode()


def map_of(*places):
    return ("map", {"title": "Treffpunkte", "places": list(places)})


def test_list_and_map_show_the_same_places(client, site):
    venue = VenueFactory(name="Holschentor", street="Talstraße 8", latitude=51.4, longitude=7.18)
    page = topic("Text", body=[map_of(place(venue=venue), place(name="Bank", latitude=51.41, longitude=7.2))])
    html = client.get(page.url).content.decode()
    assert "Holschentor" in html
    assert "Talstraße 8" in html
    assert "Bank" in html
    answer = client.get(f"/themen/karte/{page.pk}/{page.body[0].id}.geojson")
    assert answer["Content-Type"] == "application/geo+json"
    features = answer.json()["features"]
    assert [f["properties"]["name"] for f in features] == ["Holschentor", "Bank"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [7.18, 51.4]}


def test_the_points_of_a_draft_are_private(client, site):
    page = topic("Text", body=[map_of(place(name="Bank", latitude=51.41, longitude=7.2))])
    url = f"/themen/karte/{page.pk}/{page.body[0].id}.geojson"
    page.unpublish()
    assert client.get(url).status_code == 404


def test_a_map_that_is_not_there_is_not_found(client, site):
    page = topic("Text")
    assert (
        client.get(f"/themen/karte/{page.pk}/00000000-0000-4000-8000-000000000000.geojson").status_code == 404
    )


def test_a_place_needs_a_name_and_a_whole_point():
    assert "schreiben Sie seinen Namen" in refused(map_of(place()))
    assert "Breiten- und Längengrad" in refused(map_of(place(name="Bank", latitude=51.4)))


def table(**values):
    data = {"data": [["Jahr", "Zahl"], ["2019", "750"]], "table_header_choice": "row"}
    return ("table", {"caption": "Grundsicherung", "table": {**data, **values}, "source": "Stadt"})


def test_a_table_has_a_caption_and_named_columns_and_rows(client, site):
    page = shown(client, table(first_row_is_table_header=True))
    assert ">Grundsicherung</caption>" in page
    assert '<th scope="col" class="kern-table__header">Zahl</th>' in page
    assert '<th scope="row" class="kern-table__header">2019</th>' in page


def test_a_table_without_a_heading_row_is_refused():
    assert "Bitte machen Sie die erste Zeile zur Kopfzeile" in refused(table(table_header_choice="neither"))


def test_a_callout_leads_to_a_page_that_is_public(client, home):
    target = standard_page(home, "Mitmachen", slug="mitmachen")
    value = {"title": "Machen Sie mit", "text": "", "page": target, "action": "Zum Mitmachen"}
    assert 'href="/mitmachen/"' in shown(client, ("callout", value))
    target.unpublish()
    assert 'href="/mitmachen/"' not in shown(client, ("callout", {**value, "page": target}))


def test_the_button_of_a_callout_needs_words(home):
    target = standard_page(home, "Mitmachen")
    value = {"title": "Machen Sie mit", "text": "", "page": target, "action": ""}
    assert "Bitte beschriften Sie den Knopf." in refused(("callout", value))


def test_a_notice_is_written_once_and_shown_until_its_day_is_over(client, site, time_machine):
    notice = NoticeFactory(until=clock.today())
    page = topic("Text", body=[("notice", {"notice": notice})])
    assert "Sprechstunde fällt aus" in client.get(page.url).content.decode()
    notice.title = "Sprechstunde verlegt"
    notice.save()
    assert "Sprechstunde verlegt" in client.get(page.url).content.decode()
    time_machine.move_to(clock.now() + timedelta(days=1))
    assert "Sprechstunde verlegt" not in client.get(page.url).content.decode()
