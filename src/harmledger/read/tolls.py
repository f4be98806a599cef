"""The toll of one account: its figures added, repeated or replaced as its words tell."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from harmledger.model.claim import Group
from harmledger.model.codes import Outcome, Stance
from harmledger.model.count import Count
from harmledger.read.figure import Figure, is_attacker, named_apart
from harmledger.read.groups import agree
from harmledger.read.patterns import TOLL
from harmledger.read.speakers import Attribution

# Told again, `28 others` are the same 28; `one other` told again may well be another one.
_FEW = 3
_HARMED = frozenset((Outcome.KILLED.value, Outcome.INJURED.value, Outcome.CASUALTIES.value))
_UNCOUNTED = frozenset((Stance.DENIES, Stance.EXPECTS))


def tolls(figures: Iterable[tuple[Figure, Attribution]]) -> dict[Outcome, Count]:
    """What an account's own figures come to, per outcome.

    People counted in another figure (subsets) add nothing; attackers are no victims [METHOD, Counting]; a figure told
    again is told once; one taken back, or said before, counts only where no other stands; `another`, `also` add; a
    later figure that is larger, or is told as a fall, replaces the earlier; who died of the injured is no longer
    injured. Figures of several speakers on the same people stand beside each other and are never added: the toll then
    runs from the lowest to the highest, its best the first. Words that name no number (`dozens`) leave the toll without
    one; their claims keep the lowest number that they allow.
    """
    found: dict[Outcome, Count] = {}
    told = [(f, a) for f, a in figures if a.stance not in _UNCOUNTED]
    parts = [f for f, _ in told if f.parent is not None and is_attacker(f)]
    counted = [(_without(f, parts), a) for f, a in told if f.parent is None and not is_attacker(f)]
    mixed = len({f.outcome for f, _ in counted} & _HARMED) > 1
    for outcome in Outcome:
        mine = [(f, a) for f, a in counted if f.outcome == outcome.value]
        standing = [(f, a) for f, a in mine if not f.past]
        if any(not f.adds for f, _ in standing):
            mine = standing
        if mine:
            toll = _between(_voices(mine), mixed)
            unnamed = all(f.stated is None and f.count.best is None and f.count.high is None for f, _ in mine)
            found[outcome] = Count(words=toll.words) if unnamed else toll
    if (hurt := found.get(Outcome.INJURED)) is not None:
        found[Outcome.INJURED] = hurt.less(
            sum(f.count.best or 0 for f in _died_of([f for f, _ in counted], found.get(Outcome.KILLED)))
        )
    return found


def _died_of(figures: Sequence[Figure], killed: Count | None) -> list[Figure]:
    """The dead who were counted as injured before: told as some of these, or as some of those told of if all the dead.

    `Four people were taken to a clinic with grave wounds. One of them died.`
    """
    dead = [f for f in figures if f.outcome == Outcome.KILLED.value]
    hurt = [f for f in figures if f.outcome == Outcome.INJURED.value]
    whole = max(hurt, key=lambda f: f.count.figure, default=None)
    apart = whole is None or whole.adds or any(f.sentence == whole.sentence for f in dead)
    found = [f for f in dead if f.of_injured]
    if whole is None or apart or found:
        return found
    told = (f for f in dead if f.of_told and whole.sentence < f.sentence and f.count.figure < whole.count.figure)
    return [f for f in told if killed is not None and killed.best == f.count.figure][:1]


def _without(figure: Figure, attackers: Sequence[Figure]) -> Figure:
    """A total without those of its parts who attacked (`nine killed, including the two gunmen`)."""
    theirs = sum(
        f.count.best or 0
        for f in attackers
        if f.parent == figure and f.outcome == figure.outcome and f.first > figure.first
    )
    if not theirs or figure.count.figure <= theirs:
        return figure
    stated = None if figure.stated is None else figure.stated - theirs
    return replace(figure, count=figure.count.less(theirs), stated=stated)


def _voices(figures: Sequence[tuple[Figure, Attribution]]) -> list[list[Figure]]:
    """Figures by who says them, where speakers contradict each other in one sentence; else all as one telling."""
    said: dict[int, set[str]] = {}
    for figure, by in figures:
        if by.speaker is not None and not figure.adds and figure.listed < 2:
            said.setdefault(figure.sentence, set()).add(by.speaker.name)
    if all(len(names) < 2 for names in said.values()):
        return [[f for f, _ in figures]]
    voices: dict[str, list[Figure]] = {}
    for figure, by in figures:
        voices.setdefault(by.speaker.name if by.speaker else "", []).append(figure)
    return list(voices.values())


def _between(voices: Sequence[Sequence[Figure]], mixed: bool) -> Count:
    """The toll of one telling, or the range of several with the best of the first that has one."""
    tolls = [_toll(figures, mixed) for figures in voices]
    if len(tolls) == 1:
        return tolls[0]
    lows = [t.low for t in tolls if t.low is not None]
    highs = [h for t in tolls for h in (t.high, t.best, t.low) if h is not None]
    first = next((t for t in tolls if t.best is not None), tolls[0])
    open_end = any(t.high is None for t in tolls)
    words = " / ".join(t.words for t in tolls)
    return Count(min(lows, default=None), first.best, None if open_end else max(highs, default=None), words)


def _toll(figures: Sequence[Figure], mixed: bool) -> Count:
    """What one telling's figures of one outcome come to; `mixed` where it tells of others with another outcome."""
    total: Count | None = None
    parts: list[Count] = []
    more: set[Group] = set()
    others: set[int] = set()
    since = 0  # people told of since the number of them all
    for group in _by_sentence(figures):
        said = _sum(group)
        alone = all(p.figure == 1 for p in parts)  # of several told before, somebody's kin may well be one
        adds = all(f.adds or ((f.possessive or f.apart) and alone) for f in group)
        if total is None:
            total, parts = said, [_cautious(f) for f in group]
        elif adds and group[0].others and said.figure > 1 and said.figure in others:
            continue  # `three others were wounded`, told again
        elif adds and not alone and _is_rest(said, total, since, group):
            since += said.figure
        elif adds and not _repeats(said, parts, more, group, mixed) and not _counts_out(said, total):
            total = total.plus(said)
            parts.append(said)
            more |= {f.group for f in group}
        elif _replaces(said, total, group):
            total, parts, since = said, [*parts, said], 0
        else:
            since += said.figure
        others |= {f.count.figure for f in group if f.others}
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
    tallied = any(f.pattern == TOLL for f in group) and not any(f.adds for f in rest)
    if largest.pattern == TOLL or tallied or _is_split(largest, rest):
        return _cautious(largest)
    total: Count | None = None
    seen: list[Figure] = []
    for figure in group:
        alike = (f for f in seen if f.count.figure == figure.count.figure and f.listed < 2)
        same = any(not named_apart(f, figure) for f in alike)
        if same and not (figure.adds or figure.apart):
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
    if len(parts) < 2 or any(f.adds for f in parts) or sum(f.count.figure for f in parts) != whole.count.figure:
        return False
    return whole.listed < 2 or all(f.people > whole.people and _may_be_of(f, whole) for f in parts)


