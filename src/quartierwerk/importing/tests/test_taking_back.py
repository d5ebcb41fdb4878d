"""What was taken over can be taken back from the page that tells of it; a text can be deleted wholly."""

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.core.models import AuditEntry
from quartierwerk.events import factories as event_factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.models import Event
from quartierwerk.importing import actions, factories
from quartierwerk.importing.enums import State
from quartierwerk.importing.models import Announcement
from quartierwerk.importing.tests.feed_texts import event_entry
from quartierwerk.importing.tests.reviewing import decide
from quartierwerk.news.models import NewsPage
from quartierwerk.people.factories import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]
DESK = "/schreibtisch/uebernehmen/"
PRIVATE = "Nur für Sie: Meine Mutter liegt im Krankenhaus."


@pytest.fixture
def text():
    return factories.announcement()


@pytest.fixture
def browser(at_desk, carla):
    return at_desk(carla)


def ways_back(browser, text):
    links = browser.get(text.get_absolute_url()).context["links"]
    return {(link["what"], link["back"]): link["back_url"] for link in links if link["back_url"]}


def test_event_and_news_are_taken_back_from_there(browser, text):
    decide(browser, text)
    ways = ways_back(browser, text)
    assert set(ways) == {("Termin", "Zurückziehen"), ("Nachricht", "Zurückziehen")}
    for (what, _word), url in ways.items():
        question = browser.get(url).content.decode()
        assert f"Soll diese{'r' if what == 'Termin' else ''} {what} zurückgezogen werden?" in question
        assert "„Nähcafé im Bürgerhaus“ liest dann niemand mehr." in question
        answer = browser.post(url, follow=True)
        assert answer.redirect_chain == [(text.get_absolute_url(), 302)]
        assert f"{what} ist zurückgezogen." in answer.content.decode()
    assert (Event.objects.get().stage, NewsPage.objects.get().live) == (Stage.DRAFT, False)
    assert ways_back(browser, text) == {}


def test_what_is_withdrawn_answers_as_what_is_not_public_and_is_in_the_history(browser, client, text, carla):
    decide(browser, text)
    pages = [NewsPage.objects.get().url, Event.objects.get().get_absolute_url()]
    assert [client.get(page).status_code for page in pages] == [200, 200]
    for url in ways_back(browser, text).values():
        browser.post(url)
    assert [client.get(page).status_code for page in pages] == [410, 410]
    entries = AuditEntry.objects.filter(verb__endswith="withdrawn")
    assert {(entry.verb, entry.actor) for entry in entries} == {
        ("news withdrawn", carla),
        ("event withdrawn", carla),
    }


def test_what_cannot_be_withdrawn_says_why(browser, text):
    decide(browser, text, e0_registration_mode="asked")
    ways = ways_back(browser, text)
    event_factories.registration(Event.objects.get(), person=PersonFactory(mailed=True))
    answer = browser.post(ways["Termin", "Zurückziehen"], follow=True)
    assert "Es gibt schon 1 Anmeldung." in answer.content.decode()
    news = ways["Nachricht", "Zurückziehen"]
    browser.post(news)
    assert "Diese Nachricht ist nicht öffentlich." in browser.post(news, follow=True).content.decode()
    assert Event.objects.get().stage == Stage.PUBLISHED


def test_only_what_was_published_from_this_text_is_withdrawn_there(browser, text):
    decide(browser, text)
    other = factories.announcement("Etwas anderes.\n\nDer Park ist wieder offen.")
    for url in ways_back(browser, text).values():
        elsewhere = url.replace(f"/{text.pk}/", f"/{other.pk}/", 1)
        assert {browser.get(elsewhere).status_code, browser.post(elsewhere).status_code} == {404}


def test_an_event_with_registrations_is_called_off_instead(browser, text):
    decide(browser, text, e0_registration_mode="asked")
    event_factories.registration(Event.objects.get(), person=PersonFactory(mailed=True))
    ways = ways_back(browser, text)
    assert ("Termin", "Absagen") in ways
    assert browser.get(ways["Termin", "Absagen"]).status_code == 200


def test_a_draft_needs_no_taking_back(browser, text):
    decide(browser, text, "drafts")
    assert ways_back(browser, text) == {}


def test_who_may_not_publish_takes_nothing_back(at_desk, bernd, edda):
    text = factories.announcement(by=bernd)
    decide(at_desk(edda), text)
    ways = ways_back(at_desk(edda), text)
    browser = at_desk(bernd)
    assert ways_back(browser, text) == {}
    assert {browser.post(url).status_code for url in ways.values()} == {403}
    for result in text.results.all():
        with pytest.raises(ValidationError, match="nur die Redaktion"):
            actions.take_back(result=result, by=bernd)


def test_a_draft_is_not_taken_back(browser, text, carla):
    decide(browser, text, "drafts")
    for result in text.results.all():
        with pytest.raises(ValidationError, match="nichts veröffentlicht"):
            actions.take_back(result=result, by=carla)


# ---------------------------------------------------------------------------------------------------------- deleting
def test_a_text_is_deleted_wholly_after_a_question(browser, carla):
    text = factories.announcement(PRIVATE)
    url = f"{DESK}{text.pk}/loeschen/"
    assert url in browser.get(text.get_absolute_url()).content.decode()
    assert "ganz gelöscht" in browser.get(url).content.decode()
    assert Announcement.objects.count() == 1
    assert "Der Text ist gelöscht." in browser.post(url, follow=True).content.decode()
    assert Announcement.objects.count() == 0
    entry = AuditEntry.objects.get(verb="announcement removed")
    assert (entry.actor, "Krankenhaus" in str(entry.details)) == (carla, False)


def test_what_became_public_stays(browser, text):
    decide(browser, text)
    url = f"{DESK}{text.pk}/loeschen/"
    assert url in browser.get(text.get_absolute_url()).content.decode()
    browser.post(url)
    assert Announcement.objects.count() == 0
    assert (Event.objects.get().stage, NewsPage.objects.get().live) == (Stage.PUBLISHED, True)


def test_an_association_deletes_nothing(at_desk, bernd):
    text = factories.announcement(by=bernd)
    url = f"{DESK}{text.pk}/loeschen/"
    browser = at_desk(bernd)
    assert url not in browser.get(text.get_absolute_url()).content.decode()
    assert {browser.get(url).status_code, browser.post(url).status_code} == {403}
    with pytest.raises(Exception, match="nur die Redaktion"):
        actions.remove_announcement(announcement=text, by=bernd)
    assert Announcement.objects.count() == 1


def test_of_an_entry_only_that_it_was_there_is_left(browser, edda):
    feed = actions.add_feed(name="Bürgerverein", url="https://verein.example/t.ics", by=edda)
    entry = event_entry("Nähcafé", uid="u1")
    actions.take_in(feed=feed, kind="calendar", entries=[entry])
    text = Announcement.objects.get()
    browser.post(f"{DESK}{text.pk}/loeschen/")
    actions.take_in(feed=feed, kind="calendar", entries=[entry])
    text.refresh_from_db()
    assert (text.text, text.title, text.entry, text.state) == ("", "", None, State.SET_ASIDE)
    assert browser.get(text.get_absolute_url()).status_code == 404
    assert list(browser.get(DESK, {"stand": "alle"}).context["rows"]) == []
