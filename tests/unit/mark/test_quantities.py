"""Words to Counts [METHOD, Counting], and the numbers that count no people."""

import pytest
from tests.unit.read.sample import read

from harmledger.model.count import Count
from harmledger.text.marks import Quantity

Bounds = tuple[int | None, int | None, int | None]


def found(text: str) -> list[Quantity]:
    return list(read(text)[0].quantities)


def bounds(count: Count) -> Bounds:
    return count.low, count.best, count.high


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("21", (21, 21, 21)),
        ("twenty-one", (21, 21, 21)),
        ("Twenty one", (21, 21, 21)),
        ("1,204", (1204, 1204, 1204)),
        ("two hundred and thirty-one", (231, 231, 231)),
        ("one thousand two hundred", (1200, 1200, 1200)),
        ("1.5 million", (1_500_000,) * 3),
        ("A hundred", (100, 100, 100)),
        ("at least 21", (21, 21, None)),
        ("no fewer than 21", (21, 21, None)),
        ("21+", (21, 21, None)),
        ("more than 1,000", (1001, None, None)),
        ("over 60", (61, None, None)),
        ("up to 40", (None, 40, 40)),
        ("as many as 40", (None, 40, 40)),
        ("about 30", (None, 30, None)),
        ("around 30", (None, 30, None)),
        ("some 30", (None, 30, None)),
        ("an estimated 30", (None, 30, None)),
        ("nearly 100", (None, 100, 100)),
        ("almost 100", (None, 100, 100)),
        ("15 to 20", (15, None, 20)),
        ("15-20", (15, None, 20)),
        ("between 15 and 20", (15, None, 20)),
        ("a couple of", (2, 2, 2)),
        ("a few", (3, None, None)),
        ("several", (3, None, None)),
        ("a dozen", (12, 12, 12)),
        ("half a dozen", (6, 6, 6)),
        ("at least a dozen", (12, 12, None)),
        ("more than a dozen", (13, None, None)),
        ("dozens of", (24, None, None)),
        ("scores of", (40, None, None)),
        ("tens of", (20, None, None)),
        ("hundreds of", (200, None, None)),
        ("thousands of", (2000, None, None)),
        ("tens of thousands of", (20_000, None, None)),
        ("at least some 20", (20, 20, None)),
    ],
)
def test_words_are_a_count(words: str, expected: Bounds) -> None:
    quantities = found(f"{words} people were killed.")
    assert [bounds(q.count) for q in quantities] == [expected]
    assert quantities[0].count.words.lower().startswith(words.lower())


@pytest.mark.parametrize(
    "text",
    [
        "A boy aged 12 was killed.",
        "A 12-year-old boy was killed.",
        "Omar Haddad, 21, was killed.",
        "The baker, 45, was killed.",
        "The baker (45) was killed.",
        "A nurse was killed at 14:06.",
        "A nurse was killed, costing the town $5000.",
        "A nurse was killed as prices rose 12%.",
        "A nurse was killed in house No. 4.",
        "A nurse was killed on highway 60.",
        "A nurse was killed by 122-mm rockets.",
        "A nurse was killed in the war of 2011.",
        "A nurse was killed 2.75 miles from home.",
        "A nurse was killed as the home side lost 3-2.",
        "1. A nurse was killed.",
    ],
)
def test_other_numbers_count_no_people(text: str) -> None:
    assert found(text) == []


def test_a_plural_before_a_number_in_commas_has_no_age() -> None:
    assert [q.stated for q in found("Killed were bakers, 21, and maids.")] == [21]


def test_a_year_before_people_counts_them() -> None:
    assert [q.stated for q in found("Raids killed 2011 people.")] == [2011]


def test_a_text_without_harm_has_none() -> None:
    assert found("21 people sang in the yard.") == []


def test_none_overlaps_another_and_each_quotes_the_text() -> None:
    text = "Between 15 and 20 people were killed, at least 12 hurt, and several dozen houses lost."
    marks = read(text)[0]
    last = 0
    for quantity in marks.quantities:
        assert quantity.first >= last
        assert quantity.count.words == marks.tokens.quote(quantity.first, quantity.last)
        last = quantity.last
    assert len(marks.quantities) == 3


@pytest.mark.parametrize("text", ["Image 3 of 9 Two", "On Hwy 150 with a wound", "Omar Haddad, 24 was shot"])
def test_labels_and_ages_without_a_comma_count_nobody(text: str) -> None:
    assert all(q.count.best == 2 for q in found(text))
