"""The public fields of many needs, row by row, so that 100,000 of them need no more memory than one: CSV with a Table
Schema (https://specs.frictionlessdata.io/table-schema/), and GeoJSON (RFC 7946)."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from quartierwerk.core.models import Town
from quartierwerk.events.spreadsheets import BOM, printable, writer, written

from ..enums import TYPE_OF, Kind, State
from ..models import Need

CHUNK = 1_000
_COLUMNS = (
    ("reference", "string", "Nummer"),
    ("kind", "string", "Art"),
    ("title", "string", "Titel"),
    ("text", "string", "Beschreibung"),
    ("field", "string", "Handlungsfeld"),
    ("quarter", "string", "Quartier"),
    ("place", "string", "Ort, wie er genannt wurde"),
    ("latitude", "number", "Breitengrad (WGS 84)"),
    ("longitude", "number", "Längengrad (WGS 84)"),
    ("state", "string", "Stand"),
    ("state_type", "string", "Art des Standes"),
    ("same_as", "string", "Nummer des Beitrags, in dem dasselbe zuerst stand"),
    ("handed_to", "string", "Weitergegeben an"),
    ("received_at", "datetime", "Eingegangen"),
    ("published_at", "datetime", "Veröffentlicht"),
    ("answered_at", "datetime", "Zuerst beantwortet"),
    ("ended_at", "datetime", "Abgeschlossen"),
    ("supports", "integer", "Betrifft auch so viele"),
    ("comments", "integer", "Kommentare"),
    ("is_sample", "boolean", "Erfundenes Beispiel"),
    ("url", "string", "Seite im Netz"),
)
COLUMNS = tuple(name for name, _type, _title in _COLUMNS)
_FORMATS = {"datetime": {"format": "%Y-%m-%dT%H:%M:%S%z"}, "number": {"decimalChar": ","}}
_CONSTRAINTS: dict[str, dict[str, Any]] = {
    "reference": {"required": True, "unique": True},
    "kind": {"required": True, "enum": Kind.values},
    "title": {"required": True},
    "latitude": {"minimum": -90, "maximum": 90},
    "longitude": {"minimum": -180, "maximum": 180},
    "state": {"required": True, "enum": State.values},
    "state_type": {"required": True, "enum": sorted({type_.value for type_ in TYPE_OF.values()})},
    "supports": {"minimum": 0},
    "comments": {"minimum": 0},
}
_VALUES = (
    "reference", "kind", "title", "text", "field__name", "quarter__name", "quarter__is_public", "place_name", "latitude",
    "longitude", "state", "duplicate_of__reference", "duplicate_of__visibility", "handed_to", "received_at", "published_at",
    "answered_at", "ended_at", "support_count", "comment_count", "is_sample",
)  # fmt: skip


def rows(needs: QuerySet[Need]) -> Iterator[dict[str, Any]]:
    """One record a need, under the names of `COLUMNS`; nothing in it tells who said it."""
    page = settings.BASE_URL + reverse("needs:need", args=["-"])
    for found in needs.order_by("-published_at", "-pk").values(*_VALUES).iterator(chunk_size=CHUNK):
        yield _row(found, page)


def _row(found: dict[str, Any], page: str) -> dict[str, Any]:
    return {
        "reference": found["reference"],
        "kind": found["kind"],
        "title": printable(found["title"]),
        "text": printable(found["text"]),
        "field": found["field__name"] or "",
        "quarter": found["quarter__name"] if found["quarter__is_public"] else "",
        "place": printable(found["place_name"]),
        "latitude": found["latitude"],
        "longitude": found["longitude"],
        "state": found["state"],
        "state_type": TYPE_OF[State(found["state"])].value,
        "same_as": found["duplicate_of__reference"] if found["duplicate_of__visibility"] == "public" else "",
        "handed_to": printable(found["handed_to"]),
        **{name: _moment(found[name]) for name in ("received_at", "published_at", "answered_at", "ended_at")},
        "supports": found["support_count"],
        "comments": found["comment_count"],
        "is_sample": found["is_sample"],
        "url": page.replace("/-/", f"/{found['reference']}/"),
    }


def _moment(at: datetime | None) -> str:
    """`2026-11-22T14:05:00+01:00`, in the town's time."""
    return timezone.localtime(at).isoformat(timespec="seconds") if at else ""


class _Line:
    """A file that gives back what was written last."""

    def write(self, text: str) -> str:
        return text


def csv_lines(needs: QuerySet[Need]) -> Iterator[str]:
    """As `spreadsheets.csv_file` writes it, line by line."""
    lines = writer(_Line())
    yield BOM + lines.writerow(COLUMNS)
    for row in rows(needs):
        yield lines.writerow([_cell(row[name]) for name in COLUMNS])


def _cell(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else written(value)


def geojson_parts(needs: QuerySet[Need]) -> Iterator[str]:
    """A FeatureCollection; what has no place has no geometry."""
    yield '{"type":"FeatureCollection","features":['
    for number, row in enumerate(rows(needs)):
        yield ("," if number else "") + json.dumps(_feature(row), ensure_ascii=False, separators=(",", ":"))
    yield "]}"


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    latitude, longitude = row.pop("latitude"), row.pop("longitude")
    point = None if latitude is None else {"type": "Point", "coordinates": [longitude, latitude]}
    return {"type": "Feature", "id": row["reference"], "geometry": point, "properties": row}


def data_package() -> dict[str, Any]:
    """What the columns of the CSV mean (https://specs.frictionlessdata.io/tabular-data-package/)."""
    fields = [
        {"name": name, "type": type_, "title": title}
        | _FORMATS.get(type_, {})
        | ({"constraints": _CONSTRAINTS[name]} if name in _CONSTRAINTS else {})
        for name, type_, title in _COLUMNS
    ]
    return {
        "profile": "tabular-data-package",
        "name": "handlungsbedarfe",
        "title": f"Handlungsbedarfe, {Town.load().name}",
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "handlungsbedarfe",
                "path": settings.BASE_URL + reverse("needs:csv"),
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {"delimiter": ";", "lineTerminator": "\r\n"},
                "schema": {"fields": fields, "primaryKey": "reference"},
            }
        ],
    }
