"""Test places. The square districts lie side by side, so that a point has one obvious answer."""

import factory
from factory.django import DjangoModelFactory

from .models import District, Quarter, Venue


def square(west: float, south: float, size: float = 0.01) -> dict:
    """A GeoJSON MultiPolygon: one square, counter-clockwise (RFC 7946), degrees."""
    east, north = west + size, south + size
    return {
        "type": "MultiPolygon",
        "coordinates": [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]],
    }


class DistrictFactory(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Stadtteil {n}")
    slug = factory.Sequence(lambda n: f"stadtteil-{n}")

    class Meta:
        model = District


class QuarterFactory(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Quartier {n}")
    slug = factory.Sequence(lambda n: f"quartier-{n}")
    summary = "Ein Quartier zum Probieren."

    class Meta:
        model = Quarter
        skip_postgeneration_save = True

    @factory.post_generation
    def districts(self, create, extracted, **kwargs):  # noqa: ARG002 - the factory's signature
        if create and extracted:
            self.districts.set(extracted)

    @factory.post_generation
    def contacts(self, create, extracted, **kwargs):  # noqa: ARG002
        if create and extracted:
            self.contacts.set(extracted)


class VenueFactory(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Treff {n}")
    slug = factory.Sequence(lambda n: f"treff-{n}")

    class Meta:
        model = Venue
