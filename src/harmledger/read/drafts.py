"""Drafts: accounts in the making."""

from dataclasses import dataclass, field

from harmledger.model.codes import Scope
from harmledger.read.figure import Figure
from harmledger.read.persons import Roll
from harmledger.read.speakers import Attribution


@dataclass(slots=True)
class Draft:
    """An account in the making: figures with who says them, and the sentences that tell of it."""

    scope: Scope
    sentences: list[int]
    figures: list[tuple[Figure, Attribution]] = field(default_factory=list)
    background: bool = False
    days: set[tuple[object, ...]] = field(default_factory=set)
    roll: Roll = field(default_factory=Roll)
