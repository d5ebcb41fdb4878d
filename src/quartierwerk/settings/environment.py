"""Reads the environment, strictly: the only module that does.

Every variable is declared once through `Environment.text`, `.flag`, `.number` or `.choice`; the table in
`docs/settings.md` is printed from these declarations. A value that cannot be used stops the start with a
sentence that names the variable (`SettingError`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field


class SettingError(SystemExit):
    """A setting that cannot be used, as one sentence that says what to do.

    Settings are read by every command, server and worker; none of them can go on, and nobody reads a traceback.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(f"quartierwerk: {sentence}")


@dataclass(frozen=True)
class Declared:
    """One row of the settings table."""

    name: str
    default: str
    meaning: str


_YES, _NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


@dataclass
class Environment:
    values: Mapping[str, str] = field(default_factory=lambda: os.environ)
    declared: list[Declared] = field(default_factory=list)

    def _read(self, name: str, default: object, meaning: str) -> str | None:
        self.declared.append(Declared(name, "" if default is None else str(default), meaning))
        return self.values.get(name) or None

    def text(self, name: str, default: str = "", *, meaning: str) -> str:
        return self._read(name, default, meaning) or default

    def flag(self, name: str, default: bool, *, meaning: str) -> bool:
        value = self._read(name, "yes" if default else "no", meaning)
        if value is None:
            return default
        if value.lower() in _YES | _NO:
            return value.lower() in _YES
        raise SettingError(f"{name} is “{value}”; please write yes or no.")

    def number(self, name: str, default: int, *, least: int = 0, meaning: str) -> int:
        value = self._read(name, default, meaning)
        if value is None:
            return default
        if value.isdecimal() and int(value) >= least:
            return int(value)
        raise SettingError(f"{name} is “{value}”; please write a whole number of at least {least}.")

    def choice(self, name: str, default: str, choices: tuple[str, ...], *, meaning: str) -> str:
        value = self._read(name, default, f"{meaning} ({' | '.join(choices)})") or default
        if value in choices:
            return value
        raise SettingError(f"{name} is “{value}”; please choose one of: {', '.join(choices)}.")

    def words(self, name: str, default: str = "", *, meaning: str) -> list[str]:
        """A list written with commas."""
        value = self._read(name, default, meaning) or default
        return [word.strip() for word in value.split(",") if word.strip()]


env = Environment()
