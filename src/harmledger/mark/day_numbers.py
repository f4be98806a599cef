"""Day phrases that begin with digits: `15 January 2020`, `15/01/2020`, `14:06`, `in 2014`."""

import re
from calendar import monthrange

from harmledger.mark.day_scan import Args, Atom, Scan

_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})(am|pm)?\Z")
_HOUR = re.compile(r"(\d{1,2})(am|pm|h)\Z")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\Z")
_DECADE = re.compile(r"[12]\d\d0s?\Z")
_COMMON = 2001  # a year without a leap day
_STAMP = re.compile(r"(\d{2})t(\d{2})\Z")
_SIXTIETH = re.compile(r"(\d{2})(z?)\Z")
_HALF = {"am": 0, "pm": 12}


def numeric(s: Scan, at: int) -> Atom | None:
    """The phrase that begins with the digits at a token."""
    return _digits(s, at) or _day_month(s, at) or _clock(s, at) or _year(s, at) or _monthday(s, at)


def _monthday(s: Scan, at: int) -> Atom | None:
    """`on the 5th`, `on the 5th of last month`: a day of this month or the last."""
    if not (s.says(at - 1, "the") and s.says(at - 2, "on")):
        return None
    which = s.cat(at + 2, "which") if s.says(at + 1, "of") else None
    unit = s.cat(which[0], "unit") if which else None
    if which and unit and unit[1] == "month" and which[1] in ("this", "last") and (day := s.day(at)):
        return Atom(at, unit[0], "monthday", {"day": day, "back": int(which[1] == "last")})
    nth = s.nth(at)
    return Atom(at, at + 1, "monthday", {"day": nth}) if nth else None


def week_of_month(s: Scan, at: int, unit: tuple[int, str], nth: int) -> Atom | None:
    """`the first week of August` is its first seven days, `the last day of July` its last."""
    here = unit[0] + 1
    month = s.cat(here, "month") if unit[1] in ("week", "day") and nth < 5 and s.says(unit[0], "of") else None
    if month is None:
        return None
    last, year = year_after(s, month[0], here)
    many = 7 if unit[1] == "week" else 1
    end = many * nth if nth > 0 else monthrange(year or _COMMON, int(month[1]))[1]
    if many == 1:
        return dated(at, last, int(month[1]), end, None, year)
    return dated(at, last, int(month[1]), end - 6, end, year)


def _digits(s: Scan, at: int) -> Atom | None:
    dotted = _DOTTED.match(s.norm(at))
    if dotted:
        return _numbers_date(at, at + 1, *dotted.groups())
    if not (s.says(at + 1, "dash") and s.norm(at + 3) == s.norm(at + 1) and all(map(s.touches, range(at + 1, at + 5)))):
        return None
    a, b, c = s.norm(at), s.norm(at + 2), s.norm(at + 4)
    if (stamp := _STAMP.match(c)) and len(a) == 4:
        return _stamped(s, at, stamp)
    if not (a.isdecimal() and b.isdecimal() and c.isdecimal() and len(b) <= 2):
        return None
    if len(a) == 4 and len(c) <= 2:
        return Atom(at, at + 5, "date", {"year": int(a), "month": int(b), "day": int(c)})
    return _numbers_date(at, at + 5, a, b, c) if len(a) <= 2 and len(c) in (2, 4) else None


def _stamped(s: Scan, at: int, stamp: re.Match[str]) -> Atom | None:
    """`2021-07-30T10:20:00Z`; the seconds are left out."""
    args: Args = {"year": int(s.norm(at)), "month": int(s.norm(at + 2)), "day": int(stamp[1]), "hour": int(stamp[2])}
    last = at + 5
    while (part := _SIXTIETH.match(s.norm(last + 1))) and s.norm(last) == ":" and s.touches(last + 1):
        args.setdefault("minute", int(part[1]))
        last += 2
        if part[2]:
            args["zone"] = "Z"
    return Atom(at, last, "date", args) if int(args["hour"]) < 24 and int(args.get("minute", 0)) < 60 else None


