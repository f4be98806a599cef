"""Speed and memory over generated reports, beside a bare spaCy pass over the same texts in the same run.

    python -m eval.bench [--reports N] [--rounds R] [--files F]

Tokens are harmledger's own for all. One-core figures are of processor time, with one thread; each round has texts of
its own and every engine reads them in turn; what is printed is the median of the rounds. Commands are timed by the
clock, so that other work on the machine disturbs them. Writes only into a temporary folder. Exits 1 where an aim is
missed.
"""

import argparse
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from eval.folder import write as write_folder
from eval.generate import reports, write
from eval.measure import Row, on_one_core, peak_bytes, wall_seconds
from eval.speed import SEED, one_core

# A process takes a second or two to start, whatever it then reads: what commands are given must be long beside that.
COMMAND = 15
BUSY = 0.7
HARMLEDGER = str(Path(sys.executable).with_name("harmledger"))


def processes(file: Path, number: int) -> list[Row]:
    """How much faster two processes are than one, in the real command."""
    taken: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(number):
        for jobs, seconds in taken.items():
            command = [HARMLEDGER, "read", str(file), "--format", "jsonl", "--jobs", str(jobs)]
            seconds.append(wall_seconds(command, {}))
    one, two = (median(taken[jobs]) for jobs in (1, 2))
    gain = median(a / b for a, b in zip(taken[1], taken[2], strict=True))
    return [
        Row("harmledger read, 1 process and 2", f"{one:.1f} s, {two:.1f} s"),
        Row("2 processes against 1", f"{gain:.2f} times", "at least 1.7", gain >= 1.7),
    ]


def memory(file: Path, folder: Path) -> list[Row]:
    """The peak of a whole run into a ledger."""
    made = []
    for jobs in (1, 2):
        ledger = folder / f"{jobs}.db"
        command = [HARMLEDGER, "run", str(file), "--ledger", str(ledger), "--jobs", str(jobs), "--format", "jsonl"]
        largest, together = peak_bytes(command, {})
        peak = max(largest, together) / 1e6
        made.append(Row(f"peak memory of a run, {jobs} reading", f"{peak:,.0f} MB", "under 700", peak < 700))
    return made


def mixed(folder: Path, files: int) -> list[Row]:
    """The peak of reading a folder of raw files: posts, pages, exports, and some that are none."""
    write_folder(folder, files)
    largest, together = peak_bytes([HARMLEDGER, "read", str(folder), "--format", "jsonl"], {}, refuses=True)
    peak = max(largest, together) / 1e6
    return [Row(f"peak memory, {files:,} mixed files", f"{peak:,.0f} MB", "under 700", peak < 700)]


def start_up(number: int) -> list[Row]:
    """How long a newcomer waits for the help."""
    seconds = median(wall_seconds([HARMLEDGER, "--help"], {}) for _ in range(number))
    return [Row("harmledger --help", f"{seconds:.2f} s", "under 0.4", seconds < 0.4)]


def table(rows: list[Row]) -> str:
    """The rows as columns."""
    wide = max(len(row.what) for row in rows)
    far = max(len(row.figure) for row in rows)
    mark = {None: "", True: "met", False: "MISSED"}
    return "\n".join(f"{r.what:{wide}}  {r.figure:>{far}}  {r.aim:13}{mark[r.good]}".rstrip() for r in rows)


def main() -> None:
    """Prints the table; exits 1 where an aim is missed."""
    options = argparse.ArgumentParser(prog="python -m eval.bench", description="Speed and memory of harmledger.")
    options.add_argument(
        "--reports", type=int, default=300, metavar="N", help="in a round; a command gets 15 times that"
    )
    options.add_argument("--rounds", type=int, default=3, metavar="R")
    options.add_argument("--files", type=int, default=10_000, metavar="F", help="raw files in a mixed folder")
    asked = options.parse_args()
    busy = os.getloadavg()[0]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=on_one_core) as alone:
        rows = alone.submit(one_core, asked.reports, asked.rounds).result()
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "news.jsonl"
        write(file, reports(COMMAND * asked.reports, SEED))
        rows += [*processes(file, asked.rounds), *memory(file, Path(name)), *mixed(Path(name) / "raw", asked.files)]
        rows += start_up(5 * asked.rounds)
    print(table(rows))
    if busy > BUSY:
        print(f"the machine was busy (load {busy:.1f}) at the start: do not trust what is timed by the clock")
    if any(row.good is False for row in rows):
        sys.exit(1)


if __name__ == "__main__":
    main()
