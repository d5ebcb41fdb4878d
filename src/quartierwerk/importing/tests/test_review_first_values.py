"""What the fields of the review show at first."""

from datetime import date, datetime, time

import pytest

from quartierwerk.events.enums import Kind, RegistrationMode
from quartierwerk.events.series.repetition import Repeats
from quartierwerk.importing.extract.draft import (
    DoubtKind,
    Draft,
    EventDraft,
    Phone,
    Registration,
    Span,
    Value,
)
from quartierwerk.importing.review import directory, initial, notes
from quartierwerk.importing.review.corrected import recurrence_code
from quartierwerk.importing.review.directory import Directory
from quartierwerk.importing.review.doubts import DOUBTS
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import QuarterFactory, VenueFactory

TODAY = date(2026, 9, 1)
NOBODY = Directory()


def event(**values):
    said = {name: value if isinstance(value, tuple) else Value(value) for name, value in values.items()}
    return EventDraft(span=Span(0, 10), **{"title": Value("Nähcafé"), **said})


def at(month, day, hour, minute=0):
    """As texts say it and forms show it: without a zone."""
    return datetime.combine(date(2026, month, day), time(hour, minute))


def first(read, known=NOBODY, *others):
    return initial.of_event(read, Draft(events=(read, *others)), known, TODAY)


@pytest.mark.parametrize("kind", DoubtKind)
def test_every_doubt_has_its_sentence_and_its_field(kind):
    assert str(DOUBTS[kind]) == kind.value
    assert kind in notes.FIELD_OF


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("daily:", {"repeats": Repeats.DAILY}),
        ("weekly:TU", {"repeats": Repeats.WEEKLY, "every": 1, "weekdays": ["TU"]}),
        ("weekly:TU,FR", {"repeats": Repeats.WEEKLY, "every": 1, "weekdays": ["TU", "FR"]}),
        ("biweekly:WE", {"repeats": Repeats.WEEKLY, "every": 2, "weekdays": ["WE"]}),
        ("monthly:2TH", {"repeats": Repeats.MONTHLY_WEEKDAY, "weekdays": ["TH"], "nths": [2]}),
        ("monthly:-1TH", {"repeats": Repeats.MONTHLY_WEEKDAY, "weekdays": ["TH"], "nths": [-1]}),
        ("yearly:?", {}),
    ],
)
def test_what_repeats_stands_in_the_fields(code, shown):
    assert initial.repetition_of(code) == shown


@pytest.mark.parametrize("code", ["daily:", "weekly:TU,FR", "biweekly:WE", "monthly:2TH", "monthly:-1TH"])
def test_and_leads_back_to_its_code(code):
    assert recurrence_code(initial.repetition_of(code)) == code


def test_a_date_with_hours():
    shown = first(event(start=at(10, 6, 15), end=at(10, 6, 17)))
    assert (shown["start_day"], shown["start_time"], shown["end_day"], shown["end_time"]) == (
        date(2026, 10, 6),
        time(15),
        None,
        time(17),
    )


def test_several_days_without_an_hour_are_whole_days():
    shown = first(event(start=date(2026, 10, 6), end=date(2026, 10, 8)))
    assert (shown["all_day"], shown["end_day"]) == (True, date(2026, 10, 8))


def test_midnight_is_the_next_day():
    shown = first(event(start=at(10, 6, 20), end=at(10, 7, 0)))
    assert (shown["end_day"], shown["end_time"]) == (date(2026, 10, 7), time(0))


@pytest.mark.parametrize(
    ("code", "day"), [("weekly:TU", date(2026, 9, 1)), ("monthly:-1TH", date(2026, 9, 24))]
)
def test_without_a_date_the_next_day_that_fits_is_suggested(code, day):
    assert first(event(recurrence=code))["start_day"] == day


def test_dates_that_are_written_one_by_one_are_no_series_each():
    one = event(start=at(10, 6, 15), recurrence="weekly:TU")
    two = event(start=at(10, 13, 15), recurrence="weekly:TU")
    assert "repeats" not in first(one, NOBODY, two)


def test_series_of_one_name_without_a_date_are_a_series_each():
    monday = event(recurrence="weekly:MO", start_time=time(15))
    wednesday = event(recurrence="weekly:WE", start_time=time(15))
    assert first(monday, NOBODY, wednesday)["weekdays"] == ["MO"]


def test_a_series_brings_the_days_on_which_it_is_not():
    shown = first(
        event(recurrence="weekly:TU", excluded=(Value(date(2026, 9, 1)), Value(date(2026, 12, 29))))
    )
    assert shown["exceptions"] == ["2026-09-01", "2026-12-29"]
    assert shown["start_day"] == date(2026, 9, 8)


@pytest.mark.parametrize(
    ("read", "mode"),
    [
        (Registration.REQUIRED, RegistrationMode.REQUIRED),
        (Registration.REQUESTED, RegistrationMode.ASKED),
        (Registration.NOT_NEEDED, RegistrationMode.NONE),
        (Registration.TICKETS, RegistrationMode.NONE),
        (Registration.UNSPECIFIED, RegistrationMode.NONE),
    ],
)
def test_registration(read, mode):
    assert first(event(registration=read))["registration_mode"] == mode


def test_one_may_register_until_the_end_of_the_day():
    shown = first(event(registration_deadline=date(2026, 10, 1)))
    assert shown["registration_closes_at"] == at(10, 1, 23, 59)


