"""“Ich mache mit”, and what should not stand there."""

import re

import pytest

from quartierwerk.core.privacy import delete_expired
from quartierwerk.needs import actions, factories
from quartierwerk.needs.enums import State
from quartierwerk.needs.models import AbuseReport, CoDoer, Follow
from quartierwerk.needs.together.queries import co_doers_of
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Message
from quartierwerk.people.submission import new_token
from quartierwerk.testing.answers import text_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("site"),
    pytest.mark.urls("quartierwerk.needs.tests.together_urls"),
]


@pytest.fixture
def form(need):
    return f"/handlungsbedarfe/{need.reference}/mitmachen/"


@pytest.fixture
def complaint(need):
    return f"/handlungsbedarfe/{need.reference}/beanstanden/"


@pytest.fixture
def typed():
    return {
        "name": "Ayla Muster",
        "email": "ayla@example.org",
        "says": "Ich kann samstags.",
        "form_token": new_token(),
    }


def test_who_offers_a_hand_is_on_the_list_of_the_need_and_waits_for_an_answer(client, need, form, typed):
    answer = client.post(form, typed)
    assert answer["Location"].endswith("/danke/mitmachen/")
    [helper] = co_doers_of(need)
    assert (helper.person.name, helper.person.email, helper.says) == (
        "Ayla Muster",
        "ayla@example.org",
        "Ich kann samstags.",
    )
    message = Message.objects.get()
    assert (message.person, message.about, message.is_waiting) == (helper.person, need, True)
    assert message.text == "Ich mache mit.\n\nIch kann samstags."


def test_readers_learn_how_many_and_never_who(client, need, form, typed):
    client.post(form, typed)
    page = client.get(need.get_absolute_url()).content.decode()
    assert "Eine Person möchte schon mithelfen." in page
    assert not re.search("Ayla|ayla|samstags", page)


def test_the_same_form_sent_twice_is_one_helper_and_one_message(client, form, typed):
    for _ in range(2):
        client.post(form, typed)
    assert (CoDoer.objects.count(), Message.objects.count()) == (1, 1)


def test_who_leaves_only_an_address_is_one_helper_too(client, form, typed):
    letter = {"street": "Musterweg 1", "postal_code": "45525", "city": "Hattingen"}
    for _ in range(2):
        client.post(form, {**typed, "email": "", **letter})
    assert (CoDoer.objects.count(), Message.objects.count()) == (1, 1)
    assert CoDoer.objects.get().person == Message.objects.get().person


def test_newer_words_of_the_same_person_count(client, need, form, typed):
    client.post(form, typed)
    client.post(form, {**typed, "says": "Sonntags geht auch."})
    assert [helper.says for helper in co_doers_of(need)] == ["Sonntags geht auch."]
    assert Message.objects.count() == 2


@pytest.mark.parametrize("missing", ["name", "email"])
def test_a_name_and_a_way_to_reach_are_needed(client, form, typed, missing):
    answer = client.post(form, {**typed, missing: ""})
    assert (answer.status_code, CoDoer.objects.count()) == (422, 0)
    assert "Ich kann samstags." in answer.content.decode()


def test_staff_enter_a_caller_without_a_second_message(need, erna):
    actions.join_in(need=need, person=erna, says="Ich backe Kuchen.")
    assert [helper.person for helper in co_doers_of(need)] == [erna]
    assert not Message.objects.exists()


def test_whoever_is_signed_in_need_not_type_it_again(client, form, ayla, settings):
    PersonFactory(name="Ayla Muster", email="ayla@example.org", phone="+4923241234", user=ayla)
    client.force_login(ayla, backend="django.contrib.auth.backends.ModelBackend")
    assert 'value="+4923241234"' in client.get(form).content.decode()


def test_a_need_can_be_reported_without_saying_who_one_is(client, need, complaint):
    said = {"reason": "private", "text": "Nennt meinen Namen.", "form_token": new_token()}
    for _ in range(2):
        answer = client.post(complaint, said)
    assert answer["Location"].endswith("/danke/beanstandet/")
    report = AbuseReport.objects.get()
    assert (report.need, report.comment, report.reason, report.handled_at) == (need, None, "private", None)


def test_a_comment_can_be_reported(client, need, complaint):
    comment = actions.show_comment(comment=actions.comment(need=need, text="Ihr Esel!"), by=None)
    page = f"{complaint}?kommentar={comment.pk}"
    assert "Ihr Esel!" in text_of(client.get(page))
    client.post(page, {"reason": "insult", "form_token": new_token()})
    assert AbuseReport.objects.get().comment == comment


def test_a_complaint_needs_a_reason(client, complaint):
    answer = client.post(complaint, {"text": "Unmöglich!", "form_token": new_token()})
    assert (answer.status_code, AbuseReport.objects.count()) == (422, 0)
    assert "Unmöglich!" in answer.content.decode()


@pytest.mark.parametrize("form", ["kommentieren", "mitmachen", "folgen", "beanstanden"])
def test_what_is_not_public_has_no_forms(client, form):
    hidden = factories.need()
    assert client.get(f"/handlungsbedarfe/{hidden.reference}/{form}/").status_code == 404


@pytest.mark.parametrize("form", ["kommentieren", "mitmachen", "folgen"])
def test_a_duplicate_sends_to_the_first(client, need, carla, form):
    first = factories.public_need("Bank defekt")
    actions.mark_duplicate(need=need, of=first, by=carla)
    page = client.get(f"/handlungsbedarfe/{need.reference}/{form}/")
    assert "schon woanders gemeldet" in text_of(page)
    assert first.get_absolute_url() in page.content.decode()
    assert 'name="form_token"' not in page.content.decode()


def test_after_a_year_nobody_knows_who_helped(need, carla, time_machine):
    ayla = PersonFactory(mailed=True)
    actions.join_in(need=need, person=ayla)
    comment = actions.comment(need=need, text="Gern.", person=ayla)
    actions.move_on(need=need, state=State.DONE, reason="Neue Bank steht.", by=carla)
    time_machine.move_to("2099-01-01T10:00:00Z")
    delete_expired()
    comment.refresh_from_db()
    assert (CoDoer.objects.count(), comment.person) == (0, None)


def test_what_nobody_confirmed_is_forgotten_after_a_week(need, time_machine):
    actions.follow(need=need, person=PersonFactory(mailed=True))
    kept = actions.follow(need=need, person=PersonFactory(mailed=True), is_theirs=True)
    time_machine.move_to("2099-01-01T10:00:00Z")
    delete_expired()
    assert list(Follow.objects.all()) == [kept]
