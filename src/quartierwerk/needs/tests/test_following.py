"""Following a need: only with the link of the mail, grouped, nothing where nothing happened, ended by one click."""

import re
from datetime import UTC, datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError

from quartierwerk.core.mail import send
from quartierwerk.needs import actions, factories
from quartierwerk.needs.enums import Frequency, State
from quartierwerk.needs.models import Follow
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Channel, Notification
from quartierwerk.people.submission import new_token
from quartierwerk.testing.answers import text_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("site"),
    pytest.mark.urls("quartierwerk.needs.tests.together_urls"),
]

MONDAY = datetime(2026, 5, 4, 8, tzinfo=UTC)  # ten o'clock in the town


def day(number, hour=8):
    """A day of May 2026; the 4th, 11th and 18th are Mondays."""
    return datetime(2026, 5, number, hour, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _it_is_monday(time_machine):
    time_machine.move_to(MONDAY, tick=False)


@pytest.fixture
def form(need):
    return f"/handlungsbedarfe/{need.reference}/folgen/"


@pytest.fixture
def typed():
    return {"email": "ayla@example.org", "frequency": "daily", "form_token": new_token()}


@pytest.fixture
def mails(mailoutbox, django_capture_on_commit_callbacks):
    """What is mailed while something is done."""

    def while_doing(do):
        del mailoutbox[:]
        with django_capture_on_commit_callbacks(execute=True):
            do()
        return list(mailoutbox)

    return while_doing


@pytest.fixture
def at_desk(client, settings, carla):
    settings.STAFF_SECOND_FACTOR = False
    client.handler.enforce_csrf_checks = False
    client.force_login(carla, backend="django.contrib.auth.backends.ModelBackend")
    return client


def link_in(mail, way):
    return re.search(rf"http\S+?(/{way}/\S+/)", mail.body)[1]


def follower(need, frequency=Frequency.DAILY, **person):
    return actions.follow(
        need=need, person=PersonFactory(**(person or {"mailed": True})), frequency=frequency, is_theirs=True
    )


def plan(need, carla, words="Der Bauhof kommt im Mai."):
    return actions.move_on(need=need, state=State.PLANNED, reason=words, by=carla)


# ------------------------------------------------------------------------------------------------------------ double opt-in
def test_it_counts_once_the_link_in_the_mail_was_used(client, need, form, typed, mails):
    [mail] = mails(lambda: client.post(form, typed))
    assert mail.to == ["ayla@example.org"]
    assert f"Worum es geht: {need.title}" in mail.body  # somebody of the team has read it
    assert need.title not in mail.subject
    assert Follow.objects.get().confirmed_at is None

    link = link_in(mail, "folgen")
    page = client.get(link)
    assert "Ja, ich möchte Nachrichten" in text_of(page)
    assert "no-store" in page["Cache-Control"]
    assert Follow.objects.get().confirmed_at is None  # programs open links, too

    done = client.post(link, {"was": Follow.objects.get().pk, "bestaetigen": "ja"})
    assert "Wir schreiben Ihnen, wenn sich etwas tut." in text_of(client.get(done["Location"]))
    assert Follow.objects.get().confirmed_at == MONDAY


def test_no_mail_about_following_repeats_words_that_nobody_has_read(client, need, form, typed, mails):
    type(need).objects.filter(pk=need.pk).update(moderated_at=None)
    [mail] = mails(lambda: client.post(form, typed))
    assert need.title not in mail.body + mail.subject


def test_the_answer_tells_nobody_who_follows(client, form, typed):
    first = client.post(form, typed)
    second = client.post(form, {**typed, "frequency": "weekly"})
    assert first["Location"] == second["Location"]
    assert Follow.objects.count() == 1


def test_nobody_fills_a_strangers_mailbox_by_pressing_a_button(client, form, typed, mails, time_machine):
    assert len(mails(lambda: client.post(form, typed))) == 1
    assert mails(lambda: client.post(form, typed)) == []
    time_machine.move_to(day(5), tick=False)
    assert len(mails(lambda: client.post(form, {**typed, "form_token": new_token()}))) == 1


def test_who_only_typed_the_address_changes_nothing(need):
    confirmed = follower(need, Frequency.WEEKLY)
    again = actions.follow(need=need, person=confirmed.person, frequency=Frequency.DAILY)
    assert (again.frequency, again.confirmed_at) == (Frequency.WEEKLY, MONDAY)


def test_an_address_that_is_none_is_said_at_its_field(client, form, typed):
    answer = client.post(form, {**typed, "email": "ayla"})
    assert (answer.status_code, Follow.objects.count()) == (422, 0)
    assert "name@beispiel.de" in text_of(answer)


def test_a_link_that_is_none_leads_nowhere(client):
    assert client.get("/folgen/1:falsch/").status_code == 404


def test_nobody_changes_what_others_follow(client, need):
    mine, others = follower(need), follower(need)
    answer = client.post(f"/folgen/{mine.token}/", {"was": others.pk, "beenden": "ja"})
    assert (answer.status_code, Follow.objects.count()) == (404, 2)


def test_how_often_and_the_end_are_chosen_by_the_link(client, need):
    mine = follower(need)
    client.post(f"/folgen/{mine.token}/", {"was": mine.pk, "frequency": "weekly"})
    assert Follow.objects.get().frequency == Frequency.WEEKLY
    assert client.post(f"/folgen/{mine.token}/", {"was": mine.pk, "frequency": "letter"}).status_code == 422
    client.post(f"/folgen/{mine.token}/", {"was": mine.pk, "beenden": "ja"})
    assert "Sie folgen gerade keinem Beitrag." in text_of(client.get(f"/folgen/{mine.token}/"))


# ------------------------------------------------------------------------------------------------------------------ digests
def test_the_digest_is_grouped_by_need_and_says_what_became_of_it(need, carla, mails, time_machine):
    other = factories.public_need("Zu wenig Licht am Weg")
    follower(need)
    actions.follow(need=other, person=Follow.objects.get().person, frequency="daily", is_theirs=True)
    time_machine.move_to(day(4, 10), tick=False)
    plan(need, carla)
    actions.comment(need=need, text="Wir haben eine bestellt.", by=carla)
    for text in ("Endlich!", "Danke"):
        actions.show_comment(comment=actions.comment(need=other, text=text), by=carla)

    time_machine.move_to(day(5), tick=False)
    [mail] = mails(actions.tell_followers)

    assert mail.subject == "Neues zu 2 Handlungsbedarfen"
    body = mail.body.replace("\r", "")
    assert (
        f"{need.reference}: {need.title}\n– 4. Mai: neuer Stand: geplant. Der Bauhof kommt im Mai.\n" in body
    )
    assert "– 4. Mai: Antwort der Stadt: Wir haben eine bestellt." in body
    assert f"{other.reference}: {other.title}\n– 2 neue Kommentare\n" in body
    assert "Endlich" not in body
    assert body.index(need.reference) < body.index(other.reference)


def test_nothing_is_sent_where_nothing_happened(need, mails, time_machine):
    follower(need)
    for number in range(5, 12):
        time_machine.move_to(day(number), tick=False)
        assert mails(actions.tell_followers) == []


def test_everything_is_told_once(need, carla, mails, time_machine):
    follower(need)
    time_machine.move_to(day(4, 10), tick=False)
    plan(need, carla)
    time_machine.move_to(day(5), tick=False)
    assert [len(mails(actions.tell_followers)) for _ in range(2)] == [1, 0]
    time_machine.move_to(day(6), tick=False)
    assert mails(actions.tell_followers) == []


def test_who_wants_to_hear_once_a_week_hears_on_monday(need, carla, mails, time_machine):
    follower(need, Frequency.WEEKLY)
    heard = []
    for number in range(5, 19):
        time_machine.move_to(day(number), tick=False)
        if number in (7, 9, 13):
            actions.comment(need=need, text=f"Am {number}. gesagt.", by=carla)
        heard += [number for _ in mails(actions.tell_followers)]
    assert heard == [11, 18]


def test_nobody_is_woken(need, carla, mails, time_machine):
    follower(need)
    time_machine.move_to(day(4, 10), tick=False)
    plan(need, carla)
    for hour, number in ((22, 4), (3, 5), (4, 5)):  # midnight, five and six in the town
        time_machine.move_to(day(number, hour), tick=False)
        assert mails(actions.tell_followers) == []
    time_machine.move_to(day(5, 5), tick=False)
    assert len(mails(actions.tell_followers)) == 1


def test_what_waited_for_the_moderation_is_told_when_it_is_read(need, carla, mails, time_machine):
    follower(need)
    time_machine.move_to(day(4, 10), tick=False)
    waiting = actions.comment(need=need, text="Endlich!")
    time_machine.move_to(day(5), tick=False)
    assert mails(actions.tell_followers) == []
    time_machine.move_to(day(5, 12), tick=False)
    actions.show_comment(comment=waiting, by=carla)
    time_machine.move_to(day(6), tick=False)
    [mail] = mails(actions.tell_followers)
    assert "1 neuer Kommentar" in mail.body


def test_who_has_not_confirmed_hears_nothing(need, carla, mails, time_machine):
    actions.follow(need=need, person=PersonFactory(mailed=True), frequency="daily")
    plan(need, carla)
    time_machine.move_to(day(6), tick=False)
    assert mails(actions.tell_followers) == []


def test_a_need_that_was_joined_to_another_is_told(need, carla, mails, time_machine):
    other = factories.public_need("Bank defekt")
    follower(need)
    time_machine.move_to(day(4, 10), tick=False)
    actions.mark_duplicate(need=need, of=other, by=carla)
    time_machine.move_to(day(5), tick=False)
    [mail] = mails(actions.tell_followers)
    assert f"{other.reference}: Bank defekt" in mail.body
    assert f"{need.reference} gehört jetzt dazu." in mail.body


def test_what_is_gone_is_told_without_a_word_of_it(need, carla, mails, time_machine):
    follower(need)
    time_machine.move_to(day(4, 10), tick=False)
    actions.remove(need=need, reason="Nennt den Nachbarn beim Namen.", by=carla)
    time_machine.move_to(day(5), tick=False)
    [mail] = mails(actions.tell_followers)
    assert f"{need.reference}: Dieser Beitrag ist nicht mehr öffentlich." in mail.body
    assert need.title not in mail.body
    assert "Nachbarn" not in mail.body


def test_the_digest_speaks_the_readers_language(need, carla, mails, time_machine):
    actions.follow(
        need=need, person=PersonFactory(mailed=True), frequency="daily", language="en", is_theirs=True
    )
    time_machine.move_to(day(4, 10), tick=False)
    plan(need, carla)
    time_machine.move_to(day(5), tick=False)
    [mail] = mails(actions.tell_followers)
    assert "/en/folgen/" in mail.body


@pytest.mark.parametrize("number", [1, 3])
def test_telling_costs_the_same_queries_for_each_person(
    need, carla, number, time_machine, django_assert_num_queries
):
    person = PersonFactory(mailed=True)
    for _ in range(number):
        actions.follow(need=factories.public_need(), person=person, frequency="daily", is_theirs=True)
    time_machine.move_to(day(4, 10), tick=False)
    for row in Follow.objects.select_related("need"):
        plan(row.need, carla)
    time_machine.move_to(day(5), tick=False)
    ContentType.objects.get_for_model(Follow)  # remembered by the process, so perhaps already known
    with django_assert_num_queries(10):
        actions.tell_followers()


# ---------------------------------------------------------------------------------------------------------------- one click
def test_one_click_in_the_mail_program_ends_every_mail(client, need, carla, mails, time_machine):
    mine = follower(need)
    actions.follow(need=factories.public_need(), person=mine.person, is_theirs=True)
    time_machine.move_to(day(4, 10), tick=False)
    plan(need, carla)
    time_machine.move_to(day(5), tick=False)
    [mail] = mails(actions.tell_followers)

    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = re.fullmatch(r"<http\S+?(/folgen/\S+/beenden/)>", mail.extra_headers["List-Unsubscribe"])[1]
    assert client.get(link).status_code == 200
    assert Follow.objects.count() == 2  # reading the link ends nothing
    done = client.post(link, {"List-Unsubscribe": "One-Click"})
    assert (done.status_code, Follow.objects.count()) == (200, 0)
    assert client.post(link).status_code == 200  # a second time is no error


def test_other_mails_carry_no_such_header(mailoutbox):
    send(to="ayla@example.org", subject="Guten Tag", text="Hallo")
    assert not any(name.startswith("List-") for name in mailoutbox[0].extra_headers)


# ------------------------------------------------------------------------------------------------------------------ letters
def test_who_has_no_mail_gets_a_letter_from_the_list_of_the_desk(at_desk, need, carla, time_machine):
    page = f"/schreibtisch/handlungsbedarfe/{need.reference}/folgen/briefe/"
    answer = at_desk.post(
        page,
        {
            "name": "Erna Beispiel",
            "street": "Musterweg 1",
            "postal_code": "45525",
            "city": "Hattingen",
        },
    )
    assert answer.status_code == 302
    assert "Erna Beispiel" in text_of(at_desk.get(page))
    time_machine.move_to(day(7), tick=False)
    plan(need, carla)
    time_machine.move_to(day(11), tick=False)
    assert actions.tell_followers() == 1
    letter = Notification.objects.get(person__name="Erna Beispiel")
    assert (letter.channel, letter.due_on, letter.done_on) == (Channel.LETTER, day(11).date(), None)
    assert "Der Bauhof kommt im Mai." in letter.body
    assert "http" not in letter.body
    at_desk.force_login(carla, backend="django.contrib.auth.backends.ModelBackend")
    assert need.reference in text_of(at_desk.get(f"/schreibtisch/anrufen-und-schreiben/{letter.pk}/"))

    at_desk.post(page, {"beenden": Follow.objects.get().pk})
    assert not Follow.objects.exists()


def test_somebody_the_desk_knows_is_offered(at_desk, need):
    erna = PersonFactory(name="Erna Beispiel", written_to=True)
    page = f"/schreibtisch/handlungsbedarfe/{need.reference}/folgen/briefe/?person={erna.pk}"
    assert "Musterweg 1" in text_of(at_desk.get(page))
    at_desk.post(page)
    assert Follow.objects.get().person == erna


def test_without_an_address_there_is_no_letter(need, erna):
    with pytest.raises(ValidationError, match="Anschrift"):
        actions.follow(need=need, person=erna, frequency=Frequency.LETTER)
    assert not Follow.objects.exists()


def test_letters_are_for_the_desk_only(client, need, ayla):
    page = f"/schreibtisch/handlungsbedarfe/{need.reference}/folgen/briefe/"
    assert client.get(page).status_code == 302
    client.force_login(ayla, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(page).status_code == 403
