"""What lies under an address is read, with limits of size, time and kind, and as a polite client asks."""

import gzip
import time
import zlib

import pytest

from quartierwerk.importing import fetching
from quartierwerk.importing.fetching import Fetched, NotFetched, Reason, fetch, requesting
from quartierwerk.importing.tests.web import certificate, serving


@pytest.fixture
def ask(web):
    def asked(url, **said):
        return fetch(url, network=web.network(), **said)

    return asked


def test_a_page_is_read_as_the_server_sends_it(web, ask):
    answer = ask(web.says("/", "<p>Gruß", content_type="text/html; charset=utf-8"))
    assert answer == Fetched("<p>Gruß".encode(), "text/html; charset=utf-8", web.url("/"))


def test_the_server_learns_who_asks_and_nothing_else(web, ask, settings):
    settings.BASE_URL = "https://quartier.example"
    ask(web.says("/", "x"))
    [(host, path, headers)] = web.asked
    assert (host, path) == (f"verein.example:{web.port}", "/")
    assert headers["User-Agent"] == "Quartierwerk (+https://quartier.example)"
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_a_cookie_is_not_kept(web, ask):
    web.says("/", "x", set_cookie="id=1; Path=/")
    ask(web.url("/"))
    ask(web.url("/"))
    assert "Cookie" not in web.asked[-1][2]


def test_a_proxy_of_the_environment_is_not_used(web, ask, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert ask(web.says("/", "x")).content == b"x"


def test_what_has_not_changed_is_not_sent_again(web, ask):
    def page(handler):
        is_known = handler.headers["If-None-Match"] == '"1"'
        handler.answer(
            b"" if is_known else b"x", status=304 if is_known else 200, etag='"1"', last_modified="gestern"
        )

    web.pages["/"] = page
    first = ask(web.url("/"))
    assert (first.etag, first.last_modified, first.is_unchanged) == ('"1"', "gestern", False)
    again = ask(web.url("/"), etag=first.etag, last_modified=first.last_modified)
    assert (again.is_unchanged, again.content) == (True, b"")
    assert web.asked[-1][2]["If-Modified-Since"] == "gestern"


def test_unchanged_without_having_asked_for_it_is_odd(web, ask):
    assert ask(web.says("/", b"", status=304)).reason == Reason.ODD_ANSWER


def test_an_address_may_lead_on_three_times(web, ask):
    web.says("/4", "da")
    for step in (1, 2, 3):
        web.leads(f"/{step}", f"/{step + 1}")
    assert ask(web.url("/1")).url == web.url("/4")


def test_an_address_that_leads_on_for_ever_is_left(web, ask):
    assert ask(web.leads("/", "/")).reason == Reason.REDIRECTS
    assert len(web.asked) == 4


def test_an_umlaut_in_an_address_is_found(web, ask):
    web.says("/gr%C3%BC%C3%9Fe", "da")
    assert ask(web.url("/grüße")).content == b"da"
    assert ask(web.leads("/", "/gr%C3%BC%C3%9Fe")).content == b"da"


def test_a_name_with_an_umlaut_is_asked_for_in_its_other_spelling(web, ask):
    web.says("/", "da")
    ask(web.url("/", host="bürgerverein.example"))
    assert web.asked[0][0] == f"xn--brgerverein-thb.example:{web.port}"


def test_packed_pages_are_unpacked(web, ask):
    assert ask(web.says("/", gzip.compress(b"x" * 999), content_encoding="gzip")).content == b"x" * 999
    assert ask(web.says("/", zlib.compress(b"x"), content_encoding="deflate")).content == b"x"


@pytest.mark.parametrize(
    ("packed", "way"), [(b"no", "gzip"), (gzip.compress(b"x" * 99, mtime=0)[:-9], "gzip"), (b"x", "br")]
)
def test_a_page_that_cannot_be_unpacked_is_not_read(web, ask, packed, way):
    assert ask(web.says("/", packed, content_encoding=way)).reason == Reason.PACKED


def test_fifty_megabytes_are_not_read(web, ask):
    def endless(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _megabyte in range(50):
            handler.wfile.write(b"x" * 2**20)
            sent.append(1)

    sent: list[int] = []
    web.pages["/"] = endless
    assert ask(web.url("/")).reason == Reason.TOO_LARGE
    assert len(sent) < 50


def test_what_is_announced_too_large_is_not_even_begun(web, ask):
    assert ask(web.says("/", b"", content_length=str(10**9))).reason == Reason.TOO_LARGE


def test_a_bomb_of_zeros_is_not_unpacked(web, ask):
    bomb = gzip.compress(b"\0" * 60 * 2**20)
    assert len(bomb) < 10**5
    assert ask(web.says("/", bomb, content_encoding="gzip")).reason == Reason.TOO_LARGE


def test_a_page_that_drips_is_cut_off_though_every_drop_comes_in_time(web, ask, monkeypatch):
    def drip(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _drop in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    monkeypatch.setattr(requesting, "PATIENCE", 0.4)
    web.pages["/"] = drip
    began = time.monotonic()
    assert ask(web.url("/")).reason == Reason.TOO_SLOW
    assert time.monotonic() - began < 2


def test_a_head_that_drips_is_cut_off(web, ask, monkeypatch):
    def drip(handler):
        for sign in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 200:
            handler.wfile.write(bytes([sign]))
            time.sleep(0.03)

    monkeypatch.setattr(requesting, "PATIENCE", 0.4)
    web.pages["/"] = drip
    assert ask(web.url("/")).reason == Reason.TOO_SLOW


def test_redirects_share_one_time_limit(web, ask, monkeypatch):
    def slow(handler):
        time.sleep(0.25)
        handler.answer(b"", status=302, location="/")

    monkeypatch.setattr(requesting, "PATIENCE", 0.4)
    web.pages["/"] = slow
    assert ask(web.url("/")).reason == Reason.TOO_SLOW


def test_a_resolver_that_does_not_answer_is_not_waited_for(web, monkeypatch):
    monkeypatch.setattr(fetching.network, "RESOLVING", 0.05)
    network = web.network(resolve=lambda _host, _port: time.sleep(1) or [])
    assert fetch(web.url("/"), network=network).reason == Reason.TOO_SLOW


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, Reason.NOT_FOUND), (410, Reason.NOT_FOUND), (401, Reason.FORBIDDEN), (403, Reason.FORBIDDEN),
        (429, Reason.BUSY), (503, Reason.BUSY), (500, Reason.FAILED), (599, Reason.FAILED),
        (204, Reason.ODD_ANSWER), (418, Reason.ODD_ANSWER), (302, Reason.ODD_ANSWER),
    ],
)  # fmt: skip
def test_another_answer_than_a_page_has_a_reason(web, ask, status, reason):
    assert ask(web.says("/", b"", status=status)) == NotFetched(reason, status)


