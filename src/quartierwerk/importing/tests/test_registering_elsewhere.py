"""What a text says of registering leads to our own list only where the town is asked. All names are samples."""

from datetime import date

import pytest

from quartierwerk.core.models import Town
from quartierwerk.events.enums import RegistrationMode
from quartierwerk.events.factories import local
from quartierwerk.events.models import Event
from quartierwerk.importing import factories
from quartierwerk.importing.extract import extract
from quartierwerk.importing.extract.draft import (
    Doubt,
    DoubtKind,
    Draft,
    EventDraft,
    Phone,
    Registration,
    Span,
    Value,
)
from quartierwerk.importing.extract.gazetteer import Gazetteer
from quartierwerk.importing.models import Example
from quartierwerk.importing.review import directory, initial
from quartierwerk.importing.tests.reviewing import decide
from quartierwerk.people.factories import ContactFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
FEAST = """Winterfest im Rauendahl

Der Stadtteilverein lädt am Samstag, 19. Dezember 2026, von 15 bis 19 Uhr zum Winterfest in das Bürgerhaus ein.

Wer mitessen möchte, meldet sich bitte an: Uta Muster, Telefon 02324 334455.
"""
OUR_NUMBER, THEIR_NUMBER = "02324 204-5552", "02324 334455"
HERE, ELSEWHERE = RegistrationMode.REQUIRED, RegistrationMode.ELSEWHERE


WHOLE = FEAST.replace("bitte an:", "bitte bis zum 15. Dezember an:") + "Es ist Platz für 60 Personen.\n"


@pytest.fixture(autouse=True)
def _hattingen(time_machine):
    time_machine.move_to(local(2026, 11, 23, 12), tick=False)
    town = Town.load()
    town.phone, town.email, town.website = "02324 204-0", "rathaus@muster-stadt.de", "https://www.muster.de"
    town.save()
    ContactFactory(name="Gabi Beispiel", phone=OUR_NUMBER, email="gabi@example.org")


@pytest.fixture
def browser(at_desk, alex):
    return at_desk(alex)


def phone(written, e164):
    return (Value(Phone(written, e164)),)


OURS, THEIRS = phone(OUR_NUMBER, "+4923242045552"), phone(THEIR_NUMBER, "+492324334455")


def event(**values):
    said = {name: value if isinstance(value, tuple) else Value(value) for name, value in values.items()}
    return EventDraft(
        span=Span(0, 10), **{"title": Value("Fest"), "registration": Value(Registration.REQUIRED), **said}
    )


def first(**values):
    read = event(**values)
    return initial.of_event(read, Draft(events=(read,)), directory.load(), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("read", "mode"),
    [
        ({}, HERE),
        ({"contact": "Uta Muster"}, HERE),
        ({"phones": THEIRS}, ELSEWHERE),
        ({"phones": OURS}, HERE),
        ({"phones": phone("204-0", "+49232422040")}, ELSEWHERE),
        ({"phones": phone("02324 204-0", "+4923242040")}, HERE),
        ({"phones": phone("204-5552", "")}, HERE),
        ({"phones": (*OURS, *THEIRS)}, HERE),
        ({"emails": (Value("post@verein.de"),)}, ELSEWHERE),
        ({"emails": (Value("vhs@muster.de"),)}, HERE),
        ({"emails": (Value("rathaus@muster-stadt.de"),)}, HERE),
        ({"emails": (Value("vhs@muster.de"),), "phones": THEIRS}, ELSEWHERE),
        ({"links": (Value("www.verein.de"),)}, HERE),
        ({"links": (Value("www.verein.de"),), "registration_how": "Anmeldung: www.verein.de"}, ELSEWHERE),
        ({"links": (Value("vhs.muster.de/1"),), "registration_how": "Anmeldung: vhs.muster.de/1"}, HERE),
        ({"links": (Value("muster.de"),), "registration_how": "muster.de", "phones": THEIRS}, HERE),
    ],
)
def test_our_list_is_offered_only_where_the_town_is_asked(read, mode):
    assert first(**read)["registration_mode"] == mode


def test_who_is_asked_only_with_questions_keeps_no_list():
    how = f"Anmeldung beim Verein, {THEIR_NUMBER}."
    shown = first(contact="Gabi Beispiel", phones=(*OURS, *THEIRS), registration_how=how)
    assert (shown["registration_mode"], shown["registration_note"]) == (ELSEWHERE, how)


