"""JSON Schema of each record that the commands print, from the program's own types."""

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from harmledger.model.account import Reading
from harmledger.model.agreement import Agreement
from harmledger.model.audit import AuditRow
from harmledger.model.claim import Claim
from harmledger.model.incident import Incident
from harmledger.model.issue import Issue
from harmledger.model.totals import Totals
from harmledger.pipeline.filing import Summary
from harmledger.pipeline.queries import Shown
from harmledger.pipeline.read import Located

# By the command that prints it: the record, and what a ledger tells of it besides.
NAME: dict[str, Any] = {"type": ["string", "null"]}
NAMES: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
PRINTED: dict[str, tuple[type, dict[str, Any]]] = {
    "read": (Reading, {}),
    "locate": (Located, {}),
    "run": (Summary, {}),
    "incidents": (Incident, {}),
    "show": (Shown, {}),
    "claims": (Claim, {"report": NAME, "account": NAME, "incident": NAME}),
    "agreements": (Agreement, {"report": NAME}),
    "totals": (Totals, {}),
    "audit": (AuditRow, {}),
    "issues": (Issue, {"report": NAME, "settled_by": NAMES}),
}


def schemas() -> dict[Path, str]:
    """The schema files with what they should hold."""
    return {Path("schema") / f"{name}.json": schema(name, *printed) for name, printed in PRINTED.items()}


def schema(name: str, kind: type, besides: dict[str, Any]) -> str:
    """The schema of a line that `harmledger NAME --format jsonl` prints, as JSON text."""
    record = msgspec.json.schema(kind)
    defs = record.pop("$defs")
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A line that `harmledger {name}` prints",
        **record,
        "$defs": defs,
    }
    if besides:
        whole |= {"type": "object", "properties": besides, "required": list(besides)}
    return json.dumps(_tidy(whole), indent=1, ensure_ascii=False) + "\n"


def _tidy(node: Any) -> Any:
    """Docstrings without their indentation."""
    if isinstance(node, dict):
        return {k: cleandoc(v) if k == "description" and isinstance(v, str) else _tidy(v) for k, v in node.items()}
    return [_tidy(v) for v in node] if isinstance(node, list) else node
