"""Documents that tell the truth: commands in their ```console blocks are run, and print what stands there.

A line that begins with `$ ` is a command, the lines up to the next are its output. Run as a module it writes the
outputs anew.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from harmledger.config import load_config

BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
LIMIT = 120


def documents(root: Path = Path()) -> list[Path]:
    """Every document that people read."""
    return sorted(
        [*root.glob("*.md"), *(p for p in (root / "docs").rglob("*.md") if "reference" not in p.parts)],
        key=lambda p: (len(p.parts), p),
    )


def has_commands(page: Path) -> bool:
    """Does the page hold commands to run?"""
    return bool(BLOCK.search(page.read_text(encoding="utf8")))


def rerun(text: str, root: Path) -> str:
    """The page with the output that its commands give now, all run in order in one fresh folder with the samples."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(root / "samples", folder / "samples")
        if "gazetteer add" in text:  # not to the reader's own
            shutil.copy(load_config().gazetteer, folder / ".gazetteer")
        return BLOCK.sub(lambda block: COMMAND.sub(lambda c: _run(c.group(1), folder, root), block.group()), text)


def _run(command: str, folder: Path, root: Path) -> str:
    settings = {
        **os.environ,
        "PATH": f"{root.resolve() / '.venv/bin'}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "120",
        "NO_COLOR": "1",
    }
    if (folder / ".gazetteer").exists():
        settings["HARMLEDGER_GAZETTEER"] = str(folder / ".gazetteer")
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=LIMIT,
        text=True,
        check=False,
    )
    output = "".join(f"{line.rstrip()}\n" for line in done.stdout.replace(f"{folder}/", "").splitlines())
    return f"$ {command}\n{output}"


def broken_links(page: Path) -> Iterator[str]:
    """Links of a page to files or headings that are not there."""
    for link in LINK.findall(page.read_text(encoding="utf8")):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            yield link


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


def main() -> None:
    """Writes the outputs of all documents, or of those named, anew."""
    for page in [Path(a) for a in sys.argv[1:]] or documents():
        before = page.read_text(encoding="utf8")
        after = rerun(before, Path()) if has_commands(page) else before
        if after != before:
            page.write_text(after, encoding="utf8")
            print(f"wrote {page}")


if __name__ == "__main__":
    main()
