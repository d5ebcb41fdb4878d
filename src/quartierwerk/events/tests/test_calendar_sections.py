"""Where else dates appear: start page, Quartier, topic, search, sitemap, navigation; and how quick the calendar is."""

import pytest

from quartierwerk.events import factories
from quartierwerk.events.benches import dates as bench_calendar
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.events.models import Event, Organiser
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import FieldOfActionFactory, topic

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_wednesday(time_machine):
    time_machine.move_to(local(2026, 11, 25, 12))


@pytest.fixture
def welper():
    return QuarterFactory(name="Welper", slug="welper")


def section(client, path: str) -> str:
    """The text between the heading of the section and its end; "" where there is none."""
    return client.get(path).content.decode().partition('id="termine"')[2].partition("</section>")[0]


def test_the_start_page_shows_the_next_four_that_take_place(client, site):
    for day in (26, 27, 28, 29, 30):
        factories.event(f"Am {day}.", starts_at=local(2026, 11, day, 15))
    off = factories.event("Abgesagt", starts_at=local(2026, 11, 25, 15))
    off.stage, off.stage_reason = Stage.CANCELLED, "Sturm"
    off.save()
    factories.event("Entwurf", starts_at=local(2026, 11, 26, 9), stage=Stage.DRAFT)
    shown = section(client, "/")
    assert [f"Am {day}." in shown for day in (26, 27, 28, 29, 30)] == [True] * 4 + [False]
    assert "Abgesagt" not in shown
    assert "Entwurf" not in shown
    assert 'href="/termine/"' in shown


def test_without_dates_the_start_page_keeps_quiet(client, site):
    assert section(client, "/") == ""


@pytest.mark.parametrize("path", ["/quartiere/welper/", "/mein-quartier/?quartier=welper"])
def test_a_quarter_shows_its_own_dates_before_those_of_the_whole_town(client, site, welper, path):
    for n in range(5):
        factories.event(f"Stadt {n}", starts_at=local(2026, 11, 26, 9 + n))
    factories.event("In Welper", starts_at=local(2026, 12, 10, 9), quarters=[welper])
    factories.event("Woanders", quarters=[QuarterFactory()])
    shown = section(client, path)
    assert "In Welper" in shown
    assert "Woanders" not in shown
    assert [f"Stadt {n}" in shown for n in range(5)] == [True, True, True, False, False]
    assert shown.index("Stadt 0") < shown.index("In Welper")
    assert 'href="/termine/?quartier=welper"' in shown


def test_a_quarter_without_dates_says_so(client, site, welper):
    assert "Zurzeit ist hier kein Termin eingetragen." in section(client, "/quartiere/welper/")


def test_a_topic_and_its_field_show_their_dates(client, site):
    field = FieldOfActionFactory(slug="wohnen")
    alter = topic("Altersarmut", fields=[field])
    factories.event("Armutskonferenz", topics=[alter])
    factories.event("Anderes")
    for path in ("/themen/altersarmut/", "/handlungsfelder/wohnen/"):
        shown = section(client, path)
        assert "Armutskonferenz" in shown
        assert "Anderes" not in shown
    assert 'href="/termine/?thema=altersarmut"' in section(client, "/themen/altersarmut/")


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [("/", 11), ("/quartiere/welper/", 9)])
def test_sections_cost_the_same_few_queries_however_many_dates(
    client, site, welper, django_assert_num_queries, count, path, queries
):
    for n in range(count):
        factories.event(f"Termin {n}", quarters=[welper, QuarterFactory()], capacity=5)
    client.get(path)
    with django_assert_num_queries(queries):
        client.get(path)


def test_search_finds_an_event_by_kind_organiser_and_place_and_forgets_it_when_it_is_taken_back(client, site):
    event = factories.event("Seniorentreff", slug="seniorentreff", kind="talk", place_name="Gemeindehaus")
    Organiser.objects.create(event=event, name="Bürgerverein Hüttenau")
    for words in ("Senioren", "Vortrag", "Gemeindehaus", "Hüttenau"):
        assert "/termine/seniorentreff/" in client.get(f"/suche/?q={words}").content.decode(), words
    event.stage = Stage.DRAFT
    event.save()
    assert "/termine/seniorentreff/" not in client.get("/suche/?q=Senioren").content.decode()


def test_the_sitemap_names_calendar_and_public_events(client, site):
    factories.event("Café", slug="cafe")
    factories.event("Entwurf", slug="entwurf", stage=Stage.DRAFT)
    page = client.get("/sitemap.xml").content.decode()
    for path in ("/termine/", "/termine/monat/", "/termine/cafe/", "/en/termine/cafe/"):
        assert f"<loc>http://testserver{path}</loc>" in page
    assert "entwurf" not in page


def test_the_navigation_leads_to_the_calendar(client, site):
    page = client.get("/aktuelles/").content.decode()
    assert 'href="/termine/"' in page.partition("<main")[0]


def test_the_bench_measures_what_it_made_up_and_leaves_nothing(site, welper):
    found = bench_calendar.measure(events=30)
    assert [m.name.partition(",")[0] for m in found] == [
        "calendar: month",
        "calendar: month of a Quartier",
        "calendar: list",
        "calendar: list of a Quartier",
        "calendar: what is past",
        "calendar: SQL queries",
    ]
    assert 5 <= found[-1].value <= 10
    assert not Event.objects.exists()
