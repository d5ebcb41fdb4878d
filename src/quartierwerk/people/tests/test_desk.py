"""The staff desk: who sees what, and what can be done there."""

import json
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from quartierwerk.core import clock
from quartierwerk.core.models import AuditEntry
from quartierwerk.people import actions, addressees, notifications
from quartierwerk.people.factories import ContactFactory, PersonFactory
from quartierwerk.people.models import Channel, Contact, Message, Notification, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "no_second_factor")]


@pytest.fixture
def no_second_factor(settings):
    settings.STAFF_SECOND_FACTOR = False


@pytest.fixture
def message():
    def receive(**values):
        values = {
            "kind": "message",
            "name": "Erna Beispiel",
            "email": "erna@example.org",
            "text": "Die Bank.",
            **values,
        }
        return actions.receive_message(submission_key=uuid.uuid4(), **values)

    return receive


@pytest.fixture
def at_desk(client, carla):
    """Carla's browser, without the token check: the forms are tested for their token below."""
    client.handler.enforce_csrf_checks = False
    client.force_login(carla)
    return client


def pages(message):
    person, call = (
        message.person,
        notifications.notify(person=message.person, subject="x", body="y", channel=Channel.LETTER),
    )
    return [
        reverse("people:desk"),
        reverse("people:desk_messages"),
        message.get_absolute_url(),
        reverse("people:desk_contacts"),
        reverse("people:desk_list_pdf"),
        reverse("people:desk_letters_pdf"),
        reverse("people:desk_notification", args=[call.pk]),
        reverse("people:desk_letter_pdf", args=[call.pk]),
        reverse("people:desk_persons"),
        person.get_absolute_url(),
        reverse("people:desk_export", args=[person.pk]),
    ]


@pytest.fixture
def everything(message):
    return pages(message(email="", street="Weg 1", postal_code="45525", city="Hattingen"))


def test_visitors_are_sent_to_sign_in(client, everything):
    for page in everything:
        response = client.get(page)
        assert (page, response.status_code) == (page, 302)
        assert response["Location"].startswith("/konto/")


@pytest.mark.parametrize("who", ["ayla", "bernd", "anton", "fremder"])
def test_accounts_without_a_role_at_the_desk_are_refused(client, everything, who, request):
    client.force_login(request.getfixturevalue(who))
    assert {client.get(page).status_code for page in everything} == {403}


@pytest.mark.parametrize("who", ["carla", "mona", "alex"])
def test_the_desk_opens_for_its_people(client, everything, who, request):
    client.force_login(request.getfixturevalue(who))
    assert {client.get(page).status_code for page in everything} == {200}


def test_nothing_of_the_desk_is_cached(at_desk, everything):
    for page in everything:
        assert "no-store" in at_desk.get(page)["Cache-Control"]


def test_a_form_of_the_desk_needs_its_token(client, carla, message):
    client.force_login(carla)
    sent = client.post(message().get_absolute_url(), {"answer": "Ja."})
    assert (sent.status_code, Message.objects.get().state) == (403, "waiting")


