"""The tables of a gazetteer file, and how a place and its names go in."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from harmledger.adapters.engines.gazetteer_romanised import romaniser
from harmledger.geo.entry import Entry
from harmledger.text.keys import MARK, bare, key

Progress = Callable[[str, int, int], None]
VERSION = 4
# The index of words cannot be changed, only added to: each place has room for this many lists' names.
TURNS = 256

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, place_id TEXT NOT NULL UNIQUE, geoname_id INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL,
    lat REAL, lon REAL, radius_km REAL NOT NULL, population INTEGER NOT NULL, country TEXT,
    admin1 TEXT, admin2 TEXT, admin1_id TEXT, admin2_id TEXT, capital INTEGER NOT NULL DEFAULT 0, source TEXT NOT NULL);
CREATE INDEX capitals ON place (country) WHERE capital = 1;
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE romanised (
    likeness TEXT NOT NULL, country TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (likeness, country, place, name)) WITHOUT ROWID;
CREATE TABLE part (
    place_id TEXT NOT NULL, side TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, radius_km REAL NOT NULL,
    PRIMARY KEY (place_id, side)) WITHOUT ROWID;
CREATE TABLE added (digest TEXT PRIMARY KEY, file TEXT NOT NULL, places INTEGER NOT NULL) WITHOUT ROWID;
"""
SEARCH = """CREATE VIRTUAL TABLE words USING fts5(
    name, content='', detail='column', tokenize='unicode61 remove_diacritics 2')"""
PLACE = f"INSERT INTO place VALUES ({', '.join('?' * 16)})"
ROMANISED = "INSERT OR IGNORE INTO romanised VALUES (?, ?, ?, ?)"
NAME = "INSERT INTO {} VALUES (?, ?, ?)"
WORDS = "INSERT INTO words (rowid, name) VALUES (?, ?)"
PLACE_AREAS = """
UPDATE place SET (lat, lon) = (
    SELECT t.lat, t.lon FROM name a JOIN name b ON b.key = a.key JOIN place t ON t.id = b.place
    WHERE a.place = place.id AND t.kind = 'settlement' AND t.country = place.country
        AND (place.admin1_id IS NULL OR t.admin1_id = place.admin1_id)
    ORDER BY t.population DESC, t.place_id LIMIT 1)
WHERE lat IS NULL
"""
COLUMNS = (
    "p.place_id, p.name, p.kind, p.lat, p.lon, p.radius_km, p.population, p.country, p.geoname_id, "
    "p.admin1, p.admin2, p.admin1_id, p.admin2_id, p.capital"
)
_OWN = ("gazetteer_regions.toml", "gazetteer_romanised.toml")


def own_lists() -> str:
    """The digest of our own lists, from which a gazetteer is built beside those of packages."""
    content = sha256()
    for name in _OWN:
        content.update((files(__package__) / name).read_bytes())
    return content.hexdigest()


@dataclass(frozen=True, slots=True)
class Row:
    """A place on its way in: what the gazetteer will know, all its names, and where they came from."""

    entry: Entry
    names: tuple[str, ...]
    source: str


def silent(stage: str, done: int, total: int) -> None:
    """Reports no progress."""


def words_row(number: int, turn: int) -> int:
    """The row of `words` that holds a place's names as the `turn`-th added list gives them; 0 is the build."""
    return number * TURNS + turn


def place_row(number: int, row: Row) -> tuple[object, ...]:
    """The values of one row of `place`."""
    e = row.entry
    return (
        number, e.place_id, e.geoname_id, e.name, str(e.kind), e.lat, e.lon, e.radius_km, e.population, e.country,
        e.admin1, e.admin2, e.admin1_id, e.admin2_id, int(e.capital), row.source,
    )  # fmt: skip


def name_rows(number: int, main: str, names: Iterable[str]) -> list[tuple[str, int, int]]:
    """The keys of a place: of its own name and of each alternate; an Arabic one with an article also without it."""
    own = key(main)
    found = {own: 1} | {k: 0 for k in map(key, names) if k != own}
    if any(k.startswith(MARK) and not k.isascii() for k in found):
        for k in list(found):
            found.setdefault(bare(k), 0)
    return [(k, number, v) for k, v in found.items() if len(k) > 1]


def romanised_rows(number: int, country: str | None, names: Iterable[str]) -> list[tuple[str, str, int, str]]:
    """What names of a place are like, where its country's names are written in Latin letters in several ways."""
    table = romaniser(country)
    if table is None or country is None:
        return []
    found = {name: table.spell(name) for name in names}
    return [(table.index(spelling), country, number, name) for name, spelling in found.items() if spelling]


def insert(db: sqlite3.Connection, rows: Iterable[tuple[int, Row]], names_into: str = "name") -> None:
    """Puts a batch of numbered rows in, with their words, and their names into a table like `name`."""
    batch = list(rows)
    db.executemany(PLACE, (place_row(n, r) for n, r in batch))
    spelled = (x for n, r in batch for x in name_rows(n, r.entry.name, r.names))
    db.executemany(NAME.format(names_into), spelled)
    alike = (x for n, r in batch for x in romanised_rows(n, r.entry.country, (r.entry.name, *r.names)))
    db.executemany(ROMANISED, alike)
    db.executemany(WORDS, ((words_row(n, 0), "\n".join(dict.fromkeys((r.entry.name, *r.names)))) for n, r in batch))
