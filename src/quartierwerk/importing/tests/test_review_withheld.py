"""What is not for the public stands first in the review, is marked in the text and in no field. All samples."""

from datetime import date

import pytest

from quartierwerk.events import factories as event_factories
from quartierwerk.events.factories import local
from quartierwerk.importing import factories
from quartierwerk.importing.enums import Decision
from quartierwerk.importing.tests.reviewing import decide
from quartierwerk.news.models import NewsPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]
FEAST = "Sommerfest im Park\n\nAm Samstag, 17. Oktober 2026, um 15 Uhr feiern wir im Bürgerhaus."
SECRET = "Bitte NICHT veröffentlichen, dass Uwe Geheim auszieht."
MINUTES = (
    "Protokoll der 3. Sitzung des Beirats\n\nAnwesend: U. Geheim, I. Geheim\nEntschuldigt: K. Geheim (krank)\n\n"
    "TOP 1 Begrüßung\nDie Sitzung beginnt.\n\nNächste Sitzung: Dienstag, 13. Oktober 2026, 18 Uhr, Bürgerhaus"
)


def opened(browser, text):
    given = factories.announcement(text, read_on=date(2026, 9, 1))
    return given, browser.get(given.get_absolute_url())


def test_it_is_the_first_doubt_quoted_and_leads_to_the_marked_words(browser):
    _given, response = opened(browser, f"{FEAST}\n\n{SECRET}")
    board = response.context["board"]
    first = board.doubts[0]
    assert first["sentence"] == (
        f"Nicht für die Öffentlichkeit gedacht? Diese Worte sind weggelassen. „{SECRET}“"
    )
    piece = next(each for each in board.pieces if f"#{each.anchor}" == first["url"])
    assert (piece.text, piece.is_doubtful, piece.narrow.field) == (SECRET, True, "id_e0-description")


def test_it_is_in_no_field(browser):
    _given, response = opened(browser, f"{FEAST}\n\n{SECRET}")
    values = [str(bound.value()) for part in response.context["board"].parts for bound in part.form]
    assert [value for value in values if "Geheim" in value] == []


def test_what_will_be_public_stands_open(browser):
    _given, response = opened(browser, f"{FEAST}\n\n{SECRET}")
    board = response.context["board"]
    assert all(part.is_open for part in (board.events[0], *board.news))
    assert 'class="qw-fold" open><summary>Beschreibung' in response.content.decode()
    _given, response = opened(browser, FEAST)
    assert 'class="qw-fold" open><summary>Beschreibung' not in response.content.decode()


BAPTISED = (
    "Adventsbasar\nAm 29. November 2026 um 15 Uhr im Bürgerhaus. Getauft wurden: Emil Geheim, Mia Geheim"
)
PARISH = "Gemeindebrief\n\n" + "\n\n".join(
    [
        *(f"Chorprobe {each}\nAm {each}. Oktober 2026 um 15 Uhr im Bürgerhaus." for each in range(10, 18)),
        BAPTISED,
    ]
)


def test_of_many_events_only_those_stand_open_in_which_words_are_left_out(browser):
    _given, response = opened(browser, PARISH)
    events = [part for part in response.context["board"].events if not part.is_blank]
    assert len(events) > 4
    assert [part.title for part in events if part.is_open] == ["Adventsbasar"]
    assert response.content.decode().count('class="qw-fold" open><summary>Beschreibung') == 1


def test_of_a_few_events_the_script_unfolds_the_others(browser):
    _given, response = opened(
        browser, f"Chorprobe\nAm 10. Oktober 2026 um 15 Uhr im Bürgerhaus.\n\n{BAPTISED}"
    )
    first, second, _blank = response.context["board"].events
    assert (first.unfolds, second.unfolds, second.is_open) == (True, False, True)


def test_minutes_are_no_news_and_it_says_why(browser):
    _given, response = opened(browser, MINUTES)
    board = response.context["board"]
    assert board.news[0].form.chosen == Decision.LEAVE_OUT
    assert board.events[0].form.chosen == Decision.PUBLISH
    assert "Das ist ein Protokoll" in str(board.news[0].form["decision"].help_text)


def test_a_text_that_is_internal_as_a_whole_is_left_out_unless_chosen(browser):
    _given, response = opened(browser, f"Nur für den internen Gebrauch\n\n{FEAST}")
    board = response.context["board"]
    assert {part.form.chosen for part in (board.events[0], *board.news)} == {Decision.LEAVE_OUT}
    assert board.doubts[0]["sentence"].startswith("Der ganze Text ist als nicht öffentlich gekennzeichnet.")


WHOLE = "Nur für den Dienstgebrauch!\nTeamsitzung am 1. Oktober 2026, 9 Uhr, Raum 12. Thema: Abmahnung Kollege Geheim."


