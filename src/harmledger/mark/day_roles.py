"""What else than a happening a day phrase dates: what was said, an arrest, a deadline, a death of wounds."""

from harmledger.mark.day_asides import aside_of
from harmledger.mark.day_scan import Atom, Scan

_DAYS = frozenset({"date", "weekday", "relative", "told"})
_SAYABLE = _DAYS | {"today_part", "night", "period", "ago"}
_JOINTS = frozenset({"apart", "later"})  # they tie one happening to another
_SPEECH_REACH = 9


def role_of(s: Scan, a: Atom) -> tuple[str, int]:
    """What else than a happening a phrase dates (speech, an arrest, a truce, a deadline) and its word; or nothing."""
    if a.kind in _JOINTS:
        return "", -1
    before = a.first - 1
    if s.says(before, "the"):
        before -= 1
    # `before dawn on Sunday`, `by 5.20am Monday` are times of day
    timed = a.kind != "feast" and {"since", "part", "hour"} & a.args.keys()
    if s.says(before, "deadline_words") and not timed:
        return "deadline", before
    if s.says(before - s.says(before, "stamp_marks"), "stamp_words") or _as_of(s, before):
        return "speech", before
    if (beside := aside_of(s, a)) is not None:
        return "aside", beside
    if _of_wounds(s, a):
        return "death", before
    if a.kind in _SAYABLE and (s.says(before, "relatives") or not s.says(before, "clause_ends")):
        role, verb = _verb_behind(s, a)
        if role:
            return role, verb
    state = before - s.says(before, "on")
    if s.says(state, "states"):
        return "other", state
    opening = before - s.says(before, "on")
    if opening < 0 or s.says(opening, "dot"):
        role, verb = _first_verb(s, a.last + s.says(a.last, "comma"))
        if role:
            return role, verb
    return _verb_before(s, before)


def _as_of(s: Scan, before: int) -> bool:
    """`as of Friday`, `Posted on: 7 July`: a day on which something is so, or was put out."""
    if s.says(before, "of") and s.says(before - 1, "as"):
        return True
    return s.says(before, "stamp_marks") and s.says(before - 1, "stamp_marks") and s.says(before - 2, "stamp_words")


def _verb_behind(s: Scan, a: Atom) -> tuple[str, int]:
    """Of `Police on Friday were investigating`: the role of the verb right behind a phrase."""
    at = a.last
    if s.norm(at) in s.lexicon.list("speech_verbs"):
        return "speech", at
    while s.says(at, "auxiliaries") and at < a.last + 3:
        at += 1
    return ("other", at) if s.says(at, "police_verbs") else ("", -1)


def _verb_before(s: Scan, before: int) -> tuple[str, int]:
    """The role of the nearest verb before a phrase that says it is not the happening that it dates."""
    words, speaking, verbs = s.tokens.words, True, s.lexicon.list("speech_verbs")
    for at in range(before, max(-1, before - _SPEECH_REACH), -1):
        norm = s.norm(at)
        if s.names_day(at) or (s.says(at, "clause_ends") and not (speaking and norm == ".")):
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
        aged = s.norm(at).isdecimal() or s.norm(at - 1).isdecimal() or s.norm(at + 1).isdecimal()
        if aged and (s.says(at, "comma") or s.says(at - 1, "comma")):
            continue  # `Curtis Hill, 15, was arrested`
        little = any(s.says(at, name) for name in ("speech_fillers", "speakers", "auxiliaries"))
        if s.says(at, "clause_ends") or not (little or _named(s, at)):
            break
    return "", -1


def _named(s: Scan, at: int) -> bool:
    return at < len(s.tokens) and s.tokens.words[at][0].isupper()


def _of_wounds(s: Scan, a: Atom) -> bool:
    """Does the phrase date a death that came after the day of harm: `died in hospital on Monday`, `of wounds`?"""
    verbs = [at for at in range(a.first - 5, a.first) if s.says(at, "death_verbs")]
    if not verbs or any(s.says(at, "wounding") for at in range(verbs[0], a.first)):
        return False
    if any(s.says(at - 1, "wounded") for at in verbs):  # `two of the wounded died on Monday`
        return True
    return any(s.says(at, "wound_words") for at in range(a.first - 12, a.last + 9))


def is_ahead(s: Scan, a: Atom) -> bool:
    """Does a phrase lie ahead of its speaker: `tomorrow`, `next week`, `will meet on Friday`?"""
    if (a.kind == "relative" and int(a.args["days"]) > 0) or a.args.get("which") == "next":
        return True
    for at in range(a.first - 1, max(-1, a.first - 9), -1):
        if s.says(at, "future_words"):
            return True
        if s.says(at, "clause_ends"):
            return False
    return False
