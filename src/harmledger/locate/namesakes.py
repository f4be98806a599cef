"""Which of the places called so is meant: population and kind speak first, then the report's other places.

Each distinct name of a report votes for the countries, first-level areas and neighbourhoods in which a place of that
name lies, by how likely each is; a place gains by what the other names vote for. Two rounds settle it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp, log10

from harmledger.geo.distance import km
from harmledger.geo.entry import Entry
from harmledger.locate.spot import Spot
from harmledger.model.codes import PlacePrecision

COUNTRY_GAIN, AREA_GAIN, NEAR_GAIN = 2.4, 1.6, 1.6
STEEPNESS = 1.6
ROUNDS = 2
# How far below the best of a name a place of the kind said may score and still be the one meant.
FARTHEST = 3.0
MOST = 60
# Places whose scores differ by less are told apart by nothing but where they lie.
TIED = 0.5
# The spots of one name, and the container that they are told in.
Group = tuple[str, int]
_LOCAL = frozenset({PlacePrecision.SETTLEMENT, PlacePrecision.ADMIN2, PlacePrecision.ADMIN3})
_KIND_FITS = {
    "settlement": {PlacePrecision.SETTLEMENT: 1.5, PlacePrecision.ADMIN1: -3.0, PlacePrecision.ADMIN2: -1.0},
    "admin1": {PlacePrecision.ADMIN1: 4.0, PlacePrecision.SETTLEMENT: -1.0},
    "admin2": {PlacePrecision.ADMIN2: 3.5, PlacePrecision.ADMIN3: 2.5, PlacePrecision.ADMIN1: -1.0},
    "country": {PlacePrecision.COUNTRY: 3.0},
    "region": {PlacePrecision.REGION: 2.0, PlacePrecision.ADMIN1: 1.0},
    "camp": {PlacePrecision.SETTLEMENT: 1.0, PlacePrecision.ADMIN1: -2.0},
    "quarter": {PlacePrecision.SETTLEMENT: 0.5},
}  # fmt: skip


def prior(spot: Spot, entry: Entry) -> float:
    """How likely the bare name is to mean this place, on a scale of tenfold populations."""
    size = log10(max(entry.population, 300))
    if entry.kind is PlacePrecision.COUNTRY:
        score = max(size, 6.0) + 2.0
    elif entry.kind is PlacePrecision.REGION:
        score = 7.0
    elif entry.kind is PlacePrecision.ADMIN1:
        score = max(size, 4.5) - 0.4
    elif entry.kind is PlacePrecision.SETTLEMENT:
        score = size + (0.8 if entry.capital else 0.0)
    else:
        score = 5.0 if entry.main and spot.last - spot.first > 1 else 2.0
        score = 1.0 if _named_after(entry, spot.entries) else score
    score += 0.3 if entry.main else -0.4
    if entry.lat is None:
        score -= 1.5
    return score + _KIND_FITS.get(spot.noun, {}).get(entry.kind, 0.0)


def _named_after(area: Entry, entries: Sequence[Entry]) -> bool:
    """Has a town in the same first-level area the name too? Then its bare name means the town."""
    return any(e.kind is PlacePrecision.SETTLEMENT and e.admin1_id == area.admin1_id for e in entries)


class _Votes:
    """What the names of a report vote for, and how much."""

    def __init__(self) -> None:
        self.country: dict[str, float] = defaultdict(float)
        self.area: dict[str, float] = defaultdict(float)
        self.cell: dict[tuple[int, int], float] = defaultdict(float)

    def take(self, entry: Entry, weight: float) -> None:
        if entry.country:
            self.country[entry.country] += weight
        if entry.admin1_id:
            self.area[entry.admin1_id] += weight
        if entry.kind in _LOCAL and entry.lat is not None and entry.lon is not None:
            self.cell[round(entry.lat), round(entry.lon)] += weight

    def near(self, entry: Entry) -> float:
        if entry.lat is None or entry.lon is None or not self.cell:
            return 0.0
        lat, lon = round(entry.lat), round(entry.lon)
        return sum(self.cell.get((lat + a, lon + b), 0.0) for a in (-1, 0, 1) for b in (-1, 0, 1))


def choose(spots: Sequence[Spot], homes: Mapping[str, float] | None = None) -> None:
    """Sets `chosen` and `scores` of every spot; spots of one name and no container of their own agree.

    Args:
        spots: a report's spots.
        homes: the countries that it is likely from, each with the votes that this is worth.
    """
    groups: dict[tuple[str, int], list[Spot]] = defaultdict(list)
    for spot in spots:
        groups[spot.name, id(spot.inside) if spot.inside else 0].append(spot)
    base = {g: _priors(members) for g, members in groups.items()}
    scores = base
    for _ in range(ROUNDS):
        scores = _supported(base, scores, homes or {})
    bests = {g: max(s, key=lambda e: (s[e], e.population, e.place_id), default=None) for g, s in scores.items()}
    for g, members in groups.items():
        best = _nearest(g, bests, scores[g])
        by_id = {e.place_id: s for e, s in scores[g].items()}
        for spot in members:
            spot.chosen = _fitting(spot, best, scores[g])
            spot.scores = by_id


def _nearest(group: Group, bests: Mapping[Group, Entry | None], scores: Mapping[Entry, float]) -> Entry | None:
    """The best place of a name; of villages in its area that nothing else tells apart the one nearest to the others."""
    best = bests[group]
    if best is None or best.kind is not PlacePrecision.SETTLEMENT or best.admin1_id is None:
        return best
    tied = [e for e, s in scores.items() if s > scores[best] - TIED and e.kind is best.kind and _akin(e, best)]
    alike = [(point, e) for e in tied if (point := e.point)]
    if len(alike) < 2:
        return best
    others = (e for g, e in bests.items() if g[0] != group[0] and e is not None)
    towns = [e for e in others if e.kind is PlacePrecision.SETTLEMENT and e.admin1_id == best.admin1_id]
    points = [point for e in towns if (point := e.point)]
    if not points:
        return best
    return min(alike, key=lambda pair: (min(km(pair[0], p) for p in points), pair[1].place_id))[1]


def _priors(members: Sequence[Spot]) -> dict[Entry, float]:
    said = next((s for s in members if s.noun), members[0])
    return {e: prior(said, e) for e in members[0].entries[:MOST]}


def _fitting(spot: Spot, best: Entry | None, scores: dict[Entry, float]) -> Entry | None:
    """The best place of the kind that this very spot says, among those near the group's best."""
    if best is None or not spot.noun:
        return best
    fits = _KIND_FITS.get(spot.noun, {})
    akin = [
        e for e, s in scores.items() if fits.get(e.kind, 0.0) > 0 and _akin(e, best) and s > scores[best] - FARTHEST
    ]
    top = max(akin, key=lambda e: (scores[e], e.place_id), default=best)
    return best if best in akin and scores[best] > scores[top] - TIED else top


