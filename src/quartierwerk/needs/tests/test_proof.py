"""The proof of work: only under attack, once each, and never in the way of a person."""

import json
import uuid

import altcha
import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.http import HttpRequest, QueryDict

from quartierwerk.core import clock
from quartierwerk.core.models import Town
from quartierwerk.needs import factories
from quartierwerk.needs.enums import CameBy, Visibility
from quartierwerk.needs.models import InternalNote, NeedSettings
from quartierwerk.needs.say import guards

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
URL = "/handlungsbedarfe/melden/rechenprobe/"


@pytest.fixture(autouse=True)
def _forget():
    cache.clear()


@pytest.fixture
def attacked(settings):
    settings.ATTACK_SUBMISSIONS = 3
    return NeedSettings.objects.create(is_attacked=True)


def visit(user=None, **posted):
    request = HttpRequest()
    request.user = user or AnonymousUser()
    request.META["REMOTE_ADDR"] = "192.0.2.7"
    request.POST = QueryDict(mutable=True)
    request.POST.update(posted)
    return request


def proof(client):
    challenge = altcha.Challenge.from_dict(client.get(URL).json())
    return altcha.Payload(challenge, altcha.solve_challenge(challenge)).to_base64()


def test_on_a_quiet_day_nobody_calculates():
    assert not guards.proof_needed(visit())
    assert guards.check(visit(), uuid.uuid4()) == guards.Verdict()


def test_staff_can_switch_it_on(attacked):
    assert guards.proof_needed(visit())


def test_very_many_at_once_switch_it_on_and_it_goes_off_by_itself(settings, time_machine):
    settings.ATTACK_SUBMISSIONS, settings.ATTACK_MINUTES = 3, 10
    time_machine.move_to("2026-05-20T10:00:00Z", tick=False)
    for _ in range(2):
        factories.need()
    factories.need(came_by=CameBy.PHONE)
    assert not guards.proof_needed(visit())
    factories.need()
    assert guards.proof_needed(visit())
    time_machine.move_to("2026-05-20T10:10:01Z", tick=False)
    assert not guards.proof_needed(visit())


def test_staff_never_have_to(attacked, carla, ayla):
    assert not guards.proof_needed(visit(carla))
    assert guards.proof_needed(visit(ayla))


def test_it_asks_two_questions_of_the_database(attacked, django_assert_num_queries):
    with django_assert_num_queries(1):
        guards.proof_needed(visit())
    NeedSettings.objects.update(is_attacked=False)
    with django_assert_num_queries(2):
        guards.proof_needed(visit())


def test_a_proof_lets_it_through(attacked, client):
    assert guards.check(visit(proof=proof(client)), uuid.uuid4()) == guards.Verdict()


def test_a_proof_counts_once_and_again_for_the_same_form(attacked, client):
    made, key = proof(client), uuid.uuid4()
    assert [guards.check(visit(proof=made), key).refusal for _ in range(2)] == ["", ""]
    assert "noch einmal" in guards.check(visit(proof=made), uuid.uuid4()).refusal
    wrapped = altcha.Payload.from_base64(made)
    wrapped.solution.time = 4711
    assert guards.check(visit(proof=wrapped.to_base64()), uuid.uuid4()).refusal


def test_what_was_kept_already_needs_no_second_proof(attacked):
    need = factories.need()
    assert guards.check(visit(proof="falsch"), need.submission_key) == guards.Verdict()


@pytest.mark.parametrize("made", ["falsch", "e30=", "x" * 5000, "\x00", "ä", json.dumps({"challenge": 1})])
def test_what_is_no_proof_is_asked_for_once_more(attacked, made):
    assert "noch einmal" in guards.check(visit(proof=made), uuid.uuid4()).refusal


def test_a_proof_of_somebody_elses_making_does_not_count(attacked):
    own = altcha.create_challenge(guards.ALGORITHM, 1, counter=1, hmac_secret="x", hmac_key_secret="y")
    made = altcha.Payload(own, altcha.solve_challenge(own)).to_base64()
    assert guards.check(visit(proof=made), uuid.uuid4()).refusal


def test_a_proof_grows_old(attacked, client, time_machine):
    time_machine.move_to("2026-05-20T10:00:00Z")
    made = proof(client)
    time_machine.move_to(clock.now() + guards.VALID_FOR)
    assert guards.check(visit(proof=made), uuid.uuid4()).refusal


def test_without_javascript_it_is_sent_and_looked_at_first_until_these_are_too_many(attacked):
    Town.objects.update_or_create(defaults={"phone": "02324 204-0"})
    verdicts = [guards.check(visit(), uuid.uuid4()) for _ in range(4)]
    assert [verdict.looked_at_first for verdict in verdicts] == [True, True, True, False]
    assert "02324 204-0" in verdicts[3].refusal


def test_what_came_without_a_proof_waits_and_is_marked_for_the_moderators():
    NeedSettings.objects.create(moderation=NeedSettings.Moderation.AFTER)
    from quartierwerk.needs import actions

    need = actions.say(said=actions.Said(title="Mehr Bänke"), looked_at_first=True, remark=guards.remark())
    assert need.visibility == Visibility.WAITING
    assert "Ohne Rechenprobe" in InternalNote.objects.get(need=need).text


def test_everybody_gets_a_challenge_of_their_own_that_no_cache_keeps(client):
    first, second = client.get(URL), client.get(URL)
    assert first.json()["signature"] != second.json()["signature"]
    assert "no-store" in first.headers["Cache-Control"]
    assert not first.cookies
