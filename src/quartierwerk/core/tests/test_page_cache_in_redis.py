"""The page cache of several hosts: they share the generation through Redis."""

import logging
import os
import shutil
import socket
import subprocess
import time

import pytest
import redis

from quartierwerk.core import page_cache
from quartierwerk.core.models import Town

from .test_page_cache import Answer, Town_Hall, cached


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory):
    """TEST_REDIS_URL, or a server of our own on a free port."""
    if given := os.environ.get("TEST_REDIS_URL"):
        yield given
        return
    program = shutil.which("redis-server")
    if not program:
        pytest.skip("needs redis-server")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
        cwd=tmp_path_factory.mktemp("redis"),
        stdout=subprocess.DEVNULL,
    )
    url = f"redis://127.0.0.1:{port}/0"
    _wait_for(url)
    yield url
    server.terminate()
    server.wait(10)


def _wait_for(url):
    until = time.monotonic() + 20
    with redis.Redis.from_url(url) as client:
        while time.monotonic() < until:
            try:
                client.ping()
            except redis.ConnectionError:
                time.sleep(0.05)
            else:
                return
    raise TimeoutError("redis-server did not start")


@pytest.fixture
def two_hosts(redis_url, monkeypatch, settings):
    """What two web hosts know of the generation; a key of its own, as test processes share the server."""
    settings.PAGE_CACHE_MEGABYTES = 1
    hosts = [page_cache.GenerationInRedis(redis_url) for _ in range(2)]
    for host in hosts:
        host.key = f"test-page-generation-{os.getpid()}"
    monkeypatch.setattr(page_cache, "generation", lambda: hosts[0])
    yield hosts
    hosts[0].redis.delete(hosts[0].key)
    for host in hosts:
        host.redis.close()


@pytest.mark.django_db(transaction=True)
def test_what_one_host_writes_makes_the_other_render_anew(two_hosts):
    here, there = two_hosts
    Town.load()
    before = there.current()
    Town.objects.update(claim="Gemeinsam")
    assert there.current() == here.current() != before


def test_a_page_is_kept_until_another_host_begins_a_new_generation(two_hosts):
    hall = Town_Hall()
    front = cached(hall)
    Answer(front)
    Answer(front)
    assert hall.asked == 1
    two_hosts[1].begin()
    Answer(front)
    assert hall.asked == 2


def test_while_redis_is_away_every_page_is_rendered_and_writing_goes_on(two_hosts, monkeypatch, caplog):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        away = page_cache.GenerationInRedis(f"redis://127.0.0.1:{nobody.getsockname()[1]}/0")
        monkeypatch.setattr(page_cache, "generation", lambda: away)
        hall = Town_Hall()
        front = cached(hall)
        assert [Answer(front).status, Answer(front).status] == [200, 200]
        assert hall.asked == 2
        with caplog.at_level(logging.ERROR):
            away.begin()
        assert "Redis does not answer" in caplog.text
        away.redis.close()


def test_an_installation_with_redis_keeps_its_generation_there(redis_url, settings):
    settings.REDIS_URL = redis_url
    page_cache.generation.cache_clear()
    try:
        assert isinstance(page_cache.generation(), page_cache.GenerationInRedis)
        page_cache.generation().redis.close()
    finally:
        page_cache.generation.cache_clear()
