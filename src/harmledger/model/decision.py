"""Decision: any act of a person, with who, when, why; appended, superseded, never edited."""

from dataclasses import dataclass

from harmledger.model.codes import DecisionKind, Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's verdict on two accounts, named by id."""

    left: str
    right: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: `by` whom, `at` when (ISO 8601 with zone), `why`; `supersedes` an earlier one's id."""

    id: str
    kind: DecisionKind
    by: str
    at: str
    why: str
    judgement: Judgement | None = None
    supersedes: str | None = None