class TestNamedQuarters:
    """Dieter works for Welper only. Higher apps say who works for what; here contacts stand for quarters."""

    @pytest.fixture(autouse=True)
    def _dieter_works_for_welper(self, monkeypatch, dieter):
        def responsible_for(user):
            return Contact.objects.filter(slug="welper") if user == dieter else Contact.objects.none()

        kind = addressees.Addressee("quartier", lambda: Contact.objects.all(), responsible_for)
        monkeypatch.setattr(addressees, "_addressees", {"quartier": kind})

    @pytest.fixture
    def welper(self):
        return ContactFactory(slug="welper")

    @pytest.fixture
    def mitte(self):
        return ContactFactory(slug="mitte")

    @pytest.fixture
    def as_dieter(self, client, dieter):
        client.force_login(dieter)
        return client

    def test_dieter_sees_his_quarter_and_what_belongs_to_nobody(self, as_dieter, message, welper, mitte):
        own, free, other = message(about=welper), message(), message(about=mitte, name="Karl Geheim")
        html = as_dieter.get("/schreibtisch/nachrichten/").content.decode()
        assert [m.get_absolute_url() in html for m in (own, free, other)] == [True, True, False]
        assert "Karl Geheim" not in html
        assert as_dieter.get(other.get_absolute_url()).status_code == 404
        assert as_dieter.get(own.get_absolute_url()).status_code == 200

    def test_dieter_does_not_find_persons_of_other_quarters(self, as_dieter, message, mitte):
        person = message(about=mitte, name="Karl Geheim").person
        assert "Karl Geheim" not in as_dieter.get("/schreibtisch/personen/?q=karl").content.decode()
        assert as_dieter.get(person.get_absolute_url()).status_code == 404

    def test_dieter_does_not_call_people_of_other_quarters(self, as_dieter, message, mitte):
        message(about=mitte, kind="callback", phone="+4923249999", name="Karl Geheim")
        call = Notification.objects.get()
        assert "Karl Geheim" not in as_dieter.get("/schreibtisch/anrufen-und-schreiben/").content.decode()
        assert as_dieter.get(reverse("people:desk_notification", args=[call.pk])).status_code == 404

    def test_dieter_does_not_export_or_erase(self, as_dieter, message):
        as_dieter.handler.enforce_csrf_checks = False
        person = message().person
        assert as_dieter.get(reverse("people:desk_export", args=[person.pk])).status_code == 403
        assert (
            as_dieter.post(reverse("people:desk_erase", args=[person.pk]), {"sure": "on"}).status_code == 403
        )
        assert Person.objects.filter(pk=person.pk).exists()


def test_the_overview_counts_what_waits_and_what_is_late(at_desk, message):
    late = message()
    message()
    Message.objects.filter(pk=late.pk).update(received_at=clock.now() - timedelta(days=11))
    sections = {
        s["title"]: (s["count"], s["overdue"]) for s in at_desk.get("/schreibtisch/").context["sections"]
    }
    assert sections == {
        "Nachrichten": (2, 1),
        "Anrufen und schreiben": (0, 0),
        "Handlungsbedarfe": (0, 0),
        "Termine": (0, 0),
        "Termine, die auf Freigabe warten": (0, 0),
        "Texte zu übernehmen": (0, 0),
        "Partnerquellen": (0, 0),
    }


def test_the_oldest_message_comes_first(at_desk, message):
    new, old = message(name="Neu"), message(name="Alt")
    Message.objects.filter(pk=old.pk).update(received_at=clock.now() - timedelta(days=3))
    assert list(at_desk.get("/schreibtisch/nachrichten/").context["page"]) == [old, new]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Erna Beispiel", "Karl Klein"]),
        ("q=klein", ["Karl Klein"]),
        ("q=karl+beispiel", []),
        ("q=02324+1234", ["Karl Klein"]),
        ("q=%2B4923241234", ["Karl Klein"]),
        ("kind=accessibility", ["Erna Beispiel"]),
        ("state=answered", []),
        ("state=unsinn", ["Erna Beispiel", "Karl Klein"]),
    ],
)
def test_messages_are_found_by_name_phone_kind_and_state(at_desk, message, query, names):
    message(kind="accessibility")
    message(name="Karl Klein", email="", phone="+4923241234")
    page = at_desk.get(f"/schreibtisch/nachrichten/?{query}").context["page"]
    assert [m.person.name for m in page] == names


def test_an_answer_is_given_at_the_desk(at_desk, message, carla):
    found = message()
    response = at_desk.post(found.get_absolute_url(), {"answer": "Wir kommen."})
    found.refresh_from_db()
    assert (response.status_code, found.answer, found.answered_by) == (302, "Wir kommen.", carla)


