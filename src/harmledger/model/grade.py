"""Grade: an incident's standing under a named scheme, with reasons."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grade:
    """`grade` under one scheme, why, and what would change it."""

    grade: str
    why: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
