"""Place lists that users bring, read into rows by their headers.

A GeoNames country dump (tabs, no header, 19 columns), an OCHA P-code list (`ADM4_EN`, `admin4Name_en`), a CSV or JSON
with a name and a point. A list that is not understood is refused with the file, the line and the remedy.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harmledger.errors import InputError
from harmledger.model.codes import PlacePrecision

GEONAMES_COLUMNS = 19
_ADMIN = {"1": PlacePrecision.ADMIN1, "2": PlacePrecision.ADMIN2, "3": PlacePrecision.ADMIN3}
_KINDS = {
    "country": PlacePrecision.COUNTRY, "adm0": PlacePrecision.COUNTRY,
    "region": PlacePrecision.ADMIN1, "governorate": PlacePrecision.ADMIN1, "province": PlacePrecision.ADMIN1,
    "state": PlacePrecision.ADMIN1, "adm1": PlacePrecision.ADMIN1, "admin1": PlacePrecision.ADMIN1,
    "county": PlacePrecision.ADMIN2, "district": PlacePrecision.ADMIN2, "adm2": PlacePrecision.ADMIN2,
    "admin2": PlacePrecision.ADMIN2,
    "localadmin": PlacePrecision.ADMIN3, "subdistrict": PlacePrecision.ADMIN3, "adm3": PlacePrecision.ADMIN3,
    "admin3": PlacePrecision.ADMIN3,
    "": PlacePrecision.SETTLEMENT, "locality": PlacePrecision.SETTLEMENT, "settlement": PlacePrecision.SETTLEMENT,
    "town": PlacePrecision.SETTLEMENT, "village": PlacePrecision.SETTLEMENT, "city": PlacePrecision.SETTLEMENT,
    "camp": PlacePrecision.SETTLEMENT, "neighbourhood": PlacePrecision.SETTLEMENT, "hamlet": PlacePrecision.SETTLEMENT,
    "adm4": PlacePrecision.SETTLEMENT, "community": PlacePrecision.SETTLEMENT, "suburb": PlacePrecision.SETTLEMENT,
    "borough": PlacePrecision.SETTLEMENT, "macrohood": PlacePrecision.SETTLEMENT, "campus": PlacePrecision.SETTLEMENT,
}  # fmt: skip
_LAT = ("lat", "latitude", "y", "pointy", "centroidlatitude", "latitudey", "latdd")
_LON = ("lon", "lng", "long", "longitude", "x", "pointx", "centroidlongitude", "longitudex", "londd")
_NAME = ("name", "nameen", "asciiname", "placename", "locality", "town", "village", "community", "city")
_MORE = re.compile(r"(?:alt|alternat|alias|name|othername)\w*")
_LEVEL = re.compile(r"adm(?:in)?([1-4])(?:name)?(?:en|fr|es)?\Z")
_LEVEL_MORE = re.compile(r"adm(?:in)?([1-4])(?:name)?(?!en\Z|pcode\Z)[a-z]{2,3}\d?\Z")
_FIRST = (
    "adm1en", "admin1nameen", "admin1name", "admin1", "adm1name", "province", "governorate", "state", "regionid",
    "governorateid",
)  # fmt: skip
_SECOND = ("adm2en", "admin2nameen", "admin2name", "admin2", "adm2name", "district", "countyid", "districtid")
_COUNTRY = (
    "countrycode", "iso2", "iso", "iso31661", "country", "adm0pcode", "admin0pcode", "adm0en", "admin0nameen",
)  # fmt: skip
_CHAR = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class Given:
    """A place as a list gives it; `first` and `second` are its admin areas' names or the list's own codes of them."""

    line: int
    own_id: str
    name: str
    names: tuple[str, ...]
    kind: PlacePrecision
    lat: float
    lon: float
    population: int = 0
    geoname_id: int | None = None
    country: str | None = None
    first: str = ""
    second: str = ""


def read_list(file: Path) -> Iterator[Given]:
    """The places of a list, in its order.

    Raises:
        InputError: the file cannot be read, its header says no name and point, or a row's point is off the globe.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as e:
        raise InputError(
            f"cannot be read ({e.strerror})", where=str(file), remedy="Check the path and its permissions"
        ) from e
    except UnicodeDecodeError as e:
        line = file.read_bytes()[: e.start].count(b"\n") + 1
        raise InputError("is not UTF-8", where=str(file), line=line, remedy="Save the list as UTF-8") from e
    if not text.strip():
        raise InputError("is empty", where=str(file), remedy="Name a list with places in it")
    first = text.split("\n", 1)[0]
    if text.lstrip()[0] in "[{":
        return _from_json(file, text)
    if first.count("\t") == GEONAMES_COLUMNS - 1 and first.split("\t", 1)[0].isdigit():
        return _from_geonames(file, text)
    return _from_csv(file, text, max("\t;,", key=first.count))


