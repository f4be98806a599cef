"""A Count's bounds and how two of them add."""

import pytest

from harmledger.errors import ModelError
from harmledger.model.count import Count


@pytest.mark.parametrize(
    ("count", "bounds"),
    [
        (Count.exact(21), (21, 21, 21)),
        (Count.at_least(21), (21, 21, None)),
        (Count.more_than(1000), (1001, None, None)),
        (Count.up_to(40), (None, 40, 40)),
        (Count.about(30), (None, 30, None)),
        (Count.between(15, 20), (15, None, 20)),
        (Count.between(20, 15), (15, None, 20)),
        (Count.between(7, 7), (7, 7, 7)),
        (Count.from_low(24), (24, None, None)),
    ],
)
def test_rules(count: Count, bounds: tuple[int | None, int | None, int | None]) -> None:
    assert (count.low, count.best, count.high) == bounds


@pytest.mark.parametrize("bounds", [(3, 2, None), (3, None, 2), (None, 3, 2), (-1, None, None)])
def test_crossed_or_negative_bounds_are_refused(bounds: tuple[int | None, int | None, int | None]) -> None:
    with pytest.raises(ModelError, match="bounds cross or are negative"):
        Count(*bounds)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (Count.exact(2), Count.exact(3), Count.exact(5)),
        (Count.exact(2), Count.at_least(3), Count.at_least(5)),
        (Count.exact(2), Count.about(3), Count(2, 5, None)),
        (Count.up_to(4), Count.up_to(5), Count(None, 9, 9)),
        (Count.from_low(24), Count.exact(1), Count.from_low(25)),
        (Count(), Count.exact(1), Count.from_low(1)),
    ],
)
def test_sums(one: Count, other: Count, both: Count) -> None:
    assert one.plus(other) == both


def test_a_sum_keeps_both_ones_words() -> None:
    assert Count.exact(1, "a nurse").plus(Count.exact(2, "two men")).words == "a nurse + two men"
    assert Count.exact(1, "a nurse").plus(Count.exact(2, "two men"), "three").words == "three"


@pytest.mark.parametrize(
    ("count", "figure"),
    [(Count(1, 2, 3), 2), (Count(1, None, 3), 1), (Count(None, None, 3), 3), (Count(), 0)],
)
def test_the_one_figure(count: Count, figure: int) -> None:
    assert count.figure == figure


def test_nothing_stated_is_no_zero() -> None:
    assert not Count().is_stated
    assert Count.exact(0).is_stated
