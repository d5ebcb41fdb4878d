"""The text gives a venue another address than the directory: said where it is put right, and nowhere else."""

import pytest

from quartierwerk.importing import factories
from quartierwerk.places.factories import VenueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_november")]
TEXT = "Nähtreff\n\nDer Nähtreff ist am 8. Dezember 2026 um 18 Uhr. Ort: Bürgertreff Welper, %s. Alle sind willkommen."


@pytest.fixture
def shown(at_desk, edda):
    VenueFactory(name="Bürgertreff Welper", street="An der Hunsebeck 18")

    def show(street):
        url = factories.announcement(TEXT % street).get_absolute_url()
        return at_desk(edda).get(url).context["board"].events[0]

    return show


def sentences(part, field):
    return {each["sentence"] for each in part.doubts if each["url"] == f"#id_e0-{field}"}


def test_two_addresses_are_a_doubt_at_the_venue(shown):
    part = shown("Thingstraße 19")
    assert part.where == "Bürgertreff Welper"
    assert sentences(part, "venue") == {"Im Text steht eine andere Adresse als im Verzeichnis."}
    assert "Im Text: Thingstraße 19. Im Verzeichnis: An der Hunsebeck 18." in part.form["venue"].help_text


def test_and_where_the_description_repeats_it(shown):
    assert "Thingstraße 19" in shown("Thingstraße 19").form["description"].value()
    told = sentences(shown("Thingstraße 19"), "description")
    assert told == {"Hier steht die Adresse aus dem Text; im Verzeichnis steht eine andere."}


def test_none_at_the_empty_field_of_another_place(shown):
    assert sentences(shown("Thingstraße 19"), "place_name") == set()


@pytest.mark.parametrize("street", ["An der Hunsebeck 18", "An der Hunsebeck"])
def test_the_same_address_is_none(shown, street):
    assert sentences(shown(street), "venue") == set()


def test_another_number_is_one(shown):
    assert sentences(shown("An der Hunsebeck 20"), "venue")
