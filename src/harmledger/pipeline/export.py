"""What leaves the house: incidents or claims, redacted, in a format. Equal ledgers give equal bytes."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any

from harmledger.adapters.lexicons import languages, load
from harmledger.errors import ConfigError
from harmledger.model.codes import SourceKind
from harmledger.pipeline.queries import EVER, Window, accounts, incidents
from harmledger.pipeline.relink import latest_agreements, latest_sources
from harmledger.pipeline.store import Ledger
from harmledger.publish import redact
from harmledger.publish.geojson import feature_collection
from harmledger.publish.names import Known
from harmledger.publish.ordinary import Words
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
    known = known_names(ledger)
    found = (redact.incident(i, known) for i in incidents(ledger, window))
    if chosen is ExportFormat.GEOJSON:
        return feature_collection(found)
    return jsonl(found) if chosen is ExportFormat.JSONL else as_csv(found, INCIDENT_COLUMNS)


def known_names(ledger: Ledger) -> Known:
    """The names that may leave: those of the lexicons, of the sources file and of the agreements file."""
    known = Known(_words())
    kinds = [one.terms.get(kind, {}) for one in known.words.lexicons for kind in ("source", "party")]
    speaking = [s for s in latest_sources(ledger) if s.kind is not SourceKind.WITNESS]
    truces = latest_agreements(ledger)
    return known.also(
        (
            *(name for names in kinds for name in names),
            *(name for s in speaking for name in (s.name, *s.aliases, s.side)),
            *(name for a in truces for name in (a.name, *a.parties, *a.brokers, *redact.place_names(a.where))),
        )
    )


@cache
def _words() -> Words:
    return Words.of(load(language) for language in languages())


def _claims(ledger: Ledger, window: Window) -> Iterator[dict[str, Any]]:
    known, digests = known_names(ledger), ledger.current_blobs()
    for report, account, incident in accounts(ledger, window):
        told = {"report": report, "capture": digests[report], "account": account.id, "incident": incident}
        for claim in account.claims:
            yield {**told, **redact.claim(claim, account, known)}
