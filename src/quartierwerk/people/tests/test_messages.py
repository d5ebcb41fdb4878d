"""What happens to a message from the form to the answer."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from quartierwerk.core import mail
from quartierwerk.core.models import AuditEntry
from quartierwerk.people import actions
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Channel, Message, Notification, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def send():
    """Send a message as the public form does."""

    def send(**values):
        values = {"kind": "message", "name": "Erna Beispiel", "text": "Die Bank wackelt.", **values}
        return actions.receive_message(submission_key=values.pop("submission_key", uuid.uuid4()), **values)

    return send


def test_a_message_waits_on_the_desk(send):
    message = send(email="erna@example.org")
    assert (message.state, message.person.name, message.text) == (
        "waiting",
        "Erna Beispiel",
        "Die Bank wackelt.",
    )
    assert [entry.verb for entry in AuditEntry.objects.all()] == ["message received"]


def test_a_form_sent_twice_is_one_message(send):
    key = uuid.uuid4()
    assert send(submission_key=key) == send(submission_key=key)
    assert Message.objects.count() == 1


def test_somebody_with_email_gets_an_acknowledgement_that_repeats_nothing_typed(
    send, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        send(name="Kaufen Sie http://boese.example", email="opfer@example.org", text="Billige Uhren!")
    (sent,) = mailoutbox
    html = sent.alternatives[0][0]
    assert sent.to == ["opfer@example.org"]
    for part in (sent.subject, sent.body, html):
        assert "boese" not in part
        assert "Uhren" not in part
    assert Notification.objects.get().done_on is not None


def test_addresses_in_the_html_of_a_mail_can_be_clicked(mailoutbox, site):
    mail.send(
        to="erna@example.org", subject="Link", text="Hier:\nhttps://musterstadt.example/anmeldung/AB:cd_1/"
    )

    html = mailoutbox[0].alternatives[0][0]
    assert 'href="https://musterstadt.example/anmeldung/AB:cd_1/"' in html


def test_no_mail_leaves_when_the_transaction_fails(send, mailoutbox, django_capture_on_commit_callbacks):
    @transaction.atomic
    def fail():
        send(email="erna@example.org")
        raise ZeroDivisionError

    with django_capture_on_commit_callbacks(execute=True) as waiting, pytest.raises(ZeroDivisionError):
        fail()
    assert (waiting, mailoutbox) == ([], [])
    assert not Message.objects.filter(person__email="erna@example.org").exists()


def test_a_message_without_name_and_address_is_anonymous(send):
    assert send(name="", kind="feedback").person is None
    assert Person.objects.count() == 0


def test_a_way_back_without_a_name_is_not_lost(send):
    assert send(name=" ", email="leise@example.org").person.email == "leise@example.org"


@pytest.mark.parametrize(
    ("given", "channel"),
    [
        ({"email": "erna@example.org", "phone": "+4923241234"}, Channel.EMAIL),
        ({"phone": "+4923241234"}, Channel.PHONE),
        ({"street": "Weg 1", "postal_code": "45525", "city": "Hattingen"}, Channel.LETTER),
        ({"street": "Weg 1"}, Channel.NONE),
        ({}, Channel.NONE),
        ({"kind": "callback", "email": "erna@example.org", "phone": "+4923241234"}, Channel.PHONE),
    ],
)
def test_the_way_back_follows_from_what_was_given(send, given, channel):
    assert send(**given).person.preferred_channel == channel


def test_the_same_name_and_phone_is_the_same_person(send, erna):
    assert send(name="erna  beispiel", phone="+4923241234").person == erna


def test_the_same_phone_under_another_name_is_somebody_else(send, erna):
    assert send(name="Egon Beispiel", phone="+4923241234").person != erna


def test_nobody_can_add_a_phone_number_to_a_neighbours_entry(send):
    known = PersonFactory(name="Erna Beispiel", email="erna@example.org", preferred_channel=Channel.EMAIL)
    sent = send(email="erna@example.org", phone="+491701234567").person
    known.refresh_from_db()
    assert sent != known
    assert known.phone == ""


def test_a_requested_call_stands_on_the_list_with_its_due_date(send):
    message = send(kind="callback", phone="+4923241234", call_when="vormittags")
    call = Notification.objects.get()
    assert (call.channel, call.about, call.done_on) == (Channel.PHONE, message, None)
    assert "vormittags" in call.body
    assert call.due_on is not None


def test_a_call_that_reached_the_person_answers_the_message(send, carla):
    message = send(kind="callback", phone="+4923241234")
    actions.tick_off(notification=Notification.objects.get(), by=carla, result="Bank wird repariert.")
    message.refresh_from_db()
    assert (message.state, message.answer, message.answered_by) == ("answered", "Bank wird repariert.", carla)
    assert Notification.objects.filter(done_on=None).count() == 0


def test_a_call_that_reached_nobody_stays_open_with_a_note(send, carla):
    message = send(kind="callback", phone="+4923241234")
    call = Notification.objects.get()
    actions.note_attempt(notification=call, by=carla, note="besetzt")
    call.refresh_from_db()
    message.refresh_from_db()
    assert (call.done_on, message.state) == (None, "waiting")
    assert [attempt.note for attempt in call.attempts.all()] == ["besetzt"]


def test_an_answer_goes_out_by_mail(send, carla, mailoutbox, django_capture_on_commit_callbacks):
    message = send(email="erna@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        actions.answer_message(message=message, text="Wir reparieren sie.", by=carla)
    (mail,) = mailoutbox
    assert "Wir reparieren sie." in mail.body
    assert "Die Bank wackelt." in mail.body


def test_an_answer_to_a_resident_without_email_is_put_on_the_to_call_list(send, carla, erna, mailoutbox):
    message = send(phone="+4923241234")
    call = actions.answer_message(message=message, text="Wir reparieren sie.", by=carla)
    assert (call.person, call.channel, call.done_on) == (erna, Channel.PHONE, None)
    assert mailoutbox == []


def test_what_was_already_told_is_not_sent_again(send, carla):
    message = send(email="erna@example.org")
    before = Notification.objects.count()
    assert (
        actions.answer_message(message=message, text="Am Markt besprochen.", by=carla, already_told=True)
        is None
    )
    assert Notification.objects.count() == before


def test_nobody_can_answer_somebody_without_a_way_back(send, carla):
    message = send()
    with pytest.raises(ValidationError, match="kein Weg"):
        actions.answer_message(message=message, text="Danke.", by=carla)
    message.refresh_from_db()
    assert message.state == "waiting"


def test_an_answer_needs_words(send, carla):
    with pytest.raises(ValidationError):
        actions.answer_message(message=send(email="erna@example.org"), text="  ", by=carla)


def test_a_message_is_answered_once(send, carla):
    message = send(email="erna@example.org")
    actions.answer_message(message=message, text="Ja.", by=carla)
    with pytest.raises(ValidationError, match="abgeschlossen"):
        actions.answer_message(message=message, text="Nein.", by=carla)


def test_a_message_is_closed_with_a_reason_only(send, carla):
    message = send()
    with pytest.raises(ValidationError):
        actions.close_message(message=message, reason="", by=carla)
    actions.close_message(message=message, reason="Werbung", by=carla)
    message.refresh_from_db()
    assert (message.state, message.closed_because) == ("closed", "Werbung")


def test_a_closed_message_can_be_reopened(send, carla):
    message = actions.close_message(message=send(), reason="Werbung", by=carla)
    assert actions.reopen_message(message=message, by=carla).state == "waiting"
