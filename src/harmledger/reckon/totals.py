"""Totals: incidents' lows and highs added over a window and an area, each incident once [METHOD, Tolls]."""

from collections.abc import Sequence
from datetime import date

from harmledger.model.codes import Outcome
from harmledger.model.incident import Incident
from harmledger.model.place import Place
from harmledger.model.totals import LeftOut, Total, Totals
from harmledger.reckon.window import in_days, may_hold, within
from harmledger.reckon.zones import Lies


def totals(
    incidents: Sequence[Incident],
    start: date | None = None,
    end: date | None = None,
    where: Place | None = None,
    established_only: bool = False,
) -> Totals:
    """The totals, and what was left out with the reason.

    Args:
        incidents: all there are.
        start: first day, None open.
        end: last day, None open.
        where: the area, None everywhere.
        established_only: leave out what is provisional or ungraded under `ibc`.
    """
    areas = [where] if where else []
    taken: list[Incident] = []
    left: list[LeftOut] = []
    near = [i for i in incidents if within(i, start, end, areas) is not Lies.OUT]
    finer = _by_day(near)
    for incident in near:
        why = _left_out(incident, start, end, areas, finer, established_only)
        if why:
            left.append(LeftOut(incident.id, why))
        else:
            taken.append(incident)
    lines = (summed(taken, outcome) for outcome in Outcome)
    return Totals(
        start.isoformat() if start else None,
        end.isoformat() if end else None,
        where,
        tuple(i.id for i in taken),
        tuple(line for line in lines if line.incidents),
        tuple(left),
    )


def _by_day(incidents: Sequence[Incident]) -> Sequence[Incident]:
    return sorted(incidents, key=lambda i: ((i.when.start or "") if i.when else "", i.id))


def _left_out(
    incident: Incident,
    start: date | None,
    end: date | None,
    areas: Sequence[Place],
    others: Sequence[Incident],
    established_only: bool,
) -> str:
    if within(incident, start, end, areas) is Lies.PERHAPS:
        return f"its {'day' if in_days(incident, start, end) is Lies.PERHAPS else 'place'} is known too coarsely"
    finer = may_hold(incident, others)
    if finer is not None:
        return f"told of a wide area, and may tell of {finer.id} again"
    grade = incident.grades.get("ibc")
    if established_only and (grade is None or grade.grade != "established"):
        return "ungraded" if grade is None else grade.grade
    return ""


def summed(incidents: Sequence[Incident], outcome: Outcome) -> Total:
    """The lows and highs of one outcome. A missing low counts 0 and is named; a missing high counts the low."""
    low = high = 0
    is_open = False
    held, without = [], []
    for incident in incidents:
        toll = incident.toll.get(outcome)
        if toll is None or (toll.low is None and toll.best is None and toll.high is None):
            continue
        held.append(incident.id)
        if toll.low is None:
            without.append(incident.id)
        low += toll.low or 0
        high += toll.high if toll.high is not None else toll.best or toll.low or 0
        is_open = is_open or toll.high_open
    return Total(outcome, low, high, is_open, tuple(held), tuple(without))
