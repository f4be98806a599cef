"""The smallest day phrases: a date, a weekday, a month, `two days ago`, `14:06`. `days` joins them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Tokens

Args = dict[str, str | int]
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\Z")
_YEAR = re.compile(r"[12]\d{3}\Z|9999\Z")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(am|pm)?\Z")
_HOUR = re.compile(r"(\d{1,2})(am|pm)\Z")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\Z")
_HALF = {"am": 0, "pm": 12}
_WINDOW_UNITS = frozenset({"hour", "day", "night", "week", "weekend", "month", "year", "decade"})


@dataclass(slots=True)
class Atom:
    """Tokens `first` to `last` (exclusive) and what they say; `kind` and `args` as in `DayPhrase`."""

    first: int
    last: int
    kind: str
    args: Args


@dataclass(slots=True)
class Scan:
    """One text under the eye: its tokens, the lexicon's day words in it by first token, the little words' lists."""

    tokens: Tokens
    lexicon: Lexicon
    cats: dict[int, dict[str, tuple[int, str]]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)

    def norm(self, at: int) -> str:
        """The normalised token at a position, empty off the text's ends."""
        norms = self.tokens.norms
        return norms[at] if 0 <= at < len(norms) else ""

    def says(self, at: int, name: str) -> bool:
        """Is the token at a position in the list `day_NAME`?"""
        return self.norm(at) in self.lexicon.list("day_" + name)

    def cat(self, at: int, category: str) -> tuple[int, str] | None:
        """End and value of the lexicon's phrase of `day_CATEGORY` that begins at a token."""
        return self.cats.get(at, {}).get("day_" + category)

    def touches(self, at: int) -> bool:
        """Does the token begin where the one before it ends?"""
        return 0 < at < len(self.tokens) and self.tokens.ends[at - 1] == self.tokens.starts[at]

    def number(self, at: int) -> int | None:
        """The number a token says, 0 for a vague one (`several`), None for none."""
        word = self.norm(at)
        if word.isascii() and word.isdigit() and len(word) < 5:
            return int(word)
        return self.numbers.get(word)

    def day(self, at: int) -> int | None:
        """The day of a month a token says, with or without its ending."""
        found = _DAY.match(self.norm(at))
        return int(found.group(1)) if found and 1 <= int(found.group(1)) <= 31 else None

    def year(self, at: int) -> int | None:
        """The four-digit year a token says."""
        return int(self.norm(at)) if _YEAR.match(self.norm(at)) else None


def scan(tokens: Tokens, lexicon: Lexicon, hits: tuple[Hit, ...]) -> Scan:
    """A text with its day words laid out; those inside names and sayings (`day_never`) are left out."""
    cats: dict[int, dict[str, tuple[int, str]]] = {}
    never: set[int] = set()
    for hit in hits:
        if hit.category.startswith("day_"):
            if hit.category == "day_never":
                never.update(range(hit.first, hit.last))
            else:
                cats.setdefault(hit.first, {})[hit.category] = (hit.last, hit.value)
    if never:
        cats = {at: found for at, found in cats.items() if at not in never}
    return Scan(tokens, lexicon, cats, lexicon.tables.get("day_numbers", {}))


def atoms(s: Scan) -> list[Atom]:
    """Every smallest day phrase, in order, none overlapping another."""
    norms = s.tokens.norms
    starts = [i for i, w in enumerate(norms) if i in s.cats or w[:1].isdigit()]
    found: list[Atom] = []
    end = 0
    for at in starts:
        if at < end:
            continue
        atom = _parse(s, at)
        if atom and atom.first >= end:
            found.append(atom)
            end = atom.last
    return found


def _parse(s: Scan, at: int) -> Atom | None:
    if s.norm(at)[:1].isdigit():
        return _numeric(s, at) or _day_month(s, at) or _clock(s, at) or _year(s, at)
    here = s.cats.get(at, {})
    for category in here if len(here) < 2 else sorted(here, key=lambda c: -here[c][0]):
        reader = _READERS.get(category)
        atom = reader(s, at) if reader else None
        if atom:
            return atom
    return None


