"""What is left out from the start says why, in one line, and what is doubtful about it counts. All samples."""

from datetime import date

import pytest

from quartierwerk.events import factories as event_factories
from quartierwerk.events.factories import local
from quartierwerk.importing import factories
from quartierwerk.importing.enums import Decision
from quartierwerk.importing.tests.reviewing import decide
from quartierwerk.news import factories as news_factories
from quartierwerk.places.factories import VenueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]
WELL = "Nichts Zweifelhaftes gefunden"
CLEAR = (
    "Nähcafé im Bürgerhaus\n\nDas Nähcafé im Bürgerhaus ist am Dienstag, 6. Oktober 2026, von 15 bis 17 Uhr."
)
PAST = "Nähcafé im Bürgerhaus\n\nDas Nähcafé im Bürgerhaus ist am Dienstag, 9. Juni 2026, von 15 bis 17 Uhr."
OFF = "Lesung im Bürgerhaus\n\nDie Lesung am Dienstag, 6. Oktober 2026, um 15 Uhr im Bürgerhaus fällt aus."
PUT_OFF = (
    "Lesung im Bürgerhaus\n\nDie Lesung am Dienstag, 6. Oktober 2026, um 15 Uhr im Bürgerhaus wird verschoben. "
    "Ein neuer Termin steht noch nicht fest."
)
BOTH = (
    "Lichterzug\n\nDer Lichterzug ist am Freitag, 9. Oktober 2026, um 17 Uhr im Bürgerhaus. Der Zug fällt aus, "
    "das Singen findet in jedem Fall statt."
)
ON = (
    "Lesung im Bürgerhaus\n\nDie Lesung am Dienstag, 6. Oktober 2026, um 15 Uhr im Bürgerhaus fällt entgegen "
    "anderslautender Gerüchte nicht aus."
)


@pytest.fixture(autouse=True)
def house():
    return VenueFactory(name="Bürgerhaus", street="Am Markt 4")


@pytest.fixture
def shown(browser):
    def open_review(text, **given):
        response = browser.get(factories.announcement(text, **given).get_absolute_url())
        return response.context["board"], response.content.decode()

    return open_review


def head(page, anchor):
    start = page.index(f'id="{anchor}"')
    return page[start : page.index("</summary>", start)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (PAST, "Ist schon vorbei."),
        (OFF, "Fällt aus, und auf der Seite ist es nicht gefunden."),
        (PUT_OFF, "Ist verschoben, ohne neuen Tag, und auf der Seite ist es nicht gefunden."),
        (BOTH, "Im Text steht beides: dass es ausfällt, und dass es stattfindet."),
        (f"{CLEAR} Es ist nicht öffentlich.", "Ist nicht öffentlich."),
        (f"-- INTERN --\n{CLEAR}", "Der ganze Text ist als nicht öffentlich gekennzeichnet."),
        (f"Nur für den internen Gebrauch\n\n{CLEAR}", "Der ganze Text ist als nicht öffentlich gekennzeichnet."),
    ],
)  # fmt: skip
def test_an_event_says_why_in_its_head(shown, text, why):
    board, page = shown(text)
    assert board.events[0].form.chosen == Decision.LEAVE_OUT
    assert board.events[0].why_not == why
    assert why in head(page, "termin-1")
    assert WELL not in page


def test_what_takes_place_after_all_is_published(shown):
    board, _page = shown(ON)
    assert (board.events[0].form.chosen, board.events[0].why_not) == (Decision.PUBLISH, "")


def test_what_is_there_already_says_which(shown):
    event_factories.event("Nähcafé im Bürgerhaus", starts_at=local(2026, 10, 6, 15))
    _board, page = shown(CLEAR)
    assert "Steht vielleicht schon da: Nähcafé im Bürgerhaus, Di., 06.10.2026, 15 Uhr" in head(
        page, "termin-1"
    )


def test_news_that_are_there_already_say_so(shown, news_index):
    news_factories.news("Nähcafé im Bürgerhaus", date=date(2026, 9, 1))
    _board, page = shown(CLEAR)
    assert "Steht vielleicht schon da: Nähcafé im Bürgerhaus" in head(page, "nachricht-1")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("asdf qwer 12345 !!!", "Darin ist kein deutscher Satz."),
        (
            "Protokoll der 3. Sitzung des Beirats\n\nAnwesend: U. Muster\n\nTOP 1 Begrüßung\nDie Sitzung beginnt.\n\n"
            "Nächste Sitzung: Dienstag, 13. Oktober 2026, 18 Uhr, Bürgerhaus",
            "Das ist ein Protokoll.",
        ),
        (
            "Vorstandssitzung\n\nDer Vorstand tagt am 6. Oktober 2026 um 19 Uhr im Bürgerhaus. Die Sitzung ist nicht öffentlich.",
            "Geht um etwas, das nicht öffentlich ist.",
        ),
        (
            "Frau Kern hat in der Probezeit schon 14 Fehlzeiten. Das ist zu viel.",
            "Handelt von Privatem einer Person.",
        ),
    ],
)
def test_news_say_why_in_their_head(shown, text, why):
    _board, page = shown(text)
    assert why in head(page, "nachricht-1")


def test_who_leaves_something_out_reads_no_reason(browser):
    answer = decide(browser, factories.announcement(CLEAR), "look", e0_decision="leave_out")
    assert answer.context["board"].events[0].why_not == ""


