"""Small day phrases joined: neighbours that say one time, and the two ends of a stretch."""

from collections.abc import Callable

from harmledger.mark.day_scan import Args, Atom, Scan

_LATE, _EARLY = frozenset({"late", "night", "evening"}), frozenset({"early", "dawn", "morning", "midnight"})
Found = tuple[str, Args] | None
_WEEKS = {"week": 7, "fortnight": 14}
_CLOCK = frozenset({"hour", "minute", "half"})
_GLUE = ("on", "of", "comma", "open", "at", "the", "in", "dot", "into")
_DAYS = frozenset({"date", "weekday", "relative", "told", "monthday"})
_DAWN = 7  # the hour before which a night's hour is one of its morning
_ENDS = frozenset({"date", "month", "year", "weekday", "relative"})


def joined(s: Scan, found: list[Atom]) -> list[Atom]:
    """Neighbours that say one time made one: `Wednesday (January 15)`, `at dawn on Sunday`, `Friday at 14:06`."""
    out: list[Atom] = []
    for atom in found:
        while out and (one := _join(s, out[-1], atom)):
            out.pop()
            atom = one
        out.append(atom)
    return out


def _join(s: Scan, a: Atom, b: Atom) -> Atom | None:
    if b.first - a.last > 4:
        return None
    glue = _glue(s, a.last, b.first)
    if glue is None:
        return None
    found = next((f for rule in _RULES if (f := rule(a, b, glue))), None)
    if found is None:
        return None
    kind, args = found
    return Atom(a.first, b.last + ("open" in glue and s.says(b.last, "close")), kind, args)


def _glue(s: Scan, first: int, last: int) -> set[str] | None:
    """Which little words stand in a gap; None where it holds any other."""
    names = set()
    for at in range(first, last):
        name = next((n for n in _GLUE if s.says(at, n)), None)
        if name is None:
            return None
        names.add(name)
    return names


def _of_a_date(a: Atom, b: Atom, glue: set[str]) -> Found:
    """`Wednesday (January 15)`, `Jan. 15 (Wednesday)`, `today, 15 January`, `yesterday, Tuesday`."""
    pair = a.kind, b.kind
    if pair in (("weekday", "date"), ("relative", "date")) and glue <= {"comma", "open", "the", "dot"}:
        kept = {k: v for k, v in a.args.items() if k in ("weekday", "part", "hour", "minute")}
        return "date", b.args | kept | ({"told": a.args["days"]} if a.kind == "relative" else {})
    if pair == ("date", "weekday") and glue <= {"comma", "open"} and "weekday" not in a.args:
        return "date", a.args | b.args
    if pair in (("relative", "weekday"), ("today_part", "weekday")) and (glue & {"open", "comma"} or not glue):
        return "weekday", {k: v for k, v in (a.args | b.args).items() if k != "days"}
    if pair == ("told", "date") and glue <= {"comma", "open"}:
        return "date", b.args
    if pair == ("today_part", "date") and glue <= {"comma", "open"}:
        return "date", a.args | b.args
    return None


def _of_today(a: Atom, b: Atom, glue: set[str]) -> Found:
    """`a week ago today`, `two weeks ago on Friday`: a very day, where `a week ago` is about it."""
    if a.kind != "ago" or a.args["unit"] not in _WEEKS or not a.args["n"]:
        return None
    days = int(a.args["n"]) * _WEEKS[str(a.args["unit"])]
    if b.kind == "relative" and not glue:
        return "relative", b.args | {"days": int(b.args["days"]) - days}
    return ("weekday", b.args | {"ago": days}) if b.kind == "weekday" and glue <= {"on"} else None


def _of_a_year(a: Atom, b: Atom, glue: set[str]) -> Found:
    """`July 17 last year`, `in March of this year`."""
    told = a.kind in ("date", "month") and "year" not in a.args and b.kind == "period" and b.args["unit"] == "year"
    if not told or not glue <= {"of"} or b.args["which"] not in ("last", "this"):
        return None
    return a.kind, a.args | {"back": int(b.args["which"] == "last")}


