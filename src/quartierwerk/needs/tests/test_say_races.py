"""The same form twice at the same moment: an impatient finger, a retrying phone, two workers."""

import re
import uuid

import pytest
from django.test import Client

from quartierwerk.core.models import AuditEntry
from quartierwerk.events.tests.test_races import race
from quartierwerk.needs import actions
from quartierwerk.needs.actions import Said
from quartierwerk.needs.models import Entry, InternalNote, Need, NeedSettings, YearNumber
from quartierwerk.people.models import Notification, Person
from quartierwerk.people.rules import Reachable
from quartierwerk.people.submission import new_token

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("site")]
FORM = "/handlungsbedarfe/melden/"
AT_ONCE = 6


@pytest.fixture
def _settings():
    NeedSettings.objects.create(prefix="HAT")


@pytest.mark.usefixtures("_settings")
def test_the_same_key_at_the_same_moment_is_one_need_and_everybody_gets_it():
    key, given, kept = uuid.uuid4(), Reachable("", email="ayla@example.org"), []

    def say():
        kept.append(actions.say(said=Said("Mehr Bänke"), given=given, submission_key=key, remark="Eilig"))

    assert race(*[say] * AT_ONCE) == []
    assert [need.pk for need in kept] == [Need.objects.get().pk] * AT_ONCE
    once = (Person, Notification, Entry, InternalNote)
    assert [model.objects.count() for model in once] == [1] * len(once)
    assert AuditEntry.objects.filter(verb="need said").count() == 1
    assert YearNumber.objects.get().last == 1


@pytest.mark.usefixtures("_settings")
def test_the_same_taken_down_at_the_desk_at_the_same_moment_is_one_need(carla, erna):
    key = uuid.uuid4()

    def take():
        actions.take_need(
            said=Said("Mehr Bänke"), by=carla, person=erna, added={"city": "Hattingen"}, submission_key=key
        )

    assert race(*[take] * AT_ONCE) == []
    assert (Need.objects.count(), YearNumber.objects.get().last) == (1, 1)


@pytest.mark.usefixtures("_settings")
def test_two_different_ones_at_the_same_moment_get_two_numbers_without_a_gap():
    assert race(*[lambda n=n: actions.say(said=Said(f"Bank {n}")) for n in range(AT_ONCE)]) == []
    numbers = sorted(Need.objects.values_list("reference", flat=True))
    assert [number[-4:] for number in numbers] == [f"{n:04}" for n in range(1, AT_ONCE + 1)]


@pytest.mark.usefixtures("_settings")
def test_both_senders_of_the_same_form_read_the_same_number():
    typed = {"kind": "problem", "title": "Mehr Bänke", "name": "Erna", "form_token": new_token()}
    answers = []
    assert race(*[lambda: answers.append(Client().post(FORM, typed))] * AT_ONCE) == []
    assert [answer.status_code for answer in answers] == [303] * AT_ONCE
    pages = [Client().get(answer["Location"]).text for answer in answers]
    number = Need.objects.get().reference
    assert [re.findall(r"Ihre Nummer: ([\w-]+)", page) for page in pages] == [[number]] * AT_ONCE
