"""Claims of an incident's accounts as figures of voices: one figure for each account, voice, outcome and group."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations

from harmledger.geo.distance import km
from harmledger.geo.entry import FINENESS, fineness
from harmledger.model.account import Account
from harmledger.model.claim import Claim, Group
from harmledger.model.codes import Outcome, PlacePrecision, Stance, Status, Target
from harmledger.model.count import Count
from harmledger.model.told import Told
from harmledger.reckon.voices import Leaders, voice_of
from harmledger.text.roll import Roll

WIDE = FINENESS[PlacePrecision.ADMIN2]
_TOWN = (PlacePrecision.SITE, PlacePrecision.SETTLEMENT)
_APART_KM = 20.0
_MIDDLING = FINENESS[PlacePrecision.ADMIN3]
CIVILIANS, FIGHTERS = Group(status=Status.CIVILIAN), Group(status=Status.COMBATANT)
_LONGER = 2  # days by which an account of a wide area lasts longer than the shortest one, from which it is a total


@dataclass(frozen=True, slots=True)
class Figure:
    """What one voice says in one account. `moment` orders a voice's figures in time; `width` how wide their place is.

    `wide`: of an area in which more may have happened than this incident. `fighters`: of combatants only.
    """

    voice: str
    count: Count
    claims: tuple[str, ...]
    report: str
    said: str | None
    moment: tuple[str, str]
    width: int
    wide: bool
    fighters: bool


def counts(claim: Claim) -> bool:
    """Is it a figure of victims, said outright? None is expected, denied, or of the attackers' own dead [METHOD]."""
    return (
        claim.stance not in (Stance.IMPLIES, Stance.EXPECTS, Stance.DENIES)
        and claim.group.status is not Status.ATTACKER
        and claim.count.is_stated
    )


def figures(
    told: Sequence[Told], outcome: Outcome, group: Group | None, known: Roll, first: Leaders, wide: Mapping[str, bool]
) -> list[Figure]:
    """The figures of an outcome: of all its people where `group` is None (parts never added), else of that group.

    A post that names no place (`Death toll rises to five`) is as wide as what its publisher told of the same before.
    """
    found: list[Figure] = []
    placed = [t for t in told if t.account.where and t.publisher]
    widths: dict[str | None, int] = {}
    for t in placed:
        widths[t.publisher] = min(width(t.account), widths.get(t.publisher, WIDE))
    for t in told:
        by_voice: dict[str, list[Claim]] = {}
        for claim in t.account.claims:
            if claim.outcome is outcome and counts(claim):
                by_voice.setdefault(voice_of(claim.speaker, t, known, first), []).append(claim)
        for voice, claims in by_voice.items():
            whole = t.account.toll.get(outcome) if len(by_voice) == 1 else None
            said = _of_all(claims, whole) if group is None else _of_group(claims, group, whole)
            if said is not None:
                count, used = said
                wideness = width(t.account) if t.account.where else widths.get(t.publisher, _MIDDLING)
                found.append(_figure(t, voice, count, used, first, wideness, wide[t.id]))
    return found


def _figure(
    t: Told, voice: str, count: Count, used: Sequence[Claim], first: Leaders, wideness: int, wide: bool
) -> Figure:
    origin = first.get(t.report, t)
    said = max((c.as_of for c in used if c.as_of), default=None)
    printed = _instant(origin.published)
    spoke = _instant(said) or printed
    moment = (spoke[:10], spoke if "T" in spoke else max(spoke, printed))
    ids = tuple(sorted(c.id for c in used))
    fighters = all(c.group.status is Status.COMBATANT for c in used)
    return Figure(voice, count, ids, t.report, said or origin.published, moment, wideness, wide, fighters)


def _instant(iso: str | None) -> str:
    """An ISO time for ordering: with a zone, in UTC; else as it stands."""
    if not iso or "T" not in iso or not (iso.endswith("Z") or "+" in iso or "-" in iso[11:]):
        return iso or ""
    try:
        return datetime.fromisoformat(iso).astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
    except (ValueError, OverflowError):
        return iso


