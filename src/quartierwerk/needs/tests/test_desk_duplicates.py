"""Joining a need to another at the desk: search, preview, then the deed."""

import pytest
from django.urls import reverse

from quartierwerk.needs import actions, factories, rules
from quartierwerk.needs.enums import State
from quartierwerk.needs.models import Need
from quartierwerk.people.factories import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def two():
    ayla = PersonFactory(name="Ayla Muster")
    return factories.public_need("Bank kaputt", person=ayla), factories.public_need(
        "Die Bank am Ufer ist morsch"
    )


def url(need, other=None):
    address = reverse("needs:desk_duplicate", args=[need.reference])
    return f"{address}?mit={other.reference}" if other else address


def test_the_other_is_found_by_words_or_number(at_desk, mona, two):
    need, other = two
    client = at_desk(mona)
    for words in ("ufer morsch", other.reference, other.reference[-4:]):
        assert list(client.get(url(need), {"q": words}).context["found"]) == [other]
    assert "Nichts gefunden." in client.get(url(need), {"q": "Ampel"}).content.decode()


def test_what_is_not_public_is_no_place_to_join(at_desk, mona, two):
    hidden = factories.need("Bank hinter dem Ufer")
    client = at_desk(mona)
    assert list(client.get(url(two[0]), {"q": "hinter"}).context["found"]) == []
    assert client.get(url(two[0], hidden)).context["other"] is None


def test_the_preview_says_what_is_merged(at_desk, mona, two):
    need, other = two
    for voter in ("browser:1", "browser:2"):
        actions.support(need=need, voter=voter)
    actions.support(need=other, voter="browser:2")
    actions.follow(need=need, person=PersonFactory())
    context = at_desk(mona).get(url(need, other)).context
    assert context["merge"] == {
        "supports": 1, "supports_then": 3, "follows": 0, "follows_then": 1, "later": 0,
    }  # fmt: skip
    actions.mark_duplicate(need=need, of=other, by=mona)
    other.refresh_from_db()
    assert (other.support_count, other.follows.count()) == (3, 1)


def test_it_is_joined_and_goes_on_at_the_other(at_desk, mona, two):
    need, other = two
    response = at_desk(mona).post(url(need, other), {"seen": rules.seen_as(need), "reason": "Dieselbe Bank."})
    assert response["Location"] == reverse("needs:desk_need", args=[other.reference])
    need = Need.objects.get(pk=need.pk)
    assert (need.state, need.duplicate_of) == (State.DUPLICATE, other)


def test_what_changed_meanwhile_is_not_joined(at_desk, mona, carla, two):
    need, other = two
    seen = rules.seen_as(need)
    actions.move_on(need=need, state=State.PLANNED, by=carla)
    response = at_desk(mona).post(url(need, other), {"seen": seen, "reason": "Dieselbe."})
    assert response.status_code == 422
    page = response.content.decode()
    assert "Carla hat diesen Beitrag gerade geändert." in page
    assert 'value="Dieselbe."' in page
    assert Need.objects.get(pk=need.pk).state == State.PLANNED


def test_what_cannot_be_joined_is_said_before(at_desk, mona, two):
    need, _other = two
    assert "nicht sich selbst" in at_desk(mona).get(url(need, need)).content.decode()


def test_similar_ones_are_suggested_with_the_reason(at_desk, mona, two):
    need, other = two
    page = at_desk(mona).get(url(need)).content.decode()
    assert url(need, other) in page
    assert "Auch hier geht es um: „Bank“" in page
    assert url(need, need) not in page


def test_where_nothing_looks_alike_that_is_said(at_desk, mona):
    assert "Nichts Ähnliches gefunden." in at_desk(mona).get(url(factories.need("Ampel"))).content.decode()


def test_the_page_of_the_need_leads_to_similar_ones_as_long_as_they_can_be_joined(at_desk, mona, two):
    need, other = two
    page = reverse("needs:desk_need", args=[need.reference])
    assert f'hx-get="{url(need)}"' in at_desk(mona).get(page).content.decode()
    actions.mark_duplicate(need=need, of=other, by=mona)
    assert "hx-get" not in at_desk(mona).get(page).content.decode()