def _numeric(s: Scan, at: int) -> Atom | None:
    dotted = _DOTTED.match(s.norm(at))
    if dotted:
        return _numbers_date(at, at + 1, *dotted.groups())
    if not (s.says(at + 1, "dash") and s.norm(at + 3) == s.norm(at + 1) and all(map(s.touches, range(at + 1, at + 5)))):
        return None
    a, b, c = s.norm(at), s.norm(at + 2), s.norm(at + 4)
    if not (a.isdecimal() and b.isdecimal() and c.isdecimal() and len(b) <= 2):
        return None
    if len(a) == 4 and len(c) <= 2:
        return Atom(at, at + 5, "date", {"year": int(a), "month": int(b), "day": int(c)})
    return _numbers_date(at, at + 5, a, b, c) if len(a) <= 2 and len(c) in (2, 4) else None


def _numbers_date(first: int, last: int, a: str, b: str, year: str) -> Atom:
    """Day first, as most of the world writes; month first where only that can be. `swap`: either could be."""
    day, month = int(a), int(b)
    args: Args = {"year": _full_year(year), "month": month, "day": day}
    if month > 12 >= day:
        args |= {"month": day, "day": month}
    elif day <= 12 and day != month:
        args["swap"] = 1
    return Atom(first, last, "date", args)


def _full_year(year: str) -> int:
    """Two digits lie between 1970 and 2069."""
    n = int(year)
    return n if len(year) > 2 else n + (1900 if n >= 70 else 2000)


def _day_month(s: Scan, at: int) -> Atom | None:
    """`15 January 2020`, `3 JAN 90`, `the 15th of January`, `12 to 15 January`."""
    day, nxt, to = s.day(at), at + 1, None
    if day is None:
        return None
    if (s.says(nxt, "dash") or s.says(nxt, "to") or s.says(nxt, "and")) and s.day(nxt + 1):
        to, nxt = s.day(nxt + 1), nxt + 2
    nxt += s.says(nxt, "of") and s.norm(at)[-1].isalpha()
    nxt += s.says(nxt, "dash") and s.touches(nxt)
    month = s.cat(nxt, "month")
    if not month or not _is_month(s, nxt, month[0]):
        return None
    last, year = _year_after(s, month[0], nxt)
    return _date(at, last, int(month[1]), day, to, year)


def _is_month(s: Scan, at: int, last: int) -> bool:
    """A month's word beside a number: not the verb in `15 may have died`, `20 MARCH ON`."""
    if s.norm(at) not in s.lexicon.list("day_ambiguous") or s.year(last):
        return True
    return not s.tokens.words[at][0].islower() and not s.says(last, "month_not_before")


def _date(first: int, last: int, month: int, day: int, to: int | None, year: int | None) -> Atom:
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


def _year_after(s: Scan, at: int, month_at: int) -> tuple[int, int | None]:
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
    short = len(s.norm(month_at)) <= 4 and here == at or s.says(here, "dash") and s.touches(here)
    if s.says(here, "dash"):
        two = s.norm(here + 1)
    if short and len(two) == 2 and two.isdecimal() and (s.tokens.words[month_at].isupper() or s.says(here, "dash")):
        return here + 1 + s.says(here, "dash"), _full_year(two)
    return (here if s.day(here) or s.says(here, "comma") else at), None


def _month(s: Scan, at: int) -> Atom | None:
    """`Jan. 15, 2020`, `January 12-15`, `September 2018`, `in August`."""
    found = s.cat(at, "month")
    assert found is not None
    month, sure = int(found[1]), s.norm(at) not in s.lexicon.list("day_ambiguous")
    here = found[0] + (s.says(found[0], "dot") and s.touches(found[0]))
    here += s.says(here, "the") and s.day(here + 1) is not None
    day = s.day(here)
    upper = not s.tokens.words[at][0].islower()
    people = s.says(at - 1, "in") and s.norm(here).isdecimal() and s.norm(here + 1).isalpha()
    if day and (sure or upper) and not people and s.norm(here) != "0" and not s.norm(here + 1).startswith("%"):
        return _month_day(s, at, here, month, day)
    last, year = _year_after(s, found[0], at)
    if year and (sure or upper):
        return Atom(at, last, "month", {"month": month, "year": year})
    leads = "month_lead" if sure else "month_lead_sure"
    back = at - 1 - s.says(at - 1, "dash")
    if (sure or upper) and s.says(back, leads) and not day or people and upper:
        return Atom(at, found[0], "month", {"month": month})
    return None


