"""Incident: accounts held to tell of one happening."""

from dataclasses import dataclass, field

from harmledger.model.account import Party
from harmledger.model.agreement import Finding
from harmledger.model.codes import Means, Outcome, Target
from harmledger.model.grade import Grade
from harmledger.model.place import Place
from harmledger.model.toll import Toll
from harmledger.model.when import When


@dataclass(frozen=True, slots=True)
class Incident:
    """Accounts held to tell of one happening. `aliases` are all ids under which it was or could have been known.

    `reports` tell of it as their news, `mentioned_in` as background. `voices` tell that it happened, with or without
    a figure.
    """

    id: str
    aliases: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    mentioned_in: tuple[str, ...] = ()
    when: When | None = None
    where: tuple[Place, ...] = ()
    by: tuple[Party, ...] = ()
    means: Means = Means.UNKNOWN
    target: Target = Target.UNKNOWN
    toll: dict[Outcome, Toll] = field(default_factory=dict)
    voices: tuple[str, ...] = ()
    grades: dict[str, Grade] = field(default_factory=dict)
    agreements: tuple[Finding, ...] = ()
