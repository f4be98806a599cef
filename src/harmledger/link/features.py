"""What of an account is compared, worked out once: days as ordinals, places as spots, figures, names."""

from dataclasses import dataclass
from datetime import date

from harmledger.link.weights import Rules
from harmledger.model.codes import Means, Outcome, PlacePrecision, Stance, Status, Target, TimePrecision
from harmledger.model.count import Count
from harmledger.model.place import Place
from harmledger.model.told import Told
from harmledger.model.when import When
from harmledger.text.keys import key
from harmledger.text.normal import fold

NARROW = frozenset({PlacePrecision.SITE, PlacePrecision.SETTLEMENT, PlacePrecision.VICINITY, PlacePrecision.ADMIN3})
# Places told of beside finer ones (`Idlib, Syria`) say where those lie, not where else it happened.
FINER = (NARROW, frozenset({PlacePrecision.ADMIN2, PlacePrecision.ADMIN1}), frozenset({PlacePrecision.REGION}))
EXACT = frozenset({PlacePrecision.SITE, PlacePrecision.SETTLEMENT})
REACH_KM = {PlacePrecision.SITE: 2.0, PlacePrecision.SETTLEMENT: 5.0, PlacePrecision.VICINITY: 25.0}
FAR_KM = 25.0
_FEW = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as compared: `name` folded, `id` the gazetteer's, admin names folded, `reach` in kilometres.

    `spelt`: what the spellings of an unlisted name share.
    """

    name: str
    id: str | None
    precision: PlacePrecision
    point: tuple[float, float] | None
    reach: float
    country: str | None
    admin1: str | None
    admin2: str | None
    narrow: bool
    exact: bool
    spelt: str | None = None


@dataclass(frozen=True, slots=True)
class Features:
    """One account as compared. Days are proleptic ordinals, inclusive; `narrow`: its place is finer than a district.

    `thread`: the account of the same publisher with which its thread began (`threads`).
    """

    id: str
    report: str
    first: int | None
    last: int | None
    hour: int | None
    assumed: bool
    spots: tuple[Spot, ...]
    narrow: bool
    by: frozenset[str]
    means: Means
    target: Target
    killed: Count | None
    injured: Count | None
    names: frozenset[str]
    said: frozenset[tuple[str, int]]
    passage: str
    sketch: tuple[int, ...]
    background: bool
    thread: str | None = None


def spot(place: Place) -> Spot:
    """A place as compared."""
    precision = place.precision
    reach = place.radius_km if place.radius_km is not None else REACH_KM.get(precision, FAR_KM)
    known = place.place_id or (f"gn:{place.geoname_id}" if place.geoname_id is not None else None)
    admin1, admin2 = (key(a) or None if a else None for a in (place.admin1, place.admin2))
    name = key(place.name or place.words)
    if precision is PlacePrecision.ADMIN1:
        admin1 = admin1 or name
    elif precision is PlacePrecision.ADMIN2:
        admin2 = admin2 or name
    # A village that no gazetteer knows is still one village, however wide the area it is known to lie in.
    narrow = precision in NARROW or place.unlisted
    exact = precision in EXACT
    return Spot(
        name, known, precision, place.point, reach, place.country, admin1, admin2, narrow, exact, spelt=place.spelt
    )


def _said(told: Told) -> frozenset[tuple[str, int]]:
    """Who gives which number of killed; a few are given of too many happenings to tell one by."""
    return frozenset(
        (fold(c.speaker.name if c.speaker else told.publisher or ""), c.count.figure)
        for c in told.account.claims
        if c.outcome is Outcome.KILLED and c.subset_of is None and c.count.figure > _FEW
    )


def features(told: Told, rules: Rules, thread: str | None = None) -> Features:
    """The account as compared; places in a narrower and a wider form keep only the narrower."""
    account = told.account
    spots = tuple(dict.fromkeys(spot(p) for p in account.where))
    for finer in FINER:
        if any(s.precision in finer for s in spots):
            spots = tuple(s for s in spots if s.precision in finer or s.narrow)
            break
    first, last, assumed = _days(told, rules)
    return Features(
        id=account.id,
        report=told.report,
        first=first,
        last=last,
        hour=_hour(account.when),
        assumed=assumed,
        spots=spots,
        narrow=bool(spots) and spots[0].narrow,
        by=frozenset(fold(p.party) for p in account.by),
        means=account.means,
        target=account.target,
        killed=figure_of(told, Outcome.KILLED),
        injured=figure_of(told, Outcome.INJURED),
        said=_said(told),
        names=frozenset(fold(v.name) for v in account.victims if v.name and " " in v.name.strip()),
        passage=_passage(told),
        sketch=told.sketch,
        background=account.background,
        thread=thread,
    )


def _days(told: Told, rules: Rules) -> tuple[int | None, int | None, bool]:
    """First and last day, and whether they are assumed: told as news without a day, or with a day that no words say."""
    when = told.account.when
    published = When(told.published, told.published, TimePrecision.DAY).last if told.published else None
    if when is not None and when.first and when.last and (when.words or when.last != published):
        first, last = when.first.toordinal(), when.last.toordinal()
        return (first, last, False) if last - first < rules.coarse_days else (None, None, False)
    unsaid = when is None or not (when.start or when.end) or when.last == published
    if published is None or told.account.background or not unsaid:
        return None, None, False
    last = published.toordinal()
    return max(date.min.toordinal(), last - rules.assumed_days), last, True


def _hour(when: When | None) -> int | None:
    if when is None or when.start is None or "T" not in when.start:
        return None
    return int(when.start[11:13])


def figure_of(told: Told, outcome: Outcome) -> Count | None:
    """The account's figure; the sum that the reader made, else its largest claim that is none of another's part."""
    count = told.account.toll.get(outcome)
    if count is not None and count.is_stated:
        return count
    said = [
        c.count
        for c in told.account.claims
        if c.outcome is outcome
        and c.subset_of is None
        and c.stance not in (Stance.EXPECTS, Stance.DENIES)
        and c.group.status is not Status.ATTACKER
        and c.count.is_stated
    ]
    return max(said, key=lambda c: (c.figure, c.low or 0, c.high or 0), default=None)


def _passage(told: Told) -> str:
    quotes = [s.quote for s in told.account.told_in] or [c.span.quote for c in told.account.claims]
    words = " ".join(fold(quotes[0]).split()) if quotes else ""
    return words if len(words) >= 40 else ""
