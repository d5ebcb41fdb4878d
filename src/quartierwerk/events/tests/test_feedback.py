"""How was it? Three questions for everybody after an event, without a name, once however often they are sent."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from quartierwerk.core import audit, clock, periodic
from quartierwerk.events import actions, factories
from quartierwerk.events.enums import CameBy, Stage, State
from quartierwerk.events.feedback import views as views_feedback
from quartierwerk.events.models import Attendance, Feedback, Registration
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.rules import Reachable

from .conference import over

pytestmark = pytest.mark.django_db
ADDRESS = "/termine/cafe/rueckmeldung/"


@pytest.fixture
def cafe(site):
    return over(slug="cafe")


def typed(client, **answers):
    """What a browser sends back: the form's own token, and the answers."""
    token = re.search(r'name="form_token" value="([^"]+)"', client.get(ADDRESS).content.decode())[1]
    return {"form_token": token, "homepage": "", "rating": "", "liked": "", "wished": "", **answers}


def text_of(answer):
    return answer.content.decode()


# -------------------------------------------------------------------------------------------------------------- the form
def test_somebody_says_how_it_was(client, cafe):
    answer = client.post(ADDRESS, typed(client, rating="4", liked=" Der Kuchen ", wished="Mehr Stühle"))

    assert (answer.status_code, answer["Location"]) == (303, f"{ADDRESS}danke/")
    kept = Feedback.objects.get()
    assert (kept.rating, kept.liked, kept.wished, kept.came_by) == (4, "Der Kuchen", "Mehr Stühle", "form")
    assert "Danke für Ihre Rückmeldung" in text_of(client.get(answer["Location"]))


def test_the_way_leads_back_to_the_events(client, cafe):
    assert '<li><a href="/termine/">Termine</a></li>' in text_of(client.get(ADDRESS))


def test_nothing_tells_who_it_was(client, ayla, cafe):
    client.handler.enforce_csrf_checks = False
    client.force_login(ayla)
    client.post(ADDRESS, typed(client, rating="2"))

    kept = Feedback.objects.get()
    entry = audit.entries_about(kept).get()
    assert (kept.entered_by, entry.actor, entry.on_behalf_of, entry.details) == (None, None, "", {})


def test_a_visitor_gets_no_cookie(client, cafe):
    assert not client.get(ADDRESS).cookies
    assert not client.post(ADDRESS, typed(client, rating="5")).cookies


def test_sent_twice_it_is_kept_once(client, cafe):
    answers = typed(client, rating="5", liked="Alles")

    assert [client.post(ADDRESS, answers).status_code for _ in range(2)] == [303, 303]
    assert Feedback.objects.count() == 1


def test_going_back_shows_the_form_that_was_sent(client, cafe):
    assert (
        client.get(ADDRESS)["Cache-Control"] == "private, no-cache"
    )  # without "no-store" browsers keep it for going back


def test_two_strangers_may_say_the_same(client, cafe):
    for _ in range(2):
        client.post(ADDRESS, typed(client, rating="5"))

    assert Feedback.objects.count() == 2


@pytest.mark.parametrize("answers", [{"rating": "1"}, {"liked": "Kuchen"}, {"wished": "Tee"}])
def test_one_answer_is_enough(client, cafe, answers):
    assert client.post(ADDRESS, typed(client, **answers)).status_code == 303


def test_no_answer_is_asked_for_one(client, cafe):
    answer = client.post(ADDRESS, typed(client, liked="   "))

    assert answer.status_code == 422
    assert "Bitte beantworten Sie mindestens eine Frage." in text_of(answer)


@pytest.mark.parametrize("rating", ["0", "6", "sehr gut", "-1"])
def test_a_rating_nobody_offered_is_refused_and_the_text_kept(client, cafe, rating):
    answer = client.post(ADDRESS, typed(client, rating=rating, liked="Der Kuchen"))

    assert (answer.status_code, Feedback.objects.count()) == (422, 0)
    assert "Der Kuchen" in text_of(answer)


def test_a_text_that_is_too_long_is_kept_and_told(client, cafe):
    answer = client.post(ADDRESS, typed(client, wished="x" * 2001))

    assert answer.status_code == 422
    assert "Ihr Text hat 2001 Zeichen" in text_of(answer)
    assert "x" * 2001 in text_of(answer)


def test_programs_are_kept_out(client, cafe):
    assert client.post(ADDRESS, typed(client, rating="5", homepage="https://spam.example")).status_code == 422
    assert client.post(ADDRESS, {"rating": "5"}).status_code == 422
    assert Feedback.objects.count() == 0


