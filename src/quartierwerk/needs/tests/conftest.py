from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from quartierwerk.events.tests.conftest import at_desk, desk_page  # noqa: F401 - fixtures
from quartierwerk.needs import factories
from quartierwerk.places.factories import QuarterFactory


@pytest.fixture
def need(db):
    """What everybody may read."""
    return factories.public_need()


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


@pytest.fixture
def picture():
    """A photo as a file: stripes of one pixel, black and white, so that nothing of them is left where it is blurred."""

    def made(width=240, height=120, kind="PNG"):
        image = Image.new("RGB", (width, height))
        image.putdata([(255, 255, 255) if x % 2 else (0, 0, 0) for _y in range(height) for x in range(width)])
        file = BytesIO()
        image.save(file, kind)
        return SimpleUploadedFile(f"bild.{kind.lower()}", file.getvalue())

    return made
