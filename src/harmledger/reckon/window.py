"""Incidents against a window of days and an area: surely in, perhaps, out."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from harmledger.geo.entry import FINENESS
from harmledger.model.incident import Incident
from harmledger.model.place import Place
from harmledger.reckon.spoken import WIDE
from harmledger.reckon.zones import Lies, lies_in_any

LONG_DAYS = 31


def in_days(incident: Incident, start: date | None, end: date | None) -> Lies:
    """By its days; an incident without any is perhaps in every window."""
    first = incident.when.first if incident.when else None
    last = incident.when.last if incident.when else None
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
    found = {in_days(incident, start, end), in_area(incident, areas)}
    return Lies.OUT if Lies.OUT in found else Lies.PERHAPS if Lies.PERHAPS in found else Lies.IN


def is_wide(incident: Incident) -> bool:
    """Is its place a district or wider, or unknown?"""
    return not incident.where or FINENESS[incident.where[0].precision] >= WIDE


@dataclass(frozen=True)
class Finer:
    """Incidents of a place finer than a district, so kept that those of some days are found without a look at all."""

    days: Sequence[int]
    dated: Sequence[Incident]
    loose: Sequence[Incident]

    def near(self, first: date | None, last: date | None) -> Iterator[Incident]:
        """Those whose days may meet a stretch of days, and some more, by first day; those of long or no days last."""
        lower = 0 if first is None else bisect_left(self.days, first.toordinal() - LONG_DAYS)
        upper = len(self.days) if last is None else bisect_right(self.days, last.toordinal())
        yield from self.dated[lower:upper]
        yield from self.loose


def finer(incidents: Sequence[Incident]) -> Finer:
    """The incidents among these that are no wide ones."""
    dated: list[tuple[int, str, Incident]] = []
    loose: list[Incident] = []
    for one in incidents:
        if is_wide(one):
            continue
        first, last = (one.when.first, one.when.last) if one.when else (None, None)
        if first and last and (last - first).days <= LONG_DAYS:
            dated.append((first.toordinal(), one.id, one))
        else:
            loose.append(one)
    dated.sort(key=lambda d: d[:2])
    return Finer([d[0] for d in dated], [d[2] for d in dated], sorted(loose, key=lambda i: i.id))


def may_hold(wide: Incident, others: Finer, among: Collection[str] | None = None) -> Incident | None:
    """The first of `others` (of those `among` them) that a wide incident may be telling of again.

    It lies in a finer place inside the wide one's, on days that meet its days.
    """
    if not is_wide(wide):
        return None
    first, last = (wide.when.first, wide.when.last) if wide.when else (None, None)
    for other in others.near(first, last):
        if (among is not None and other.id not in among) or in_days(other, first, last) is Lies.OUT:
            continue
        if in_area(other, wide.where[:1]) is not Lies.OUT:
            return other
    return None
