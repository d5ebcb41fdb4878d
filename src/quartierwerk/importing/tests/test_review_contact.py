"""Whom the page of an event tells to call: the person of the text, not the town's. All names are samples."""

import pytest

from quartierwerk.events.enums import RegistrationMode
from quartierwerk.events.models import Event
from quartierwerk.importing import factories
from quartierwerk.importing.enums import Decision
from quartierwerk.importing.extract.draft import DoubtKind
from quartierwerk.importing.review.directory import AS_WRITTEN
from quartierwerk.importing.tests.reviewing import decide
from quartierwerk.people.factories import ContactFactory
from quartierwerk.people.models import Contact

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]
COURSE = """Nähkurs

Ab 6. Oktober 2026 immer dienstags von 15 bis 17 Uhr (8x) im Bürgerhaus. Kosten: 24 €.

Anmeldung bei Bärbel Muster (0176 / 555 01 234), max. 15 Plätze.
"""
LINE = "Kontakt: Bärbel Muster, 0176 / 555 01 234"


@pytest.fixture
def browser(at_desk, alex):
    return at_desk(alex)


def part_of(browser, text):
    return browser.get(text.get_absolute_url()).context["board"].events[0]


def test_the_person_of_the_text_is_offered_first_and_stands_in_the_description(browser):
    ContactFactory(name="Uta Beispiel", is_main=True)
    text = factories.announcement(COURSE)
    field = part_of(browser, text).form["contact"]
    assert (field.value(), field.field.choices[0]) == (
        AS_WRITTEN,
        (AS_WRITTEN, "wie im Text: Bärbel Muster, 0176 / 555 01 234"),
    )
    assert decide(browser, text).status_code == 302
    [event] = Event.objects.all()
    assert (event.contact, event.registration_how) == (
        None,
        "Anmeldung bei Bärbel Muster (0176 / 555 01 234), max. 15 Plätze.",
    )


def test_who_only_answers_questions_stands_in_the_description(browser):
    text = factories.announcement(
        COURSE.replace("Anmeldung bei Bärbel Muster", "Infos bei Frau Bärbel Muster")
    )
    assert decide(browser, text).status_code == 302
    [event] = Event.objects.all()
    assert (event.registration_how, event.description.split("\n\n")[-1]) == ("", LINE)


def test_another_may_be_chosen_and_then_only_that_one_is_named(browser):
    uta = ContactFactory(name="Uta Beispiel")
    text = factories.announcement(COURSE)
    decide(browser, text, e0_contact=str(uta.pk))
    [event] = Event.objects.all()
    assert (event.contact, LINE in event.description) == (uta, False)


def test_nor_is_the_line_added_where_the_person_is_made_of_the_text(browser):
    text = factories.announcement(COURSE)
    decide(browser, text, c0_decision=Decision.PUBLISH.value, c0_role="Kursleiterin")
    [event] = Event.objects.all()
    assert (event.contact, LINE in event.description) == (Contact.objects.get(), False)


def test_who_is_in_the_directory_is_chosen(browser):
    baerbel = ContactFactory(name="Bärbel Muster", phone="", mobile="")
    assert part_of(browser, factories.announcement(COURSE)).form["contact"].value() == str(baerbel.pk)


def test_a_surname_with_its_title_is_enough_if_there_is_only_one(browser):
    text = COURSE.replace("Bärbel Muster (0176 / 555 01 234)", "Frau Muster, 204-5502")
    baerbel = ContactFactory(name="Bärbel Muster")
    assert part_of(browser, factories.announcement(text)).form["contact"].value() == str(baerbel.pk)
    ContactFactory(name="Uta Muster")
    assert part_of(browser, factories.announcement(text)).form["contact"].value() == AS_WRITTEN


def test_a_shared_number_does_not_make_one_person_another(browser):
    ContactFactory(name="Uta Beispiel", phone="0176 55501234")
    assert part_of(browser, factories.announcement(COURSE)).form["contact"].value() == AS_WRITTEN


def test_capacity_price_and_number_of_dates_stand_in_their_fields(browser):
    text = factories.announcement(COURSE)
    form = part_of(browser, text).form
    assert [form[name].value() for name in ("capacity", "price", "count", "registration_mode")] == [
        15,
        "24 €",
        8,
        RegistrationMode.ELSEWHERE,
    ]
    decide(browser, text)
    [event] = Event.objects.all()
    assert (event.capacity, event.price, event.occurrences.count()) == (15, "24 €", 8)


def test_of_tickets_the_review_says_so(browser):
    text = factories.announcement(
        "Konzert\n\nAm 6. Oktober 2026 um 19 Uhr singt der Chor im Bürgerhaus.\n\nKarten gibt es bei Muster-Buch, Musterweg 4."
    )
    part = part_of(browser, text)
    assert part.form["registration_mode"].value() == RegistrationMode.NONE
    assert DoubtKind.TICKETS in [each.kind for each in part.notes["registration_mode"].doubts]
    assert "Karten gibt es bei Muster-Buch" in part.form["description"].value()
