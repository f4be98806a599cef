"""Groups: who is counted, as the features of a noun tell it."""

from collections.abc import Sequence

from harmledger.model.claim import Group
from harmledger.model.codes import Age, Role, Sex, Status

_STATUS = {s.value: s for s in Status}
_SEX = {s.value: s for s in Sex}
_ROLE = {r.value: r for r in Role}


def group_of(features: Sequence[str]) -> Group:
    """The Group that a noun's features tell; police and officials count as neither civilian nor combatant by noun."""
    if not features:
        return Group()
    text = " ".join(features)
    status = next((_STATUS[f] for f in ("attacker", "combatant", "civilian", "unknown") if f in features), None)
    age = Age.CHILD if "child" in features else Age.ADULT if "adult" in features else None
    sex = next((_SEX[f] for f in ("female", "male") if f in features), None)
    role = next((role for value, role in _ROLE.items() if value in text), None)
    return Group(status, age, sex, role)


def shared(a: Group, b: Group) -> Group:
    """What two groups have in common: the group of both together."""
    return Group(
        a.status if a.status == b.status else None,
        a.age if a.age == b.age else None,
        a.sex if a.sex == b.sex else None,
        a.role if a.role == b.role else None,
    )


def joined(a: Group, b: Group) -> Group:
    """What two passages tell of the group of the same people."""
    return Group(a.status or b.status, a.age or b.age, a.sex or b.sex, a.role or b.role)


def agree(a: Group, b: Group) -> bool:
    """May the people of one group be of the other, too?"""
    pairs = ((a.status, b.status), (a.age, b.age), (a.sex, b.sex))
    return all(x is None or y is None or x is y for x, y in pairs)
