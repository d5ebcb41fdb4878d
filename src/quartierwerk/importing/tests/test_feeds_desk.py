"""The desk's pages of partners' feeds: added, looked at, paused, removed; reported changes taken over or not."""

from functools import partial

import pytest
from django.urls import reverse

from quartierwerk.core.models import AuditEntry
from quartierwerk.events import factories as event_factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.importing import actions
from quartierwerk.importing.actions import EventSaid, Said
from quartierwerk.importing.enums import Decision, State
from quartierwerk.importing.feeds import polling, views
from quartierwerk.importing.feeds.reading import read
from quartierwerk.importing.fetching import fetch
from quartierwerk.importing.models import Announcement, Change, Feed
from quartierwerk.importing.tests.feed_texts import event_entry, ics, item, rss, vevent
from quartierwerk.places.factories import QuarterFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "in_september")]
LIST = "/schreibtisch/uebernehmen/quellen/"


@pytest.fixture(autouse=True)
def this_machine_is_the_web(web, monkeypatch):
    """What the views ask goes to the test's own server, and is read here and now."""

    def here(content, *, zone, today, content_type=""):
        return read(content, zone=zone, today=today.isoformat(), content_type=content_type)

    monkeypatch.setattr(views, "fetch", partial(fetch, network=web.network()))
    monkeypatch.setattr(polling, "read_feed", here)


@pytest.fixture
def editor(at_desk, edda):  # noqa: F811
    return at_desk(edda)


@pytest.fixture
def calendar(web):
    return web.says("/t.ics", ics(vevent()), content_type="text/calendar")


@pytest.fixture
def feed(calendar, edda):
    return actions.add_feed(name="Bürgerverein", url=calendar, by=edda)


def add(browser, **said):
    return browser.post(f"{LIST}neu/", said)


def notices(answer):
    return [str(message) for message in answer.context["messages"]]


def do(browser, feed, verb):
    return browser.post(f"{LIST}{feed.pk}/{verb}/", follow=True)


def changed(feed, by, number=1, **values):
    """A change that waits: the event was taken over, and the calendar now says something else."""
    entry = event_entry(f"Nähcafé {number}", uid=f"u{number}")
    actions.take_in(feed=feed, kind="calendar", entries=[entry], is_whole=False)
    announcement = Announcement.objects.get(key=f"{feed.pk}:u{number}")
    event = event_factories.event(entry["title"], starts_at=local(2026, 10, 6, 15), ends_at=None, **values)
    actions.take(announcement=announcement, said=Said(events=[EventSaid(Decision.THERE, known=event)]), by=by)
    later = {**entry, "starts": "2026-10-06T16:00"}
    actions.take_in(feed=feed, kind="calendar", entries=[later], is_whole=False)
    return Change.objects.get(event=event)


# ---------------------------------------------------------------------------------------------------------------- adding
def test_an_address_is_tried_at_once_and_what_it_brings_waits(editor, calendar):
    answer = editor.post(f"{LIST}neu/", {"url": calendar, "name": ""}, follow=True)
    feed = Feed.objects.get()
    assert (feed.name, feed.kind) == ("Bürgerverein", "calendar")
    assert notices(answer) == ["Gefunden: ein Kalender mit 1 kommenden Eintrag. 1 wartet neu auf Sie."]
    assert "Nähcafé" in answer.text and "Dienstag, 6. Oktober 2026" in answer.text


def test_news_are_found_by_what_they_hold(editor, web):
    url = web.says("/feed", rss(item(), item("Chor", guid="2")), content_type="text/html")
    answer = editor.post(f"{LIST}neu/", {"url": url, "name": "Verein"}, follow=True)
    assert notices(answer) == ["Gefunden: Nachrichten, 2 aus den letzten 30 Tagen. 2 warten neu auf Sie."]


