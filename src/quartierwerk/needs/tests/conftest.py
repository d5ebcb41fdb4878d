import pytest
from django.test import Client

from quartierwerk.places.factories import QuarterFactory


@pytest.fixture
def quarter_with_boundary(db):
    """A quarter of its own boundary, and a point (latitude, longitude) inside."""
    square = [[7.1, 51.3], [7.2, 51.3], [7.2, 51.4], [7.1, 51.4], [7.1, 51.3]]
    quarter = QuarterFactory(boundary={"type": "Polygon", "coordinates": [square]})
    return quarter, (51.35, 7.15)


@pytest.fixture
def desk(settings):
    """Gives the browser of a member of staff, past the second factor and without the token check."""
    settings.STAFF_SECOND_FACTOR = False

    def signed_in(user):
        browser = Client(enforce_csrf_checks=False)
        browser.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return browser

    return signed_in
