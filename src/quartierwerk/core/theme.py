"""A town's two colours become a whole, readable theme. Pure functions.

Colours are strings `#rrggbb` (or `#rgb`). Contrast is the ratio of WCAG 2.2, 1 to 21
(https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). A colour that is too pale for text is not
refused: it is darkened (or lightened on dark ground) until it can be read.
"""

import re
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache
from hashlib import sha256

DEFAULT_PRIMARY = "#1d4f7c"
DEFAULT_ACCENT = "#b4420f"

TEXT_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: text."""
GRAPHIC_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11: controls and graphics."""
DARK_TEXT_CONTRAST = 8.0
"""On dark ground letters bleed; more than the least is kinder to old eyes."""
STRONG_CONTRAST = 10.0
"""White text on the town's band in header and footer."""

WHITE = "#ffffff"
BLACK = "#000000"
DARK_PAGE = "#10161a"
DARK_SURFACE = "#19222a"

_STEPS = 50
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)

Rgb = tuple[int, int, int]


def is_colour(value: str) -> bool:
    """True for `#rgb` and `#rrggbb`."""
    return bool(_HEX.fullmatch(value.strip()))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1.0 to 21.0, whichever of them is the lighter."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0 to 1) of `other` in it."""
    pairs = zip(_rgb(colour), _rgb(other), strict=True)
    return _hex(*(round(a + (b - a) * share) for a, b in pairs))


def lightened(colour: str, *grounds: str, ratio: float) -> str:
    """`colour` with its hue and most of its saturation, as light as `ratio` on dark `grounds` asks for."""
    hue, lightness, saturation = rgb_to_hls(*(channel / 255 for channel in _rgb(colour)))
    for step in range(_STEPS + 1):
        level = lightness + (1 - lightness) * step / _STEPS
        candidate = _hex(*(round(c * 255) for c in hls_to_rgb(hue, level, min(saturation, 0.7))))
        if all(contrast(candidate, ground) >= ratio for ground in grounds):
            return candidate
    return WHITE


def readable(colour: str, *grounds: str, ratio: float = TEXT_CONTRAST) -> str:
    """`colour`, mixed with black or white only as far as it needs to reach `ratio` on all `grounds`."""
    target = max((BLACK, WHITE), key=lambda end: min(contrast(end, ground) for ground in grounds))
    for step in range(_STEPS + 1):
        candidate = mix(colour, target, step / _STEPS)
        if all(contrast(candidate, ground) >= ratio for ground in grounds):
            return candidate
    return target


def text_on(ground: str) -> str:
    """White where it can be read on `ground`, otherwise black."""
    return WHITE if contrast(WHITE, ground) >= TEXT_CONTRAST else BLACK


def light(primary: str, accent: str) -> dict[str, str]:
    """CSS custom properties (name without `--qw-`) for light ground."""
    soft, accent_soft = mix(primary, WHITE, 0.92), mix(accent, WHITE, 0.91)
    strong = readable(mix(primary, BLACK, 0.36), WHITE, ratio=STRONG_CONTRAST)
    text = readable(primary, WHITE, soft, accent_soft)
    return {
        "primary": text,
        "on-primary": text_on(text),
        "primary-strong": strong,
        "on-primary-strong": WHITE,
        "primary-soft": soft,
        "primary-line": mix(primary, WHITE, 0.68),
        "accent": readable(accent, WHITE, ratio=GRAPHIC_CONTRAST),
        "on-accent": text_on(readable(accent, WHITE, ratio=GRAPHIC_CONTRAST)),
        "accent-soft": accent_soft,
        "accent-text": readable(accent, WHITE, soft, accent_soft),
        "art-roof": text,
    }


def dark(primary: str, accent: str) -> dict[str, str]:
    """The same properties as `light`, for dark ground."""
    soft, accent_soft = mix(DARK_PAGE, primary, 0.16), mix(DARK_PAGE, accent, 0.16)
    grounds = (DARK_PAGE, DARK_SURFACE, soft, accent_soft)
    text, accent_text = (
        lightened(colour, *grounds, ratio=DARK_TEXT_CONTRAST) for colour in (primary, accent)
    )
    graphic = lightened(accent, DARK_PAGE, ratio=4.0)
    strong = readable(mix(primary, BLACK, 0.55), WHITE, ratio=STRONG_CONTRAST)
    return {
        "primary": text,
        "on-primary": text_on(text),
        "primary-strong": strong,
        "on-primary-strong": WHITE,
        "primary-soft": soft,
        "primary-line": mix(DARK_PAGE, text, 0.35),
        "accent": graphic,
        "on-accent": text_on(graphic),
        "accent-soft": accent_soft,
        "accent-text": accent_text,
        "art-roof": mix(text, DARK_PAGE, 0.4),
    }


@lru_cache(maxsize=8)
def stylesheet(primary: str = "", accent: str = "") -> str:
    """The town's stylesheet: light and dark properties. An empty or unreadable colour is the default one."""
    primary = primary if is_colour(primary) else DEFAULT_PRIMARY
    accent = accent if is_colour(accent) else DEFAULT_ACCENT
    light_rules, dark_rules = _declarations(light(primary, accent)), _declarations(dark(primary, accent))
    return (
        f":root{{{light_rules}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-kern-theme=light]){{{dark_rules}}}}}\n"
        f":root[data-kern-theme=dark]{{{dark_rules}}}\n"
        f"@media print{{:root:root:root{{{light_rules}}}}}\n"
    )


def version(primary: str, accent: str) -> str:
    """Eight characters that change with the stylesheet, for its URL."""
    return sha256(stylesheet(primary, accent).encode()).hexdigest()[:8]


def _declarations(properties: dict[str, str]) -> str:
    return ";".join(f"--qw-{name}:{value}" for name, value in properties.items())


def _rgb(colour: str) -> Rgb:
    digits = colour.strip().lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _hex(red: int, green: int, blue: int) -> str:
    return f"#{red:02x}{green:02x}{blue:02x}"


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
