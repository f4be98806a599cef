"""Figures: the language's patterns over items, giving who was counted, how many, and what was done to them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from harmledger.model.claim import Group
from harmledger.model.codes import Status
from harmledger.model.count import Count
from harmledger.read.items import HARM, Coder, Item
from harmledger.read.people import group_of
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Sentence

# Flight and arrest are told of things, too: only a noun for people makes them harm.
_WEAK = frozenset(("displaced", "detained", "missing"))
# Patterns of people told as part of a figure, which may stand in a sentence before.
SUBSET, AMONG = "subset", "among"
_JOINT = {frozenset(("killed", "injured")): "casualties"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure read: tokens `first` to `last`, its people and outcome; `parent` the figure it is a part of.

    `people` is where the people stand; `named` a mere name; `orphan` a part whose whole stands in a sentence before.
    """

    first: int
    last: int
    outcome: str
    count: Count
    group: Group
    pattern: str
    sentence: int
    people: tuple[int, int]
    adds: bool = False
    named: bool = False
    listed: int = 0
    definite: bool = False
    possessive: bool = False
    stated: int | None = None
    orphan: bool = False
    parent: "Figure | None" = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule of the language: its regular expression over item letters, and how a match is taken."""

    name: str
    items: re.Pattern[str]
    kind: str = ""


@lru_cache(maxsize=8)
def _compiled(language: str, source: tuple[tuple[str, str, str], ...]) -> tuple[Pattern, ...]:
    return tuple(Pattern(name, re.compile(items), kind) for name, items, kind in source)


def patterns(lexicon: Lexicon) -> tuple[Pattern, ...]:
    """The language's patterns in order, their macros filled in."""
    macros = {"{" + k + "}": v for k, v in lexicon.patterns.get("_macros", {}).items()}
    source = []
    for name, entry in lexicon.patterns.items():
        if name.startswith("_"):
            continue
        items = entry["items"]
        for macro, text in macros.items():
            items = items.replace(macro, text)
        source.append((name, items, entry.get("kind", "")))
    return _compiled(lexicon.language, tuple(source))


