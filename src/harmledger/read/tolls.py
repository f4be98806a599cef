"""The toll of one account: its figures added, repeated or replaced as its words tell."""

from collections.abc import Iterable, Sequence

from harmledger.model.codes import Outcome, Stance
from harmledger.model.count import Count
from harmledger.read.figure import Figure, is_attacker
from harmledger.read.groups import agree

# Told again, `28 others` are the same 28; `one other` told again may well be another one.
_FEW = 3
_UNCOUNTED = frozenset((Stance.DENIES, Stance.EXPECTS))


def tolls(figures: Iterable[tuple[Figure, Stance]]) -> dict[Outcome, Count]:
    """What an account's own figures come to, per outcome.

    People counted in another figure (subsets) add nothing; attackers are no victims [METHOD, Counting]; a figure told
    again is told once; `another`, `also` add; a later figure that is larger, or is told as a fall,
    replaces the earlier.
    """
    found: dict[Outcome, Count] = {}
    counted = [(f, s) for f, s in figures if f.parent is None and s not in _UNCOUNTED and not is_attacker(f)]
    for outcome in Outcome:
        mine = [f for f, _ in counted if f.outcome == outcome.value]
        if mine:
            found[outcome] = _toll(mine)
    return found


def _toll(figures: Sequence[Figure]) -> Count:
    total: Count | None = None
    parts: list[Count] = []
    for group in _by_sentence(figures):
        said = _sum(group)
        adds = all(f.adds or f.possessive for f in group)
        if total is None:
            total, parts = said, [_cautious(f) for f in group]
        elif adds and not _repeats(said, parts):
            total = total.plus(said)
            parts.append(said)
        elif _replaces(said, total, group):
            total, parts = said, [*parts, said]
    assert total is not None
    return total


def _cautious(figure: Figure) -> Count:
    """The figure as a toll takes it: `more than 40` counts the 40 that were named, the smaller of two true bounds."""
    count, stated = figure.count, figure.stated
    if stated is not None and count.low == stated + 1 and count.best is None:
        return Count(stated, None, None, count.words)
    return count


def _by_sentence(figures: Sequence[Figure]) -> list[list[Figure]]:
    groups: list[list[Figure]] = []
    for figure in figures:
        if groups and groups[-1][0].sentence == figure.sentence:
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _sum(group: Sequence[Figure]) -> Count:
    """The people of one sentence: parts of a list add, a total and its parts do not."""
    exact = [f for f in group if f.count.best is not None or (f.count.low or 0) > 3]
    group = exact or group
    largest = max(group, key=lambda f: f.count.figure)
    rest = [f for f in group if f is not largest]
    if largest.pattern == "toll" or _is_split(largest, rest):
        return _cautious(largest)
    total: Count | None = None
    seen: list[Figure] = []
    for figure in group:
        if any(f.count.figure == figure.count.figure and not f.listed > 1 and not figure.adds for f in seen):
            continue
        seen.append(figure)
        total = _cautious(figure) if total is None else total.plus(_cautious(figure))
    assert total is not None
    return total


def _is_split(whole: Figure, parts: Sequence[Figure]) -> bool:
    """`Eight villagers - two women and six boys - `: are these the parts of a total told with them?

    In one list with it (`five civilians, two rebels and three soldiers`) they are only if they follow it and none is of
    a group that the total is not.
    """
    if len(parts) < 2 or sum(f.count.figure for f in parts) != whole.count.figure:
        return False
    return whole.listed < 2 or all(f.people > whole.people and agree(f.group, whole.group) for f in parts)


def _repeats(said: Count, parts: Sequence[Count]) -> bool:
    return any(p.figure == said.figure for p in (parts if said.figure > _FEW else parts[1:]))


def _replaces(said: Count, total: Count, group: Sequence[Figure]) -> bool:
    """Does a later sentence's figure take the place of the total so far?"""
    if said.best is None and total.best is not None:
        return False
    if total.best is None and said.best is not None and all(f.stated is not None for f in group):
        return True  # a vaguer figure never stands against an exact one [METHOD, Who says so]
    return said.figure > total.figure or any(f.lowers for f in group)
