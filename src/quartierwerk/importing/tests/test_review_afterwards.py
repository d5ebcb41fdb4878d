"""After a text was taken over its page says what was cancelled or moved, who is told, and what still names the old day."""

import pytest
from django.urls import reverse

from quartierwerk.events import actions as event_actions
from quartierwerk.events import factories as event_factories
from quartierwerk.events.factories import local
from quartierwerk.importing import factories
from quartierwerk.importing.tests.reviewing import decide
from quartierwerk.people.factories import PersonFactory
from quartierwerk.places.factories import VenueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_november")]
MOVED = "Die Adventsfeier wird vom 12. auf den 13. Dezember 2026, 16 Uhr, wegen Sturm verlegt."
OFF = "Die Adventsfeier am 12. Dezember 2026 um 15 Uhr fällt wegen Sturm aus."


def feast(**values):
    return event_factories.event(
        "Adventsfeier",
        **{
            "starts_at": local(2026, 12, 12, 15),
            "place_name": "Gaststätte",
            "registration_mode": "asked",
            **values,
        },
    )


def after(browser, text, **changed):
    given = factories.announcement(text)
    answer = decide(browser, given, n0_decision="leave_out", **changed)
    assert answer.status_code == 302
    response = browser.get(given.get_absolute_url())
    return next(link for link in response.context["links"] if link["happened"]), response.content.decode()


def registered(event, number):
    for _each in range(number):
        event_factories.registration(event, person=PersonFactory(mailed=True))


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "Niemand war zu benachrichtigen."),
        (1, "1 Anmeldung bekommt Bescheid."),
        (3, "3 Anmeldungen bekommen Bescheid."),
    ],
)
def test_what_was_cancelled_and_who_is_told(browser, number, told):
    registered(feast(), number)
    link, page = after(browser, OFF)
    assert link["happened"] == f"Abgesagt ist Sa., 12.12.2026, 15 Uhr. {told}"
    assert link["happened"] in page


def test_from_when_to_when_it_was_moved_and_who_is_told(browser):
    registered(feast(), 2)
    link, _page = after(browser, MOVED)
    assert link["happened"] == (
        "Verlegt von Sa., 12.12.2026, 15 Uhr, auf So., 13.12.2026, 16 Uhr. 2 Anmeldungen bekommen Bescheid."
    )


def test_it_says_so_too_when_it_was_moved_again(browser, edda):
    event = feast()
    given = factories.announcement(MOVED)
    decide(browser, given, n0_decision="leave_out")
    event.refresh_from_db()
    event_actions.move_event(
        event=event, starts_at=local(2026, 12, 20, 16), ends_at=None, reason="Sturm", by=edda
    )
    [link] = [link for link in browser.get(given.get_absolute_url()).context["links"] if link["happened"]]
    assert "auf So., 13.12.2026, 16 Uhr." in link["happened"]


def test_of_a_series_which_date(browser):
    feast(rule="FREQ=WEEKLY;COUNT=3")
    link, _page = after(browser, OFF.replace("12. Dezember", "19. Dezember"))
    assert link["happened"].startswith("Abgesagt ist Sa., 19.12.2026, 15 Uhr.")


def test_or_the_whole(browser):
    event = feast(rule="FREQ=WEEKLY;COUNT=3")
    link, _page = after(browser, OFF, e0_known=f"{event.pk}-ganz")
    assert link["happened"].startswith("Abgesagt ist die ganze Reihe.")


def test_where_only_the_place_changed_the_new_one(browser):
    feast()
    VenueFactory(name="Gemeindehaus St. Georg")
    link, _page = after(
        browser,
        "Achtung, Raumwechsel: Die Adventsfeier am 12. Dezember, 15 Uhr, findet nicht in der Gaststätte, "
        "sondern im Gemeindehaus St. Georg statt.",
        e0_reason="Rohrbruch",
    )
    assert link["happened"].startswith("Der Ort ist jetzt: Gemeindehaus St. Georg")


# ---------------------------------------------------------------------------------------------- what is done is done
@pytest.mark.parametrize("values", [{}, {"rule": "FREQ=WEEKLY;COUNT=3"}])
def test_what_is_called_off_cannot_be_taken_back_and_says_so(browser, values):
    feast(**values)
    link, page = after(browser, OFF)
    assert link["final"].startswith("Eine Absage lässt sich nicht zurücknehmen.")
    assert link["final"] in page
    assert (link["back"], link["back_url"]) == ("", "")


