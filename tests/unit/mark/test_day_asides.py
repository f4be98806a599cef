"""Days of what a report tells beside the harm: a truce, a vote, an abduction, somebody's past, a record."""

import pytest

from harmledger.adapters.lexicons import load
from harmledger.mark.days import find_days
from harmledger.text.tokens import tokenise


def role(text: str, language: str = "en") -> object:
    """That of a text's only day phrase."""
    (phrase,) = find_days(tokenise(text), load(language))
    return dict(phrase.args).get("role")


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a candidate on the party's list for the September 20 vote.",
        "Six were killed in clashes ahead of Monday's summit.",
        "Six were killed in clashes ahead of the summit on Monday.",
        "Six were killed in clashes over the result of the July 25 election.",
        "Six were killed despite a truce that took effect on Saturday.",
        "Six were killed in violation of the ceasefire agreed in March 2020.",
        "This year's harvest festival turned sour after gunmen killed a trader.",
        "Six were killed in one of the deadliest attacks this year.",
        "Six were killed in the worst violence in the region since the war ended in 2009.",
        "Six were killed in a bombing, the third such attack in two weeks.",
        "Gunmen shot dead a poet who fled to the city in 1979.",
        "Rebels who have fought the army since 2012 killed six.",
        "Rebels killed six men who had been kidnapped over the previous week.",
        "A clerk who was abducted by gunmen near the town on 17 July was found dead.",
        "Six were killed by a mine laid in the 1990s.",
        "The mayor, elected on 12 June, was killed.",
        "Six were killed, two weeks before the start of Ramadan.",
        "A former general who led a coup in 1999 was shot dead.",
        "The mayor, who took office in May, was killed.",
    ],
)
def test_what_is_told_beside_the_harm_has_its_own_day(text: str) -> None:
    assert role(text) in ("aside", "deadline")


def test_a_day_belongs_to_the_nearer_verb() -> None:
    text = "The bodies of six who went missing on Monday were found on Friday."
    first, second = find_days(tokenise(text), load("en"))
    assert (dict(first.args).get("role"), dict(second.args).get("role")) == ("aside", None)


@pytest.mark.parametrize(
    "text",
    [
        "Six were killed during Monday's vote.",
        "Six were killed in Monday's election violence.",
        "Militants who attacked the village in July killed six.",
        "Militants who in 2014 killed six were tried.",
        "The first bomb killed six this week.",
        "Six were killed in an attack that took place in June.",
        "More than 1,000 were killed in the offensive that began at the end of April 2019.",
        "Gunmen abducted ten people on Monday, killing three.",
        "The kidnapped boy was killed in Kano on Monday.",
        "Six were killed on the eve of Wednesday's vote.",
    ],
)
def test_what_dates_the_harm_is_no_aside(text: str) -> None:
    assert role(text) in (None, "other")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قتل خمسة مدنيين بقصف على القرية، رغم وقف إطلاق النار الموقع في آذار 2020."),
        ("ar", "عثر أهال على جثة شاب كان قد خطف في 17 تموز في القرية."),
        ("fr", "Cinq civils ont été tués malgré la trêve conclue le 4 juillet."),
        ("fr", "Un civil qui avait fui son village en 2019 a été tué."),
        ("fr", "Cinq civils ont été tués dans l'une des attaques les plus meurtrières depuis 2015."),
    ],
)
def test_other_languages_have_asides_too(language: str, text: str) -> None:
    assert role(text, language) == "aside"
