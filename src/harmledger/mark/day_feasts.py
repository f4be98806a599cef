"""Seasons and feasts as day phrases: `in the summer of 2015`, `on the second day of Eid al-Adha`."""

from harmledger.mark.day_scan import Args, Atom, Scan


def season(s: Scan, at: int) -> Atom | None:
    """A season with its year, or one that is led in as a time: `in the autumn`."""
    found = s.cat(at, "season")
    assert found is not None
    here = found[0] + s.says(found[0], "of")
    year = s.year(here)
    args: Args = {"season": found[1]}
    if year:
        return Atom(at, here + 1, "season", args | {"year": year})
    led = s.cat(at - 1, "which") or (s.says(at - 1, "the") and (s.says(at - 2, "in") or s.says(at - 2, "since")))
    return Atom(at, found[0], "season", args) if led else None


def feast(s: Scan, at: int) -> Atom | None:
    """A feast as a time, not as what it lends its name to (`a Christmas party`)."""
    found = s.cat(at, "feast")
    assert found is not None
    led = s.says(at - 1, "feast_lead") or s.cat(at - 1, "which") is not None
    # `at an Eid prayer ground`, not `on a New Year's Eve`
    lent = s.says(at - 1, "indefinite") and s.norm(found[0]).isalpha() and not s.says(at - 2, "on")
    if lent or s.tokens.words[at][0].islower() or not (led or found[0] > at + 1 or s.says(found[0], "feast_day")):
        return None
    last = found[0] + s.says(found[0], "feast_day")
    year = s.year(last + s.says(last, "comma"))
    args: Args = {"feast": found[1]}
    if year:
        return Atom(at, last + s.says(last, "comma") + 1, "feast", args | {"year": year})
    return Atom(at, last, "feast", args)


def feast_after(s: Scan, at: int) -> Atom | None:
    """The feast behind an `of`, as in `the second day of Eid al-Fitr`, `the last ten days of Ramadan`."""
    here = at + 1 + s.says(at + 1, "the")
    return feast(s, here) if s.says(at, "of") and s.cat(here, "feast") else None
