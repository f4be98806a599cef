"""Builds a gazetteer file: written beside its place and renamed when whole, so that a killed build leaves nothing."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from harmledger.adapters.engines import gazetteer_schema as schema
from harmledger.adapters.engines.gazetteer_sources import World, versions
from harmledger.errors import GazetteerError

T = TypeVar("T")
Progress = Callable[[str, int, int], None]
BATCH = 5000


def build(path: Path, progress: Progress = lambda stage, done, total: None) -> None:
    """Writes the world's towns, admin areas and countries to `path`, replacing what is there.

    Args:
        path: the gazetteer's file; its folder is made if absent.
        progress: called with a stage's name, how much of it is done, and the whole.

    Raises:
        GazetteerError: the file cannot be written.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        db = sqlite3.connect(part)
        try:
            _fill(db, progress)
        finally:
            db.close()
        part.replace(path)
    except (sqlite3.Error, OSError) as e:
        raise GazetteerError(f"{path}: the gazetteer cannot be written: {e}. Free some space or name another place") from e
    finally:
        part.unlink(missing_ok=True)


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _fill(db: sqlite3.Connection, progress: Progress) -> None:
    # The file is thrown away unless it is whole, so nothing in it needs to survive a crash.
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
    db.executescript(schema.TABLES)
    db.execute(schema.SEARCH)
    db.execute("CREATE TEMP TABLE spelled (key TEXT, place INTEGER, main INTEGER)")
    progress("reading the place lists", 0, 1)
    world = World()
    progress("reading the place lists", 1, 1)
    number, seen = 0, set[str]()
    total = len(world.subdivisions) + world.towns_known()
    content = hashlib.sha256()
    for rows in (world.countries(), world.regions(), world.admins(), world.towns()):
        for batch in batches(rows):
            fresh = [r for r in batch if r.entry.place_id not in seen]
            seen.update(r.entry.place_id for r in fresh)
            schema.insert(db, list(enumerate(fresh, number + 1)), "temp.spelled")
            number += len(fresh)
            content.update(repr(fresh).encode())
            progress("places", number, total)
    progress("names", 0, 1)
    # One sorted pass is several times faster than as many insertions at random keys.
    db.execute("INSERT INTO name SELECT key, place, max(main) FROM temp.spelled GROUP BY key, place ORDER BY key, place")
    db.executemany("INSERT INTO part VALUES (?, ?, ?, ?, ?)", world.parts())
    progress("names", 1, 1)
    facts = {f"package:{name}": v for name, v in versions().items()}
    facts |= {"schema": str(schema.VERSION), "places": str(number)}
    facts["digest"] = content.hexdigest()
    db.executemany("INSERT INTO meta VALUES (?, ?)", sorted(facts.items()))
    db.commit()
