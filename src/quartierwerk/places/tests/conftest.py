import json

import pytest

from quartierwerk.places.factories import DistrictFactory, QuarterFactory, VenueFactory, square
from quartierwerk.places.models import QuarterAlias, StreetRange
from quartierwerk.places.streets import street_key
from quartierwerk.testing.shared_data import MISSING, beside


def collection(*features, **members) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **members}).encode()


def feature(name, geometry=None, **properties):
    return {
        "type": "Feature",
        "properties": {"name": name, **properties},
        "geometry": geometry if geometry is not None else polygon(7.0, 51.0),
    }


def polygon(west, south, size=0.01):
    return {"type": "Polygon", "coordinates": square(west, south, size)["coordinates"][0]}


def published(name: str) -> bytes:
    """A town's published file; the data is not part of the project."""
    path = beside(f"geo/{name}")
    if path is None:
        pytest.skip(MISSING)
    return path.read_bytes()


def street(name, district, first=1, last=9999, side="all", postal_code=""):
    return StreetRange.objects.create(
        street=name,
        street_key=street_key(name),
        district=district,
        first=first,
        last=last,
        side=side,
        postal_code=postal_code,
    )


@pytest.fixture
def welper(db):
    """A quarter with a district, an alias, a venue and a street."""
    district = DistrictFactory(name="Welper", slug="welper", boundary=square(7.20, 51.40))
    quarter = QuarterFactory(name="Welper", slug="welper", districts=[district])
    QuarterAlias.objects.create(quarter=quarter, name="Müsendrei")
    VenueFactory(
        name="Bürgertreff Welper", slug="buergertreff", street="An der Hunsebeck 18", quarter=quarter
    )
    street("Im Welperfeld", district, 1, 99, "odd")
    return quarter


@pytest.fixture
def mitte(db):
    district = DistrictFactory(name="Hattingen-Mitte", slug="hattingen-mitte", boundary=square(7.19, 51.40))
    quarter = QuarterFactory(name="Mitte", slug="mitte", districts=[district])
    street("Im Welperfeld", district, 2, 98, "even")
    return quarter
