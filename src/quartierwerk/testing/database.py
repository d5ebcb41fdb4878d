"""The database of the tests: migrated once, copied for each process, and fresh again after each transactional test.

pytest-django would migrate anew in every process and leave an empty database behind a transactional test; but a fresh
installation is not empty: it has Wagtail's root page, a locale, permissions. So `django_db_setup` copies a template, and
emptying is followed by putting back the rows that stood there in the beginning.

What nearly every test begins with is built once in a process, taken back, and kept as rows: see `Recording`.
"""

import fcntl
import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.test import TransactionTestCase

from quartierwerk.settings import installation

FILLED_BY_TRIGGERS = "wagtailsearch_indexentry_fts"

Rows = dict[str, tuple[list[str], list[tuple]]]


def _state_of_migrations() -> str:
    """Changes whenever a migration of ours is edited or any migration comes or goes."""
    state = hashlib.sha256()
    for app, name in sorted(MigrationLoader(None).disk_migrations):
        state.update(f"{app}.{name}\n".encode())
    for file in sorted(Path(installation.PACKAGE_DIR).glob("*/migrations/*.py")):
        state.update(file.read_bytes())
    return state.hexdigest()[:12]


def _use(name: str | Path) -> None:
    connection.close()
    settings.DATABASES[DEFAULT_DB_ALIAS]["NAME"] = name
    connection.settings_dict["NAME"] = name


def _copy_sqlite(worker: str) -> str | Path:
    template = installation.DATA_DIR / f"test-{_state_of_migrations()}.sqlite3"
    if not template.exists():
        for old in installation.DATA_DIR.glob("test-*.sqlite3*"):
            old.unlink()
        growing = template.with_suffix(".growing")
        growing.unlink(missing_ok=True)
        _use(growing)
        call_command("migrate", verbosity=0)
        connection.close()
        growing.rename(template)
    copy = installation.DATA_DIR / f"test{worker}.sqlite3"
    for file in installation.DATA_DIR.glob(f"{copy.name}*"):
        file.unlink()
    with sqlite3.connect(template) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    source.close()
    target.close()
    return copy


def _copy_postgres(worker: str) -> str:
    product = settings.DATABASES[DEFAULT_DB_ALIAS]["NAME"]
    template, copy = f"test_{product}_{_state_of_migrations()}", f"test_{product}{worker}"
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template])
        migrated = cursor.fetchone()
        if not migrated:
            cursor.execute(f'DROP DATABASE IF EXISTS "{template}_growing"')
            cursor.execute(f'CREATE DATABASE "{template}_growing"')
    if not migrated:
        _use(f"{template}_growing")
        call_command("migrate", verbosity=0)
        _use(product)
    with connection._nodb_cursor() as cursor:
        if not migrated:
            cursor.execute(f'ALTER DATABASE "{template}_growing" RENAME TO "{template}"')
        cursor.execute(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{template}"')
    return copy


def _tables() -> list[str]:
    """All but Wagtail's full text on SQLite, which triggers keep true to its index."""
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return [name for name in names if name != FILLED_BY_TRIGGERS]


def _rows(tables: Iterable[str] | None = None) -> Rows:
    """Everything in the database, or in some tables of it, by table; a table without rows is left out."""
    written = _written_columns()
    rows: Rows = {}
    with connection.cursor() as cursor:
        for table in _tables() if tables is None else tables:
            columns = written[table]
            names = ", ".join(map(connection.ops.quote_name, columns))
            cursor.execute(f"SELECT {names} FROM {connection.ops.quote_name(table)}")
            if found := cursor.fetchall():
                rows[table] = columns, found
    return rows


def _written_columns() -> dict[str, list[str]]:
    """The columns of each table, without those that the database computes itself."""
    return {
        model._meta.db_table: [
            field.column for field in model._meta.local_concrete_fields if not field.generated
        ]
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }


def _put_back(fresh: Rows) -> None:
    """Make the database what it was before any test; foreign keys are checked at the end of the transaction."""
    quote = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(
                f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {quote(name)})" for name in _tables()
            )
        )
        filled = [name for (name,) in cursor.fetchall()]
        _write(filled, fresh)


def _write(tables: Iterable[str], rows: Rows) -> None:
    """Empty these tables, then fill in these rows."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for name in tables:
            cursor.execute(f"DELETE FROM {quote(name)}")
        for name, (columns, values) in rows.items():
            slots = ", ".join(["%s"] * len(columns))
            cursor.executemany(
                f"INSERT INTO {quote(name)} ({', '.join(map(quote, columns))}) VALUES ({slots})", values
            )


class Recording:
    """What `build` makes of a fresh database: built once and taken back, then written again as rows.

    Make it in a fixture of the session, for then the database is still as it was before any test.
    """

    def __init__(self, build: Callable[[], None]) -> None:
        self.build = build
        with transaction.atomic():
            before = _rows()
            build()
            after = _rows()
            transaction.set_rollback(True)
        self.touched = sorted(
            name for name in {*before, *after} if _sorted(before, name) != _sorted(after, name)
        )
        self.before = {name: before[name] for name in self.touched if name in before}
        self.after = {name: after[name] for name in self.touched if name in after}

    def replay(self) -> None:
        """Write the rows; where the test has already put something of its own beside them, build instead."""
        there = _rows(self.touched)
        if any(_sorted(there, name) != _sorted(self.before, name) for name in self.touched):
            self.build()
            return
        with transaction.atomic():
            _write(self.touched, self.after)


def _sorted(rows: Rows, table: str) -> list[str]:
    """The rows of a table in an order that does not depend on where they happen to lie."""
    return sorted(map(repr, rows.get(table, ([], []))[1]))


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker) -> Iterator[None]:
    worker = getattr(request.config, "workerinput", {}).get("workerid", "")
    copy = _copy_sqlite if connection.vendor == "sqlite" else _copy_postgres
    with django_db_blocker.unblock():
        with (installation.DATA_DIR / "test.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            name = copy(worker)
        _use(name)
        fresh = _rows()
        connection.close()

    def restore(self: TransactionTestCase) -> None:
        _put_back(fresh)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", restore)
        yield
    with django_db_blocker.unblock():
        connection.close()
