"""What a reader sees under /termine/."""

from datetime import UTC, date, datetime, timedelta

import pytest

from quartierwerk.events import factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import AudienceFactory, local
from quartierwerk.places.factories import QuarterFactory, VenueFactory
from quartierwerk.topics.factories import topic, translated

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_wednesday(time_machine):
    time_machine.move_to(datetime(2026, 11, 25, 11, tzinfo=UTC))


@pytest.fixture
def welper():
    return QuarterFactory(name="Welper", slug="welper")


def titles(response) -> list[str]:
    return [item["title"] for group in response.context["days"] for item in group["items"]]


def test_coming_dates_stand_under_their_days_the_next_first(client, site):
    factories.event("Später", starts_at=local(2026, 11, 30, 15))
    factories.event("Morgen früh", starts_at=local(2026, 11, 26, 9))
    factories.event("Morgen Abend", starts_at=local(2026, 11, 26, 19))
    factories.event("War schon", starts_at=local(2026, 11, 24, 15))
    response = client.get("/termine/")
    assert titles(response) == ["Morgen früh", "Morgen Abend", "Später"]
    assert [(group["near"], group["title"]) for group in response.context["days"]] == [
        ("Morgen", "Donnerstag, 26. November"),
        ("", "Montag, 30. November"),
    ]
    assert response.context["count_text"] == "3 Termine"


def test_what_began_and_still_lasts_stands_under_today(client, site):
    factories.event("Ausstellung", starts_at=local(2026, 11, 2, 10), ends_at=local(2026, 12, 18, 17))
    group = client.get("/termine/").context["days"][0]
    assert group["near"] == "Heute"
    assert group["items"][0]["time_text"] == "läuft schon"
    assert group["items"][0]["until"] == "bis Freitag, 18. Dezember"


def test_a_series_has_a_row_for_each_date_that_leads_to_it(client, site):
    factories.event("Café", slug="cafe", starts_at=local(2026, 11, 26, 15), rule="FREQ=WEEKLY;COUNT=3")
    response = client.get("/termine/")
    assert titles(response) == ["Café"] * 3
    assert [item["url"] for group in response.context["days"] for item in group["items"]] == [
        "/termine/cafe/?datum=2026-11-26",
        "/termine/cafe/?datum=2026-12-03",
        "/termine/cafe/?datum=2026-12-10",
    ]


def test_drafts_and_what_was_taken_back_stand_nowhere(client, site):
    factories.event("Geheim", stage=Stage.DRAFT)
    back = factories.event("Zurückgenommen")
    back.stage = Stage.DRAFT
    back.save()
    factories.event("Öffentlich")
    for path in ("/termine/", "/termine/monat/2026-12/", "/termine/?zeit=vergangen", "/sitemap.xml", "/"):
        page = client.get(path).content.decode()
        assert "Geheim" not in page
        assert "Zurückgenommen" not in page
        assert back.slug not in page
    assert titles(client.get("/termine/")) == ["Öffentlich"]


def test_a_quarter_shows_its_own_dates_and_those_of_the_whole_town_told_apart(client, site, welper):
    factories.event("In Welper", starts_at=local(2026, 11, 26, 9), quarters=[welper])
    factories.event("Überall", starts_at=local(2026, 11, 26, 10))
    factories.event("Woanders", quarters=[QuarterFactory()])
    response = client.get("/termine/?quartier=welper")
    assert titles(response) == ["In Welper", "Überall"]
    assert [item["meta"] for item in response.context["days"][0]["items"]] == [
        "Treffen · Welper",
        "Treffen · Ganze Stadt",
    ]
    page = response.content.decode()
    assert "Termine: Welper</h1>" in page
    assert "Auch Termine für die ganze Stadt stehen dabei" in page


def test_an_event_of_several_quarters_stands_once(client, site, welper):
    factories.event("Fest", quarters=[welper, QuarterFactory()], topics=[topic("A"), topic("B")])
    assert titles(client.get("/termine/?quartier=welper&thema=a")) == ["Fest"]


