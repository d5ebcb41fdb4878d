"""Which field of action is suggested for a text, and why. The texts are made up for these tests."""

import pytest

from quartierwerk.needs.suggesting import fields_for
from quartierwerk.topics.factories import FieldOfActionFactory
from quartierwerk.topics.models import FieldOfAction

pytestmark = pytest.mark.django_db
Icon = FieldOfAction.Icon


@pytest.fixture(autouse=True)
def four_fields():
    names = ["Wohnen", "Sich versorgen", "Sich einbringen", "Gemeinschaft erleben"]
    icons = [Icon.HOUSING, Icon.SUPPLY, Icon.PARTICIPATION, Icon.COMMUNITY]
    for order, (name, icon) in enumerate(zip(names, icons, strict=True)):
        FieldOfActionFactory(name=name, icon=icon, order=order)


def first(title, text=""):
    return next((suggestion.field.name for suggestion in fields_for(title, text)), None)


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("In unserem Haus fehlt ein Aufzug", "Wohnen"),
        ("Nachts ist es viel zu laut", "Wohnen"),
        ("Überall liegt Sperrmüll", "Wohnen"),
        ("Mehr Straßenbäume gegen die Hitze", "Wohnen"),
        ("Der letzte Bäcker hat zugemacht", "Sich versorgen"),
        ("Kein Hausarzt weit und breit", "Sich versorgen"),
        ("Der Bus fährt sonntags nicht", "Sich versorgen"),
        ("Geldautomaten fehlen", "Sich versorgen"),
        ("Warum werden wir bei der Planung nicht gefragt?", "Sich einbringen"),
        ("Ich möchte ehrenamtlich mithelfen", "Sich einbringen"),
        ("Eine Umfrage unter den Bewohnern", "Sich einbringen"),
        ("Ein Straßenfest für alle Nachbarn", "Gemeinschaft erleben"),
        ("Auf dem Spielplatz fehlt eine Schaukel", "Gemeinschaft erleben"),
        ("Jugendliche brauchen einen Treffpunkt", "Gemeinschaft erleben"),
    ],
)
def test_everyday_sentences_lead_to_their_field(title, field):
    assert first(title) == field


@pytest.mark.parametrize(
    "title", ["Seniorentreffs", "SENIORENTREFF", "Ein Senioren-Treff", "Treff der Seniorinnen"]
)
def test_words_are_found_in_all_their_forms_as_in_the_search(title):
    assert first(title) == "Gemeinschaft erleben"


def test_a_suggestion_says_by_which_words_of_the_text_it_came_about():
    (suggestion,) = fields_for("Lärmbelästigung", "Nachts wird gegrölt.")
    assert suggestion.because[0] == "Lärmbelästigung"
    assert set(suggestion.because) <= {"Lärmbelästigung", "Nachts", "gegrölt"}


@pytest.mark.parametrize("text", ["", "   ", "Bitte um Rückruf", "xyz", "\x00", "42", "🙏"])
def test_nothing_is_suggested_where_nothing_speaks_for_a_field(text):
    assert fields_for(text, text) == []


def test_the_title_counts_more_than_the_text():
    fields = [s.field.name for s in fields_for("Spielplatz", "Daneben liegt Müll.")]
    assert fields == ["Gemeinschaft erleben", "Wohnen"]


def test_of_a_compound_that_stands_in_a_list_the_parts_do_not_count():
    assert [s.field.name for s in fields_for("Kinderarzt", "")] == ["Sich versorgen"]  # not the children


def test_several_words_are_found_one_after_the_other_only():
    (suggestion,) = fields_for("Etwas für Jung und Alt", "")
    assert suggestion.because == ["jung und alt"]
    assert fields_for("Jung gegen Alt", "") == []


def test_a_field_that_the_town_added_is_known_by_its_own_words():
    FieldOfActionFactory(name="Klettern", icon=Icon.OTHER, summary="Felsen und Seile", order=9)
    assert first("Klettern am Felsen") == "Klettern"


def test_a_town_without_fields_of_action_gets_no_suggestion():
    FieldOfAction.objects.all().delete()
    assert fields_for("Müll", "Müll") == []


def test_a_suggestion_costs_one_query_however_long_the_text_is(django_assert_num_queries):
    with django_assert_num_queries(1):
        fields_for("Müll", "Der Müll liegt vor dem Haus. " * 150)


def test_one_strong_word_as_a_part_of_another_is_just_enough():
    assert [s.field.name for s in fields_for("Etwas", "Der Lärmpegel")] == ["Wohnen"]
