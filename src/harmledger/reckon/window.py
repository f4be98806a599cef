"""Incidents against a window of days and an area: surely in, perhaps, out."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from harmledger.geo.entry import fineness
from harmledger.model.incident import Incident
from harmledger.model.place import Place
from harmledger.model.when import When
from harmledger.reckon.spoken import WIDE
from harmledger.reckon.zones import Lies, lies_in_any

TIERS = (0, 7, 31)


@lru_cache(maxsize=1 << 16)
def days_of(when: When | None) -> tuple[date | None, date | None]:
    """First and last day; kept, because sums ask for them again and again."""
    return (when.first, when.last) if when else (None, None)


def in_days(incident: Incident, start: date | None, end: date | None) -> Lies:
    """By its days; an incident without any is perhaps in every window."""
    first, last = days_of(incident.when)
    if (start and last and last < start) or (end and first and first > end):
        return Lies.OUT
    sure = (start is None or (first and first >= start)) and (end is None or (last and last <= end))
    return Lies.IN if sure else Lies.PERHAPS


def in_area(incident: Incident, areas: Sequence[Place]) -> Lies:
    """By its most telling place; no area at all is everywhere."""
    if not areas:
        return Lies.IN
    return lies_in_any(incident.where[0], areas) if incident.where else Lies.PERHAPS


def within(incident: Incident, start: date | None, end: date | None, areas: Sequence[Place]) -> Lies:
    """In where both days and place are, out where either is."""
    days = in_days(incident, start, end)
    if days is Lies.OUT:
        return days
    area = in_area(incident, areas)
    return area if area is Lies.OUT or days is Lies.IN else days


def is_wide(incident: Incident) -> bool:
    """Is its place a district or wider, or unknown?"""
    return not incident.where or fineness(incident.where[0]) >= WIDE


@dataclass(frozen=True)
class Finer:
    """Incidents of a place finer than a district, so kept that those of some days are found without a look at all.

    A tier holds incidents that last no longer than so many days, by first day; `loose` the longer and undated ones.
    """

    tiers: Sequence[tuple[int, Sequence[int], Sequence[Incident]]]
    loose: Sequence[Incident]

    def near(self, first: date | None, last: date | None) -> Iterator[Incident]:
        """Those whose days may meet a stretch of days, and a few more: tier by tier, in each by first day."""
        for longest, days, dated in self.tiers:
            lower = 0 if first is None else bisect_left(days, first.toordinal() - longest)
            upper = len(days) if last is None else bisect_right(days, last.toordinal())
            yield from dated[lower:upper]
        yield from self.loose


def finer(incidents: Sequence[Incident]) -> Finer:
    """The incidents among these that are no wide ones."""
    tiers: list[list[tuple[int, str, Incident]]] = [[] for _ in TIERS]
    loose: list[Incident] = []
    for one in incidents:
        if is_wide(one):
            continue
        first, last = days_of(one.when)
        length = (last - first).days if first and last else None
        tier = next((n for n, longest in enumerate(TIERS) if length is not None and length <= longest), None)
        if first is None or tier is None:
            loose.append(one)
        else:
            tiers[tier].append((first.toordinal(), one.id, one))
    for dated in tiers:
        dated.sort(key=lambda d: d[:2])
    kept = [
        (longest, [d[0] for d in dated], [d[2] for d in dated]) for longest, dated in zip(TIERS, tiers, strict=True)
    ]
    return Finer(kept, sorted(loose, key=lambda i: i.id))


def may_hold(wide: Incident, others: Finer, among: Collection[str] | None = None) -> Incident | None:
    """The first of `others` (of those `among` them) that a wide incident may be telling of again.

    It lies in a finer place inside the wide one's, on days that meet its days.
    """
    if not is_wide(wide):
        return None
    first, last = days_of(wide.when)
    for other in others.near(first, last):
        if (among is not None and other.id not in among) or in_days(other, first, last) is Lies.OUT:
            continue
        if in_area(other, wide.where[:1]) is not Lies.OUT:
            return other
    return None
