"""Figures: the language's patterns over items, giving who was counted, how many, and what was done to them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from harmledger.model.claim import Group
from harmledger.model.codes import Status
from harmledger.read.appositives import group_at, is_named, one
from harmledger.read.figure import Figure, is_attacker, of_them
from harmledger.read.groups import agree, joined, shared
from harmledger.read.items import DOWN, FATAL, HARM, INJURED, KILLED, PART, Coder, Item
from harmledger.read.matches import Matches, keeps_from
from harmledger.read.patterns import (
    AMONG,
    BODIES,
    ELIDED,
    MORE,
    NOUN,
    ROLL,
    SELF,
    SPLIT,
    SUBSET,
    TOLL,
    Pattern,
    patterns,
)  # fmt: skip
from harmledger.read.people import People
from harmledger.read.revisions import revised
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Sentence

_GOES_ON = re.compile(r"^i|^(?P<who>h)i|i[.]?$|^QX[dw]?B(?=[.,;&]|$)")
_DASHES = frozenset(("-", "--", "—", "–"))
_OTHERS = re.compile(r"k[dw]?[nqw]|K[^X]*$")  # others harmed before, in the sentence of someone who harmed himself


class Figures:
    """Reads the figures of one text, sentence by sentence."""

    def __init__(self, marks: Marks, lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]]) -> None:
        self.marks = marks
        self.coder = Coder(marks, lexicon, hits)
        self.matches = Matches(self.coder, lexicon)
        self.patterns = patterns(lexicon)
        self.they = lexicon.list("they")
        self.newcomers = lexicon.list("newcomers")
        self.parts = {p.name for p in self.patterns if p.kind == SUBSET}

    def of(self, index: int, sentence: Sentence) -> list[Figure]:
        """The figures of one sentence in the order of their words; subsets know their parents."""
        items = self.coder.items(sentence)
        if not any(self.tells(i) for i in items) and not self.goes_on(items):
            return []
        letters = [i.code for i in items]
        found: list[Figure] = []
        subsets: list[Figure] = []
        for pattern in self.patterns:
            for match in pattern.items.finditer("".join(letters)):
                if pattern.kind == SPLIT and not self.is_whole(match, items):
                    continue
                if pattern.kind in (SUBSET, AMONG, SPLIT):
                    subsets += self.subset(match, items, index, pattern, letters)
                    continue
                found += self.take(match, items, letters, index, pattern)
                if pattern.kind == ELIDED:
                    found += self.rest(items, letters, index, pattern)
        found += self.adjectives(items, letters, index)
        found.sort(key=lambda f: f.people)
        found = [self.others(f, found[:n]) for n, f in enumerate(found)]
        found = [own for n, f in enumerate(found) if (own := _of_the_same(f, found[:n]))]
        for part in subsets:
            parent = _parent(part, found)
            if parent is not None:
                found.append(replace(part, outcome=part.outcome or parent.outcome, parent=parent))
            elif part.outcome or part.pattern in self.parts:
                # `Eleven dead, among them a child and six wounded`: the wounded are no part of the dead.
                apart = bool(part.outcome) and any(f.parent is None and not f.orphan for f in found)
                found.append(replace(part, orphan=not apart))
        found.sort(key=lambda f: (f.first, f.people, f.last))
        return revised(found, self.coder.revisions, sentence.first, sentence.last)

    def tells(self, item: Item) -> bool:
        """May a sentence with this item tell of harm, or of whom it struck?"""
        if item.code in HARM or item.code == PART:
            return True
        return item.people is not None and (item.people.outcome is not None or self.matches.are_victims(item))

    def goes_on(self, items: Sequence[Item]) -> bool:
        """`Among them were two children`, `Two were women`: does a sentence tell who those told of before were?"""
        found = _GOES_ON.search("".join(i.code for i in items))
        return found is not None and (found["who"] is None or self.coder.norms[items[0].first] in self.they)

    def is_whole(self, match: re.Match[str], items: Sequence[Item]) -> bool:
        """Do the parts of a split come to the number of the people told last before them?

        Commas set off no parts: `two men, a woman and a child` are four. Dashes do.
        """
        around = [items[n] for n in (match.start(), match.end()) if n < len(items) and items[n].code == ","]
        if any(self.coder.norms[i.first] not in _DASHES for i in around):
            return False
        before = next((i for i in reversed(items[: match.start()]) if i.people and i.code in "NQE"), None)
        parts = sum(one(i) for i in items[match.start("who") : match.end("who")])
        return before is not None and one(before) == parts

    def rest(self, items: list[Item], letters: list[str], index: int, pattern: Pattern) -> list[Figure]:
        """The members of a row after one that its pattern took (`two in Ariha, three in Sarmin and one in Binnish`)."""
        found: list[Figure] = []
        while match := pattern.items.search("".join(letters)):
            taken = self.take(match, items, letters, index, pattern)
            if not taken:
                break
            found += taken
        return found

    def take(
        self, match: re.Match[str], items: list[Item], letters: list[str], index: int, pattern: Pattern
    ) -> list[Figure]:
        """The figures of one match; its people are used up."""
        who, everyone = self.matches.struck(match, items, letters, pattern)
        if not who or self.matches.tells_no_harm(match, items, letters, pattern, who):
            return []
        harm, outcome = self.matches.done(match, items, letters, pattern, who[0])
        also = pattern.kind == MORE or self.matches.says_also(match, items)
        lowers = any(i.code == "t" and i.value == DOWN for i in items[match.start() : match.end()])
        around = items[match.start()].first, items[match.end() - 1].last
        found: list[Figure] = []
        kin = False  # `a man, his wife and their three sons`: all somebody's, so far
        for n, k in enumerate(who):
            letters[k] = letters[k].lower() if letters[k] in "NQE" else "w"
            people = items[k].people
            assert people is not None
            row = pattern.kind == ELIDED
            first, last = (
                (people.first, people.last) if row or pattern.kind == ROLL else _extent(people, harm, n, len(who))
            )
            theirs = people.possessive and found and not found[-1].adds and not is_attacker(found[-1])
            if theirs and (kin or found[-1].count.figure == 1) and not is_named(items[who[n - 1]]):
                found[-1], kin = self.with_theirs(found[-1], people, last), True
                continue
            kin = False
            said = people.outcome if pattern.kind == NOUN else None
            figure = _figure(people, said or outcome, (first, last), pattern.name, index)
            figure = _stood_for(figure, items, k)
            if pattern.kind == SELF and _OTHERS.search("".join(letters[: match.start("harm")])):
                figure = replace(figure, group=replace(figure.group, status=Status.ATTACKER))
            if len(who) == 1 and figure.group == Group():
                figure = replace(
                    figure, group=next((g for a in everyone if (g := group_at(items[a])) != Group()), Group())
                )
            named = (people.code in "um" and not people.pronoun) or pattern.kind == ROLL
            hurt = figure.outcome == KILLED and _were_injured(items, k, harm)
            adds = people.adds or also or hurt
            others = people.adds and self.newcomers.isdisjoint(self.marks.tokens.norms[people.first : people.last])
            figure = replace(figure, others=others, of_injured=hurt, of_told=_is_of_told(items, k))
            figure = replace(figure, adds=adds, named=named, listed=len(who), lowers=lowers, match=around, apart=row)
            found.append(replace(figure, orphan=not figure.outcome or pattern.name == BODIES))
        return found

    def with_theirs(self, figure: Figure, people: People, last: int) -> Figure:
        """`a man and his two sons`: one figure of all three. One told by name has a figure of his or her own."""
        low, high = figure.people[0], people.last
        words = self.marks.tokens.quote(low, high)
        return replace(
            figure, last=max(figure.last, last), people=(low, high), count=figure.count.plus(people.count, words),
            group=shared(figure.group, people.group),
        )  # fmt: skip

    def subset(
        self, match: re.Match[str], items: list[Item], index: int, pattern: Pattern, letters: list[str]
    ) -> list[Figure]:
        """`including five children`: figures that belong to another; their outcome is that one's."""
        out: list[Figure] = []
        extra: list[str] = []
        among = items[match.start("harm")].value if "harm" in match.groupdict() else ""
        told = next((i.value for i in items[match.start() : match.end()] if i.code == PART and i.value), "")
        if group := match.groupdict().get("group"):
            item = items[match.start("group")]
            extra = [item.value] if not item.people else []
            among = among or (item.value if item.code in HARM else "")  # `many of those hurt`
            wide = item.people.group if item.people else Group()
            if item.code == "N":
                letters[match.start("group")] = "n"
        for k in range(match.start("who"), match.end("who")):
            people = items[k].people
            if people is None or letters[k] not in "NQE":
                continue
            letters[k] = letters[k].lower()
            first, last, kind = people.first, people.last, people.group
            outcome = people.outcome or among or told
            if group:
                kind = wide if not extra else people.group
                last = items[match.start("group")].last
            if people.possessive and out and out[-1].count.figure == 1:
                out[-1] = self.with_theirs(out[-1], people, last)
                continue
            figure = Figure(first, last, outcome, people.count, kind, pattern.name, index, (people.first, people.last))
            out.append(replace(figure, match=(items[match.start()].first, items[match.end() - 1].last)))
        return out

    def others(self, figure: Figure, before: Sequence[Figure]) -> Figure:
        """`21 civilians ... and 82 others`: the others are of the group told of before them."""
        last = self.marks.tokens.norms[figure.people[1] - 1]
        if figure.adds and figure.count.figure > 1 and any(f.outcome != figure.outcome for f in before):
            figure = replace(figure, adds=False)  # `killed one and wounded three others`: others than the one
        if not before or figure.group != Group() or last not in self.coder.finder.additions:
            return figure
        return replace(figure, group=replace(before[-1].group, role=None))

    def adjectives(self, items: list[Item], letters: list[str], index: int) -> list[Figure]:
        """`12 wounded soldiers`: harm told by an adjective, where no verb claimed these people."""
        out: list[Figure] = []
        for k, item in enumerate(items):
            people = item.people
            if people and people.outcome and letters[k] == "N" and people.count.is_stated:
                kept = any(keeps_from(i, people.outcome) for i in items[max(0, k - 3) : k])
                if people.definite or people.count.figure == 0 or kept:
                    continue
                letters[k] = "n"
                figure = _figure(people, people.outcome, (people.first, people.last), "adjective", index)
                out.append(replace(figure, definite=False, possessive=False, stated=None))
        return out


