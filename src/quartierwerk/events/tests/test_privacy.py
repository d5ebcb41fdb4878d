"""Who is registered, what they need and what they answered: nowhere in public, and not for longer than it takes."""

import re
import subprocess
from shutil import which

import pytest
from django.core.management import call_command
from django.urls import reverse

from quartierwerk.core import privacy as core_privacy
from quartierwerk.events import actions, factories
from quartierwerk.events.factories import QuestionFactory, local
from quartierwerk.events.models import Answer, Event, Feedback, Registration
from quartierwerk.events.urls import events_urls
from quartierwerk.people import actions as people_actions
from quartierwerk.people import privacy as people_privacy
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Message, Notification, Person
from quartierwerk.testing.answers import content_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september")]


def wish(event, **given):
    """A party that says all that can be said."""
    question, public = (
        QuestionFactory(event=event, text="Medikamente?"),
        QuestionFactory(event=event, text="Thema?", is_personal=False),
    )
    return actions.Wish(
        party_size=2,
        party_names=["Otto Kanarienvogel"],
        needs=["diet"],
        needs_note="Kanariennuss",
        answers={question.pk: "Kanarientropfen", public.pk: "Wohnen"},
        **given,
    )


@pytest.fixture
def conference(site):
    return factories.event("Konferenz", starts_at=local(2026, 10, 8, 16), capacity=80)


@pytest.fixture
def registration(conference, erna):
    made = factories.registration(conference, person=erna, wish=wish(conference))
    Registration.objects.filter(pk=made.pk).update(note="Kanarienzimmer")
    made.refresh_from_db()
    return made


def forget(time_machine, *day):
    time_machine.move_to(local(*day))
    return {p.key: n for p, n in core_privacy.delete_expired()}


# -------------------------------------------------------------------------------------------------------------- deletion
def test_needs_and_personal_answers_go_thirty_days_after_the_event(registration, time_machine):
    assert forget(time_machine, 2026, 11, 6)["registration-needs"] == 0
    assert forget(time_machine, 2026, 11, 9)["registration-needs"] == 1
    registration.refresh_from_db()
    assert (registration.needs, registration.needs_note) == ([], "")
    assert [answer.value for answer in Answer.objects.all()] == ["Wohnen"]
    assert registration.person is not None


def test_who_it_was_goes_six_months_after_the_event_and_the_number_stays(registration, time_machine):
    assert forget(time_machine, 2027, 4, 1)["registrations"] == 0
    assert forget(time_machine, 2027, 4, 12)["registrations"] == 1
    registration.refresh_from_db()
    assert (registration.person, registration.party_names, registration.note) == (None, [], "")
    assert (registration.party_size, registration.state) == (2, "confirmed")
    assert forget(time_machine, 2027, 4, 13)["registrations"] == 0


def test_a_dry_run_counts_and_deletes_nothing(registration, time_machine):
    time_machine.move_to(local(2027, 4, 12))
    counted = {p.key: n for p, n in core_privacy.delete_expired(dry_run=True)}
    assert (counted["registrations"], counted["registration-needs"]) == (1, 1)
    registration.refresh_from_db()
    assert registration.person is not None


def test_a_date_of_a_series_counts_by_itself(time_machine):
    course = factories.event(
        starts_at=local(2026, 10, 6, 10), rule="FREQ=WEEKLY", registers_for="date", capacity=5
    )
    first, later = course.occurrences.all()[0], course.occurrences.all()[10]
    factories.registration(course, occurrence=first, wish=actions.Wish(needs=["lift"]))
    factories.registration(course, occurrence=later, wish=actions.Wish(needs=["lift"]))
    assert forget(time_machine, 2026, 11, 10)["registration-needs"] == 1


def test_who_cancelled_in_a_series_without_end_is_forgotten_too(time_machine):
    choir = factories.event(starts_at=local(2026, 10, 6, 10), rule="FREQ=WEEKLY", capacity=5)
    stays = factories.registration(choir)
    left = factories.registration(choir)
    actions.cancel_registration(registration=left)
    assert forget(time_machine, 2027, 4, 12)["registrations"] == 1
    stays.refresh_from_db()
    assert stays.person is not None


def test_a_person_is_kept_while_a_registration_needs_it_and_no_longer(registration, time_machine, erna):
    Notification.objects.all().delete()
    time_machine.move_to(local(2027, 9, 15))
    Registration.objects.filter(pk=registration.pk).update(person=erna)
    call_command("delete_expired")
    assert Person.objects.filter(pk=erna.pk).exists()  # in this run the registration still named her
    call_command("delete_expired")
    assert not Person.objects.filter(pk=erna.pk).exists()
    assert Registration.objects.filter(pk=registration.pk, person=None).exists()


def test_a_person_registered_for_what_is_to_come_is_kept_however_long_known(site, time_machine, erna):
    time_machine.move_to(local(2028, 1, 10))
    factories.registration(factories.event(starts_at=local(2028, 2, 1, 10), capacity=5), person=erna)
    Notification.objects.all().delete()
    call_command("delete_expired")
    assert Person.objects.filter(pk=erna.pk).exists()


def test_the_words_of_feedback_go_after_a_year_and_its_marks_stay(conference, time_machine):
    Feedback.objects.create(event=conference, rating=4, liked="Die Suppe")
    Feedback.objects.create(event=conference, wished="Mehr Licht")
    assert forget(time_machine, 2027, 9, 3)["event-feedback"] == 2
    assert [(f.rating, f.liked) for f in Feedback.objects.all()] == [(4, "")]


