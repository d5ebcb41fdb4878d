"""`quartierwerk import-announcements`: hundreds of old pages come in, however broken some of them are, each once."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError

from quartierwerk.core.models import AuditEntry
from quartierwerk.importing import actions, factories
from quartierwerk.importing.enums import Aside, CameBy, State
from quartierwerk.importing.extract import extract
from quartierwerk.importing.labels import as_labels
from quartierwerk.importing.models import Announcement
from quartierwerk.importing.old_site import run
from quartierwerk.importing.old_site.progress import Progress

pytestmark = pytest.mark.usefixtures("in_september")

TO_COME = "Flohmarkt\nAm Samstag, 10. Oktober 2026, von 9 bis 14 Uhr auf dem Marktplatz."
OVER = "Osterfeuer\nAm 4. April 2026 um 19 Uhr brennt auf der Musterwiese das Osterfeuer."
REPEATS = "Spieletreff\nJeden Dienstag um 15 Uhr im Bürgerhaus."
NEWS = "Neue Bänke im Park\nDie Stadt hat im Stadtpark zwölf neue Bänke aufgestellt."


def lines(folder: Path, *records: object, name: str = "alt.jsonl") -> Path:
    file = folder / name
    file.write_text(
        "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records), encoding="utf-8"
    )
    return file


def record(
    name: object, text: str, published: str | None = None, ref_date: str | None = None, **more: object
):
    return {"id": name, "text": text, "published": published, "ref_date": ref_date, **more}


def run_it(source: Path, **options: object) -> str:
    out = StringIO()
    call_command("import_announcements", source, stdout=out, **options)
    return out.getvalue()


def fails(source: Path, **options: object) -> tuple[CommandError, str]:
    out = StringIO()
    with pytest.raises(CommandError) as caught:
        call_command("import_announcements", source, stdout=out, **options)
    return caught.value, out.getvalue()


def answers(file: Path) -> list[str]:
    return [json.loads(line)["id"] for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.django_db
class TestFate:
    def state_of(self, folder, text, **days):
        run_it(lines(folder, record("a", text, **days)))
        found = Announcement.objects.get()
        return found.state, found.aside_because

    def test_what_is_still_to_come_waits_at_the_desk(self, tmp_path):
        assert self.state_of(tmp_path, TO_COME) == (State.WAITING, "")

    def test_events_that_are_all_over_are_put_aside_with_that_reason(self, tmp_path):
        assert self.state_of(tmp_path, OVER) == (State.SET_ASIDE, Aside.OVER)

    def test_one_event_to_come_is_enough(self, tmp_path):
        assert self.state_of(tmp_path, f"{OVER}\n\n{TO_COME}") == (State.WAITING, "")

    def test_an_event_on_its_last_day_waits(self, tmp_path):
        text = "Ausstellung\nVom 1. August 2026 bis 1. September 2026 im Rathaus."
        assert self.state_of(tmp_path, text) == (State.WAITING, "")

    def test_what_repeats_waits(self, tmp_path):
        assert self.state_of(tmp_path, REPEATS) == (State.WAITING, "")

    def test_what_repeats_in_a_text_of_long_ago_is_put_aside(self, tmp_path):
        assert self.state_of(tmp_path, REPEATS, published="2019-03-01") == (State.SET_ASIDE, Aside.OVER)

    def test_news_of_this_year_wait(self, tmp_path):
        assert self.state_of(tmp_path, NEWS, published="2026-03-01") == (State.WAITING, "")

    def test_old_news_are_put_aside(self, tmp_path):
        assert self.state_of(tmp_path, NEWS, published="2025-08-30") == (State.SET_ASIDE, Aside.OLD)

    def test_a_page_without_any_day_waits(self, tmp_path):
        assert self.state_of(tmp_path, NEWS) == (State.WAITING, "")

    @pytest.mark.parametrize("text", [REPEATS, NEWS])
    def test_a_page_without_a_day_is_as_old_as_the_day_it_was_read(self, tmp_path, text):
        assert self.state_of(tmp_path, text, ref_date="2025-03-01")[0] == State.SET_ASIDE

    def test_a_page_without_a_day_is_as_old_as_the_latest_day_in_it(self, tmp_path):
        told = "Rückblick auf das Fest\nAm 14. Juni 2019 feierten 300 Menschen auf dem Marktplatz."
        assert self.state_of(tmp_path, told) == (State.SET_ASIDE, Aside.OLD)

    def test_a_text_without_news_and_event_is_kept_aside(self, tmp_path):
        assert self.state_of(tmp_path, "Startseite\nImpressum") == (State.SET_ASIDE, Aside.EMPTY)

    def test_what_was_put_aside_can_be_brought_back(self, tmp_path, edda):
        self.state_of(tmp_path, OVER)
        back = actions.bring_back(announcement=Announcement.objects.get(), by=edda)
        assert (back.state, back.aside_because) == (State.WAITING, "")

    def test_the_desk_says_why(self, tmp_path, site, at_desk, edda):
        self.state_of(tmp_path, OVER)
        page = at_desk(edda).get(Announcement.objects.get().get_absolute_url())
        assert "alle Termine darin sind vorbei" in page.content.decode()

    def test_the_audit_log_says_why(self, tmp_path):
        self.state_of(tmp_path, OVER)
        assert AuditEntry.objects.get(verb="announcement set aside").details == {"because": "over"}


@pytest.mark.django_db
class TestLines:
    def test_a_line_becomes_an_announcement(self, tmp_path):
        run_it(lines(tmp_path, record("seite-7", TO_COME, "2026-08-20", "2026-08-21", tags=["egal"])))
        found = Announcement.objects.get()
        assert (found.text, found.published_on, found.read_on, found.came_by, found.key) == (
            TO_COME, date(2026, 8, 20), date(2026, 8, 21), CameBy.OLD_SITE, "old-site:alt.jsonl/seite-7",
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("published", "today", "expected"),
        [
            ("2026-08-20", date(2026, 1, 1), date(2026, 8, 20)),
            (None, date(2026, 1, 1), date(2026, 1, 1)),
            (None, None, date(2026, 9, 1)),
        ],
    )
    def test_a_missing_day_of_reading_is_that_of_publication_then_of_today(
        self, tmp_path, published, today, expected
    ):
        run_it(lines(tmp_path, record("a", TO_COME, published)), today=today)
        assert Announcement.objects.get().read_on == expected

    def test_broken_lines_are_named_and_stop_nothing(self, tmp_path):
        file = lines(tmp_path, record("a", TO_COME), name="alt.jsonl")
        broken = [
            b"{nicht so\n",
            b'{"text": "ohne id"}\n',
            b'{"id": "c"}\n',
            b'{"id": "d", "text": "x", "published": "neulich"}\n',
            b'{"id": "a", "text": "noch einmal"}\n',
            b'{"id": "e", "text": "\xff"}\n',
            b"[1]\n",
            b'{"id": "f", "text": " "}\n',
            b"\n",
            b'{"id": 9, "text": "Basteln\\nAm 3. Oktober 2026 um 10 Uhr.", "published": "2026-08-01T10:00"}',
        ]
        with file.open("ab") as more:
            more.writelines(broken)
        error, said = fails(file)
        assert (str(error), error.returncode) == ("8 could not be read; the others are done.", 1)
        assert said.partition("Not read: 8\n")[2].splitlines() == [
            "  line 2: is not JSON",
            "  line 3: has no “id”",
            "  line 4: has no “text”",
            "  line 5: has no date (such as 2024-05-31) as “published”: neulich",
            "  line 6: has the id “a” of line 1",
            "  line 7: is not UTF-8",
            "  line 8: is no JSON object",
            "  f: The text is empty. Please paste it, or choose a file.",
        ]
        assert {each.key for each in Announcement.objects.all()} == {
            "old-site:alt.jsonl/a", "old-site:alt.jsonl/9",
        }  # fmt: skip

    def test_half_characters_and_nul_hurt_nothing(self, tmp_path):
        (tmp_path / "alt.jsonl").write_text(
            '{"id": "\\ud800a", "text": "Fest\\u0000 \\ud83d am 3.10.2026"}\n'
        )
        run_it(tmp_path / "alt.jsonl", json=tmp_path / "out.jsonl")
        assert answers(tmp_path / "out.jsonl") == ["?a"]
        assert Announcement.objects.get().text == "Fest ? am 3.10.2026"

    def test_a_line_that_never_ends_is_one_broken_line(self, tmp_path, monkeypatch):
        monkeypatch.setattr("quartierwerk.importing.old_site.pieces.LONGEST_LINE", 200)
        file = lines(tmp_path, record("a", "x" * 900), record("b", TO_COME))
        assert "line 1: is not JSON" in fails(file, dry_run=True)[1]

    def test_a_very_long_id_is_known_again(self, tmp_path):
        file = lines(tmp_path, record("x" * 500 + "1", TO_COME), record("x" * 500 + "2", NEWS))
        run_it(file)
        assert "2 were read in an earlier run" in run_it(file)

    def test_two_files_of_one_name_lose_no_text_and_are_known_again(self, tmp_path):
        files = []
        for year, text in (("2019", TO_COME), ("2020", NEWS)):
            (tmp_path / year).mkdir()
            files.append(lines(tmp_path / year, record("seite-1", text)))
        for file in files:
            run_it(file)
        assert {each.text for each in Announcement.objects.all()} == {TO_COME, NEWS}
        for file in files:
            assert "1 were read in an earlier run" in run_it(file)

    def test_the_same_words_are_kept_once(self, tmp_path):
        said = run_it(lines(tmp_path, record("a", TO_COME), record("b", TO_COME.upper())))
        assert Announcement.objects.count() == 1
        assert "  1 say the same as a text that is there already" in said.splitlines()


@pytest.mark.django_db
class TestFolder:
    def test_files_are_read_in_order_each_by_its_kind(self, tmp_path):
        folder = tmp_path / "seite"
        (folder / "2026").mkdir(parents=True)
        (folder / "b.txt").write_text(TO_COME)
        (folder / "a.html").write_text(
            f"<html><title>Alt</title><body><main><p>{NEWS}</p></main></body></html>"
        )
        (folder / "2026" / "c.TXT").write_bytes("Grüße\nAm 3. Oktober 2026, 10 Uhr.".encode("cp1252"))
        (folder / ".versteckt.txt").write_text(OVER)
        (folder / "bild.jpg").write_bytes(b"\xff\xd8\xff")
        said = run_it(folder, json=tmp_path / "out.jsonl")
        assert answers(tmp_path / "out.jsonl") == ["2026/c.TXT", "a.html", "b.txt"]
        assert "  1 files of other kinds were left alone" in said.splitlines()
        assert "Grüße" in Announcement.objects.get(key="old-site:seite/2026/c.TXT").text

    def test_a_broken_file_is_named_and_stops_nothing(self, tmp_path):
        (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
        (tmp_path / "b.txt").write_bytes(b"")
        (tmp_path / "c.txt").write_text(TO_COME)
        error, said = fails(tmp_path)
        assert error.returncode == 1
        assert "  b.txt: The file is empty. Please choose another one." in said.splitlines()
        assert [line.split(":")[0] for line in said.partition("Not read: 2\n")[2].splitlines()] == [
            "  a.pdf",
            "  b.txt",
        ]
        assert Announcement.objects.count() == 1

    def test_a_file_that_is_too_large_is_not_opened(self, tmp_path, monkeypatch):
        monkeypatch.setattr("quartierwerk.importing.old_site.pieces.MOST_BYTES", 10)
        (tmp_path / "a.txt").write_text(TO_COME)
        assert "a.txt: is larger than 0 MB" in fails(tmp_path, dry_run=True)[1]

    def test_links_are_not_followed(self, tmp_path):
        (tmp_path / "seite").mkdir()
        (tmp_path / "geheim.txt").write_text(TO_COME)
        (tmp_path / "seite" / "a.txt").symlink_to(tmp_path / "geheim.txt")
        assert "0 texts read" in run_it(tmp_path / "seite", dry_run=True)


@pytest.mark.django_db
class TestAgain:
    def test_the_second_run_does_nothing(self, tmp_path):
        file = lines(tmp_path, record("a", TO_COME), record("b", OVER))
        run_it(file, json=tmp_path / "out.jsonl")
        before = (tmp_path / "out.jsonl").read_bytes()
        assert "  2 were read in an earlier run" in run_it(file, json=tmp_path / "out.jsonl").splitlines()
        assert (tmp_path / "out.jsonl").read_bytes() == before
        assert (
            Announcement.objects.count(),
            AuditEntry.objects.filter(verb="announcement given").count(),
        ) == (2, 2)

    def test_what_was_decided_at_the_desk_stays(self, tmp_path, edda):
        file = lines(tmp_path, record("a", TO_COME))
        run_it(file)
        actions.set_aside(announcement=Announcement.objects.get(), by=edda)
        run_it(file)
        assert Announcement.objects.get().state == State.SET_ASIDE

    def test_stopped_with_ctrl_c_it_goes_on_where_it_was(self, tmp_path, monkeypatch):
        file = lines(tmp_path, *(record(str(n), f"{TO_COME} Nummer {n}.") for n in range(5)))
        out = tmp_path / "out.jsonl"
        read: list[str] = []

        def stopped_at_the_third(text, *args, **kwargs):
            if len(read) == 2:
                raise KeyboardInterrupt
            read.append(text)
            return extract(text, *args, **kwargs)

        monkeypatch.setattr(run, "extract", stopped_at_the_third)
        error, said = fails(file, json=out)
        assert (str(error), error.returncode) == ("Stopped. The same command goes on from here.", 130)
        assert "2 texts read" in said
        monkeypatch.setattr(run, "extract", extract)
        assert "3 texts read" in run_it(file, json=out)
        assert answers(out) == ["0", "1", "2", "3", "4"]
        assert Announcement.objects.count() == 5

    def test_a_text_that_was_kept_but_not_answered_is_answered(self, tmp_path):
        file = lines(tmp_path, record("a", TO_COME))
        run_it(file)
        run_it(file, json=tmp_path / "out.jsonl")
        assert (answers(tmp_path / "out.jsonl"), Announcement.objects.count()) == (["a"], 1)


class TestAnswers:
    """`--dry-run --json` needs no database at all."""

    @pytest.fixture(autouse=True)
    def without_database(self, monkeypatch):
        def missing():
            raise OperationalError("no such table")

        monkeypatch.setattr("quartierwerk.importing.old_site.known.town_gazetteer", missing)

    def test_an_answer_has_the_form_of_the_labels(self, tmp_path):
        file = lines(tmp_path, record("a", factories.TEXT, None, "2026-09-01"), record("b", NEWS))
        said = run_it(file, json=tmp_path / "out.jsonl", dry_run=True)
        assert said.startswith("There is no database ")
        assert "yet: read without knowing venues, streets and quarters.\n" in said
        found = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
        assert found == [
            as_labels("a", extract(factories.TEXT, date(2026, 9, 1))),
            {"id": "b", "events": []},
        ]

    @pytest.mark.parametrize("torn", ['{"id": "b", "eve', '{"id": "b", "events": []}', "\x00\x00"])
    def test_a_torn_last_line_is_mended(self, tmp_path, torn):
        file, out = lines(tmp_path, record("a", TO_COME), record("b", NEWS)), tmp_path / "out.jsonl"
        run_it(file, json=out, dry_run=True)
        first = out.read_text().splitlines()[0]
        out.write_text(f"{first}\n{torn}")
        assert "The last line of the answers was torn; it is mended." in run_it(file, json=out, dry_run=True)
        assert answers(out) == ["a", "b"]

    def test_a_run_that_is_killed_goes_on_without_a_half_line(self, tmp_path):
        file = lines(tmp_path, *(record(str(n), f"{TO_COME} {n}\n" * 3) for n in range(300)))
        out = tmp_path / "out.jsonl"
        command = [
            sys.executable,
            "-m",
            "quartierwerk",
            "import-announcements",
            file,
            "--dry-run",
            "--json",
            out,
        ]
        killed = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
        while not (out.exists() and out.stat().st_size > 2_000):
            time.sleep(0.01)
        killed.kill()
        killed.wait()
        some = len(answers(out)) if out.read_bytes().endswith(b"\n") else out.read_bytes().count(b"\n")
        run_it(file, json=out, dry_run=True)
        assert answers(out) == [str(n) for n in range(300)]
        assert 0 < some < 300

    def test_a_file_of_something_else_is_left_alone(self, tmp_path):
        out = tmp_path / "notizen.txt"
        out.write_text("Einkaufen\n")
        error, _said = fails(lines(tmp_path, record("a", TO_COME)), json=out, dry_run=True)
        assert "Line 1 of" in str(error)
        assert out.read_text() == "Einkaufen\n"

    def test_the_file_that_is_read_is_never_written(self, tmp_path):
        file = lines(tmp_path, record("a", TO_COME))
        before = file.read_bytes()
        assert "cannot be written into" in str(fails(file, json=file, dry_run=True)[0])
        assert file.read_bytes() == before

    def test_a_folder_that_is_not_there_for_the_answers_is_said(self, tmp_path):
        out = tmp_path / "nirgends" / "out.jsonl"
        assert "cannot be written" in str(
            fails(lines(tmp_path, record("a", NEWS)), json=out, dry_run=True)[0]
        )

    @pytest.mark.parametrize(
        ("name", "why"), [("fehlt.jsonl", "does not exist"), ("a.csv", "neither a folder")]
    )
    def test_what_cannot_be_a_source_is_said(self, tmp_path, name, why):
        (tmp_path / "a.csv").write_text("a;b")
        assert why in str(fails(tmp_path / name, dry_run=True)[0])

    def test_the_summary_counts_doubts_by_kind(self, tmp_path):
        file = lines(tmp_path, record("a", "Fest am 3. Oktober 2026"), record("b", "Ball am 4. Oktober 2026"))
        assert "      2  The text gives no time." in run_it(file, dry_run=True).splitlines()

    def test_a_run_speaks_one_language(self, tmp_path):
        (tmp_path / "a.pdf").write_bytes(b"no pdf")
        (tmp_path / "b.txt").write_text(" ")
        error, said = fails(tmp_path, dry_run=True)
        assert "  b.txt: The file is empty." in said
        assert "Bitte" not in said + str(error)

    @pytest.mark.parametrize("day", ["2026-12-31", "31.12.2026"])
    def test_a_day_is_written_either_way(self, tmp_path, day):
        file = lines(tmp_path, record("a", "Morgen um 15 Uhr: Nähcafé im Bürgerhaus."))
        out = tmp_path / "out.jsonl"
        call_command(
            "import_announcements",
            str(file),
            f"--today={day}",
            f"--json={out}",
            "--dry-run",
            stdout=StringIO(),
        )
        assert json.loads(out.read_text())["events"][0]["start"].startswith("2027-01-01")

    def test_what_is_no_day_gets_a_sentence(self, tmp_path):
        with pytest.raises(CommandError, match=r"morgen is no day; please write it like 2024-05-31"):
            call_command("import_announcements", str(tmp_path), "--today=morgen", stdout=StringIO())

    def test_without_a_database_it_says_how_to_name_one(self, tmp_path):
        error, _said = fails(lines(tmp_path, record("a", TO_COME)))
        assert "QUARTIERWERK_DATA=var/TOWN quartierwerk import-announcements" in str(error)

    def test_it_ends_quietly_when_nobody_reads_on(self, tmp_path):
        file = lines(tmp_path, *(record(str(n), f"{TO_COME} {n}") for n in range(3)))
        command = f"{sys.executable} -m quartierwerk import-announcements {file} --dry-run | true"
        ended = subprocess.run(["bash", "-c", command], capture_output=True, check=False)  # noqa: S603, S607
        assert ended.stderr == b""


class TestProgress:
    def shown(self, total, *, is_terminal, pace):
        said: list[tuple[str, str]] = []
        now = iter(n * pace for n in range(10_000))
        progress = Progress(
            total, lambda line, end: said.append((line, end)), is_terminal=is_terminal, seconds=clock(now)
        )
        for _ in range(total):
            progress.step(worked=True)
        progress.end()
        return said

    def test_on_a_terminal_one_line_is_written_over(self):
        said = self.shown(4, is_terminal=True, pace=0.1)
        assert {end for _line, end in said} == {"\r"}
        assert said[0][0].startswith("2 of 4 texts, 5 a second")
        assert said[-1][0].strip() == ""

    def test_elsewhere_a_line_comes_every_hundred_texts(self):
        said = self.shown(250, is_terminal=False, pace=0.001)
        assert [(line.split(" texts")[0], end) for line, end in said] == [
            ("100 of 250", "\n"),
            ("200 of 250", "\n"),
        ]

    def test_slow_texts_are_told_of_by_the_clock(self):
        assert len(self.shown(5, is_terminal=False, pace=10)) >= 4

    def test_what_an_earlier_run_did_counts_for_no_speed(self):
        said: list[str] = []
        progress = Progress(
            4, lambda line, end: said.append(line), is_terminal=True, seconds=clock(iter(range(100)))
        )
        progress.step(worked=False)
        progress.step(worked=True)
        assert said[0] == "1 of 4 texts, 0 a second"
        assert "left" in said[1]


def clock(now) -> Callable[[], float]:
    return lambda: next(now)
