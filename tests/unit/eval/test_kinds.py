"""A label's keys say how it is scored."""

from typing import Any

import pytest
from eval.kinds import kind_of


@pytest.mark.parametrize(
    ("label", "command"),
    [
        ({"killed": 1}, "read"),
        ({"templates": []}, "read"),
        ({"toponyms": []}, "locate"),
        ({"harm": []}, "read"),
        ({}, "read"),
    ],
)
def test_the_label_says_what_is_scored(label: dict[str, Any], command: str) -> None:
    kind = kind_of(label)
    assert kind is not None
    assert kind.command == command


def test_labels_of_another_kind_are_left_out() -> None:
    assert kind_of({"colour": "red"}) is None
