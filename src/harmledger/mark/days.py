"""Day phrases: passages that say when. Marked with what they say; what day that is, `locate/days` reckons.

Kinds and their args:
    date        month, day; year, weekday, hour, minute, zone, part where said; `swap` where day and month could change
    weekday     weekday (ISO); which (last, this, next), part, hour, minute, zone
    relative    days from the speaker's day; part, hour, minute, zone
    night       days: the speaker's day less this is the day the night began; `morning` 1 where it is told by its end
    today_part  part of the speaker's day
    told        days from the day told of before
    ago         n, unit
    period      which, unit (`last week`)
    window      n, unit: a stretch that ends at an anchor (`in four months`); n 0 is vague
    run         n: the n-th day of a run of days that is still on
    month       month; year, part, which
    year, season, feast    their name; year, which
    clock       hour; minute, zone: an hour without a day
    range       two phrases, their kinds and args under `a.` and `b.`; `since`: one, under `a.`, lasting until spoken of
    since_told  since the time told of before
`role`, where there is one, says that a phrase dates something else than a happening: `speech` (`said on Tuesday`),
`other` (`arrested on Tuesday`, whose token is `verb`), `deadline` (`by Friday`), `dateline`, `death` (of wounds,
later than the happening). `future` 1 says that it lies ahead of its speaker.
"""

from harmledger.mark.day_atoms import atoms
from harmledger.mark.day_scan import Args, Atom, Scan, scan
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import DayPhrase, Hit, Tokens

_DAYS = frozenset({"date", "weekday", "relative", "told"})
_ENDS = frozenset({"date", "month", "year", "weekday"})
_SPEECH_REACH = 9
_DATELINE = 12


def find_days(tokens: Tokens, lexicon: Lexicon, hits: tuple[Hit, ...] | None = None) -> tuple[DayPhrase, ...]:
    """Every phrase of a text that says when, in order, none overlapping another.

    Args:
        tokens: the text's tokens.
        lexicon: the language's words; `[terms.day_*]`, `[lists] day_*` and `speech_verbs` are read here.
        hits: the lexicon's hits on these tokens, where the caller has them.
    """
    s = scan(tokens, lexicon, lexicon.hits(tokens.norms) if hits is None else hits)
    found = [a for a in _ranges(s, _joined(s, atoms(s))) if a.kind != "part"]
    if found and _is_dateline(s, found[0]):
        found[0].args["role"] = "dateline"
    return tuple(_phrase(s, a) for a in found)


def _is_dateline(s: Scan, a: Atom) -> bool:
    """Does a date stand in a dateline? After capitals and marks only, before a dash or bracket: `KABUL, Aug 12 (`."""
    if a.kind not in ("date", "weekday") or not 0 < a.first <= _DATELINE or not s.says(a.last, "dateline_ends"):
        return False
    words = s.tokens.words[: a.first]
    return all(not w[0].islower() and not w[0].isdigit() for w in words)


def _joined(s: Scan, found: list[Atom]) -> list[Atom]:
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
    gap = [s.norm(i) for i in range(a.last, b.first)]
    opened = any(s.says(i, "open") for i in range(a.last, b.first))
    last = b.last + (opened and s.says(b.last, "close"))
    glue = _glue(s, a.last, b.first)
    if glue is None:
        return None
    pair = a.kind, b.kind
    args: Args | None = None
    kind = a.kind
    if pair in (("weekday", "date"), ("relative", "date")) and glue <= {"comma", "open", "the", "dot"}:
        kind, args = "date", b.args | {k: v for k, v in a.args.items() if k in ("weekday", "part", "hour", "minute")}
    elif pair == ("date", "weekday") and glue <= {"comma", "open"} and "weekday" not in a.args:
        args = a.args | b.args
    elif pair in (("relative", "weekday"), ("today_part", "weekday")) and glue & {"open", "comma"}:
        kind, args = "weekday", a.args | b.args
        args.pop("days", None)
    elif a.kind in _DAYS and b.kind == "part" and not gap:
        args = a.args | {"part": b.args["part"]}
    elif a.kind == "part" and b.kind in _DAYS and glue <= {"on", "of", "comma"}:
        kind, args = b.kind, a.args | b.args
    elif a.kind == "clock" and b.kind in _DAYS and glue <= {"on", "comma", "of", "open"}:
        kind, args = b.kind, b.args | a.args
    elif a.kind in _DAYS and b.kind == "clock" and "hour" not in a.args and glue <= {"at", "comma", "open"}:
        args = a.args | b.args
    elif a.kind == "night" and b.kind == "weekday" and glue <= {"on"}:
        kind, args = "weekday", b.args | {"part": "night"}
    elif (pair == ("clock", "clock") and opened) or (
        a.kind in _DAYS and b.kind == "clock" and opened and "hour" in a.args
    ):
        args = a.args  # the same hour in another zone
    elif pair == ("told", "date") and glue <= {"comma", "open"}:
        kind, args = "date", b.args
    elif pair == ("today_part", "date") and glue <= {"comma", "open"}:
        kind, args = "date", a.args | b.args
    elif pair == ("clock", "part") and glue <= {"in", "the"}:
        hour = int(a.args["hour"])
        late = b.args["part"] in ("afternoon", "evening", "dusk", "night") and 1 <= hour < 12
        args = a.args | {"hour": hour + 12 if late else hour}
    elif a.kind in _DAYS and b.kind == "today_part" and not gap:
        args = a.args | b.args
    return None if args is None else Atom(a.first, last, kind, args)


def _glue(s: Scan, first: int, last: int) -> set[str] | None:
    """Which little words stand in a gap; None where it holds any other."""
    names = set()
    for at in range(first, last):
        name = next((n for n in ("on", "of", "comma", "open", "at", "the", "in", "dot") if s.says(at, n)), None)
        if name is None:
            return None
        names.add(name)
    return names


