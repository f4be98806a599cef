"""docs/reference/model.md: every record and vocabulary of the model, from their docstrings and annotations."""

import ast
from pathlib import Path

MODEL = Path("src/harmledger/model")
HEAD = """# The model

Every record and vocabulary, made from the code by `make generate`. `None` means unstated. JSON Schema of what the
commands print: [`schema/`](../../schema).
"""
PLUMBING = {"__init__", "codec", "ids"}


def model_reference() -> str:
    """The page as Markdown."""
    records: list[str] = []
    vocabularies: list[str] = []
    for path in sorted(MODEL.glob("*.py")):
        if path.stem in PLUMBING:
            continue
        for node in ast.parse(path.read_text(encoding="utf8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                is_codes = any(isinstance(base, ast.Name) and base.id == "StrEnum" for base in node.bases)
                (vocabularies if is_codes else records).append(_codes(node) if is_codes else _record(node))
    return "\n".join([HEAD, "## Records\n", *records, "## Vocabularies\n", *vocabularies]).rstrip() + "\n"


def _about(node: ast.ClassDef) -> str:
    return f"### {node.name}\n\n{ast.get_docstring(node) or ''}\n"


def _record(node: ast.ClassDef) -> str:
    fields = [
        (ast.unparse(part.target), ast.unparse(part.annotation), _default(part.value))
        for part in node.body
        if isinstance(part, ast.AnnAssign)
    ]
    rows = [f"| `{name}` | `{kind.replace('|', chr(92) + '|')}` | {default} |" for name, kind, default in fields]
    return "\n".join([_about(node), "| field | type | if not given |", "|---|---|---|", *rows, ""])


def _default(value: ast.expr | None) -> str:
    if value is None:
        return "required"
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "field":
        made = next((ast.unparse(k.value) for k in value.keywords if k.arg == "default_factory"), "")
        return f"`{made}()`"
    return f"`{ast.unparse(value)}`"


def _codes(node: ast.ClassDef) -> str:
    values = [
        f"`{part.value.value!s}`"
        for part in node.body
        if isinstance(part, ast.Assign) and isinstance(part.value, ast.Constant)
    ]
    return f"{_about(node)}\n{', '.join(values)}\n"
