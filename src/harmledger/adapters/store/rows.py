"""Records as rows: the columns that queries need beside the record's canonical JSON."""

from collections.abc import Iterator
from typing import Any

from harmledger.model.account import Account
from harmledger.model.codec import encode
from harmledger.model.incident import Incident
from harmledger.model.log import Filed
from harmledger.model.place import Place
from harmledger.model.when import When

Row = dict[str, Any]


def report_row(filed: Filed) -> Row:
    """The row of `reports`."""
    r = filed.report
    return {
        "capture": filed.captured.id,
        "id": r.id,
        "published": r.published,
        "publisher": r.publisher,
        "language": r.language,
        "sketch": _json(filed.sketch),
        "body": _json(r),
    }


def part_rows(filed: Filed) -> Iterator[tuple[str, Row]]:
    """Table and row of everything that was read."""
    capture, reading = filed.captured.id, filed.reading
    claims = 0
    for n, account in enumerate(reading.accounts):
        yield "accounts", {"capture": capture, "n": n, **_account(account)}
        for claim in account.claims:
            c = claim.count
            yield (
                "claims",
                {"capture": capture, "n": claims, "id": claim.id, "account": account.id,
                 "outcome": claim.outcome.value, "low": c.low, "best": c.best, "high": c.high, "body": _json(claim)},
            )  # fmt: skip
            claims += 1
    for n, agreement in enumerate(reading.agreements):
        yield "agreements", {"capture": capture, "n": n, "id": agreement.id, "body": _json(agreement)}
    for n, position in enumerate(reading.positions):
        yield "positions", {"capture": capture, "n": n, "body": _json(position)}
    for n, evidence in enumerate(reading.evidence):
        yield "evidence", {"capture": capture, "n": n, "body": _json(evidence)}
    for n, issue in enumerate(reading.issues):
        yield "issues", {"capture": capture, "n": n, "code": issue.code.value, "body": _json(issue)}


def incident_rows(incident: Incident) -> tuple[Row, list[Row], list[Row]]:
    """The rows of `incidents`, `incident_ids` and `members`."""
    row = {"id": incident.id, **_when(incident.when), **_where(incident.where), "body": _json(incident)}
    ids = [{"alias": a, "incident": incident.id} for a in sorted({incident.id, *incident.aliases})]
    members = [{"account": a, "incident": incident.id} for a in sorted(set(incident.accounts))]
    return row, ids, members


def _account(account: Account) -> Row:
    return {
        "id": account.id,
        "scope": account.scope.value,
        **_when(account.when),
        **_where(account.where),
        "body": _json(account),
    }


def _when(when: When | None) -> Row:
    first, last = (when.first, when.last) if when else (None, None)
    return {"first_day": first and first.isoformat(), "last_day": last and last.isoformat()}


def _where(where: tuple[Place, ...]) -> Row:
    place = where[0] if where else None
    return {
        "lat": place and place.lat,
        "lon": place and place.lon,
        "country": place and place.country,
    }


def _json(record: object) -> str:
    return encode(record).decode()
