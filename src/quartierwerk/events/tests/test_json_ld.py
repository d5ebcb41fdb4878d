"""schema.org JSON-LD: what search engines are told is what the page says, in the types that schema.org has."""

import json
from datetime import date
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.template.loader import render_to_string
from PIL import Image as Picture
from wagtail.images.models import Image

from quartierwerk.events import factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.events.feeds import json_ld
from quartierwerk.events.models import Event, Occurrence
from quartierwerk.places.factories import QuarterFactory, VenueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september")]
SCHEMA = "https://schema.org/"


def _talk(**values):
    return factories.event("Wohnen im Alter", **({"starts_at": local(2026, 10, 8, 16)} | values))


def _cafe(**values):
    rule = {"rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "repeats_until": date(2026, 11, 12)}
    return factories.event("Café", starts_at=local(2026, 10, 15, 15), **(rule | values))


def _conference():
    """One with everything it can have."""
    buffer = BytesIO()
    Picture.new("RGB", (640, 480), (40, 90, 120)).save(buffer, "JPEG")
    buffer.seek(0)
    venue = VenueFactory(
        name="Altes Rathaus", street="Untermarkt 9", postal_code="12345", city="Musterstadt", latitude=51.39, longitude=7.18
    )  # fmt: skip
    event = _talk(
        venue=venue,
        image=Image.objects.create(title="Saal", file=ImageFile(buffer, name="saal.jpg")),
        image_alt="Ein Saal",
        price="5,50 € pro Person",
        capacity=80,
        quarters=[QuarterFactory(name="Welper"), QuarterFactory(name="Geheim", is_public=False)],
        audiences=[factories.AudienceFactory(name="Ältere Menschen")],
        online_url="https://treffen.example/raum-77",
        online_is_public=True,
    )
    event.organisers.create(name="Seniorenforum", url="https://forum.example/")
    event.organisers.commit()
    return Event.objects.get(pk=event.pk)


def test_an_event_is_told_whole():
    told = json_ld.of_event(_conference())
    picture = told.pop("image")
    url = told["url"]
    assert picture.startswith("http://testserver/media/images/")
    assert told == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Wohnen im Alter",
        "description": "Alles über: Wohnen im Alter",
        "url": url,
        "inLanguage": "de",
        "keywords": ["Welper"],
        "audience": [{"@type": "Audience", "audienceType": "Ältere Menschen"}],
        "organizer": [{"@type": "Organization", "name": "Seniorenforum", "url": "https://forum.example/"}],
        "maximumAttendeeCapacity": 80,
        "eventAttendanceMode": f"{SCHEMA}MixedEventAttendanceMode",
        "location": [
            {
                "@type": "Place",
                "name": "Altes Rathaus",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "Untermarkt 9",
                    "postalCode": "12345",
                    "addressLocality": "Musterstadt",
                    "addressCountry": "DE",
                },
                "geo": {"@type": "GeoCoordinates", "latitude": 51.39, "longitude": 7.18},
            },
            {"@type": "VirtualLocation", "url": "https://treffen.example/raum-77"},
        ],
        "offers": {
            "@type": "Offer",
            "url": url,
            "description": "5,50 € pro Person",
            "price": "5.50",
            "priceCurrency": "EUR",
            "availability": f"{SCHEMA}InStock",
        },
        "eventStatus": f"{SCHEMA}EventScheduled",
        "startDate": "2026-10-08T16:00:00+02:00",
        "endDate": "2026-10-08T18:00:00+02:00",
    }


def test_times_carry_the_offset_of_their_day_and_whole_days_none():
    assert (
        json_ld.of_event(_talk(starts_at=local(2026, 10, 25, 16)))["startDate"] == "2026-10-25T16:00:00+01:00"
    )
    days = json_ld.of_event(_talk(starts_at=local(2026, 10, 24), ends_at=local(2026, 10, 27), all_day=True))
    assert (days["startDate"], days["endDate"]) == ("2026-10-24", "2026-10-26")


def test_an_address_of_the_screen_that_is_not_for_all_is_not_told():
    told = json_ld.of_event(_talk(online_url="https://treffen.example/raum-77"))
    assert told["location"] == {"@type": "VirtualLocation", "url": told["url"]}
    assert told["eventAttendanceMode"] == f"{SCHEMA}OnlineEventAttendanceMode"
    assert "raum-77" not in json.dumps(told)


