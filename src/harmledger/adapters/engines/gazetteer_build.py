"""Builds a gazetteer file: written beside its place and renamed when whole, so that a killed build leaves nothing."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeVar

from harmledger.adapters.engines import gazetteer_schema as schema
from harmledger.adapters.engines.gazetteer_sources import World
from harmledger.errors import GazetteerError

T = TypeVar("T")
BATCH = 5000


class Source(Protocol):
    """Where places come from."""

    def versions(self) -> dict[str, str]:
        """What the places were taken from, with versions."""

    def total(self) -> int:
        """How many rows there will be, about."""

    def rows(self) -> Iterator[schema.Row]:
        """Every place; of one place id the first counts."""

    def parts(self) -> Iterator[tuple[str, str, float, float, float]]:
        """(place id, side, lat, lon, radius km) of areas large enough to have sides."""


def build(path: Path, progress: schema.Progress = schema.silent, source: Callable[[], Source] = World) -> None:
    """Writes a gazetteer of the source's places to `path`, replacing what is there.

    Args:
        path: the gazetteer's file; its folder is made if absent.
        progress: called with a stage's name, how much of it is done, and the whole.
        source: opens the place lists; by default the world's towns, admin areas and countries.

    Raises:
        GazetteerError: the file cannot be written.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        db = sqlite3.connect(part)
        try:
            _fill(db, progress, source)
        finally:
            db.close()
        part.replace(path)
    except (sqlite3.Error, OSError) as e:
        raise GazetteerError(f"{path}: cannot be written: {e}. Free some space or name another place") from e
    finally:
        part.unlink(missing_ok=True)


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _fill(db: sqlite3.Connection, progress: schema.Progress, source: Callable[[], Source]) -> None:
    # The file is thrown away unless it is whole, so nothing in it needs to survive a crash.
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
    db.executescript(schema.TABLES)
    db.execute(schema.SEARCH)
    db.execute("CREATE TEMP TABLE spelled (key TEXT, place INTEGER, main INTEGER)")
    progress("reading the place lists", 0, 1)
    lists = source()
    progress("reading the place lists", 1, 1)
    content, seen, number = hashlib.sha256(), set[str](), 0
    for batch in batches(lists.rows()):
        fresh = [r for r in {r.entry.place_id: r for r in reversed(batch)}.values() if r.entry.place_id not in seen]
        fresh.reverse()
        seen.update(r.entry.place_id for r in fresh)
        schema.insert(db, list(enumerate(fresh, number + 1)), "temp.spelled")
        content.update(repr(fresh).encode())
        number += len(fresh)
        progress("places", number, lists.total())
    progress("names", 0, 1)
    # One sorted pass is several times faster than as many insertions at random keys.
    db.execute("INSERT INTO name SELECT key, place, max(main) FROM temp.spelled GROUP BY 1, 2 ORDER BY 1, 2")
    db.execute("CREATE INDEX names_of ON name (place)")
    # An area without a town of its own in the lists lies where the town does that it is named after.
    db.execute(schema.PLACE_AREAS)
    db.executemany("INSERT INTO part VALUES (?, ?, ?, ?, ?)", lists.parts())
    progress("names", 1, 1)
    facts = {f"package:{name}": v for name, v in lists.versions().items()}
    facts |= {
        "schema": str(schema.VERSION),
        "own": schema.own_lists(),
        "places": str(number),
        "digest": content.hexdigest(),
    }
    db.executemany("INSERT INTO meta VALUES (?, ?)", sorted(facts.items()))
    db.commit()