def test_a_reader_narrows_by_kind_topic_audience_and_time(client, site, welper):
    alter, aeltere = topic("Altersarmut"), AudienceFactory(name="Ältere Menschen", slug="aeltere")
    both = {"topics": [alter], "audiences": [aeltere], "starts_at": local(2026, 11, 27, 15)}
    factories.event("Passt", kind="talk", **both)
    factories.event("Andere Art", kind="feast", **both)
    factories.event("Anderes Thema", kind="talk", **{**both, "topics": []})
    factories.event("Für andere", kind="talk", **{**both, "audiences": []})
    factories.event("Nächste Woche", kind="talk", **{**both, "starts_at": local(2026, 12, 1, 15)})
    response = client.get("/termine/?art=vortrag&thema=altersarmut&fuer=aeltere&zeit=diese-woche")
    assert titles(response) == ["Passt"]
    assert "Termine: Diese Woche, Vortrag, Altersarmut, Ältere Menschen</h1>" in response.content.decode()


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("", ["Heute", "Freitag", "Samstag", "Dienstag", "Dezember"]),
        ("heute", ["Heute"]),
        ("diese-woche", ["Heute", "Freitag", "Samstag"]),
        ("dieses-wochenende", ["Samstag"]),
        ("naechste-woche", ["Dienstag"]),
        ("dieser-monat", ["Heute", "Freitag", "Samstag"]),
        ("2026-11-25", ["Heute früh", "Heute"]),
        ("vergangen", ["Heute früh", "Gestern"]),
    ],
)
def test_periods_are_those_of_the_towns_calendar(client, site, period, expected):
    for name, moment in [
        ("Gestern", local(2026, 11, 24, 23)),
        ("Heute früh", local(2026, 11, 25, 8)),
        ("Heute", local(2026, 11, 25, 20)),
        ("Freitag", local(2026, 11, 27, 8)),
        ("Samstag", local(2026, 11, 28, 0, 30)),
        ("Dienstag", local(2026, 12, 1, 8)),
        ("Dezember", local(2026, 12, 24, 8)),
    ]:
        factories.event(name, starts_at=moment, ends_at=moment + timedelta(minutes=30))
    assert titles(client.get(f"/termine/?zeit={period}")) == expected


def test_past_dates_come_newest_first(client, site):
    factories.event("2019", starts_at=local(2019, 10, 8, 16))
    factories.event("Vorige Woche", starts_at=local(2026, 11, 18, 16))
    response = client.get("/termine/?zeit=vergangen")
    assert titles(response) == ["Vorige Woche", "2019"]
    assert "Vergangene Termine</h1>" in response.content.decode()


def test_senioren_finds_the_seniorentreff(client, site):
    factories.event("Seniorentreff", summary="Kaffee und Kuchen")
    factories.event("Krabbelgruppe")
    response = client.get("/termine/?q=Senioren")
    assert titles(response) == ["Seniorentreff"]
    assert "Termine: „Senioren“</h1>" in response.content.decode()


def test_all_words_must_be_met_wherever_they_stand(client, site):
    venue = VenueFactory(name="Bürgertreff Welper")
    factories.event("Seniorentreff", venue=venue)
    factories.event("Seniorentreff am Markt")
    assert titles(client.get("/termine/?q=Senioren Welper")) == ["Seniorentreff"]


def test_a_misspelt_word_is_answered_with_a_proposal(client, site):
    factories.event("Schachturnier")
    page = client.get("/termine/?q=Schachtunier").content.decode()
    assert "Meinten Sie „Schachturnier“?" in page
    assert 'href="/termine/?q=Schachturnier"' in page


@pytest.mark.parametrize(
    ("query", "sentence", "way"),
    [
        ("", "Zurzeit ist kein Termin eingetragen", "/termine/?zeit=vergangen"),
        ("zeit=heute", "In dieser Zeit ist nichts eingetragen", "/termine/"),
        ("quartier=welper&zeit=heute", "In dieser Zeit ist nichts eingetragen", "/termine/?quartier=welper"),
        ("quartier=welper", "Dazu ist zurzeit kein Termin eingetragen", "/termine/"),
    ],
)
def test_an_empty_list_says_why_and_leads_on(client, site, welper, query, sentence, way):
    response = client.get(f"/termine/?{query}")
    assert sentence in response.content.decode()
    assert response.context["empty"]["url"] == way


@pytest.mark.parametrize("query", ["quartier=atlantis", "thema=gibtsnicht", "art=%27--", "fuer=riesen"])
def test_an_unknown_choice_is_answered_at_the_field_with_everything_below(client, site, query):
    AudienceFactory()
    topic("Etwas")
    factories.event("Bleibt stehen")
    response = client.get(f"/termine/?{query}")
    assert "Das gibt es hier nicht. Bitte wählen Sie aus der Liste." in response.content.decode()
    assert titles(response) == ["Bleibt stehen"]


def test_an_unknown_period_shows_everything_and_says_so(client, site):
    factories.event("Bleibt stehen")
    response = client.get("/termine/?zeit=irgendwann")
    assert "Diesen Zeitraum gibt es hier nicht." in response.content.decode()
    assert titles(response) == ["Bleibt stehen"]