def _may_be_of(part: Figure, whole: Figure) -> bool:
    """May people be some of others? Of `two nurses` a woman may, a driver is none."""
    return agree(part.group, whole.group) and not (whole.group.role and part.group == Group())


def _is_rest(said: Count, total: Count, since: int, group: Sequence[Figure]) -> bool:
    """`Five were wounded. A boy was hit in the neck. Two men were also hit`: are they of a number told before?

    So are `the two others`, and whoever is told after some of that number, as long as they do not exceed it.
    """
    if said.figure >= total.figure or any(f.beyond for f in group):
        return False
    return 0 < since <= total.figure - said.figure or all(f.others and f.definite for f in group)


def _repeats(said: Count, parts: Sequence[Count], more: Set[Group], group: Sequence[Figure], mixed: bool) -> bool:
    """Is an addition told before? Many by their number; a few only where the same kind of people was added already.

    `A clerk was killed and two were wounded. ... Two others were shot`: others than the dead, told again.
    """
    if said.figure > _FEW or (mixed and said.figure > 1 and all(f.others for f in group)):
        return any(p.figure == said.figure for p in parts)
    return any(f.group in more for f in group) and any(p.figure == said.figure for p in parts[1:])


def _counts_out(said: Count, total: Count) -> bool:
    """`several wounded` ... `five others were wounded`: is an addition the exact number of what was told vaguely?"""
    return total.best is None and total.high is None and said.best is not None and said.figure >= total.figure


def _replaces(said: Count, total: Count, group: Sequence[Figure]) -> bool:
    """Does a later sentence's figure take the place of the total so far?"""
    if said.best is None and total.best is not None:
        return False
    if total.best is None and said.best is not None and all(f.stated is not None for f in group):
        return True  # a vaguer figure never stands against an exact one [METHOD, Who says so]
    return said.figure > total.figure or any(f.lowers for f in group)
