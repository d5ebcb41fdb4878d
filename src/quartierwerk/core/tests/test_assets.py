"""The built files: complete for the templates, within their budgets, nothing from elsewhere."""

import re
from pathlib import Path

import brotli
import pytest

from quartierwerk.core import theme

PACKAGE = Path(__file__).parents[2]
STATIC = PACKAGE / "core" / "static" / "core"
ASSETS = PACKAGE.parents[1] / "assets"
KILOBYTE = 1000
# Names to find a part by, without a look of their own.
WITHOUT_A_LOOK = {
    "kern-table__body",
    "kern-table__footer",
    "kern-table__row",
    "qw-accordions",
    "qw-address",
    "qw-card__title",
    "qw-event__title",
    "qw-field-head",
    "qw-figure__credit",
    "qw-news__title",
    "qw-page--gap",
}
# In kilobytes as they are sent; of this app, then of the others.
BUDGETS = {
    "app.css": 20,
    "app.js": 1,
    "htmx.js": 18,
    "map.css": 4,
    "map.js": 45,
    "muster.css": 1,
    "needs-map.js": 45,  # the map again, with clusters: a page loads one of both
    "phone-desk.js": 3,
    "fonts/fira-sans-400.woff2": 22,
    "fonts/fira-sans-500.woff2": 22,
    "fonts/fira-sans-600.woff2": 22,
}
BUDGETS_OF_APPS = {
    "events/door-worker.js": 1,
    "events/door.js": 36,
    "events/embed.css": 2,
    "events/first-error.js": 1,
    "importing/importing-desk.js": 2,
    "importing/review.js": 4,
    "importing/settled.js": 2,
    "needs/blur.js": 2,
    "needs/desk.js": 2,
    "needs/phone-hints.js": 1,
    "needs/proof-worker.js": 2,
    "needs/proof.js": 2,
    "needs/say.js": 4,
    "people/passkey.js": 1,
    "places/finder.js": 1,
    "website/position.js": 1,
}


def transferred(file: Path) -> int:
    content = file.read_bytes()
    return len(content) if file.suffix in (".woff2", ".png") else len(brotli.compress(content))


def static_file(name: str) -> Path:
    app = name.partition("/")[0]
    return PACKAGE / app / "static" / name if name in BUDGETS_OF_APPS else STATIC / name


@pytest.mark.parametrize(("name", "kilobytes"), [*BUDGETS.items(), *BUDGETS_OF_APPS.items()])
def test_each_file_keeps_its_budget(name, kilobytes):
    assert transferred(static_file(name)) <= kilobytes * KILOBYTE


def test_every_style_and_script_has_a_budget():
    there = {file for kind in ("css", "js") for file in PACKAGE.glob(f"*/static/**/*.{kind}")}
    assert there - set(map(static_file, [*BUDGETS, *BUDGETS_OF_APPS])) == set()


def test_what_every_page_loads_leaves_room_for_text_and_pictures():
    names = [
        "app.css",
        "app.js",
        "favicon.svg",
        *(f"fonts/fira-sans-{weight}.woff2" for weight in (400, 500, 600)),
    ]
    assert sum(transferred(STATIC / name) for name in names) <= 70 * KILOBYTE


def test_every_class_in_a_template_has_a_look():
    styles = "".join(
        (STATIC / name).read_text(encoding="utf-8") for name in ("app.css", "map.css", "muster.css")
    )
    known = set(re.findall(r"\.((?:kern|qw|qa)-[\w-]+)", styles))
    used = {
        f"{template.relative_to(PACKAGE)}: {name}"
        for template in PACKAGE.rglob("templates/**/*.html")
        for value in re.findall(r'class="([^"]*)"', template.read_text(encoding="utf-8"))
        for name in re.findall(r"\b((?:kern|qw|qa)-[\w-]*\w)(?![\w-]*\{)(?=[\s]|$)", value)
        if name not in known | WITHOUT_A_LOOK
    }
    assert used == set()


def test_the_styles_load_nothing_but_our_fonts():
    styles = (STATIC / "app.css").read_text(encoding="utf-8") + (STATIC / "map.css").read_text(
        encoding="utf-8"
    )
    addresses = {address.strip("\"'") for address in re.findall(r"url\(([^)]*)\)", styles)}
    outside = {address for address in addresses if not address.startswith(("data:", "fonts/"))}
    assert outside == set()
    for address in (a for a in addresses if a.startswith("fonts/")):
        assert (STATIC / address).is_file()


@pytest.mark.parametrize(
    "name", ["Quartiersentwicklung „Süd“ – 5 €…", "→ Größe, ẞ, ‚so‘", "Ayşe Yılmaz, Łódź, Čech"]
)
def test_the_fonts_have_every_letter_of_german_and_of_our_neighbours(name):
    from fontTools.ttLib import TTFont

    for weight in (400, 500, 600):
        letters = set()
        for part in ("", "-ext"):
            with TTFont(STATIC / f"fonts/fira-sans-{weight}{part}.woff2") as font:
                letters |= set(font.getBestCmap())
        assert [letter for letter in name if ord(letter) not in letters] == []


@pytest.mark.parametrize(("name", "colours"), [("tokens", theme.light), ("dark", theme.dark)])
def test_the_stylesheets_own_colours_are_those_of_the_theme(name, colours):
    source = (ASSETS / "src" / "css" / f"{name}.css").read_text(encoding="utf-8")
    wanted = colours(theme.DEFAULT_PRIMARY, theme.DEFAULT_ACCENT)
    found = {key: re.search(rf"--qw-{key}: ([^;]+);", source)[1] for key in wanted}
    assert found == wanted


def test_the_lock_names_no_registry():
    assert '"resolved"' not in (ASSETS / "package-lock.json").read_text(encoding="utf-8")
