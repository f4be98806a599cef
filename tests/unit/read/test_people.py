"""Who is counted: nouns, names, lists, households, groups."""

import pytest
from tests.unit.read.told import Bounds, bounds, claims, only, told, toll

from harmledger.model.claim import Group
from harmledger.model.codes import Age, Role, Sex, Status


@pytest.mark.parametrize(
    ("who", "group"),
    [
        ("people", Group()),
        ("civilians", Group(Status.CIVILIAN)),
        ("children", Group(age=Age.CHILD)),
        ("boys", Group(None, Age.CHILD, Sex.MALE)),
        ("girls", Group(None, Age.CHILD, Sex.FEMALE)),
        ("women", Group(None, Age.ADULT, Sex.FEMALE)),
        ("men", Group(None, Age.ADULT, Sex.MALE)),
        ("soldiers", Group(Status.COMBATANT)),
        ("suspected militants", Group(Status.COMBATANT)),
        ("nurses", Group(Status.CIVILIAN, role=Role.MEDICAL)),
        ("rescuers", Group(Status.CIVILIAN, role=Role.RESCUER)),
        ("aid workers", Group(Status.CIVILIAN, role=Role.AID_WORKER)),
        ("reporters", Group(Status.CIVILIAN, role=Role.JOURNALIST)),
        ("teachers", Group(Status.CIVILIAN, role=Role.TEACHER)),
        ("policemen", Group(role=Role.POLICE)),
        ("suicide bombers", Group(Status.ATTACKER)),
        ("women and children", Group()),
        ("boys and girls", Group(age=Age.CHILD)),
        ("people of unknown sex", Group()),
    ],
)
def test_a_noun_tells_the_group(who: str, group: Group) -> None:
    assert only(f"The blast killed 12 {who}.").group == group


def test_those_who_attacked_are_no_victims() -> None:
    account = told("Robbers killed nine bakers before six of the robbers were shot dead.").accounts[0]
    assert toll(account) == (9, 9, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shepherd was killed by a mine.", (1, 1, 1)),
        ("Omar Haddad was killed by a mine.", (1, 1, 1)),
        ("A man and his two sons were killed.", (3, 3, 3)),
        ("A family of five was killed in the raid.", (5, 5, 5)),
        ("The shell killed an entire family of six people.", (6, 6, 6)),
        ("The shell killed a family of at least five.", (5, 5, None)),
        ("12 families (60 people) were displaced by shelling.", (60, 60, 60)),
        ("Six members of one family were killed.", (6, 6, 6)),
        ("Both men were killed.", (2, 2, 2)),
        ("The man, 45, was killed.", (1, 1, 1)),
        ("A 12-year-old boy was killed.", (1, 1, 1)),
        ("A boy aged 12 was killed.", (1, 1, 1)),
        ("Ten feared rebels of the north were killed.", (10, 10, 10)),
    ],
)
def test_people_are_counted(text: str, expected: Bounds) -> None:
    assert bounds(only(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed three families.",
        "12 families were displaced.",
        "Shells displaced 40 households.",
        "12 families (60 tents) were displaced.",
    ],
)
def test_households_without_a_size_count_no_people(text: str) -> None:
    assert claims(text) == []


def test_the_words_stay_beside_the_number() -> None:
    assert only("The shell killed a family of five.").count.words == "a family of five"
    assert only("12 families (60 people) were displaced.").count.words == "12 families (60 people)"
    assert only("A man and his two sons were killed.").count.words == "A man and his two sons"


def test_names_in_a_list_are_one_each() -> None:
    (account,) = told("Omar Haddad, Salma Idris and Jamal Nouri were killed.").accounts
    assert [v.name for v in account.victims] == ["Omar Haddad", "Salma Idris", "Jamal Nouri"]
    assert toll(account) == (3, 3, 3)


def test_a_name_and_what_it_is_are_one() -> None:
    assert bounds(only("Omar Haddad, a farmer, was shot dead.")) == (1, 1, 1)


def test_a_described_victim_is_kept_with_age_and_sex() -> None:
    (account,) = told("A 12-year-old girl was killed by a mine.").accounts
    (victim,) = account.victims
    assert (victim.name, victim.age_years, victim.age, victim.sex) == (None, 12, Age.CHILD, Sex.FEMALE)


def test_people_on_top_add() -> None:
    (account,) = told("A shell killed a nurse and another woman. Two other women were also killed.").accounts
    assert toll(account) == (4, 4, 4)


def test_names_in_capitals() -> None:
    text = "GUERRILLAS MURDERED OMAR LUNA AND HIS DRIVER IN THE TOWN OF SAN PEDRO ON SUNDAY AT NOON."
    assert [(c.span.quote, c.count.best) for c in claims(text)] == [("MURDERED OMAR LUNA", 1), ("HIS DRIVER", 1)]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("A 14-year-old was shot dead.", Age.CHILD),
        ("Gunmen killed a 44-year-old in the yard.", Age.ADULT),
        ("17-year-old Omar Haddad was shot dead.", Age.CHILD),
        ("A mine killed a seven-month-old.", Age.CHILD),
    ],
)
def test_an_age_alone_is_a_person(text: str, age: Age) -> None:
    claim = only(text)
    assert bounds(claim) == (1, 1, 1)
    assert claim.group.age is age


def test_an_age_of_a_thing_is_nobody() -> None:
    assert claims("The blast hit a 14-year-old bridge and killed nobody.")[-1].count.best == 0


def test_who_kills_others_and_himself_is_no_victim() -> None:
    (account,) = told("The baker shot dead two clerks and then killed himself.").accounts
    assert toll(account) == (2, 2, 2)
    assert Status.ATTACKER in [c.group.status for c in account.claims]
