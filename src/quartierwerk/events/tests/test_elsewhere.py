"""Registering with the organiser: no form and no list here, and everywhere the same words where one does."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from quartierwerk.events import actions, factories, rules
from quartierwerk.events.enums import RegistrationMode, Status
from quartierwerk.events.event_page import registration as box
from quartierwerk.events.factories import local
from quartierwerk.events.feeds import plain_words
from quartierwerk.events.models import Event, Registration
from quartierwerk.events.programme import pdf
from quartierwerk.events.rules import editing, stages
from quartierwerk.events.tests.test_editing import LIST, errors, typed

pytestmark = pytest.mark.django_db
HOW = "bei der VHS, 02324 204-3512, vhs@muster.example, bis 15. September"
ELSEWHERE = RegistrationMode.ELSEWHERE
NOW = local(2026, 9, 1, 12)


@pytest.fixture(autouse=True)
def _september(site, time_machine):
    time_machine.move_to(NOW, tick=False)


def course(**values):
    given = {"registration_mode": ELSEWHERE, "registration_how": HOW, "slug": "kurs", **values}
    return factories.event("Smartphone-Kurs", starts_at=local(2026, 10, 8, 16), **given)


# ---------------------------------------------------------------------------------------------------- what must hold
def test_the_database_wants_a_way_with_this_mode_only():
    event = Event.objects.filter(pk=course().pk)
    with pytest.raises(IntegrityError, match="event_registered_elsewhere_says_how"), transaction.atomic():
        event.update(registration_how="")
    for mode in ("none", "asked", "required"):
        assert event.update(registration_mode=mode, registration_how="") == 1


@pytest.mark.parametrize(
    ("mode", "own"), [("none", False), ("asked", True), ("required", True), ("elsewhere", False)]
)
def test_only_two_modes_keep_a_list_here(mode, own):
    assert course(registration_mode=mode).takes_registrations == own


@pytest.mark.parametrize("by_staff", [True, False])
def test_nobody_is_registered_here(by_staff):
    reason = rules.why_not_open(course(), NOW, by_staff=by_staff)
    assert reason == "Für diese Veranstaltung melden Sie sich beim Veranstalter an, nicht hier."


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({}, Status.ELSEWHERE),
        ({"registration_closes_at": local(2026, 9, 15, 12)}, Status.ELSEWHERE),
        ({"registration_closes_at": local(2026, 8, 15, 12)}, Status.ANNOUNCED),
        ({"stage": "draft"}, Status.DRAFT),
        ({"moved_from": local(2026, 10, 1, 16)}, Status.MOVED),
    ],
)
def test_how_it_stands_for_readers(values, status):
    event = course(**values)
    assert rules.status(event, NOW, event.occurrences.first()) == status


def test_who_stands_on_our_list_is_not_left_behind(edda):
    event = factories.event(capacity=5)
    factories.registration(event)
    before = actions.snapshot(event)
    event.registration_mode, event.registration_how = ELSEWHERE, HOW
    event.save()
    with pytest.raises(ValidationError, match="Es gibt hier schon 1 Anmeldung"):
        actions.event_saved(event=event, before=before, by=edda)
    assert stages.why_not_elsewhere("required", "elsewhere", 0) is None
    assert stages.why_not_elsewhere("none", "elsewhere", 3) is None  # who came to the door


def test_the_form_asks_for_the_way():
    assert (
        editing.why_no_way("elsewhere", " ")
        == "Bitte schreiben Sie, wie und wo man sich beim Veranstalter anmeldet."
    )
    assert editing.why_no_way("elsewhere", HOW) is editing.why_no_way("asked", "") is None


def test_editors_write_it_in_their_form(client, carla, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.handler.enforce_csrf_checks = False
    client.force_login(carla)
    said = {"registration_mode": "elsewhere", "registration_how": "  "}
    assert list(errors(client.post(f"{LIST}add/", typed(**said)))) == ["registration_how"]
    client.post(f"{LIST}add/", typed(**said | {"registration_how": HOW}))
    [event] = Event.objects.all()
    assert (event.registration_mode, event.registration_how) == (ELSEWHERE, HOW)


# ------------------------------------------------------------------------------------------------------ what is shown
def page(client, event):
    return client.get(event.get_absolute_url()).content.decode()


def test_the_page_shows_the_way_with_links_and_no_form(client):
    shown = page(client, course())
    assert 'href="tel:+4923242043512"' in shown
    assert "vhs@muster.example" not in shown  # harvesters read it, too
    assert ("Jetzt anmelden" in shown, "Auf die Warteliste" in shown) == (False, False)
    assert "Wir führen dafür keine Liste." in shown


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"capacity": 60}, "Es gibt 60 Plätze."),
        ({"registration_closes_at": local(2026, 9, 15, 12)}, "Bis Dienstag, 15. September, 12"),
        (
            {"registration_closes_at": local(2026, 8, 15, 12)},
            "Anmelden konnte man sich bis Samstag, 15. August, 12",
        ),
        (
            {"registration_opens_at": local(2026, 9, 10, 8)},
            "Die Anmeldung beginnt am Donnerstag, 10. September, 8",
        ),
    ],
)
def test_places_and_ends_are_told(client, values, sentence):
    assert sentence in page(client, course(**values)).replace("\xa0", " ")


@pytest.mark.parametrize(("how", "asks"), [(HOW, False), ("www.vhs.example", True)])
def test_our_number_stands_there_only_where_the_organiser_names_none(how, asks):
    event = course(registration_how=how)
    assert box.context(event, event.occurrences.first())["sign_up"]["asks_us"] == asks


def test_lists_say_so_in_a_word(client):
    course()
    assert "Anmeldung beim Veranstalter" in client.get("/termine/").content.decode()


def test_the_old_address_of_the_form_says_where(client):
    answer = client.get(course().get_absolute_url() + "anmelden/").content.decode()
    assert ('href="tel:+4923242043512"' in answer, 'name="party_size"' in answer) == (True, False)
    assert "vhs@muster.example" not in answer


def test_calendars_and_the_programme_say_where():
    event = course(registration_closes_at=local(2026, 9, 15, 12))
    said = plain_words.registration_line(event)
    assert said == f"Anmeldung beim Veranstalter: {HOW}. Anmeldung bis Dienstag, 15. September 2026, 12 Uhr."
    told = pdf._registration(event, None, is_over=False)
    assert (told["registration_title"], told["registration"][0]) == (
        "Anmeldung",
        f"Anmeldung beim Veranstalter: {HOW}",
    )


def test_machines_are_told_nothing_of_free_places(client):
    assert '"availability"' not in page(client, course(price="10 €"))


# ------------------------------------------------------------------------------------------------------------ the desk
@pytest.fixture
def desk(client, carla, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.handler.enforce_csrf_checks = False
    client.force_login(carla)
    return client


def test_the_phone_desk_finds_it_and_says_where(desk):
    event = course(capacity=1)
    [found] = desk.get("/schreibtisch/termine/anmelden/wofuer.json", {"q": "Smartphone"}).json()["results"]
    assert (found["title"], found["detail"].split(" · ")[-1]) == (
        "Smartphone-Kurs",
        "Anmeldung beim Veranstalter",
    )
    shown = desk.get("/schreibtisch/termine/anmelden/", {"termin": event.pk}).content.decode()
    assert ("Sagen Sie bitte weiter, wo man sich anmeldet" in shown, 'name="party_size"' in shown) == (
        True,
        False,
    )
    assert 'href="tel:+4923242043512"' in shown


def test_what_was_typed_before_it_changed_stays_with_the_reason(desk):
    sent = {"termin": course().pk, "submission_key": str(uuid4()), "party_size": "1", "name": "Erna Beispiel"}
    answer = desk.post("/schreibtisch/termine/anmelden/", sent | {"came_by": "phone", "told": "now"})
    assert (answer.status_code, Registration.objects.count()) == (422, 0)
    assert "melden Sie sich beim Veranstalter an" in answer.context["form"].non_field_errors()[0]
    assert 'href="tel:+4923242043512"' in answer.content.decode()


@pytest.mark.parametrize("path", ["", "{pk}/"])
def test_the_desk_counts_nothing_and_offers_no_registering(desk, path):
    event = course(capacity=5)
    shown = desk.get("/schreibtisch/termine/" + path.format(pk=event.pk)).content.decode()
    assert "Anmeldung beim Veranstalter" in shown
    assert ("Vergebene Plätze" in shown, "Jemanden anmelden" in shown.split("Smartphone-Kurs", 1)[1]) == (
        False,
        False,
    )