@pytest.mark.parametrize("kind", ["image/png", "application/zip", "video/mp4", ""])
def test_what_is_no_text_is_not_read(web, ask, kind):
    assert ask(web.says("/", "x", content_type=kind)).reason == Reason.KIND


def test_an_answer_that_breaks_off_is_not_taken_for_the_whole(web, ask):
    def broken(handler):
        handler.answer(b"", content_length="100")
        handler.close_connection = True

    web.pages["/"] = broken
    assert ask(web.url("/")).reason == Reason.ODD_ANSWER


def test_babble_is_no_answer(web, ask):
    def babble(handler):
        handler.wfile.write(b"+OK POP3 ready\r\n")
        handler.close_connection = True

    web.pages["/"] = babble
    assert ask(web.url("/")).reason == Reason.ODD_ANSWER


def test_nobody_answers(web):
    network = web.network(may_use_port=lambda _target: True)
    assert fetch("http://verein.example:9/", network=network).reason == Reason.NOT_REACHED


def test_a_name_that_does_not_exist(web):
    assert fetch(
        "http://gibt-es-nicht.invalid/", network=web.network(may_use_port=lambda _t: True)
    ).reason == (Reason.UNKNOWN_HOST)


def test_the_certificate_is_that_of_the_name_though_the_connection_goes_to_the_number(tmp_path):
    shown, trusted = certificate(tmp_path, "verein.example")
    with serving(shown) as web:
        web.says("/", "sicher")
        network = web.network(tls=trusted)
        assert fetch(web.url("/"), network=network).content == b"sicher"
        assert fetch(web.url("/", host="anderer.example"), network=network).reason == Reason.CERTIFICATE
        assert fetch(web.url("/"), network=web.network()).reason == Reason.CERTIFICATE


def test_every_reason_has_its_sentence():
    assert set(fetching.SENTENCES) == set(Reason)
    assert all(fetching.sentence(reason).endswith((".", ")")) for reason in Reason)
    assert len(set(map(fetching.sentence, Reason))) == len(Reason)
