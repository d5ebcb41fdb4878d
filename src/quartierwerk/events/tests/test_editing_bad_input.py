"""What editors type wrong is said at its field, in a sentence, and nothing is kept."""

import json
from datetime import UTC, datetime

import pytest
from django.contrib.messages import get_messages

from quartierwerk.events import factories
from quartierwerk.events.factories import AgendaItemFactory, local
from quartierwerk.events.models import AgendaItem, Event, Organiser
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Notification

from .test_editing import LIST, as_, errors, rows, typed  # noqa: F401 - a fixture among them

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september", "no_second_factor")]
PUBLISH = {"action-publish-event": "1"}


@pytest.fixture
def edits(as_, edda):  # noqa: F811
    """Send the form as the editor; a new event, or an edited one."""
    client = as_(edda)

    def send(event=None, **given):
        if event:
            given = {"slug": event.slug, **given}
        return client.post(f"{LIST}edit/{event.pk}/" if event else f"{LIST}add/", typed(**given))

    return send


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"end_time": "14:00"}, "end_time", "Das Ende liegt vor dem Beginn."),
        (
            {"start_time": ""},
            "start_time",
            "Bitte geben Sie die Uhrzeit an, oder kreuzen Sie „Ganztägig“ an.",
        ),
        ({"end_day": "9.10.2026"}, "end_time", "Bitte geben Sie auch an, um wie viel Uhr es endet."),
        ({"start_day": "morgen"}, "start_day", "Bitte schreiben Sie den Tag so: 8.10.2026."),
        ({"start_time": "um drei"}, "start_time", "Bitte schreiben Sie die Uhrzeit so: 16:00."),
        (
            {"start_day": "28.3.2027", "start_time": "2:30"},
            "start_time",
            "Diese Uhrzeit gibt es am Sonntag, 28. März 2027 nicht: In dieser Nacht wird die Uhr vorgestellt. "
            "Bitte wählen Sie eine andere.",
        ),
        (
            {"start_day": "8.10.2019", "place_name": "Rathaus", **PUBLISH},
            "start_day",
            "Der Termin liegt in der Vergangenheit. Bitte prüfen Sie das Datum, oder schreiben Sie einen Rückblick.",
        ),
        (
            PUBLISH,
            "venue",
            "Es fehlt der Ort. Bitte wählen Sie einen, oder nennen Sie die Adresse zum Mitmachen am Bildschirm.",
        ),
        (
            {"registration_opens_at": "1.10.2026 10:00", "registration_closes_at": "30.9.2026 10:00"},
            "registration_closes_at",
            "Die Anmeldung endet, bevor sie beginnt.",
        ),
        ({"repeats": "other", "other_rule": "jeden Montag"}, "other_rule", None),
        ({"repeats": "other", "other_rule": ""}, "other_rule", "Bitte schreiben Sie die Regel auf."),
        (
            {"repeats": "weekly", "weekdays": ["MO"]},
            "start_day",
            "Der Beginn passt nicht zur Wiederholung: Der erste Termin wäre am Montag, 12. Oktober 2026. "
            "Bitte tragen Sie diesen Tag ein.",
        ),
        (
            {"repeats": "weekly", "last_day": "1.10.2026"},
            "last_day",
            "Der letzte Tag der Reihe liegt vor dem Beginn.",
        ),
        (
            {"repeats": "weekly", "last_day": "8.10.2026", "exceptions": "8.10.2026"},
            "last_day",
            "Nach diesen Angaben gibt es keinen einzigen Termin.",
        ),
        (
            {"repeats": "weekly", "last_day": "8.12.2026", "count": "3"},
            "count",
            "Bitte geben Sie entweder den letzten Tag oder die Zahl der Termine an.",
        ),
        (
            {"exceptions": "Heiligabend"},
            "exceptions",
            "„Heiligabend“ ist kein Tag. Bitte schreiben Sie einen Tag je Zeile, zum Beispiel 24.12.2026.",
        ),
    ],
)
def test_a_sentence_at_the_field(edits, given, field, sentence):
    said = errors(edits(**given))
    assert list(said) == [field]
    assert (
        said[field] == [sentence]
        if sentence
        else said[field][0].startswith("Diese Regel verstehen wir nicht.")
    )
    assert not Event.objects.exists()


def test_an_address_that_another_event_has(edits):
    factories.event(slug="kaffeetafel")
    assert errors(edits(slug="kaffeetafel")) == {
        "slug": ["Diese Adresse hat schon eine andere Veranstaltung."]
    }


def test_without_an_address_the_title_makes_a_free_one(edits):
    factories.event(slug="kaffeetafel")
    edits()
    assert Event.objects.filter(slug="kaffeetafel-2").exists()


