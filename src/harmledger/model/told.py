"""Told: an account with what its report says about itself. What `link` joins and `reckon` reckons from."""

from dataclasses import dataclass

from harmledger.model.account import Account


@dataclass(frozen=True, slots=True)
class Told:
    """`account` stands in `report`, put out by `publisher` at `published` (ISO 8601, cut to what is known).

    `order` is the report's place in the ledger's log: the first account in that order founds the incident. `sketch`
    is the near-copy sketch of the report's text (`text.sketch`), empty where the text is too short for one.
    """

    account: Account
    report: str
    publisher: str | None = None
    published: str | None = None
    order: int = 0
    sketch: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """The account's id."""
        return self.account.id
