"""Happenings: the figures of one report sorted into what each account tells of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from harmledger.model.codes import Outcome, Scope, Stance
from harmledger.read.battles import Battles
from harmledger.read.dating import DAYS, Dating, distance, key
from harmledger.read.drafts import Draft
from harmledger.read.figure import Figure, of_them
from harmledger.read.patterns import ALONG, BODIES, MENTIONS, SUBSET, TOLL
from harmledger.read.persons import RANK, Describer, Traits, is_single
from harmledger.read.revisions import PATTERN as REVISION
from harmledger.read.sight import starting
from harmledger.read.speakers import Attribution, Attributions
from harmledger.read.tallies import Tallies
from harmledger.read.whereabouts import Whereabouts
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import DayPhrase, Hit, Marks

_NEAR, _STEP, _NEXT = 14, 4, 1


class Sorter:
    """Sorts the figures of one report, in order, into drafts of accounts."""

    def __init__(self, marks: Marks, lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]], said: Attributions) -> None:
        self.marks, self.lexicon, self.hits, self.said = marks, lexicon, hits, said
        self.battles, self.tallies = Battles(marks, lexicon), Tallies(marks, lexicon, hits)
        self.dating, self.where = Dating(marks, said), Whereabouts(marks, lexicon, hits)
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
        tally_of = self.tallies.of(index, figures)
        earlier = self.spots(sentence.first, sentence.last, "earlier")
        previous = sentence.first
        self.scope = Scope.BATTLE if self.battles.told(index, sentence, figures) else Scope.INCIDENT
        homes: dict[Figure, Draft] = {}
        before: Figure | None = None
        figures = [own for f in figures if (own := self.adopt(f) if f.orphan else f)]
        for figure in sorted((f for f in figures if f.parent is None and not f.orphan), key=lambda f: f.people):
            days = self.dating.of(figure, figures, index)
            many = (
                (figure in tally_of and figure.count.best != 1)
                or self.tallies.is_tally(figure, days)
                or self.tallies.is_year(figure, days, sentence)
                or self.tallies.dwarfs(figure, days, self.current)
            )
            scope = Scope.TALLY if many else self.scope
            past = scope is not Scope.TALLY and (
                self.dating.is_past(days or self.dating.dated(sentence))
                or any(_near(e, figure) and _tells_of(e, figure) for e in earlier)
            )
            other = bool(self.spots(previous, figure.first + 1, "elsewhere"))
            other = other or (figure.pattern != ALONG and self.where.is_there(figure, index, self.current))
            other = other or self.where.each_there(before, figure)
            dated = bool(days) and self.current is not None and not self.current.days
            other = other or (dated and index > 0 and self.where.is_elsewhere(figure, self.current))
            before = before if figure.apart and before else figure  # a row is one happening, or each of it is
            counting = figure.pattern in (TOLL, ALONG, BODIES)  # its day is that of the counting
            update = counting and self.current is not None
            traits = self.describer.traits(figure) if is_single(figure) else None
            draft = self.home(figure, traits, scope) if traits is not None and scope is not Scope.TALLY else None
            if figure.pattern == REVISION and homes:
                draft, traits = self.last, None  # what a figure was before is told of the same people
            if draft is None and scope is Scope.INCIDENT and not past and index > 0:
                news = [d for d in self.drafts if d.scope is scope and not d.background]
                draft = self.where.told_before(figure, index, news) if len(news) > 1 else None
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
        if part.pattern == TOLL:
            return self.of_the_same(part)
        if part.pattern == BODIES:
            last = self.last.figures if self.last else []
            return of_them(part, [f for f, _ in last if part.sentence - f.sentence <= _STEP])
        if part.listed:
            return self.of_roll(part)
        if draft is None:
            return replace(part, orphan=False) if part.outcome and part.pattern != SUBSET else None
        told = [f for f, _ in draft.figures if part.outcome or 0 <= part.sentence - f.sentence <= _NEXT]
        if not part.outcome and len({f.outcome for f in told if f.parent is None and f.outcome in RANK}) > 1:
            return None  # `among them`: among the dead, or the wounded?
        for figure in reversed(told):
            fits = not part.outcome or figure.outcome == part.outcome
            if figure.parent is None and fits and figure.count.figure >= part.count.figure:
                own = replace(part, outcome=figure.outcome, parent=figure, orphan=False)
                draft.figures.append((own, self.said.of(part.first, part.last)))
                if part.sentence not in draft.sentences:
                    draft.sentences.append(part.sentence)
                return None
        return None

    def of_the_same(self, toll: Figure) -> Figure | None:
        """A number of what was told before (`Residents put it at 15`): of the dead, where any were told."""
        whole = [f for f, _ in self.current.figures if f.parent is None and f.outcome in RANK] if self.current else []
        told = max(whole, key=lambda f: (f.sentence, RANK[f.outcome]), default=None)
        return told and replace(toll, outcome=told.outcome, orphan=False)

    def of_roll(self, part: Figure) -> Figure | None:
        """One of the victims named one by one: what became of them was told before, best with their number."""
        told = [f for f, _ in self.current.figures if f.parent is None and f.count.figure] if self.current else []
        dead = [f for f in told if f.outcome == Outcome.KILLED.value]
        last = next(reversed(dead or told), None)  # those named as victims are the dead, where any died
        whole = next((f for f in reversed(told) if f.count.figure == part.listed), last)
        return whole and replace(part, outcome=whole.outcome, orphan=False)

    def place(self, index: int, scope: Scope, past: bool, other: bool, days: Sequence[DayPhrase]) -> Draft:
        """The draft that a figure belongs to, made where it tells of something new."""
        named = {key(d) for d in days if d.kind in DAYS or (d.kind == "told" and dict(d.args).get("days"))}
        if scope is Scope.TALLY or past:
            return self.new(scope, index, named, background=past and bool(self.drafts))
        current = self.current
        if not other and scope is Scope.INCIDENT and (attack := self.attack(index)):
            current = self.open[scope] = attack
        if current is None or other or (named and current.days and not named & current.days):
            again = None if current is None or other else self.again(named)
            self.open[scope] = again or self.new(scope, index, named)
            return self.open[scope]
        if index not in current.sentences:
            current.sentences.append(index)
        current.days |= named
        return current

    def attack(self, index: int) -> Draft | None:
        """The attack that the sentences right before a figure tell of without one: `Jets hit a school. Nine died.`"""
        last = next((d for d in reversed(self.drafts) if d.scope is Scope.INCIDENT and not d.background), None)
        near = last is not None and not last.figures and 0 < index - max(last.sentences) <= _STEP
        return last if near else None

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
        return starting(self.hits, first, last, category)


def _tells_of(hit: Hit, figure: Figure) -> bool:
    """`two days after they had killed him`: only what follows such words is earlier."""
    return hit.value != "after" or hit.first < figure.first


def _near(hit: Hit, figure: Figure) -> bool:
    return distance(hit, figure) <= _NEAR
