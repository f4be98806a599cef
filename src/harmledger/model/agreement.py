"""Agreement: a truce, ceasefire, de-escalation zone, as a report tells of it or an agreements file sets it down."""

from dataclasses import dataclass

from harmledger.model.codes import AgreementKind, FindingKind
from harmledger.model.place import Place
from harmledger.model.source import Speaker
from harmledger.model.span import Span
from harmledger.model.when import When


@dataclass(frozen=True, slots=True)
class Effective:
    """One announced hour of an agreement: who says it takes effect when. They are claims about it."""

    when: When
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A truce, ceasefire, de-escalation zone. `span` is None where a file says it; `exempt` are groups outside it.

    `effective` is the first hour anyone announces; `announced` lists every announced one with who said it. A truce
    does not end by being broken: `ends` is None until somebody ended or replaced it.
    """

    id: str
    kind: AgreementKind
    effective: When | None = None
    ends: When | None = None
    where: tuple[Place, ...] = ()
    parties: tuple[str, ...] = ()
    brokers: tuple[str, ...] = ()
    speaker: Speaker | None = None
    span: Span | None = None
    name: str | None = None
    announced: tuple[Effective, ...] = ()
    exempt: tuple[str, ...] = ()
    forbids: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """An incident held against an agreement, with whole days elapsed in force and why. Never a legal judgement."""

    agreement: str
    finding: FindingKind
    days_in_force: int | None = None
    why: tuple[str, ...] = ()