def test_an_address_for_calendar_programs_will_do(editor, calendar):
    answer = add(editor, url=calendar.replace("http://", "webcal://"))
    assert (
        "Zertifikat" in answer.text
        or "antwortet gerade niemand" in answer.text
        or "nicht zu verstehen" in answer.text
    )


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "Bitte geben Sie die Adresse ein."),
        ("verein", "Das ist keine Internetadresse."),
        ("ftp://verein.example/", "Nur Adressen, die mit https://"),
        ("http://127.0.0.1/", "nicht im öffentlichen Internet"),
        ("http://verein.example:22/", "ungewöhnlichen Anschluss"),
        ("http://a:b@verein.example/", "Zugangsdaten"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused_with_the_sentence(editor, url, sentence, monkeypatch):
    monkeypatch.setattr(views, "fetch", fetch)
    answer = add(editor, url=url)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert not Feed.objects.exists()


def test_a_page_tells_which_calendar_it_names(editor, web):
    page = '<!doctype html><html><link rel="alternate" type="application/rss+xml" href="/feed"><a href="t.ics">Abo</a>'
    answer = add(editor, url=web.says("/termine", page))
    assert f"Auf ihr genannt: {web.url('/feed')}, {web.url('/t.ics')}" in answer.text


def test_an_address_is_asked_once_only(editor, feed, calendar):
    assert "Diese Adresse wird schon abgefragt." in add(editor, url=calendar).text


def test_quarters_are_kept_with_it(editor, calendar):
    quarter = QuarterFactory(name="Südstadt")
    add(editor, url=calendar, name="Verein", quarters=[quarter.pk])
    assert list(Feed.objects.get().quarters.all()) == [quarter]


def test_nobody_tries_a_thousand_addresses(editor, monkeypatch, calendar):
    monkeypatch.setattr(views, "TRIES_PER_HOUR", views.RateLimit("import-feeds", per_hour=0))
    assert "sehr oft abgefragt" in add(editor, url=calendar).text


# --------------------------------------------------------------------------------------------------------- who gets there
@pytest.mark.parametrize("name", ["fremder", "anton", "ayla", "bernd"])
def test_who_is_no_editor_of_the_town_does_not_get_there(request, at_desk, feed, name):  # noqa: F811
    browser = at_desk(request.getfixturevalue(name))
    for path in ("", "neu/", f"{feed.pk}/", f"{feed.pk}/aendern/"):
        assert browser.get(f"{LIST}{path}").status_code == 403
    for path in (f"{feed.pk}/entfernen/", f"{feed.pk}/abfragen/"):
        assert browser.post(f"{LIST}{path}").status_code == 403
    assert Feed.objects.exists()


def test_visitors_are_sent_to_sign_in(client, feed):
    assert client.get(LIST).status_code == 302


# ---------------------------------------------------------------------------------------------------------------- looking
def test_an_empty_list_says_what_to_do(editor):
    assert "Noch wird niemand abgefragt." in editor.get(LIST).text


def test_of_two_sections_one_below_the_other_only_one_is_the_current(editor):
    assert editor.get(LIST).text.count('class="qw-tag" href="/schreibtisch/uebernehmen/') == 2
    tabs = [
        line for line in editor.get(LIST).text.splitlines() if "qw-tag" in line and "aria-current" in line
    ]
    assert len(tabs) == 1
    assert "Partnerquellen" in tabs[0]


def test_the_list_takes_the_same_queries_however_long_it_is(editor, edda, django_assert_num_queries):
    for number in (1, 2, 3):
        actions.add_feed(name=f"Verein {number}", url=f"https://v{number}.example/", by=edda)
        if number in (1, 3):
            editor.get(LIST)
            with django_assert_num_queries(6):
                editor.get(LIST)


def test_reported_changes_take_the_same_queries_however_many(editor, feed, edda, django_assert_num_queries):
    for number in (1, 2, 3):
        changed(feed, edda, number)
        if number in (1, 3):
            editor.get(LIST)
            with django_assert_num_queries(8):
                editor.get(LIST)


def test_a_feed_takes_the_same_queries_however_much_it_brought(editor, feed, django_assert_num_queries):
    for number in (1, 3):
        entries = [event_entry(f"Termin {n}", uid=str(n)) for n in range(number)]
        actions.take_in(feed=feed, kind="calendar", entries=entries)
        editor.get(feed.get_absolute_url())
        with django_assert_num_queries(9):
            editor.get(feed.get_absolute_url())


def test_a_feed_that_fails_for_days_is_red_at_the_desk(at_desk, feed, edda, time_machine):  # noqa: F811
    actions.note_answer(feed=feed, kind="calendar", to_come=1)
    time_machine.move_to(local(2026, 9, 5, 12), tick=False)
    editor = at_desk(edda)
    actions.note_failure(feed=feed, problem="not_found")
    page = editor.get(LIST)
    assert "antwortet nicht" in page.text and "Unter dieser Adresse ist nichts (mehr) zu finden." in page.text
    assert "Seit mehr als drei Tagen" in editor.get(feed.get_absolute_url()).text
    [section] = [
        each for each in editor.get("/schreibtisch/").context["sections"] if each["title"] == "Partnerquellen"
    ]
    assert (section["count"], section["overdue"]) == (1, 1)


def test_what_is_probably_there_is_shown_and_can_be_offered(editor, feed):
    event_factories.event("Nähcafé", starts_at=local(2026, 10, 6, 15))
    actions.take_in(feed=feed, kind="calendar", entries=[event_entry()])
    page = editor.get(feed.get_absolute_url())
    assert "Vermutlich schon da" in page.text and "Nähcafé, Dienstag, 6. Oktober, 15 Uhr" in page.text
    double = Announcement.objects.get()
    editor.post(f"{LIST}{feed.pk}/anbieten/{double.pk}/")
    double.refresh_from_db()
    assert double.state == State.WAITING


# ----------------------------------------------------------------------------------------------------------------- verbs
def test_asking_now_tells_what_is_new(editor, feed, web):
    assert notices(do(editor, feed, "abfragen")) == [
        "Gefunden: ein Kalender mit 1 kommenden Eintrag. 1 wartet neu auf Sie."
    ]
    web.says("/t.ics", b"", status=404)
    assert notices(do(editor, feed, "abfragen")) == ["Unter dieser Adresse ist nichts (mehr) zu finden."]


def test_a_feed_is_paused_and_asked_again(editor, feed):
    do(editor, feed, "anhalten")
    assert not Feed.objects.get().is_active
    assert "angehalten" in editor.get(LIST).text
    do(editor, feed, "fortsetzen")
    assert Feed.objects.get().is_active


def test_a_feed_is_removed(editor, feed):
    do(editor, feed, "entfernen")
    assert not Feed.objects.exists()
    assert list(AuditEntry.objects.filter(verb__startswith="feed").values_list("verb", flat=True)) == [
        "feed removed", "feed added",
    ]  # fmt: skip


def test_there_are_no_other_verbs(editor, feed):
    assert do(editor, feed, "verkaufen").status_code == 404


def test_a_name_changes_without_asking_and_an_address_only_if_it_answers(editor, feed, web):
    editor.post(f"{LIST}{feed.pk}/aendern/", {"url": feed.url, "name": "Heimatverein"})
    assert (Feed.objects.get().name, web.asked) == ("Heimatverein", [])
    answer = editor.post(f"{LIST}{feed.pk}/aendern/", {"url": web.url("/weg"), "name": "Heimatverein"})
    assert answer.status_code == 422
    assert Feed.objects.get().url == feed.url


# --------------------------------------------------------------------------------------------------------------- changes
def test_a_change_is_shown_in_words_with_how_many_are_told(editor, feed, edda):
    change = changed(feed, edda, registration_mode="required")
    event_factories.registration(change.event)
    page = editor.get(LIST).text
    assert "15 Uhr" in page and "16 Uhr" in page and "Beginn" in page
    assert "1 Anmeldung bekommt Bescheid." in page
    assert "Bürgerverein hat den Termin geändert." in page


def test_a_change_is_taken_over(editor, feed, edda):
    change = changed(feed, edda)
    answer = editor.post(
        reverse("importing:change_take", args=[change.pk]),
        {f"c{change.pk}-reason": "Der Raum ist belegt."},
        follow=True,
    )
    change.event.refresh_from_db()
    assert (change.event.starts_at, change.event.stage_reason) == (
        local(2026, 10, 6, 16),
        "Der Raum ist belegt.",
    )
    assert notices(answer) == ["Übernommen."]


def test_a_change_without_a_reason_comes_back_with_the_question(editor, feed, edda):
    change = changed(feed, edda)
    answer = editor.post(reverse("importing:change_take", args=[change.pk]), {f"c{change.pk}-reason": " "})
    assert answer.status_code == 422
    assert "Bitte nennen Sie den Grund." in answer.text
    assert Change.objects.get().state == "waiting"


def test_a_draft_is_changed_without_a_reason(editor, feed, edda):
    change = changed(feed, edda, stage=Stage.DRAFT)
    assert f"c{change.pk}-reason" not in editor.get(LIST).text
    editor.post(reverse("importing:change_take", args=[change.pk]))
    change.event.refresh_from_db()
    assert change.event.starts_at == local(2026, 10, 6, 16)


def test_a_change_is_refused(editor, feed, edda):
    change = changed(feed, edda)
    editor.post(reverse("importing:change_refuse", args=[change.pk]))
    assert Change.objects.get().state == "refused"
    assert editor.post(reverse("importing:change_take", args=[change.pk])).status_code == 404


def test_who_may_not_publish_takes_over_no_change(at_desk, bernd, feed, edda):  # noqa: F811
    change = changed(feed, edda)
    answer = at_desk(bernd).post(
        reverse("importing:change_take", args=[change.pk]), {f"c{change.pk}-reason": "x"}
    )
    assert (answer.status_code, Change.objects.get().state) == (403, "waiting")


def test_what_the_event_itself_refuses_is_told(editor, feed, edda):
    change = changed(feed, edda)
    Change.objects.update(entry={**change.entry, "starts": "2026-08-01T16:00"})
    reason = {f"c{change.pk}-reason": "x"}
    answer = editor.post(reverse("importing:change_take", args=[change.pk]), reason, follow=True)
    assert notices(answer) == ["Der neue Beginn liegt in der Vergangenheit. Bitte prüfen Sie das Datum."]


def test_what_was_not_looked_at_is_not_taken_over(editor, feed, edda):
    """Between the page and the button the calendar was asked again."""
    change = changed(feed, edda)
    page = editor.get(LIST)
    seen = page.context["changes"][0]["seen"]
    assert f'name="seen" value="{seen}"' in page.text
    off = {**change.entry, "is_off": True}
    actions.take_in(feed=feed, kind="calendar", entries=[off], is_whole=False)
    for verb in ("change_take", "change_refuse"):
        said = {"seen": seen, f"c{change.pk}-reason": "Neue Zeit"}
        answer = editor.post(reverse(f"importing:{verb}", args=[change.pk]), said, follow=True)
        assert notices(answer) == [
            "Der Partner hat den Eintrag gerade noch einmal geändert. Bitte sehen Sie ihn neu an."
        ]
    change.refresh_from_db()
    change.event.refresh_from_db()
    assert (change.state, change.event.stage) == ("waiting", Stage.PUBLISHED)


def test_a_change_that_went_while_somebody_pressed_is_told(editor, feed, edda, monkeypatch):
    """The calendar took it back between the query and the lock."""
    change = changed(feed, edda)

    def late(**_said):
        raise Change.DoesNotExist

    for verb in ("take_change", "refuse_change"):
        monkeypatch.setattr(views.actions, verb, late)
        answer = editor.post(
            reverse(
                f"importing:{'change_take' if verb == 'take_change' else 'change_refuse'}", args=[change.pk]
            ),
            {f"c{change.pk}-reason": "x"},
            follow=True,
        )
        assert notices(answer) == ["Diese Änderung gibt es nicht mehr."]


def test_an_entry_that_somebody_else_offered_is_told(editor, feed, monkeypatch):
    actions.take_in(feed=feed, kind="calendar", entries=[event_entry()])
    double = Announcement.objects.get()
    monkeypatch.setattr(views.queries, "doubles_of", lambda _feed: Announcement.objects.all())
    answer = editor.post(reverse("importing:feed_offer", args=[feed.pk, double.pk]), follow=True)
    assert notices(answer) == ["Dieser Text liegt nicht zur Seite."]
