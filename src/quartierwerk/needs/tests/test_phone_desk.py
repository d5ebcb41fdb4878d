"""The phone desk: whoever calls, writes or comes by says a need, and staff take it down by the same rule."""

import uuid

import pytest

from quartierwerk.core.models import AuditEntry
from quartierwerk.events import factories as event_factories
from quartierwerk.events.enums import Kind as EventKind
from quartierwerk.needs import factories
from quartierwerk.needs.enums import CameBy
from quartierwerk.needs.models import Need, NeedSettings
from quartierwerk.people import privacy
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Channel, Notification, Person
from quartierwerk.places.factories import QuarterFactory

from .pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
DESK = "/schreibtisch/handlungsbedarfe/aufnehmen/"


def said(person=None, **values):
    return {
        "submission_key": str(uuid.uuid4()),
        "person": person.pk if person else "",
        "title": "Die Bank am Ufer ist kaputt",
        "kind": "problem",
        "came_by": "phone",
        **values,
    }


def test_a_known_caller_says_a_need(desk, carla, erna):
    answer = desk(carla).post(DESK, said(erna, text="Ein Brett fehlt.", place_name="Ruhrufer"))
    need = Need.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"{DESK}?fertig={need.reference}")
    assert (need.person, need.came_by, need.taken_by) == (erna, CameBy.PHONE, carla)
    assert (need.title, need.text, need.place_name) == (
        "Die Bank am Ufer ist kaputt",
        "Ein Brett fehlt.",
        "Ruhrufer",
    )


def test_the_number_stands_there_to_be_read_aloud(desk, carla, erna):
    NeedSettings.objects.create(prefix="QW")
    browser = desk(carla)
    text = browser.get(browser.post(DESK, said(erna))["Location"]).text
    assert Need.objects.get().reference in text
    assert "W wie Wuppertal" in text


def test_it_is_on_record_who_wrote_it_down_and_the_person_is_told(desk, carla, erna):
    desk(carla).post(DESK, said(erna))
    entry = AuditEntry.objects.get(verb="need said")
    assert (entry.actor, entry.on_behalf_of) == (carla, str(erna.pk))
    assert any("need said" in str(line) for line in privacy.export(erna)["served_by_staff"])


def test_a_new_caller_is_entered_with_a_way_back_and_without_a_name(desk, carla):
    desk(carla).post(DESK, said(phone="02324 5511"))
    person = Need.objects.get().person
    assert (person.name, person.phone, person.preferred_channel) == (
        "Ohne Namen",
        "+4923245511",
        Channel.PHONE,
    )


def test_nobody_has_to_say_who_they_are(desk, carla):
    desk(carla).post(DESK, said())
    assert (Need.objects.get().person, Person.objects.count()) == (None, 0)


def test_a_known_person_is_asked_for_what_is_missing_only(desk, carla, erna):
    form = desk(carla).get(f"{DESK}?person={erna.pk}").context["form"]
    assert [field.name for field in form.who_fields()] == ["street", "postal_code", "city", "email"]
    desk(carla).post(DESK, said(erna, email="erna@example.org"))
    erna.refresh_from_db()
    assert (erna.email, erna.preferred_channel) == ("erna@example.org", Channel.PHONE)


def test_what_is_missing_is_told_and_what_was_typed_stays(desk, carla, erna):
    answer = desk(carla).post(DESK, said(erna, title="", text="Ein Brett fehlt."))
    assert answer.status_code == 422
    assert "Ein Brett fehlt." in answer.text
    assert Need.objects.count() == 0


def test_sent_twice_it_is_one_need(desk, carla, erna):
    once = said(erna)
    desk(carla).post(DESK, once)
    desk(carla).post(DESK, once)
    assert Need.objects.count() == 1


def test_an_address_leads_to_its_quarter(desk, carla):
    quarter = QuarterFactory(name="Welper")
    desk(carla).post(DESK, said(place_name="Welper"))
    assert Need.objects.get().quarter == quarter


def test_photos_come_along_without_hidden_data_and_no_picture_is_told(desk, carla):
    desk(carla).post(DESK, said(photos=[photo("bank.jpg")]))
    assert Need.objects.get().photos.count() == 1
    answer = desk(carla).post(DESK, said(photos=[photo("nein.jpg", content=b"kein Bild")]))
    assert (answer.status_code, Need.objects.count()) == (422, 1)
    assert "nein.jpg" in answer.text


def test_six_photos_are_too_many(desk, carla):
    answer = desk(carla).post(DESK, said(photos=[photo(f"{n}.jpg") for n in range(6)]))
    assert (answer.status_code, Need.objects.count()) == (422, 0)


# --------------------------------------------------------------------------------------------------- said before by somebody
@pytest.fixture
def bench():
    return factories.public_need("Am Ruhrufer ist eine Bank kaputt")


def counted(need):
    need.refresh_from_db()
    return (need.support_count, [support.person for support in need.supports.all()])