def test_and_no_reason_where_it_is_published_after_all(browser):
    answer = decide(browser, factories.announcement(PAST), "look", e0_decision="publish")
    assert answer.context["board"].events[0].why_not == ""


# ------------------------------------------------------------------------------------------------ the sentence above
def test_how_many_were_left_out_is_said_where_nothing_is_doubtful(shown):
    board, page = shown("Bürgerhaus\n\nDas Bürgerhaus hat ein neues Dach.", published_on=date(2024, 9, 1))
    assert board.doubts == []
    assert WELL not in page
    assert "Nichts davon ist zum Veröffentlichen gewählt." in page


def test_how_many_were_left_out_is_said_beside_the_doubts(shown):
    board, page = shown(
        f"{CLEAR}\n\nDie Lesung am Mittwoch, 9. Juni 2026, um 15 Uhr war schön. Die Lesung am 10. Oktober 2026, 15 Uhr, fällt aus."
    )
    left = [part for part in board.events if part.why_not]
    assert left
    assert f"{len(left)} Teil" in page or "Ein Teil ist weggelassen" in page


def test_doubts_of_what_is_left_out_count(shown):
    board, _page = shown(OFF.replace("Dienstag", "Mittwoch"))
    assert any("Wochentag und Datum passen nicht zusammen" in each["sentence"] for each in board.doubts)


def test_of_what_is_over_only_those_of_its_day_count(shown):
    board, _page = shown(PAST.replace(", von 15 bis 17 Uhr", "").replace("Dienstag", "Mittwoch"))
    assert {each["sentence"] for each in board.events[0].doubts} == {
        "Wochentag und Datum passen nicht zusammen: Der 9. Juni 2026 ist ein Dienstag.",
        "Der Termin liegt in der Vergangenheit.",
    }


def test_who_leaves_something_out_is_not_asked_about_it(browser):
    text = factories.announcement(CLEAR.replace("Dienstag", "Mittwoch"))
    answer = decide(browser, text, "look", e0_decision="leave_out")
    assert answer.context["board"].events[0].doubts == []


# ------------------------------------------------------------------------------------------------------- old news
OLD = "Das Bürgerhaus hat ein neues Dach. Es ist rot."


@pytest.mark.parametrize(
    ("day", "way"), [(date(2025, 8, 30), Decision.LEAVE_OUT), (date(2025, 9, 2), Decision.PUBLISH)]
)
def test_news_older_than_a_year_are_left_out(shown, day, way):
    board, page = shown(OLD, published_on=day)
    assert board.news[0].form.chosen == way
    assert ("Ist älter als ein Jahr." in head(page, "nachricht-1")) is (way == Decision.LEAVE_OUT)


@pytest.mark.parametrize(("year", "way"), [(2024, Decision.LEAVE_OUT), (2026, Decision.PUBLISH)])
def test_where_no_day_is_said_the_latest_event_counts(shown, year, way):
    days = f"am 6. Juni {year} um 15 Uhr und am 13. Juni {year} um 15 Uhr"
    board, _page = shown(f"Nähcafé im Bürgerhaus\n\nDas Nähcafé im Bürgerhaus ist {days}.")
    assert board.news[0].form.chosen == way


def test_news_without_any_day_are_new(shown):
    board, _page = shown(OLD)
    assert board.news[0].form.chosen == Decision.PUBLISH


# ---------------------------------------------------------------------------------------------- not in the directory
ELSEWHERE = (
    "Nähcafé im Gemeindehaus\n\nDas Nähcafé im Gemeindehaus findet am Dienstag, 6. Oktober 2026, von 15 bis 17 Uhr statt. "
    "Der Eintritt ist frei."
)


def test_that_a_place_is_not_in_the_directory_is_told_at_the_field_and_no_doubt(shown):
    board, page = shown(ELSEWHERE)
    assert board.events[0].form["place_name"].value()
    assert board.doubts == []
    assert WELL in page
    told = str(board.events[0].form["place_name"].help_text)
    assert '<span class="qw-told">Der Ort ist noch nicht im Verzeichnis.</span>' in told
    assert [piece.text for piece in board.pieces if piece.is_doubtful] == []


def test_nor_is_it_counted_in_the_list(browser):
    factories.announcement(ELSEWHERE)
    [row] = browser.get("/schreibtisch/uebernehmen/").context["rows"]
    assert row["doubts"] == ""


def test_where_the_place_is_unsure_it_stays_a_doubt():
    from quartierwerk.importing.extract.draft import Doubt, DoubtKind, EventDraft, Span, Value
    from quartierwerk.importing.review import notes

    place = Value("Ecke", (Span(0, 4),), 0.5, (Doubt(DoubtKind.PLACE_UNKNOWN, Span(0, 4)),))
    event = EventDraft(Span(0, 9), Value("Treff"), place=place)
    [doubt] = notes.of_event(event, in_directory=False, has_contact=False)["place_name"].doubts
    assert (doubt.kind, notes.number_of_doubts(event)) == (DoubtKind.PLACE_UNKNOWN, 1)


# ----------------------------------------------------------------------------------------------------------- untouched
def test_what_is_over_and_was_not_touched_is_not_asked_about(browser):
    text = factories.announcement(
        "10. Mai 2019\nMaifest\n\nDas Maifest ist am 16. Mai 2019 um 14 Uhr im Holschentor."
    )
    assert decide(browser, text).status_code == 302
