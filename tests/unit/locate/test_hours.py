"""The hour of a happening: its own, and never that of another."""

import pytest
from tests.unit.locate.test_assign_days import dated

from harmledger.model.codes import TimePrecision


@pytest.mark.parametrize(
    ("text", "told", "start"),
    [
        ("A raid at 14:06 on Tuesday killed five. A raid at 17:30 killed two.", "killed five", "2020-01-14T14:06"),
        ("A raid at 14:06 on Tuesday killed five. A raid at 17:30 killed two.", "killed two", "2020-01-14T17:30"),
        ("A raid at 14:06 on Tuesday killed five. Another raid killed two.", "killed two", "2020-01-14"),
        ("A raid at 0330 GMT killed five on Tuesday.", "killed five", "2020-01-14T03:30Z"),
        ("A raid killed five on Tuesday. It struck at 14:06.", "killed five", "2020-01-14"),
        ("A raid killed five on Tuesday; police came at 14:06.", "killed five", "2020-01-14"),
        ("A raid killed five on Tuesday before fire broke out at 14:06.", "killed five", "2020-01-14"),
        ("A raid at 9 a.m. on Tuesday killed two. Three hours later one killed five.", "killed five", "2020-01-14T12"),
        ("A raid at 9 a.m. on Tuesday killed two and one two hours later killed five.", "killed five", "2020-01-14T11"),
        ("A raid at 9 a.m. on Tuesday killed two and one two hours later killed five.", "killed two", "2020-01-14T09"),
        ("A raid at 11:30 p.m. Monday killed two. Two hours later one killed five.", "killed five", "2020-01-14T01:30"),
        ("A raid on Tuesday killed two. Another three hours later killed five.", "killed five", "2020-01-14"),
        ("Raids in December killed five. One struck at 14:06.", "killed five", "2019-12"),
    ],
)
def test_an_hour_is_its_own_happenings(text: str, told: str, start: str) -> None:
    found = dated(text, told)
    assert found is not None and found.start == start
    assert found.words in text


def test_an_hour_is_as_fine_as_it_is_told() -> None:
    found = dated("Another strike at 1625 killed five on Tuesday.", "killed five")
    assert found is not None
    assert (found.precision, found.words) == (TimePrecision.HOUR, "at 1625 killed five on Tuesday")
    found = dated("A raid at 14:06 on Tuesday killed five. Another raid killed two.", "killed two")
    assert found is not None and found.precision is TimePrecision.DAY
