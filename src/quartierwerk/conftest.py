"""The standing cast and the small town; the hostile suite is in testing/hostile.py.

The cast, the same in every test: **erna** (over 70, telephone only), **ayla** (resident with an account),
**bernd** (speaks for an association), **carla** (neighbourhood manager everywhere), **dieter** (manager of named
quarters only), **mona** (moderator), **edda** (editor), **anton** (analyst), **alex** (administrator),
**fremder** (an account without any role).
"""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection
from hypothesis import HealthCheck, settings
from wagtail.models import Locale, Page, Site

from quartierwerk.news.models import NewsIndexPage
from quartierwerk.people import actions as people_actions
from quartierwerk.people.factories import PersonFactory, UserFactory
from quartierwerk.people.models import Channel, Role
from quartierwerk.testing.database import Recording
from quartierwerk.topics.models import TopicIndexPage
from quartierwerk.website.models import HomePage

# How long a machine takes is measured by `make bench`; a busy one fails no test.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

ASKS_A_DATABASE = {"db", "transactional_db", "django_db_setup"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A pure function has no second database to be tried on."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if ASKS_A_DATABASE.isdisjoint(fixtures) and item.get_closest_marker("django_db") is None:
            item.add_marker("without_database")


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)  # before the day of any test


def _build_small_town() -> None:
    locale, _ = Locale.objects.get_or_create(language_code="de")
    root = Page.get_first_root_node()
    for page in root.get_children():
        page.delete()
    root = Page.objects.get(pk=root.pk)
    home = root.add_child(
        instance=HomePage(title="Quartiersentwicklung", slug="start", heading="Willkommen", locale=locale)
    )
    home.add_child(instance=NewsIndexPage(title="Aktuelles", slug="aktuelles", locale=locale))
    home.add_child(instance=TopicIndexPage(title="Themen", slug="themen", locale=locale))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)


@pytest.fixture(scope="session")
def built_once(django_db_setup, django_db_blocker):
    """`built_once(build, at)`: what is dear to build, for a fixture of a module or the session (testing/database.py)."""

    def record(build, at=LONG_AGO):
        with django_db_blocker.unblock(), time_machine.travel(at, tick=False):
            recording = Recording(build)
            connection.close()
        return recording

    return record


@pytest.fixture(scope="session")
def small_town(built_once):
    """Building pages is what most tests would spend most of their time with, so it is done once."""
    return built_once(_build_small_town)


@pytest.fixture
def site(small_town, db):
    """A small town: home page, news and topics, as a fresh installation has them."""
    small_town.replay()
    Site.clear_site_root_paths_cache()
    return Site.objects.get()


@pytest.fixture
def home(site):
    return site.root_page.specific


@pytest.fixture
def news_index(site):
    return NewsIndexPage.objects.get()


@pytest.fixture
def topic_index(site):
    return TopicIndexPage.objects.get()


def _account(name: str, role: Role | None = None, **place):
    user = UserFactory(email=f"{name}@example.org", name=name.capitalize())
    if role:
        people_actions.grant_role(user=user, role=role, **place)
    return user


@pytest.fixture
def erna(db):
    return PersonFactory(name="Erna Beispiel", phone="+4923241234", preferred_channel=Channel.PHONE)


@pytest.fixture
def ayla(db):
    return _account("ayla", Role.RESIDENT)


@pytest.fixture
def bernd(db):
    return _account("bernd", Role.ORGANISATION)


@pytest.fixture
def carla(db):
    return _account("carla", Role.NEIGHBOURHOOD_MANAGER)


@pytest.fixture
def dieter(db):
    return _account("dieter", Role.NEIGHBOURHOOD_MANAGER, everywhere=False)


@pytest.fixture
def mona(db):
    return _account("mona", Role.MODERATOR)


@pytest.fixture
def edda(db):
    return _account("edda", Role.EDITOR)


@pytest.fixture
def anton(db):
    return _account("anton", Role.ANALYST)


@pytest.fixture
def alex(db):
    return _account("alex", Role.ADMINISTRATOR)


@pytest.fixture
def fremder(db):
    return _account("fremder")
