"""Where the derived tables stand: the generation of what incidents are made from, and which one they were made from."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, insert, select

from harmledger.adapters.store.rows import Row, incident_rows
from harmledger.adapters.store.tables import LINKED, incident_ids, incidents, joins, members, settled, state
from harmledger.model.codec import encode
from harmledger.model.incident import Incident
from harmledger.model.links import Joined
from harmledger.model.settled import Settled

_GENERATION, _LINKED, _LINK_BASIS = "generation", "linked", "link basis"
_MANY = 1000


def generation(connection: Connection) -> int:
    """A number that grows with every change to what incidents are made from."""
    return int(_get(connection, _GENERATION) or 0)


def linked(connection: Connection) -> tuple[int, str]:
    """The generation that the incidents were made from, and by what basis."""
    return int(_get(connection, _LINKED) or 0), _get(connection, _LINK_BASIS) or ""


def touch(connection: Connection) -> None:
    """Counts a change to what incidents are made from."""
    _set(connection, _GENERATION, str(generation(connection) + 1))


def put_incidents(
    connection: Connection,
    made_from: int,
    basis: str,
    records: Sequence[Incident],
    joined: Sequence[Joined],
    places: Sequence[Settled] = (),
) -> None:
    """Puts these incidents, why their accounts stand together, and the places settled in the place of all there are."""
    for table in LINKED:
        connection.execute(delete(table))
    # An incident's own id is always its own; an alias that two could claim stays with the first.
    taken = {record.id for record in records}
    for i in range(0, len(records), _MANY):
        bodies: list[Row] = []
        ids: list[Row] = []
        owners: list[Row] = []
        for record in records[i : i + _MANY]:
            body, aliases, accounts = incident_rows(record)
            bodies.append(body)
            ids += [row for row in aliases if row["alias"] == record.id or row["alias"] not in taken]
            taken.update(row["alias"] for row in aliases)
            owners += accounts
        _insert(connection, incidents, bodies)
        _insert(connection, incident_ids, ids)
        _insert(connection, members, owners)
    for i in range(0, len(joined), _MANY):
        why = [{"left": j.left, "right": j.right, "body": encode(j).decode()} for j in joined[i : i + _MANY]]
        _insert(connection, joins, why)
    for i in range(0, len(places), _MANY):
        rows = [{"account": s.account, "nth": s.nth, "body": encode(s).decode()} for s in places[i : i + _MANY]]
        _insert(connection, settled, rows)
    _set(connection, _LINKED, str(made_from))
    _set(connection, _LINK_BASIS, basis)


def _insert(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _get(connection: Connection, key: str) -> str | None:
    found: str | None = connection.execute(select(state.c.value).where(state.c.key == key)).scalar()
    return found


def _set(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(state).where(state.c.key == key))
    connection.execute(insert(state), {"key": key, "value": value})