def _numbers_date(first: int, last: int, a: str, b: str, year: str) -> Atom:
    """Day first, as most of the world writes; month first where only that can be. `swap`: either could be."""
    day, month = int(a), int(b)
    args: Args = {"year": full_year(year), "month": month, "day": day}
    if month > 12 >= day:
        args |= {"month": day, "day": month}
    elif day <= 12 and day != month:
        args["swap"] = 1
    return Atom(first, last, "date", args)


def full_year(year: str) -> int:
    """Two digits lie between 1970 and 2069."""
    n = int(year)
    return n if len(year) > 2 else n + (1900 if n >= 70 else 2000)


def _day_month(s: Scan, at: int) -> Atom | None:
    """`15 January 2020`, `3 JAN 90`, `the 15th of January`, `12 to 15 January`."""
    day, nxt, to = s.day(at), at + 1, None
    if day is None:
        return None
    while s.says(nxt, "comma") and s.day(nxt + 1) and s.norm(nxt + 1).isdecimal():
        nxt += 2  # `3, 4 and 5 January`
    end = nxt + 1 + s.says(nxt + 1, "the")  # `entre le 5 et le 9 août`
    if (s.says(nxt, "dash") or s.says(nxt, "to") or s.says(nxt, "and")) and s.day(end):
        to, nxt = s.day(end), end + 1
    elif nxt > at + 1:
        return None
    nxt += s.says(nxt, "of") and (s.norm(at)[-1].isalpha() or s.cat(nxt + 1, "month") is not None)
    nxt += s.says(nxt, "dash") and s.touches(nxt)
    month = s.cat(nxt, "month")
    led = any(s.says(at - 1 - s.says(at - 1, "the"), name) for name in ("on", "from", "between", "since", "of"))
    if not month or not _is_month(s, nxt, month[0], led=led):
        return None
    last, year = year_after(s, past_twin(s, month[0]), nxt)
    return dated(at, last, int(month[1]), day, to, year)


def past_twin(s: Scan, at: int) -> int:
    """The token after a month's second name behind its first (`January/Kanun`, in brackets too); `at` where none is."""
    opened = s.says(at, "open")
    twin = s.cat(at + 1, "month") if opened or s.says(at, "dash") else None
    return at if twin is None else twin[0] + (opened and s.says(twin[0], "close"))


def _is_month(s: Scan, at: int, last: int, *, led: bool) -> bool:
    """A month's word beside a number: not the verb in `15 may have died`, `20 MARCH ON`; it is in `ON 3 MAY IN`."""
    word = s.tokens.words[at]
    if s.norm(at) not in s.lexicon.list("day_ambiguous") or s.year(last):
        return True
    verb = s.says(last, "month_not_before") or (word.isupper() and s.says(last, "month_not_before_shouted"))
    return not word[0].islower() and (led or not verb)


def dated(first: int, last: int, month: int, day: int, to: int | None, year: int | None) -> Atom:
    """A date; with `to`, a range of days of one month."""
    args: Args = {"month": month, "day": day} if year is None else {"year": year, "month": month, "day": day}
    if to is None:
        return Atom(first, last, "date", args)
    end = args | {"day": to}
    return Atom(first, last, "range", _pair(("date", args), ("date", end)))


def _pair(a: tuple[str, Args], b: tuple[str, Args]) -> Args:
    both: Args = {}
    for name, (kind, args) in (("a", a), ("b", b)):
        both[f"{name}.kind"] = kind
        both |= {f"{name}.{k}": v for k, v in args.items()}
    return both


