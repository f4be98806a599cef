"""The smallest day phrases: a date, a weekday, a month, `two days ago`, `14:06`. `days` joins them."""

from collections.abc import Callable

from harmledger.mark.day_feasts import feast, feast_after, season
from harmledger.mark.day_numbers import dated, full_year, numeric, past_twin, week_of_month, year_after
from harmledger.mark.day_scan import Args, Atom, Scan

_WINDOW_UNITS = frozenset({"hour", "day", "night", "week", "weekend", "month", "year", "decade"})
_EDGE_LONG = 5  # tokens


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
    if s.norm(at)[:1].isdigit() and (dated := numeric(s, at)):
        return dated
    here = s.cats.get(at, {})
    for category in here if len(here) < 2 else sorted(here, key=lambda c: -here[c][0]):
        reader = _READERS.get(category)
        atom = reader(s, at) if reader else None
        if atom:
            return atom
    return None


def _month(s: Scan, at: int) -> Atom | None:
    """`Jan. 15, 2020`, `January 12-15`, `September 2018`, `in August`."""
    found = s.cat(at, "month")
    assert found is not None
    found = past_twin(s, found[0]), found[1]
    month, sure = int(found[1]), s.norm(at) not in s.lexicon.list("day_ambiguous")
    here = found[0] + (s.says(found[0], "dot") and s.touches(found[0]))
    here += s.says(here, "the") and s.day(here + 1) is not None
    day = s.day(here)
    upper = not s.tokens.words[at][0].islower()
    people = s.says(at - 1, "in") and s.norm(here).isdecimal() and s.norm(here + 1).isalpha()
    if day and (sure or upper) and not people and s.norm(here) != "0" and not s.norm(here + 1).startswith("%"):
        return _month_day(s, at, here, month, day)
    last, year = year_after(s, found[0], at)
    if year and (sure or upper):
        return Atom(at, last, "month", {"month": month, "year": year})
    leads = "month_lead" if sure or _spans(s, at, found[0]) else "month_lead_sure"
    back = at - 1 - s.says(at - 1, "dash")
    led = s.says(back, leads) or _after_edge(s, at)
    if ((sure or upper) and led and not day) or (people and upper):
        return Atom(at, found[0], "month", {"month": month})
    return None


def _after_edge(s: Scan, at: int) -> bool:
    """Does a phrase such as `the end of` lead to a token?"""
    edges = (s.cat(first, "edge") for first in range(at - _EDGE_LONG, at))
    return any(edge is not None and edge[0] == at for edge in edges)


def _spans(s: Scan, at: int, last: int) -> bool:
    """Is a month one end of two: `from April to June`, `between March and May`?"""
    opens = (s.says(at - 1, "from") or s.says(at - 1, "between")) and s.cat(last + 1, "month") is not None
    closes = s.cat(at - 2, "month") is not None and (s.says(at - 3, "from") or s.says(at - 3, "between"))
    return (opens and (s.says(last, "to") or s.says(last, "and"))) or closes


def _month_day(s: Scan, at: int, here: int, month: int, day: int) -> Atom:
    to, nxt = None, here + 1
    if (s.says(nxt, "dash") or s.says(nxt, "to") or s.says(nxt, "and")) and s.day(nxt + 1):
        unit = s.cat(nxt + 2, "month")
        led = s.says(nxt, "dash") or s.says(at - 1, "from") or s.says(at - 1, "between")
        both = s.says(nxt, "and") and s.norm(nxt + 1).isdecimal() and not s.norm(nxt + 2)[:1].isalnum()
        if not unit and (led or both):  # `on January 3 and 4.`; in `on January 3 and 4 people` it is a count
            to, nxt = s.day(nxt + 1), nxt + 2
    after = nxt + s.says(nxt, "comma")
    year = s.year(after)
    if not year and s.says(nxt + 1, "dateline_ends") and len(s.norm(nxt)) == 2 and s.norm(nxt).isdecimal():
        return dated(at, nxt + 1, month, day, to, full_year(s.norm(nxt)))  # `JUNE 11 89 (AFP)`
    return dated(at, after + 1 if year else nxt, month, day, to, year)


def _edge_month(s: Scan, at: int) -> Atom | None:
    found = s.cat(at, "edge_month")
    assert found is not None
    last, year = year_after(s, found[0], at)
    args: Args = {"month": int(found[1])}
    return Atom(at, last, "month", args | {"year": year} if year else args)


