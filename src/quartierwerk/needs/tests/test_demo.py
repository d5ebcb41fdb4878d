import pytest

from quartierwerk.core.demo import TownFolder
from quartierwerk.needs import demo
from quartierwerk.needs.enums import State
from quartierwerk.needs.models import Entry, Need, NeedSettings
from quartierwerk.people.models import Notification
from quartierwerk.topics.factories import FieldOfActionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
TOWNS = ["hattingen", "flensburg"]


@pytest.mark.parametrize("town", TOWNS)
def test_every_need_of_a_demo_town_is_marked_as_a_sample_and_nobody_is_told(town):
    demo.load(TownFolder.named(town))
    assert Need.objects.exists()
    assert not Need.objects.filter(is_sample=False).exists()
    assert not Notification.objects.exists()


@pytest.mark.parametrize("town", TOWNS)
def test_loading_it_again_changes_nothing(town):
    for _ in range(2):
        demo.load(TownFolder.named(town))
    assert Need.objects.count() == len(TownFolder.named(town).read("needs")["needs"])


def test_it_shows_every_kind_of_end_and_what_waits():
    FieldOfActionFactory(slug="wohnen")
    demo.load(TownFolder.named("hattingen"))
    assert NeedSettings.load().prefix == "HAT"
    assert {State.DONE, State.NOT_OUR_REMIT, State.IN_PROGRESS, State.PUBLISHED, State.RECEIVED} == set(
        Need.objects.values_list("state", flat=True)
    )
    bench = Need.objects.get(title__startswith="Bank")
    days = list(Entry.objects.filter(need=bench).values_list("at", flat=True))
    assert days == sorted(days)
    assert (bench.received_at, bench.ended_at) == (days[0], days[-1])
    assert (bench.support_count, bench.field.slug) == (14, "wohnen")