def year_after(s: Scan, at: int, month_at: int) -> tuple[int, int | None]:
    """End of the phrase and the year after a month, a comma or a stop between them; two digits in agencies' dates."""
    here = at + (s.says(at, "dot") and s.touches(at))
    year = s.year(here)
    if year:
        return here + 1, year
    after = here + (s.says(here, "comma") or s.says(here, "of") or s.says(here, "dash"))
    year = s.year(after)
    if year and after > here:
        return after + 1, year
    two = s.norm(here)
    if here == at and s.day(month_at - 1) and len(two) == 2 and two.isdecimal() and s.says(here + 1, "dateline_ends"):
        return here + 1, full_year(two)
    short = (len(s.norm(month_at)) <= 4 and here == at) or (s.says(here, "dash") and s.touches(here))
    if s.says(here, "dash"):
        two = s.norm(here + 1)
    if short and len(two) == 2 and two.isdecimal() and (s.tokens.words[month_at].isupper() or s.says(here, "dash")):
        return here + 1 + s.says(here, "dash"), full_year(two)
    return (here if s.day(here) or s.says(here, "comma") else at), None


def _clock(s: Scan, at: int) -> Atom | None:
    """`14:06`, `2:30 p.m.`, `2pm`, `1400 GMT`; a bare `2:10` only after `at`."""
    word, last, minute = s.norm(at), at + 1, None
    whole, bare = _CLOCK.match(word), _HOUR.match(word)
    half: str | None = None
    if whole:
        hour, minute, half = int(whole.group(1)), int(whole.group(2)), whole.group(3)
    elif bare:
        hour, half = int(bare.group(1)), bare.group(2)
    elif word.isdecimal() and len(word) == 4:
        hour, minute = int(word[:2]), int(word[2:])
    elif word.isdecimal() and len(word) < 3:
        hour = int(word)
    else:
        return None
    said = s.cat(last, "half") if half is None else None
    if said:
        last, half = said
    second = len(word) == 4 and s.says(last, "open") and len(s.norm(last + 1)) == 4 and s.norm(last + 1).isdecimal()
    opened = s.says(last, "open") and s.cat(last + 1, "zone")
    zone = opened or s.cat(last, "zone")
    if zone:
        last = zone[0] + (bool(opened) and s.says(zone[0], "close"))
    elif not half and not second and not _bare(s, at, bool(whole and "." not in word)):
        return None
    if half in _HALF and 1 <= hour <= 12:
        hour = hour % 12 + _HALF[half]
    if hour > 23 or (minute or 0) > 59 or (half == "hours" and len(word) != 4):
        return None
    args: Args = {"hour": hour}
    if minute is not None:
        args["minute"] = minute
    if half in _HALF:
        args["half"] = 1
    return Atom(at, last, "clock", args | {"zone": zone[1]} if zone else args)


def _bare(s: Scan, at: int, colon: bool) -> bool:
    """An hour without zone or half: `14:06`, `at 2:10`, `at 1625.`; `at 1625 metres` is none."""
    if colon:
        return len(s.norm(at)) == 5 or s.says(at - 1, "at")
    follows = s.norm(at + 1)
    closed = not follows[:1].isalnum() and not follows.startswith(("%", "-", "/"))
    return len(s.norm(at)) == 4 and s.says(at - 1, "sharp_at") and (closed or s.says(at + 1, "clock_before"))


def _year(s: Scan, at: int) -> Atom | None:
    """A year or decade after a word that leads one in; `from 2000 on 12 November` is an hour."""
    back = at - 1 - s.says(at - 1, "dash")
    back -= s.says(back, "the")
    # `the killings of 2015 -`, where a noun behind it would be who they were
    of = s.says(back, "of") and back - 1 in s.harm and not s.norm(at + 1)[:1].isalnum()
    if not (of or s.says(back, "year_lead")) or s.says(at + 1, "on"):
        return None
    plural = s.norm(at).endswith("s") or s.says(at + 1, "possessive")
    if plural and _DECADE.match(s.norm(at)):
        last = at + 1 + s.says(at + 1, "possessive")
        return Atom(at, last, "year", {"year": int(s.norm(at)[:4]), "decade": 1})
    year = s.year(at)
    return Atom(at, at + 1, "year", {"year": year}) if year is not None and 1900 <= year <= 2100 else None
