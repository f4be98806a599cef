"""Figure: one figure of a text as read, before it is a claim."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from harmledger.model.claim import Group
from harmledger.model.codes import Outcome, Status
from harmledger.model.count import Count

# The outcome of people told to be shot, until the report as a whole tells what became of them.
SHOT = "shot"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure read: tokens `first` to `last`, its people and outcome; `parent` the figure it is a part of.

    `people` is where the people stand; `named` a mere name; `orphan` a part whose whole stands in a sentence before;
    `lowers` a toll said to have fallen to this; `pronoun` one told of before by `he`, `her`, which in its sentence
    `stands_for` other tokens; `past` one that another has taken the place of; `apart` people who can be none of
    those told of before; `others` told by such a word (`three others`); `of_injured` dead who were among the injured
    told of before, `of_told` among people told of before; `beyond` one more than all those (`a fourth man`). `match`
    is what its pattern matched.
    """

    first: int
    last: int
    outcome: str
    count: Count
    group: Group
    pattern: str
    sentence: int
    people: tuple[int, int]
    adds: bool = False
    named: bool = False
    listed: int = 0
    definite: bool = False
    possessive: bool = False
    stated: int | None = None
    orphan: bool = False
    lowers: bool = False
    pronoun: bool = False
    stands_for: tuple[int, int] | None = None
    past: bool = field(default=False, compare=False)
    apart: bool = field(default=False, compare=False)
    others: bool = field(default=False, compare=False)
    of_injured: bool = field(default=False, compare=False)
    of_told: bool = field(default=False, compare=False)
    beyond: bool = field(default=False, compare=False)
    parent: "Figure | None" = field(default=None, compare=False)
    match: tuple[int, int] | None = field(default=None, compare=False)


def is_attacker(figure: Figure) -> bool:
    """Do the people counted belong to those who carried the attack out?"""
    return figure.group.status is Status.ATTACKER


def of_them(bodies: Figure, told: Sequence[Figure]) -> Figure | None:
    """`their bodies` as a figure of the people told of last, who were abducted, missing or shot; the dead are told."""
    whole = next((f for f in reversed(told) if f.parent is None), None)
    if whole is None or whole.outcome == Outcome.KILLED.value or whole.count.figure < 2:
        return None
    count = whole.count.said_with(bodies.count.words)
    return replace(bodies, count=count, stated=whole.stated, group=whole.group, orphan=False)


def named_apart(one: Figure, other: Figure) -> bool:
    """Have two people names without a word in common?"""
    if not (one.named and other.named and one.count.figure == 1):
        return False
    return set(one.count.words.lower().split()).isdisjoint(other.count.words.lower().split())
