"""What a text calls off or moves, and what is there already: the very date, the place, the reason, and who was faster."""

import pytest

from quartierwerk.events import factories as event_factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.events.models import Event
from quartierwerk.importing import actions, factories
from quartierwerk.importing.actions import Said
from quartierwerk.importing.enums import Decision
from quartierwerk.importing.tests.reviewing import decide, sent
from quartierwerk.people.factories import PersonFactory
from quartierwerk.places.factories import VenueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
OFF = (
    "Das Gedächtnistraining am Montag, 30. November 2026, um 10 Uhr im Gemeindehaus St. Georg fällt aus. "
    "Grund: Erkrankung der Leiterin."
)
MOVED = (
    "Adventsfeier verlegt\n\nDie Adventsfeier wird vom 12. auf Sonntag, 13. Dezember 2026, 16 Uhr, verlegt. "
    "Ort bleibt die Gaststätte „Zum Deutschen Eck“."
)


@pytest.fixture(autouse=True)
def in_november(time_machine):
    time_machine.move_to(local(2026, 11, 20, 12), tick=False)


def board(browser, text):
    return browser.get(text.get_absolute_url()).context["board"]


@pytest.fixture
def training():
    """Six Mondays."""
    return event_factories.event(
        "Beispiel: Gedächtnistraining",
        starts_at=local(2026, 11, 23, 10),
        ends_at=local(2026, 11, 23, 11, 30),
        rule="FREQ=WEEKLY;COUNT=6",
        registers_for="date",
        capacity=10,
        place_name="Gemeindehaus",
    )


@pytest.fixture
def feast():
    return event_factories.event(
        "Adventsfeier",
        starts_at=local(2026, 12, 12, 15),
        ends_at=local(2026, 12, 12, 18),
        place_name="Gaststätte „Zum Deutschen Eck“",
        street="Eckweg 1",
        room="Saal",
    )


# ------------------------------------------------------------------------------------------------- the news of it
@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hallo, leider fällt die Nähwerkstatt am 2. Dezember 2026 um 10 Uhr aus.", "Abgesagt: Nähwerkstatt"),
        (
            "Die Adventsfeier wird vom 12. auf den 13. Dezember 2026, 16 Uhr, wegen Sturm verlegt.",
            "Verlegt: Adventsfeier",
        ),
        (MOVED, "Adventsfeier verlegt"),
        (
            "Nähwerkstatt\n\nDie Nähwerkstatt ist am 2. Dezember 2026 um 10 Uhr im Bürgerhaus.",
            "Nähwerkstatt",
        ),
        (
            "Neues im Haus\n\nDas Nähcafé am 2. Dezember 2026 um 10 Uhr fällt aus. Der Spieleabend ist am 3. Dezember 2026 um 18 Uhr.",
            "Neues im Haus",
        ),
    ],
)
def test_the_headline_says_that_it_is_off_or_moved(browser, text, title):
    assert [part.title for part in board(browser, factories.announcement(text)).news] == [title]


# --------------------------------------------------------------------------------------------------- the reason
def test_the_reason_is_needed_and_says_so_beforehand(browser, training):
    page = browser.get(factories.announcement(OFF).get_absolute_url()).content.decode()
    label = page[page.index('for="id_e0-reason"') :][:400]
    assert "Bitte ausfüllen: Er steht auf der Seite der Veranstaltung" in label
    assert "freiwillig" not in label.split("</label>")[0]
    field = page[page.index('name="e0-reason"') :].split(">")[0]
    assert "required" in field


def test_without_it_nothing_is_cancelled_and_what_is_new_needs_none(browser, training):
    text = factories.announcement(OFF)
    answer = decide(browser, text, e0_reason=" ")
    assert answer.content.decode().count("Bitte nennen Sie den Grund. Alle Angemeldeten lesen ihn.") == 2
    assert cancelled_days(training) == []
    assert decide(browser, text, e0_reason="", e0_decision="draft", e0_known="").status_code == 302


# ------------------------------------------------------------------------------------------- one date of a series
def cancelled_days(event):
    return [each.starts_at.day for each in event.occurrences.all() if each.is_cancelled]


