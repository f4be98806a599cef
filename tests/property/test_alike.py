"""Accounts that look alike are worth to each other what each pair by itself is."""

from dataclasses import replace
from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.link.records import ALPHA, BETA, GAMMA, area, told

from harmledger.link.alike import Likenesses
from harmledger.link.compare import compare, total
from harmledger.link.features import Features, features
from harmledger.link.weights import parse
from harmledger.model.codes import Means, Target

WEIGHTS = parse(files("harmledger.link").joinpath("weights.toml").read_text(encoding="utf8"))
TEXTS = [tuple(range(64)), (*range(60), 0, 0, 0, 0), tuple(range(100, 164)), ()]
PASSAGE = "At least nine people were killed in the market on Sunday."


@st.composite
def accounts(draw: st.DrawFn) -> list[Features]:
    """A few accounts, of which many are alike but for their reports and texts."""
    made = []
    for n in range(draw(st.integers(2, 8))):
        one = told(
            f"a{n}",
            draw(st.sampled_from(["2020-03-01", "2020-03-02", None])),
            where=draw(st.sampled_from([(ALPHA,), (ALPHA, BETA), (GAMMA,), (area("North"),), ()])),
            killed=draw(st.sampled_from([None, 9, 12])),
            means=draw(st.sampled_from([Means.UNKNOWN, Means.AIRSTRIKE])),
            target=draw(st.sampled_from([Target.UNKNOWN, Target.MARKET])),
            report=f"r{draw(st.integers(0, n))}",
            sketch=draw(st.sampled_from(TEXTS)),
            said=draw(st.sampled_from(["", PASSAGE])),
        )
        made.append(features(one, WEIGHTS.rules, draw(st.sampled_from([None, "t1", "t2"]))))
    return made


@given(accounts())
@settings(deadline=None)
def test_what_a_pair_is_worth_does_not_hang_on_those_like_it(several: list[Features]) -> None:
    twice = [*several, *(replace(one, id=one.id + "+") for one in several)]
    for of in (several, twice):
        likenesses = Likenesses(of, WEIGHTS)
        for j, b in enumerate(of):
            for i, a in enumerate(of[:j]):
                levels = compare(a, b, WEIGHTS)
                assert likenesses.bits(i, j) == (None if levels is None else total(levels, WEIGHTS.bits))
