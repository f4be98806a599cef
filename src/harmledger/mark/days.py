"""Day phrases: passages that say when. Marked with what they say; what day that is, `locate/days` reckons.

Kinds and their args:
    date        month, day; year or `back` (years before the speaker's), weekday, hour, minute, zone, part where said;
                `swap` where day and month could change places; `told`: days from the speaker's day, where that is
                said too (`yesterday (14 January)`)
    weekday     weekday (ISO); day (of the month), which (last, this, next), week (of which week), part, hour, minute,
                zone
    relative    days from the speaker's day; part, hour, minute, zone
    monthday    day: `on the 5th`, of this month or the last; `back` months before the speaker's where that is said
    night       days: the speaker's day less this is the day the night began; `morning` 1 where it is told by its end,
                `before` 1 where the day told of stands for the speaker's
    today_part  part of the speaker's day
    told        days from the day told of before
    apart       n, unit: `two days after`; the happening told next lies that long before the one told of
    later       n, unit: so many hours after the hour told of before
    ago         n, unit
    week        month, day, year: the week named by that day; `ends` 1 where it is its last
    period      which, unit (`last week`)
    window      n, unit: a stretch that ends at an anchor (`in four months`); n 0 is vague
    run         n: the n-th day of a run of days that is still on
    month       month; year, part, which
    year, season, feast    their name; year, which
    clock       hour; minute, zone; `half` 1 where a.m. or p.m. is said: an hour without a day
    range       two phrases, their kinds and args under `a.` and `b.`; `since`: one, under `a.`, lasting until spoken of
    since_told  since the time told of before
`role`, where there is one, says that a phrase dates something else than a happening: `speech` (`said on Tuesday`),
`other` (`arrested on Tuesday`, whose token is `verb`), `aside` (`ahead of Tuesday's vote`, likewise), `deadline` (`by
Friday`), `dateline`, `death` (of wounds, later than the happening). `future` 1 says that it lies ahead of its speaker.
"""

from harmledger.mark.day_atoms import atoms
from harmledger.mark.day_joins import joined, ranged
from harmledger.mark.day_roles import is_ahead, role_of
from harmledger.mark.day_scan import Atom, Scan, scan
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import DayPhrase, Hit, Tokens

_WORDED = ("other", "aside")
_DATELINE, _AGENCY = 12, 7


def find_days(tokens: Tokens, lexicon: Lexicon, hits: tuple[Hit, ...] | None = None) -> tuple[DayPhrase, ...]:
    """Every phrase of a text that says when, in order, none overlapping another.

    Args:
        tokens: the text's tokens.
        lexicon: the language's words; `[terms.day_*]`, `[lists] day_*` and `speech_verbs` are read here.
        hits: the lexicon's hits on these tokens, where the caller has them.
    """
    s = scan(tokens, lexicon, lexicon.hits(tokens.norms) if hits is None else hits)
    found = [a for a in ranged(s, joined(s, atoms(s))) if a.kind != "part"]
    if found and _is_dateline(s, found[0]):
        found[0].args["role"] = "dateline"
    return tuple(_phrase(s, a) for a in found)


def _is_dateline(s: Scan, a: Atom) -> bool:
    """Does a date stand in a dateline? After capitals and marks only, before a dash or bracket: `KABUL, Aug 12 (`.

    One that opens the text needs the agency behind it: `Aug 12 (Agency) -`.
    """
    if a.kind not in ("date", "weekday") or a.first > _DATELINE:
        return False
    ends = a.last + (s.says(a.last, "dot"))
    if a.first == 0:
        close = next((i for i in range(ends + 1, ends + _AGENCY) if s.says(i, "close") or s.says(i, "slash")), 0)
        return (s.says(ends, "open") or s.says(ends, "slash")) and close > 0
    if not s.says(ends, "dateline_ends"):
        return False
    words = s.tokens.words[: a.first]
    return not s.says(a.first - 1, "on") and all(not w[0].islower() and not w[0].isdigit() for w in words)


def _phrase(s: Scan, a: Atom) -> DayPhrase:
    role, verb = (str(a.args["role"]), -1) if "role" in a.args else role_of(s, a)
    args = a.args | ({"role": role} if role else {}) | ({"verb": verb} if role in _WORDED else {})
    if is_ahead(s, a):
        args["future"] = 1
    first = _with_lead(s, a)
    start, end = s.tokens.starts[first], s.tokens.ends[a.last - 1]
    return DayPhrase(first, a.last, start, end, s.tokens.text[start:end], a.kind, tuple(args.items()), _clause(s, a))


def _clause(s: Scan, a: Atom) -> tuple[int, int]:
    """The tokens of the clause round a phrase: to the nearest word or mark on either side that begins another one."""
    first, last = a.first, a.last
    while first and not s.says(first - 1, "clauses"):
        first -= 1
    inner = first > 0 and s.norm(first - 1).isalpha()  # `after a bomb killed ten on Monday, ...`
    while last < len(s.tokens) and not (s.says(last, "clauses") or (inner and s.says(last, "comma"))):
        last += 1
    return first, last


def _with_lead(s: Scan, a: Atom) -> int:
    """The first token of a phrase with the word that leads it in: `on`, `in the`, `at`, `from`."""
    if s.says(a.last, "possessive"):  # `in Sunday's election`: the word leads the election in
        return a.first
    back = a.first - 1 - s.says(a.first - 1, "the")
    timed = ("hour" in a.args or "part" in a.args) and s.says(back, "at")
    ranged = a.kind == "range" and (s.says(back, "from") or s.says(back, "between"))
    return back if s.says(back, "on") or s.says(back, "in") or timed or ranged else a.first
