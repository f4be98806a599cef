"""Account: what one report tells of one happening; and what else a report holds."""

from dataclasses import dataclass, field

from harmledger.model.agreement import Agreement
from harmledger.model.claim import Claim
from harmledger.model.codes import (
    Age,
    Basis,
    EvidenceKind,
    Means,
    Outcome,
    PositionStance,
    Role,
    Scope,
    Sex,
    Target,
)
from harmledger.model.count import Count
from harmledger.model.issue import Issue
from harmledger.model.place import Place
from harmledger.model.source import Speaker
from harmledger.model.span import Span
from harmledger.model.when import When


@dataclass(frozen=True, slots=True)
class Party:
    """Who did it, as said: `party` is the lexicon's name for them, `words` the report's."""

    party: str
    words: str
    basis: Basis = Basis.ALLEGED
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Victim:
    """A person named or described in a claim. Personal data, always: leaves the house only through redaction."""

    claim: str
    span: Span
    name: str | None = None
    age_years: int | None = None
    age: Age | None = None
    sex: Sex | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What one report tells of one happening (`scope` incident) or of many (tally).

    `where` is ordered, the most telling place first. `background`: told as something earlier. `told_in` are the
    passages that tell of it; the first is where its identity hangs. `toll` sums the account's own claims.
    """

    id: str
    scope: Scope
    when: When | None = None
    where: tuple[Place, ...] = ()
    by: tuple[Party, ...] = ()
    means: Means = Means.UNKNOWN
    target: Target = Target.UNKNOWN
    toll: dict[Outcome, Count] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    background: bool = False
    speaker: Speaker | None = None
    told_in: tuple[Span, ...] = ()
    victims: tuple[Victim, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """What a party says without a figure; `about` are account ids."""

    party: str
    stance: PositionStance
    span: Span
    accused: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Media said to show a happening, and who holds it; `about` are account ids."""

    kind: EvidenceKind
    holders: tuple[str, ...]
    span: Span
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one report was read to say."""

    report: str
    published: str | None = None
    language: str | None = None
    accounts: tuple[Account, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    positions: tuple[Position, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    issues: tuple[Issue, ...] = ()
