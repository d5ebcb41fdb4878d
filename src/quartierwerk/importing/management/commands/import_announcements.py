"""`quartierwerk import-announcements FOLDER|FILE.jsonl`: a whole old site comes to the desk."""

from argparse import ArgumentTypeError
from contextlib import nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import translation

from quartierwerk.importing.old_site.answers import Answers, AnswersError
from quartierwerk.importing.old_site.known import known_of_the_town
from quartierwerk.importing.old_site.pieces import Source, SourceError, source_of
from quartierwerk.importing.old_site.progress import Progress
from quartierwerk.importing.old_site.run import Orders, import_site
from quartierwerk.importing.old_site.tally import Tally

from ._piping import ends_quietly

EXAMPLE = "QUARTIERWERK_DATA=var/TOWN quartierwerk import-announcements"
STOPPED = 130  # as a shell says it of a program ended with Ctrl+C


def day(said: str) -> date:
    """2024-05-31 or 31.05.2024. Raises ArgumentTypeError with a sentence."""
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(said, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ArgumentTypeError(f"{said} is no day; please write it like 2024-05-31 or 31.05.2024.")


class Command(BaseCommand):
    help = (
        "Reads the texts of an old site: news and events out of each, to be looked over at the desk. What is still to come "
        "waits there, what is over is put aside. May be stopped and started again: each text is read once. "
        f"The database is that of the settings, now {settings.DATABASES['default']['NAME']}. `make run` keeps its in "
        f"var/TOWN: {EXAMPLE} …"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "source",
            type=Path,
            help="a folder with .txt, .html, .docx, .odt, .pdf and .eml files, or a .jsonl file whose lines are "
            '{"id", "text", "published" (date or null), "ref_date"}',
        )
        parser.add_argument(
            "--today",
            type=day,
            metavar="DATE",
            help="day on which texts without a day of their own were read, such as 2024-05-31 or 31.05.2024; else today",
        )
        parser.add_argument(
            "--json",
            type=Path,
            metavar="OUT",
            help="also append what was read to this file, one object a line in the form of the labels",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="keep nothing; only count, or write --json"
        )

    def handle(  # noqa: PLR0913 - Django's way to give options
        self,
        *args: Any,  # noqa: ARG002
        source: Path,
        today: date | None,
        json: Path | None,
        dry_run: bool,
        **options: Any,  # noqa: ARG002
    ) -> None:
        if json is not None and json.resolve() == source.resolve():
            raise CommandError("The answers cannot be written into the file that is read.")
        with translation.override("en"), ends_quietly():  # one language, as these sentences are
            self._read(source, today, json, keeps=not dry_run)

    def _read(self, source: Path, today: date | None, json: Path | None, *, keeps: bool) -> None:
        try:
            texts = source_of(source)
            with Answers(json) if json else nullcontext() as answers:
                self._run(texts, answers, today, keeps=keeps)
        except (SourceError, AnswersError) as error:
            raise CommandError(str(error)) from error

    def _run(self, texts: Source, answers: Answers | None, today: date | None, *, keeps: bool) -> None:
        try:
            gazetteer, hint = known_of_the_town(needed=keeps)
        except DatabaseError as error:
            raise CommandError(
                f"There is no database {settings.DATABASES['default']['NAME']} yet. `make run` keeps its in var/TOWN: {EXAMPLE} …"
            ) from error
        for line in (
            hint,
            "The last line of the answers was torn; it is mended." if answers and answers.mended else "",
        ):
            if line:
                self.stdout.write(line)
        tally = Tally()
        progress = Progress(texts.total, self._say, is_terminal=self.stdout.isatty())
        try:
            import_site(texts, Orders(gazetteer, today, answers, keeps), tally, progress)
        except KeyboardInterrupt:
            self._sum_up(texts, tally, progress, keeps=keeps)
            raise CommandError("Stopped. The same command goes on from here.", returncode=STOPPED) from None
        self._sum_up(texts, tally, progress, keeps=keeps)
        if tally.broken:
            raise CommandError(f"{len(tally.broken)} could not be read; the others are done.")

    def _say(self, line: str, end: str) -> None:
        self.stdout.write(line, ending=end)
        self.stdout.flush()

    def _sum_up(self, texts: Source, tally: Tally, progress: Progress, *, keeps: bool) -> None:
        progress.end()
        self.stdout.write(f"{tally.read} texts read in {progress.spent:.1f} s, {progress.rate:.0f} a second")
        if tally.earlier:
            self.stdout.write(f"  {tally.earlier} were read in an earlier run")
        if texts.left_alone:
            self.stdout.write(f"  {texts.left_alone} files of other kinds were left alone")
        for line in tally.lines(keeps=keeps):
            self.stdout.write(line)