def test_of_a_series_only_the_date_that_the_text_names_is_cancelled(browser, training):
    decide(browser, factories.announcement(OFF))
    training.refresh_from_db()
    assert (cancelled_days(training), training.stage) == ([30], Stage.PUBLISHED)


def test_the_very_date_is_named_and_the_whole_series_is_a_second_choice(browser, training):
    date, whole = board(browser, factories.announcement(OFF)).events[0].known_events
    assert date["label"] == "Beispiel: Gedächtnistraining: nur den Termin am Mo., 30.11.2026, 10 Uhr"
    assert whole["label"] == "Beispiel: Gedächtnistraining: die ganze Reihe"
    assert (date["is_chosen"], whole["is_chosen"]) == (True, False)


def test_each_choice_says_how_many_will_be_told(browser, training):
    first, second = training.occurrences.all()[:2]
    for date in (first, second, second):
        event_factories.registration(training, person=PersonFactory(mailed=True), occurrence=date)
    date, whole = board(browser, factories.announcement(OFF)).events[0].known_events
    assert "2 Personen werden benachrichtigt" in date["told"]
    assert "3 Personen werden benachrichtigt" in whole["told"]


def test_the_whole_series_is_cancelled_only_if_somebody_says_so(browser, training):
    decide(browser, factories.announcement(OFF), e0_known=f"{training.pk}-ganz")
    training.refresh_from_db()
    assert training.stage == Stage.CANCELLED


def test_what_is_put_off_without_a_new_day_is_off_on_that_date(browser, training):
    decide(browser, factories.announcement(OFF.replace("fällt aus", "wird verschoben")))
    assert cancelled_days(training) == [30]


def test_one_date_of_a_series_is_moved(browser, training):
    text = (
        "Das Gedächtnistraining wird vom 30. November auf Dienstag, 1. Dezember 2026, verlegt. Grund: Umbau."
    )
    part = board(browser, factories.announcement(text)).events[0]
    assert part.form.chosen == Decision.MOVE
    assert decide(browser, factories.announcement(text)).status_code == 302
    days = [(each.starts_at, each.ends_at) for each in training.occurrences.all()][:3]
    assert days[1] == (local(2026, 12, 1, 10), local(2026, 12, 1, 11, 30))
    assert days[0][0] == local(2026, 11, 23, 10)
    assert days[2][0] == local(2026, 12, 7, 10)


def test_a_date_of_a_series_stays_in_its_place(browser, training):
    text = (
        "Das Gedächtnistraining wird vom 30. November auf Dienstag, 1. Dezember 2026, verlegt. Grund: Umbau."
    )
    answer = decide(browser, factories.announcement(text), e0_moves_place="on", e0_place_name="Anderswo")
    assert "Ein einzelner Termin einer Reihe bleibt am Ort der Reihe." in answer.content.decode()


def test_cancelling_stands_in_the_summary(browser, training):
    sentences = {each["sentence"] for each in board(browser, factories.announcement(OFF)).doubts}
    assert "Bitte vergleichen Sie, ob diese Veranstaltung gemeint ist." in sentences


# ------------------------------------------------------------------------------------------------------ the place
def where_of(event):
    event.refresh_from_db()
    return event.place_name, event.street, event.room


def test_moving_keeps_the_place(browser, feast):
    before = where_of(feast)
    assert decide(browser, factories.announcement(MOVED), e0_reason="Sturm").status_code == 302
    assert where_of(feast) == before
    assert (feast.starts_at, feast.ends_at) == (local(2026, 12, 13, 16), local(2026, 12, 13, 19))
    assert feast.moved_from_place == ""


def test_a_move_shows_before_and_after(browser, feast):
    part = board(browser, factories.announcement(MOVED)).events[0]
    time, place = part.moves
    assert (time["before"], time["after"]) == ("Sa., 12.12.2026, 15 Uhr", "So., 13.12.2026, 16 Uhr")
    assert (place["before"], place["after"]) == ("Gaststätte „Zum Deutschen Eck“, Saal", "bleibt")


