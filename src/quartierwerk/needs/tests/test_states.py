from datetime import timedelta

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from quartierwerk.core import clock
from quartierwerk.needs import actions, factories, notifications, rules, waiting
from quartierwerk.needs.enums import EntryKind, State, Visibility
from quartierwerk.needs.models import Entry, Follow, Need, Support
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Notification

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def ayla_mailed():
    return PersonFactory(name="Ayla Muster", mailed=True)


@pytest.fixture
def need(ayla_mailed):
    return factories.public_need(person=ayla_mailed)


def test_a_mail_names_what_it_is_about_once_the_team_has_read_it_and_not_where_it_was_removed(
    ayla_mailed, carla
):
    need = factories.need("Der Zaun", person=ayla_mailed)
    assert "Der Zaun" not in last_mail().body
    actions.ask_back(need=need, question="Welcher?", by=carla)
    assert "Der Zaun" not in last_mail().body
    actions.publish(need=need, by=carla)
    assert "Worum es geht: Der Zaun" in last_mail().body
    actions.remove(need=need, reason="Werbung.", by=carla)
    assert "Der Zaun" not in last_mail().body


def last_mail():
    return Notification.objects.order_by("pk").last()


def test_an_answer_is_public_dated_and_reaches_whoever_said_it(need, carla, ayla_mailed):
    actions.move_on(need=need, state=State.PLANNED, reason="Der Bauhof kommt im Mai.", by=carla)
    entry = need.entries.last()
    assert (entry.state, entry.text, entry.by) == (State.PLANNED, "Der Bauhof kommt im Mai.", carla)
    assert last_mail().person == ayla_mailed
    assert "Der Bauhof kommt im Mai." in last_mail().body


@pytest.mark.parametrize("state", [State.DONE, State.NOT_POSSIBLE, State.NOT_OUR_REMIT])
def test_nothing_ends_without_a_public_reason(need, carla, state):
    with pytest.raises(ValidationError, match="begründen"):
        actions.move_on(need=need, state=state, reason=" ", by=carla)
    assert Need.objects.get().state == State.PUBLISHED


def test_what_ended_is_reopened_first(need, carla):
    actions.move_on(need=need, state=State.DONE, reason="Neue Bank steht.", by=carla)
    with pytest.raises(ValidationError, match="öffnen"):
        actions.move_on(need=need, state=State.PLANNED, by=carla)
    again = actions.reopen(need=need, reason="Sie ist wieder kaputt.", by=carla)
    assert (again.state, again.ended_at) == (State.IN_REVIEW, None)
    assert again.entries.last().kind == EntryKind.REOPENED


@pytest.mark.parametrize("state", [State.RECEIVED, State.DUPLICATE, State.WITHDRAWN, State.PUBLISHED])
def test_some_states_have_verbs_of_their_own(need, carla, state):
    with pytest.raises(ValidationError, match="nicht von Hand"):
        actions.move_on(need=need, state=state, reason="So ist es.", by=carla)


def test_what_waits_for_the_moderation_is_answered_after_it(carla):
    with pytest.raises(ValidationError, match="veröffentlichen"):
        actions.move_on(need=factories.need(), state=State.PLANNED, by=carla)


def test_three_ways_of_being_gone_are_told_apart(carla):
    taken_back = actions.take_back(need=factories.public_need())
    removed = actions.remove(need=factories.public_need(), reason="Beleidigt den Nachbarn.", by=carla)
    blocked = actions.remove(need=factories.public_need(), reason="Strafbar.", by=carla, blocked=True)
    assert [n.visibility for n in (taken_back, removed, blocked)] == [
        Visibility.REMOVED_BY_AUTHOR,
        Visibility.REMOVED_BY_MODERATOR,
        Visibility.BLOCKED,
    ]
    assert not Need.objects.public().exists()


def test_nothing_is_taken_away_without_a_reason(need, carla):
    with pytest.raises(ValidationError, match="Grund"):
        actions.remove(need=need, reason="", by=carla)


def test_what_was_shortened_keeps_its_first_words_for_the_team(need, carla):
    first = (need.title, need.text)
    actions.shorten(need=need, title="Bank kaputt", text="", by=carla)
    once_more = actions.shorten(need=need, title="Bank", text="", by=carla)
    assert (once_more.original_title, once_more.original_text) == first


