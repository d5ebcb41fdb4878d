"""Mein Quartier: found by list, address, place name or position; remembered only when asked for."""

import pytest

from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import DistrictFactory, QuarterFactory, VenueFactory, square
from quartierwerk.places.models import StreetRange

PAGE = "/mein-quartier/"


@pytest.fixture
def welper(db):
    return QuarterFactory(name="Welper", slug="welper", boundary=square(7.20, 51.40))


@pytest.fixture
def holthausen(db):
    return QuarterFactory(name="Holthausen", slug="holthausen", boundary=square(7.24, 51.40))


def test_every_public_quarter_stands_in_the_list(client, welper, holthausen):
    QuarterFactory(name="Entwurf", is_public=False)
    assert [(tile["name"], tile["url"]) for tile in client.get(PAGE).context["quarters"]] == [
        ("Holthausen", "/mein-quartier/?quartier=holthausen"),
        ("Welper", "/mein-quartier/?quartier=welper"),
    ]


def test_the_name_of_a_place_leads_to_its_quarter(client, welper):
    VenueFactory(name="Bürgertreff", quarter=welper)
    answer = client.post(PAGE, {"adresse": "Bürgertreff"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/mein-quartier/?quartier=welper")


def test_a_street_in_two_quarters_lets_the_visitor_choose(client, welper, holthausen):
    for quarter, first, last in ((welper, 1, 9), (holthausen, 10, 99)):
        district = DistrictFactory()
        quarter.districts.add(district)
        StreetRange.objects.create(
            street="Am Berg", street_key=_key("Am Berg"), first=first, last=last, district=district
        )
    answer = client.post(PAGE, {"adresse": "Am Berg"})
    assert answer.status_code == 200
    assert {quarter.slug for quarter in answer.context["found"].quarters} == {"welper", "holthausen"}


def _key(street):
    from quartierwerk.places.streets import street_key

    return street_key(street)


def test_an_address_nobody_knows_is_answered_with_a_sentence_the_text_and_a_phone(client, welper):
    ContactFactory(is_main=True, phone="02324 204-5552")
    answer = client.post(PAGE, {"adresse": "Wolkenkuckucksheim 7"})
    assert answer.status_code == 422
    assert answer.context["found"].reason.startswith("„Wolkenkuckucksheim 7“ kennen wir leider nicht.")
    assert 'value="Wolkenkuckucksheim 7"' in answer.text
    assert 'href="tel:+4923242045552"' in answer.text


def test_a_typing_error_gets_a_suggestion_that_can_be_pressed(client, welper):
    answer = client.post(PAGE, {"adresse": "Welpar"})
    assert answer.context["found"].suggestions == ["Welper"]
    assert (
        '<button class="kern-btn kern-btn--secondary" type="submit" name="adresse" value="Welper">'
        in answer.text
    )


def test_nothing_typed_is_asked_for_kindly(client, welper):
    answer = client.post(PAGE, {"adresse": "  "})
    assert (answer.status_code, answer.context["found"].reason) == (
        422,
        "Bitte geben Sie eine Adresse, einen Ort oder ein Quartier ein.",
    )


def test_a_position_leads_to_the_quarter_around_it(client, welper, holthausen):
    answer = client.post(PAGE, {"breite": "51.405", "laenge": "7.205"})
    assert answer.headers["Location"] == "/mein-quartier/?quartier=welper"


@pytest.mark.parametrize(
    ("latitude", "longitude"), [("0", "0"), ("hier", "dort"), ("", ""), ("nan", "7.2"), ("1e999", "7")]
)
def test_a_position_elsewhere_or_of_no_use_leaves_the_list(client, welper, latitude, longitude):
    answer = client.post(PAGE, {"breite": latitude, "laenge": longitude})
    assert answer.status_code == 422
    assert answer.context["found"].reason.endswith("Bitte wählen Sie aus der Liste.")


def test_what_was_typed_stands_in_no_address(client, welper):
    VenueFactory(name="Bürgertreff", quarter=welper)
    assert "Bürgertreff" not in client.post(PAGE, {"adresse": "Bürgertreff"}).headers["Location"]


def test_the_chosen_quarter_shows_whom_to_call_and_its_venues(client, welper):
    contact = ContactFactory(name="Carla")
    welper.contacts.add(contact)
    VenueFactory(name="Bürgertreff", quarter=welper)
    VenueFactory(name="Anderswo")
    context = client.get(f"{PAGE}?quartier=welper").context
    assert [contact.name for contact in context["contacts"]] == ["Carla"]
    assert [venue.name for venue in context["venues"]] == ["Bürgertreff"]


def test_a_quarter_that_does_not_exist_is_a_clear_404_with_the_list(client, welper):
    answer = client.get(f"{PAGE}?quartier=atlantis")
    assert (answer.status_code, answer.context["found"].reason) == (
        404,
        "Dieses Quartier gibt es hier nicht. Bitte wählen Sie eins aus der Liste.",
    )


def test_choosing_sets_no_cookie(client, welper):
    for answer in (client.get(f"{PAGE}?quartier=welper"), client.post(PAGE, {"adresse": "Welper"})):
        assert dict(answer.cookies) == {}
        assert "Cookie" not in answer.headers.get("Vary", "")


def test_remembering_sets_one_cookie_that_only_this_page_sees(client, welper):
    answer = client.post(PAGE, {"merken": "welper"})
    cookie = answer.cookies["quartier"]
    assert list(answer.cookies) == ["quartier"]
    assert (cookie.value, cookie["path"], cookie["httponly"], cookie["samesite"]) == (
        "welper",
        PAGE,
        True,
        "Lax",
    )


def test_who_had_it_remembered_comes_straight_to_the_quarter(client, welper):
    client.post(PAGE, {"merken": "welper"})
    answer = client.get(PAGE)
    assert answer.headers["Location"] == "/mein-quartier/?quartier=welper"
    assert "no-store" in answer.headers["Cache-Control"]


def test_who_had_it_remembered_may_still_choose_another(client, welper):
    client.post(PAGE, {"merken": "welper"})
    assert client.get(f"{PAGE}?wechseln=1").status_code == 200


def test_a_remembered_quarter_that_is_gone_shows_the_choice(client, welper):
    client.post(PAGE, {"merken": "welper"})
    welper.delete()
    assert client.get(PAGE).status_code == 200


def test_forgetting_takes_the_cookie_away(client, welper):
    client.post(PAGE, {"merken": "welper"})
    answer = client.post(PAGE, {"vergessen": "1"})
    assert (answer.cookies["quartier"].value, answer.cookies["quartier"]["max-age"]) == ("", 0)
    assert client.get(PAGE).status_code == 200


def test_a_quarter_that_does_not_exist_is_not_remembered(client, welper):
    answer = client.post(PAGE, {"merken": "atlantis"})
    assert (answer.status_code, dict(answer.cookies)) == (404, {})


@pytest.mark.parametrize("number", [1, 3])
def test_the_choice_costs_the_same_however_many_quarters_there_are(
    client, db, number, django_assert_num_queries
):
    QuarterFactory.create_batch(number)
    with django_assert_num_queries(6):
        client.get(PAGE)
