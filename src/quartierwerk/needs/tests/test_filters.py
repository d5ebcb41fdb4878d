"""Narrowing: list, map, table and files find the same for the same address, whatever stands in it."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest

from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import Kind, State
from quartierwerk.needs.models import Need
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import FieldOfActionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
HERE = "/handlungsbedarfe/"
PAGES = (HERE, f"{HERE}karte/", f"{HERE}tabelle/")


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 11, tzinfo=UTC), tick=False)


@pytest.fixture
def said(mona):
    """Five needs that differ in everything, one said twice, one that waits and one taken away."""
    welper = QuarterFactory(name="Welper", slug="welper")
    mitte = QuarterFactory(name="Mitte", slug="mitte")
    wohnen = FieldOfActionFactory(name="Wohnen", slug="wohnen")
    treffen = FieldOfActionFactory(name="Gemeinschaft", slug="gemeinschaft")

    def said(title, place, *, days_ago=0, state=None, **values):
        need = factories.public_need(title, place=Place(*place), **values)
        if state:
            actions.move_on(need=need, state=state, reason="Weil es so ist.", by=mona)
        published_at = datetime(2026, 11, 23, 11, tzinfo=UTC).replace(year=2025 if days_ago > 300 else 2026)
        if days_ago == 10:
            published_at = datetime(2026, 11, 13, 11, tzinfo=UTC)
        Need.objects.filter(pk=need.pk).update(published_at=published_at)
        return need

    bank = said("Bank", (51.40, 7.20, "", welper), field=wohnen)
    said("Regal", (51.41, 7.21, "", mitte), field=treffen, kind=Kind.IDEA, state=State.IN_PROGRESS)
    said("Ampel", (51.42, 7.22, "", welper), kind=Kind.CONCERN, state=State.DONE, days_ago=365)
    said("Lob", (51.43, 7.23), kind=Kind.PRAISE, state=State.NOT_POSSIBLE, days_ago=10)
    said("Bus", (51.44, 7.24, "", mitte), field=wohnen)
    again = said("Noch eine Bank", (51.40, 7.20, "", welper))
    actions.mark_duplicate(need=again, of=bank, by=mona)
    factories.need("Wartet", place=Place(51.40, 7.20, "", welper))
    actions.remove(need=said("Weg", (51.40, 7.20, "", welper)), reason="Werbung", by=mona)


def found(client, query):
    """What list, map and table, both files and the map's data find, each as a set of titles; of the last its number."""
    pages = [{item["title"] for item in client.get(f"{path}?{query}").context["items"]} for path in PAGES]
    table = client.get(f"{HERE}handlungsbedarfe.csv?{query}").getvalue().decode("utf-8-sig")
    rows = {row["title"] for row in csv.DictReader(io.StringIO(table), delimiter=";")}
    features = json.loads(client.get(f"{HERE}handlungsbedarfe.geojson?{query}").getvalue())["features"]
    on_map = client.get(f"{HERE}karte.json?{query}&stufe=3").json()
    assert on_map["total"] == sum(f["properties"].get("count", 1) for f in on_map["features"])
    return [*pages, rows, {feature["properties"]["title"] for feature in features}], on_map["total"]


ALL = {"Bank", "Regal", "Ampel", "Lob", "Bus"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ALL),
        ("quartier=welper", {"Bank", "Ampel"}),
        ("feld=wohnen", {"Bank", "Bus"}),
        ("art=problem", {"Bank", "Bus"}),
        ("art=idee", {"Regal"}),
        ("art=anliegen", {"Ampel"}),
        ("art=lob", {"Lob"}),
        ("stand=offen", {"Bank", "Regal", "Bus"}),
        ("stand=geloest", {"Ampel"}),
        ("stand=geschlossen", {"Lob", "Noch eine Bank"}),
        ("stand=in-arbeit", {"Regal"}),
        ("stand=schon-gemeldet", {"Noch eine Bank"}),
        ("stand=geplant", set()),
        ("zeit=7-tage", {"Bank", "Regal", "Bus"}),
        ("zeit=30-tage", {"Bank", "Regal", "Bus", "Lob"}),
        ("zeit=2025", {"Ampel"}),
        ("q=Bänke", {"Bank"}),
        ("ausschnitt=7.195,51.395,7.215,51.415", {"Bank", "Regal"}),
        ("quartier=mitte&feld=wohnen", {"Bus"}),
        ("quartier=welper&stand=geloest&art=anliegen&zeit=2025&q=Ampel", {"Ampel"}),
        ("quartier=welper&stand=geloest&art=idee", set()),
    ],
)
def test_every_way_to_look_finds_the_same_for_the_same_filter(client, said, query, expected):
    titles, total = found(client, query)
    assert titles == [expected] * 5
    assert total == len(expected)


