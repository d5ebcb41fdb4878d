"""The fields of action are remembered, and never older than the last change."""

import pytest

from quartierwerk.topics.factories import FieldOfActionFactory
from quartierwerk.topics.fields import fields_of_action
from quartierwerk.topics.models import FieldOfAction

pytestmark = pytest.mark.django_db(transaction=True)


def names():
    return [field.name for field in fields_of_action()]


def test_they_are_read_once(django_assert_num_queries):
    FieldOfActionFactory(name="Wohnen")
    fields_of_action()
    with django_assert_num_queries(0):
        assert "Wohnen" in names()


def test_a_change_is_seen_at_once():
    field = FieldOfActionFactory(name="Wohnen")
    assert "Wohnen" in names()
    field.name = "Bauen und Wohnen"
    field.save()
    assert "Bauen und Wohnen" in names()
    FieldOfAction.objects.filter(pk=field.pk).delete()
    assert "Bauen und Wohnen" not in names()
