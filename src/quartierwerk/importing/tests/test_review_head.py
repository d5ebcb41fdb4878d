"""What stands above a review: never that all is well where it may not be; and what is no sentence is not offered."""

import pytest

from quartierwerk.events import factories as event_factories
from quartierwerk.events.factories import local
from quartierwerk.importing import actions, factories
from quartierwerk.importing.actions import Given
from quartierwerk.importing.enums import CameBy, Decision
from quartierwerk.importing.languages import has_german_sentence
from quartierwerk.importing.models import Feed
from quartierwerk.places.factories import VenueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]
CLEAR = """Nähcafé im Bürgerhaus

Das Nähcafé im Bürgerhaus findet am Dienstag, 6. Oktober 2026, von 15 bis 17 Uhr statt. Der Eintritt ist frei.
"""
GIBBERISH = "asdf qwer 12345 !!!"
WELL = "Nichts Zweifelhaftes gefunden"


@pytest.fixture(autouse=True)
def house():
    return VenueFactory(name="Bürgerhaus", street="Am Markt 4")


@pytest.fixture
def shown(at_desk, edda):
    def open_review(text):
        response = at_desk(edda).get(factories.announcement(text).get_absolute_url())
        return response.context["board"], response.content.decode()

    return open_review


def test_where_nothing_is_marked_it_says_so(shown):
    board, page = shown(CLEAR)
    assert board.doubts == []
    assert WELL in page


def test_where_nothing_was_read_it_says_what_to_do(shown):
    board, page = shown("Anzeige\n\n")
    assert not board.draft.news and not board.draft.events
    assert WELL not in page
    assert page.count("In diesem Text ist nichts zu erkennen.") == 1


def test_gibberish_is_not_offered_as_news(shown):
    board, page = shown(GIBBERISH)
    assert board.news[0].form.chosen == Decision.LEAVE_OUT
    assert WELL not in page
    assert "Nichts davon ist zum Veröffentlichen gewählt." in page


def test_what_a_partner_sends_is_news_in_any_words(at_desk, edda):
    feed = Feed.objects.create(name="Musterverein", url="https://verein.example/rss")
    text, _new = actions.give(
        given=Given("Wochenmarkt Musterdorf", title="Wochenmarkt", came_by=CameBy.FEED, feed=feed, key="1")
    )
    board = at_desk(edda).get(text.get_absolute_url()).context["board"]
    assert [part.form.chosen for part in board.news] == [Decision.PUBLISH] * len(board.news)


def test_over_what_is_called_off_it_never_says_that_all_is_well(shown):
    event_factories.event(
        "Nähcafé im Bürgerhaus", starts_at=local(2026, 10, 6, 15), registration_mode="asked"
    )
    board, page = shown(
        "Nähcafé im Bürgerhaus fällt aus\n\n"
        "Das Nähcafé im Bürgerhaus am Dienstag, 6. Oktober 2026, um 15 Uhr fällt aus."
    )
    assert Decision.CANCEL in [part.form.chosen for part in board.events]
    assert WELL not in page


def test_the_first_links_lead_to_form_and_text(shown):
    _board, page = shown(CLEAR)
    skip = page[page.index("qw-skip") :]
    assert skip.index('href="#formular"') < skip.index('href="#text"') < skip.index('href="#inhalt"')


@pytest.mark.parametrize(
    "text",
    [
        "Die Bücherei bleibt zu.", "Straßenfest in Welper", "Der Chor singt", "Wir treffen uns wieder",
        "asdf qwer\nAm Montag gibt es Kuchen.",
    ],
)  # fmt: skip
def test_a_german_sentence_is_known(text):
    assert has_german_sentence(text)


@pytest.mark.parametrize(
    "text", [GIBBERISH, "", "12345", "lorem ipsum dolor sit amet", "xx yy zz\nqq", "und so"]
)
def test_other_signs_are_none(text):
    assert not has_german_sentence(text)
