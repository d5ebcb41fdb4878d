from datetime import timedelta

import pytest

from quartierwerk.core import clock
from quartierwerk.core import privacy as core_privacy
from quartierwerk.needs import actions, factories
from quartierwerk.needs.enums import State
from quartierwerk.needs.models import CoDoer, Comment, Follow, InternalNote, Need, Support
from quartierwerk.needs.pictures import cleaned_photo
from quartierwerk.people import actions as people_actions
from quartierwerk.people import privacy as people_privacy
from quartierwerk.people.factories import PersonFactory

from .pictures import photo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def ayla_named():
    return PersonFactory(name="Ayla Muster", mailed=True)


@pytest.fixture
def need(ayla_named, carla):
    """Said by Ayla, who is named; she also comments, follows and helps; the team noted something."""
    made = factories.public_need(person=ayla_named, shown_name="Ayla M.", text="Bitte reparieren")
    actions.comment(need=made, text="Sie wackelt.", person=ayla_named, shown_name="Ayla M.")
    actions.follow(need=made, person=ayla_named)
    actions.join_in(need=made, person=ayla_named, says="Ich male.")
    Support.objects.create(need=made, voter=f"person:{ayla_named.pk}", person=ayla_named)
    actions.count_again(made)
    actions.note(need=made, text="Ruft oft an.", by=carla)
    return made


def forget_after(time_machine, **age):
    time_machine.move_to(clock.now() + timedelta(**age))
    return {purpose.key: number for purpose, number in core_privacy.delete_expired()}


def end(need, carla):
    return actions.move_on(need=need, state=State.DONE, reason="Neue Bank steht.", by=carla)


def test_a_year_after_the_end_nobody_knows_who_said_it_and_the_words_stay(need, carla, time_machine):
    end(need, carla)
    assert forget_after(time_machine, days=366)["needs"] == 1
    need.refresh_from_db()
    assert (need.person, need.shown_name, need.title, need.is_public) == (
        None, "", "Die Bank am Ufer ist kaputt", True,
    )  # fmt: skip
    assert not InternalNote.objects.exists()
    assert [c.shown_name for c in Comment.objects.all()] == [""]
    assert not CoDoer.objects.exists()


def test_what_is_open_is_not_forgotten(need, time_machine):
    done = forget_after(time_machine, days=800)
    assert done["needs"] == 0
    need.refresh_from_db()
    assert need.person is not None


def test_what_was_taken_away_loses_its_words(need, carla, time_machine):
    actions.remove(need=need, reason="Beleidigt.", by=carla)
    forget_after(time_machine, days=366)
    need.refresh_from_db()
    assert (need.title, need.text, need.place_name) == ("–", "", "")


def test_what_was_taken_away_leaves_neither_photo_nor_preview(
    time_machine, django_capture_on_commit_callbacks
):
    need = factories.public_need(photos=[(cleaned_photo(photo()), "Die Bank")])
    kept = need.photos.get()
    actions.take_back(need=need)
    with django_capture_on_commit_callbacks(execute=True):
        forget_after(time_machine, days=366)
    assert [file.storage.exists(file.name) for file in (kept.file, kept.thumbnail)] == [False, False]


def test_who_never_confirmed_that_they_want_to_follow_is_forgotten_after_a_week(need, time_machine):
    assert Follow.objects.get(need=need).confirmed_at is None
    assert forget_after(time_machine, days=8)["need-follows"] == 1


def test_the_number_whom_it_concerns_stays(need, carla, time_machine):
    end(need, carla)
    forget_after(time_machine, days=366)
    assert [support.person for support in Support.objects.all()] == [None]
    assert Support.objects.get().voter.startswith("gone:")


def test_the_export_holds_everything_that_is_kept(need, ayla_named):
    kept = people_privacy.export(ayla_named)["needs"]
    assert kept["said"][0]["number"] == need.reference
    assert (kept["comments"][0]["text"], kept["helps_with"][0]["says"]) == ("Sie wackelt.", "Ich male.")
    assert kept["follows"] == kept["concerned_by"] == [need.reference]


def test_who_is_erased_leaves_words_without_a_name(need, ayla_named, carla):
    people_actions.erase_person(person=ayla_named, by=carla)
    need.refresh_from_db()
    assert (need.person, need.shown_name, need.support_count) == (None, "", 1)
    assert not Follow.objects.exists()
    assert Need.objects.count() == 1


def test_the_privacy_page_tells_all_of_it(client):
    page = client.get("/datenschutz/").content.decode()
    for title in ("Handlungsbedarfe, Ideen und Anliegen", "„Betrifft mich auch“", "„Ich mache mit“"):
        assert title in page


def test_what_is_said_about_deletion_reads_on_from_we_delete_it():
    """“Wir löschen sie: zwölf Monate nach …”: a time at which it is deleted, never “until”, never a new subject."""
    own = [kept for kept in core_privacy.purposes() if kept.key.startswith("need")]
    assert own
    for kept in own:
        assert str(kept.retention_text).startswith(("zwölf Monate", "wenn Sie", "90 Tage", "nach ")), kept.key
