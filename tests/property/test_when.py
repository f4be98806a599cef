"""When and the resolving of days: bounds never cross, records survive the codec, a quote is the text at its offsets."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.adapters.lexicons import load
from harmledger.errors import ModelError
from harmledger.locate.assign_days import when as assign
from harmledger.locate.days import dateline, resolve
from harmledger.mark.days import find_days
from harmledger.model.codec import decode, encode
from harmledger.model.codes import TimePrecision
from harmledger.model.span import Span
from harmledger.model.when import When, first_day, last_day
from harmledger.text.marks import Marks, Sentence
from harmledger.text.tokens import tokenise

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
CUTS = st.builds(lambda d, n: d.isoformat()[:n], DAYS, st.sampled_from((4, 7, 10)))
PIECES = (
    "on at in the early late last next this since between from to and of , . ( ) - / Monday Sunday sat May March Jan "
    "August 2019 2014 31 15 3rd 29 February 14:06 2:30 p.m. GMT yesterday today overnight night morning dawn two four "
    "days months weeks hours ago later week weekend year third day for past 24 Ramadan Eid winter said killed will by "
    "9999 00 0 12/31 90 JAN 's before died wounds"
)
WORDS = st.sampled_from(tuple(PIECES.split()))
TEXTS = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60)


@given(CUTS, CUTS)
def test_bounds_never_cross(a: str, b: str) -> None:
    if first_day(a) > last_day(b):
        with pytest.raises(ModelError):
            When(a, b, TimePrecision.DAYS)
    else:
        when = When(a, b, TimePrecision.DAYS)
        assert when.first is not None and when.last is not None and when.first <= when.last


@given(CUTS, st.sampled_from(TimePrecision), st.text(max_size=20))
def test_round_trip(cut: str, precision: TimePrecision, words: str) -> None:
    for when in (When(cut, cut, precision, words), When(cut, None, precision), When(None, cut, precision)):
        assert decode(encode(when), When) == when


@given(TEXTS)
def test_a_phrase_quotes_the_text_at_its_offsets(text: str) -> None:
    tokens, end = tokenise(text), 0
    for phrase in find_days(tokens, load("en")):
        assert text[phrase.start : phrase.end] == phrase.words != ""
        assert (tokens.starts[phrase.first], tokens.ends[phrase.last - 1]) == (phrase.start, phrase.end)
        assert phrase.start >= end
        end = phrase.end


@given(TEXTS, st.none() | st.dates())
def test_what_is_resolved_keeps_its_words_and_its_order(text: str, day: date | None) -> None:
    for phrase in find_days(tokenise(text), load("en")):
        when, issues = resolve(phrase, day)
        assert all(i.span is not None and i.span.holds(text) for i in issues)
        if when is not None:
            assert when.words == phrase.words
            assert decode(encode(when), When) == when
            assert when.first is None or when.last is None or when.first <= when.last


@given(TEXTS, st.none() | DAYS, st.booleans(), st.booleans())
def test_a_happening_is_dated_by_words_of_the_text_or_assumed(
    text: str, day: date | None, background: bool, tally: bool
) -> None:
    tokens = tokenise(text)
    if not len(tokens):
        return
    marks = Marks(tokens, (Sentence(0, len(tokens)),), days=find_days(tokens, load("en")))
    told = Span.of(text, tokens.starts[0], tokens.ends[-1])
    when, _ = assign(marks, [told], day, background, tally=tally)
    if when is not None and when.words:
        assert when.words in text
    elif when is not None:
        known = day is not None or dateline(marks) is not None
        assert known and when.first == when.last and not background and not tally
