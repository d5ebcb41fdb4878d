import pytest

from quartierwerk.core.demo import TownFolder
from quartierwerk.importing import demo
from quartierwerk.importing.drafts import draft_of
from quartierwerk.importing.enums import State
from quartierwerk.importing.models import Announcement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
TOWNS = ["hattingen", "flensburg"]


@pytest.mark.parametrize("town", TOWNS)
def test_every_text_of_a_demo_town_says_that_it_is_a_sample_and_waits(town):
    demo.load(TownFolder.named(town))
    every = list(Announcement.objects.all())
    assert every
    assert [
        each for each in every if not (each.title.startswith("Muster") and "frei erfunden" in each.text)
    ] == []
    assert {each.state for each in every} == {State.WAITING}


@pytest.mark.parametrize("town", TOWNS)
def test_loading_it_again_changes_nothing(town, time_machine):
    for day in ("2026-03-02", "2026-03-03"):
        time_machine.move_to(day, tick=False)
        demo.load(TownFolder.named(town))
    assert Announcement.objects.count() == len(TownFolder.named(town).read("importing")["announcements"])


@pytest.mark.parametrize("day", ["2026-01-31", "2026-06-15", "2027-12-20"])
def test_what_waits_is_read_as_meant_on_any_day(day, time_machine):
    time_machine.move_to(f"{day} 12:00", tick=False)
    demo.load(TownFolder.named("hattingen"))
    drafts = {each.key: draft_of(each) for each in Announcement.objects.all()}
    assert {key: len(draft.events) for key, draft in drafts.items()} == {
        "sample:pressetext": 1,
        "sample:vereinsmail": 3,
        "sample:meldung": 1,
    }
    doubts = {doubt.kind.name for doubt in drafts["sample:pressetext"].events[0].all_doubts}
    assert doubts >= {"WEEKDAY_CONFLICT", "EMAIL_DISGUISED"}
    assert [event.start.value.hour for event in drafts["sample:vereinsmail"].events] == [10, 10, 10]