UNKNOWN = [
    "quartier=gibtsnicht",
    "feld=%27%20OR%201=1--",
    "art=" + "x" * 500,
    "stand=eingegangen",
    "stand=zurueckgezogen",
    "zeit=1870",
    "zeit=99999999999999999999",
    "zeit=%C2%B2%C2%B3",
    "ausschnitt=hier",
    "ausschnitt=1,2,3",
    "ausschnitt=nan,nan,nan,nan",
    "ausschnitt=7.2,51.4,7.1,51.3",
    "ausschnitt=-900,0,900,10",
    "ausschnitt=" + ",".join(["1e400"] * 4),
    "sortierung=zufall",
    "seite=viele",
    "seite=-3",
    "q=%00",
    "q=%22*%25_%5C",
    "x=%00&y[]=1",
]


@pytest.mark.parametrize("query", UNKNOWN)
def test_what_is_unknown_narrows_nothing_and_breaks_nothing(client, said, query):
    titles, total = found(client, query)
    assert titles == [ALL] * 5
    assert total == 5


def test_an_unknown_choice_is_told_in_the_form_which_opens_to_show_it(client, said):
    page = client.get(f"{HERE}?art=lied&quartier=atlantis").text.split("<main", 1)[1]
    assert page.count("Das gibt es hier nicht. Bitte wählen Sie aus der Liste.") == 2
    assert '<details class="qw-filter__more" open>' in page
    assert "atlantis" not in page
    assert "<h1>Handlungsbedarfe</h1>" in page


def test_endless_words_are_cut_and_the_reader_is_told(client, said):
    page = client.get(f"{HERE}?q={'Wort ' * 400}")
    assert page.status_code == 200
    assert len(page.context["filter"].words) == 120
    assert "q" in page.context["filter"].errors


def test_words_are_shown_as_typed_and_never_as_markup(client, said):
    page = client.get(f"{HERE}?q=<script>alert(1)</script>").text
    assert "<script>alert" not in page
    assert "„&lt;script&gt;alert(1)&lt;/script&gt;“" in page


def test_a_quarter_that_is_not_public_is_no_choice_and_its_name_stands_nowhere(client):
    hidden = QuarterFactory(name="Verborgen", slug="verborgen", is_public=False)
    factories.public_need(place=Place(quarter=hidden))
    for path in (*PAGES, f"{HERE}handlungsbedarfe.csv", f"{HERE}atom.xml"):
        answer = client.get(f"{path}?quartier=verborgen")
        text = (answer.getvalue() if answer.streaming else answer.content).decode()
        assert "erborgen" not in text.split("<main", 1)[-1]


def test_the_heading_says_what_was_chosen_and_everything_can_be_undone_at_once(client, said):
    page = client.get(f"{HERE}?quartier=welper&art=problem&stand=offen").text
    assert "<h1>Handlungsbedarfe: Welper, Problem, offen</h1>" in page
    assert '<a class="qw-tap" href="/handlungsbedarfe/">Auswahl aufheben</a>' in page


def test_the_other_ways_to_look_keep_what_was_chosen(client, said):
    views = client.get(f"{HERE}?quartier=welper&art=problem&art=idee&sortierung=aelteste&x=1").context[
        "views"
    ]
    assert [view["url"] for view in views] == [
        f"{path}?quartier=welper&art=idee&sortierung=aelteste" for path in PAGES
    ]


def test_the_years_are_those_in_which_something_was_published(client, said):
    years = client.get(HERE).context["filter"].fields["zeit"].choices
    assert [word for word, _label in years] == ["", "7-tage", "30-tage", "2026", "2025"]


def test_the_towns_words_for_states_stand_in_the_choices(client):
    from quartierwerk.needs.models import StateWording

    StateWording.objects.create(state=State.DONE, label="geschafft")
    assert '<option value="erledigt">geschafft</option>' in client.get(HERE).text
