"""Distances on the globe. Points are latitude and longitude in degrees, WGS 84."""

from math import asin, cos, radians, sin, sqrt

Point = tuple[float, float]
EARTH_KM = 6371.0088


def km(a: Point, b: Point) -> float:
    """Great-circle distance in kilometres."""
    lat, other = radians(a[0]), radians(b[0])
    h = sin((other - lat) / 2) ** 2 + cos(lat) * cos(other) * sin(radians(b[1] - a[1]) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))
