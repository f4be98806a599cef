"""Fixtures that run the command."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.commands import SAMPLES, Run, command


@pytest.fixture
def harmledger(tmp_path: Path) -> Run:
    """Runs the command in a fresh folder; gives exit code, output and errors as text."""

    def run(*words: str | Path, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*words),
            input=stdin,
            cwd=tmp_path,
            env={**os.environ, **settings},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def demo_ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A ledger of the samples, made once; tests only read it."""
    ledger = tmp_path_factory.mktemp("demo") / "idlib.db"
    done = subprocess.run(
        command(
            *("run", SAMPLES, "--ledger", ledger),
            *("--agreements", SAMPLES / "agreements.toml", "--sources", SAMPLES / "sources.toml"),
        ),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    yield ledger
