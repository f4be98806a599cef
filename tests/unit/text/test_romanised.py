"""Spellings that may be one name, and such as may not, by the table of Arabic names."""

from itertools import combinations

import pytest

from harmledger.adapters.engines.gazetteer_romanised import romaniser
from harmledger.text.romanised import Romaniser


@pytest.fixture(scope="module")
def table() -> Romaniser:
    found = romaniser("SY")
    assert found is not None
    return found


@pytest.mark.parametrize(
    "spellings",
    [
        ("Khan al-Subl", "Khan Sobol", "Khan Elsobol", "Khān as Subul"),
        ("Ma'arrat al-Nu'man", "Maarat al Numan", "Maarrat an-Nuʿman", "Maaret al-Noman"),
        ("Kafr Nabl", "Kafar Nabl"),
        ("Kafr Nabl", "Kafranbel"),
        ("Saraqib", "Saraqeb", "Sarakib", "Seraqeb"),
        ("Jisr al-Shughur", "Jisr ash-Shughour", "Jesr al-Choughour", "Jisr-Ash-Shugur"),
        ("Dayr az Zawr", "Deir ez-Zor", "Deir Azzour", "Deir al-Zour"),
        ("As-Suwayda", "Sweida", "Suweida", "Soueida"),
        ("Al Qadisiyah", "Qadisiya", "Kadisiyeh", "Kadissia"),
        ("Abu Dhuhur", "Abu ad Duhur"),
        ("Abu Dhuhur", "Abū az̧ Z̧uhūr"),
        ("Al Qasr", "El Gasr"),
        ("Ain Issa", "Ayn Isa"),
    ],
)
def test_spellings_of_one_name(table: Romaniser, spellings: tuple[str, ...]) -> None:
    for one, other in combinations(spellings, 2):
        a, b = table.spell(one), table.spell(other)
        assert a is not None and b is not None
        assert table.index(a) == table.index(b), (one, other)
        assert table.apart(a, b) is not None, (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khan Sobol", "Khan Sabil"),
        ("Homs", "Hama"),
        ("Sarmin", "Sarman"),
        ("Abu ad Duhur", "Abū az̧ Z̧uhūr"),
        ("Nabk", "Nabka"),
        ("Duma", "Dima"),
        ("Duma", "Adma"),
    ],
)
def test_other_names(table: Romaniser, one: str, other: str) -> None:
    a, b = table.spell(one), table.spell(other)
    assert a is None or b is None or table.apart(a, b) is None


def test_what_is_not_latin_or_too_short_has_no_spelling(table: Romaniser) -> None:
    assert table.spell("إدلب") is None
    assert table.spell("Hay") is None


def test_countries_whose_names_have_one_spelling_have_no_table() -> None:
    assert romaniser("FR") is None and romaniser(None) is None


def test_what_spellings_share_tells_short_names_apart_by_their_vowels(table: Romaniser) -> None:
    assert table.shared("Khan al-Subl") == table.shared("Khan Sobol")
    assert table.shared("Hass") == table.shared("Has") != table.shared("Hus")
    assert table.shared("حاس") is None