def _of_a_week(a: Atom, b: Atom, glue: set[str]) -> Found:
    """`last week Thursday`, `on Tuesday of last week`: a weekday of a week that is told."""
    if (a.kind, b.kind) == ("period", "weekday") and glue <= {"on"}:
        a, b = b, a
    elif (a.kind, b.kind) != ("weekday", "period") or not glue <= {"of", "in"}:
        return None
    if b.args["unit"] != "week" or "which" in a.args:
        return None
    return "weekday", a.args | {"week": b.args["which"]}


def _of_a_part(a: Atom, b: Atom, glue: set[str]) -> Found:
    """`Sunday morning`, `Tuesday at dawn`, `at dawn on Sunday`, `overnight Sunday`, `the night of 14-15 January`."""
    if a.kind in _DAYS and b.kind == "part" and glue <= {"at"}:
        return a.kind, a.args | b.args | ({"hour": _hour(a.args, b.args)} if "hour" in a.args else {})
    if a.kind == "part" and b.kind in _DAYS and glue <= {"on", "of", "comma"}:
        return b.kind, a.args | b.args
    if a.kind == "night" and b.kind == "weekday" and glue <= {"on", "of"}:
        return "weekday", b.args | {"part": "night"}
    if a.kind == "night" and b.kind == "weekday" and glue <= {"into"}:
        return "weekday", b.args | {"part": "early"}
    if a.kind in ("part", "night") and b.kind == "range" and glue <= {"of", "the", "on", "open"}:
        return "range", b.args
    if a.kind in _DAYS and b.kind == "today_part" and not glue:
        return a.kind, a.args | b.args
    return None


def _of_a_clock(a: Atom, b: Atom, glue: set[str]) -> Found:
    """`at 14:06 on Friday`, `Friday at 14:06`, `8 o'clock in the evening`, `3:30 a.m. (0030 GMT)`."""
    if a.kind == "clock" and b.kind in _DAYS and glue <= {"on", "comma", "of", "open"}:
        return b.kind, b.args | a.args | {"hour": _hour(a.args, b.args)}
    if a.kind in _DAYS and b.kind == "clock" and "hour" not in a.args and glue <= {"at", "comma", "open"}:
        return a.kind, a.args | b.args | {"hour": _hour(b.args, a.args)}
    if (a.kind, b.kind) == ("night", "clock") and glue <= {"at", "comma", "open"}:
        return _in_a_night(a.args, b.args)
    if b.kind == "clock" and "open" in glue and (a.kind == "clock" or (a.kind in _DAYS and "hour" in a.args)):
        return a.kind, _same_hour(a.args, b.args)
    if (a.kind, b.kind) == ("clock", "part") and glue <= {"in", "the"}:
        return "clock", a.args | {"hour": _hour(a.args, b.args)}
    return None


def _in_a_night(night: Args, clock: Args) -> Found:
    """`last night at 0100`, `last night at 9 p.m.`: on which of a night's two days an hour lies."""
    if "before" in night:
        return None
    hour = int(clock["hour"])
    hour += 12 * ("half" not in clock and _DAWN <= hour < 12)
    return "relative", clock | {"days": (hour < _DAWN) - int(night["days"]), "hour": hour}


def _hour(clock: Args, day: Args) -> int:
    """The hour that a clock face shows, by the part of the day said with it: `8 o'clock on Tuesday evening`."""
    hour = int(clock["hour"])
    late = day.get("part") in ("afternoon", "evening", "dusk", "night") and "half" not in clock
    return hour + 12 if late and 1 <= hour < 12 and not (day["part"] == "night" and hour < 5) else hour


def _same_hour(a: Args, b: Args) -> Args:
    """An hour told twice, here and in a zone: `3:30 a.m. (0030 GMT)` is three hours ahead of it."""
    here, there = (a, b) if "zone" not in a else (b, a)
    if "zone" in here or there.get("zone") != "Z":
        return a
    apart = (int(here["hour"]) - int(there["hour"])) * 60 + int(here.get("minute", 0)) - int(there.get("minute", 0))
    apart = (apart + 12 * 60) % (24 * 60) - 12 * 60
    if apart % 15:
        return a
    ahead, late = divmod(abs(apart), 60)
    clock = {k: v for k, v in here.items() if k in _CLOCK}
    zone = f"{'-' if apart < 0 else '+'}{ahead:02d}:{late:02d}"
    return {k: v for k, v in a.items() if k not in _CLOCK} | clock | {"zone": zone}


