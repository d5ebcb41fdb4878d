"""The public form: whoever writes is heard, machines are not, nothing typed is lost."""

import pytest
import time_machine
from django.core import signing

from quartierwerk.core.models import Town
from quartierwerk.people import addressees, views
from quartierwerk.people.factories import ContactFactory
from quartierwerk.people.models import Message, Person
from quartierwerk.people.submission import new_token

pytestmark = pytest.mark.django_db
FORM = "/kontakt/schreiben/"


@pytest.fixture(autouse=True)
def _hattingen(site):
    town = Town.load()
    town.area_code = "02324"
    town.save()


@pytest.fixture
def typed():
    return {
        "kind": "message",
        "text": "Die Bank wackelt.",
        "name": "Erna Beispiel",
        "email": "erna@example.org",
        "form_token": new_token(),
    }


def test_the_form_sets_no_cookie_and_is_not_cached(client):
    response = client.get(FORM)
    assert response.status_code == 200
    assert response.cookies == {}
    assert "no-store" in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")


def test_a_message_arrives_and_the_sender_is_thanked(client, typed):
    response = client.post(FORM, typed)
    assert (response.status_code, response["Location"]) == (303, "/kontakt/danke/e-mail/")
    assert Message.objects.get().text == "Die Bank wackelt."
    assert "per E-Mail" in client.get(response["Location"]).content.decode()


def test_a_form_sent_twice_is_one_message_and_one_thank_you(client, typed):
    first, second = client.post(FORM, typed), client.post(FORM, typed)
    assert first["Location"] == second["Location"]
    assert Message.objects.count() == 1


def test_the_same_words_sent_again_from_a_form_fetched_anew_are_one_message(client, typed):
    client.post(FORM, typed)
    client.post(FORM, {**typed, "form_token": new_token()})
    assert Message.objects.count() == 1


def test_two_strangers_without_names_may_say_the_same(client, typed):
    unnamed = {**typed, "name": "", "email": "", "phone": "", "street": "", "postal_code": "", "city": ""}
    client.post(FORM, unnamed)
    client.post(FORM, {**unnamed, "form_token": new_token()})
    assert Message.objects.count() == 2


def test_a_form_changed_after_going_back_is_a_second_message(client, typed):
    client.post(FORM, typed)
    client.post(FORM, {**typed, "text": "Und der Tisch auch."})
    assert sorted(Message.objects.values_list("text", flat=True)) == [
        "Die Bank wackelt.",
        "Und der Tisch auch.",
    ]


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"text": " "}, "text", "Bitte schreiben Sie uns, worum es geht."),
        ({"text": "x" * 5001}, "text", "Ihr Text hat 5001 Zeichen; bitte kürzen Sie ihn auf höchstens 5000."),
        ({"name": "Erna\nBcc: alle@example.org"}, "name", "Bitte schreiben Sie alles in eine Zeile."),
        (
            {"email": "erna@"},
            "email",
            "Diese E-Mail-Adresse stimmt nicht. Sie sieht so aus: name@beispiel.de",
        ),
        (
            {"email": "erna@example.org\nBcc: a@example.org"},
            "email",
            "Diese E-Mail-Adresse stimmt nicht. Sie sieht so aus: name@beispiel.de",
        ),
        (
            {"phone": "keine"},
            "phone",
            "Diese Nummer können wir nicht anrufen. "
            "Bitte schreiben Sie sie mit Vorwahl, zum Beispiel 02324 12345.",
        ),
        (
            {"kind": "callback"},
            "phone",
            "Bitte geben Sie Ihre Telefonnummer an, damit wir Sie zurückrufen können.",
        ),
        ({"street": "Weg 1", "city": "Hattingen"}, "postal_code", "Bitte geben Sie die Postleitzahl an."),
        (
            {"postal_code": "keine", "street": "Weg 1", "city": "Hattingen"},
            "postal_code",
            "Bitte geben Sie eine Postleitzahl an; in Deutschland sind es fünf Ziffern.",
        ),
        (
            {"homepage": "http://x.example"},
            "homepage",
            "Dieses Feld muss leer bleiben; es hält Programme ab. Bitte löschen Sie den Inhalt.",
        ),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_the_text_is_kept(client, typed, change, field, sentence):
    response = client.post(FORM, {**typed, **change})
    assert response.status_code == 422
    assert response.context["form"].errors == {field: [sentence]}
    if field != "text":
        assert "Die Bank wackelt." in response.content.decode()
    assert (Message.objects.count(), Person.objects.count()) == (0, 0)


def test_a_local_number_gets_the_towns_area_code(client, typed):
    client.post(FORM, {**typed, "email": "", "phone": "5552"})
    assert Person.objects.get().phone == "+4923245552"


def test_whoever_gives_no_way_back_is_told_that_nobody_can_answer(client, typed):
    response = client.post(FORM, {**typed, "email": ""})
    assert "können Ihnen aber nicht antworten" in client.get(response["Location"]).content.decode()
    assert Person.objects.get().preferred_channel == "none"


