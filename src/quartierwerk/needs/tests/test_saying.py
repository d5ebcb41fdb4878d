import uuid

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.core.models import Town
from quartierwerk.needs import actions, factories, queries, rules
from quartierwerk.needs.actions import Place, Said
from quartierwerk.needs.enums import State, Visibility
from quartierwerk.needs.models import Need, NeedSettings
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Notification, Person
from quartierwerk.people.rules import Reachable
from quartierwerk.places.factories import QuarterFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def moderated_afterwards():
    NeedSettings.objects.create(moderation=NeedSettings.Moderation.AFTER, prefix="HAT")


def test_everybody_gets_the_next_number_of_the_year(time_machine):
    NeedSettings.objects.create(prefix="HAT")
    time_machine.move_to("2026-05-01T10:00:00Z")
    assert [factories.need().reference for _ in range(3)] == [
        "HAT-2026-0001",
        "HAT-2026-0002",
        "HAT-2026-0003",
    ]
    time_machine.move_to("2027-01-02T10:00:00Z")
    assert factories.need().reference == "HAT-2027-0001"


def test_it_waits_for_the_moderation_where_the_town_looks_first():
    need = factories.need()
    assert (need.state, need.visibility, need.published_at) == (State.RECEIVED, Visibility.WAITING, None)


@pytest.mark.usefixtures("moderated_afterwards")
def test_it_is_public_at_once_where_the_town_looks_afterwards():
    need = factories.need()
    assert (need.state, need.is_public, need.moderated_at) == (State.PUBLISHED, True, None)
    assert list(Need.objects.to_moderate()) == [need]


def test_the_same_form_sent_twice_is_one_need():
    key = uuid.uuid4()
    first = actions.say(said=Said(title="Mehr Bänke"), submission_key=key)
    assert actions.say(said=Said(title="Mehr Bänke"), submission_key=key) == first
    assert Need.objects.count() == 1


def test_who_gives_an_address_is_told_that_it_arrived_and_under_which_number():
    given = Reachable("Ayla Muster", email="ayla@example.org")
    need = actions.say(said=Said(title="Mehr Bänke"), given=given)
    told = Notification.objects.get()
    assert (told.person.name, need.reference in told.subject) == ("Ayla Muster", True)
    assert "Mehr Bänke" not in told.body + told.subject


def test_who_says_nothing_about_themselves_is_nobody():
    need = actions.say(said=Said(title="Mehr Bänke"))
    assert need.person is None
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    "way",
    [
        {"email": "ayla@example.org"},
        {"phone": "+4923241234"},
        {"street": "Weg 1", "postal_code": "45525", "city": "Hattingen"},
    ],
)
def test_who_gives_a_way_back_and_no_name_is_answered_all_the_same(way):
    need = actions.say(said=Said(title="Mehr Bänke"), given=Reachable("", **way))
    assert need.person.name == "Ohne Namen"
    assert {name: getattr(need.person, name) for name in way} == way


def test_who_says_nothing_about_themselves_has_no_name_either():
    assert actions.say(said=Said(title="Mehr Bänke"), given=Reachable("")).person is None


def test_without_words_nothing_is_kept():
    with pytest.raises(ValidationError, match="worum es geht"):
        actions.say(said=Said(title="  "))
    assert not Need.objects.exists()


def test_a_point_leads_to_its_quarter(quarter_with_boundary):
    quarter, inside = quarter_with_boundary
    need = factories.need(place=Place(*inside))
    assert (need.quarter, need.is_outside) == (quarter, False)


@pytest.mark.usefixtures("quarter_with_boundary")
def test_a_point_outside_the_town_is_kept_and_marked():
    assert factories.need(place=Place(48.1, 11.5)).is_outside


def test_where_neither_boundaries_nor_a_middle_are_known_nothing_is_outside():
    assert not factories.need(place=Place(48.1, 11.5)).is_outside


def far_and_near():
    """Munich, and a place some kilometres from the middle of the town."""
    far, near = factories.need(place=Place(48.1, 11.5)), factories.need(place=Place(51.43, 7.22))
    return far.is_outside, near.is_outside


def test_without_boundaries_what_is_far_from_the_middle_of_the_town_is_outside():
    town = Town.load()
    town.centre_latitude, town.centre_longitude = 51.4, 7.18
    town.save()
    assert far_and_near() == (True, False)


def test_without_a_middle_what_is_far_from_every_quarter_is_outside():
    QuarterFactory(name="Fern", latitude=51.9, longitude=7.18)
    QuarterFactory(name="Nah", latitude=51.4, longitude=7.18)
    assert far_and_near() == (True, False)


def test_where_it_is_costs_a_handful_of_queries_without_boundaries(django_assert_num_queries):
    QuarterFactory(name="Nah", latitude=51.4, longitude=7.18)
    queries.where_is(48.1, 11.5)
    with django_assert_num_queries(5):  # one of them reads the town, which is remembered outside of tests
        assert queries.where_is(48.1, 11.5) == (None, True)


def test_the_person_of_a_need_is_found_again():
    ayla = PersonFactory(name="Ayla Muster", mailed=True, email="ayla@example.org")
    need = actions.say(
        said=Said(title="Mehr Bänke"), given=Reachable("Ayla Muster", email="ayla@example.org")
    )
    assert need.person == ayla


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rufen Sie Herrn M. an: 0171 / 123 456 7", ["0171 / 123 456 7"]),
        ("Meine Nummer ist +49 2324 204-0.", ["+49 2324 204-0"]),
        (
            "Schreiben Sie an erna.muster@example.org oder erna(at)example.org",
            ["erna.muster@example.org", "erna(at)example.org"],
        ),
        ("Der Wagen EN-AB 123 steht immer im Weg", ["EN-AB 123"]),
        ("Seit 2019 kostet das 1.200 Euro, Haus 12, 45525 Hattingen", []),
        ("Montags von 10 bis 12 Uhr, Linie SB 37", []),
    ],
)
def test_what_tells_about_a_person_is_pointed_out(text, found):
    details = rules.private_details(text)
    assert [detail.text for detail in details] == found
    assert all(text[detail.start : detail.end] == detail.text for detail in details)
