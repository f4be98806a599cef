"""Arabic places: whole names before their beginnings, the village before the countryside that it lies in."""

from collections.abc import Callable

import pytest

from harmledger.adapters.lexicons import load
from harmledger.locate.locate import locate
from harmledger.locate.places import Gazetteer, resolve
from harmledger.locate.respelled import in_latin
from harmledger.mark.marker import mark
from harmledger.model.codes import PlaceMatch
from harmledger.model.place import Place
from harmledger.model.report import Report
from harmledger.read.reader import read

ARABIC = load("ar")
Where = Callable[[str], list[tuple[str, ...]]]


@pytest.fixture
def places(gazetteer: Gazetteer) -> Callable[[str], list[Place]]:
    def run(text: str) -> list[Place]:
        report = Report("r", text, language="ar")
        return [m.place for m in resolve(mark(report, ARABIC), report, gazetteer, ARABIC)[0]]

    return run


@pytest.fixture
def where(gazetteer: Gazetteer) -> Where:
    """The words of each account's places."""

    def run(text: str) -> list[tuple[str, ...]]:
        report = Report("r", text, published="2022-03-16", language="ar", capture="c")
        marks = mark(report, ARABIC)
        found, spoken = read(report, marks, ARABIC)
        placed = locate(found, marks, report, gazetteer, ARABIC, spoken)
        return [tuple(p.words for p in a.where) for a in placed.accounts]

    return run


def test_an_unknown_name_is_kept_whole_where_it_begins_like_a_place_elsewhere(
    places: Callable[[str], list[Place]],
) -> None:
    found = {p.words: p for p in places("قصف على مخيم كويت الزرافة وبلدة بنش وأريحا في إدلب")}
    assert found["كويت الزرافة"].place_id is None
    assert found["كويت الزرافة"].country == "SY"
    assert found["بنش"].place_id == "gn:23"


def test_a_name_that_is_known_in_latin_letters_only_is_the_one_place_that_it_may_be(
    places: Callable[[str], list[Place]],
) -> None:
    village, area = places("قصف على بلدة بينش بريف إدلب")
    assert (village.place_id, village.match, area.admin1) == ("gn:23", PlaceMatch.SPELLING, "Idlib")
    assert "gn:23" not in {p.place_id for p in places("وصل الطبيب إلى بينش من إدلب")}


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("خان السبل", "khan al sbl"), ("القرية", "al qriyah"), ("إدلب", "dlb"), ("كفر_زيتا", "kfr zyta"),
        ("سفوهن", "sfwhn"),
    ],
)  # fmt: skip
def test_a_name_in_latin_letters(name: str, latin: str) -> None:
    assert in_latin(name, ARABIC.tables["latin"]) == latin


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قصف مدينة الباب", ["Al Bab"]),
        ("مقتل رجل قرب الباب", ["Al Bab"]),
        ("قصف على الحدود مع روسيا", ["Russia"]),
        ("قصفت روسيا بلدة الباب", ["Al Bab"]),
        ("قصف شمالي العاصمة دمشق", ["Damascus"]),
        ("قصف على الأطراف الشرقية لبلدة بنش", ["Binnish"]),
        ("سمع طرقا على باب المنزل", []),
        ("شمال غربي سوريا", ["Syria"]),
        ("قصف بلدة الباب في الشمال السوري", ["Al Bab"]),
    ],
)
def test_a_name_that_is_a_word_as_well(places: Callable[[str], list[Place]], text: str, names: list[str]) -> None:
    assert [p.name for p in places(text) if p.place_id] == names


def test_a_quarter_is_no_village_far_from_its_town(places: Callable[[str], list[Place]]) -> None:
    assert [p.place_id for p in places("قصف حي المرج في بلدة بنش")] == ["gn:29", "gn:23"]
    assert [p.place_id for p in places("قصف حي المرج في مدينة الباب")] == ["gn:28"]


def test_a_hash_sign_is_no_part_of_an_unknown_name(places: Callable[[str], list[Place]]) -> None:
    assert [p.words for p in places("قصف على بلدة #دير_الزرافة في إدلب")] == ["دير_الزرافة", "إدلب"]


def test_the_village_named_later_is_where_it_happened_in_the_countryside(where: Where) -> None:
    text = "مقتل خمسة مدنيين بقصف في ريف إدلب.\nوقع القصف على بلدة بنش صباحا."
    assert where(text) == [("بنش", "إدلب")]


def test_a_village_told_of_another_account_is_not_this_one_s(where: Where) -> None:
    text = "مقتل خمسة مدنيين بقصف في ريف إدلب.\nوفي سياق منفصل، قتل رجل آخر أمس برصاص مجهولين في بلدة بنش."
    assert where(text) == [("إدلب",), ("بنش",)]


def test_a_place_that_the_account_names_itself_stands_alone(where: Where) -> None:
    text = "مقتل خمسة مدنيين بقصف على أريحا في ريف إدلب.\nوسمع القصف في بلدة بنش."
    assert where(text) == [("أريحا", "إدلب")]


def test_a_markets_own_name_is_no_town_abroad(places: Callable[[str], list[Place]]) -> None:
    assert "gn:19" not in {p.place_id for p in places("غارات على سوق الجسر والمنطقة الصناعية في مدينة إدلب")}
    assert "gn:19" in {p.place_id for p in places("انفجار في مدينة الجسر في تشيكيا")}


def test_the_governorate_is_the_one_told_of_last(places: Callable[[str], list[Place]]) -> None:
    *_, village = places("غارات على مدينة إدلب. وقتل مدني في غارة على بلدة حاس جنوبي المحافظة")
    assert (village.words, village.admin1, village.spelt) == ("حاس", "Idlib", "has")
