"""The middle and the reach of a scatter of points: how an area without a polygon gets a point and a radius.

The middle is that of the cells (half a degree, coarser for large areas) that hold any of the points, so that a crowded
corner counts once and the middle lies near that of the settled area. The reach holds nine in ten of those cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin

from harmledger.geo.distance import Point, km

# Degrees of a cell, by the degrees of latitude that the points span.
CELLS = ((4.0, 0.5), (12.0, 1.0), (180.0, 2.0))
LEAST_KM = 5.0
FEWEST_CELLS = 6
SIDES = {
    "north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1),
    "northeast": (1, 1), "northwest": (1, -1), "southeast": (-1, 1), "southwest": (-1, -1), "central": (0, 0),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spread:
    """A middle (degrees) and the kilometres round it that hold nine in ten of the cells."""

    lat: float
    lon: float
    radius_km: float


def cells(points: Sequence[Point]) -> list[Point]:
    """The mean point of each cell that holds any of the points."""
    if not points:
        return []
    height = max(p[0] for p in points) - min(p[0] for p in points)
    size = next(size for reach, size in CELLS if height <= reach)
    found: dict[tuple[int, int], list[Point]] = {}
    for lat, lon in points:
        found.setdefault((round(lat / size), round(lon / size)), []).append((lat, lon))
    return [(sum(p[0] for p in at) / len(at), sum(p[1] for p in at) / len(at)) for at in found.values()]


def middle(points: Sequence[Point]) -> Point:
    """The mean of points as directions from the globe's centre; safe across the date line."""
    x = y = z = 0.0
    for lat, lon in points:
        a, b = radians(lat), radians(lon)
        weight = cos(a)
        x, y, z = x + weight * cos(a) * cos(b), y + weight * cos(a) * sin(b), z + weight * sin(a)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def spread(points: Sequence[Point], centre: Point | None = None) -> Spread | None:
    """The middle (or a `centre` given) and reach of points; None where there are none."""
    at = cells(points)
    if not at:
        return None
    lat, lon = centre or middle(at)
    reach = sorted(km((lat, lon), p) for p in at)[min(len(at) - 1, int(0.9 * len(at)))]
    return Spread(round(lat, 4), round(lon, 4), round(max(LEAST_KM, reach), 1))


def sides(points: Sequence[Point]) -> dict[str, Spread]:
    """The north, southeast, centre ... of a scatter: the outer third of its cells that way (an outer half of each for
    a corner, the middle half each way for the centre). Empty where the scatter is too small to have sides.
    """
    at = cells(points)
    if len(at) < FEWEST_CELLS:
        return {}
    lats, lons = sorted(p[0] for p in at), sorted(p[1] for p in at)

    def cut(values: list[float], share: float) -> float:
        return values[min(len(values) - 1, int(share * len(values)))]

    found: dict[str, Spread] = {}
    for side, (up, right) in SIDES.items():
        share = 0.5 if up and right else 1 / 3
        chosen = [
            p for p in at
            if _beyond(p[0], up, cut(lats, share), cut(lats, 1 - share), side == "central", lats)
            and _beyond(p[1], right, cut(lons, share), cut(lons, 1 - share), side == "central", lons)
        ]  # fmt: skip
        part = spread(chosen)
        if part:
            found[side] = part
    return found


def _beyond(value: float, way: int, low: float, high: float, centre: bool, ordered: list[float]) -> bool:
    if centre:
        n = len(ordered)
        return ordered[n // 4] <= value <= ordered[(3 * n) // 4]
    return way == 0 or (value >= high if way > 0 else value <= low)
