"""Accounts to the happenings they tell of.

First version: blocks, comparisons and weights of our own. The seam for another engine is `Scored`: anything that
yields pairs of positions with bits can take the place of `scored`; judgements, the rule against chaining and the
record of why stay here.
"""

from collections.abc import Callable, Iterable, Sequence

from harmledger.link.alike import Likenesses
from harmledger.link.blocking import pairs
from harmledger.link.cluster import Clusters, clustered
from harmledger.link.compare import compare
from harmledger.link.features import Features, features
from harmledger.link.threads import threads
from harmledger.link.weights import Weights
from harmledger.model.codes import Scope, Verdict
from harmledger.model.decision import Judgement
from harmledger.model.links import Comparison, Joined, Links
from harmledger.model.told import Told

Scored = Callable[[Sequence[Features], Weights], Iterable[tuple[int, int, float]]]
_KEPT_FROM = -2.0  # weaker pairs are as good as unseen, and there are many


def scored(accounts: Sequence[Features], weights: Weights) -> Iterable[tuple[int, int, float]]:
    """Pairs that blocks bring together and that can meet, with what their likenesses are worth in bits."""
    likenesses = Likenesses(accounts, weights)
    for i, j in pairs(accounts, weights.rules):
        score = likenesses.bits(i, j)
        if score is not None and score > _KEPT_FROM:
            yield i, j, score


def link(told: Sequence[Told], judgements: Sequence[Judgement], weights: Weights, score: Scored = scored) -> Links:
    """Clusters of accounts that tell of one happening.

    A tally is never joined. No cluster holds two accounts whose days or places cannot meet, nor two of one report that
    tells them apart, unless a person judged them the same. The order of `told` plays no part.

    Args:
        told: accounts with their reports; ids are unique.
        judgements: persons' verdicts in force (superseded ones left out).
        weights: what likenesses are worth.
        score: the engine that finds and scores pairs.
    """
    incidents = [t for t in told if t.account.scope is not Scope.TALLY]
    begun = threads(incidents)
    accounts = [features(t, weights.rules, begun.get(t.id)) for t in sorted(incidents, key=lambda t: t.id)]
    ids = [a.id for a in accounts]
    scores = {(i, j): bits for i, j, bits in score(accounts, weights)}
    meeting: dict[tuple[int, int], bool] = {}

    def meets(i: int, j: int) -> bool:
        if ((i, j) if i < j else (j, i)) in scores:
            return True
        found = meeting.get((i, j))
        if found is None:
            found = compare(accounts[i], accounts[j], weights) is not None
            meeting[i, j] = meeting[j, i] = found
        return found

    made, refused = clustered(ids, scores, meets, judgements, weights.rules.join, weights.rules.unseen)
    return Links(
        clusters=tuple(sorted(tuple(sorted(ids[m] for m in group)) for group in made.members.values())),
        tallies=tuple(sorted(t.id for t in told if t.account.scope is Scope.TALLY)),
        joined=(*_judged(accounts, made, judgements, weights), *_steps(accounts, made, weights)),
        refused=refused,
    )


def explain(a: Features, b: Features, weights: Weights, judged: bool = False) -> Joined:
    """Why two accounts stand together: each comparison with its level and weight."""
    levels = compare(a, b, weights) or {}
    said = tuple(Comparison(of, level, weights.bits[of][level]) for of, level in levels.items())
    left, right = sorted((a.id, b.id))
    return Joined(left, right, round(sum(c.weight for c in said), 4), said, judged)


def _steps(accounts: Sequence[Features], made: Clusters, weights: Weights) -> list[Joined]:
    return sorted((explain(accounts[i], accounts[j], weights) for i, j in made.steps), key=lambda p: (p.left, p.right))


def _judged(
    accounts: Sequence[Features], made: Clusters, judgements: Sequence[Judgement], weights: Weights
) -> list[Joined]:
    at = {a.id: i for i, a in enumerate(accounts)}
    told = {
        tuple(sorted((j.left, j.right)))
        for j in judgements
        if j.verdict is Verdict.SAME and j.left in at and j.right in at and j.left != j.right
    }
    joined = [(a, b) for a, b in sorted(told) if made.of[at[a]] == made.of[at[b]]]
    return [explain(accounts[at[a]], accounts[at[b]], weights, judged=True) for a, b in joined]
