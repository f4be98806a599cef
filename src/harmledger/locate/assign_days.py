"""Which day phrase dates a happening: the one in its own clause, not the day of saying, of a court, of a deadline."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from harmledger.locate.apart import DAYS, dated_after, days_in, is_apart
from harmledger.locate.days import Day, latest_day, reported_day, resolve, spoken_day
from harmledger.locate.hours import with_hour
from harmledger.locate.stretches import window
from harmledger.model.codes import TimePrecision
from harmledger.model.issue import Issue
from harmledger.model.span import Span
from harmledger.model.when import When
from harmledger.text.marks import DayPhrase, Marks, Tokens

_SPANNING = frozenset({"range", "window", "run", "since_told"})
_COST = {
    "date": 0, "weekday": 0, "relative": 0, "night": 1, "today_part": 1, "ago": 4, "told": 14, "clock": 30,
    "period": 12, "week": 12, "month": 14, "feast": 10, "year": 30, "season": 26, "run": 14, "range": 18, "window": 40,
    "since_told": 60, "apart": 2, "monthday": 2, "later": 100,
}  # fmt: skip
_UNIT_COST = {"month": 6, "year": 20, "decade": 50}
_SINCE = 30  # what has been so `since` a day did not happen on it
_ROLE_COST = {"speech": 40, "other": 45, "aside": 65, "deadline": 70, "dateline": 100, "death": 28}
_FUTURE = 70
_SAID_COARSELY = 20  # a month in which somebody spoke or was tried is no time of harm
_COMMA, _SENTENCE, _TOO_DEAR = 3, 12, 100
_ASSUMED = 62  # dearer than this, a phrase dates a happening less often than the report's own day does
_POSSESSIVE, _LATER = 5, 3
_SAID_LATELY = 3  # days
_BESIDE = 20  # with its role, too dear
_EDGE = 2  # tokens of a claim's words within which its own verb stands
_REACH = 7  # sentences; farther off any phrase is too dear
_FINE = DAYS | {"night", "today_part", "told", "clock"}
_BEFORE = {"told": DAYS, "apart": DAYS, "since_told": frozenset({"date", "month", "year", "range", "weekday"})}
_SIDES = frozenset({"before", "after", "until"})
_BREAKS = frozenset({",", ";", ":", "after", "when", "while", "but", "who", "which"})


@dataclass(frozen=True, slots=True)
class _Choice:
    cost: int
    phrase: DayPhrase


def when(
    marks: Marks,
    told_in: Sequence[Span],
    spoken: Day,
    background: bool = False,
    *,
    anchors: Sequence[Span] = (),
    tally: bool = False,
    published: Day = None,
    others: Sequence[Span] = (),
) -> tuple[When | None, tuple[Issue, ...]]:
    """When the happening told in some passages took place, as far as the report says.

    Args:
        marks: the report's marks, `days` and `sentences` among them.
        told_in: the passages that tell of it.
        spoken: the day its speaker spoke; None where unknown.
        background: it is told as something earlier, so the report's own day does not stand in for a missing one.
        anchors: the words of harm themselves, the claims' spans; else the passages.
        tally: it is a total over many happenings, dated by a stretch of time.
        published: the report's day, where `spoken` is None; a dateline's own goes before both.
        others: the words of harm of other accounts; what is dated with these is not dated with it.

    Returns:
        The When, and the Issues met in resolving its words. A When without words is assumed, not read: the report's
        own day, for news that names no day (the day of saying was the day of the happening in about two reports of
        three that were measured). Its precision is then `days`.
    """
    day = reported_day(marks, spoken_day(spoken, published))
    inside = _sentences(marks, told_in)
    spots = _spots(marks.tokens, anchors) or _spots(marks.tokens, told_in)
    theirs = _spots(marks.tokens, others)
    near = [
        p for p in _near(marks, inside, background or tally)
        if (p.kind in _FINE and _sentence_of(marks, p.first) not in inside) or not _dates_another(p, spots, theirs)
    ]  # fmt: skip
    choices = sorted(
        (_Choice(_cost(marks, p, inside, spots, tally, background), p) for p in near), key=lambda c: c.cost
    )
    issues: list[Issue] = []
    for choice in choices:
        if choice.cost >= (_TOO_DEAR if background or tally or day is None else _ASSUMED):
            break
        found, met = _reckoned(marks, choice.phrase, spots, day)
        if tally and found is not None and choice.phrase.kind == "window":
            found = _window_at(marks, choice.phrase, day) or found
        issues += met
        if found is not None and not _after(found, day):
            if not tally:
                found = _on_one_day(_finer(found, choices, day), choice.phrase)
                found = with_hour(marks, found, choice.phrase, spots)
            return found, tuple(issues)
    if day is None or background or tally:
        return None, tuple(issues)
    return When(day.isoformat(), day.isoformat(), TimePrecision.DAYS), tuple(issues)


def _reckoned(
    marks: Marks, phrase: DayPhrase, spots: Sequence[tuple[int, int]], day: Day
) -> tuple[When | None, tuple[Issue, ...]]:
    """What a phrase means where it stands: from its speaker's day, or from the day of what it is set apart from."""
    later = dated_after(marks, phrase, spots)
    if later is not None:
        args = dict(phrase.args)
        phrase = replace(phrase, args=(("n", -int(args["n"])), ("unit", args["unit"])))
        return resolve(phrase, day, told=resolve(later, day)[0])
    return resolve(phrase, _speakers_day(marks, phrase, day), told=_told_before(marks, phrase, day))


