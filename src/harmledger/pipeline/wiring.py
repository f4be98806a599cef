"""Settings to adapters: the one place that knows which adapter stands behind which port."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from harmledger.collect.raw import Raw
from harmledger.config import Config
from harmledger.errors import InputError, LedgerError
from harmledger.model.source import Source
from harmledger.pipeline.filing import Summary
from harmledger.pipeline.read import ReaderPlan
from harmledger.pipeline.run import Progress
from harmledger.pipeline.store import Ledger


@contextmanager
def open_ledger(name: str | None, *, create: bool = False) -> Iterator[Ledger]:
    """The ledger of that name: a file, or `sqlite:///file`. Closed at the end.

    Raises:
        LedgerError: none named, absent and not to be created, no ledger, or of a kind that cannot be opened yet.
        LedgerNewer: written by a newer harmledger.
    """
    from harmledger.adapters.store.ledger import SqlLedger

    if not name:
        raise LedgerError("no ledger named. Say --ledger FILE, or set HARMLEDGER_LEDGER")
    path = name.removeprefix("sqlite:///")
    if "://" in path:
        raise LedgerError(f"{path.split('://')[0]}: ledgers are files as yet. Name a file, such as ledger.db")
    ledger = SqlLedger(Path(path), create=create)
    try:
        yield ledger
    finally:
        ledger.close()


def reader_plan(config: Config, *, explains: bool = False) -> ReaderPlan:
    """What to read reports with that are not kept. `explains`: for a person.

    Raises:
        InputError: the sources file is wrong.
    """
    from harmledger.adapters.fetch.sources import load_sources
    from harmledger.pipeline.stages import StagePlan

    sources = load_sources(config.sources) if config.sources else ()
    return StagePlan(config.gazetteer, config.languages, False, explains, tuple(sources))


def ledger_plan(config: Config, ledger: Ledger, sources: Sequence[Source] = ()) -> ReaderPlan:
    """What to read a ledger's reports with: its sources, and these as they are now. Sketches tell it the copies."""
    from harmledger.pipeline.relink import latest_sources
    from harmledger.pipeline.stages import StagePlan

    known = {s.name: s for s in (*latest_sources(ledger), *sources)}
    return StagePlan(config.gazetteer, config.languages, True, False, tuple(known[name] for name in sorted(known)))


def run_inputs(
    paths: Sequence[str], config: Config, stdin: BinaryIO | None = None, progress: Progress | None = None
) -> Summary:
    """`run` over files, folders and stdin, with the ledger, agreements and sources that the settings name.

    Raises:
        InputError: the agreements or sources file is wrong.
        LedgerError, GazetteerError: as they say.
    """
    from harmledger.adapters.fetch.agreements import load_agreements
    from harmledger.adapters.fetch.inputs import inputs
    from harmledger.adapters.fetch.sources import load_sources
    from harmledger.pipeline.linking import standard_linker
    from harmledger.pipeline.run import run

    agreements = load_agreements(config.agreements) if config.agreements else ()
    sources = load_sources(config.sources) if config.sources else ()
    reader_plan(config).basis()  # a gazetteer that is not there is told before a ledger is made
    with open_ledger(config.ledger, create=True) as ledger:
        plan = ledger_plan(config, ledger, sources)
        given = not_its_own(inputs(paths, stdin, config.max_bytes), Path(ledger.name))
        return run(
            given, ledger, plan, standard_linker(), agreements=agreements,
            sources=sources, jobs=config.jobs, progress=progress,
        )  # fmt: skip


def not_its_own(items: Iterable[Raw | InputError], ledger: Path) -> Iterator[Raw | InputError]:
    """Inputs without the ledger's own files, which stand among them where it is kept in a folder that is read."""
    for item in items:
        address = item.address if isinstance(item, Raw) else item.where
        if ledger.name not in address or not _belongs(Path(address), ledger):
            yield item


def _belongs(path: Path, ledger: Path) -> bool:
    own = str(ledger.absolute())
    at = path.absolute()
    return str(at) in (own, f"{own}-wal", f"{own}-shm") or at.is_relative_to(f"{own}.blobs")


def rebuild_ledger(config: Config, progress: Progress | None = None) -> int:
    """`rebuild` with what the settings name; says how many captures were read anew."""
    from harmledger.pipeline.linking import standard_linker
    from harmledger.pipeline.rebuild import rebuild

    reader_plan(config).basis()
    with open_ledger(config.ledger) as ledger:
        plan = ledger_plan(config, ledger)
        return rebuild(ledger, plan, standard_linker(), jobs=config.jobs, progress=progress)
