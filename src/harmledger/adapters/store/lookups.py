"""Reading the ledger: records back from their rows, in an order that depends on their content only."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, func, select

from harmledger.adapters.store.chain import entries
from harmledger.adapters.store.tables import (
    PARTS,
    accounts,
    captures,
    claims,
    incident_ids,
    incidents,
    issues,
    joins,
    log,
    members,
    refusals,
    reports,
    settled,
    sightings,
)
from harmledger.model.account import Account, Evidence, Position, Reading
from harmledger.model.agreement import Agreement
from harmledger.model.codec import decode
from harmledger.model.incident import Incident
from harmledger.model.issue import Issue
from harmledger.model.links import Joined
from harmledger.model.log import Captured, EntryKind
from harmledger.model.report import Report
from harmledger.model.settled import Settled
from harmledger.model.told import Told

T = TypeVar("T")
_PAGE = 400


def readings(
    connection: Connection, *, current: bool = True, with_accounts: bool = False, report: str | None = None
) -> Iterator[tuple[Report, Reading]]:
    """Reports with what they were read to say, by report id; `current` False gives the superseded ones."""
    query = (
        select(reports.c.capture)
        .join(captures, captures.c.id == reports.c.capture)
        .where(captures.c.current.is_(current))
        .order_by(reports.c.id, captures.c.seq)
    )
    if with_accounts:
        query = query.where(reports.c.capture.in_(select(accounts.c.capture)))
    if report is not None:
        query = query.where(reports.c.id == report)
    keys = list(connection.execute(query).scalars())
    for i in range(0, len(keys), _PAGE):
        yield from _whole(connection, keys[i : i + _PAGE])


def _whole(connection: Connection, keys: Sequence[str]) -> Iterator[tuple[Report, Reading]]:
    texts = {
        row.capture: decode(row.body, Report)
        for row in connection.execute(select(reports.c.capture, reports.c.body).where(reports.c.capture.in_(keys)))
    }
    told = _part(connection, keys, "accounts", Account)
    agreed = _part(connection, keys, "agreements", Agreement)
    stood = _part(connection, keys, "positions", Position)
    shown = _part(connection, keys, "evidence", Evidence)
    unclear = _part(connection, keys, "issues", Issue)
    for key in keys:
        r = texts[key]
        yield (
            r,
            Reading(
                r.id, r.published, r.language, told.get(key, ()), agreed.get(key, ()), stood.get(key, ()),
                shown.get(key, ()), unclear.get(key, ()),
            ),
        )  # fmt: skip


def _part(connection: Connection, keys: Sequence[str], name: str, kind: type[T]) -> dict[str, tuple[T, ...]]:
    table = PARTS[name]
    query = select(table.c.capture, table.c.body).where(table.c.capture.in_(keys)).order_by(table.c.capture, table.c.n)
    return {
        key: tuple(decode(row.body, kind) for row in several)
        for key, several in groupby(connection.execute(query), key=lambda row: row.capture)
    }


def told(connection: Connection) -> Iterator[Told]:
    """Every current account with what its report says about itself, in the order of the reports' first captures."""
    first = select(captures.c.report, func.min(captures.c.seq).label("seq")).group_by(captures.c.report).subquery()
    query = (
        select(first.c.seq, reports.c.id, reports.c.publisher, reports.c.published, reports.c.sketch, accounts.c.body)
        .join(captures, captures.c.id == accounts.c.capture)
        .join(reports, reports.c.capture == accounts.c.capture)
        .join(first, first.c.report == captures.c.report)
        .where(captures.c.current)
        .order_by(first.c.seq, accounts.c.n)
    )
    for row in connection.execute(query.execution_options(yield_per=_PAGE)):
        account, sketch = decode(row.body, Account), decode(row.sketch, tuple[int, ...])
        yield Told(account, row.id, row.publisher, row.published, row.seq, sketch)


def superseded(connection: Connection) -> Iterator[tuple[str, Account]]:
    """Every account of a report's earlier texts, with the report's id, oldest text first."""
    query = (
        select(captures.c.report, accounts.c.body)
        .join(captures, captures.c.id == accounts.c.capture)
        .where(captures.c.current.is_(False))
        .order_by(captures.c.report, captures.c.seq, accounts.c.n)
    )
    for row in connection.execute(query):
        yield row.report, decode(row.body, Account)


def stated(
    connection: Connection, first_day: str | None = None, last_day: str | None = None
) -> Iterator[tuple[str, Account, str | None]]:
    """Every current account that may lie within two days, with its report's and incident's id, by report and place.

    Undated ones only where no day is asked for; a tally stands in no incident.
    """
    query = (
        _current(accounts, reports.c.id.label("report"), accounts.c.body, members.c.incident)
        .outerjoin(members, members.c.account == accounts.c.id)
        .order_by(reports.c.id, accounts.c.n)
    )
    for row in connection.execute(_within(query, accounts, first_day, last_day).execution_options(yield_per=_PAGE)):
        yield row.report, decode(row.body, Account), row.incident


def current_blobs(connection: Connection) -> dict[str, str]:
    """For each report the digest of the bytes that its current text was read from."""
    query = select(captures.c.report, captures.c.digest).where(captures.c.current)
    return {row.report: row.digest for row in connection.execute(query)}


def took_position(connection: Connection) -> Iterator[tuple[str, Position]]:
    """Every position that current reports tell of, with its report's id."""
    table = PARTS["positions"]
    query = _current(table, reports.c.id.label("report"), table.c.body).order_by(reports.c.id, table.c.n)
    for row in connection.execute(query):
        yield row.report, decode(row.body, Position)


