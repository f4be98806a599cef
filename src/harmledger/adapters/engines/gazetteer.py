"""The gazetteer: places and all their names in one SQLite file."""

import json
import re
import sqlite3
from collections import OrderedDict
from collections.abc import Collection, Mapping
from pathlib import Path

from harmledger.adapters.engines import gazetteer_schema as schema
from harmledger.adapters.engines.gazetteer_romanised import romaniser, tables
from harmledger.errors import GazetteerError
from harmledger.geo.entry import Entry
from harmledger.geo.spread import Spread
from harmledger.model.codes import PlacePrecision
from harmledger.text.keys import MARK, bare

_WORD = re.compile(r"[^\W_]+")
CACHED_KEYS = 20_000
_LOOKUP = f"""SELECT n.key, n.main, {schema.COLUMNS} FROM name n JOIN place p ON p.id = n.place
    WHERE n.key IN (SELECT value FROM json_each(?)) ORDER BY n.key, p.population DESC, p.place_id"""
_SEARCH = f"""SELECT DISTINCT 1, 1, {schema.COLUMNS} FROM words JOIN place p ON p.id = words.rowid / {schema.TURNS}
    WHERE words MATCH ? AND (? IS NULL OR p.country = ?) ORDER BY p.population DESC, p.place_id LIMIT ?"""
_ROMANISED = f"""SELECT s.name, 0, {schema.COLUMNS} FROM romanised s JOIN place p ON p.id = s.place
    WHERE s.likeness = ? AND (? IS NULL OR s.country = ?) ORDER BY p.population DESC, p.place_id"""
_CAPITAL = f"""SELECT '', 1, {schema.COLUMNS} FROM place p WHERE p.country = ? AND p.capital = 1
    ORDER BY p.population DESC LIMIT 1"""


class SqliteGazetteer:
    """A gazetteer file, opened for reading. Finds nothing that is merely similar.

    Args:
        path: a file that `build` wrote.

    Raises:
        GazetteerError: no such file, not a gazetteer, or one of another version.
    """

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise GazetteerError(f"{path}: there is no gazetteer. Build one with `harmledger gazetteer build`")
        try:
            self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self.meta = dict(self._db.execute("SELECT name, value FROM meta"))
        except sqlite3.Error as e:
            raise GazetteerError(f"{path}: not a gazetteer: {e}. Build it anew") from e
        if self.meta.get("schema") != str(schema.VERSION):
            raise GazetteerError(f"{path}: a gazetteer of another version. Build it anew")
        self._db.execute("PRAGMA mmap_size = 268435456")
        self._capitals: dict[str, Entry | None] = {}
        self._alike: dict[tuple[str, str | None], tuple[Entry, ...]] = {}
        self._known: OrderedDict[str, tuple[Entry, ...]] = OrderedDict()

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def lookup(self, keys: Collection[str]) -> Mapping[str, tuple[Entry, ...]]:
        """The places known under each key of `text.keys.key`, most people first; keys of no place are left out.

        A key with an article that no place has is looked for without it.
        """
        found = self._exactly(keys)
        lacking = {k: bare(k) for k in keys if k.startswith(MARK) and k not in found}
        if lacking:
            without = self._exactly(set(lacking.values()))
            found |= {k: without[b] for k, b in lacking.items() if b in without}
        return found

    def alike(self, name: str, country: str | None) -> tuple[Entry, ...]:
        """The places of a country (ISO 3166-1), or of any, one of whose names may be this one in other Latin letters.

        Of those only the ones that are most alike; empty where none is, or the country's names have one spelling.
        """
        if (name, country) not in self._alike:
            if len(self._alike) > CACHED_KEYS:
                self._alike.clear()
            self._alike[name, country] = self._most_alike(name, country)
        return self._alike[name, country]

    def spelt(self, name: str, country: str | None) -> str | None:
        """What all Latin spellings of a name share in a country; None where its names have one spelling."""
        table = romaniser(country)
        return table.shared(name) if table else None

    def _most_alike(self, name: str, country: str | None) -> tuple[Entry, ...]:
        best: dict[Entry, int] = {}
        for table in {romaniser(country)} if country else tables():
            spelling = table.spell(name) if table else None
            if table is None or spelling is None:
                continue
            for row in self._db.execute(_ROMANISED, (table.index(spelling), country, country)):
                other = table.spell(row[0]) if romaniser(row[9]) is table else None
                apart = table.apart(spelling, other) if other else None
                if apart is not None:
                    entry = _entry(row)
                    best[entry] = min(apart, best.get(entry, apart))
        least = min(best.values(), default=0)
        return tuple(e for e, apart in best.items() if apart == least)

    def part(self, place_id: str, side: str) -> Spread | None:
        """The north, southeast, centre ... of a country or first-level area; None where it is too small."""
        row = self._db.execute(
            "SELECT lat, lon, radius_km FROM part WHERE place_id = ? AND side = ?", (place_id, side)
        ).fetchone()
        return Spread(*row) if row else None

    def capital(self, country: str) -> Entry | None:
        """The capital of a country (ISO 3166-1 alpha-2), where it is known."""
        if country not in self._capitals:
            row = self._db.execute(_CAPITAL, (country,)).fetchone()
            self._capitals[country] = _entry(row) if row else None
        return self._capitals[country]

    def search(self, words: str, country: str | None = None, limit: int = 20) -> tuple[Entry, ...]:
        """Places whose names hold every word, the last one perhaps only begun, most people first."""
        terms = [f'"{w}"' for w in _WORD.findall(words)]
        if not terms:
            return ()
        rows = self._db.execute(_SEARCH, (" AND ".join(terms) + "*", country, country, limit))
        return tuple(_entry(row) for row in rows)

    def _exactly(self, keys: Collection[str]) -> dict[str, tuple[Entry, ...]]:
        known = self._known
        lacking = [k for k in keys if k not in known]
        if lacking:
            fresh: dict[str, list[Entry]] = {k: [] for k in lacking}
            for row in self._db.execute(_LOOKUP, (json.dumps(lacking),)):
                fresh[row[0]].append(_entry(row))
            for k, entries in fresh.items():
                known[k] = tuple(entries)
        found = {}
        for k in keys:
            entries_of = known[k]
            if entries_of:
                found[k] = entries_of
        while len(known) > CACHED_KEYS:
            known.popitem(last=False)
        return found


def _entry(row: tuple[object, ...]) -> Entry:
    (_, main, place_id, name, kind, lat, lon, radius, population, country, geoname_id,
     admin1, admin2, admin1_id, admin2_id, capital) = row  # fmt: skip
    return Entry(
        place_id, name, PlacePrecision(kind), lat, lon, radius, population, country, geoname_id,  # type: ignore[arg-type]
        admin1, admin2, admin1_id, admin2_id, bool(capital), bool(main),  # type: ignore[arg-type]
    )  # fmt: skip
