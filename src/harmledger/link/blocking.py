"""Which accounts to hold beside each other, so that not all are held beside all.

An account stands under periods (its days, or the months of a coarse stretch) and places: a grid cell, its admin area,
its country, its name. What looks for what is symmetric: accounts of towns meet by cell, those of wide areas or of
places without a point by admin area, those of a country by country, those of no place by day and figure. Texts that
share a passage or a victim's name meet whatever they say of day and place, as do a publisher's post and the one that it
goes on with.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from math import floor

from harmledger.link.features import Features, Spot
from harmledger.link.weights import Rules
from harmledger.model.codes import PlacePrecision

CELL_DEGREES = 0.25
AROUND = (
    -2,
    -1,
    0,
    1,
    2,
)  # cells: about 50 km each way, more than two vicinities' radii and the slack at most latitudes
CROWD = 300  # a larger block of one passage or name is walked from neighbour to neighbour
TELLING = 3  # a figure that brings placeless accounts together is at least so high
Key = tuple[object, ...]
_POINT, _NAMED, _AREA, _LAND, _NOWHERE = range(5)


def pairs(accounts: Sequence[Features], rules: Rules) -> Iterator[tuple[int, int]]:
    """Positions of accounts to compare, the lower first; a pair may come twice. Which pairs is no matter of order."""
    under: dict[Key, list[int]] = defaultdict(list)
    for at, one in enumerate(accounts):
        for period in _stands_in(one, rules):
            for key in _stands_at(one):
                under[(*period, *key)].append(at)
    for at, one in enumerate(accounts):
        met: set[int] = set()
        places = tuple(_looks_at(one))
        for period in _looks_in(one, rules):
            for key in places:
                met.update(under.get((*period, *key), ()))
        for other in sorted(met):
            if other >= at:
                break
            yield other, at
    yield from _alike(accounts)


def _alike(accounts: Sequence[Features]) -> Iterator[tuple[int, int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(accounts):
        if one.passage:
            blocks["passage " + one.passage].append(at)
        for name in one.names:
            blocks["name " + name].append(at)
        if one.thread:
            blocks["thread " + one.thread].append(at)
    for block in blocks.values():
        if len(block) <= CROWD:
            yield from combinations(block, 2)
        else:
            walk = sorted(block, key=lambda at: (accounts[at].first or 0, accounts[at].id))
            yield from ((min(a, b), max(a, b)) for a, b in pairwise(walk))


def _coarse(one: Features, rules: Rules) -> bool:
    return one.first is not None and one.last is not None and one.last - one.first >= rules.fine_days


def _months(one: Features) -> Iterable[int]:
    if one.first is None or one.last is None:
        return ()
    first, last = date.fromordinal(one.first), date.fromordinal(one.last)
    return range(first.year * 12 + first.month, last.year * 12 + last.month + 1)


def _stands_in(one: Features, rules: Rules) -> Iterator[Key]:
    if one.first is None or one.last is None:
        return
    if _coarse(one, rules):
        yield from (("coarse", m) for m in _months(one))
        return
    yield from (("day", d) for d in range(one.first, one.last + 1))
    yield from (("fine", m) for m in _months(one))


def _looks_in(one: Features, rules: Rules) -> Iterator[Key]:
    if one.first is None or one.last is None:
        return
    yield from (("coarse", m) for m in _months(one))
    if _coarse(one, rules):
        yield from (("fine", m) for m in _months(one))
    else:
        yield from (("day", d) for d in range(one.first - rules.day_slack, one.last + rules.day_slack + 1))


def _kind(spot: Spot) -> int:
    if spot.narrow and spot.point:
        return _POINT
    if spot.narrow and spot.admin1:
        return _NAMED
    if spot.admin1 and spot.precision in (PlacePrecision.ADMIN1, PlacePrecision.ADMIN2):
        return _AREA
    return _LAND


def _cell(spot: Spot) -> tuple[int, int]:
    assert spot.point is not None
    return floor(spot.point[0] / CELL_DEGREES), floor(spot.point[1] / CELL_DEGREES)


def _figure(one: Features) -> int | None:
    count = one.killed or one.injured
    return count.figure if count is not None and count.figure >= TELLING else None


def _stands_at(one: Features) -> Iterator[Key]:
    figure = _figure(one)
    if figure is not None:
        yield ("figure", bool(one.spots), figure)
    for spot in one.spots:
        kind = _kind(spot)
        if spot.narrow:
            yield ("name", spot.name)
        if kind == _POINT:
            yield ("cell", *_cell(spot))
        if kind <= _AREA and spot.admin1:
            yield ("area", kind, spot.admin1)
        if spot.country:
            yield ("land", kind, spot.country)


def _looks_at(one: Features) -> Iterator[Key]:
    figure = _figure(one)
    if figure is not None:
        yield ("figure", False, figure)
        if not one.spots:
            yield ("figure", True, figure)
    for spot in one.spots:
        kind = _kind(spot)
        if spot.narrow:
            yield ("name", spot.name)
        if kind == _POINT:
            lat, lon = _cell(spot)
            yield from (("cell", lat + i, lon + j) for i in AROUND for j in AROUND)
        if kind <= _AREA and spot.admin1:
            yield from (("area", k, spot.admin1) for k in ((_NAMED, _AREA) if kind == _POINT else range(_LAND)))
        if spot.country:
            yield from (("land", k, spot.country) for k in (range(_NOWHERE) if kind == _LAND else (_LAND,)))
