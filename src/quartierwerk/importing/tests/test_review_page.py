"""The review of a text: what it shows, and what becomes of what was decided."""

from datetime import date

import pytest

from quartierwerk.events import factories as event_factories
from quartierwerk.events.enums import RegistrationMode, Stage
from quartierwerk.events.factories import local
from quartierwerk.events.models import Event
from quartierwerk.importing import actions, factories
from quartierwerk.importing.enums import Decision, State
from quartierwerk.importing.models import Announcement, Example, Figure
from quartierwerk.importing.tests.reviewing import decide, sent
from quartierwerk.news import factories as news_factories
from quartierwerk.news.models import NewsPage
from quartierwerk.people.factories import ContactFactory, PersonFactory
from quartierwerk.people.models import Contact
from quartierwerk.places.factories import QuarterFactory, VenueFactory
from quartierwerk.testing.shared_data import MISSING, beside

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]
PAGE = beside("hattingen/page.txt")
LIST = """Sprechstunde im Rathaus

Die Sprechstunden sind am
6. Oktober 2026, 15 Uhr
13. Oktober 2026, 15 Uhr
20. Oktober 2026, 15 Uhr
27. Oktober 2026, 15 Uhr
3. November 2026, 15 Uhr
"""


@pytest.fixture
def text():
    return factories.announcement(published_on=date(2026, 8, 31))


def board(browser, text):
    return browser.get(text.get_absolute_url()).context["board"]


def page(browser, text):
    return browser.get(text.get_absolute_url()).content.decode()


# ------------------------------------------------------------------------------------------------- what it shows
def test_words_and_fields_lead_to_each_other(browser, text):
    shown = page(browser, text)
    assert 'href="#id_e0-start_day"' in shown
    assert 'id="id_e0-start_day"' in shown
    assert '<noscript><a href="#wort-' in shown


def test_doubts_stand_above_and_at_their_field(browser):
    text = factories.announcement("Nähcafé im Bürgerhaus\n\nAm Mittwoch, 6. Oktober 2026, um 15 Uhr.")
    shown = board(browser, text)
    [doubt] = [each for each in shown.doubts if "Wochentag" in each["sentence"]]
    assert (doubt["url"], doubt["where"]) == ("#id_e0-start_day", "Termin, Tag")
    html = page(browser, text)
    field = html[html.index('id="id_e0-start_day_helptext"') :][:200]
    assert "Wochentag und Datum passen nicht zusammen: Der " in field
    assert 'aria-describedby="id_e0-start_day_helptext"' in html


def test_the_same_doubt_at_several_events_is_one_line(browser):
    lines = board(browser, factories.announcement(LIST)).doubts
    assert len({(line["sentence"], line["where"].split(", ")[-1]) for line in lines}) == len(lines)


def test_a_list_is_a_line_each(browser):
    parts = board(browser, factories.announcement(LIST)).events
    assert [part.is_open for part in parts] == [False] * 6
    assert parts[1].when == "Di., 13.10.2026, 15 Uhr"


def test_html_in_a_text_is_text(browser):
    text = factories.announcement(
        '<script>alert(1)</script>\n\nAm <b>6. Oktober 2026</b> um 15 Uhr "Treff" &amp;'
    )
    shown = page(browser, text)
    assert "<script>alert" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown


@pytest.mark.parametrize(
    "words", ["Hallo", "…", "\u202eolleh \ufffd", "1.1.2026 " * 300, "\t\r\n x", "a" * 9000]
)
def test_any_text_is_shown_whole(browser, words):
    text = factories.announcement(words)
    shown = board(browser, text)
    assert "".join(piece.text for piece in shown.pieces) == text.text
    assert len(shown.events) <= 26


def test_a_text_without_anything_offers_an_event_to_fill_in(browser):
    [blank] = board(browser, factories.announcement("…")).events
    assert (blank.is_blank, blank.is_open) == (True, True)


def test_only_the_words_in_doubt_are_marked_so(browser):
    text = factories.announcement(
        "Nähcafé im Bürgerhaus\n\nAm Mittwoch, 6. Oktober 2026, um 15 Uhr. Eintritt frei."
    )
    doubtful = [piece.text for piece in board(browser, text).pieces if piece.is_doubtful]
    assert "Mittwoch, 6. Oktober 2026" in " ".join(doubtful)
    assert "Eintritt frei" not in " ".join(doubtful)


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_queries(browser, number, django_assert_num_queries):
    dates = "\n".join(f"{day}. Oktober 2026, 15 Uhr" for day in (6, 13, 20)[:number])
    text = factories.announcement(f"Sprechstunde im Rathaus\n\nDie Sprechstunden sind am\n{dates}\n")
    for day in (6, 13, 20)[:number]:
        event_factories.event("Sprechstunde", starts_at=local(2026, 10, day, 15))
    browser.get(text.get_absolute_url())
    with django_assert_num_queries(21):
        assert len(board(browser, text).events) == number + 1