def test_whom_the_words_about_registering_name_is_the_town():
    how = f"Anmeldung bei Gabi Beispiel, {THEIR_NUMBER}."
    assert first(contact="Gabi Beispiel", phones=THEIRS, registration_how=how)["registration_mode"] == HERE


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (None, f"Uta Muster, {THEIR_NUMBER}"),
        ("Anmeldung bei der VHS.", f"Anmeldung bei der VHS: Uta Muster, {THEIR_NUMBER}"),
        (f"Anmeldung: {THEIR_NUMBER}", f"Anmeldung: {THEIR_NUMBER}"),
    ],
)
def test_the_words_always_name_a_way(how, said):
    given = {"registration_how": how} if how else {}
    assert first(contact="Uta Muster", phones=THEIRS, **given)["registration_note"] == said


@pytest.mark.parametrize(
    ("how", "mode"),
    [
        (f"Karten unter {THEIR_NUMBER}.", ELSEWHERE),
        (f"Karten unter {OUR_NUMBER}.", RegistrationMode.NONE),
        ("Karten bei Muster-Buch.", RegistrationMode.NONE),
    ],
)
def test_tickets_are_sold_elsewhere_where_a_way_is_named(how, mode):
    phones = OURS if OUR_NUMBER in how else THEIRS
    shown = first(registration=Registration.TICKETS, registration_how=how, phones=phones)
    assert (shown["registration_mode"], how in shown["description"]) == (mode, mode != ELSEWHERE)


def test_then_nothing_has_to_be_looked_up_in_the_description(browser):
    text = factories.announcement(
        FEAST.replace(
            "Wer mitessen möchte, meldet sich bitte an: Uta Muster", "Karten im Vorverkauf bei Uta Muster"
        )
    )
    [part, _blank] = browser.get(text.get_absolute_url()).context["board"].events
    assert part.form["registration_mode"].value() == ELSEWHERE
    assert Doubt(DoubtKind.TICKETS) not in part.notes["registration_mode"].doubts


def test_as_it_is_the_page_of_the_event_tells_the_organisers_way_and_opens_no_list(browser, client):
    assert decide(browser, factories.announcement(FEAST)).status_code == 302
    [fest] = Event.objects.all()
    assert (fest.registration_mode, fest.registration_note) == (ELSEWHERE, "")
    assert (
        fest.registration_how
        == "Wer mitessen möchte, meldet sich bitte an: Uta Muster, Telefon 02324 334455."
    )
    assert "Kontakt: " not in fest.description
    page = client.get(fest.get_absolute_url()).content.decode()
    assert ('href="tel:+492324334455"' in page, "Jetzt anmelden" in page) == (True, False)


def test_places_are_read_and_who_only_comes_need_not_register():
    [read] = extract(WHOLE, date(2026, 11, 23), Gazetteer(area_code="02324")).events
    assert (read.registration.value, read.capacity and read.capacity.value) == (Registration.REQUESTED, 60)
    [other] = extract(WHOLE.replace("mitessen", "teilnehmen"), date(2026, 11, 23), Gazetteer()).events
    assert other.registration.value == Registration.REQUIRED


def test_deadline_and_places_stand_on_the_page_of_the_event(browser, client):
    decide(browser, factories.announcement(WHOLE), e0_registration_closes_at="2026-12-15T23:59")
    shown = client.get(Event.objects.get().get_absolute_url()).content.decode().replace("\xa0", " ")
    assert ("Bis Dienstag, 15. Dezember, 23:59 Uhr." in shown, "Es gibt 60 Plätze." in shown) == (True, True)


def test_whoever_chooses_our_list_has_the_words_above_its_form(browser):
    decide(browser, factories.announcement(FEAST), e0_registration_mode="asked")
    [fest] = Event.objects.all()
    assert (fest.registration_mode, fest.registration_how) == (RegistrationMode.ASKED, "")
    assert fest.registration_note.startswith("Wer mitessen möchte")


def test_without_a_word_how_it_is_not_taken_over(browser):
    text = factories.announcement(FEAST)
    answer = decide(browser, text, e0_registration_note=" ")
    [part, *_] = answer.context["board"].events
    assert list(part.form.errors) == ["registration_note"]
    assert not Event.objects.exists()


@pytest.mark.parametrize(("chosen", "label"), [("elsewhere", "required"), ("asked", "requested")])
def test_as_an_example_it_stays_what_it_was_read_as(browser, chosen, label):
    decide(browser, factories.announcement(FEAST), e0_registration_mode=chosen)
    [example] = Example.objects.all()
    assert example.labels[0]["registration"] in (label, "requested")
