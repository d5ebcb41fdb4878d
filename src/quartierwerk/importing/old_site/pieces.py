"""One text after the other, out of a folder or a file of JSON lines. What cannot be read is told and stops nothing."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from .. import source_words
from ..sources import Unreadable, read_apart

ENDINGS = frozenset("txt html htm xhtml docx odt pdf eml".split())
LONGEST_LINE = 16 * 2**20  # bytes; a text has a million letters at most
MOST_BYTES = 64 * 2**20  # of a file; `sources` refuses far smaller ones, with a sentence
_SHOWN = 60


class BrokenLineError(Exception):
    """What is wrong with a line."""


class SourceError(Exception):
    """There is nothing to begin with."""


@dataclass(frozen=True)
class Piece:
    """`name`: the id in the file, or the path below the folder. `read_on`: None where the source does not say."""

    name: str
    text: str
    title: str = ""
    published: date | None = None
    read_on: date | None = None
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Broken:
    """A line or a file that cannot be read, and why."""

    where: str
    why: str


class Source(Protocol):
    """`total` texts; `left_alone` files are of kinds that hold no text."""

    name: str
    total: int
    left_alone: int

    def __iter__(self) -> Iterator[Piece | Broken]: ...


def source_of(path: Path) -> Source:
    """Raises SourceError."""
    if path.is_dir():
        return Folder(path)
    if not path.is_file():
        raise SourceError(f"{path} does not exist.")
    if path.suffix.lower() not in (".jsonl", ".ndjson"):
        raise SourceError(f"{path} is neither a folder nor a file of JSON lines (.jsonl).")
    return Lines(path)


class Folder:
    """Every file below the folder whose ending is known, in the order of the paths. Links are not followed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.resolve().name
        every = [file for file in sorted(path.rglob("*")) if file.is_file() and not file.is_symlink()]
        visible = [file for file in every if not _is_hidden(file.relative_to(path))]
        self.files = [file for file in visible if file.suffix.lower().lstrip(".") in ENDINGS]
        self.total = len(self.files)
        self.left_alone = len(visible) - self.total

    def __iter__(self) -> Iterator[Piece | Broken]:
        for file in self.files:
            name = clean(file.relative_to(self.path).as_posix())
            try:
                yield _read_file(file, name)
            except Unreadable as why:
                yield Broken(name, source_words.sentence(why))
            except OSError as error:
                yield Broken(name, f"cannot be opened: {error.strerror}")


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _read_file(file: Path, name: str) -> Piece | Broken:
    if file.stat().st_size > MOST_BYTES:
        return Broken(name, f"is larger than {MOST_BYTES // 2**20} MB")
    read = read_apart(file.read_bytes(), file.name, "")
    hints = source_words.kept(read.hints)
    return Piece(name, clean(read.text), clean(read.title), read.published, None, hints)


class Lines:
    """A file with one JSON object a line: id, text, published (date or null), ref_date; other keys do not matter."""

    left_alone = 0

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name
        try:
            with path.open("rb") as file:
                self.total = sum(1 for line in _lines(file) if line.strip())
        except OSError as error:
            raise SourceError(f"{path} cannot be opened: {error.strerror}.") from error

    def __iter__(self) -> Iterator[Piece | Broken]:
        seen: dict[str, int] = {}
        with self.path.open("rb") as file:
            for number, line in enumerate(_lines(file), 1):
                if not line.strip():
                    continue
                try:
                    piece = piece_of(line)
                except BrokenLineError as error:
                    yield Broken(f"line {number}", str(error))
                    continue
                first = seen.setdefault(piece.name, number)
                if first == number:
                    yield piece
                else:
                    yield Broken(f"line {number}", f"has the id “{piece.name[:_SHOWN]}” of line {first}")


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Line by line; of one that is too long only the beginning, which is not JSON."""
    while line := file.readline(LONGEST_LINE):
        yield line
        while line and not line.endswith(b"\n") and len(line) == LONGEST_LINE:
            line = file.readline(LONGEST_LINE)


def piece_of(line: bytes) -> Piece:
    """Raises BrokenLineError."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BrokenLineError("is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BrokenLineError("is not JSON") from error
    if not isinstance(record, dict):
        raise BrokenLineError("is no JSON object")
    name, text = record.get("id"), record.get("text")
    if not isinstance(name, str | int) or isinstance(name, bool) or not str(name).strip():
        raise BrokenLineError("has no “id”")
    if not isinstance(text, str):
        raise BrokenLineError("has no “text”")
    days = {key: _day(key, record.get(key)) for key in ("published", "ref_date")}
    return Piece(clean(str(name)), clean(text), published=days["published"], read_on=days["ref_date"])


def _day(key: str, value: Any) -> date | None:
    if value is None or value == "":
        return None
    try:
        return datetime.fromisoformat(value).date()
    except (TypeError, ValueError) as error:
        raise BrokenLineError(
            f"has no date (such as 2024-05-31) as “{key}”: {str(value)[:_SHOWN]}"
        ) from error


def clean(text: str) -> str:
    """Without what no database and no file takes: NUL and half characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
