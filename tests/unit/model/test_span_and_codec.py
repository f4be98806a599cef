"""Spans refuse what they cannot quote; records refuse JSON that is not theirs."""

import pytest

from harmledger.errors import ModelError
from harmledger.model.codec import decode, encode, plain
from harmledger.model.count import Count
from harmledger.model.span import Span

TEXT = "Shells killed nine people."


def test_a_span_quotes_its_text() -> None:
    span = Span.of(TEXT, 14, 25)
    assert span.quote == "nine people"
    assert span.holds(TEXT) and not span.holds(TEXT.upper())


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (-3, -1), (20, 90)])
def test_a_range_that_quotes_nothing_is_refused(start: int, end: int) -> None:
    with pytest.raises(ModelError, match="cannot quote"):
        Span.of(TEXT, start, end)


def test_spans_that_touch_share_nothing() -> None:
    assert not Span.of(TEXT, 0, 6).overlaps(Span.of(TEXT, 6, 9))
    assert Span.of(TEXT, 0, 7).overlaps(Span.of(TEXT, 6, 9))


def test_json_is_canonical() -> None:
    assert encode({"b": 1, "a": "é"}) == '{"a":"é","b":1}'.encode()
    assert encode(Count.exact(2, "two")) == b'{"best":2,"high":2,"low":2,"words":"two"}'
    assert plain(Count.exact(2, "two")) == {"low": 2, "best": 2, "high": 2, "words": "two"}


@pytest.mark.parametrize("data", ["", "[1]", '{"start": 0, "end": 3, "quote": "four"}', b'"\xff"'])
def test_other_json_is_refused_by_name(data: str | bytes) -> None:
    with pytest.raises(ModelError, match="not a Span"):
        decode(data, Span)
