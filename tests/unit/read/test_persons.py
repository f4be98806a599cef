"""One person told of in several sentences is one; what became of people shot is taken from the whole report."""

import pytest
from tests.unit.read.told import told, toll

from harmledger.model.codes import Outcome, Scope, Stance


def tolls(text: str) -> dict[str, int]:
    """The figures of the one account that a text tells."""
    (account,) = told(text).accounts
    return {o.value: c.figure for o, c in account.toll.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Silva, 34, was wounded on Monday. Silva died at the clinic on Tuesday.", {"killed": 1}),
        ("A clerk was wounded at the gate. The clerk later died.", {"killed": 1}),
        ("A man was wounded at the gate. He was pronounced dead at the clinic.", {"killed": 1}),
        ("A 34-year-old was wounded at the gate. The 34-year-old died at night.", {"killed": 1}),
        ("A man was shot at the gate. The victim, named as Omar Haddad, died.", {"killed": 1}),
        ("Omar Haddad was shot dead. The 40-year-old suffered gunshot wounds.", {"killed": 1}),
        ("A man was killed and a woman was wounded. She is in critical condition.", {"killed": 1, "injured": 1}),
        ("Five people were wounded. Another victim, Ana Silva, 29, was in critical condition.", {"injured": 5}),
        ("Two men were shot at the gate. One of the men died.", {"killed": 1, "injured": 1}),
        ("Two men were shot at the gate. Both died.", {"killed": 2}),
        ("Gunmen killed two clerks and shot three others.", {"killed": 2, "injured": 3}),
        # who is meant by a pronoun, or by a noun with what became of the person
        ("Ana Silva was pronounced dead, and the toddler was taken to a hospital where she died.", {"killed": 2}),
        (
            "A girl has died and her father is in critical condition. Police said the child had died.",
            {"killed": 1, "injured": 1},
        ),
        ("The nurse, Ana Silva, was shot. Silva was taken to a clinic, where she died.", {"killed": 1}),
        # told one by one, and told again
        ("Ana Silva, 24 was shot in the leg, Omar Haddad, 26 was shot in the arm.", {"injured": 2}),
        (
            "Two were wounded. Omar Haddad and Luis Ruiz are hospitalized. The shooting killed a clerk and wounded "
            "two others.",
            {"killed": 1, "injured": 2},
        ),
        (
            "A clerk and his two sons were found dead. The clerk shot his sons, and his daughter was lifeless.",
            {"killed": 3},
        ),
        ("Ana Silva was shot dead. Rosa Paz was shot, too. Paz is recovering at home.", {"killed": 1, "injured": 1}),
        ("A nurse was found dead with her son. Police said the nurse was found dead with her son.", {"killed": 2}),
        ("A boy was shot in the yard. He didn't make it.", {"killed": 1}),
        ("A boy was shot in the yard. He didn't make it to the game and died.", {"killed": 1}),
        (
            "A raid left a clerk dead and three others wounded. Three other men were also wounded.",
            {"killed": 1, "injured": 3},
        ),
        ("Three people were shot, one of them fatally.", {"killed": 1, "injured": 2}),
        # the wounded one by one, each surely another
        ("A boy, 9, was shot in the ankle. A 24-year-old woman was hit in the arm.", {"injured": 2}),
        ("A boy, 9, was shot in the ankle. The 9-year-old was hit in the arm, too.", {"injured": 1}),
        (
            "Ana Silva was shot in the leg. Rosa Paz, 30, was shot in the arm. Silva was shot in the leg.",
            {"injured": 2},
        ),
        # the rest of a number
        (
            "Five people were wounded. A 17-year-old boy was shot in the neck. Four others were shot in the legs.",
            {"injured": 5},
        ),
        ("Five people were wounded. Three others were wounded later.", {"injured": 8}),
        ("Four people were wounded. A girl was shot in the leg. Two men were also shot in the leg.", {"injured": 4}),
        ("Four people were wounded. Two men were also shot in the leg.", {"injured": 6}),
        (
            "One clerk was killed and four were wounded. The two others were wounded lightly.",
            {"killed": 1, "injured": 4},
        ),
        (
            "A clerk was killed and two people were wounded. Two others, a nurse and a cook, were shot in the leg.",
            {"killed": 1, "injured": 2},
        ),
        ("Two people were wounded. Two others were wounded later.", {"injured": 4}),
        ("A clerk was killed and two people were wounded. Two more were wounded later.", {"killed": 1, "injured": 4}),
        # the third of a number told before
        (
            "Four pupils were wounded. Two girls and a boy were in stable condition. A third girl was in surgery.",
            {"injured": 4},
        ),
        ("Two girls were wounded. A third girl was in surgery.", {"injured": 3}),
        ("Four people were shot. A fourth victim walked to a hospital with a wound to the hand.", {"injured": 4}),
        (
            "Four people were shot. Guards found two men and a woman with leg wounds. Another man had been shot in the "
            "throat. He was rushed into surgery.",
            {"injured": 4},
        ),
        # two told together stay two
        ("A cook and a clerk were shot. The clerk, a woman of 25, was shot in the foot.", {"injured": 2}),
        ("A cook was shot. The cook, a woman of 25, was shot in the foot.", {"injured": 1}),
        # who died, and not who brought her
        ("The child was taken to a clinic by her parents, but died.", {"killed": 1}),
        ("A man killed his parents and wounded his sister.", {"killed": 2, "injured": 1}),
        # victims named are the dead
        (
            "Three people are dead and a fourth is in critical condition. The victims were named as Omar Haddad, 66; "
            "his wife, Ana Silva, 63; and their clerk, Luis Ruiz, 58.",
            {"killed": 3, "injured": 1},
        ),
        ("Two were wounded. The victims were named as Omar Haddad, 66; and his wife, Ana Silva, 63.", {"injured": 2}),
        ("Two pupils were killed. The wounded, men of 22 and 29, were in critical condition.", {"killed": 2}),
        # the wounded of whom one dies
        ("Four people were taken to a clinic with grave wounds. One of them died.", {"killed": 1, "injured": 3}),
        (
            "Two clerks were killed. Four people were taken to a clinic with grave wounds. One of the victims was "
            "killed at the gate.",
            {"killed": 2, "injured": 4},
        ),
        (
            "A man is dead and three others are in a clinic. Police found four people suffering from gunshot wounds. "
            "One of them was pronounced dead.",
            {"killed": 1, "injured": 3},
        ),
        # a man and a woman are two; kin of somebody are others
        ("A man was shot in the leg. A woman was shot in the arm.", {"injured": 2}),
        ("A man was shot in the leg. The victim was shot in the arm, too.", {"injured": 1}),
        ("A girl died. Her aunt was shot in the leg.", {"killed": 1, "injured": 1}),
        ("A boy was shot in the leg. Ana Silva said her son was shot in the leg.", {"injured": 1}),
        ("A boy was shot at the gate. Omar Haddad said his son died.", {"killed": 1}),
        ("A clerk was killed. The driver, her friend, was shot in the arm.", {"killed": 1, "injured": 1}),
        ("A clerk was killed. The driver and her friend were shot in the arm.", {"killed": 1, "injured": 2}),
        ("Ana Silva died at the gate. Rosa Paz was shot. Paz spent days in the hospital.", {"killed": 1, "injured": 1}),
        ("Four were wounded. At home Omar Haddad saw that he also was shot.", {"injured": 4}),
        # a name after `in the` is a place's
        ("Ana Silva died. Guards found Silva in the Mill Creek Park with a gunshot wound.", {"killed": 1}),
        # who died, and not who was with her
        ("A girl who was shot on Monday while in a car with her aunt died.", {"killed": 1}),
        # found dead among those who were shot
        (
            "A man shot his wife and her friend. Guards found Ana Silva, 35, dead in the yard.",
            {"killed": 1, "injured": 1},
        ),
        # the place they were at is nobody who died
        ("Two men were shot outside a bar in Ariha, and one of them died.", {"killed": 1, "injured": 1}),
        ("Two men were shot near a garage and a man died.", {"killed": 1, "injured": 1}),
        # the dead and him who did it, told as a number
        ("A man killed his wife and then shot himself. Both had been shot once.", {"killed": 1}),
        ("A man killed his wife. Both of the neighbours had been shot in the leg.", {"killed": 1, "injured": 2}),
        # an attacker's own death is no victim's
        ("A clerk shot his wife and 9-year-old stepson before turning the gun on himself. Both died.", {"killed": 2}),
    ],
)
def test_what_became_of_them(text: str, expected: dict[str, int]) -> None:
    assert tolls(text) == expected


