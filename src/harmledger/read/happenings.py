"""Happenings: the figures of one report sorted into what each account tells of."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from harmledger.model.codes import LinkRole, Outcome, Scope, Stance
from harmledger.read.battles import Battles
from harmledger.read.figure import SHOT, Figure
from harmledger.read.patterns import ALONG, MENTIONS, NOUN, SUBSET, TOLL
from harmledger.read.persons import RANK, Describer, Roll, Traits, is_single
from harmledger.read.speakers import Attribution, Attributions
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import DayPhrase, Hit, Marks, PlaceCandidate, Sentence

_DAYS = frozenset(("date", "weekday", "relative", "night"))
_COARSE = frozenset(("month", "year", "season"))
_LONG = frozenset(("month", "year", "months", "years", "week", "weeks"))
_LARGE, _MANY, _TIMES = 1000, 50, 5
_PAUSES, _BREAKS = frozenset(",;"), frozenset(";:-")
_NEAR, _CLAUSE, _STEP, _BEHIND = 14, 10, 4, 2
_RECORD = 7  # tokens from `the worst` to its `since`


@dataclass(slots=True)
class Draft:
    """An account in the making: figures with who says them, and the sentences that tell of it."""

    scope: Scope
    sentences: list[int]
    figures: list[tuple[Figure, Attribution]] = field(default_factory=list)
    background: bool = False
    days: set[tuple[object, ...]] = field(default_factory=set)
    roll: Roll = field(default_factory=Roll)


class Sorter:
    """Sorts the figures of one report, in order, into drafts of accounts."""

    def __init__(self, marks: Marks, lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]], said: Attributions) -> None:
        self.marks, self.lexicon, self.hits, self.said = marks, lexicon, hits, said
        self.place_firsts = [p.first for p in marks.places]
        self.day_firsts = [d.first for d in marks.days]
        self.battles, self.records = Battles(marks, lexicon), lexicon.list("records")
        self.drafts: list[Draft] = []
        self.last: Draft | None = None
        self.describer = Describer(marks, lexicon)
        self.open: dict[Scope, Draft] = {}
        self.scope = Scope.INCIDENT

    @property
    def current(self) -> Draft | None:
        """The draft that the sentence in hand may tell on of: a battle's figures stand apart from others."""
        return self.open.get(self.scope)

    def add(self, index: int, figures: Sequence[Figure]) -> None:
        """Sort one sentence's figures, in order; a subset goes with the figure it is a part of."""
        sentence = self.marks.sentences[index]
        tally_of = self.tallies(index, figures)
        earlier = self.spots(sentence.first, sentence.last, "earlier")
        previous = sentence.first
        self.scope = Scope.BATTLE if self.battles.told(index, sentence, figures) else Scope.INCIDENT
        homes: dict[Figure, Draft] = {}
        before: Figure | None = None
        figures = [own for f in figures if (own := self.adopt(f) if f.orphan else f)]
        for figure in sorted((f for f in figures if f.parent is None and not f.orphan), key=lambda f: f.people):
            days = self.days(figure, figures, index)
            many = (
                (figure in tally_of and figure.count.best != 1)
                or self.is_tally(figure, days)
                or self.is_year(figure, days, sentence)
                or self.dwarfs(figure, days)
            )
            scope = Scope.TALLY if many else self.scope
            past = scope is not Scope.TALLY and (
                self.is_past(days or self.dated(sentence))
                or any(_near(e, figure) and _tells_of(e, figure) for e in earlier)
            )
            other = bool(self.spots(previous, figure.first + 1, "elsewhere"))
            other = other or (figure.pattern != ALONG and self.is_there(figure, index))
            other = other or self.each_there(before, figure)
            before = figure
            update = figure.pattern in (TOLL, ALONG) and self.current is not None  # its day is that of the counting
            traits = self.describer.traits(figure) if is_single(figure) else None
            draft = self.home(figure, traits, scope) if traits is not None and scope is not Scope.TALLY else None
            if draft is None:
                draft = self.place(index, scope, past, other, () if update else days)
            elif index not in draft.sentences and not (days and draft.roll.worsens(figure, traits)):
                draft.sentences.append(index)
            homes[figure] = self.last = draft
            self.file(figure, traits, draft)
            previous = figure.last
        for part in figures:
            if part.parent is not None and (home := homes.get(part.parent)):
                home.figures.append((part, self.said.of(part.first, part.last)))

    def item(self, index: int, figures: Sequence[Figure], total: bool) -> None:
        """File the figures of a list's line (`Ariha: 3 killed`) as a happening of their own; a line of totals tallies.

        The line before the list, where it is told when, tells so for each.
        """
        whole = [f for f in figures if not f.orphan]
        if not whole or self.spots(self.marks.sentences[index].first, self.marks.sentences[index].last, "other_cause"):
            return
        draft = self.new(Scope.TALLY if total else Scope.INCIDENT, index, set())
        draft.figures += [(f, self.said.of(f.first, f.last)) for f in whole]

    def home(self, figure: Figure, traits: Traits, scope: Scope) -> Draft | None:
        """The draft that tells of the same person already; he or she is one of the last draft's."""
        last = self.last if self.last is not None and self.last.scope is scope else None
        again = figure.pronoun or (figure.definite and not traits.names)
        if last is not None and again and last.roll.who(figure, traits):
            return last
        for draft in reversed(self.drafts):
            person = draft.roll.who(figure, traits) if draft.scope is scope else None
            if person is not None and person.traits.proves(traits):
                return draft
        return None

    def file(self, figure: Figure, traits: Traits | None, draft: Draft) -> None:
        """File a figure in its draft, one person with what was told of that person before."""
        said = self.says(figure)
        if traits is not None:
            draft.roll.add(figure, said, traits, draft.figures)
            return
        draft.figures.append((figure, said))
        if figure.outcome in RANK and figure.count.figure > 1:
            draft.roll.groups.append(figure)

    def says(self, figure: Figure) -> Attribution:
        """Who says a figure; who denies what has to do with a known killing (`any link to the murder of`) grants it."""
        said = self.said.of(figure.first, figure.last)
        if figure.pattern not in MENTIONS or said.stance is not Stance.DENIES or said.cue is None:
            return said
        return replace(said, stance=Stance.ASSERTS) if figure.first - said.cue[1] > _STEP else said

    def adopt(self, part: Figure) -> Figure | None:
        """File a part (`two children were among the dead`) with the figure before it that it is counted in.

        One that finds none, and says its outcome, is returned as a figure that stands alone.
        """
        draft = self.current
        if part.listed:
            return self.of_roll(part)
        if draft is None:
            return replace(part, orphan=False) if part.outcome and part.pattern != SUBSET else None
        for figure, _ in reversed(draft.figures):
            fits = not part.outcome or figure.outcome == part.outcome
            if figure.parent is None and fits and figure.count.figure >= part.count.figure:
                own = replace(part, outcome=figure.outcome, parent=figure, orphan=False)
                draft.figures.append((own, self.said.of(part.first, part.last)))
                if part.sentence not in draft.sentences:
                    draft.sentences.append(part.sentence)
                return None
        return None

    def of_roll(self, part: Figure) -> Figure | None:
        """One of the victims named one by one: what became of them was told before, best with their number."""
        told = [f for f, _ in self.current.figures if f.parent is None and f.count.figure] if self.current else []
        whole = next((f for f in reversed(told) if f.count.figure == part.listed), told[-1] if told else None)
        return whole and replace(part, outcome=whole.outcome, orphan=False)

    def is_there(self, figure: Figure, index: int) -> bool:
        """Does the figure's clause name a place of its own, one the happening so far did not (`in a strike on X`)?"""
        told_of = [] if self.current is None else [f for f, _ in self.current.figures if f.outcome == figure.outcome]
        if self.current is None or not told_of:
            return False
        norms = self.marks.tokens.norms
        sentence = self.marks.sentences[index]
        areas, joins = self.lexicon.list("areas"), self.lexicon.list("number_and") | _PAUSES
        own = [
            p for p in self.places(figure.last, min(sentence.last, figure.last + _CLAUSE))
            if p.cue and p.noun not in areas and not any(n in joins for n in norms[figure.last : p.first])
        ]  # fmt: skip
        hit = self.spots(figure.last, min(sentence.last, figure.last + _CLAUSE), "strike_on")
        own = [p for p in own if any(0 <= p.first - h.last <= _STEP for h in hit)] if not figure.adds else own
        own += self.struck(sentence.first, figure.first)
        if not own:
            return False
        sentences = (self.marks.sentences[i] for i in self.current.sentences)
        told = {w for s in sentences for p in self.places(s.first, s.last) for w in p.words.lower().split()}
        return bool(told) and not any(set(p.words.lower().split()) & told for p in own)

    def each_there(self, before: Figure | None, figure: Figure) -> bool:
        """`ten in A and six in B`: does each of two figures of a sentence have a place of its own right behind it?"""
        if before is None or before.sentence != figure.sentence or before.outcome != figure.outcome:
            return False
        places = [self.right_behind(before), self.right_behind(figure)]
        return places[0] is not None and places[1] is not None and places[0] != places[1]

    def right_behind(self, figure: Figure) -> str | None:
        """The words of the place led in right behind a figure's people."""
        at = figure.people[1]
        return next((p.words.lower() for p in self.places(at + 1, at + _BEHIND + 1) if p.cue), None)

    def places(self, first: int, last: int) -> tuple[PlaceCandidate, ...]:
        """The place candidates that start in tokens `first` to `last`."""
        return self.marks.places[bisect_left(self.place_firsts, first) : bisect_left(self.place_firsts, last)]

    def struck(self, first: int, last: int) -> list[PlaceCandidate]:
        """The places that tokens `first` to `last` tell an attack on (`a strike on X killed`)."""
        hits = self.spots(first, last, "strike_on")
        return [p for p in self.places(first, last) if any(0 <= p.first - h.last <= _STEP for h in hits)]

    def place(self, index: int, scope: Scope, past: bool, other: bool, days: Sequence[DayPhrase]) -> Draft:
        """The draft that a figure belongs to, made where it tells of something new."""
        named = {_day(d) for d in days if d.kind in _DAYS or (d.kind == "told" and dict(d.args).get("days"))}
        if scope is Scope.TALLY or past:
            return self.new(scope, index, named, background=past and bool(self.drafts))
        current = self.current
        if current is None or other or (named and current.days and not named & current.days):
            again = None if current is None or other else self.again(named)
            self.open[scope] = again or self.new(scope, index, named)
            return self.open[scope]
        if index not in current.sentences:
            current.sentences.append(index)
        current.days |= named
        return current

    def again(self, named: set[tuple[object, ...]]) -> Draft | None:
        """An earlier draft of that day, told of again."""
        for draft in reversed(self.drafts):
            if draft.scope is self.scope and not draft.background and named & draft.days:
                return draft
        return None

    def new(self, scope: Scope, index: int, days: set[tuple[object, ...]], background: bool = False) -> Draft:
        """A draft begun."""
        draft = Draft(scope, [index], background=background, days=set(days))
        self.drafts.append(draft)
        return draft

    def spots(self, first: int, last: int, category: str) -> list[Hit]:
        """The hits of a category that start in tokens `first` to `last`."""
        return [h for at in range(first, last) for h in self.hits.get(at, ()) if h.category == category]

    def tallies(self, index: int, figures: Sequence[Figure]) -> set[Figure]:
        """The figures of a sentence that its words of many happenings speak of: to each phrase the nearest."""
        sentence = self.marks.sentences[index]
        whole = [f for f in figures if f.parent is None]
        found: set[Figure] = set()
        for hit in self.spots(sentence.first, sentence.last, "tally"):
            if hit.value == "many" and (self.is_short(hit) or self.is_record(hit)):
                continue
            near = min(whole, key=lambda f: _distance(hit, f), default=None)
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
        if any(d.kind in _DAYS for d in days):
            return False
        if figure.pattern == NOUN and figure.count.figure > 1 and self.is_statistic(figure):
            return True
        return figure.count.figure >= _LARGE or (
            figure.outcome == Outcome.DISPLACED.value and figure.count.figure > 100
        )

    def is_year(self, figure: Figure, days: Sequence[DayPhrase], sentence: Sentence) -> bool:
        """`Last year four children died in shootings`: people of a mere year, where no one attack is told of?"""
        years = [d for d in days if d.kind == "year" or dict(d.args).get("unit") in ("year", "years")]
        if figure.count.figure < 2 or not years or len(years) < len(days):
            return False
        ends = tuple(self.lexicon.list("plural_ends"))
        acts = (h for c in ("means", "attack", "strike_on") for h in self.spots(sentence.first, sentence.last, c))
        return all(self.marks.tokens.norms[h.last - 1].endswith(ends) for h in acts)

    def is_statistic(self, figure: Figure) -> bool:
        """`31 assassinations`: acts counted, not people, are the stuff of statistics."""
        return self.marks.tokens.norms[figure.people[1] - 1] in self.lexicon.list("counted_acts")

    def dwarfs(self, figure: Figure, days: Sequence[DayPhrase]) -> bool:
        """Is a later figure without a day many times what the happening itself came to?"""
        if self.current is None or figure.count.figure < _MANY or any(d.kind in _DAYS for d in days):
            return False
        same = RANK if figure.outcome == SHOT else (figure.outcome, SHOT)
        told = [f.count.figure for f, _ in self.current.figures if f.outcome in same]
        return bool(told) and figure.count.figure > _TIMES * max(told)

    def days(self, figure: Figure, figures: Sequence[Figure], index: int) -> list[DayPhrase]:
        """The day phrases of a sentence that may date a figure: those nearer to it than to another one."""
        sentence = self.marks.sentences[index]
        whole = [f for f in figures if f.parent is None]
        found = []
        low, high = (bisect_left(self.day_firsts, at) for at in (sentence.first, sentence.last))
        for day in self.marks.days[low:high]:
            if "role" in dict(day.args):
                continue
            if day.kind in ("relative", "today_part") and self.in_post(day, figure):
                continue
            nearest = min(whole, key=lambda f: _distance(day, f), default=figure)
            if nearest is figure or _distance(day, figure) <= _distance(day, nearest) + 6:
                found.append(day)
        return found

    def dated(self, sentence: Sentence) -> list[DayPhrase]:
        """The day phrases of a sentence that date an arrest or a trial: harm told there is older still."""
        low, high = (bisect_left(self.day_firsts, at) for at in (sentence.first, sentence.last))
        return [d for d in self.marks.days[low:high] if "role" in dict(d.args)]

    def in_post(self, day: DayPhrase, figure: Figure) -> bool:
        """Is a `today` that of a quoted post? It is the post's day, which the report need not share."""
        speaker = self.said.of(figure.first, figure.last).speaker
        if speaker is None or not any(link.role is LinkRole.POST for link in speaker.via):
            return False
        return any(q.first <= day.first < q.last for q in self.marks.quotations)

    def is_past(self, days: Sequence[DayPhrase]) -> bool:
        """Is a figure dated by a bygone month or year alone?"""
        if not days or any(d.kind in _DAYS for d in days):
            return False
        for day in days:
            args = dict(day.args)
            if day.kind in _COARSE or (day.kind in ("period", "ago") and args.get("unit") in _LONG):
                return args.get("which") != "this"
        return False


def _day(day: DayPhrase) -> tuple[object, ...]:
    args = dict(day.args)
    return (day.kind, *(args.get(k) for k in ("year", "month", "day", "weekday", "days", "which")))


def _distance(mark: Hit | DayPhrase, figure: Figure) -> int:
    if mark.first >= figure.last:
        return mark.first - figure.last
    return max(0, figure.first - mark.last) * 2


def _tells_of(hit: Hit, figure: Figure) -> bool:
    """`two days after they had killed him`: only what follows such words is earlier."""
    return hit.value != "after" or hit.first < figure.first


def _near(hit: Hit, figure: Figure) -> bool:
    return _distance(hit, figure) <= _NEAR
