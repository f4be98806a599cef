"""Do two accounts tell of one place? Distance against both radii, and admin containment."""

from collections.abc import Mapping

from harmledger.geo.distance import km
from harmledger.link.features import Spot
from harmledger.model.codes import PlacePrecision

APART = "apart"
_DEGREE_KM = 111.0  # of latitude, rounded down
_TWIN_KM = 2.0  # two gazetteers' points for one town lie this close


def place_level(a: tuple[Spot, ...], b: tuple[Spot, ...], slack: float, bits: Mapping[str, float]) -> str:
    """The best level among pairs of places, one of which must be the most telling of its account.

    `apart`: they cannot meet. A match with a place that is not the other's most telling one is `among`.
    """
    if not a or not b:
        return "unknown"
    best, worth = APART, float("-inf")
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            if i and j:
                break
            level = _pair(one, other, slack)
            if level == APART:
                continue
            if (i or j) and level in ("same", "near", "spelt-alike"):
                level = "among"
            if bits[level] > worth:
                best, worth = level, bits[level]
    return best


def _pair(a: Spot, b: Spot, slack: float) -> str:
    if a.country and b.country and a.country != b.country:
        return APART
    if a.narrow and b.narrow:
        return _narrow(a, b, slack)
    if a.narrow or b.narrow:
        wide, narrow = (b, a) if a.narrow else (a, b)
        return _inside(narrow, wide, slack)
    return _wide(a, b)


def _narrow(a: Spot, b: Spot, slack: float) -> str:
    """Two named towns are two, however near: only a place told loosely is `near` another."""
    if a.id is not None and a.id == b.id:
        return "same"
    if a.point and b.point:
        if abs(a.point[0] - b.point[0]) * _DEGREE_KM > a.reach + b.reach + slack:
            return APART  # spares most pairs the trigonometry
        far = km(a.point, b.point)
        if far <= _TWIN_KM:
            return "same" if a.name == b.name else "near"
        if far > a.reach + b.reach + slack:
            return APART
        if far <= a.reach + b.reach and not (a.exact and b.exact):
            return "near"
        return "neighbour"
    if _differ(a.admin1, b.admin1):
        return APART
    if a.name == b.name:
        return "same"
    if a.spelt is not None and a.spelt == b.spelt and a.admin1 == b.admin1:
        return "spelt-alike"
    return "named-apart" if a.admin1 or a.country else "unknown"


def _inside(narrow: Spot, wide: Spot, slack: float) -> str:
    """Where admin names tell, they decide; else distance; else the country."""
    if wide.precision in (PlacePrecision.ADMIN1, PlacePrecision.ADMIN2):
        if _differ(narrow.admin1, wide.admin1):
            return APART
        if wide.precision is PlacePrecision.ADMIN2 and narrow.admin2 and wide.admin2:
            return "within" if narrow.admin2 == wide.admin2 else APART
        if narrow.admin1 and narrow.admin1 == wide.admin1:
            return "within"
    if wide.precision in (PlacePrecision.COUNTRY, PlacePrecision.INTERNATIONAL):
        return "country" if wide.country and wide.country == narrow.country else "unknown"
    if narrow.point and wide.point:
        return "within" if km(narrow.point, wide.point) <= narrow.reach + wide.reach + slack else APART
    return "country" if narrow.country and narrow.country == wide.country else "unknown"


def _wide(a: Spot, b: Spot) -> str:
    if _differ(a.admin1, b.admin1) or (a.admin2 and b.admin2 and _differ(a.admin2, b.admin2)):
        return APART
    if a.precision is b.precision and (a.name == b.name or (a.id is not None and a.id == b.id)):
        coarse = (PlacePrecision.COUNTRY, PlacePrecision.INTERNATIONAL)
        return "country" if a.precision in coarse else "same-area"
    if a.admin1 and a.admin1 == b.admin1:
        return "same-area"
    return "country" if a.country and a.country == b.country else "unknown"


def _differ(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b
