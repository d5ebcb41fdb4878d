"""Everybody registered, on each channel; and a browser at the desk."""

import pytest
from django.conf import settings as django_settings
from django.test import Client

from quartierwerk.events import factories
from quartierwerk.people.factories import ContactFactory, PersonFactory


@pytest.fixture
def in_september(time_machine):
    """It is the 1st of September 2026, noon in the town, and stays so."""
    time_machine.move_to(factories.local(2026, 9, 1, 12), tick=False)


@pytest.fixture
def no_second_factor(settings):
    settings.STAFF_SECOND_FACTOR = False


@pytest.fixture
def contact(db):
    return ContactFactory(name="Frau Muster", is_main=True, phone="02324 204-5552")


@pytest.fixture
def everybody(contact):
    """Registers one on each channel for the event: mailed, called, written to, and one who left no way."""

    def register(event, **values):
        people = [PersonFactory(**{trait: True}) for trait in ("mailed", "called", "written_to")]
        return [
            factories.registration(event, person=person, **values) for person in (*people, PersonFactory())
        ]

    return register


@pytest.fixture
def at_desk(client, settings):
    """The browser of whoever signs in, past the second factor and without the token check."""
    settings.STAFF_SECOND_FACTOR = False
    client.handler.enforce_csrf_checks = False

    def signed_in(user):
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def desk_page(open_page, live_server, settings):
    """Opens the browser of a member of staff."""
    settings.STAFF_SECOND_FACTOR = False

    def opened(user, **options):
        client, page = Client(), open_page(**options)
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        name = django_settings.SESSION_COOKIE_NAME
        page.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
        )
        return page

    return opened
