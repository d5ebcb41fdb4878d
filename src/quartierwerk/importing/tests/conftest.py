"""A web on this machine, a browser at the desk, and the days of the samples."""

import pytest

from quartierwerk.events.factories import local
from quartierwerk.events.tests.conftest import at_desk, desk_page  # noqa: F401 - fixtures

from .web import serving


@pytest.fixture
def web():
    """A server on this machine; every name that ends in .example leads to it through `web.network()`."""
    with serving() as server:
        yield server


@pytest.fixture
def browser(at_desk, edda):  # noqa: F811 - the fixture imported above
    """An editor who reviews; some files have somebody else."""
    return at_desk(edda)


@pytest.fixture
def in_september(time_machine):
    """The day of most samples."""
    time_machine.move_to(local(2026, 9, 1, 12), tick=False)


@pytest.fixture
def in_november(time_machine):
    """The day of samples about what is off or moved."""
    time_machine.move_to(local(2026, 11, 23, 12), tick=False)