def _month_day(s: Scan, at: int, here: int, month: int, day: int) -> Atom:
    to, nxt = None, here + 1
    if (s.says(nxt, "dash") or s.says(nxt, "to") or s.says(nxt, "and")) and s.day(nxt + 1):
        unit = s.cat(nxt + 2, "month")
        if not unit and (s.says(nxt, "dash") or s.says(at - 1, "from") or s.says(at - 1, "between")):
            to, nxt = s.day(nxt + 1), nxt + 2
    after = nxt + s.says(nxt, "comma")
    year = s.year(after)
    return _date(at, after + 1 if year else nxt, month, day, to, year)


def _edge_month(s: Scan, at: int) -> Atom | None:
    found = s.cat(at, "edge_month")
    assert found is not None
    last, year = _year_after(s, found[0], at)
    args: Args = {"month": int(found[1])}
    return Atom(at, last, "month", args | {"year": year} if year else args)


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
    opened = s.says(last, "open") and s.cat(last + 1, "zone")
    zone = opened or s.cat(last, "zone")
    if zone:
        last = zone[0] + (bool(opened) and s.says(zone[0], "close"))
    elif not half and not (whole and ":" in word and (len(word) == 5 or s.says(at - 1, "at"))):
        return None
    if half in _HALF and 1 <= hour <= 12:
        hour = hour % 12 + _HALF[half]
    if hour > 23 or (minute or 0) > 59 or (half == "hours" and len(word) != 4):
        return None
    args: Args = {"hour": hour}
    if minute is not None:
        args["minute"] = minute
    return Atom(at, last, "clock", args | {"zone": zone[1]} if zone else args)


def _year(s: Scan, at: int) -> Atom | None:
    """A year after a word that leads one in, and not before what it could count (`in 2014 cases`)."""
    year = s.year(at)
    back = at - 1 - s.says(at - 1, "dash") - (s.says(at - 1, "the") and 1)
    if year is None or not 1900 <= year <= 2100 or not s.says(back, "year_lead") or s.cat(at + 1, "zone"):
        return None
    return Atom(at, at + 1, "year", {"year": year})


def _weekday(s: Scan, at: int) -> Atom | None:
    found = s.cat(at, "weekday")
    assert found is not None
    last, word = found[0], s.tokens.words[at]
    if s.says(last, "dot") and s.touches(last) and len(word) < 6:
        last += 1
    if len(word) < 6 or word[0].islower():  # `sat`, `sun`, `wed`: only beside a date, or after `on`
        after = last + s.says(last, "comma")
        dated = s.day(after) is not None or s.cat(after, "month") is not None
        if word[0].islower() and len(word) < 6 or not (dated or s.says(at - 1, "on") or len(word) > 5):
            return None
    return Atom(at, last, "weekday", {"weekday": int(found[1])})


def _which(s: Scan, at: int) -> Atom | None:
    """`last Tuesday`, `this week`, `the past 24 hours`, `next month`, `last August`, `recent weeks`."""
    found = s.cat(at, "which")
    assert found is not None
    here, which = found
    inner = _inner(s, here)
    if inner and inner.first == here:
        inner.first, inner.args["which"] = at, which
        return inner
    vague = 0 if s.norm(here - 1) in s.numbers and not s.numbers[s.norm(here - 1)] else None
    n, unit_at = (vague, here) if vague is not None else (s.number(here), here + (s.number(here) is not None))
    unit = s.cat(unit_at, "unit")
    if not unit or unit[1] not in _WINDOW_UNITS:
        return None
    if n is not None or which == "past":
        return _window(at, unit[0], 1 if n is None else n, unit[1], which)
    if unit[1] in ("hour", "day", "night", "decade"):
        return None
    return Atom(at, unit[0], "period", {"which": "this" if which == "earlier" else which, "unit": unit[1]})


def _window(first: int, last: int, n: int, unit: str, which: str = "") -> Atom:
    args: Args = {"n": n, "unit": "day" if unit == "night" else unit}
    return Atom(first, last, "window", args | {"future": 1} if which == "next" else args)


def _inner(s: Scan, at: int) -> Atom | None:
    for category in ("weekday", "month", "season", "feast"):
        if s.cat(at, category):
            return _READERS["day_" + category](s, at)
    return None