def _from_geonames(file: Path, text: str) -> Iterator[Given]:
    for line, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        cells = row.rstrip("\r").split("\t")
        if len(cells) != GEONAMES_COLUMNS or not cells[0].isdigit():
            raise InputError(
                f"has {len(cells)} columns where a GeoNames dump has {GEONAMES_COLUMNS}", where=str(file), line=line,
                remedy="Download the country's dump again and unpack it",
            )  # fmt: skip
        kind = _geonames_kind(cells[6], cells[7])
        if kind is None:
            continue
        lat, lon = _point(file, line, cells[4], cells[5])
        names = tuple(n for n in (cells[2], *cells[3].split(",")) if n)
        code = f"{cells[8]}.{cells[10]}" if cells[10] else ""
        population = int(cells[14]) if cells[14].isdigit() else 0
        yield Given(
            line, f"gn:{cells[0]}", cells[1], names, kind, lat, lon, population, int(cells[0]), cells[8] or None, code
        )


def _geonames_kind(feature: str, code: str) -> PlacePrecision | None:
    if feature == "P" and code not in ("PPLH", "PPLQ", "PPLW"):
        return PlacePrecision.SETTLEMENT
    if feature == "A" and code[:3] == "ADM" and code[3:] in _ADMIN:
        return _ADMIN[code[3:]]
    return None


def _from_csv(file: Path, text: str, delimiter: str) -> Iterator[Given]:
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    header = [_CHAR.sub("", h.lower()) for h in next(rows)]
    columns = _Columns(file, header)
    for row in rows:
        if any(cell.strip() for cell in row):
            if len(row) > len(header):
                raise InputError(
                    f"has {len(row)} cells under {len(header)} headings", where=str(file), line=rows.line_num,
                    remedy="Put quotes round cells that hold the separator",
                )  # fmt: skip
            given = columns.read(dict(zip(header, (c.strip() for c in row), strict=False)), rows.line_num)
            if given is not None:
                yield given


def _from_json(file: Path, text: str) -> Iterator[Given]:
    try:
        rows = json.loads(text)
    except json.JSONDecodeError as e:
        raise InputError(f"is no JSON: {e.msg}", where=str(file), line=e.lineno, remedy="Check the file") from e
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows) or not rows:
        raise InputError("is no list of places", where=str(file), remedy="Give a JSON list of objects, one a place")
    for number, row in enumerate(rows, 1):
        flat = dict(_flat(row))
        given = _Columns(file, list(flat)).read(flat, number)
        if given is not None:
            yield given