_RULES: tuple[Callable[[Atom, Atom, set[str]], Found], ...] = (
    _of_a_date, _of_today, _of_a_year, _of_a_week, _of_a_part, _of_a_clock,
)  # fmt: skip


def ranged(s: Scan, found: list[Atom]) -> list[Atom]:
    """`between 30 April and 31 August 2019`, `from Sunday to Tuesday`, `since the agreement of September 2018`."""
    out: list[Atom] = []
    for atom in found:
        a = out[-1] if out else None
        if a and (first := _range_from(s, a, atom)) is not None:
            atom = Atom(first, atom.last, "range", _pair_of(a, atom))
            out.pop()
            if out and out[-1].kind in ("part", "night") and out[-1].last == first:
                atom.first = out.pop().first  # `overnight from Saturday to Sunday`
            out.append(atom)
            continue
        since = _since(s, atom, a.last if a else 0)
        if since is not None and atom.kind == "part" and atom.args["part"] in _EARLY and since == atom.first - 1:
            atom = Atom(atom.first, atom.last, "today_part", atom.args)  # `since dawn`
        if since is not None and atom.kind not in ("range", "window", "run", "part", "told"):
            args: Args = {"since": 1, "a.kind": atom.kind}
            args |= {f"a.{k}": v for k, v in atom.args.items()}
            atom = Atom(since, atom.last, "range", args)
        out.append(atom)
    return out


def _range_from(s: Scan, a: Atom, b: Atom) -> int | None:
    """The first token of a range from `a` to `b`; None where they are none."""
    gap = b.first - a.last
    if gap == 0 and a.kind == b.kind == "weekday" and _one_night(a, b):
        return a.first
    if a.kind not in _ENDS or b.kind not in _ENDS or gap not in (1, 2) or (gap == 2 and not s.says(b.first - 1, "the")):
        return None
    back = a.first - 1 - s.says(a.first - 1, "the")
    if s.says(a.last, "and"):
        night = a.args.get("part") in _LATE and b.args.get("part") in _EARLY  # `late on Monday and early on Tuesday`
        both = a.kind == "weekday" and (b.kind == "relative" or (b.kind == a.kind and _next_day(a, b)))
        both = both and not s.says(b.last, "possessive")
        return back if s.says(back, "between") else a.first if night or both else None
    if s.says(a.last, "dash"):
        return a.first if a.kind == b.kind and (a.kind != "weekday" or _one_night(a, b)) else None
    if s.says(a.last, "to"):
        led = s.says(back, "from") or s.says(back, "between")
        return back if led else a.first if a.kind == b.kind else None
    return None


def _next_day(a: Atom, b: Atom) -> bool:
    return (int(b.args["weekday"]) - int(a.args["weekday"])) % 7 == 1


def _one_night(a: Atom, b: Atom) -> bool:
    """`Thursday-Friday night`: a night by both its days."""
    return _next_day(a, b) and "night" in (a.args.get("part"), b.args.get("part"))


def _pair_of(a: Atom, b: Atom) -> Args:
    """Both ends' args; the first borrows the second's year."""
    first = dict(a.args)
    if "year" in b.args and "year" not in first and a.kind in ("date", "month"):
        crossed = (first["month"], first.get("day", 0)) > (b.args.get("month", 12), b.args.get("day", 31))
        first["year"] = int(b.args["year"]) - crossed
    both: Args = {"a.kind": a.kind, "b.kind": b.kind}
    both |= {f"a.{k}": v for k, v in first.items()}
    return both | {f"b.{k}": v for k, v in b.args.items()}


def _since(s: Scan, atom: Atom, floor: int) -> int | None:
    """The `since` that leads a phrase, a few words before it at most, none of them the end of a clause."""
    for at in range(atom.first - 1, max(floor, atom.first - 7) - 1, -1):
        if s.says(at, "since"):
            return at
        if s.says(at, "clause_ends"):
            return None
    return None
