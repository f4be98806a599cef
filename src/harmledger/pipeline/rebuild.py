"""Everything derived, made anew from the log and the blobs."""

from harmledger.pipeline.filing import Clock
from harmledger.pipeline.read import ReaderPlan
from harmledger.pipeline.relink import Linker, relink
from harmledger.pipeline.run import Progress, begin, now, refresh
from harmledger.pipeline.store import Ledger


def rebuild(
    ledger: Ledger,
    plan: ReaderPlan,
    linker: Linker,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    clock: Clock = now,
) -> int:
    """Drops what is derived and derives it anew; says how many captures were read. Exports are the same bytes after.

    Interrupted, it leaves captures that wait to be read: the next `run` or `rebuild` goes on with them.

    Raises:
        LedgerBroken: the log or a blob does not hold; nothing is dropped.
    """
    for _ in ledger.verify():
        pass
    ledger.clear()
    read = refresh(ledger, plan, begin(ledger, plan, clock()), jobs=jobs, progress=progress)
    relink(ledger, linker)
    return read
