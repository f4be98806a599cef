"""Distances, the middle of a scatter, what lies in what."""

from harmledger.geo.distance import km
from harmledger.geo.entry import Entry, lies_in
from harmledger.geo.spread import middle, sides, spread
from harmledger.model.codes import PlacePrecision

GRID = [(30.0 + a, 40.0 + b) for a in range(6) for b in range(6)]


def entry(place_id: str, kind: PlacePrecision, **rest: object) -> Entry:
    return Entry(place_id, place_id, kind, 1.0, 1.0, 5.0, 0, "SY", **rest)  # type: ignore[arg-type]


def test_distance_of_a_degree() -> None:
    assert 111.0 < km((0, 0), (0, 1)) < 111.4
    assert km((35.9, 36.6), (35.9, 36.6)) == 0


def test_the_middle_does_not_break_at_the_date_line() -> None:
    assert abs(middle([(0, 179), (0, -179)])[1]) > 179


def test_a_crowded_corner_does_not_pull_the_middle() -> None:
    crowd = [(30.01 + n / 1000, 40.01) for n in range(50)]
    found = spread([*GRID, *crowd])
    assert found is not None
    assert km((found.lat, found.lon), (32.5, 42.5)) < 15


def test_nothing_has_no_middle() -> None:
    assert spread([]) is None


def test_sides_lie_where_their_names_say() -> None:
    found, whole = sides(GRID), spread(GRID)
    assert whole is not None
    assert found["north"].lat > whole.lat > found["south"].lat
    assert found["southeast"].lat < whole.lat < whole.lat + 1 and found["southeast"].lon > whole.lon
    assert sides(GRID[:3]) == {}


def test_lies_in_goes_by_the_admin_path() -> None:
    country = entry("sy", PlacePrecision.COUNTRY)
    area = entry("idlib", PlacePrecision.ADMIN1, admin1_id="idlib")
    town = entry("ariha", PlacePrecision.SETTLEMENT, admin1_id="idlib")
    assert lies_in(town, area) and lies_in(town, country) and lies_in(area, country)
    assert not lies_in(area, area) and not lies_in(area, town) and not lies_in(country, country)
