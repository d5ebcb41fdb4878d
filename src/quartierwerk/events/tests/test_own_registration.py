"""The page of one registration: its link shows, every verb is a button, and nobody else's is ever seen."""

import re
from datetime import timedelta
from io import BytesIO

import page
import pytest
from pypdf import PdfReader

from quartierwerk.core import audit, clock
from quartierwerk.core.models import Town
from quartierwerk.events import actions, factories, queries
from quartierwerk.events.enums import CameBy, State
from quartierwerk.events.factories import AgendaItemFactory, QuestionFactory, local
from quartierwerk.events.models import Registration
from quartierwerk.events.registration import tickets
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.rules import Reachable

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _hattingen(site, time_machine):
    time_machine.move_to(local(2026, 9, 1, 12), tick=False)
    town = Town.load()
    town.phone = "02324 204-0"
    town.save()


@pytest.fixture
def conference():
    return factories.event("Armutskonferenz", slug="konferenz", capacity=2, starts_at=local(2026, 10, 8, 16))


@pytest.fixture
def unconfirmed(conference):
    return actions.register(
        event=conference, wish=actions.Wish(), given=Reachable("Ayla Muster", email="ayla@example.org")
    )


@pytest.fixture
def firm(conference, erna):
    return factories.registration(conference, person=erna)


@pytest.fixture
def offered(conference, erna):
    """Erna waited, somebody cancelled."""
    first = factories.registration(conference, size=2)
    waiting = factories.registration(conference, person=erna)
    actions.cancel_registration(registration=first)
    waiting.refresh_from_db()
    return waiting


def text_of(response):
    return re.sub(r"\s+", " ", response.content.decode())


def state_of(registration):
    return Registration.objects.get(pk=registration.pk).state


def test_looking_at_the_link_confirms_nothing(client, unconfirmed):
    """Programs that check mails open every link."""
    for _ in range(2):
        assert client.get(unconfirmed.own_path).status_code == 200
        assert client.get(unconfirmed.own_path + "bestaetigen/").status_code == 405

    assert state_of(unconfirmed) == State.UNCONFIRMED


def test_the_button_confirms_and_the_page_has_the_number(client, unconfirmed):
    assert "Mittwoch, 2. September, 12 Uhr" in text_of(client.get(unconfirmed.own_path))
    response = client.post(unconfirmed.own_path + "bestaetigen/")

    assert (response.status_code, response["Location"]) == (303, unconfirmed.own_path)
    page = text_of(client.get(response["Location"]))
    assert ("Sie sind angemeldet" in page, unconfirmed.code in page) == (True, True)


