"""Totals: incidents' lows and highs added over a window and an area, each incident once [METHOD, Tolls]."""

from collections.abc import Sequence
from datetime import date

from harmledger.model.claim import Group
from harmledger.model.codes import Outcome
from harmledger.model.incident import Incident
from harmledger.model.place import Place
from harmledger.model.toll import GroupToll, Toll
from harmledger.model.totals import LeftOut, Total, Totals
from harmledger.reckon.window import Finer, finer, in_days, may_hold, within
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
    others = finer(near)
    for incident in near:
        why = _left_out(incident, start, end, areas, others, established_only)
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


def _left_out(
    incident: Incident,
    start: date | None,
    end: date | None,
    areas: Sequence[Place],
    others: Finer,
    established_only: bool,
) -> str:
    if within(incident, start, end, areas) is Lies.PERHAPS:
        return f"its {'day' if in_days(incident, start, end) is Lies.PERHAPS else 'place'} is known too coarsely"
    told = may_hold(incident, others)
    if told is not None:
        return f"told of a wide area, and may tell of {told.id} again"
    grade = incident.grades.get("ibc")
    if established_only and (grade is None or grade.grade != "established"):
        return "ungraded" if grade is None else grade.grade
    return ""


def summed(incidents: Sequence[Incident], outcome: Outcome, group: Group | None = None) -> Total:
    """The lows and highs of one outcome. A missing low counts 0 and is named; a missing high counts the low.

    Of a group, an incident counts that group's row where it has one, else everyone harmed in it.
    """
    low = high = 0
    is_open = False
    held, without = [], []
    for incident in incidents:
        toll = incident.toll.get(outcome)
        row = (group_row(toll, group) or toll) if toll else None
        if row is None or (row.low is None and row.best is None and row.high is None):
            continue
        held.append(incident.id)
        if row.low is None:
            without.append(incident.id)
        low += row.low or 0
        high += row.high if row.high is not None else row.best or row.low or 0
        is_open = is_open or (row is toll and toll.high_open)
    return Total(outcome, low, high, is_open, tuple(held), tuple(without))


def group_row(toll: Toll, group: Group | None) -> GroupToll | None:
    """The toll's row of exactly that group."""
    if group is None:
        return None
    wanted = (group.status, group.age, group.sex, group.role)
    return next((r for r in toll.by_group if (r.status, r.age, r.sex, r.role) == wanted), None)
