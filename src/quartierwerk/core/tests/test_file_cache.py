"""The cache in files: bounded, without looking through its folder at every write."""

import pytest

from quartierwerk.core import file_cache
from quartierwerk.core.file_cache import FileCache


@pytest.fixture
def kept(tmp_path):
    return FileCache(str(tmp_path), {"OPTIONS": {"MAX_ENTRIES": 10}})


def write(kept, number):
    for key in range(number):
        kept.set(str(key), key)
    return sum(kept.get(str(key)) is not None for key in range(number))


def test_most_writes_do_not_look_how_many_there_are(kept, monkeypatch):
    monkeypatch.setattr(file_cache.secrets, "randbelow", lambda _most: 1)
    assert write(kept, 30) == 30


def test_whose_turn_it_is_throws_away_what_is_too_much(kept, monkeypatch):
    monkeypatch.setattr(file_cache.secrets, "randbelow", lambda _most: 0)
    assert write(kept, 30) <= 11