def test_the_form_promises_the_year_after_which_words_go(client, conference, time_machine):
    Event.objects.update(asks_feedback=True)
    time_machine.move_to(local(2026, 10, 9, 10))
    page = client.get(reverse("events:feedback", args=[conference.slug])).content.decode()
    assert "wir löschen sie nach zwölf Monaten" in page


def test_the_privacy_page_tells_all_of_it(client, site):
    page = client.get("/datenschutz/").content.decode()
    for said in (
        "Anmeldungen zu Veranstaltungen",
        "sechs Monate nach der Veranstaltung",
        "Art. 9 Abs. 2 Buchstabe a DSGVO",
        "30 Tage nach der Veranstaltung",
        "Rückmeldungen zu Veranstaltungen",
    ):
        assert said in page


# ------------------------------------------------------------------------------------------------- one person's own rights
def test_the_export_holds_everything_that_is_kept(registration, erna):
    [exported] = people_privacy.export(erna)["registrations"]
    assert exported["event"] == "Konferenz"
    assert exported["party_names"] == ["Otto Kanarienvogel"]
    assert (exported["needs"], exported["needs_note"]) == (["besonderes Essen"], "Kanariennuss")
    assert exported["answers"] == {"Medikamente?": "Kanarientropfen", "Thema?": "Wohnen"}
    assert (exported["note"], exported["code"]) == ("Kanarienzimmer", registration.code)


def test_an_erased_person_leaves_a_number_and_the_place_to_come_to_the_next(erna, time_machine, carla):
    small = factories.event(starts_at=local(2026, 10, 8, 16), capacity=2)
    place = factories.registration(small, person=erna, wish=wish(small))
    waits = factories.registration(small, person=PersonFactory(called=True))
    people_actions.erase_person(person=erna, by=carla)
    place.refresh_from_db()
    waits.refresh_from_db()
    assert (place.person, place.party_names, place.needs, place.needs_note, place.ended_because) == (
        None,
        [],
        [],
        "",
        "",
    )
    assert (place.state, waits.state) == ("cancelled", "offered")
    assert not place.answers.exists()
    assert not Notification.objects.filter(subject__contains="Kanarien").exists()


def test_an_erased_person_who_was_there_still_counts(registration, erna, time_machine, carla):
    time_machine.move_to(local(2026, 10, 20))
    people_actions.erase_person(person=erna, by=carla)
    registration.refresh_from_db()
    assert (registration.person, registration.party_size, registration.state) == (None, 2, "confirmed")


# ---------------------------------------------------------------------------------------------------------------- canary
def _public_addresses(event):
    """Every address of this app that is neither the desk, the door nor a person's own page."""
    for pattern in events_urls:
        route = str(pattern.pattern)
        if (
            route.startswith(("schreibtisch/", "einlass/", "anmeldung/"))
            or getattr(pattern.callback, "__name__", "") == "soon"
        ):
            continue
        known = {"slug": event.slug, "pk": event.pk}
        names = pattern.pattern.converters
        if set(names) <= set(known):
            yield reverse(f"events:{pattern.name}", kwargs={name: known[name] for name in names})


def _read(response, tmp_path) -> str:
    body = content_of(response)
    if body.startswith(b"%PDF") and which("pdftotext"):
        file = tmp_path / "page.pdf"
        file.write_bytes(body)
        return subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()  # noqa: S603, S607
    return body.decode("utf-8", "replace")


def test_no_public_page_feed_file_or_answer_shows_anything_of_a_registered_person(
    client, conference, tmp_path
):
    person = PersonFactory(
        name="Kanaria Vogel",
        email="kanarie@example.org",
        phone="+4923248888888",
        street="Kanarienweg 7",
        postal_code="45525",
        city="Hattingen",
    )
    made = factories.registration(conference, person=person, wish=wish(conference), came_by="letter")
    Registration.objects.filter(pk=made.pk).update(note="Kanarienzimmer", ended_because="Kanariengrund")
    secrets = re.compile(rf"kanari|8888888|{made.code}|{re.escape(made.token)}", re.IGNORECASE)

    seen, todo = (
        set(),
        [*_public_addresses(conference), "/", "/datenschutz/", "/suche/?q=Vogel", "/sitemap.xml"],
    )
    while todo and len(seen) < 80:
        address = todo.pop()
        seen.add(address)
        response = client.get(address)
        assert response.status_code in (200, 302, 304, 404, 429), address
        if response.status_code != 200:
            continue
        text = _read(response, tmp_path)
        assert not secrets.search(text), (address, secrets.search(text))
        assert not secrets.search(str(response.headers)), address
        linked = re.findall(r'href="(/termine/[^"#]*)"', text)
        todo += [link.replace("&amp;", "&") for link in linked if link.replace("&amp;", "&") not in seen]
    assert len(seen) >= 4


def test_nothing_of_a_registration_stands_in_the_audit_log(registration, carla):
    actions.cancel_registration(registration=registration, reason="Kanariengrund", by=carla)
    from quartierwerk.core.models import AuditEntry

    assert "Kanarien" not in str([entry.details for entry in AuditEntry.objects.all()])
    assert not Message.objects.exists()
