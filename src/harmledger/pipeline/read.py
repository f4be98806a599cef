"""Reading many inputs in order, by one process or several; and the ports of what reads one."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from traceback import extract_tb
from typing import Protocol, TypeVar

from harmledger.collect.raw import Raw
from harmledger.errors import HarmledgerError, InputError
from harmledger.model.account import Reading
from harmledger.model.codec import decode, encode
from harmledger.model.codes import IssueCode, PlaceMatch, PlacePrecision
from harmledger.model.explain import Explanation
from harmledger.model.issue import Issue
from harmledger.model.log import Captured
from harmledger.model.report import Report

T = TypeVar("T")
_Part = tuple[Raw, date]
CHUNK_REPORTS, CHUNK_BYTES = 16, 1 << 20


@dataclass(frozen=True, slots=True)
class Located:
    """A place told of, also where nothing happened. A place that no gazetteer knows has its words and no point.

    `match` is how the gazetteer's place was found, `sure` whether no namesake comes near.
    """

    report: str
    start: int
    end: int
    words: str
    name: str | None
    geoname_id: int | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    country: str | None
    admin1: str | None
    match: PlaceMatch | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A report with what it was read to say. `whole` is False where a stage failed on it.

    `explained` says what made each claim, where that was asked for.
    """

    report: Report
    reading: Reading
    sketch: tuple[int, ...] = ()
    whole: bool = True
    places: tuple[Located, ...] = ()
    explained: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one Raw: a Read, or the Issue that says why not."""

    read: Read | None = None
    refused: Issue | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A Raw to read, as captured on day `latest`; `captured` where the ledger holds it already."""

    raw: Raw
    latest: date
    captured: Captured | None = None


class Reader(Protocol):
    """Reads one Raw; never raises for what is in it. `latest`: the day of capture."""

    def __call__(self, raw: Raw, latest: date) -> Outcome:
        """What came of it."""


class ReaderPlan(Protocol):
    """All that a process needs to make a Reader; pickles to some bytes."""

    def open(self) -> Reader:
        """A Reader with its own files open."""

    def basis(self) -> dict[str, str]:
        """What the Reader's answers depend on besides the report, each by digest."""


def refusal(error: InputError) -> Issue:
    """An input that cannot be read, as data."""
    return Issue(IssueCode.INPUT_REFUSED, error.problem, None, str(error), error.where, error.line)


def crashed(address: str, line: int | None, error: BaseException | None) -> Issue:
    """A report on which the program itself failed, as data: the batch goes on, and the fault is not hidden."""
    what = "the process that read it died"
    if error is not None:
        last = extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}: {error}, in {Path(last.filename).name}, line {last.lineno}"
    message = (
        f"{address}: harmledger failed on this report ({what}). Please report this; the other reports are not touched"
    )
    return Issue(IssueCode.INPUT_REFUSED, "harmledger failed on it", None, message, address, line)


def read_many(items: Iterable[Task | T], plan: ReaderPlan, jobs: int = 1) -> Iterator[tuple[Task, Outcome] | T]:
    """Each Task with what came of it, in the order of the items; whatever is no Task passes through in its place.

    With `jobs` over 1 that many processes read, some chunks ahead of what has been taken, so memory stays bounded.

    Raises:
        HarmledgerError: there can be no Reader, so that no report can be read; whatever error the plan's `open` raised.
    """
    if jobs <= 1:
        reader: Reader | None = None
        for item in items:
            if isinstance(item, Task):
                reader = reader or plan.open()
                yield item, _safely(reader, item.raw, item.latest)
            else:
                yield item
        return
    yield from _Pool(plan, jobs).run(items)


def _safely(reader: Reader, raw: Raw, latest: date) -> Outcome:
    try:
        return reader(raw, latest)
    except InputError as e:
        return Outcome(refused=refusal(e))
    except Exception as e:
        return Outcome(refused=crashed(raw.address, raw.line, e))


_worker: Reader | Exception | None = None


def _start(plan: ReaderPlan) -> None:
    global _worker  # noqa: PLW0603 - the one place where a process keeps its Reader
    # Ctrl-C is for the process that was started by hand; it then ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        _worker = plan.open()
    except Exception as e:
        # Raised here it would be lost: it would only break the pool, and a new one would break as well.
        _worker = e


def _end_with_parent() -> None:
    """Ends this process when the one that started it is gone, even where that was killed and could say nothing."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(chunk: list[_Part]) -> list[bytes]:
    assert _worker is not None
    if isinstance(_worker, Exception):
        raise _worker
    return [encode(_safely(_worker, raw, latest)) for raw, latest in chunk]


class _Pool:
    """Processes that read chunks. What they send back is JSON, which is smaller and faster than pickled records."""

    def __init__(self, plan: ReaderPlan, jobs: int) -> None:
        self._plan, self._jobs = plan, jobs
        self._pool = self._new(jobs)

    def _new(self, jobs: int) -> ProcessPoolExecutor:
        # A forked process would share this one's database connections; a spawned one starts clean.
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(self._plan,))

    def run(self, items: Iterable[Task | T]) -> Iterator[tuple[Task, Outcome] | T]:
        """As `read_many`."""
        ahead: deque[tuple[list[Task | T], list[_Part], Future[list[bytes]] | None]] = deque()
        try:
            for chunk in _chunks(items):
                parts = [(item.raw, item.latest) for item in chunk if isinstance(item, Task)]
                ahead.append((chunk, parts, self._submit(parts)))
                if len(ahead) > 2 * self._jobs:
                    yield from self._collect(*ahead.popleft())
            while ahead:
                yield from self._collect(*ahead.popleft())
        finally:
            self._pool.shutdown(cancel_futures=True)

    def _submit(self, parts: list[_Part]) -> Future[list[bytes]] | None:
        if not parts:
            return None
        try:
            return self._pool.submit(_work, parts)
        except BrokenProcessPool:
            self._pool = self._new(self._jobs)
            return self._pool.submit(_work, parts)

    def _collect(
        self, chunk: list[Task | T], parts: list[_Part], future: Future[list[bytes]] | None
    ) -> Iterator[tuple[Task, Outcome] | T]:
        try:
            results = iter(future.result() if future else ())
        except BrokenProcessPool:
            results = iter([self._alone(part) for part in parts])
        for item in chunk:
            if isinstance(item, Task):
                yield item, decode(next(results), Outcome)
            else:
                yield item

    def _alone(self, part: _Part) -> bytes:
        """Reads one report in a process of its own, after a chunk that it was in has killed one."""
        with self._new(1) as single:
            try:
                single.submit(_work, []).result()
            except BrokenProcessPool as e:
                raise HarmledgerError(
                    "A process that reads reports died before it read any. "
                    "Free some memory, or try --jobs 1, which needs no other process"
                ) from e
            try:
                return single.submit(_work, [part]).result()[0]
            except BrokenProcessPool:
                return encode(Outcome(refused=crashed(part[0].address, part[0].line, None)))


def _chunks(items: Iterable[Task | T]) -> Iterator[list[Task | T]]:
    """Items in runs of some reports or some bytes, whichever comes first."""
    chunk: list[Task | T] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += len(item.raw.data) if isinstance(item, Task) else 256
        if len(chunk) >= CHUNK_REPORTS or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
