"""Cells say what the record says, and no more."""

import pytest

from harmledger.cli.cells import announced, bounds, dig, each, figure, findings, interval, place, plain, voices


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (21, 21, 21, "21"),
        (18, None, 21, "18 to 21"),
        (18, 19, 19, "18 to 19"),
        (15, 18, 21, "15 to 21 (most say 18)"),
        (21, 21, None, "21 or more"),
        (None, 40, 40, "up to 40"),
        (None, 30, None, "about 30"),
        (None, None, None, ""),
        (0, 0, 0, "0"),
    ],
)
def test_a_figure_reads_as_people_say_it(low: int | None, best: int | None, high: int | None, words: str) -> None:
    assert figure({"low": low, "best": best, "high": high}) == words


def test_an_open_high_is_said() -> None:
    assert figure({"low": 18, "best": 19, "high": 19, "high_open": True}) == "18 to 19 or more"


def test_no_figure_is_an_empty_cell() -> None:
    assert figure(None) == ""
    assert bounds("toll.killed")({"toll": {}}) == ""


def test_a_path_that_ends_early_gives_nothing() -> None:
    row = {"where": [{"name": "Idlib"}], "when": None}
    assert dig(row, "where.0.name") == "Idlib"
    assert dig(row, "where.1.name") is None
    assert dig(row, "when.start") is None
    assert dig(row, "") is row


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ({"start": "2020-01-15", "end": "2020-01-15"}, "2020-01-15"),
        ({"start": "2020-01", "end": "2020-02"}, "2020-01 to 2020-02"),
        ({"start": None, "end": "2020-02"}, "… to 2020-02"),
        ({"start": None, "end": None}, ""),
        (None, ""),
    ],
)
def test_an_interval_keeps_its_precision(when: dict[str, str | None] | None, words: str) -> None:
    assert interval("when")({"when": when}) == words


def test_a_place_nobody_knows_is_marked() -> None:
    known = {"name": "Saraqib", "lat": 35.86, "lon": 36.8, "admin1": "Idlib", "admin2": None}
    unknown = {"name": "Maasaran", "words": "Maasaran", "lat": None, "lon": None, "admin1": "Idlib"}
    cell = place("where.0")
    assert cell({"where": [known]}) == "Saraqib, Idlib"
    assert cell({"where": [unknown]}) == "Maasaran?, Idlib"
    assert cell({"where": []}) == ""


def test_an_area_is_not_named_twice() -> None:
    assert place("")({"name": "Idlib", "lat": 35.9, "lon": 36.6, "admin1": "Idlib"}) == "Idlib"


def test_voices_stand_with_their_figures_and_copies() -> None:
    told = [{"voice": "A", "low": 19, "high": 19, "copies": 4}, {"voice": "B", "low": 18, "high": None, "copies": 1}]
    assert voices("v")({"v": told}) == "A 19 (4 copies)\nB 18 or more"


def test_findings_name_the_agreement() -> None:
    found = [
        {"finding": "inside", "agreement": "truce", "days_in_force": 3},
        {"finding": "possibly", "agreement": "zone"},
        {"finding": "possibly", "agreement": "pause"},
        {"finding": "outside", "agreement": "another"},
    ]
    assert findings("f")({"f": found}) == "inside truce (3 days in force)\npossibly inside 2 more"
    assert findings("f")({"f": found[1:]}) == "possibly inside 2"


def test_each_announced_hour_stands_with_who_says_so() -> None:
    one = {"when": {"start": "2020-01-09T14:00+03:00", "end": "2020-01-09T14:00+03:00"}, "said_by": "A"}
    two = {"when": {"start": "2020-01-12", "end": "2020-01-12"}, "said_by": None}
    assert announced({"announced": [one, two]}) == "2020-01-09T14:00+03:00 (A)\n2020-01-12"
    assert announced({"effective": two["when"]}) == "2020-01-12"


def test_plain_values() -> None:
    assert plain("a")({"a": ["x", "y"]}) == "x; y"
    assert plain("a")({"a": True}) == "yes"
    assert plain("a")({"a": {"b": 1}}) == "b: 1"
    assert each("by", "party")({"by": [{"party": "A"}, {"party": "B"}, {"party": "A"}]}) == "A, B"
