"""Two moderators press at the same moment, each from a page of their own: one is heard, the other is told."""

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.events.tests.test_races import race
from quartierwerk.needs import actions, factories, rules
from quartierwerk.needs.enums import State
from quartierwerk.needs.models import DailyMail, Need
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Notification

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("site")]


def as_shown(need, act):
    """What the page of a moderator does who looked at it just now."""
    seen = rules.seen_as(need)

    def press():
        with actions.as_seen(need, seen) as fresh:
            act(fresh)

    return press


@pytest.fixture
def need():
    return factories.public_need(person=PersonFactory(called=True))


def test_of_two_answers_at_once_one_counts_and_is_told(need, mona, carla):
    before = Notification.objects.count()
    faults = race(
        *(
            as_shown(
                need, lambda n, by=by, state=state: actions.move_on(need=n, state=state, reason="So.", by=by)
            )
            for by, state in ((mona, State.PLANNED), (carla, State.NOT_POSSIBLE))
        )
    )
    assert [type(fault) for fault in faults] == [ValidationError]
    assert "hat diesen Beitrag gerade geändert" in faults[0].messages[0]
    assert Notification.objects.count() == before + 1
    assert need.entries.filter(text="So.").count() == 1


def test_it_is_not_removed_and_joined_at_once(need, mona, carla):
    other = factories.public_need("Die andere")
    faults = race(
        as_shown(need, lambda n: actions.remove(need=n, reason="Werbung", by=mona)),
        as_shown(need, lambda n: actions.mark_duplicate(need=n, of=other, by=carla)),
    )
    assert len(faults) == 1
    found = Need.objects.get(pk=need.pk)
    assert (found.state == State.DUPLICATE) != (found.visibility == "moderator")


def test_a_comment_is_published_once(need, mona, carla):
    comment = actions.comment(need=need, text="Das finde ich auch.")
    faults = race(*(lambda by=by: actions.show_comment(comment=comment, by=by) for by in (mona, carla)))
    assert len(faults) == 1
    assert Need.objects.get(pk=need.pk).comment_count == 1


def test_two_workers_send_one_daily_mail(need, mona, mailoutbox, time_machine):
    time_machine.move_to("2026-05-04T06:00:00Z")
    race(actions.send_daily_mails, actions.send_daily_mails)
    assert [mail.to for mail in mailoutbox] == [[mona.email]]
    assert DailyMail.objects.get().user == mona
