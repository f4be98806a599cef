"""Fates: what became of people who were shot, where their own sentence does not say it and the report does.

`A man was shot in his car. ... Detectives of the homicide unit ...`: killed, implied. `He is expected to recover`:
injured, implied. What nothing tells apart stays `casualties` [METHOD, Counting].
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from harmledger.model.codes import Outcome, Scope, Stance
from harmledger.model.count import Count
from harmledger.read.drafts import Draft
from harmledger.read.figure import SHOT, Figure, is_attacker, named_apart
from harmledger.read.persons import Said
from harmledger.read.sight import sentence_at
from harmledger.text.marks import Marks

DEAD, ALIVE, ALL = "dead", "alive", "all"
_OPEN = frozenset((Stance.ASSERTS, Stance.ALLEGES))


class Fates:
    """What the passages about each happening of a report tell of how its people fared."""

    def __init__(self, marks: Marks, drafts: Sequence[Draft]) -> None:
        news = [d for d in drafts if d.scope is Scope.INCIDENT and not d.background]
        self.starts = sorted(min(d.sentences) for d in news)
        self.told: dict[int, set[str]] = {}
        for hit in marks.hits:
            if hit.category == "fate":
                self.told.setdefault(self.part(sentence_at(marks, hit.first)), set()).add(hit.value)

    def part(self, sentence: int) -> int:
        """The part of the report, from one happening's start to the next one's, that a sentence stands in."""
        return max(0, bisect_right(self.starts, sentence) - 1)

    def of(self, draft: Draft) -> set[str]:
        """Whether the part of a report that a draft opens tells of dying, of living on."""
        return self.told.get(self.part(min(draft.sentences)), set())


def settled(figures: Sequence[Said], fate: set[str]) -> list[Said]:
    """Figures with those of people shot taken as killed or injured, where the account or its part of the report tells.

    Whoever was shot beside others who were killed (`killed two and shot another`) lived, as far as told.
    """
    dead = [f for f, _ in figures if f.outcome == Outcome.KILLED and f.parent is None and f.count.figure]
    hurt = any(f.outcome == Outcome.INJURED and f.parent is None and f.count.figure for f, _ in figures)
    found: list[Said] = []
    fates: dict[Figure, str] = {}
    for figure, said in figures:
        if figure.outcome == SHOT and figure.parent is None:
            outcome = _outcome(figure, dead, hurt, fate) if said.stance in _OPEN else None
            fates[figure] = outcome or Outcome.CASUALTIES.value
            said = replace(said, stance=Stance.IMPLIES) if outcome else said
        found.append((_with(figure, fates), said))
    return found


def _with(figure: Figure, fates: Mapping[Figure, str]) -> Figure:
    """A figure with the outcome that was found for it, or for the figure that it is a part of."""
    if figure.parent is None:
        return replace(figure, outcome=fates[figure]) if figure in fates else figure
    whole = _with(figure.parent, fates)
    outcome = figure.outcome if figure.outcome != SHOT else Outcome.CASUALTIES.value
    return replace(figure, parent=whole, outcome=whole.outcome if figure.parent in fates else outcome)


def _outcome(figure: Figure, dead: Sequence[Figure], hurt: bool, fate: set[str]) -> str | None:
    """What became of the people of one figure told as shot; None where nothing tells."""
    if is_attacker(figure) or not figure.count.figure:
        return None
    if dead:
        beside = any(f.sentence == figure.sentence and f.people < figure.people for f in dead)
        other = ALIVE in fate and (figure.apart or all(named_apart(f, figure) for f in dead))
        return Outcome.INJURED.value if figure.adds or beside or other else None
    if ALL in fate:
        return Outcome.KILLED.value
    if DEAD in fate:
        return Outcome.KILLED.value if figure.count.figure == 1 and not hurt else None
    return Outcome.INJURED.value if ALIVE in fate or hurt else None


def told_apart(tolls: dict[Outcome, Count]) -> dict[Outcome, Count]:
    """Tolls with those shot told apart, where some of them are told as killed: the rest lived.

    Only where all the numbers are exact enough to have a best.
    """
    shot, killed, injured = (tolls.get(o) for o in (Outcome.CASUALTIES, Outcome.KILLED, Outcome.INJURED))
    if shot is None or shot.best is None or killed is None or killed.best is None:
        return tolls
    hurt = injured.best or 0 if injured is not None else 0
    rest = shot.best - killed.best
    found: dict[Outcome, Count] = {o: c for o, c in tolls.items() if o is not Outcome.CASUALTIES}
    if rest > hurt and (injured is None or injured.best is not None):
        found[Outcome.INJURED] = Count.exact(rest, shot.words)
    return found
