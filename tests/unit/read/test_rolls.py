"""Victims named one by one, beside the number of them all."""

import pytest
from tests.unit.read.told import claims, figures, told, toll

from harmledger.model.codes import Outcome, Status


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed three reporters: Ana Silva, a photographer, Luis Ruiz, and Tom Brown, a driver.",
        "Three reporters were killed on Monday. The victims were Ana Silva, 34, Luis Ruiz and Tom Brown.",
        "THREE REPORTERS WERE KILLED. ANA SILVA, LUIS RUIZ AND TOM BROWN WERE KILLED WHEN SHELLS FELL.",
    ],
)
def test_the_names_of_them_all_are_parts_of_their_number(text: str) -> None:
    (account,) = told(text).accounts
    whole = account.claims[0]
    assert (whole.count.best, whole.subset_of) == (3, None)
    assert [(c.count.best, c.subset_of) for c in account.claims[1:]] == [(1, whole.id)] * 3
    assert toll(account) == (3, 3, 3)
    assert {v.name.title() for v in account.victims if v.name} == {"Ana Silva", "Luis Ruiz", "Tom Brown"}


def test_some_named_are_a_part_of_the_number() -> None:
    found = claims("Five reporters were killed on Monday. The victims were Ana Silva and Luis Ruiz.")
    assert [(c.count.best, c.subset_of is not None) for c in found] == [(5, False), (1, True), (1, True)]


def test_those_named_who_speak_are_no_victims() -> None:
    text = "Three people were killed: Ana Silva and Luis Ruiz said they saw it."
    assert figures(text) == [("killed", 3)]


def test_what_became_of_the_victims_was_told_before() -> None:
    text = "Two people were wounded. Police identified the victims as Ana Silva and Luis Ruiz."
    found = claims(text)
    assert {c.outcome for c in found} == {Outcome.INJURED}
    assert [(c.count.best, c.subset_of is not None) for c in found] == [(2, False), (1, True), (1, True)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Gunmen killed Ana Silva, a teacher, and her brother.", 2),
        ("KILLERS SHOT DEAD JUDGE ANA SILVA AND SENATOR AND PRESIDENTIAL HOPEFUL LUIS RUIZ.", 2),
        ("The murder of prominent analyst Luis Ruiz shocked them.", 1),
        ("They deplored the killing of Dr. Ruiz.", 1),
        ("Mayor Omar Haddad and his driver were shot dead.", 2),
    ],
)
def test_each_person_of_a_list_is_told_once(text: str, people: int) -> None:
    assert figures(text) == [("killed", 1)] * people


def test_a_noun_after_other_words_is_no_person() -> None:
    assert figures("They mourned the death of every single soldier.") == []


def test_a_name_stands_before_what_the_person_is() -> None:
    (account,) = told("Ana Silva, a magistrate in Sarmin, was shot dead.").accounts
    (victim,) = account.victims
    assert (victim.name, account.claims[0].group.status) == ("Ana Silva", Status.CIVILIAN)


def test_parts_with_names_of_their_own_are_all_kept() -> None:
    text = "Five people were wounded on Monday, including Ana Silva. Also wounded were Luis Ruiz and Tom Brown."
    found = claims(text)
    assert (found[0].count.best, found[0].subset_of) == (5, None)
    assert {c.span.quote for c in found if c.subset_of} >= {"Luis Ruiz", "Tom Brown"}


def test_names_behind_their_number_under_one_word_are_parts_of_it() -> None:
    (account,) = told("Activists documented the death of two men, Ahmad Khalil and Samer Hasan, in shelling.").accounts
    whole, *names = account.claims
    assert (whole.count.best, [(c.count.best, c.subset_of) for c in names]) == (2, [(1, whole.id)] * 2)
    assert toll(account) == (2, 2, 2)
