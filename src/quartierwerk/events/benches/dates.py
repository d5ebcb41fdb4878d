"""How quick the calendar of a large town is: 20,000 events, a tenth of them series, made up and taken back."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quartierwerk.core import clock
from quartierwerk.core.bench import Measurement, milliseconds
from quartierwerk.places.models import Quarter

from ..enums import Kind, RegistrationMode, Stage
from ..models import Event, Occurrence

EVENTS, EVERY_TENTH, DATES_OF_SERIES = 20_000, 10, 20
DAYS_BACK, DAYS_AHEAD = 540, 540
LIMIT_MS, LIMIT_QUERIES = 150.0, 10
HOST = "127.0.0.1"


def measure(events: int = EVENTS) -> list[Measurement]:
    """List and month, as anybody reads them, rendered by Django itself; the database is as before afterwards."""
    with transaction.atomic():
        dates = _fill(events)
        found = [_page(name, path) for name, path in _paths().items()]
        transaction.set_rollback(True)
    times = [Measurement(f"{name}, {dates:,} dates", ms, "ms", LIMIT_MS) for name, ms, _ in found]
    most = max(queries for _, _, queries in found)
    return [*times, Measurement("calendar: SQL queries, most", most, "queries", LIMIT_QUERIES)]


def _paths() -> dict[str, str]:
    month, dates = reverse("events:this_month"), reverse("events:list")
    quarter = Quarter.objects.public().first()
    narrowed = f"?quartier={quarter.slug}" if quarter else "?art=treffen"
    return {
        "calendar: month": month,
        "calendar: month of a Quartier": month + narrowed,
        "calendar: list": dates,
        "calendar: list of a Quartier": dates + narrowed,
        "calendar: what is past": f"{dates}?zeit=vergangen",
    }


def _page(name: str, path: str) -> tuple[str, float, int]:
    """Name, milliseconds and SQL queries of a page when read again."""
    client = Client()

    def read() -> None:
        status = client.get(path, headers={"host": HOST}).status_code
        if status != 200:
            raise RuntimeError(f"{path} was answered with {status}.")

    read()
    with CaptureQueriesContext(connection) as captured:
        read()
    queries = len(captured)
    return name, milliseconds(read), queries


def _fill(events: int) -> int:
    """Events all over three years, a third of them for one Quartier; answers how many dates they have."""
    now = clock.now().replace(minute=0, second=0, microsecond=0)
    made = Event.objects.bulk_create([_event(number, now) for number in range(events)], batch_size=1_000)
    quarters = list(Quarter.objects.public())
    through = Event.quarters.through
    if quarters:
        through.objects.bulk_create(
            [
                through(event_id=event.pk, quarter_id=quarters[number % len(quarters)].pk)
                for number, event in enumerate(made)
                if number % 3
            ],
            batch_size=5_000,
        )
    dates = [date for number, event in enumerate(made) for date in _dates(event, number)]
    Occurrence.objects.bulk_create(dates, batch_size=2_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return len(dates)


def _event(number: int, now: datetime) -> Event:
    start = now + timedelta(days=number * 7 % (DAYS_BACK + DAYS_AHEAD) - DAYS_BACK, hours=number % 10)
    is_series = number % EVERY_TENTH == 0
    return Event(
        title=f"Nachbarschaftstreffen {number}",
        slug=f"messung-{number}",
        kind=list(Kind)[number % len(Kind)],
        summary="Kommen Sie zum Reden, Spielen und Zuhören; alle sind willkommen.",
        starts_at=start,
        ends_at=start + timedelta(hours=2),
        rule="FREQ=WEEKLY" if is_series else "",
        stage=Stage.CANCELLED if number % 50 == 1 else Stage.PUBLISHED,
        stage_reason="Krankheit" if number % 50 == 1 else "",
        published_at=now,
        place_name="Bürgertreff",
        registration_mode=RegistrationMode.REQUIRED if number % 4 == 0 else RegistrationMode.NONE,
    )


def _dates(event: Event, number: int) -> list[Occurrence]:
    count = DATES_OF_SERIES if number % EVERY_TENTH == 0 else 1
    starts = [event.starts_at + timedelta(weeks=week) for week in range(count)]
    return [
        Occurrence(
            event=event, original_start=start, starts_at=start, ends_at=start + timedelta(hours=2),
            over_at=start + timedelta(hours=2),
        )
        for start in starts
    ]  # fmt: skip
