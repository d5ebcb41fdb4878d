"""The background worker, recurring jobs and forgetting in time."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import RequestFactory

from quartierwerk.core import audit, clock, periodic, privacy
from quartierwerk.core.models import AuditEntry
from quartierwerk.core.rate_limits import RateLimit, client_address


@pytest.fixture
def only_job(monkeypatch):
    """One counted job, and nothing remembered of earlier runs."""
    monkeypatch.setattr(periodic, "_jobs", {})
    monkeypatch.setattr(periodic, "_last_run", {})
    runs = []
    periodic.register("count twice", every=timedelta(minutes=1), run=lambda: runs.append(1))
    return runs


def test_a_job_runs_once_within_its_time(only_job):
    assert (periodic.run_due(), periodic.run_due()) == (["count twice"], [])
    assert only_job == [1]


def test_a_second_host_does_not_repeat_a_job(only_job, monkeypatch):
    periodic.run_due()
    monkeypatch.setattr(periodic, "_last_run", {})
    assert periodic.run_due() == []


def test_a_failing_job_does_not_stop_the_others(only_job, caplog):
    periodic._jobs = {"broken": periodic.Job("broken", timedelta(1), lambda: 1 / 0), **periodic._jobs}
    assert periodic.run_due() == ["count twice"]
    assert "The job “broken” failed" in caplog.text


def test_a_failed_job_is_tried_again_at_the_next_round(only_job):
    outcomes = [1, 0]
    periodic._jobs = {"late": periodic.Job("late", timedelta(1), lambda: 1 / outcomes.pop())}
    assert (periodic.run_due(), periodic.run_due(), periodic.run_due()) == ([], ["late"], [])


def test_scheduled_pages_are_published_every_minute():
    assert {job.name: job.every for job in periodic.jobs()}["publish scheduled pages"] == timedelta(minutes=1)


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_what_waits_and_ends(only_job):
    call_command("work", "--once")
    assert only_job == [1]


def test_the_worker_stops_cleanly_on_sigterm(tmp_path):
    environment = {**os.environ, "QUARTIERWERK_DATA": str(tmp_path), "DATABASE_URL": ""}
    run = [sys.executable, "-m", "quartierwerk"]
    subprocess.run([*run, "migrate", "--verbosity=0"], env=environment, check=True, timeout=120)  # noqa: S603 - our own command
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*run, "work", "--interval=0.1"], env=environment, **pipes) as worker:  # noqa: S603
        assert worker.stdout.readline() == b"The worker waits for something to do.\n"
        worker.send_signal(signal.SIGTERM)
        assert (worker.wait(20), worker.stderr.read()) == (0, b"")


@pytest.mark.django_db
class TestForgetting:
    def test_the_audit_log_forgets_after_two_years(self):
        old, new = audit.record("old"), audit.record("new")
        AuditEntry.objects.filter(pk=old.pk).update(at=clock.now() - timedelta(days=731))
        privacy.delete_expired()
        assert list(AuditEntry.objects.filter(verb__in=["old", "new"])) == [new]

    def test_a_dry_run_counts_and_deletes_nothing(self):
        old = audit.record("old")
        AuditEntry.objects.filter(pk=old.pk).update(at=clock.now() - timedelta(days=731))
        out = StringIO()
        call_command("delete_expired", "--dry-run", stdout=out)
        line = next(line for line in out.getvalue().splitlines() if line.startswith("Protokoll"))
        assert line.split() == ["Protokoll", "der", "Bearbeitung", "1", "24", "Monate"]
        assert AuditEntry.objects.filter(pk=old.pk).exists()

    def test_every_purpose_says_why_and_how_long(self):
        for purpose in privacy.purposes():
            assert all(
                str(text)
                for text in (purpose.title, purpose.data, purpose.legal_basis, purpose.retention_text)
            )


class TestRateLimit:
    def test_an_address_is_counted_and_not_kept(self):
        limit, request = RateLimit("test", per_hour=2), RequestFactory().get("/", REMOTE_ADDR="203.0.113.7")
        assert [limit.is_exceeded(request) for _ in range(3)] == [False, False, True]
        other = RequestFactory().get("/", REMOTE_ADDR="203.0.113.8")
        assert limit.is_exceeded(other) is False

    def test_only_the_proxys_own_word_counts(self, settings):
        request = RequestFactory().get(
            "/", HTTP_X_FORWARDED_FOR="1.2.3.4, 203.0.113.7", REMOTE_ADDR="10.0.0.1"
        )
        assert client_address(request) == "10.0.0.1"
        settings.BEHIND_PROXY = True
        assert client_address(request) == "203.0.113.7"