def test_whom_to_ask_stands_in_the_note_or_is_the_contact_as_written():
    who = {"contact": "Uta Muster", "phones": (Value(Phone("02324 5552")),)}
    asked = first(event(registration=Registration.REQUIRED, **who))
    assert asked["registration_note"] == "Uta Muster, 02324 5552"
    free = first(event(**who))
    assert (free["registration_note"], free["contact"]) == ("", directory.AS_WRITTEN)
    assert initial.whom_else(event(**who), NOBODY) == "Uta Muster, 02324 5552"


def test_tickets_and_doors_stand_in_the_description():
    shown = first(
        event(
            registration=Registration.TICKETS,
            registration_how="Karten: Muster-Buch",
            doors=time(18, 30),
            phones=(Value(Phone("1")),),
        )
    )
    assert shown["description"] == "Karten: Muster-Buch\n\nEinlass ab 18:30 Uhr."


def test_long_words_become_short_at_a_blank():
    shown = first(event(summary="Wort " * 100))
    assert (len(shown["summary"]) <= 300, shown["summary"].endswith("Wort…")) == (True, True)


def test_an_address_with_its_town():
    shown = first(event(place="Gerätehaus", street_address="Am Markt 4, 45525 Hattingen"))
    assert [shown[name] for name in ("place_name", "street", "postal_code", "city")] == [
        "Gerätehaus",
        "Am Markt 4",
        "45525",
        "Hattingen",
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("3. Armutskonferenz", Kind.CONFERENCE),
        ("Stadtteilfest", Kind.FEAST),
        ("Nähkurs", Kind.COURSE),
        ("Pflegeberatung", Kind.CONSULTATION),
        ("Abend der Vereine", Kind.MEETING),
        ("Exkursion ins Muttental", Kind.WALK),
        ("Diskurs am Abend", Kind.MEETING),
        ("Konzert im Kursaal", Kind.FEAST),
        ("Theateraufführung der Realschule", Kind.MEETING),
        ("Einführung ins Smartphone", Kind.MEETING),
        ("Filmvorführung", Kind.MEETING),
        ("Führung durch die Altstadt", Kind.WALK),
        ("Stadtführung", Kind.WALK),
    ],
)
def test_the_kind_follows_from_the_title(title, kind):
    assert initial.kind_of(title) == kind


@pytest.mark.django_db
def test_a_venue_is_known_by_its_other_names_and_brings_its_quarter():
    quarter = QuarterFactory()
    venue = VenueFactory(name="Altes Rathaus", also_called="Rathaus, Ratssaal", quarter=quarter)
    shown = first(event(place="Sitzungszimmer 3", venue="Rathaus"), directory.load())
    assert (shown["venue"], shown["quarters"], shown["room"]) == (
        str(venue.pk),
        [str(quarter.pk)],
        "Sitzungszimmer 3",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("place", "room"),
    [
        ("Raum 204 im Rathaus", "Raum 204"),
        ("Rathaus, Zimmer 12", "Zimmer 12"),
        ("Rathaus (Foyer)", "Foyer"),
        ("kleinen Sitzungssaal des Rathauses", "kleinen Sitzungssaal"),
        ("Rathaus", ""),
        ("Rathaus Musterstadt", ""),
    ],
)
def test_the_room_of_a_known_house_stands_in_its_own_field(place, room):
    venue = VenueFactory(name="Rathaus")
    shown = first(event(place=place, venue="Rathaus"), directory.load())
    assert (shown["venue"], shown["room"]) == (str(venue.pk), room)


@pytest.mark.django_db
def test_another_room_of_a_house_is_not_the_known_one():
    venue = VenueFactory(name="Großer Saal im Rathaus", also_called="Rathaus, Großer Saal")
    known = directory.load()
    assert "venue" not in first(event(place="Rathaus, Zimmer 12", venue=None), known)
    assert first(event(place="Großen Saal des Rathauses", venue="Großer Saal"), known)["venue"] == str(
        venue.pk
    )
    assert first(event(place="Großen Saal des Rathauses", venue="Großer Saal"), known)["room"] == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    "said",
    [
        {"phones": (Value(Phone("204 5552", "+4923242045552")),)},
        {"emails": (Value("Muster@Example.org"),)},
        {"contact": "uta muster"},
    ],
)
def test_a_person_is_known_by_number_address_or_name(said):
    contact = ContactFactory(name="Uta Muster", phone="(02324) 204-5552", email="muster@example.org")
    ContactFactory(name="Ute Muster", phone="unbekannt", email="")
    assert first(event(**said), directory.load())["contact"] == str(contact.pk)


@pytest.mark.django_db
def test_who_is_not_public_is_not_offered():
    ContactFactory(name="Uta Muster", is_public=False)
    known = directory.load()
    assert first(event(contact="Uta Muster"), known)["contact"] == directory.AS_WRITTEN
    assert known.contacts == []


def test_where_nobody_is_named_nobody_is_chosen():
    assert first(event())["contact"] == ""


def test_a_bracket_that_closes_later_is_none_of_the_number():
    assert initial.whom(event(phones=(Value(Phone("(0176 / 555 01")),))) == "0176 / 555 01"


@pytest.mark.parametrize(
    "said",
    [
        {"repeats": Repeats.DAILY, "every": 2},
        {"repeats": Repeats.WEEKLY, "every": 3, "weekdays": ["TU"]},
        {"repeats": Repeats.MONTHLY_WEEKDAY, "every": 2, "nths": [2], "weekdays": ["TU"]},
    ],
)
def test_what_the_labels_have_no_code_for_gets_none(said):
    """“every second day” is not every day."""
    assert recurrence_code(said) is None
