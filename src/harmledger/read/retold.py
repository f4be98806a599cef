"""Retold: figures of several people that merely tell again what was told before. Single people: `persons`."""

from collections.abc import Sequence
from dataclasses import replace

from harmledger.model.codes import Outcome
from harmledger.read.figure import Figure, named_apart
from harmledger.read.patterns import MENTIONS
from harmledger.read.persons import RANK, Said, is_single
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


def _same_people(kept: Figure, figure: Figure) -> bool:
    """`Three bodies were found. ... All three had gunshot wounds`: are several told again, with another outcome?"""
    if kept.parent is not None or kept.sentence >= figure.sentence or not figure.definite or figure.adds:
        return False
    other = kept.outcome != figure.outcome and kept.outcome in RANK and figure.outcome in RANK
    return other and kept.count.best == figure.count.best and (figure.count.best or 0) > 1


def _are_the_dead(kept: Sequence[Said], figure: Figure) -> bool:
    """`The bodies of A, B and C were found. All three had gunshot wounds`: are the dead told again, as a number?"""
    if not figure.definite or figure.outcome == Outcome.KILLED.value or figure.outcome not in RANK:
        return False
    dead = [k for k, _ in kept if k.outcome == Outcome.KILLED.value and k.parent is None and k.count.best == 1]
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
    return (
        figure.pattern in MENTIONS or said.speaker is None or by.speaker is None or said.speaker.name == by.speaker.name
    )
