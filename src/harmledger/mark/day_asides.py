"""What a report tells beside the harm and dates: a truce, a vote, an abduction before it, the past of its people.

The day of such a thing is not the harm's. `locate` takes the report's own day before it.
"""

from harmledger.mark.day_scan import Atom, Scan

_DAYS = frozenset({"date", "weekday", "relative", "told", "today_part", "night", "clock"})
_COARSE = frozenset({"window", "period", "ago", "month", "year", "season", "range"})
_OLD = frozenset({"month", "year", "season", "range"})
NONE = -1
_NAMED, _REACH = 3, 9  # tokens
_NEXT = 3
_CLAUSE = 14  # tokens
_TELLING = tuple(
    f"day_{name}"
    for name in (
        "aside_words",
        "aside_acts",
        "aside_events",
        "deadline_words",
        "relatives",
        "perfect",
        "after",
        "clause_ends",
    )
)


def aside_of(s: Scan, a: Atom) -> int | None:
    """The token of what a phrase dates beside the harm, `NONE` for no one word; None where it may date the harm."""
    for rule in (_named, _recorded, _before, _recalled):
        at = rule(s, a)
        if at is not None:
            return at
    return None


def _named(s: Scan, a: Atom) -> int | None:
    """`for the September 20 vote`, `this year's festival`; what happens `in Sunday's vote` has its day."""
    owned = s.says(a.last, "possessive")
    if owned and a.args.get("which") == "this" and a.kind == "period":
        return a.last
    if a.args.get("part") == "eve":
        return None
    before = a.first - 1 - s.says(a.first - 1, "the")
    if not (owned or s.says(a.first - 1, "the")) or s.says(before, "in") or s.says(before, "at"):
        return None
    for at in range(a.last + owned, a.last + owned + _NAMED):
        if s.says(at, "aside_events") and at + 1 not in s.deeds:
            return at
        if at in s.deeds or not s.norm(at).isalpha():
            break
    return None


def _recorded(s: Scan, a: Atom) -> int | None:
    """`one of the deadliest attacks this year`, `the worst since 2014`: how rare the harm is, not when it was."""
    if a.kind not in _COARSE or (a.kind == "range" and "since" not in a.args):
        return None
    for at in range(a.first - 1, max(-1, a.first - 1 - _REACH), -1):
        if s.says(at, "superlatives"):
            return NONE
        if at in s.harm or s.says(at, "dot"):
            break
    return None


def _before(s: Scan, a: Atom) -> int | None:
    """`despite a truce that took effect on Saturday`, `who had been kidnapped on 17 July`."""
    act: int | None = None
    event: int | None = None
    telling = s.lexicon.list(*_TELLING)
    for at in range(a.first - 1, max(-1, a.first - 1 - _REACH), -1):
        if at in s.harm or s.names_day(at):
            return None
        if s.norm(at) not in telling:
            continue
        if s.says(at, "aside_words"):
            return at
        if act is None and s.says(at, "aside_acts"):
            act = at
            if s.says(at - 1, "comma") or (a.kind in _OLD and a.first - at <= _NEXT):
                return at  # `the mayor, elected in May`; `a mine laid in the 1990s`
        if event is None and s.says(at, "aside_events"):
            event = at
        if event is not None and s.says(at, "deadline_words"):  # `ahead of the talks on Monday`
            return event
        if act is not None and (s.says(at, "relatives") or s.says(at, "perfect") or s.says(at, "after")):
            return act
        if s.says(at, "clause_ends") and not (s.says(at, "relatives") and s.says(at - 1, "aside_words")):
            return None
    return None


def _recalled(s: Scan, a: Atom) -> int | None:
    """`a poet who fled to the city in 1979`: a clause about somebody's past, in which nobody is harmed."""
    if a.kind in _DAYS:
        return None
    past = a.kind in _OLD and a.args.get("which") is None
    for at in range(a.first - 1, max(-1, a.first - 1 - _CLAUSE), -1):
        if at in s.deeds:
            return None
        past = past or s.says(at, "perfect")
        if s.says(at, "relatives"):
            said = s.norm(at - 1) in s.lexicon.list("speech_verbs")
            if any(n in s.deeds for n in range(at - _NEXT, at)):
                return None  # `in an attack that took place in June`
            opens = at >= a.first - 2  # `who in 2014 killed`: its verb is yet to come
            return None if said or not past or (opens and not s.deeds.isdisjoint(_rest(s, a.last))) else NONE
        if s.says(at, "clause_ends"):
            return None
    return None


def _rest(s: Scan, first: int) -> list[int]:
    """The tokens of the clause that goes on behind a phrase."""
    found: list[int] = []
    for at in range(first, min(first + _CLAUSE, len(s.tokens))):
        if s.says(at, "clause_ends"):
            break
        found.append(at)
    return found
