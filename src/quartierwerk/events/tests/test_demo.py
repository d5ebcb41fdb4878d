"""The demo town's events: every fact of the town's own page, and samples marked as such."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.management import call_command

from quartierwerk.core import clock
from quartierwerk.core.demo import TownFolder
from quartierwerk.events import demo
from quartierwerk.events.enums import Stage, State
from quartierwerk.events.factories import local
from quartierwerk.events.models import Event, Registration
from quartierwerk.people.models import Person

pytestmark = pytest.mark.django_db


NOW = datetime(2026, 9, 1, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def loaded(built_once, small_town):
    def load():
        small_town.replay()
        call_command("load_town", "hattingen")

    return built_once(load, NOW)


@pytest.fixture
def town(loaded, db, time_machine):
    time_machine.move_to(NOW, tick=False)
    loaded.replay()
    return TownFolder.named("hattingen")


CONFERENCE = [
    "Zum ersten Mal stehen Seniorinnen und Senioren im Mittelpunkt",
    "steigt stetig",
    "im Durchschnitt sind sie alt",
    "750 Personen",
    "424 Euro im Monat",
    "Altersarmut und Alterseinsamkeit",
    "Handlungsstrategie",
    "Träger, Institutionen und Ehrenamtliche",
    "Bürgerinnen und Bürger der Stadt",
    "wie man Nachbarinnen und Nachbarn erreicht",
    "Stefanie Berkermann, Leiterin des Fachbereichs Soziales und Wohnen",
    "„Unerreichbaren“",
    "Strategien mit konkreten Zielvereinbarungen",
    "Gabriele Krefting",
    "ein Auftakt",
    "miteinander Projekte entwickeln",
    "Programm stand als PDF bereit",
    "Daniela Lotz vom Fachbereich Soziales und Wohnen",
    "(02324) 204 5502",
]


def test_the_conference_on_poverty_stands_there_with_every_fact(town):
    event = Event.objects.get(slug="armutskonferenz-2019")
    text = f"{event.summary} {event.description} {event.registration_note}"
    assert [fact for fact in CONFERENCE if fact not in text] == []
    assert (event.title, event.kind) == ("3. Hattinger Armutskonferenz", "conference")
    assert (event.starts_at, event.ends_at) == (local(2019, 10, 8, 16), local(2019, 10, 8, 19))
    assert str(event.venue) == "Großer Sitzungssaal im Rathaus"
    assert (event.registration_mode, str(event.contact)) == ("asked", "Daniela Lotz")
    assert "Seniorinnen und Senioren" in {str(a) for a in event.audiences.all()}
    assert [page.slug for page in event.news.all()] == ["armutskonferenz-2019"]
    assert not event.is_sample


VISIT = [
    "Bürgermeister Dirk Glaser",
    "Wichernsaal der Evangelischen Kirche",
    "Johannessegenerstr. 35",
    "Bürgerverein Bredenscheid/Stüter e.V., gerade gegründet, stellt sich vor",
    "Fragen und Anliegen des Quartiers",
]


def test_the_visit_of_the_mayor_stands_there_with_every_fact(town):
    event = Event.objects.get(slug="quartiersbesuch-buergermeister-2019")
    assert [fact for fact in VISIT if fact not in event.description] == []
    assert (event.starts_at, event.ends_at) == (local(2019, 9, 23, 17, 30), None)
    assert [str(q) for q in event.quarters.all()] == ["Bredenscheid/Stüter"]
    assert [page.slug for page in event.news.all()] == ["quartiersbesuch-buergermeister-2019"]
    assert not event.is_sample


def test_every_other_event_is_marked_as_a_sample(town):
    samples = Event.objects.filter(starts_at__year__gt=2019)
    assert samples.count() > 8
    for event in samples:
        assert event.is_sample
        assert event.title.startswith("Beispiel: ")
        assert event.summary.startswith("Muster-Termin: ")
        assert event.description.startswith(demo.SAMPLE)


def test_nobody_who_is_registered_exists(town):
    registered = Person.objects.filter(registrations__isnull=False)
    assert all("Beispiel" in person.name or "Muster" in person.name for person in registered)


def test_there_is_one_of_each_kind_to_look_at(town):
    def states(slug):
        rows = Registration.objects.filter(event__slug=slug).order_by("created_at", "pk")
        return [r.state for r in rows]

    def event(slug):
        return Event.objects.get(slug=f"beispiel-{slug}")

    assert states("beispiel-smartphone-sprechstunde") == [State.CONFIRMED] * 4 + [State.WAITING] * 2
    assert event("smartphone-sprechstunde").availability == "none"
    assert (
        event("stadtteilkonferenz-welper").capacity,
        event("stadtteilkonferenz-welper").agenda.count(),
    ) == (80, 7)
    assert event("stadtteilkonferenz-welper").questions.count() == 3
    assert event("strassenfest").stage == Stage.CANCELLED
    assert event("kochkurs-beim-verein").is_registered_elsewhere
    assert event("vortrag-pflegegrad").moved_from < event("vortrag-pflegegrad").starts_at
    assert event("basteln-entwurf").stage == Stage.DRAFT
    assert event("fruehstueck-rueckblick").feedback.count() == 2
    assert {
        o.starts_at.astimezone(local(2026, 1, 1).tzinfo).weekday()
        for o in event("cafe-im-holschentor").occurrences.all()
    } == {3}
    table = event("stammtisch-am-letzten-mittwoch").occurrences.all()
    assert all((o.starts_at + timedelta(days=7)).month != o.starts_at.month for o in table)


def test_samples_are_near_today_whenever_the_town_is_loaded(town):
    coming = Event.objects.filter(is_sample=True, occurrences__starts_at__gt=clock.now()).distinct()
    assert coming.count() >= 9


def test_nothing_is_mailed(town, django_capture_on_commit_callbacks):
    Registration.objects.all().delete()
    Event.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        demo.load(town)
    assert callbacks
    assert mail.outbox == []


def test_loading_again_later_changes_nothing_not_even_what_an_editor_wrote(town, time_machine):
    Event.objects.filter(slug="armutskonferenz-2019").update(title="Von der Redaktion")
    before = list(Event.objects.values_list("pk", "title", "starts_at", "latest_revision"))
    registered = Registration.objects.count()
    time_machine.move_to(datetime(2027, 3, 1, 10, tzinfo=UTC))
    demo.load(town)
    assert list(Event.objects.values_list("pk", "title", "starts_at", "latest_revision")) == before
    assert Registration.objects.count() == registered


def test_the_second_town_has_samples_of_its_own(site):
    call_command("load_town", "flensburg")
    assert {event.title for event in Event.objects.all()} == {
        "Beispiel: Treffen am Wasser",
        "Beispiel: Stadtteilgespräch",
    }