def test_an_image_without_a_description(edits):
    from wagtail.images.tests.utils import get_test_image_file

    from quartierwerk.core import clock  # noqa: F401

    image = _image(get_test_image_file())
    sentence = "Bitte beschreiben Sie das Bild für Menschen, die es nicht sehen."
    assert errors(edits(image=image.pk)) == {"image_alt": [sentence]}


def _image(file):
    from wagtail.images import get_image_model

    return get_image_model().objects.create(title="Bild", file=file)


def test_a_past_event_is_entered_later_with_a_report(edits):
    edits(start_day="8.10.2019", place_name="Rathaus", report="Es kamen viele.", **PUBLISH)
    assert Event.objects.get().stage == "published"


def test_a_draft_may_be_in_the_past(edits):
    edits(start_day="8.10.2019")
    assert Event.objects.get().starts_at == local(2019, 10, 8, 15)


def test_an_hour_that_comes_twice_is_the_first_of_them(edits):
    edits(start_day="25.10.2026", start_time="2:30")
    assert Event.objects.get().starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_whole_day_lasts_from_midnight_to_midnight_and_needs_no_hours(edits):
    edits(all_day="on", start_time="", start_day="24.10.2026", end_day="25.10.2026")
    event = Event.objects.get()
    assert (event.starts_at, event.ends_at) == (local(2026, 10, 24), local(2026, 10, 26))


# ------------------------------------------------------------------------------------------------------------- programme
def _agenda(**row):
    return rows(
        "agenda", {"kind": "talk", "title": "Vortrag", "description": "", "room": "", "people": "", **row}
    )


def test_a_point_of_the_programme_outside_the_event(as_, edda):  # noqa: F811
    given = typed(end_time="18:00", **_agenda(starts_at="8.10.2026 19:00", ends_at=""))
    answer = as_(edda).post(f"{LIST}add/", given)
    row = answer.context["form"].formsets["agenda"].forms[0]
    assert list(row.errors["starts_at"]) == [
        "Dieser Programmpunkt liegt außerhalb der Veranstaltung (Donnerstag, 8. Oktober 2026, 15 Uhr bis Donnerstag, 8. Oktober 2026, 18 Uhr)."
    ]
    assert not Event.objects.exists()


def test_the_programme_moves_along_with_the_beginning(edits):
    event = factories.event(starts_at=local(2026, 10, 8, 15), ends_at=local(2026, 10, 8, 18), slug="tafel")
    item = AgendaItemFactory(event=event, starts_at=local(2026, 10, 8, 16), ends_at=None)
    unchanged = rows(
        "agenda",
        {
            "id": item.pk,
            "kind": "talk",
            "title": item.title,
            "starts_at": "08.10.2026 16:00",
            "ends_at": "",
        },
        initial=1,
    )
    edits(event, start_day="29.10.2026", start_time="15:00", end_time="18:00", **unchanged)
    assert AgendaItem.objects.get().starts_at == local(2026, 10, 29, 16)


def test_a_workshop_people_chose_stays_in_the_programme(edits):
    from quartierwerk.events import actions

    event = factories.event(capacity=10)
    item = AgendaItemFactory(event=event, title="Kochen", needs_choice=True, capacity=5)
    factories.registration(event, wish=actions.Wish(party_size=3, workshops=[item]))
    row = {"id": item.pk, "kind": "talk", "title": "Kochen", "needs_choice": "on", "capacity": "5"}
    removed = errors(edits(event, capacity="10", **rows("agenda", {**row, "DELETE": "on"}, initial=1)))
    assert removed == {"__all__": ["„Kochen“ bleibt im Programm: Dazu haben sich schon Leute angemeldet."]}
    answer = edits(event, capacity="10", **rows("agenda", {**row, "capacity": "2"}, initial=1))
    assert list(answer.context["form"].formsets["agenda"].forms[0].errors["capacity"]) == [
        "Angemeldet sind schon 3 Personen. Bitte sagen Sie zuerst jemandem ab."
    ]


# ---------------------------------------------------------------------------------------------------------------- places
@pytest.fixture
def full(db):
    event = factories.event(capacity=5, registration_mode="required")
    factories.registration(event, person=PersonFactory(name="Erna Beispiel", called=True), size=3)
    return event


def test_a_room_below_those_registered_carla_is_told_who(as_, carla, full):  # noqa: F811
    answer = as_(carla).post(
        f"{LIST}edit/{full.pk}/", typed(slug=full.slug, capacity="2", registration_mode="required")
    )
    assert errors(answer) == {
        "capacity": [
            "Angemeldet sind schon 3 Personen. Bitte sagen Sie zuerst jemandem ab. Keinen Platz hätten: Erna Beispiel (3)."
        ]
    }


def test_a_room_below_those_registered_edda_is_told_how_many(edits, full):
    answer = edits(full, capacity="2", registration_mode="required")
    assert errors(answer) == {
        "capacity": ["Angemeldet sind schon 3 Personen. Bitte sagen Sie zuerst jemandem ab."]
    }
    assert "Erna" not in answer.content.decode()


