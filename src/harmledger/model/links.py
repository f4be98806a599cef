"""Links: which accounts are held to tell of one happening, and why."""

from dataclasses import dataclass

from harmledger.model.decision import Judgement


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two accounts look like beside each other in one respect, and the weight (bits) that it carries."""

    of: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class Joined:
    """Two accounts that brought a cluster together. `judged`: by a person; the comparisons are then for the record."""

    left: str
    right: str
    score: float
    comparisons: tuple[Comparison, ...] = ()
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Links:
    """Every account stands in one cluster or in `tallies`. Ids are sorted within a cluster, clusters by first id.

    `joined` explains each step that made a cluster. `refused` are `same` judgements that a `different` one forbids.
    """

    clusters: tuple[tuple[str, ...], ...] = ()
    tallies: tuple[str, ...] = ()
    joined: tuple[Joined, ...] = ()
    refused: tuple[Judgement, ...] = ()
