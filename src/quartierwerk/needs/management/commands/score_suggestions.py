"""`quartierwerk score_suggestions FOLDER`: how often suggested fields and similar needs are right."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from quartierwerk.needs.benches import score


class Command(BaseCommand):
    help = "Measures the suggestions on labelled texts; changes nothing in the database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help=f"holds {score.FIELDS} and {score.PAIRS}")
        parser.add_argument("--among", type=Path, help="CSV file with more ideas: ID, title, text")

    def handle(self, *args: object, folder: Path, among: Path | None, **options: object) -> None:
        if missing := [name for name in (score.FIELDS, score.PAIRS) if not (folder / name).is_file()]:
            raise CommandError(f"{folder} has no {', '.join(missing)}.")
        for line in score.score(folder, among):
            self.stdout.write(str(line))
