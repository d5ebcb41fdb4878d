"""Every name by which people know a quarter or something in it, in one comparable form. Four queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Prefetch, Q

from .models import District, Quarter, QuarterQuerySet, Venue
from .streets import Address, name_key, parse_address


class How(StrEnum):
    """How a quarter was found."""

    QUARTER = "quarter"
    ALIAS = "alias"
    DISTRICT = "district"
    VENUE = "venue"
    ADDRESS = "address"
    STREET = "street"
    POSTAL_CODE = "postal_code"


@dataclass(frozen=True)
class Entry:
    """One name and the quarters it leads to."""

    name: str
    key: str
    how: How
    quarters: tuple[Quarter, ...]


class Gazetteer:
    def __init__(self, public_only: bool = True) -> None:
        quarters: QuarterQuerySet = Quarter.objects.defer("boundary").prefetch_related(
            "aliases", Prefetch("districts", queryset=District.objects.defer("boundary"))
        )
        self.quarters = list(quarters.public() if public_only else quarters)
        self._by_pk = {quarter.pk: quarter for quarter in self.quarters}
        self.by_district: dict[int, tuple[Quarter, ...]] = self._quarters_by_district()
        known = Q(quarter__in=self._by_pk) if self._by_pk else Q(pk__in=[])
        self._venues = list(Venue.objects.filter(known).order_by("name"))
        self.entries = [*self._quarter_entries(), *self._district_entries(), *self._venue_entries()]

    def venues_at(self, address: Address) -> list[Entry]:
        """Venues with this very address."""
        return [
            Entry(venue.name, "", How.ADDRESS, self._of(venue))
            for venue in self._venues
            if venue.street
            and address.number is not None
            and (at := parse_address(venue.street)).key == address.key
            and at.number == address.number
            and (not address.postal_code or not venue.postal_code or address.postal_code == venue.postal_code)
        ]

    def venues_in_street(self, address: Address) -> list[Entry]:
        """Venues in this street, whatever their number."""
        return [
            Entry(venue.street, "", How.STREET, self._of(venue))
            for venue in self._venues
            if venue.street
            and parse_address(venue.street).key == address.key
            and (not address.postal_code or not venue.postal_code or address.postal_code == venue.postal_code)
        ]

    def venues_in(self, postal_code: str) -> list[Entry]:
        return [
            Entry(postal_code, postal_code, How.POSTAL_CODE, self._of(venue))
            for venue in self._venues
            if venue.postal_code == postal_code
        ]

    def of_district(self, district: int) -> tuple[Quarter, ...]:
        """The quarters of a district, the smallest first."""
        return self.by_district.get(district, ())

    def _quarters_by_district(self) -> dict[int, tuple[Quarter, ...]]:
        found: dict[int, list[Quarter]] = {}
        for quarter in sorted(self.quarters, key=lambda each: (len(each.districts.all()), each.name)):
            for district in quarter.districts.all():
                found.setdefault(district.pk, []).append(quarter)
        return {pk: tuple(each) for pk, each in found.items()}

    def _of(self, venue: Venue) -> tuple[Quarter, ...]:
        return (self._by_pk[venue.quarter_id],) if venue.quarter_id else ()

    def _quarter_entries(self) -> Iterator[Entry]:
        for quarter in self.quarters:
            yield Entry(quarter.name, name_key(quarter.name), How.QUARTER, (quarter,))
            for alias in quarter.aliases.all():
                yield Entry(alias.name, name_key(alias.name), How.ALIAS, (quarter,))

    def _district_entries(self) -> Iterator[Entry]:
        names = {
            district.pk: district.name for quarter in self.quarters for district in quarter.districts.all()
        }
        for pk, name in names.items():
            yield Entry(name, name_key(name), How.DISTRICT, self.of_district(pk))

    def _venue_entries(self) -> Iterator[Entry]:
        for venue in self._venues:
            for name in [venue.name, *venue.also_called.split(",")]:
                if name.strip():
                    yield Entry(name.strip(), name_key(name), How.VENUE, self._of(venue))
