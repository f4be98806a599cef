"""Scored pairs to clusters that do not chain.

Greedy average link: pairs are taken from the strongest down, and two clusters become one where every account of the
one can meet every account of the other and their mean score reaches the threshold. So three strikes in a row of
villages or days never run together because each resembles the next. Ties go by account id, never by input order.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from harmledger.model.codes import Verdict
from harmledger.model.decision import Judgement

Scores = Mapping[tuple[int, int], float]
Meets = Callable[[int, int], bool]


@dataclass
class Clusters:
    """Clusters under way. `units` are what persons joined by hand: a unit meets another where any of its accounts does.

    `steps` are the pairs that brought clusters together, in order.
    """

    ids: Sequence[str]
    forbidden: set[tuple[int, int]] = field(default_factory=set)
    of: list[int] = field(default_factory=list)
    members: dict[int, list[int]] = field(default_factory=dict)
    units: dict[int, list[list[int]]] = field(default_factory=dict)
    steps: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.of = list(range(len(self.ids)))
        self.members = {i: [i] for i in self.of}
        self.units = {i: [[i]] for i in self.of}

    def unite(self, i: int, j: int, as_one: bool = False) -> None:
        """Put the clusters of two accounts together; `as_one`: a person says that they are the same."""
        keep, lose = sorted((self.of[i], self.of[j]))
        for m in self.members[lose]:
            self.of[m] = keep
        self.members[keep] += self.members.pop(lose)
        units = self.units[keep] + self.units.pop(lose)
        self.units[keep] = [[m for u in units for m in u]] if as_one else units
        if not as_one:
            self.steps.append((i, j))

    def forbids(self, a: int, b: int) -> bool:
        """Does a person say that an account of the one cluster is not one of the other?"""
        if not self.forbidden:
            return False
        return any((min(x, y), max(x, y)) in self.forbidden for x in self.members[a] for y in self.members[b])


def clustered(
    ids: Sequence[str],
    scores: Scores,
    meets: Meets,
    judgements: Iterable[Judgement],
    join: float,
    unseen: float,
) -> tuple[Clusters, tuple[Judgement, ...]]:
    """Clusters of accounts, and the `same` judgements that a `different` one forbids.

    Args:
        ids: account ids, by position.
        scores: bits by pair of positions, the lower first; a pair that is absent counts `unseen`.
        meets: whether day and place of two accounts can be one.
        judgements: persons' verdicts in force; those on accounts not in `ids` are left alone.
        join: the mean score from which clusters join.
        unseen: see `scores`.
    """
    made, refused = _judged(ids, judgements)
    failed: set[tuple[int, int, int, int]] = set()
    strong = [(-s, min(ids[i], ids[j]), max(ids[i], ids[j]), i, j) for (i, j), s in scores.items() if s >= join]
    for _, _, _, i, j in sorted(strong):
        a, b = made.of[i], made.of[j]
        if a == b:
            continue
        a, b = (a, b) if a < b else (b, a)
        tried = (a, b, len(made.members[a]), len(made.members[b]))
        if tried in failed:
            continue
        if made.forbids(a, b) or not _all_meet(made, a, b, meets) or _mean(made, a, b, scores, unseen) < join:
            failed.add(tried)
            continue
        made.unite(i, j)
    return made, refused


def _judged(ids: Sequence[str], judgements: Iterable[Judgement]) -> tuple[Clusters, tuple[Judgement, ...]]:
    at = {one: i for i, one in enumerate(ids)}
    made = Clusters(ids)
    known = sorted(
        (j for j in judgements if j.left in at and j.right in at and j.left != j.right),
        key=lambda j: (*sorted((j.left, j.right)), j.verdict),
    )
    for j in known:
        if j.verdict is Verdict.DIFFERENT:
            a, b = sorted((at[j.left], at[j.right]))
            made.forbidden.add((a, b))
    refused = []
    for j in known:
        if j.verdict is not Verdict.SAME or made.of[at[j.left]] == made.of[at[j.right]]:
            continue
        if made.forbids(made.of[at[j.left]], made.of[at[j.right]]):
            refused.append(j)
        else:
            made.unite(at[j.left], at[j.right], as_one=True)
    return made, tuple(refused)


def _all_meet(made: Clusters, a: int, b: int, meets: Meets) -> bool:
    return all(_meet(one, other, meets) for one in made.units[a] for other in made.units[b])


def _meet(one: Sequence[int], other: Sequence[int], meets: Meets) -> bool:
    if len(one) == len(other) == 1:  # nearly all are
        return meets(one[0], other[0])
    return any(meets(i, j) for i in one for j in other)


def _mean(made: Clusters, a: int, b: int, scores: Scores, unseen: float) -> float:
    """The mean over pairs of units, each pair of units counted by its best pair of accounts."""
    found = [_best(one, other, scores, unseen) for one in made.units[a] for other in made.units[b]]
    return sum(found) / len(found)


def _best(one: Sequence[int], other: Sequence[int], scores: Scores, unseen: float) -> float:
    if len(one) == len(other) == 1:
        i, j = one[0], other[0]
        return scores.get((i, j) if i < j else (j, i), unseen)
    return max(scores.get((i, j) if i < j else (j, i), unseen) for i in one for j in other)
