"""Figures sorted into the happenings that they tell of: one, several, earlier ones, totals over many."""

import pytest
from tests.unit.read.told import claims, figures, told, toll

from harmledger.model.codes import IssueCode, LinkRole, Outcome, Scope, Stance

RAID = "A raid on the market of Binnish killed nine people on Wednesday."


def test_sentences_of_one_happening_are_one_account() -> None:
    (account,) = told(f"{RAID} Twelve people were wounded, medics said. The dead included two girls.").accounts
    assert account.scope is Scope.INCIDENT
    assert [o.value for o in account.toll] == ["killed", "injured"]
    assert len(account.told_in) == 3


@pytest.mark.parametrize(
    "then",
    [
        "In a separate attack gunmen killed four people in Sarmin.",
        "A strike on Sarmin killed four people.",
        "Elsewhere, four people were killed by a mine.",
        "On Thursday shells killed four people in Sarmin.",
    ],
)
def test_another_happening_is_another_account(then: str) -> None:
    first, second = told(f"{RAID} {then}").accounts
    assert (toll(first), toll(second)) == ((9, 9, 9), (4, 4, 4))
    assert not second.background


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Four people were killed in Ariha and five in Sarmin.", [(4, None), (5, None)]),
        ("A bomber killed four at a mosque in Binnish and, in Ariha, a mine wounded six.", [(4, None), (None, 6)]),
        (
            "Shells killed three people in Sarmin and two in Binnish. The shelling of Sarmin also wounded seven.",
            [(3, 7), (2, None)],
        ),
        ("Two people were killed in Ariha. On Sunday four were hurt in Sarmin.", [(2, None), (None, 4)]),
        ("A bomb in the mosque of Binnish killed the mayor of old Ariha, Omar Saleh, and wounded 15.", [(1, 15)]),
        ("Nine people were killed in Ariha. On Sunday four more died in hospital.", [(13, None)]),
    ],
)
def test_each_place_has_its_own(text: str, tolls: list[tuple[int | None, int | None]]) -> None:
    found = [
        tuple(c and c.best for c in map(a.toll.get, (Outcome.KILLED, Outcome.INJURED))) for a in told(text).accounts
    ]
    assert found == tolls


def test_the_parts_of_many_attacks_are_not_counted_again() -> None:
    assert toll(told("Fifteen people died in three raids: ten in Ariha and five in Sarmin.").accounts[0]) == (
        15,
        15,
        15,
    )


def test_weeks_of_violence_are_no_one_happening() -> None:
    tally, news = told("At least 30 people were killed in a week of violence. On Monday raiders killed 12.").accounts
    assert (tally.scope, news.scope) == (Scope.TALLY, Scope.INCIDENT)


def test_a_violent_weekend_is_no_one_happening() -> None:
    tally, news = told("Six people were hurt in a violent weekend. Four were wounded in a raid on Saturday.").accounts
    assert (tally.scope, news.scope) == (Scope.TALLY, Scope.INCIDENT)


def test_one_of_them_and_another_are_of_those_told_of() -> None:
    whole, *parts = claims(
        "Three men were wounded in a raid. One of them had suffered a gunshot wound, another was shot in the leg."
    )
    assert (whole.count.best, [p.subset_of for p in parts]) == (3, [whole.id, whole.id])


def test_who_remains_in_hospital_after_an_attack_is_hurt() -> None:
    (account,) = told("A girl has died and her mother remains in the hospital after a shooting.").accounts
    assert (toll(account), toll(account, Outcome.INJURED)) == ((1, 1, 1), (1, 1, 1))


def test_who_did_one_thing_did_not_do_the_other_of_its_sentence() -> None:
    bomb, shots = told("A bomb killed nine people in Ariha, a day after gunmen shot five in Sarmin.").accounts
    assert ([p.party for p in bomb.by], bomb.means.value) == ([], "improvised bomb")
    assert ([p.party for p in shots.by], shots.means.value) == (["gunmen"], "small arms")
    both = told("Russian air strikes killed three people in Ariha and two in Sarmin.").accounts
    assert [[p.party for p in a.by] for a in both] == [["Russia"], ["Russia"]]
    assert {a.means.value for a in both} == {"airstrike"}


