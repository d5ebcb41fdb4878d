"""`quartierwerk import_streets FILE`: the town's street directory from CSV; replaces the one before."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from quartierwerk.places import actions, reading
from quartierwerk.places.directory import DirectoryError


class Command(BaseCommand):
    help = "Reads the street directory (street, from, to, side, postal code, district) from a CSV file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only tell what would change")

    def handle(self, *args: Any, file: Path, dry_run: bool, **options: Any) -> None:  # noqa: ARG002
        try:
            plan = reading.plan_streets(file.read_bytes())
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except DirectoryError as error:
            raise CommandError("\n".join(["Nothing was changed.", *error.reasons])) from error
        if not dry_run:
            actions.import_streets(rows=plan.rows)
        would = "would take" if dry_run else "take"
        self.stdout.write(f"{len(plan.rows)} entries {would} the place of {plan.replaced}.")
