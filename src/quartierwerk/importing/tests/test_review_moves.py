"""In however many words a text moves something: the event that is there is moved, and never cancelled for its old day."""

import pytest

from quartierwerk.events import factories as event_factories
from quartierwerk.events.factories import local
from quartierwerk.importing import factories
from quartierwerk.importing.enums import Decision
from quartierwerk.importing.tests.reviewing import decide
from quartierwerk.news import factories as news_factories
from quartierwerk.places.factories import VenueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_november")]


@pytest.fixture
def conference():
    return event_factories.event(
        "Beispiel: Stadtteilkonferenz Welper",
        starts_at=local(2026, 12, 24, 17),
        ends_at=local(2026, 12, 24, 19),
        place_name="Bürgertreff",
    )


def events(browser, text):
    """Without the empty form."""
    return browser.get(factories.announcement(text).get_absolute_url()).context["board"].events[:-1]


MOVES = [
    "Die Stadtteilkonferenz Welper wird verlegt: Statt am Donnerstag, 24. Dezember, um 17 Uhr findet sie nun am Donnerstag, "
    "14. Januar 2027, von 17 bis 19 Uhr statt.",
    "Terminverlegung\n\nDie Stadtteilkonferenz Welper wird verlegt: Statt am 24. Dezember um 17 Uhr findet sie nun am "
    "14. Januar 2027, 17 Uhr, statt. Bereits erfolgte Anmeldungen behalten ihre Gültigkeit.",
    "Die Stadtteilkonferenz Welper am 24. Dezember wird auf den 14. Januar 2027, 17 Uhr, verlegt.",
    "Die Stadtteilkonferenz Welper wird vom 24.12. auf Donnerstag, 14. Januar 2027, 17 Uhr, verlegt.",
    "Stadtteilkonferenz Welper: neuer Termin\n\nDie Stadtteilkonferenz Welper wird vom 24. Dezember auf den 14. Januar "
    "verschoben, wieder um 17 Uhr.",
    "Hallo,\n\ndie Stadtteilkonferenz am 24.12. muss verschoben werden. Neuer Termin: Donnerstag, 14. Januar, 17 Uhr.",
    "Stadtteilkonferenz verlegt\n\nDie Stadtteilkonferenz Welper vom 24. Dezember findet stattdessen am Donnerstag, "
    "14. Januar 2027, um 17 Uhr statt.",
    "Verlegt! Die Stadtteilkonferenz Welper vom 24. Dezember findet erst am Donnerstag, 14. Januar 2027, um 17 Uhr statt.",
    "Stadtteilkonferenz: neuer Termin\n\nDie für den 24. Dezember geplante Stadtteilkonferenz muss leider verschoben "
    "werden. Neuer Termin ist Donnerstag, der 14. Januar 2027, 17 Uhr.",
]


@pytest.mark.parametrize("text", MOVES)
def test_old_and_new_day_are_one_part_and_the_event_is_moved(browser, conference, text):
    shown = events(browser, text)
    assert [part.form.chosen for part in shown] == [Decision.MOVE]
    assert shown[0].form.meant.event == conference
    time = shown[0].moves[0]
    assert (time["before"], time["after"]) == ("Do., 24.12.2026, 17 Uhr", "Do., 14.01.2027, 17 Uhr")
    answer = decide(browser, factories.announcement(text), e0_reason="Heiligabend", n0_decision="leave_out")
    assert answer.status_code == 302
    conference.refresh_from_db()
    assert conference.starts_at == local(2027, 1, 14, 17)


def test_old_and_new_day_are_marked_and_no_whole_sentence(browser, conference):
    text = (
        "Leider muss die Stadtteilkonferenz Welper am Donnerstag, 24. Dezember 2026, ausfallen. "
        "Sie wird am 14. Januar 2027 um 17 Uhr nachgeholt."
    )
    pieces = browser.get(factories.announcement(text).get_absolute_url()).context["board"].pieces
    marked = [piece.text for piece in pieces if piece.narrow]
    assert {"Donnerstag, 24. Dezember 2026", "14. Januar 2027"} <= set(marked)
    assert not [piece.text for piece in pieces if piece.is_doubtful]


@pytest.mark.parametrize("text", MOVES)
def test_without_that_event_nothing_is_cancelled(browser, text):
    assert Decision.CANCEL not in {part.form.chosen for part in events(browser, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadtteilkonferenz Welper am 24. Dezember um 17 Uhr fällt entgegen anderslautender Gerüchte nicht aus.",
        "Die Stadtteilkonferenz Welper am 24. Dezember um 17 Uhr ist nicht abgesagt. Sie findet wie geplant statt.",
    ],
)
def test_what_takes_place_is_not_cancelled(browser, conference, text):
    [part] = events(browser, text)
    assert part.form.chosen != Decision.CANCEL


