"""Tolls: per outcome and group, the range that the voices' standing figures span [METHOD, Tolls]."""

from collections import Counter
from collections.abc import Callable, Sequence

from harmledger.model.claim import Group
from harmledger.model.codes import Outcome, SourceKind, Status
from harmledger.model.told import Told
from harmledger.model.toll import GroupToll, Toll, VoiceFigure
from harmledger.reckon.spoken import CIVILIANS, FIGHTERS, Figure, counts, figures, wide_ones
from harmledger.reckon.standing import FIGHTERS_ONLY, Standing, standing
from harmledger.reckon.voices import Leaders
from harmledger.text.roll import Roll

Party = Callable[[str], bool]
_FIGHTING = (SourceKind.MILITARY, SourceKind.ARMED_GROUP, SourceKind.STATE_MEDIA)


def tolls(told: Sequence[Told], known: Roll, first: Leaders, is_party: Party) -> dict[Outcome, Toll]:
    """The toll of each outcome that any account gives a figure for, in the order of the vocabulary.

    `killed` is everyone harmed but the attackers. Parts are never added; expectations, denials and a party's zero
    bound nothing; casualties stay apart from killed and injured. Combatants only in the words of a party bound nothing
    where others count anyone else; they stay in the row of combatants where they can be among the people counted.
    """
    sides_with = _sides_with(told, known, is_party)
    wide = wide_ones(told)
    said = {c.outcome for t in told for c in t.account.claims if counts(c)}
    found: dict[Outcome, Toll] = {}
    for outcome in Outcome:
        if outcome not in said:
            continue
        stand = standing(figures(told, outcome, None, known, first, wide), is_party, sides_with)
        low, best, high, high_open = bounds(stand)
        unproven = {v.voice for v in stand.aside if v.note == FIGHTERS_ONLY}
        rows: list[GroupToll] = []
        for group in _groups(told, outcome):
            said_of = figures(told, outcome, group, known, first, wide)
            if unproven and group.status is Status.COMBATANT:
                room = (high or 0) - max((r.low or 0 for r in rows if r.status is Status.CIVILIAN), default=0)
                said_of = [f for f in said_of if f.voice not in unproven or _most(f) <= room]
            row = standing(said_of, is_party)
            if row.voices:
                one, likely, most, _ = bounds(row)
                rows.append(GroupToll(one, likely, most, group.status, group.age, group.sex, group.role))
        if stand.voices or stand.aside or rows:
            found[outcome] = Toll(low, best, high, high_open, stand.voices, tuple(rows), stand.aside)
    return found


def _sides_with(told: Sequence[Told], known: Roll, is_party: Party) -> Party:
    """Is a voice a party to the event? Where nobody is blamed for it: one that fights, or speaks for a side."""
    if any(t.account.by for t in told):
        return is_party

    def test(voice: str) -> bool:
        source = known.source(voice)
        return is_party(voice) or (source is not None and (source.side is not None or source.kind in _FIGHTING))

    return test


def _most(figure: Figure) -> int:
    count = figure.count
    return max(n or 0 for n in (count.low, count.best, count.high))


def _groups(told: Sequence[Told], outcome: Outcome) -> list[Group]:
    """The groups anybody gives a figure for, and civilians and combatants as wholes; civilians before combatants."""
    said = {c.group for t in told for c in t.account.claims if c.outcome is outcome and counts(c)}
    said |= {whole for whole in (CIVILIANS, FIGHTERS) if any(g.status is whole.status for g in said)}
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
