"""The ledger in a SQL database. What each method promises stands in `pipeline.store`."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from harmledger.adapters.store import chain, filing, lookups, standing
from harmledger.adapters.store.blobs import Blobs
from harmledger.adapters.store.opening import open_engine, reading, writing
from harmledger.errors import LedgerBroken
from harmledger.model.account import Account, Position, Reading
from harmledger.model.agreement import Agreement
from harmledger.model.codec import decode, encode
from harmledger.model.incident import Incident
from harmledger.model.issue import Issue
from harmledger.model.links import Joined
from harmledger.model.log import Captured, Entry, EntryKind, Filed
from harmledger.model.report import Report
from harmledger.model.settled import Settled
from harmledger.model.told import Told

T = TypeVar("T")
RECENT = 20_000  # about half a second of checking


class SqlLedger:
    """A ledger file with its blobs in `<file>.blobs` beside it.

    Raises:
        LedgerError: it cannot be opened; see `opening.open_engine`.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.name = str(path)
        self._engine = open_engine(path, create=create)
        self._blobs = Blobs(path.with_name(path.name + ".blobs"))

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    # The log and the blobs

    def entries(self, kinds: Sequence[EntryKind] = ()) -> Iterator[Entry]:
        """Entries of the log in order, of some kinds or of all."""
        with reading(self._engine) as c:
            yield from chain.entries(c, kinds)

    def record(self, kind: EntryKind, records: Sequence[object], at: str) -> int:
        """Logs those records that do not stand in the log already; says how many."""
        wanted = list(dict.fromkeys(encode(r).decode() for r in records))
        if not wanted:
            return 0
        with writing(self._engine) as c:
            standing_bodies = {_key(kind, e.body): e.body for e in chain.entries(c, (kind,))}
            fresh = [b for b in wanted if standing_bodies.get(_key(kind, b)) != b]
            chain.append_bodies(c, [(kind, b) for b in fresh], at)
            if fresh and kind is not EntryKind.BASIS:
                standing.touch(c)
        return len(fresh)

    def recorded(self, kind: EntryKind, record: type[T]) -> list[T]:
        """The log's records of one kind, oldest first."""
        with reading(self._engine) as c:
            return lookups.recorded(c, kind, record)

    def blob(self, digest: str) -> bytes:
        """The bytes of that digest; LedgerBroken where they are missing or changed."""
        return self._blobs.get(digest)

    def verify(self) -> Iterator[Entry]:
        """Every entry, once it and its blob hold; LedgerBroken names the first that does not."""
        with reading(self._engine) as c:
            for entry in chain.walk(c):
                if entry.kind is EntryKind.CAPTURE:
                    try:
                        self._blobs.get(decode(entry.body, Captured).capture.digest)
                    except LedgerBroken as e:
                        raise LedgerBroken(f"log entry {entry.seq} ({entry.kind}): {e}") from e
                yield entry

    def check(self) -> None:
        """Do the log's last entries hold? LedgerBroken names the first that does not."""
        with reading(self._engine) as c:
            for _ in chain.walk(c, RECENT):
                pass

    def mend(self, contents: Mapping[str, bytes]) -> int:
        """Puts back those of some blobs that were lost or damaged; says how many."""
        return self._blobs.mend(contents.items())

    # Captures

    def known(self, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Report | None]:
        """Those of some addresses and digests that were captured before, with the report that came of it."""
        with reading(self._engine) as c:
            return filing.known(c, pairs)

    def file(self, batch: Sequence[Filed | Issue], contents: Mapping[str, bytes], basis: str, at: str) -> list[str]:
        """Keeps a batch whole or not at all; says of each whether it was added, revised, unchanged or refused."""
        self._blobs.put(contents.items())
        with writing(self._engine) as c:
            return filing.file(c, batch, basis, at)

    def stale(self, basis: str, after: int, limit: int) -> list[tuple[int, Captured]]:
        """Captures last read with another basis, in log order, from after a sequence number."""
        with reading(self._engine) as c:
            return filing.stale(c, basis, after, limit)

    def count_stale(self, basis: str) -> int:
        """How many captures were last read with another basis."""
        with reading(self._engine) as c:
            return filing.count_stale(c, basis)

    def refile(self, batch: Sequence[Filed], basis: str) -> None:
        """Puts new readings in the place of what was read from the same captures before."""
        with writing(self._engine) as c:
            filing.refile(c, batch, basis)

    def clear(self) -> None:
        """Empties what is derived; every capture of the log is stale then."""
        with writing(self._engine) as c:
            filing.clear(c)

    # Incidents

    def generation(self) -> int:
        """A number that grows with every change to what incidents are made from."""
        with reading(self._engine) as c:
            return standing.generation(c)

    def linked(self) -> tuple[int, str]:
        """The generation that the incidents were made from, and by what basis."""
        with reading(self._engine) as c:
            return standing.linked(c)

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
        with writing(self._engine) as c:
            now, (before, _) = standing.generation(c), standing.linked(c)
            if made_from != now and not (behind and made_from > before):
                return False
            standing.put_incidents(c, made_from, basis, incidents, joined, settled)
            return True

    # Reading

    def told(self) -> Iterator[Told]:
        """Every current account with what its report says about itself, in the order of the log."""
        with reading(self._engine) as c:
            yield from lookups.told(c)

    def superseded(self) -> Iterator[tuple[str, Account]]:
        """Every account of a report's earlier texts, with the report's id."""
        with reading(self._engine) as c:
            yield from lookups.superseded(c)

    def readings(
        self, *, current: bool = True, with_accounts: bool = False, report: str | None = None
    ) -> Iterator[tuple[Report, Reading]]:
        """Reports with what they were read to say, by report id."""
        with reading(self._engine) as c:
            yield from lookups.readings(c, current=current, with_accounts=with_accounts, report=report)

    def accounts(
        self, first_day: str | None = None, last_day: str | None = None
    ) -> Iterator[tuple[str, Account, str | None]]:
        """Every current account that may lie within two days, with its report's and incident's id, by report."""
        with reading(self._engine) as c:
            yield from lookups.stated(c, first_day, last_day)

    def positions(self) -> Iterator[tuple[str, Position]]:
        """Every position that current reports tell of, with its report's id."""
        with reading(self._engine) as c:
            yield from lookups.took_position(c)

    def joins(self, account_ids: Sequence[str]) -> list[Joined]:
        """Why some accounts stand together."""
        with reading(self._engine) as c:
            return lookups.joins_of(c, account_ids)

    def settled(self, account_ids: Sequence[str] | None = None) -> Iterator[Settled]:
        """The places that the ledger settled, of some accounts or of all, by account."""
        with reading(self._engine) as c:
            yield from lookups.settled_of(c, account_ids)

    def captures(self, report: str) -> list[Captured]:
        """Every capture of a report, oldest first."""
        with reading(self._engine) as c:
            return lookups.sightings_of(c, report)

    def current_blobs(self) -> dict[str, str]:
        """For each report the digest of the bytes that its current text was read from."""
        with reading(self._engine) as c:
            return lookups.current_blobs(c)

    def issues(self) -> Iterator[tuple[str | None, Issue]]:
        """Every current issue with its report's id, None for a refused input."""
        with reading(self._engine) as c:
            yield from lookups.unclear(c)

    def agreements(self) -> Iterator[tuple[str, Agreement]]:
        """Every agreement that current reports tell of, with its report's id."""
        with reading(self._engine) as c:
            yield from lookups.agreed(c)

    def incidents(self, first_day: str | None = None, last_day: str | None = None) -> Iterator[Incident]:
        """Incidents that may lie within two days, by day and id."""
        with reading(self._engine) as c:
            yield from lookups.found_incidents(c, first_day, last_day)

    def incident(self, key: str) -> Incident | None:
        """The incident of exactly that id."""
        with reading(self._engine) as c:
            return lookups.incident(c, key)

    def named(self, prefix: str) -> list[str]:
        """Ids of the incidents that an id or its beginning stands for."""
        with reading(self._engine) as c:
            return lookups.named(c, prefix)

    def holders(self, account_ids: Sequence[str]) -> list[str]:
        """Ids of the reports that hold some accounts."""
        with reading(self._engine) as c:
            return lookups.holders(c, account_ids)


def _key(kind: EntryKind, body: str) -> str:
    """What a record is a later state of: agreements and decisions go by id, sources by name, a basis by nothing."""
    record = decode(body, dict[str, Any])
    return "" if kind is EntryKind.BASIS else str(record.get("id") or record.get("name"))