def test_edda_is_told_who_where_she_organises(edits, edda, full):
    Organiser.objects.create(event=full, name="Redaktion", account=edda)
    organiser = full.organisers.get()
    kept = rows("organisers", {"id": organiser.pk, "name": "Redaktion", "account": edda.pk}, initial=1)
    assert "Erna Beispiel (3)" in errors(edits(full, capacity="2", **kept))["capacity"][0]


def test_another_day_is_told_to_those_registered_with_the_reason(edits, full):
    answer = edits(
        full, capacity="5", registration_mode="required", start_day="15.10.2026", reason="Der Saal ist belegt"
    )
    told = Notification.objects.latest("pk")
    assert "Der Saal ist belegt" in told.body
    assert told.person.name == "Erna Beispiel"
    [said] = [str(message) for message in get_messages(answer.wsgi_request)]
    assert "1 Anmeldung bekommt Bescheid über die Änderung." in said


def test_a_past_day_for_what_people_look_forward_to_is_refused_at_the_day(edits, full):
    said = errors(edits(full, capacity="5", registration_mode="required", start_day="1.8.2026"))
    assert said == {"start_day": ["Der neue Beginn liegt in der Vergangenheit. Bitte prüfen Sie das Datum."]}


def test_a_larger_room_is_told_to_readers_at_once(edits, full):
    edits(full, capacity="40", registration_mode="required", start_day="8.10.2026")
    full.refresh_from_db()
    assert (full.capacity, full.availability) == (40, "many")


def test_what_was_decided_meanwhile_is_not_undone_by_an_open_form(edits, full, monkeypatch):
    Event.objects.filter(pk=full.pk).update(stage="cancelled", stage_reason="Sturm")
    edits(full, capacity="6", registration_mode="required")
    full.refresh_from_db()
    assert (full.capacity, full.stage, full.stage_reason) == (6, "cancelled", "Sturm")


# -------------------------------------------------------------------------------------------------------------- repeating
def test_every_second_thursday_is_built_without_knowing_the_rule(edits):
    answer = edits(
        repeats="weekly", every="2", weekdays=["TH"], last_day="3.12.2026", exceptions="22.10.2026\n5.11.26"
    )
    event = Event.objects.get()
    assert event.rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
    assert event.excluded_dates == ["2026-10-22", "2026-11-05"]
    assert [o.starts_at for o in event.occurrences.all()] == [
        local(2026, 10, 8, 15),
        local(2026, 11, 19, 15),
        local(2026, 12, 3, 15),
    ]
    assert answer.status_code == 302


def test_the_last_wednesday_follows_from_the_first_date(edits):
    edits(start_day="28.10.2026", repeats="monthly_weekday", nths=["-1"])
    assert Event.objects.get().rule == "FREQ=MONTHLY;BYDAY=-1WE"


def test_after_saving_the_next_dates_are_told(as_, edda):  # noqa: F811
    page = as_(edda).post(f"{LIST}add/", typed(repeats="weekly", count="3"), follow=True).content.decode()
    assert (
        "Die nächsten Termine: Donnerstag, 8. Oktober 2026, 15 Uhr; Donnerstag, 15. Oktober 2026, 15 Uhr; "
        "Donnerstag, 22. Oktober 2026, 15 Uhr." in page
    )


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;INTERVAL=1;BYDAY=TH",
        "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=2",
        "FREQ=MONTHLY;BYDAY=2TH",
    ],
)
def test_a_stored_event_comes_out_of_its_form_as_it_went_in(as_, edda, rule):  # noqa: F811
    event = factories.event(
        starts_at=local(2026, 10, 8, 15),
        ends_at=local(2026, 10, 9, 1),
        rule=rule,
        excluded_dates=["2026-12-24"],
    )
    client = as_(edda)
    form = client.get(f"{LIST}edit/{event.pk}/").context["form"]
    sent = typed(
        **{name: value for name in form.fields if (value := _shown(form[name])) not in (None, "", [], False)}
    )
    before = {
        f.name: getattr(event, f.name)
        for f in Event._meta.concrete_fields
        if f.name not in ("latest_revision", "sequence", "changed_at")
    }
    answer = client.post(f"{LIST}edit/{event.pk}/", sent)
    assert answer.status_code == 302, json.dumps(errors(answer))
    event.refresh_from_db()
    assert {name: getattr(event, name) for name in before} == before


def _shown(field):
    """What the browser would send back for a field nobody touched."""
    value = field.value()
    if isinstance(value, list) and field.name not in (
        "weekdays",
        "nths",
        "audiences",
        "quarters",
        "topics",
        "news",
        "related_events",
    ):
        return "\n".join(value)
    return field.field.widget.format_value(value) if hasattr(field.field.widget, "format") else value