def test_confirming_twice_is_confirming_once(client, unconfirmed, mailoutbox):
    answers = [client.post(unconfirmed.own_path + "bestaetigen/") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert audit.entries_about(unconfirmed).filter(verb="registration confirmed").count() == 1


@pytest.mark.parametrize(("button", "state"), [("bestaetigen/", "confirmed"), ("absagen/", "cancelled")])
def test_a_button_pressed_twice_at_the_same_time_is_no_mistake(
    client, unconfirmed, monkeypatch, button, state
):
    """The second press read the registration before the first was through."""
    read_before = queries.own_registration(unconfirmed.token)
    client.post(unconfirmed.own_path + button)
    monkeypatch.setattr(queries, "own_registration", lambda token: read_before)

    assert client.post(unconfirmed.own_path + button).status_code == 303
    assert state_of(unconfirmed) == state


def test_before_it_is_confirmed_there_is_no_number_and_no_pdf(client, unconfirmed):
    shown = re.sub(r'href="[^"]*"|action="[^"]*"', "", client.get(unconfirmed.own_path).content.decode())

    assert unconfirmed.code not in shown
    assert client.get(unconfirmed.own_path + "bestaetigung.pdf").status_code == 404


def test_who_comes_too_late_to_confirm_is_told_and_can_register_anew(client, unconfirmed, time_machine):
    time_machine.move_to(clock.now() + timedelta(hours=25), tick=False)

    response = client.post(unconfirmed.own_path + "bestaetigen/")

    assert response.status_code == 422
    assert "Die Zeit zum Bestätigen ist vorbei" in text_of(response)
    actions.release_lapsed()
    page = text_of(client.get(unconfirmed.own_path))
    assert ("Ihr Platz ist wieder frei" in page, "Neu anmelden" in page) == (True, True)


@pytest.mark.parametrize("token", ["7KQMX3PA", "7KQMX3PA:falsch", "%20", "x" * 300])
@pytest.mark.parametrize("page", ["", "aendern/", "absagen/", "bestaetigung.pdf"])
def test_a_wrong_link_is_met_kindly_and_tells_nothing(client, firm, token, page):
    response = client.get(f"/anmeldung/{token}/{page}")

    assert response.status_code == 404
    assert "Diesen Link kennen wir nicht" in response.content.decode()
    assert "02324 204-0" in response.content.decode()


def test_the_code_alone_opens_no_page(client, firm):
    assert client.get(f"/anmeldung/{firm.code}/").status_code == 404


def test_the_page_is_private(client, firm):
    response = client.get(firm.own_path)

    assert response.cookies == {}
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "same-origin"


def test_the_page_shows_no_contact_data_of_the_person(client, conference):
    """The form may have been sent by somebody else in the name of a known person."""
    known = PersonFactory(name="Erna Beispiel", email="erna@example.org", phone="+4923241234", street="Geheimweg 1", postal_code="45525", city="Hattingen")  # fmt: skip
    place = factories.registration(conference, person=known)

    page = client.get(place.own_path).content.decode()
    found = [secret for secret in ("erna@", "erna@example.org", "1234", "Geheimweg") if secret in page]
    assert found == []


def test_the_page_shows_only_ones_own_registration(client, conference, erna):
    place = factories.registration(conference, person=erna)
    other = factories.registration(
        conference, wish=actions.Wish(party_names=["Kanarienvogel"], needs_note="Geheimnis")
    )

    page = client.get(place.own_path).content.decode()
    assert [secret for secret in (other.code, "Kanarienvogel", "Geheimnis") if secret in page] == []


# ------------------------------------------------------------------------------------------------------ change, cancel
def test_party_needs_and_answers_are_changed_and_shown(client, conference):
    question = QuestionFactory(event=conference, text="Lieblingslied?", kind="text")
    place = factories.registration(conference, wish=actions.Wish(answers={question.pk: "Steigerlied"}))
    page = client.get(place.own_path + "aendern/")
    assert "Steigerlied" in page.content.decode()

    typed = {"party_size": "2", "party_names": "Fritz Muster", "needs": ["lift"], "needs_note": "", f"question_{question.pk}": "Glück auf"}  # fmt: skip
    response = client.post(place.own_path + "aendern/", typed)

    assert (response.status_code, response["Location"]) == (303, place.own_path + "?geaendert")
    after = text_of(client.get(response["Location"]))
    expected = ["Ihre Änderung ist gespeichert.", "Fritz Muster", "Fahrdienst: Ich möchte abgeholt werden", "Glück auf"]  # fmt: skip
    assert [words for words in expected if words not in after] == []


def test_a_party_that_grows_too_large_is_told_why_and_keeps_its_entries(client, conference, firm):
    factories.registration(conference)

    response = client.post(firm.own_path + "aendern/", {"party_size": "2", "needs_note": "bitte vorn"})

    assert response.status_code == 422
    assert "Für mehr Personen reichen die Plätze nicht" in response.context["form"].non_field_errors()[0]
    assert "bitte vorn" in response.content.decode()
    firm.refresh_from_db()
    assert firm.party_size == 1


def test_the_own_workshop_stays_choosable_when_it_is_full(client, conference):
    at = local(2026, 10, 8, 16)
    cooking = AgendaItemFactory(
        event=conference,
        title="Kochen",
        starts_at=at,
        ends_at=at + timedelta(hours=1),
        needs_choice=True,
        capacity=1,
    )
    place = factories.registration(conference, wish=actions.Wish(workshops=[cooking]))

    page = client.get(place.own_path + "aendern/").content.decode()
    radio = re.search(rf'<input type="radio"[^>]*value="{cooking.pk}"[^>]*>', page)[0]
    assert ("checked" in radio, "disabled" in radio) == (True, False)


def test_cancelling_is_asked_once_more_and_takes_a_reason(client, firm):
    assert client.get(firm.own_path + "absagen/").status_code == 200
    assert state_of(firm) == State.CONFIRMED

    response = client.post(firm.own_path + "absagen/", {"reason": "krank"})

    assert (response.status_code, response["Location"]) == (303, firm.own_path)
    firm.refresh_from_db()
    assert (firm.state, firm.ended_because) == (State.CANCELLED, "krank")
    assert "Ihre Anmeldung ist abgesagt" in text_of(client.get(firm.own_path))


def test_cancelling_twice_is_cancelling_once(client, firm):
    answers = [client.post(firm.own_path + "absagen/") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]


def test_a_cancelled_registration_stays_cancelled(client, firm):
    actions.cancel_registration(registration=firm)

    refused = [client.post(firm.own_path + path) for path in ("bestaetigen/", "aendern/")]

    assert [answer.status_code for answer in refused] == [422, 422]
    assert state_of(firm) == State.CANCELLED


def test_a_form_from_another_site_cancels_nothing(client, firm):
    answer = client.post(firm.own_path + "absagen/", HTTP_ORIGIN="https://boese.example")
    assert (answer.status_code, state_of(firm)) == (403, State.CONFIRMED)


# -------------------------------------------------------------------------------------------------------- waiting list
def test_who_waits_sees_how_many_stand_before(client, conference, firm):
    factories.registration(conference, size=2)
    second, third = (factories.registration(conference) for _ in range(2))

    assert "Vor Ihnen wartet noch eine Anmeldung." in text_of(client.get(second.own_path))
    assert "Vor Ihnen warten noch 2 Anmeldungen." in text_of(client.get(third.own_path))


def test_an_offered_place_is_taken_by_a_button(client, offered):
    assert "Für Sie ist ein Platz frei geworden" in text_of(client.get(offered.own_path))
    client.post(offered.own_path + "bestaetigen/")
    assert state_of(offered) == State.CONFIRMED


def test_an_offered_place_is_declined_by_a_button_and_goes_on(client, conference, offered):
    factories.registration(conference, size=1)
    last = factories.registration(conference)

    client.post(offered.own_path + "absagen/")

    assert (state_of(offered), state_of(last)) == (State.CANCELLED, State.OFFERED)


# ---------------------------------------------------------------------------------------------- what the town did to it
def test_what_the_team_did_is_shown_with_its_date_and_without_names(client, conference, carla, erna):
    place = factories.registration(conference, person=erna, by=carla)
    actions.change_registration(registration=place, wish=actions.Wish(needs_note="vorn"), by=carla)

    page = text_of(client.get(place.own_path))
    assert "Dienstag, 1. September, 12 Uhr: Das Team hat Sie angemeldet." in page
    assert "Dienstag, 1. September, 12 Uhr: Das Team hat Ihre Angaben geändert." in page
    assert "Carla" not in page


def test_what_the_person_did_alone_is_no_deed_of_the_team(client, unconfirmed):
    assert client.get(unconfirmed.own_path).context["history"] == []


def test_a_cancelled_event_says_so_with_the_reason_and_offers_nothing(client, conference, firm):
    conference.stage, conference.stage_reason = "cancelled", "Die Heizung ist ausgefallen."
    conference.save()

    page = text_of(client.get(firm.own_path))
    expected = {"fällt aus": True, "Die Heizung ist ausgefallen.": True, "Absagen": False, "QR-Code": False}
    assert {words: words in page for words in expected} == expected


def test_a_moved_event_says_so_with_the_new_date(client, conference, firm):
    conference.moved_from, conference.starts_at = conference.starts_at, local(2026, 10, 15, 17)
    conference.ends_at = local(2026, 10, 15, 19)
    conference.save()
    actions.keep_dates(event=conference)

    page = text_of(client.get(firm.own_path))
    assert "Die Veranstaltung wurde verlegt." in page
    assert "Donnerstag, 15. Oktober, 17 bis 19 Uhr" in page


def test_the_address_to_take_part_online_is_for_those_registered(client, conference, unconfirmed):
    conference.online_url = "https://treffen.example/raum"
    conference.save()
    before = "treffen.example" in client.get(unconfirmed.own_path).content.decode()
    actions.confirm_registration(registration=unconfirmed)

    assert (before, "treffen.example" in client.get(unconfirmed.own_path).content.decode()) == (False, True)


# ------------------------------------------------------------------------------------------------------------- the paper
def test_the_qr_code_leads_to_the_door_and_names_nobody(firm):
    assert tickets.door_url(firm) == f"http://testserver/einlass/{firm.code}/"


def test_the_qr_code_is_the_same_in_every_language(firm):
    from django.utils import translation

    with translation.override("en"):
        assert tickets.door_url(firm) == f"http://testserver/einlass/{firm.code}/"


def test_the_confirmation_is_an_accessible_pdf_with_number_and_facts(client, firm):
    response = client.get(firm.own_path + "bestaetigung.pdf")

    assert response["Content-Type"] == "application/pdf"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    checked = page.validate_pdf_bytes(response.content, profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in checked.failures] == []
    pdf = PdfReader(BytesIO(response.content))
    words = re.sub(r"\s+", " ", pdf.pages[0].extract_text())
    expected = [
        "Anmeldebestätigung",
        "Armutskonferenz",
        "Erna Beispiel",
        firm.shown_code,
        "8. Oktober 2026",
        "02324 204-0",
    ]
    assert [each for each in expected if each not in words] == []
    assert (len(pdf.pages), pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]) == (1, True)