def test_what_was_said_before_is_pointed_out_once_and_what_was_typed_stays(desk, carla, erna, bench):
    answer = desk(carla).post(DESK, said(erna, text="Ein Brett fehlt."))
    assert (answer.status_code, Need.objects.count()) == (422, 1)
    assert bench.title in answer.text
    assert "Ein Brett fehlt." in answer.text
    assert "Trotzdem aufnehmen" in answer.text
    desk(carla).post(DESK, said(erna, seen="similar"))
    assert Need.objects.count() == 2


def test_private_details_are_pointed_out_at_the_desk_too(desk, carla, erna):
    answer = desk(carla).post(DESK, said(erna, text="Ruft 0171 1234567 an"))
    assert (answer.status_code, "<mark>0171 1234567</mark>" in answer.text) == (422, True)
    assert Need.objects.count() == 0


def test_while_staff_type_what_was_said_before_is_shown(desk, carla, erna, bench):
    part = desk(carla).post(f"{DESK}aehnlich/", said(erna)).text
    assert bench.title in part
    assert f'formaction="{DESK}{bench.reference}/betrifft-auch/"' in part
    assert 'name="seen" value="similar"' in part
    assert desk(carla).post(f"{DESK}aehnlich/", said(erna, title="Ganz anderes")).text.strip() == ""


def test_a_known_caller_is_counted_there_once_and_no_second_need_is_made(desk, carla, erna, bench):
    for _ in range(2):
        answer = desk(carla).post(f"{DESK}{bench.reference}/betrifft-auch/", said(erna))
    assert counted(bench) == (1, [erna])
    assert Need.objects.count() == 1
    page = desk(carla).get(answer["Location"]).text
    assert "Mitgezählt" in page
    assert "<strong>Erna Beispiel</strong>" in page
    entry = AuditEntry.objects.filter(verb="supported for somebody").first()
    assert (entry.actor, entry.on_behalf_of) == (carla, str(erna.pk))


def test_a_new_caller_is_entered_and_counted(desk, carla, bench):
    desk(carla).post(f"{DESK}{bench.reference}/betrifft-auch/", said(name="Udo Neu", phone="02324 5511"))
    assert counted(bench) == (1, [Person.objects.get(name="Udo Neu")])


def test_a_caller_without_a_name_is_counted_once_a_call(desk, carla, bench):
    call, other = said(), said()
    for typed in (call, call, other):
        desk(carla).post(f"{DESK}{bench.reference}/betrifft-auch/", typed)
    assert counted(bench) == (2, [None, None])


def test_whoever_said_it_is_not_counted_and_the_typed_words_stay(desk, carla, erna):
    own = factories.public_need("Am Ruhrufer ist eine Bank kaputt", person=erna)
    answer = desk(carla).post(f"{DESK}{own.reference}/betrifft-auch/", said(erna, text="Ein Brett fehlt."))
    assert (answer.status_code, counted(own)) == (422, (0, []))
    assert "Das haben Sie selbst gemeldet." in answer.text
    assert "Ein Brett fehlt." in answer.text


def test_only_what_is_public_can_be_joined_and_only_by_the_team(desk, carla, erna, edda, bench):
    hidden = factories.need("Noch nicht öffentlich")
    assert desk(carla).post(f"{DESK}{hidden.reference}/betrifft-auch/", said(erna)).status_code == 404
    for path in ("aehnlich/", f"{bench.reference}/betrifft-auch/"):
        assert desk(edda).post(DESK + path, said()).status_code == 403
    assert counted(bench) == (0, [])


def test_what_was_said_at_an_event_names_the_event(desk, carla):
    visit = event_factories.event("Besuch", kind=EventKind.VISIT)
    answer = desk(carla).post(DESK, said(came_by="event"))
    assert (answer.status_code, "Bitte wählen Sie die Veranstaltung." in answer.text) == (422, True)
    desk(carla).post(DESK, said(came_by="event", event=visit.pk))
    assert (Need.objects.get().event, Need.objects.get().came_by) == (visit, CameBy.EVENT)


def test_the_callers_other_needs_stand_beside(desk, carla, erna):
    factories.need("Die Ampel ist zu kurz grün", person=erna)
    factories.need("Ein Anderer sagt etwas", person=PersonFactory(name="Karl"))
    beside = desk(carla).get(f"{DESK}?person={erna.pk}").context["needs"]
    assert [row["need"].title for row in beside] == ["Die Ampel ist zu kurz grün"]


def test_without_javascript_the_caller_is_found_by_sound(desk, carla):
    PersonFactory(name="Erna Meyr", called=True)
    assert "Erna Meyr" in desk(carla).get(f"{DESK}?q=erna+mayer").text


def test_a_caller_by_telephone_gets_no_mail(desk, carla, erna):
    desk(carla).post(DESK, said(erna))
    assert Notification.objects.count() == 0


def test_only_who_answers_residents_takes_needs_down(desk, client, edda, fremder):
    assert client.get(DESK).status_code == 302
    for user in (edda, fremder):
        assert desk(user).get(DESK).status_code == 403


def test_the_desk_offers_it(desk, carla):
    text = desk(carla).get("/schreibtisch/").text
    assert f'href="{DESK}"' in text