def _of_all(claims: Sequence[Claim], whole: Count | None) -> tuple[Count, list[Claim]] | None:
    tops = [c for c in claims if c.subset_of is None]
    if not tops:
        return None
    if len(tops) == 1:
        return tops[0].count, tops
    largest = max(c.count.figure for c in tops)
    if whole is not None and largest <= whole.figure <= sum(c.count.figure for c in tops):
        return whole, tops  # the reader saw which figures repeat and which add
    if whole is not None and (standing := [c for c in tops if c.count == whole]):
        return whole, standing  # a larger one was taken back: `nine, not 19`
    kept = _one_per_group(tops)
    if all(_disjoint(a.group, b.group) for a, b in combinations(kept, 2)):
        return _sum(kept), kept
    top = max(kept, key=lambda c: (c.count.figure, c.id))
    return top.count, [top]


def _of_group(claims: Sequence[Claim], group: Group, whole: Count | None) -> tuple[Count, list[Claim]] | None:
    exact = [c for c in claims if c.group == group]
    if group in (CIVILIANS, FIGHTERS):
        tops = [c for c in claims if c.subset_of is None and c.group.status is group.status]
        if tops and len(tops) == len([c for c in claims if c.subset_of is None]):
            return _of_all(tops, whole)
        exact = exact or tops
        if tops and not any(c.subset_of for c in exact):
            return _of_all(tops, None)
    if not exact:
        return None
    parents: dict[str | None, list[Claim]] = {}
    for c in exact:
        parents.setdefault(c.subset_of, []).append(c)
    kept = [_last(cs) for _, cs in sorted(parents.items(), key=lambda p: p[0] or "")]
    if None in parents and len(parents) > 1:  # stated of all beside parts of it: the first holds the second
        kept = [_last(parents[None])]
    return _sum(kept), kept


def _one_per_group(claims: Iterable[Claim]) -> list[Claim]:
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for c in claims:
        g = c.group
        groups.setdefault((g.status or "", g.age or "", g.sex or "", g.role or ""), []).append(c)
    return [_last(groups[k]) for k in sorted(groups)]


def _last(claims: Sequence[Claim]) -> Claim:
    """The one that stands where one voice says several of one group in one text: an exact one, then the last said."""
    return max(claims, key=lambda c: (not vague(c.count), c.as_of or "", c.span.start, c.id))


def _sum(claims: Sequence[Claim]) -> Count:
    count = claims[0].count
    for c in claims[1:]:
        count = count.plus(c.count)
    return count


def _disjoint(a: Group, b: Group) -> bool:
    pairs = ((a.status, b.status), (a.age, b.age), (a.sex, b.sex))
    return any(x is not None and y is not None and x != y for x, y in pairs)


def vague(count: Count) -> bool:
    """`dozens`, `more than 20`: no best figure and an open end."""
    return count.best is None and (count.low is None or count.high is None)


def width(account: Account) -> int:
    """How wide a place a figure is told of, fine to coarse.

    A town told of without saying what was hit there is no wider than the same town with it: an update rarely repeats
    the target, and a toll that rose must replace the one before.
    """
    return fineness(account.where[0]) if account.where else _MIDDLING


def spread(account: Account) -> bool:
    """Does it tell of several towns at once, or of an area in which more may have happened?"""
    points = [p.point for p in account.where if p.precision in _TOWN and p.point]
    if any(km(a, b) > _APART_KM for a, b in combinations(points, 2)):
        return True
    return bool(account.where) and fineness(account.where[0]) >= WIDE


def wide_ones(told: Sequence[Told]) -> dict[str, bool]:
    """By account: is its figure one of a wider area than the incident's?

    An account that only names the area, but the same telling target as one that names the place, tells of the same
    thing loosely. Where no account names a place, none is wider than the rest. Of several days and a wide area it is
    wider always, where another account tells of fewer days.
    """
    spreads = {t.id: spread(t.account) for t in told}
    lasts = {t.id: n for t in told if (n := _days(t.account)) is not None}
    shortest = min(lasts.values(), default=0)
    long = {a for a, n in lasts.items() if spreads[a] and n >= shortest + _LONGER}
    if all(spreads.values()):
        return {a: a in long for a in spreads}
    targets = {t.account.target for t in told if not spreads[t.id]} - {Target.UNKNOWN, Target.OTHER}
    return {t.id: t.id in long or (spreads[t.id] and not _loosely(t.account, targets)) for t in told}


def _days(account: Account) -> int | None:
    when = account.when
    return (when.last - when.first).days if when and when.first and when.last else None


def _loosely(account: Account, targets: set[Target]) -> bool:
    towns = [p for p in account.where if fineness(p) < WIDE]
    return account.target in targets and not towns
