"""Which accounts are held to tell of one happening, and which stay apart."""

from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files

import pytest
from tests.unit.link.records import ALPHA, BETA, GAMMA, area, told, town

from harmledger.link.compare import compare
from harmledger.link.features import Features, features
from harmledger.link.link import link
from harmledger.link.weights import Weights, parse
from harmledger.model.codes import Means, Scope, Target, Verdict
from harmledger.model.decision import Judgement
from harmledger.model.told import Told

WEIGHTS = parse(files("harmledger.link").joinpath("weights.toml").read_text(encoding="utf8"))


def clusters(*accounts: Told, judgements: Sequence[Judgement] = ()) -> list[list[str]]:
    return [list(c) for c in link(accounts, judgements, WEIGHTS).clusters]


def test_one_day_and_town_are_one_happening() -> None:
    assert clusters(told("a"), told("b")) == [["a", "b"]]


def test_two_towns_on_one_day_stay_apart_whatever_else_they_share() -> None:
    shared = {"killed": 12, "means": Means.AIRSTRIKE, "target": Target.MARKET, "by": "Russia"}
    assert clusters(told("a", where=(ALPHA,), **shared), told("b", where=(BETA,), **shared)) == [["a"], ["b"]]


def test_two_villages_within_reach_of_each_other_stay_apart_unless_the_rest_is_telling() -> None:
    strike = {"means": Means.AIRSTRIKE, "by": "Russia"}
    assert clusters(told("a", **strike), told("b", where=(GAMMA,), **strike)) == [["a"], ["b"]]
    market = {**strike, "target": Target.MARKET, "killed": 19}
    assert clusters(told("a", **market), told("b", where=(GAMMA,), **market)) == [["a", "b"]]


def test_two_days_in_one_town_stay_apart() -> None:
    strike = {"means": Means.AIRSTRIKE, "killed": 2}
    assert clusters(told("a", **strike), told("b", day="2020-03-02", **strike)) == [["a"], ["b"]]


def test_a_day_off_by_one_joins_where_figure_and_target_tell() -> None:
    market = {"target": Target.MARKET, "killed": 19}
    assert clusters(told("a", **market), told("b", day="2020-03-02", **market)) == [["a", "b"]]
    assert clusters(told("a", **market), told("b", day="2020-03-03", **market)) == [["a"], ["b"]]


def test_different_targets_means_or_far_figures_are_two_happenings() -> None:
    assert clusters(told("a", target=Target.MARKET), told("b", target=Target.SCHOOL)) == [["a"], ["b"]]
    assert clusters(told("a", means=Means.AIRSTRIKE), told("b", means=Means.LANDMINE)) == [["a"], ["b"]]
    assert clusters(told("a", killed=2), told("b", killed=40)) == [["a"], ["b"]]


def test_hours_apart_on_one_day_are_two_happenings() -> None:
    assert clusters(told("a", day="2020-03-01T06"), told("b", day="2020-03-01T17:30")) == [["a"], ["b"]]
    assert clusters(told("a", day="2020-03-01T06"), told("b", day="2020-03-01T07")) == [["a", "b"]]


def test_a_province_joins_a_town_only_where_more_than_the_day_tells() -> None:
    province = (area("North"),)
    assert clusters(told("a", killed=19), told("b", where=province, killed=30)) == [["a"], ["b"]]
    market = {"target": Target.MARKET}
    assert clusters(told("a", **market), told("b", where=province, **market)) == [["a", "b"]]
    assert clusters(told("a", **market), told("b", where=(area("South"),), **market)) == [["a"], ["b"]]


def test_a_total_of_a_week_and_a_province_is_none_of_its_strikes() -> None:
    market = {"target": Target.MARKET, "means": Means.AIRSTRIKE, "by": "Russia"}
    week = {"day": "2020-02-25", "last": "2020-03-01", "where": (area("North"),)}
    assert clusters(told("a", killed=15, **market), told("w", killed=61, **week, **market)) == [["a"], ["w"]]
    assert clusters(told("a", killed=15, **market), told("w", killed=15, **week, **market)) == [["a", "w"]]
    day = told("d", killed=15, where=(area("North"),), **market)
    assert clusters(day, told("w", killed=61, **week, **market)) == [["d"], ["w"]]


def test_a_wide_account_never_brings_two_towns_together() -> None:
    market = {"target": Target.MARKET, "killed": 12}
    found = clusters(
        told("a", **market), told("b", where=(BETA,), **market), told("w", where=(area("North"),), **market)
    )
    assert not any({"a", "b"} <= set(c) for c in found)
    assert sorted(len(c) for c in found) == [1, 2]


def test_days_never_chain() -> None:
    market = {"target": Target.MARKET, "killed": 19}
    found = clusters(*(told(str(n), day=f"2020-03-0{n}", **market) for n in range(1, 6)))
    assert max(len(c) for c in found) == 2


def test_an_unknown_village_joins_by_its_name_within_its_province() -> None:
    one, other = town("Khan al-Subl"), town("Khan al Subl")
    assert clusters(told("a", where=(one,)), told("b", where=(other,))) == [["a", "b"]]
    assert clusters(told("a", where=(one,)), told("b", where=(town("Maasaran"),))) == [["a"], ["b"]]
    assert clusters(told("a", where=(one,)), told("b", where=(town("Khan al-Subl", admin1="South"),))) == [["a"], ["b"]]