def unclear(connection: Connection) -> Iterator[tuple[str | None, Issue]]:
    """Every current issue with its report's id; refused inputs follow with none, unless since taken from there."""
    query = _current(issues, reports.c.id, issues.c.body).order_by(reports.c.id, issues.c.n)
    for row in connection.execute(query.execution_options(yield_per=_PAGE)):
        yield row.id, decode(row.body, Issue)
    later = select(sightings.c.seq).where(
        sightings.c.address == refusals.c.address, sightings.c.seq > refusals.c.seq, refusals.c.line.is_(None)
    )
    refused = (
        select(refusals.c.body).where(~later.exists()).order_by(refusals.c.address, refusals.c.line, refusals.c.body)
    )
    for row in connection.execute(refused):
        yield None, decode(row.body, Issue)


def agreed(connection: Connection) -> Iterator[tuple[str, Agreement]]:
    """Every agreement that current reports tell of, with its report's id."""
    table = PARTS["agreements"]
    query = _current(table, reports.c.id.label("report"), table.c.body).order_by(reports.c.id, table.c.n)
    for row in connection.execute(query):
        yield row.report, decode(row.body, Agreement)


def found_incidents(
    connection: Connection, first_day: str | None = None, last_day: str | None = None
) -> Iterator[Incident]:
    """Incidents that may lie within two days (ISO, inclusive), by day and id; undated ones last, and only unasked."""
    query = select(incidents.c.body).order_by(
        incidents.c.first_day.is_(None), incidents.c.first_day, incidents.c.last_day, incidents.c.id
    )
    query = _within(query, incidents, first_day, last_day)
    for row in connection.execute(query.execution_options(yield_per=_PAGE)):
        yield decode(row.body, Incident)


def named(connection: Connection, prefix: str) -> list[str]:
    """Ids of the incidents that an id or its beginning stands for: an incident's, any it ever had, an account's,
    a claim's, a report's. An id that fits whole leaves its mere beginnings aside."""
    # Ids are plain ASCII but for the user's own, so whatever begins with the prefix sorts before this end.
    end = prefix + "\U0010ffff"
    tests: tuple[Callable[[Column[str]], ColumnElement[bool]], ...] = (
        lambda column: column == prefix,
        lambda column: column.between(prefix, end),
    )
    for fits in tests:
        queries = (
            select(incident_ids.c.incident).where(fits(incident_ids.c.alias)),
            select(members.c.incident).where(fits(members.c.account)),
            select(members.c.incident).join(claims, claims.c.account == members.c.account).where(fits(claims.c.id)),
            select(members.c.incident)
            .join(accounts, accounts.c.id == members.c.account)
            .join(reports, reports.c.capture == accounts.c.capture)
            .where(fits(reports.c.id)),
        )
        for query in queries:
            found = sorted(set(connection.execute(query.distinct().limit(20)).scalars()))
            if found:
                return found
    return []


def incident(connection: Connection, key: str) -> Incident | None:
    """The incident of exactly that id."""
    body = connection.execute(select(incidents.c.body).where(incidents.c.id == key)).scalar()
    return None if body is None else decode(body, Incident)


def holders(connection: Connection, account_ids: Sequence[str]) -> list[str]:
    """Ids of the reports that hold some accounts."""
    found: set[str] = set()
    for i in range(0, len(account_ids), _PAGE):
        query = (
            select(reports.c.id)
            .join(accounts, accounts.c.capture == reports.c.capture)
            .where(accounts.c.id.in_(account_ids[i : i + _PAGE]))
        )
        found |= set(connection.execute(query).scalars())
    return sorted(found)


def joins_of(connection: Connection, account_ids: Sequence[str]) -> list[Joined]:
    """Why some accounts stand together."""
    found = []
    for i in range(0, len(account_ids), _PAGE):
        query = (
            select(joins.c.body)
            .where(joins.c.left.in_(account_ids[i : i + _PAGE]))
            .order_by(joins.c.left, joins.c.right)
        )
        found += [decode(body, Joined) for body in connection.execute(query).scalars()]
    return found


def settled_of(connection: Connection, account_ids: Sequence[str] | None = None) -> Iterator[Settled]:
    """The places that the ledger settled, of some accounts or of all, by account."""
    query = select(settled.c.body).order_by(settled.c.account, settled.c.nth)
    wanted = None if account_ids is None else sorted(set(account_ids))
    pages = [None] if wanted is None else [wanted[i : i + _PAGE] for i in range(0, len(wanted), _PAGE)]
    for page in pages:
        of = query if page is None else query.where(settled.c.account.in_(page))
        for body in connection.execute(of).scalars():
            yield decode(body, Settled)


def sightings_of(connection: Connection, report: str) -> list[Captured]:
    """Every capture of a report, oldest first."""
    query = (
        select(log.c.body)
        .join(sightings, sightings.c.seq == log.c.seq)
        .join(captures, captures.c.id == sightings.c.capture)
        .where(captures.c.report == report)
        .order_by(log.c.seq)
    )
    return [decode(body, Captured) for body in connection.execute(query).scalars()]


def recorded(connection: Connection, kind: EntryKind, record: type[T]) -> list[T]:
    """The log's records of one kind, oldest first."""
    return [decode(entry.body, record) for entry in entries(connection, (kind,))]


def _within(query: Select[Any], table: Table, first_day: str | None, last_day: str | None) -> Select[Any]:
    if first_day is not None:
        query = query.where(table.c.last_day >= first_day)
    return query if last_day is None else query.where(table.c.first_day <= last_day)


def _current(table: Table, *columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .join(captures, captures.c.id == table.c.capture)
        .join(reports, reports.c.capture == table.c.capture)
        .where(captures.c.current)
    )
