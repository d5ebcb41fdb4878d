"""The cache in front of Django: what it answers, what it never keeps, and that a change is seen at once."""

import gzip
import io
import threading
from wsgiref.util import setup_testing_defaults

import brotli
import pytest
from django.apps import apps
from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from quartierwerk.core import page_cache
from quartierwerk.core.models import AuditEntry, Town

HTML = [("Content-Type", "text/html; charset=utf-8"), ("Content-Security-Policy", "default-src 'self'")]


class Answer:
    def __init__(self, application, path="/", method="GET", **environ):
        given = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": "", "wsgi.input": io.BytesIO()}
        setup_testing_defaults(given | environ)
        request = given | environ
        setup_testing_defaults(request)
        self.body = b"".join(application(request, self.start))

    def start(self, status, headers, *_):
        self.status, self.headers = int(status[:3]), dict(headers)


class Town_Hall:  # noqa: N801 - reads as a name
    """A WSGI application that counts how often it is asked."""

    def __init__(self, headers=(), status="200 OK", body=b"<p>Guten Tag</p>" * 100):
        self.asked, self.headers, self.status, self.body = 0, [*HTML, *headers], status, body

    def __call__(self, environ, start_response):
        self.asked += 1
        start_response(self.status, self.headers)
        return [self.body]


@pytest.fixture
def generation(tmp_path, monkeypatch, settings):
    settings.PAGE_CACHE_MEGABYTES = 1
    own = page_cache.GenerationInFile(tmp_path / "generation")
    monkeypatch.setattr(page_cache, "generation", lambda: own)
    return own


def cached(application, megabytes=1):
    return page_cache.PageCache(application, megabytes)


def test_the_second_reader_is_answered_without_asking_django(generation):
    hall = Town_Hall()
    front = cached(hall)
    first, second = Answer(front), Answer(front)
    assert (hall.asked, first.body, second.headers) == (1, second.body, first.headers)
    assert second.headers["Content-Security-Policy"] == "default-src 'self'"


@pytest.mark.parametrize(
    "environ",
    [
        {"HTTP_COOKIE": "sessionid=x"},
        {"HTTP_COOKIE": "mein-quartier=mitte"},
        {"HTTP_AUTHORIZATION": "Basic x"},
        {"HTTP_RANGE": "bytes=0-1"},
        {"method": "POST"},
        {"QUERY_STRING": "q=" + "x" * 400},
        {"path": "/static/x.css"},
    ],
)
def test_who_may_get_another_answer_is_never_answered_from_the_cache(generation, environ):
    hall = Town_Hall()
    front = cached(hall)
    Answer(front, **environ)
    Answer(front, **environ)
    assert hall.asked == 2


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Set-Cookie", "sessionid=x"),
        ("Cache-Control", "private"),
        ("Cache-Control", "no-store"),
        ("Cache-Control", "max-age=0, no-cache"),
        ("Vary", "Accept-Encoding, Cookie"),
        ("Vary", "HX-Request"),
        ("Vary", "*"),
    ],
)
def test_an_answer_for_one_person_is_not_kept(generation, header, value):
    hall = Town_Hall([(header, value)])
    front = cached(hall)
    assert Answer(front).headers[header] == value
    Answer(front)
    assert hall.asked == 2


@pytest.mark.parametrize(
    ("status", "times"), [("200 OK", 1), ("301 Moved", 1), ("302 Found", 2), ("404 No", 2), ("500 Oh", 2)]
)
def test_only_good_and_permanent_answers_are_kept(generation, status, times):
    hall = Town_Hall(status=status)
    front = cached(hall)
    Answer(front)
    Answer(front)
    assert hall.asked == times


def test_host_path_query_and_scheme_are_different_pages(generation):
    hall = Town_Hall()
    front = cached(hall)
    for environ in (
        {},
        {"HTTP_HOST": "b"},
        {"path": "/b"},
        {"QUERY_STRING": "b"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
    ):
        Answer(front, **environ)
        Answer(front, **environ)
    assert hall.asked == 5


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
        ("", None, bytes),
    ],
)
def test_pages_travel_compressed_as_the_reader_likes(generation, accepted, encoding, unpack):
    hall = Town_Hall()
    answer = Answer(cached(hall), HTTP_ACCEPT_ENCODING=accepted)
    assert (answer.headers.get("Content-Encoding"), unpack(answer.body)) == (encoding, hall.body)
    assert int(answer.headers["Content-Length"]) == len(answer.body)
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_a_browser_that_has_the_page_gets_304_without_a_body(generation):
    front = cached(Town_Hall())
    etag = Answer(front).headers["ETag"]
    again = Answer(front, HTTP_IF_NONE_MATCH=etag)
    assert (again.status, again.body) == (304, b"")


def test_head_gets_the_headers_of_get(generation):
    front = cached(Town_Hall())
    get = Answer(front)
    head = Answer(front, method="HEAD")
    assert (head.headers, head.body) == (get.headers, b"")


