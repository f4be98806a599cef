"""Who is cited is no victim, and what stands between people and their verb does not part them."""

import pytest
from tests.unit.read.told import PUBLISHED, In, figures

from harmledger.adapters.lexicons import load

FRENCH = load("fr")
FIVE = ("killed", 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to a doctor in Idlib, five civilians were killed.", [FIVE]),
        ("According to a doctor who treated them, five civilians were killed.", [FIVE]),
        ("According to Karim Saleh, a doctor, five civilians were killed.", [FIVE]),
        ("According to Karim Saleh, a doctor at the clinic, five civilians died.", [FIVE]),
        ("According to Karim Saleh, a doctor, five civilians and two guards were killed.", [FIVE, ("killed", 2)]),
        ("According to the mayor of Idlib, Karim Saleh, five people died.", [FIVE]),
        ("Five people, according to a doctor in Idlib, were killed.", [FIVE]),
        ("Five people, according to police, have died.", [FIVE]),
        ("According to Karim Saleh, a doctor was killed in Idlib.", [("killed", 1)]),
    ],
)
def test_only_those_whom_the_cited_tell_of_are_counted(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Selon Karim Saleh, médecin, cinq civils ont été tués.", "Selon un médecin de l'hôpital, cinq civils sont morts."],
)
def test_in_french_too(text: str) -> None:
    found = [c.count.figure for a in In(FRENCH, PUBLISHED).told(text).accounts for c in a.claims]
    assert found == [5]


@pytest.mark.parametrize(
    "text",
    [
        "Doctors saved the lives of 20 children.",
        "The vaccine has saved 20,000 lives.",
        "New roads prevent 300 deaths.",
        "Guards prevented the killing of two villagers.",
        "Our side was massacred 7-0 at home.",
        "Forty people died laughing at the show.",
    ],
)
def test_lives_saved_and_matches_lost_are_no_harm(text: str) -> None:
    assert figures(text) == []


def test_the_wounded_who_were_saved_are_wounded() -> None:
    assert figures("Rescuers saved 60 wounded people from the rubble.") == [("injured", 60)]


def test_lives_lost_and_ranges_that_rise_are() -> None:
    assert figures("The attack claimed 21 lives.") == [("killed", 21)]
    assert figures("Shelling killed 10-12 people.") == [("killed", 10)]


def test_the_number_of_a_lists_line_counts_nobody() -> None:
    assert figures("Killed:\n1. Karim Saleh\n2. Rima Saleh") == [("killed", 1), ("killed", 1)]  # by name
    assert figures("1. Three people were killed in Idlib\n2. Two people were injured in Binnish") == [
        ("killed", 3),
        ("injured", 2),
    ]
