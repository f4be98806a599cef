"""Spellings of one name meet in a key; different names do not."""

import pytest

from harmledger.text.keys import bare, key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khan al-Subul", "Khan as Subul"),
        ("Khān Shaykhūn", "khan shaykhun"),
        ("Ma‘arratmişrīn", "Ma'arrat Misrin"),
        ("Al-Hasakah", "El Hasakah"),
        ("St. Petersburg", "Saint Petersburg"),
        ("إدلب", "ادلب"),
        ("معرة النعمان", "معره نعمان"),
        ("#Ariha", "Ariha"),
        ("معـــرّة النُّعمان", "معرة النعمان"),
        ("کفرنبل", "كفر نبل"),
        ("عین العرب", "عين العرب"),
        ("سيناء", "سينا"),
        ("مصطفى", "مصطفي"),
        ("مؤتة", "موته"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Idlib", "Idlip"), ("El Salvador", "Salvador"), ("Homs", "Hums"), ("Al Ma", "Alma"), ("عبد الله", "عبد له")],
)
def test_names_stay_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_leading_article_can_be_taken_off() -> None:
    assert bare(key("Al-Hasakah")) == key("Hasakah")
    assert bare(key("الحسكة")) == key("حسكة")


def test_no_letter_no_key() -> None:
    assert key("…") == ""
