"""The port to the ledger: what the pipeline asks of whatever keeps it.

A ledger is an append-only log of captures, refused inputs, decisions, agreements and sources, the captures' bytes, and
tables derived from those. Every method either does its whole work or raises a LedgerError and has done nothing. What a
method gives in an order gives it in one that depends on the records' content only, unless it says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from harmledger.model.account import Account, Position, Reading
from harmledger.model.agreement import Agreement
from harmledger.model.incident import Incident
from harmledger.model.issue import Issue
from harmledger.model.links import Joined
from harmledger.model.log import Captured, Entry, EntryKind, Filed
from harmledger.model.report import Report
from harmledger.model.settled import Settled
from harmledger.model.told import Told

T = TypeVar("T")


class Ledger(Protocol):
    """A ledger; see the module. `name` is what errors and people call it."""

    name: str

    def close(self) -> None:
        """Lets go of the file."""

    # The log and the blobs

    def entries(self, kinds: Sequence[EntryKind] = ()) -> Iterator[Entry]:
        """Entries of the log in order, of some kinds or of all."""

    def record(self, kind: EntryKind, records: Sequence[object], at: str) -> int:
        """Logs those records that do not stand in the log already; says how many."""

    def recorded(self, kind: EntryKind, record: type[T]) -> list[T]:
        """The log's records of one kind, oldest first."""

    def blob(self, digest: str) -> bytes:
        """The bytes of that digest; LedgerBroken where they are missing or changed."""

    def verify(self) -> Iterator[Entry]:
        """Every entry, once it and its blob hold; LedgerBroken names the first that does not."""

    def check(self) -> None:
        """Do the log's last entries hold? LedgerBroken names the first that does not."""

    def mend(self, contents: Mapping[str, bytes]) -> int:
        """Puts back those of some blobs that were lost or damaged; says how many."""

    # Captures

    def known(self, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Report | None]:
        """Those of some addresses and digests that were captured before, with the report that came of it."""

    def file(self, batch: Sequence[Filed | Issue], contents: Mapping[str, bytes], basis: str, at: str) -> list[str]:
        """Keeps a batch whole or not at all; says of each whether it was added, revised, unchanged or refused."""

    def stale(self, basis: str, after: int, limit: int) -> list[tuple[int, Captured]]:
        """Captures last read with another basis, in log order, from after a sequence number."""

    def count_stale(self, basis: str) -> int:
        """How many captures were last read with another basis."""

    def refile(self, batch: Sequence[Filed], basis: str) -> None:
        """Puts new readings in the place of what was read from the same captures before."""

    def clear(self) -> None:
        """Empties what is derived; every capture of the log is stale then."""

    # Incidents

    def generation(self) -> int:
        """A number that grows with every change to what incidents are made from."""

    def linked(self) -> tuple[int, str]:
        """The generation that the incidents were made from, and by what basis."""

    def publish(
        self,
        made_from: int,
        basis: str,
        incidents: Sequence[Incident],
        joined: Sequence[Joined],
        settled: Sequence[Settled] = (),
        *,
        behind: bool = False,
    ) -> bool:
        """Puts these in the place of all there are, if they are not out of date; says whether it did."""

    # Reading

    def told(self) -> Iterator[Told]:
        """Every current account with what its report says about itself, in the order of the log."""

    def superseded(self) -> Iterator[tuple[str, Account]]:
        """Every account of a report's earlier texts, with the report's id."""

    def readings(
        self, *, current: bool = True, with_accounts: bool = False, report: str | None = None
    ) -> Iterator[tuple[Report, Reading]]:
        """Reports with what they were read to say, by report id."""

    def accounts(
        self, first_day: str | None = None, last_day: str | None = None
    ) -> Iterator[tuple[str, Account, str | None]]:
        """Every current account that may lie within two days, with its report's and incident's id, by report."""

    def positions(self) -> Iterator[tuple[str, Position]]:
        """Every position that current reports tell of, with its report's id."""

    def joins(self, account_ids: Sequence[str]) -> list[Joined]:
        """Why some accounts stand together."""

    def settled(self, account_ids: Sequence[str] | None = None) -> Iterator[Settled]:
        """The places that the ledger settled, of some accounts or of all, by account."""

    def captures(self, report: str) -> list[Captured]:
        """Every capture of a report, oldest first."""

    def current_blobs(self) -> dict[str, str]:
        """For each report the digest of the bytes that its current text was read from."""

    def issues(self) -> Iterator[tuple[str | None, Issue]]:
        """Every current issue with its report's id, None for a refused input."""

    def agreements(self) -> Iterator[tuple[str, Agreement]]:
        """Every agreement that current reports tell of, with its report's id."""

    def incidents(self, first_day: str | None = None, last_day: str | None = None) -> Iterator[Incident]:
        """Incidents that may lie within two days, by day and id."""

    def incident(self, key: str) -> Incident | None:
        """The incident of exactly that id."""

    def named(self, prefix: str) -> list[str]:
        """Ids of the incidents that an id or its beginning stands for."""

    def holders(self, account_ids: Sequence[str]) -> list[str]:
        """Ids of the reports that hold some accounts."""
