"""What is published is what was looked at: a feed that was asked meanwhile stops the button, nothing typed is lost."""

import pytest

from quartierwerk.events.models import Event
from quartierwerk.importing import actions
from quartierwerk.importing.enums import State
from quartierwerk.importing.models import Announcement
from quartierwerk.importing.tests.feed_texts import event_entry
from quartierwerk.importing.tests.reviewing import decide, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]
WHERE = {"place": "Bürgerhaus, Am Markt 4", "text": "Wir nähen."}


@pytest.fixture
def feed(edda):
    return actions.add_feed(name="Bürgerverein", url="https://verein.example/t.ics", by=edda)


@pytest.fixture
def waiting(feed):
    actions.take_in(feed=feed, kind="calendar", entries=[event_entry(**WHERE)])
    return Announcement.objects.get()


def test_an_entry_that_changed_since_it_was_opened_is_not_published(browser, feed, waiting):
    page = browser.get(waiting.get_absolute_url())
    pressed = sent(page, "both", e0_title="Nähtreff") | {"seen": page.context["seen"]}
    assert f'name="seen" value="{pressed["seen"]}"' in page.text
    actions.take_in(feed=feed, kind="calendar", entries=[event_entry(starts="2026-10-06T17:00", **WHERE)])
    answer = browser.post(waiting.get_absolute_url(), pressed)
    assert answer.status_code == 422
    assert "hat sich geändert, seit Sie ihn geöffnet haben" in answer.text and "Nähtreff" in answer.text
    assert not Event.objects.exists()
    again = sent(answer, "both") | {"seen": answer.context["seen"]}
    assert browser.post(waiting.get_absolute_url(), again).status_code == 302


def test_an_entry_that_stayed_is_published(browser, waiting):
    seen = browser.get(waiting.get_absolute_url()).context["seen"]
    assert decide(browser, waiting, "both", seen=seen).status_code == 302
    waiting.refresh_from_db()
    assert waiting.state == State.TAKEN


def test_what_breaks_in_the_example_stops_no_publishing(browser, waiting, monkeypatch, caplog):
    def broken(_board):
        raise KeyError("kaputt")

    monkeypatch.setattr("quartierwerk.importing.review.views.example", broken)
    assert decide(browser, waiting, "both").status_code == 302
    waiting.refresh_from_db()
    assert waiting.state == State.TAKEN
    assert "No example could be made" in caplog.text
