"""Claim: one figure that somebody stated, tied to the words that say it."""

from dataclasses import dataclass

from harmledger.model.codes import Age, Outcome, Role, Sex, Stance, Status
from harmledger.model.count import Count
from harmledger.model.source import Speaker
from harmledger.model.span import Span


@dataclass(frozen=True, slots=True)
class Group:
    """Who is counted, as stated; None is unstated. `Status.UNKNOWN` is kept for what a speaker calls unknown."""

    status: Status | None = None
    age: Age | None = None
    sex: Sex | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """`speaker` says (`stance`) that `count` people of `group` came to `outcome`; `span` quotes it.

    `subset_of` is the id of the claim that these people are already counted in. `speaker` None: unattributed, the
    voice is the publisher. `as_of` is the time the voice spoke, ISO 8601. `pattern` names the reader's rule.
    """

    id: str
    outcome: Outcome
    count: Count
    span: Span
    group: Group = Group()
    subset_of: str | None = None
    speaker: Speaker | None = None
    stance: Stance = Stance.ASSERTS
    as_of: str | None = None
    pattern: str = ""