def test_too_many_from_one_address_are_slowed_down_and_keep_their_text(client, cafe, monkeypatch):
    monkeypatch.setattr(views_feedback.FEEDBACK_PER_HOUR.__class__, "is_exceeded", lambda *_: True)
    answer = client.post(ADDRESS, typed(client, liked="Der Kuchen"))

    assert (answer.status_code, Feedback.objects.count()) == (429, 0)
    assert "Der Kuchen" in text_of(answer)


# --------------------------------------------------------------------------------------------------------- when it is open
def test_before_it_is_over_there_is_the_reason_and_no_form(client, site, time_machine):
    time_machine.move_to(factories.local(2026, 9, 1, 12))
    factories.event(
        slug="cafe",
        asks_feedback=True,
        starts_at=factories.local(2026, 10, 8, 16),
        ends_at=factories.local(2026, 10, 8, 19),
    )
    shown = text_of(client.get(ADDRESS))

    assert "Die Veranstaltung ist noch nicht vorbei. Ab dem Donnerstag, 8. Oktober, 19 Uhr" in shown
    assert "<textarea" not in shown


def test_of_a_future_event_it_says_not_yet_whatever_its_questions(client, site, time_machine):
    time_machine.move_to(factories.local(2026, 9, 1, 12))
    factories.event(
        slug="cafe", starts_at=factories.local(2026, 10, 8, 16), ends_at=factories.local(2026, 10, 8, 19)
    )
    shown = text_of(client.get(ADDRESS))

    assert "Noch nicht: Die Veranstaltung ist am Donnerstag, 8. Oktober, 16 bis 19 Uhr." in shown
    assert "keinen Fragebogen" not in shown


def test_who_gives_no_rating_can_say_so_and_take_it_back(client, cafe):
    form = client.get(ADDRESS).context["form"]

    assert [word for _value, word in form.fields["rating"].choices][-1] == "keine Angabe"
    assert form["rating"].value() in (None, "")
    client.post(ADDRESS, typed(client, rating="", liked="Der Kuchen"))
    assert Feedback.objects.get().rating is None


def test_sent_too_early_nothing_is_kept_but_what_was_typed(client, cafe):
    answers = typed(client, liked="Der Kuchen")
    cafe.occurrences.update(over_at=clock.now() + timedelta(hours=1))
    answer = client.post(ADDRESS, answers)

    assert (answer.status_code, Feedback.objects.count()) == (422, 0)
    assert "noch nicht vorbei" in text_of(answer)
    assert "Der Kuchen" in text_of(answer)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"asks_feedback": False}, "gibt es keinen Fragebogen"),
        ({"stage": Stage.CANCELLED, "stage_reason": "Sturm"}, "ist ausgefallen"),
    ],
)
def test_where_nobody_asks_the_reason_is_told(client, cafe, values, reason):
    type(cafe).objects.update(**values)

    assert reason in text_of(client.get(ADDRESS))
    with pytest.raises(ValidationError, match=reason):
        actions.give_feedback(event=type(cafe).objects.get(), rating=5)


def test_of_a_series_one_date_is_enough(client, site, time_machine):
    event = factories.event(slug="cafe", rule="FREQ=WEEKLY", asks_feedback=True)
    time_machine.move_to(event.ends_at + timedelta(minutes=1))

    assert client.post(ADDRESS, typed(client, rating="5")).status_code == 303


def test_a_draft_has_no_form(client, site):
    over(slug="cafe", stage=Stage.DRAFT)

    assert client.get(ADDRESS).status_code == 404
    assert client.get(f"{ADDRESS}danke/").status_code == 404