# -------------------------------------------------------------------------------------------- what becomes of it
def test_news_and_event_are_published_and_the_way_to_them_is_shown(browser, text):
    ContactFactory(name="Uta Muster", phone="02324 204-5552")
    response = decide(browser, text)
    event, news = Event.objects.get(), NewsPage.objects.get()
    assert (event.stage, news.live, list(event.news.all())) == (Stage.PUBLISHED, True, [news])
    assert event.registration_mode == RegistrationMode.ASKED
    after = browser.get(response["Location"]).content.decode()
    assert "Veröffentlicht: Nachricht und Termin." in after
    for url in (event.get_absolute_url(), f"/schreibtisch/termine/{event.pk}/", news.url):
        assert f'href="{url}"' in after


def test_what_is_typed_wins(browser, text):
    decide(browser, text, e0_title="Nähtreff", e0_start_time="16:00", n0_teaser="Kommen Sie.")
    event = Event.objects.get()
    assert (event.title, event.slug, event.starts_at) == ("Nähtreff", "naehtreff", local(2026, 10, 6, 16))
    assert NewsPage.objects.get().teaser == "Kommen Sie."


def test_what_was_corrected_becomes_an_example_without_persons(browser, text):
    decide(browser, text, e0_start_time="16:00")
    example = Example.objects.get()
    assert (example.is_corrected, example.labels[0]["start"]) == (True, "2026-10-06T16:00")
    assert example.read[0]["start"] == "2026-10-06T15:00"
    assert "204-5552" not in example.text


def test_what_was_read_rightly_is_an_example_too(browser, text):
    decide(browser, text)
    example = Example.objects.get()
    assert (example.is_corrected, example.labels) == (False, example.read)


def test_what_is_no_event_is_none_in_the_example(browser, text):
    decide(browser, text, e0_decision="leave_out")
    assert (Event.objects.count(), Example.objects.get().labels) == (0, [])


@pytest.mark.parametrize(
    ("button", "news", "events"),
    [("events", [], [Stage.PUBLISHED]), ("news", [True], []), ("drafts", [False], [Stage.DRAFT])],
)
def test_the_other_buttons(browser, text, button, news, events):
    decide(browser, text, button)
    assert list(NewsPage.objects.values_list("live", flat=True)) == news
    assert list(Event.objects.values_list("stage", flat=True)) == events


def test_only_the_news_does_not_say_that_there_is_no_event(browser, text):
    decide(browser, text, "news")
    assert len(Example.objects.get().labels) == 1


def test_the_buttons_say_what_is_there(browser, text):
    context = browser.get(text.get_absolute_url()).context
    assert context["publish"] == "Nachricht und Termin veröffentlichen"
    context = browser.get(factories.announcement(LIST).get_absolute_url()).context
    assert (context["publish"], context["only_events"]) == (
        "Nachricht und 5 Termine veröffentlichen",
        "Nur die 5 Termine veröffentlichen",
    )


def test_who_may_not_publish_makes_drafts(at_desk, bernd):
    browser, text = at_desk(bernd), factories.announcement(by=bernd)
    assert "publish" not in dict(board(browser, text).events[0].form.fields["decision"].choices)
    decide(browser, text)
    assert (Event.objects.get().stage, NewsPage.objects.get().live) == (Stage.DRAFT, False)


def test_who_may_not_publish_cannot_by_a_forged_form(at_desk, bernd):
    text = factories.announcement(by=bernd)
    assert decide(at_desk(bernd), text, e0_decision="publish").status_code == 422
    assert Event.objects.count() == 0


def test_what_is_wrong_is_told_and_nothing_is_lost(browser, text):
    response = decide(browser, text, e0_start_day="", e0_title="Nähtreff", n0_teaser="Kommen Sie.")
    shown = response.content.decode()
    assert response.status_code == 422
    assert 'href="#id_e0-start_day"' in shown
    assert 'value="Nähtreff"' in shown
    assert "Kommen Sie.</textarea>" in shown
    assert (NewsPage.objects.count(), Announcement.objects.get().state) == (0, State.WAITING)


def test_what_is_left_out_need_not_be_right(browser, text):
    assert decide(browser, text, e0_start_day="", e0_decision="leave_out").status_code == 302