def test_an_empty_answer_is_refused_at_the_field(at_desk, message):
    response = at_desk.post(message().get_absolute_url(), {"answer": " "})
    assert response.status_code == 422
    assert response.context["answer_form"].errors == {"answer": ["Bitte schreiben Sie die Antwort."]}


def test_the_page_shows_the_reason_with_which_the_action_refuses(at_desk, message):
    found = message(email="")
    shown = at_desk.get(found.get_absolute_url()).context["not_answerable"]
    refused = at_desk.post(found.get_absolute_url(), {"answer": "Ja."})
    assert refused.status_code == 422
    assert refused.context["answer_form"].non_field_errors() == [shown]
    assert "Ja." in refused.content.decode()


def test_a_message_is_closed_and_reopened_at_the_desk(at_desk, message):
    found = message()
    assert at_desk.post(reverse("people:desk_close", args=[found.pk]), {"reason": ""}).status_code == 422
    at_desk.post(reverse("people:desk_close", args=[found.pk]), {"reason": "Werbung"})
    assert Message.objects.get().state == "closed"
    at_desk.post(reverse("people:desk_reopen", args=[found.pk]))
    assert Message.objects.get().state == "waiting"


def test_html_in_a_message_is_shown_as_text(at_desk, message):
    found = message(text="<script>alert(1)</script>", name="<b>Erna</b>")
    html = at_desk.get(found.get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in html
    assert "&lt;b&gt;Erna" in html


def test_html_in_an_answer_is_text_in_the_mail(
    message, carla, mailoutbox, django_capture_on_commit_callbacks
):
    found = message(text="<img src=x>")
    with django_capture_on_commit_callbacks(execute=True):
        actions.answer_message(message=found, text="<b>Ja</b>", by=carla)
    html = mailoutbox[-1].alternatives[0][0]
    assert "&lt;b&gt;Ja&lt;/b&gt;" in html
    assert "&lt;img src=x&gt;" in html
    assert "<img" not in html


class TestCallsAndLetters:
    @pytest.fixture
    def call(self, erna):
        return notifications.notify(person=erna, subject="Ihre Bank", body="Sie ist repariert.")

    def test_a_call_is_ticked_off_with_date_and_result(self, at_desk, call, carla):
        page = reverse("people:desk_notification", args=[call.pk])
        at_desk.post(page, {"outcome": "reached", "on": clock.today().isoformat(), "note": "freut sich"})
        call.refresh_from_db()
        assert (call.done_on, call.done_by, call.result) == (clock.today(), carla, "freut sich")
        assert list(at_desk.get("/schreibtisch/anrufen-und-schreiben/").context["page"]) == []
        assert list(at_desk.get("/schreibtisch/anrufen-und-schreiben/?done=yes").context["page"]) == [call]

    def test_a_letter_is_sent_and_nobody_is_reached(self, at_desk, call):
        letter = notifications.notify(person=PersonFactory(written_to=True), subject="Brief", body="Text")
        words = [
            [str(word) for _value, word in at_desk.get(address).context["form"].fields["outcome"].choices]
            for address in (reverse("people:desk_notification", args=[each.pk]) for each in (letter, call))
        ]
        assert words == [
            ["abgeschickt, erledigt", "nicht zugestellt, bleibt offen"],
            ["erreicht, erledigt", "nicht erreicht, bleibt offen"],
        ]
        page = reverse("people:desk_notification", args=[letter.pk])
        at_desk.post(page, {"outcome": "not_reached", "on": clock.today().isoformat(), "note": ""})
        html = at_desk.get("/schreibtisch/anrufen-und-schreiben/?channel=letter").content.decode()
        assert "nicht zugestellt am" in html
        assert "nicht erreicht am" not in html

    def test_who_was_not_reached_stays_on_the_list(self, at_desk, call):
        page = reverse("people:desk_notification", args=[call.pk])
        at_desk.post(page, {"outcome": "not_reached", "on": clock.today().isoformat(), "note": ""})
        html = at_desk.get("/schreibtisch/anrufen-und-schreiben/").content.decode()
        assert "nicht erreicht am" in html

    def test_nobody_was_called_tomorrow(self, at_desk, call):
        tomorrow = (clock.today() + timedelta(days=1)).isoformat()
        page = reverse("people:desk_notification", args=[call.pk])
        response = at_desk.post(page, {"outcome": "reached", "on": tomorrow})
        assert response.status_code == 422
        assert response.context["form"].errors == {"on": ["Dieses Datum liegt in der Zukunft."]}

    def test_a_call_has_no_letter(self, at_desk, call):
        assert at_desk.get(reverse("people:desk_letter_pdf", args=[call.pk])).status_code == 404

    def test_all_open_letters_come_in_one_file(self, at_desk):
        for _ in range(2):
            notifications.notify(person=PersonFactory(written_to=True), subject="Brief", body="Text")
        response = at_desk.get("/schreibtisch/anrufen-und-schreiben/briefe.pdf")
        assert (response["Content-Type"], response.content[:4]) == ("application/pdf", b"%PDF")

    def test_without_open_letters_the_desk_says_so(self, at_desk):
        assert at_desk.get("/schreibtisch/anrufen-und-schreiben/briefe.pdf").status_code == 302

    @pytest.mark.usefixtures("call")
    def test_the_list_is_filtered_by_channel(self, at_desk):
        letter = notifications.notify(person=PersonFactory(written_to=True), subject="Brief", body="Text")
        page = at_desk.get("/schreibtisch/anrufen-und-schreiben/?channel=letter").context["page"]
        assert list(page) == [letter]


class TestPersons:
    def change(self, client, person, **values):
        fields = ("name", "email", "phone", "street", "postal_code", "city", "preferred_channel", "language")
        form = {**{f: getattr(person, f) for f in fields}, "trusted_person": "", **values}
        return client.post(person.get_absolute_url(), form)

    def test_the_channel_is_changed_at_the_desk(self, at_desk, erna):
        self.change(at_desk, erna, preferred_channel="email", email="Erna@Example.org")
        erna.refresh_from_db()
        assert (erna.preferred_channel, erna.email, erna.phone) == (
            "email",
            "erna@example.org",
            "+4923241234",
        )
        assert AuditEntry.objects.get(verb="person changed").details == {
            "fields": ["email", "preferred_channel"]
        }

    def test_a_channel_without_its_address_is_refused(self, at_desk, erna):
        response = self.change(at_desk, erna, preferred_channel="letter")
        assert response.status_code == 422
        assert "Für Briefe fehlt die vollständige Anschrift." in response.content.decode()
        erna.refresh_from_db()
        assert erna.preferred_channel == "phone"

    def test_a_trusted_person_is_searched_and_chosen(self, at_desk, erna):
        karl = PersonFactory(name="Karl Nachbar", called=True)
        assert "Karl Nachbar" in at_desk.get(f"{erna.get_absolute_url()}?vertraut=karl").content.decode()
        page = f"{erna.get_absolute_url()}?vertraut=karl"
        fields = ("name", "email", "phone", "street", "postal_code", "city", "language")
        form = {f: getattr(erna, f) for f in fields}
        at_desk.post(page, {**form, "preferred_channel": "trusted", "trusted_person": karl.pk})
        erna.refresh_from_db()
        assert (erna.trusted_person, erna.preferred_channel) == (karl, "trusted")

    def test_everything_kept_is_exported(self, at_desk, message):
        found = message()
        actions.answer_message(message=found, text="Ja.", by=None)
        actions.give_consent(person=found.person, purpose="newsletter", text="Ja, gern.", text_version="1")
        data = json.loads(at_desk.get(reverse("people:desk_export", args=[found.person.pk])).content)
        assert data["person"]["email"] == "erna@example.org"
        assert [(m["text"], m["answer"]) for m in data["messages"]] == [("Die Bank.", "Ja.")]
        assert len(data["notifications"]) == 2
        assert data["consents"][0]["text"] == "Ja, gern."
        assert AuditEntry.objects.filter(verb="person exported").count() == 1

    def test_erasing_leaves_nothing_of_the_person(self, at_desk, message):
        found = message(text="Mein Geheimnis", call_when="abends")
        person = found.person
        page = reverse("people:desk_erase", args=[person.pk])
        assert at_desk.post(page, {}).status_code == 422
        assert at_desk.post(page, {"sure": "on"}).status_code == 302
        found.refresh_from_db()
        assert (found.person, found.text, found.call_when, found.answer, found.state) == (
            None,
            "",
            "",
            "",
            "closed",
        )
        assert (Person.objects.count(), Notification.objects.count()) == (0, 0)
        assert "erna" not in json.dumps([e.details for e in AuditEntry.objects.all()]).lower()

    def test_staff_accounts_are_not_erased_from_the_desk(self, at_desk, mona):
        person = PersonFactory(user=mona)
        response = at_desk.post(reverse("people:desk_erase", args=[person.pk]), {"sure": "on"})
        assert response.status_code == 422
        assert Person.objects.filter(pk=person.pk).exists()

    def test_whoever_trusted_an_erased_person_is_not_lost_silently(self, carla):
        karl = PersonFactory(name="Karl Nachbar")
        erna = PersonFactory(trusted_person=karl, preferred_channel=Channel.TRUSTED)
        actions.erase_person(person=karl, by=carla)
        erna.refresh_from_db()
        assert (erna.trusted_person, erna.preferred_channel) == (None, Channel.NONE)

    def test_the_same_phone_under_another_name_is_pointed_out(self, at_desk, erna):
        egon = PersonFactory(name="Egon Beispiel", phone=erna.phone)
        assert list(at_desk.get(erna.get_absolute_url()).context["maybe_same"]) == [egon]


@pytest.mark.parametrize("number", [1, 3])
class TestQueryCounts:
    def test_messages(self, at_desk, message, number, django_assert_num_queries):
        contact = ContactFactory()
        for n in range(number):
            message(name=f"Person {n}", about=contact)
        at_desk.get("/schreibtisch/nachrichten/")
        with django_assert_num_queries(8):
            at_desk.get("/schreibtisch/nachrichten/")

    def test_to_contact(self, at_desk, number, django_assert_num_queries):
        for _ in range(number):
            notifications.notify(person=PersonFactory(called=True), subject="Anruf", body="Text")
        at_desk.get("/schreibtisch/anrufen-und-schreiben/")
        with django_assert_num_queries(8):
            at_desk.get("/schreibtisch/anrufen-und-schreiben/")

    def test_persons(self, at_desk, number, django_assert_num_queries):
        PersonFactory.create_batch(number)
        at_desk.get("/schreibtisch/personen/")
        with django_assert_num_queries(7):
            at_desk.get("/schreibtisch/personen/")

    def test_overview(self, at_desk, message, number, django_assert_num_queries):
        for n in range(number):
            message(name=f"Person {n}")
        at_desk.get("/schreibtisch/")
        with django_assert_num_queries(23):
            at_desk.get("/schreibtisch/")


class TestMailThatDidNotArrive:
    @pytest.fixture
    def mail(self):
        person = PersonFactory(name="Ute Fern", mailed=True, phone="+4923245678")
        return notifications.notify(person=person, subject="Antwort", body="Ja.")

    def on_the_list(self, at_desk, **chosen):
        return list(at_desk.get(reverse("people:desk_contacts"), chosen).context["page"].object_list)

    @pytest.mark.parametrize(
        ("age", "listed"), [({"hours": 1}, False), ({"hours": 5}, True), ({"days": 9}, True)]
    )
    def test_it_stands_on_the_list_after_four_hours_and_stays(self, at_desk, mail, age, listed):
        Notification.objects.update(created_at=clock.now() - timedelta(**age))
        assert self.on_the_list(at_desk) == ([mail] if listed else [])

    def test_the_list_and_the_page_say_what_to_do(self, at_desk, mail):
        Notification.objects.update(created_at=clock.now() - timedelta(hours=5))
        for page in (reverse("people:desk_contacts"), reverse("people:desk_notification", args=[mail.pk])):
            text = at_desk.get(page).content.decode()
            assert "Mail kam nicht an: bitte anrufen oder schreiben" in text
            assert "02324 5678" in text

    def test_ticked_off_it_is_done_and_no_mail_leaves_any_more(self, at_desk, mail, carla, mailoutbox):
        Notification.objects.update(created_at=clock.now() - timedelta(hours=5))
        page = reverse("people:desk_notification", args=[mail.pk])
        assert (
            at_desk.post(page, {"outcome": "reached", "on": clock.today(), "note": "angerufen"}).status_code
            == 302
        )
        assert (self.on_the_list(at_desk), self.on_the_list(at_desk, done="yes")) == ([], [mail])
        notifications.deliver_mail.enqueue(mail.pk)
        assert (notifications.deliver_waiting_mail(), mailoutbox) == (0, [])

    def test_a_mail_that_left_after_all_is_no_work(self, at_desk, mail, mailoutbox):
        Notification.objects.update(created_at=clock.now() - timedelta(hours=5))
        notifications.deliver_waiting_mail()
        assert (len(mailoutbox), self.on_the_list(at_desk), self.on_the_list(at_desk, done="yes")) == (
            1,
            [],
            [],
        )


@pytest.mark.parametrize("words", ["wackelt bank", "ERNA@example", "Erna"])
def test_a_message_is_found_by_its_text_its_email_and_its_name(at_desk, message, words):
    found = message(text="Die Bank am Markt wackelt.")
    message(name="Egon Anders", email="egon@example.org", text="Der Brunnen tropft.")
    page = at_desk.get(reverse("people:desk_messages"), {"q": words}).context["page"]
    assert list(page.object_list) == [found]


class TestAnEditorAtTheDesk:
    @pytest.fixture
    def edda_at_desk(self, client, edda):
        client.handler.enforce_csrf_checks = False
        client.force_login(edda)
        return client

    def test_sees_and_answers_what_was_said_about_the_site(self, edda_at_desk, message):
        message(), message(kind="accessibility")
        feedback = message(kind="feedback", text="Der Link geht nicht.")
        page = edda_at_desk.get(reverse("people:desk_messages"))
        assert list(page.context["page"].object_list) == [feedback]
        assert edda_at_desk.get(reverse("people:desk")).status_code == 200
        assert (
            feedback.person.get_absolute_url()
            not in edda_at_desk.get(feedback.get_absolute_url()).content.decode()
        )
        assert edda_at_desk.post(feedback.get_absolute_url(), {"answer": "Jetzt schon."}).status_code == 302
        assert Message.objects.get(pk=feedback.pk).answer == "Jetzt schon."

    def test_is_not_offered_to_take_calls(self, edda_at_desk, carla, client):
        assert "/schreibtisch/aufnehmen/" not in edda_at_desk.get("/schreibtisch/").content.decode()
        client.force_login(carla)
        assert "/schreibtisch/aufnehmen/" in client.get("/schreibtisch/").content.decode()

    def test_sees_nothing_else(self, edda_at_desk, message):
        other, person = message(), PersonFactory()
        assert edda_at_desk.get(other.get_absolute_url()).status_code == 404
        for page in ("desk_contacts", "desk_persons", "desk_list_pdf", "desk_letters_pdf"):
            assert edda_at_desk.get(reverse(f"people:{page}")).status_code == 403
        assert edda_at_desk.get(person.get_absolute_url()).status_code == 403
