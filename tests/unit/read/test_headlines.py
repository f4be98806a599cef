"""What a headline tells beyond the text below it."""

import pytest
from tests.unit.read.told import claims, told, toll

from harmledger.model.codes import Outcome, Scope


def said(text: str) -> list[tuple[str, int]]:
    return [(c.outcome.value, c.count.figure) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # told again below: the text's words stand
        ("Strike kills 21 in Idlib\n\nAn air strike in Idlib killed 21 people.", [("killed", 21)]),
        # a sum of what the text tells one by one
        (
            "Eight killed in strikes on Idlib\n\nFive people were killed in Ariha and three were killed in Saraqib.",
            [("killed", 5), ("killed", 3)],
        ),
        # vaguer than the text
        ("Dozens killed in strike on market\n\nAn air strike in Idlib killed 31 people on Monday.", [("killed", 31)]),
        # whoever is shot in the headline is hurt in the text
        ("Two shot in Ariha\n\nTwo men were wounded when gunmen opened fire in Ariha on Monday.", [("injured", 2)]),
    ],
)
def test_a_headline_that_tells_nothing_more_adds_nothing(text: str, wanted: list[tuple[str, int]]) -> None:
    assert said(text) == wanted


def test_a_headline_has_the_figure_that_the_text_leaves_out() -> None:
    text = "Strike kills 21, wounds 40\n\nAn air strike killed 21 people in Idlib on Monday, rescue workers said."
    [account] = told(text).accounts
    assert toll(account, Outcome.INJURED) == (40, 40, 40)
    assert toll(account) == (21, 21, 21)


def test_a_headline_is_all_the_figures_there_are() -> None:
    text = "Strike kills 21 in Idlib\n\nA market in Ariha was hit by warplanes on Monday. Teams search the rubble."
    [account] = told(text).accounts
    assert toll(account) == (21, 21, 21)


def test_beside_another_number_of_the_text_a_headline_counts_in_no_toll_and_stays_a_claim() -> None:
    text = "Strike kills 21 in Idlib\n\nAn air strike killed 18 people in Idlib on Monday, rescue workers said."
    [account] = told(text).accounts
    assert toll(account) == (18, 18, 18)
    assert sorted(c.count.figure for c in account.claims) == [18, 21]


def test_of_people_told_one_by_one_a_headline_has_the_number() -> None:
    text = "Four killed in Ariha\n\nA baker was killed in his shop in Ariha by shells that hit the town on Monday."
    [account] = told(text).accounts
    assert toll(account) == (4, 4, 4)


def test_parts_told_in_the_text_are_parts_of_the_headline_s_number() -> None:
    text = "Strike kills 21 in Idlib\n\nA market was hit on Monday morning. Among the dead were two children."
    found = claims(text)
    whole = next(c for c in found if c.count.figure == 21)
    part = next(c for c in found if c.count.figure == 2)
    assert part.subset_of == whole.id


def test_a_headline_s_total_over_many_happenings_is_a_tally() -> None:
    text = (
        "120 killed in Idlib since January\n\nAn air strike killed 18 people in Idlib on Monday, rescue workers said."
    )
    assert [(a.scope, toll(a)) for a in told(text).accounts] == [
        (Scope.INCIDENT, (18, 18, 18)),
        (Scope.TALLY, (120, 120, 120)),
    ]


def test_every_word_of_a_headline_may_have_a_capital_and_is_no_name() -> None:
    text = "Teen Killed, Another Wounded In Shelling\n\nA house was hit on Monday in Ariha, a town in Idlib."
    hurt = next(c for c in claims(text) if c.outcome is Outcome.INJURED)
    assert hurt.span.quote == "Another Wounded"
    assert not any(v.name for a in told(text).accounts for v in a.victims)


def test_one_of_the_dead_told_in_the_text_is_part_of_the_headline_s_number_and_may_be_told_again() -> None:
    text = (
        "Three killed, boy dies in Ariha\n\nA market was hit on Monday. Among the dead was a boy. The boy was buried."
    )
    found = claims(text)
    whole = next(c for c in found if c.count.figure == 3)
    assert [c.subset_of for c in found if c.count.figure == 1] == [whole.id]


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Boy killed, another wounded in shelling", [("killed", 1), ("injured", 1)]),
        ("Woman dead, child injured after drone strike on bus", [("killed", 1), ("injured", 1)]),
        ("Mayor kidnapped, driver killed in ambush", [("detained", 1), ("killed", 1)]),
        ("Mother, Two Children Killed In Strike On Camp", [("killed", 1), ("killed", 2)]),
        ("Police officer says army killed protesters", []),
    ],
)
def test_in_a_headline_a_noun_without_an_article_is_one_person(headline: str, wanted: list[tuple[str, int]]) -> None:
    assert said(f"{headline}\n\nThe town was hit on Monday evening, as residents told a radio station.") == wanted


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Soldier killed, two injured in blast in Binnish", [("killed", 1), ("injured", 2)]),
        ("Mayor, bodyguard killed in ambush", [("killed", 1), ("killed", 1)]),
        ("Father, two sons killed in Binnish blast", [("killed", 1), ("killed", 2)]),
        ("Men stabbed a blogger and author to death near his home", [("killed", 1)]),
    ],
)
def test_a_line_by_itself_is_read_as_a_headline(line: str, expected: list[tuple[str, int]]) -> None:
    assert said(line) == expected
