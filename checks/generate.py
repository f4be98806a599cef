"""Writes what is derived from the code: schema/ and docs/reference/. With `--check`: is what stands there current?"""

import sys
from pathlib import Path

from checks.cli_reference import cli_reference
from checks.model_reference import model_reference
from checks.schemas import schemas


def derived() -> dict[Path, str]:
    """Every derived file with what it should hold."""
    return {
        Path("docs/reference/cli.md"): cli_reference(),
        Path("docs/reference/model.md"): model_reference(),
        **schemas(),
    }


def stale(files: dict[Path, str]) -> list[Path]:
    """Files that are missing or hold something else, and schemas that nothing derives any more."""
    wrong = [p for p, text in files.items() if not p.exists() or p.read_text(encoding="utf8") != text]
    return wrong + [p for p in sorted(Path("schema").glob("*.json")) if p not in files]


def main() -> None:
    """Writes the files, or exits 1 with the names of the stale ones."""
    files = derived()
    if "--check" in sys.argv:
        if wrong := stale(files):
            sys.exit(f"stale: {', '.join(map(str, wrong))}. Run: make generate")
        return
    for path in stale(files):
        if path not in files:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path], encoding="utf8")
        print(f"wrote {path}")


if __name__ == "__main__":
    main()
