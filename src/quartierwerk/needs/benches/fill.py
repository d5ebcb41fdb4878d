"""100,000 made-up needs with 500,000 supports, in a database of their own.

A thousand are written and indexed one by one; the others are their copies, elsewhere in the town and older, made by the
database itself. Each word is so a hundred times as frequent, as in a town a hundred times as busy.
"""

import random
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import F, Min

from quartierwerk.core import clock
from quartierwerk.core.models import SearchEntry, SearchTerm
from quartierwerk.core.search import index, kind_of
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import FieldOfAction

from ..enums import ENDED_STATES, OPEN_STATES, UNANSWERED, CameBy, Kind, State, Visibility
from ..models import Need, Support
from ..search import KIND

BASE = 1_000
SUPPORTS_EACH = 5
SAID_AGAIN = 40  # each so-manieth was said before
CENTRE = (51.399, 7.186)
HALF_A_TOWN = 0.04  # degrees of latitude
WHAT = """Bank Mülleimer Laterne Spielplatz Gehweg Radweg Ampel Haltestelle Toilette Baum Brunnen Treppe Schaukel Bücherschrank
 Zebrastreifen Parkplatz Bolzplatz Aufzug Unterführung Wiese Hecke Bushaltestelle Fahrradständer Beleuchtung""".split()
HOW = """kaputt fehlt zugeparkt dunkel verschmutzt überfüllt rutschig beschmiert laut gefährlich wackelig zugewachsen""".split()
NAMES = """Ahorn Birken Buchen Eichen Linden Kastanien Mühlen Kirchen Schul Bahnhof Brücken Wiesen Garten Berg Tal Ruhr Markt Rathaus
 Schloss Kloster Feld Wald Stein Sand Quellen Fischer Schmiede Weber Bäcker Töpfer""".split()
ENDS = ["straße", "weg", "platz", "gasse", "allee", "hof"]


def fill_base() -> None:
    """The first thousand."""
    chance = random.Random(4)  # noqa: S311 - the same data each time
    fields = [
        FieldOfAction.objects.create(name=f"Feld {n}", slug=f"feld-{n}", icon=icon)
        for n, icon in enumerate(["housing", "supply", "participate", "community"])
    ]
    quarters = [Quarter.objects.create(name=f"Quartier {n}", slug=f"quartier-{n}") for n in range(10)]
    made = Need.objects.bulk_create(list(_needs(chance, fields, quarters)))
    again = Need.objects.filter(pk__in=[need.pk for need in made[SAID_AGAIN - 1 :: SAID_AGAIN]])
    again.update(state=State.DUPLICATE, duplicate_of=F("pk") - 1, ended_at=F("published_at"))
    if kind := kind_of(Need):
        index.write(kind, Need.objects.order_by("pk"))
    _supports(1, BASE)
    _look_again()


def fill_up(needs: int) -> None:
    """Copies, until there are so many."""
    copies = needs // BASE - 1
    first = Need.objects.aggregate(pk=Min("pk"))["pk"]
    last = first + BASE * (copies + 1)
    entry = SearchEntry.objects.filter(kind=KIND).aggregate(pk=Min("pk"))["pk"]
    posting_index = SearchTerm._meta.indexes[0]
    _trust_the_copies()
    with connection.schema_editor() as editor:  # made once at the end, that is quicker
        editor.remove_index(SearchTerm, posting_index)
    with connection.cursor() as cursor:
        cursor.execute(_copy(Need, copies, _OTHER_NEED[connection.vendor]))
        moved = {"id": f"id + k * {BASE}", "object_id": f"object_id + k * {BASE}"}
        cursor.execute(_copy(SearchEntry, copies, moved, f"WHERE kind = '{KIND}'"))
        posting: dict[str, str | None] = {"id": None, "entry_id": f"entry_id + k * {BASE}"}
        cursor.execute(_copy(SearchTerm, copies, posting, f"WHERE entry_id >= {entry}"))
    with connection.schema_editor() as editor:
        editor.add_index(SearchTerm, posting_index)
    _supports(first + BASE, last)
    _count_on()
    _look_again()


