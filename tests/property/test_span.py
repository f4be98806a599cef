"""A span's quote is the text at its offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.errors import ModelError
from harmledger.model.span import Span
from harmledger.text.normal import norm
from harmledger.text.tokens import tokenise

texts = st.text(min_size=1, max_size=80)


@given(texts, st.integers(-5, 90), st.integers(-5, 90))
def test_a_span_of_a_text_holds_in_it_or_is_refused(text: str, start: int, end: int) -> None:
    if 0 <= start < end <= len(text):
        span = Span.of(text, start, end)
        assert span.holds(text)
        assert span.quote == text[start:end]
    else:
        with pytest.raises(ModelError):
            Span.of(text, start, end)


@given(texts, st.data())
def test_a_span_does_not_hold_in_another_text(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(1, len(text)))
    span = Span.of(text, 0, end)
    assert not span.holds("\0" + text) or set(span.quote) == {"\0"}


@given(st.integers(0, 20), st.integers(1, 20), st.integers(0, 20), st.integers(1, 20))
def test_spans_overlap_where_they_share_a_character(a: int, m: int, b: int, n: int) -> None:
    one, other = Span(a, a + m, "x" * m), Span(b, b + n, "x" * n)
    shared = set(range(a, a + m)) & set(range(b, b + n))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(st.text(max_size=200))
def test_tokens_quote_the_text_and_nothing_that_says_anything_is_between(text: str) -> None:
    tokens = tokenise(text)
    at = 0
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert text[start:end] == word != ""
        assert not norm(text[at:start]).strip()
        at = end
    assert all(tokens.norms)
    assert not norm(text[at:]).strip()
