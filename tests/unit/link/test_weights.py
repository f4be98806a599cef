"""Weights as data: a file that does not fit is refused by name."""

from importlib.resources import files

import pytest

from harmledger.errors import ConfigError
from harmledger.link.weights import parse

GOOD = files("harmledger.link").joinpath("weights.toml").read_text(encoding="utf8")


def test_the_file_in_use_holds_every_level() -> None:
    weights = parse(GOOD)
    assert weights.bits["place"]["same"] > weights.bits["place"]["neighbour"]
    assert isinstance(weights.rules.day_slack, int)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("join = 5.0", "joins = 5.0", "joins"),
        ("akin = 0.5", 'akin = "much"', "means.akin is no number"),
        ("[names]", "[nomes]", "nomes"),
        ("hours-apart = -1.0", "", "hours-apart"),
        ("[rules]", "[rules", "no TOML"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_by_name(old: str, new: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(ConfigError, match=says.replace("[", r"\[")):
        parse(GOOD.replace(old, new, 1))
