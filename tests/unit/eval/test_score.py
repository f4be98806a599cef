"""The scorers: what is right, what is wrong, what does not count."""

from datetime import date
from typing import Any

import pytest
from eval.score import counts, day_of, harm, holds, main_account, peace, people, toponyms


def account(killed: int | None = None, injured: int | None = None, **more: Any) -> dict[str, Any]:
    toll = {name: {"low": n, "best": n, "high": n} for name, n in (("killed", killed), ("injured", injured)) if n}
    return {"scope": "incident", "toll": toll, "claims": [], **more}


def gold(**label: Any) -> list[dict[str, Any]]:
    return [{"id": "r", "gold": label}]


def said(*accounts: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"report": "r", "accounts": list(accounts)}]


def claim(number: int, outcome: str = "killed", **more: Any) -> dict[str, Any]:
    return {"outcome": outcome, "count": {"best": number}, "subset_of": None, "stance": "asserts", **more}


def test_the_main_account_is_the_deadliest_incident_and_the_first_of_equals() -> None:
    tally = account(900, scope="tally")
    first, second = account(3, 10, id="first"), account(3, 10, id="second")
    assert main_account({"accounts": [account(2, 50), tally, first, second]})["id"] == "first"
    assert main_account({"accounts": [tally]}) == {}


def test_best_stands_for_a_count_and_low_where_there_is_none() -> None:
    assert people({"low": 2, "best": 3}) == 3
    assert people({"low": 2}) == 2
    assert people({"low": 2, "best": 0}) == 0
    assert people({}) is None


@pytest.mark.parametrize(
    ("count", "true", "right"),
    [
        ({"low": 5, "high": 8}, 6, True),
        ({"low": 5, "high": 8}, 9, False),
        ({"low": 0, "high": 50}, 6, False),
        ({"low": 5}, 10, True),
        ({"low": 5}, 11, False),
        ({"low": 5, "high": 6, "high_open": True}, 9, True),
        ({"high": 4}, 3, False),
        ({"high": 4}, 4, True),
        ({"best": 7}, 7, True),
        ({}, 7, False),
    ],
)
def test_a_range_holds_a_number_where_it_says_something(count: dict[str, Any], true: int, right: bool) -> None:
    assert holds(count, true) is right


def test_a_zero_that_nobody_speaks_of_does_not_count() -> None:
    assert "injured" not in harm(gold(killed=3, injured=0), said(account(3)))
    assert harm(gold(killed=3, injured=0), said(account(3, 2)))["injured"] == 0.0
    assert harm(gold(killed=3, injured=None), said(account(3, 2))) == {"killed": 1.0, "killed_in_range": 1.0}


def test_a_report_that_nothing_was_read_in_is_wrong() -> None:
    figures = harm(gold(killed=3, day="2020-01-15", lat=36.0, lon=36.0), [])
    assert set(figures.values()) == {0.0}
    assert set(figures) == {"killed", "killed_in_range", "day", "within_25km", "within_161km"}


def test_day_and_place() -> None:
    where = [{"lat": None}, {"lat": 36.0, "lon": 36.5}, {"lat": 36.0, "lon": 36.0}]
    one = account(3, when={"start": "2020-01-15T10:00", "end": "2020-01-15T11:00"}, where=where)
    figures = harm(gold(killed=3, day="15 January 2020", lat=36.0, lon=36.0), said(one))
    assert (figures["day"], figures["within_25km"], figures["within_161km"]) == (1.0, 0.0, 1.0)
    two = account(3, when={"start": "2020-01-15", "end": "2020-01-16"})
    assert harm(gold(day="2020-01-15"), said(two)) == {"day": 0.0}


@pytest.mark.parametrize("words", ["2020-01-05", "05-Jan-20", "5 January 2020", "January 5, 2020"])
def test_forms_of_a_day(words: str) -> None:
    assert day_of(words) == date(2020, 1, 5)


def test_what_is_no_day() -> None:
    assert day_of("some day") is None
    assert day_of(None) is None


def template(number: int, *alts: str, optional: bool = False) -> dict[str, Any]:
    effect = {"alts": list(alts), "optional": optional}
    target = {"optional": False, "number": [{"kind": "exact", "lo": number}], "effects": [effect]}
    return {"optional": False, "human_targets": [target]}


def test_figures_of_a_whole_report_as_a_bag() -> None:
    asked = gold(templates=[template(3, "DEATH"), template(3, "DEATH"), template(8, "INJURY")])
    part, denied = claim(5, subset_of="c1"), claim(6, stance="denies")
    one = account(claims=[claim(3), claim(9), part, denied])
    figures = counts(asked, said(one, account(scope="tally", claims=[claim(8, "injured")])))
    assert figures["counts_precision"] == pytest.approx(1 / 2)
    assert figures["counts_recall"] == pytest.approx(1 / 3)
    assert figures["counts_f1"] == pytest.approx(2 / 5)


def test_doubtful_figures_neither_help_nor_hurt() -> None:
    asked = gold(templates=[template(3, "DEATH", "INJURY"), template(4, "DEATH", optional=True), template(1, "DEATH")])
    figures = counts(asked, said(account(claims=[claim(1), claim(4)])))
    assert (figures["counts_precision"], figures["counts_recall"]) == (1.0, 1.0)


def test_toponyms_found_and_placed() -> None:
    asked = gold(toponyms=[[0, 5, "A", 36.0, 36.0], [10, 15, "B", 36.0, 36.0], [20, 25, "C", 36.0, 36.0]])
    found = [
        {"report": "r", "start": 2, "end": 7, "lat": 36.1, "lon": 36.1},
        {"report": "r", "start": 10, "end": 15, "lat": 0.0, "lon": 0.0},
        {"report": "r", "start": 25, "end": 30, "lat": 36.0, "lon": 36.0},
    ]
    figures = toponyms(asked, found)
    assert figures["found"] == pytest.approx(2 / 3)
    assert figures["acc161_of_found"] == pytest.approx(1 / 2)
    assert figures["recall161"] == pytest.approx(1 / 3)


def test_claims_made_up_where_there_is_peace() -> None:
    asked = [{"id": "r", "gold": {}}, {"id": "s", "gold": {}}]
    assert peace(asked, said(account(claims=[claim(1)]))) == {"left_alone": 0.5, "claims_per_100": 50.0}
