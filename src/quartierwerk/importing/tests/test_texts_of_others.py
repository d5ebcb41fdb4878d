"""Who writes drafts only, such as an association, has the texts he gave himself; all others are the town's editors'."""

from datetime import timedelta

import pytest

from quartierwerk.core import clock
from quartierwerk.events import factories as event_factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.importing import actions, factories
from quartierwerk.importing.enums import CameBy, State
from quartierwerk.importing.feeds.queries import changes_for
from quartierwerk.importing.models import Announcement, Example, Figure
from quartierwerk.importing.tests.reviewing import decide
from quartierwerk.news import factories as news_factories
from quartierwerk.people import actions as people_actions
from quartierwerk.people.models import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]
DESK = "/schreibtisch/uebernehmen/"
MINUTES = "Protokoll der 14. Sitzung. Entschuldigt ist Frau Muster."
TITLE = "Nähcafé im Bürgerhaus"


@pytest.fixture
def own(bernd):
    return factories.announcement(by=bernd)


@pytest.fixture
def of_the_town(edda):
    return factories.announcement(MINUTES, by=edda)


@pytest.fixture
def association(at_desk, bernd):
    return at_desk(bernd)


def titles(response):
    return [row["title"] for row in response.context["rows"]]


@pytest.fixture(params=["bernd", "coordinator"])
def who_drafts(request, bernd):
    """Everybody who writes drafts and publishes nothing."""
    if request.param == "coordinator":
        people_actions.grant_role(user=bernd, role=Role.COORDINATOR)
    return bernd


def test_the_list_holds_the_own_texts_only(at_desk, who_drafts, own, of_the_town):
    browser = at_desk(who_drafts)
    assert titles(browser.get(DESK)) == [TITLE]
    assert titles(browser.get(DESK, {"stand": "alle", "q": "Protokoll"})) == []


@pytest.mark.parametrize("way", ["", "zur-seite/", "zurueckholen/"])
def test_a_text_of_somebody_else_is_not_there(association, of_the_town, way):
    url = f"{of_the_town.get_absolute_url()}{way}"
    assert association.post(url).status_code == 404
    if not way:
        assert association.get(url).status_code == 404
    of_the_town.refresh_from_db()
    assert of_the_town.state == State.WAITING


@pytest.mark.parametrize("came_by", [CameBy.FEED, CameBy.FILE, CameBy.OLD_SITE])
def test_nor_is_what_nobody_gave(association, came_by):
    text = factories.announcement(MINUTES, came_by=came_by, key=f"x:{came_by}")
    assert association.get(text.get_absolute_url()).status_code == 404
    assert titles(association.get(DESK, {"stand": "alle"})) == []


def test_the_own_one_is_looked_at_put_aside_and_taken_over(association, own):
    association.post(f"{DESK}{own.pk}/zur-seite/")
    own.refresh_from_db()
    assert own.state == State.SET_ASIDE
    association.post(f"{DESK}{own.pk}/zurueckholen/")
    assert decide(association, own, "drafts").status_code == 302
    own.refresh_from_db()
    assert own.state == State.TAKEN


def test_the_towns_editors_see_what_an_association_gave(at_desk, edda, own):
    assert titles(at_desk(edda).get(DESK)) == [TITLE]
    assert at_desk(edda).get(own.get_absolute_url()).status_code == 200


def test_the_same_words_lead_to_no_text_of_somebody_else(association, of_the_town):
    response = association.post(DESK, {"text": MINUTES}, follow=True)
    assert [address for address, _code in response.redirect_chain] == [DESK]
    assert "Dieser Text liegt schon bei der Redaktion." in response.content.decode()


def test_nor_do_they_bring_it_back(association, of_the_town, edda):
    actions.set_aside(announcement=of_the_town, by=edda)
    association.post(DESK, {"text": MINUTES})
    of_the_town.refresh_from_db()
    assert of_the_town.state == State.SET_ASIDE


def test_another_page_of_the_desk_is_not_offered(association, own):
    shown = association.get(DESK).content.decode()
    assert [path for path in ("quellen/", "zahlen/", "lernbeispiele/") if f"{DESK}{path}" in shown] == []


@pytest.mark.parametrize(
    "path",
    [
        "quellen/", "quellen/neu/", "quellen/{feed}/", "quellen/{feed}/aendern/", "lernbeispiele/",
        "lernbeispiele.jsonl", "zahlen/",
    ],
)  # fmt: skip
@pytest.mark.parametrize(("who", "code"), [("bernd", 403), ("edda", 200), ("carla", 200), ("mona", 200)])
def test_what_else_is_kept_is_for_the_towns_editors(at_desk, request, edda, who, code, path):
    feed = actions.add_feed(name="Bürgerverein", url="https://verein.example/t.ics", by=edda)
    browser = at_desk(request.getfixturevalue(who))
    assert browser.get(DESK + path.format(feed=feed.pk)).status_code == code


@pytest.mark.parametrize(
    "path",
    [
        "quellen/{feed}/abfragen/", "quellen/{feed}/entfernen/", "quellen/{feed}/anbieten/1/",
        "quellen/aenderungen/1/uebernehmen/", "quellen/aenderungen/1/ablehnen/", "zahlen/{figure}/loeschen/",
    ],
)  # fmt: skip
def test_and_nothing_is_done_with_it_by_others(association, edda, path):
    feed = actions.add_feed(name="Bürgerverein", url="https://verein.example/t.ics", by=edda)
    figure = Figure.objects.create(value=750, unit="Personen", sentence="750 Personen")
    assert association.post(DESK + path.format(feed=feed.pk, figure=figure.pk)).status_code == 403
    assert Figure.objects.count() == 1


def test_no_query_gives_an_association_anything_of_the_town(bernd, edda, own, of_the_town):
    from quartierwerk.importing import queries

    day = clock.today()
    Example.objects.create(text=MINUTES, read_on=day, labels=[], read=[], is_corrected=False)
    Figure.objects.create(value=750, unit="Personen", sentence="750 Personen")
    actions.add_feed(name="Bürgerverein", url="https://verein.example/t.ics", by=edda)
    of = (queries.examples_for, queries.figures_for, queries.feeds_for, changes_for)
    assert [list(fetch(bernd)) for fetch in of] == [[], [], [], []]
    assert list(queries.announcements_for(bernd)) == [own]
    assert Announcement.objects.count() == 2


def test_drafts_of_others_are_not_told_as_there_already(association, own):
    """An association learns from the review what is public, not what the town plans."""
    draft = event_factories.event(TITLE, starts_at=local(2026, 10, 6, 15), stage=Stage.DRAFT)
    news = news_factories.news(TITLE, date=clock.today() - timedelta(days=1), live=False)
    board = association.get(own.get_absolute_url()).context["board"]
    assert [part.known_events for part in board.events] == [[], []]
    assert [part.known for part in board.news] == [None]
    assert draft.pk
    assert news.pk


def test_but_what_is_public_is(association, own):
    there = event_factories.event(TITLE, starts_at=local(2026, 10, 6, 15))
    board = association.get(own.get_absolute_url()).context["board"]
    assert [each["event"] for each in board.events[0].known_events] == [there]