@pytest.mark.parametrize("values", [{}, {"rule": "FREQ=WEEKLY;COUNT=3"}])
def test_what_was_moved_can_be_moved_again(browser, values):
    event = feast(**values)
    link, page = after(browser, MOVED)
    assert link["final"] == "Rückgängig machen lässt sich das nur, indem Sie noch einmal verlegen."
    assert (link["back"], link["final"] in page) == ("Noch einmal verlegen", True)
    moved = event.occurrences.get(starts_at=local(2026, 12, 13, 16))
    of_series = reverse("events:desk_move_date", args=[moved.pk])
    assert link["back_url"] == (of_series if values else reverse("events:desk_move", args=[event.pk]))
    assert browser.get(link["back_url"]).status_code == 200


def test_unless_it_is_over_by_then(browser, at_desk, edda, time_machine):
    feast()
    given = factories.announcement(MOVED)
    decide(browser, given, n0_decision="leave_out")
    time_machine.move_to(local(2026, 12, 15, 12), tick=False)
    answer = at_desk(edda).get(given.get_absolute_url())
    [link] = [link for link in answer.context["links"] if link["happened"]]
    assert (link["final"], link["back_url"]) == ("Das lässt sich nicht mehr rückgängig machen.", "")


def test_who_may_not_publish_is_led_nowhere(browser, at_desk, bernd):
    feast()
    given = factories.announcement(MOVED, by=bernd)
    decide(browser, given, n0_decision="leave_out")
    [link] = [
        link for link in at_desk(bernd).get(given.get_absolute_url()).context["links"] if link["happened"]
    ]
    assert (link["final"], link["back_url"]) == ("", "")


# -------------------------------------------------------------------------------------------- what names the old day
@pytest.mark.parametrize(
    ("values", "stale"),
    [
        ({"summary": "Am 12. Dezember feiern wir."}, ["Die Kurzfassung nennt noch den 12. Dezember."]),
        ({"description": "Sa., 12.12., mit Musik."}, ["Die Beschreibung nennt noch den 12. Dezember."]),
        ({"summary": "Um 15 Uhr gibt es Kuchen."}, ["Die Kurzfassung nennt noch 15 Uhr."]),
        (
            {"summary": "Am 12. Dezember.", "description": "Am 12.12. um 15 Uhr."},
            ["Die Kurzfassung nennt noch den 12. Dezember.", "Die Beschreibung nennt noch den 12. Dezember."],
        ),
        ({"summary": "Anmeldung bis 1. Dezember. Kuchen um 17 Uhr."}, []),
    ],
)
def test_a_text_that_names_the_old_day_or_hour_is_told(browser, values, stale):
    feast(**values)
    link, page = after(browser, MOVED)
    assert link["stale"] == stale
    assert page.count("Im Formular ändern") == len(stale)
    assert not stale or f'{stale[0]} <a href="{link["edit_url"]}">' in page


def test_once_it_is_put_right_nothing_is_told(browser):
    event = feast(summary="Am 12. Dezember feiern wir.")
    given = factories.announcement(MOVED)
    decide(browser, given, n0_decision="leave_out")
    event.refresh_from_db()
    event.summary = "Wir feiern."
    event.save()
    assert [link["stale"] for link in browser.get(given.get_absolute_url()).context["links"]] == [[]]


@pytest.mark.parametrize(
    ("closes", "values", "stale"),
    [
        (local(2026, 12, 7, 23, 59), {}, ["Anmelden kann man sich noch immer bis 7. Dezember."]),
        (local(2026, 12, 13, 18), {}, ["Anmelden kann man sich noch immer bis 13. Dezember."]),
        (local(2026, 12, 13, 10), {}, []),
        (local(2026, 12, 7, 23, 59), {"registration_mode": "none"}, []),
    ],
)
def test_a_deadline_that_was_for_the_old_day_is_told(browser, closes, values, stale):
    feast(registration_closes_at=closes, **values)
    link, _page = after(browser, MOVED)
    assert link["stale"] == stale


def test_at_another_hour_of_the_same_day_the_deadline_may_stay(browser):
    feast(registration_closes_at=local(2026, 12, 7, 23, 59))
    link, _page = after(browser, MOVED, e0_start_day="2026-12-12", e0_start_time="17:00", e0_reason="Sturm")
    assert link["stale"] == []
