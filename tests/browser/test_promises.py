"""The public promises, kept on every public page of the demo town."""

from itertools import product

import pytest

from quartierwerk.testing.browser import axe

from .conftest import public_pages

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_no_cookie_is_set_and_nobody_else_is_asked_before_signing_in(page, hattingen):
    """Requests to other hosts are refused by the fixture and fail the test."""
    for path in public_pages(page):
        page.goto(path)
        assert (path, page.context.cookies()) == (path, [])


@pytest.mark.slow
def test_axe_finds_nothing_on_any_public_page_narrow_and_wide_light_and_dark(open_page, hattingen):
    paths = one_of_each_kind(public_pages(open_page()))
    found = []
    for width, scheme in product((320, 1280), ("light", "dark")):
        page = open_page(width=width, colour_scheme=scheme)
        for path in paths:
            page.goto(path)
            found += [f"{width} {scheme} {path} {line}" for line in axe(page)]
    assert found == []


@pytest.mark.parametrize(
    "path", ["/", "/mein-quartier/", "/barrierefreiheit/", "/aktuelles/", "/quartiere/", "/kontakt/"]
)
def test_nothing_runs_out_of_a_narrow_screen(open_page, hattingen, path):
    page = open_page(width=320)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def one_of_each_kind(paths: list[str]) -> list[str]:
    """Every standing page; of pages that differ in their content only (a venue, a contact) the first two."""
    kept: dict[str, list[str]] = {}
    for path in paths:
        kind = path.rstrip("/").rpartition("/")[0]
        kept.setdefault(kind if kind not in ("", "/en") else path, []).append(path)
    return [path for group in kept.values() for path in group[:2]]
