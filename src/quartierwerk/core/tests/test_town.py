"""The town's settings: seen by every process at once, with colours that can be seen."""

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError

from quartierwerk.core.models import Town
from quartierwerk.core.remembered import Remembered


@pytest.fixture
def town(db):
    return Town.load()


@pytest.mark.parametrize(("field", "colour"), [("primary_colour", "#8fd18f"), ("accent_colour", "#ffd34d")])
def test_a_colour_too_pale_on_white_is_refused_with_a_better_one(town, field, colour):
    setattr(town, field, colour)
    with pytest.raises(ValidationError) as refused:
        town.full_clean()
    [reason] = refused.value.message_dict[field]
    assert reason.startswith("Diese Farbe ist auf Weiß zu blass:")
    setattr(town, field, reason.split()[-1].rstrip("."))
    town.full_clean()


def test_what_is_no_colour_is_refused_with_a_sentence(town):
    town.primary_colour = "grün"
    with pytest.raises(ValidationError) as refused:
        town.full_clean()
    assert "primary_colour" in refused.value.message_dict


def test_the_address_of_the_stylesheet_changes_with_the_colours(client, site, town):
    before = client.get("/impressum/").context["theme_css_url"]
    town.primary_colour = "#7a1f3d"
    town.save()
    after = client.get("/impressum/").context["theme_css_url"]
    assert str(before) != str(after)
    assert "immutable" in client.get(str(after)).headers["Cache-Control"]


@pytest.mark.django_db(transaction=True)
def test_the_town_is_read_once_and_again_after_a_change(django_assert_num_queries):
    Town.load()  # a fresh installation makes its town first
    town = Town.load()
    with django_assert_num_queries(0):
        assert Town.load().name == town.name
    town.name = "Umbenannt"
    town.save()
    assert Town.load().name == "Umbenannt"


@pytest.mark.django_db(transaction=True)
def test_changing_a_loaded_town_without_saving_changes_it_for_nobody_else():
    Town.load().name = "Heimlich"
    assert Town.load().name != "Heimlich"


@pytest.mark.django_db(transaction=True)
def test_a_change_in_another_process_is_seen():
    stored = {"value": "alt"}
    here, there = (Remembered("probe", lambda: stored["value"]) for _ in range(2))
    assert here.get() == "alt"
    stored["value"] = "neu"
    assert here.get() == "alt"
    there.forget()
    assert here.get() == "neu"


@pytest.mark.django_db(transaction=True)
def test_a_cache_that_lost_its_token_costs_a_read_and_is_never_wrong():
    stored = {"value": "alt"}
    memory = Remembered("probe", lambda: stored["value"])
    memory.get()
    cache.clear()
    stored["value"] = "neu"
    assert memory.get() == "neu"


def test_inside_a_transaction_the_value_is_always_read(db):
    stored = {"value": "alt"}
    memory = Remembered("probe", lambda: stored["value"])
    memory.get()
    stored["value"] = "neu"
    assert memory.get() == "neu"