def test_memory_is_bounded_and_the_least_read_page_goes_first(generation):
    hall = Town_Hall(body=b"x" * 200_000)
    front = cached(hall)
    for path in ("/a", "/b", "/a", "/c", "/a", "/b"):
        Answer(front, path)
    assert hall.asked == 4
    assert front.shelf.bytes <= 2**20


def test_a_page_is_rendered_anew_after_its_time(generation, monkeypatch):
    hall = Town_Hall()
    front = cached(hall)
    Answer(front)
    later = page_cache.time.monotonic() + page_cache.KEEP_SECONDS + 1
    monkeypatch.setattr(page_cache.time, "monotonic", lambda: later)
    Answer(front)
    assert hall.asked == 2


def test_a_page_rendered_while_content_changed_is_not_shown_to_the_next_reader(generation):
    """The race: rendering begins, somebody publishes, rendering ends with the old text."""
    rendering, published = threading.Event(), threading.Event()
    texts = iter([b"alt", b"neu"])

    def slow(environ, start_response):
        text = next(texts)
        rendering.set()
        assert published.wait(5)
        start_response("200 OK", HTML)
        return [text]

    front = cached(slow)
    answers = []
    reader = threading.Thread(target=lambda: answers.append(Answer(front).body))
    reader.start()
    assert rendering.wait(5)
    generation.begin()
    published.set()
    reader.join(5)
    assert (answers, Answer(front).body) == ([b"alt"], b"neu")


def test_without_a_known_generation_nothing_is_kept(generation, monkeypatch):
    monkeypatch.setattr(generation, "current", lambda: None)
    hall = Town_Hall()
    front = cached(hall)
    Answer(front)
    Answer(front)
    assert hall.asked == 2


def test_other_processes_see_a_new_generation(generation):
    elsewhere = page_cache.GenerationInFile(generation.file)
    seen = {elsewhere.current()}
    for _ in range(20):
        generation.begin()
        seen.add(elsewhere.current())
    assert len(seen) == 21


WRITES = {
    "save": lambda: Town.objects.get().save(),
    "update": lambda: Town.objects.update(claim="x"),
    "bulk": lambda: Town.objects.bulk_update(Town.objects.all(), ["claim"]),
    "delete": lambda: Town.objects.all().delete(),
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("write", WRITES)
def test_every_way_of_writing_public_content_begins_a_new_generation(generation, write):
    Town.load()
    before = generation.current()
    WRITES[write]()
    assert generation.current() != before


@pytest.mark.django_db(transaction=True)
def test_the_new_generation_begins_with_the_commit_and_not_when_rolled_back(generation):
    Town.load()
    before = generation.current()
    with transaction.atomic():
        Town.objects.update(claim="x")
        assert generation.current() == before
        transaction.set_rollback(True)
    assert generation.current() == before
    with transaction.atomic():
        Town.objects.update(claim="y")
        Town.objects.update(claim="z")
    assert generation.current() != before


@pytest.mark.django_db(transaction=True)
def test_private_writes_and_reads_leave_pages_valid(generation):
    before = generation.current()
    AuditEntry.objects.create(verb="x")
    AuditEntry.objects.filter(verb="x").count()
    assert generation.current() == before


def test_every_private_model_exists(settings):
    known = {model._meta.label_lower for model in apps.get_models()} | {
        f"{app.label}.*" for app in apps.get_app_configs()
    }
    assert set(settings.PAGE_CACHE_PRIVATE_MODELS) - known == set()


@pytest.mark.django_db(transaction=True)
def test_a_kept_page_costs_no_query_and_a_published_change_is_seen_by_the_next_reader(generation, home):
    Town.load()  # the first reader of an empty installation writes it
    front = cached(get_wsgi_application())
    assert Answer(front).status == 200
    with CaptureQueriesContext(connection) as queries:
        assert Answer(front).status == 200
    assert len(queries) == 0
    home.heading = "Ganz neu hier"
    home.save_revision().publish()
    assert "Ganz neu hier" in Answer(front).body.decode()


@pytest.mark.django_db(transaction=True)
def test_a_draft_is_never_shown(generation, home):
    front = cached(get_wsgi_application())
    home.heading = "Noch geheim"
    home.save_revision()
    assert "Noch geheim" not in Answer(front).body.decode()


def test_head_before_any_get_has_its_headers_too_and_fills_the_shelf(generation):
    front = cached(Town_Hall())
    head = Answer(front, method="HEAD")
    got = Answer(front)
    assert (head.status, head.headers, head.body) == (got.status, got.headers, b"")
    assert front.application.asked == 1


def test_a_star_means_any_version_of_the_page(generation):
    front = cached(Town_Hall())
    assert Answer(front, HTTP_IF_NONE_MATCH="*").status == 304
