"""Who is blamed, and how many sides that makes: `Russian or Syrian government` is one side [METHOD, Grades]."""

from collections.abc import Sequence
from itertools import combinations

from harmledger.model.account import Position
from harmledger.model.codes import Basis, PositionStance
from harmledger.model.told import Told
from harmledger.text.roll import Roll

Side = tuple[str, ...]


def blamed(told: Sequence[Told], positions: Sequence[Position], known: Roll) -> tuple[Side, ...]:
    """The sides blamed, each as its parties' names in order.

    Parties are on one side where the sources or else the lexicons say so, or where one account names them together and
    the sources do not part them. Whom a position accuses is blamed too; a party that is only said to deny is not.
    """
    together = [{known.named(p.party) for p in t.account.by if p.basis is not Basis.DENIED} for t in told]
    together += [{known.named(a) for a in p.accused} for p in positions if p.stance is PositionStance.ACCUSES]
    parent: dict[str, str] = {name: name for names in together for name in names}

    def top(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    def join(a: str, b: str) -> None:
        first, second = sorted((top(a), top(b)))
        parent[second] = first

    for a, b in combinations(sorted(parent), 2):
        if known.camp(a) == known.camp(b):
            join(a, b)
    for names in together:
        for a, b in combinations(sorted(names), 2):
            if not _parted(a, b, known):
                join(a, b)
    sides: dict[str, list[str]] = {}
    for name in sorted(parent):
        sides.setdefault(top(name), []).append(name)
    return tuple(tuple(names) for _, names in sorted(sides.items()))


def _parted(a: str, b: str, known: Roll) -> bool:
    one, other = known.source(a), known.source(b)
    return bool(one and other and one.side and other.side and known.side(a) != known.side(b))
