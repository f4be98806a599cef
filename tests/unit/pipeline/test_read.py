import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.unit.pipeline.simple import SimplePlan, raw, text

from harmledger.errors import GazetteerError, HarmledgerError
from harmledger.pipeline.read import Reader, Task, read_many

MANY = [Task(raw(text(n % 9 + 1), f"{n}.txt"), date(2020, 2, 1)) for n in range(100)]


@dataclass(frozen=True)
class UnopenedPlan(SimplePlan):
    """Has no gazetteer, or (`dies`) takes its process along; `tried` gets a letter each time it is opened."""

    tried: str = ""
    dies: bool = False

    def open(self) -> Reader:
        with Path(self.tried).open("a") as file:
            file.write("x")
        if self.dies:
            os._exit(7)
        raise GazetteerError("g.sqlite: there is no gazetteer. Build it with harmledger gazetteer build")


@pytest.mark.parametrize("jobs", [1, 2])
def test_where_nothing_can_be_read_with_the_batch_ends_at_once_with_that_error(tmp_path, jobs):
    tried = tmp_path / "tried"
    with pytest.raises(GazetteerError, match="Build it with"):
        list(read_many(MANY, UnopenedPlan(tried=str(tried)), jobs))
    assert 1 <= len(tried.read_text()) <= jobs


def test_where_every_process_dies_at_its_start_the_batch_ends(tmp_path):
    tried = tmp_path / "tried"
    with pytest.raises(HarmledgerError, match="--jobs 1"):
        list(read_many(MANY, UnopenedPlan(tried=str(tried), dies=True), 2))
    assert len(tried.read_text()) < 20
