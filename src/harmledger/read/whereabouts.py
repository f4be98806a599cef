"""Whereabouts: whether a figure stands under a place of its own, and so tells of another happening."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from harmledger.read.drafts import Draft
from harmledger.read.figure import Figure
from harmledger.read.sight import starting
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, PlaceCandidate

_PAUSES, _CLAUSES = frozenset(",;"), frozenset(";.:")
_CLAUSE, _STEP, _BEHIND = 10, 4, 2


class Whereabouts:
    """Looks at the places told with the figures of one report."""

    def __init__(self, marks: Marks, lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]]) -> None:
        self.marks, self.lexicon, self.hits = marks, lexicon, hits
        self.place_firsts = [p.first for p in marks.places]

    def is_there(self, figure: Figure, index: int, current: Draft | None) -> bool:
        """Does the figure's clause name a place of its own, one the happening so far did not (`in a strike on X`)?"""
        told_of = [] if current is None else [f for f, _ in current.figures if f.outcome == figure.outcome]
        if current is None or not told_of:
            return False
        norms = self.marks.tokens.norms
        sentence = self.marks.sentences[index]
        areas, joins = self.lexicon.list("areas"), self.lexicon.list("number_and") | _PAUSES
        own = [
            p for p in self.places(figure.last, min(sentence.last, figure.last + _CLAUSE))
            if p.cue and p.noun not in areas and not any(n in joins for n in norms[figure.last : p.first])
        ]  # fmt: skip
        hit = starting(self.hits, figure.last, min(sentence.last, figure.last + _CLAUSE), "strike_on")
        own = [p for p in own if any(0 <= p.first - h.last <= _STEP for h in hit)] if not figure.adds else own
        own += self.struck(sentence.first, figure.first)
        if not own:
            return False
        sentences = (self.marks.sentences[i] for i in current.sentences)
        told = {w for s in sentences for p in self.places(s.first, s.last) for w in p.words.lower().split()}
        return bool(told) and not any(set(p.words.lower().split()) & told for p in own)

    def told_before(self, figure: Figure, index: int, drafts: Sequence[Draft]) -> Draft | None:
        """`The shelling of Sarmin also wounded seven`: the happening whose own figures stand at the place struck."""
        own = {p.words.lower() for p in self.struck(self.marks.sentences[index].first, figure.first)}
        if not own:
            return None
        near = (d for d in reversed(drafts) if any(self.right_behind(f) in own for f, _ in d.figures))
        return next(near, None)

    def is_elsewhere(self, figure: Figure, current: Draft | None) -> bool:
        """Does a place stand right behind a figure that no sentence of the happening so far names?"""
        if current is None or (own := self.right_behind(figure)) is None:
            return False
        sentences = (self.marks.sentences[i] for i in current.sentences)
        told = {p.words.lower() for s in sentences for p in self.places(s.first, s.last)}
        return bool(told) and own not in told

    def each_there(self, before: Figure | None, figure: Figure) -> bool:
        """`ten in A and six in B`, `in A, ten were shot; in B, six`: has each of a sentence's figures its own place?"""
        if before is None or before.sentence != figure.sentence:
            return False
        floor = self.marks.sentences[before.sentence].first
        told = [self.led_in(f.people[0], floor) for f in (before, figure)]
        if told[0] is None and (apart := self.led_in(figure.people[0], before.last, whole=False)) is not None:
            return apart not in {p.words.lower() for p in self.places(floor, before.last)}
        if None in told and before.outcome == figure.outcome:
            told = [self.right_behind(before), self.right_behind(figure)]
        return None not in told and told[0] != told[1]

    def led_in(self, at: int, floor: int, *, whole: bool = True) -> str | None:
        """The words of the place that opens a token's clause, a comma behind it (`in Ariha, ten`, `and in Idlib,`).

        `whole`: the sentence begins at `floor`.
        """
        norms, joins = self.marks.tokens.norms, self.lexicon.list("number_and")
        for start in range(at, floor - 1, -1):
            ends = start == floor or norms[start - 1] in _CLAUSES
            if norms[start - 1] not in joins and not (ends and (whole or start > floor)):
                continue
            first = start + (norms[start] == ",")
            for place in self.places(first, min(at, first + _BEHIND + 1)):
                if place.cue and norms[place.last] == ",":
                    return place.words.lower()
            if ends:
                break
        return None

    def right_behind(self, figure: Figure) -> str | None:
        """The words of the place led in right behind a figure's people and their harm."""
        at = max(figure.people[1], figure.last)
        return next((p.words.lower() for p in self.places(at + 1, at + _BEHIND + 1) if p.cue), None)

    def places(self, first: int, last: int) -> tuple[PlaceCandidate, ...]:
        """The place candidates that start in tokens `first` to `last`."""
        return self.marks.places[bisect_left(self.place_firsts, first) : bisect_left(self.place_firsts, last)]

    def struck(self, first: int, last: int) -> list[PlaceCandidate]:
        """The places that tokens `first` to `last` tell an attack on (`a strike on X killed`)."""
        hits = starting(self.hits, first, last, "strike_on")
        return [p for p in self.places(first, last) if any(0 <= p.first - h.last <= _STEP for h in hits)]
