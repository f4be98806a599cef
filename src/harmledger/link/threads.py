"""One publisher's posts read in order: a later one that raises a figure tells on of the happening of an earlier one.

`Two killed in the shelling of Amberton`, and three hours on `Death toll rises to four`: the same account growing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from harmledger.link.features import figure_of
from harmledger.model.account import Account
from harmledger.model.codes import Means, Outcome, Scope, Target
from harmledger.model.told import Told
from harmledger.text.keys import key
from harmledger.text.normal import fold

_SOON = timedelta(hours=36)
_OUTCOMES = (Outcome.KILLED, Outcome.INJURED)
_Post = tuple[datetime, Sequence[Told]]


def threads(told: Sequence[Told]) -> Mapping[str, str]:
    """By account the first one of its thread, for those in one.

    An account goes on with one of its publisher's of less than a day and a half before, where it gives a higher figure
    of an outcome than that one and a lower one of none: with the last that names the same place and no other means or
    target; or, where it names no place itself, with that of the post just before, if that told of one happening only.
    Reports without a publisher or a time of day are in no thread.
    """
    posts: dict[str, dict[tuple[datetime, str], list[Told]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        at = _instant(one.published)
        if one.publisher and at is not None and one.account.scope is Scope.INCIDENT and not one.account.background:
            posts[fold(one.publisher)][at, one.report].append(one)
    found: dict[str, str] = {}
    for of in posts.values():
        before: list[_Post] = []
        for (at, _), accounts in sorted(of.items(), key=lambda post: post[0]):
            before = [post for post in before if at - post[0] < _SOON]
            for one in accounts:
                earlier = _earlier(one, before)
                if earlier is not None:
                    found[one.id] = found.setdefault(earlier.id, earlier.id)
            before.append((at, accounts))
    return found


def _earlier(one: Told, before: Sequence[_Post]) -> Told | None:
    """The account that one goes on with."""
    if not one.account.where:
        last = before[-1][1] if before else ()
        return last[0] if len(last) == 1 and _raises(last[0], one) else None
    alike = (e for _, accounts in reversed(before) for e in accounts if _of_one(e.account, one.account))
    nearest = next(alike, None)
    return nearest if nearest is not None and _raises(nearest, one) else None


def _of_one(a: Account, b: Account) -> bool:
    """Can two accounts be of one happening: the same place first, no other means, no other target?"""
    if not a.where or not b.where or key(a.where[0].name) != key(b.where[0].name):
        return False
    means, targets = (
        {a.means, b.means} - {Means.UNKNOWN, Means.OTHER},
        {a.target, b.target} - {Target.UNKNOWN, Target.OTHER},
    )
    return len(means) < 2 and len(targets) < 2


def _instant(published: str | None) -> datetime | None:
    if published is None or "T" not in published:
        return None
    at = datetime.fromisoformat(published)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _raises(earlier: Told, later: Told) -> bool:
    """Does the later account give a higher figure of an outcome that both count, and a lower one of none?"""
    pairs = [(figure_of(earlier, o), figure_of(later, o)) for o in _OUTCOMES]
    figures = [(a.figure, b.figure) for a, b in pairs if a is not None and b is not None]
    return any(b > a for a, b in figures) and all(b >= a for a, b in figures)
