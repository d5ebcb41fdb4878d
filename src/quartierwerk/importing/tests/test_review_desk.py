"""Giving a text, and the list of those that wait."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from quartierwerk.importing import actions, factories, source_words
from quartierwerk.importing.drafts import draft_of
from quartierwerk.importing.enums import CameBy, State
from quartierwerk.importing.models import Announcement
from quartierwerk.importing.review.giving import GiveForm
from quartierwerk.importing.sources import Hint, HintKind
from quartierwerk.importing.tests.reviewing import decide, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]
DESK = "/schreibtisch/uebernehmen/"
QUERIES, QUERIES_TAKEN = 7, 12


def titles(response):
    return [row["title"] for row in response.context["rows"]]


SOURCE = (
    "<div><h2>Sommerfest</h2>\n<p>Am <strong>17. Oktober 2026</strong>, 15&nbsp;Uhr, im B&uuml;rgerhaus.</p>\n"
    "<ul><li>Kuchen</li><li>Musik</li></ul></div>"
)


def test_the_source_of_a_page_that_is_pasted_is_read_as_the_page(at_desk, edda):
    at_desk(edda).post(DESK, {"text": SOURCE})
    [text] = Announcement.objects.all()
    assert text.text == "Sommerfest\n\nAm 17. Oktober 2026, 15 Uhr, im Bürgerhaus.\n\n• Kuchen\n• Musik"
    assert text.came_by == CameBy.PASTED


def test_a_page_without_a_word_stays_as_it_was_pasted(at_desk, edda):
    at_desk(edda).post(DESK, {"text": "<div><p></p><p></p><p></p></div>"})
    assert Announcement.objects.get().text == "<div><p></p><p></p><p></p></div>"


def test_a_pasted_text_leads_to_its_review(at_desk, edda):
    response = at_desk(edda).post(DESK, {"text": factories.TEXT})
    [text] = Announcement.objects.all()
    assert response["Location"] == text.get_absolute_url()
    assert (text.came_by, text.given_by, text.read_on) == (CameBy.PASTED, edda, date(2026, 9, 1))
    assert at_desk(edda).get(response["Location"]).status_code == 200


def test_a_text_that_lies_aside_comes_back_when_it_is_pasted(at_desk, edda):
    text = factories.announcement()
    actions.set_aside(announcement=text, by=edda)
    response = at_desk(edda).post(DESK, {"text": text.text}, follow=True)
    text.refresh_from_db()
    assert text.state == State.WAITING
    assert "Dieser Text lag zur Seite. Jetzt ist er wieder da." in response.content.decode()
    assert "board" in response.context


def test_a_file_comes_in_with_its_name(at_desk, edda):
    at_desk(edda).post(DESK, {"file": SimpleUploadedFile("presse.txt", factories.TEXT.encode())})
    [text] = Announcement.objects.all()
    assert (text.came_by, text.title, "Nähcafé" in text.text) == (CameBy.FILE, "presse.txt", True)


def test_from_the_day_of_the_text_tomorrow_is_counted(at_desk, edda):
    at_desk(edda).post(DESK, {"text": "Morgen um 15 Uhr: Nähcafé im Bürgerhaus.", "day": "2026-10-05"})
    [text] = Announcement.objects.all()
    assert (text.read_on, text.published_on) == (date(2026, 10, 5), date(2026, 10, 5))


@pytest.mark.parametrize(
    ("sent", "field", "reason"),
    [
        ({}, "text", "Bitte fügen Sie einen Text ein"),
        ({"text": " \n "}, "text", "Bitte fügen Sie einen Text ein"),
        ({"text": "a" * 1_000_001}, "text", "Der Text ist zu lang"),
        ({"text": "Hallo", "day": "kein Tag"}, "day", "gültiges Datum"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(at_desk, edda, sent, field, reason):
    response = at_desk(edda).post(DESK, sent)
    assert response.status_code == 422
    assert reason in str(response.context["form"].errors[field])
    assert Announcement.objects.count() == 0


def test_text_and_file_at_once_are_one_too_many(at_desk, edda):
    both = {"text": "Hallo", "file": SimpleUploadedFile("a.txt", b"Hallo")}
    assert "nur eins" in str(at_desk(edda).post(DESK, both).context["form"].errors)


def test_a_text_that_is_known_leads_to_it(at_desk, edda):
    known = factories.announcement()
    response = at_desk(edda).post(DESK, {"text": factories.TEXT + "  \n"}, follow=True)
    assert response.redirect_chain[0][0] == known.get_absolute_url()
    assert "Diesen Text haben Sie schon" in response.content.decode()


def test_a_text_that_is_given_again_with_its_day_is_read_from_that_day(at_desk, edda):
    words = "Morgen um 15 Uhr trifft sich der Strickkreis im Haus der Vereine."
    desk = at_desk(edda)
    desk.post(DESK, {"text": words})
    response = desk.post(DESK, {"text": words, "day": "2026-10-01"}, follow=True)
    assert "Er wird jetzt als Text vom 1. Oktober 2026 gelesen." in response.content.decode()
    known = Announcement.objects.get()
    assert (known.published_on, known.read_on) == (date(2026, 10, 1), date(2026, 10, 1))
    assert draft_of(known).events[0].start.value.isoformat() == "2026-10-02T15:00:00"


def test_a_text_that_is_given_again_without_a_day_keeps_its_own(at_desk, edda):
    known = factories.announcement(published_on=date(2026, 8, 1))
    at_desk(edda).post(DESK, {"text": factories.TEXT})
    known.refresh_from_db()
    assert known.published_on == date(2026, 8, 1)


def test_a_text_that_was_taken_over_and_comes_every_week_is_another_one_with_its_day(at_desk, edda):
    words = "Am kommenden Samstag um 14 Uhr ist Repair-Café im Haus der Vereine."
    known = factories.announcement(words, published_on=date(2026, 9, 7))
    desk = at_desk(edda)
    decide(desk, known)
    response = desk.post(DESK, {"text": words}, follow=True)
    assert "Gilt er noch einmal, dann geben Sie ihn bitte mit seinem Tag ein." in response.content.decode()
    for _twice in range(2):
        desk.post(DESK, {"text": words, "day": "2026-09-14"})
    known.refresh_from_db()
    again = Announcement.objects.exclude(pk=known.pk).get()
    assert (known.state, known.published_on) == (State.TAKEN, date(2026, 9, 7))
    assert draft_of(again).events[0].start.value.isoformat() == "2026-09-19T14:00:00"


def test_who_had_the_text_open_while_its_day_was_put_right_is_told(at_desk, edda):
    known = factories.announcement()
    page = at_desk(edda).get(known.get_absolute_url())
    actions.date_anew(announcement=known, day=date(2026, 9, 20), by=edda)
    response = at_desk(edda).post(known.get_absolute_url(), sent(page) | {"seen": page.context["seen"]})
    assert "Der Text hat sich geändert" in response.content.decode()
    assert Announcement.objects.get().state == State.WAITING


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("leer.txt", b"", "Die Datei ist leer."),
        ("bild.png", b"\x89PNG\r\n\x1a\n" + b"0" * 40, "Das ist ein Bild."),
        ("brief.docx", b"PK\x03\x04kaputt", "Die Datei ist beschädigt."),
    ],
)
def test_a_file_that_cannot_be_read_gets_its_sentence(at_desk, edda, name, content, reason):
    response = at_desk(edda).post(DESK, {"file": SimpleUploadedFile(name, content)})
    assert response.status_code == 422
    assert reason in str(response.context["form"].errors["file"])


def test_what_reading_a_file_has_to_say_stands_above_the_review(at_desk, edda):
    hint = source_words.kept([Hint(HintKind.FIRST_PAGES, {"pages": "50", "all": "80"})])
    text = factories.announcement(hints=hint)
    shown = at_desk(edda).get(text.get_absolute_url()).content.decode()
    assert "Nur die ersten 50 von 80 Seiten wurden gelesen." in shown


def test_addresses_of_pages_are_asked_for_only_where_the_town_allows_it(at_desk, edda, settings):
    settings.IMPORT_PAGES = False
    assert "url" not in at_desk(edda).get(DESK).context["form"].fields
    settings.IMPORT_PAGES = True
    assert "url" in at_desk(edda).get(DESK).context["form"].fields


def test_the_list_tells_what_was_read_and_what_is_doubtful(at_desk, edda):
    factories.announcement(factories.TEXT.replace("Dienstag", "Mittwoch"))
    [row] = at_desk(edda).get(DESK).context["rows"]
    assert (row["title"], row["read"], row["origin"]) == (
        "Nähcafé im Bürgerhaus",
        "Nachricht und Termin",
        "eingefügt",
    )
    assert row["doubts"]


def test_what_waits_stands_first_and_the_rest_can_be_chosen(at_desk, edda):
    waiting = factories.announcement()
    aside = factories.announcement("Ein alter Text.")
    actions.set_aside(announcement=aside, by=edda)
    browser = at_desk(edda)
    assert titles(browser.get(DESK)) == ["Nähcafé im Bürgerhaus"]
    assert titles(browser.get(DESK, {"stand": "zur-seite"})) == ["Ein alter Text."]
    assert len(titles(browser.get(DESK, {"stand": "alle"}))) == 2
    assert titles(browser.get(DESK, {"stand": "alle", "q": "alter"})) == ["Ein alter Text."]
    assert titles(browser.get(DESK, {"weg": "datei"})) == []
    assert titles(browser.get(DESK, {"stand": "gibt es nicht", "page": "99"})) == [
        waiting.text.splitlines()[0]
    ]


def test_a_text_is_set_aside_and_fetched_back(at_desk, edda):
    text = factories.announcement()
    browser = at_desk(edda)
    browser.post(f"{DESK}{text.pk}/zur-seite/")
    text.refresh_from_db()
    assert text.state == State.SET_ASIDE
    assert "Zurückholen" in browser.get(text.get_absolute_url()).content.decode()
    browser.post(f"{DESK}{text.pk}/zurueckholen/")
    text.refresh_from_db()
    assert text.state == State.WAITING


def test_who_comes_second_is_told(at_desk, edda):
    text = factories.announcement()
    actions.set_aside(announcement=text, by=edda)
    response = at_desk(edda).post(f"{DESK}{text.pk}/zur-seite/", follow=True)
    assert "Dieser Text liegt zur Seite." in response.content.decode()


@pytest.mark.parametrize("way", ["", "{pk}/", "{pk}/zur-seite/", "{pk}/zurueckholen/"])
@pytest.mark.parametrize("who", ["ayla", "anton", "fremder"])
def test_who_writes_no_drafts_sees_nothing(at_desk, request, who, way):
    text = factories.announcement()
    browser, url = at_desk(request.getfixturevalue(who)), DESK + way.format(pk=text.pk)
    assert {browser.get(url).status_code, browser.post(url).status_code} == {403}


@pytest.mark.parametrize("way", ["", "{pk}/", "{pk}/zur-seite/"])
def test_a_visitor_signs_in_first(client, way):
    text = factories.announcement()
    assert "/anmelden" in client.get(DESK + way.format(pk=text.pk))["Location"]


@pytest.mark.parametrize("who", ["edda", "carla", "mona", "alex"])
def test_the_towns_editors_see_it(at_desk, request, who):
    text = factories.announcement()
    assert at_desk(request.getfixturevalue(who)).get(text.get_absolute_url()).status_code == 200


def test_a_text_that_is_not_there_is_not_found(at_desk, edda):
    assert at_desk(edda).get(f"{DESK}4711/").status_code == 404


@pytest.mark.parametrize(("who", "shown"), [("edda", True), ("mona", True)])
def test_the_desk_counts_what_waits_and_offers_to_begin(at_desk, request, who, shown):
    factories.announcement()
    response = at_desk(request.getfixturevalue(who)).get("/schreibtisch/")
    [section] = [each for each in response.context["sections"] if each["title"] == "Texte zu übernehmen"]
    assert section["count"] == 1
    assert ("Text übernehmen" in response.content.decode()) is shown


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_queries(at_desk, edda, number, django_assert_num_queries):
    for each in range(number):
        factories.announcement(factories.TEXT.replace("Nähcafé", f"Treff{each}"))
    browser = at_desk(edda)
    browser.get(DESK)
    with django_assert_num_queries(QUERIES):
        browser.get(DESK)


@pytest.mark.parametrize("number", [1, 3])
def test_so_does_the_list_of_what_was_taken(at_desk, edda, number, django_assert_num_queries):
    for each in range(number):
        text = factories.announcement(f"Treff {each} am 6. Oktober 2026 um 15 Uhr im Bürgerhaus.")
        decide(at_desk(edda), text)
    browser = at_desk(edda)
    with django_assert_num_queries(QUERIES_TAKEN):
        browser.get(DESK, {"stand": "uebernommen"})


def test_a_file_that_is_too_big_is_not_even_read(monkeypatch):
    def read(_self, _size=-1):
        raise AssertionError("read")

    monkeypatch.setattr("quartierwerk.importing.review.giving.MOST_BYTES", 4, raising=False)
    monkeypatch.setattr(SimpleUploadedFile, "read", read)
    form = GiveForm({}, {"file": SimpleUploadedFile("a.txt", b"Hallo")})
    assert not form.is_valid()
    assert "zu groß" in str(form.errors["file"])
