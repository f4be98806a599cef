"""What every gazetteer promises, asked of the one by dict and of the one in a file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harmledger.adapters.engines.gazetteer import SqliteGazetteer
from harmledger.adapters.engines.gazetteer_build import build
from harmledger.adapters.engines.gazetteer_romanised import romaniser
from harmledger.adapters.engines.gazetteer_schema import Row
from harmledger.geo.entry import Entry
from harmledger.geo.spread import Spread
from harmledger.locate.places import Gazetteer
from harmledger.model.codes import PlacePrecision
from harmledger.text.keys import bare, key

K = PlacePrecision
COUNTRY = Entry("gn:1", "Syria", K.COUNTRY, 35.0, 38.0, 320.0, 17_000_000, "SY", 1)
CAPITAL = Entry("gn:2", "Damascus", K.SETTLEMENT, 33.5, 36.3, 5.0, 1_569_000, "SY", 2, capital=True)
TOWN = Entry("gn:3", "Al Bab", K.SETTLEMENT, 36.4, 37.5, 5.0, 130_000, "SY", 3)
SMALL = Entry("gn:4", "Al Bab", K.SETTLEMENT, 34.4, 37.5, 5.0, 900, "SY", 4)
VILLAGE = Entry("gn:5", "Khān as Subul", K.SETTLEMENT, 35.76, 36.75, 5.0, 4_000, "SY", 5)
PLACES = (COUNTRY, SMALL, CAPITAL, TOWN, VILLAGE)
PART = ("gn:1", "north", 36.5, 38.0, 150.0)


class ByDict:
    def lookup(self, keys):  # type: ignore[no-untyped-def]
        found = {k: tuple(e for e in sorted(PLACES, key=lambda e: -e.population) if key(e.name) == k) for k in keys}
        return {k: v for k, v in found.items() if v}

    def spelt(self, name: str, country: str | None) -> str | None:
        table = romaniser(country)
        return table.shared(name) if table else None

    def alike(self, name: str, country: str | None) -> tuple[Entry, ...]:
        table = romaniser(country or "SY")
        said = table.spell(name) if table else None
        found: dict[Entry, int] = {}
        for e in sorted(PLACES, key=lambda e: -e.population):
            has = table.spell(e.name) if table and country in (None, e.country) else None
            apart = table.apart(said, has) if table and said and has else None
            if apart is not None:
                found[e] = apart
        return tuple(e for e, apart in found.items() if apart == min(found.values()))

    def capital(self, country: str) -> Entry | None:
        return next((e for e in PLACES if e.country == country and e.capital), None)

    def part(self, place_id: str, side: str) -> Spread | None:
        return Spread(*PART[2:]) if (place_id, side) == PART[:2] else None


class Lists:
    def versions(self) -> dict[str, str]:
        return {}

    def total(self) -> int:
        return len(PLACES)

    def rows(self) -> Iterator[Row]:
        return (Row(e, (), "test") for e in PLACES)

    def parts(self) -> Iterator[tuple[str, str, float, float, float]]:
        return iter([PART])


def in_a_file(folder: Path) -> Gazetteer:
    build(folder / "gazetteer", source=Lists)
    return SqliteGazetteer(folder / "gazetteer")


@pytest.fixture(params=[lambda folder: ByDict(), in_a_file], ids=["dict", "file"])
def gazetteer(request: pytest.FixtureRequest, tmp_path: Path) -> Gazetteer:
    make: Callable[[Path], Gazetteer] = request.param
    return make(tmp_path)


def test_a_batch_is_answered_by_key_most_people_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.lookup([key("Syria"), key("al-Bab"), key("Nowhere")])
    assert {k: [e.geoname_id for e in v] for k, v in found.items()} == {"syria": [1], "al bab": [3, 4]}


def test_asking_twice_gives_the_same(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup(["syria"]) == gazetteer.lookup(["syria"])


def test_nothing_near_is_found(gazetteer: Gazetteer) -> None:
    assert not gazetteer.lookup([key("Syrie"), key("Damas"), bare(key("Al Babb"))])


def test_nothing_asked_nothing_found(gazetteer: Gazetteer) -> None:
    assert not gazetteer.lookup([])


def test_an_entry_comes_back_whole(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup(["damascus"])["damascus"] == (CAPITAL,)


def test_capitals_and_parts(gazetteer: Gazetteer) -> None:
    assert gazetteer.capital("SY") == CAPITAL and gazetteer.capital("FR") is None
    assert gazetteer.part("gn:1", "north") == Spread(36.5, 38.0, 150.0) and gazetteer.part("gn:1", "east") is None


@pytest.mark.parametrize("name", ["Khan Sobol", "Khan al-Subl", "Khan Elsobol", "Khane es Sboul"])
def test_other_latin_spellings_of_a_name_are_like_it(gazetteer: Gazetteer, name: str) -> None:
    assert [e.place_id for e in gazetteer.alike(name, "SY")] == ["gn:5"]
    assert gazetteer.alike(name, None) == gazetteer.alike(name, "SY")


@pytest.mark.parametrize(
    ("name", "country"), [("Khan Sabil", "SY"), ("Khan Sobol", "LB"), ("Khan Sobol", "FR"), ("خان السبل", "SY")]
)
def test_another_name_or_country_is_not(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert gazetteer.alike(name, country) == ()


def test_all_places_that_are_as_much_alike_are_told(gazetteer: Gazetteer) -> None:
    assert [e.place_id for e in gazetteer.alike("El Beb", "SY")] == ["gn:3", "gn:4"]
