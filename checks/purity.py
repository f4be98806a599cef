"""Are the stages and the model pure? Names file, line and what to do instead for each thing that is not.

import-linter keeps whole modules out (sqlalchemy, httpx, logging ...); this looks at calls: files, the clock, the
environment, the screen.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

PURE = ("model", "text", "geo", "collect", "mark", "read", "locate", "link", "reckon", "publish")
HAND_IN = "hand the content in; an adapter reads and writes files"
CLOCK = "take the instant as an argument; the pipeline knows the clock"
BANNED = {
    "open": HAND_IN,
    "print": "return it, or make it an Issue; the command line prints",
    "input": "take it as an argument",
    "time.time": CLOCK,
    "time.time_ns": CLOCK,
    "time.monotonic": CLOCK,
    "time.perf_counter": CLOCK,
    "datetime.now": CLOCK,
    "datetime.today": CLOCK,
    "datetime.utcnow": CLOCK,
    "date.today": CLOCK,
    "os.environ": "take the setting as an argument; `config` reads the environment",
    "os.getenv": "take the setting as an argument; `config` reads the environment",
    "os.urandom": "derive ids from content (model.ids)",
    "uuid.uuid1": "derive ids from content (model.ids)",
    "uuid.uuid4": "derive ids from content (model.ids)",
}
FILE_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes"}


def dotted(node: ast.expr) -> str:
    """`a.b.c` of a name or attribute, the empty text for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return ""


def impurities(source: str) -> Iterator[tuple[int, str, str]]:
    """Line, what stands there, and what to do instead, for each impure thing in a module's source.

    A name counts by its last two parts (`datetime.datetime.now` as `datetime.now`), or what it was imported as.
    """
    tree = ast.parse(source)
    imported = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            name = ".".join(dotted(node).split(".")[-2:])
            if name in BANNED:
                yield node.lineno, name, BANNED[name]
            elif node.attr in FILE_METHODS:
                yield node.lineno, f".{node.attr}", HAND_IN
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            name = imported.get(node.id, node.id)
            if name in BANNED:
                yield node.lineno, name, BANNED[name]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "open":
            yield node.lineno, ".open", HAND_IN


def _in_file(path: Path) -> list[tuple[int, str, str]]:
    try:
        return sorted(impurities(path.read_text(encoding="utf8")))
    except SyntaxError as e:
        return [(e.lineno or 1, "a syntax error", "write Python 3.11")]


def main() -> None:
    """Exits 1 and tells each impurity of the package's pure parts."""
    root = Path("src/harmledger")
    found = [
        f"{path}:{line}: {what} in a pure part: {remedy}"
        for part in PURE
        for path in sorted((root / part).rglob("*.py"))
        for line, what, remedy in _in_file(path)
    ]
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
