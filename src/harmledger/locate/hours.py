"""The hour of a happening whose day is known: the one told beside its own harm, never that of another happening."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from harmledger.locate.days import resolve
from harmledger.locate.sentences import sentence_at
from harmledger.model.codes import TimePrecision
from harmledger.model.when import When
from harmledger.text.marks import DayPhrase, Marks

_FINE = frozenset((TimePrecision.HOUR, TimePrecision.DAY))
_NEAR = 18  # tokens between an hour and the harm it times
_BREAKS = frozenset((";", ":", "after", "before", "but", "who", "which", "until"))
_QUOTED = 14  # tokens: day and hour that stand nearer are one phrase


def with_hour(marks: Marks, found: When, phrase: DayPhrase, spots: Sequence[tuple[int, int]]) -> When:
    """The When with its own hour.

    Args:
        marks: the report's marks.
        found: when it took place, by `phrase`; only a day or an hour is touched.
        phrase: the words that date it. An hour said with them stays where they stand in a sentence of its harm, and no
            other stands nearer to it.
        spots: token ranges of its words of harm.
    """
    if found.precision not in _FINE or found.start is None:
        return found
    own = {sentence_at(marks, first) for first, _ in spots}
    timely = "hour" in dict(phrase.args) and (sentence_at(marks, phrase.first) in own or phrase.kind == "clock")
    day = found.start[:10]
    clocks = [d for d in marks.days if d.kind in ("clock", "later") and sentence_at(marks, d.first) in own]
    clock = min(clocks, key=lambda d: _way(marks, d, spots), default=None)
    if timely and (clock is None or _way(marks, phrase, spots) <= _way(marks, clock, spots)):
        return found
    if clock is not None and _way(marks, clock, spots) <= _NEAR:
        timed = _later(marks, clock, day) if clock.kind == "later" else resolve(clock, day)[0]
        if timed is not None:
            return When(timed.start, timed.end, timed.precision, _words(marks, phrase, clock))
    return When(day, day, TimePrecision.DAY, found.words)


def _later(marks: Marks, phrase: DayPhrase, day: str) -> When | None:
    """`two hours later`: so long after the hour told before it, on the day known; None where no hour is."""
    timed = [d for d in marks.days if d.first < phrase.first and "hour" in dict(d.args)]
    if not timed:
        return None
    args, told = dict(phrase.args), dict(timed[-1].args)
    start = datetime.fromisoformat(f"{day}T{told['hour']:02d}:{told.get('minute', 0):02d}")
    found = (start + timedelta(hours=int(args["n"]))).isoformat(timespec="minutes" if "minute" in told else "hours")
    zone = str(told.get("zone", "local"))
    known = found if zone == "local" else found + zone
    return When(known, known, TimePrecision.HOUR)


def _way(marks: Marks, phrase: DayPhrase, spots: Sequence[tuple[int, int]]) -> int:
    """Tokens from a phrase to the nearest harm; beyond reach where a word between them begins something else."""
    ways = [_NEAR + 1]
    for first, last in spots:
        low, high = (phrase.last, first) if phrase.last <= first else (last, phrase.first)
        if not _BREAKS.intersection(marks.tokens.norms[low:high]):
            ways.append(max(0, high - low))
    return min(ways)


def _words(marks: Marks, day: DayPhrase, clock: DayPhrase) -> str:
    """Day and hour as the text has them, from the one to the other where they stand near; else the hour's words."""
    first, last = min(day.first, clock.first), max(day.last, clock.last)
    near = last - first <= _QUOTED and sentence_at(marks, first) == sentence_at(marks, last - 1)
    return marks.tokens.text[min(day.start, clock.start) : max(day.end, clock.end)] if near else clock.words
