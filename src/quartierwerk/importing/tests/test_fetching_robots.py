"""What robots.txt forbids is not read, as RFC 9309 says."""

import pytest

from quartierwerk.importing.fetching import Reason, Robots, fetch


@pytest.fixture
def robots(web):
    return Robots(web.network())


def test_what_is_forbidden_to_all_is_forbidden_to_us(web, robots):
    web.says("/robots.txt", "User-agent: *\nDisallow: /intern/\n", content_type="text/plain")
    assert robots.why_not(web.url("/intern/1")).reason == Reason.ROBOTS
    assert robots.why_not(web.url("/termine")) is None


def test_our_own_name_counts_more_than_all(web, robots):
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: quartierwerk\nAllow: /\n"
    web.says("/robots.txt", rules, content_type="text/plain")
    assert robots.why_not(web.url("/termine")) is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_where_there_are_no_rules_everything_may_be_read(web, robots, status):
    web.says("/robots.txt", "", status=status)
    assert robots.why_not(web.url("/")) is None


@pytest.mark.parametrize(("status", "reason"), [(500, Reason.FAILED), (503, Reason.BUSY), (429, Reason.BUSY)])
def test_where_nobody_knows_the_rules_nothing_is_read(web, robots, status, reason):
    web.says("/robots.txt", "", status=status)
    assert robots.why_not(web.url("/")).reason == reason


def test_where_nobody_answers_nothing_is_read(web):
    network = web.network(may_use_port=lambda _target: True)
    assert Robots(network).why_not("http://verein.example:9/").reason == Reason.NOT_REACHED


def test_an_inner_address_is_not_asked_for_its_rules():
    assert Robots().why_not("http://127.0.0.1/").reason == Reason.NOT_PUBLIC


def test_five_steps_lead_to_the_rules_and_more_mean_that_there_are_none(web, robots):
    for step in range(1, 6):
        web.leads("/robots.txt" if step == 1 else f"/r{step}", f"/r{step + 1}")
    web.says("/r6", "User-agent: *\nDisallow: /\n")
    assert robots.why_not(web.url("/")).reason == Reason.ROBOTS
    web.leads("/robots.txt", "/robots.txt")
    assert Robots(web.network()).why_not(web.url("/")) is None


def test_a_website_is_asked_for_its_rules_once_a_run(web, robots):
    web.says("/robots.txt", "")
    for path in ("/1", "/2", "/3"):
        robots.why_not(web.url(path))
    assert [path for _host, path, _headers in web.asked] == ["/robots.txt"]


def test_where_a_page_leads_on_to_its_rules_count_too(web, robots):
    web.says("/robots.txt", "User-agent: *\nDisallow: /intern\n")
    web.leads("/offen", "/intern")
    web.says("/intern", "x")
    answer = fetch(web.url("/offen"), network=web.network(), why_not=robots.why_not)
    assert answer.reason == Reason.ROBOTS
    assert "/intern" not in [path for _host, path, _headers in web.asked]
