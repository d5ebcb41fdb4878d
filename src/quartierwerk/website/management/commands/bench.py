"""`quartierwerk bench`: speed and size against their limits, as a table and as DATA/bench.json; fails if one is broken."""

import json
from dataclasses import asdict
from importlib import import_module, util

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from quartierwerk.core.bench import Measurement
from quartierwerk.core.search import bench as search
from quartierwerk.website import speed

from .load_town import LAYERS
from .run import prepare, start_afresh


class Command(BaseCommand):
    help = "Measures speed and size against their limits."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("town", help="demo town that fills an empty installation")

    def handle(self, *args: object, town: str, **options: object) -> None:
        if prepare(town, say=self.stdout.write):
            start_afresh()
        measurements = [*speed.measure(), *of_apps(), *search.measure()]
        report = settings.DATA_DIR / "bench.json"
        report.write_text(
            json.dumps(
                [asdict(m) | {"keeps_limit": m.keeps_limit} for m in measurements],
                ensure_ascii=False,
                indent=1,
            )
        )
        self.stdout.write(table(measurements))
        self.stdout.write(f"Also in {report}")
        broken = [m.name for m in measurements if not m.keeps_limit]
        if broken:
            raise CommandError(f"Limits broken: {'; '.join(broken)}")


def of_apps() -> list[Measurement]:
    """What the apps measure themselves, in their `bench.py`."""
    names = [f"quartierwerk.{app}.bench" for app in LAYERS if app != "core"]
    return [found for name in names if util.find_spec(name) for found in import_module(name).measure()]


def table(measurements: list[Measurement]) -> str:
    wide = max(len(m.name) for m in measurements)
    return "\n".join(
        f"{'ok ' if m.keeps_limit else 'NO '} {m.name:{wide}}  {m.value:10.2f} {m.unit:9} "
        f"{'at most' if m.at_most else 'at least'} {m.limit:g}"
        for m in measurements
    )
