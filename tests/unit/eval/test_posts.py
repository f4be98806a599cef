"""Posts: figures of each language, and when, where and with what."""

from typing import Any

import pytest
from eval.posts import raw_posts


def harm(
    number: int | None, outcome: str = "killed", low: int | None = None, stance: str = "asserts"
) -> dict[str, Any]:
    return {"outcome": outcome, "low": number if low is None else low, "best": number, "stance": stance}


def claim(
    number: int | None, outcome: str = "killed", low: int | None = None, stance: str = "asserts"
) -> dict[str, Any]:
    return {"outcome": outcome, "count": {"best": number, "low": number if low is None else low}, "stance": stance}


def post(*figures: dict[str, Any], language: str = "ar", **more: Any) -> list[dict[str, Any]]:
    return [{"id": "r", "gold": {"language": language, "harm": list(figures), **more}}]


def read(*claims: dict[str, Any], published: str | None = None, **more: Any) -> list[dict[str, Any]]:
    toll = {"killed": {"best": 2}}
    account = {"scope": "incident", "toll": toll, "claims": list(claims), "where": [], **more}
    return [{"report": "r", "published": published, "accounts": [account]}]


def test_a_figure_is_an_outcome_and_a_number_once_a_post() -> None:
    figures = raw_posts(post(harm(2), harm(5, "injured"), harm(1)), read(claim(2), claim(2), claim(7)))
    assert figures["ar_precision"] == pytest.approx(1 / 2)
    assert figures["ar_recall"] == pytest.approx(1 / 3)
    assert "en_recall" not in figures


def test_vague_and_expected_figures_neither_help_nor_hurt() -> None:
    asked = post(harm(None, low=2), harm(9, stance="expects"), harm(0, "injured"), harm(None, "injured", low=24))
    several, dozens = claim(None, low=3), claim(None, "injured", low=24)
    figures = raw_posts(asked, read(several, dozens, claim(9), claim(4, stance="expects")))
    assert (figures["ar_precision"], figures["ar_recall"]) == (1.0, 1.0)


def test_a_post_without_harm_is_left_alone() -> None:
    assert raw_posts(post(), []) == {"left_alone": 1.0}
    assert raw_posts(post(), read(claim(2))) == {"left_alone": 0.0}


@pytest.mark.parametrize(
    ("where", "right"),
    [
        ([{"words": "x", "name": "Idlib"}, {"words": "اعزاز", "name": "A‘zāz"}], 1.0),
        ([{"words": "ريف أعزاز", "name": None}], 0.0),
        ([], 0.0),
    ],
)
def test_the_place_is_in_where_by_its_words_or_its_name(where: list[dict[str, Any]], right: float) -> None:
    assert raw_posts(post(harm(2), place="أعزاز"), read(claim(2), where=where))["place"] == right


def test_the_day_of_posting() -> None:
    asked = post(harm(2), posted="2022-02-15")
    assert raw_posts(asked, read(claim(2), published="2022-02-15T21:40:00Z"))["posted"] == 1.0
    assert raw_posts(asked, read(claim(2)))["posted"] == 0.0


def test_the_means_are_those_of_the_first_happening_with_harm_and_unknown_where_nothing_was_read() -> None:
    assert raw_posts(post(harm(2), means="shelling"), read(claim(2), means="shelling"))["means"] == 1.0
    assert raw_posts(post(harm(2), means="unknown"), [])["means"] == 1.0
    assert raw_posts(post(harm(2), means="shelling"), [])["means"] == 0.0
    tally, harmless = {"scope": "tally", "claims": [claim(90)], "means": "airstrike"}, read(claim(0), means="sniper")
    first, later = read(claim(2), means="shelling"), read(claim(30), means="arson")
    told = [tally, *(r[0]["accounts"][0] for r in (harmless, first, later))]
    assert raw_posts(post(harm(2), means="shelling"), [{"report": "r", "accounts": told}])["means"] == 1.0
