"""Whoever calls is found as they say their name."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from quartierwerk.people.callers import find_callers
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Person
from quartierwerk.people.queries import search_persons
from quartierwerk.people.sounds import sounds_of

pytestmark = pytest.mark.django_db


def names(found):
    return [person.name for person in found]


@pytest.mark.parametrize("said", ["Meier", "meyer", "Maier", "MAYR", "Meyr"])
def test_meier_finds_all_who_sound_like_it(carla, said):
    for name in ("Eva Mayer", "Udo Maier", "Ina Meyr", "Karl Schulz"):
        PersonFactory(name=name)
    assert sorted(names(find_callers(carla, said))) == ["Eva Mayer", "Ina Meyr", "Udo Maier"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Schmitt", "Hanna Schmidt"),
        ("hanna schmid", "Hanna Schmidt"),
        ("Yilmas", "Ayşe Yılmaz"),
        ("Philip", "Filipp Kuhn"),
        ("beis", "Erna Beispiel"),
        ("Beispoel", "Erna Beispiel"),
        ("Wieshcermann", "Gerd Wieschermann"),
        ("02324 55", "Ruf Nummer"),
        ("5511", "Ruf Nummer"),
    ],
)
def test_sounds_beginnings_slips_and_digits_find(carla, said, name):
    PersonFactory(name=name, phone="+4923245511" if name == "Ruf Nummer" else "")
    PersonFactory(name="Zoe Quast", phone="+49201777")
    assert names(find_callers(carla, said)) == [name]


@pytest.mark.parametrize("said", ["", "m", "Xaver", "99999"])
def test_nobody_is_found_for_too_little_or_for_somebody_else(carla, said):
    PersonFactory(name="Eva Mayer", phone="+4923245511")
    assert find_callers(carla, said) == []


def test_who_is_spelled_like_it_comes_before_who_sounds_like_it(carla):
    for name in ("Ada Mohr", "Udo Meier", "Eva Mayer"):
        PersonFactory(name=name)
    assert names(find_callers(carla, "Meier"))[0] == "Udo Meier"


def test_a_wrong_first_name_finds_nobody(carla):
    PersonFactory(name="Hanna Schmidt")
    assert find_callers(carla, "Bruno Schmidt") == []


@pytest.mark.parametrize("who", ["bernd", "edda", "ayla", "anton"])
def test_only_the_desk_finds_persons(who, request):
    PersonFactory(name="Eva Mayer")
    assert find_callers(request.getfixturevalue(who), "Mayer") == []


def test_the_sounds_follow_the_name():
    person = PersonFactory(name="Hanna Schmidt")
    person.name = "Hanna Meier"
    person.save()
    assert Person.objects.get().sounds == " 06 67 " == sounds_of("Hanna Meyer")


def test_the_persons_of_the_desk_are_found_by_sound():
    PersonFactory(name="Eva Mayer")
    assert names(search_persons(Person.objects.all(), "eva meier")) == ["Eva Mayer"]


@pytest.mark.parametrize(
    "said", ["ÖZTÜRK", "ozturk", "öz", "Weiss", "WEISS", "öz@POST.example", "post.example"]
)
def test_small_and_capital_letters_and_accents_make_no_difference(carla, said):
    PersonFactory(name="Özlem Öztürk-Weiß", email="Öz@Post.example")
    PersonFactory(name="Zoe Quast", email="zoe@haus.example")
    assert names(search_persons(Person.objects.all(), said)) == ["Özlem Öztürk-Weiß"]


def test_a_search_runs_no_function_on_each_row(carla, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        list(search_persons(Person.objects.order_by(), "Meier 4711"))
    assert "UPPER" not in asked[0]["sql"]


@pytest.mark.django_db(transaction=True)
def test_the_update_hears_the_names_that_are_already_there():
    MigrationExecutor(connection).migrate(
        [("people", "0002_person_notification_message_consent_contact_and_more")]
    )
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO people_person (name, email, phone, street, postal_code, city, preferred_channel, language, created_at)"
                " VALUES ('Eva Mayer', '', '', '', '', '', 'none', 'de', '2026-01-01 00:00:00+00:00')"
            )
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())
    eva = Person.objects.get(name="Eva Mayer")
    assert (eva.sounds, eva.folded) == (" 03 67 ", "eva mayer\n")
