"""Households without a size are an issue, not a number of people."""

import pytest
from tests.unit.read.told import claims, told

from harmledger.model.codes import IssueCode


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("8,000 families fled the town after the shelling.", ["8,000 families"]),
        ("Two households were killed in the shelling.", ["Two households"]),
        ("Shelling killed four people and drove out 300 displaced families.", ["300 displaced families"]),
        ("Twelve families (60 people) were displaced by shelling.", []),
        ("Three members of two families were killed.", []),
        ("The town gave bread to 300 families.", []),
    ],
)
def test_households_of_no_stated_size_are_an_issue(text: str, words: list[str]) -> None:
    found = [i for i in told(text).issues if i.code is IssueCode.COUNT_UNREADABLE]
    assert [i.words for i in found] == words
    assert all(i.span is not None and i.span.holds(text) for i in found)


def test_they_are_no_claim() -> None:
    assert not claims("8,000 families fled the town after the shelling.")
