"""Adds a user's place list to a gazetteer, all of it or nothing. What is known already gains names, never a double."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harmledger.adapters.engines import gazetteer_schema as schema
from harmledger.adapters.engines.gazetteer_lists import Given, read_list
from harmledger.errors import GazetteerError, InputError
from harmledger.geo.distance import Point, km
from harmledger.geo.entry import Entry
from harmledger.model.codes import PlacePrecision
from harmledger.model.ids import digest
from harmledger.text.keys import key

# Two lists' points of one town lie this close; two towns of one name do not.
SAME_KM = 4.0
# Points this far from their country's middle, in radii of it, are looked at for swapped columns.
FAR_RADII = 1.5
# A list of which so many places are known, and so large a share of them in one country, is that country's.
FEWEST_KNOWN, ONE_COUNTRY = 10, 0.95
# Where a list does not say in which area a place lies, so many known towns nearest to it do, if they agree; only towns
# in its cell and those round it are looked at.
NEAREST, CELLS_A_DEGREE = 3, 5
_TOWNS = """SELECT lat, lon, admin1, admin1_id FROM place
    WHERE country = ? AND kind = 'settlement' AND admin1_id IS NOT NULL AND place_id LIKE 'gn:%' AND lat IS NOT NULL"""
_RADIUS = {
    PlacePrecision.SETTLEMENT: 5.0, PlacePrecision.ADMIN3: 10.0, PlacePrecision.ADMIN2: 25.0,
    PlacePrecision.ADMIN1: 80.0, PlacePrecision.COUNTRY: 400.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Added:
    """What a list brought: places new to the gazetteer, places that were known, new names for those."""

    places: int
    known: int
    names: int


def add(path: Path, file: Path, country: str | None = None, progress: schema.Progress = schema.silent) -> Added:
    """Adds the places of a list to the gazetteer at `path`; the same list again adds nothing.

    Args:
        path: the gazetteer.
        file: the list; see `gazetteer_lists`.
        country: ISO 3166-1 alpha-2 of all its places, for a list that does not say.
        progress: called with a stage's name, how much of it is done, and the whole.

    Raises:
        InputError: the list is not understood, its columns are swapped, or it says no country; nothing is added.
        GazetteerError: the gazetteer cannot be written.
    """
    if not path.exists():
        raise GazetteerError(f"{path}: there is no gazetteer. Build one with `harmledger gazetteer build`")
    given = list(read_list(file))
    mark = digest(file.read_bytes() + (country or "").encode())
    try:
        db = sqlite3.connect(path, timeout=60, isolation_level=None)
        try:
            db.execute("BEGIN IMMEDIATE")
            if db.execute("SELECT 1 FROM added WHERE digest = ?", (mark,)).fetchone():
                return Added(0, len(given), 0)
            result = _Merge(db, file, country).take(given, progress)
            db.execute("INSERT INTO added VALUES (?, ?, ?)", (mark, file.name, result.places))
            # What a run was made with is named by this digest: it tells every list added, in order.
            before = db.execute("SELECT value FROM meta WHERE name = 'digest'").fetchone()[0]
            db.execute("UPDATE meta SET value = ? WHERE name = 'digest'", (digest(f"{before}{mark}".encode()),))
            db.execute("COMMIT")
            return result
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")
            db.close()
    except sqlite3.Error as e:
        raise GazetteerError(f"{path}: cannot be written: {e}. Check its permissions and the disk's space") from e


class _Merge:
    def __init__(self, db: sqlite3.Connection, file: Path, country: str | None) -> None:
        self.db, self.file, self.said = db, file, country.upper() if country else None
        self.countries: dict[str, str] = {}
        for place_id, iso in db.execute("SELECT id, country FROM place WHERE kind = 'country'"):
            self.countries[iso.lower()] = iso
            for (name,) in db.execute("SELECT key FROM name WHERE place = ?", (place_id,)):
                self.countries[name] = iso
        self.next = (db.execute("SELECT max(id) FROM place").fetchone()[0] or 0) + 1
        self.names = 0
        self.turn = min(schema.TURNS - 1, 1 + self.db.execute("SELECT count(*) FROM added").fetchone()[0])
        self.towns: dict[str, dict[tuple[int, int], list[tuple[float, float, str, str]]]] = {}
        self.told: set[tuple[int, int]] = set()
        self.only: str | None = None

    def take(self, given: Sequence[Given], progress: schema.Progress) -> Added:
        known = {g.own_id: self._known(g) for g in given}
        areas = self._areas(given, known)
        self.only = self._only_country(known)
        nations = {g.own_id: self._country(g, known[g.own_id], areas) for g in given}
        self._check_points(given, nations)
        places = 0
        for done, g in enumerate(given, 1):
            number = known[g.own_id] or self._same(g, nations[g.own_id])
            if number is None:
                known[g.own_id] = self.next
                self._insert(g, nations[g.own_id], areas.get(g.first) or self._around(g, nations[g.own_id]))
                places += 1
            else:
                self._merge(number, g)
            if done % 500 == 0 or done == len(given):
                progress("places", done, len(given))
        return Added(places, len(given) - places, self.names)

    def _known(self, g: Given) -> int | None:
        row = self.db.execute("SELECT id FROM place WHERE place_id = ?", (g.own_id,)).fetchone()
        return row[0] if row else None

    def _same(self, g: Given, country: str) -> int | None:
        """A place of this kind, country and name that lies where the given one does."""
        for name in dict.fromkeys((g.name, *g.names)):
            for number, lat, lon in self.db.execute(
                "SELECT p.id, p.lat, p.lon FROM name n JOIN place p ON p.id = n.place"
                " WHERE n.key = ? AND p.kind = ? AND p.country = ?", (key(name), str(g.kind), country),
            ):  # fmt: skip
                if g.kind in (PlacePrecision.ADMIN1, PlacePrecision.ADMIN2):
                    return int(number)
                if lat is not None and km((lat, lon), (g.lat, g.lon)) <= SAME_KM:
                    return int(number)
        return None

    def _areas(self, given: Sequence[Given], known: dict[str, int | None]) -> dict[str, tuple[str, str, str]]:
        """(name, place id, country) of each first-level area that the list names or codes.

        By the area's own name or code where the gazetteer has it, else by what most of its known towns lie in.
        """
        votes: dict[str, Counter[tuple[str, str, str]]] = defaultdict(Counter)
        for g in given:
            number = known[g.own_id]
            if g.first and number is not None:
                row = self.db.execute("SELECT admin1, admin1_id, country FROM place WHERE id = ?", (number,)).fetchone()
                if row[0] and row[1]:
                    votes[g.first][row] += 1
        found = {first: counted.most_common(1)[0][0] for first, counted in votes.items()}
        for g in given:
            if not g.first or g.first in found:
                continue
            iso = self.said or self.countries.get(key(g.country or "")) or g.first.partition(".")[0]
            row = self.db.execute(
                "SELECT p.name, p.place_id, p.country FROM name n JOIN place p ON p.id = n.place"
                " WHERE n.key = ? AND p.kind = 'admin1' AND p.country = ?", (key(g.first), iso),
            ).fetchone()  # fmt: skip
            if row:
                found[g.first] = row
        return found

    def _country(self, g: Given, number: int | None, areas: dict[str, tuple[str, str, str]]) -> str:
        iso = self.said or self.countries.get(key(g.country or ""))
        if iso is None and number is not None:
            iso = self.db.execute("SELECT country FROM place WHERE id = ?", (number,)).fetchone()[0]
        if iso is None and g.first in areas:
            iso = areas[g.first][2]
        iso = iso or self.only
        if iso is None:
            raise InputError(
                f"does not say in which country {g.name} lies", where=str(self.file), line=g.line,
                remedy="Add a column country with ISO codes, or give --country",
            )  # fmt: skip
        return iso

    def _only_country(self, known: dict[str, int | None]) -> str | None:
        """The one country in which nearly all known places of the list lie; None where they are few or scattered."""
        numbers = [n for n in known.values() if n is not None]
        found: Counter[str] = Counter()
        for number in numbers:
            found[self.db.execute("SELECT country FROM place WHERE id = ?", (number,)).fetchone()[0]] += 1
        if len(numbers) < FEWEST_KNOWN:
            return None
        iso, count = found.most_common(1)[0]
        return iso if count >= ONE_COUNTRY * len(numbers) else None

    def _check_points(self, given: Sequence[Given], nations: dict[str, str]) -> None:
        """Refuses a list whose points make sense only with latitude and longitude swapped."""
        middles: dict[str, tuple[Point, float]] = {
            iso: ((lat, lon), radius)
            for iso, lat, lon, radius in self.db.execute(
                "SELECT country, lat, lon, radius_km FROM place WHERE kind = 'country' AND lat IS NOT NULL"
            )
        }
        swapped = []
        for g in given:
            middle, radius = middles.get(nations[g.own_id], ((g.lat, g.lon), 1.0))
            reach = FAR_RADII * radius + 100
            if abs(g.lon) <= 90 and km((g.lat, g.lon), middle) > reach and km((g.lon, g.lat), middle) <= reach:
                swapped.append(g)
        if len(swapped) * 2 > len(given):
            g = swapped[0]
            raise InputError(
                f"puts {g.name} at latitude {g.lat}, longitude {g.lon}, far outside {nations[g.own_id]}",
                where=str(self.file), line=g.line, remedy="Latitude and longitude look swapped: swap the headings",
            )  # fmt: skip

    def _around(self, g: Given, country: str) -> tuple[str, str, str] | None:
        """(name, place id, country) of the first-level area that the nearest towns agree on; None if they do not."""
        if country not in self.towns:
            self.towns[country] = defaultdict(list)
            for lat, lon, *area in self.db.execute(_TOWNS, (country,)):
                self.towns[country][_cell(lat), _cell(lon)].append((lat, lon, area[0], area[1]))
        row, column = _cell(g.lat), _cell(g.lon)
        near = [t for a in (-1, 0, 1) for b in (-1, 0, 1) for t in self.towns[country].get((row + a, column + b), ())]
        nearest = sorted(near, key=lambda t: (km(t[:2], (g.lat, g.lon)), t))[:NEAREST]
        found = {t[2:] for t in nearest}
        return (*found.pop(), country) if len(found) == 1 else None

    def _insert(self, g: Given, country: str, area: tuple[str, str, str] | None) -> None:
        own = g.kind is PlacePrecision.ADMIN1
        first = (g.name, g.own_id) if own else (area[0], area[1]) if area and area[2] == country else (None, None)
        second = (g.name, g.own_id) if g.kind is PlacePrecision.ADMIN2 else (None, None)
        entry = Entry(
            g.own_id, g.name, g.kind, g.lat, g.lon, _RADIUS[g.kind], g.population, country, g.geoname_id,
            first[0], second[0], first[1], second[1],
        )  # fmt: skip
        schema.insert(self.db, [(self.next, schema.Row(entry, g.names, self.file.name))])
        self.next += 1

    def _merge(self, number: int, g: Given) -> None:
        row = self.db.execute("SELECT name, lat, country FROM place WHERE id = ?", (number,)).fetchone()
        have = {k for (k,) in self.db.execute("SELECT key FROM name WHERE place = ?", (number,))}
        fresh = [r for r in schema.name_rows(number, row[0], (g.name, *g.names)) if r[0] not in have]
        self.db.executemany(schema.NAME.format("name"), fresh)
        self.names += len(fresh)
        if fresh:
            self.db.executemany(schema.ROMANISED, schema.romanised_rows(number, row[2], (g.name, *g.names)))
        if fresh and (number, self.turn) not in self.told:
            self.told.add((number, self.turn))
            words = "\n".join(dict.fromkeys((g.name, *g.names)))
            self.db.execute(schema.WORDS, (schema.words_row(number, self.turn), words))
        if row[1] is None:
            self.db.execute("UPDATE place SET lat = ?, lon = ? WHERE id = ?", (g.lat, g.lon, number))


def _cell(degrees: float) -> int:
    return round(degrees * CELLS_A_DEGREE)
