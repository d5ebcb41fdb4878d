"""Reads a demo town's folder: `towns/<town>/<app>.toml`, one file an app.

Each app's `demo.py` has `load(folder)`, is idempotent and deterministic, and is run in layer order by
`quartierwerk load_town`. Nothing of a town stands in the code.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings


class UnknownTownError(Exception):
    """There is no folder for this town."""


@dataclass(frozen=True)
class TownFolder:
    path: Path

    @classmethod
    def named(cls, name: str) -> "TownFolder":
        path = settings.TOWNS_DIR / name
        if not path.is_dir():
            known = ", ".join(sorted(p.name for p in settings.TOWNS_DIR.iterdir() if p.is_dir()))
            raise UnknownTownError(f"There is no town “{name}”; there are: {known}.")
        return cls(path)

    @property
    def name(self) -> str:
        return self.path.name

    def read(self, app: str) -> dict[str, Any]:
        """The town's data for one app; empty where the town has none."""
        file = self.path / f"{app}.toml"
        return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def load(folder: TownFolder) -> None:
    """The town's settings."""
    from .models import Town

    town = Town.load()
    for field, value in folder.read("core").items():
        setattr(town, field, value)
    town.full_clean()
    town.save()
