"""The append-only log: appending to it, reading it, walking its chain."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, insert, select

from harmledger.adapters.store.tables import captures, log, refusals, sightings
from harmledger.errors import LedgerBroken
from harmledger.model.log import GENESIS, Entry, EntryKind, sealed

_PAGE = 1000
_REMEDY = "Restore the ledger from a backup"


def append_bodies(connection: Connection, bodies: Sequence[tuple[EntryKind, str]], at: str) -> list[int]:
    """Appends entries of a kind and a canonical JSON body, and returns their sequence numbers.

    The connection must hold the write lock.
    """
    if not bodies:
        return []
    last = connection.execute(select(log.c.seq, log.c.digest).order_by(log.c.seq.desc()).limit(1)).first()
    seq, previous = (last.seq, last.digest) if last else (0, GENESIS)
    first = seq + 1
    rows: list[dict[str, object]] = []
    for kind, body in bodies:
        seq += 1
        entry = sealed(seq, kind, body, at, previous)
        previous = entry.digest
        rows.append(
            {"seq": seq, "kind": kind.value, "body": body, "at": at, "previous": entry.previous, "digest": previous}
        )
    connection.execute(insert(log), rows)
    return list(range(first, seq + 1))


def entries(connection: Connection, kinds: Sequence[EntryKind] = (), after: int = 0) -> Iterator[Entry]:
    """The log's entries in order, of some kinds or of all, a page in memory at a time."""
    while True:
        query = select(log).where(log.c.seq > after).order_by(log.c.seq).limit(_PAGE)
        if kinds:
            query = query.where(log.c.kind.in_([k.value for k in kinds]))
        rows = connection.execute(query).all()
        for row in rows:
            if row.kind not in list(EntryKind):
                raise LedgerBroken(f"log entry {row.seq} is of no known kind ({row.kind}). {_REMEDY}")
            yield Entry(row.seq, EntryKind(row.kind), row.body, row.at, row.previous, row.digest)
        if len(rows) < _PAGE:
            return
        after = rows[-1].seq


def walk(connection: Connection, last: int | None = None) -> Iterator[Entry]:
    """Every entry, or the `last` so many, once it has been found to hold and to follow the one before.

    Cut-off last entries leave a chain that holds, so the derived tables are asked what the log once reached.

    Raises:
        LedgerBroken: names the first entry that does not hold.
    """
    seq, previous = 0, GENESIS
    if last is not None:
        seq = max(0, (connection.execute(select(func.max(log.c.seq))).scalar() or 0) - last)
        previous = connection.execute(select(log.c.digest).where(log.c.seq == seq)).scalar() or GENESIS
    for entry in entries(connection, after=seq):
        if entry.seq != seq + 1:
            raise LedgerBroken(f"log entry {seq + 1} is missing. {_REMEDY}")
        if not entry.holds:
            raise LedgerBroken(f"log entry {entry.seq} ({entry.kind}) was changed. {_REMEDY}")
        if entry.previous != previous:
            raise LedgerBroken(f"log entry {entry.seq} does not follow entry {seq}. {_REMEDY}")
        seq, previous = entry.seq, entry.digest
        yield entry
    reached = max(
        connection.execute(select(func.max(table.c.seq))).scalar() or 0 for table in (captures, sightings, refusals)
    )
    if reached > seq:
        raise LedgerBroken(f"log entries {seq + 1} to {reached} are missing. {_REMEDY}")
