from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from PIL import Image as Picture
from wagtail.images.models import Image


@pytest.fixture
def photo(db):
    """Makes pictures of one colour; each number is another picture."""

    def make(number: int = 0) -> Image:
        buffer = BytesIO()
        Picture.new("RGB", (640, 480), (number * 40 % 255, 90, 120)).save(buffer, "JPEG")
        buffer.seek(0)
        return Image.objects.create(title=f"Bild {number}", file=ImageFile(buffer, name=f"bild-{number}.jpg"))

    return make


@pytest.fixture
def admin(alex, settings):
    """An administrator in the Wagtail admin, past the second factor."""
    settings.STAFF_SECOND_FACTOR = False
    alex.is_superuser = True
    alex.save()
    client = Client()
    client.force_login(alex, backend="django.contrib.auth.backends.ModelBackend")
    return client
