"""The town's own page, from which the system was derived: two news, two events, a contact person, a figure."""

from datetime import date, datetime

import pytest

from quartierwerk.importing.extract import Gazetteer, extract
from quartierwerk.importing.extract.draft import DoubtKind, Registration
from quartierwerk.testing.shared_data import MISSING, beside

PAGE = beside("hattingen/page.txt")
pytestmark = pytest.mark.skipif(PAGE is None, reason=MISSING)

TOWN = Gazetteer(
    venues={
        "Rathaus": ("Mitte", "Rathausplatz 1"),
        "Wichernsaal": ("Bredenscheid/Stüter", "Johannessegenerstr. 35"),
    },
    quarters={"Mitte": "Mitte", "Bredenscheid/Stüter": "Bredenscheid/Stüter"},
    area_code="02324",
)


@pytest.fixture(scope="module")
def draft():
    return extract(PAGE.read_text(encoding="utf-8"), date(2019, 9, 24), TOWN)


def test_two_news_with_title_teaser_body_and_day(draft):
    assert [(item.title.value, item.published.value) for item in draft.news] == [
        ("3. Hattinger Armutskonferenz", date(2019, 9, 23)),
        ("Quartiersbesuch vom Bürgermeister", date(2019, 9, 20)),
    ]
    assert [len(item.body) for item in draft.news] == [5, 2]
    assert all(40 < len(item.teaser.value) <= 300 for item in draft.news)
    assert not any(
        "Postfach" in part.value or "IMPRESSUM" in part.value for item in draft.news for part in item.body
    )


def test_the_conference_with_place_time_quarter_contact_and_registration(draft):
    conference = draft.events[0]
    assert conference.start.value == datetime(2019, 10, 8, 16)  # noqa: DTZ001 - as the page says it
    assert conference.end.value == datetime(2019, 10, 8, 19)  # noqa: DTZ001
    assert (conference.place.value, conference.venue.value) == (
        "Großen Sitzungssaal des Rathauses",
        "Rathaus",
    )
    assert (conference.quarter.value, conference.contact.value) == ("Mitte", "Daniela Lotz")
    assert [phone.value.e164 for phone in conference.phones] == ["+4923242045502"]
    assert conference.registration.value is Registration.REQUESTED
    assert conference.emails == ()
    assert DoubtKind.EMAIL_MISSING in [doubt.kind for doubt in conference.all_doubts]


def test_the_visit_with_place_time_and_quarter(draft):
    visit = draft.events[1]
    assert visit.start.value == datetime(2019, 9, 23, 17, 30)  # noqa: DTZ001
    assert visit.place.value == "Wichernsaal der Evangelischen Kirche"
    assert (visit.street_address.value, visit.quarter.value) == (
        "Johannessegenerstr. 35",
        "Bredenscheid/Stüter",
    )
    assert (visit.news, visit.phones) == (1, ())


def test_one_contact_person_and_one_figure(draft):
    (person,) = draft.contacts
    assert (person.name.value, person.role.value) == ("Gabriele Krefting", "Quartiersentwicklerin")
    assert [phone.value.e164 for phone in person.phones] == ["+4923242045552", "+4917612043317"]
    (figure,) = draft.figures
    assert (figure.value.value, figure.unit) == (750, "Personen")
