"""What a resident types leads to her quarter."""

import pytest

from quartierwerk.core.models import Town
from quartierwerk.places.factories import DistrictFactory, QuarterFactory, VenueFactory
from quartierwerk.places.gazetteer import How
from quartierwerk.places.models import District, Quarter
from quartierwerk.places.resolve import resolve, suggest

from .conftest import street

pytestmark = pytest.mark.django_db


def found(text):
    return [(match.quarter.name, match.how) for match in resolve(text).matches]


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("Welper", How.QUARTER),
        (" WELPER ", How.QUARTER),
        ("Müsendrei", How.ALIAS),
        ("muesendrei", How.ALIAS),
        ("Bürgertreff Welper", How.VENUE),
        ("An der Hunsebeck 18", How.ADDRESS),
        ("Im Welperfeld 23", How.ADDRESS),
        ("im welperfeld 23 a, 45527 Hattingen", How.ADDRESS),
    ],
)
def test_each_way_of_naming_it_leads_to_welper(welper, mitte, typed, how):
    assert found(typed) == [("Welper", how)]


def test_the_even_side_of_the_street_lies_in_another_quarter(welper, mitte):
    assert found("Im Welperfeld 24") == [("Mitte", How.ADDRESS)]


def test_a_district_leads_to_all_its_quarters_the_own_name_first(welper):
    QuarterFactory(name="Nordosten", slug="nordosten", districts=[*District.objects.all(), DistrictFactory()])
    answer = resolve("Welper")
    assert [match.quarter.name for match in answer.matches] == ["Welper", "Nordosten"]
    assert answer.message == "Hier gehören 2 Quartiere dazu."
    assert answer.quarter is None


def test_a_street_without_number_asks_for_it_where_it_crosses_quarters(welper, mitte):
    answer = resolve("Im Welperfeld")
    assert {match.quarter.name for match in answer.matches} == {"Welper", "Mitte"}
    assert (
        answer.message == "Diese Straße liegt in mehreren Quartieren. Bitte nennen Sie auch die Hausnummer."
    )


def test_an_unknown_number_of_a_known_street_is_said_honestly(welper):
    answer = resolve("Im Welperfeld 500")
    assert answer.quarter == welper
    assert answer.message.startswith("Die Hausnummer 500 kennen wir in dieser Straße nicht.")


def test_a_postal_code_alone_is_called_too_little(welper):
    street("Talweg", District.objects.get(), postal_code="45527")
    answer = resolve("45527")
    assert [(match.quarter.name, match.how) for match in answer.matches] == [("Welper", How.POSTAL_CODE)]
    assert answer.quarter is None
    assert answer.message.startswith("Die Postleitzahl allein ist ungenau.")


def test_an_unknown_postal_code_asks_for_the_street(welper):
    assert resolve("99999").message.startswith("Zu einer Postleitzahl gehören oft mehrere Quartiere.")


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [("Wleper", "Welper"), ("Müsendreih", "Müsendrei"), ("Im Welpefeld 23", "Im Welperfeld 23")],
)
def test_a_slip_of_the_finger_is_answered_with_a_suggestion(welper, typed, suggested):
    answer = resolve(typed)
    assert answer.matches == []
    assert answer.suggestions[0].text == suggested
    assert answer.message == f"„{typed}“ kennen wir nicht. Meinten Sie eines von diesen?"


def test_an_address_nobody_knows_gets_a_clear_sentence(welper):
    answer = resolve("Nirgendsgasse 5")
    assert (answer.matches, answer.suggestions) == ([], [])
    assert answer.message == (
        "„Nirgendsgasse 5“ kennen wir leider nicht. "
        "Bitte wählen Sie Ihr Quartier aus der Liste, oder rufen Sie uns an."
    )


@pytest.mark.parametrize("nothing", ["", "  ", "a", "\x00", "…", "?!"])
def test_too_little_text_asks_for_more(db, nothing):
    assert resolve(nothing).message == "Bitte geben Sie eine Adresse, einen Ort oder ein Quartier ein."


def test_a_hidden_quarter_is_never_named(welper):
    Quarter.objects.update(is_public=False)
    for typed in (
        "Welper",
        "Müsendrei",
        "Im Welperfeld 23",
        "Bürgertreff Welper",
        "Wleper",
        "An der Hunsebeck 18",
    ):
        answer = resolve(typed)
        assert (answer.matches, [each.quarters for each in answer.suggestions if each.quarters]) == ([], [])
    assert found("Welper") == []
    assert len(resolve("Welper", public_only=False).matches) == 1


def test_typing_suggests_what_begins_so(welper, mitte):
    assert [each.text for each in suggest("wel")] == ["Welper", "Bürgertreff Welper"]
    assert [each.text for each in suggest("im wel")] == ["Im Welperfeld"]


@pytest.mark.parametrize("more", [0, 2])
@pytest.mark.parametrize(("typed", "queries"), [("Welper", 4), ("Im Welperfeld 23", 5), ("Quatsch 3", 8)])
def test_the_number_of_queries_does_not_grow(welper, more, typed, queries, django_assert_num_queries):
    for n in range(more):
        VenueFactory(quarter=QuarterFactory(districts=[DistrictFactory()]))
        street(f"Gasse {n}", District.objects.last())
    Town.load()
    with django_assert_num_queries(queries):
        resolve(typed)
