"""Filing captures: log entry and derived rows in one transaction, nothing twice."""

from collections.abc import Sequence
from itertools import islice

from sqlalchemy import Connection, delete, func, insert, select, update

from harmledger.adapters.store.chain import append_bodies, entries
from harmledger.adapters.store.index import Index
from harmledger.adapters.store.rows import Row, part_rows, report_row
from harmledger.adapters.store.standing import touch
from harmledger.adapters.store.tables import DERIVED, PARTS, captures, log, refusals, reports, sightings
from harmledger.model.codec import decode, encode
from harmledger.model.issue import Issue
from harmledger.model.log import Captured, EntryKind, Filed
from harmledger.model.report import Report

_MANY = 400


def known(connection: Connection, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Report | None]:
    """Those of some addresses and digests that were seen before, with the report that came of it.

    None where the report could not be collected anew since.
    """
    found: dict[tuple[str, str], Report | None] = {}
    wanted = set(pairs)
    addresses = sorted({address for address, _ in pairs})
    for i in range(0, len(addresses), _MANY):
        query = (
            select(sightings.c.address, sightings.c.digest, reports.c.body)
            .outerjoin(reports, reports.c.capture == sightings.c.capture)
            .where(sightings.c.address.in_(addresses[i : i + _MANY]))
        )
        for row in connection.execute(query):
            if (row.address, row.digest) in wanted:
                found[row.address, row.digest] = None if row.body is None else decode(row.body, Report)
    return found


def file(connection: Connection, batch: Sequence[Filed | Issue], basis: str, at: str) -> list[str]:
    """Logs and files captures and refusals; says of each what became of it.

    A capture is `added` (a new report), `revised` (new bytes of one) or `unchanged`; an Issue is `refused` or, where
    the same is in the log, `refused before`. The newest capture of a report is its current text, and the older one's
    accounts are superseded, not deleted.
    """
    index = Index(connection, [one.captured for one in batch if isinstance(one, Filed)])
    refused = _refused_before(connection, [one for one in batch if isinstance(one, Issue)])
    outcomes: list[str] = []
    fresh: list[Filed] = []
    logged: list[tuple[EntryKind, Captured | Issue]] = []
    for one in batch:
        if isinstance(one, Issue):
            body = encode(one)
            outcomes.append("refused before" if body in refused else "refused")
            if body not in refused:
                refused.add(body)
                logged.append((EntryKind.REFUSAL, one))
            continue
        if index.saw(one.captured):
            outcomes.append("unchanged")
            continue
        logged.append((EntryKind.CAPTURE, one.captured))
        outcomes.append(index.take(one.captured))
        if outcomes[-1] != "unchanged":
            fresh.append(one)
    seqs = append_bodies(connection, [(kind, encode(record).decode()) for kind, record in logged], at)
    records = list(zip(seqs, (record for _, record in logged), strict=True))
    index.write([(seq, record) for seq, record in records if isinstance(record, Captured)])
    _write_refused(connection, [(seq, record) for seq, record in records if isinstance(record, Issue)])
    _write_read(connection, fresh, basis)
    return outcomes


def refile(connection: Connection, batch: Sequence[Filed], basis: str) -> None:
    """Puts what was read from some captures in the place of what was read from them before."""
    keys = [one.captured.id for one in batch]
    for table in (*PARTS.values(), reports):
        connection.execute(delete(table).where(table.c.capture.in_(keys)))
    _write_read(connection, batch, basis)


def _write_read(connection: Connection, batch: Sequence[Filed], basis: str) -> None:
    if not batch:
        return
    connection.execute(insert(reports), [report_row(one) for one in batch])
    rows: dict[str, list[Row]] = {}
    for one in batch:
        for name, row in part_rows(one):
            rows.setdefault(name, []).append(row)
    for name, several in rows.items():
        connection.execute(insert(PARTS[name]), several)
    for whole, standing in ((True, basis), (False, "")):
        keys = [one.captured.id for one in batch if one.whole is whole]
        if keys:
            connection.execute(update(captures).where(captures.c.id.in_(keys)).values(basis=standing))
    touch(connection)


def stale(connection: Connection, basis: str, after: int, limit: int) -> list[tuple[int, Captured]]:
    """Captures that were last read with another basis, in the log's order, from after a sequence number."""
    query = (
        select(log.c.seq, log.c.body)
        .join(captures, captures.c.seq == log.c.seq)
        .where(captures.c.basis != basis, log.c.seq > after)
        .order_by(log.c.seq)
        .limit(limit)
    )
    return [(row.seq, decode(row.body, Captured)) for row in connection.execute(query)]


def count_stale(connection: Connection, basis: str) -> int:
    """How many captures were last read with another basis."""
    return connection.execute(select(func.count()).where(captures.c.basis != basis)).scalar() or 0


def clear(connection: Connection) -> None:
    """Empties every derived table and derives anew what follows from the log alone; every capture is stale then."""
    for table in DERIVED:
        connection.execute(delete(table))
    log_entries = entries(connection, (EntryKind.CAPTURE, EntryKind.REFUSAL))
    while several := list(islice(log_entries, _MANY)):
        caught = [(e.seq, decode(e.body, Captured)) for e in several if e.kind is EntryKind.CAPTURE]
        index = Index(connection, [captured for _, captured in caught])
        for _, captured in caught:
            index.take(captured)
        index.write(caught)
        _write_refused(connection, [(e.seq, decode(e.body, Issue)) for e in several if e.kind is EntryKind.REFUSAL])
    touch(connection)


def _refused_before(connection: Connection, issues: Sequence[Issue]) -> set[bytes]:
    found: set[bytes] = set()
    addresses = sorted({issue.address or "" for issue in issues})
    for i in range(0, len(addresses), _MANY):
        query = select(refusals.c.body).where(refusals.c.address.in_(addresses[i : i + _MANY]))
        found |= {body.encode() for body in connection.execute(query).scalars()}
    return found


def _write_refused(connection: Connection, logged: Sequence[tuple[int, Issue]]) -> None:
    rows = [
        {"seq": seq, "address": issue.address or "", "line": issue.line, "body": encode(issue).decode()}
        for seq, issue in logged
    ]
    if rows:
        connection.execute(insert(refusals), rows)
