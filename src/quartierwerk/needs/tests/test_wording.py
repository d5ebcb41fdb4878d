"""The town's words for the states, and what stands before the numbers."""

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.core.models import Town
from quartierwerk.needs import factories
from quartierwerk.needs.enums import State
from quartierwerk.needs.models import NeedSettings, StateWording
from quartierwerk.needs.queries import labels

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
ADMIN = "/verwaltung/staende/"


@pytest.fixture
def town_named():
    def named(name):
        town = Town.load()
        town.name = name
        town.save()

    return named


@pytest.mark.parametrize(
    ("name", "prefix"),
    [
        ("Hattingen", "HAT"),
        ("Köln", "KÖL"),
        ("Bad Honnef", "BAD"),
        ("Ü", "QW"),
        ("St. Goar", "STG"),
        ("Île", "LE"),
    ],
)
def test_without_a_choice_numbers_begin_with_the_towns_letters(town_named, name, prefix):
    town_named(name)
    assert NeedSettings.load().shown_prefix == prefix


def test_a_chosen_prefix_counts(town_named):
    town_named("Hattingen")
    settings = NeedSettings.load()
    settings.prefix = "HATT"
    settings.full_clean()
    settings.save()
    assert factories.need().reference.startswith("HATT-")


def test_a_prefix_is_letters_only():
    with pytest.raises(ValidationError, match="große Buchstaben"):
        NeedSettings(prefix="h1").full_clean()


@pytest.fixture
def in_admin(client, alex, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(alex, backend="django.contrib.auth.backends.ModelBackend")
    client.handler.enforce_csrf_checks = False
    return client


def test_an_administrator_words_a_state_and_the_type_stays(in_admin):
    StateWording.objects.create(state=State.DONE, label="geschafft")
    in_admin.post(ADMIN + "add/", {"state": "planned", "language": "de", "label": "auf dem Zettel"})
    assert labels()[State.PLANNED] == "auf dem Zettel"
    page = in_admin.get(ADMIN).content.decode()
    assert "geschafft" in page
    assert "gelöst" in page


def test_a_state_is_worded_once_in_a_language(in_admin):
    StateWording.objects.create(state=State.DONE, label="geschafft")
    page = in_admin.post(
        ADMIN + "add/", {"state": "done", "language": "de", "label": "fertig"}
    ).content.decode()
    assert "gibt es in dieser Sprache schon eine Bezeichnung" in page


def test_a_language_is_one_of_the_site(in_admin):
    typed = {"state": "planned", "language": "eingeplant", "label": "auf dem Zettel"}
    assert '<option value="en"' in in_admin.get(ADMIN + "add/").content.decode()
    in_admin.post(ADMIN + "add/", typed)
    assert not StateWording.objects.exists()


def test_who_moderates_reads_the_towns_words_at_the_desk(at_desk, mona):
    StateWording.objects.create(state=State.PUBLISHED, label="steht im Netz")
    need = factories.public_need()
    client = at_desk(mona)
    assert "steht im Netz" in client.get("/schreibtisch/handlungsbedarfe/").content.decode()
    assert "steht im Netz" in client.get(f"/schreibtisch/handlungsbedarfe/{need.reference}/").content.decode()
