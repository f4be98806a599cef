"""A folder as recorders have it: pages, posts, exports, and much that cannot be read."""

import json
import os
from pathlib import Path

from eval.folder import write
from tests.e2e.commands import Run

READ = 12


def test_a_mixed_folder_is_read_to_the_end_and_tells_what_it_refused(harmledger: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    write(folder, 60)
    (folder / "loop").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "large.txt").write_text("Shelling killed two people in Aleppo.\n\n" * 60_000)
    os.mkfifo(folder / "pipe.txt")
    done = harmledger("read", "mixed", "--format", "jsonl")
    assert done.returncode == 1
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert len({r["report"] for r in reports}) == len(reports) > READ
    refused = [line for line in done.stderr.splitlines() if line.startswith("refused: ")]
    for name in ("gone.txt: no such file", "self.txt: cannot be read", "large.txt: more than 2 million characters"):
        assert any(name in line for line in refused), name
    for problem in (
        "empty",
        "a picture, not a text",
        "bytes that are no text",
        "no article's text",
        "ends in the middle",
    ):
        assert any(problem in line for line in refused), problem
    assert all(line.rstrip()[-1] not in ":(" and ". " in line for line in refused)  # each with a remedy
    last = done.stderr.splitlines()[-1]
    assert last.startswith(f"refused in all: {len(refused)} of {len(refused) + len(reports)} (")
    assert "Traceback" not in done.stderr


def test_what_is_read_of_a_folder_does_not_depend_on_the_processes(harmledger: Run, tmp_path: Path) -> None:
    write(tmp_path / "mixed", 24)
    one, two = (harmledger("read", "mixed", "--format", "jsonl", "--jobs", jobs) for jobs in ("1", "2"))
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
