"""What one account's figures come to [METHOD, Counting]."""

import pytest
from tests.unit.read.told import Bounds, told, toll

from harmledger.model.codes import Outcome, Stance


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A strike killed seven people, including five children.", (7, 7, 7)),
        ("A raid killed at least 21 people. The 21 people killed included five girls.", (21, 21, None)),
        ("A raid killed nine people. The raid killed nine people, medics said.", (9, 9, 9)),
        ("A raid killed nine people. Two more people were killed later.", (11, 11, 11)),
        ("A suicide bomber killed himself and 12 people at the gate.", (12, 12, 12)),
        ("The bomb killed 12 people as well as the bomber.", (12, 12, 12)),
        ("A man rammed a car into a queue, killing two, before he was shot dead.", (2, 2, 2)),
        ("A soldier killed three clerks at the gate before he was gunned down.", (3, 3, 3)),
        ("A raid killed two clerks at the gate after he was shot dead.", (3, 3, 3)),
        ("A bomb killed three attackers and 12 people.", (12, 12, 12)),
        ("Five civilians, two militants and three soldiers were killed.", (10, 10, 10)),
        ("A raid killed two nurses, a driver and a guard.", (4, 4, 4)),
        ("Shells killed Ana Silva and 7-year-old Luis Ruiz and 2-year-old Rosa Paz.", (3, 3, 3)),
        ("His mother, 27-year-old Ana Silva, and his brother, 8-year-old Luis, were killed.", (2, 2, 2)),
        ("The bodies of Omar Haddad, his wife, Ana Haddad, and their two children were found.", (4, 4, 4)),
        ("Four deceased villagers were found after the raid.", (4, 4, 4)),
        ("Eight villagers - two women and six boys - were killed.", (8, 8, 8)),
        ("The death toll has risen to five after another man was killed.", (5, 5, 5)),
        ("A raid killed 18 people. The death toll rose to 21.", (21, 21, 21)),
        ("A raid killed 18 people on Wednesday. On Thursday the death toll fell to 15.", (15, 15, 15)),
        ("A raid killed 18 people. The toll was revised down to 16.", (16, 16, 16)),
        ("A raid killed dozens of people. In all 31 people were killed.", (31, 31, 31)),
        ("A raid killed several people. Five others were killed at the gate.", (5, 5, 5)),
        ("A raid killed 31 people. Dozens of people were killed.", (31, 31, 31)),
        ("The army lost 46 soldiers and 28 civilians in an attack on a convoy.", (74, 74, 74)),
        ("Three rescuers were among the 19 dead.", (19, 19, 19)),
        ("Three loggers, one of them a minor, were killed.", (3, 3, 3)),
        ("Four people were shot dead, one of them a soldier.", (4, 4, 4)),
        ("Five herders were abducted. Their bodies were found in a well.", (5, 5, 5)),
        ("Five herders were shot dead. Their bodies were found in a well.", (5, 5, 5)),
        ("Five men were shot dead on Sunday and their bodies were found on Monday.", (5, 5, 5)),
        ("Nobody was killed in the raid.", (0, 0, 0)),
        ("Gunmen shot dead a baker. A friend of his was killed also in the attack.", (2, 2, 2)),
        ("A raid killed four people in Ariha and five people in Sarmin were wounded.", (4, 4, 4)),
        ("The dead were a teacher, two pupils and a guard.", (4, 4, 4)),
        ("A raid killed nine people. The dead were four girls and five boys.", (9, 9, 9)),
    ],
)
def test_killed_comes_to(text: str, killed: Bounds) -> None:
    (account,) = told(text).accounts
    assert toll(account) == killed


@pytest.mark.parametrize(
    ("text", "claimed", "killed"),
    [
        ("A raid killed dozens of people.", 24, (None, None, None)),
        ("Several people were killed in the raid.", 3, (None, None, None)),
        ("A raid killed more than a dozen people.", 13, (12, None, None)),
        ("A raid killed at least 40 people.", 40, (40, 40, None)),
    ],
)
def test_a_toll_holds_only_numbers_that_were_named(text: str, claimed: int, killed: Bounds) -> None:
    (account,) = told(text).accounts
    assert [c.count.low for c in account.claims] == [claimed]
    assert toll(account) == killed


def test_the_earlier_figure_stays_on_record() -> None:
    (account,) = told("A raid killed 18 people. The death toll fell to 15.").accounts
    assert [c.count.best for c in account.claims] == [18, 15]


def test_outcomes_are_apart() -> None:
    (account,) = told("Shells killed four people and wounded 30. Two more people were wounded later.").accounts
    assert toll(account) == (4, 4, 4)
    assert toll(account, Outcome.INJURED) == (32, 32, 32)


@pytest.mark.parametrize(
    "text",
    [
        "Russia denied that its planes killed 21 people in the raid.",
        "The death toll is expected to rise to 50.",
    ],
)
def test_what_is_denied_or_expected_is_kept_and_not_counted(text: str) -> None:
    (account,) = told(text).accounts
    assert len(account.claims) == 1
    assert account.toll == {}


def test_two_speakers_on_the_same_people_stand_beside_each_other() -> None:
    text = "Residents said 14 people were killed in the raid, while the police said six were killed."
    assert toll(told(text).accounts[0]) == (6, 14, 14)


def test_another_of_another_kind_adds() -> None:
    assert toll(told("A nurse and a cook were killed. Another woman was also killed.").accounts[0]) == (3, 3, 3)


def test_what_a_nameless_body_denies_is_counted_by_nobody() -> None:
    account = told("Officials rejected claims that 21 people were killed in the market.").accounts[0]
    assert [c.stance for c in account.claims] == [Stance.DENIES]
    assert account.toll == {}
