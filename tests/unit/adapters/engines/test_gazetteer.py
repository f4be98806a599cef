"""A gazetteer file: built whole or not at all, found in by every spelling, added to without doubles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from harmledger.adapters.engines.gazetteer import SqliteGazetteer
from harmledger.adapters.engines.gazetteer_add import Added, add
from harmledger.adapters.engines.gazetteer_build import build
from harmledger.adapters.engines.gazetteer_schema import Row
from harmledger.errors import GazetteerError, InputError
from harmledger.geo.entry import Entry
from harmledger.model.codes import PlacePrecision
from harmledger.text.keys import key

K = PlacePrecision
SYRIA = Entry("gn:163843", "Syria", K.COUNTRY, 35.0, 38.0, 320.0, 17_000_000, "SY", 163843)
AREA = Entry("gn:169387", "Idlib", K.ADMIN1, 35.8, 36.64, 40.0, 440_000, "SY", 169387, "Idlib", None, "gn:169387")
TOWN = Entry("gn:169389", "Idlib", K.SETTLEMENT, 35.93, 36.63, 5.0, 128_000, "SY", 169389, "Idlib", None, "gn:169387")
CAPITAL = Entry("gn:170654", "Damascus", K.SETTLEMENT, 33.51, 36.29, 5.0, 1_569_000, "SY", 170654, capital=True)
SHARED = Entry("gn:1", "Al Bab", K.SETTLEMENT, 36.37, 37.51, 5.0, 130_000, "SY", 1)
EMPTY = Entry("gn:2", "Al Bab District", K.ADMIN2, None, None, 30.0, 0, "SY", 2)
ROWS = [
    Row(SYRIA, ("Syrian Arab Republic",), "test"),
    Row(AREA, ("Idlib Governorate", "محافظة ادلب"), "test"),
    Row(EMPTY, ("Al Bab",), "test"),
    Row(TOWN, ("Idleb", "إدلب"), "test"),
    Row(CAPITAL, ("Dimashq", "دمشق"), "test"),
    Row(SHARED, ("الباب",), "test"),
]


class Lists:
    """A source of a few places."""

    def versions(self) -> dict[str, str]:
        return {"lists": "1"}

    def total(self) -> int:
        return len(ROWS)

    def rows(self) -> Iterator[Row]:
        return iter([*ROWS, ROWS[3]])

    def parts(self) -> Iterator[tuple[str, str, float, float, float]]:
        return iter([("gn:163843", "north", 36.5, 38.0, 150.0)])


class Broken(Lists):
    """A source that fails midway."""

    def parts(self) -> Iterator[tuple[str, str, float, float, float]]:
        raise OSError("no space left on device")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data" / "gazetteer.sqlite"
    build(file, source=Lists)
    return file


def named(path: Path, name: str) -> list[int | None]:
    return [e.geoname_id for e in SqliteGazetteer(path).lookup([key(name)]).get(key(name), ())]


def test_every_spelling_and_script_finds_it(path: Path) -> None:
    for name in ("Idlib", "IDLEB", "إدلب", "ادلب"):
        assert 169389 in named(path, name)
    assert named(path, "Idlip") == []


def test_most_people_first_and_each_once(path: Path) -> None:
    assert named(path, "Idlib") == [169387, 169389]


def test_an_arabic_name_is_found_without_its_article(path: Path) -> None:
    assert named(path, "باب") == [1]
    assert named(path, "El-Bab") == [1, 2]


def test_an_area_without_towns_lies_where_its_namesake_does(path: Path) -> None:
    found = SqliteGazetteer(path).lookup([key("Al Bab District")])[key("Al Bab District")]
    assert found[0].point == SHARED.point


def test_capital_part_and_words(path: Path) -> None:
    gazetteer = SqliteGazetteer(path)
    assert gazetteer.capital("SY") is not None and gazetteer.capital("XX") is None
    assert gazetteer.part("gn:163843", "north") is not None and gazetteer.part("gn:163843", "south") is None
    assert [e.geoname_id for e in gazetteer.search("idl gov")] == []
    assert [e.geoname_id for e in gazetteer.search("governorate idl")] == [169387]
    assert gazetteer.search('"; DROP TABLE place') == gazetteer.search("--") == ()


def test_the_same_lists_give_the_same_digest(path: Path, tmp_path: Path) -> None:
    build(tmp_path / "again", source=Lists)
    assert SqliteGazetteer(path).meta["digest"] == SqliteGazetteer(tmp_path / "again").meta["digest"]


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(tmp_path / "g", lambda stage, done, total: told.append((stage, done, total)), Lists)
    assert ("places", 6, 6) in told


def test_a_failed_build_leaves_what_was_there(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(GazetteerError, match="no space left"):
        build(path, source=Broken)
    assert path.read_bytes() == before and [f.name for f in path.parent.iterdir()] == [path.name]


def test_no_file_or_none_of_ours(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="there is no gazetteer"):
        SqliteGazetteer(tmp_path / "none")
    (tmp_path / "text").write_text("not a database, but long enough to be looked at as one " * 40)
    with pytest.raises(GazetteerError, match="not a gazetteer"):
        SqliteGazetteer(tmp_path / "text")


GEONAMES = "\t".join(
    ["167155", "Ma`saran", "Ma`saran", "Maasaran,معصران", "35.707", "36.803", "P", "PPL", "SY", "", "12", "", "", "",
     "0", "", "400", "Asia/Damascus", "2012-01-19"]
)  # fmt: skip
LISTS = {
    "dump.txt": GEONAMES + "\n",
    "pcodes.csv": "ADM1_EN,ADM4_EN,ADM4_AR,ADM4_PCODE,LAT,LON\nIdlib,Maasaran,معصران,SY0701,35.707,36.803\n",
    "long.csv": "admin4Name_en,admin4Name_ar,admin4Pcode,admin1Name_en,Latitude,Longitude\n"
    "Maasaran,معصران,SY0701,Idlib,35.707,36.803\n",
    "plain.csv": "name;lat;lon;alternate names;country;admin1\nMaasaran;35.707;36.803;Ma'saran|معصران;SY;Idlib\n",
    "list.json": '[{"id": "x", "name": {"en": "Maasaran", "ar": "معصران"}, "country": "Syria",'
    ' "centroid": {"latitude": 35.707, "longitude": 36.803}, "aliases": [{"value": "Masaran"}], "kind": "village"}]',
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_added_once(path: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(LISTS[name], encoding="utf8")
    built = SqliteGazetteer(path).meta["digest"]
    assert add(path, file) == Added(1, 0, 0)
    added = SqliteGazetteer(path).meta["digest"]
    assert add(path, file) == Added(0, 1, 0)
    assert SqliteGazetteer(path).meta["digest"] == added != built
    (found,) = SqliteGazetteer(path).lookup([key("معصران")])[key("معصران")]
    assert found.country == "SY" and found.point == (35.707, 36.803)
    assert found.kind is K.SETTLEMENT and (name in ("dump.txt", "list.json") or found.admin1 == "Idlib")


def test_two_lists_of_one_village_give_one_place(path: Path, tmp_path: Path) -> None:
    for name in ("pcodes.csv", "plain.csv", "dump.txt"):
        (tmp_path / name).write_text(LISTS[name], encoding="utf8")
        add(path, tmp_path / name)
    found = SqliteGazetteer(path).lookup([key("Maasaran"), key("Ma'saran")])
    assert {e.place_id for entries in found.values() for e in entries} == {"pcode:SY0701"}
    assert [e.name for e in SqliteGazetteer(path).search("ma'saran")] == ["Maasaran"]


def test_a_geonames_id_that_is_known_gains_names(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "more.csv"
    file.write_text("geonameid,name,lat,lon,country,aliases\n169389,Idlib,35.93,36.63,SY,Edlib\n")
    assert add(path, file) == Added(0, 1, 1)
    assert named(path, "Edlib") == [169389]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("name,lat,lon,country\nMaasaran,36.803,35.707,SY\nHalab,95.2,36.2,SY\n", 3, "off the globe"),
        ("place,where\nMaasaran,there\n", 1, "no column for"),
        ("name,lat,lon,country\nMaasaran,here,there,SY\n", 2, "no point"),
        ("name,lat,lon,country,kind\nMaasaran,35.7,36.8,SY,volcano\n", 2, "volcano"),
        ("name,lat,lon\nMaasaran,35.7,36.8\n", 2, "which country"),
        ("name,lat,lon\nMaasaran,35.7,36.8,SY\n", 2, "cells"),
        ("", None, "empty"),
        ("{", 1, "JSON"),
    ],
)
def test_a_list_that_is_not_understood_adds_nothing(
    path: Path, tmp_path: Path, text: str, line: int | None, told: str
) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(text)
    before = SqliteGazetteer(path).lookup([key("Maasaran")])
    with pytest.raises(InputError, match=told) as caught:
        add(path, file)
    assert caught.value.line == line and str(file) in str(caught.value)
    assert SqliteGazetteer(path).lookup([key("Maasaran")]) == before == {}


def test_swapped_columns_are_told(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "swapped.csv"
    file.write_text("name,lat,lon,country\nSuran,41.29,35.28,SY\nRas,42.10,33.85,SY\n")
    with pytest.raises(InputError, match="swapped"):
        add(path, file)


def test_broken_utf8_is_told_with_its_line(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "latin.csv"
    file.write_bytes(b"name,lat,lon,country\nIdl\xeeb,35.9,36.6,SY\n")
    with pytest.raises(InputError, match="UTF-8") as caught:
        add(path, file)
    assert caught.value.line == 2


def test_there_must_be_a_gazetteer_to_add_to(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="there is no gazetteer"):
        add(tmp_path / "none", tmp_path / "list.csv")
