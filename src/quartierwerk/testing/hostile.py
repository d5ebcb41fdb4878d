"""The suite is hostile: what merely looks right fails. Warnings are errors (pyproject.toml); the rest stands here.

- an unknown variable in one of our templates fails (those of Wagtail, allauth and Django rely on unknown ones);
- the client checks CSRF as a browser's form would meet it;
- a list that is paged without an order fails, as does a naive point in time (both are warnings, so errors);
- nothing is reached but this machine.
"""

import socket
from pathlib import Path

import pytest
from django.template import base as template_base
from django.template.base import FilterExpression, VariableDoesNotExist
from django.test import Client

from quartierwerk.settings.installation import PACKAGE_DIR

LOOPBACK = ("127.", "::1", "localhost")


class UnknownVariable(AssertionError):
    """A template of ours names something that its view does not give."""


def _is_ours(expression_context) -> bool:
    template = getattr(expression_context, "template", None)
    name = getattr(getattr(template, "origin", None), "name", "")
    return bool(name) and Path(name).is_relative_to(PACKAGE_DIR)


@pytest.fixture(autouse=True, scope="session")
def _unknown_variables_fail():
    """`{{ nmae }}` fails; `{% if nmae %}` and `{{ nmae|default:… }}` may ask whether something is there."""
    original = FilterExpression.resolve

    def resolve(self, context, ignore_failures=False):
        if not ignore_failures and isinstance(self.var, template_base.Variable) and not _asks_whether(self):
            try:
                self.var.resolve(context)
            except VariableDoesNotExist as error:
                if _is_ours(context.render_context):
                    where = context.render_context.template.origin.name
                    raise UnknownVariable(f"{where}: unknown variable “{self.token}”") from error
        return original(self, context, ignore_failures)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FilterExpression, "resolve", resolve)
        yield


def _asks_whether(expression: FilterExpression) -> bool:
    return any(function.__name__ in ("default", "default_if_none") for function, _ in expression.filters)


@pytest.fixture
def client() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture(autouse=True, scope="session")
def _nothing_but_this_machine():
    connect = socket.socket.connect

    def guarded(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(LOOPBACK):
            raise AssertionError(f"A test tried to reach {address[0]}; tests reach nothing but this machine.")
        return connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


@pytest.fixture(autouse=True)
def _empty_cache():
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(autouse=True)
def _german():
    """An English page asked for by an earlier test must not leave its language behind."""
    from django.utils import translation

    translation.deactivate()