class Figures:
    """Reads the figures of one text, sentence by sentence."""

    def __init__(self, marks: Marks, lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]]) -> None:
        self.marks, self.lexicon = marks, lexicon
        self.coder = Coder(marks, lexicon, hits)
        self.patterns = patterns(lexicon)

    def of(self, index: int, sentence: Sentence) -> list[Figure]:
        """The figures of one sentence in the order of their words; subsets know their parents."""
        items = self.coder.items(sentence)
        if not any(i.code in HARM or (i.people and i.people.outcome) for i in items):
            return []
        letters = [i.code for i in items]
        found: list[Figure] = []
        subsets: list[Figure] = []
        for pattern in self.patterns:
            text = "".join(letters)
            for match in pattern.items.finditer(text):
                if pattern.kind in ("subset", AMONG):
                    subsets += self.subset(match, items, index, pattern, letters)
                    continue
                found += self.take(match, items, letters, index, pattern)
        found += self.adjectives(items, letters, index)
        found.sort(key=lambda f: f.people)
        found = [self.others(f, found[:n]) for n, f in enumerate(found)]
        for part in subsets:
            parent = _parent(part, found)
            if parent is not None:
                found.append(replace(part, outcome=part.outcome or parent.outcome, parent=parent))
            elif part.outcome or part.pattern == SUBSET:
                found.append(replace(part, orphan=True))
        return sorted(found, key=lambda f: (f.first, f.people, f.last))

    def take(
        self, match: re.Match[str], items: list[Item], letters: list[str], index: int, pattern: Pattern
    ) -> list[Figure]:
        """The figures of one match; its people are used up."""
        who = [k for k in range(match.start("who"), match.end("who")) if items[k].people and letters[k] in "NQumE"]
        who = _appositive(who, items, match.group("who"))
        if "harm" in match.groupdict() and items[match.start("harm")].value in _WEAK:
            who = [k for k in who if items[k].code in "NQE"]
        if not who or self.hypothetical(match, items, letters):
            return []
        harm = items[match.start("harm")] if "harm" in match.groupdict() else items[who[0]]
        if pattern.kind == "noun":
            outcome = items[who[0]].people.outcome  # type: ignore[union-attr]
            assert outcome is not None
        else:
            outcome = harm.value
        if "harm" in match.groupdict():
            letters[match.start("harm")] = "k"
        if match.groupdict().get("also"):
            other = items[match.start("also")].value
            letters[match.start("also")] = "k"
            outcome = _JOINT.get(frozenset((outcome, other)), "killed" if other == "killed" else outcome)
        out: list[Figure] = []
        also = self.says_also(match, items)
        for n, k in enumerate(who):
            letters[k] = letters[k].lower() if letters[k] in "NQE" else "w"
            people = items[k].people
            assert people is not None
            first, last = min(people.first, harm.first), max(people.last, harm.last)
            if len(who) > 1:
                near = harm.first < people.first
                first, last = (harm.first, people.last) if near and n == 0 else (people.first, people.last)
                if not near and n == len(who) - 1:
                    last = harm.last
            if people.possessive and out and not out[-1].adds and n:
                before = out[-1]
                words = self.marks.tokens.quote(before.people[0], people.last)
                out[-1] = replace(
                    before, last=max(before.last, last), people=(before.people[0], people.last),
                    count=before.count.plus(people.count, words), group=_shared(before.group, people.group),
                )  # fmt: skip
                continue
            out.append(
                Figure(
                    first,
                    last,
                    people.outcome or outcome if pattern.kind == "noun" else outcome,
                    people.count,
                    people.group,
                    pattern.name,
                    index,
                    (people.first, people.last),
                    people.adds or also or pattern.kind == "more",
                    letters[k] == "w" or people.code == "m",
                    len(who),
                    people.definite,
                    people.possessive,
                    people.stated,
                )  # fmt: skip
            )
        return out

    def says_also(self, match: re.Match[str], items: list[Item]) -> bool:
        """Does the match say that these people come on top (`were also killed`)?"""
        adds = self.coder.finder.additions
        low, high = items[match.start()].first, items[match.end() - 1].last
        return any(n == "also" or n == "additionally" for n in self.marks.tokens.norms[low:high] if n in adds)

    def hypothetical(self, match: re.Match[str], items: list[Item], letters: list[str]) -> bool:
        """Is the harm only possible, planned, threatened or denied (`could kill`, `was not killed`)?"""
        if "harm" not in match.groupdict():
            return "M" in letters[max(0, match.start() - 1) : match.start()]
        at = match.start("harm")
        low = max(match.start(), at - 4)
        before = letters[low:at]
        if "M" in before:
            return True
        here = match.start() - 1
        skipped = 0
        if letters[at] in "KGSI":
            while here >= 0 and skipped < 2 and letters[here] in "wXd":
                here, skipped = here - 1, skipped + 1
            return here >= 0 and letters[here] == "M" and match.start() == at
        return False

    def subset(
        self, match: re.Match[str], items: list[Item], index: int, pattern: Pattern, letters: list[str]
    ) -> list[Figure]:
        """`including five children`: figures that belong to another; their outcome is that one's."""
        out: list[Figure] = []
        extra: list[str] = []
        among = items[match.start("harm")].value if "harm" in match.groupdict() else ""
        if group := match.groupdict().get("group"):
            item = items[match.start("group")]
            extra = [item.value] if not item.people else []
            wide = item.people.group if item.people else Group()
        for k in range(match.start("who"), match.end("who")):
            people = items[k].people
            if people is None or letters[k] not in "NQE":
                continue
            letters[k] = letters[k].lower()
            first, last = people.first, people.last
            kind = people.group
            outcome = people.outcome or among
            if group:
                kind = wide if not extra else people.group
                last = items[match.start("group")].last
            if people.code == "Q" and not group:
                continue
            out.append(
                Figure(first, last, outcome, people.count, kind, pattern.name, index, (people.first, people.last))
            )
        return out

    def others(self, figure: Figure, before: Sequence[Figure]) -> Figure:
        """`21 civilians ... and 82 others`: the others are of the group told of before them."""
        last = self.marks.tokens.norms[figure.people[1] - 1]
        if not before or figure.group != Group() or last not in self.coder.finder.additions:
            return figure
        return replace(figure, group=replace(before[-1].group, role=None))

    def adjectives(self, items: list[Item], letters: list[str], index: int) -> list[Figure]:
        """`12 wounded soldiers`: harm told by an adjective, where no verb claimed these people."""
        out: list[Figure] = []
        for k, item in enumerate(items):
            people = item.people
            if people and people.outcome and letters[k] == "N" and people.count.is_stated:
                if people.definite or people.count.figure == 0 or "M" in letters[max(0, k - 3) : k]:
                    continue
                letters[k] = "n"
                out.append(
                    Figure(
                        people.first,
                        people.last,
                        people.outcome,
                        people.count,
                        people.group,
                        "adjective",
                        index,
                        (people.first, people.last),
                        people.adds,
                    )  # fmt: skip
                )
        return out


def _appositive(who: list[int], items: Sequence[Item], letters: str) -> list[int]:
    """`X Y, a veteran reporter`: single people told over with no `and` are one person; the one with a noun stands."""
    who = [
        k for n, k in enumerate(who)
        if not (n and items[k].code == "m" and items[who[n - 1]].code == "N" and _one(items[who[n - 1]]) == 1
                and items[k - 1].code == "," and k == who[n - 1] + 2)
    ]  # fmt: skip
    if len(who) < 2 or "&" in letters or any(_one(items[k]) != 1 for k in who):
        return who
    return [next((k for k in who if items[k].code == "N"), who[0])]


def _one(item: Item) -> int:
    return item.people.count.figure if item.people else 0


def _shared(a: Group, b: Group) -> Group:
    return Group(
        a.status if a.status == b.status else None,
        a.age if a.age == b.age else None,
        a.sex if a.sex == b.sex else None,
        a.role if a.role == b.role else None,
    )


def _parent(part: Figure, found: Sequence[Figure]) -> Figure | None:
    """The figure that a subset belongs to: the nearest that starts before it, not smaller than it."""
    whole = [f for f in found if f.parent is None and not f.orphan]
    before = [f for f in whole if f.people[0] < part.people[0]]
    if not before:
        before = whole[:1]
    for figure in reversed(before):
        size = figure.count.figure
        if not figure.count.is_stated or size >= part.count.figure or figure.count.best is None:
            if not part.outcome or part.outcome == figure.outcome:
                return figure
    return None


def is_attacker(figure: Figure) -> bool:
    """Do the people counted belong to those who carried the attack out?"""
    return figure.group.status is Status.ATTACKER


__all__ = ["Figure", "Figures", "Pattern", "group_of", "is_attacker", "patterns"]
