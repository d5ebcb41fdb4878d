"""Which event that is there a text means, somebody says by hand: found by words or day, then cancelled, moved or left."""

import pytest

from quartierwerk.events import factories as event_factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.events.models import Event
from quartierwerk.importing import factories
from quartierwerk.importing.tests.reviewing import decide, sent
from quartierwerk.people.factories import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_november")]
TEXT = "Absage\n\nLeider müssen wir unser Treffen im Park absagen. Grund: Sturm."
NEW = "Lesekreis\n\nDer Lesekreis ist am 8. Dezember 2026 um 18 Uhr im Holschentor."


@pytest.fixture
def walk():
    return event_factories.event(
        "Beispiel: Rundgang um die Burg",
        starts_at=local(2026, 12, 12, 10, 30),
        place_name="Burg",
        capacity=10,
    )


@pytest.fixture
def training():
    return event_factories.event(
        "Gedächtnistraining",
        starts_at=local(2026, 11, 30, 10),
        rule="FREQ=WEEKLY;COUNT=6",
        place_name="Gemeindehaus",
    )


def found(browser, text, words):
    answer = decide(browser, text, "look", e0_find=words)
    return [each["label"] for each in answer.context["board"].events[0].other_events]


@pytest.mark.parametrize(
    "words", ["Rundgang", "burg rundgang", "12.12.", "12. Dezember", "Rundgnag", "Burg 12.12."]
)
def test_an_event_is_found_by_title_place_or_day(browser, walk, words):
    assert "Beispiel: Rundgang um die Burg, Sa., 12.12.2026, 10:30 Uhr" in found(
        browser, factories.announcement(NEW), words
    )


def test_what_is_not_there_is_said(browser, walk):
    answer = decide(browser, factories.announcement(NEW), "look", e0_find="Xylophon")
    assert "Dazu ist nichts gefunden, was noch kommt." in answer.content.decode()


def test_of_a_series_each_of_the_next_dates_and_the_whole(browser, training):
    labels = found(browser, factories.announcement(NEW), "Gedächtnis")
    assert labels == [
        "Gedächtnistraining, Mo., 30.11.2026, 10 Uhr",
        "Gedächtnistraining, Mo., 07.12.2026, 10 Uhr",
        "Gedächtnistraining, Mo., 14.12.2026, 10 Uhr",
        "Gedächtnistraining: die ganze Reihe",
    ]


def test_it_can_be_cancelled(browser, walk):
    changed = {
        "e0_decision": "cancel",
        "e0_known": str(walk.pk),
        "e0_reason": "Sturm",
        "n0_decision": "leave_out",
    }
    assert decide(browser, factories.announcement(NEW), **changed).status_code == 302
    walk.refresh_from_db()
    assert walk.stage == Stage.CANCELLED


def test_one_date_of_a_series_can_be_cancelled(browser, training):
    date = training.occurrences.all()[1]
    changed = {"e0_decision": "cancel", "e0_known": f"{training.pk}-{date.pk}", "e0_reason": "Sturm"}
    decide(browser, factories.announcement(NEW), **changed)
    assert [each.is_cancelled for each in training.occurrences.all()] == [
        False,
        True,
        False,
        False,
        False,
        False,
    ]


def test_it_can_be_moved_to_the_day_of_the_text(browser, walk):
    changed = {
        "e0_decision": "move",
        "e0_known": str(walk.pk),
        "e0_reason": "Sturm",
        "n0_decision": "leave_out",
    }
    assert decide(browser, factories.announcement(NEW), **changed).status_code == 302
    walk.refresh_from_db()
    assert walk.starts_at == local(2026, 12, 8, 18)


def test_it_can_be_there_already(browser, walk):
    changed = {"e0_decision": "there", "e0_known": str(walk.pk), "n0_decision": "leave_out"}
    assert decide(browser, factories.announcement(NEW), **changed).status_code == 302
    assert Event.objects.get() == walk


def test_a_text_in_which_no_event_was_read_can_cancel_one(browser, walk):
    text = factories.announcement("Leider kommt der Nikolaus nicht.")
    changed = {
        "e0_decision": "cancel",
        "e0_known": str(walk.pk),
        "e0_reason": "Grippe",
        "n0_decision": "leave_out",
    }
    assert decide(browser, text, **changed).status_code == 302
    walk.refresh_from_db()
    assert walk.stage == Stage.CANCELLED


def test_what_was_recognised_can_be_a_new_one(browser):
    event_factories.event("Lesekreis", starts_at=local(2026, 12, 8, 18))
    decide(browser, factories.announcement(NEW), e0_decision="publish", e0_known="", n0_decision="leave_out")
    assert Event.objects.filter(title="Lesekreis").count() == 2


def test_what_was_recognised_can_be_another_one(browser, walk):
    event_factories.event("Lesekreis", starts_at=local(2026, 12, 8, 18))
    changed = {
        "e0_decision": "cancel",
        "e0_known": str(walk.pk),
        "e0_reason": "Sturm",
        "n0_decision": "leave_out",
    }
    decide(browser, factories.announcement(NEW), **changed)
    assert Event.objects.get(stage=Stage.CANCELLED) == walk


def test_a_choice_that_says_two_things_is_asked(browser, walk):
    answer = decide(browser, factories.announcement(NEW), e0_decision="publish", e0_known=str(walk.pk))
    assert "Bitte wählen Sie oben, was mit ihr geschieht." in answer.content.decode()


def test_a_draft_of_somebody_else_is_not_shown(at_desk, bernd, walk):
    walk.stage = Stage.DRAFT
    walk.save()
    assert found(at_desk(bernd), factories.announcement(NEW, by=bernd), "Rundgang") == []


# --------------------------------------------------------------------------------------------- said before it is done
def test_what_is_final_is_said_at_the_button(browser, walk):
    event_factories.registration(walk, person=PersonFactory(mailed=True))
    text = factories.announcement(
        "Der Rundgang um die Burg am 12. Dezember um 10.30 Uhr fällt wegen Sturm aus."
    )
    [said] = browser.get(text.get_absolute_url()).context["board"].consequences
    assert said.sentence == (
        "Endgültig abgesagt wird „Beispiel: Rundgang um die Burg“ am Sa., 12.12.2026, 10:30 Uhr. "
        "1 Person wird benachrichtigt: 1 per E-Mail."
    )


def test_what_the_page_did_not_say_is_said_before_it_is_done(browser, walk):
    text = factories.announcement(NEW)
    changed = {"e0_decision": "cancel", "e0_known": str(walk.pk), "e0_reason": "Sturm"}
    data = sent(browser.get(text.get_absolute_url()), **changed)
    asked = browser.post(text.get_absolute_url(), data | {"said": []})
    assert asked.status_code == 422
    assert "Bitte lesen Sie, was der Knopf tut" in asked.content.decode()
    walk.refresh_from_db()
    assert walk.stage == Stage.PUBLISHED
    assert browser.post(text.get_absolute_url(), data).status_code == 302
