"""The browser fixtures themselves."""

from wagtail.models import Site

from quartierwerk.testing.browser import axe


def test_a_page_is_served_to_chromium(page, site):
    page.goto("/")
    assert page.title().strip() != ""


def test_a_second_visit_finds_the_database_of_a_fresh_installation(page, site):
    page.goto("/")
    assert Site.objects.count() == 1


def test_axe_names_what_is_wrong(page, site):
    page.goto("/")
    page.set_content('<html lang="de"><title>x</title><main><h1>x</h1><img src="data:,"></main>')
    assert [line.split(" ")[0] for line in axe(page)] == ["image-alt"]
