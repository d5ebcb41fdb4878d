"""A list is sorted by surname; titles and “von” do not count."""

import pytest

from quartierwerk.events.door.surnames import sorted_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Erna Beispiel", "Beispiel, Erna"),
        ("Dr. Anna von der Heide", "Heide, Dr. Anna von der"),
        ("von Bülow, Dr. Karl", "Bülow, Dr. Karl von"),
        ("Muster, Erika", "Muster, Erika"),
        ("Cher", "Cher"),
        ("Erna Beispiel (Muster)", "Beispiel, Erna (Muster)"),
        ("Beispiel, Erna (Muster)", "Beispiel, Erna (Muster)"),
        ("Dr. Müller", "Müller, Dr."),
        ("Karl Müller jun.", "Müller, Karl jun."),
        ("Günther Müller-Lüdenscheidt", "Müller-Lüdenscheidt, Günther"),
        ("Frau", "Frau"),
        ("", ""),
        ("Beispiel,", "Beispiel"),
    ],
)
def test_the_surname_stands_first(name, shown):
    assert str(sorted_name(name)) == shown


def test_titles_and_von_do_not_count_and_ae_is_ae():
    names = [
        "Zoë Adam",
        "Dr. Hans Ärmel",
        "Anna von Adam",
        "Max Aerm",
        "Ludwig van Beethoven",
        "Łukasz Ćwik",
        "Cher",
        "Uwe Ast",
    ]

    in_order = sorted(names, key=lambda name: sorted_name(name).key)

    assert in_order == [
        "Anna von Adam", "Zoë Adam", "Max Aerm", "Dr. Hans Ärmel", "Uwe Ast", "Ludwig van Beethoven", "Cher", "Łukasz Ćwik",
    ]  # fmt: skip