def _figure(people: People, outcome: str, extent: tuple[int, int], pattern: str, sentence: int) -> Figure:
    """The figure of some people, at tokens `extent`."""
    return Figure(
        *extent, outcome, people.count, people.group, pattern, sentence, (people.first, people.last),
        adds=people.adds, definite=people.definite, possessive=people.possessive, stated=people.stated,
        pronoun=people.pronoun,
    )  # fmt: skip


def _stood_for(figure: Figure, items: Sequence[Item], at: int) -> Figure:
    """The figure of a pronoun with the group of the person it stands for; others as they are."""
    item = _antecedent(items, at) if figure.pronoun else None
    if item is None:
        return figure
    return replace(figure, group=joined(figure.group, group_at(item)), stands_for=(item.first, item.last))


def _antecedent(items: Sequence[Item], at: int) -> Item | None:
    """The one person told of last before a pronoun in its sentence, whom it may stand for; not one after `by`, `to`."""
    who = items[at].people
    for n in range(at - 1, -1, -1):
        people = items[n].people
        if people is None or people.pronoun or items[n].code not in "Nm" or one(items[n]) != 1:
            continue
        if who is not None and agree(people.group, who.group) and not (n and items[n - 1].code == "p"):
            return items[n] if people.name or items[n].code == "N" else None
    return None


