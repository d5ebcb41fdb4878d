"""Chromium for tests: `page`, `open_page`, `appears`, `becomes` and `axe`.

    def test_the_home_page_greets(page):
        page.goto("/")
        assert page.get_by_role("heading", level=1).inner_text() == "Willkommen"
        assert axe(page) == []

Every page is served by `live_server` on loopback. A request to any other host is refused and fails the test, as do
uncaught script errors and breaches of the content security policy on public pages. Where no Chromium is installed,
these tests are left out with a sentence.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Locator,
    Page,
    Route,
    TimeoutError,
    sync_playwright,
)

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = Path(__file__).with_name("axe.min.js")
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PATIENCE = 30_000  # milliseconds; machines that run the suite are often busy

OpenPage = Callable[..., Page]


def chromium() -> str | None:
    """Path of the installed Chromium or Chrome, or None."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def axe(page: Page, *, within: str | None = None, also: Sequence[str] = ()) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA and good practice, one line a finding; empty is good.

    `within` is a CSS selector that bounds the search; `also`: rules that axe leaves out by itself, such as `target-size`.
    """
    if not page.evaluate("typeof window.axe !== 'undefined'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "([within, tags, also]) => axe.run(within ? {include: [[within]]} : document,"
        " {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'],"
        " rules: Object.fromEntries(also.map(each => [each, {enabled: true}]))}).then(r => r.violations)",
        [within, AXE_RULES, list(also)],
    )
    return [
        f"{violation['id']} ({violation['impact']}): {violation['help']}: {node['html'][:160]} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


def appears(what: Locator) -> bool:
    """Whether it comes into view within `PATIENCE`.

    After a click `is_visible` asks the page that is going or half a page that is coming; this waits.
    """
    try:
        what.wait_for()
    except TimeoutError:
        return False
    return True


def becomes(page: Page, expression: str) -> bool:
    """Whether `expression`, in the page's language, is true within `PATIENCE`.

    Playwright's own `wait_for_function` asks a second time from inside the page, which its content security policy forbids.
    """
    until = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < until:
        with suppress(Error):  # the page that was asked has gone
            if page.evaluate(expression):
                return True
        page.wait_for_timeout(50)
    return False


class Keys:
    """A keyboard that counts what is pressed."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def type(self, text: str) -> None:
        for sign in text:
            self.press(sign)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1


@pytest.fixture(scope="session")
def running_chromium() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    program = chromium()
    if program is None:
        pytest.skip("No Chromium is installed; as root on Debian, “make test” installs it.")
    # Playwright keeps an event loop in this thread. The tests are synchronous, so Django's guard against being
    # called from within one would only be in the way while it runs.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            yield browser
            browser.close()
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Watch:
    """Notes what a visitor's browser must never see."""

    def __init__(self, host: str) -> None:
        self.host = host
        self.faults: list[str] = []

    def guard(self, route: Route) -> None:
        if urlsplit(route.request.url).netloc == self.host:
            route.continue_()
        else:
            self.faults.append(f"request to another host: {route.request.url}")
            route.abort()

    def follow(self, page: Page) -> None:
        page.on("pageerror", lambda error: self._note(page, f"script error: {error}"))
        page.on(
            "console",
            lambda message: "Content Security Policy" in message.text and self._note(page, message.text),
        )

    def _note(self, page: Page, fault: str) -> None:
        if not urlsplit(page.url).path.startswith("/verwaltung/"):  # Wagtail's own pages are Wagtail's
            self.faults.append(f"{page.url}: {fault}")


@pytest.fixture
def open_page(running_chromium: Browser, live_server) -> Iterator[OpenPage]:
    """Opens further visitors, each with cookies of their own:

    `open_page(width=360, height=800, colour_scheme="dark", javascript=False, **playwright_context_options)`.
    """
    watch = Watch(urlsplit(live_server.url).netloc)
    contexts: list[BrowserContext] = []

    def opened(
        *,
        width: int = 1280,
        height: int = 900,
        colour_scheme: str = "light",
        javascript: bool = True,
        **options,
    ) -> Page:
        context = running_chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            color_scheme=colour_scheme,
            java_script_enabled=javascript,
            **({"locale": "de-DE", "timezone_id": "Europe/Berlin", "reduced_motion": "reduce"} | options),
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.route("**/*", watch.guard)
        context.on("page", watch.follow)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    assert watch.faults == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A visitor at a desk: 1280 px wide, light colours, with JavaScript."""
    return open_page()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "running_chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