def elsewhere():
    text = MOVED.replace("Ort bleibt die Gaststätte „Zum Deutschen Eck“", "Neuer Ort: Bürgerhaus, Am Markt 4")
    return factories.announcement(text)


def test_another_place_is_ticked_where_the_text_plainly_names_one(browser, feast):
    VenueFactory(name="Bürgerhaus", street="Am Markt 4")
    text = elsewhere()
    assert board(browser, text).events[0].form["moves_place"].value()
    decide(browser, text, e0_reason="Sturm")
    feast.refresh_from_db()
    assert (feast.venue.name, feast.street) == ("Bürgerhaus", "")


def test_unless_somebody_unticks_it(browser, feast):
    VenueFactory(name="Bürgerhaus", street="Am Markt 4")
    before = where_of(feast)
    decide(browser, elsewhere(), e0_reason="Sturm", e0_moves_place="")
    assert where_of(feast) == before


def test_a_new_place_is_named(browser, feast):
    answer = decide(
        browser, factories.announcement(MOVED), e0_moves_place="on", e0_place_name="", e0_venue=""
    )
    assert "Bitte nennen Sie den neuen Ort." in answer.content.decode()


# ----------------------------------------------------------------------------------------------------- the button
@pytest.mark.parametrize(
    ("text", "button"),
    [
        (OFF, "Nachricht veröffentlichen und Termin absagen"),
        (MOVED, "Nachricht veröffentlichen und Termin verlegen"),
    ],
)
def test_the_main_button_names_everything_it_does(browser, training, feast, text, button):
    assert browser.get(factories.announcement(text).get_absolute_url()).context["publish"] == button


def test_and_the_whole_series(browser, training):
    text = factories.announcement(OFF)
    answer = decide(browser, text, "look", e0_known=f"{training.pk}-ganz", n0_decision="leave_out")
    assert answer.context["publish"] == "Ganze Reihe absagen"


@pytest.mark.parametrize("button", ["news", "drafts"])
def test_a_button_that_does_not_say_so_cancels_nothing(browser, training, button):
    decide(browser, factories.announcement(OFF), button)
    assert cancelled_days(training) == []


# ------------------------------------------------------------------------------------------------ there already
def test_another_hour_is_another_event_until_somebody_says_otherwise(browser):
    walk = event_factories.event("Rundgang mit Stock und Rollator", starts_at=local(2026, 12, 12, 10, 30))
    text = factories.announcement("Rundgang\n\nEin Rundgang ist am 12. Dezember 2026 um 20 Uhr am Markt.")
    shown = board(browser, text)
    part = shown.events[0]
    assert part.form.chosen == Decision.PUBLISH
    assert [(each["event"], each["is_chosen"]) for each in part.known_events] == [(walk, False)]
    assert "Diese Veranstaltung gibt es vielleicht schon." in {each["sentence"] for each in shown.doubts}
    assert decide(browser, text, e0_decision="there", n0_decision="leave_out").status_code == 302
    assert Event.objects.get() == walk


def test_the_same_title_at_the_same_hour_is_the_same(browser):
    event_factories.event("Beispiel: Lesekreis", starts_at=local(2026, 12, 8, 18))
    text = factories.announcement(
        "Lesekreis\n\nDer Lesekreis ist am 8. Dezember 2026 um 18 Uhr im Holschentor."
    )
    part = board(browser, text).events[0]
    assert (part.form.chosen, part.known_events[0]["is_chosen"]) == (Decision.THERE, True)


# --------------------------------------------------------------------------------------------------- who was faster
def test_who_comes_second_reads_who_was_first_and_goes_to_what_became_of_it(browser, training, mona):
    text = factories.announcement(OFF)
    data = sent(browser.get(text.get_absolute_url()))
    actions.take(announcement=text, said=Said(), by=mona)
    answer = browser.post(text.get_absolute_url(), data)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Mona hat diesen Text am 20.11.2026 um 12:00 Uhr schon übernommen." in shown
    assert f'href="{text.get_absolute_url()}">Was daraus geworden ist' in shown
    assert "noch nichts veröffentlicht" not in shown
    assert "Bitte prüfen Sie Ihre Angaben" not in shown
    assert cancelled_days(training) == []
