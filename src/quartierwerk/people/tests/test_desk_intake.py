"""Anruf aufnehmen: whoever phones, writes or comes by is on the desk like everybody else, and nothing is hidden."""

import uuid

import pytest

from quartierwerk.core.models import AuditEntry
from quartierwerk.people import privacy
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Channel, Message, Notification, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "no_second_factor")]
TAKE, ADD = "/schreibtisch/aufnehmen/", "/schreibtisch/personen/neu/"


@pytest.fixture
def no_second_factor(settings):
    settings.STAFF_SECOND_FACTOR = False


@pytest.fixture
def at_desk(client, carla):
    client.handler.enforce_csrf_checks = False
    client.force_login(carla)
    return client


def call(**values):
    return {
        "submission_key": str(uuid.uuid4()),
        "came_by": "phone",
        "kind": "message",
        "text": "Die Bank an der Haltestelle fehlt.",
        "name": "Erna Beispiel",
        "phone": "02324 1234",
        **values,
    }


def test_a_call_written_down_is_a_message_of_the_caller_with_who_took_it(at_desk, carla):
    answer = at_desk.post(TAKE, call())
    message = Message.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, message.get_absolute_url())
    assert (message.came_by, message.taken_by, message.person.name) == ("phone", carla, "Erna Beispiel")
    entry = AuditEntry.objects.get(verb="message received")
    assert (entry.actor, entry.on_behalf_of) == (carla, str(message.person.pk))
    page = at_desk.get(message.get_absolute_url()).text
    assert "Anruf, " in page


def test_who_asks_to_be_called_stands_on_the_list(at_desk):
    at_desk.post(TAKE, call(kind="callback", text="", call_when="vormittags"))
    assert Notification.objects.get().channel == Channel.PHONE


def test_a_letter_is_answered_by_letter(at_desk):
    address = {"street": "Musterweg 1", "postal_code": "45525", "city": "Hattingen"}
    at_desk.post(TAKE, call(came_by="letter", phone="", **address))
    assert Message.objects.get().person.preferred_channel == Channel.LETTER


@pytest.mark.parametrize(("asked", "mails"), [({}, 0), ({"acknowledged": "on"}, 1)])
def test_an_acknowledgement_goes_out_only_where_asked_for(at_desk, asked, mails):
    at_desk.post(TAKE, call(email="erna@example.org", **asked))
    assert Notification.objects.filter(channel=Channel.EMAIL).count() == mails


def test_somebody_who_gives_no_name_is_heard_too(at_desk):
    at_desk.post(TAKE, call(name="", phone=""))
    assert Message.objects.get().person is None


def test_the_same_form_sent_twice_is_one_message(at_desk):
    form = call()
    for _ in range(2):
        at_desk.post(TAKE, form)
    assert Message.objects.count() == 1


def test_a_busy_morning_knows_no_limit(at_desk):
    for number in range(25):
        assert at_desk.post(TAKE, call(text=f"Anruf {number}")).status_code == 302
    assert Message.objects.count() == 25


def test_what_is_missing_is_said_and_what_was_typed_is_kept(at_desk):
    answer = at_desk.post(TAKE, call(kind="callback", phone=""))
    assert (answer.status_code, Message.objects.count()) == (422, 0)
    assert "Die Bank an der Haltestelle fehlt." in answer.text


def test_a_person_is_entered_by_hand_with_the_way_and_the_one_they_trust(at_desk, carla):
    daughter = PersonFactory(name="Doris Beispiel", phone="+4923245678", preferred_channel=Channel.PHONE)
    found = at_desk.get(ADD, {"vertraut": "Doris"}).context["form"]
    assert daughter in found.fields["trusted_person"].queryset
    values = {
        "name": "Erna Beispiel",
        "preferred_channel": "trusted",
        "trusted_person": daughter.pk,
        "language": "de",
    }
    answer = at_desk.post(f"{ADD}?vertraut=Doris", values)
    erna = Person.objects.get(name="Erna Beispiel")
    assert answer["Location"] == erna.get_absolute_url()
    assert (erna.preferred_channel, erna.trusted_person) == (Channel.TRUSTED, daughter)
    assert AuditEntry.objects.get(verb="person created").actor == carla


def test_a_way_that_leads_nowhere_is_not_kept(at_desk):
    answer = at_desk.post(ADD, {"name": "Erna Beispiel", "preferred_channel": "email", "language": "de"})
    assert answer.status_code == 422
    assert "Für Nachrichten per E-Mail fehlt die E-Mail-Adresse." in answer.text
    assert not Person.objects.exists()


def test_whoever_was_served_by_staff_reads_it_in_the_export(at_desk):
    at_desk.post(TAKE, call())
    export = privacy.export(Person.objects.get())
    assert [served["what"] for served in export["served_by_staff"]] == ["message received"]
    (message,) = export["messages"]
    assert (message["came_by"], message["written_down_by_staff"]) == ("phone", True)


@pytest.mark.parametrize("page", [TAKE, ADD])
@pytest.mark.parametrize("who", ["ayla", "bernd", "edda", "anton", "fremder"])
def test_others_have_no_part_in_it(client, request, page, who):
    assert client.get(page).status_code == 302
    client.force_login(request.getfixturevalue(who))
    assert client.get(page).status_code == 403


def test_the_overview_leads_there(at_desk):
    page = at_desk.get("/schreibtisch/").text
    assert f'href="{TAKE}"' in page
    assert f'href="{ADD}"' in page
