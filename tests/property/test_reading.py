"""Whatever a text holds, reading it breaks nothing: spans hold, bounds keep their order, parts have their whole."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.read.sample import ENGLISH
from tests.unit.read.told import told

from harmledger.collect.headline import Headed
from harmledger.mark.marker import mark
from harmledger.model.report import Report
from harmledger.read.reader import read
from harmledger.text.lexicon import expand

_CATEGORIES = (
    "qualifier", "vague", "person", "harm_participle", "harm_intransitive", "harm_gerund", "harm_present", "harm_event",
    "harm_noun", "harm_state", "harm_among", "toll", "toll_verb", "leave", "be", "include", "include_of", "along",
    "future", "reflexive", "relative", "accusation", "tally", "attack", "elsewhere", "earlier", "say", "according",
)  # fmt: skip
_TERMS = sorted(
    {one for c in _CATEGORIES for phrases in ENGLISH.terms[c].values() for p in phrases for one in expand(p)}
)
_LISTS = sorted(
    {
        w
        for name in ("stops", "additions", "prepositions", "households", "labels", "age_after")
        for w in ENGLISH.list(name)
    }
)
_NOISE = [
    "Omar", "Haddad", "Binnish", "on Monday", "last year", "in 2019", "No.", "21", "1,000", "15-20", "12-year-old",
          ",", ",", ".", ".", ";", ":", "(", ")", "[", "]", '"', "“", "”", "'s", "-", "—", "+", "%", "$", "\n",
          "\n\n", "قتل", "٢١", "\u200b", "é", "🙂", "0", "99999999999999999999"]  # fmt: skip
pieces = st.one_of(
    st.sampled_from(_TERMS),
    st.sampled_from(_NOISE),
    st.sampled_from(_LISTS),
    st.sampled_from(sorted(ENGLISH.numbers)),
    st.integers(0, 10**6).map(str),
)
texts = st.lists(pieces, max_size=40).map(" ".join)


def check(text: str) -> None:
    for account in told(text).accounts:
        ids = {c.id for c in account.claims}
        assert len(ids) == len(account.claims)
        assert account.told_in and all(s.holds(text) for s in account.told_in)
        for claim in account.claims:
            assert claim.span.holds(text)
            assert claim.subset_of is None or claim.subset_of in ids
            assert claim.count.figure >= 0
        assert all(v.span.holds(text) and v.claim in ids for v in account.victims)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_words_of_the_lexicon_in_any_order(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(texts, texts)
def test_under_a_title_each_span_quotes_the_title_or_the_text(title: str, text: str) -> None:
    report = Report("r", text, title, "2020-01-16", language="en", capture="c")
    headed = Headed.of(report)
    reading = headed.own(read(headed.report, mark(headed.report, ENGLISH), ENGLISH)[0])
    for account in reading.accounts:
        for span in (*account.told_in, *(c.span for c in account.claims), *(v.span for v in account.victims)):
            assert span.holds(title if span.in_title else text)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_the_same_in_capitals(text: str) -> None:
    check(text.upper())


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120))
def test_any_text_at_all(before: str, after: str) -> None:
    check(f"{before}21 people were killed{after}")


@settings(max_examples=100, deadline=None)
@given(texts)
def test_reading_twice_says_the_same(text: str) -> None:
    assert told(text) == told(text)
