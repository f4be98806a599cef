"""Text to tokens, and their normal forms."""

import pytest

from harmledger.text.normal import fold, norm
from harmledger.text.tokens import split, tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shells killed 21.", ["Shells", "killed", "21", "."]),
        ("1,000 people", ["1,000", "people"]),
        ("the baker's son", ["the", "baker", "'s", "son"]),
        ("the bakers’ sons", ["the", "bakers", "’", "sons"]),
        ("a 12-year-old boy", ["a", "12", "-", "year-old", "boy"]),
        ("the U.S. army", ["the", "U.S.", "army"]),
        ("at 14:06", ["at", "14:06"]),
        ("15-20 men", ["15", "-", "20", "men"]),
        ("#Idlib_now", ["#Idlib_now"]),
        ("قصف إدلب", ["قصف", "إدلب"]),
        ("a\u200b \u200b b", ["a", "b"]),
        ("ـ", []),
        ("", []),
    ],
)
def test_a_text_is_these_tokens(text: str, words: list[str]) -> None:
    assert [w.strip("\u200b") for w in tokenise(text).words] == words


def test_tokens_know_where_they_stand() -> None:
    tokens = tokenise("Shells killed  nine\npeople.")
    assert tokens.quote(1, 4) == "killed  nine\npeople"
    assert len(tokens) == 5


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Idlib", "idlib"),
        ("أُصيب", "اصيب"),
        ("١٢", "12"),
        ("’", "'"),
        ("قـتـل", "قتل"),
        ("Élysée", "élysée"),
        ("\u200b", ""),
    ],
)
def test_normal_forms(word: str, form: str) -> None:
    assert norm(word) == form


def test_folding_takes_accents_off() -> None:
    assert fold("Ḩalab") == "halab"
    assert fold("Élysée") == "elysee"


def test_a_phrase_is_split_as_texts_are() -> None:
    assert split("The Baker's son") == ["the", "baker", "'s", "son"]


def test_a_possessive_in_capitals_is_a_token_of_its_own() -> None:
    assert tokenise("THE MAYOR'S CAR").norms == ["the", "mayor", "'s", "car"]


def test_a_phrase_may_begin_with_a_possessive() -> None:
    assert split("'s murder") == ["'s", "murder"]
    assert split("' murder") == ["'", "murder"]