def test_people_killed_along_with_others_are_of_their_happening() -> None:
    (account,) = told("A raid near Binnish killed nine people along with four guards in Sarmin.").accounts
    assert toll(account) == (13, 13, 13)


def test_one_attack_on_two_towns_is_one() -> None:
    (account,) = told("An attack on Binnish and Sarmin killed nine people.").accounts
    assert toll(account) == (9, 9, 9)


@pytest.mark.parametrize(
    "text",
    [
        "Nine clerks were killed two days after they had been taken from the office.",
        "Shells killed nine clerks this week.",
        "Shells killed nine clerks shopping for the feast of Eid al-Fitr.",
    ],
)
def test_what_is_told_as_before_something_is_no_background(text: str) -> None:
    first = told(text).accounts[0]
    assert (first.scope, first.background, toll(first)) == (Scope.INCIDENT, False, (9, 9, 9))


def test_a_paragraph_about_last_year_is_background() -> None:
    text = f"{RAID}\n\nLast year a raid on the same market killed 43 people."
    first, second = told(text).accounts
    assert (first.background, second.background) == (False, True)
    assert toll(first) == (9, 9, 9)


@pytest.mark.parametrize(
    "then",
    [
        "More than 300 people have been killed in the province since December.",
        "The war has killed 400,000 people.",
        "Shelling has displaced 200,000 people from the south.",
        "So far this year 312 people were killed by mines.",
    ],
)
def test_a_total_over_many_is_a_tally(then: str) -> None:
    first, total = told(f"{RAID} {then}").accounts
    assert (first.scope, total.scope) == (Scope.INCIDENT, Scope.TALLY)
    assert toll(first) == (9, 9, 9)


def test_people_of_a_mere_year_are_a_tally_unless_one_attack_is_told_of() -> None:
    story = "A boy was shot dead on Monday. "
    assert told(story + "Last year, four children died in accidental shootings.").accounts[1].scope is Scope.TALLY
    assert told(story + "Last year, four children died in a bombing.").accounts[1].scope is Scope.INCIDENT


def test_harm_older_than_a_bygone_arrest_is_background() -> None:
    text = "A boy was shot dead on Monday. Omar Haddad was arrested in August 2014 after he had wounded three men."
    assert [a.background for a in told(text).accounts] == [False, True]


def test_the_first_since_a_year_is_one_happening() -> None:
    (account,) = told("Gunmen killed six people in the worst raid on Binnish since 2017.").accounts
    assert account.scope is Scope.INCIDENT


def test_since_a_day_of_this_week_is_still_one_happening() -> None:
    (account,) = told("Nine people have been killed by shells in Binnish since Wednesday.").accounts
    assert account.scope is Scope.INCIDENT


def test_a_total_told_again_in_the_day_s_story_is_told_once() -> None:
    text = f"{RAID} Two of them were girls. The nine people were killed at noon, medics said."
    (account,) = told(text).accounts
    assert toll(account) == (9, 9, 9)


def test_a_post_is_a_link_of_the_chain() -> None:
    text = 'The White Helmets posted a tweet, reading: "19 innocent people were killed in a raid today."'
    (account,) = told(text).accounts
    speaker = account.claims[0].speaker
    assert speaker is not None and speaker.name == "White Helmets"
    assert LinkRole.POST in [link.role for link in speaker.via]


def test_the_same_number_in_two_happenings_is_counted_in_each() -> None:
    first, second = told(f"{RAID} In a separate attack nine people were killed in Sarmin.").accounts
    assert toll(first) == toll(second) == (9, 9, 9)


