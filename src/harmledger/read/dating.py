"""Dating: which day phrases of a sentence date a figure, and whether they make it a thing of the past."""

from bisect import bisect_left
from collections.abc import Sequence

from harmledger.model.codes import LinkRole
from harmledger.read.figure import Figure
from harmledger.read.speakers import Attributions
from harmledger.text.marks import DayPhrase, Hit, Marks, Sentence

DAYS = frozenset(("date", "weekday", "relative", "night"))
_COARSE = frozenset(("month", "year", "season"))
_LONG = frozenset(("month", "year", "months", "years", "week", "weeks"))


class Dating:
    """Finds the days of figures in the sentences of one report."""

    def __init__(self, marks: Marks, said: Attributions) -> None:
        self.marks, self.said = marks, said
        self.day_firsts = [d.first for d in marks.days]

    def of(self, figure: Figure, figures: Sequence[Figure], index: int) -> list[DayPhrase]:
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
            nearest = min(whole, key=lambda f: distance(day, f), default=figure)
            if nearest is figure or distance(day, figure) <= distance(day, nearest) + 6:
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
        if not days or any(d.kind in DAYS for d in days):
            return False
        for day in days:
            args = dict(day.args)
            if day.kind in _COARSE or (day.kind in ("period", "ago") and args.get("unit") in _LONG):
                return args.get("which") != "this"
        return False


def key(day: DayPhrase) -> tuple[object, ...]:
    """What two phrases for one day have in common."""
    args = dict(day.args)
    return (day.kind, *(args.get(k) for k in ("year", "month", "day", "weekday", "days", "which")))


def distance(mark: Hit | DayPhrase, figure: Figure) -> int:
    """Tokens between a mark and a figure; those to a figure behind it count twice."""
    if mark.first >= figure.last:
        return mark.first - figure.last
    return max(0, figure.first - mark.last) * 2