def _ranges(s: Scan, found: list[Atom]) -> list[Atom]:
    """`between 30 April and 31 August 2019`, `from Sunday to Tuesday`, `since the agreement of September 2018`."""
    out: list[Atom] = []
    for atom in found:
        a = out[-1] if out else None
        if a and (first := _range_from(s, a, atom)) is not None:
            out[-1] = Atom(first, atom.last, "range", _pair_of(a, atom))
            continue
        since = _since(s, atom, a.last if a else 0)
        if since is not None and atom.kind not in ("range", "window", "run", "part", "told"):
            args: Args = {"since": 1, "a.kind": atom.kind}
            args |= {f"a.{k}": v for k, v in atom.args.items()}
            atom = Atom(since, atom.last, "range", args)
        out.append(atom)
    return out


def _range_from(s: Scan, a: Atom, b: Atom) -> int | None:
    """The first token of a range from `a` to `b`; None where they are none."""
    gap = b.first - a.last
    if a.kind not in _ENDS or b.kind not in _ENDS or gap not in (1, 2) or (gap == 2 and not s.says(b.first - 1, "the")):
        return None
    back = a.first - 1 - s.says(a.first - 1, "the")
    if s.says(a.last, "and"):
        return back if s.says(back, "between") else None
    if s.says(a.last, "dash"):
        return a.first if a.kind == b.kind and a.kind != "weekday" else None
    if s.says(a.last, "to"):
        led = s.says(back, "from") or s.says(back, "between")
        return back if led else a.first if a.kind == b.kind else None
    return None


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


def _phrase(s: Scan, a: Atom) -> DayPhrase:
    role, verb = (str(a.args["role"]), -1) if "role" in a.args else _role(s, a)
    args = a.args | ({"role": role} if role else {}) | ({"verb": verb} if role == "other" else {})
    if _ahead(s, a):
        args["future"] = 1
    first = _with_lead(s, a)
    start, end = s.tokens.starts[first], s.tokens.ends[a.last - 1]
    return DayPhrase(first, a.last, start, end, s.tokens.text[start:end], a.kind, tuple(args.items()))


def _with_lead(s: Scan, a: Atom) -> int:
    """The first token of a phrase with the word that leads it in: `on`, `in the`, `at`, `from`."""
    if s.says(a.last, "possessive"):  # `in Sunday's election`: the word leads the election in
        return a.first
    back = a.first - 1 - s.says(a.first - 1, "the")
    timed = ("hour" in a.args or "part" in a.args) and s.says(back, "at")
    ranged = a.kind == "range" and (s.says(back, "from") or s.says(back, "between"))
    return back if s.says(back, "on") or s.says(back, "in") or timed or ranged else a.first


def _role(s: Scan, a: Atom) -> tuple[str, int]:
    """What else than a happening a phrase dates (speech, an arrest, a deadline) and its verb's token; or nothing."""
    before = a.first - 1
    if s.says(before, "the"):
        before -= 1
    # `before dawn on Sunday`, `by 5.20am Monday` are times of day
    if s.says(before, "deadline_words") and not {"since", "part", "hour"} & a.args.keys():
        return "deadline", before
    verbs = s.lexicon.list("speech_verbs")
    if s.says(before - s.says(before, "stamp_marks"), "stamp_words"):
        return "speech", before
    if a.kind == "window" and any(s.says(at, "superlatives") for at in range(before - 4, before + 1)):
        return "other", before
    if _of_wounds(s, a):
        return "death", before
    if s.norm(a.last) in verbs and a.kind in _DAYS | {"today_part"} and not s.says(before, "clause_ends"):
        return "speech", a.last
    opening = before - s.says(before, "on")
    if opening < 0 or s.says(opening, "dot"):
        role, verb = _first_verb(s, a.last + s.says(a.last, "comma"))
        if role:
            return role, verb
    words, speaking = s.tokens.words, True
    for at in range(before, max(-1, before - _SPEECH_REACH), -1):
        norm = s.norm(at)
        if s.says(at, "clause_ends") and not (speaking and norm == "."):
            break
        if speaking and norm in verbs:
            return "speech", at
        if s.says(at, "other_verbs"):
            return "other", at
        if not (s.says(at, "speech_fillers") or words[at][0].isupper()):
            speaking = False
            if before - at > 5:
                break
    return "", -1


def _first_verb(s: Scan, first: int) -> tuple[str, int]:
    """Of `On Tuesday, police charged a man`: the role of the verb that the sentence's first clause comes to."""
    for at in range(first, first + _SPEECH_REACH):
        if s.norm(at) in s.lexicon.list("speech_verbs"):
            return "speech", at
        if s.says(at, "other_verbs"):
            return "other", at
        if s.says(at, "clause_ends") or not (s.says(at, "speech_fillers") or s.says(at, "speakers") or _named(s, at)):
            break
    return "", -1


def _named(s: Scan, at: int) -> bool:
    return at < len(s.tokens) and s.tokens.words[at][0].isupper()


def _of_wounds(s: Scan, a: Atom) -> bool:
    """Does the phrase date a death that came after the day of harm: `died in hospital on Monday`, `of wounds`?"""
    if not any(s.says(at, "death_verbs") for at in range(a.first - 5, a.first)):
        return False
    return any(s.says(at, "wound_words") for at in range(a.first - 12, a.last + 9))


def _ahead(s: Scan, a: Atom) -> bool:
    if (a.kind == "relative" and int(a.args["days"]) > 0) or a.args.get("which") == "next":
        return True
    for at in range(a.first - 1, max(-1, a.first - 9), -1):
        if s.says(at, "future_words"):
            return True
        if s.says(at, "clause_ends"):
            return False
    return False
