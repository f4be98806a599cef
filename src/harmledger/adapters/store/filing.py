"""Filing captures: log entry and derived rows in one transaction, nothing twice."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, delete, func, insert, or_, select, update

from harmledger.adapters.store.chain import append, entries
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
    for i in range(0, len(pairs), _MANY):
        wanted = or_(*(and_(sightings.c.address == a, sightings.c.digest == d) for a, d in pairs[i : i + _MANY]))
        query = (
            select(sightings.c.address, sightings.c.digest, reports.c.body)
            .outerjoin(reports, reports.c.capture == sightings.c.capture)
            .where(wanted)
        )
        for row in connection.execute(query):
            found[row.address, row.digest] = None if row.body is None else decode(row.body, Report)
    return found


def file(connection: Connection, filed: Filed, basis: str, at: str) -> str:
    """Logs and files one capture; says whether it was `added`, `revised` or `unchanged`.

    The newest capture of a report is its current text, and the older one's accounts are superseded, not deleted.
    """
    captured = filed.captured
    blob, address = captured.capture.digest, captured.capture.address
    seen = select(sightings.c.seq).where(sightings.c.address == address, sightings.c.digest == blob)
    if connection.execute(seen).first():
        return "unchanged"
    [seq] = append(connection, EntryKind.CAPTURE, [captured], at)
    outcome = _index(connection, captured, seq)
    if outcome != "unchanged":
        refile(connection, filed, basis)
    return outcome


def refile(connection: Connection, filed: Filed, basis: str) -> None:
    """Puts what was read from a capture in the place of what was read before."""
    capture = filed.captured.id
    for table in (*PARTS.values(), reports):
        connection.execute(delete(table).where(table.c.capture == capture))
    connection.execute(insert(reports), report_row(filed))
    rows: dict[str, list[Row]] = {}
    for name, row in part_rows(filed):
        rows.setdefault(name, []).append(row)
    for name, several in rows.items():
        connection.execute(insert(PARTS[name]), several)
    standing = basis if filed.whole else ""
    connection.execute(update(captures).where(captures.c.id == capture).values(basis=standing))
    touch(connection)


def refuse(connection: Connection, issue: Issue, at: str) -> bool:
    """Logs a refused input, unless it was refused for the same reason before."""
    body, address = encode(issue).decode(), issue.address or ""
    same = select(refusals.c.seq).where(refusals.c.address == address, refusals.c.body == body)
    if connection.execute(same).first():
        return False
    [seq] = append(connection, EntryKind.REFUSAL, [issue], at)
    _refused(connection, issue, seq)
    return True


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
    for entry in entries(connection, (EntryKind.CAPTURE, EntryKind.REFUSAL)):
        if entry.kind is EntryKind.CAPTURE:
            _index(connection, decode(entry.body, Captured), entry.seq)
        else:
            _refused(connection, decode(entry.body, Issue), entry.seq)
    touch(connection)


def _index(connection: Connection, captured: Captured, seq: int) -> str:
    """Files where and when these bytes were seen, and what that makes of their report."""
    blob, key = captured.capture.digest, captured.id
    earlier = connection.execute(select(captures.c.id).where(captures.c.report == captured.report)).scalars().all()
    if key not in earlier:
        connection.execute(update(captures).where(captures.c.report == captured.report).values(current=False))
        connection.execute(
            insert(captures),
            {"id": key, "seq": seq, "report": captured.report, "digest": blob, "current": True, "basis": ""},
        )
    connection.execute(
        insert(sightings),
        {"address": captured.capture.address, "digest": blob, "capture": key, "seq": seq},
    )
    return "unchanged" if key in earlier else "revised" if earlier else "added"


def _refused(connection: Connection, issue: Issue, seq: int) -> None:
    row = {"seq": seq, "address": issue.address or "", "line": issue.line, "body": encode(issue).decode()}
    connection.execute(insert(refusals), row)
