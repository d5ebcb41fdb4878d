"""One mail a day to those who moderate, only when something waits, and never with anything private in it."""

import pytest
from django.utils import timezone

from quartierwerk.core import clock
from quartierwerk.needs import actions, factories
from quartierwerk.needs.enums import Complaint
from quartierwerk.needs.models import DailyMail, InboundMail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture(autouse=True)
def morning(time_machine):
    time_machine.move_to("2026-05-04T06:00:00Z")  # 8 o'clock in the town


@pytest.fixture
def send(django_capture_on_commit_callbacks):
    def sent():
        with django_capture_on_commit_callbacks(execute=True):
            return actions.send_daily_mails()

    return sent


def receivers(mailoutbox):
    return sorted(mail.to[0] for mail in mailoutbox)


@pytest.mark.usefixtures("edda", "ayla", "fremder", "anton")
def test_everybody_who_moderates_gets_one_and_nobody_else(send, mona, carla, alex, dieter, mailoutbox):
    factories.need("Geheime Worte")
    assert send() == 4
    assert receivers(mailoutbox) == sorted(user.email for user in (mona, carla, alex, dieter))


def test_it_counts_and_links_and_repeats_nothing(send, mona, mailoutbox):
    need = factories.public_need("Geheime Worte")
    actions.complain(need=need, reason=Complaint.OTHER, text="Geheimer Grund")
    send()
    (mail,) = mailoutbox
    assert mail.subject == "2 Handlungsbedarfe warten auf Sie"
    assert "Zu beantworten: 1\nGemeldete Beiträge: 1" in mail.body
    assert "/schreibtisch/handlungsbedarfe/" in mail.body
    assert "Geheim" not in mail.subject + mail.body


def test_only_when_something_waits(send, mona, mailoutbox):
    assert (send(), mailoutbox) == (0, [])


def test_also_when_only_a_mail_waits(send, mona, mailoutbox):
    InboundMail.objects.create(message_id="a@example.org", subject="Geheime Worte")
    assert send() == 1
    assert "E-Mails im Eingang: 1" in mailoutbox[0].body


def test_once_a_day(send, mona, mailoutbox, time_machine):
    factories.need()
    assert [send(), send()] == [1, 0]
    time_machine.move_to("2026-05-05T06:00:00Z")
    assert send() == 1


def test_not_before_seven(send, mona, mailoutbox, time_machine):
    factories.need()
    time_machine.move_to("2026-05-04T04:30:00Z")
    assert timezone.localtime(clock.now()).hour == 6
    assert send() == 0


def test_it_can_be_switched_off_and_on_at_the_desk(send, at_desk, mona):
    factories.need()
    client = at_desk(mona)
    page = client.post("/schreibtisch/handlungsbedarfe/taegliche-mail/", {"wanted": "no"}, follow=True)
    assert "E-Mail einschalten" in page.content.decode()
    assert send() == 0
    client.post("/schreibtisch/handlungsbedarfe/taegliche-mail/", {"wanted": "yes"})
    assert send() == 1
    assert DailyMail.objects.get().sent_on == clock.today()


def test_an_account_that_was_closed_gets_none(send, mona):
    factories.need()
    mona.is_active = False
    mona.save()
    assert send() == 0
