"""The components in /muster/, the base page and the error pages."""

import re
from pathlib import Path

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse

from quartierwerk.core import muster

TEMPLATES = Path(__file__).parents[1] / "templates"
COMPONENTS = TEMPLATES / "core" / "components"
ERROR_PAGES = ["400", "403", "404", "410", "413", "429"]


class Unknown(str):
    """Stands for a template variable nobody gave; using it fails the test."""

    def __contains__(self, text: object) -> bool:
        return text == "%s"

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"unknown template variable: {name}")


@pytest.fixture
def strict(monkeypatch):
    """Unknown template variables fail, whatever the settings of the suite say."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Unknown("%s"))


@pytest.fixture
def muster_page(db, settings, client, strict):
    settings.DEBUG = True
    return client.get(reverse("core:muster")).content.decode()


def test_the_muster_page_shows_every_component(muster_page):
    shown = "".join(
        path.read_text(encoding="utf-8") for path in [*TEMPLATES.rglob("*.html"), Path(muster.__file__)]
    )
    parts = {path.name for path in COMPONENTS.glob("*.html")}
    assert {part for part in parts if f"components/{part}" not in shown} == {"htmx_script.html"}
    assert muster_page.count("<h1") == 1


def test_the_muster_pages_are_there_for_developers_only(db, client):
    assert client.get(reverse("core:muster")).status_code == 404
    assert client.get(reverse("core:muster_home")).status_code == 404


def test_no_page_has_inline_script_or_style(muster_page):
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", muster_page) == []


def test_every_id_in_the_muster_page_is_unique(muster_page):
    ids = re.findall(r'\sid="([^"]+)"', muster_page)
    assert sorted({name for name in ids if ids.count(name) > 1}) == []


def test_an_email_address_is_not_in_the_page_for_harvesters(muster_page):
    assert muster.CONTACT["email"] not in muster_page
    assert "mailto:" not in muster_page
    assert re.findall(r"[\w.]+@[\w.]+", muster_page) == []
    assert "muster</span>" in muster_page
    assert "(ät)" in muster_page


def test_every_component_states_its_purpose_and_parameters():
    silent = [
        path.name
        for path in [*COMPONENTS.glob("*.html"), *(TEMPLATES / "core" / "illustrations").glob("*.html")]
        if not re.match(
            r"{% comment %}\s*Purpose: .*?(Parameter|parameters|context|Context)", path.read_text(), re.S
        )
    ]
    assert silent == []


def test_the_base_page_stands_without_any_context(strict):
    html = render_to_string("core/base.html", {})
    assert '<html lang="de"' in html
    assert 'href="#inhalt"' in html


@pytest.mark.parametrize("code", ERROR_PAGES)
def test_an_error_page_says_what_to_do_and_offers_search_and_phone(code, strict):
    town = {"phone": "(02324) 204-0", "platform_name": "Quartiere", "name": "Musterstadt"}
    html = render_to_string(f"{code}.html", {"town": town, "search_url": "/suche/", "home_url": "/"})
    main = html[html.index("<main") : html.index("</main>")]
    assert main.count("<h1>") == 1
    assert 'action="/suche/"' in main
    assert 'href="tel:+4923242040"' in main
    assert code in main


@pytest.mark.parametrize("code", ERROR_PAGES)
def test_an_error_page_stands_without_any_context(code, strict):
    assert "<h1>" in render_to_string(f"{code}.html", {})


def test_the_page_for_our_own_failures_needs_nothing(strict, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        html = render_to_string("500.html")
    assert "Da ist bei uns etwas schiefgegangen" in html
    assert "/static/core/app.css" in html


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [
        (1, 10, [1, 2, 0, 10]),
        (5, 10, [1, 0, 4, 5, 6, 0, 10]),
        (3, 5, [1, 2, 3, 4, 5]),
        (4, 6, [1, 2, 3, 4, 5, 6]),
    ],
)
def test_paging_offers_the_ends_and_the_neighbours(number, count, shown):
    from django.core.paginator import Paginator

    from quartierwerk.core.templatetags.ui import page_numbers

    assert page_numbers(Paginator(range(count), 1).page(number)) == shown


def test_paging_keeps_the_filters_in_the_url(strict):
    from django.core.paginator import Paginator

    request = RequestFactory().get("/aktuelles/?quartier=welper&page=2")
    html = render_to_string(
        "core/components/pagination.html", {"page": Paginator(range(9), 2).page(2)}, request
    )
    assert 'href="?quartier=welper&amp;page=3"' in html
