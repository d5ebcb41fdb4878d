"""How quick the entrance is with 2,000 registrations, made up inside a transaction that is taken back."""

from datetime import timedelta
from functools import partial

from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.http import HttpRequest
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from quartierwerk.core import clock
from quartierwerk.core.bench import Measurement, milliseconds
from quartierwerk.people.models import Person

from ..actions import keep_dates
from ..door import device_views, lists, views
from ..enums import CameBy, RegistrationMode, Stage, State
from ..models import Attendance, Event, Occurrence, Registration

REGISTRATIONS = 2_000
LIMIT_MS, LIMIT_QUERIES = 300.0, 10
PDF_LIMIT_S = 5.0
SURNAMES = (
    "Müller|von der Heide|Beispiel|Yılmaz|Özdemir|Strauß|Kowalski|Ärmel|Müller-Lüdenscheidt|Nguyễn".split("|")
)


def measure(registrations: int = REGISTRATIONS) -> list[Measurement]:
    """The list, a search in it and what a device keeps, as views answer them; and the list for print."""
    with transaction.atomic():
        occurrence = _fill(registrations)
        figures = _measure(occurrence, registrations)
        transaction.set_rollback(True)
    return figures


def _measure(occurrence: Occurrence, number: int) -> list[Measurement]:
    pk = occurrence.event_id
    pages = {
        f"check-in list of {number:,}": partial(views.door, _request(), pk=pk),
        f"search in the check-in list of {number:,}": partial(views.door, _request(q="mueller 77"), pk=pk),
        f"check-in list of {number:,} for a device": partial(device_views.guest_list, _request(), pk=pk),
    }
    figures = []
    for name, run in pages.items():
        figures.append(Measurement(name, milliseconds(run), "ms", LIMIT_MS))
        with CaptureQueriesContext(connection) as asked:
            run()
        figures.append(Measurement(f"{name}: queries", len(asked), "queries", LIMIT_QUERIES))
    figures.append(
        Measurement(
            f"list of {number:,} as PDF",
            milliseconds(partial(lists.pdf_of, occurrence), 1) / 1000,
            "s",
            PDF_LIMIT_S,
        )
    )
    figures.append(
        Measurement(
            f"list of {number:,} as XLSX",
            milliseconds(partial(lists.xlsx_of, occurrence), 1) / 1000,
            "s",
            PDF_LIMIT_S,
        )
    )
    return figures


def _request(**query: str) -> HttpRequest:
    request = RequestFactory().get("/schreibtisch/termine/", query)
    request.user = get_user_model()(is_superuser=True, email="messung@localhost")
    return request


def _fill(number: int) -> Occurrence:
    start = clock.now() - timedelta(hours=1)
    event = Event.objects.create(
        title="Messung",
        slug="messung-am-einlass",
        summary="Messung",
        starts_at=start,
        ends_at=start + timedelta(hours=3),
        registration_mode=RegistrationMode.REQUIRED,
        capacity=3 * number,
        stage=Stage.PUBLISHED,
        published_at=start,
    )
    keep_dates(event=event)
    occurrence = event.occurrences.get()
    people = Person.objects.bulk_create(
        [Person(name=f"Vorname{n} {SURNAMES[n % len(SURNAMES)]}") for n in range(number)], batch_size=1_000
    )
    rows = Registration.objects.bulk_create(
        [_registration(event, person, n) for n, person in enumerate(people)], batch_size=1_000
    )
    Attendance.objects.bulk_create(
        [Attendance(registration=row, occurrence=occurrence, people=1) for row in rows[::2]], batch_size=1_000
    )
    return occurrence


def _registration(event: Event, person: Person, number: int) -> Registration:
    return Registration(
        event=event,
        person=person,
        party_size=1 + number % 2,
        party_names=["Karl Beispiel"] if number % 2 else [],
        needs=["wheelchair"] if number % 10 == 0 else [],
        state=State.CONFIRMED,
        confirmed_at=event.starts_at,
        came_by=CameBy.PHONE,
    )
