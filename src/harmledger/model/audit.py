"""Audit: a tally held against the sum of the incidents in its window and area; never added to it."""

from dataclasses import dataclass
from enum import StrEnum

from harmledger.model.claim import Group
from harmledger.model.codes import Outcome
from harmledger.model.count import Count
from harmledger.model.place import Place
from harmledger.model.when import When


class AuditVerdict(StrEnum):
    """How a tally stands to the sum. `not comparable`: its window or area is not stated."""

    EXPLAINED = "explained"
    UNEXPLAINED = "unexplained remainder"
    OVER_EXPLAINED = "over-explained"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One tally claim. `incidents` surely lie in its window and area, `perhaps` may; `low`, `high` sum the first.

    `with_perhaps` is the high with the second added. `remainder` is what the incidents leave unexplained (of a tally
    that they exceed: by how much), between a low and a high, None where the tally states no such end. `differences`
    say in plain words where the tally's scope and the incidents' differ.
    """

    account: str
    claim: str
    report: str
    voice: str
    outcome: Outcome
    count: Count
    group: Group
    when: When | None
    where: tuple[Place, ...]
    verdict: AuditVerdict
    low: int = 0
    high: int = 0
    with_perhaps: int = 0
    high_open: bool = False
    remainder: tuple[int | None, int | None] | None = None
    incidents: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesFlaw:
    """A cumulative figure of one voice and area that cannot follow from the one before it."""

    kind: str
    voice: str
    outcome: Outcome
    earlier: str
    later: str
    why: str