def test_a_cancelled_and_a_moved_event_say_so():
    off = json_ld.of_event(
        _talk(stage=Stage.CANCELLED, stage_reason="Sturm", moved_from=local(2026, 10, 1, 16))
    )
    assert (off["eventStatus"], "previousStartDate" in off) == (f"{SCHEMA}EventCancelled", False)
    moved = json_ld.of_event(_talk(moved_from=local(2026, 10, 1, 16)))
    assert moved["eventStatus"] == f"{SCHEMA}EventRescheduled"
    assert moved["previousStartDate"] == "2026-10-01T16:00:00+02:00"


@pytest.mark.parametrize(
    ("price", "number", "free"),
    [
        ("kostenlos, Spende willkommen", "0", True),
        ("Eintritt frei", "0", True),
        ("Eintritt: 5 Euro", "5.00", None),
        ("3,50 €", "3.50", None),
        ("5 €, ermäßigt 3 €", None, None),
        ("kostenlos für Kinder, sonst 4 €", None, None),
        ("ab 5 €", None, None),
        ("kostenpflichtig", None, None),
    ],
)
def test_a_price_is_a_number_only_where_the_words_leave_no_doubt(price, number, free):
    told = json_ld.of_event(_talk(price=price))
    assert (told["offers"].get("price"), told.get("isAccessibleForFree")) == (number, free)
    assert told["offers"]["description"] == price


def test_a_series_lists_its_next_dates_each_with_its_state():
    cafe = _cafe()
    _, second, third = cafe.occurrences.all()
    second.starts_at, second.ends_at = local(2026, 10, 30, 15), local(2026, 10, 30, 17)
    second.over_at = second.ends_at
    second.save()
    Occurrence.objects.filter(pk=third.pk).update(state=Occurrence.State.CANCELLED)
    told = json_ld.of_event(cafe)
    assert (told["@type"], told["startDate"], told["endDate"]) == (
        "EventSeries",
        "2026-10-15T15:00:00+02:00",
        "2026-11-12",
    )
    assert [(each["startDate"], each["eventStatus"].removeprefix(SCHEMA)) for each in told["subEvent"]] == [
        ("2026-10-15T15:00:00+02:00", "EventScheduled"),
        ("2026-10-30T15:00:00+01:00", "EventRescheduled"),
        ("2026-11-12T15:00:00+01:00", "EventCancelled"),
    ]
    assert told["subEvent"][1]["previousStartDate"] == "2026-10-29T15:00:00+01:00"


def test_a_series_until_further_notice_has_no_end_and_lists_ten():
    told = json_ld.of_event(_cafe(repeats_until=None))
    assert ("endDate" in told, len(told["subEvent"])) == (False, 10)


def test_one_date_of_a_series_names_the_series():
    cafe = _cafe()
    told = json_ld.of_event(cafe, cafe.occurrences.all()[1])
    assert (told["@type"], told["startDate"]) == ("Event", "2026-10-29T15:00:00+01:00")
    assert told["superEvent"]["name"] == "Café"


def test_no_text_can_leave_the_script():
    nasty = "</script><script>alert(1)</script><!-- & \u2028"
    script = json_ld.script(_talk(description=nasty, price=nasty))
    html = render_to_string("events/parts/json_ld.html", {"json_ld": script})
    assert (html.count("<"), html.count("&"), "\u2028" in html) == (2, 0, False)
    assert json.loads(script)["offers"]["description"] == nasty


@pytest.mark.slow
def test_typescript_finds_nothing_wrong_with_its_types(type_check):
    cafe = _cafe(price="kostenlos")
    off = _talk(stage=Stage.CANCELLED, stage_reason="Sturm")
    moved = _talk(moved_from=local(2026, 10, 1, 16), place_name="Marktplatz", price="3 €, ermäßigt 2 €")
    things = [
        ("Event", json_ld.of_event(_conference())),
        ("Event", json_ld.of_event(off)),
        ("Event", json_ld.of_event(moved)),
        ("EventSeries", json_ld.of_event(cafe)),
        ("Event", json_ld.of_event(cafe, cafe.occurrences.first())),
    ]
    source = "import type { Event, EventSeries, WithContext } from 'schema-dts';\n" + "".join(
        f"export const thing{n}: WithContext<{kind}> = {json.dumps(thing)};\n"
        for n, (kind, thing) in enumerate(things)
    )
    assert type_check(source) == ""
    assert "error TS2322" in type_check(source.replace('"GeoCoordinates"', '"GeoKoordinaten"'))
    assert "error TS2353" in type_check(source.replace('"previousStartDate"', '"earlierStartDate"'))