@pytest.mark.parametrize("values", [{"rating": 6}, {"rating": 0}, {}])
def test_the_database_keeps_no_nonsense(cafe, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Feedback.objects.create(event=cafe, **values)


# ------------------------------------------------------------------------------------------------------- asking for it once
@pytest.fixture
def mailed(db):
    return PersonFactory(name="Ayla Muster", mailed=True, email="ayla@example.org")


@pytest.fixture
def course(site):
    return factories.event("Kurs", slug="kurs", asks_feedback=True, capacity=20)


def after(event, time_machine, **later):
    time_machine.move_to(event.ends_at + timedelta(**(later or {"hours": 1})))


def asked(django_capture_on_commit_callbacks):
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        number = actions.ask_for_feedback_due()
    assert number == len(mail.outbox)
    return [message.to[0] for message in mail.outbox]


def test_after_it_everybody_with_mail_is_asked_once(
    course, mailed, erna, time_machine, django_capture_on_commit_callbacks
):
    for person in (mailed, erna):
        factories.registration(course, person=person)
    assert asked(django_capture_on_commit_callbacks) == []

    after(course, time_machine)
    assert asked(django_capture_on_commit_callbacks) == ["ayla@example.org"]
    [message] = mail.outbox
    assert message.subject == "Wie war es? Kurs"
    assert "http://testserver/termine/kurs/rueckmeldung/" in message.body
    assert asked(django_capture_on_commit_callbacks) == []


def test_where_the_door_was_counted_only_who_came_is_asked(
    course, mailed, time_machine, django_capture_on_commit_callbacks
):
    absent = PersonFactory(mailed=True)
    came = factories.registration(course, person=mailed)
    factories.registration(course, person=absent)
    Attendance.objects.create(registration=came, occurrence=course.occurrences.get())
    after(course, time_machine)

    assert asked(django_capture_on_commit_callbacks) == ["ayla@example.org"]


def test_a_person_with_two_registrations_gets_one_mail(
    course, mailed, time_machine, django_capture_on_commit_callbacks
):
    for _ in range(2):
        factories.registration(course, person=mailed)
    after(course, time_machine)

    assert asked(django_capture_on_commit_callbacks) == ["ayla@example.org"]
    assert Registration.objects.filter(feedback_asked_at__isnull=False).count() == 1


@pytest.mark.parametrize(
    "state", [State.CANCELLED, State.WAITING, State.UNCONFIRMED, State.LAPSED, State.OFFERED]
)
def test_who_had_no_firm_place_is_not_asked(
    course, mailed, state, time_machine, django_capture_on_commit_callbacks
):
    factories.registration(course, person=mailed)
    now = clock.now()
    Registration.objects.update(state=state, expires_at=now, queued_at=now, ended_at=now)
    after(course, time_machine)

    assert asked(django_capture_on_commit_callbacks) == []


@pytest.mark.parametrize(
    "values", [{"asks_feedback": False}, {"stage": Stage.CANCELLED, "stage_reason": "Sturm"}]
)
def test_a_silent_or_cancelled_event_asks_nobody(
    course, mailed, values, time_machine, django_capture_on_commit_callbacks
):
    factories.registration(course, person=mailed)
    type(course).objects.update(**values)
    after(course, time_machine)

    assert asked(django_capture_on_commit_callbacks) == []


def test_what_is_long_over_is_left_in_peace(course, mailed, time_machine, django_capture_on_commit_callbacks):
    factories.registration(course, person=mailed)
    after(course, time_machine, days=15)

    assert asked(django_capture_on_commit_callbacks) == []


def test_a_whole_series_is_asked_about_at_its_end(
    site, mailed, time_machine, django_capture_on_commit_callbacks
):
    series = factories.event(rule="FREQ=DAILY;COUNT=3", asks_feedback=True, capacity=20)
    factories.registration(series, person=mailed)
    first, *_middle, last = series.occurrences.all()

    time_machine.move_to(first.over_at + timedelta(hours=1))
    assert asked(django_capture_on_commit_callbacks) == []
    time_machine.move_to(last.over_at + timedelta(hours=1))
    assert asked(django_capture_on_commit_callbacks) == ["ayla@example.org"]


def test_a_single_date_of_a_series_is_asked_about_after_it_and_only_once(
    site, mailed, time_machine, django_capture_on_commit_callbacks
):
    series = factories.event(rule="FREQ=DAILY;COUNT=3", registers_for="date", asks_feedback=True, capacity=20)
    first, second, _third = series.occurrences.all()
    for date in (first, second):
        factories.registration(series, person=mailed, occurrence=date)

    time_machine.move_to(first.over_at + timedelta(hours=1))
    assert asked(django_capture_on_commit_callbacks) == ["ayla@example.org"]
    time_machine.move_to(second.over_at + timedelta(hours=1))
    assert asked(django_capture_on_commit_callbacks) == []


def test_whoever_registered_in_english_is_asked_in_english(
    course, time_machine, django_capture_on_commit_callbacks
):
    actions.register(
        event=course, wish=actions.Wish(), given=Reachable("Mary Example", email="mary@example.org"),
        came_by=CameBy.EMAIL, language="en",
    )  # fmt: skip
    after(course, time_machine)

    assert asked(django_capture_on_commit_callbacks) == ["mary@example.org"]
    assert "http://testserver/en/termine/kurs/rueckmeldung/" in mail.outbox[0].body


def test_the_worker_asks_every_hour():
    [job] = [job for job in periodic.jobs() if job.name == "ask for feedback"]
    assert (job.every, job.run) == (timedelta(hours=1), actions.ask_for_feedback_due)
