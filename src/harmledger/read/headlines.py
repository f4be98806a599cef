"""Headlines: what the title of a report tells beyond its text.

A headline repeats, rounds and sums up what stands below it. So the text is read first, and of its headline stays what
the text leaves out: a number that the text has no other for, what became of someone whom the text left alive.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from harmledger.model.codes import Scope, Stance
from harmledger.read.drafts import Draft
from harmledger.read.figure import SHOT, Figure
from harmledger.read.happenings import Sorter
from harmledger.read.patterns import AMONG, SUBSET, patterns
from harmledger.read.persons import RANK, is_single

_UNTOLD = frozenset((SHOT, "casualties"))


def file_headline(sorter: Sorter, index: int, figures: Sequence[Figure]) -> None:
    """Sort the figures of a headline's sentence, after those of the text.

    Where the text tells no figure of any happening, the headline's are sorted as the text's would be, with the attack
    that the text tells of. Where it does, each goes with the happening that it is missing from; beside another number
    of the text's it counts in no toll.
    """
    news = [d for d in sorter.drafts if d.scope is not Scope.TALLY and not d.background]
    told = [d for d in news if d.figures]
    if not told:
        if news:
            sorter.open[Scope.INCIDENT] = news[0]
        sorter.add(index, figures)
        return
    for figure in figures:
        if figure.parent is None and not figure.orphan and not _is_told(figure, sorter.drafts, told):
            draft = _home(sorter, figure, figures, index, told)
            parts = [f for f in figures if f.parent is figure]
            draft.figures += [(f, sorter.says(f)) for f in parts]


def _home(sorter: Sorter, figure: Figure, figures: Sequence[Figure], index: int, told: Sequence[Draft]) -> Draft:
    """The draft that a figure was filed in."""
    traits = sorter.describer.traits(figure) if is_single(figure) else None
    days = sorter.dating.of(figure, figures, index)
    sentence = sorter.marks.sentences[index]
    if traits is not None:
        again = replace(figure, definite=True)  # headlines leave out `the`
        known = next((d for d in told if d.roll.who(again, traits)), None)
        if known is not None:
            sorter.file(again, traits, known)
            return known
    if figure in sorter.tallies.of(index, figures) or sorter.tallies.is_tally(figure, days):
        draft = sorter.new(Scope.TALLY, index, set())
    elif sorter.spots(sentence.first, sentence.last, "earlier") or sorter.dating.is_past(days):
        draft = sorter.new(Scope.INCIDENT, index, set(), background=True)
    else:
        without = (d for d in told if not any(f.outcome == figure.outcome for f, _ in d.figures))
        draft = next(without, told[0])
    # of people told one by one a headline has the number; beside a number of the text's it counts in no toll
    for n, (told_of, by) in enumerate(draft.figures):
        if _is_part(told_of, figure, sorter):
            part = replace(told_of, parent=figure)
            draft.figures[n] = part, by
            draft.roll.takes(told_of, part)
    stands = any(f.outcome == figure.outcome and f.count.figure > 1 for f, _ in draft.figures if f.parent is None)
    draft.figures.insert(0, (replace(figure, past=stands), sorter.says(figure)))
    return draft


def _is_part(told: Figure, whole: Figure, sorter: Sorter) -> bool:
    """`Among the dead were two children`: does the text tell only parts of what its headline has the number of?"""
    parts = {p.name for p in patterns(sorter.lexicon) if p.kind in (SUBSET, AMONG)}
    mine = told.parent is None and told.outcome == whole.outcome and told.pattern in parts
    return mine and told.count.figure <= whole.count.figure


def _is_told(figure: Figure, drafts: Sequence[Draft], news: Sequence[Draft]) -> bool:
    """Does the text tell this number, make a vaguer one exact, or tell one by one what it is the sum of?"""
    same = [f for d in drafts for f, s in d.figures if _tells(f, figure) and s.stance is not Stance.DENIES]
    if any(f.count.figure == figure.count.figure for f in same):
        return True
    if figure.count.best is None and figure.stated is None and same:
        return True
    return figure.count.figure > 1 and figure.count.figure in _sums(news, figure)


def _sums(news: Sequence[Draft], figure: Figure) -> Iterator[int]:
    """What the text's exact figures of an outcome come to: of one happening, of all."""
    whole = ((f for f, _ in d.figures if f.parent is None and f.count.best is not None) for d in news)
    own = [[f.count.figure for f in figures if _tells(f, figure)] for figures in whole]
    yield from (sum(numbers) for numbers in own)
    yield sum(max(numbers) for numbers in own if numbers)


def _tells(told: Figure, figure: Figure) -> bool:
    """Does a figure tell the outcome of another? Those whom a headline has shot may be any of the hurt."""
    return told.outcome == figure.outcome or (figure.outcome in _UNTOLD and told.outcome in RANK)
