"""Totals over a window and an area, and rates before and during an agreement."""

from dataclasses import dataclass

from harmledger.model.codes import Outcome, Status
from harmledger.model.place import Place


@dataclass(frozen=True, slots=True)
class StatusTotal:
    """The part of a total that is told to be of one status; None is what nobody says a status of.

    What an incident tells apart is taken from its whole: the rest is not said. Lines add up to the total only as far
    as the incidents' own rows do.
    """

    status: Status | None
    low: int
    high: int
    incidents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """The incidents' lows and highs of one outcome, added. `without_low` state no low and count 0 in it.

    It is of everyone harmed but the attackers: civilians, combatants and people of whom nobody says which. `by_status`
    tells them apart as far as the incidents do. `provisional` of the incidents have fewer than two independent voices.
    """

    outcome: Outcome
    low: int
    high: int
    high_open: bool = False
    incidents: tuple[str, ...] = ()
    without_low: tuple[str, ...] = ()
    by_status: tuple[StatusTotal, ...] = ()
    provisional: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An incident that a total does not hold, and why."""

    incident: str
    why: str


@dataclass(frozen=True, slots=True)
class Totals:
    """Each incident once. `start`, `end` are days, both inclusive, None open; `where` None is everywhere.

    Of the `incidents` counted so many are `provisional` or `ungraded` under `ibc`; both 0 where only established ones
    were asked for, and then `left_out` names those.
    """

    start: str | None
    end: str | None
    where: Place | None
    incidents: tuple[str, ...] = ()
    lines: tuple[Total, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    provisional: int = 0
    ungraded: int = 0


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
