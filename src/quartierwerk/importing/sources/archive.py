"""Zip files from strangers: nothing is unpacked before its announced size was looked at, and never more than that.

Word and OpenDocument files are zip files of XML, and a few kilobytes may announce gigabytes. Zip files inside are not opened.
"""

import zipfile
import zlib
from io import BytesIO
from typing import Any

from . import safe_xml
from .sentences import Reason, Unreadable

MOST_PARTS = 2_000
MOST_UNPACKED = 200 * 2**20  # bytes, of all parts together: pictures are stored as they are
MOST_OF_ONE = 30 * 2**20  # bytes, of one part that is read
MOST_RATIO = 400  # XML of a long table packs 1 : 60
SMALL = 2**20  # bytes; below that the ratio tells nothing
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What `zipfile` and zlib raise on archives made by chance or in bad faith.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError, RuntimeError)


class Archive:
    """A zip file that was looked at. Raises Unreadable for one that is broken, locked or a bomb."""

    def __init__(self, content: bytes) -> None:
        try:
            self._file = zipfile.ZipFile(BytesIO(content))
            parts = self._file.infolist()
        except _BROKEN as error:
            raise Unreadable(Reason.BROKEN) from error
        self.parts = {part.filename: part for part in parts}
        _check(parts, len(content))

    def bytes_of(self, name: str) -> bytes:
        """Empty for a part that is not there."""
        part = self.parts.get(name)
        if part is None:
            return b""
        if part.flag_bits & 1:
            raise Unreadable(Reason.PASSWORD)
        if part.compress_type not in _PACKED:
            raise Unreadable(Reason.BROKEN)
        if part.file_size > MOST_OF_ONE:
            raise Unreadable(Reason.TOO_MUCH_WORK)
        try:
            with self._file.open(part) as opened:
                content = opened.read(MOST_OF_ONE + 1)
        except _BROKEN as error:
            raise Unreadable(Reason.BROKEN) from error
        if (
            len(content) > MOST_OF_ONE
        ):  # `zipfile` holds a part to what it announced; a second lock costs nothing
            raise Unreadable(Reason.TOO_MUCH_WORK)
        return content

    def xml(self, name: str) -> Any:
        """The root element, None for a part that is not there or empty."""
        content = self.bytes_of(name)
        return safe_xml.parsed(content) if content.strip() else None


def names_and_kind(content: bytes) -> tuple[set[str], str]:
    """The names of the parts, and the kind that OpenDocument declares."""
    archive = Archive(content)
    said = archive.parts.get("mimetype")
    declared = archive.bytes_of("mimetype") if said and said.file_size <= 200 else b""
    return set(archive.parts), declared.decode("ascii", "replace").strip()


def _check(parts: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED:
        raise Unreadable(Reason.TOO_MUCH_WORK)
    if unpacked > SMALL and unpacked > MOST_RATIO * max(packed, 1):
        raise Unreadable(Reason.TOO_MUCH_WORK)
    for part in parts:
        if part.file_size > SMALL and part.file_size > MOST_RATIO * max(part.compress_size, 1):
            raise Unreadable(Reason.TOO_MUCH_WORK)
