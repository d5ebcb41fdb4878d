"""No address, however it is written, leads into the town's own network. Every test is an attack."""

import pytest

from quartierwerk.importing.fetching import INTERNET, Network, Reason, fetch, network
from quartierwerk.importing.fetching.addresses import is_public
from quartierwerk.importing.fetching.targets import Refused, target_of, with_scheme


@pytest.mark.parametrize("address", ["93.184.215.14", "2a02:2e0:3fe:1001:302::", "64:ff9b::5db8:d70e"])
def test_public_addresses_may_be_asked(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3",  # noqa: S104
        "10.0.0.1", "172.16.0.1", "172.31.255.255",
        "192.168.0.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1", "192.0.2.1",
        "192.88.99.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
        "255.255.255.255",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1", "100::1",
        "2001:2::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1",
        "2002:7f00:1::", "2002:a00:1::1", "2002:c0a8:1::1",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1",
        "2001:0:7f00:1::", "2001:0:5db8:d70e:0:0:80ff:fffe",
        "2a02:2e0::5efe:10.0.0.1", "2a02:2e0::200:5efe:127.0.0.1",
        "nonsense", "", "127.1",
    ],
)  # fmt: skip
def test_no_other_address_may_be_asked(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", Reason.NO_ADDRESS), ("bürgerverein", Reason.NO_ADDRESS), ("//verein.example/", Reason.NO_ADDRESS),
        ("http://", Reason.NO_ADDRESS), ("http:///etc/passwd", Reason.NO_ADDRESS), ("http://[::1", Reason.NO_ADDRESS),
        ("http://verein.example:x/", Reason.NO_ADDRESS), ("http://verein.example:99999/", Reason.NO_ADDRESS),
        ("http://verein.example/\r\nHost: intern", Reason.NO_ADDRESS), ("http://a b/", Reason.NO_ADDRESS),
        ("http://verein.example/" + "a" * 2000, Reason.NO_ADDRESS),
        ("file:///etc/passwd", Reason.SCHEME), ("ftp://verein.example/", Reason.SCHEME),
        ("gopher://verein.example/_x", Reason.SCHEME), ("data:text/html,x", Reason.SCHEME),
        ("javascript:alert(1)", Reason.SCHEME), ("unix:/run/x.sock", Reason.SCHEME),
        ("http://erna:geheim@verein.example/", Reason.USER_INFO), ("http://@verein.example/", Reason.USER_INFO),
        ("http://verein.example@127.0.0.1/", Reason.USER_INFO), ("http://127.0.0.1#@verein.example/", None),
        ("http://verein.example\\@127.0.0.1/", Reason.USER_INFO), ("http://verein.example\\intern/", Reason.ODD_HOST),
        ("http://2130706433/", Reason.ODD_HOST), ("http://0x7f000001/", Reason.ODD_HOST),
        ("http://0177.0.0.1/", Reason.ODD_HOST), ("http://127.1/", Reason.ODD_HOST),
        ("http://0x7f.0.0.1/", Reason.ODD_HOST), ("http://127.0.0.01/", Reason.ODD_HOST),
        ("http://127.0.0.256/", Reason.ODD_HOST), ("http://1.2.3.4.5/", Reason.ODD_HOST),
        ("http://%31%32%37.0.0.1/", Reason.ODD_HOST), ("http://verein%2eexample/", Reason.ODD_HOST),
        ("http://[fe80::1%25eth0]/", Reason.ODD_HOST), ("http://[::ffff:1.2.3]/", Reason.NO_ADDRESS),
        ("http://a..example/", Reason.ODD_HOST), ("http://" + "a" * 64 + ".example/", Reason.ODD_HOST),
    ],
)  # fmt: skip
def test_an_odd_address_is_refused_before_anybody_is_asked(url, reason):
    if reason is None:
        assert target_of(url).host == "127.0.0.1"
        return
    with pytest.raises(Refused) as refused:
        target_of(url)
    assert refused.value.reason == reason


