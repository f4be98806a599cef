"""Places by name, for questions that people type."""

from pathlib import Path

from harmledger.adapters.engines.gazetteer import SqliteGazetteer
from harmledger.model.codes import PlacePrecision
from harmledger.model.place import Place
from harmledger.text.keys import key

_WIDE = (PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2)


def find_area(path: Path, name: str) -> Place | None:
    """The place that somebody means who asks for an area: an admin area before the town of its name.

    Raises:
        GazetteerError: the gazetteer is no gazetteer.
    """
    gazetteer = SqliteGazetteer(path)
    try:
        found = gazetteer.lookup([key(name)]).get(key(name), ())
    finally:
        gazetteer.close()
    if not found:
        return None
    entry = min(found, key=lambda e: (not e.main, e.kind not in _WIDE, -e.population, e.place_id))
    return Place(
        entry.name, name, entry.kind, entry.geoname_id, entry.place_id, entry.lat, entry.lon, entry.radius_km,
        entry.country, entry.admin1, entry.admin2,
    )  # fmt: skip