@pytest.mark.parametrize(
    ("way", "thanks"),
    [
        ({"email": "erna@example.org"}, "e-mail"),
        ({"phone": "02324 5552"}, "telefon"),
        ({"street": "Weg 1", "postal_code": "45525", "city": "Hattingen"}, "brief"),
    ],
)
def test_one_way_back_is_enough_without_a_name(client, typed, way, thanks):
    response = client.post(FORM, {**typed, "name": "", "email": "", **way})
    assert (response.status_code, response["Location"]) == (303, f"/kontakt/danke/{thanks}/")
    assert Person.objects.get().name == "Ohne Namen"


def test_an_anonymous_message_is_read_and_its_sender_told_that_nobody_can_answer(client, typed):
    response = client.post(FORM, {**typed, "name": "", "email": ""})
    assert response["Location"] == "/kontakt/danke/ohne-antwort/"
    assert "können Ihnen aber nicht antworten" in client.get(response["Location"]).content.decode()
    assert (Message.objects.get().person, Person.objects.count()) == (None, 0)


def test_without_an_area_code_no_town_is_named_as_an_example(client, typed):
    town = Town.load()
    town.area_code = ""
    town.save()
    response = client.post(FORM, {**typed, "phone": "keine"})
    assert response.context["form"].errors["phone"] == [
        "Diese Nummer können wir nicht anrufen. Bitte schreiben Sie sie mit Vorwahl."
    ]


@pytest.mark.parametrize("code", ["1010", "SW1A 1AA", "1011 AB", "00-950"])
def test_a_letter_may_go_abroad(client, typed, code):
    client.post(FORM, {**typed, "email": "", "street": "Ring 1", "postal_code": code, "city": "Wien"})
    assert Person.objects.get().postal_code == code


def test_the_thank_you_page_does_not_tell_who_is_known(client, typed, erna):
    known = client.post(FORM, {**typed, "email": "", "phone": "02324 1234"})
    unknown = client.post(FORM, {**typed, "email": "", "phone": "02324 9999", "form_token": new_token()})
    assert known["Location"] == unknown["Location"]


def test_a_form_that_was_open_for_two_days_comes_back_with_the_text(client, typed):
    with time_machine.travel(1_800_000_000):
        typed["form_token"] = new_token()
    with time_machine.travel(1_800_000_000 + 2 * 86400):
        response = client.post(FORM, typed)
        assert response.status_code == 422
        assert response.context["form"].non_field_errors() == [
            "Das Formular war lange offen. Bitte schicken Sie es noch einmal ab."
        ]
        fresh = response.context["form"]["form_token"].value()
        assert client.post(FORM, {**typed, "form_token": fresh}).status_code == 303


def test_a_forged_token_is_refused(client, typed):
    token = signing.TimestampSigner(salt="elsewhere").sign("0" * 32)
    assert client.post(FORM, {**typed, "form_token": token}).status_code == 422
    assert Message.objects.count() == 0


def test_links_sent_within_two_seconds_come_from_a_machine(client, typed):
    assert client.post(FORM, {**typed, "text": "Uhren http://x.example"}).status_code == 422


def test_too_many_messages_from_one_address_wait(client, typed, monkeypatch):
    monkeypatch.setattr(views, "MESSAGES_PER_HOUR", views.RateLimit("messages", per_hour=1))
    client.post(FORM, typed)
    response = client.post(FORM, {**typed, "text": "Noch etwas."})
    assert response.status_code == 429
    assert "Noch etwas." in response.content.decode()
    assert Message.objects.count() == 1


def test_a_form_from_another_site_is_refused(client, typed):
    assert client.post(FORM, typed, HTTP_ORIGIN="https://boese.example").status_code == 403


def test_people_write_to_one_contact(client, typed):
    contact = ContactFactory(name="Gabi Muster", slug="gabi-muster")
    page = "/kontakt/gabi-muster/schreiben/"
    assert "An: Gabi Muster" in client.get(page).content.decode()
    client.post(page, typed)
    assert Message.objects.get().about == contact
    assert addressees.write_url(contact) == "/kontakt/schreiben/ansprechperson/gabi-muster/"


@pytest.mark.parametrize(
    "page",
    [
        "/kontakt/niemand/schreiben/",
        "/kontakt/schreiben/haus/mitte/",
        "/kontakt/schreiben/ansprechperson/niemand/",
    ],
)
def test_nobody_writes_to_what_does_not_exist(client, page):
    assert client.get(page).status_code == 404


def test_nobody_writes_to_a_hidden_contact(client):
    ContactFactory(slug="intern", is_public=False)
    assert client.get("/kontakt/intern/schreiben/").status_code == 404


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("/aktuelles/", "/aktuelles/"),
        ("//boese.example", ""),
        ("https://boese.example", ""),
        ("/\\boese", ""),
    ],
)
def test_only_a_page_of_this_site_is_remembered(client, typed, page, kept):
    client.post(FORM, {**typed, "page": page})
    assert Message.objects.get().about_url == kept


def test_english_readers_are_answered_in_english(client, typed):
    assert client.post("/en" + FORM, typed).status_code == 303
    assert Person.objects.get().language == "en"
