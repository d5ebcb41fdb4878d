"""The places of a map block, once for the list and once for the map, so that both show the same."""

from typing import Any


def _place(value: Any) -> dict[str, Any]:
    """Name, address, text and point of one place; the venue's own facts fill what the editor left out."""
    venue = value["venue"]
    latitude, longitude = value["latitude"], value["longitude"]
    if venue and latitude is None:
        latitude, longitude = venue.latitude, venue.longitude
    return {
        "label": value["name"] or venue.name,
        "url": venue.get_absolute_url() if venue else "",
        "text": value["note"] or (venue.street if venue else ""),
        "latitude": latitude,
        "longitude": longitude,
    }


def list_items(value: Any) -> list[dict[str, Any]]:
    """What stands in the list beside the map; a venue deleted since, without a name here, is left out."""
    return [_place(place) for place in value["places"] if place["venue"] or place["name"]]


def feature_collection(value: Any) -> dict[str, Any]:
    """GeoJSON (RFC 7946, WGS 84) of all places that have a point."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [item["longitude"], item["latitude"]]},
                "properties": {"name": item["label"], "url": item["url"], "text": item["text"]},
            }
            for item in list_items(value)
            if item["latitude"] is not None
        ],
    }
