"""What goes wrong is said on a page that helps, in the reader's language, with the right status and no cookie."""

from importlib import import_module

import pytest
from django.conf import settings as site_settings
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.test import Client
from django.urls import path


def broken(request, what):  # noqa: ARG001 - a view
    raise {
        "unverstanden": SuspiciousOperation("unreadable"),
        "verboten": PermissionDenied(),
        "nirgends": Http404(),
        "kaputt": RuntimeError("broken"),
    }[what]


def answered(request, status):
    """Stands for what answers with these pages itself: a page taken back, a limit passed."""
    return render(request, f"{status}.html", status=status)


def read(request):
    return HttpResponse(request.POST.get("text", ""))


site_urls = import_module(site_settings.ROOT_URLCONF)
urlpatterns = [
    *(path(f"{prefix}fehler/<slug:what>/", broken) for prefix in ("", "en/")),
    *(path(f"{prefix}antwort/<int:status>/", answered) for prefix in ("", "en/")),
    *(path(f"{prefix}lesen/", read) for prefix in ("", "en/")),
    *site_urls.urlpatterns,
]
handler400, handler403, handler404 = site_urls.handler400, site_urls.handler403, site_urls.handler404


@pytest.fixture
def visitor(site, settings):
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


def helps(answer, status, heading):
    assert answer.status_code == status
    assert f"<h1>{heading}</h1>" in answer.text
    assert "<title>" in answer.text
    assert answer.cookies == {}
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    return True


@pytest.mark.parametrize(
    ("address", "status", "german", "english"),
    [
        (
            "fehler/unverstanden/",
            400,
            "Damit konnten wir nichts anfangen",
            "We could not make sense of that",
        ),
        (
            "fehler/verboten/",
            403,
            "Diese Seite ist nicht für alle offen",
            "This page is not open to everybody",
        ),
        ("fehler/nirgends/", 404, "Diese Seite gibt es hier nicht", "There is no such page here"),
        ("gibt-es-nicht/", 404, "Diese Seite gibt es hier nicht", "There is no such page here"),
        ("antwort/410/", 410, "Diese Seite gibt es nicht mehr", "This page no longer exists"),
        ("antwort/429/", 429, "Das ging uns zu schnell", "That was too fast for us"),
    ],
)
def test_an_error_is_explained_in_both_languages(visitor, address, status, german, english):
    assert helps(visitor.get(f"/{address}"), status, german)
    answer = visitor.get(f"/en/{address}")
    assert helps(answer, status, english)
    assert '<html lang="en"' in answer.text


@pytest.mark.parametrize(
    ("prefix", "heading"), [("", "Das war zu viel auf einmal"), ("/en", "That was too much at once")]
)
def test_more_than_a_form_may_hold_is_too_large(visitor, settings, prefix, heading):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert helps(visitor.post(f"{prefix}/lesen/", {"text": "x" * 2000}), 413, heading)
    long = "text=" + "x" * 2000
    form = "application/x-www-form-urlencoded"
    assert helps(visitor.post(f"{prefix}/lesen/", long, content_type=form), 413, heading)


def test_more_fields_than_any_form_has_are_not_understood(visitor, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    many = {f"feld{number}": "x" for number in range(9)}
    assert helps(visitor.post("/lesen/", many), 400, "Damit konnten wir nichts anfangen")


def test_a_foreign_host_is_not_understood(visitor, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    assert visitor.get("/", headers={"Host": "boese.example"}).status_code == 400


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_breaks_is_said_in_both_languages_at_once_even_without_a_database(
    visitor, prefix, django_assert_num_queries
):
    with django_assert_num_queries(0):
        answer = visitor.get(f"{prefix}/fehler/kaputt/")
    assert helps(answer, 500, "Da ist bei uns etwas schiefgegangen")
    assert '<p lang="en">Something went wrong on our side.' in answer.text
    assert "broken" not in answer.text


@pytest.mark.parametrize(
    ("prefix", "heading"),
    [("", "Diese Seite ist nicht für alle offen"), ("/en", "This page is not open to everybody")],
)
def test_a_form_of_another_site_is_refused_with_a_page(visitor, prefix, heading):
    answer = visitor.post(f"{prefix}/lesen/", {"text": "Hallo"}, headers={"Origin": "https://boese.example"})
    assert helps(answer, 403, heading)
    assert "Hallo" not in answer.text