def test_what_is_off_without_a_new_day_is_cancelled_as_before(browser, conference):
    [part] = events(browser, "Die Stadtteilkonferenz Welper am 24. Dezember um 17 Uhr fällt wegen Sturm aus.")
    assert part.form.chosen == Decision.CANCEL


def test_a_new_hour_is_a_move(browser, conference):
    [part] = events(
        browser,
        "Neue Uhrzeit!\n\nDie Stadtteilkonferenz Welper am Donnerstag, 24. Dezember, beginnt schon um 15 Uhr "
        "(nicht wie angekündigt um 17 Uhr).",
    )
    assert part.form.chosen == Decision.MOVE
    assert part.moves[0]["after"] == "Do., 24.12.2026, 15 Uhr"


def test_a_new_place_is_a_move(browser, conference):
    VenueFactory(name="Gemeindehaus St. Georg")
    [part] = events(
        browser,
        "Achtung, Raumwechsel: Die Stadtteilkonferenz Welper am 24. Dezember, 17 Uhr, findet nicht im Bürgertreff, "
        "sondern im Gemeindehaus St. Georg statt.",
    )
    assert (part.form.chosen, part.form["moves_place"].value()) == (Decision.MOVE, True)
    assert (part.moves[1]["before"], part.moves[1]["after"]) == ("Bürgertreff", "Gemeindehaus St. Georg")


def test_of_a_series_a_new_place_is_shown(browser):
    event_factories.event(
        "Café für Nachbarn",
        starts_at=local(2026, 12, 3, 15),
        rule="FREQ=WEEKLY;COUNT=6",
        place_name="Holschentor",
    )
    VenueFactory(name="Gemeindehaus St. Georg")
    [part] = events(
        browser,
        "Raumwechsel: Das Café für Nachbarn am Donnerstag, 3. Dezember, 15 Uhr findet nicht im Holschentor, "
        "sondern im Gemeindehaus St. Georg statt.",
    )
    assert part.form.chosen == Decision.THERE
    assert [(each["before"], each["after"]) for each in part.differs] == [
        ("Holschentor", "Gemeindehaus St. Georg")
    ]
    assert "Der Text nennt eine andere Zeit oder einen anderen Ort." in {
        each["sentence"] for each in part.doubts
    }


def test_what_goes_on_is_the_next_date_of_the_series(browser):
    there = event_factories.event(
        "Gedächtnistraining",
        starts_at=local(2026, 11, 30, 10),
        rule="FREQ=WEEKLY;COUNT=6",
        place_name="Gemeindehaus",
    )
    off, on = events(
        browser,
        "Das Gedächtnistraining am Montag, 7. Dezember, fällt aus. Am 14. Dezember geht es wie gewohnt um 10 Uhr weiter.",
    )
    assert (off.form.chosen, on.form.chosen) == (Decision.CANCEL, Decision.THERE)
    assert on.form.meant.event == there


# ------------------------------------------------------------------------------------------------- there already
def test_another_course_in_the_same_place_is_offered_and_not_chosen(browser):
    venue = VenueFactory(name="Volkshochschule Musterstadt")
    event_factories.event(
        "Smartphone-Kurs für Ältere", starts_at=local(2026, 12, 8, 10), venue=venue, place_name=""
    )
    [part] = events(
        browser,
        "Tablet-Kurs für Ältere\n\nDer Tablet-Kurs für Ältere ist am 8. Dezember 2026 um 10 Uhr in der Volkshochschule Musterstadt.",
    )
    assert part.form.chosen == Decision.PUBLISH
    assert [(each["event"].title, each["is_chosen"]) for each in part.known_events] == [
        ("Smartphone-Kurs für Ältere", False)
    ]


def test_news_that_only_bear_the_name_of_their_sender_are_two(browser, news_index):
    news_factories.news(
        "Volkshochschule Musterstadt", date=local(2026, 11, 20, 12).date(), teaser="Smartphones verstehen."
    )
    text = factories.announcement(
        "Volkshochschule Musterstadt\n\nIm Januar beginnt ein Kurs über Tablets. Alle sind eingeladen."
    )
    [news] = browser.get(text.get_absolute_url()).context["board"].news
    assert (news.form.chosen, bool(news.known)) == (Decision.PUBLISH, True)