@pytest.mark.parametrize("url", ["http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://127.0.0.1./"])
def test_signs_that_look_like_numbers_are_numbers(url):
    assert target_of(url).host == "127.0.0.1"
    assert fetch(url).reason == Reason.NOT_PUBLIC


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "https://[::1]/", "http://169.254.169.254/latest/meta-data/",
        "http://localhost:8080/", "http://127.0.0.1:5432/", "http://10.0.0.1:8080/", "http://[::1]:6379/",
        "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://[64:ff9b::7f00:1]/",
    ],
)  # fmt: skip
def test_this_machine_is_not_asked_by_anybody(url):
    assert fetch(url).reason == Reason.NOT_PUBLIC


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chor-welper.de/kalender.ics", "https://chor-welper.de/kalender.ics"), (" verein.example ", "https://verein.example"),
        ("bücher.example:443/x?y", "https://bücher.example:443/x?y"), ("http://verein.example/", "http://verein.example/"),
        ("javascript:alert(1)", "javascript:alert(1)"), ("data:text/html,x.de/", "data:text/html,x.de/"),
        ("2130706433", "2130706433"), ("127.0.0.1/x", "127.0.0.1/x"), ("verein", "verein"), ("file:///etc/a.de/", "file:///etc/a.de/"),
    ],
)  # fmt: skip
def test_what_is_typed_without_https_gets_it(typed, meant):
    assert with_scheme(typed) == meant


@pytest.mark.parametrize("port", [21, 22, 25, 8080, 5432, 6379])
def test_only_the_ports_of_websites_are_asked(port):
    network = Network(resolve=lambda _host, _port: pytest.fail("nobody is asked"))
    assert fetch(f"http://verein.example:{port}/", network=network).reason == Reason.PORT


def test_one_inner_address_among_public_ones_is_enough_to_refuse(web):
    both = Network(resolve=lambda _host, _port: ["93.184.215.14", "10.0.0.1"])
    assert fetch("http://verein.example/", network=both).reason == Reason.NOT_PUBLIC


def test_a_name_is_resolved_once_so_that_its_second_answer_leads_nowhere(web):
    """DNS rebinding: first a harmless address, then an inner one."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    asked: list[str] = []

    def resolve(host, _port):
        asked.append(host)
        return next(answers)

    url = web.says("/", "x")
    assert fetch(url, network=web.network(resolve=resolve)).content == b"x"
    assert asked == ["verein.example"]
    assert web.asked[0][0] == f"verein.example:{web.port}"


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("http://intern.example/", Reason.NOT_PUBLIC), ("//intern.example/", Reason.NOT_PUBLIC),
        ("http://[::1]/", Reason.NOT_PUBLIC), ("http://169.254.169.254/", Reason.NOT_PUBLIC),
        ("http://2852039166/", Reason.ODD_HOST), ("file:///etc/passwd", Reason.SCHEME),
        ("ftp://verein.example/", Reason.SCHEME), ("http://a:b@verein.example/", Reason.USER_INFO),
        ("http://verein.example:22/", Reason.PORT),
    ],
)  # fmt: skip
def test_where_an_address_leads_on_to_is_looked_at_anew(web, to, reason):
    usual = web.network(
        resolve=lambda host, _port: ["10.0.0.1"] if "intern" in host else [host.strip("[]")] if host[0].isdigit() or ":" in host else ["127.0.0.1"],
        may_use_port=lambda target: target.port in (web.port, 80),
    )  # fmt: skip
    assert fetch(web.leads("/", to), network=usual).reason == reason


def test_the_name_of_the_page_that_leads_on_is_resolved_anew_at_each_step(web):
    answers = {"verein.example": iter([["127.0.0.1"], ["10.0.0.1"]])}
    network = web.network(resolve=lambda host, _port: next(answers[host]))
    web.leads("/", "/weiter")
    assert fetch(web.url("/"), network=network).reason == Reason.NOT_PUBLIC


def test_too_many_addresses_are_no_website():
    crowd = Network(resolve=lambda _host, _port: [f"93.184.215.{n}" for n in range(1, 18)])
    assert fetch("http://verein.example/", network=crowd).reason == Reason.NOT_PUBLIC


def test_in_production_every_guard_is_shut():
    assert (INTERNET.resolve, INTERNET.may_talk_to, INTERNET.may_use_port) == (
        network.addresses_of, is_public, network.is_usual_port,
    )  # fmt: skip
