"""Two people give one text at the same moment: one announcement, and no error."""

import pytest

from quartierwerk.importing import actions
from quartierwerk.importing.actions import Given, giving
from quartierwerk.importing.models import Announcement

pytestmark = pytest.mark.django_db


def test_who_comes_second_by_a_moment_gets_the_text_of_the_first(monkeypatch):
    """On PostgreSQL both find nothing; then the database lets only one of them in."""
    first, _is_new = actions.give(given=Given("Am 3. Mai 2027 um 15 Uhr im Rathaus."))
    known, asked = giving._known, []

    def late(given, words):
        asked.append(words)
        return known(given, words) if len(asked) > 2 else None

    monkeypatch.setattr(giving, "_known", late)
    assert actions.give(given=Given("Am 3. Mai 2027 um 15 Uhr im Rathaus.")) == (first, False)
    assert Announcement.objects.count() == 1
