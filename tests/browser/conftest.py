"""The demo town in a browser."""

import re
from collections import deque
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.management import call_command

NO_PAGE = re.compile(
    r"/(static|media|verwaltung|dokumente|konto|schreibtisch|muster|theme\.css|termine/monat/\d)|\.(atom|vcf|csv|geojson|json|ics|xml|txt|pdf)$"
)


@pytest.fixture
def hattingen(transactional_db, settings, live_server):
    """The demo town, as `make run` fills it."""
    settings.BASE_URL = live_server.url
    call_command("load_town", "hattingen", verbosity=0)
    return live_server.url


def public_pages(page, start: str = "/", query: bool = False) -> list[str]:
    """Every page reached from `start` by links; without `query` each path once."""
    found, waiting = {start: None}, deque([start])
    while waiting:
        address = waiting.popleft()
        answer = page.request.get(address)
        assert answer.status == 200, f"{address}: {answer.status}"
        for link in re.findall(r'<a [^>]*?href="([^"#]*)', answer.text()):
            target = urlsplit(urljoin(address, link.replace("&amp;", "&")))
            path = target.path + (f"?{target.query}" if query and target.query else "")
            if target.netloc or not path.startswith("/") or NO_PAGE.search(target.path) or path in found:
                continue
            found[path] = None
            waiting.append(path)
    return list(found)
