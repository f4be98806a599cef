"""Totals: incidents' lows and highs added over a window and an area, each incident once [METHOD, Tolls]."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from harmledger.model.claim import Group
from harmledger.model.codes import Outcome, Status
from harmledger.model.incident import Incident
from harmledger.model.place import Place
from harmledger.model.toll import GroupToll, Toll
from harmledger.model.totals import LeftOut, StatusTotal, Total, Totals
from harmledger.reckon.window import Finer, finer, in_days, may_hold, within
from harmledger.reckon.zones import Lies

_ESTABLISHED = "established"
_TOLD_APART = (Status.CIVILIAN, Status.COMBATANT)


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
    lines = (_line(taken, outcome) for outcome in Outcome)
    return Totals(
        start.isoformat() if start else None,
        end.isoformat() if end else None,
        where,
        tuple(i.id for i in taken),
        tuple(line for line in lines if line.incidents),
        tuple(left),
        sum(1 for i in taken if _standing(i) not in ("", _ESTABLISHED)),
        sum(1 for i in taken if not _standing(i)),
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
    standing = _standing(incident)
    return (standing or "ungraded") if established_only and standing != _ESTABLISHED else ""


def _standing(incident: Incident) -> str:
    """The incident's grade under `ibc`, empty where it has none."""
    grade = incident.grades.get("ibc")
    return grade.grade if grade else ""


def _line(incidents: Sequence[Incident], outcome: Outcome) -> Total:
    """The whole of an outcome with what is told apart in it."""
    whole = summed(incidents, outcome)
    among = set(whole.incidents)
    held = [i for i in incidents if i.id in among]
    provisional = sum(1 for i in held if _standing(i) not in ("", _ESTABLISHED))
    return replace(whole, by_status=_by_status(held, outcome), provisional=provisional)


def _by_status(incidents: Sequence[Incident], outcome: Outcome) -> tuple[StatusTotal, ...]:
    """Civilians, combatants, and those of whom it is not said, each where there is any incident of it."""
    found: dict[Status | None, list[tuple[int, int, str]]] = {s: [] for s in (*_TOLD_APART, None)}
    for incident in incidents:
        toll = incident.toll[outcome]
        low, high = _ends(toll)
        apart = [(s, *_ends(row)) for s in _TOLD_APART if (row := group_row(toll, Group(s)))]
        for status, least, most in apart:
            found[status].append((least, most, incident.id))
        rest = max(0, low - sum(most for _, _, most in apart)), max(0, high - sum(least for _, least, _ in apart))
        if not apart or rest[1]:
            found[None].append((*rest, incident.id))
    return tuple(
        StatusTotal(status, sum(p[0] for p in parts), sum(p[1] for p in parts), tuple(p[2] for p in parts))
        for status, parts in found.items()
        if parts
    )


def _ends(row: Toll | GroupToll) -> tuple[int, int]:
    """What counts in a sum: a missing low is 0, a missing high the best or the low."""
    return row.low or 0, row.high if row.high is not None else row.best or row.low or 0


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
        least, most = _ends(row)
        low, high = low + least, high + most
        is_open = is_open or (row is toll and toll.high_open)
    return Total(outcome, low, high, is_open, tuple(held), tuple(without))


def group_row(toll: Toll, group: Group | None) -> GroupToll | None:
    """The toll's row of exactly that group."""
    if group is None:
        return None
    wanted = (group.status, group.age, group.sex, group.role)
    return next((r for r in toll.by_group if (r.status, r.age, r.sex, r.role) == wanted), None)
