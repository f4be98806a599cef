"""A later value of a figure is a claim of its own, stands for the earlier one, and is never added to it."""

import pytest
from tests.unit.read.told import Bounds, bounds, claims, told, toll

from harmledger.model.codes import Outcome


@pytest.mark.parametrize(
    ("text", "stated", "stands"),
    [
        ("The bombing killed nine [later 10] people in Homs.", [9, 10], 10),
        ("Nine (later revised to 10) people were killed.", [9, 10], 10),
        ("Nine people (later revised to 10) were killed in the raid.", [9, 10], 10),
        ("A raid killed 12 people (updated: 14) on Monday.", [12, 14], 14),
        ("A raid killed 14 people (later revised down to 12).", [14, 12], 12),
        ("A bomb killed five people, initially reported as three.", [5, 3], 5),
        ("Seven traders were killed -- total later raised to 10 -- in the raid.", [7, 10], 10),
        ("The attack left six [originally reported as four] people dead.", [6, 4], 6),
        ("Police said eight people died, up from an earlier count of six.", [8, 6], 8),
        ("A blast killed 12 people, not 15 as earlier reported.", [12, 15], 12),
        ("CORRECTION: Three people, not four, were killed in Monday's raid.", [3, 4], 3),
        ("Shells killed seven villagers. A correction: the toll is 5, not 7.", [7, 5], 5),
        ("Shells killed seven villagers. A correction: five people were killed.", [7, 5], 5),
        ("Officials revised the death toll to 21 from 25.", [21, 25], 21),
        ("The death toll was revised down from 25 to 21.", [25, 21], 21),
        ("The death toll has risen from 25 to 30.", [30, 25], 30),
        ("Eleven people were killed; an earlier report said nine were killed.", [11, 9], 11),
        ("Eleven people were killed. An earlier report said 15 people were killed.", [11, 15], 11),
    ],
)
def test_both_values_are_claims_and_the_later_is_the_account_s(text: str, stated: list[int], stands: int) -> None:
    [account] = told(text).accounts
    assert [c.count.figure for c in account.claims] == stated
    assert toll(account) == (stands, stands, stands)


def test_a_revision_belongs_to_the_figure_beside_it() -> None:
    [account] = told("Six were killed and nine (later 11) injured.").accounts
    assert (toll(account), toll(account, Outcome.INJURED)) == ((6, 6, 6), (11, 11, 11))
    assert [(c.outcome.value, c.pattern) for c in account.claims][-1] == ("injured", "revision")


def test_a_qualified_revision_keeps_its_bounds() -> None:
    _, later = claims("A raid killed nine people (later put at more than a dozen).")
    assert bounds(later)[0] == 13


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine people were killed, later that day 12 more died.", (21, 21, 21)),
        ("Three soldiers were killed and, 20 minutes later, two more died.", (5, 5, 5)),
        ("Twelve people were killed, not counting two attackers.", (12, 12, 12)),
        ("The attack killed six [as received] people.", (6, 6, 6)),
        ("From 15 to 20 people were killed.", (15, None, 20)),
        ("Police earlier said three people died. Two more were killed on Monday.", (5, 5, 5)),
    ],
)
def test_what_is_no_revision_goes_on_as_it_was(text: str, expected: Bounds) -> None:
    assert toll(told(text).accounts[0]) == expected


def test_what_was_said_before_yields_to_what_is_said_now() -> None:
    [account] = told("Police had earlier put the death toll at 40. They now say 37 people died.").accounts
    assert [c.count.figure for c in account.claims] == [40, 37]
    assert toll(account) == (37, 37, 37)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Police say six people died in the attack. Residents put the number at 15.",
            [("killed", 6, "Police"), ("killed", 15, "Residents")],
        ),
        (
            "Six people died in the attack, police said. Residents put the death toll at 15.",
            [("killed", 6, "police"), ("killed", 15, "Residents")],
        ),
        (
            "Twenty people were wounded by shells, a doctor said. The mayor put the total at 24.",
            [("injured", 20, "a doctor"), ("injured", 24, "mayor")],
        ),
        ("Shells killed two people. The council put the total at 40 buildings.", [("killed", 2, None)]),
        ("The council put the number at 40.", []),
    ],
)  # fmt: skip
def test_a_number_of_what_was_told_before_is_its_speaker_s(
    text: str, wanted: list[tuple[str, int, str | None]]
) -> None:
    assert [(c.outcome.value, c.count.figure, c.speaker and c.speaker.name) for c in claims(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rescuers recovered one more body on Friday, bringing the total to 24.", 24),
        ("Initial reports of four deaths were later corrected to three.", 3),
    ],
)
def test_a_total_or_a_correction_counts_what_its_sentence_tells(text: str, wanted: int) -> None:
    [account] = told(text).accounts
    assert account.toll[Outcome.KILLED].best == wanted


def test_what_a_total_was_before_is_told_of_the_same_happenings() -> None:
    text = "Gangs killed at least 115 people in the town in early October, officials said, up from 70 reported earlier."
    [account] = told(text).accounts
    assert sorted(c.count.figure for c in account.claims) == [70, 115]
