"""Does a place lie in an area? By admin names where both have them, else by distance against both radii."""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from harmledger.geo.distance import km
from harmledger.geo.entry import FINENESS
from harmledger.model.codes import PlacePrecision
from harmledger.model.place import Place
from harmledger.text.keys import key

_DEFAULT_KM = {PlacePrecision.SITE: 2.0, PlacePrecision.SETTLEMENT: 5.0, PlacePrecision.VICINITY: 25.0}


class Lies(StrEnum):
    """How a place stands to an area."""

    IN = "in"
    PERHAPS = "perhaps"
    OUT = "out"


@lru_cache(maxsize=1 << 16)
def lies(place: Place, area: Place) -> Lies:
    """Surely in, perhaps, or surely out."""
    if place.country and area.country and place.country != area.country:
        return Lies.OUT
    if area.precision is PlacePrecision.INTERNATIONAL:
        return Lies.PERHAPS
    if area.precision is PlacePrecision.COUNTRY:
        return Lies.IN if place.country and place.country == area.country else Lies.PERHAPS
    if area.precision in (PlacePrecision.ADMIN1, PlacePrecision.ADMIN2):
        by_name = _by_admin(place, area)
        if by_name is not None:
            return by_name
    if _same(place, area):
        return Lies.IN
    if place.unlisted:
        return Lies.PERHAPS
    if FINENESS[place.precision] > FINENESS[area.precision]:
        return Lies.PERHAPS if _may_hold(place, area) else Lies.OUT
    return _by_distance(place, area)


def lies_in_any(place: Place, areas: Sequence[Place]) -> Lies:
    """In where it lies in one of the areas, out where out of all."""
    found = {lies(place, area) for area in areas}
    return Lies.IN if Lies.IN in found else Lies.PERHAPS if Lies.PERHAPS in found or not found else Lies.OUT


def _same(a: Place, b: Place) -> bool:
    if a.place_id is not None and a.place_id == b.place_id:
        return True
    return a.geoname_id is not None and a.geoname_id == b.geoname_id


def _by_admin(place: Place, area: Place) -> Lies | None:
    """By the names of provinces and districts; None where they do not tell."""
    wanted1 = key(area.name if area.precision is PlacePrecision.ADMIN1 else area.admin1 or "")
    has1 = key(place.name if place.precision is PlacePrecision.ADMIN1 and not place.unlisted else place.admin1 or "")
    if wanted1 and has1 and wanted1 != has1:
        return Lies.OUT
    if area.precision is PlacePrecision.ADMIN1:
        return Lies.IN if wanted1 and has1 else None
    wanted2 = key(area.name)
    has2 = key(place.name if place.precision is PlacePrecision.ADMIN2 and not place.unlisted else place.admin2 or "")
    if wanted2 and has2:
        return Lies.IN if wanted2 == has2 else Lies.OUT
    return None


def _may_hold(wide: Place, inner: Place) -> bool:
    """May the wider place hold the area, so that what happened in it may have happened there?"""
    if wide.precision is PlacePrecision.ADMIN1 and inner.admin1:
        return key(wide.name) == key(inner.admin1)
    return _by_distance(inner, wide) is not Lies.OUT


def _by_distance(place: Place, area: Place) -> Lies:
    if place.point is None or area.point is None:
        return Lies.PERHAPS
    far = km(place.point, area.point)
    own, reach = (_reach(p) for p in (place, area))
    if far > own + reach:
        return Lies.OUT
    whole = far + own <= reach  # a vague part of a country has no edge: only what lies wholly within it surely does
    return Lies.IN if whole or (far <= reach and area.precision is not PlacePrecision.REGION) else Lies.PERHAPS


def _reach(place: Place) -> float:
    return place.radius_km if place.radius_km is not None else _DEFAULT_KM.get(place.precision, 25.0)
