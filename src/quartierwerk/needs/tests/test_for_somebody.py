"""Whoever calls lends a hand or says something about a need, and staff write it down."""

import pytest

from quartierwerk.core.models import AuditEntry
from quartierwerk.needs import actions, factories
from quartierwerk.needs.models import CoDoer, Comment
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Message, Person
from quartierwerk.testing.answers import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

KEY = "0f5a3c52-53a8-4be8-9df4-1d6c0c1c52c1"


@pytest.fixture
def page(need):
    return f"/schreibtisch/handlungsbedarfe/{need.reference}/fuer-jemanden/"


def written(what: str, text: str = "Ich kann samstags.", **values):
    return {"what": what, "text": text, "submission_key": KEY, **values}


def test_somebody_new_lends_a_hand_by_phone(desk, carla, need, page):
    answer = desk(carla).post(page, written("helps", name="Erna Beispiel", phone="02324 5552"), follow=True)
    helper = CoDoer.objects.get(need=need)
    assert (helper.person.name, helper.says) == ("Erna Beispiel", "Ich kann samstags.")
    assert "Erna Beispiel macht mit." in text_of(answer)


def test_nothing_waits_for_an_answer_that_staff_gave_already(desk, carla, page):
    desk(carla).post(page, written("helps", name="Erna Beispiel"))
    assert Message.objects.count() == 0


def test_who_is_known_is_found_and_not_entered_again(desk, carla, need, page):
    erna = PersonFactory(name="Erna Beispiel", phone="+4923245552")
    found = desk(carla).get(page, {"q": "Erna"})
    assert f"?person={erna.pk}" in found.content.decode()
    desk(carla).post(page, written("helps", person=erna.pk))
    assert (Person.objects.count(), need.co_doers.get().person) == (1, erna)


def test_words_of_somebody_are_public_at_once_and_not_those_of_the_town(desk, carla, need, page):
    desk(carla).post(page, written("says", "Das stört mich auch.", name="Erna Beispiel", phone="02324 5552"))
    comment = Comment.objects.get(need=need)
    assert (comment.is_public, comment.is_official, comment.shown_name) == (True, False, "")
    assert comment.person.name == "Erna Beispiel"


def test_words_may_be_said_without_a_name(desk, carla, need, page):
    desk(carla).post(page, written("says", "Das stört mich auch."))
    assert (Comment.objects.get(need=need).person, Person.objects.count()) == (None, 0)


def test_sent_twice_it_counts_once(desk, carla, need, page):
    for _again in range(2):
        desk(carla).post(page, written("says", "Das stört mich auch."))
        desk(carla).post(page, written("helps", name="Erna Beispiel"))
    assert (need.comments.count(), need.co_doers.count()) == (1, 1)


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (written("says", ""), "Bitte schreiben Sie auf, was die Person sagt."),
        (written("helps"), "Bitte fragen Sie nach dem Namen"),
        (written("helps", "a" * 501, name="Erna"), "Bitte schreiben Sie kürzer, was die Person tun kann"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(desk, carla, page, sent, reason):
    answer = desk(carla).post(page, {**sent, "shown_name": "Erna"})
    assert answer.status_code == 422
    assert reason in text_of(answer)
    assert 'value="Erna"' in answer.content.decode()


def test_a_double_need_takes_nobody(desk, carla, need, page):
    actions.mark_duplicate(need=need, of=factories.public_need("Noch eine Bank"), by=carla)
    assert "schon woanders gemeldet" in text_of(desk(carla).get(page))


def test_it_is_recorded_who_wrote_it_down(desk, carla, page):
    desk(carla).post(page, written("helps", name="Erna Beispiel"))
    assert AuditEntry.objects.get(verb="joined in").actor == carla


def test_only_the_moderation_may(desk, fremder, edda, page):
    assert [desk(user).get(page).status_code for user in (fremder, edda)] == [403, 403]