@pytest.mark.parametrize("words", ["%00", "a" * 500, "%27%22%3E%3Cscript%3E", "und der die", "   "])
def test_no_words_break_the_list(client, site, words):
    response = client.get(f"/termine/?q={words}")
    assert response.status_code == 200
    assert "<script>" not in response.content.decode().partition("<main")[2]


def test_the_twenty_first_date_stands_on_the_second_page_and_the_filter_stays(client, site, welper):
    factories.event(
        "Täglich", starts_at=local(2026, 11, 26, 9), rule="FREQ=DAILY;COUNT=21", quarters=[welper]
    )
    first = client.get("/termine/?quartier=welper&zeit=")
    assert len(titles(first)) == 20
    assert "quartier=welper&amp;zeit=&amp;seite=2" in first.content.decode()
    assert len(titles(client.get("/termine/?quartier=welper&seite=2"))) == 1


def test_the_ways_to_other_times_keep_what_is_chosen(client, site, welper):
    page = client.get("/termine/?quartier=welper&q=Tanz").content.decode()
    assert 'href="/termine/?q=Tanz&amp;quartier=welper&amp;zeit=diese-woche"' in page
    assert 'href="/termine/monat/2026-11/?q=Tanz&amp;quartier=welper"' in page


def test_states_are_said_in_words(client, site):
    factories.event("Offen", starts_at=local(2026, 11, 26, 9), capacity=20)
    few = factories.event("Knapp", starts_at=local(2026, 11, 26, 10), capacity=2)
    factories.registration(few)
    full = factories.event("Voll", starts_at=local(2026, 11, 26, 11), capacity=1)
    factories.registration(full)
    factories.event("Frei", starts_at=local(2026, 11, 26, 12))
    off = factories.event("Fällt aus", starts_at=local(2026, 11, 26, 13))
    off.stage, off.stage_reason = Stage.CANCELLED, "Sturm"
    off.save()
    moved = factories.event("Verlegt", starts_at=local(2026, 11, 26, 14))
    moved.moved_from = local(2026, 11, 19, 14)
    moved.save()
    items = client.get("/termine/").context["days"][0]["items"]
    assert {item["title"]: item["note"] for item in items} == {
        "Offen": "Anmeldung möglich",
        "Knapp": "nur noch wenige Plätze",
        "Voll": "ausgebucht, mit Warteliste",
        "Frei": "",
        "Fällt aus": "abgesagt",
        "Verlegt": "verlegt",
    }
    assert items[-1]["moved_from"] == "statt Donnerstag, 19. November, 14 Uhr"


def test_an_english_reader_filters_by_the_topic_of_the_original_and_hears_german_as_german(client, site):
    alter = topic("Altersarmut")
    translated(alter, title="Poverty in old age", slug="poverty")
    factories.event("Armutskonferenz", topics=[alter])
    response = client.get("/en/termine/?thema=poverty")
    assert titles(response) == ["Armutskonferenz"]
    page = response.content.decode()
    assert '<h3 class="qw-event__title" lang="de"><a href="/en/termine/' in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_few_queries_however_long_it_is(
    client, site, welper, django_assert_num_queries, count
):
    for n in range(count):
        factories.event(
            f"Termin {n}", quarters=[welper], topics=[topic(f"T{n}")], venue=VenueFactory(), capacity=10
        )
    client.get("/termine/")
    with django_assert_num_queries(7):
        client.get("/termine/")
    with django_assert_num_queries(8):
        client.get("/termine/?q=Termin&quartier=welper&thema=t0")


def test_the_list_sets_no_cookie_and_does_not_vary_by_one(client, site):
    response = client.get("/termine/")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_past_and_coming_do_not_change_with_the_hour_of_the_server(client, site, time_machine):
    """23:30 in Hattingen is 22:30 in UTC: still Wednesday there, and here."""
    factories.event("Morgen", starts_at=local(2026, 11, 26, 9))
    time_machine.move_to(local(2026, 11, 25, 23, 30))
    assert client.get("/termine/").context["days"][0]["near"] == "Morgen"
    time_machine.move_to(local(2026, 11, 26, 0, 30))
    assert client.get("/termine/").context["days"][0]["near"] == "Heute"
    assert client.get("/termine/").context["days"][0]["day"] == date(2026, 11, 26)


def test_browsers_find_the_calendar_and_the_feed_of_the_list(client, site, settings):
    settings.BASE_URL = "https://quartier.example"
    head = client.get("/termine/").content.decode().partition("</head>")[0]
    assert (
        'type="text/calendar" title="Alle Termine" href="https://quartier.example/termine/kalender.ics"'
        in head
    )
    assert 'type="application/atom+xml" title="Alle Termine" href="/termine/feed.atom"' in head
