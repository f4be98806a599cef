"""Tallies: which figures of a report are totals over many happenings [METHOD, Audit of tallies]."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from harmledger.model.codes import Outcome
from harmledger.read.dating import DAYS, distance
from harmledger.read.drafts import Draft
from harmledger.read.figure import SHOT, Figure
from harmledger.read.patterns import NOUN
from harmledger.read.persons import RANK
from harmledger.read.sight import starting
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import DayPhrase, Hit, Marks, Sentence

_LARGE, _MANY, _TIMES = 1000, 50, 5
_BREAKS = frozenset(";:-")
_NEAR = 14  # tokens between a phrase and its figure
_LONG = frozenset(("month", "months", "year", "years"))
_MANY_A_MONTH = 100
_RECORD = 7  # tokens from `the worst` to its `since`


class Tallies:
    """Tells totals over many happenings in the sentences of one report."""

    def __init__(self, marks: Marks, lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]]) -> None:
        self.marks, self.lexicon, self.hits = marks, lexicon, hits
        self.day_firsts = [d.first for d in marks.days]
        self.records = lexicon.list("records")

    def of(self, index: int, figures: Sequence[Figure]) -> set[Figure]:
        """The figures of a sentence that its words of many happenings speak of: to each phrase the nearest."""
        sentence = self.marks.sentences[index]
        whole = [f for f in figures if f.parent is None]
        found: set[Figure] = set()
        for hit in starting(self.hits, sentence.first, sentence.last, "tally"):
            if hit.value == "many" and (self.is_short(hit) or self.is_record(hit)):
                continue
            near = min(whole, key=lambda f: distance(hit, f), default=None)
            if near is not None and (hit.value == "separate" or self.leads(hit, index, whole)):
                found.update(whole)
            elif near is not None and self.together(hit, near):
                found.add(near)
        return found

    def leads(self, hit: Hit, index: int, whole: Sequence[Figure]) -> bool:
        """`In the past week, ...`: does the phrase open the sentence, and so speak of all its figures?"""
        norms = self.marks.tokens.norms
        opens = hit.first - self.marks.sentences[index].first <= 1 and hit.last < len(norms)
        return opens and norms[hit.last] == "," and all(f.first > hit.last for f in whole)

    def together(self, hit: Hit, figure: Figure) -> bool:
        """Do a phrase and a figure stand in one clause, no comma between them?"""
        norms = self.marks.tokens.norms
        apart = self.lexicon.list("superlatives") | _BREAKS
        between = norms[figure.last : hit.first] if hit.first >= figure.last else norms[hit.last : figure.first]
        return (
            len(between) <= _NEAR
            and not any(n in apart for n in between)
            and (hit.first < figure.first or "," not in between)
        )

    def is_short(self, hit: Hit) -> bool:
        """Does the phrase lead in a mere day (`since Wednesday`), or tell the year of one (`5 May of last year`)?"""
        for day in self.marks.days[: bisect_right(self.day_firsts, hit.last)][-2:]:
            of = self.marks.tokens.norms[day.last : hit.first]
            if day.kind == "date" and len(of) == 1 and of[0] in self.lexicon.list("partitives"):
                return True
            if hit.first < day.last:
                args = dict(day.args)
                inner = args.get("a.kind", day.kind)
                if inner == "window" and str(args.get("unit", "")).rstrip("s") in ("hour", "day"):
                    return True
                return inner in ("weekday", "relative", "clock", "today_part", "night")
        return False

    def is_record(self, hit: Hit) -> bool:
        """`the first assault there since 2007`: does the phrase measure how rare a happening is?"""
        return not self.records.isdisjoint(self.marks.tokens.norms[max(0, hit.first - _RECORD) : hit.first])

    def is_tally(self, figure: Figure, days: Sequence[DayPhrase]) -> bool:
        """Thousands on no day in particular, and flight without a day, are totals over many happenings."""
        if any(d.kind in DAYS for d in days):
            return False
        if figure.pattern == NOUN and figure.count.figure > 1 and self.is_statistic(figure):
            return True
        return figure.count.figure >= _LARGE or (
            figure.outcome == Outcome.DISPLACED.value and figure.count.figure > 100
        )

    def is_year(self, figure: Figure, days: Sequence[DayPhrase], sentence: Sentence) -> bool:
        """`Last year four children died in shootings`: people of a mere year or month, no one attack told of?"""
        years = [d for d in days if d.kind in _LONG or dict(d.args).get("unit") in _LONG]
        if figure.count.figure < 2 or not years or len(years) < len(days):
            return False
        ends = tuple(self.lexicon.list("plural_ends"))
        first, last = sentence.first, sentence.last
        acts = [h for c in ("means", "attack", "strike_on") for h in starting(self.hits, first, last, c)]
        if not all(self.marks.tokens.norms[h.last - 1].endswith(ends) for h in acts):
            return False
        # One attack may be told by its month alone, and what was done is often not said.
        led_in = all(d.kind != "month" or d.last > d.first + 1 for d in years)
        return all(d.kind == "year" for d in years) or (led_in and (bool(acts) or figure.count.figure >= _MANY_A_MONTH))

    def is_statistic(self, figure: Figure) -> bool:
        """`31 assassinations`: acts counted, not people, are the stuff of statistics."""
        return self.marks.tokens.norms[figure.people[1] - 1] in self.lexicon.list("counted_acts")

    def dwarfs(self, figure: Figure, days: Sequence[DayPhrase], current: Draft | None) -> bool:
        """Is a later figure without a day many times what the happening itself came to?"""
        if current is None or figure.count.figure < _MANY or any(d.kind in DAYS for d in days):
            return False
        same = RANK if figure.outcome == SHOT else (figure.outcome, SHOT)
        told = [f.count.figure for f, _ in current.figures if f.outcome in same]
        return bool(told) and figure.count.figure > _TIMES * max(told)