def _weekday(s: Scan, at: int) -> Atom | None:
    found = s.cat(at, "weekday")
    assert found is not None
    last, word = found[0], s.tokens.words[at]
    if s.cat(at - 1, "ordinal") or (s.says(last, "of") and s.says(last + 1, "each")):
        return None  # `the first Saturday of each month`
    short = s.norm(at) in s.lexicon.list("day_ambiguous")
    if short and s.says(last, "dot") and s.touches(last):
        last += 1
    if nth := s.nth(last + s.says(last, "comma")):  # `on Tuesday 3rd`
        return Atom(at, last + s.says(last, "comma") + 1, "weekday", {"weekday": int(found[1]), "day": nth})
    if short:  # `sat`, `sun`, `wed`: only beside a date, or after `on`
        after = last + s.says(last, "comma")
        dated = s.day(after) is not None or s.cat(after, "month") is not None
        if word[0].islower() or not (dated or s.says(at - 1, "on")):
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
    if of := feast_after(s, unit[0]):  # `the last ten days of Ramadan`
        return Atom(at, of.last, "feast", of.args)
    if which == "last" and n is None and (of := week_of_month(s, at, unit, -1)):
        return of
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
    if s.cat(at, "share") and inner.kind in ("year", "period"):
        return None
    if edge == "eve" and inner.kind not in ("feast", "date", "weekday"):
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
    if unit == "weekend" and (n is None or s.says(at - 1, "indefinite")):
        return Atom(at, last, "period", {"which": "this", "unit": unit}) if _this_weekend(s, at, last) else None
    if unit == "week" and (of := _week_of(s, at, last)):
        return of
    if n is None or unit == "minute":
        return None
    first = at - 1 - (n == 0 and s.says(at - 2, "indefinite"))
    ago = s.cat(last, "ago")
    if ago and ago[1] == "ago":
        return Atom(first, ago[0], "ago", {"n": n, "unit": unit})
    if ago and ago[1] == "later" and unit == "hour":  # `two hours later`, not `two hours after the blast`
        apart = s.says(last, "after") and s.norm(last + 1).isalnum()
        return None if apart or not n else Atom(first, ago[0], "later", {"n": n, "unit": unit})
    if s.says(last, "after"):
        return Atom(first, last + 1, "apart", {"n": n, "unit": unit}) if n and s.norm(last + 1).isalnum() else None
    if ago and unit == "day":
        return Atom(first, ago[0], "told", {"days": n if ago[1] == "later" else -n}) if n else None
    lead = s.says(first - 1, "in") or (s.says(first - 1, "for") and unit != "year")
    return _window(first, last, n, unit) if lead and unit in _WINDOW_UNITS and n < 100 else None


def _week_of(s: Scan, at: int, last: int) -> Atom | None:
    """`the week of 8 June`, `the week ending 14 June`."""
    ends = s.says(last, "week_ends")
    if not (ends or s.says(last, "week_of")):
        return None
    date = _parse(s, last + 1 + s.says(last + 1, "on"))
    if date is None or date.kind != "date":
        return None
    return Atom(at, date.last, "week", date.args | ({"ends": 1} if ends else {}))


def _this_weekend(s: Scan, at: int, last: int) -> bool:
    """`at the weekend`, `in a weekend raid`, `were killed weekend`: the one just past, not `on a weekend`."""
    if last in s.deeds or (s.says(at - 1, "comma") and s.says(last, "comma")):
        return True
    if s.says(at - 1, "indefinite"):
        return False
    return s.says(at - 1, "the") or s.says(at - 1, "in") or (at - 1 in s.harm and not s.norm(last).isdecimal())


def _ago_lead(s: Scan, at: int) -> Atom | None:
    """`two days ago` where the word comes first: French `il y a deux jours`."""
    found = s.cat(at, "ago_lead")
    assert found is not None
    n = s.number(found[0])
    unit = s.cat(found[0] + 1, "unit") if n is not None else None
    if n is None or unit is None or unit[1] in ("minute", "weekend"):
        return None
    return Atom(at, unit[0], "ago", {"n": n, "unit": unit[1]})


def _spelled(s: Scan, at: int) -> Atom | None:
    """`the thirteenth of May`: a day of a month in words."""
    found = s.cat(at, "of_month")
    assert found is not None
    here = found[0] + s.says(found[0], "of")
    month = s.cat(here, "month")
    if month is None:
        return None
    last, year = year_after(s, past_twin(s, month[0]), here)
    return dated(at, last, int(month[1]), int(found[1]), None, year)


