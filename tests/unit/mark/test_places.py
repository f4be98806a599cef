"""Words that may name a place, and what is said with them."""

import pytest

from harmledger.adapters.lexicons import load
from harmledger.mark.marker import mark
from harmledger.model.report import Report
from harmledger.text.marks import PlaceCandidate


def find(text: str) -> dict[str, PlaceCandidate]:
    return {c.words: c for c in mark(Report("r", text), load("en")).places}


@pytest.mark.parametrize(
    ("text", "words", "cue", "noun", "said_as"),
    [
        ("a strike in Idlib", "Idlib", "in", "", ""),
        ("a strike near the town of Khan al-Subl", "Khan al-Subl", "near", "settlement", ""),
        ("a strike in northern Idlib province", "Idlib", "in", "admin1", "north"),
        ("30 km north of Baghdad", "Baghdad", "of", "", "north of"),
        ("on the outskirts of Homs", "Homs", "on", "", "outskirts of"),
        ("five died in Borno State", "Borno", "in", "admin1", ""),
        ("a man from Deir ez-Zor", "Deir ez-Zor", "from", "", ""),
        ("the towns of Khan al Subl, Maasaran and several others", "Maasaran", "", "settlement", ""),
        ("In Sharqat gunmen shot a man", "Sharqat", "in", "", ""),
        ("attacks on #Ariha market", "#Ariha", "on", "", ""),
        ("police in Sar-e-Pul said", "Sar-e-Pul", "in", "", ""),
        ("Pakistan's restive northwest", "Pakistan", "", "", "northwest"),
    ],
)
def test_what_is_said_with_a_name(text: str, words: str, cue: str, noun: str, said_as: str) -> None:
    found = find(text)[words]
    if said_as != "north of":
        assert found.cue == cue
    assert (found.noun, found.said_as) == (noun, said_as)


@pytest.mark.parametrize(
    "text", ["Mr. Aleppo came.", "John Aleppo left.", "Aleppo, 43, a baker", "on Monday", "in January 2020"]
)
def test_people_and_days_are_none(text: str) -> None:
    assert not find(text)


def test_an_of_inside_a_name_gives_all_its_readings() -> None:
    found = find("in the Democratic Republic of the Congo")
    assert {"Democratic Republic of the Congo", "Congo"} <= set(found)


def test_offsets_are_those_of_the_text() -> None:
    text = "Shells hit “Khan  al-Subl” and Homs."
    for c in mark(Report("r", text), load("en")).places:
        assert text[c.start : c.end] == c.words


def test_capitals() -> None:
    found = find(
        "THE BOMB WENT OFF IN SAN LUIS DE LA REINA, AND IN MORAZAN DEPARTMENT, AND NOT AT NOON AS TOLD BEFORE."
    )
    assert {"SAN LUIS DE LA REINA", "MORAZAN"} <= set(found)
    assert found["MORAZAN"].noun == "admin1"
