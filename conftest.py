"""Plugins of the whole suite; the standing cast is in src/quartierwerk/conftest.py."""

pytest_plugins = [
    "quartierwerk.testing.database",
    "quartierwerk.testing.browser",
    "quartierwerk.testing.hostile",
    "quartierwerk.testing.node",
]