def test_looking_at_ones_page_sets_no_file(client, firm, monkeypatch):
    monkeypatch.setattr(tickets.pdf, "render", lambda *_, **__: pytest.fail("A file was set."))
    assert "Anmeldebestätigung" in text_of(client.get(firm.own_path))


def test_the_confirmation_speaks_the_language_of_the_registration(conference, erna):
    place = factories.registration(conference, person=erna, language="en", came_by=CameBy.PHONE)
    assert PdfReader(BytesIO(tickets.confirmation_pdf(place))).trailer["/Root"]["/Lang"] == "en"


def test_the_page_costs_a_fixed_number_of_queries(client, conference, django_assert_num_queries):
    conference.capacity = 50
    conference.save()
    question = QuestionFactory(event=conference, kind="text")
    place = factories.registration(conference, wish=actions.Wish(answers={question.pk: "ja"}))
    client.get(place.own_path)
    with django_assert_num_queries(9):
        client.get(place.own_path)
    others = QuestionFactory.create_batch(3, event=conference, kind="text")
    actions.change_registration(
        registration=place, wish=actions.Wish(answers={q.pk: "ja" for q in [question, *others]})
    )
    with django_assert_num_queries(9):
        client.get(place.own_path)


def test_who_is_registered_takes_the_date_into_a_calendar(client, site):
    place = factories.registration(factories.event(slug="vortrag", capacity=9))
    assert 'href="/termine/vortrag.ics"' in client.get(place.own_path).content.decode()
