"""Two accounts beside each other: a level for each respect, and the sum of what the levels are worth."""

from collections.abc import Mapping
from typing import NamedTuple

from harmledger.link.features import Features
from harmledger.link.places import APART, place_level
from harmledger.link.weights import Weights
from harmledger.model.codes import Means, Target
from harmledger.model.count import Count
from harmledger.text.sketch import likeness

_AKIN = (
    frozenset({Means.AIRSTRIKE, Means.DRONE_STRIKE, Means.BARREL_BOMB, Means.ROCKET, Means.CLUSTER, Means.INCENDIARY,
               Means.CHEMICAL}),
    frozenset({Means.SHELLING, Means.ROCKET, Means.CLUSTER, Means.INCENDIARY, Means.CHEMICAL}),
    frozenset({Means.IED, Means.SUICIDE, Means.VEHICLE, Means.LANDMINE}),
    frozenset({Means.SMALL_ARMS, Means.SNIPER, Means.EXECUTION, Means.ABDUCTION, Means.TORTURE, Means.ARSON}),
)  # fmt: skip
_COMMON = frozenset(
    {Target.RESIDENTIAL, Target.VEHICLE, Target.MILITARY, Target.GOVERNMENT, Target.FARM, Target.UTILITY}
)
_OPEN = (Target.UNKNOWN, Target.OTHER)
_DULL = (Means.UNKNOWN, Means.OTHER)
_HOURS = 4
_MANY, _FEW = 10, 3
_LONGER = 2  # days
Levels = dict[str, str]


def compare(a: Features, b: Features, weights: Weights) -> Levels | None:
    """A level for each comparison; None where day or place cannot meet, or one report tells them as two."""
    told = told_levels(a, b, weights)
    return told and whole(told, a, b, beside(a, b, weights.rules.copy_at))


class Beside(NamedTuple):
    """What two accounts' reports and texts are to each other: the level of their wording, whether one report tells
    both, whether both are of one thread.
    """

    text: str
    one_report: bool
    one_thread: bool


def beside(a: Features, b: Features, copy_at: float) -> Beside:
    """That of two accounts."""
    return Beside(_text(a, b, copy_at), a.report == b.report, bool(a.thread) and a.thread == b.thread)


def told_levels(a: Features, b: Features, weights: Weights) -> Levels | None:
    """The levels that hang on what is told, whatever the reports and texts; None where day or place cannot meet."""
    rules, bits = weights.rules, weights.bits
    day = _day(a, b, rules.day_slack, rules.fine_days)
    if day == APART:
        return None
    place = place_level(a.spots, b.spots, rules.km_slack, bits["place"])
    if place == APART:
        return None
    wider = a.narrow != b.narrow and bool(a.spots) and bool(b.spots)
    return {
        "day": day,
        "place": place,
        "by": _by(a, b),
        "means": _means(a.means, b.means),
        "target": _target(a.target, b.target),
        "killed": _figures(a.killed, b.killed, a.narrow if wider else None),
        "injured": _figures(a.injured, b.injured, a.narrow if wider else None),
        "names": _names(a, b),
        "voice": "same-figure" if a.said & b.said else "unknown",
    }


def whole(told: Levels, a: Features, b: Features, by: Beside) -> Levels | None:
    """All levels, with those of the reports and texts; None where one text tells them as two, or one sums up more."""
    levels = {**told, "text": by.text, "report": "same" if by.one_report else "other"}
    if by.one_thread:
        levels["voice"] = "growing"
    if _told_as_two(levels):
        return None
    known = levels["names"] == "shared" or levels["text"] == "passage"
    return None if not known and (_sums_up(a, b) or _sums_up(b, a)) else levels