def test_a_duplicate_brings_along_whom_it_concerns_and_who_follows_each_once(need, carla, ayla_mailed):
    other = factories.public_need("Bank am Fluss defekt", person=PersonFactory())
    berta = PersonFactory()
    for voter in ("browser:1", "browser:2"):
        actions.support(need=need, voter=voter)
    for voter in ("browser:2", "browser:3"):
        actions.support(need=other, voter=voter)
    actions.follow(need=need, person=berta)
    actions.follow(need=other, person=berta)

    actions.mark_duplicate(need=need, of=other, by=carla)

    other.refresh_from_db()
    assert other.support_count == 4  # three browsers, and Ayla, who said it
    assert set(Support.objects.filter(need=other).values_list("voter", flat=True)) == {
        "browser:1", "browser:2", "browser:3", f"person:{ayla_mailed.pk}",
    }  # fmt: skip
    assert [f.need for f in Follow.objects.filter(person=berta)] == [other]
    assert other.reference in last_mail().body


def test_a_duplicate_of_a_duplicate_leads_to_the_first(carla):
    first, second, third = (factories.public_need(f"Bank {n}") for n in range(3))
    actions.mark_duplicate(need=third, of=second, by=carla)
    actions.mark_duplicate(need=second, of=first, by=carla)
    assert Need.objects.get(pk=third.pk).duplicate_of == first
    with pytest.raises(ValidationError, match="selbst schon"):
        actions.mark_duplicate(need=factories.public_need(), of=second, by=carla)
    with pytest.raises(ValidationError, match="sich selbst"):
        actions.mark_duplicate(need=first, of=first, by=carla)


def test_who_waits_too_long_is_told_once(ayla_mailed, time_machine):
    time_machine.move_to("2026-05-01T10:00:00Z")
    need = factories.public_need(person=ayla_mailed)
    time_machine.move_to("2026-05-16T10:00:00Z")
    assert rules.is_overdue(need, waiting.promised_before())
    assert [actions.tell_that_it_takes_longer() for _ in range(2)] == [1, 0]
    assert "dauert" in last_mail().body


def test_four_weeks_after_done_it_is_asked_once_whether_it_is_solved(need, carla, time_machine):
    actions.move_on(need=need, state=State.DONE, reason="Neue Bank steht.", by=carla)
    assert actions.ask_due() == 0
    time_machine.move_to(clock.now() + timedelta(days=29))
    assert [actions.ask_due() for _ in range(2)] == [1, 0]
    assert "gelöst" in last_mail().subject


@pytest.mark.parametrize(
    ("ask", "place"),
    [(notifications.ask_if_solved, "geloest"), (lambda n: notifications.asked_back(n, "Wo?"), "ergaenzen")],
)
def test_what_is_asked_is_answered_by_the_signed_link_by_letter_or_on_the_telephone(ask, place):
    mailed, written_to, called = (
        factories.public_need(person=PersonFactory(**{how: True}))
        for how in ("mailed", "written_to", "called")
    )
    mail, letter, call = (ask(need).body for need in (mailed, written_to, called))
    assert mail.endswith(f"Hier können Sie antworten:\n{settings.BASE_URL}{mailed.own_path}#{place}")
    assert letter.endswith("Bitte rufen Sie uns an oder schreiben Sie uns.")
    assert call.endswith(f"Nummer: {called.reference}")
    assert "http" not in letter + call


def test_a_no_opens_it_again(need, carla):
    actions.move_on(need=need, state=State.DONE, reason="Neue Bank steht.", by=carla)
    again = actions.say_if_solved(need=need, solved=False, words="Sie wackelt.")
    assert (again.state, again.found_solved) == (State.IN_REVIEW, False)
    assert [e.kind for e in Entry.objects.filter(need=need)][-1] == EntryKind.SOLVED


def test_whom_it_concerns_is_counted_once_and_can_think_again(need):
    for _ in range(2):
        actions.support(need=need, voter="browser:1")
    assert Need.objects.get().support_count == 1
    actions.cease_to_support(need=need, voter="browser:1")
    assert Need.objects.get().support_count == 0
