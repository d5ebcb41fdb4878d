import pytest
from hypothesis import given
from hypothesis import strategies as st

from quartierwerk.core import theme

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#fff", "#fff", 1.0),
        ("#0000ff", "#FFFFFF", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert theme.contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert theme.contrast(other, one) == theme.contrast(one, other)


@given(primary=colours, accent=colours)
def test_any_two_colours_give_a_readable_theme_by_day(primary, accent):
    found = theme.light(primary, accent)
    for ground in (theme.WHITE, found["primary-soft"], found["accent-soft"]):
        assert theme.contrast(found["primary"], ground) >= theme.TEXT_CONTRAST
        assert theme.contrast(found["accent-text"], ground) >= theme.TEXT_CONTRAST
    assert theme.contrast(found["on-primary"], found["primary"]) >= theme.TEXT_CONTRAST
    assert theme.contrast(found["on-primary-strong"], found["primary-strong"]) >= theme.STRONG_CONTRAST
    assert theme.contrast(found["accent"], theme.WHITE) >= theme.GRAPHIC_CONTRAST


@given(primary=colours, accent=colours)
def test_any_two_colours_give_a_readable_theme_by_night(primary, accent):
    found = theme.dark(primary, accent)
    for ground in (theme.DARK_PAGE, theme.DARK_SURFACE, found["primary-soft"], found["accent-soft"]):
        assert theme.contrast(found["primary"], ground) >= theme.TEXT_CONTRAST
        assert theme.contrast(found["accent-text"], ground) >= theme.TEXT_CONTRAST
    assert theme.contrast(found["on-primary"], found["primary"]) >= theme.TEXT_CONTRAST
    assert theme.contrast(found["on-primary-strong"], found["primary-strong"]) >= theme.STRONG_CONTRAST
    assert theme.contrast(found["accent"], theme.DARK_PAGE) >= theme.GRAPHIC_CONTRAST


def test_a_dark_colour_is_used_as_the_town_gave_it():
    assert theme.light("#1f5c4d", "#b3431c")["primary"] == "#1f5c4d"


def test_a_pale_colour_is_darkened_no_further_than_needed():
    found = theme.light("#ffcc00", "#ffee99")["primary"]
    assert found != "#ffcc00"
    assert theme.contrast(found, theme.WHITE) < theme.TEXT_CONTRAST + 1


@pytest.mark.parametrize("value", ["#12345", "123456", "#1234567", "#12345g", "red;}body{display:none}", ""])
def test_only_hex_colours_reach_the_stylesheet(value):
    assert not theme.is_colour(value)
    assert theme.stylesheet(value, "#b3431c") == theme.stylesheet(theme.DEFAULT_PRIMARY, "#b3431c")


def test_the_stylesheet_has_light_dark_chosen_and_printed_colours():
    lines = theme.stylesheet("#1f5c4d", "#b3431c").splitlines()
    assert [line.split("{--")[0] for line in lines] == [
        ":root",
        "@media (prefers-color-scheme:dark){:root:not([data-kern-theme=light])",
        ":root[data-kern-theme=dark]",
        "@media print{:root:root:root",
    ]


def test_the_version_changes_with_the_colours():
    assert theme.version("#1f5c4d", "#b3431c") != theme.version("#1f5c4e", "#b3431c")
    assert theme.version("", "") == theme.version(theme.DEFAULT_PRIMARY, theme.DEFAULT_ACCENT)


@pytest.mark.django_db
def test_the_towns_stylesheet_is_kept_for_ever_under_its_version_only(client):
    from quartierwerk.core.models import Town

    town = Town.load()
    url = f"/theme.css?v={theme.version(town.primary_colour, town.accent_colour)}"
    assert client.get(url).headers["Cache-Control"] == "public, max-age=31536000, immutable"
    old = client.get("/theme.css?v=00000000")
    assert old.headers["Cache-Control"] == "public, max-age=300"
    assert old.content.decode() == theme.stylesheet(town.primary_colour, town.accent_colour)
