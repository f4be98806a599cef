"""Incidents against a window of days and an area: surely in, perhaps, out."""

from collections.abc import Sequence
from datetime import date

from harmledger.geo.entry import FINENESS
from harmledger.model.incident import Incident
from harmledger.model.place import Place
from harmledger.reckon.spoken import WIDE
from harmledger.reckon.zones import Lies, lies_in_any


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


def may_hold(wide: Incident, others: Sequence[Incident]) -> Incident | None:
    """The first of `others` that a wide incident may be telling of again: a finer place inside it, days that meet."""
    if not is_wide(wide):
        return None
    first = wide.when.first if wide.when else None
    last = wide.when.last if wide.when else None
    for other in others:
        if other.id == wide.id or is_wide(other) or in_days(other, first, last) is Lies.OUT:
            continue
        if in_area(other, wide.where[:1]) is not Lies.OUT:
            return other
    return None