def _edge(s: Scan, at: int) -> Atom | None:
    """`early Sunday`, `late on Friday`, `in late August 2019`, `the end of last week`, `mid-2014`."""
    found = s.cat(at, "edge")
    assert found is not None
    here, edge = found
    for name in ("dash", "on", "in", "the"):
        here += s.says(here, name)
    inner = _parse(s, here) if here in s.cats or s.norm(here)[:1].isdigit() else None
    if inner is None or inner.first != here or inner.kind in ("told", "part", "window", "clock"):
        return None
    inner.first = at
    inner.args.setdefault("part", edge)
    return inner


def _unit(s: Scan, at: int) -> Atom | None:
    """`two days ago`, `in four months`, `for three days`, `over the weekend`, `three days later`."""
    found = s.cat(at, "unit")
    assert found is not None
    last, unit = found
    n = s.number(at - 1)
    if unit == "weekend" and n is None:
        lead = s.says(at - 1, "the") or s.says(at - 1, "in")
        return Atom(at, last, "period", {"which": "this", "unit": unit}) if lead else None
    if n is None or unit == "minute":
        return None
    first = at - 1
    ago = s.cat(last, "ago")
    if ago and ago[1] == "ago":
        return Atom(first, ago[0], "ago", {"n": n, "unit": unit})
    if ago and unit == "day" and s.norm(ago[0] - 1) != "after":
        return Atom(first, ago[0], "told", {"days": n if ago[1] == "later" else -n}) if n else None
    lead = s.says(first - 1, "in") or s.says(first - 1, "for") and unit != "year"
    return _window(first, last, n, unit) if lead and unit in _WINDOW_UNITS and n < 100 else None


def _ordinal(s: Scan, at: int) -> Atom | None:
    """`for a third day`, `the third consecutive day`."""
    found = s.cat(at, "ordinal")
    assert found is not None
    here = found[0] + s.says(found[0], "straight")
    unit = s.cat(here, "unit")
    straight = here > found[0] or (unit is not None and s.says(unit[0], "straight"))
    led = s.says(at - 2, "for") and s.says(at - 1, "the")
    if not unit or unit[1] not in ("day", "night") or not (straight or led):
        return None
    return Atom(at, unit[0] + s.says(unit[0], "straight"), "run", {"n": int(found[1])})


def _season(s: Scan, at: int) -> Atom | None:
    found = s.cat(at, "season")
    assert found is not None
    here = found[0] + s.says(found[0], "of")
    year = s.year(here)
    args: Args = {"season": found[1]}
    if year:
        return Atom(at, here + 1, "season", args | {"year": year})
    led = s.cat(at - 1, "which") or (s.says(at - 1, "the") and (s.says(at - 2, "in") or s.says(at - 2, "since")))
    return Atom(at, found[0], "season", args) if led else None


def _feast(s: Scan, at: int) -> Atom | None:
    found = s.cat(at, "feast")
    assert found is not None
    if s.tokens.words[at][0].islower():
        return None
    here = found[0] + s.says(found[0], "comma")
    year = s.year(here)
    args: Args = {"feast": found[1]}
    return Atom(at, here + 1, "feast", args | {"year": year}) if year else Atom(at, found[0], "feast", args)


def _plain(kind: str, key: str, *, number: bool = True) -> Callable[[Scan, int], Atom | None]:
    def read(s: Scan, at: int) -> Atom | None:
        found = s.cat(at, kind)
        assert found is not None
        return Atom(at, found[0], kind, {key: int(found[1]) if number else found[1]})

    return read


_READERS: dict[str, Callable[[Scan, int], Atom | None]] = {
    "day_relative": _plain("relative", "days"),
    "day_night": _plain("night", "days"),
    "day_today_part": _plain("today_part", "part", number=False),
    "day_told": _plain("told", "days"),
    "day_since_told": _plain("since_told", "since", number=False),
    "day_edge": _edge,
    "day_edge_month": _edge_month,
    "day_which": _which,
    "day_weekday": _weekday,
    "day_month": _month,
    "day_ordinal": _ordinal,
    "day_season": _season,
    "day_feast": _feast,
    "day_part": _plain("part", "part", number=False),
    "day_unit": _unit,
}
