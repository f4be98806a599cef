"""`Two days after`: words that set two happenings apart, and reckon the one from the day of the other."""

from bisect import bisect_left
from collections.abc import Sequence

from harmledger.locate.sentences import sentence_at
from harmledger.text.marks import DayPhrase, Marks

DAYS = frozenset({"date", "weekday", "relative", "monthday"})


def days_in(marks: Marks, number: int) -> Sequence[DayPhrase]:
    """The day phrases of one sentence; none where it is of no number."""
    if number < 0:
        return ()
    sentence = marks.sentences[number]
    first = bisect_left(marks.days, sentence.first, key=lambda d: d.first)
    return marks.days[first : bisect_left(marks.days, sentence.last, key=lambda d: d.first)]


def is_apart(marks: Marks, phrase: DayPhrase, spots: Sequence[tuple[int, int]]) -> bool:
    """Do a phrase and the harm stand on two sides of `two days after`, which tells their happenings apart?

    The words themselves date the harm of their own clause, before any comma: `on Monday, a day after gunmen killed`.
    """
    if phrase.kind == "apart":
        norms = marks.tokens.norms
        ahead = any(first >= phrase.last and "," not in norms[phrase.last : first] for first, _ in spots)
        return not ahead and dated_after(marks, phrase, spots) is None
    for other in days_in(marks, sentence_at(marks, phrase.first)):
        if other.kind == "apart" and all((phrase.first < other.first) != (first < other.first) for first, _ in spots):
            return phrase.first < other.first or other.first > marks.sentences[sentence_at(marks, other.first)].first
    return False


def dated_after(marks: Marks, phrase: DayPhrase, spots: Sequence[tuple[int, int]]) -> DayPhrase | None:
    """The day of what the harm came `two days after`: `killed three, a day after a truce ended on Monday`.

    Or `two days after a truce ended on Monday, gunmen killed three`.
    """
    if phrase.kind != "apart" or not spots:
        return None
    own = days_in(marks, sentence_at(marks, phrase.first))
    later = next((d for d in own if d.first >= phrase.last and d.kind in DAYS), None)
    if later is None or "," in marks.tokens.norms[phrase.last : later.first]:
        return None
    return None if any(phrase.first <= first < later.clause[1] for first, _ in spots) else later
