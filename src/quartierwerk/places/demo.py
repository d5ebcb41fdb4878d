"""Sample places of a demo town: `towns/<town>/places.toml` and the boundary file it names."""

from typing import Any

from django.db import transaction

from quartierwerk.core.demo import TownFolder
from quartierwerk.people.models import Contact

from . import actions, outlines
from .geojson import Options, read_areas
from .models import District, Quarter, QuarterAlias, StreetRange, Venue
from .plans import plan_boundaries
from .streets import street_key


def load(folder: TownFolder) -> None:
    """See `core.demo`. What stands in the file wins over what was there; nothing is deleted."""
    data = folder.read("places")
    if boundaries := data.get("boundaries"):
        _load_boundaries(folder, boundaries)
    for row in data.get("districts", []):
        _put(District, row)
    for row in data.get("quarters", []):
        _load_quarter(row)
    for row in data.get("venues", []):
        _load_venue(row)
    for row in data.get("streets", []):
        _load_street(row)
    transaction.on_commit(outlines.draw)


def _load_boundaries(folder: TownFolder, how: dict[str, Any]) -> None:
    options = Options(how["name_property"], how["code_property"], how["strip_numbers"])
    areas = read_areas((folder.path / how["file"]).read_bytes(), options)
    plan = plan_boundaries(areas, District)
    if plan.new or plan.changed:
        actions.import_boundaries(plan=plan, model=District)
    if how["quarters_like_districts"]:
        for district in District.objects.filter(name__in=[area.name for area in areas]).defer("boundary"):
            quarter = _put(Quarter, {"name": district.name, "slug": district.slug, **_centre(district)})
            quarter.districts.set([district])


def _centre(district: District) -> dict[str, float | None]:
    return {"latitude": district.latitude, "longitude": district.longitude}


def _load_quarter(row: dict[str, Any]) -> None:
    plain = dict(row)
    aliases, districts, contacts = (plain.pop(key, []) for key in ("aliases", "districts", "contacts"))
    quarter = _put(Quarter, plain)
    for name in aliases:
        QuarterAlias.objects.get_or_create(quarter=quarter, name=name)
    quarter.districts.set(District.objects.filter(slug__in=districts))
    if contacts:
        quarter.contacts.set(Contact.objects.filter(slug__in=contacts))


def _load_venue(row: dict[str, Any]) -> None:
    plain = dict(row)
    quarter = plain.pop("quarter", None)
    _put(Venue, {**plain, "quarter": Quarter.objects.get(slug=quarter) if quarter else None})


def _load_street(row: dict[str, Any]) -> None:
    plain = dict(row)
    district = District.objects.get(slug=plain.pop("district"))
    key = street_key(plain["street"])
    found = StreetRange.objects.filter(
        street_key=key, first=plain.get("first", 1), last=plain.get("last", 9999)
    )
    if not found.exists():
        street = StreetRange(street_key=key, district=district, **plain)
        street.full_clean()
        street.save()


def _put(model: Any, row: dict[str, Any]) -> Any:
    """The row with this slug, as the file says; saved only where something differs."""
    thing = model.objects.filter(slug=row["slug"]).first() or model(slug=row["slug"])
    if thing.pk and all(getattr(thing, field) == value for field, value in row.items()):
        return thing
    for field, value in row.items():
        setattr(thing, field, value)
    thing.full_clean()
    thing.save()
    return thing
