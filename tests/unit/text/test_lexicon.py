"""A language is its files: what they hold is found in texts, what they must not hold is refused."""

from typing import Any

import pytest

from harmledger.adapters.lexicons import languages, load
from harmledger.errors import LexiconError
from harmledger.text.lexicon import Lexicon, build
from harmledger.text.marks import Hit
from harmledger.text.tokens import split


def lexicon(*files: dict[str, Any]) -> Lexicon:
    return build("xx", [(f"xx.{n}.toml", f) for n, f in enumerate(files)], split)


WORDS = lexicon(
    {"terms": {"person": {"": ["man", "m[a|e]n of the village"], "child": ["boy(s)"]}}, "lists": {"ends": ["s"]}},
    {"terms": {"place": {"village": ["village"]}, "person": {"child": ["lad"]}}, "lists": {"ends": ["es"]}},
)


def test_the_longest_phrase_of_each_category_is_found() -> None:
    hits = WORDS.hits(split("the men of the village and a man"))
    assert hits == (Hit(1, 5, "person", ""), Hit(4, 5, "place", "village"), Hit(7, 8, "person", ""))


def test_files_of_a_language_add_up() -> None:
    assert WORDS.terms["person"]["child"] == ["boy(s)", "lad"]
    assert WORDS.list("ends") == {"s", "es"}
    assert [h.value for h in WORDS.hits(["lad", "boys"])] == ["child", "child"]


def test_a_list_that_a_language_lacks_is_empty() -> None:
    assert WORDS.list("none") == frozenset()


def test_no_token_is_taken_for_the_end_of_a_phrase() -> None:
    assert WORDS.hits(["man", ""]) == (Hit(0, 1, "person", ""),)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ({"word": {}}, r"xx\.0\.toml: \[word\] is no table"),
        ({"terms": {"person": {"child": "boy"}}}, r"terms\.person\.child is no list"),
        ({"terms": {"person": {"child": ["( )"]}}}, r"terms\.person\.child has an empty phrase"),
    ],
)
def test_what_is_no_lexicon_is_refused_with_its_file(content: dict[str, Any], says: str) -> None:
    with pytest.raises(LexiconError, match=says):
        lexicon(content)


def test_english_is_there_and_klingon_is_not() -> None:
    assert "en" in languages()
    assert load("en") is load("en")
    with pytest.raises(LexiconError, match=r"no lexicon for language 'tlh'; there are: .*en"):
        load("tlh")


def test_words_of_the_language_are_common_and_names_are_not() -> None:
    common = load("en").common
    assert {"village", "north", "killed", "police", "lake", "most", "april"} <= common
    assert common.isdisjoint({"moscow", "aleppo", "russia", "ahmed", "oslo", "nairobi", "prague"})
