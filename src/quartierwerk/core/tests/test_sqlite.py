"""How transactions wait for one another on SQLite; run once, with the slow proofs, for it says nothing on PostgreSQL."""

import sqlite3
import threading

import pytest
from django.db import OperationalError, connection, transaction

from quartierwerk.core.sqlite import base

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def somebody_else():
    """Another connection, which is in the middle of writing."""
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


@pytest.fixture
def naps(monkeypatch):
    taken: list[float] = []
    monkeypatch.setattr(base.time, "sleep", taken.append)
    return taken


def busy_timeout():
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA busy_timeout").fetchone()[0]


def test_a_transaction_begins_once_the_one_before_it_has_ended(somebody_else):
    threading.Timer(0.05, somebody_else.rollback).start()
    with transaction.atomic():
        assert connection.in_atomic_block


def test_it_waits_in_short_naps_of_the_same_length(somebody_else, naps, monkeypatch):
    def nap(seconds):
        naps.append(seconds)
        if len(naps) == 20:
            somebody_else.rollback()

    monkeypatch.setattr(base.time, "sleep", nap)
    with transaction.atomic():
        assert naps == [base.NAP] * 20


@pytest.mark.usefixtures("somebody_else", "naps")
def test_after_its_patience_it_says_that_the_database_is_locked(monkeypatch):
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.05)
    with pytest.raises(OperationalError, match="locked"), transaction.atomic():
        pytest.fail("Two wrote at the same time.")


def test_writing_without_a_transaction_still_waits_as_sqlite_does():
    connection.ensure_connection()
    with transaction.atomic():
        pass
    assert busy_timeout() == 20_000
