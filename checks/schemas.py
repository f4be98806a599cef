"""JSON Schema of each record that the commands print, from the model's own types."""

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from harmledger.model.account import Account, Reading
from harmledger.model.agreement import Agreement
from harmledger.model.claim import Claim
from harmledger.model.incident import Incident
from harmledger.model.issue import Issue

PRINTED: dict[str, type] = {
    "account": Account,
    "agreement": Agreement,
    "claim": Claim,
    "incident": Incident,
    "issue": Issue,
    "reading": Reading,
}


def schemas() -> dict[Path, str]:
    """The schema files with what they should hold."""
    return {Path("schema") / f"{name}.json": schema(kind) for name, kind in PRINTED.items()}


def schema(kind: type) -> str:
    """The schema of one record as JSON text."""
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(kind)}
    return json.dumps(_tidy(found), indent=1, ensure_ascii=False) + "\n"


def _tidy(node: Any) -> Any:
    """Docstrings without their indentation."""
    if isinstance(node, dict):
        return {k: cleandoc(v) if k == "description" and isinstance(v, str) else _tidy(v) for k, v in node.items()}
    return [_tidy(v) for v in node] if isinstance(node, list) else node