def _were_injured(items: Sequence[Item], at: int, harm: Item) -> bool:
    """`one of the injured`, `ten were wounded, two fatally`: were the dead told of as hurt before?"""
    if harm.code == FATAL:
        return any(i.value == INJURED and i.code in HARM for i in items[:at])
    return at + 1 < len(items) and items[at + 1].code == PART and items[at + 1].value == INJURED


def _is_of_told(items: Sequence[Item], at: int) -> bool:
    """Is someone one of those told of before: `one of them died`, `one of them was shot in the leg, another in`?"""
    people = items[at].people
    if people is not None and people.adds and one(items[at]) == 1:
        return any(_are_of(items, n) for n in range(at))
    return _are_of(items, at)


def _are_of(items: Sequence[Item], at: int) -> bool:
    """`one of them`, `one of the victims`: are people told as some of those told of before?"""
    return at + 1 < len(items) and items[at + 1].code == PART and not items[at + 1].value


def _extent(people: People, harm: Item, nth: int, of: int) -> tuple[int, int]:
    """The tokens that carry a figure: its people, and the harm where they stand next to it in a list."""
    if of == 1:
        return min(people.first, harm.first), max(people.last, harm.last)
    if harm.first < people.first:
        return (harm.first if nth == 0 else people.first), people.last
    return people.first, (harm.last if nth == of - 1 else people.last)


def _of_the_same(figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """A toll without an outcome (`bringing the total to 24`) counts what its sentence told before, if anything.

    So do `their bodies`; None where these are of people told as dead.
    """
    if figure.pattern == BODIES and before:
        return of_them(figure, before)
    if figure.outcome or figure.pattern != TOLL:
        return figure
    told = next((f for f in reversed(before) if f.outcome and f.parent is None), None)
    return replace(figure, outcome=told.outcome, orphan=False, lowers=told.adds is False) if told else figure


def _parent(part: Figure, found: Sequence[Figure]) -> Figure | None:
    """The figure that a subset belongs to: the nearest that starts before it, not smaller than it."""
    whole = [f for f in found if f.parent is None and not f.orphan]
    before = [f for f in whole if f.people[0] < part.people[0]]
    if not before:
        before = whole[:1]
    for figure in reversed(before):
        size = figure.count.figure
        fits = not figure.count.is_stated or size >= part.count.figure or figure.count.best is None
        if fits and (not part.outcome or part.outcome == figure.outcome):
            return figure
    return None
