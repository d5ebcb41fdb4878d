"""`quartierwerk import_boundaries FILE --as districts`: boundaries from GeoJSON, all or nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from quartierwerk.places import actions, reading
from quartierwerk.places.geojson import BoundaryError, Options, read_areas
from quartierwerk.places.plans import BoundaryPlan, plan_boundaries


class Command(BaseCommand):
    help = "Reads boundaries of districts or quarters from a GeoJSON file in WGS 84."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--as", dest="kind", choices=("districts", "quarters"), required=True)
        parser.add_argument(
            "--name-property", default="", help="property with the name; recognised if left out"
        )
        parser.add_argument(
            "--code-property", default="", help="property with the official key; recognised if left out"
        )
        parser.add_argument("--strip-numbers", action="store_true", help="“03 Nordstadt” becomes “Nordstadt”")
        parser.add_argument("--dry-run", action="store_true", help="only tell what would change")

    def handle(self, *args: Any, file: Path, kind: str, dry_run: bool, **options: Any) -> None:  # noqa: ARG002
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        model = reading.model_of(kind)
        how = Options(options["name_property"], options["code_property"], options["strip_numbers"])
        try:
            plan = plan_boundaries(read_areas(content, how), model)
        except BoundaryError as error:
            raise CommandError("\n".join(["Nothing was changed.", *error.reasons])) from error
        if not dry_run:
            actions.import_boundaries(plan=plan, model=model)
        self._tell(plan, dry_run)

    def _tell(self, plan: BoundaryPlan, dry_run: bool) -> None:
        would = "would be " if dry_run else ""
        for verb, names in (("new", plan.new), ("changed", plan.changed), ("unchanged", plan.same)):
            self.stdout.write(f"{len(names)} {would}{verb}" + (f": {', '.join(names)}" if names else ""))
        if plan.untouched:
            self.stdout.write(f"not in the file, left alone: {', '.join(plan.untouched)}")
        if plan.mended:
            self.stdout.write(f"mended (crossed itself by less than 1 m²): {', '.join(plan.mended)}")
