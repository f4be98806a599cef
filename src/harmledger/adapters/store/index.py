"""Which bytes were seen where, and which of them are a report's current text."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update

from harmledger.adapters.store.rows import Row
from harmledger.adapters.store.tables import captures, sightings
from harmledger.model.log import Captured

_MANY = 400


class Index:
    """What the ledger knows of some captures, and what they change, to be written in one go.

    The connection must hold the write lock from before until `write`.
    """

    def __init__(self, connection: Connection, of: Sequence[Captured]) -> None:
        self._connection = connection
        self._seen: set[tuple[str, str]] = set()
        self._keys: dict[str, set[str]] = {}
        self._newest: dict[str, str] = {}
        self._fresh: set[str] = set()
        addresses = sorted({c.capture.address for c in of})
        ids = sorted({c.report for c in of})
        for i in range(0, len(addresses), _MANY):
            there = sightings.c.address.in_(addresses[i : i + _MANY])
            rows = connection.execute(select(sightings.c.address, sightings.c.digest).where(there))
            self._seen |= {(row.address, row.digest) for row in rows}
        for i in range(0, len(ids), _MANY):
            held = select(captures.c.report, captures.c.id).where(captures.c.report.in_(ids[i : i + _MANY]))
            for row in connection.execute(held):
                self._keys.setdefault(row.report, set()).add(row.id)

    def saw(self, captured: Captured) -> bool:
        """Were these bytes seen at this address?"""
        return (captured.capture.address, captured.capture.digest) in self._seen

    def take(self, captured: Captured) -> str:
        """Notes a sighting; says what it makes of its report: `added`, `revised` or `unchanged`."""
        self._seen.add((captured.capture.address, captured.capture.digest))
        earlier = self._keys.setdefault(captured.report, set())
        if captured.id in earlier:
            return "unchanged"
        outcome = "revised" if earlier else "added"
        earlier.add(captured.id)
        self._fresh.add(captured.id)
        self._newest[captured.report] = captured.id
        return outcome

    def write(self, taken: Sequence[tuple[int, Captured]]) -> None:
        """Writes what was taken, each with its entry's sequence number."""
        reports = sorted(self._newest)
        for i in range(0, len(reports), _MANY):
            older = captures.c.report.in_(reports[i : i + _MANY])
            self._connection.execute(update(captures).where(older).values(current=False))
        new: dict[str, Row] = {}
        seen: list[Row] = []
        for seq, c in taken:
            blob = c.capture.digest
            if c.id in self._fresh and c.id not in new:
                current = self._newest[c.report] == c.id
                new[c.id] = {
                    "id": c.id, "seq": seq, "report": c.report, "digest": blob, "current": current, "basis": "",
                }  # fmt: skip
            seen.append({"address": c.capture.address, "digest": blob, "capture": c.id, "seq": seq})
        for table, rows in ((captures, list(new.values())), (sightings, seen)):
            if rows:
                self._connection.execute(insert(table), rows)
