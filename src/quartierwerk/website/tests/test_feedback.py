"""Feedback and reported barriers: on the desk before the page says so, once, and nothing typed is lost."""

import pytest

from quartierwerk.people import views
from quartierwerk.people.models import Message
from quartierwerk.people.submission import new_token

pytestmark = pytest.mark.django_db
FEEDBACK, BARRIER = "/rueckmeldung/", "/barrierefreiheit/"
BOTH = pytest.mark.parametrize("page", [FEEDBACK, BARRIER])
TEXT = "Die Schrift ist schön groß."


def filled(**values):
    return {"text": TEXT, "form_token": new_token(), **values}


@pytest.mark.parametrize(("page", "kind"), [(FEEDBACK, "feedback"), (BARRIER, "accessibility")])
def test_a_text_is_enough(client, page, kind):
    answer = client.post(page, filled())
    message = Message.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, "/kontakt/danke/ohne-antwort/")
    assert (message.kind, message.text, message.person) == (kind, TEXT, None)


def test_who_leaves_a_name_and_a_phone_is_known_to_the_desk(client):
    answer = client.post(FEEDBACK, filled(name="Erna Beispiel", phone="02324 1234"))
    person = Message.objects.get().person
    assert (person.name, person.phone, person.preferred_channel) == ("Erna Beispiel", "+4923241234", "phone")
    assert answer.headers["Location"] == "/kontakt/danke/telefon/"


@BOTH
def test_the_same_form_sent_twice_is_one_message(client, page):
    form = filled()
    for _ in range(2):
        assert client.post(page, form).status_code == 303
    assert Message.objects.count() == 1


@BOTH
def test_without_a_text_nothing_is_kept_and_what_was_typed_is_given_back(client, page):
    answer = client.post(page, filled(text=" ", name="Erna Beispiel"))
    assert (answer.status_code, Message.objects.count()) == (422, 0)
    assert answer.context["form"].errors == {"text": ["Bitte schreiben Sie uns, worum es geht."]}
    assert 'value="Erna Beispiel"' in answer.text


@BOTH
def test_a_program_that_fills_every_field_is_kept_out(client, page):
    answer = client.post(page, filled(homepage="https://uhren.example"))
    assert (answer.status_code, Message.objects.count()) == (422, 0)
    assert TEXT in answer.text


@BOTH
def test_one_more_message_than_an_hour_may_bring_waits_with_its_text(client, page, monkeypatch):
    monkeypatch.setattr(views, "MESSAGES_PER_HOUR", views.RateLimit("messages", per_hour=1))
    client.post(page, filled())
    answer = client.post(page, filled(text="Noch etwas."))
    assert (answer.status_code, Message.objects.count()) == (429, 1)
    assert "Noch etwas." in answer.text


@pytest.mark.parametrize(
    ("page", "label"),
    [(FEEDBACK, "Ihre Rückmeldung"), (BARRIER, "Welche Barriere haben Sie bemerkt, und auf welcher Seite?")],
)
def test_each_form_asks_its_own_question(client, page, label):
    assert label in client.get(page).text


def test_the_page_somebody_came_from_is_noted(client):
    form = client.get(FEEDBACK, headers={"Referer": "http://testserver/aktuelles/?seite=2"}).context["form"]
    assert form["page"].value() == "/aktuelles/"


@BOTH
def test_a_page_of_somebody_else_is_not_noted(client, page):
    client.post(page, filled(page="https://anderswo.example/"))
    assert Message.objects.get().about_url == ""


@BOTH
def test_a_page_with_a_form_is_never_kept_by_a_cache_and_sets_no_cookie(client, page):
    answer = client.get(page)
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.cookies == {}


@BOTH
def test_a_form_from_another_site_is_refused(client, page):
    answer = client.post(page, filled(), headers={"Origin": "https://anderswo.example"})
    assert (answer.status_code, Message.objects.count()) == (403, 0)
