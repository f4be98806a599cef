"""`kill -9` in the middle of a run loses nothing and doubles nothing; two runs at once both finish."""

import json
import random
import select
import shutil
import signal
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.e2e.commands import command

from harmledger.adapters.store.ledger import SqlLedger
from harmledger.model.log import EntryKind
from harmledger.pipeline.export import ExportFormat, What, export

REPORTS, LEDGERS, KILLS = 200, 4, 5
TOWNS = ("Idlib", "Aleppo", "Hama", "Homs", "Damascus", "Mosul", "Kirkuk", "Taiz")
WHAT = ("Shelling of a market", "An airstrike on a house", "A rocket that hit a school", "A car bomb near a bakery")
WHO = ("rescuers", "medics", "the governor's office", "residents", "a monitoring group")


def written(path: Path, seed: int) -> Path:
    """A batch of short reports; every tenth line is no report."""
    chance = random.Random(seed)
    lines = []
    for n in range(REPORTS):
        day = chance.randint(1, 28)
        text = (
            f"{chance.choice(WHAT)} in {chance.choice(TOWNS)} killed {chance.randint(2, 40)} people and wounded "
            f"{chance.randint(2, 60)} others on Tuesday, {chance.choice(WHO)} said. "
            f"At least {chance.randint(1, 5)} children were among the dead."
        )
        lines.append(json.dumps({"id": f"r{n}", "text": text, "published": f"2020-01-{day:02}", "publisher": "Post"}))
        if n % 10 == 9:
            lines.append('{"id": "textless"}')
    path.write_text("\n".join(lines), encoding="utf8")
    return path


@dataclass
class Kept:
    """What a ledger holds, instants of its making aside."""

    exports: str
    log: list[tuple[str, str]]


def kept(path: Path) -> Kept:
    ledger = SqlLedger(path)
    try:
        exports = "".join(
            piece for chosen, what in ((ExportFormat.JSONL, What.INCIDENTS), (ExportFormat.CSV, What.CLAIMS),
                                       (ExportFormat.GEOJSON, What.INCIDENTS))
            for piece in export(ledger, chosen, what)
        )  # fmt: skip
        log = []
        for entry in ledger.verify():
            body = json.loads(entry.body)
            if entry.kind is EntryKind.CAPTURE:
                del body["capture"]["fetched"]
            if entry.kind is not EntryKind.BASIS:
                log.append((entry.kind.value, json.dumps(body, sort_keys=True)))
        return Kept(exports, log)
    finally:
        ledger.close()


def start(batch: Path, ledger: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command("run", batch, "--ledger", ledger), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Kept, float, float]:
    """The batch, what an uninterrupted run makes of it, and when that run began to work and when it ended."""
    folder = tmp_path_factory.mktemp("clean")
    batch = written(folder / "batch.jsonl", 7)
    began = time.monotonic()
    run = start(batch, folder / "a.db")
    while not (folder / "a.db").exists() and run.poll() is None:
        time.sleep(0.005)
    working = time.monotonic() - began
    assert run.wait(60) == 1  # 1: some lines were refused
    done = time.monotonic() - began
    assert captures(folder / "a.db") == REPORTS
    return batch, kept(folder / "a.db"), working, done


def test_twenty_kills_lose_and_double_nothing(clean: tuple[Path, Kept, float, float], tmp_path: Path) -> None:
    batch, wanted, working, done = clean
    chance = random.Random(20)
    step = (done - working) / KILLS
    delays = [[working + step * (k + chance.random()) for k in range(KILLS)] for _ in range(LEDGERS)]
    for each in delays:
        chance.shuffle(each)

    def torment(n: int) -> tuple[int, list[int]]:
        ledger, killed, held = tmp_path / f"{n}.db", 0, []
        for delay in delays[n]:
            run = start(batch, ledger)
            try:
                run.wait(delay)
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
                killed += run.wait() == -signal.SIGKILL
            if ledger.exists():
                held.append(captures(ledger))
        assert start(batch, ledger).wait(60) == 1
        return killed, held

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(torment, range(LEDGERS)))
    for n in range(LEDGERS):
        assert kept(tmp_path / f"{n}.db") == wanted
    # The times were measured once: on a machine that has become less busy since, more runs end before they are killed.
    assert sum(killed for killed, _ in results) >= LEDGERS * KILLS / 5
    for _, held in results:
        assert held == sorted(held)


def captures(path: Path) -> int:
    ledger = SqlLedger(path, create=True)
    try:
        return sum(1 for _ in ledger.entries([EntryKind.CAPTURE]))
    finally:
        ledger.close()


def test_two_runs_at_once_on_one_ledger_both_finish(clean: tuple[Path, Kept, float, float], tmp_path: Path) -> None:
    batch, wanted, _, _ = clean
    ledger = tmp_path / "both.db"
    runs = [start(batch, ledger) for _ in range(2)]
    assert [run.wait(120) for run in runs] == [1, 1]
    both = kept(ledger)
    assert sorted(both.log) == sorted(wanted.log)
    assert both.exports == wanted.exports


def test_a_killed_run_leaves_no_process_behind(clean: tuple[Path, Kept, float, float], tmp_path: Path) -> None:
    batch, _, working, _ = clean
    words = command("run", batch, "--ledger", tmp_path / "a.db", "--jobs", "2")
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as run:
        time.sleep(working * 2)
        run.send_signal(signal.SIGKILL)
        assert run.wait() == -signal.SIGKILL
        assert run.stderr is not None
        # Every process that was started holds the other end: once none is left, there is an end to read.
        left, _, _ = select.select([run.stderr], [], [], 20)
        assert left and run.stderr.read() is not None


def test_rebuilding_gives_the_same_bytes(clean: tuple[Path, Kept, float, float], tmp_path: Path) -> None:
    batch, wanted, _, _ = clean
    copied = tmp_path / "a.db"
    with sqlite3.connect(batch.parent / "a.db") as db:
        db.execute("VACUUM INTO ?", (str(copied),))
    db.close()
    shutil.copytree(batch.parent / "a.db.blobs", tmp_path / "a.db.blobs")
    with sqlite3.connect(copied) as db:
        db.executescript("DELETE FROM joins; DELETE FROM claims; UPDATE accounts SET body = '{}', scope = 'tally'")
    db.close()
    assert subprocess.run(command("rebuild", "--ledger", copied), capture_output=True, check=False).returncode == 0
    assert kept(copied) == wanted
