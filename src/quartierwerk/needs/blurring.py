"""Makes parts of a photo unrecognisable for good.

A soft blur can be computed back, and programs read number plates through it. Here each part keeps at most a few flat
squares of mean colour, so that what was to be seen is not in the file any more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from quartierwerk.core.uploads import CONTENT_TYPES, KEPT_AS, QUALITY

SQUARES = 4  # along the longer side of a part
GRID_LONG, GRID_SHORT = 12, 9  # fields to choose from, along the longer and the shorter side of a photo


@dataclass(frozen=True)
class Area:
    """A rectangle as parts of width and height, 0 to 1, from the upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def pixels(self, size: tuple[int, int]) -> tuple[int, int, int, int]:
        """Left, top, right, bottom; at least one pixel, rounded outwards and kept inside."""
        left, top = int(self.left * size[0]), int(self.top * size[1])
        right = min(size[0], int((self.left + self.width) * size[0]) + 1)
        bottom = min(size[1], int((self.top + self.height) * size[1]) + 1)
        return min(left, size[0] - 1), min(top, size[1] - 1), right, bottom


def grid_of(width: int, height: int) -> tuple[int, int]:
    """How many columns and rows of fields lie over a photo of this size."""
    return (GRID_LONG, GRID_SHORT) if width >= height else (GRID_SHORT, GRID_LONG)


def blurred(file: Any, areas: Iterable[Area]) -> SimpleUploadedFile:
    """The photo without what these areas showed, in its format."""
    file.open()
    with Image.open(file) as source:
        kind, picture = source.format or "JPEG", source.copy()
    for area in areas:
        box = area.pixels(picture.size)
        picture.paste(_flat(picture.crop(box)), box)
    return _as_file(picture, kind)


def smaller(file: SimpleUploadedFile, size: tuple[int, int]) -> SimpleUploadedFile:
    """The same photo within this size."""
    file.seek(0)
    with Image.open(file) as source:
        kind, picture = source.format or "JPEG", source.copy()
    picture.thumbnail(size)
    file.seek(0)
    return _as_file(picture, kind)


def _flat(part: Image.Image) -> Image.Image:
    """A few squares of mean colour."""
    longer = max(part.size)
    few = [max(1, round(side * SQUARES / longer)) for side in part.size]
    plain = part.convert("RGB") if part.mode == "P" else part
    return plain.resize(few, Image.Resampling.BOX).resize(part.size, Image.Resampling.NEAREST)


def _as_file(picture: Image.Image, kind: str) -> SimpleUploadedFile:
    written, suffix = KEPT_AS[kind]
    profile, picture.info = picture.info.get("icc_profile"), {}
    buffer = BytesIO()
    picture.save(buffer, written, icc_profile=profile, **QUALITY[written])
    return SimpleUploadedFile(f"foto.{suffix}", buffer.getvalue(), CONTENT_TYPES[written])
