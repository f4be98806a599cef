"""The main job: inputs into a ledger, nothing twice, in batches that are kept whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice

from harmledger.collect.raw import Raw
from harmledger.errors import InputError
from harmledger.model.agreement import Agreement
from harmledger.model.codec import encode
from harmledger.model.ids import digest
from harmledger.model.issue import Issue
from harmledger.model.log import EntryKind, Filed
from harmledger.model.source import Source
from harmledger.pipeline.filing import BATCH_REPORTS, Clock, Filer, Known, Summary, as_filed, stamp, unclashed
from harmledger.pipeline.read import ReaderPlan, Task, read_many, refusal
from harmledger.pipeline.relink import Linker, relink
from harmledger.pipeline.store import Ledger

LOOK_AHEAD = 64
Progress = Callable[[int, int | None], None]


def now() -> datetime:
    """The instant, in UTC."""
    return datetime.now(UTC)


def run(
    inputs: Iterable[Raw | InputError],
    ledger: Ledger,
    plan: ReaderPlan,
    linker: Linker,
    *,
    agreements: Sequence[Agreement] = (),
    sources: Sequence[Source] = (),
    jobs: int = 1,
    progress: Progress | None = None,
    clock: Clock = now,
) -> Summary:
    """Reads the inputs into the ledger and makes its incidents anew. Repeated it adds nothing, killed it loses nothing.

    What was read with other lexicons, another gazetteer or other code is read anew first, so that the incidents are
    those that a new ledger would hold.

    Raises:
        LedgerBroken: the log was changed; nothing is added.
        LedgerError: the ledger cannot be written; all batches before are kept.
    """
    at = clock()
    basis = begin(ledger, plan, at)
    ledger.record(EntryKind.AGREEMENT, agreements, stamp(at))
    ledger.record(EntryKind.SOURCE, sources, stamp(at))
    reread = refresh(ledger, plan, basis, jobs=jobs, progress=progress)
    filer = Filer(ledger, basis, clock)
    seen = 0

    def counted() -> Iterator[Raw | InputError]:
        nonlocal seen
        for item in inputs:
            seen += 1
            yield item

    for raw, outcome in unclashed(read_many(_sorted(counted(), ledger, at.date()), plan, jobs)):
        filer.take(raw, outcome)
        if progress:
            progress(seen, None)
    filer.flush()
    relink(ledger, linker)
    return filer.tally.summary(seen, reread)


def begin(ledger: Ledger, plan: ReaderPlan, at: datetime) -> str:
    """Logs what reports are read with, where that has changed, and gives its digest.

    Raises:
        LedgerBroken: the log was changed; nothing is appended to it.
    """
    ledger.check()
    basis = plan.basis()
    ledger.record(EntryKind.BASIS, [basis], stamp(at))
    return digest(encode(basis))


def refresh(ledger: Ledger, plan: ReaderPlan, basis: str, *, jobs: int = 1, progress: Progress | None = None) -> int:
    """Reads anew every capture that was read with another basis; says how many."""
    total, done = ledger.count_stale(basis), 0
    if not total:
        return 0
    batch: list[Filed] = []
    for result in read_many(_stale(ledger, basis), plan, jobs):
        task, outcome = result
        assert task.captured is not None
        batch.append(as_filed(task.captured, outcome))
        done += 1
        if len(batch) == BATCH_REPORTS:
            ledger.refile(batch, basis)
            batch = []
        if progress:
            progress(done, total)
    ledger.refile(batch, basis)
    return done


def _stale(ledger: Ledger, basis: str) -> Iterator[Task]:
    """A page is judged by the day on which it was fetched, not by today."""
    after = 0
    while page := ledger.stale(basis, after, BATCH_REPORTS):
        after = page[-1][0]
        for _, captured in page:
            kept = captured.capture
            raw = Raw(kept.address, ledger.blob(kept.digest), kept.media_type, captured.line)
            yield Task(raw, date.fromisoformat(kept.fetched[:10]), captured)


def _sorted(inputs: Iterable[Raw | InputError], ledger: Ledger, today: date) -> Iterator[Task | Known | Issue]:
    """Inputs as what is to be done with them: read, left as it is, or refused. Asks the ledger for many at a time."""
    items = iter(inputs)
    while several := list(islice(items, LOOK_AHEAD)):
        raws = [i for i in several if isinstance(i, Raw)]
        pairs = [(i.address, digest(i.data)) for i in raws]
        known = ledger.known(pairs)
        # Whoever hands in a known input again hands in its original, should the ledger's have been lost.
        ledger.mend({pair[1]: i.data for i, pair in zip(raws, pairs, strict=True) if pair in known})
        keys = iter(pairs)
        for item in several:
            if isinstance(item, InputError):
                yield refusal(item)
                continue
            key = next(keys)
            yield Known(item, known[key]) if key in known else Task(item, today)
