"""Two clicks at once, and more: whom it concerns is counted once, a form sent twice is one row, a digest is sent once."""

import uuid

import pytest

from quartierwerk.events.tests.test_races import race
from quartierwerk.needs import actions, factories
from quartierwerk.needs.models import CoDoer, Comment, Follow, Need, NeedSettings, Support
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Message, Notification
from quartierwerk.people.rules import Reachable

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 8


@pytest.fixture
def need(site):
    NeedSettings.load().save()
    return factories.public_need()


def test_the_same_voter_many_times_at_once_is_one(need):
    clicks = [lambda: actions.support(need=need, voter="browser:1") for _ in range(AT_ONCE)]
    assert race(*clicks) == []
    assert (Support.objects.count(), Need.objects.get().support_count) == (1, 1)


def test_many_voters_at_once_are_all_counted(need):
    clicks = [lambda n=n: actions.support(need=need, voter=f"browser:{n}") for n in range(AT_ONCE)]
    assert race(*clicks) == []
    assert Need.objects.get().support_count == AT_ONCE


def test_some_come_while_others_think_again(need):
    for number in range(AT_ONCE):
        actions.support(need=need, voter=f"browser:{number}")
    steps = [
        lambda n=n: actions.cease_to_support(need=need, voter=f"browser:{n}") for n in range(AT_ONCE // 2)
    ] + [lambda n=n: actions.support(need=need, voter=f"new:{n}") for n in range(AT_ONCE // 2)]
    assert race(*steps) == []
    assert Need.objects.get().support_count == Support.objects.count() == AT_ONCE


def test_a_comment_sent_many_times_at_once_is_one(need):
    key = uuid.uuid4()
    sent = [
        lambda: actions.comment(need=need, text="Mir fehlt sie auch.", submission_key=key)
        for _ in range(AT_ONCE)
    ]
    assert race(*sent) == []
    assert Comment.objects.count() == 1


def test_who_helps_is_one_person_however_often_the_form_is_sent(need):
    key, given = uuid.uuid4(), Reachable("Ayla Muster", email="ayla@example.org")
    sent = [lambda: actions.join_in(need=need, given=given, submission_key=key) for _ in range(AT_ONCE)]
    assert race(*sent) == []
    assert (CoDoer.objects.count(), Message.objects.count()) == (1, 1)


def test_following_twice_at_once_is_one_follow_and_one_mail(need):
    given = Reachable("Ohne Namen", email="ayla@example.org")
    assert race(*[lambda: actions.follow(need=need, given=given) for _ in range(AT_ONCE)]) == []
    assert (Follow.objects.count(), Notification.objects.count()) == (1, 1)


def test_a_complaint_sent_many_times_at_once_is_one(need):
    key = uuid.uuid4()
    sent = [lambda: actions.complain(need=need, reason="insult", submission_key=key) for _ in range(AT_ONCE)]
    assert race(*sent) == []
    assert need.complaints.count() == 1


def test_two_workers_send_one_digest(need, time_machine):
    time_machine.move_to("2026-05-04T08:00:00Z", tick=False)
    actions.follow(need=need, person=PersonFactory(mailed=True), frequency="daily", is_theirs=True)
    time_machine.move_to("2026-05-04T10:00:00Z", tick=False)
    actions.comment(need=need, text="Im Mai.", by=_somebody())
    time_machine.move_to("2026-05-05T10:00:00Z", tick=False)
    assert race(*[actions.tell_followers for _ in range(4)]) == []
    assert Notification.objects.count() == 1


def _somebody():
    from quartierwerk.people.factories import UserFactory

    return UserFactory()
