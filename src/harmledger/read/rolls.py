"""Rolls: people told one by one by their names (`The dead were identified as A B, 34, a baker; C D; and E F`)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from harmledger.read.figure import Figure
from harmledger.read.items import Item
from harmledger.read.speakers import Attribution

_STARTS = frozenset(",;:&(")
_VERBS = frozenset("vXKIGST")


def roll(items: Sequence[Item], first: int, last: int, norms: Sequence[str], articles: Collection[str]) -> list[int]:
    """The items from `first` to `last` that are the people of a roll; none where no one of them has a name.

    Each follows a mark or an `and`; one without a name right after a name and a comma tells who that was. Where
    semicolons part them, a name after a comma is that of the one before (`his wife, X Y;`).
    """
    found: list[int] = []
    parted = any(i.code == ";" for i in items[first:last])
    before = ","
    for at in range(first, last):
        item, people = items[at], items[at].people
        if item.code in _VERBS and before in "mN":
            return []  # they say or do something: a sentence, no roll
        if item.code == "v":
            return found[:-1]  # who is named last says so
        if people is not None and before in _STARTS and item.code in "mNu" and people.count.figure == 1:
            told = found and before == "," and not people.name and norms[people.first] in articles
            if parted and before == "," and found[-1:] == [at - 2] and item.code == "m" and items[at - 2].code == "N":
                found.pop()  # the name says who it was
            if not told and (people.name or norms[people.first] in articles):
                found.append(at)
        if item.code != "w" or before not in _STARTS or at + 1 == last or items[at + 1].code not in "mN":
            before = item.code
    return found if any((p := items[k].people) and p.name for k in found) else []


def by_name(figures: Sequence[tuple[Figure, Attribution]]) -> list[tuple[Figure, Attribution]]:
    """Figures of one account where those of a roll are parts of the number that they were told as.

    `Three reporters were killed. The dead were A, B and C`: a claim of three, and three that are parts of it; the
    number nearest to theirs, where several may be meant.
    """
    rolls: dict[tuple[int, str, tuple[int, int] | None], list[Figure]] = defaultdict(list)
    for figure, _ in figures:
        if figure.parent is None and figure.named and figure.listed > 1 and figure.count.best == 1:
            rolls[figure.sentence, figure.outcome, figure.match].append(figure)
    moved: dict[Figure, Figure] = {}
    for (sentence, outcome, match), names in rolls.items():
        of = [f for f, _ in figures if (f.sentence, f.outcome, f.match) == (sentence, outcome, match)]
        beside = [f for f in of if f.count.figure == len(names) > 1]  # `two men, X Y and Z W,`
        if len(names) != names[0].listed - len(beside):
            continue
        whole = beside or [
            f for f, _ in figures
            if f.parent is None and f.outcome == outcome and f.count.figure >= len(names) > 1
            and not (f.adds and f.sentence != sentence)
        ]  # fmt: skip
        if whole:
            own = min(reversed(whole), key=lambda f: f.count.figure)
            moved |= {n: replace(n, parent=own) for n in names}
    return [(moved.get(f, f), said) for f, said in figures]
