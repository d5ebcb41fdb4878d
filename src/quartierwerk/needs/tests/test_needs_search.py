"""Needs in the search of the site: what everybody may read, and nothing else."""

import pytest

from quartierwerk.core.models import SearchEntry
from quartierwerk.core.search.query import search
from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import State
from quartierwerk.people.factories import PersonFactory
from quartierwerk.places.factories import QuarterFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def found(words):
    return [hit.title for hit in search(words).hits if hit.kind == "need"]


def test_a_public_need_is_found_by_its_words_its_place_and_its_number():
    need = factories.public_need(text="Sie wackelt.", place=Place(name="Ruhrufer"))
    for words in ("Bänke Ufer", "wackeln", "Ruhrufer", need.reference):
        assert found(words) == ["Die Bank am Ufer ist kaputt"]


def test_it_stands_under_its_quarter():
    quarter = QuarterFactory(is_public=True)
    factories.public_need(place=Place(quarter=quarter))
    assert search("Bank", kind="need", quarter=str(quarter.pk)).total == 1


def test_what_waits_for_the_moderation_is_not_found_and_leaves_no_trace():
    factories.need("Ein Geheimnis")
    assert found("Geheimnis") == []
    assert not SearchEntry.objects.filter(kind="need").exists()


def test_what_is_taken_away_is_gone_at_once():
    need = factories.public_need()
    actions.remove(need=need, reason="Werbung", by=None)
    assert found("Bank") == []


def test_numbers_addresses_and_plates_that_somebody_typed_are_not_kept(carla):
    need = factories.public_need(
        text="Bitte rufen Sie an: 0171 1234567, erna@example.org. Der Wagen EN-AB 123 steht da."
    )
    actions.shorten(need=need, title="Die Bank, 02324 555666", text=need.text, by=carla)
    entry = SearchEntry.objects.get(kind="need")
    for private in ("0171", "1234567", "erna", "example", "EN-AB", "555666"):
        assert private not in f"{entry.title} {entry.text}"
        assert found(private) == []


def test_nothing_of_whoever_said_it_is_kept():
    factories.public_need(person=PersonFactory(name="Erna Geheim", mailed=True))
    assert found("Geheim") == []


def test_what_is_said_again_is_found_where_it_was_said_first(carla):
    first, again = factories.public_need(), factories.public_need("Noch eine kaputte Bank")
    actions.mark_duplicate(need=again, of=first, by=carla)
    assert found("Bank") == ["Die Bank am Ufer ist kaputt"]


def test_an_answer_brings_the_entry_up_to_date(carla):
    need = factories.public_need()
    actions.move_on(need=need, state=State.PLANNED, reason="Im Mai.", by=carla)
    assert found("Bank") == ["Die Bank am Ufer ist kaputt"]