def _flat(value: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Nested JSON as columns: `centroid.latitude` is `centroidlatitude`, a list's values are joined by strokes."""
    for name, inner in value.items():
        column = prefix + _CHAR.sub("", name.lower())
        if isinstance(inner, dict):
            yield from _flat(inner, column)
        elif isinstance(inner, list):
            yield column, "|".join(str(x.get("value", "")) if isinstance(x, dict) else str(x) for x in inner)
        elif inner is not None:
            yield column, str(inner)


class _Columns:
    """Which column of a list means what.

    Raises:
        InputError: there is no column for a name, or none for a point.
    """

    def __init__(self, file: Path, header: list[str]) -> None:
        self.file = file
        levels = {m.group(1): h for h in header if (m := _LEVEL.match(h))}
        coded = [k for k in levels if f"adm{k}pcode" in header or f"admin{k}pcode" in header]
        self.level = max(coded, default="")
        self.levels = levels
        self.lat = next((h for h in _LAT if h in header), "")
        self.lon = next((h for h in _LON if h in header), "")
        own = levels[self.level] if self.level else ""
        self.name = own or next((h for h in _NAME if h in header), "")
        if not (self.lat and self.lon and self.name):
            sought = (("a name", self.name), ("a latitude", self.lat), ("a longitude", self.lon))
            lacking = " and ".join(words for words, column in sought if not column)
            raise InputError(
                f"has no column for {lacking}", where=str(file), line=1,
                remedy="Name the columns name, lat, lon in the first line",
            )  # fmt: skip
        if self.level:
            self.more = [h for h in header if (m := _LEVEL_MORE.match(h)) and m.group(1) == self.level]
        else:
            self.more = [h for h in header if _MORE.match(h) and h != self.name]
        self.parents = [h for h in header if h in ("governorateid", "districtid")]

    def read(self, row: Mapping[str, str], line: int) -> Given | None:
        """One row; None for a row marked as retired or without a name."""
        name = row.get(self.name, "")
        if not name or row.get("retired") == "1":
            return None
        lat, lon = _point(self.file, line, row.get(self.lat, ""), row.get(self.lon, ""))
        names = tuple(dict.fromkeys(n.strip() for h in self.more for n in row.get(h, "").split("|") if n.strip()))
        number = _first(row, "geonameid", "geonamesid", "geonames", "externalidsgeonames")
        code = _first(row, f"adm{self.level}pcode", f"admin{self.level}pcode", "pcode", "externalidsochapcode")
        geoname_id = int(number) if number.isdigit() else None
        own = f"gn:{number}" if geoname_id else f"pcode:{code}" if code else self._own(row, name, lat, lon)
        population = re.sub(r"[.,]\d*\Z|\D", "", _first(row, "population", "pop", "populationvalue"))
        return Given(
            line, own, name, names, self._kind(row, line), lat, lon, int(population or 0), geoname_id,
            self._country(row, code),
            _first(row, *_FIRST), _first(row, *_SECOND),
        )  # fmt: skip

    def _own(self, row: Mapping[str, str], name: str, lat: float, lon: float) -> str:
        number = _first(row, "wofid", "id", "placeid")
        return f"list:{number}" if number else f"list:{name}@{lat:.4f},{lon:.4f}"

    def _country(self, row: Mapping[str, str], code: str) -> str | None:
        said = _first(row, *_COUNTRY)
        if not said and re.match(r"[A-Z]{2}\d", code):
            said = code[:2]
        return said or None

    def _kind(self, row: Mapping[str, str], line: int) -> PlacePrecision:
        if self.level:
            return _ADMIN.get(self.level, PlacePrecision.SETTLEMENT)
        if "iso31662" in row:
            return PlacePrecision.ADMIN1
        if self.parents and not _first(row, "kind", "type", "placetype"):
            return _ADMIN[str(1 + sum(bool(row.get(p)) for p in self.parents))]
        said = _first(row, "kind", "type", "placetype").lower()
        if said not in _KINDS:
            raise InputError(
                f"says a kind of place that is not known: {said!r}", where=str(self.file), line=line,
                remedy=f"Use one of {', '.join(sorted(k for k in _KINDS if k))}, or leave the cell empty",
            )  # fmt: skip
        return _KINDS[said]


def _first(row: Mapping[str, str], *columns: str) -> str:
    return next((row[c] for c in columns if row.get(c)), "")


def _point(file: Path, line: int, lat: str, lon: str) -> tuple[float, float]:
    try:
        point = float(lat), float(lon)
    except ValueError:
        raise InputError(
            f"has no point: {lat!r}, {lon!r}",
            where=str(file),
            line=line,
            remedy="Give degrees as plain numbers, like 35.93",
        ) from None
    if not (abs(point[0]) <= 90 and abs(point[1]) <= 180):
        swapped = abs(point[1]) <= 90 and abs(point[0]) <= 180
        remedy = "Latitude and longitude look swapped: swap the headings" if swapped else "Give degrees, WGS 84"
        raise InputError(f"has a point off the globe: {lat}, {lon}", where=str(file), line=line, remedy=remedy)
    return point