def test_who_comes_second_is_told_and_keeps_the_words(browser, text, mona):
    data = sent(browser.get(text.get_absolute_url()), e0_title="Nähtreff")
    actions.set_aside(announcement=text, by=mona)
    response = browser.post(text.get_absolute_url(), data)
    assert response.status_code == 422
    assert "Mona hat diesen Text am 01.09.2026 um 12:00 Uhr zur Seite gelegt." in response.content.decode()
    assert 'value="Nähtreff"' in response.content.decode()


def test_an_event_is_written_by_hand(browser, text):
    by_hand = {"e1_title": "Kochabend", "e1_start_day": "2026-10-08", "e1_start_time": "18:00"}
    decide(browser, text, e1_summary="Wir kochen.", e1_place_name="Küche", **by_hand)
    assert set(Event.objects.values_list("title", flat=True)) == {
        "Kochabend",
        "Nähcafé im Bürgerhaus",
    }


def test_one_more_is_offered_and_nothing_is_wrong_yet(browser, text):
    response = decide(browser, text, "add", e1_title="Kochabend")
    shown = response.context["board"].events
    assert (response.status_code, len(shown), shown[1].title, shown[2].is_open) == (200, 3, "Kochabend", True)
    assert "kern-error" not in response.content.decode()


def test_the_enter_key_in_a_line_only_looks(browser, text):
    assert decide(browser, text, "look", e0_title="").status_code == 200
    assert Event.objects.count() == 0


def test_two_events_of_one_name_have_addresses_of_their_own(browser):
    decide(browser, factories.announcement(LIST), **{f"e{n}_place_name": "Rathaus" for n in range(5)})
    assert len(set(Event.objects.values_list("slug", flat=True))) == 5


# ---------------------------------------------------------------------------------------- what is there already
@pytest.fixture
def there():
    return event_factories.event(
        "Nähcafé im Bürgerhaus", starts_at=local(2026, 10, 6, 15), registration_mode="asked"
    )


def test_an_event_that_is_there_is_not_made_twice(browser, text, there):
    part = board(browser, text).events[0]
    assert ([each["event"] for each in part.known_events], part.form.chosen) == ([there], Decision.THERE)
    assert [each["sentence"] for each in part.doubts] == ["Diese Veranstaltung gibt es vielleicht schon."]
    decide(browser, text)
    assert list(Event.objects.all()) == [there]
    assert text.results.get(part="event").event == there


def test_unless_somebody_says_that_it_is_another(browser, text, there):
    decide(browser, text, e0_decision="publish")
    assert Event.objects.exclude(pk=there.pk).count() == 1


def off(words="fällt aus", **given):
    return factories.announcement(
        f"Nähcafé im Bürgerhaus {words}\n\nDas Nähcafé im Bürgerhaus am Dienstag, 6. Oktober 2026, um 15 Uhr {words}.",
        **given,
    )


def test_what_a_text_cancels_is_cancelled_with_the_reason(browser, there):
    event_factories.registration(there, person=PersonFactory(mailed=True))
    text = off()
    [known] = board(browser, text).events[0].known_events
    assert "1 Person wird benachrichtigt: 1 per E-Mail." in known["told"]
    assert decide(browser, text).status_code == 422  # without a reason
    decide(browser, text, e0_reason="Krankheit")
    there.refresh_from_db()
    assert (there.stage, there.stage_reason) == (Stage.CANCELLED, "Krankheit")


def test_the_button_says_that_it_cancels(browser, there):
    assert browser.get(off().get_absolute_url()).context["publish"] == (
        "Nachricht veröffentlichen und Termin absagen"
    )


def test_what_is_cancelled_and_not_there_is_not_announced(browser):
    assert board(browser, off()).events[0].form.chosen == Decision.LEAVE_OUT


def test_what_is_moved_is_moved(browser, there):
    text = factories.announcement(
        "Nähcafé verschoben\n\n"
        "Das für den 6. Oktober 2026 geplante Nähcafé im Bürgerhaus wird auf den 13. Oktober 2026, 16 Uhr, verschoben."
    )
    assert board(browser, text).events[0].form.chosen == Decision.MOVE
    decide(browser, text, e0_reason="Umbau")
    there.refresh_from_db()
    assert (there.starts_at, there.stage_reason) == (local(2026, 10, 13, 16), "Umbau")


