"""Comparing many accounts that look alike: what two of them are to each other is worked out once for all like them.

Of one happening thousands of reports may tell in nearly the same words. Their accounts differ in their reports and
texts, and hardly in what is compared.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import replace

from harmledger.link.compare import Beside, Levels, beside, compare, told_levels, total, whole
from harmledger.link.features import Features
from harmledger.link.weights import Weights


class Likenesses:
    """What pairs of some accounts are worth in bits, None where they cannot meet: as `compare` and `total` have it."""

    def __init__(self, accounts: Sequence[Features], weights: Weights) -> None:
        self._accounts, self._weights = accounts, weights
        self._kinds = _numbered([replace(a, id="", report="", sketch=(), thread=None) for a in accounts])
        self._many = {kind for kind, number in Counter(self._kinds).items() if number > 1}
        self._told: dict[tuple[int, int], Levels | None] = {}
        self._bits: dict[tuple[int, int, Beside], float | None] = {}

    def bits(self, i: int, j: int) -> float | None:
        """Of the accounts at two positions."""
        kinds = self._kinds[i], self._kinds[j]
        a, b = self._accounts[i], self._accounts[j]
        if self._many.isdisjoint(kinds):  # nothing to be gained, and much to be kept
            return self._total(compare(a, b, self._weights))
        if kinds not in self._told:
            self._told[kinds] = told_levels(a, b, self._weights)
        told = self._told[kinds]
        if told is None:
            return None
        by = beside(a, b, self._weights.rules.copy_at)
        key = (*kinds, by)
        if key not in self._bits:
            self._bits[key] = self._total(whole(told, a, b, by))
        return self._bits[key]

    def _total(self, levels: Levels | None) -> float | None:
        return None if levels is None else total(levels, self._weights.bits)


def _numbered(things: Sequence[Hashable]) -> list[int]:
    """For each thing a number that it shares with those equal to it."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(thing, len(numbers)) for thing in things]
