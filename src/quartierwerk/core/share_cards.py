"""The picture beside a shared link: the title of the page on the town's colours, as PNG.

Everything a card shows stands, signed, in its address; so it needs no table, is drawn without a query, may be kept
for ever, and nobody else can have cards drawn.
"""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from textwrap import shorten

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from PIL import Image, ImageDraw, ImageFont

from . import theme
from .models import Town

WIDTH, HEIGHT, MARGIN = 1200, 630, 80
LONGEST_TITLE = 140
SIZES = (84, 72, 60, 50)
MOST_LINES = 4
_FONTS = Path(__file__).parent / "static" / "core" / "fonts"
_signer = Signer(salt="share-card", sep="~")


class UnknownCardError(Exception):
    """Nobody here made this address."""


@dataclass(frozen=True)
class Card:
    title: str
    url: str
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True)
class Motif:
    """What is drawn; colours as `#rrggbb`."""

    title: str
    sender: str
    ground: str
    accent: str


def card(title: str, town: Town) -> Card:
    """The card for a page of this title; its address changes with the title and with the town's name and colours."""
    motif = [
        shorten(title, LONGEST_TITLE, placeholder=" …"),
        f"{town.platform_name} {town.name}",
        town.primary_colour,
        town.accent_colour,
    ]
    address = reverse("machine:share_card", args=[_signer.sign_object(motif, compress=True)])
    return Card(title, settings.BASE_URL + address)


def read(token: str) -> Motif:
    try:
        return Motif(*_signer.unsign_object(token))
    except (BadSignature, ValueError, TypeError) as error:
        raise UnknownCardError from error


def draw(motif: Motif) -> bytes:
    """The card as PNG, 1200 × 630 pixels, about 20 kB."""
    ground = theme.readable(
        theme.mix(motif.ground, theme.BLACK, 0.36), theme.WHITE, ratio=theme.STRONG_CONTRAST
    )
    image = Image.new("RGB", (WIDTH, HEIGHT), ground)
    pen = ImageDraw.Draw(image)
    _roofs(pen, theme.mix(ground, theme.WHITE, 0.12))
    pen.rectangle(
        (MARGIN, MARGIN, MARGIN + 120, MARGIN + 10), fill=theme.mix(motif.accent, theme.WHITE, 0.35)
    )
    lines, font = _fitted(motif.title)
    pen.multiline_text((MARGIN, MARGIN + 50), "\n".join(lines), font=font, fill=theme.WHITE, spacing=16)
    pen.text((MARGIN, HEIGHT - MARGIN), motif.sender, font=_font("500", 36), fill=theme.WHITE, anchor="ls")
    out = BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _roofs(pen: ImageDraw.ImageDraw, colour: str) -> None:
    """A row of gables along the lower right: the neighbourhood."""
    for left, width, height in ((700, 150, 150), (840, 120, 210), (950, 170, 130), (1080, 160, 190)):
        top = HEIGHT - height
        pen.polygon(
            [
                (left, HEIGHT),
                (left, top),
                (left + width // 2, top - 70),
                (left + width, top),
                (left + width, HEIGHT),
            ],
            fill=colour,
        )


def _fitted(title: str) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """The title in the largest size in which it fits."""
    for size in SIZES:
        font = _font("600", size)
        lines = _wrapped(title, font)
        if len(lines) <= MOST_LINES:
            break
    return lines[:MOST_LINES], font


def _wrapped(title: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in title.split():
        for piece in _pieces(word, font):
            longer = f"{lines[-1]} {piece}".strip()
            if font.getlength(longer) <= WIDTH - 2 * MARGIN:
                lines[-1] = longer
            else:
                lines.append(piece)
    return [line for line in lines if line]


def _pieces(word: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """A word wider than the card is cut."""
    pieces = [""]
    for letter in word:
        if font.getlength(pieces[-1] + letter) > WIDTH - 2 * MARGIN:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / f"fira-sans-{weight}.woff2", size)