def test_the_earlier_state_stays_on_record_and_is_not_counted() -> None:
    (account,) = told("Ana Silva was wounded. Silva died on Tuesday.").accounts
    hurt, dead = account.claims
    assert (hurt.outcome, dead.outcome) == (Outcome.INJURED, Outcome.KILLED)
    assert (hurt.subset_of, dead.subset_of) == (dead.id, None)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("He is expected to recover.", Outcome.INJURED),
        ("Detectives are treating it as a homicide.", Outcome.KILLED),
        ("The street was closed.", Outcome.CASUALTIES),
    ],
)
def test_what_became_of_one_shot_is_told_by_the_rest(rest: str, expected: Outcome) -> None:
    (account,) = told(f"A man was shot in his car. {rest}").accounts
    assert list(account.toll) == [expected]
    stances = [c.stance for c in account.claims]
    assert stances == [Stance.ASSERTS if expected is Outcome.CASUALTIES else Stance.IMPLIES]


def test_two_names_are_two_people() -> None:
    (account,) = told("Ana Silva was wounded. Omar Haddad was shot dead.").accounts
    assert (toll(account), toll(account, Outcome.INJURED)) == ((1, 1, 1), (1, 1, 1))


def test_a_death_days_later_belongs_to_the_day_of_the_harm() -> None:
    text = "Ana Silva was wounded by a shell on Monday. On Wednesday Silva died of her wounds."
    assert len(told(text).accounts) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guards found a cook with a gunshot wound to the chest.", {"casualties": 1}),
        ("A stray bullet struck the boy in the yard.", {"casualties": 1}),
        ("The rifle went off and struck Omar Haddad.", {"casualties": 1}),
        ("A gun fell and discharged, striking the girl. She was pronounced dead.", {"killed": 1}),
        ("Omar Haddad was shot in his left leg.", {"injured": 1}),
        ("The woman remains in critical condition.", {"injured": 1}),
        ("A 4-year-old girl is in critical condition after she accidentally shot herself.", {"injured": 1}),
        ("Two brothers were shot in the head. Both died.", {"killed": 2}),
        ("A man drove himself to a clinic with a graze wound.", {"injured": 1}),
        ("A man walked into a clinic with a wound to the shoulder.", {"injured": 1}),
        ("A boy called 911 after being shot in the arm.", {"injured": 1}),
        ("Two women, 19 and 22, had been hit in the legs.", {"injured": 2}),
        ("Omar Haddad, also 13, was shot in the leg.", {"injured": 1}),
        ("Two cooks, 19 clerks and 22 pupils were wounded.", {"injured": 43}),
        ("The woman, who is 20, was shot in the leg.", {"injured": 1}),
        ("There was one shot. Two clerks were shot in the leg.", {"injured": 2}),
    ],
)
def test_people_hit_by_fire(text: str, expected: dict[str, int]) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize("text", ["She has an apparent gift for songs.", "A shot rang out.", "He struck a pose."])
def test_a_shot_alone_hits_nobody(text: str) -> None:
    assert told(text).accounts == ()


def test_a_number_of_people_shot_that_dwarfs_the_happening_is_a_tally() -> None:
    _, total = told("A clerk was shot in his shop. Downtown, 104 people have been shot.").accounts
    assert total.scope is Scope.TALLY


def test_who_dies_is_not_hurt_as_well_whoever_says_so() -> None:
    text = "A cook was wounded, the police said. The cook died in the night, the clinic said."
    assert tolls(text) == {"killed": 1}


def test_two_voices_on_one_death_are_two_claims() -> None:
    text = "The police said that a cook was killed. The cook was killed, the clinic said."
    (account,) = told(text).accounts
    assert [c.subset_of for c in account.claims] == [None, None]
    assert toll(account) == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Four men were wounded in Ariha. Karim Saleh was hit in the arm. A fourth man was shot in the leg.", 4),
        ("Three men were wounded in Ariha. A fourth man was wounded later on.", 4),
        ("Three men were wounded in Ariha. The third man was shot in the back.", 3),
    ],
)
def test_the_fourth_of_four_is_one_of_them_and_of_three_one_more(text: str, wanted: int) -> None:
    [account] = told(text).accounts
    assert account.toll[Outcome.INJURED].best == wanted
