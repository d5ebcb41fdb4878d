"""Feedback and reported barriers: on the desk before the page says so, once, and nothing typed is lost."""

import uuid

import pytest

from quartierwerk.people.models import Message

FEEDBACK, BARRIER = "/rueckmeldung/", "/barrierefreiheit/"


def filled(**values):
    return {"text": "Die Schrift ist schön groß.", "submission_key": str(uuid.uuid4()), **values}


@pytest.mark.parametrize(("page", "kind"), [(FEEDBACK, "feedback"), (BARRIER, "accessibility")])
def test_a_text_is_enough(client, db, page, kind):
    answer = client.post(page, filled())
    message = Message.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, "/rueckmeldung/danke/")
    assert (message.kind, message.text, message.person) == (kind, "Die Schrift ist schön groß.", None)


def test_who_leaves_a_name_and_a_phone_is_known_to_the_desk(client, db):
    client.post(FEEDBACK, filled(name="Erna Beispiel", phone="02324 1234"))
    person = Message.objects.get().person
    assert (person.name, person.phone, person.preferred_channel) == ("Erna Beispiel", "+4923241234", "phone")


def test_the_same_form_sent_twice_is_one_message(client, db):
    form = filled()
    for _ in range(2):
        assert client.post(FEEDBACK, form).status_code == 302
    assert Message.objects.count() == 1


def test_without_a_text_nothing_is_kept_and_what_was_typed_is_given_back(client, db):
    answer = client.post(FEEDBACK, filled(text=" ", name="Erna Beispiel"))
    assert (answer.status_code, Message.objects.count()) == (422, 0)
    assert answer.context["form"].errors == {"text": ["Bitte schreiben Sie uns, worum es geht."]}
    assert 'value="Erna Beispiel"' in answer.text


def test_a_phone_nobody_can_dial_is_said_at_the_field(client, db):
    answer = client.post(FEEDBACK, filled(name="Erna", phone="ruft mich an"))
    assert answer.context["form"].errors == {
        "phone": ["Unter dieser Nummer können wir nicht anrufen. Bitte prüfen Sie sie."]
    }


def test_who_wants_an_answer_is_asked_for_a_name(client, db):
    answer = client.post(FEEDBACK, filled(email="erna@example.org"))
    assert answer.context["form"].errors == {
        "name": ["Bitte nennen Sie Ihren Namen, damit wir Sie richtig ansprechen."]
    }


def test_the_page_somebody_came_from_is_noted(client, db):
    form = client.get(FEEDBACK, headers={"Referer": "http://testserver/aktuelles/?seite=2"}).context["form"]
    assert form["page"].value() == "/aktuelles/"


def test_a_page_of_somebody_else_is_not_noted(client, db):
    client.post(FEEDBACK, filled(page="https://anderswo.example/"))
    assert Message.objects.get().about_url == ""


def test_a_barrier_may_be_anywhere(client, db):
    client.post(BARRIER, filled(page="die Karte der Quartiere"))
    assert Message.objects.get().about_url == "die Karte der Quartiere"


@pytest.mark.parametrize("page", [FEEDBACK, BARRIER])
def test_a_page_with_a_form_is_never_kept_by_a_cache(client, db, page):
    assert "no-store" in client.get(page).headers["Cache-Control"]


def test_a_form_from_another_site_is_refused(client, db):
    answer = client.post(FEEDBACK, filled(), headers={"Origin": "https://anderswo.example"})
    assert (answer.status_code, Message.objects.count()) == (403, 0)
