"""Partners' feeds in a browser: added, a change taken over, by keyboard, on a small screen, in the dark."""

import os
from functools import partial
from pathlib import Path

import pytest

from quartierwerk.events import factories as event_factories
from quartierwerk.events.factories import in_a_week
from quartierwerk.importing import actions
from quartierwerk.importing.actions import EventSaid, Said
from quartierwerk.importing.enums import Decision
from quartierwerk.importing.feeds import polling, views
from quartierwerk.importing.feeds.reading import read
from quartierwerk.importing.fetching import fetch
from quartierwerk.importing.models import Announcement, Feed
from quartierwerk.importing.tests.feed_texts import event_entry, ics, vevent
from quartierwerk.testing.browser import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("site")]
LIST = "/schreibtisch/uebernehmen/quellen/"
SHOTS = os.environ.get("SCREENSHOTS")


@pytest.fixture(autouse=True)
def this_machine_is_the_web(web, monkeypatch):
    def here(content, *, zone, today, content_type=""):
        return read(content, zone=zone, today=today.isoformat(), content_type=content_type)

    monkeypatch.setattr(views, "fetch", partial(fetch, network=web.network()))
    monkeypatch.setattr(polling, "read_feed", here)


def shot(page, name):
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.fixture
def busy(edda):
    """A partner with everything: waiting, doubled, changed; one that fails, one that is paused."""
    feed = actions.add_feed(name="Bürgerverein Winz-Baak und Niederwenigern-Oberstüter e. V.", url="https://buergerverein-winz-baak-niederwenigern.example/veranstaltungskalender/gesamtansicht.ics", by=edda)  # fmt: skip
    starts = in_a_week()
    at = starts.strftime("%Y-%m-%dT%H:%M")
    later = starts.strftime("%Y-%m-%dT18:30")
    entry = event_entry(
        "Straßenbeleuchtungsinstandhaltungsversammlung", at, uid="v", text="Wir treffen uns.", place="Rathaus"
    )
    entries = [
        entry,
        event_entry("Nähcafé", at, uid="n", rule="FREQ=WEEKLY"),
        event_entry("Chorprobe", at, uid="c"),
    ]
    event_factories.event("Chorprobe", starts_at=starts)
    actions.take_in(feed=feed, kind="calendar", entries=entries)
    taken = Announcement.objects.get(title=entry["title"])
    event = event_factories.event(entry["title"], starts_at=starts, ends_at=None, registration_mode="required", description="Von Hand geschrieben.")  # fmt: skip
    event_factories.registration(event)
    actions.take(announcement=taken, said=Said(events=[EventSaid(Decision.THERE, known=event)]), by=edda)
    changed = {
        **entry,
        "starts": later,
        "place": "Bürgertreff, Am Markt 4",
        "text": "Wir treffen uns und essen.",
    }
    actions.take_in(feed=feed, kind="calendar", entries=[changed, *entries[1:]])
    actions.note_answer(feed=feed, kind="calendar", to_come=3, bad=1)
    broken = actions.add_feed(name="Kirchengemeinde", url="https://kirche.example/t.ics", by=edda)
    actions.note_failure(feed=broken, problem="not_found")
    paused = actions.add_feed(name="Sportverein", url="https://sport.example/rss", by=edda)
    actions.pause_feed(feed=paused, is_active=False, by=edda)
    return feed


@pytest.mark.parametrize("javascript", [True, False])
def test_an_address_is_entered_and_what_it_brings_waits(desk_page, edda, web, javascript):  # noqa: F811
    starts = in_a_week()
    url = web.says(
        "/t.ics", ics(vevent("Nähcafé", "1", starts.strftime("%Y%m%dT%H%M%S"))), content_type="text/calendar"
    )
    page = desk_page(edda, javascript=javascript)
    page.goto(LIST)
    page.get_by_role("link", name="Partnerquelle eintragen").click()
    page.get_by_label("Adresse").fill(url)
    page.get_by_role("button", name="Ausprobieren und speichern").click()
    page.get_by_text("Gefunden: ein Kalender mit 1 kommenden Eintrag.").wait_for()
    page.get_by_role("link", name="Nähcafé").wait_for()
    assert Feed.objects.get().name == "Bürgerverein"


def test_a_change_is_taken_over_by_keyboard(desk_page, edda, busy):  # noqa: F811
    page = desk_page(edda)
    page.goto(LIST)
    page.get_by_label("Grund").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Der Raum ist belegt.")
    page.keyboard.press("Enter")
    page.get_by_text("1 Anmeldung bekommt Bescheid.").wait_for()
    event = Announcement.objects.get(title__startswith="Straßen").results.get().event
    assert (event.stage_reason, event.place_name, event.description) == (
        "Der Raum ist belegt.", "Bürgertreff", "Von Hand geschrieben.",
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_are_for_everybody(desk_page, edda, busy, width, scheme):  # noqa: F811
    page = desk_page(edda, width=width, colour_scheme=scheme)
    for name, path in (
        ("list", ""),
        ("feed", f"{busy.pk}/"),
        ("add", "neu/"),
        ("edit", f"{busy.pk}/aendern/"),
    ):
        page.goto(f"{LIST}{path}")
        shot(page, f"{name}-{width}-{scheme}")
        assert fits(page), name
        assert axe(page, also=["target-size"]) == [], name
    page.goto(f"{LIST}neu/")
    page.get_by_role("button", name="Ausprobieren und speichern").click()
    page.get_by_role("alert").wait_for()
    shot(page, f"wrong-{width}-{scheme}")
    assert axe(page, also=["target-size"]) == []
