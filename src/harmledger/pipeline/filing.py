"""From what was read to what the ledger keeps: clashes refused, batches filed, what was done counted."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from harmledger.collect.batch import refuse_clashes
from harmledger.collect.collect import Collected
from harmledger.collect.raw import Raw
from harmledger.errors import InputError
from harmledger.model.account import Reading
from harmledger.model.ids import digest
from harmledger.model.issue import Issue
from harmledger.model.log import Captured, Filed
from harmledger.model.report import Capture, Report
from harmledger.pipeline.read import Outcome, Task, refusal
from harmledger.pipeline.store import Ledger

BATCH_REPORTS, BATCH_BYTES = 64, 16 << 20
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did, in reports. `reread`: read anew with another basis; `issues`: met in what was added or revised.

    `refusals` say of each refused input what is wrong and what to do.
    """

    seen: int = 0
    added: int = 0
    unchanged: int = 0
    revised: int = 0
    refused: int = 0
    reread: int = 0
    issues: int = 0
    refusals: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """An input that the ledger has, and the report that came of it."""

    raw: Raw
    report: Report | None


@dataclass
class Tally:
    """Counts what was done with each input."""

    counts: dict[str, int] = field(default_factory=dict)
    issues: int = 0
    refusals: list[Issue] = field(default_factory=list)

    def summary(self, seen: int, reread: int) -> Summary:
        """As a Summary; an input of which nothing else was said was there already."""
        added, revised, refused = self.counts.get("added", 0), self.counts.get("revised", 0), len(self.refusals)
        unchanged = max(0, seen - added - revised - refused)
        return Summary(seen, added, unchanged, revised, refused, reread, self.issues, tuple(self.refusals))


def stamp(at: datetime) -> str:
    """An instant as the ledger writes it: ISO 8601 in UTC, to the second."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def unclashed(
    results: Iterable[tuple[Task, Outcome] | Known | Issue],
) -> Iterator[tuple[Raw | None, Outcome]]:
    """What is to be filed: reads and refusals, the second of two different reports with one id among these.

    What the ledger has takes part in the comparison and is given back to nobody: it is neither new nor refused.
    """
    now: tuple[Raw | None, Outcome] | None = None

    def fed() -> Iterator[Collected | InputError]:
        nonlocal now
        for result in results:
            if isinstance(result, Known):
                now = None
                if result.report is not None:
                    yield Collected(result.raw, result.report)
                continue
            raw, outcome = (None, Outcome(refused=result)) if isinstance(result, Issue) else (result[0].raw, result[1])
            now = raw, outcome
            if outcome.read is not None and raw is not None:
                yield Collected(raw, outcome.read.report)
            else:
                yield _PASSED

    # The generator below takes one item at a time, so what it gives back is about the item fed last.
    for item in refuse_clashes(fed()):
        if now is None:
            continue
        if isinstance(item, InputError) and item is not _PASSED:
            yield None, Outcome(refused=refusal(item))
        else:
            yield now


_PASSED = InputError("refused before", where="", remedy="")


class Filer:
    """Files what was read in batches: each is in the ledger whole or not at all."""

    def __init__(self, ledger: Ledger, basis: str, clock: Clock) -> None:
        self.tally = Tally()
        self._ledger, self._basis, self._clock = ledger, basis, clock
        self._batch: list[Filed | Issue] = []
        self._contents: dict[str, bytes] = {}
        self._size = 0

    def take(self, raw: Raw | None, outcome: Outcome) -> None:
        """Adds one to the batch; files the batch when it is full."""
        if outcome.refused is not None:
            self._batch.append(outcome.refused)
            self.tally.refusals.append(outcome.refused)
        elif raw is not None and outcome.read is not None:
            blob = digest(raw.data)
            capture = Capture(blob, raw.address, raw.media_type, len(raw.data), stamp(self._clock()))
            self._batch.append(as_filed(Captured(capture, outcome.read.report.id, raw.line), outcome))
            self._contents[blob] = raw.data
            self._size += len(raw.data)
            if not outcome.read.whole:
                self.tally.refusals.append(outcome.read.reading.issues[-1])
        if len(self._batch) >= BATCH_REPORTS or self._size >= BATCH_BYTES:
            self.flush()

    def flush(self) -> None:
        """Files what there is."""
        if not self._batch:
            return
        done = self._ledger.file(self._batch, self._contents, self._basis, stamp(self._clock()))
        for one, outcome in zip(self._batch, done, strict=True):
            self.tally.counts[outcome] = self.tally.counts.get(outcome, 0) + 1
            if isinstance(one, Filed) and outcome in ("added", "revised"):
                self.tally.issues += len(one.reading.issues)
        self._batch, self._contents, self._size = [], {}, 0


def as_filed(captured: Captured, outcome: Outcome) -> Filed:
    """What the ledger keeps of a capture. One that is refused since keeps its id, and the Issue that says why."""
    read = outcome.read
    if read is not None:
        report = replace(read.report, id=captured.report, capture=captured.id)
        return Filed(captured, report, replace(read.reading, report=captured.report), read.sketch, read.whole)
    assert outcome.refused is not None
    report = Report(captured.report, "", capture=captured.id)
    return Filed(captured, report, Reading(captured.report, issues=(outcome.refused,)), whole=False)
