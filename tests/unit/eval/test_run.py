"""Sets are gated by the digest of their bytes, and a missing figure is below its floor."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from eval import run
from eval.run import Floor, Scored, floors_from, labelled, load_floors, scored, told
from eval.score import UNGATED

from harmledger.errors import InputError


def a_set(folder: Path, *reports: dict[str, Any]) -> Path:
    path = folder / "mine.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in reports), encoding="utf8")
    return path


@pytest.fixture
def nothing_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "printed", lambda command, path: [])


@pytest.mark.usefixtures("nothing_read")
def test_only_the_text_that_floors_are_for_is_gated(tmp_path: Path) -> None:
    path = a_set(tmp_path, {"id": "r", "text": "t", "gold": {"killed": 3}})
    own = sha256(path.read_bytes()).hexdigest()
    gated = scored(path, {"mine": Floor(own, {"killed": 0.5})})
    other = scored(path, {"mine": Floor("0" * 64, {"killed": 0.5})})
    unknown = scored(path, {})
    assert gated is not None and gated.below == ["killed"]
    assert other is not None and other.below == [] and "not gated" in told(other)
    assert unknown is not None and "no floors" in told(unknown)


@pytest.mark.usefixtures("nothing_read")
def test_a_file_that_nothing_scores_is_left_out(tmp_path: Path) -> None:
    assert scored(a_set(tmp_path, {"id": "r", "gold": {"colour": "red"}}), {}) is None
    assert scored(a_set(tmp_path, {"id": "r", "text": "no label"}), {}) is None


def test_a_figure_at_its_floor_is_not_below_and_a_missing_one_is() -> None:
    one = Scored("mine", 1, {"killed": 0.5}, {"killed": 0.5, "day": 0.1})
    assert one.below == ["day"]
    assert "missing" in told(one)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ('{"id": "r", "gold": {}}\n{', "line 2: is no JSON"),
        ('{"id": "r", "gold": {}}\n{"id": "s"}', "line 2: has no object `gold`"),
        ('{"id": 5, "gold": {}}', "line 1: has no text `id`"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, lines: str, problem: str) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text(lines, encoding="utf8")
    with pytest.raises(InputError, match=problem):
        labelled(path)


def test_new_floors_are_just_below(tmp_path: Path) -> None:
    path = a_set(tmp_path, {"id": "r", "gold": {}})
    made = floors_from(path, Scored("mine", 1, {"killed": 0.8683, "day": 1.0, "claims_per_100": 0.0}, {}))
    assert made == {"sha256": sha256(path.read_bytes()).hexdigest(), "floors": {"killed": 0.865, "day": 0.995}}


def test_the_floors_hold_together() -> None:
    for name, floor in load_floors().items():
        assert len(floor.sha256) == 64, name
        assert floor.floors and all(0 < value < 1 for value in floor.floors.values()), name
        assert not UNGATED & set(floor.floors), name
