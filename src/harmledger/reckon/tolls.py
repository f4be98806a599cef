"""Tolls: per outcome and group, the range that the voices' standing figures span [METHOD, Tolls]."""

from collections import Counter
from collections.abc import Callable, Sequence

from harmledger.model.claim import Group
from harmledger.model.codes import Outcome
from harmledger.model.told import Told
from harmledger.model.toll import GroupToll, Toll, VoiceFigure
from harmledger.reckon.spoken import CIVILIANS, counts, figures, wide_ones
from harmledger.reckon.standing import Standing, standing
from harmledger.reckon.voices import Leaders, Roll

Party = Callable[[str], bool]


def tolls(told: Sequence[Told], known: Roll, first: Leaders, is_party: Party) -> dict[Outcome, Toll]:
    """The toll of each outcome that any account gives a figure for, in the order of the vocabulary.

    `killed` is everyone harmed but the attackers. Parts are never added; expectations, denials and a party's zero
    bound nothing; casualties stay apart from killed and injured.
    """
    wide = wide_ones(told)
    said = {c.outcome for t in told for c in t.account.claims if counts(c)}
    found: dict[Outcome, Toll] = {}
    for outcome in Outcome:
        if outcome not in said:
            continue
        stand = standing(figures(told, outcome, None, known, first, wide), is_party)
        rows = []
        for group in _groups(told, outcome):
            row = standing(figures(told, outcome, group, known, first, wide), is_party)
            if row.voices:
                low, best, high, _ = bounds(row)
                rows.append(GroupToll(low, best, high, group.status, group.age, group.sex, group.role))
        low, best, high, high_open = bounds(stand)
        if stand.voices or stand.aside or rows:
            found[outcome] = Toll(low, best, high, high_open, stand.voices, tuple(rows), stand.aside)
    return found


def _groups(told: Sequence[Told], outcome: Outcome) -> list[Group]:
    """The groups anybody gives a figure for, and civilians as a whole wherever civilians of some kind are counted."""
    said = {c.group for t in told for c in t.account.claims if c.outcome is outcome and counts(c)}
    if any(g.status is CIVILIANS.status for g in said):
        said.add(CIVILIANS)
    said.discard(Group())
    return sorted(said, key=lambda g: (g.status or "", g.age or "", g.sex or "", g.role or ""))


def bounds(stand: Standing) -> tuple[int | None, int | None, int | None, bool]:
    """Low, best, high and whether high is open.

    low: the lowest low; a voice that states none (`about 30`) still holds it down to its best where another states
    one, so that low <= best <= high. best: the figure most voices share, on a tie the most recent. high: the highest
    figure stated, open where a voice says `at least` that.
    """
    voices = stand.voices
    stated = [n for v in voices for n in (v.low, v.best, v.high) if n is not None]
    high = max(stated, default=None)
    lows = [v.low for v in voices if v.low is not None]
    low = min([*lows, *(v.best for v in voices if v.low is None and v.best is not None)]) if lows else None
    high_open = any(v.high is None and v.low is not None and max(v.low, v.best or 0) == high for v in voices)
    return low, _best(voices, stand.moments), high, high_open


def _best(voices: Sequence[VoiceFigure], moments: Sequence[tuple[str, str]]) -> int | None:
    shared = Counter(v.best for v in voices if v.best is not None)
    if not shared:
        return None
    most = max(shared.values())
    tied = [(moment, v.best) for v, moment in zip(voices, moments, strict=True) if v.best is not None]
    return max(t for t in tied if shared[t[1]] == most)[1]
