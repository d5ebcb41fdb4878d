"""No pattern goes wild: scraps of hostile text, over and over, take each of them a moment."""

import contextlib
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from quartierwerk import importing
from quartierwerk.importing.examples.making import Cover
from quartierwerk.importing.feeds.reading.words import plain
from quartierwerk.importing.sources import Unreadable
from quartierwerk.importing.sources.kinds import kind_of

PARTS = ("sources", "fetching", "feeds", "review", "examples", "extract")
# What a pattern may read in more than one way: twice as many ways with each of them, if it goes wild.
SCRAPS = (
    "<!---->", "<!--<-->", "<?xml?>", "<a>", "<p x", "&#1;", "1", "1.", ".111", "1 ", " 1-", "a", "a ", "Aa ", "Aa-", "A.", "'Üx", "a@", "a.a",
    " ", "\t", "\n", " \n", "- ", "-", "_", "(", "((", "a(", ")", ",", ", ", "und ", "Am ", "von ", "bis 1", "im Haus ", "Str. ", "„a“", "\"a", ":", "a: ",
)  # fmt: skip
TIMES = 24  # two to the twenty-fourth would be seconds
PATIENCE = 0.25  # seconds; the slowest needs a hundredth of it


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Those at the top of the modules that read what strangers wrote."""
    for part in PARTS:
        package = importlib.import_module(f"{importing.__name__}.{part}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                for name, value in vars(importlib.import_module(module.name)).items():
                    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                        yield f"{module.name}.{name}", value


def seconds(done: Callable[..., object], *said: object) -> float:
    began = time.process_time()
    with contextlib.suppress(Unreadable):
        done(*said)
    return time.process_time() - began


@pytest.fixture
def alarm():
    """A pattern that needs years fails instead."""

    def late(_number: int, _frame: object) -> None:
        raise TimeoutError("a pattern went wild")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("alarm")
@pytest.mark.parametrize("part", PARTS)
def test_no_pattern_has_twice_as_many_ways_with_each_scrap(part):
    slow = [
        (name, scrap)
        for name, pattern in patterns()
        if f".{part}." in name
        for scrap in SCRAPS
        if seconds(pattern.search, scrap * TIMES + "\0") > PATIENCE
    ]
    assert not slow


@pytest.mark.usefixtures("alarm")
@pytest.mark.parametrize("scrap", SCRAPS)
def test_what_a_file_is_is_known_in_a_moment(scrap):
    assert seconds(kind_of, (scrap * 700)[:4_000].encode() + b"x") < PATIENCE


@pytest.mark.usefixtures("alarm")
@pytest.mark.parametrize("scrap", SCRAPS)
def test_words_of_a_feed_are_plain_in_a_moment(scrap):
    assert seconds(plain, (scrap * 20_000)[:20_000]) < 4 * PATIENCE


@pytest.mark.usefixtures("alarm")
@pytest.mark.parametrize(
    "scrap", ["'Üx", "-Üx", "Aa-", "Aa Bb ", "Aa'Bb", "A. ", "gez. ", "1", ".111", "02324/"]
)
def test_names_and_numbers_of_a_long_text_are_found_in_a_moment(scrap):
    text = "Am 3. Mai 2027 um 15 Uhr im Rathaus liest Agathe Muster.\n\n" + (scrap * 20_000)[:20_000]
    assert seconds(Cover, text, date(2027, 4, 10), [], []) < 12 * PATIENCE