def test_parts_go_with_the_figure_that_they_are_parts_of() -> None:
    text = f"{RAID} In a separate attack 14 people were killed in Sarmin, among them three girls."
    first, second = told(text).accounts
    assert [c.subset_of for c in first.claims] == [None]
    assert [c.subset_of for c in second.claims] == [None, second.claims[0].id]
    assert Outcome.KILLED in second.toll and toll(second) == (14, 14, 14)


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("A raid killed four people in Ariha and five people in Sarmin.", [4, 5]),
        ("Shells killed three people in Ariha, two in Sarmin and one in Binnish.", [3, 2, 1]),
    ],
)
def test_figures_each_with_a_town_of_its_own_are_happenings_of_their_own(text: str, tolls: list[int]) -> None:
    assert [toll(a)[1] for a in told(text).accounts] == tolls


def test_a_lead_over_many_happenings_holds_for_the_whole_sentence() -> None:
    lead = "In the past week, 61 people were killed and 120 wounded across the province."
    text = f"{lead} Of these, 15 were killed on Monday."
    assert [a.scope for a in told(text).accounts] == [Scope.TALLY, Scope.TALLY, Scope.INCIDENT]


@pytest.mark.parametrize(
    "text",
    [
        "Measles killed 12 children.",
        "Five people died in a bus crash near Ariha.",
        "Two girls drowned in the river.",
        "A fire at a mill killed 20 workers and injured 30.",
        "An elephant trampled a woman to death.",
        "A gas cylinder exploded in a bakery, killing three people.",
    ],
)
def test_deaths_without_violence_are_an_issue_and_no_claim(text: str) -> None:
    reading = told(text)
    assert reading.accounts == ()
    assert [i.code for i in reading.issues] == [IssueCode.OTHER_CAUSE]
    assert reading.issues[0].span is not None and reading.issues[0].span.holds(text)


def test_an_attack_beside_it_makes_it_violence() -> None:
    assert toll(told("A mortar attack set off a house fire that killed five people.").accounts[0]) == (5, 5, 5)


@pytest.mark.parametrize(
    "text",
    [
        "In only 3 months, the press has told of the finding of 137 bodies.",
        "The bureau counts 31 assassinations and 12 kidnappings.",
        "The offensive that has left 305 dead goes on.",
        "About 170 people were killed as a result of political violence.",
    ],
)
def test_statistics_are_tallies(text: str) -> None:
    assert {a.scope for a in told(text).accounts} == {Scope.TALLY}


def test_one_person_is_no_total() -> None:
    (account,) = told("The post is vacant since 1 August, when Ana Silva was shot dead.").accounts
    assert account.scope is Scope.INCIDENT


@pytest.mark.parametrize(
    "text",
    [
        "There was an attempt on the life of Ana Silva, a judge.",
        "He had the mission of assassinating President Ruiz.",
        "The court sentenced him to death.",
        "A man was nearly lynched by the crowd.",
        "They burned eight flags and a scale model.",
        "Two bank branches and a restaurant were blown up.",
        "They wept over the loss of map sheets.",
        "He urged them to kill Ana Silva.",
        "A helicopter plunged into the lake; two crewmen died.",
        "A plane crashed at dawn near the town, killing three crewmen.",
    ],
)
def test_harm_that_was_none_or_no_violence_is_not_read(text: str) -> None:
    assert claims(text) == []


def test_who_was_killed_stands_next_to_the_verb() -> None:
    text = "The general escaped without injury but during the attempt seven people were killed."
    assert figures(text) == [("killed", 7)]
    text = "A spokesman gave assurances that five bakers were killed in Sarmin."
    assert figures(text) == [("killed", 5)]


def test_a_killing_spoken_of_as_known_is_no_second_claim() -> None:
    text = (
        "Judge Ana Silva was shot dead in Sarmin on Wednesday, police said. "
        "The governor said the murder of Judge Silva must be punished. The bishop deplored Ana Silva's murder."
    )
    assert [c.count.best for c in claims(text)] == [1]


def test_who_denies_a_link_to_a_killing_grants_it() -> None:
    (claim,) = claims("The group denied that the march had any link to the murder of Judge Ana Silva.")
    assert claim.stance is Stance.ASSERTS


def test_figures_that_follow_an_attack_told_without_any_are_its_own() -> None:
    [account] = told("Jets bombed a school in Ariha. The clinic said it had received 12 bodies.").accounts
    assert len(account.told_in) == 2
    assert account.means.value == "airstrike"
