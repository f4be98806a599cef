"""Records to JSON and back: what comes back is what went in, and equal records are equal bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.errors import ModelError
from harmledger.model.account import Account
from harmledger.model.claim import Claim, Group
from harmledger.model.codec import decode, encode, plain
from harmledger.model.codes import Age, Outcome, Role, Scope, Sex, Stance, Status
from harmledger.model.count import Count
from harmledger.model.span import Span

# A lone surrogate is no text that JSON can hold; readers of files never let one in.
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
groups = st.builds(
    Group,
    st.none() | st.sampled_from(Status), st.none() | st.sampled_from(Age),
    st.none() | st.sampled_from(Sex), st.none() | st.sampled_from(Role),
)  # fmt: skip
claims = st.builds(
    Claim,
    words, st.sampled_from(Outcome), st.builds(Count.at_least, st.integers(0, 10**6), words),
    words.map(lambda w: Span(3, 3 + len(w), w)), groups, st.none() | words, stance=st.sampled_from(Stance),
)  # fmt: skip
accounts = st.builds(
    Account, words, st.sampled_from(Scope), claims=st.lists(claims, max_size=3).map(tuple),
    toll=st.dictionaries(st.sampled_from(Outcome), st.builds(Count.exact, st.integers(0, 10**6), words)),
)  # fmt: skip


@given(accounts)
def test_an_account_survives_its_json(account: Account) -> None:
    assert decode(encode(account), Account) == account


@given(accounts)
def test_equal_records_are_equal_bytes(account: Account) -> None:
    again = decode(encode(account), Account)
    assert encode(again) == encode(account) == encode(plain(account))


@given(st.binary(max_size=40))
def test_what_is_no_record_is_refused_as_such(data: bytes) -> None:
    with pytest.raises(ModelError, match="not a Claim"):
        decode(data, Claim)


@pytest.mark.parametrize(
    "json",
    [
        '{"low": 5, "best": 4}',
        '{"low": -1}',
        '{"low": "five"}',
    ],
)
def test_json_that_breaks_a_rule_of_the_record_is_refused(json: str) -> None:
    with pytest.raises(ModelError, match="not a Count"):
        decode(json, Count)
