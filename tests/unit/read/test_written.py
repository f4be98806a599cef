"""Wordings of agencies, rescue services, monitors and posts: what each comes to, over all its happenings."""

import pytest
from tests.unit.read.told import claims, told, toll

from harmledger.model.codes import IssueCode, Outcome, Scope, Stance


def tolls(text: str) -> dict[str, int]:
    """The figures of the one account that a text tells."""
    (account,) = told(text).accounts
    return {o.value: c.figure for o, c in account.toll.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a person told of in two states is one
        ("Two people were killed and four injured. One of the injured later died.", {"killed": 3, "injured": 3}),
        ("A girl was shot at dusk; her body was found by the river.", {"killed": 1}),
        ("Troops shot eleven bakers as they fled. All of them died.", {"killed": 11}),
        ("Three bodies were found in a car. All three had suffered gunshot wounds.", {"killed": 3}),
        (
            "The bodies of Ana Silva, Omar Haddad and Luis Ruiz were found. All three had suffered gunshot wounds.",
            {"killed": 3},
        ),
        (
            "A 16-year-old was wounded, police said. The 16-year-old was wounded on Friday, a witness said. "
            "The 16-year-old died on Sunday.",
            {"killed": 1},
        ),
        ("Two men were wounded at the gate. Both died at night.", {"killed": 2}),
        ("Sixteen people were wounded, four fatally.", {"killed": 4, "injured": 12}),
        ("The mayor, Ivan Haddad, who had been wounded on Monday, died at night.", {"killed": 1}),
        ("A driver and a clerk were shot. The driver died. The clerk is stable.", {"killed": 1, "injured": 1}),
        # who attacked is no victim
        ("The bomber, his wife and child died when he set off his vest, killing four soldiers.", {"killed": 6}),
        ("Nine people were killed, including the two attackers.", {"killed": 7}),
        ("Militants, including two suicide bombers, attacked the town, killing 18 people.", {"killed": 18}),
        ("Ten people were killed, not counting two attackers.", {"killed": 10}),
        # whose verb it is
        ("Of 60 people at the wedding, 41 were killed.", {"killed": 41}),
        ("All but one of the eight passengers were killed.", {"killed": 7}),
        ("Ana Silva, 34, a mother of five, and Omar Haddad, 19, were killed.", {"killed": 2}),
        ("Ana Silva, 34, a baker, and Omar Haddad, 19, were killed.", {"killed": 2}),
        ("Dead on arrival were a boy and his aunt, Dr. Rima Saleh of the clinic said.", {"killed": 2}),
        # brackets, dashes, short forms
        ("2 civilians (1 woman, 1 child) killed by shelling of Ariha.", {"killed": 2}),
        ("Ten people were killed and 16 - all civilians - wounded.", {"killed": 10, "injured": 16}),
        ("A grenade left two people dead and eight with shrapnel wounds.", {"killed": 2, "injured": 8}),
        ("The ambush cost six rangers their lives.", {"killed": 6}),
        ("Two bakers were killed, as were a clerk and a nurse.", {"killed": 4}),
        ("Two bakers were killed and so was the driver.", {"killed": 3}),
        ("A woman stepped on a mine and lost both legs. A man was killed.", {"killed": 1, "injured": 1}),
        ("Two men were pronounced dead. A third, in critical condition, was flown out.", {"killed": 2, "injured": 1}),
        ("Rebels took nine quarry workers hostage at noon, killing two guards.", {"detained": 9, "killed": 2}),
        ("Two women aged 62 and 70 were killed when a shell struck.", {"killed": 2}),
        ("Nine people, most of them displaced, were killed in strikes on tents.", {"killed": 9}),
        ("Fighting forced 90 people from their homes and killed two.", {"displaced": 90, "killed": 2}),
        # totals put right
        ("Police put the toll at eight, but a nurse said she had seen 13 bodies.", {"killed": 13}),
        ("The toll from Monday's raid was revised down from 19 to 16 after tests.", {"killed": 16}),
        ("The earlier toll of 30 was too high; 22 people died.", {"killed": 22}),
    ],
)
def test_what_it_comes_to(text: str, expected: dict[str, int]) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dead:\nAli Hasan, 12\nRima Hasan, 9\nSamira Hasan, 41",
        "Those killed:\n1. Ali Hasan, 12\n2. Rima Hasan, 9, a pupil\n3. Samira Hasan\n\nA shell hit their house.",
        "Killed:\n- Ali Hasan\n- Rima Hasan\n- Samira Hasan, 41",
    ],
)
def test_names_in_lines_under_a_heading_are_the_dead(text: str) -> None:
    assert tolls(text) == {"killed": 3}


@pytest.mark.parametrize(
    "text",
    [
        "In the novel a sniper kills six people.",
        "The film tells of a raid in which 200 villagers are murdered.",
        "An exercise simulated an attack that left 50 dead.",
        "He dreamed that soldiers killed his two sons.",
    ],
)
def test_harm_that_is_only_told_or_played_is_an_issue_and_no_claim(text: str) -> None:
    reading = told(text)
    assert [c for a in reading.accounts for c in a.claims] == []
    assert [i.code for i in reading.issues] == [IssueCode.IMAGINED]


@pytest.mark.parametrize(
    "text",
    [
        "The soldier killed the dog.",
        "The striker killed the game with two late goals.",
        "It was not clear how many people had died.",
        "The new virus has killed 27 people.",
        "Smoking kills many people.",
        "The comedian killed it.",
        "A car was shot at near Ariha.",
    ],
)
def test_nobody_was_harmed_by_violence(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    ["She denied killing her two sons.", "There is no evidence that two people were executed."],
)
def test_what_is_denied_by_a_pronoun_or_for_want_of_evidence(text: str) -> None:
    (claim,) = claims(text)
    assert claim.stance is Stance.DENIES


def test_reports_called_untrue_are_denied() -> None:
    (claim,) = claims("Reports that 30 people were killed are false.")
    assert claim.stance is Stance.DENIES
    (claim,) = claims("Reports that 30 people were killed are being looked into.")
    assert claim.stance is not Stance.DENIES


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Landmines killed 14 people in Shan State in July.", Scope.TALLY),
        ("The mission verified that 143 people were killed in May 2019.", Scope.TALLY),
        ("A landmine killed 14 people in Shan State in July.", Scope.INCIDENT),
        ("The trial of two men for killing four women was put off to September.", Scope.INCIDENT),
    ],
)
def test_the_harm_of_a_mere_month_is_a_tally_where_no_one_attack_is_told_of(text: str, scope: Scope) -> None:
    assert [a.scope for a in told(text).accounts] == [scope]


@pytest.mark.parametrize(
    "text",
    [
        "In Ariha, two people were killed by a drone; in Sarmin, a bomb injured eight.",
        "A car bomb in Ariha killed two people. Hours later, a motorcycle bomb in Sarmin wounded eight.",
    ],
)
def test_harm_under_two_places_is_of_two_happenings(text: str) -> None:
    first, second = told(text).accounts
    assert toll(first) == (2, 2, 2)
    assert toll(second, Outcome.INJURED) == (8, 8, 8)
