"""Incidents as GeoJSON [RFC 7946]: one feature an incident, its point that of its most telling place that has one."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from harmledger.model.codec import encode


def feature_collection(incidents: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The text of a FeatureCollection, a feature a line. Incidents without a point have a geometry of null.

    Args:
        incidents: as `redact.incident` gives them, so that points are no finer than they may be.
    """
    yield '{"type":"FeatureCollection","features":[\n'
    first = True
    for incident in incidents:
        yield ("" if first else ",\n") + encode(feature(incident)).decode()
        first = False
    yield "\n]}\n"


def feature(incident: Mapping[str, Any]) -> dict[str, Any]:
    """One incident as a feature. Positions are longitude, latitude."""
    point = next((p for p in incident["where"] if p["lat"] is not None), None)
    geometry = None if point is None else {"type": "Point", "coordinates": [point["lon"], point["lat"]]}
    properties = {k: v for k, v in incident.items() if k != "id"}
    return {"type": "Feature", "id": incident["id"], "geometry": geometry, "properties": properties}
