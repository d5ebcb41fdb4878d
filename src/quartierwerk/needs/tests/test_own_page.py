"""The page of whoever said something: by signed link, without account; it tells everything and only to them."""

import pytest

from quartierwerk.events.words import when
from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import State, Visibility
from quartierwerk.needs.models import Entry, InternalNote, Need
from quartierwerk.needs.say import limits, own_views
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.submission import new_token

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def done(carla):
    need = factories.public_need(person=PersonFactory(name="Erna", mailed=True))
    return actions.move_on(need=need, state=State.DONE, reason="Die Bank steht wieder.", by=carla)


def text_of(response):
    return " ".join(response.content.decode().split())


def form(**words):
    return {"form_token": new_token(), **words}


def test_the_page_tells_how_it_stands_what_was_said_and_why(client, carla, done):
    actions.note(need=done, text="Geheim", by=carla)
    response = client.get(done.own_path)

    page = text_of(response)
    assert (response.status_code, response.cookies) == (200, {})
    assert "no-store" in response["Cache-Control"]
    assert (response["X-Robots-Tag"], response["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")
    for told in (done.reference, done.title, "Stand: erledigt", "Die Bank steht wieder.", "Ist es gelöst?"):
        assert told in page
    assert "Geheim" not in page
    assert "Carla" not in page


def test_the_page_asks_a_handful_of_queries(client, done, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        client.get(done.own_path)


@pytest.mark.parametrize(
    ("method", "ending"),
    [
        *(("get", ending) for ending in ("", "ergaenzen/", "zurueckziehen/", "geloest/", "foto/1/")),
        *(("post", ending) for ending in ("ergaenzen/", "zurueckziehen/", "geloest/")),
    ],
)
def test_a_link_nobody_signed_shows_nothing(client, done, method, ending):
    path = f"/mein-beitrag/{done.reference}:gefaelscht/{ending}"
    assert getattr(client, method)(path).status_code == 404


def test_before_it_is_public_the_page_says_so(client):
    need = factories.need()
    page = text_of(client.get(need.own_path))
    assert "Wir sehen uns den Beitrag an, bevor er öffentlich wird." in page
    assert f'href="{need.get_absolute_url()}"' not in page


def test_what_moderation_removed_is_told_with_the_reason(client, carla):
    need = actions.remove(need=factories.need(), reason="Das nennt einen Namen.", by=carla)
    assert "Der Grund: Das nennt einen Namen." in text_of(client.get(need.own_path))


def test_a_duplicate_leads_to_the_one_that_is_answered(client, carla):
    first = factories.public_need("Mehr Bänke")
    need = actions.mark_duplicate(need=factories.need(), of=first, by=carla)
    assert first.get_absolute_url() in text_of(client.get(need.own_path))


# ------------------------------------------------------------------------------------------------------------- take back
def test_looking_at_the_question_takes_nothing_back(client):
    need = factories.need()
    page = text_of(client.get(f"{need.own_path}zurueckziehen/"))
    need.refresh_from_db()
    assert ("Möchten Sie den Beitrag wirklich zurückziehen?" in page, need.state) == (True, State.RECEIVED)


def test_it_is_taken_back_with_a_second_step_and_pressing_twice_is_no_error(client):
    need = factories.public_need()
    for _ in range(2):
        response = client.post(f"{need.own_path}zurueckziehen/")
        assert (response.status_code, response["Location"]) == (303, need.own_path)
    need.refresh_from_db()
    assert (need.state, need.visibility) == (State.WITHDRAWN, Visibility.REMOVED_BY_AUTHOR)
    page = text_of(client.get(need.own_path))
    assert "Sie haben den Beitrag zurückgezogen. Er ist nicht mehr öffentlich." in page
    assert "von der Person, die es gemeldet hat" not in page
    assert "Etwas ergänzen" not in page


def test_what_is_over_is_not_taken_back(client, done):
    response = client.post(f"{done.own_path}zurueckziehen/")
    assert response.status_code == 422
    assert "Dieser Beitrag ist schon abgeschlossen." in text_of(response)


# ------------------------------------------------------------------------------------------------------------- add words
def test_words_are_added_for_the_team_and_stand_in_its_inbox_again(client, carla):
    need = factories.public_need(person=PersonFactory(mailed=True))
    assert not Need.objects.to_moderate().exists()
    actions.ask_back(need=need, question="Welche Bank?", by=carla)
    page = text_of(client.get(need.own_path))
    assert "Wir haben eine Frage an Sie" in page
    assert "Welche Bank?" in page
    assert "Etwas ergänzen" not in page

    response = client.post(f"{need.own_path}ergaenzen/", form(text="Die an der Brücke."))

    assert (response.status_code, response["Location"]) == (303, f"{need.own_path}?ergaenzt")
    assert InternalNote.objects.filter(kind="added", text="Die an der Brücke.", by=None).exists()
    assert list(Need.objects.to_moderate()) == [need]
    page = text_of(client.get(response["Location"]))
    assert "Danke, das ist bei uns angekommen." in page
    assert "Welche Bank?" not in page
    assert "Etwas ergänzen" in page
    assert client.get(f"{need.own_path}ergaenzen/")["Location"] == f"{need.own_path}#ergaenzen"


def test_the_question_is_nowhere_else(client, carla):
    need = factories.public_need(person=PersonFactory(mailed=True))
    actions.note(need=need, text="Geheim", by=carla)
    actions.ask_back(need=need, question="Kanarienvogel?", by=carla)
    actions.note(need=need, text="Noch geheimer", by=carla)
    own = text_of(client.get(need.own_path))
    assert ("Kanarienvogel?" in own, "eheim" in own) == (True, False)
    assert "Kanarienvogel" not in text_of(client.get(need.get_absolute_url()))


def test_a_second_question_stands_there_after_the_first_was_answered(client, carla):
    need = factories.public_need(person=PersonFactory(mailed=True))
    actions.ask_back(need=need, question="Welche Bank?", by=carla)
    client.post(f"{need.own_path}ergaenzen/", form(text="Die an der Brücke."))
    actions.ask_back(need=need, question="Links oder rechts?", by=carla)
    page = text_of(client.get(need.own_path))
    assert ("Links oder rechts?" in page, "Welche Bank?" in page) == (True, False)


def test_an_answer_that_is_empty_is_told_beside_the_question(client, carla):
    need = factories.public_need(person=PersonFactory(mailed=True))
    actions.ask_back(need=need, question="Welche Bank?", by=carla)
    response = client.post(f"{need.own_path}ergaenzen/", form(text=""))
    page = text_of(response)
    assert (response.status_code, "Welche Bank?" in page, "Ihre Antwort" in page) == (422, True, True)


def test_what_was_taken_back_asks_nothing_any_more(client, carla):
    need = factories.public_need(person=PersonFactory(mailed=True))
    actions.ask_back(need=need, question="Welche Bank?", by=carla)
    assert "Welche Bank?" not in text_of(client.get(actions.take_back(need=need).own_path))


def test_added_words_are_nowhere_in_public_and_stand_on_the_own_page_with_their_date(client):
    need = factories.public_need()
    client.post(f"{need.own_path}ergaenzen/", form(text="Kanarienvogel"))
    assert not Entry.objects.filter(text__contains="Kanarienvogel").exists()
    assert "Kanarienvogel" not in text_of(client.get(need.get_absolute_url()))

    said = text_of(client.get(need.own_path)).partition("Was Sie gesagt haben")[2]
    assert f"{when.moment(InternalNote.objects.get().at)} · Ergänzung</p><p>Kanarienvogel</p>" in said


@pytest.mark.parametrize("text", ["", "a" * 2001])
def test_empty_or_endless_words_are_told_at_the_field(client, text):
    need = factories.need()
    response = client.post(f"{need.own_path}ergaenzen/", form(text=text))
    assert (response.status_code, list(response.context["more"].errors)) == (422, ["text"])
    assert not InternalNote.objects.exists()


def test_nothing_is_added_to_what_was_taken_back(client):
    need = actions.take_back(need=factories.need())
    assert client.post(f"{need.own_path}ergaenzen/", form(text="Doch")).status_code == 422


def test_too_many_words_are_told(client, monkeypatch):
    monkeypatch.setattr(own_views.limits, "WORDS_PER_HOUR", limits.RateLimit("words-test", per_hour=0))
    need = factories.need()
    assert client.post(f"{need.own_path}ergaenzen/", form(text="Noch was")).status_code == 429


# ---------------------------------------------------------------------------------------------------------------- solved
def test_yes_it_is_solved(client, done):
    response = client.post(f"{done.own_path}geloest/", form(solved="ja", text="Danke!"))

    done.refresh_from_db()
    assert (response.status_code, done.found_solved, done.state) == (303, True, State.DONE)
    page = text_of(client.get(response["Location"]))
    assert "Danke für Ihre Rückmeldung." in page
    assert "Sie haben gesagt: Es ist gelöst." in page


@pytest.mark.parametrize("words", ["", "Sie wackelt."])
def test_no_it_is_not_and_it_waits_in_the_inbox_again(client, done, words):
    client.post(f"{done.own_path}geloest/", form(solved="nein", text=words))

    done.refresh_from_db()
    assert (done.found_solved, done.state, done.moderated_at) == (False, State.IN_REVIEW, None)
    assert InternalNote.objects.filter(need=done, kind="solved", text="Sie wackelt.").exists() is bool(words)
    page = text_of(client.get(done.get_absolute_url()))
    assert ("Rückmeldung: Noch nicht gelöst." in page, "Sie wackelt." in page) == (True, False)
    own = text_of(client.get(done.own_path))
    assert ("Ist es gelöst?" in own, "Sie wackelt." in own) == (False, bool(words))


def test_without_yes_or_no_nothing_is_answered(client, done):
    response = client.post(f"{done.own_path}geloest/", form(text="Vielleicht"))
    assert (response.status_code, "Vielleicht" in response.content.decode()) == (422, True)
    done.refresh_from_db()
    assert done.found_solved is None


def test_who_was_not_asked_cannot_answer(client):
    need = factories.public_need()
    assert client.post(f"{need.own_path}geloest/", form(solved="ja")).status_code == 422
    assert client.get(f"{need.own_path}geloest/")["Location"] == f"{need.own_path}#geloest"


def test_the_own_page_shows_the_place_as_it_was_written(client):
    need = factories.need(place=Place(name="hinter der alten Linde"))
    assert "hinter der alten Linde" in text_of(client.get(need.own_path))


def test_the_own_page_names_the_kind_and_the_pin(client):
    page = text_of(client.get(factories.need(place=Place(51.4, 7.18, name="Ruhrufer")).own_path))
    assert ("<dd>Problem</dd>" in page, "Ruhrufer, mit Stelle auf der Karte" in page) == (True, True)


def test_where_it_was_shortened_the_own_page_shows_the_own_words_and_the_public_ones(client, carla):
    need = factories.public_need("Mehr Bänke für Herrn Muster", text="Er wohnt Weg 1.")
    actions.shorten(need=need, title="Mehr Bänke", text="", by=carla)
    own = text_of(client.get(need.own_path))
    assert ">Mehr Bänke für Herrn Muster</h1>" in own
    assert "Er wohnt Weg 1." in own
    assert "Öffentlich steht, von uns gekürzt:" in own
    assert "<p>Mehr Bänke</p>" in own
    assert "Herrn Muster" not in text_of(client.get(need.get_absolute_url()))