def _sums_up(wide: Features, other: Features) -> bool:
    """Is the one a total over a wide area and several days, in which the other can only be one happening of many?"""
    if wide.narrow or not wide.spots or wide.assumed or wide.first is None or wide.last is None:
        return False
    if other.first is None or other.last is None or other.assumed:
        return False
    if (wide.last - wide.first) - (other.last - other.first) < _LONGER:
        return False
    both = ((wide.killed, other.killed), (wide.injured, other.injured))
    return any(w and o and w.figure > o.figure and _figures(w, o, None) in ("far", "apart") for w, o in both)


def total(levels: Levels, bits: Mapping[str, Mapping[str, float]]) -> float:
    """What the levels are worth together, in bits."""
    worth = 0.0
    for of, level in levels.items():
        worth += bits[of][level]
    return worth


def _told_as_two(levels: Levels) -> bool:
    """One text tells them apart: the same report, or a copy of it, unless clearly one happening told twice."""
    if levels["report"] != "same" and levels["text"] != "copy":
        return False
    clear = (
        levels["day"] in ("same", "days", "assumed")
        and levels["place"] == "same"
        and levels["means"] != "differ"
        and levels["target"] != "differ"
        and levels["killed"] in ("same-many", "same-few", "unknown")
        and levels["injured"] in ("same-many", "same-few", "unknown")
        and levels["names"] != "differ"
    )
    if levels["report"] == "same":
        return not (clear and "same" in (levels["means"], levels["target"]))
    return not clear and (levels["place"] != "same" or "apart" in (levels["killed"], levels["injured"]))


def _day(a: Features, b: Features, slack: int, fine: int) -> str:
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return "unknown"
    gap = max(a.first, b.first) - min(a.last, b.last)
    if gap > 0:
        if a.assumed or b.assumed or gap > slack:
            return APART
        return "next"
    if a.assumed or b.assumed:
        return "assumed"
    if a.first == a.last == b.first == b.last:
        apart = a.hour is not None and b.hour is not None and abs(a.hour - b.hour) >= _HOURS
        return "hours-apart" if apart else "same"
    span = max(a.last - a.first, b.last - b.first)
    return "days" if span < 3 else "week" if span < fine else "coarse"


def _by(a: Features, b: Features) -> str:
    if not a.by or not b.by:
        return "unknown"
    return "same" if a.by & b.by else "differ"


def _means(a: Means, b: Means) -> str:
    if a in _DULL or b in _DULL:
        return "unknown"
    if a is b:
        return "same"
    return "akin" if any(a in kin and b in kin for kin in _AKIN) else "differ"


def _target(a: Target, b: Target) -> str:
    if a in _OPEN or b in _OPEN:
        return "unknown"
    if a is not b:
        return "differ"
    return "same-common" if a in _COMMON else "same"


def _figures(a: Count | None, b: Count | None, a_narrow: bool | None) -> str:
    """`a_narrow` None: places equally wide; else whether `a` is the narrower. A wider figure may well be higher."""
    if a is None or b is None:
        return "unknown"
    x, y = a.figure, b.figure
    if x == y and a.best is not None and b.best is not None:
        return "same-many" if x >= _MANY else "same-few" if x >= _FEW else "same-one"
    if a_narrow is not None and (y >= x if a_narrow else x >= y):
        return "wider"
    if _floor(a) <= _ceiling(b) and _floor(b) <= _ceiling(a):
        return "overlap"
    small, large = min(x, y), max(x, y)
    if large - small <= 2 or large <= 1.5 * small:
        return "close"
    return "far" if large <= 4 * small or large - small <= 10 else "apart"


def _floor(c: Count) -> float:
    return c.low if c.low is not None else 0


def _ceiling(c: Count) -> float:
    return c.high if c.high is not None else float("inf")


def _names(a: Features, b: Features) -> str:
    if not a.names or not b.names:
        return "unknown"
    return "shared" if a.names & b.names else "differ"


def _text(a: Features, b: Features, copy_at: float) -> str:
    if a.passage and a.passage == b.passage:
        return "passage"
    if a.sketch and b.sketch and a.report != b.report and likeness(a.sketch, b.sketch) >= copy_at:
        return "copy"
    return "other"
