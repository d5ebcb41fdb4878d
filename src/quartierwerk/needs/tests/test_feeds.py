"""Atom feeds: what was newly said and answered, of the town, of a Quartier, of a field of action."""

from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest

from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import State
from quartierwerk.needs.models import Need
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import FieldOfActionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
ATOM = "{http://www.w3.org/2005/Atom}"
ALL, WELPER, WOHNEN = (
    f"/handlungsbedarfe/{part}atom.xml" for part in ("", "quartier/welper/", "handlungsfeld/wohnen/")
)
HERE = "http://testserver/handlungsbedarfe/"


@pytest.fixture(autouse=True)
def _at_noon(time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 11, tzinfo=UTC), tick=False)


def feed(client, path=ALL):
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return ET.fromstring(answer.content)  # noqa: S314 - our own


def titles(client, path=ALL):
    return [entry.findtext(f"{ATOM}title") for entry in feed(client, path).iter(f"{ATOM}entry")]


def test_each_feed_holds_its_own(client):
    welper, wohnen = QuarterFactory(slug="welper"), FieldOfActionFactory(slug="wohnen")
    factories.public_need("Hier", place=Place(quarter=welper))
    factories.public_need("Davon", field=wohnen)
    factories.public_need("Sonst")
    assert [sorted(titles(client, path)) for path in (ALL, WELPER, WOHNEN)] == [
        ["Davon (veröffentlicht)", "Hier (veröffentlicht)", "Sonst (veröffentlicht)"],
        ["Hier (veröffentlicht)"],
        ["Davon (veröffentlicht)"],
    ]


def test_it_has_what_the_standard_asks_for(client):
    """RFC 4287: id, title, updated, an author; each entry with id, title, updated and its page."""
    field = FieldOfActionFactory(name="Wohnen")
    need = factories.public_need(field=field, place=Place(quarter=QuarterFactory(name="Welper")))
    told = feed(client)
    assert told.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert len(told.findall(f"{ATOM}{name}")) == 1
    links = {link.get("rel"): link.get("href") for link in told.findall(f"{ATOM}link")}
    assert links == {"alternate": HERE, "self": "http://testserver/handlungsbedarfe/atom.xml"}
    (entry,) = told.iter(f"{ATOM}entry")
    for name in ("id", "title", "updated", "published"):
        assert len(entry.findall(f"{ATOM}{name}")) == 1
    assert entry.findtext(f"{ATOM}id").startswith("urn:uuid:")
    assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated")).tzinfo
    assert entry.find(f"{ATOM}link").get("href") == f"{HERE}{need.reference}/"
    assert [part.get("term") for part in entry.findall(f"{ATOM}category")] == ["Problem", "Welper", "Wohnen"]


def test_its_id_stays_when_it_is_answered_and_it_stands_first_again(client, mona, time_machine):
    old = factories.public_need("Alt")
    before = {entry.findtext(f"{ATOM}id") for entry in feed(client).iter(f"{ATOM}entry")}
    time_machine.move_to(datetime(2026, 11, 24, 11, tzinfo=UTC), tick=False)
    factories.public_need("Neu")
    time_machine.move_to(datetime(2026, 11, 25, 11, tzinfo=UTC), tick=False)
    actions.move_on(need=old, state=State.PLANNED, reason="Im Frühling.", by=mona)
    assert titles(client) == ["Alt (geplant)", "Neu (veröffentlicht)"]
    first = next(feed(client).iter(f"{ATOM}entry"))
    assert first.findtext(f"{ATOM}id") in before
    assert first.findtext(f"{ATOM}updated").startswith("2026-11-25")


def test_what_somebody_typed_is_text_for_whoever_reads_it_as_html(client):
    factories.public_need("<b>Bank</b>", text='Erst <script>alert("x")</script>\n\n& dann\x07.')
    entry = next(feed(client).iter(f"{ATOM}entry"))
    assert entry.findtext(f"{ATOM}title") == "<b>Bank</b> (veröffentlicht)"
    summary = entry.find(f"{ATOM}summary")
    assert summary.get("type") == "html"
    assert summary.text == (
        "<p>Erst &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</p>\n\n<p>&amp; dann.</p>"
    )


def test_nobody_is_named_and_what_is_gone_is_gone(client, erna, mona):
    factories.public_need(person=erna)
    actions.remove(need=factories.public_need("Werbung"), reason="Werbung", by=mona)
    factories.need("Wartet")
    text = client.get(ALL).text
    assert titles(client) == ["Die Bank am Ufer ist kaputt (veröffentlicht)"]
    assert not [word for word in ("Erna", "4923241234", "Werbung", "Wartet") if word in text]


def test_it_holds_the_thirty_that_changed_last(client):
    for number in range(32):
        factories.public_need(f"Wunsch {number}")
    assert len(titles(client)) == 30


def test_an_empty_feed_is_a_feed(client):
    assert titles(client) == []


@pytest.mark.parametrize("path", [WELPER, WOHNEN])
def test_a_feed_of_nothing_is_not_found(client, path):
    assert client.get(path).status_code == 404
    QuarterFactory(slug="welper", is_public=False)
    assert client.get(path).status_code == 404


def test_the_list_and_the_page_name_the_feeds(client):
    welper, wohnen = QuarterFactory(slug="welper"), FieldOfActionFactory(slug="wohnen")
    need = factories.public_need(place=Place(quarter=welper), field=wohnen)

    def named(path):
        parts = client.get(path).text.split('type="application/atom+xml"')[1:]
        return [part.split('href="', 1)[1].split('"')[0] for part in parts]

    assert named("/handlungsbedarfe/?quartier=welper&feld=wohnen") == [ALL, WELPER, WOHNEN]
    assert named(f"/handlungsbedarfe/{need.reference}/") == [WELPER]


@pytest.mark.parametrize("many", [1, 3])
def test_however_many_there_are_the_database_is_asked_as_often(client, many, django_assert_num_queries):
    quarter = QuarterFactory(slug="welper")
    for number in range(many):
        factories.public_need(f"Wunsch {number}", place=Place(quarter=quarter))
    Need.objects.update(last_answered_at=datetime(2026, 11, 23, tzinfo=UTC))
    client.get(WELPER)
    with django_assert_num_queries(7):  # two of them read the town, which is remembered outside of tests
        client.get(WELPER)
