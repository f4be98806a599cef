"""Revisions: asides that give a figure's later or earlier value (`nine [later 10]`, `initially reported as three`).

They are no part of the sentence around them: the reader steps over them, and each becomes a figure of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from harmledger.model.count import Count
from harmledger.read.figure import Figure
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Quantity

LATER = "later"
PATTERN = "revision"
_GAP, _TAIL, _FROM = 3, 6, 12  # tokens from the cue to its number; behind the number; from a toll's verb to `from`
_OPENS = 2  # tokens from a sentence's first
_TOLLS = frozenset(["toll", "toll_verb", "revision"])


@dataclass(frozen=True, slots=True)
class Revision:
    """Tokens `first` to `last` are an aside whose quantity is `count`; `stands` where it is the one that holds now."""

    first: int
    last: int
    number: tuple[int, int]
    count: Count
    stated: int | None
    stands: bool


@dataclass(frozen=True, slots=True)
class Revisions:
    """The revisions of a text.

    `asides` by first token; `rises` the first tokens of `25 to 30` that is no range but a toll before and now;
    `reports` the tokens behind words that lead in what was told earlier; `corrections` the first tokens of words that
    put right.
    """

    asides: Mapping[int, Revision]
    rises: frozenset[int]
    reports: frozenset[int]
    corrections: frozenset[int]


def revisions(marks: Marks, lexicon: Lexicon) -> Revisions:
    """The revisions of a text."""
    cues = [h for h in marks.hits if h.category == "revision"]
    asides: dict[int, Revision] = {}
    finder = _Finder(marks, lexicon) if cues or any(h.category == "toll" for h in marks.hits) else None
    if finder is not None:
        told = [a for cue in cues if (a := finder.aside(cue))]
        for revision in (*told, *finder.moves()):
            asides.setdefault(revision.first, revision)
    reports = frozenset(h.last for h in cues if h.value == "earlier" and h.last - h.first > 1)
    corrections = frozenset(h.first for h in marks.hits if h.category == "correction")
    return Revisions(asides, frozenset(finder.rises if finder else ()), reports, corrections)


class _Finder:
    def __init__(self, marks: Marks, lexicon: Lexicon) -> None:
        self.marks = marks
        self.norms = marks.tokens.norms
        self.quantities = {q.first: q for q in marks.quantities}
        lists = lexicon.list
        self.skip, self.opens, self.closes = lists("revision_skip"), lists("revision_open"), lists("revision_close")
        self.brackets, self.tail = lists("revision_bracket"), lists("revision_tail")
        self.from_word, self.to_word = lists("revision_from"), lists("revision_to")
        self.rises: set[int] = set()

    def norm(self, at: int) -> str:
        return self.norms[at] if 0 <= at < len(self.norms) else "."

    def aside(self, cue: Hit) -> Revision | None:
        """The aside that a cue opens: set off on both sides, with nothing in it but a number."""
        opening = self.norm(cue.first - 1)
        bare = cue.last - cue.first == 1
        if opening not in self.opens or (bare and cue.value != "wrong" and opening not in self.brackets):
            return None
        quantity = self.number(cue.last)
        if quantity is None:
            return None
        last = quantity.last
        while last - quantity.last < _TAIL and self.norm(last) in self.tail:
            last += 1
        if self.norm(last) not in self.closes:
            return None
        if opening in self.brackets or self.norm(last) == ",":
            last += 1
        return self.of(cue.first - 1, last, quantity, cue.value == LATER)

    def number(self, at: int) -> Quantity | None:
        """The quantity at a token or a little behind it."""
        for here in range(at, at + _GAP):
            if here in self.quantities:
                return self.quantities[here]
            if self.norm(here) not in self.skip:
                return None
        return None

    def moves(self) -> Iterator[Revision]:
        """`from 25` of `revised from 25 to 21` and of `to 21 from 25`, after the word of a toll."""
        for hit in self.marks.hits:
            if hit.category not in _TOLLS:
                continue
            for at in range(max(0, hit.last - 1), min(hit.last + _FROM, len(self.norms) - 1)):
                old = self.quantities.get(at + 1)
                if self.norms[at] not in self.from_word or old is None:
                    continue
                if old.stated is None and None not in (old.count.low, old.count.high):
                    self.rises.add(old.first)
                    break
                behind = self.norm(old.last) in self.to_word and old.last + 1 in self.quantities
                before = any(q.last == at and self.norm(q.first - 1) in self.to_word for q in self.marks.quantities)
                if behind or before:
                    yield self.of(at, old.last, old, stands=False)
                break

    def of(self, first: int, last: int, quantity: Quantity, stands: bool) -> Revision:
        """The revision at these tokens."""
        number = (quantity.first, quantity.last)
        return Revision(first, min(last, len(self.norms)), number, quantity.count, quantity.stated, stands)


def revised(figures: Sequence[Figure], told: Revisions, first: int, last: int) -> list[Figure]:
    """The figures of a sentence (tokens `first` to `last`) with those of its asides; what no longer stands is `past`.

    An aside belongs to the figure whose people it stands in or right behind; else to the last before it, else to the
    first after it.
    """
    corrects = not told.corrections.isdisjoint(range(first, first + _OPENS))
    found = [
        replace(f, past=f.people[0] in told.reports, lowers=f.lowers or corrects)
        if f.parent is None and (corrects or f.people[0] in told.reports)
        else f
        for f in figures
    ]
    found = [one for f in found for one in (_risen(f) if f.people[0] in told.rises else [f])]
    for revision in (told.asides[at] for at in range(first, last) if at in told.asides):
        whole = [f for f in found if f.pattern != PATTERN]
        if not whole:
            continue
        base = min(whole, key=lambda f: (_apart(f, revision), f.parent is not None))
        other = replace(
            base, first=revision.number[0], last=revision.number[1], people=revision.number, count=revision.count,
            stated=revision.stated, pattern=PATTERN, past=not revision.stands, adds=False, named=False,
            lowers=revision.stands, match=(revision.first, revision.last),
        )  # fmt: skip
        # What belongs to the base as a part goes on belonging to it: its people are the same.
        found[found.index(base)] = replace(base, past=revision.stands, lowers=base.lowers or not revision.stands)
        found.append(other)
    return sorted(found, key=lambda f: (f.first, f.people, f.last))


def _risen(figure: Figure) -> list[Figure]:
    """`The toll rose from 25 to 30`: the toll that stands, and the one before."""
    count = figure.count
    if count.low is None or count.high is None or count.low == count.high:
        return [figure]
    old, new = Count.exact(count.low, count.words), Count.exact(count.high, count.words)
    now = replace(figure, count=new, stated=count.high, lowers=True)
    before = replace(figure, first=figure.people[0], count=old, stated=count.low, pattern=PATTERN, past=True)
    return [before, now]


def _apart(figure: Figure, revision: Revision) -> int:
    """Tokens between a figure's people and an aside; people told after it count thrice."""
    low, high = figure.people
    if low <= revision.first < max(high, figure.last):
        return 0
    return revision.first - high if high <= revision.first else 3 * max(low - revision.last, 0)
