"""Generated news is as long as news is, tells of harm in one report of four, and is the same for the same seed."""

import json
import re
from pathlib import Path
from statistics import median

from eval.generate import NEWS, SLOT, reports, write

MADE = reports(400, seed=3)


def test_the_same_seed_gives_the_same_news_wherever_it_starts() -> None:
    assert reports(5, seed=3, start=20) == MADE[20:25]
    assert reports(5, seed=4) != MADE[:5]


def test_lengths_are_those_of_news() -> None:
    words = sorted(len(one["text"].split()) for one in MADE)
    assert 300 <= median(words) <= 400
    assert words[0] >= 40
    assert 1000 <= words[-1] <= 1600


def test_one_report_in_four_tells_of_harm() -> None:
    harm = re.compile(r"\b(kill(ed|ing|s)|dead)\b")
    telling = sum(bool(harm.search("\n".join(one["text"].split("\n\n")[:2]))) for one in MADE)
    assert 0.18 <= telling / len(MADE) <= 0.33
    assert NEWS["shares"]["harm"] * 4 == sum(NEWS["shares"].values())


def test_no_slot_stays_open() -> None:
    assert not [one["id"] for one in MADE if SLOT.search(one["text"]) or SLOT.search(one["title"])]


def test_a_line_a_report(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    write(file, MADE[:3])
    assert [json.loads(line) for line in file.read_text(encoding="utf8").splitlines()] == MADE[:3]