def test_of_a_text_that_is_withheld_as_a_whole_nothing_is_offered(browser):
    given, response = opened(browser, WHOLE)
    board = response.context["board"]
    assert board.news == []
    assert (board.publishes(), [part.is_blank for part in board.events]) == ((0, 0), [True])
    assert (board.events[0].form.chosen, board.events[0].is_open) == (Decision.DRAFT, False)
    assert "Geheim" not in response.context["title"]
    assert 'id="nachricht-1"' not in response.content.decode()
    assert decide(browser, given).status_code == 302


@pytest.mark.parametrize(
    "text", ["Hallo,\n\nsiehe unten.\n\nViele Grüße\nToni", SECRET, "VERTRAULICH: Uwe Geheim zieht aus."]
)
def test_no_news_item_without_a_word_is_offered(browser, text):
    _given, response = opened(browser, text)
    board = response.context["board"]
    assert (board.news, board.publishes()) == ([], (0, 0))
    assert "Ohne Titel" not in response.content.decode()


def test_a_text_about_somebody_is_left_out_unless_chosen_and_asks_before(browser):
    text = (
        "Fallnotiz: Hausbesuch bei Familie Geheim am 12. Oktober 2026 um 10 Uhr. Die Wohnung ist verwahrlost."
    )
    given, response = opened(browser, text)
    board = response.context["board"]
    assert {part.form.chosen for part in (*board.events, *board.news) if part.draft} == {Decision.LEAVE_OUT}
    assert board.doubts[0]["sentence"].startswith("Der Text handelt von Privatem einer Person.")
    again = decide(browser, given, n0_decision="publish", said=[])
    assert again.context["question"] is not None


def test_a_news_item_of_which_only_the_headline_is_left_is_left_out_and_says_why(browser):
    given, response = opened(
        browser, "Sommerfest im Park\n\nBitte NICHT veröffentlichen, dass Uwe Geheim auszieht."
    )
    [part] = response.context["board"].news
    assert (part.title, part.form.chosen) == ("Sommerfest im Park", Decision.LEAVE_OUT)
    assert part.why_not == "Davon bleibt kein Satz für die Öffentlichkeit."
    assert part.why_not in response.content.decode()
    assert decide(browser, given).status_code == 302


def test_until_an_embargo_is_over_drafts_are_made(browser):
    _given, response = opened(browser, f"Sperrfrist: 5. September 2026, 10 Uhr\n\n{FEAST}")
    board = response.context["board"]
    assert {part.form.chosen for part in (board.events[0], *board.news)} == {Decision.DRAFT}
    assert board.doubts[0]["sentence"].startswith("Sperrfrist: Vorher soll das nicht erscheinen.")


def test_an_embargo_that_is_over_by_now_matters_no_more(browser):
    text = f"Sperrfrist: 25. August 2026, 10 Uhr\n\n{FEAST}"
    given = factories.announcement(text, read_on=date(2026, 8, 20))
    later = browser.get(given.get_absolute_url()).context["board"]
    assert {part.form.chosen for part in (later.events[0], *later.news)} == {Decision.PUBLISH}
    assert not any("Sperrfrist" in doubt["sentence"] for doubt in later.doubts)


def test_she_can_take_it_in_by_typing(browser):
    given = factories.announcement(f"{FEAST}\n\n{SECRET}", read_on=date(2026, 9, 1))
    decide(browser, given, n0_body=f"Es wird gefeiert. {SECRET}", e0_decision="leave_out")
    assert "Uwe Geheim" in str(NewsPage.objects.get(title="Sommerfest im Park").body)


def test_why_something_is_off_names_nobody_who_is_ill(browser):
    event_factories.event("Lesung", starts_at=local(2026, 10, 12, 15), place_name="Bücherei")
    _given, response = opened(
        browser,
        "Lesung\n\nDie Lesung am 12. Oktober 2026 um 15 Uhr fällt wegen der Erkrankung von Frau Geheim aus.",
    )
    form = response.context["board"].events[0].form
    assert form.chosen == Decision.CANCEL
    assert form["reason"].value() == "Erkrankung"


def test_where_the_reason_is_private_a_neutral_one_is_suggested(browser):
    event_factories.event("Lesung", starts_at=local(2026, 10, 12, 15), place_name="Bücherei")
    _given, response = opened(
        browser, "Lesung\n\nDie Lesung am 12. Oktober 2026 um 15 Uhr fällt aus. Die Leiterin ist erkrankt."
    )
    form = response.context["board"].events[0].form
    assert (form.chosen, form["reason"].value()) == (Decision.CANCEL, "Aus persönlichen Gründen")
