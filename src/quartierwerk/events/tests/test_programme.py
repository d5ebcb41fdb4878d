"""The programme on the page of an event: in order, by day, parallel where it is parallel, places in words."""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from quartierwerk.events import actions, factories
from quartierwerk.events.enums import AgendaKind, RegistrationMode
from quartierwerk.events.event_page import programme as part
from quartierwerk.events.models import AgendaItem
from quartierwerk.events.programme import timetable as programme

from .conference import conference, local, seen

pytestmark = pytest.mark.django_db
BEFORE = local(2026, 9, 1, 12)


def item(title="Punkt", start=None, end=None, **values):
    times = {"starts_at": start and local(2026, 10, 8, *start), "ends_at": end and local(2026, 10, 8, *end)}
    return AgendaItem(title=title, pk=abs(hash(title)), **{**times, **values})


def titles(days):
    return [[[point.title for point in slot.points] for slot in day.slots] for day in days]


def html(event, occurrence=None):
    return render_to_string(
        "events/parts/programme.html", part.context(event, occurrence or event.occurrences.first())
    )


@pytest.fixture
def early(time_machine):
    time_machine.move_to(BEFORE)


# ----------------------------------------------------------------------------------------------------------- days, slots
def test_points_stand_in_order_of_time():
    assert titles(programme.days([item("b", (17,)), item("a", (16,))])) == [[["a"], ["b"]]]


def test_a_point_without_time_stays_behind_the_one_it_follows():
    days = programme.days([item("zuletzt", (18,)), item("davor", (16,)), item("gleich danach")])

    assert titles(days) == [[["davor"], ["gleich danach"], ["zuletzt"]]]


def test_what_begins_together_is_parallel():
    days = programme.days([item("a", (16,), (17,)), item("b", (16,), (18,)), item("c", (18,))])

    assert titles(days) == [[["a", "b"], ["c"]]]
    assert [slot.time for slot in days[0].slots] == ["16 bis 18\u00a0Uhr", "18\u00a0Uhr"]
    assert [point.time for point in days[0].slots[0].shown] == ["16 bis 17\u00a0Uhr", ""]


def test_workshops_that_overlap_are_parallel_and_talks_are_not():
    workshop = {"kind": AgendaKind.WORKSHOP}
    workshops = [item("a", (16,), (17, 30), **workshop), item("b", (17,), (18,), **workshop)]
    talks = [item("Markt", (16,), (20,)), item("Vortrag", (17,), (18,))]

    assert titles(programme.days(workshops)) == [[["a", "b"]]]
    assert titles(programme.days(talks)) == [[["Markt"], ["Vortrag"]]]


def test_one_day_needs_no_heading_and_two_days_have_theirs():
    today = item("a", (16,))
    tomorrow = AgendaItem(title="b", starts_at=local(2026, 10, 9, 10))

    assert [day.title for day in programme.days([today])] == [""]
    assert [day.title for day in programme.days([item("Einlass"), today, tomorrow])] == [
        "Donnerstag, 8. Oktober",
        "Freitag, 9. Oktober",
    ]


def test_an_empty_programme_has_no_days():
    assert programme.days([]) == []


# -------------------------------------------------------------------------------------------------------------- the page
def test_the_page_tells_every_point_with_time_room_and_people(early):
    shown = html(seen(conference()))

    for words in (
        "16 bis 16:15\u00a0Uhr",
        "Begrüßung",
        "Mara Beispiel, Sozialforscherin",
        "Jan Muster, Sozialamt",
        "Raum 4",
    ):
        assert words in shown
    assert "3 Angebote zur gleichen Zeit" in shown


def test_places_of_workshops_are_told_in_words_and_never_as_numbers(early):
    event = conference()
    first, second, _third = event.agenda.filter(needs_choice=True)
    event.agenda.filter(pk=first.pk).update(capacity=2)
    event.agenda.filter(pk=second.pk).update(capacity=3)
    factories.registration(event, wish=actions.Wish(party_size=2, workshops=[first]))
    factories.registration(event, wish=actions.Wish(party_size=1, workshops=[second]))

    days = part.context(seen(event), event.occurrences.get())["days"]

    workshops = next(slot for slot in days[0].slots if slot.is_parallel)
    assert [point.places for point in workshops.shown] == [
        "ausgebucht",
        "nur noch wenige Plätze",
        "Plätze frei",
    ]


def test_places_are_not_told_after_it_or_where_nobody_registers(time_machine, early):
    open_event, free = (
        conference(),
        conference(slug="frei", venue=None, contact=None, registration_mode=RegistrationMode.NONE),
    )
    assert "Plätze frei" not in html(seen(free))
    assert "Plätze frei" in html(seen(open_event))

    time_machine.move_to(local(2026, 10, 8, 20))
    assert "Plätze frei" not in html(seen(open_event))


def test_days_of_a_longer_event_are_headings(early):
    event = conference(ends_at=local(2026, 10, 9, 19))
    event.agenda.filter(sort_order=6).update(starts_at=local(2026, 10, 9, 10), ends_at=local(2026, 10, 9, 11))

    shown = html(seen(event))

    assert "<h3>Freitag, 9. Oktober</h3>" in shown
    assert '<h4 class="qw-programme__title">Was wir mitnehmen</h4>' in shown


def test_typed_text_is_no_markup(early):
    event = factories.event()
    factories.AgendaItemFactory(
        event=event, title="<b>x</b>", description="<script>y</script>", people="<i>z</i>"
    )

    shown = html(seen(event))

    assert not any(tag in shown for tag in ("<b>", "<script>", "<i>"))


def test_an_english_reader_hears_german_titles_in_german(early):
    event = seen(conference())
    with translation.override("en"):
        assert 'class="qw-programme__title" lang="de">Begrüßung' in html(event)


@pytest.mark.parametrize("number", [1, 3])
def test_a_longer_programme_needs_no_more_queries(early, number, django_assert_num_queries):
    event = factories.event(capacity=20)
    for order in range(number):
        factories.AgendaItemFactory(
            event=event,
            sort_order=order,
            needs_choice=True,
            capacity=5,
            starts_at=event.starts_at + timedelta(hours=order),
        )
    date = event.occurrences.get()
    part.context(seen(event), date)  # the files are built and kept
    event = seen(event)
    with django_assert_num_queries(6):  # agenda, organisers, documents, the contact, and twice the town
        part.context(event, date)


def test_the_whole_page_needs_eleven_queries(early, client, site, django_assert_num_queries):
    conference(capacity=20)
    client.get("/termine/armutskonferenz/")
    with django_assert_num_queries(
        11
    ):  # three of them read the town, which is remembered outside of tests; one asks for concerns
        client.get("/termine/armutskonferenz/")
