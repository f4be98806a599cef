"""Place: a gazetteer's entry, or the words of a place that no gazetteer knows, with its precision."""

from dataclasses import dataclass

from harmledger.errors import ModelError
from harmledger.model.codes import PlaceMatch, PlacePrecision
from harmledger.model.span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A gazetteer's place that a name may mean; its fields are those of Place, for the bare name.

    `score` says how likely it is beside the others of that name, on a scale of tenfold populations.
    """

    place_id: str
    name: str
    precision: PlacePrecision
    score: float
    geoname_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None

    @property
    def title(self) -> str:
        """The name with what it lies in."""
        return titled(self.name, self.admin1, self.country)


@dataclass(frozen=True, slots=True)
class Place:
    """Where, as finely as it is known.

    `words` are the report's; `name` the gazetteer's (the words where no gazetteer knows it, with `lat`, `lon` None).
    `radius_km` is how far from the point the thing may have been. `country` is ISO 3166-1 alpha-2; `admin1`, `admin2`
    are names. `place_id` is the gazetteer's own id, `gn:169389` for a GeoNames one. `match`: how
    the gazetteer's place was found; None where no gazetteer knows it. `site`: the building or ground inside the place
    that is told (`al-Hal market`), whose point nobody has: the point is the place's. `spelt`: of a place that no
    gazetteer knows, what all spellings of its name share, in Latin letters and its own; None where names have one
    spelling. `within`: the area that the report says it lies in, where that leaves the name no other place.
    `candidates`: the places that its name may mean, the one taken by the report first; empty where none comes near.
    `settled_by`: the reports by which the ledger took one of them (`match` is then `ledger`).

    Raises:
        ModelError: a point without its other half or off the globe.
    """

    name: str
    words: str
    precision: PlacePrecision
    geoname_id: int | None = None
    place_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    site: str | None = None
    match: PlaceMatch | None = None
    spelt: str | None = None
    span: Span | None = None
    within: str | None = None
    candidates: tuple[Candidate, ...] = ()
    settled_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            raise ModelError(f"{self.name!r} has half a point")
        if self.lat is not None and self.lon is not None and not (abs(self.lat) <= 90 and abs(self.lon) <= 180):
            raise ModelError(f"{self.name!r} lies off the globe: {self.lat}, {self.lon}")

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, WGS 84."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    @property
    def title(self) -> str:
        """The name with what it lies in."""
        return titled(self.name, self.admin1, self.country)

    @property
    def unlisted(self) -> bool:
        """Is it a named place that no gazetteer knows? Its precision is that of the area it lies in, not its own."""
        return self.place_id is None and self.geoname_id is None and self.lat is None and self.name == self.words


def titled(*parts: str | None) -> str:
    """Those parts that are known, with commas."""
    return ", ".join(part for part in parts if part)
