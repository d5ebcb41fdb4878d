import pytest

from quartierwerk.places.factories import QuarterFactory


@pytest.fixture
def quarter_with_boundary(db):
    """A quarter of its own boundary, and a point (latitude, longitude) inside."""
    square = [[7.1, 51.3], [7.2, 51.3], [7.2, 51.4], [7.1, 51.4], [7.1, 51.3]]
    quarter = QuarterFactory(boundary={"type": "Polygon", "coordinates": [square]})
    return quarter, (51.35, 7.15)
