"""One event: when, where, how it stands, and what belongs to it."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from PIL import Image as Picture
from wagtail.images.models import Image

from quartierwerk.events import actions, factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import AudienceFactory, local
from quartierwerk.events.models import EventPhoto, Organiser
from quartierwerk.news.factories import news
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import QuarterFactory, VenueFactory
from quartierwerk.topics.factories import topic

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_wednesday(time_machine):
    time_machine.move_to(local(2026, 11, 25, 12))


@pytest.fixture
def picture(db):
    buffer = BytesIO()
    Picture.new("RGB", (1800, 1200), (10, 90, 120)).save(buffer, "JPEG")
    buffer.seek(0)
    return Image.objects.create(title="Saal", file=ImageFile(buffer, name="saal.jpg"))


def cafe(**values):
    """Every second Thursday from three to five, from 26 November on."""
    values = {"rule": "FREQ=WEEKLY;INTERVAL=2;COUNT=4", "starts_at": local(2026, 11, 26, 15), **values}
    return factories.event("Café", slug="cafe", **values)


def with_everything(picture, count, **values):
    """The café with one of what there is one of, and so many news, related events and organisers."""
    welper = QuarterFactory()
    event = cafe(
        quarters=[welper], topics=[topic("Altersarmut")], image=picture, image_alt="Ein Saal",
        venue=VenueFactory(quarter=welper), contact=ContactFactory(), **values,
    )  # fmt: skip
    event.news = [news(f"N{n}") for n in range(count)]
    event.related_events = [factories.event(f"R{n}") for n in range(count)]
    event.save()
    for n in range(count):
        Organiser.objects.create(event=event, name=f"Verein {n}")
    return event


def read(client, path="/termine/cafe/") -> str:
    return client.get(path).content.decode().partition("<main")[2].partition("</main>")[0]


def test_it_says_when_where_for_whom_and_what_it_costs(client, site):
    welper = QuarterFactory(name="Welper", slug="welper")
    venue = VenueFactory(
        name="Bürgertreff", slug="buergertreff", street="Am Brunnen 27", postal_code="45525", city="Hattingen",
        stop="Welper Mitte", step_free="yes",
    )  # fmt: skip
    event = cafe(
        venue=venue, room="Saal", quarters=[welper], topics=[topic("Nachbarschaft")], price="kostenlos",
        audiences=[AudienceFactory(name="Ältere Menschen")], contact=ContactFactory(name="Gabi Muster"),
        description="Kommen Sie.\n\nWir freuen uns.", offers_lift=True, offers_translation="Türkisch",
        access_note="Hinten ist eine Rampe.",
    )  # fmt: skip
    Organiser.objects.create(event=event, name="Bürgerverein", url="https://example.org/")
    page = read(client)
    for text in (
        "<h1>Café</h1>", "<span>Donnerstag, 26. November,</span> <span>15 bis 17\u00a0Uhr</span>", "Morgen", '<a href="/orte/buergertreff/">Bürgertreff</a>, Saal',
        "Am Brunnen 27, 45525 Hattingen", "Welper Mitte", "Stufenlos erreichbar", "Ältere Menschen", "kostenlos", "Gabi Muster",
        '<a href="https://example.org/" rel="noopener">Bürgerverein</a>', "<p>Wir freuen uns.</p>", "Fahrdienst: Wir holen Sie ab",
        "Übersetzung: Türkisch", "Hinten ist eine Rampe.", "/termine/?quartier=welper", "/termine/?thema=nachbarschaft",
    ):  # fmt: skip
        assert text in page


def test_a_place_of_its_own_needs_no_venue(client, site):
    factories.event("Fest", slug="fest", place_name="Stadtpark", street="Parkweg 3", city="Hattingen")
    page = read(client, "/termine/fest/")
    assert "Stadtpark" in page
    assert "Parkweg 3, Hattingen" in page


def test_where_nothing_is_known_it_says_so(client, site):
    factories.event("Fest", slug="fest")
    assert "Der Ort steht noch nicht fest." in read(client, "/termine/fest/")


def test_the_address_of_an_online_event_is_shown_only_where_everybody_may_know_it(client, site):
    event = factories.event("Gespräch", slug="gespraech", online_url="https://example.org/geheimer-raum")
    page = read(client, "/termine/gespraech/")
    assert "geheimer-raum" not in client.get("/termine/gespraech/").content.decode()
    assert "Die Adresse bekommen Sie nach der Anmeldung." in page
    event.online_is_public = True
    event.save()
    assert 'href="https://example.org/geheimer-raum"' in read(client, "/termine/gespraech/")


# ------------------------------------------------------------------------------------------------------ dates of a series
def test_a_series_shows_its_next_date_and_those_after_it(client, site):
    cafe()
    page = read(client)
    assert "Donnerstag, 26. November, 15 bis 17 Uhr" in page
    assert 'href="/termine/cafe/?datum=2026-12-10"' in page
    assert "Donnerstag, 7. Januar 2027, 15 bis 17 Uhr" in page


def test_the_address_picks_one_of_its_dates(client, site):
    cafe()
    response = client.get("/termine/cafe/?datum=2026-12-10")
    assert response.context["when"]["text"] == "Donnerstag, 10. Dezember, 15 bis 17 Uhr"
    assert response.context["occurrence"].starts_at == local(2026, 12, 10, 15)


@pytest.mark.parametrize("day", ["2026-12-11", "2026-02-30", "heute", ""])
def test_a_day_without_a_date_shows_the_next_one(client, site, day):
    cafe()
    response = client.get(f"/termine/cafe/?datum={day}")
    assert response.context["occurrence"].starts_at == local(2026, 11, 26, 15)
    told = "An diesem Tag ist kein Termin" in response.content.decode()
    assert told is (day == "2026-12-11")


def test_a_date_that_does_not_take_place_is_passed_over_but_still_found(client, site):
    first = cafe().occurrences.first()
    first.state, first.reason = "cancelled", "Der Saal wird gestrichen."
    first.save()
    assert client.get("/termine/cafe/").context["when"]["text"].startswith("Donnerstag, 10. Dezember")
    page = read(client, "/termine/cafe/?datum=2026-11-26")
    assert "Dieser Termin fällt aus" in page
    assert "Grund: Der Saal wird gestrichen." in page
    assert "Nächster Termin: Donnerstag, 10. Dezember, 15 bis 17 Uhr" in page


def test_a_moved_date_is_found_under_its_old_day_and_says_from_when_to_when(client, site):
    date = cafe().occurrences.first()
    date.starts_at, date.ends_at = local(2026, 11, 27, 16), local(2026, 11, 27, 18)
    date.over_at, date.reason = date.ends_at, "Der Saal ist belegt."
    date.save()
    for day in ("2026-11-26", "2026-11-27"):
        page = read(client, f"/termine/cafe/?datum={day}")
        assert "Dieser Termin ist verlegt" in page
        assert (
            "Der Termin war für Donnerstag, 26. November, 15 Uhr angekündigt. "
            "Jetzt ist er: Freitag, 27. November, 16 bis 18 Uhr. Grund: Der Saal ist belegt." in page
        )


# ------------------------------------------------------------------------------------------------------------- how it stands
def test_each_state_has_its_words(client, site, time_machine):
    factories.event("Ohne", slug="ohne")
    factories.event("Offen", slug="offen", capacity=20)
    later = factories.event("Noch nicht", slug="noch-nicht", capacity=20)
    later.registration_opens_at = local(2026, 11, 27, 9)
    later.save()
    full = factories.event("Voll", slug="voll", capacity=1, has_waiting_list=False)
    factories.registration(full)
    found = {
        slug: client.get(f"/termine/{slug}/").context["status"]["text"]
        for slug in ("ohne", "offen", "noch-nicht", "voll")
    }
    assert found == {
        "ohne": "findet statt",
        "offen": "Anmeldung möglich",
        "noch-nicht": "findet statt",
        "voll": "ausgebucht",
    }


def test_a_cancelled_event_says_why_first(client, site):
    event = factories.event("Rundgang", slug="rundgang")
    event.stage, event.stage_reason = Stage.CANCELLED, "Es ist Sturm angesagt."
    event.save()
    page = read(client, "/termine/rundgang/")
    assert "Diese Veranstaltung ist abgesagt" in page
    assert "Grund: Es ist Sturm angesagt." in page
    assert page.index("Grund: Es ist Sturm") < page.index("Wann und wo")


def test_a_moved_event_says_from_when_to_when_and_why(client, site):
    event = factories.event("Sprechstunde", slug="sprechstunde", starts_at=local(2026, 11, 27, 10))
    event.moved_from, event.stage_reason = local(2026, 11, 20, 10), "Krankheit."
    event.save()
    page = read(client, "/termine/sprechstunde/")
    assert "Der Termin war für Freitag, 20. November, 10 Uhr angekündigt." in page
    assert "Grund: Krankheit." in page


def test_what_is_over_says_so_and_leads_to_the_next_date(client, site):
    cafe(starts_at=local(2026, 11, 12, 15))
    assert "Dieser Termin ist vorbei." in read(client, "/termine/cafe/?datum=2026-11-12")
    assert "Nächster Termin: Donnerstag, 26. November" in read(client, "/termine/cafe/?datum=2026-11-12")
    factories.event("Armutskonferenz", slug="armut", starts_at=local(2019, 10, 8, 16))
    page = read(client, "/termine/armut/")
    assert "Diese Veranstaltung ist vorbei." in page
    assert "<span>Dienstag, 8. Oktober 2019,</span> <span>16 bis 18\u00a0Uhr</span>" in page


# ------------------------------------------------------------------------------------------------------------ who may see it
def test_drafts_are_not_found_and_what_was_taken_back_is_gone(client, site):
    factories.event("Entwurf", slug="entwurf", stage=Stage.DRAFT)
    back = factories.event("Irrtum", slug="irrtum")
    back.stage = Stage.DRAFT
    back.save()
    assert client.get("/termine/entwurf/").status_code == 404
    assert client.get("/termine/irrtum/").status_code == 410
    assert "Irrtum" not in client.get("/termine/irrtum/").content.decode()
    assert client.get("/termine/nie-gewesen/").status_code == 404


def test_nothing_of_a_registered_person_stands_on_it(client, site, erna):
    event = factories.event("Café", slug="cafe", capacity=20)
    factories.registration(event, person=erna)
    page = client.get("/termine/cafe/").content.decode()
    assert "Erna" not in page
    assert erna.phone not in page


def test_a_contact_that_is_not_public_stays_private(client, site):
    cafe(contact=ContactFactory(name="Geheime Kontakt", is_public=False))
    assert "Geheime Kontakt" not in read(client)


def test_a_quarter_or_topic_that_is_not_public_is_no_label(client, site):
    cafe(quarters=[QuarterFactory(name="Versteckt", is_public=False)], topics=[topic("Entwurf", live=False)])
    assert client.get("/termine/cafe/").context["tags"] == []


def test_samples_are_called_so(client, site):
    event = cafe()
    event.is_sample = True
    event.save()
    assert "Beispiel: Diese Veranstaltung ist erfunden." in read(client)


# --------------------------------------------------------------------------------------------------------- what belongs to it
def test_related_are_those_that_editors_named_then_coming_ones_of_topic_or_quarter(client, site):
    welper, alter = QuarterFactory(), topic("Altersarmut")
    past = factories.event("Vorige Konferenz", starts_at=local(2019, 10, 8, 16))
    same_topic = factories.event(
        "Gleiches Thema", topics=[alter], rule="FREQ=WEEKLY;COUNT=9", starts_at=local(2026, 12, 1, 9)
    )
    factories.event("Gleiches Quartier", quarters=[welper], starts_at=local(2026, 12, 8, 9))
    factories.event("War schon, gleiches Thema", topics=[alter], starts_at=local(2026, 11, 1, 9))
    factories.event("Entwurf", topics=[alter], stage=Stage.DRAFT)
    factories.event("Ganz anders")
    event = cafe(quarters=[welper], topics=[alter])
    event.related_events = [past]
    event.save()
    related = client.get("/termine/cafe/").context["related"]
    assert [card["title"] for card in related] == ["Vorige Konferenz", "Gleiches Thema", "Gleiches Quartier"]
    assert related[1]["url"] == f"/termine/{same_topic.slug}/?datum=2026-12-01"


def test_related_say_how_they_stand_and_leave_out_what_is_cancelled(client, site):
    welper = QuarterFactory()
    full = factories.event("Voll", quarters=[welper], capacity=1, has_waiting_list=False)
    factories.registration(full)
    moved = factories.event("Verlegt", quarters=[welper], starts_at=local(2026, 12, 8, 9))
    moved.moved_from = local(2026, 12, 1, 9)
    moved.save()
    off = factories.event("Abgesagt", quarters=[welper])
    actions.cancel_event(event=off, reason="Sturm", by=None)
    named = factories.event("Reihe", starts_at=local(2026, 12, 1, 9), rule="FREQ=WEEKLY;COUNT=2")
    first = named.occurrences.earliest("starts_at")
    actions.cancel_date(occurrence=first, reason="Sturm", by=None)
    event = cafe(quarters=[welper])
    event.related_events = [off, named]
    event.save()
    response = client.get("/termine/cafe/")
    shown = [(card["title"], card["badge"], card["badge_kind"]) for card in response.context["related"]]
    assert sorted(shown) == [
        ("Reihe", "", ""),
        ("Verlegt", "verlegt", "warning"),
        ("Voll", "ausgebucht", "warning"),
    ]
    assert response.context["related"][0]["url"].endswith("?datum=2026-12-08")
    assert '<span class="kern-label">verlegt</span>' in response.content.decode()


def test_news_about_it_are_linked_but_no_draft(client, site):
    event = cafe()
    event.news = [news("Café eröffnet"), news("Noch geheim", live=False)]
    event.save()
    page = read(client)
    assert "Café eröffnet</a>" in page
    assert "Noch geheim" not in page


def test_the_picture_has_its_description_and_goes_with_shared_links(client, site, picture):
    cafe(image=picture, image_alt="Drei Menschen an einem Tisch")
    page = client.get("/termine/cafe/").content.decode()
    assert 'alt="Drei Menschen an einem Tisch" width="1200" height="800"' in page
    assert '<meta property="og:title" content="Café">' in page
    assert '<meta property="og:image" content="http://testserver/media/images/' in page
    assert '<link rel="canonical" href="http://testserver/termine/cafe/">' in page


def test_without_a_picture_a_card_is_drawn_for_shared_links(client, site):
    cafe()
    assert '<meta property="og:image:width" content="1200">' in client.get("/termine/cafe/").content.decode()


def test_under_english_the_german_text_is_marked(client, site):
    cafe(venue=VenueFactory(name="Bürgertreff"), description="Kommen Sie.")
    page = read(client, "/en/termine/cafe/")
    assert '<h1 lang="de">Café</h1>' in page
    assert '<p lang="de"><a href="/en/orte/' in page
    assert '<div class="qw-stack" lang="de"><div class="qw-prose">' in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_few_queries_however_much_belongs_to_it(
    client, site, picture, django_assert_num_queries, count
):
    with_everything(picture, count, rule=f"FREQ=WEEKLY;COUNT={count}")
    client.get("/termine/cafe/")
    with django_assert_num_queries(11):  # two are for the town, which is remembered where no test watches
        client.get("/termine/cafe/")


@pytest.mark.parametrize("count", [1, 3])
def test_a_cancelled_date_of_a_past_series_with_everything_costs_no_more_than_ten(
    client, site, picture, django_assert_num_queries, count
):
    event = with_everything(
        picture, count, starts_at=local(2026, 1, 1, 15), rule="FREQ=WEEKLY;COUNT=4", asks_feedback=True,
        report="Es war schön.",
    )  # fmt: skip
    for n in range(count):
        event.photos.add(EventPhoto(image=picture, alt=f"Bild {n}", consent_note="schriftlich"))
    event.save()
    event.occurrences.filter(starts_at=local(2026, 1, 8, 15)).update(state="cancelled", reason="Glatteis")
    address = "/termine/cafe/?datum=2026-01-08"
    assert "Glatteis" in client.get(address).content.decode()
    with django_assert_num_queries(12):  # two are for the town, which is remembered where no test watches
        client.get(address)


def test_the_page_sets_no_cookie_and_does_not_vary_by_one(client, site):
    cafe()
    response = client.get("/termine/cafe/")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_date_of_last_year_is_found_in_a_long_series(client, site):
    cafe(starts_at=local(2026, 1, 1, 15), rule="FREQ=WEEKLY")
    response = client.get("/termine/cafe/?datum=2026-01-08")
    assert response.context["occurrence"].starts_at == local(2026, 1, 8, 15)
    assert response.context["dates"][0]["text"].startswith("Donnerstag, 26. November")
    assert len(response.context["dates"]) == 8
    assert response.context["occurrence"].ends_at - response.context["occurrence"].starts_at == timedelta(
        hours=2
    )


def test_browsers_find_the_calendar_and_the_feeds_of_an_event(client, site):
    factories.event("Sprechstunde", slug="vortrag")
    head = client.get("/termine/vortrag/").content.decode().partition("</head>")[0]
    assert (
        '<link rel="alternate" type="text/calendar" title="Sprechstunde" href="/termine/vortrag.ics">' in head
    )
    assert (
        '<link rel="alternate" type="application/atom+xml" title="Alle Termine" href="/termine/feed.atom">'
        in head
    )


def test_nobody_is_asked_to_put_into_a_calendar_what_is_over_or_cancelled(client, site, time_machine):
    event, off = (
        factories.event(slug="vortrag"),
        factories.event(slug="fest", stage=Stage.CANCELLED, stage_reason="Regen"),
    )
    event.registration_note = "Anmelden bei Frau Muster."
    event.save()
    page = client.get("/termine/vortrag/").content.decode()
    assert ("In meinen Kalender" in page, "Anmelden bei Frau Muster." in page) == (True, False)
    assert "In meinen Kalender" not in client.get(off.get_absolute_url()).content.decode()

    time_machine.move_to(event.ends_at + timedelta(days=1))
    page = client.get("/termine/vortrag/").content.decode()
    assert ("In meinen Kalender" in page, "Anmelden bei Frau Muster." in page) == (False, True)
