"""Retold: figures that merely tell again what was told before, and who says what a report first tells unattributed.

Of several people here; which single people are told of again is found by `persons`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from harmledger.model.codes import Outcome
from harmledger.read.figure import Figure, is_attacker, named_apart
from harmledger.read.groups import agree, joined
from harmledger.read.patterns import MENTIONS
from harmledger.read.persons import RANK, Retold, Said, is_single
from harmledger.read.speakers import Attribution


def told_once(figures: Sequence[Said]) -> list[Said]:
    """Figures without those that merely tell again what the same speaker, or nobody by name, told before."""
    kept: list[Said] = []
    swaps: dict[Figure, Figure] = {}
    for figure, said in figures:
        parent = swaps.get(figure.parent, figure.parent) if figure.parent else None
        same = next((k for k, s in kept if _same(k, s, figure, said) and k.parent == parent), None)
        if same is not None:
            swaps[figure] = same
            continue
        worse = next((n for n, (k, _) in enumerate(kept) if _same_people(k, figure)), None)
        if worse is not None and parent is None:
            old, by = kept[worse]
            if RANK[figure.outcome] > RANK[old.outcome]:
                kept[worse] = (replace(old, parent=figure), by)
            else:
                parent = old
        elif parent is None and _are_the_dead(kept, figure):
            continue
        moved = replace(figure, parent=parent)
        if moved != figure or parent is not figure.parent:
            swaps[figure] = moved
        kept.append((moved, said))
    return kept


def credited(kept: Sequence[Said], told: Iterable[Retold]) -> list[Said]:
    """Figures as claims: what the report tells in its own name and somebody by name tells as well is that speaker's.

    `An air strike killed 21 people. Rescuers said 21 people died`: the report only passes on what rescuers say, so the
    claim is in their words. Each speaker who tells it has a claim; the report's own stays beside them where it tells
    more of who the people were. Of one person only who tells as much of him or her as the report: `he died` is told of
    somebody by all who go on about it.

    Args:
        kept: an account's figures, each once.
        told: a figure of those, and another passage that tells it again with who says so.
    """
    again: dict[Figure, dict[str, Said]] = {}
    for figure, other, said in told:
        if said.speaker is not None and other.pattern not in MENTIONS:
            again.setdefault(figure, {}).setdefault(said.speaker.name, (other, said))
    found: list[Said] = []
    swaps: dict[Figure, Figure] = {}
    for figure, by in kept:
        parent = swaps.get(figure.parent, figure.parent) if figure.parent else None
        moved = replace(figure, parent=parent)
        mine = [] if by.speaker else [(replace(f, parent=parent), s) for f, s in again.get(figure, {}).values()]
        full = next((f for f, _ in mine if _tells_as_much(f, figure)), None)
        mine = mine if full or not is_single(figure) else []
        found += [(moved, by)] if full is None else []
        found += mine
        swaps[figure] = full or moved
    return found


def retellings(kept: Sequence[Said], figures: Sequence[Said]) -> Iterator[Retold]:
    """What of several people is told once in `kept` and told again in `figures`, with who tells it again."""
    for figure, said in figures:
        for one, by in kept:
            if one is not figure and figure.parent is None and one.parent is None and _same(one, by, figure, said):
                yield one, figure, said


def _tells_as_much(figure: Figure, of: Figure) -> bool:
    """Does a figure say of its people what another says of them: who they were, and their name?"""
    return joined(of.group, figure.group) == figure.group and not figure.pronoun and figure.named >= of.named


def _same_people(kept: Figure, figure: Figure) -> bool:
    """`Three bodies were found. ... All three had gunshot wounds`: are several told again, with another outcome?"""
    if kept.parent is not None or kept.sentence >= figure.sentence or not figure.definite or figure.adds:
        return False
    other = kept.outcome != figure.outcome and kept.outcome in RANK and figure.outcome in RANK
    return other and kept.count.best == figure.count.best and (figure.count.best or 0) > 1


def _are_the_dead(kept: Sequence[Said], figure: Figure) -> bool:
    """`The bodies of A, B and C were found. All three had gunshot wounds`: are the dead told again, as a number?

    With who killed others and harmed himself: `A man killed his wife and shot himself. Both were shot once`.
    """
    if not figure.definite or figure.outcome == Outcome.KILLED.value or figure.outcome not in RANK:
        return False
    singles = [k for k, _ in kept if k.parent is None and k.count.best == 1 and k.outcome in RANK]
    dead = [k for k in singles if k.outcome == Outcome.KILLED.value or is_attacker(k)]
    return len(dead) > 1 and figure.count.best == len(dead) and all(k.sentence < figure.sentence for k in dead)


def _same(kept: Figure, by: Attribution, figure: Figure, said: Attribution) -> bool:
    if kept.outcome != figure.outcome or kept.sentence == figure.sentence or figure.adds:
        return False
    count, other = kept.count, figure.count
    if count.figure != other.figure or by.stance is not said.stance:
        return False
    if count.best is None and other.best is not None:
        return False  # what was vague is made exact
    if is_single(figure) or named_apart(kept, figure):
        return False  # of single people the roll has told; parts with names are told apart by them
    if not agree(kept.group, figure.group):
        return False  # two men are not two women
    return (
        figure.pattern in MENTIONS or said.speaker is None or by.speaker is None or said.speaker.name == by.speaker.name
    )
