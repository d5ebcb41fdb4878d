"""Measures what issue 2 promises about speed and size; `quartierwerk bench` shows it (docs/performance.md)."""

import http.client
import importlib.util
import io
import json
import multiprocessing
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import re_path, reverse

from quartierwerk.core import bench_server
from quartierwerk.core.bench import HOST, Measurement, free_port, wait_for
from quartierwerk.news.models import NewsPage

SECONDS_OF_LOAD = 3
LOAD_CONNECTIONS = 8
ALONE = "import sys, django; django.setup(); from quartierwerk.website.speed import serve; serve(int(sys.argv[1]))"


def public_paths(read: Callable[[str], bytes]) -> list[str]:
    """A reader's way through the site: every list, one page of each kind, the search."""
    names = [
        "news:list", "places:quarters", "topics:list", "website:my_quarter", "people:contacts", "website:imprint",
        "website:privacy", "website:accessibility", "website:easy_language", "website:sign_language", "website:feedback",
    ]  # fmt: skip
    paths = ["/", *(reverse(name) for name in names), f"{reverse('website:search')}?q=Treffen", "/en/"]
    paths += [f"/en{reverse('website:search')}?q=gardens", reverse("places:quarters_geojson")]
    paths += [urlsplit(url).path for url in re.findall(r"<loc>(.*?)</loc>", read("/sitemap.xml").decode())]
    return list(dict.fromkeys(paths))


def news_paths() -> dict[str, str]:
    newest = NewsPage.objects.live().order_by("-first_published_at").first()
    return {"home": "/", "news list": reverse("news:list")} | ({"news page": newest.url} if newest else {})


def queries() -> list[Measurement]:
    """The costliest anonymous page, rendered by Django itself; its second rendering, as for every reader but the first."""
    client, costs = Client(), {}
    for path in public_paths(lambda path: client.get(path, headers={"host": HOST}).content):
        client.get(path, headers={"host": HOST})
        with CaptureQueriesContext(connection) as captured:
            client.get(path, headers={"host": HOST})
        costs[path] = len(captured)
    worst = max(costs, key=lambda path: costs[path])
    return [
        Measurement(
            f"SQL queries uncached, most ({worst} of {len(costs)} pages)", costs[worst], "queries", 10
        )
    ]


def queries_when_kept() -> list[Measurement]:
    from quartierwerk.website.wsgi import application

    def read(path: str) -> None:
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "HTTP_HOST": HOST, "SERVER_NAME": HOST,
            "SERVER_PORT": "80", "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(),
        }  # fmt: skip
        b"".join(application(environ, lambda *_: None))

    kept = 0
    for path in news_paths().values():
        read(path)
        with CaptureQueriesContext(connection) as captured:
            read(path)
        kept = max(kept, len(captured))
    return [Measurement("SQL queries of a kept page", kept, "queries", 0)]


_from_memory: dict[str, str] = {}


def answer_from_memory(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_from_memory[request.path])


urlpatterns = [re_path("", answer_from_memory)]


def serve(port: int) -> None:
    """The site, or, where pages stand on the standard input as JSON, a bare view that answers with them from memory."""
    target = bench_server.WSGI
    if pages := json.load(sys.stdin):
        _from_memory.update(pages)
        settings.ROOT_URLCONF, settings.MIDDLEWARE = __name__, []
        target = f"{__name__}:bare"
    bench_server.serve(port, target, workers=1)


@contextmanager
def served(pages: Mapping[str, str] | None = None) -> Iterator[tuple[int, int]]:
    """Port and process id of one worker (see `serve`); as in production it inherits nothing of the measuring."""
    port = free_port()
    command = [sys.executable, "-c", ALONE, str(port)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, text=True)
    assert process.stdin  # noqa: S101 - it is the pipe
    with process.stdin as told:
        json.dump(pages or {}, told)
    try:
        wait_for(port)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        yield port, int(children[0])
    finally:
        process.terminate()
        process.wait()


def fetch(port: int, path: str, **headers: str) -> tuple[bytes, http.client.HTTPMessage]:
    caller = http.client.HTTPConnection(HOST, port, timeout=20)
    caller.request("GET", path, headers=headers)
    answer = caller.getresponse()
    body = answer.read()
    caller.close()
    return body, answer.headers


