"""Seconds and bytes of this process and of commands: stages by processor time, commands by the clock."""

import os
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
# One thread each, so that a second core helps nobody. Set before numpy is imported.
ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR", "VECLIB")}
PROC = Path("/proc")


@dataclass(frozen=True)
class Row:
    """A line of the table. `good`: was the aim met? None where there is none."""

    what: str
    figure: str
    aim: str = ""
    good: bool | None = None


def on_one_core() -> None:
    """Keeps this process on one core, where the system lets it."""
    os.environ.update(ONE_THREAD)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def processor_seconds(work: Callable[[], T]) -> tuple[float, T]:
    """The processor's time on some work, all threads of this process together: a busy machine does not change it."""
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def wall_seconds(command: Sequence[str], settings: dict[str, str]) -> float:
    """How long a command takes on the clock.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    start = time.perf_counter()
    subprocess.run(
        command, env={**os.environ, **settings}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - start


def peak_bytes(command: Sequence[str], settings: dict[str, str], refuses: bool = False) -> tuple[int, int]:
    """The most memory that a command held: by its largest process, and by all its processes at one instant.

    The first is what the system counted; the second is the sum of resident memory, looked at twenty times a second, in
    which pages that processes share count for each of them. Without /proc the second is 0. `refuses`: it may end with
    1, as it does where something was refused.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    child = subprocess.Popen(
        command, env={**os.environ, **settings}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    most, ended = 0, threading.Event()

    def watch() -> None:
        nonlocal most
        while not ended.wait(0.05):
            most = max(most, sum(_resident(process) for process in _family(child.pid)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    watcher.join()
    if child.returncode not in ((0, 1) if refuses else (0,)):
        raise subprocess.CalledProcessError(child.returncode, command)
    return used.ru_maxrss * (1 if os.uname().sysname == "Darwin" else 1024), most


def _family(process: int) -> list[int]:
    """A process and all that come of it; what ends meanwhile is left out."""
    found = [process]
    for one in found:
        try:
            tasks = list((PROC / str(one) / "task").iterdir())
            found += [int(pid) for task in tasks for pid in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def _resident(process: int) -> int:
    try:
        return int((PROC / str(process) / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0