def test_an_unknown_village_joins_in_another_spelling_where_more_than_the_day_tells() -> None:
    strike = {"means": Means.AIRSTRIKE, "killed": 1}
    one, other = (replace(town(n), spelt="hs-.a.") for n in ("Hass", "حاس"))
    assert clusters(told("a", where=(one,), **strike), told("b", where=(other,), **strike)) == [["a", "b"]]
    for apart in (replace(other, spelt="hls"), replace(other, spelt=None), replace(other, admin1="South")):
        assert clusters(told("a", where=(one,), **strike), told("b", where=(apart,), **strike)) == [["a"], ["b"]]


def test_a_place_told_of_second_can_meet_but_says_less() -> None:
    two = (BETA, ALPHA)
    assert clusters(told("a"), told("b", where=two)) == [["a"], ["b"]]
    assert clusters(told("a", means=Means.SHELLING), told("b", where=two, means=Means.SHELLING)) == [["a", "b"]]


def test_background_joins_its_earlier_happening_by_month() -> None:
    hospital = {"target": Target.HEALTH, "killed": 20}
    old = told("b", day="2020-03", background=True, published="2020-09-01", **hospital)
    assert clusters(told("a", **hospital), old) == [["a", "b"]]


def test_a_tally_is_never_joined() -> None:
    found = link((told("a", killed=19), told("t", killed=19, scope=Scope.TALLY)), (), WEIGHTS)
    assert (found.clusters, found.tallies) == ((("a",),), ("t",))


def test_one_report_that_tells_two_happenings_is_believed() -> None:
    assert clusters(told("a", report="r"), told("b", report="r", killed=3)) == [["a"], ["b"]]


def test_one_report_that_clearly_tells_one_twice_is_one() -> None:
    twice = {"report": "r", "target": Target.MARKET, "means": Means.AIRSTRIKE, "killed": 19}
    assert clusters(told("a", **twice), told("b", **twice)) == [["a", "b"]]


def test_a_copied_passage_without_a_place_is_joined() -> None:
    said = "Three shepherds were killed when a mine went off under their truck on the road."
    assert clusters(told("a", where=(), said=said), told("b", where=(), said=said)) == [["a", "b"]]


def test_a_copy_keeps_apart_what_its_text_keeps_apart() -> None:
    text = tuple(range(64))
    told_apart = [told(f"{r}{n}", report=r, killed=k, sketch=text) for r in "ab" for n, k in ((1, 2), (2, 30))]
    assert clusters(*told_apart) == [["a1", "b1"], ["a2", "b2"]]


def test_a_shared_victims_name_joins_whatever_its_spelling() -> None:
    one = told("a", day=None, where=(), names=("Maria Duarte Lopez",))
    assert clusters(one, told("b", day=None, where=(), names=("María Duarte López",))) == [["a", "b"]]
    assert clusters(one, told("b", day=None, where=(), names=("María Prieto",))) == [["a"], ["b"]]


def test_different_forbids_and_same_forces() -> None:
    assert clusters(told("a"), told("b"), judgements=[Judgement("b", "a", Verdict.DIFFERENT)]) == [["a"], ["b"]]
    same = [Judgement("a", "b", Verdict.SAME)]
    assert clusters(told("a"), told("b", where=(BETA,), day="2021-01-01"), judgements=same) == [["a", "b"]]


def test_unsure_changes_nothing() -> None:
    assert clusters(told("a"), told("b"), judgements=[Judgement("a", "b", Verdict.UNSURE)]) == [["a", "b"]]


def test_what_a_person_joined_draws_on_either_day() -> None:
    wrong = told("b", day="2020-03-08")
    found = clusters(told("a"), wrong, told("c"), judgements=[Judgement("a", "b", Verdict.SAME)])
    assert found == [["a", "b", "c"]]


def test_judgements_that_cannot_all_hold_keep_apart_and_say_so() -> None:
    ab, bc = Judgement("a", "b", Verdict.SAME), Judgement("b", "c", Verdict.SAME)
    found = link((told("a"), told("b"), told("c")), (ab, bc, Judgement("a", "c", Verdict.DIFFERENT)), WEIGHTS)
    assert found.clusters == (("a", "b"), ("c",))
    assert found.refused == (bc,)


def test_each_join_says_why() -> None:
    (why,) = link((told("a", killed=19), told("b", killed=19)), (), WEIGHTS).joined
    levels = {c.of: c.level for c in why.comparisons}
    assert (levels["day"], levels["place"], levels["killed"]) == ("same", "same", "same-many")
    assert why.score == pytest.approx(sum(c.weight for c in why.comparisons))


def test_another_engine_can_score() -> None:
    def engine(accounts: Sequence[Features], weights: Weights) -> list[tuple[int, int, float]]:
        return [(i, j, 9.0) for j in range(len(accounts)) for i in range(j)]

    assert link((told("a"), told("b", killed=40), told("c", killed=2)), (), WEIGHTS, engine).clusters == (
        ("a", "b", "c"),
    )


def test_a_number_told_again_by_its_voice_is_seen_and_a_few_are_not() -> None:
    def voice(killed: int, others: int) -> str:
        left, right = (features(told(i, killed=n), WEIGHTS.rules) for i, n in (("a", killed), ("b", others)))
        found = compare(left, right, WEIGHTS)
        assert found is not None
        return found["voice"]

    assert (voice(18, 18), voice(18, 19), voice(3, 3)) == ("same-figure", "unknown", "unknown")