def test_who_organises_nothing_cancels_nothing(at_desk, bernd, there):
    browser, text = at_desk(bernd), off(by=bernd)
    assert board(browser, text).events[0].form.chosen != Decision.CANCEL
    changed = {"e0_decision": "cancel", "e0_known": str(there.pk), "e0_reason": "Sturm"}
    answer = decide(browser, text, **changed)
    assert "Sie gehört jemand anderem" in answer.content.decode()
    there.refresh_from_db()
    assert there.stage == Stage.PUBLISHED


# --------------------------------------------------------------------------------------------- what is over
def past():
    return factories.announcement(
        "Nähcafé\n\nDas Nähcafé ist am Dienstag, 4. August 2026, um 15 Uhr im Bürgerhaus."
    )


def test_what_is_over_is_left_out_unless_somebody_changes_it(browser):
    text = past()
    part = board(browser, text).events[0]
    assert (part.form.chosen, part.is_open) == (Decision.LEAVE_OUT, False)
    changed = {"e0_start_day": "2026-10-06", "e0_place_name": "Bürgerhaus"}
    asked = decide(browser, text, **changed)
    assert asked.status_code == 422
    assert "Soll der Termin erscheinen" in asked.content.decode()
    again = sent(asked, e0_asked="1")
    assert browser.post(text.get_absolute_url(), again).status_code == 302
    assert Event.objects.count() == 0


# ------------------------------------------------------------------------------------------ persons and figures
PERSON = "Nähcafé\n\nAm 6. Oktober 2026 um 15 Uhr ist Nähcafé im Bürgerhaus.\n\nIhre Ansprechpartnerin:\nQuartiersentwicklerin\nUta Muster\nTelefon: 02324 204-5552"


def test_who_is_known_is_shown_and_not_asked_for(browser):
    uta = ContactFactory(name="Uta Muster")
    [part] = board(browser, factories.announcement(PERSON)).contacts
    assert (part.known, part.form) == (uta, None)


def test_who_is_new_can_be_made(at_desk, alex):
    browser, text = at_desk(alex), factories.announcement(PERSON)
    assert board(browser, text).contacts[0].form.chosen == Decision.LEAVE_OUT
    decide(browser, text, c0_decision="publish", c0_department="Soziales")
    assert Contact.objects.get(name="Uta Muster").department == "Soziales"


def test_only_by_who_may(at_desk, bernd):
    [part] = board(at_desk(bernd), factories.announcement(PERSON, by=bernd)).contacts
    assert part.form is None
    decide(at_desk(bernd), factories.announcement(PERSON), c0_decision="publish")
    assert Contact.objects.count() == 0


@pytest.mark.skipif(PAGE is None, reason=MISSING)
def test_the_towns_own_page_gives_news_events_two_persons_and_a_figure(at_desk, alex):
    QuarterFactory(name="Bredenscheid/Stüter")
    VenueFactory(name="Rathaus", street="Rathausplatz 1")
    text = factories.announcement(PAGE.read_text(), read_on=date(2019, 9, 23))
    browser = at_desk(alex)
    shown = board(browser, text)
    assert [len(parts) for parts in (shown.news, shown.events, shown.contacts, shown.figures)] == [2, 3, 2, 1]
    said = {f"{part}_decision": "publish" for part in ("e0", "n0", "n1", "c0")} | {
        "e0_registration_mode": "asked"
    }
    response = decide(browser, text, e0_start_day="2026-10-08", **said)
    assert response.status_code == 302
    event = Event.objects.get()
    assert (event.title, event.registration_mode, event.venue.name) == (
        "3. Hattinger Armutskonferenz",
        RegistrationMode.ASKED,
        "Rathaus",
    )
    assert NewsPage.objects.live().count() == 2
    assert Contact.objects.get().name == "Gabriele Krefting"
    assert Figure.objects.get().value == 750


# ------------------------------------------------------------------------------------------- news that is there already
def test_a_news_item_that_is_there_is_recognised_and_not_made_twice(browser, text, news_index):
    there = news_factories.news("Nähcafé im Bürgerhaus", date=date(2026, 8, 30))
    shown = board(browser, text)
    assert (shown.news[0].known, shown.news[0].form.chosen) == (there, Decision.THERE)
    assert "Diese Nachricht gibt es vielleicht schon." in {each["sentence"] for each in shown.doubts}
    decide(browser, text)
    assert NewsPage.objects.get() == there
    assert list(Event.objects.get().news.all()) == [there]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Nähcafé im Bürgerhaus: noch Plätze frei", date(2026, 8, 30)),
        ("Nähcafé im Bürgerhaus", date(2026, 8, 1)),
    ],
)
def test_news_of_another_title_or_time_is_not_the_same(browser, text, news_index, title, day):
    news_factories.news(title, date=day)
    assert board(browser, text).news[0].known is None
