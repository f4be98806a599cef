"""Counts keep their bounds in order, whatever is made of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.errors import ModelError
from harmledger.model.codec import decode, encode
from harmledger.model.count import Count

numbers = st.integers(0, 10**7)


@st.composite
def counts(draw: st.DrawFn) -> Count:
    low, best, high = (n if draw(st.booleans()) else None for n in sorted(draw(st.tuples(numbers, numbers, numbers))))
    return Count(low, best, high, draw(st.text(max_size=12)))


def stated(count: Count) -> list[int]:
    return [n for n in (count.low, count.best, count.high) if n is not None]


@given(st.tuples(*[st.none() | st.integers(-50, 50)] * 3))
def test_bounds_that_cross_are_refused_and_no_others(bounds: tuple[int | None, int | None, int | None]) -> None:
    said = [n for n in bounds if n is not None]
    if said == sorted(said) and all(n >= 0 for n in said):
        assert stated(Count(*bounds)) == said
    else:
        with pytest.raises(ModelError):
            Count(*bounds)


@given(numbers, numbers)
def test_every_rule_keeps_bounds_in_order(n: int, m: int) -> None:
    for count in (
        Count.exact(n), Count.at_least(n), Count.more_than(n), Count.up_to(n), Count.about(n), Count.from_low(n),
        Count.between(n, m),
    ):  # fmt: skip
        assert stated(count) == sorted(stated(count))
        assert count.is_stated


@given(counts(), counts())
def test_a_sum_is_of_both_and_in_order(a: Count, b: Count) -> None:
    both = a.plus(b)
    assert stated(both) == sorted(stated(both))
    assert both == Count(both.low, both.best, both.high, both.words)
    assert (both.low or 0) == (a.low or 0) + (b.low or 0)
    assert (both.high is None) == (a.high is None or b.high is None)


@given(counts(), counts())
def test_order_does_not_change_a_sum(a: Count, b: Count) -> None:
    assert a.plus(b, "both") == b.plus(a, "both")


@given(counts())
def test_nobody_changes_no_exact_sum(a: Count) -> None:
    both = a.plus(Count.exact(0), a.words)
    assert (both.best, both.high) == (a.best, a.high)
    assert both.low == (a.low or 0)


@given(counts())
def test_the_one_figure_is_a_bound_that_is_stated(count: Count) -> None:
    assert count.figure in (stated(count) or [0])


@given(counts())
def test_a_count_survives_its_json(count: Count) -> None:
    assert decode(encode(count), Count) == count