def _dates_another(phrase: DayPhrase, spots: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    """Does a phrase stand in one clause with the harm of another account, and not with this one's?"""
    first, last = phrase.clause

    def holds(spot: tuple[int, int]) -> bool:
        return first <= spot[0] < last

    return any(map(holds, others)) and not any(map(holds, spots))


def _after(found: When, day: Day) -> bool:
    """Does it lie after the speaker's day, and a day's grace for clocks? What has happened does not."""
    spoke = spoken_day(day)
    return spoke is not None and found.first is not None and (found.first - spoke).days > 1


def _finer(found: When, choices: Sequence[_Choice], day: Day) -> When:
    """A day told elsewhere in the account within a coarser stretch: `earlier this week ... on Monday`."""
    if found.first is None or found.last is None or found.first == found.last:
        return found
    for choice in choices:
        if choice.cost < _ASSUMED and choice.phrase.kind in DAYS and "role" not in dict(choice.phrase.args):
            day_told, _ = resolve(choice.phrase, day)
            if (
                day_told
                and day_told.first
                and day_told.last
                and found.first <= day_told.first <= day_told.last <= found.last
            ):
                return day_told
    return found


def _on_one_day(found: When, phrase: DayPhrase) -> When:
    """One happening of a night or of the last 24 hours on its likeliest day; the precision stays `days`.

    `Last night` is told by its evening, `overnight` by the morning it ends in, a day's hours by the day they are
    counted on.
    """
    args = dict(phrase.args)
    hours = phrase.kind == "window" and (args.get("unit"), args.get("n")) in (("hour", 24), ("day", 1))
    if phrase.words != found.words or not (phrase.kind == "night" or hours):
        return found
    day = found.end if hours or args.get("morning") else found.start
    return When(day, day, TimePrecision.DAYS, found.words)


def _sentences(marks: Marks, told_in: Sequence[Span]) -> list[int]:
    """The sentences that the passages touch, in order."""
    found: set[int] = set()
    for first, last in _spots(marks.tokens, told_in):
        at = max(0, bisect_right(marks.sentences, first, key=lambda s: s.first) - 1)
        while at < len(marks.sentences) and marks.sentences[at].first < last:
            if first < marks.sentences[at].last:
                found.add(at)
            at += 1
    return sorted(found)


def _near(marks: Marks, inside: Sequence[int], own_only: bool) -> list[DayPhrase]:
    """The day phrases that could date the happening: of its sentences, of those around them, of the lead."""
    reach = 0 if own_only else _REACH
    near = {m for n in inside or (0,) for m in range(n - reach, n + reach + 1) if 0 <= m < len(marks.sentences)}
    if not own_only and marks.sentences:
        near.add(_lead(marks))
    found: list[DayPhrase] = []
    for n in sorted(near):
        found += days_in(marks, n)
    return found


def _spots(tokens: Tokens, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Token ranges of spans."""
    ranges = ((bisect_right(tokens.ends, s.start), bisect_left(tokens.starts, s.end)) for s in spans)
    return [(first, last) for first, last in ranges if first < last]


def _sentence_of(marks: Marks, token: int) -> int:
    at = bisect_right(marks.sentences, token, key=lambda s: s.first) - 1
    return at if at >= 0 and token < marks.sentences[at].last else -1


def _cost(
    marks: Marks, phrase: DayPhrase, inside: list[int], spots: list[tuple[int, int]], tally: bool, background: bool
) -> int:
    """How little a phrase is likely to date the happening: its kind, its role, the way from it to the harm."""
    args = dict(phrase.args)
    if (args.get("role") == "speech" and (background or tally)) or (args.get("role") == "aside" and tally):
        return _TOO_DEAR
    cost = _COST.get(phrase.kind, 50) + _UNIT_COST.get(str(args.get("unit", "")), 0)
    cost += _SINCE if args.get("since") and not tally else 0
    if tally:
        cost = 0 if phrase.kind in _SPANNING else cost + 10
    # an account of the arrest itself is dated by the day of the arrest
    verb = int(args.get("verb", -1))
    if verb < 0 or not any(first <= verb <= first + _EDGE or last - _EDGE <= verb + 1 <= last for first, last in spots):
        cost += _ROLE_COST.get(str(args.get("role", "")), 0)
    cost += _SAID_COARSELY if args.get("role") in ("speech", "other") and phrase.kind not in _FINE else 0
    cost += _FUTURE if args.get("future") else 0
    cost += _BESIDE if args.get("role") == "other" and _beside(marks, phrase, spots) else 0
    owned = marks.tokens.norms[phrase.last : phrase.last + 1] in (["'s"], ["’s"])
    cost -= _POSSESSIVE if owned and args.get("role") != "aside" else 0
    own = _sentence_of(marks, phrase.first)
    if own not in inside:
        if background or tally:
            return _TOO_DEAR
        gap = min((abs(own - n) for n in inside), default=own)
        if own == _lead(marks):
            gap = min(gap, 2)
        cost += _SENTENCE * (1 + gap)
        days = phrase.kind == "range" and not args.get("since")
        cost += 0 if days or phrase.kind in ("date", "weekday", "relative", "night", "today_part") else 20
        return min(cost, _TOO_DEAR)
    if is_apart(marks, phrase, spots):
        return _TOO_DEAR
    cost += min(inside.index(own), 3) * _LATER
    return cost + min((_way(marks, phrase, spot, own) for spot in spots), default=0)


def _beside(marks: Marks, phrase: DayPhrase, spots: Sequence[tuple[int, int]]) -> bool:
    """Does it date what came before or after the harm: `killed nine before a truce began on Monday`?"""
    norms = marks.tokens.norms
    return bool(spots) and all(_SIDES.intersection(norms[last : phrase.first]) for _, last in spots)


def _lead(marks: Marks) -> int:
    """The report's first sentence that is no headline."""
    return next((n for n, s in enumerate(marks.sentences) if not s.title), 0)


def _way(marks: Marks, phrase: DayPhrase, spot: tuple[int, int], own: int) -> int:
    """Tokens between a phrase and a word of harm, breaks of clause counted more."""
    first, last = (phrase.last, spot[0]) if phrase.last <= spot[0] else (spot[1], phrase.first)
    if first >= last:
        return 0
    if _sentence_of(marks, spot[0]) != own:
        return _SENTENCE
    between = marks.tokens.norms[first:last]
    return min(len(between) // 4, 8) + _COMMA * min(3, sum(n in _BREAKS for n in between))


def _told_before(marks: Marks, phrase: DayPhrase, day: Day) -> When | None:
    """The nearest day or month named before a phrase; what `the day before`, `since that time` point to."""
    wanted = DAYS if "before" in dict(phrase.args) else _BEFORE.get(phrase.kind)
    if wanted is None:
        return None
    for at in range(bisect_left(marks.days, phrase.first, key=lambda d: d.first) - 1, -1, -1):
        other = marks.days[at]
        if other.kind in wanted and dict(other.args).get("role") != "deadline":
            return resolve(other, day)[0]
    if phrase.kind == "told" and (said := _said_on(marks, phrase, day)):
        return said
    if phrase.kind == "apart":  # `A day after gunmen killed three, a bomb killed five on Monday`
        after = (d for d in days_in(marks, _sentence_of(marks, phrase.first)) if d.first > phrase.last)
        return next((resolve(d, day)[0] for d in after if d.kind in wanted), None)
    return None


def _said_on(marks: Marks, phrase: DayPhrase, day: Day) -> When | None:
    """The day of the saying that a phrase's sentence tells: `killed nine the previous day, police said on Friday`."""
    for other in days_in(marks, _sentence_of(marks, phrase.first)):
        if dict(other.args).get("role") == "speech" and other.kind in ("weekday", "date"):
            return resolve(other, day)[0]
    return None


def _speakers_day(marks: Marks, phrase: DayPhrase, day: Day) -> Day:
    """The day from which a phrase speaks, where a speaker's own day is told.

    A `yesterday` inside quotation marks, and `killed overnight, officials said on Friday`, start from the day of the
    saying that their sentence tells, if it lies a few days back at most.
    """
    if phrase.kind not in ("relative", "today_part", "night") or (spoke := spoken_day(day)) is None:
        return day
    if phrase.kind != "night" and not any(q.first <= phrase.first < q.last for q in marks.quotations):
        return day
    said = spoken_day(_said_on(marks, phrase, day))
    return said if said is not None and 0 <= (spoke - said).days <= _SAID_LATELY else day


def _window_at(marks: Marks, phrase: DayPhrase, day: Day) -> When | None:
    """A window that ends at a date named in its sentence: `a truce in late August 2019 after ... in four months`."""
    for other in days_in(marks, _sentence_of(marks, phrase.first)):
        if other.kind in ("date", "month") and dict(other.args).get("role") in (None, "other", "aside"):
            end = resolve(other, day)[0]
            anchor = latest_day(end) if end else None
            if end and anchor:
                found = window(dict(phrase.args), anchor)
                return found and When(found.start, end.end, found.precision, phrase.words)
    return None