def _akin(one: Entry, other: Entry) -> bool:
    return one.place_id == other.place_id or (one.admin1_id is not None and one.admin1_id == other.admin1_id)


def _likely(scores: dict[Entry, float]) -> Iterable[tuple[Entry, float]]:
    top = max(scores.values(), default=0.0)
    weights = [(e, exp(STEEPNESS * (s - top))) for e, s in scores.items() if top - s < 4]
    total = sum(w for _, w in weights) or 1.0
    return [(e, w / total) for e, w in weights]


def _supported(
    base: dict[tuple[str, int], dict[Entry, float]],
    scores: dict[tuple[str, int], dict[Entry, float]],
    homes: Mapping[str, float],
) -> dict[tuple[str, int], dict[Entry, float]]:
    votes = _Votes()
    own: dict[tuple[str, int], _Votes] = {}
    for g, found in scores.items():
        mine = own[g] = _Votes()
        for entry, weight in _likely(found):
            votes.take(entry, weight)
            mine.take(entry, weight)
    for home, worth in homes.items():
        votes.country[home] += worth
    count = len(scores)
    result = {}
    for g, found in base.items():
        mine = own[g]
        result[g] = {e: s + _gain(e, votes, mine, count) for e, s in found.items()}
    return result


def _gain(entry: Entry, votes: _Votes, mine: _Votes, count: int) -> float:
    """What the other names' votes speak for a place: all votes less those of its own name."""
    country, area = entry.country or "", entry.admin1_id or ""
    nation = (votes.country.get(country, 0.0) - mine.country.get(country, 0.0)) / max(1.5, count - 0.5)
    local = min(1.0, votes.area.get(area, 0.0) - mine.area.get(area, 0.0))
    near = min(1.0, votes.near(entry) - mine.near(entry))
    return COUNTRY_GAIN * nation + AREA_GAIN * local + NEAR_GAIN * near
