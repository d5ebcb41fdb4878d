"""Persons: consent, channels, forgetting in time; nothing private on a public page."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction

from quartierwerk.core import clock, mail
from quartierwerk.core.demo import TownFolder
from quartierwerk.core.models import Town
from quartierwerk.people import actions, demo_desk, notifications, privacy, rules
from quartierwerk.people.factories import ContactFactory, PersonFactory
from quartierwerk.people.models import Channel, Consent, Contact, Message, Notification, Person

pytestmark = pytest.mark.django_db


class TestConsent:
    def give(self, person, version="1"):
        return actions.give_consent(person=person, purpose="newsletter", text="Ja.", text_version=version)

    def test_it_keeps_words_version_and_time(self, erna):
        consent = self.give(erna)
        assert (consent.text, consent.text_version, consent.withdrawn_at) == ("Ja.", "1", None)

    def test_given_twice_it_is_one(self, erna):
        assert self.give(erna) == self.give(erna)

    def test_new_words_end_the_old_consent(self, erna):
        old, new = self.give(erna), self.give(erna, "2")
        assert list(Consent.objects.filter(withdrawn_at=None)) == [new]
        assert Consent.objects.get(pk=old.pk).withdrawn_at is not None

    def test_it_can_be_withdrawn_and_given_again(self, erna):
        self.give(erna)
        assert actions.withdraw_consent(person=erna, purpose="newsletter") is True
        assert actions.withdraw_consent(person=erna, purpose="newsletter") is False
        self.give(erna)
        assert Consent.objects.filter(withdrawn_at=None).count() == 1


class TestChannels:
    def test_a_letter_waits_on_the_list(self):
        letter = notifications.notify(person=PersonFactory(written_to=True), subject="Post", body="Text")
        assert (letter.channel, letter.done_on) == (Channel.LETTER, None)

    def test_a_trusted_person_is_told(self):
        karl = PersonFactory(called=True)
        erna = PersonFactory(trusted_person=karl, preferred_channel=Channel.TRUSTED)
        assert notifications.notify(person=erna, subject="Post", body="Text").recipient == karl

    def test_nobody_is_followed_up_without_a_way(self):
        kept = notifications.notify(person=PersonFactory(), subject="Post", body="Text")
        assert (kept.channel, kept.done_on) == (Channel.NONE, clock.today())
        assert kept.result == "Kein Weg hinterlegt, nicht benachrichtigt."

    def test_mail_that_did_not_leave_stays_open_and_is_tried_again(
        self, monkeypatch, mailoutbox, django_capture_on_commit_callbacks
    ):
        def broken(**values):
            raise OSError

        with monkeypatch.context() as patch, django_capture_on_commit_callbacks(execute=True):
            patch.setattr(mail, "send", broken)
            post = notifications.notify(person=PersonFactory(mailed=True), subject="Post", body="Text")
        post.refresh_from_db()
        assert (post.done_on, mailoutbox) == (None, [])
        Notification.objects.update(created_at=clock.now() - timedelta(minutes=11))
        assert notifications.deliver_waiting_mail() == 1
        post.refresh_from_db()
        assert (post.done_on, len(mailoutbox)) == (clock.today(), 1)

    @pytest.mark.parametrize("subject", ["Post\nBcc: alle@example.org", "Post\r\nBcc: alle@example.org"])
    def test_no_header_is_smuggled_into_a_mail(self, mailoutbox, subject):
        mail.send(to="erna@example.org", subject=subject, text="Text")
        assert mailoutbox[0].subject == "Post Bcc: alle@example.org"
        assert "Bcc" not in mailoutbox[0].message()

    def test_english_readers_get_english_mail(self, mailoutbox, django_capture_on_commit_callbacks):
        values = {
            "kind": "message",
            "name": "Mary",
            "email": "mary@example.org",
            "text": "Hello",
            "language": "en",
        }
        with django_capture_on_commit_callbacks(execute=True):
            actions.receive_message(submission_key=uuid.uuid4(), **values)
        assert mailoutbox[0].subject == "Your message has arrived"
        assert "Kind regards" in mailoutbox[0].body

    @pytest.mark.parametrize(
        ("channel", "name"),
        [
            ("email", "person_mailed_has_email"),
            ("phone", "person_called_has_phone"),
            ("letter", "person_written_to_has_address"),
        ],
    )
    def test_a_channel_without_its_address_cannot_be_stored(self, channel, name):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Person.objects.create(name="Erna", preferred_channel=channel)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("(02324) 204-5552", "+4923242045552"),
        ("204 5552", "+4923242045552"),
        ("0176 – 12043317", "+4917612043317"),
        ("+49 2324 204", "+492324204"),
        ("0049 2324 204", "+492324204"),
    ],
)
def test_numbers_are_stored_in_one_form(written, stored):
    assert rules.standard_phone(written, area_code="02324") == stored


@pytest.mark.parametrize("written", ["", "keine", "0", "1" * 30])
def test_what_nobody_can_dial_is_no_number(written):
    with pytest.raises(ValueError, match=r"^"):
        rules.standard_phone(written, area_code="02324")


class TestForgetting:
    LONG_AGO = timedelta(days=366)

    @pytest.fixture
    def answered(self, carla):
        values = {"kind": "message", "name": "Erna", "email": "erna@example.org", "text": "x"}
        message = actions.receive_message(submission_key=uuid.uuid4(), **values)
        actions.answer_message(message=message, text="Ja.", by=carla)
        Message.objects.update(answered_at=clock.now() - self.LONG_AGO)
        Notification.objects.update(done_on=clock.today() - self.LONG_AGO)
        Person.objects.update(created_at=clock.now() - self.LONG_AGO)
        return message

    @pytest.mark.usefixtures("answered")
    def test_messages_go_twelve_months_after_the_answer_and_the_person_with_the_last_one(self):
        call_command("delete_expired")
        call_command("delete_expired")
        assert [m.objects.count() for m in (Message, Notification, Person)] == [0, 0, 0]

    @pytest.mark.usefixtures("answered")
    def test_a_dry_run_keeps_them(self):
        call_command("delete_expired", "--dry-run")
        assert [m.objects.count() for m in (Message, Person)] == [1, 1]

    @pytest.mark.usefixtures("answered")
    def test_what_waits_is_never_forgotten(self):
        Message.objects.update(state="waiting", answered_at=None)
        call_command("delete_expired")
        assert (Message.objects.count(), Person.objects.count()) == (1, 1)

    def test_a_valid_consent_keeps_the_person(self, answered):
        actions.give_consent(person=answered.person, purpose="newsletter", text="Ja.", text_version="1")
        call_command("delete_expired")
        assert Person.objects.count() == 1

    def test_whoever_is_trusted_by_somebody_is_kept(self, answered):
        PersonFactory(trusted_person=answered.person)
        call_command("delete_expired")
        assert Person.objects.filter(pk=answered.person.pk).exists()

    def test_what_higher_apps_keep_is_exported_and_erased_too(self, erna, carla, monkeypatch):
        monkeypatch.setattr(privacy, "_exports", dict(privacy._exports))
        monkeypatch.setattr(privacy, "_erasures", list(privacy._erasures))
        erased = []
        privacy.register_person_data("pets", export=lambda _: ["Waldi"], erase=erased.append)
        assert privacy.export(erna)["pets"] == ["Waldi"]
        actions.erase_person(person=erna, by=carla)
        assert len(erased) == 1


class TestDemo:
    @pytest.mark.parametrize("town", ["hattingen", "flensburg"])
    def test_loading_twice_changes_nothing(self, town, mailoutbox, django_capture_on_commit_callbacks):
        def load():
            with django_capture_on_commit_callbacks(execute=True):
                demo_desk.load_contacts(TownFolder.named(town))
                demo_desk.load_messages(TownFolder.named(town))
            return [m.objects.count() for m in (Contact, Message, Notification, Person)]

        assert load() == load()
        assert (Contact.objects.filter(is_main=True).count(), mailoutbox) == (1, [])

    @pytest.mark.usefixtures("site")
    def test_hattingens_manager_is_reached_as_the_town_says(self, client):
        demo_desk.load_contacts(TownFolder.named("hattingen"))
        html = client.get("/kontakt/gabriele-krefting/").content.decode()
        for fact in (
            "Quartiersentwicklerin",
            "Hüttenstraße 43",
            "45525 Hattingen",
            "(02324) 204-5552",
            "0176 12043317",
        ):
            assert fact in html


SECRETS = (
    "erna@geheim.example",
    "+4923247777777",
    "02324 7777777",
    "Geheimweg 7",
    "Erna Geheim",
    "Sehr privat",
)


@pytest.fixture
def secrets(site):
    actions.receive_message(
        submission_key=uuid.uuid4(),
        kind="callback",
        name="Erna Geheim",
        email="erna@geheim.example",
        phone="+4923247777777",
        street="Geheimweg 7",
        postal_code="45525",
        city="Hattingen",
        text="Sehr privat",
        about=ContactFactory(slug="gabi"),
    )


@pytest.mark.parametrize(
    "page",
    [
        "/kontakt/",
        "/kontakt/gabi/",
        "/kontakt/gabi.vcf",
        "/kontakt/gabi/schreiben/",
        "/kontakt/schreiben/",
        "/kontakt/danke/telefon/",
        "/en/kontakt/",
        "/",
        "/aktuelles/",
        "/suche/?q=Geheim",
        "/datenschutz/",
        "/sitemap.xml",
    ],
)
def test_nothing_private_is_on_a_public_page(client, secrets, page):
    response = client.get(page)
    assert response.status_code in (200, 404)
    html = response.content.decode()
    allowed = ("Geheim",) if "suche" in page else ()
    assert [secret for secret in SECRETS if secret in html and secret not in allowed] == []


class TestContactsInTheAdmin:
    FORM = {
        "name": "Gabi Muster",
        "role": "Quartiersentwicklung",
        "order": "100",
        "is_public": "on",
        **dict.fromkeys(
            ("department", "photo", "phone", "mobile", "email", "office_hours", "room", "street"), ""
        ),
        **dict.fromkeys(("postal_code", "city", "remark"), ""),
    }

    @pytest.fixture
    def admin(self, client, alex, settings, site):  # noqa: ARG002
        settings.STAFF_SECOND_FACTOR = False
        client.handler.enforce_csrf_checks = False
        client.force_login(alex)
        return client

    ADD = "/verwaltung/ansprechpersonen/add/"

    def test_a_contact_is_added_and_its_history_kept(self, admin):
        assert admin.post(self.ADD, {**self.FORM, "slug": "gabi"}).status_code == 302
        contact = Contact.objects.get()
        assert contact.latest_revision is not None
        assert admin.get(f"/verwaltung/ansprechpersonen/history/{contact.pk}/").status_code == 200

    @pytest.mark.parametrize(
        ("slug", "sentence"),
        [
            ("besetzt", "Diese Adresse hat schon eine andere Ansprechperson; bitte wählen Sie eine andere."),
            ("schreiben", "Diese Adresse gehört schon zu einer anderen Seite; bitte wählen Sie eine andere."),
        ],
    )
    def test_an_address_that_cannot_be_used_is_explained(self, admin, slug, sentence):
        ContactFactory(slug="besetzt")
        response = admin.post(self.ADD, {**self.FORM, "slug": slug})
        assert response.context["form"].errors == {"slug": [sentence]}
        assert Contact.objects.count() == 1

    def test_there_is_one_main_contact(self, admin):
        ContactFactory(is_main=True)
        response = admin.post(self.ADD, {**self.FORM, "slug": "gabi", "is_main": "on"})
        assert "Es gibt schon eine erste Ansprechperson." in response.content.decode()


def test_the_town_decides_within_how_many_days_it_answers(site, client):
    town = Town.load()
    town.answer_within_days = 3
    town.save()
    assert "höchstens 3 Tage" in client.get("/kontakt/danke/telefon/").content.decode()


def test_a_notification_that_is_done_stays_done(erna, carla):
    call = notifications.notify(person=erna, subject="Anruf", body="Text")
    actions.tick_off(notification=call, by=carla)
    with pytest.raises(ValidationError, match="schon erledigt"):
        actions.tick_off(notification=call, by=carla)
