"""What leaves the house: incidents or claims, redacted, in a format. Equal ledgers give equal bytes."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from harmledger.errors import ConfigError
from harmledger.pipeline.queries import EVER, Window, incidents
from harmledger.pipeline.store import Ledger
from harmledger.publish import redact
from harmledger.publish.geojson import feature_collection
from harmledger.publish.tables import CLAIM_COLUMNS, INCIDENT_COLUMNS, as_csv, jsonl


class ExportFormat(StrEnum):
    """Formats of an export."""

    JSONL = "jsonl"
    CSV = "csv"
    GEOJSON = "geojson"


class What(StrEnum):
    """What is exported."""

    INCIDENTS = "incidents"
    CLAIMS = "claims"


def export(ledger: Ledger, chosen: ExportFormat, what: What = What.INCIDENTS, window: Window = EVER) -> Iterator[str]:
    """Pieces of the export's text. No instant of its making stands in it.

    Raises:
        ConfigError: claims as GeoJSON; they have no place of their own.
    """
    if what is What.CLAIMS:
        if chosen is ExportFormat.GEOJSON:
            raise ConfigError("claims have no point of their own. Export them as jsonl or csv")
        rows = _claims(ledger, window)
        return jsonl(rows) if chosen is ExportFormat.JSONL else as_csv(rows, CLAIM_COLUMNS)
    found = (redact.incident(i) for i in incidents(ledger, window))
    if chosen is ExportFormat.GEOJSON:
        return feature_collection(found)
    return jsonl(found) if chosen is ExportFormat.JSONL else as_csv(found, INCIDENT_COLUMNS)


def _claims(ledger: Ledger, window: Window) -> Iterator[dict[str, Any]]:
    for report, account, incident in ledger.accounts(*window.days):
        if window.holds(account.where):
            for claim in account.claims:
                yield {"report": report, "account": account.id, "incident": incident, **redact.claim(claim, account)}
