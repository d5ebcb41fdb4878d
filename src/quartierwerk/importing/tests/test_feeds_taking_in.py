"""What a feed says is compared with what it said before: new entries wait, changed ones are renewed or suggested."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.events import actions as event_actions
from quartierwerk.events import factories as event_factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.importing import actions
from quartierwerk.importing.actions import EventSaid, Given, Said
from quartierwerk.importing.drafts import draft_of
from quartierwerk.importing.enums import CameBy, Decision, State
from quartierwerk.importing.feeds.entries import is_event
from quartierwerk.importing.models import Announcement, Change
from quartierwerk.importing.tests.feed_texts import event_entry, news_entry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september")]


@pytest.fixture
def feed(edda):
    return actions.add_feed(name="Bürgerverein", url="https://verein.example/t.ics", by=edda)


@pytest.fixture
def other(edda):
    return actions.add_feed(name="Kirche", url="https://kirche.example/t.ics", by=edda)


def take_in(feed, *entries, kind="calendar", **said):
    return actions.take_in(feed=feed, kind=kind, entries=list(entries), **said)


def taken_over(announcement, by, decision=Decision.THERE, **values):
    """The event that was made of it."""
    entry = announcement.entry
    event = event_factories.event(
        entry["title"], starts_at=local(2026, 10, 6, 15), ends_at=None, description=entry["text"], **values
    )
    said = Said(events=[EventSaid(decision, known=event)])
    actions.take(announcement=announcement, said=said, by=by)
    return event


def test_a_new_entry_waits_at_the_desk_and_nothing_is_published(feed):
    done = take_in(feed, event_entry(text="Wir nähen."))
    waiting = Announcement.objects.get()
    assert (done.new, waiting.state, waiting.came_by, waiting.title) == (
        1,
        State.WAITING,
        CameBy.FEED,
        "Nähcafé",
    )
    assert (waiting.key, waiting.over_on, waiting.given_by) == (f"{feed.pk}:1", date(2026, 10, 6), None)
    assert waiting.text == "Nähcafé\n\nWann: Dienstag, 6. Oktober 2026, 15 Uhr\n\nWir nähen."


def test_the_same_entry_is_offered_once(feed):
    for _time in range(3):
        take_in(feed, event_entry())
    assert Announcement.objects.count() == 1


def test_a_series_is_one_entry(feed):
    take_in(feed, event_entry(rule="FREQ=WEEKLY", until="2026-12-31"))
    waiting = Announcement.objects.get()
    assert waiting.over_on == date(2026, 12, 31)
    assert "Wiederholung: jeden Dienstag, bis 31. Dezember 2026" in waiting.text


def test_what_is_off_from_the_beginning_is_not_offered(feed):
    take_in(feed, event_entry(is_off=True))
    assert not Announcement.objects.exists()


def test_an_entry_that_changes_while_it_waits_is_renewed(feed):
    take_in(feed, event_entry())
    assert take_in(feed, event_entry(starts="2026-10-07T16:00")).renewed == 1
    waiting = Announcement.objects.get()
    assert (waiting.state, waiting.over_on) == (State.WAITING, date(2026, 10, 7))
    assert "Mittwoch, 7. Oktober 2026, 16 Uhr" in waiting.text


def test_an_entry_that_is_called_off_while_it_waits_goes_and_comes_back_with_it(feed):
    take_in(feed, event_entry())
    take_in(feed, event_entry(is_off=True))
    assert Announcement.objects.get().state == State.SET_ASIDE
    take_in(feed, event_entry())
    assert Announcement.objects.get().state == State.WAITING


def test_what_somebody_put_aside_stays_there(feed, edda):
    take_in(feed, event_entry())
    actions.set_aside(announcement=Announcement.objects.get(), by=edda)
    take_in(feed, event_entry(starts="2026-10-06T16:00"))
    assert Announcement.objects.get().state == State.SET_ASIDE


def test_news_wait_with_their_day_and_are_read_by_the_grammar(feed):
    text = "Das nächste Nähcafé ist am Dienstag, 6. Oktober 2026, um 15 Uhr im Bürgerhaus."
    take_in(feed, news_entry(text=text), kind="news")
    waiting = Announcement.objects.get()
    assert waiting.published_on == date(2026, 8, 31)
    assert draft_of(waiting).events[0].start.value.isoformat() == "2026-10-06T15:00:00"


def test_many_entries_come_in_portions(feed, monkeypatch):
    monkeypatch.setattr(actions.entries, "MOST_NEW", 2)
    many = [event_entry(f"Termin {n}", uid=str(n)) for n in range(3)]
    assert (take_in(feed, *many).left, take_in(feed, *many).left) == (1, 0)
    assert Announcement.objects.count() == 3


def test_one_entry_that_cannot_be_kept_spoils_no_other(feed, caplog):
    done = take_in(feed, event_entry(uid="1", url="x" * 9999, starts="kaputt"), event_entry("Chor", uid="2"))
    assert (done.refused, done.new, Announcement.objects.get().title) == (1, 1, "Chor")
    assert "could not be kept" in caplog.text


# ------------------------------------------------------------------------------------------------------------- doubles
def test_an_event_that_is_there_is_not_offered_but_shown(feed):
    there = event_factories.event("Das Nähcafé", starts_at=local(2026, 10, 6, 15))
    assert take_in(feed, event_entry()).doubles == 1
    double = Announcement.objects.get()
    assert (double.state, double.same_event, double.decided_by) == (State.SET_ASIDE, there, None)


@pytest.mark.parametrize(
    ("title", "starts"),
    [("Kochkurs", "2026-10-06T15:00"), ("Nähcafé 1", "2026-10-06T16:00"), ("Nähcafé 2", "2026-10-06T15:00")],
)
def test_what_is_only_alike_is_offered(feed, title, starts):
    event_factories.event("Nähcafé 1", starts_at=local(2026, 10, 6, 15))
    assert take_in(feed, event_entry(title, starts)).new == 1


def test_a_whole_day_is_the_same_as_that_whole_day(feed):
    there = event_factories.event(
        "Stadtfest", starts_at=local(2026, 10, 6), ends_at=local(2026, 10, 7), all_day=True
    )
    take_in(feed, event_entry("Stadtfest", "2026-10-06"))
    assert Announcement.objects.get().same_event == there


def test_the_same_event_of_two_partners_is_offered_once(feed, other):
    take_in(feed, event_entry())
    take_in(other, event_entry("Nähcafé im Bürgerhaus", uid="anders"))
    first, second = Announcement.objects.order_by("pk")
    assert (first.state, second.state, second.same_as) == (State.WAITING, State.SET_ASIDE, first)


def test_a_double_that_moves_away_from_the_other_waits_by_itself(feed, other):
    take_in(feed, event_entry())
    take_in(other, event_entry(uid="anders"))
    take_in(other, event_entry(uid="anders", starts="2026-10-08T15:00"))
    second = Announcement.objects.get(feed=other)
    assert (second.state, second.same_as) == (State.WAITING, None)


def test_what_somebody_pasted_is_recognised(feed):
    pasted, _new = actions.give(
        given=Given("Nähcafé\n\nAm Dienstag, 6. Oktober 2026, um 15 Uhr im Bürgerhaus.")
    )
    take_in(feed, event_entry())
    assert Announcement.objects.get(came_by=CameBy.FEED).same_as == pasted


def test_a_double_can_be_offered_all_the_same(feed, edda):
    event_factories.event("Nähcafé", starts_at=local(2026, 10, 6, 15))
    take_in(feed, event_entry())
    actions.bring_back(announcement=Announcement.objects.get(), by=edda)
    take_in(feed, event_entry())
    assert Announcement.objects.get().state == State.WAITING


def test_another_uid_for_the_same_entry_is_no_new_entry_and_no_cancellation(feed, edda):
    take_in(feed, event_entry(uid="alt"), event_entry("Chor", uid="2"))
    event = taken_over(Announcement.objects.get(key=f"{feed.pk}:alt"), edda)
    take_in(feed, event_entry(uid="neu"), event_entry("Chor", uid="2"))
    take_in(feed, event_entry(uid="neu", starts="2026-10-06T16:00"), event_entry("Chor", uid="2"))
    assert Announcement.objects.count() == 2
    assert Change.objects.get().event == event


# ------------------------------------------------------------------------------------------------------------- changes
@pytest.fixture
def taken(feed, edda):
    """An announcement that became an event."""
    take_in(feed, event_entry(text="Wir nähen."))
    announcement = Announcement.objects.get()
    taken_over(announcement, edda)
    announcement.refresh_from_db()
    return announcement


def says(feed, **values):
    return take_in(feed, event_entry(**{"text": "Wir nähen.", **values}))


def the_event(taken):
    return taken.results.get().event


def test_a_change_after_taking_over_is_suggested_and_nothing_done(feed, taken):
    assert says(feed, starts="2026-10-06T16:00").changed == 1
    change = Change.objects.get()
    assert (change.event, the_event(taken).starts_at) == (the_event(taken), local(2026, 10, 6, 15))


def test_a_further_change_takes_the_place_of_one_that_waits(feed, taken):
    says(feed, starts="2026-10-06T16:00")
    says(feed, starts="2026-10-06T17:00")
    assert Change.objects.get().entry["starts"] == "2026-10-06T17:00"


def test_a_change_that_is_taken_back_waits_no_longer(feed, taken):
    says(feed, starts="2026-10-06T16:00")
    says(feed)
    assert not Change.objects.exists()


def test_a_refused_change_does_not_come_again(feed, taken, edda):
    says(feed, starts="2026-10-06T16:00")
    actions.refuse_change(change=Change.objects.get(), by=edda)
    says(feed, starts="2026-10-06T16:00")
    assert Change.objects.get().state == "refused"
    assert the_event(taken).starts_at == local(2026, 10, 6, 15)


def test_after_a_refusal_only_what_is_new_is_suggested(feed, taken, edda):
    says(feed, starts="2026-10-06T16:00")
    actions.refuse_change(change=Change.objects.get(), by=edda)
    says(feed, starts="2026-10-06T16:00", place="Rathaus")
    actions.take_change(change=Change.objects.get(state="waiting"), reason="Umzug", by=edda)
    event = the_event(taken)
    assert (event.starts_at, event.place_name) == (local(2026, 10, 6, 15), "Rathaus")


def test_another_hour_is_taken_over_and_told(feed, taken, edda, mailoutbox):
    event = the_event(taken)
    event.registration_mode = "required"
    event.save()
    event_factories.registration(event)
    says(feed, starts="2026-10-06T16:00", ends="2026-10-06T18:00")
    assert actions.take_change(change=Change.objects.get(), reason="Der Raum ist belegt.", by=edda) == 1
    event.refresh_from_db()
    assert (event.starts_at, event.ends_at) == (local(2026, 10, 6, 16), local(2026, 10, 6, 18))
    assert (event.moved_from, event.stage_reason) == (local(2026, 10, 6, 15), "Der Raum ist belegt.")


def test_a_change_that_people_are_told_of_needs_a_reason(feed, taken, edda):
    says(feed, starts="2026-10-06T16:00")
    with pytest.raises(ValidationError, match="Bitte nennen Sie den Grund"):
        actions.take_change(change=Change.objects.get(), by=edda)


def test_a_cancellation_is_suggested_and_taken_over(feed, taken, edda):
    says(feed, is_off=True)
    actions.take_change(change=Change.objects.get(), reason="Krankheit", by=edda)
    event = the_event(taken)
    assert (event.stage, event.stage_reason) == (Stage.CANCELLED, "Krankheit")


def test_what_is_gone_from_a_calendar_that_still_answers_is_suggested_to_be_cancelled(feed, taken):
    take_in(feed, event_entry("Chor", uid="2"))
    assert Change.objects.get().entry["is_gone"]


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_calendar_that_lost_everything_or_was_read_in_part_cancels_nothing(feed, taken, is_whole):
    others = [] if is_whole else [event_entry("Chor", uid="2")]
    take_in(feed, *others, is_whole=is_whole)
    assert not Change.objects.exists()


def test_news_that_are_gone_mean_nothing(feed):
    take_in(feed, news_entry(), kind="news")
    take_in(feed, news_entry("Chor", uid="2"), kind="news")
    assert set(Announcement.objects.values_list("state", flat=True)) == {State.WAITING}


def test_what_is_gone_while_it_waits_waits_no_longer(feed):
    take_in(feed, event_entry(), event_entry("Chor", uid="2"))
    take_in(feed, event_entry("Chor", uid="2"))
    assert Announcement.objects.get(title="Nähcafé").state == State.SET_ASIDE


def test_a_past_event_is_not_missed(feed, taken, time_machine):
    time_machine.move_to(local(2026, 10, 7, 12), tick=False)
    take_in(feed, event_entry("Chor", "2026-12-01T19:00", uid="2"))
    assert not Change.objects.exists()


def test_a_text_that_was_put_right_by_hand_is_not_written_over(feed, taken, edda):
    event = the_event(taken)
    event.description, event.title = "Wir nähen gemeinsam.", "Nähcafé für alle"
    event.save()
    says(feed, title="Nähtreff", text="Wir nähen und stricken.", starts="2026-10-06T16:00")
    actions.take_change(change=Change.objects.get(), reason="Neue Zeit", by=edda)
    event.refresh_from_db()
    assert (event.description, event.title) == ("Wir nähen gemeinsam.", "Nähcafé für alle")
    assert event.starts_at == local(2026, 10, 6, 16)


def test_a_text_that_nobody_touched_follows_the_calendar(feed, taken, edda):
    says(feed, title="Nähtreff", text="Wir nähen und stricken.")
    actions.take_change(change=Change.objects.get(), by=edda)
    event = the_event(taken)
    assert (event.title, event.description) == ("Nähtreff", "Wir nähen und stricken.")


def test_what_the_event_says_already_is_no_change(feed, taken, edda):
    event_actions.move_event(
        event=the_event(taken), starts_at=local(2026, 10, 6, 16), ends_at=None, reason="x", by=edda
    )
    says(feed, starts="2026-10-06T16:00")
    assert not Change.objects.exists()
    taken.refresh_from_db()
    assert taken.entry["starts"] == "2026-10-06T16:00"


def test_a_cancelled_event_stays_cancelled(feed, taken, edda):
    event_actions.cancel_event(event=the_event(taken), reason="x", by=edda)
    says(feed, starts="2026-10-06T16:00")
    assert not Change.objects.exists()


def test_a_series_moves_to_the_new_hour_from_where_it_began_here(feed, edda):
    take_in(feed, event_entry(starts="2025-01-07T15:00", rule="FREQ=WEEKLY"))
    announcement = Announcement.objects.get()
    event = taken_over(announcement, edda, rule="FREQ=WEEKLY;BYDAY=TU")
    take_in(feed, event_entry(starts="2025-01-07T16:30", rule="FREQ=WEEKLY", but_not=["2026-10-13"]))
    actions.take_change(change=Change.objects.get(), reason="Neue Zeit", by=edda)
    event.refresh_from_db()
    assert (event.starts_at, event.excluded_dates) == (local(2026, 10, 6, 16, 30), ["2026-10-13"])


def test_a_draft_changes_without_a_reason(feed, edda):
    take_in(feed, event_entry())
    event = taken_over(Announcement.objects.get(), edda, stage=Stage.DRAFT)
    take_in(feed, event_entry(starts="2026-10-06T16:00"))
    actions.take_change(change=Change.objects.get(), by=edda)
    event.refresh_from_db()
    assert (event.starts_at, event.stage) == (local(2026, 10, 6, 16), Stage.DRAFT)


def test_a_change_is_decided_once(feed, taken, edda):
    says(feed, starts="2026-10-06T16:00")
    change = Change.objects.get()
    actions.refuse_change(change=change, by=edda)
    with pytest.raises(ValidationError, match="schon jemand entschieden"):
        actions.take_change(change=change, reason="x", by=edda)


def test_what_is_public_is_changed_by_who_may_publish(feed, taken, bernd):
    says(feed, starts="2026-10-06T16:00")
    with pytest.raises(ValidationError, match="die Redaktion entscheiden"):
        actions.take_change(change=Change.objects.get(), reason="x", by=bernd)


def test_a_removed_feed_takes_along_what_waits_and_leaves_what_was_decided(feed, taken, edda):
    take_in(feed, event_entry(text="Wir nähen."), event_entry("Chor", uid="2"))
    assert actions.remove_feed(feed=feed, by=edda) == 1
    kept = Announcement.objects.get()
    assert (kept.pk, kept.feed) == (taken.pk, None)


def test_the_words_of_an_entry_go_ninety_days_after_it_and_it_is_still_known(feed, time_machine):
    from quartierwerk.importing.privacy import ENTRIES

    take_in(feed, event_entry(text="Frau Muster, Tel. 02324 1234"))
    time_machine.move_to(local(2027, 1, 4, 12), tick=False)
    assert not ENTRIES.expired().exists()
    time_machine.move_to(local(2027, 1, 5, 12), tick=False)
    assert ENTRIES.delete(ENTRIES.expired()) == 1
    kept = Announcement.objects.get()
    assert (kept.text, kept.entry, kept.key, kept.state) == ("", None, f"{feed.pk}:1", State.SET_ASIDE)
    take_in(feed, event_entry())
    assert Announcement.objects.get().text == ""


def test_the_draft_of_an_entry_shows_where_each_value_stands(feed):
    take_in(
        feed,
        event_entry(
            ends="2026-10-06T17:00", place="Bürgerhaus, Am Markt 4", text="Anmeldung: Tel. 02324 204-5552."
        ),
    )
    waiting = Announcement.objects.get()
    [event] = draft_of(waiting).events
    said = {name: [waiting.text[s.start : s.end] for s in getattr(event, name).spans] for name in ("title", "start", "place", "street_address")}  # fmt: skip
    assert said == {
        "title": ["Nähcafé"], "start": ["Dienstag, 6. Oktober 2026, 15 bis 17 Uhr"], "place": ["Bürgerhaus"],
        "street_address": ["Am Markt 4"],
    }  # fmt: skip
    assert [phone.value.written for phone in event.phones] == ["02324 204-5552"]
    assert is_event(waiting.entry)


def test_a_cancelled_entry_of_a_draft_says_what_to_do_with_the_draft(feed, edda):
    take_in(feed, event_entry())
    taken_over(Announcement.objects.get(), edda, stage=Stage.DRAFT)
    take_in(feed, event_entry(is_off=True))
    with pytest.raises(ValidationError, match="ist noch ein Entwurf"):
        actions.take_change(change=Change.objects.get(), by=edda)
    assert Change.objects.get().state == "waiting"


def test_a_series_after_its_last_date_is_not_reported_as_gone(feed, edda, time_machine):
    """Tuesdays until 31 December, which is a Thursday: on the 30th the calendar has no date to come."""
    take_in(feed, event_entry(rule="FREQ=WEEKLY;BYDAY=TU", until="2026-12-31"))
    taken_over(Announcement.objects.get(), edda)
    time_machine.move_to(local(2026, 12, 30, 12), tick=False)
    take_in(feed, event_entry("Chor", "2027-02-01T19:00", uid="2"))
    assert not Change.objects.exists()


def test_a_series_of_which_the_last_dates_are_off_is_not_reported_as_gone(feed, edda, time_machine):
    off = ["2026-12-22", "2026-12-29"]
    take_in(feed, event_entry(rule="FREQ=WEEKLY;COUNT=13", but_not=off))
    taken_over(Announcement.objects.get(), edda)
    time_machine.move_to(local(2026, 12, 20, 12), tick=False)
    take_in(feed, event_entry("Chor", "2027-02-01T19:00", uid="2"))
    assert not Change.objects.exists()


def test_another_rhythm_of_a_series_needs_a_reason_too(feed, edda):
    """The page asks for one, so the action does not do without."""
    take_in(feed, event_entry(rule="FREQ=WEEKLY;BYDAY=TU", until="2026-12-31"))
    taken_over(
        Announcement.objects.get(), edda, rule="FREQ=WEEKLY;BYDAY=TU", repeats_until=date(2026, 12, 31)
    )
    take_in(feed, event_entry(rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", until="2026-12-31"))
    with pytest.raises(ValidationError, match="den Grund"):
        actions.take_change(change=Change.objects.get(), by=edda)
    actions.take_change(change=Change.objects.get(), reason="Zu viel Arbeit", by=edda)
