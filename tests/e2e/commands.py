"""The command as people run it: a process of its own."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]
SAMPLES = Path(__file__).parents[2] / "samples" / "idlib-2020-01"
MARKET = "Warplanes struck the vegetable market in Idlib city on Wednesday, killing at least 19 people, medics said."


def command(*words: str | Path) -> list[str]:
    """The command line that runs harmledger with some words."""
    return [sys.executable, "-m", "harmledger", *map(str, words)]
