"""Verbs of several and their subjects: who is counted is whom the verb's number fits."""

import pytest
from tests.unit.read.told import claims, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The men raided a post in the northeast, where ten policemen were killed.", [("killed", 10)]),
        ("Two guards watching the consulate in the port were killed.", [("killed", 2)]),
        ("Eight villagers fleeing their homes after an invasion have been killed.", [("killed", 8)]),
        ("A delegation came after six monks, five of them old, were murdered.", [("killed", 6)]),
        ("A singer who held a feast where four people were shot was charged.", [("casualties", 4)]),
        ("In thirty years of war more than 900 have been killed.", [("killed", 901)]),
        ("The father and brother of Karim Saleh, the speaker, have been killed.", [("killed", 1), ("killed", 1)]),
        ("A man and woman were found dead.", [("killed", 2)]),
        ("An elderly husband and wife were killed.", [("killed", 2)]),
        ("The bodies of a man and woman were found.", [("killed", 2)]),
        ("A teacher and poet was killed.", [("killed", 1)]),
        ("A man, a woman and a nurse were killed.", [("killed", 1), ("killed", 1), ("killed", 1)]),
        ("Six soldiers and a clerk were killed.", [("killed", 6), ("killed", 1)]),
        ("Two nurses who were on their way home and a guard were wounded.", [("injured", 2), ("injured", 1)]),
        ("The brother of a girl who died in the raid were arrested.", [("killed", 1)]),
        ("A family of five were killed.", [("killed", 5)]),
        ("The clinic took in 14 injured people, three of whom later died.", [("injured", 14), ("killed", 3)]),
        ("Civilian killed, three others hurt in a raid on a car.", [("killed", 1), ("injured", 3)]),
        ("Gunman killed three people in a raid.", [("killed", 3)]),
        ("A raid killed two men. Later a raid killed two women.", [("killed", 2), ("killed", 2)]),
        ("The three aunts wept when they realized Ana Silva had been shot.", [("casualties", 1)]),
        ("Two girls, 9 years old, were killed.", [("killed", 2)]),
        ("A child of 9 years was killed.", [("killed", 1)]),
        ("One of them, Ana Silva, was tied to the murder of an officer who was shot dead.", [("killed", 1)]),
        ("The couple were found dead.", [("killed", 2)]),
        ("A number have been killed and a number of clerks were wounded.", [("killed", 0), ("injured", 0)]),
    ],
)
def test_a_verb_of_several_tells_of_several(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The attackers, who are riding in a green Ford, are wounded.",
        "Two ambulances of the Red Cross were hit.",
        "The director attended the funeral of fellow workers who were killed.",
        "A spokesman said that the front of the plane, as well as the cockpit, were burned.",
        "It would be worse if one were killed.",
        "Neither the mayor nor his driver was hurt.",
        "Neither Ana Silva nor her son were killed.",
        "The men are killing each other, and the militias have killed one another.",
        "The maimed have also dealt a hard blow.",
        "THE RAID STRUCK A PORT, WHERE OTHER STRUCTURES WERE ALSO BLOWN UP.",
        "The gun went off, firing a single shot at the boy.",
        "The senator remains hospitalized with a cold.",
        "The inquiry has taken 9 years because key witnesses have died.",
    ],
)
def test_one_person_is_no_subject_of_it(text: str) -> None:
    assert claims(text) == []


def test_two_under_one_article_are_of_what_both_are() -> None:
    (pair,) = claims("A man and his wife and daughter were killed.")
    assert (pair.count.figure, pair.group.sex) == (3, None)
    (pair,) = claims("A husband and wife were killed.")
    assert pair.group.role is not None and pair.group.sex is None
