"""Entry: what a gazetteer knows of one place."""

from dataclasses import dataclass

from harmledger.geo.distance import Point
from harmledger.model.codes import PlacePrecision
from harmledger.model.place import Place

FINENESS = {kind: rank for rank, kind in enumerate(PlacePrecision)}


def fineness(place: Place) -> int:
    """How fine a place is told, 0 the finest. An unlisted village is one, though only its area is known."""
    return FINENESS[PlacePrecision.SETTLEMENT if place.unlisted else place.precision]


@dataclass(frozen=True, slots=True)
class Entry:
    """A gazetteer's place. `kind` is the precision that its bare name gives.

    `place_id` is the gazetteer's own (`gn:169389` for a GeoNames one); `radius_km` holds nine in ten of its
    settlements; `population` 0 is unknown; `country` is ISO 3166-1 alpha-2; `admin1`, `admin2` are names, `admin1_id`,
    `admin2_id` their place ids. `main`: the name it was found by is its own, not an alternate.
    """

    place_id: str
    name: str
    kind: PlacePrecision
    lat: float | None
    lon: float | None
    radius_km: float
    population: int
    country: str | None
    geoname_id: int | None = None
    admin1: str | None = None
    admin2: str | None = None
    admin1_id: str | None = None
    admin2_id: str | None = None
    capital: bool = False
    main: bool = True

    @property
    def point(self) -> Point | None:
        """Latitude and longitude, where it has them."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


def lies_in(inner: Entry, outer: Entry) -> bool:
    """Does the gazetteer place `inner` inside `outer`, by its admin path? A place does not lie in itself."""
    if outer.kind is PlacePrecision.COUNTRY:
        return inner.country == outer.country and inner.kind is not PlacePrecision.COUNTRY
    return outer.place_id in (inner.admin1_id, inner.admin2_id) and inner.place_id != outer.place_id
