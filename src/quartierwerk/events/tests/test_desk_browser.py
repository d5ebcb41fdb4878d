"""The lists of the desk on a phone: cards, with nothing to scroll sideways."""

import pytest

from quartierwerk.events import actions, factories
from quartierwerk.people.factories import PersonFactory
from quartierwerk.testing.browser import axe


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("javascript", [True, False])
def test_each_registration_is_a_card_on_a_phone(desk_page, site, carla, javascript):
    event = factories.event("Nachbarschaftskonferenz", capacity=5)
    name = "Anna-Katharina von Mustermann-Beispielhausen"
    wish = actions.Wish(party_size=2, needs_note="Platz für den Rollator")
    factories.registration(event, person=PersonFactory(name=name, called=True), wish=wish)
    page = desk_page(carla, width=360, javascript=javascript)
    page.goto(f"/schreibtisch/termine/{event.pk}/")
    table = page.get_by_role("table", name="Angemeldete, dann die Warteliste in ihrer Reihenfolge")

    assert table.get_by_role("rowheader").all_inner_texts() == [name]
    assert [cell.get_attribute("data-label") for cell in table.get_by_role("cell").all()] == [
        "Personen", "Stand", "Bedarf", "Weg", "Seit",
    ]  # fmt: skip
    frame = page.locator(".qw-table--cards .kern-table-responsive").last
    assert frame.evaluate("frame => frame.scrollWidth - frame.clientWidth") == 0
    if javascript:
        assert axe(page) == []
