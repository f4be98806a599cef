"""Blobs: bytes kept beside the ledger, named by their SHA-256, compressed by gzip."""

import errno
import gzip
import os
import zlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harmledger.errors import LedgerBroken, LedgerError
from harmledger.model.ids import digest as digest_of

SYNCS = 16


class Blobs:
    """A folder of content-addressed files `ab/abcdef....gz`, to be checked by `zcat FILE | sha256sum`.

    A name that exists holds its whole content, always.

    A file is written under another name, synced and renamed, so that a crash leaves at worst a stray `.part`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, contents: Iterable[tuple[str, bytes]]) -> None:
        """Keeps each content under its digest and returns when all are safe on disk.

        Raises:
            LedgerError: the disk is full or cannot be written; nothing is left half-written.
        """
        self._keep((name, data) for name, data in contents if not self._path(name).exists())

    def mend(self, contents: Iterable[tuple[str, bytes]]) -> int:
        """Keeps again those contents whose file was lost or damaged; says how many.

        Raises:
            LedgerError: as `put`.
        """
        lost = [(name, data) for name, data in contents if not self._holds(name)]
        self._keep(lost)
        return len(lost)

    def _holds(self, name: str) -> bool:
        try:
            self.get(name)
        except LedgerBroken:
            return False
        return True

    def _keep(self, contents: Iterable[tuple[str, bytes]]) -> None:
        touched: set[Path] = set()
        fresh: list[tuple[Path, bytes]] = []
        try:
            for name, data in contents:
                path = self._path(name)
                if not path.parent.exists():
                    path.parent.mkdir(parents=True, exist_ok=True)
                    touched |= {self._folder, self._folder.parent}
                touched.add(path.parent)
                fresh.append((path, gzip.compress(data, 6, mtime=0)))
            if fresh:
                # Syncing is waiting: several at once share the disk's own round.
                with ThreadPoolExecutor(SYNCS) as pool:
                    list(pool.map(_write, fresh))
                    list(pool.map(_sync_folder, touched))
        except OSError as e:
            remedy = "free some space" if e.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else "check the disk"
            raise LedgerError(
                f"{self._folder}: cannot keep a report's bytes ({e.strerror}). The ledger holds all that was reported "
                f"as added before; {remedy} and run the same command again"
            ) from e

    def get(self, name: str) -> bytes:
        """The content of that digest.

        Raises:
            LedgerBroken: it is missing, or what is there has another digest.
        """
        try:
            data = gzip.decompress(self._path(name).read_bytes())
        except FileNotFoundError:
            raise LedgerBroken(
                f"{self._path(name)} is missing. Restore it from a backup of {self._folder}, or run the input that it "
                "came from again"
            ) from None
        except (OSError, EOFError, zlib.error) as e:
            raise LedgerBroken(f"{self._path(name)} cannot be read ({e}). Restore it from a backup") from e
        if digest_of(data) != name:
            raise LedgerBroken(f"{self._path(name)} is not what was kept under that name. Restore it from a backup")
        return data

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / f"{name}.gz"


def _write(content: tuple[Path, bytes]) -> None:
    path, data = content
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as f:
            f.write(data)
            f.flush()
            os.fsync(f.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Makes a rename last through a power cut; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
