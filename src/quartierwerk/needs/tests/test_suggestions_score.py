"""How often the suggestions are right, on the labelled ideas where they lie beside the project."""

import pytest
from django.core.management import CommandError, call_command

from quartierwerk.needs.benches import score
from quartierwerk.needs.models import Need
from quartierwerk.testing.shared_data import MISSING, beside
from quartierwerk.topics.models import FieldOfAction

pytestmark = pytest.mark.django_db
IDEAS = beside("ideas")
labelled = pytest.mark.skipif(IDEAS is None, reason=MISSING)


@labelled
def test_the_suggestions_are_as_often_right_as_docs_needs_says():
    found = {result.name: result.right / result.of for result in score.score(IDEAS)}
    assert found["field: first suggestion is the label"] >= 0.75
    assert found["field: one of the first two is the label"] >= 0.85
    assert found["duplicate among 79, both ways: in the first 1"] >= 0.8
    assert found["duplicate among 79, both ways: in the first 3"] >= 0.9
    assert found["different among 79, both ways: in the first 3"] <= 0.4


@labelled
def test_measuring_leaves_nothing_behind():
    score.score(IDEAS)
    assert not Need.objects.exists()
    assert not FieldOfAction.objects.exists()


def test_a_folder_without_the_files_is_told(tmp_path):
    with pytest.raises(CommandError, match=score.FIELDS):
        call_command("score_suggestions", str(tmp_path))
