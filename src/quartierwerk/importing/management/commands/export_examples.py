"""`quartierwerk export-examples [OUT]`: corrections as labelled examples, one JSON object a line."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from quartierwerk.core import audit
from quartierwerk.importing.examples.exporting import example_lines
from quartierwerk.importing.models import Example

from ._piping import ends_quietly


class Command(BaseCommand):
    help = "Writes the examples that corrections left, without personal data; `tools/score.py OUT` measures with them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("out", nargs="?", type=Path, help="file to write; else they are printed")

    def handle(self, *args: Any, out: Path | None, **options: Any) -> None:  # noqa: ARG002
        examples = Example.objects.all()
        try:
            file = out.open("w", encoding="utf-8") if out else None
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error.strerror}.") from error
        with ends_quietly():
            for line in example_lines(examples):
                if file:
                    file.write(line)
                else:
                    self.stdout.write(line, ending="")
        audit.record("examples exported", count=examples.count())
        if file:
            file.close()
            self.stdout.write(f"{examples.count()} examples written to {out}")
