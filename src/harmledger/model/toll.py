"""Toll: a reckoned Count per outcome and group, with the voices behind each bound."""

from dataclasses import dataclass

from harmledger.model.codes import Age, Role, Sex, Status


@dataclass(frozen=True, slots=True)
class VoiceFigure:
    """A figure of one voice: bounds, the claims that say it, how many reports carried it, when it spoke.

    `note` says why a figure that is set aside bounds nothing; empty for a standing one.
    """

    voice: str
    low: int | None
    high: int | None
    best: int | None = None
    claims: tuple[str, ...] = ()
    copies: int = 1
    as_of: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class GroupToll:
    """A toll of one group; None of a key is `all`. Parts overlap: never add rows."""

    low: int | None
    best: int | None
    high: int | None
    status: Status | None = None
    age: Age | None = None
    sex: Sex | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """`low`: the lowest low among the voices' standing figures; `high` the highest figure stated.

    `best` is the figure most voices share, on a tie the most recent. `high_open`: a voice says `at least` that or more.
    `aside` are figures that stay on record and bound nothing (earlier, vaguer, of a wider area, a party's zero
    or combatants only in its words).
    """

    low: int | None
    best: int | None
    high: int | None
    high_open: bool = False
    voices: tuple[VoiceFigure, ...] = ()
    by_group: tuple[GroupToll, ...] = ()
    aside: tuple[VoiceFigure, ...] = ()
