"""A small gazetteer by hand: real places, enough of them to confuse one with another; and a reader of texts with it."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import pytest

from harmledger.geo.entry import Entry
from harmledger.geo.spread import Spread
from harmledger.model.codes import PlacePrecision
from harmledger.text.keys import bare, key

K = PlacePrecision


def area(
    n: int, name: str, kind: PlacePrecision, lat: float, lon: float, people: int, country: str, above: int = 0
) -> Entry:
    own = f"gn:{n}"
    first = own if kind is K.ADMIN1 else f"gn:{above}" if above else None
    first_name = name if kind is K.ADMIN1 else None
    second = own if kind is K.ADMIN2 else None
    return Entry(own, name, kind, lat, lon, 60.0, people, country, n, first_name, None, first, second)


def town(
    n: int,
    name: str,
    lat: float,
    lon: float,
    people: int,
    country: str,
    above: Entry | None = None,
    capital: bool = False,
) -> Entry:
    return Entry(
        f"gn:{n}", name, K.SETTLEMENT, lat, lon, 5.0, people, country, n,
        above.name if above else None, None, above.place_id if above else None, None, capital,
    )  # fmt: skip


SYRIA = area(1, "Syria", K.COUNTRY, 35, 38, 17_000_000, "SY")
IDLIB_AREA = area(2, "Idlib", K.ADMIN1, 35.8, 36.64, 440_000, "SY")
IDLIB = town(3, "Idlib", 35.93, 36.63, 128_000, "SY", IDLIB_AREA)
ARIHA = town(4, "Arīḩā", 35.81, 36.6, 39_000, "SY", IDLIB_AREA)
DAMASCUS = town(5, "Damascus", 33.51, 36.29, 1_600_000, "SY", capital=True)
RUSSIA = area(6, "Russia", K.COUNTRY, 60, 100, 144_000_000, "RU")
MOSCOW = town(7, "Moscow", 55.75, 37.6, 10_000_000, "RU", capital=True)
STATES = area(8, "United States", K.COUNTRY, 39.8, -98.6, 327_000_000, "US")
TEXAS = area(9, "Texas", K.ADMIN1, 31.5, -98.7, 22_000_000, "US")
OHIO = area(10, "Ohio", K.ADMIN1, 40.3, -82.7, 11_000_000, "US")
PARIS_TEXAS = town(11, "Paris", 33.66, -95.55, 25_000, "US", TEXAS)
FRANCE = area(12, "France", K.COUNTRY, 46, 2, 66_000_000, "FR")
PARIS = town(13, "Paris", 48.85, 2.35, 2_100_000, "FR", capital=True)
MOSCOW_OHIO = town(14, "Moscow", 38.86, -84.23, 250, "US", OHIO)
JORDAN = area(15, "Jordan", K.COUNTRY, 31, 36, 10_000_000, "JO")
DALLAS = town(16, "Dallas", 32.78, -96.8, 1_300_000, "US", TEXAS)
SARMIN_IR = town(17, "Sarmin", 36.2, 57.6, 900, "IR")
LAMAR = area(18, "Lamar County", K.ADMIN2, 33.67, -95.57, 49_000, "US", 9)
MOST = town(19, "Most", 50.5, 13.64, 63_000, "CZ")
VERMONT = area(21, "Vermont", K.ADMIN1, 44, -72.7, 640_000, "US")
ALBANS = town(22, "Saint Albans", 44.81, -73.08, 6_800, "US", VERMONT)
BINNISH = town(23, "Binnish", 35.9, 36.73, 14_000, "SY", IDLIB_AREA)
BANNISH = town(24, "Bannish", 35.6, 36.5, 900, "SY", IDLIB_AREA)
ALBANS_HERE = town(25, "Albans", 40.1, -84.0, 21_000, "US", OHIO)
ALBANS_THERE = town(26, "Albans", 51.7, -0.3, 90_000, "GB")
KUWAIT_CITY = town(27, "Kuwait City", 29.37, 47.98, 60_000, "KW", capital=True)
AL_BAB = town(28, "Al Bab", 36.37, 37.52, 70_000, "SY")
MARJ_NEAR = town(29, "Marj", 35.92, 36.75, 0, "SY", IDLIB_AREA)
MARJ_FAR = town(30, "Marj", 35.5, 36.3, 0, "SY", IDLIB_AREA)
MAYADIN_AREA = area(41, "Old Mayadin", K.ADMIN2, 35.2, 40.9, 90_000, "SY", 2)
MAYADIN = town(42, "Old Mayadin", 35.02, 40.45, 40_000, "SY", IDLIB_AREA)
CHAD = area(20, "Chad", K.COUNTRY, 15, 19, 15_000_000, "TD")
WEST_BANK = area(43, "West Bank", K.ADMIN1, 32, 35.22, 850_000, "PS")
HEBRON_AREA = area(47, "Hebron", K.ADMIN1, 31.54, 35.03, 350_000, "PS")
HEBRON = town(44, "Hebron", 31.53, 35.09, 160_000, "PS", HEBRON_AREA)
RED_SEA = area(45, "Red Sea", K.ADMIN1, 19.4, 37.2, 400_000, "SD")
NORMAN = town(46, "Norman", 33.1, -96.9, 120_000, "US", TEXAS)
NAMES = {
    ARIHA: ("Ariha", "أريحا"), IDLIB: ("Idleb", "إدلب"), IDLIB_AREA: ("إدلب",), KUWAIT_CITY: ("الكويت",),
    BINNISH: ("بنش",), AL_BAB: ("الباب",), MOST: ("الجسر",),
    DAMASCUS: ("دمشق",), MARJ_NEAR: ("المرج",), MARJ_FAR: ("المرج",),
    LAMAR: ("Lamar",), SYRIA: ("Syrian Arab Republic", "سوريا"),
    STATES: ("United States of America",), MAYADIN_AREA: ("Meyadeen",),
}  # fmt: skip
ALL = [v for v in list(globals().values()) if isinstance(v, Entry)]
ALIKE = {
    ("Aryha", "SY"): (ARIHA,), ("Aryha", None): (ARIHA,), ("Banneesh", None): (BANNISH,),
    ("bynsh", "SY"): (BINNISH,), ("Benneesh", "SY"): (BINNISH, BANNISH),
}  # fmt: skip


class FakeGazetteer:
    """The port, by dict."""

    def __init__(self) -> None:
        self.known: dict[str, list[Entry]] = {}
        for e in sorted(ALL, key=lambda e: -e.population):
            self.known.setdefault(key(e.name), []).append(e)
            for name in NAMES.get(e, ()):
                if key(name) != key(e.name):
                    self.known.setdefault(key(name), []).append(replace(e, main=False))

    def lookup(self, keys: Collection[str]) -> Mapping[str, tuple[Entry, ...]]:
        found = {k: self.known.get(k) or self.known.get(bare(k)) for k in keys}
        return {k: tuple(v) for k, v in found.items() if v}

    def spelt(self, name: str, country: str | None) -> str | None:
        return name.lower() if country == "SY" else None

    def alike(self, name: str, country: str | None) -> tuple[Entry, ...]:
        return ALIKE.get((name, country), ())

    def capital(self, country: str) -> Entry | None:
        return next((e for e in ALL if e.country == country and e.capital), None)

    def part(self, place_id: str, side: str) -> Spread | None:
        return {("gn:1", "north"): Spread(36.5, 38.0, 200.0), ("gn:2", "south"): Spread(35.5, 36.6, 25.0)}.get(
            (place_id, side)
        )


@pytest.fixture
def gazetteer() -> FakeGazetteer:
    return FakeGazetteer()