def _look_up_a_point(port: int) -> None:
    """As the browser of a resident who shares where she is, with the form's token and its cookie."""
    path = reverse("website:my_quarter")
    body, headers = fetch(port, path)
    token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', body.decode())
    form = urlencode(
        {"breite": "51.4", "laenge": "7.2"} | ({"csrfmiddlewaretoken": token[0]} if token else {})
    )
    sent = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{HOST}:{port}"}
    sent |= {"Sec-Fetch-Site": "same-origin", "Host": f"{HOST}:{port}", "Cookie": headers["Set-Cookie"] or ""}
    caller = http.client.HTTPConnection(HOST, port, timeout=20)
    caller.request("POST", path, body=form, headers=sent)
    status = caller.getresponse().status
    caller.close()
    if status not in (200, 302, 422):
        raise RuntimeError(f"Looking up a point was answered with {status}.")


def throughput(port: int, path: str) -> float:
    """Answers a second under load: by wrk where it is installed, otherwise by one Python client."""
    if wrk := shutil.which("wrk"):
        command = [
            wrk,
            "-t1",
            f"-c{LOAD_CONNECTIONS}",
            f"-d{SECONDS_OF_LOAD}s",
            f"http://{HOST}:{port}{path}",
        ]
        shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - fixed words
        return float(re.findall(r"Requests/sec:\s+([\d.]+)", shown)[0])
    caller, count, until = http.client.HTTPConnection(HOST, port), 0, time.monotonic() + SECONDS_OF_LOAD
    while time.monotonic() < until:
        caller.request("GET", path)
        caller.getresponse().read()
        count += 1
    caller.close()
    return count / SECONDS_OF_LOAD


def speed_and_memory() -> list[Measurement]:
    """Our pages against a Django view that returns the same bytes from memory, and the worker's size afterwards."""
    ours: dict[str, float] = {}
    pages: dict[str, str] = {}
    with served() as (port, worker):
        for path in [*public_paths(lambda path: fetch(port, path)[0]), reverse("account_login")]:
            fetch(port, path)
        _look_up_a_point(port)
        for name, path in news_paths().items():
            pages[path] = fetch(port, path)[0].decode()
            ours[name] = throughput(port, path)
        resident = int(re.findall(r"VmRSS:\s+(\d+)", Path(f"/proc/{worker}/status").read_text())[0]) / 1024
        found = _static_headers(port)
    with served(pages) as (port, _):
        bare = {name: throughput(port, path) for name, path in news_paths().items()}
    ratios = [
        Measurement(
            f"{name}: {ours[name]:.0f}/s against {bare[name]:.0f}/s from memory",
            100 * ours[name] / bare[name],
            "%",
            60,
            False,
        )
        for name in ours
    ]
    return [*ratios, Measurement("resident memory of a worker", resident, "MB", 170), *found]


def bare(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """Django without middleware, answering from memory."""
    return _bare_application()(environ, start_response)


@cache
def _bare_application() -> WSGIHandler:
    return WSGIHandler()


def _static_headers(port: int) -> list[Measurement]:
    page = fetch(port, "/")[0].decode()
    names = re.findall(rf'(?:href|src)="({settings.STATIC_URL}[^"]+\.(?:css|js))"', page)
    plain = [
        name
        for name in names
        if fetch(port, name, **{"Accept-Encoding": "br, gzip"})[1]["Content-Encoding"] != "br"
    ]
    ages = [
        int((re.findall(r"max-age=(\d+)", fetch(port, name)[1]["Cache-Control"] or "") or [0])[0])
        for name in names
    ]
    return [
        Measurement(f"style and script files sent uncompressed (of {len(names)})", len(plain), "files", 0),
        Measurement("browsers keep them at least", min(ages, default=0) / 86400, "days", 365, False),
    ]


def first_view() -> list[Measurement]:
    """What a browser with an empty cache transfers for the home page; left out where there is no Chromium."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not program or not importlib.util.find_spec("playwright"):
        return []
    # In a process of its own: the browser's event loop and Django's connections do not share a thread.
    processes = multiprocessing.get_context("fork")
    hears, tells = processes.Pipe(duplex=False)
    with served() as (port, _):
        visit = processes.Process(target=_visit, args=(program, port, tells))
        visit.start()
        if not hears.poll(60):
            raise TimeoutError("The browser did not finish its first view.")
        kilobytes, requests = hears.recv()
        visit.join()
    return [
        Measurement("first view, transferred", kilobytes, "kB", 150),
        Measurement("first view, requests", requests, "requests", 12),
    ]


def _visit(program: str, port: int, tells: Connection) -> None:
    from playwright.sync_api import sync_playwright

    sizes: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        network = page.context.new_cdp_session(page)
        network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        network.send("Network.enable")
        page.goto(f"http://{HOST}:{port}/", wait_until="networkidle")
        browser.close()
    tells.send((sum(sizes) / 1000, len(sizes)))


def measure() -> list[Measurement]:
    return [*speed_and_memory(), *first_view(), *queries(), *queries_when_kept()]
