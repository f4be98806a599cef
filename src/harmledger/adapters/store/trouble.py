"""A database's errors as the ledger's own, with what to do about them."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from harmledger.errors import LedgerBroken, LedgerBusy, LedgerError

_SAFE = "The ledger holds all that was reported as added before"


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turns what a database raises into a LedgerError that names the ledger `name` and the remedy."""
    try:
        yield
    except DBAPIError as e:
        words = str(e.orig)
        if "disk is full" in words or "disk I/O" in words:
            raise LedgerError(f"{name}: {words}. {_SAFE}; free some space and run the same command again") from e
        if "locked" in words or "busy" in words:
            raise LedgerBusy(f"{name}: another process has been writing for too long. {_SAFE}; try again") from e
        if "malformed" in words or "not a database" in words:
            raise LedgerBroken(f"{name}: {words}. Restore it from a backup") from e
        if "readonly" in words or "unable to open" in words:
            raise LedgerError(f"{name}: {words}. Check that you may write the file and its folder") from e
        if "never changes" in words:
            raise LedgerError(f"{name}: {words}") from e
        raise LedgerError(f"{name}: the database refused: {words}") from e
