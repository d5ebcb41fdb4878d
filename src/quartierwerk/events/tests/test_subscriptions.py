"""Calendars to subscribe to, and Atom feeds: all events, those of a quarter, those of a topic; only what is public."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as Xml

import pytest
import vobject
from django.core.exceptions import ValidationError

from quartierwerk.core import clock, page_cache
from quartierwerk.events import factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.events.models import Event, Occurrence
from quartierwerk.events.models.events import TAKEN_ADDRESSES
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import QuarterFactory, VenueFactory
from quartierwerk.topics.factories import topic, translated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september")]
ATOM = "{http://www.w3.org/2005/Atom}"


def _calendar(client, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    calendar = vobject.readOne(response.content.decode())
    assert calendar.validate(raiseException=True)
    return calendar


def _titles(client, path="/termine/kalender.ics"):
    return [each.summary.value for each in _calendar(client, path).contents.get("vevent", [])]


def _entries(client, path="/termine/feed.atom"):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return Xml.fromstring(response.content).findall(f"{ATOM}entry")  # noqa: S314 - our own feed


def _atom_titles(client, path="/termine/feed.atom"):
    return [entry.find(f"{ATOM}title").text for entry in _entries(client, path)]


# ---------------------------------------------------------------------------------------------------------------- calendars
def test_a_calendar_has_a_name_an_address_and_says_when_to_ask_again(client, site):
    QuarterFactory(name="Welper", slug="welper")
    calendar = _calendar(client, "/termine/quartier/welper.ics")
    assert calendar.x_wr_calname.value == "Termine: Welper – Quartiersentwicklung Musterstadt"
    assert calendar.contents["source"][0].value == "http://testserver/termine/quartier/welper.ics"
    assert [calendar.contents[name][0].value for name in ("refresh-interval", "x-published-ttl")] == [
        "PT6H",
        "PT6H",
    ]
    assert calendar.x_wr_timezone.value == "Europe/Berlin"


def test_each_quarter_has_its_own_events_and_those_of_the_whole_town(client, site):
    welper, other = QuarterFactory(slug="welper"), QuarterFactory()
    factories.event("Welper", quarters=[welper])
    factories.event("Anderswo", quarters=[other])
    factories.event("Überall")
    assert sorted(_titles(client, "/termine/quartier/welper.ics")) == ["Welper", "Überall"]
    assert sorted(_atom_titles(client, "/termine/quartier/welper/feed.atom")) == ["Welper", "Überall"]


def test_each_topic_has_its_own_events_also_under_the_name_of_its_translation(client, site):
    poverty = topic("Altersarmut")
    translated(poverty, title="Poverty in old age", slug="poverty")
    factories.event("Konferenz", topics=[poverty])
    factories.event("Fest")
    for path in ("/termine/thema/altersarmut.ics", "/en/termine/thema/poverty.ics"):
        assert _titles(client, path) == ["Konferenz"]
    assert _atom_titles(client, "/termine/thema/altersarmut/feed.atom") == ["Konferenz"]


@pytest.mark.parametrize("end", [".ics", "/feed.atom"])
@pytest.mark.parametrize("place", ["quartier/atlantis", "quartier/geheim", "thema/atlantis"])
def test_what_is_unknown_or_not_public_has_no_feed(client, site, place, end):
    QuarterFactory(slug="geheim", is_public=False)
    assert client.get(f"/termine/{place}{end}").status_code == 404


@pytest.mark.parametrize("slug", TAKEN_ADDRESSES)
def test_no_event_takes_the_address_of_a_calendar_or_frame(slug):
    with pytest.raises(ValidationError, match="gehört schon zu einer anderen Seite"):
        factories.event(slug=slug)


def test_an_empty_calendar_and_an_empty_feed_are_still_one(client, site):
    assert (_titles(client), _atom_titles(client)) == ([], [])


def test_drafts_are_in_nothing_and_what_is_cancelled_stays_as_cancelled(client, site):
    factories.event("Geheim", stage=Stage.DRAFT)
    factories.event("Fest", stage=Stage.CANCELLED, stage_reason="Sturm")
    assert _titles(client) == _atom_titles(client) == ["Abgesagt: Fest"]
    assert _calendar(client, "/termine/kalender.ics").vevent.status.value == "CANCELLED"


def test_what_is_long_over_leaves_the_calendars(client, site):
    factories.event("Vor 91 Tagen", starts_at=clock.now() - timedelta(days=91))
    factories.event("Vor 89 Tagen", starts_at=clock.now() - timedelta(days=89))
    factories.event("Reihe seit 2024", starts_at=local(2024, 1, 4, 15), rule="FREQ=WEEKLY;BYDAY=TH")
    factories.event("In zwei Jahren", starts_at=local(2028, 9, 1, 10))
    assert sorted(_titles(client)) == ["In zwei Jahren", "Reihe seit 2024", "Vor 89 Tagen"]


def test_a_calendar_that_did_not_change_is_not_sent_again(client, site):
    factories.event()
    first = client.get("/termine/kalender.ics")
    again = client.get("/termine/kalender.ics", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    Event.objects.update(sequence=1, changed_at=clock.now() + timedelta(hours=1))
    assert client.get("/termine/kalender.ics", headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("path", ["/termine/kalender.ics", "/termine/feed.atom", "/termine/eingebettet/"])
def test_everybody_gets_the_same_so_the_page_cache_may_keep_it(client, site, path):
    factories.event()
    response = client.get(path)
    assert page_cache.may_keep("200 OK", list(response.items()))
    assert not response.cookies


def _full_event(number):
    return factories.event(
        f"Termin {number}",
        venue=VenueFactory(),
        contact=ContactFactory(),
        quarters=[QuarterFactory()],
        topics=[topic(f"Thema {number}")],
        rule="FREQ=WEEKLY;COUNT=3",
    )


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/termine/kalender.ics", 5),
        ("/termine/quartier/welper.ics", 6),
        ("/termine/thema/altersarmut.ics", 6),
        ("/termine/feed.atom", 5),
        ("/termine/quartier/welper/feed.atom", 6),
        ("/termine/thema/altersarmut/feed.atom", 6),
        ("/termine/eingebettet/?quartier=welper&thema=altersarmut", 4),
    ],
)
def test_a_feed_costs_the_same_queries_however_long(
    client, site, django_assert_num_queries, path, queries, count
):
    welper, poverty = QuarterFactory(slug="welper"), topic("Altersarmut")
    for number in range(count):
        event = _full_event(number)
        event.quarters, event.topics = [welper, *event.quarters.all()], [poverty, *event.topics.all()]
        event.save()
    client.get(path)
    with django_assert_num_queries(queries):
        client.get(path)


@pytest.mark.parametrize("count", [1, 3])
def test_the_file_of_an_event_costs_four_queries_however_many_dates(
    client, site, django_assert_num_queries, count
):
    cafe = _full_event(1)
    cafe.occurrences.filter(pk__in=list(cafe.occurrences.values_list("pk", flat=True)[count:])).delete()
    client.get(f"/termine/{cafe.slug}.ics")
    with django_assert_num_queries(4):
        client.get(f"/termine/{cafe.slug}.ics")


@pytest.mark.slow
def test_a_calendar_of_two_thousand_events_holds_every_one(client, site):
    venue, contact = VenueFactory(street="Marktplatz 1", latitude=51.4, longitude=7.2), ContactFactory()
    quarter, about = QuarterFactory(), topic("Altersarmut")
    begin = clock.now() + timedelta(days=1)
    events = Event.objects.bulk_create(
        Event(
            title=f"Termin {n}", slug=f"t-{n}", summary="Worum es geht, und für wen.", description="Ein Absatz. " * 20,
            starts_at=begin + timedelta(hours=n), ends_at=begin + timedelta(hours=n + 2), venue=venue, contact=contact,
            stage=Stage.PUBLISHED, published_at=clock.now(),
        )
        for n in range(2000)
    )  # fmt: skip
    Occurrence.objects.bulk_create(
        Occurrence(
            event=e, original_start=e.starts_at, starts_at=e.starts_at, ends_at=e.ends_at, over_at=e.ends_at
        )
        for e in events
    )
    Event.quarters.through.objects.bulk_create(
        Event.quarters.through(event=e, quarter=quarter) for e in events
    )
    Event.topics.through.objects.bulk_create(Event.topics.through(event=e, topicpage=about) for e in events)
    assert client.get("/termine/kalender.ics").content.count(b"BEGIN:VEVENT") == 2000


# --------------------------------------------------------------------------------------------------------------------- Atom
def test_an_entry_says_when_where_and_what_and_since_when(client, site):
    event = factories.event(
        "Fest",
        starts_at=local(2026, 10, 8, 16),
        place_name="Marktplatz",
        quarters=[QuarterFactory(name="Welper")],
    )
    Event.objects.update(changed_at=datetime(2026, 9, 1, 9, tzinfo=UTC))
    (entry,) = _entries(client)
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver/termine/{event.slug}/"
    assert (
        entry.find(f"{ATOM}summary").text
        == "Donnerstag, 8. Oktober 2026, 16 bis 18 Uhr · Marktplatz – Alles über: Fest"
    )
    assert entry.find(f"{ATOM}published").text == "2026-09-01T10:00:00+00:00"
    assert entry.find(f"{ATOM}updated").text == "2026-09-01T09:00:00+00:00"
    assert [category.get("term") for category in entry.findall(f"{ATOM}category")] == ["Treffen", "Welper"]


def test_what_changed_last_comes_first_and_keeps_its_identity(client, site):
    fest, talk = factories.event("Fest"), factories.event("Vortrag")
    Event.objects.filter(pk=talk.pk).update(changed_at=clock.now() - timedelta(hours=1))
    before = {entry.find(f"{ATOM}id").text for entry in _entries(client)}
    Event.objects.filter(pk=talk.pk).update(
        changed_at=clock.now() + timedelta(hours=1), title="Neu", slug="neu"
    )
    assert _atom_titles(client) == ["Neu", "Fest"]
    assert {entry.find(f"{ATOM}id").text for entry in _entries(client)} == before
    assert before == {f"urn:uuid:{fest.uid}", f"urn:uuid:{talk.uid}"}


def test_an_entry_of_a_cancelled_event_says_why_and_one_of_a_moved_one_when_it_was(client, site):
    start = local(2026, 10, 8, 16)
    factories.event("Fest", stage=Stage.CANCELLED, stage_reason="Sturm", starts_at=start)
    factories.event("Rundgang", moved_from=local(2026, 10, 1, 16), stage_reason="Baustelle", starts_at=start)
    summaries = sorted(entry.find(f"{ATOM}summary").text for entry in _entries(client))
    assert summaries == [
        "Abgesagt. Grund: Sturm – Donnerstag, 8. Oktober 2026, 16 bis 18 Uhr – Alles über: Fest",
        "Verlegt; angekündigt war: Donnerstag, 1. Oktober 2026, 16 Uhr. Baustelle – Donnerstag, 8. Oktober 2026, 16 bis 18 Uhr – Alles über: Rundgang",
    ]


def test_an_entry_of_a_series_names_its_next_date(client, site):
    factories.event("Café", starts_at=local(2026, 8, 6, 15), rule="FREQ=WEEKLY;BYDAY=TH;COUNT=8")
    (entry,) = _entries(client)
    assert (
        entry.find(f"{ATOM}summary").text == "Donnerstag, 3. September 2026, 15 bis 17 Uhr – Alles über: Café"
    )
