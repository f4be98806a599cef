"""Whoever is shot where nobody dies of it is injured, and nothing is implied."""

import pytest
from tests.unit.read.told import only

from harmledger.model.codes import Outcome, Stance


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot two guards in the leg.",
        "Police shot two guards with rubber bullets.",
        "A sniper shot two guards but they survived.",
    ],
)
def test_a_wound_that_is_told_is_no_death(text: str) -> None:
    claim = only(text)
    assert (claim.outcome, claim.stance, claim.count.figure) == (Outcome.INJURED, Stance.ASSERTS, 2)


def test_without_it_they_are_killed_or_injured() -> None:
    assert only("Gunmen shot two guards in the market.").outcome is Outcome.CASUALTIES