def _ordinal(s: Scan, at: int) -> Atom | None:
    """`for a third day`, `the third consecutive day`."""
    found = s.cat(at, "ordinal")
    assert found is not None
    here = found[0] + s.says(found[0], "straight")
    unit = s.cat(here, "unit")
    if unit and here == found[0] and (of := week_of_month(s, at, unit, int(found[1]))):
        return of
    if unit and here == found[0] and (of := feast_after(s, unit[0])):  # `the second day of Eid`, `the first week of`
        return Atom(at, of.last, "feast", of.args | ({"n": int(found[1])} if unit[1] == "day" else {}))
    straight = here > found[0] or (unit is not None and s.says(unit[0], "straight"))
    led = s.says(at - 2, "for") and s.says(at - 1, "the")
    if not unit or unit[1] not in ("day", "night") or not (straight or led):
        return None
    return Atom(at, unit[0] + s.says(unit[0], "straight"), "run", {"n": int(found[1])})


def _told(s: Scan, at: int) -> Atom | None:
    """`the next day`, `the day before`; `the day after gunmen struck` tells two happenings apart."""
    found = s.cat(at, "told")
    assert found is not None
    if s.says(found[0] - 1, "after") and s.norm(found[0]).isalnum():
        return Atom(at, found[0], "apart", {"n": 1, "unit": "day"})
    return Atom(at, found[0], "told", {"days": int(found[1])})


def _period(s: Scan, at: int) -> Atom | None:
    """`earlier in the week`, `the start of the year`: the unit that is running, or the one that the phrase says."""
    found = s.cat(at, "period")
    assert found is not None
    *which, unit = found[1].split()
    return Atom(at, found[0], "period", {"which": which[0] if which else "this", "unit": unit})


def _overnight(s: Scan, at: int) -> Atom | None:
    """A night told by the morning that it ends in."""
    found = s.cat(at, "overnight")
    assert found is not None
    return Atom(at, found[0], "night", {"days": int(found[1]), "morning": 1})


def _share(s: Scan, at: int) -> Atom | None:
    """`the first half of 2021`, `the second quarter of this year`: whole months."""
    found = s.cat(at, "share")
    assert found is not None
    which = s.cat(found[0], "which")
    unit = s.cat(which[0], "unit") if which else s.cat(found[0] + 1, "unit") if s.says(found[0], "the") else None
    year = s.year(found[0])
    if year is None and (unit is None or unit[1] != "year"):
        return None
    last = which is not None and which[1] in ("last", "past")
    own: Args = {"back": int(last)} if year is None else {"year": year}
    args: Args = {}
    for end, month in zip("ab", found[1].split("-"), strict=True):
        args |= {f"{end}.kind": "month", f"{end}.month": int(month)}
        args |= {f"{end}.{k}": v for k, v in own.items()}
    return Atom(at, unit[0] if unit and year is None else found[0] + 1, "range", args)


def _pair(s: Scan, at: int) -> Atom | None:
    """`Thursday-Friday night`."""
    found = s.cat(at, "night_of")
    assert found is not None
    first = int(found[1])
    args: Args = {"a.kind": "weekday", "a.weekday": first, "b.kind": "weekday", "b.weekday": first % 7 + 1}
    return Atom(at, found[0], "range", args)


def _window_said(s: Scan, at: int) -> Atom | None:
    """A window that a phrase says whole, where its number stands behind its unit."""
    found = s.cat(at, "window")
    assert found is not None
    n, unit = found[1].split()
    return _window(at, found[0], int(n), unit)


def _night_told(s: Scan, at: int) -> Atom | None:
    """`the night before` the day told of."""
    found = s.cat(at, "night_told")
    assert found is not None
    return Atom(at, found[0], "night", {"days": int(found[1]), "before": 1})


def _plain(kind: str, key: str, *, number: bool = True) -> Callable[[Scan, int], Atom | None]:
    def read(s: Scan, at: int) -> Atom | None:
        found = s.cat(at, kind)
        assert found is not None
        return Atom(at, found[0], kind, {key: int(found[1]) if number else found[1]})

    return read


_READERS: dict[str, Callable[[Scan, int], Atom | None]] = {
    "day_relative": _plain("relative", "days"),
    "day_night": _plain("night", "days"),
    "day_night_of": _pair,
    "day_share": _share,
    "day_night_told": _night_told,
    "day_overnight": _overnight,
    "day_period": _period,
    "day_today_part": _plain("today_part", "part", number=False),
    "day_told": _told,
    "day_since_told": _plain("since_told", "since", number=False),
    "day_edge": _edge,
    "day_edge_month": _edge_month,
    "day_which": _which,
    "day_window": _window_said,
    "day_weekday": _weekday,
    "day_month": _month,
    "day_ordinal": _ordinal,
    "day_season": season,
    "day_feast": feast,
    "day_part": _plain("part", "part", number=False),
    "day_unit": _unit,
    "day_ago_lead": _ago_lead,
    "day_of_month": _spelled,
}