def _needs(chance: random.Random, fields: list[Any], quarters: list[Any]) -> Iterator[Need]:
    now = clock.now()
    for number in range(BASE):
        what, how = chance.choice(WHAT), chance.choice(HOW)
        street = chance.choice(NAMES) + chance.choice(ENDS)
        ended = number % 10 > 6
        state = chance.choice(ENDED_STATES[:3] if ended else OPEN_STATES[1:])
        when = now - timedelta(hours=number % 700, minutes=number)
        yield Need(
            reference=f"M-{number + 1}",
            kind=list(Kind)[number % len(Kind)],
            title=f"{what} in der {street} {how}",
            text=f"Seit {chance.randint(2, 30)} Wochen {how}. Neben dem {chance.choice(WHAT)} {chance.choice(HOW)}, nahe {chance.choice(NAMES)}hof.",
            field=fields[number % 4],
            quarter=quarters[number % 10],
            latitude=CENTRE[0] + chance.uniform(-1, 1) * HALF_A_TOWN,
            longitude=CENTRE[1] + chance.uniform(-1, 1) * HALF_A_TOWN * 1.6,
            place_name=street,
            came_by=list(CameBy)[number % len(CameBy)],
            state=state if state != State.DUPLICATE else State.DONE,
            visibility=Visibility.PUBLIC,
            received_at=when,
            published_at=when,
            moderated_at=when,
            ended_at=when if ended else None,
            changed_at=when,
            last_answered_at=when if state not in UNANSWERED else None,
            support_count=SUPPORTS_EACH,
        )


# ------------------------------------------------------------------------------------------------------------- by the database
_MOVED = {
    "id": f"id + k * {BASE}",
    "duplicate_of_id": f"duplicate_of_id + k * {BASE}",
    "reference": f"'M-' || (id + k * {BASE})",
    "latitude": f"latitude + ((id * 7919 + k * 104729) % 2001 - 1000) * {HALF_A_TOWN / 2000}",
    "longitude": f"longitude + ((id * 6101 + k * 15485863) % 2001 - 1000) * {HALF_A_TOWN / 1250}",
}
_OTHER_NEED = {
    "sqlite": _MOVED
    | {"submission_key": "lower(hex(randomblob(16)))"}
    | {
        name: f"datetime({name}, '-' || (k * 7) || ' hours')"
        for name in ("received_at", "published_at", "ended_at")
    },
    "postgresql": _MOVED
    | {"submission_key": "gen_random_uuid()"}
    | {name: f"{name} - k * interval '7 hours'" for name in ("received_at", "published_at", "ended_at")},
}


def _copy(model: type[models.Model], copies: int, other: Mapping[str, str | None], where: str = "") -> str:
    """Copies every row `copies` times; `other` tells what differs in copy number `k`, None leaves it to the database."""
    written = [field.column for field in model._meta.concrete_fields if not field.generated]
    columns = [column for column in written if other.get(column, "") is not None]
    values = ", ".join(other.get(column) or column for column in columns)
    return (
        f"WITH RECURSIVE numbers(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM numbers WHERE k < {copies}) "  # noqa: S608
        f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) "
        f"SELECT {values} FROM numbers CROSS JOIN {model._meta.db_table} {where}"
    )


def _supports(first: int, last: int) -> None:
    """Supports of the needs with these keys, the last among them."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE numbers(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM numbers WHERE k < {SUPPORTS_EACH}) "  # noqa: S608
            f"INSERT INTO {Support._meta.db_table} (need_id, voter, at) "
            f"SELECT n.id, 'browser:' || k, n.published_at FROM {Need._meta.db_table} n CROSS JOIN numbers "
            f"WHERE n.id BETWEEN {first} AND {last}"
        )


def _trust_the_copies() -> None:
    """They refer to copies; that PostgreSQL looks each of them up takes longer than to write them. Only a superuser may say so."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT usesuper FROM pg_user WHERE usename = current_user")
            if cursor.fetchone()[0]:
                cursor.execute("SET session_replication_role = replica")


def _count_on() -> None:
    """New rows get keys after those that were written here."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Need, SearchEntry]):
            cursor.execute(statement)


def _look_again() -> None:
    """Let the database know what it holds now."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
