"""Said: what a noun phrase tells of who speaks."""

from dataclasses import dataclass

from harmledger.model.source import Speaker


@dataclass(frozen=True, slots=True)
class Said:
    """A subject understood: its speaker, or `back` where a pronoun sends to who spoke last (`speaker` if to nobody).

    `office` is the noun of one who holds an office (`the governor`): it sends back only to a speaker of that office.
    `person` speaks for whom it sends back to (`its director, X Y`).
    """

    speaker: Speaker | None = None
    back: bool = False
    sure: bool = True
    office: str = ""
    person: str = ""


NOBODY = Said()
