"""Totals over a window and an area, and rates before and during an agreement."""

from dataclasses import dataclass

from harmledger.model.codes import Outcome
from harmledger.model.place import Place


@dataclass(frozen=True, slots=True)
class Total:
    """The incidents' lows and highs of one outcome, added. `without_low` state no low and count 0 in it."""

    outcome: Outcome
    low: int
    high: int
    high_open: bool = False
    incidents: tuple[str, ...] = ()
    without_low: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An incident that a total does not hold, and why."""

    incident: str
    why: str


@dataclass(frozen=True, slots=True)
class Totals:
    """Each incident once. `start`, `end` are days, both inclusive, None open; `where` None is everywhere."""

    start: str | None
    end: str | None
    where: Place | None
    incidents: tuple[str, ...] = ()
    lines: tuple[Total, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Rate:
    """Incidents in an agreement's area over a stretch of whole days, both ends inclusive."""

    start: str
    end: str
    days: int
    incidents: tuple[str, ...]
    killed_low: int
    killed_high: int


@dataclass(frozen=True, slots=True)
class Rates:
    """Before and during an agreement, as counts over equally many days; `unsure` lie in neither for certain."""

    agreement: str
    before: Rate
    during: Rate
    unsure: tuple[str, ...] = ()
